import { Is } from '../model/code';
import { type ClaimLine, type Session, shownOverlapping } from '../model/encounter';
import type { ClaimDay } from '../model/patient-day';
import { isBound } from '../model/payer';
import { unitsOf } from '../model/units';
import { isRead, relatedLines } from './kit/once';
import { takesAttention } from './kit/overlap';
import type { PatientDayRule, Report, RuleDocs } from './kit/rule';
import { minutes, unitRuleName, units } from './kit/words';

export const rule: PatientDayRule = {
  id: 'co-treatment-units',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['otl', 'ok317', 'wpt'],
  statements: ['A02', 'A11'],
  facts: ['F-8MIN-10', 'F-PAY-08'],
  check(day, report) {
    const { claimDays } = day;
    for (let i = 1; i < claimDays.length; i++) {
      for (let j = 0; j < i; j++) {
        const a = claimDays[j]!;
        const b = claimDays[i]!;
        if (!a.discipline || !b.discipline || a.discipline === b.discipline) continue;
        timedUnits(a, b, report);
        groups(a, b, report);
      }
    }
  },
};

/** Two people with the patient in the same minutes. */
function together(one: Session, two: Session): boolean {
  return shownOverlapping(one, two) && !(one.giver !== undefined && one.giver === two.giver);
}

function timedUnits(a: ClaimDay, b: ClaimDay, report: Report): void {
  if (!(a.day.is & Is.Timed) || a.timedLines.length === 0 || b.timedLines.length === 0) return;
  const sessionsA = a.timedSessions.filter((one) => b.timedSessions.some((two) => together(one, two)));
  if (sessionsA.length === 0 || !a.minutesKnown || !b.minutesKnown) return;
  const sessionsB = b.timedSessions.filter((two) => a.timedSessions.some((one) => together(one, two)));
  const billed = supportedUnits(a) + supportedUnits(b);
  const shared = sharedBy(a, b);
  const most = mostUnits(a, b, shared);
  if (most === undefined || billed <= most) return;
  const pools = new Set([...sessionsA, ...sessionsB].map((session) => session.code!.pool));
  const lines = [...a.timedLines, ...b.timedLines].filter((line) => pools.has(line.code!.pool));
  if (lines.length < 2) return;
  inFileOrder(a, lines);
  const line = lines[lines.length - 1]!;
  let minutesShared = 0;
  for (const { n } of shared) minutesShared += n;
  const once = a.units.total + b.units.total - minutesShared;
  report(line.encounter, line.unitsPlace(), {
    severity: isBound(line.encounter.payer, rule.id) ? 'error' : 'warning',
    message: `${a.discipline} and ${b.discipline} had the patient together for ${minutes(
      minutesShared,
    )}. Counted once, the day's ${minutes(once)} support ${units(most)}, ${billed} billed. Either bills the shared minutes, or the two split the units.`,
    basis: unitRuleName(a.unitRule),
    about: lines,
    related: relatedLines(lines),
  });
}

/** Units that the lines have with the minutes of their own discipline behind them: what is beyond is another fault. */
function supportedUnits(claimDay: ClaimDay): number {
  let sum = 0;
  for (const { supported } of claimDay.lineUnits) sum += supported;
  return sum;
}

/** Minutes that a code of the one discipline shares with a code of the other. */
interface Shared {
  readonly a: number;
  readonly b: number;
  n: number;
}

function sharedBy(a: ClaimDay, b: ClaimDay): readonly Shared[] {
  const shared: Shared[] = [];
  const inA = minutesOf(a);
  const inB = minutesOf(b);
  for (const [minute, one] of inA) {
    const two = inB.get(minute);
    if (two === undefined) continue;
    const found = shared.find((other) => other.a === one && other.b === two);
    if (found) found.n++;
    else shared.push({ a: one, b: two, n: 1 });
  }
  return shared;
}

/** The code that each clock minute of a claim-day goes to. */
function minutesOf(claimDay: ClaimDay): ReadonlyMap<number, number> {
  const minutesByCode = new Map<number, number>();
  for (const { start, end, code } of claimDay.timedSessions) {
    for (let minute = Math.max(0, start); minute < end; minute++)
      if (!minutesByCode.has(minute)) minutesByCode.set(minute, code!.pool);
  }
  return minutesByCode;
}

/** Lots of shared minutes of which every way to give them is tried. */
const MOST_LOTS = 14;

/**
 * The most units of both together, each lot of shared minutes given to one of them. To split a lot by whole 15 minutes comes to
 * the same: each 15 take a unit from the one and bring it to the other.
 */
function mostUnits(a: ClaimDay, b: ClaimDay, shared: readonly Shared[]): number | undefined {
  // By the 8-minute rule only the totals matter, so all shared minutes are one lot.
  const lots =
    a.unitRule === 'cms' && b.unitRule === 'cms'
      ? [{ a: 0, b: 0, n: shared.reduce((sum, { n }) => sum + n, 0) }]
      : shared;
  if (lots.length > MOST_LOTS) return undefined;
  let most = 0;
  const lostByA = new Map<number, number>();
  const lostByB = new Map<number, number>();
  const add = (lost: Map<number, number>, key: number, n: number) => lost.set(key, (lost.get(key) ?? 0) + n);
  const tryLot = (at: number): void => {
    const lot = lots[at];
    if (!lot) {
      most = Math.max(most, unitsWithout(a, lostByA) + unitsWithout(b, lostByB));
      return;
    }
    for (const toA of [0, lot.n]) {
      add(lostByA, lot.a, lot.n - toA);
      add(lostByB, lot.b, toA);
      tryLot(at + 1);
      add(lostByA, lot.a, toA - lot.n);
      add(lostByB, lot.b, -toA);
    }
  };
  tryLot(0);
  return most;
}

function unitsWithout(claimDay: ClaimDay, lost: ReadonlyMap<number, number>): number {
  if (claimDay.unitRule === 'cms') {
    let sum = 0;
    for (const n of lost.values()) sum += n;
    return unitsOf(claimDay.units.total - sum);
  }
  let sum = 0;
  for (const pool of claimDay.pools) sum += unitsOf(pool.minutes - (lost.get(pool.key) ?? 0));
  return sum;
}

function groups(a: ClaimDay, b: ClaimDay, report: Report): void {
  if (!(a.day.is & Is.Group)) return;
  const isGroup = (session: Session) => session.code!.number === 97150 && session.isGroup && takesAttention(session);
  const shared = a.sessions.some((one) => isGroup(one) && b.sessions.some((two) => isGroup(two) && together(one, two)));
  if (!shared) return;
  const isLine = (line: ClaimLine) => line.code!.number === 97150 && isRead(line);
  const lineA = a.claims.find(isLine);
  const lineB = b.claims.find(isLine);
  if (!lineA || !lineB) return;
  const lines = [lineA, lineB];
  inFileOrder(a, lines);
  const line = lines[1]!;
  report(line.encounter, line.unitsPlace(), {
    severity: isBound(line.encounter.payer, rule.id) ? 'error' : 'warning',
    message: `97150: ${a.discipline} and ${b.discipline} led the group together and both bill it, 2 units for the same minutes, 1 allowed. One of the two bills it.`,
    about: lines,
    related: relatedLines(lines),
  });
}

function inFileOrder(claimDay: ClaimDay, lines: ClaimLine[]): void {
  const { claims } = claimDay.day;
  lines.sort((one, two) => claims.indexOf(one) - claims.indexOf(two));
}

const PAIR = (ptUnits: number, otUnits: number, payer: string, mark: string) => `payer ${payer}

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  discipline PT
  dx M54.50
  09:00-09:30  97530  "Transfers"
  bill 97530-GP x${ptUnits}

encounter 2026-03-03 patient A
  clinician "L. Kim, OT"
  discipline OT
  dx M54.50
  09:00-09:30  97530  "Transfers"
  bill 97530-GO x${otUnits}
${mark}`;

export const docs: RuleDocs = {
  title: 'Two disciplines bill the same minutes',
  summary: 'Clinicians of two disciplines treat a patient together and bill more units than the minutes give.',
  explanation:
    'Two clinicians who help one patient in the same minutes make one stream of minutes: every 15 minutes of the patient’s time is one unit in all. Either bills all of it, or they split the units. Minutes that each gave alone count for each. A group that two disciplines lead together is billed by one of them.',
  cost: 'The patient’s time is billed twice.',
  fix: 'Agree who bills which units, and lower the other line.',
  severities: 'Error for Medicare, Medicaid and TRICARE, warning for other payers.',
  bad: [
    {
      title: 'PT and OT, 30 minutes of transfers, two units each',
      text: PAIR(2, 2, 'medicare', '                ^^ co-treatment-units error\n'),
    },
    {
      title: 'The same for a commercial plan',
      text: PAIR(2, 2, 'commercial', '                ^^ co-treatment-units warning\n'),
    },
  ],
  good: [
    { title: 'The two split the units', text: PAIR(1, 1, 'medicare', '') },
    {
      title: 'One after the other, each bills the own minutes',
      text: `payer medicare

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  discipline PT
  dx M54.50
  09:00-09:30  97530  "Transfers"
  bill 97530-GP x2

encounter 2026-03-03 patient A
  clinician "L. Kim, OT"
  discipline OT
  dx M54.50
  09:30-10:00  97530  "Dressing"
  bill 97530-GO x2
`,
    },
  ],
};
