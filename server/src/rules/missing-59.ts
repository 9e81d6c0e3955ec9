import type { ClaimLine } from '../model/encounter';
import {
  aboutPairs,
  type DayPair,
  isFor59,
  isGroupPair,
  isGroupPsychotherapyPair,
  isManipulationPair,
  isNeverPaid,
  isUnopened,
  isVisitPair,
  otherCodes,
  otherLines,
  pairBasis,
  pairSeverity,
  pairsOf,
  pairsTo,
  payerUnread,
  whereItHolds,
  worstOf,
} from './kit/pairs';
import { isUnperformed } from './kit/performed';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { fixesOf59, provenApart } from './kit/separate';
import { list, whens } from './kit/words';

export const rule: PatientDayRule = {
  id: 'missing-59',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['aca-group', 'cpt97150-2026', 'ncci26'],
  statements: ['G07', 'G10', 'A14', 'A15', 'A16', 'A17', 'C08'],
  facts: ['F-NCCI-01', 'F-NCCI-02', 'F-NCCI-03', 'F-NCCI-04', 'F-NCCI-05', 'F-NCCI-23'],
  check(day, report) {
    const all = pairsOf(day);
    if (all.length === 0) return;
    let said: Set<ClaimLine> | undefined;
    for (const first of all) {
      if (!isMissing(first)) continue;
      const line = first.two;
      if (said?.has(line)) continue;
      said ??= new Set();
      said.add(line);
      // Group and individual psychotherapy ask for the same 59 on the same line, and speak first.
      if (pairsTo(line).some((found) => isGroupPsychotherapyPair(found) && isFor59(found) && isUnmarked(found)))
        continue;
      // One -59 on the line opens all its pairs: one defect, one finding.
      const pairs = pairsTo(line).filter(isMissing);
      const worst = worstOf(pairs, rule.id);
      report(line.encounter, line.codePlace(), {
        severity: pairSeverity(worst, rule.id),
        message: message(line, pairs, worst) + whereItHolds(worst, rule.id),
        basis: pairBasis(worst),
        sources: isGroupPair(worst) && worst.sameHands ? ['aca-group'] : worst.pair.named ? ['ncci26'] : ['ptp21'],
        about: aboutPairs(pairs),
        related: otherLines(line, pairs),
        fixes: () => fixesOf59(line, pairs),
      });
    }
  },
};

/** A pair that a modifier opens, and that nothing opens; pairs with a rule of their own are left to it. */
function isMissing(found: DayPair): boolean {
  if (!found.sameHands && !found.acrossDisciplines) return false;
  if (isNeverPaid(found) || isVisitPair(found) || isManipulationPair(found) || isGroupPsychotherapyPair(found))
    return false;
  return isUnmarked(found) && !(payerUnread(found) && !isGroupPair(found));
}

/** Nothing opens the pair, and its times do not overlap: where they do, -59 would be untrue, and the overlap is said. */
function isUnmarked(found: DayPair): boolean {
  if (isUnperformed(found.day, found.one) || isUnperformed(found.day, found.two)) return false;
  return isUnopened(found) && found.shown !== 'overlapping';
}

function message(line: ClaimLine, pairs: readonly DayPair[], worst: DayPair): string {
  const code = line.code!.text;
  const others = otherCodes(line, pairs);
  const beside = list(others);
  const it = others.length > 1 ? 'them' : 'it';
  if (!worst.sameHands)
    return `${code} has an edit with ${beside}, which another discipline billed that day. Each may bill its own care: -59 on ${code} says so, where the payer asks for it.`;
  const times = pairs.every(provenApart)
    ? ` The times share no minute: ${code} ${whens(worst.sessionsTwo)}, ${worst.one.code!.text} ${whens(worst.sessionsOne)}.`
    : worst.shown === 'not-shown' && worst.sessionsOne.length > 0 && worst.sessionsTwo.length > 0
      ? ' No clock times show them apart: record those first.'
      : '';
  if (isGroupPair(worst))
    return `${code} needs -59: group (${worst.one.code!.text}) and one-on-one (${code}) are billed on one day. Without it only the lower-priced group is paid.${times}`;
  return `${code} needs -59 if it was a separate service: it is billed on one day with ${beside}, and without it is not paid beside ${it}.${times}`;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: '-59 missing',
  summary:
    'Group and one-on-one, or another pair that an edit joins, are billed on one day and no line says they were separate.',
  explanation:
    'Group (97150) and a one-on-one code may both be billed for a patient on one day where they were different sessions. The claim says so with -59, by custom on the one-on-one line; XE, XP, XS or XU say it more closely, and since July 2019 Medicare takes the modifier on either line. The same holds for every other pair of codes with an indicator of 1. Where the recorded times overlap, -59 would be untrue, and the overlap is said instead.',
  cost: 'Only the lower-priced code of the two is paid.',
  fix: 'Add -59 to the line named. It is a safe fix where both sessions have clock times and share no minute. Where they do not, taking it states that the services were separate: record the times first.',
  severities:
    'Error for group with one-on-one, whoever pays. Other pairs: for Medicare, Medicaid and TRICARE an error where the policy manual or two sources name the pair; where only the 2021 table does, an error in 2021, a warning in other years, and info in a hospital, nursing facility or at home, where another table holds. Info for other payers, and where two disciplines billed the two codes. 97140 with 97530 needs -59 until 2020-12-31 alone.',
  bad: [
    {
      title: 'Group and one-on-one, 15 minutes each, one after the other',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-GP x1
       ^^^^^ missing-59 error | Add -59 to 97110
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      title: 'A pair that binds Medicare is an info for a commercial plan',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530 x1
  bill 97535 x1
       ^^^^^ missing-59 info
`,
    },
    {
      title: '97140 and 97530 were a pair until 2020-12-31',
      text: `payer medicare
${HEAD}
encounter 2020-12-31 patient A
  dx M54.50
  09:00-09:15  97530
  09:15-09:30  97140
  bill 97530-GP x1
       ^^^^^ missing-59 error | Add -59 to 97530
  bill 97140-GP x1
`,
    },
    {
      title: 'Two disciplines: an info',
      text: `payer medicare

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  discipline PT
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient A
  clinician "L. Chen, OT"
  discipline OT
  dx M54.50
  10:00-10:15  97530
  bill 97530-GO x1
       ^^^^^ missing-59 info
`,
    },
  ],
  good: [
    {
      title: 'No pair any more from 2021-01-01',
      text: `payer medicare
${HEAD}
encounter 2021-01-01 patient A
  dx M54.50
  09:00-09:15  97530
  09:15-09:30  97140
  bill 97530-GP x1
  bill 97140-GP x1
`,
    },
    {
      title: '-59 on the one-on-one line',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      title: 'No edit joins 97110 and 97140',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97140
  bill 97110-GP x1
  bill 97140-GP x1
`,
    },
  ],
};
