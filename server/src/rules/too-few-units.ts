import { Is } from '../model/code';
import { type ClaimLine, shownOverlapping } from '../model/encounter';
import type { ClaimDay, PatientDay } from '../model/patient-day';
import { FIRST_15_ONLY, type Pool } from '../model/units';
import { Giver } from '../syntax/kinds';
import { readsAssistants, shareOf, takesAssistant } from './kit/assistant';
import { setUnits } from './kit/edits';
import { isInManipulation } from './kit/regions';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { dayTotal, isPooled, relatedSessions, unitSources } from './kit/units';
import { list, minutes, unitRuleName, units } from './kit/words';

export const rule: PatientDayRule = {
  id: 'too-few-units',
  scope: 'patient-day',
  needs: Is.Timed,
  severity: 'hint',
  sources: ['aca-group', 'cms'],
  statements: ['A02'],
  facts: ['F-8MIN-02', 'F-8MIN-05', 'F-8MIN-06', 'F-AMA-01'],
  check(day, report) {
    if (day.unreadClaim) return;
    for (const claimDay of day.claimDays) {
      const { lineUnits } = claimDay;
      if (lineUnits.length === 0 || !mayBeShort(claimDay)) continue;
      if (!claimDay.minutesKnown || claimDay.claims.some((line) => line.cut) || sharesMinutes(day, claimDay)) continue;
      // Whether a student's minutes count hangs on where the clinician was, which the patient's day does not say.
      if (claimDay.timedSessions.some((session) => session.by === Giver.Student)) continue;
      const count = claimDay.units;
      const billed = new Map<number, number>();
      for (const { pool, supported } of lineUnits) billed.set(pool.key, (billed.get(pool.key) ?? 0) + supported);
      // One unit short may be owed to either of two codes: it is said at the first.
      const said = new Set<Pool>();
      for (const { pool } of lineUnits) {
        if (said.has(pool)) continue;
        said.add(pool);
        // Minutes in the region of a manipulation are part of it, and earn nothing more.
        if (day.is & Is.SpinalManipulation && pool.sessions.some((session) => isInManipulation(day, session))) continue;
        // Too many on a line of the code: that is what to correct first.
        if (lineUnits.some((other) => other.pool === pool && other.supported < other.billed)) continue;
        const lines = claimDay.timedLines.filter((line) => line.code!.pool === pool.key);
        const line = lines.find((one) => one.code!.number !== FIRST_15_ONLY) ?? lines[0]!;
        const before = billed.get(pool.key) ?? 0;
        const limit = limitOf(line, lines);
        const room = Math.min(count.mostFor(pool), limit) - before;
        const more = room > 0 ? count.add(billed, pool.key, room) : 0;
        if (more === 0) continue;
        const either = list(
          [pool, ...tiedWith(claimDay, pool, billed)].map((one) => one.code.text),
          'or',
        );
        report(line.encounter, line.unitsPlace(), {
          severity: 'hint',
          message: message(claimDay, line, pool, before, more, either, limit),
          basis: unitRuleName(claimDay.unitRule),
          sources: unitSources(claimDay),
          about: lines,
          related: relatedSessions(pool),
          fixes: () => fixes(claimDay, line, lines, more),
        });
      }
    }
  },
};

/** Fewer units are billed than the day gives: the cheap test that leaves most days out. */
function mayBeShort({ units: count, lineUnits }: ClaimDay): boolean {
  let billed = 0;
  for (const { supported } of lineUnits) billed += supported;
  return billed < count.allowed;
}

/** Two disciplines with one patient in the same minutes may split the units as they like. */
function sharesMinutes(day: PatientDay, claimDay: ClaimDay): boolean {
  if (day.claimDays.length === 1) return false;
  return day.sessions.some(
    (other) =>
      !claimDay.encounters.includes(other.encounter) &&
      claimDay.timedSessions.some((session) => shownOverlapping(session, other)),
  );
}

/** The most units of the pool that its lines may bill on a date. */
function limitOf(line: ClaimLine, lines: readonly ClaimLine[]): number {
  const limit = line.code!.entry?.mue ?? Number.POSITIVE_INFINITY;
  if (line.code!.is & Is.Cognitive && line.code!.number !== FIRST_15_ONLY)
    return limit + (lines.some((other) => other.code!.number === FIRST_15_ONLY) ? 1 : 0);
  return line.code!.number === FIRST_15_ONLY ? Number.POSITIVE_INFINITY : limit;
}

/** Other codes that could have had the same unit. */
function tiedWith(claimDay: ClaimDay, pool: Pool, billed: Map<number, number>): Pool[] {
  if (claimDay.unitRule === 'midpoint') return [];
  const count = claimDay.units;
  return count.pools.filter(
    (other) =>
      other !== pool &&
      other.left === pool.left &&
      count.leastFor(other) < count.mostFor(other) &&
      (billed.get(other.key) ?? 0) < count.mostFor(other),
  );
}

function message(
  claimDay: ClaimDay,
  line: ClaimLine,
  pool: Pool,
  billed: number,
  more: number,
  either: string,
  limit: number,
): string {
  const code = line.code!.text;
  const earned = claimDay.units.mostFor(pool);
  const supports = earned > limit ? `${units(earned)}, of which a date takes ${limit}` : units(billed + more);
  const total = isPooled(claimDay) ? ` ${dayTotal(claimDay)}` : '';
  const assumed = claimDay.unitRuleKnown
    ? ''
    : ' The rule is assumed for this payer: check it before you raise the units.';
  const rest = code === '97129' ? ' The rest is billed as 97130.' : '';
  return `${code}: ${minutes(pool.minutes)} supports ${supports}, ${billed} billed: ${units(more)} fewer${
    either === pool.code.text ? '' : `, for ${either}`
  }.${total}${rest}${assumed}`;
}

function fixes(claimDay: ClaimDay, line: ClaimLine, lines: readonly ClaimLine[], more: number): readonly Fix[] {
  // Which of two lines of a code is short, the minutes do not say; and 97129 is never more than one unit.
  const own = lines.filter((other) => other.code === line.code);
  if (own.length > 1 || line.code!.number === FIRST_15_ONLY) return [];
  if (needsSplit(claimDay, line, lines, more)) return [];
  const to = line.units + more;
  const by = claimDay.unitRuleKnown ? '' : `, by the ${unitRuleName(claimDay.unitRule)}`;
  return [
    {
      title: `Bill ${line.code!.text} x${to}, ${units(more)} more: you state that the recorded minutes are right${by}`,
      safe: false,
      edits: [setUnits(line, to)],
    },
  ];
}

/** An assistant gave a part of it: with more units, another number of them would take CQ or CO than the lines say. */
function needsSplit(claimDay: ClaimDay, line: ClaimLine, lines: readonly ClaimLine[], more: number): boolean {
  if (!readsAssistants(line.encounter, 'assistant-modifier') || !takesAssistant(line)) return false;
  const share = shareOf(claimDay, lines, line, more);
  if (!share) return false;
  let carrying = 0;
  for (const other of lines)
    if (other.has('CQ') || other.has('CO')) carrying += other.units + (other === line ? more : 0);
  return carrying < share.range.least || carrying > share.range.most;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Fewer units than the minutes support',
  summary: 'A timed code is billed with fewer units than its recorded minutes earn.',
  explanation:
    'The minutes are counted as for too many units, and more units would be supported than are billed. Billing less than was done is allowed, so this is a hint. It stays silent where another discipline had the patient in the same minutes, since the two may share the units as they like, and where a student gave some of them, since those may not count; and it never goes past the unit limit of a code.',
  cost: 'Care that was given is not paid.',
  fix: 'Raise the units if the recorded minutes are right. On a tie between two codes either may have the unit.',
  severities: 'Hint, for every payer.',
  bad: [
    {
      title: '23 minutes give 2 units; 1 is billed',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:23  97110
  bill 97110-GP x1
                ^^ too-few-units hint | Bill 97110 x2, 1 unit more: you state that the recorded minutes are right
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:23  97110
  bill 97110-GP x2
`,
    },
    {
      title: '20 + 20 minutes give 3 units; the third may go to either code and is missed once',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:20  97110
  09:20-09:40  97112
  bill 97110-GP x1
                ^^ too-few-units hint
  bill 97112-GP x1
`,
    },
  ],
  good: [
    {
      title: 'Minutes in the region of the manipulation are part of it',
      text: `payer commercial
clinician "D. Klein, DC"
discipline chiro

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  98940  region "lumbar"
  09:10-09:25  97140  region "neck"
  09:25-09:40  97140  region "lumbar"
  bill 98940 x1
  bill 97140-XS x1
`,
    },
    {
      title: '22 minutes give 1 unit',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:22  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'PT and OT together for 30 minutes share the 2 units',
      text: `payer medicare

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  discipline PT
  dx M54.50
  09:00-09:30  97530
  bill 97530-GP x1

encounter 2026-03-03 patient A
  clinician "L. Kim, OT"
  discipline OT
  dx M54.50
  09:00-09:30  97530
  bill 97530-GO x1
`,
    },
  ],
};
