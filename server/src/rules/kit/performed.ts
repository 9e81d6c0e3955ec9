/** Claim lines and the sessions that they ask for. */

import { type Code, Is } from '../../model/code';
import type { ClaimLine } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';
import { SharedKey } from '../../model/shared';

const WITHOUT_SESSION = Is.AddOn | Is.Visit;

/** Add-ons and visits have no session of their own; nor have long visits and what a device records. */
export function hasSessions(code: Code): boolean {
  if (code.is & WITHOUT_SESSION) return false;
  const { family } = code.entry!;
  return family !== 'prolonged' && family !== 'remote-monitoring';
}

/** One service by two names, or one that is counted with the other. */
export function isSameService(a: Code, b: Code): boolean {
  return a.service === b.service || a.pool === b.pool;
}

const PERFORMED = new SharedKey<ReadonlySet<Code>>();

export function isPerformed(day: PatientDay, code: Code): boolean {
  const codes = day.shared.of(PERFORMED) ?? day.shared.keep(PERFORMED, new Set(day.sessions.map(({ code }) => code!)));
  for (const one of codes) if (isSameService(one, code)) return true;
  return false;
}

/** The day has sessions, and none of the line's code: that is said of the line, and nothing of its pairs. */
export function isUnperformed(day: PatientDay, { code }: ClaimLine): boolean {
  return day.sessions.length > 0 && !day.unreadSession && hasSessions(code!) && !isPerformed(day, code!);
}
