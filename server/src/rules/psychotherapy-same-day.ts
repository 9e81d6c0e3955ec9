import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { removeLine } from './kit/edits';
import {
  aboutPairs,
  type DayPair,
  isFor59,
  isGroupPsychotherapyPair,
  isUnopened,
  otherCodes,
  otherLines,
  pairBasis,
  pairSeverity,
  pairsOf,
  pairsWith,
  payerUnread,
  whereItHolds,
  worstOf,
} from './kit/pairs';
import { isUnperformed } from './kit/performed';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { fixesOf59, provenApart } from './kit/separate';
import { list, whens } from './kit/words';

export const rule: PatientDayRule = {
  id: 'psychotherapy-same-day',
  scope: 'patient-day',
  needs: Is.GroupPsychotherapy,
  severity: 'error',
  sources: ['aapc-p1', 'sc-p', 'ptp21'],
  statements: [],
  facts: ['F-NCCI-24', 'F-NCCI-25', 'F-PSY-06', 'X-18'],
  check(day, report) {
    const all = pairsOf(day);
    let said: Set<ClaimLine> | undefined;
    for (const first of all) {
      if (!isFound(first)) continue;
      const line = otherThanGroup(first);
      if (said?.has(line)) continue;
      said ??= new Set();
      said.add(line);
      const pairs = pairsWith(line).filter((found) => isFound(found) && otherThanGroup(found) === line);
      const worst = worstOf(pairs, rule.id);
      const refused = worst.sameHands && isRefusedByPlan(worst);
      report(line.encounter, line.codePlace(), {
        severity: refused ? 'error' : pairSeverity(worst, rule.id),
        message: message(line, pairs, worst, refused) + (refused ? '' : whereItHolds(worst, rule.id)),
        basis: refused ? 'your configuration' : pairBasis(worst),
        sources: refused
          ? []
          : line.code!.entry!.family === 'psychotherapy'
            ? ['aapc-p1', 'sc-p']
            : ['aapc-p2', 'ptp21'],
        about: aboutPairs(pairs),
        related: otherLines(line, pairs),
        fixes: () => (refused ? removal(line) : fixes(line, pairs)),
      });
    }
  },
};

/** The individual or family line. */
function otherThanGroup({ one, two }: DayPair): ClaimLine {
  return (one.code!.is & Is.GroupPsychotherapy) !== 0 ? two : one;
}

function isFound(found: DayPair): boolean {
  if (!isGroupPsychotherapyPair(found) || payerUnread(found)) return false;
  if (isUnperformed(found.day, found.one) || isUnperformed(found.day, found.two)) return false;
  if (!found.sameHands) return found.acrossDisciplines && isUnmarked(found);
  return isRefusedByPlan(found) || (isFor59(found) && isUnmarked(found));
}

/** Where the times overlap, -59 would be untrue, and the overlap is said. */
function isUnmarked(found: DayPair): boolean {
  return isUnopened(found) && found.shown !== 'overlapping';
}

/** By configuration, the plan takes no two of them on one day, whatever the modifier. */
function isRefusedByPlan(found: DayPair): boolean {
  return found.two.encounter.payer.refusesGroupWithIndividual === true;
}

function message(line: ClaimLine, pairs: readonly DayPair[], worst: DayPair, refused: boolean): string {
  const code = line.code!.text;
  const group = list(otherCodes(line, pairs));
  if (refused)
    return `${code} and group psychotherapy (${group}) on one day: this plan refuses both together. Bill one.`;
  const marked = worst.two === line ? code : group;
  if (!worst.sameHands)
    return `${code} and group psychotherapy (${group}) are billed by two disciplines on one day: -59 on ${marked} says that they were separate, where the payer asks for it.`;
  const [own, others] =
    worst.two === line ? [worst.sessionsTwo, worst.sessionsOne] : [worst.sessionsOne, worst.sessionsTwo];
  const apart = pairs.every(provenApart)
    ? ` The times share no minute: ${code} ${whens(own)}, ${group} ${whens(others)}.`
    : ' No clock times show them apart: record those first.';
  const before = marked === code ? '' : ' (before 2014-10-01 the group line is the one that takes it)';
  return `${marked} needs -59${before}: ${code} and group psychotherapy (${group}) are billed on one day, and without it ${marked} is not paid.${apart}`;
}

function fixes(line: ClaimLine, pairs: readonly DayPair[]): readonly Fix[] {
  const target = pairs[0]!.two;
  if (target === line) return fixesOf59(line, pairs);
  // Before October 2014 group psychotherapy was the line that is refused: the modifier goes there.
  if (target.encounter.home.file !== line.encounter.home.file) return [];
  return fixesOf59(target, pairs);
}

function removal(line: ClaimLine): readonly Fix[] {
  return [
    {
      title: `Remove the ${line.code!.text} line: you state that group psychotherapy is to be billed`,
      safe: false,
      edits: [removeLine(line.encounter, line.line)],
    },
  ];
}

const DAY = (payer: string, date = '2026-03-03') => `payer ${payer}
clinician "M. Silva, LCSW"
discipline BH

encounter ${date} patient A
  dx F33.1
  goal "Leave the house alone twice a week"
  09:00-10:00  90853  group of 8  "Coping skills"
  10:00-10:30  90832
`;
const NOTES = `  O: Spoke twice, gave one other member feedback.
  A: Names two triggers; one in January.
  P: Weekly group; individual session in two weeks.
`;

export const docs: RuleDocs = {
  title: 'Group and individual psychotherapy without -59',
  summary:
    'Group psychotherapy and individual or family psychotherapy are billed on one day, and no line says they were separate.',
  explanation:
    '90853 may be billed beside 90832-90838, 90845-90847 or 90849 where they were separate sessions. The claim says so with -59 (or -XE for two visits) on the individual or family line. Before 2014-10-01 the edit with 90832-90838 stood the other way round, so the group line took it. Some plans refuse both on one day whatever the modifier; that can be set for a payer.',
  cost: 'The individual or family session is not paid.',
  fix: 'Add -59 to the individual or family line. Safe where clock times show that the sessions shared no minute; else taking it states that they were separate.',
  severities: 'Medicare, Medicaid, TRICARE: error. Other payers: info; error for a plan that is set to refuse both.',
  bad: [
    {
      title: 'Group, and an individual session right after it',
      text: `${DAY('medicare')}  bill 90853 x1
  bill 90832 x1
       ^^^^^ psychotherapy-same-day error | Add -59 to 90832
${NOTES}`,
      fixed: `${DAY('medicare')}  bill 90853 x1
  bill 90832-59 x1
${NOTES}`,
    },
    {
      title: 'A plan that no edit binds',
      text: `${DAY('commercial')}  bill 90853 x1
  bill 90832 x1
       ^^^^^ psychotherapy-same-day info
${NOTES}`,
    },
    {
      title: 'Before October 2014 the group line takes the modifier',
      text: `${DAY('medicare', '2014-09-30')}  bill 90853 x1
  bill 90832 x1
       ^^^^^ psychotherapy-same-day error | Add -59 to 90853
${NOTES}`,
      fixed: `${DAY('medicare', '2014-09-30')}  bill 90853-59 x1
  bill 90832 x1
${NOTES}`,
    },
  ],
  good: [
    {
      title: '-59 on the individual line',
      text: `${DAY('medicare', '2014-10-01')}  bill 90853 x1
  bill 90832-59 x1
${NOTES}`,
    },
  ],
};
