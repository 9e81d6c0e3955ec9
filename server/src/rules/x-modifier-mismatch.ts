import { Is } from '../model/code';
import type { ClaimLine, ModifierUse } from '../model/encounter';
import { removeModifier, swapModifier } from './kit/edits';
import { hasTwin } from './kit/lines';
import { aboutPairs, type DayPair, differ, isFor59, otherCodes, otherLines, pairsWith } from './kit/pairs';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { isOneVisit } from './kit/separate';
import { list, whens } from './kit/words';

/** The first day of service with X modifiers. */
const X_MODIFIERS = 20150101;

export const rule: PatientDayRule = {
  id: 'x-modifier-mismatch',
  scope: 'patient-day',
  needs: Is.Opening,
  severity: 'warning',
  sources: ['ncci26', 'cap'],
  statements: [],
  facts: ['F-MOD-02', 'F-MOD-03', 'F-MOD-05', 'F-NCCI-05'],
  check(day, report) {
    if (day.date < X_MODIFIERS || day.claims.length < 2) return;
    for (const line of day.claims) {
      for (const use of line.modifiers) {
        if (use.text !== 'XE' && use.text !== 'XP') continue;
        const pairs = pairsWith(line).filter(
          (found) => (found.sameHands && isFor59(found)) || (found.acrossDisciplines && found.pair.indicator === 1),
        );
        // True of one of its pairs, the modifier has its place.
        const says = use.text === 'XE' ? isNoEncounterApart : isOneGiver;
        if (pairs.length === 0 || !pairs.every((found) => says(found, line))) continue;
        report(line.encounter, line.modifierPlace(use), {
          severity: 'warning',
          message: message(line, use, pairs),
          about: aboutPairs(pairs),
          related: otherLines(line, pairs),
          fixes: () => fixes(line, use, pairs),
        });
      }
    }
  },
};

/** XE where the services followed one another in one visit. */
function isNoEncounterApart(found: DayPair, line: ClaimLine): boolean {
  const { one, two, shown } = found;
  return (
    shown === 'separate' &&
    !found.day.unreadSession &&
    !differ(one.encounter.clinician, two.encounter.clinician) &&
    isOneVisit(found, line)
  );
}

/** XP where one clinician gave every session of both codes. */
function isOneGiver({ day, sessionsOne, sessionsTwo, shown }: DayPair): boolean {
  const giver = sessionsOne[0]?.giver;
  if (giver === undefined || sessionsTwo.length === 0 || shown === 'overlapping' || day.unreadSession) return false;
  for (const session of sessionsOne) if (session.giver !== giver) return false;
  for (const session of sessionsTwo) if (session.giver !== giver) return false;
  return true;
}

function message(line: ClaimLine, use: ModifierUse, pairs: readonly DayPair[]): string {
  const code = line.code!.text;
  const first = pairs[0]!;
  const [own, others] =
    line === first.two ? [first.sessionsTwo, first.sessionsOne] : [first.sessionsOne, first.sessionsTwo];
  const other = otherCodes(line, pairs);
  if (use.text === 'XE')
    return `-XE on ${code} says a separate visit, but ${code} (${whens(own)}) and ${other[0]!} (${whens(others)}) were one visit. Back to back in one visit is -XU or -59.`;
  return `-XP on ${code} says another clinician, but ${own[0]!.giver!} gave both ${code} and ${list(other)}. Where they were separate, it is -XU or -59.`;
}

function fixes(line: ClaimLine, use: ModifierUse, pairs: readonly DayPair[]): readonly Fix[] {
  const result: Fix[] = [];
  const others = line.modifiers.filter((each) => each !== use && each.entry?.kind === 'distinct');
  if (others.length > 0) {
    const kept = list(others.map((each) => `-${each.text}`));
    if (hasTwin(line, [], [use.text])) return result;
    const edits = [removeModifier(line, use)];
    return [
      { title: `Remove -${use.text} from ${line.code!.text}: you state that ${kept} is true`, safe: false, edits },
    ];
  }
  const swap = (modifier: string, states: string) =>
    !hasTwin(line, [modifier], [use.text]) &&
    result.push({
      title: `Use -${modifier} in place of -${use.text} on ${line.code!.text}: you state ${states}`,
      safe: false,
      edits: [swapModifier(line, use, modifier)],
    });
  if (pairs.every((found) => found.shown === 'separate'))
    swap('XU', 'that they followed one another without sharing a minute');
  swap('59', 'that the services were separate');
  return result;
}

const ENCOUNTER = `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
`;
const GROUP = `${ENCOUNTER}  goal "Walk 200 m without a rail"
`;
const NOTES = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: 'XE or XP that the record contradicts',
  summary: '-XE where both services were one visit, or -XP where one clinician gave both.',
  explanation:
    'The X modifiers say more closely what -59 says. XE means a separate encounter of the same day, such as group in the morning and one-on-one in the afternoon; services back to back in one visit are XU or 59. XP means another clinician. Where the recorded times or givers say otherwise, the modifier is not true, though the services may well have been separate. A modifier that is true of one of the pairs on its line is left alone.',
  cost: 'A modifier that the record contradicts fails on review, and the service with it.',
  fix: 'Swap it for -XU or -59. Taking the fix states that the services shared no minute.',
  severities: 'Warning for every payer, from 2015-01-01, the first day of the X modifiers.',
  bad: [
    {
      title: 'XE, and the group followed at once',
      text: `${GROUP}  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-XE-GP x1
            ^^^ x-modifier-mismatch warning | Use -XU in place of -XE on 97110: you state that they followed one another without sharing a minute
  bill 97150-GP x1
${NOTES}`,
      fixed: `${GROUP}  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-XU-GP x1
  bill 97150-GP x1
${NOTES}`,
    },
    {
      title: 'XP, and one clinician gave both',
      text: `${ENCOUNTER}  09:00-09:20  97530
  14:00-14:15  97535
  bill 97530-GP x1
  bill 97535-XP-GP x1
            ^^^ x-modifier-mismatch warning
`,
    },
  ],
  good: [
    {
      title: 'Group in the morning, one-on-one in the afternoon',
      text: `${GROUP}  10:00-10:30  97150  group of 4  "Balance class"
  16:00-16:15  97110  one-on-one
  bill 97110-XE-GP x1
  bill 97150-GP x1
${NOTES}`,
    },
  ],
};
