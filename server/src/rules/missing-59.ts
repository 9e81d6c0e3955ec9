import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { addModifierFirst } from './kit/edits';
import { type DayPair, isGroupPair, isUnopened, pairBasis, pairSeverity, pairsOf } from './kit/pairs';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'missing-59',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['aca-group', 'cpt97150-2026', 'ncci26'],
  statements: ['G07', 'A14', 'A15', 'A16', 'A17', 'C08'],
  facts: ['F-NCCI-01', 'F-NCCI-02', 'F-NCCI-03', 'F-NCCI-04', 'F-NCCI-05', 'F-NCCI-23'],
  check(day, report) {
    const unopened = pairsOf(day).filter(
      (found) => found.pair.indicator === 1 && found.sameHands && isUnopened(found) && found.shown !== 'overlapping',
    );
    const said = new Set<ClaimLine>();
    for (const first of unopened) {
      const line = first.two;
      if (said.has(line)) continue;
      said.add(line);
      // One -59 on the line opens all its pairs: one defect, one finding.
      const pairs = unopened.filter((found) => found.two === line);
      const worst = pairs.reduce((a, b) => (RANK[severityOf(b)] < RANK[severityOf(a)] ? b : a));
      const code = line.code!.text;
      const others = [...new Set(pairs.map((found) => found.one.code!.text))];
      report(line.encounter, line.codePlace(), {
        severity: severityOf(worst),
        message: message(code, others, worst),
        basis: pairBasis(worst),
        sources: isGroupPair(worst) ? ['aca-group'] : worst.pair.named ? ['ncci26'] : ['ptp21'],
        about: [...pairs.map((found) => found.one), line],
        related: pairs.map(({ one }) => ({
          home: one.encounter.home,
          place: one.codePlace(),
          message: `${one.text} is billed here`,
        })),
        fixes: () => fixes(line, pairs),
      });
    }
  },
};

const RANK = { error: 0, warning: 1, info: 2, hint: 3 } as const;

function severityOf(found: DayPair) {
  return pairSeverity(found, rule.id);
}

function message(code: string, others: readonly string[], worst: DayPair): string {
  const with_ = list(others);
  if (isGroupPair(worst))
    return `${code} needs -59: group (${with_}) and one-on-one are billed on one day. Without it only ${with_}, the lower-priced group, is paid.`;
  return `${code} needs -59: it is billed on one day with ${with_} and without it is not paid beside ${others.length > 1 ? 'them' : 'it'}.`;
}

/** Time proves nothing for these: they are told apart by what was done, not when. */
const TIME_PROVES_NOTHING = new Set(['97164', '97168', '95992']);
const TOLD_APART_BY_TIME = Is.Group | Is.OneOnOne | Is.GroupPsychotherapy | Is.Psychotherapy | Is.GroupCode;

/** The recorded times prove that the two services were apart. */
export function provenApart({ one, two, shown }: DayPair): boolean {
  for (const line of [one, two]) {
    const code = line.code!;
    if (TIME_PROVES_NOTHING.has(code.text) || code.is & Is.Speech) return false;
    if (!(code.is & TOLD_APART_BY_TIME)) return false;
  }
  return shown === 'separate';
}

/** -59 and the X modifiers that say more, on the column-two line. */
export function fixes(line: ClaimLine, pairs: readonly DayPair[]): readonly Fix[] {
  const code = line.code!.text;
  const proven = pairs.every(provenApart);
  const result: Fix[] = [
    {
      title: proven ? `Add -59 to ${code}` : `Add -59 to ${code}: you state that the services were separate`,
      safe: proven,
      edits: [addModifierFirst(line, '59')],
    },
  ];
  const { date } = line.encounter;
  if (date > 0 && date < 20150101) return result;
  if (!proven) return result;
  const x = (modifier: string, states: string) =>
    result.push({
      title: `Add -${modifier} to ${code}: you state ${states}`,
      safe: false,
      edits: [addModifierFirst(line, modifier)],
    });
  if (pairs.every(touches)) x('XU', 'that they followed one another without sharing a minute');
  else if (!pairs.some(touches)) x('XE', 'that they were separate visits on the day');
  if (pairs.every(({ one, two }) => differ(one.encounter.clinician, two.encounter.clinician)))
    x('XP', 'that another clinician gave it');
  return result;
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** A session of the one begins as one of the other ends: one visit. */
export function touches({ sessionsOne, sessionsTwo }: DayPair): boolean {
  return sessionsOne.some((a) => sessionsTwo.some((b) => a.end === b.start || b.end === a.start));
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
    'Error for group with one-on-one, whoever pays. Other pairs: error for Medicare, Medicaid and TRICARE (a warning where only the 2021 table names the pair), info for other payers.',
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
  ],
  good: [
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
