/** Sessions and claim lines taken together, as fixes of codes change them. */

import { lookUpModifier } from '../../guidance/modifiers';
import type { ModifierKind } from '../../guidance/types';
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

/** Kinds of modifiers that tell two lines of one code apart. */
export const TELLS_APART: ReadonlySet<ModifierKind> = new Set([
  'distinct',
  'discipline',
  'assistant',
  'repeat',
  'side',
]);

function tellsApart(modifier: string): boolean {
  const entry = lookUpModifier(modifier);
  return modifier === 'GY' || !entry || TELLS_APART.has(entry.kind);
}

/** With these modifiers, no modifier would tell the line from another one of its code in the encounter. */
export function becomesDouble(line: ClaimLine, modifiers: readonly string[]): boolean {
  return line.encounter.claims.some((other) => {
    if (other === line || other.written !== line.written) return false;
    const theirs = other.modifiers.map((use) => use.text);
    return (
      modifiers.every((text) => theirs.includes(text) || !tellsApart(text)) &&
      theirs.every((text) => modifiers.includes(text) || !tellsApart(text))
    );
  });
}

/** The modifiers of a line after a change. */
export function modifiersAfter(line: ClaimLine, without: readonly string[], added: readonly string[] = []): string[] {
  return [...line.modifiers.map((use) => use.text).filter((text) => !without.includes(text)), ...added];
}
