import { Is } from '../model/code';
import type { ClaimLine, Session } from '../model/encounter';
import {
  aboutPairs,
  type DayPair,
  isFor59,
  isGroupPair,
  isManipulationPair,
  otherCodes,
  pairsOf,
  pairsWith,
} from './kit/pairs';
import type { PatientDayRule, Related, RuleDocs } from './kit/rule';
import { list, minutes } from './kit/words';

export const rule: PatientDayRule = {
  id: 'unsupported-59',
  scope: 'patient-day',
  needs: Is.Opening,
  severity: 'warning',
  sources: ['coding-ahead', 'aca-group', 'cpt97150-2026'],
  statements: ['A16', 'C08', 'G10'],
  facts: ['F-DOC-05', 'F-DOC-15'],
  check(day, report) {
    const all = pairsOf(day);
    let said: Set<ClaimLine> | undefined;
    for (const first of all) {
      if (!isUnsupported(first)) continue;
      const line = markedLine(first);
      if (!line || said?.has(line)) continue;
      said ??= new Set();
      said.add(line);
      const pairs = pairsWith(line).filter((found) => markedLine(found) === line && isUnsupported(found));
      const group = pairs.find(isGroupPair);
      const use = line.distinct!;
      const untimed = lengths(pairs);
      report(line.encounter, line.modifierPlace(use), {
        severity: group ? 'warning' : 'info',
        message: `-${use.text} says that ${line.code!.text} and ${list(otherCodes(line, pairs))} were separate, but ${inWords(untimed)}, so the record does not show it. Record start and end of each.`,
        ...(!group && { sources: ['ncci26'] }),
        about: aboutPairs(pairs),
        related: untimed.map(
          (session): Related => ({
            home: session.encounter.home,
            place: session.whenPlace(),
            message: `${session.code!.text}: ${minutes(session.minutes)}, no start and end`,
          }),
        ),
      });
    }
  },
};

/** The line that carries the 59 of a pair: column two, where both do. */
function markedLine({ one, two }: DayPair): ClaimLine | undefined {
  return two.distinct ? two : one.distinct ? one : undefined;
}

/** XS and XP speak of another part of the body or another clinician: time has no say there. */
function isAnotherReason(line: ClaimLine): boolean {
  return line.has('XS') || line.has('XP');
}

function isUnsupported(found: DayPair): boolean {
  const { one, two } = found;
  if (!markedLine(found) || isAnotherReason(one) || isAnotherReason(two)) return false;
  if (!isFor59(found) || isManipulationPair(found)) return false;
  if (found.shown !== 'not-shown' || found.sessionsOne.length === 0 || found.sessionsTwo.length === 0) return false;
  // A time that cannot be read is said of itself.
  return found.sessionsOne.every(isTimed) && found.sessionsTwo.every(isTimed);
}

function isTimed(session: Session): boolean {
  return session.minutes > 0;
}

/** Sessions that have only a length, each once. */
function lengths(pairs: readonly DayPair[]): Session[] {
  const sessions = new Set<Session>();
  for (const { sessionsOne, sessionsTwo } of pairs)
    for (const session of [...sessionsTwo, ...sessionsOne]) if (session.start < 0) sessions.add(session);
  return [...sessions];
}

/** "97110 is recorded as 15 min". */
function inWords(untimed: readonly Session[]): string {
  const first = untimed[0]!;
  const code = first.code!.text;
  const rest = [...new Set(untimed.map((session) => session.code!.text))];
  if (rest.length > 1) return `${list(rest)} have only lengths`;
  return untimed.length === 1
    ? `${code} has only a length (${minutes(first.minutes)})`
    : `${code} has only lengths (${untimed.map((session) => minutes(session.minutes)).join(', ')})`;
}

const HEAD = `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
`;
const NOTES = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: '-59 without times to show it',
  summary: '-59 says that two services were separate, but one of them has only a length, so nothing shows it.',
  explanation:
    'Group and one-on-one on one day must be different sessions, and the record has to show them at separate times. A length says how long, not when. Where both codes have sessions and one is recorded as minutes alone, the -59 on the claim rests on nothing. Not asked of XS (another part of the body) and XP (another clinician), nor beside spinal manipulation, where the region counts.',
  cost: 'On review the one-on-one code is taken back: the record does not support the modifier.',
  fix: 'Record start and end of both, such as 09:00-09:15. There is no quick fix: only the clinician knows the times.',
  severities: 'Group with one-on-one: warning. Other pairs: info. The same for every payer.',
  bad: [
    {
      title: 'The one-on-one has only a length',
      text: `${HEAD}  goal "Walk 200 m without a rail"
  10:00-10:30  97150  group of 4  "Balance class"
  15 min  97110  one-on-one
  bill 97110-59-GP x1
            ^^^ unsupported-59 warning
  bill 97150-GP x1
${NOTES}`,
    },
    {
      title: 'A pair without group is an info',
      text: `${HEAD}  20 min  97530
  15 min  97535
  bill 97530-GP x1
  bill 97535-59-GP x1
            ^^^ unsupported-59 info
`,
    },
  ],
  good: [
    {
      title: 'Both have clock times and share no minute',
      text: `${HEAD}  goal "Walk 200 m without a rail"
  10:00-10:30  97150  group of 4  "Balance class"
  10:30-10:45  97110  one-on-one
  bill 97110-59-GP x1
  bill 97150-GP x1
${NOTES}`,
    },
    {
      title: 'XP speaks of another clinician, not of time',
      text: `payer medicare
discipline PT

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  dx M54.50
  20 min  97530
  bill 97530-GP x1

encounter 2026-03-03 patient A
  clinician "K. Lee, PT"
  dx M54.50
  15 min  97535
  bill 97535-XP-GP x1
`,
    },
  ],
};
