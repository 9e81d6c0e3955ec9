/** Codes that a payer does not take, and those it takes in their place. */

import type { Code } from '../../model/code';
import type { PatientDay } from '../../model/patient-day';
import { isMedicare, type Payer } from '../../model/payer';

export enum Refusal {
  None,
  /** Another code is to be billed for the same service. */
  OtherCode,
  /** Paid inside other services. */
  Bundled,
  NotCovered,
}

/** How a payer refuses a code. A payer that is not given refuses none. */
export function refusalOf(code: Code, payer: Payer, rule: string): Refusal {
  const entry = code.entry!;
  if (payer.codesNotTaken?.has(code.text)) return entry.payerCode ? Refusal.OtherCode : Refusal.NotCovered;
  if (isMedicare(payer, rule)) {
    switch (entry.notForMedicare) {
      case 'other-code':
        return Refusal.OtherCode;
      case 'bundled':
        return Refusal.Bundled;
      case 'not-covered':
        return Refusal.NotCovered;
      default:
        return Refusal.None;
    }
  }
  return entry.medicareOnly && payer.name !== '' ? Refusal.OtherCode : Refusal.None;
}

/** The code by which a payer takes a service; `undefined` where it takes none. */
export function payerCode(code: Code, payer: Payer, rule: string): string | undefined {
  const refusal = refusalOf(code, payer, rule);
  if (refusal === Refusal.None) return code.text;
  return refusal === Refusal.OtherCode ? code.entry!.payerCode : undefined;
}

/** A diagnosis of the day is an ulcer of the skin: G0283 is not for wounds. */
export function treatsUlcer(day: PatientDay): boolean {
  return day.encounters.some((encounter) =>
    encounter.diagnoses.some((diagnosis) => {
      const plain = diagnosis.replace('.', '');
      return plain.startsWith('L89') || plain.startsWith('L97') || plain.startsWith('L984');
    }),
  );
}
