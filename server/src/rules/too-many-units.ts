import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import type { ClaimDay } from '../model/patient-day';
import { FIRST_15_ONLY, type LineUnits } from '../model/units';
import { isAssistants, readsAssistants, shareOf, staysRight } from './kit/assistant';
import { removeLine, setUnits } from './kit/edits';
import { staysInPlay } from './kit/overlap';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { dayTotal, isPooled, otherCount, relatedSessions, unitSeverity, unitSources } from './kit/units';
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
          sources: unitSources(claimDay),
          about: [line],
          related: relatedSessions(pool),
          fixes: () => fixes(claimDay, judged),
        });
      }
    }
  },
};

function fixes(claimDay: ClaimDay, judged: LineUnits): Fix[] {
  const { line, billed, supported } = judged;
  const code = line.code!;
  const lines = claimDay.timedLines.filter((other) => other.code!.pool === code.pool);
  const isMixed = lines.some((other) => isAssistants(other) !== isAssistants(line));
  if (!isMixed || !readsAssistants(line.encounter, 'assistant-modifier'))
    return lowered(claimDay, line, supported, { name: code.text, stating: '' });
  // Which line has too many hangs on whose units they are.
  const share = shareOf(claimDay, lines, line);
  const tooMany = billed - supported;
  const fit = lines.filter(
    (other) =>
      other.units >= tooMany &&
      other.encounter.home.file === line.encounter.home.file &&
      (!share || staysRight(share, other, tooMany)),
  );
  const isProven = share !== undefined && fit.length === 1;
  return fit.flatMap((other) => {
    const stating = isProven ? '' : `: you state that those of ${other.text} are too many`;
    return lowered(claimDay, other, other.units - tooMany, { name: other.text, stating });
  });
}

interface Said {
  /** What the line is called: its code, or with its modifiers where there is another one of it. */
  readonly name: string;
  /** What is stated by it, where the record does not prove it. */
  readonly stating: string;
}

function lowered(claimDay: ClaimDay, line: ClaimLine, to: number, { name, stating }: Said): Fix[] {
  const code = line.code!;
  if (to > 0) {
    return [
      {
        title: `Bill ${name} x${to}${stating}`,
        // The second unit of 97129 belongs on 97130: to lower it and no more would lose what the minutes support.
        safe: stating === '' && claimDay.unitRuleKnown && claimDay.units.isUnique && code.number !== FIRST_15_ONLY,
        edits: [setUnits(line, to)],
      },
    ];
  }
  // Without 97129 its add-on 97130 could not stand.
  if (code.is & Is.Cognitive || !staysInPlay([line])) return [];
  return [
    {
      title: `Remove ${name === code.text ? 'this line' : `the line ${name}`}${stating || `: no unit is left for ${name}`}`,
      safe: false,
      edits: [removeLine(line.encounter, line.line)],
    },
  ];
}

function message(claimDay: ClaimDay, judged: LineUnits): string {
  const { line, pool, billed, supported } = judged;
  const code = line.code!;
  const most = claimDay.units.mostFor(pool);
  if (code.number === FIRST_15_ONLY && most > supported)
    return `97129: 1 unit a day, ${billed} billed. It is the first 15 minutes; bill the rest as 97130.`;
  const others = claimDay.timedLines.some((other) => other !== line && other.code!.pool === pool.key);
  const own =
    others && most > supported
      ? `${code.text}: ${minutes(pool.minutes)} supports ${units(most)}. Its other lines bill ${most - supported}, which leaves ${supported} for this one, ${billed} billed.`
      : `${code.text}: ${minutes(pool.minutes)} supports ${units(supported)}, ${billed} billed.`;
  const total = isPooled(claimDay) ? ` ${dayTotal(claimDay)}` : '';
  return `${own}${total}${otherCount(claimDay, judged)}`;
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
