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
const TELLS_APART: ReadonlySet<ModifierKind> = new Set(['distinct', 'discipline', 'assistant', 'repeat', 'side']);

/** GY tells apart: such a line is judged by itself. So may one that is in no table: it may be a payer's own. */
function tellsApart(modifier: string): boolean {
  const entry = lookUpModifier(modifier);
  return modifier === 'GY' || !entry || TELLS_APART.has(entry.kind);
}

/**
 * No modifier tells two lines of one code apart, the first with the modifiers given: what makes them doubles, for
 * `duplicate-line` and for every fix that changes a modifier.
 */
export function areDoubles(line: ClaimLine, other: ClaimLine, modifiers = textsOf(line)): boolean {
  const [ours, theirs] = [new Set(modifiers), new Set(textsOf(other))];
  return (
    [...ours].every((text) => theirs.has(text) || !tellsApart(text)) &&
    [...theirs].every((text) => ours.has(text) || !tellsApart(text))
  );
}

function textsOf(line: ClaimLine): readonly string[] {
  return line.modifiers.map((use) => use.text);
}

/** With these modifiers the line would be the double of another one in its encounter, which is an error. */
export function becomesDouble(line: ClaimLine, modifiers: readonly string[]): boolean {
  return line.encounter.claims.some(
    (other) => other !== line && other.written === line.written && areDoubles(line, other, modifiers),
  );
}

/**
 * A line of the day is its double, or would be after the change: the two are to be merged, not marked. Asked of fixes of
 * 59, which speak of the whole day.
 */
export function hasTwin(line: ClaimLine, added: readonly string[], removed: readonly string[] = []): boolean {
  const after = modifiersAfter(line, removed, added);
  return line.encounter.day
    .linesOf(line.code!)
    .some((other) => other !== line && (areDoubles(line, other) || areDoubles(line, other, after)));
}

/** The modifiers of a line after a change. */
export function modifiersAfter(line: ClaimLine, without: readonly string[], added: readonly string[] = []): string[] {
  return [...line.modifiers.map((use) => use.text).filter((text) => !without.includes(text)), ...added];
}
