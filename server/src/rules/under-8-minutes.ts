import { Is } from '../model/code';
import { type ClaimLine, shownOverlapping } from '../model/encounter';
import type { ClaimDay } from '../model/patient-day';
import type { LineUnits, Pool } from '../model/units';
import { isAssistants, isByAssistant } from './kit/assistant';
import { removeLine, setCode, setUnits } from './kit/edits';
import { staysInPlay } from './kit/overlap';
import type { Edit, Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { dayTotal, isPooled, otherCount, relatedSessions, unitSeverity, unitSources } from './kit/units';
import { list, minutes, unitRuleName } from './kit/words';

export const rule: PatientDayRule = {
  id: 'under-8-minutes',
  scope: 'patient-day',
  needs: Is.Timed,
  severity: 'error',
  sources: ['aca-group', 'cms'],
  statements: ['A05'],
  facts: ['F-8MIN-02', 'F-8MIN-03', 'F-8MIN-05', 'F-8MIN-06', 'F-AMA-01', 'F-AMA-02'],
  check(day, report) {
    for (const claimDay of day.claimDays) {
      if (!claimDay.pools.some(isShort) || !claimDay.minutesKnown) continue;
      const count = claimDay.units;
      for (const pool of count.pools) {
        if (!isShort(pool) || count.mostFor(pool) > 0) continue;
        const judged = claimDay.lineUnits.find((line) => line.pool === pool);
        if (!judged) continue;
        const { line } = judged;
        const lines = claimDay.timedLines.filter((other) => other.code!.pool === pool.key);
        report(line.encounter, line.unitsPlace(), {
          severity: unitSeverity(claimDay, judged),
          message: message(claimDay, judged),
          basis: unitRuleName(claimDay.unitRule),
          sources: unitSources(claimDay),
          // All lines of the code have this one fault.
          about: lines,
          related: relatedSessions(pool),
          fixes: () => fixes(claimDay, judged, lines),
        });
      }
    }
  },
};

function isShort(pool: Pool): boolean {
  return pool.minutes > 0 && pool.minutes < 8;
}

function message(claimDay: ClaimDay, judged: LineUnits): string {
  const { line, pool, billed } = judged;
  const code = line.code!.text;
  const own = `${code}: ${minutes(pool.minutes)} is under 8 and supports no unit, ${billed} billed.`;
  const total = isPooled(claimDay) ? ` ${dayTotal(claimDay)}${whoGets(claimDay)}` : '';
  return `${own}${total}${otherCount(claimDay, judged)}`;
}

/** The codes that the units of the total go to: "97110 (2) and one of 97112 or 97140". */
function whoGets(claimDay: ClaimDay): string {
  const count = claimDay.units;
  if (count.allowed === 0) return '';
  const given: string[] = [];
  for (const pool of count.pools) {
    const least = count.leastFor(pool);
    if (least > 0) given.push(`${pool.code.text} (${least})`);
  }
  const tied = count.pools.filter((pool) => count.mostFor(pool) > count.leastFor(pool)).map((pool) => pool.code.text);
  if (tied.length > 0) given.push(`${count.ties > 1 ? `${count.ties} of ` : ''}${list(tied, 'or')}`);
  return ` ${count.allowed === 1 ? 'It goes' : 'They go'} to ${list(given)}.`;
}

function fixes(claimDay: ClaimDay, { line, billed }: LineUnits, lines: readonly ClaimLine[]): readonly Fix[] {
  const { file } = line.encounter.home;
  if (lines.some((other) => other.encounter.home.file !== file) || !staysInPlay(lines)) return [];
  const remove = lines.map((other) => removeLine(other.encounter, other.line));
  const result: Fix[] = [
    { title: `Remove ${line.code!.text}: its minutes stay recorded and are not billed`, safe: false, edits: remove },
  ];
  if (billed > 1 || lines.length > 1 || line.code!.is & Is.Cognitive) return result;
  for (const pool of claimDay.units.pools) {
    const edits = moveUnit(claimDay, line, pool, remove);
    if (edits)
      result.push({
        title: `Bill the unit as ${pool.code.text}, which has the larger left-over (${minutes(pool.left)})`,
        safe: false,
        edits,
      });
  }
  return result;
}

/** The line's unit on another code, where the day leaves that code one more. */
function moveUnit(claimDay: ClaimDay, line: ClaimLine, to: Pool, remove: readonly Edit[]): readonly Edit[] | undefined {
  if (to.code.is & Is.Cognitive || claimDay.units.mostFor(to) === to.whole) return undefined;
  // Whether the unit takes CQ or CO hangs on who gave the minutes of the other code.
  if (isAssistants(line) || to.sessions.some(isByAssistant)) return undefined;
  const billed = new Map<number, number>();
  let target: ClaimLine | undefined;
  for (const judged of claimDay.lineUnits) {
    billed.set(judged.pool.key, (billed.get(judged.pool.key) ?? 0) + judged.supported);
    if (judged.pool !== to) continue;
    if (target || judged.supported < judged.billed) return undefined;
    target = judged.line;
  }
  if (claimDay.units.add(billed, to.key, 1) === 0) return undefined;
  if (target) {
    if (target.encounter.home.file !== line.encounter.home.file) return undefined;
    return [...remove, setUnits(target, target.units + 1)];
  }
  // Sessions of the other code come into play with its line: they may share no minute with another.
  for (const session of to.sessions) {
    if (claimDay.day.sessions.some((other) => other !== session && shownOverlapping(session, other))) return undefined;
  }
  // Another code on the line may not bring a pair that the old one was not in.
  for (const other of claimDay.day.claims) {
    if (other !== line && claimDay.day.settings.pairs.find(to.code.text, other.code!.text, claimDay.day.date))
      return undefined;
  }
  return [setCode(line, to.code.text)];
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Under 8 minutes',
  summary: 'A timed code is billed with fewer than 8 minutes, and the rest of the day gives it no unit.',
  explanation:
    'A 15-minute unit takes at least 8 minutes. By the 8-minute rule (Medicare) minutes of other timed codes can help: left-overs of under 8 minutes are added up, and where the total still allows a unit it goes to the code with the largest left-over, even if that code alone has fewer than 8 minutes. This rule speaks only where no such way gives the code a unit. By the midpoint rule each code stands alone, and 7 minutes or fewer earn nothing.',
  cost: 'A unit with no minutes behind it is an overpayment, to be paid back.',
  fix: 'Remove the line: the minutes stay in the record. Where the unit belongs to a code with a larger left-over, bill it there. Neither is done for you, since the minutes may be what is wrong.',
  severities:
    'Error. Where the unit rule is only assumed for the payer and the other rule would give the unit: warning, with both counts.',
  bad: [
    {
      title: '7 minutes, and no other timed code',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:07  97140
  bill 97140-GP x1
                ^^ under-8-minutes error | Remove 97140: its minutes stay recorded and are not billed
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:07  97140
`,
    },
    {
      title: '5 + 6 minutes give 1 unit, and the smaller left-over got it',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:05  97110
  09:05-09:11  97140
  bill 97110-GP x1
                ^^ under-8-minutes error | Bill the unit as 97140, which has the larger left-over (6 min)
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:05  97110
  09:05-09:11  97140
  bill 97140-GP x1
`,
    },
    {
      title: 'A commercial plan, whose rule is assumed: the 8-minute rule would give the unit',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:33  97110
  09:33-09:40  97140
  bill 97110 x2
  bill 97140 x1
             ^^ under-8-minutes warning
`,
    },
    {
      title: 'The same plan with its rule set',
      text: `payer commercial
units midpoint
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:33  97110
  09:33-09:40  97140
  bill 97110 x2
  bill 97140 x1
             ^^ under-8-minutes error
`,
    },
  ],
  good: [
    {
      title: '33 + 7 minutes: 40 in all give 3 units, and the 7 minutes have the larger left-over',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:33  97110
  09:33-09:40  97140
  bill 97110-GP x2
  bill 97140-GP x1
`,
    },
    {
      title: 'Two turns of 8 and 5 minutes add up',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:08  97110
  09:24-09:29  97110
  bill 97110 x1
`,
    },
  ],
};
