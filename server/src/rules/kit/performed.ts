/** Claim lines and the sessions that they ask for. */

import { type Code, Is } from '../../model/code';
import type { ClaimLine } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';

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

export function isPerformed(day: PatientDay, code: Code): boolean {
  for (const session of day.sessions) if (isSameService(session.code!, code)) return true;
  return false;
}

/** The day has sessions, and none of the line's code: that is said of the line, and nothing of its pairs. */
export function isUnperformed(day: PatientDay, { code }: ClaimLine): boolean {
  return day.sessions.length > 0 && !day.unreadSession && hasSessions(code!) && !isPerformed(day, code!);
}
