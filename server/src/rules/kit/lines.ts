/** Sessions and claim lines taken together, as fixes of codes change them. */

import type { ClaimLine, Session } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';

export function isClaim(line: Session | ClaimLine): line is ClaimLine {
  return 'modifiers' in line;
}

/** Every session and claim line of a day whose written code fits, in the order of encounters, sessions before lines. */
export function writtenAs(day: PatientDay, fits: (code: string) => boolean): (Session | ClaimLine)[] {
  const found: (Session | ClaimLine)[] = [];
  for (const encounter of day.encounters) {
    for (const session of encounter.sessions) if (session.written && fits(session.written.text)) found.push(session);
    for (const line of encounter.claims) if (line.written && fits(line.written.text)) found.push(line);
  }
  return found;
}

/** All of them stand in the file of the first: one fix can change them together. */
export function inOneFile(lines: readonly (Session | ClaimLine)[], first: Session | ClaimLine): boolean {
  return lines.every((line) => line.encounter.home.file === first.encounter.home.file);
}
