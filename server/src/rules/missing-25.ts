import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { isBound } from '../model/payer';
import { addModifierFirst } from './kit/edits';
import {
  aboutPairs,
  type DayPair,
  isOtherTable,
  isVisitPair,
  opens,
  otherCodes,
  otherLines,
  pairBasis,
  pairsOf,
  pairsTo,
  payerUnread,
  whereItHolds,
} from './kit/pairs';
import type { PatientDayRule, RuleDocs, Severity } from './kit/rule';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'missing-25',
  scope: 'patient-day',
  needs: Is.Visit,
  severity: 'warning',
  sources: ['ncci26', 'ptp21'],
  statements: [],
  facts: ['F-MOD-70', 'T-PAIRS'],
  check(day, report) {
    const all = pairsOf(day);
    let said: Set<ClaimLine> | undefined;
    for (const first of all) {
      if (!isMissing(first)) continue;
      const line = first.two;
      if (said?.has(line)) continue;
      said ??= new Set();
      said.add(line);
      const pairs = pairsTo(line).filter(isMissing);
      const worst = pairs.find((found) => severityOf(found) === 'warning') ?? pairs[0]!;
      const code = line.code!.text;
      const others = list(otherCodes(line, pairs));
      report(line.encounter, line.codePlace(), {
        severity: severityOf(worst),
        message: message(code, others, worst),
        basis: pairBasis(worst),
        about: aboutPairs(pairs),
        related: otherLines(line, pairs),
        fixes: () => [
          {
            title: `Add -25 to ${code}: you state that the visit was separate work, beyond what ${others} holds`,
            safe: false,
            edits: [addModifierFirst(line, '25')],
          },
        ],
      });
    }
  },
};

/** No 25 on the visit, nor any other modifier that opens the pair from there. */
function isMissing(found: DayPair): boolean {
  if (!isVisitPair(found) || opens(found.two) || payerUnread(found)) return false;
  return found.sameHands || (found.acrossDisciplines && !opens(found.one));
}

function message(code: string, others: string, worst: DayPair): string {
  if (!worst.sameHands)
    return `${code} and ${others} are billed by two disciplines on one day: -25 on ${code} says that the visit was work of its own, where the payer asks for it.`;
  return `${code} is billed on one day with ${others} and has no -25: without it the visit is not paid. Add -25 where the visit was work of its own.${whereItHolds(worst, rule.id)}`;
}

function severityOf(found: DayPair): Severity {
  const bound = found.sameHands && isBound(found.two.encounter.payer, rule.id);
  return bound && !isOtherTable(found) ? 'warning' : 'info';
}

const DAY = (payer: string, visit: string) => `payer ${payer}
clinician "D. Novak, DC"
discipline chiro

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  98940  region "lumbar"
  bill ${visit} x1
`;

export const docs: RuleDocs = {
  title: '-25 missing on a visit',
  summary: 'A visit is billed beside manipulation, an evaluation or psychotherapy, and has no -25.',
  explanation:
    'Manipulation, therapy evaluations and family or group psychotherapy hold the assessment that belongs to them. A visit (99202-99215) on the same day by the same hands is paid only where it was significant work of its own, which -25 on the visit says. Individual psychotherapy (90832, 90834, 90837) is another matter: beside a visit it is the add-on.',
  cost: 'The visit is not paid.',
  fix: 'Add -25 where the record shows the visit as work of its own. Taking the fix states that.',
  severities:
    'Medicare, Medicaid, TRICARE: warning; info in a hospital, nursing facility or at home, where another table holds. Other payers: info. Two disciplines: info.',
  bad: [
    {
      title: 'A visit and spinal manipulation',
      text: `${DAY('medicaid', '99213')}       ^^^^^ missing-25 warning | Add -25 to 99213: you state that the visit was separate work, beyond what 98940 holds
  bill 98940 x1
`,
      fixed: `${DAY('medicaid', '99213-25')}  bill 98940 x1
`,
    },
    {
      title: 'The same for a commercial plan',
      text: `${DAY('commercial', '99213')}       ^^^^^ missing-25 info
  bill 98940 x1
`,
    },
  ],
  good: [
    {
      title: '-25 on the visit',
      text: `${DAY('medicaid', '99213-25')}  bill 98940 x1
`,
    },
  ],
};
