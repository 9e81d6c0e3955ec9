import { Is } from '../model/code';
import type { ClaimDay } from '../model/patient-day';
import { type LineUnits, unitsOf } from '../model/units';
import { setUnits } from './kit/edits';
import type { PatientDayRule, RuleDocs, Severity } from './kit/rule';
import { minutes, unitRuleName, units } from './kit/words';

export const rule: PatientDayRule = {
  id: 'too-many-units',
  scope: 'patient-day',
  needs: Is.Timed,
  severity: 'error',
  sources: ['aca-group', 'cms'],
  statements: ['A02', 'A05'],
  facts: ['F-8MIN-01', 'F-8MIN-02', 'F-8MIN-04', 'F-8MIN-05', 'F-8MIN-06', 'F-8MIN-07', 'F-AMA-01', 'F-AMA-02'],
  check(day, report) {
    for (const claimDay of day.claimDays) {
      if (!claimDay.minutesKnown) continue;
      for (const judged of claimDay.lineUnits) {
        const { line, pool, billed, supported } = judged;
        if (billed <= supported) continue;
        report(line.encounter, line.unitsPlace(), {
          severity: unitSeverity(claimDay, judged),
          message: message(claimDay, judged),
          basis: unitRuleName(claimDay.unitRule),
          sources: claimDay.unitRule === 'cms' ? ['aca-group', 'cms'] : ['aca-group', 'wpt'],
          about: [line],
          related: pool.sessions.map((session) => ({
            home: session.encounter.home,
            place: session.whenPlace(),
            message: `${minutes(session.minutes)} of ${session.code!.text}`,
          })),
          fixes: () =>
            supported > 0
              ? [
                  {
                    title: `Bill ${line.code!.text} x${supported}`,
                    safe: claimDay.unitRuleKnown && claimDay.units.isUnique,
                    edits: [setUnits(line, supported)],
                  },
                ]
              : [],
        });
      }
    }
  },
};

/** Error; warning where the unit rule is only assumed and the other one would support the line. */
export function unitSeverity(claimDay: ClaimDay, { line, pool, billed }: LineUnits): Severity {
  if (claimDay.unitRuleKnown) return 'error';
  const other = claimDay.unitsByOtherRule;
  const sums = new Map<number, number>();
  for (const earlier of claimDay.timedLines) {
    const key = earlier.code!.pool;
    if (!other.pool(key)) continue;
    const given = other.add(sums, key, earlier.units);
    if (earlier === line) return given >= billed && other.pool(pool.key) ? 'warning' : 'error';
  }
  return 'error';
}

function message(claimDay: ClaimDay, { line, pool, billed, supported }: LineUnits): string {
  const code = line.code!.text;
  const { total, allowed } = claimDay.units;
  const alone = claimDay.units.pools.length === 1;
  const assumed = claimDay.unitRuleKnown ? '' : otherCount(claimDay);
  const sameCode = claimDay.timedLines.filter((other) => other.code!.pool === pool.key).length > 1;
  const here = sameCode ? `${units(supported)} left for this line` : `supports ${units(supported)}`;
  if (alone || claimDay.unitRule === 'midpoint') {
    return `${code}: ${minutes(pool.minutes)} ${sameCode ? `gives ${units(unitsOf(pool.minutes))}, ${here}` : here}, ${billed} billed.${assumed}`;
  }
  return `${code}: ${minutes(pool.minutes)} of its own, ${minutes(total)} timed in all, which gives ${units(allowed)} for the day; ${code} ${here}, ${billed} billed.${assumed}`;
}

function otherCount(claimDay: ClaimDay): string {
  const other = claimDay.unitsByOtherRule;
  if (other.allowed === claimDay.units.allowed) return '';
  return ` This payer's rule is assumed; by the ${unitRuleName(other.rule)} the day gives ${units(other.allowed)}.`;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'More units than the minutes support',
  summary: 'A timed code is billed with more 15-minute units than its recorded minutes earn.',
  explanation:
    'By the 8-minute rule (Medicare) the one-on-one minutes of all timed codes of a day are added up: 8-22 give 1 unit, 23-37 give 2, 38-52 give 3, and so on. Each code first gets a unit for every whole 15 minutes of its own; what the total still allows goes to the codes with the most minutes left over. On a tie either may have it, and every such choice is accepted here. By the midpoint rule each code stands alone. Group, supervised and aide minutes count for neither.',
  cost: 'Units without minutes behind them are an overpayment, to be paid back.',
  fix: 'Lower the units to what the minutes support, or correct the minutes. The fix is safe where only one split of the units is possible and the unit rule is known.',
  severities:
    'Error. Where the unit rule is only assumed for the payer and the other rule would allow the units: warning, with both counts.',
  bad: [
    {
      title: '22 minutes give 1 unit; 2 are billed',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:22  97110
  bill 97110-GP x2
                ^^ too-many-units error | Bill 97110 x1
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:22  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'The assumed midpoint rule denies what the 8-minute rule would give',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:20  97110
  09:20-09:40  97112
  bill 97110 x2
             ^^ too-many-units warning
  bill 97112 x1
`,
    },
  ],
  good: [
    {
      title: '24 + 23 minutes: 47 in all, 3 units, 2 of them to the code with more minutes',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:24  97112
  09:24-09:47  97110
  bill 97112-GP x2
  bill 97110-GP x1
`,
    },
  ],
};
