/** Codes that are one unit a date, whatever their minutes: what the two rules about them share. */

import { type ClaimLine, type Session, shownOverlapping } from '../../model/encounter';
import type { ClaimDay } from '../../model/patient-day';
import { isMedicare } from '../../model/payer';
import { removeLine, setUnits } from './edits';
import { staysInPlay } from './overlap';
import type { Fix, Related } from './rule';
import { units } from './words';

/** Lines of one service in a claim-day, up to the line itself. GY lines and lines that break off are left out. */
export function linesUpTo(claimDay: ClaimDay, line: ClaimLine): ClaimLine[] {
  const lines: ClaimLine[] = [];
  for (const other of claimDay.linesOf(line.code!)) {
    if (isRead(other)) lines.push(other);
    if (other === line) break;
  }
  return lines;
}

export function isRead(line: ClaimLine): boolean {
  return !line.cut && !line.notCovered;
}

/** Units that a date allows: one; of group psychotherapy in a hospital one for each separate session. */
export function allowedOn(claimDay: ClaimDay, lines: readonly ClaimLine[]): number {
  const code = lines[0]!.code!;
  if (code.number !== 90853 && code.number !== 90849) return 1;
  if (lines.some((line) => line.encounter.setting !== 'hospital')) return 1;
  const separate: Session[] = [];
  for (const session of claimDay.sessions) {
    if (session.code === code && !separate.some((other) => shownOverlapping(session, other))) separate.push(session);
  }
  return Math.max(1, separate.length);
}

/** A hospital reports one unit of group psychotherapy for each separate session: whether several lines are as many. */
export function separateSessions(claimDay: ClaimDay, lines: readonly ClaimLine[]): boolean {
  const sum = unitsOf(lines);
  return sum > 1 && sum <= allowedOn(claimDay, lines);
}

export function unitsOf(lines: readonly ClaimLine[]): number {
  let sum = 0;
  for (const line of lines) sum += line.units;
  return sum;
}

/** "3 units billed, 1 allowed" or "a second line, 2 units in all, 1 allowed". */
export function billedAndAllowed(lines: readonly ClaimLine[], allowed = 1): string {
  const line = lines[lines.length - 1]!;
  const sum = unitsOf(lines);
  if (lines.length === 1) return `${line.code!.text}: ${units(sum)} billed, ${allowed} allowed.`;
  const other = lines[0]!.code!.text === line.code!.text ? '' : ` (${lines[0]!.code!.text} is the same service)`;
  const which = lines.length === 2 ? 'a second line' : `line ${lines.length} of the day`;
  return `${line.code!.text}: ${which}${other}, ${units(sum)} in all, ${allowed} allowed.`;
}

/** No visit has as many. */
const MOST_RELATED = 100;

export function relatedLines(lines: readonly ClaimLine[]): Related[] {
  return lines.slice(0, Math.min(lines.length - 1, MOST_RELATED)).map((line) => ({
    home: line.encounter.home,
    place: line.unitsPlace(),
    message: `${line.text} x${line.units} is billed here`,
  }));
}

/**
 * Set the line to what the date allows beside those before it; or drop the later line, which is safe where it says
 * nothing that the first does not.
 */
export function onceFixes(lines: readonly ClaimLine[], allowed = 1): readonly Fix[] {
  const line = lines[lines.length - 1]!;
  const code = line.code!.text;
  const left = allowed - unitsOf(lines.slice(0, -1));
  if (left > 0) return [{ title: `Bill ${code} x${left}`, safe: true, edits: [setUnits(line, left)] }];
  if (!staysInPlay([line])) return [];
  const first = lines[0]!;
  const alike = first.code === line.code && sameModifiers(first, line);
  if (lines.length === 2 && isOtherName(first) && !isOtherName(line)) {
    return [
      {
        title: `Remove the ${first.code!.text} line: you state that ${line.text} stands for the day`,
        safe: false,
        edits: [removeLine(first.encounter, first.line)],
      },
    ];
  }
  return [
    {
      title: alike
        ? `Merge with the line of ${code} before it`
        : `Remove this line: you state that ${first.text} stands for the day`,
      // -76 says that there is another line: on one alone it would not be true.
      safe: alike && !isRepeat(line),
      edits: [removeLine(line.encounter, line.line)],
    },
  ];
}

/** The service has another code for the payer. */
function isOtherName({ code, encounter: { payer } }: ClaimLine): boolean {
  return code!.entry!.notForMedicare === 'other-code' && isMedicare(payer, 'code-not-for-payer');
}

/** It says of itself that it repeats another line. */
export function isRepeat({ modifiers }: ClaimLine): boolean {
  return modifiers.some(({ entry }) => entry?.kind === 'repeat');
}

/** The same modifiers, in whatever order. */
export function sameModifiers(a: ClaimLine, b: ClaimLine): boolean {
  return a.modifiers.every(({ text }) => b.has(text)) && b.modifiers.every(({ text }) => a.has(text));
}
