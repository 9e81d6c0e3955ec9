/** Claim modifiers that the checker knows. Hot path: labels only. */
import type { Confidence, ModifierEntry, ModifierKind } from './types';

export type { ModifierEntry, ModifierKind } from './types';

interface Own {
  readonly opens?: true;
  readonly validFrom?: number;
}

type Row = readonly [
  modifiers: string,
  label: string,
  kind: ModifierKind,
  confidence: Confidence,
  facts: readonly string[],
  own?: Own,
];

const OPENS = { opens: true } as const;
const X = { opens: true, validFrom: 20150101 } as const;
const ASSISTANT = { validFrom: 20200101 } as const;

// biome-ignore format: one line a modifier
const ROWS: readonly Row[] = [
  ['59', 'distinct service', 'distinct', 'PUB2', ['F-MOD-01', 'F-NCCI-02'], OPENS],
  ['XE', 'separate encounter on the same date', 'distinct', 'PUB2', ['F-MOD-02', 'F-NCCI-05'], X],
  ['XP', 'separate clinician', 'distinct', 'PRIMARY', ['F-MOD-03', 'F-NCCI-05'], X],
  ['XS', 'separate part of the body', 'distinct', 'PRIMARY', ['F-MOD-04', 'F-NCCI-05', 'F-NCCI-12'], X],
  ['XU', 'unusual service that does not overlap', 'distinct', 'PRIMARY', ['F-MOD-05', 'F-NCCI-04', 'F-NCCI-05'], X],

  ['GP', 'under a physical therapy plan of care', 'discipline', 'PUB2', ['F-MOD-06', 'F-MOD-07', 'F-MOD-08']],
  ['GO', 'under an occupational therapy plan of care', 'discipline', 'PUB2', ['F-MOD-06', 'F-MOD-07', 'F-MOD-08']],
  ['GN', 'under a speech-language pathology plan of care', 'discipline', 'PUB2', ['F-MOD-06', 'F-MOD-07']],
  ['CQ', 'given in whole or part by a PT assistant', 'assistant', 'PRIMARY', ['F-MOD-20', 'F-MOD-21', 'F-MOD-22', 'F-MOD-23', 'F-MOD-24'], ASSISTANT],
  ['CO', 'given in whole or part by an OT assistant', 'assistant', 'PRIMARY', ['F-MOD-20', 'F-MOD-21', 'F-MOD-22', 'F-MOD-23', 'F-MOD-24'], ASSISTANT],
  ['KX', 'still medically needed above the yearly amount', 'threshold', 'PUB2', ['F-MOD-30', 'F-MOD-31']],

  ['95', 'telehealth with live picture and sound', 'telehealth', 'PRIMARY', ['F-MOD-40', 'F-MOD-41']],
  ['GT', 'telehealth with picture and sound, older form', 'telehealth', 'GK', ['F-MOD-40']],
  ['93', 'telehealth by sound alone', 'telehealth', 'GK', ['T-MODIFIERS']],
  ['GQ', 'telehealth recorded and sent on', 'telehealth', 'GK', ['T-MODIFIERS']],

  ['52', 'reduced service', 'reduced', 'GK', ['F-MOD-50']],
  ['53', 'stopped before the end', 'reduced', 'GK', ['T-MODIFIERS']],
  ['76', 'repeated by the same clinician', 'repeat', 'PRIMARY', ['F-MOD-51', 'F-NCCI-02']],
  ['77', 'repeated by another clinician', 'repeat', 'PRIMARY', ['F-MOD-51', 'F-NCCI-02']],
  ['91', 'laboratory test repeated', 'repeat', 'PRIMARY', ['F-NCCI-02'], OPENS],

  ['AT', 'active treatment by a chiropractor', 'active-treatment', 'PUB2', ['F-MOD-60']],
  ['GA', 'required notice of likely non-payment is on file', 'notice', 'PUB2', ['F-MOD-60', 'F-MOD-61']],
  ['GX', 'voluntary notice of non-payment is on file', 'notice', 'PUB2', ['F-MOD-61']],
  ['GY', 'not covered by law', 'notice', 'PUB2', ['F-MOD-61']],
  ['GZ', 'likely not paid, and no notice is on file', 'notice', 'PUB2', ['F-MOD-61']],

  ['25', 'separate visit on the day of a procedure', 'visit', 'PRIMARY', ['F-MOD-70', 'F-NCCI-02'], OPENS],
  ['24', 'unrelated visit after an operation', 'visit', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['57', 'visit at which an operation was decided', 'visit', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['27', 'more than one hospital visit on a date', 'visit', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['58', 'planned next step after an operation', 'surgical', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['78', 'unplanned return to the operating room', 'surgical', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['79', 'unrelated procedure after an operation', 'surgical', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['22', 'much more work than usual', 'other', 'PRIMARY', ['F-NCCI-02']],

  ['LT', 'left side', 'side', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['RT', 'right side', 'side', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['E1 E2 E3 E4', 'an eyelid', 'side', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['FA F1 F2 F3 F4', 'a finger or the thumb, left hand', 'side', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['F5 F6 F7 F8 F9', 'a finger or the thumb, right hand', 'side', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['TA T1 T2 T3 T4', 'a toe, left foot', 'side', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['T5 T6 T7 T8 T9', 'a toe, right foot', 'side', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['LC LD LM RC RI', 'an artery of the heart', 'side', 'PRIMARY', ['F-NCCI-02'], OPENS],
  ['50', 'both sides', 'other', 'GK', ['T-MODIFIERS']],

  ['HQ', 'group setting', 'group', 'PUB1', ['F-MOD-80']],

  // Real modifiers that no rule here reads. Known, so that nothing true is called unknown.
  ['23', 'anesthesia where none is usual', 'other', 'GK', ['T-MODIFIERS']],
  ['47', 'anesthesia by the surgeon', 'other', 'GK', ['T-MODIFIERS']],
  ['54', 'an operation without the care after it', 'other', 'GK', ['T-MODIFIERS']],
  ['55', 'the care after an operation alone', 'other', 'GK', ['T-MODIFIERS']],
  ['56', 'the care before an operation alone', 'other', 'GK', ['T-MODIFIERS']],
  ['63', 'operation on an infant under 4 kg', 'other', 'GK', ['T-MODIFIERS']],
  ['73', 'hospital outpatient, stopped before anesthesia', 'other', 'GK', ['T-MODIFIERS']],
  ['74', 'hospital outpatient, stopped after anesthesia', 'other', 'GK', ['T-MODIFIERS']],
  ['26', 'the professional part of a service', 'other', 'GK', ['T-MODIFIERS']],
  ['TC', 'the technical part of a service', 'other', 'GK', ['T-MODIFIERS']],
  ['32', 'service that was required by an authority', 'other', 'GK', ['T-MODIFIERS']],
  ['33', 'preventive service', 'other', 'GK', ['T-MODIFIERS']],
  ['51', 'more than one procedure', 'other', 'GK', ['T-MODIFIERS']],
  ['62', 'two surgeons', 'other', 'GK', ['T-MODIFIERS']],
  ['66', 'a team of surgeons', 'other', 'GK', ['T-MODIFIERS']],
  ['80', 'help at an operation', 'other', 'GK', ['T-MODIFIERS']],
  ['81', 'little help at an operation', 'other', 'GK', ['T-MODIFIERS']],
  ['82', 'help at an operation, no trainee to be had', 'other', 'GK', ['T-MODIFIERS']],
  ['90', 'outside laboratory', 'other', 'GK', ['T-MODIFIERS']],
  ['92', 'test with a portable kit', 'other', 'GK', ['T-MODIFIERS']],
  ['96', 'service to gain a new skill', 'other', 'GK', ['T-MODIFIERS']],
  ['97', 'service to win a skill back', 'other', 'GK', ['T-MODIFIERS']],
  ['99', 'more modifiers than the line can hold', 'other', 'GK', ['T-MODIFIERS']],
];

let table: Map<string, ModifierEntry> | undefined;

function build(): Map<string, ModifierEntry> {
  const map = new Map<string, ModifierEntry>();
  for (const [modifiers, label, kind, confidence, facts, own] of ROWS) {
    const opensPair = own?.opens ?? false;
    const validFrom = own?.validFrom;
    for (const modifier of modifiers.split(' '))
      map.set(modifier, { modifier, label, kind, opensPair, validFrom, confidence, facts });
  }
  return map;
}

/** The entry of a modifier, upper-cased; `undefined` where the table does not hold it. */
export function lookUpModifier(modifier: string): ModifierEntry | undefined {
  table ??= build();
  return table.get(modifier);
}

/** Every modifier of the table. */
export function* allModifiers(): Generator<ModifierEntry> {
  table ??= build();
  yield* table.values();
}
