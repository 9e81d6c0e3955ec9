import { type Code, Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { type ClaimDay, type PatientDay, sameHands } from '../model/patient-day';
import { SharedKey } from '../model/shared';
import { FIRST_15_ONLY } from '../model/units';
import { removeLine, setUnits } from './kit/edits';
import { areDoubles } from './kit/lines';
import { isRepeat, sameModifiers, separateSessions } from './kit/once';
import { staysInPlay } from './kit/overlap';
import type { Edit, Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { units } from './kit/words';

export const rule: PatientDayRule = {
  id: 'duplicate-line',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['fcso', 'cpt97150-2026'],
  statements: ['G17'],
  facts: ['F-8MIN-13', 'F-DOC-16'],
  check(day, report) {
    const { claims } = day;
    if (claims.length < 2) return;
    /** Lines of each code so far; none that another one before it stands for in every question asked here. */
    const before = new Map<Code, ClaimLine[]>();
    for (const line of claims) {
      const earlier = before.get(line.code!);
      const first = earlier?.find((other) => isDouble(other, line));
      if (!earlier) before.set(line.code!, [line]);
      else if (earlier.length < MOST_COMPARED && !earlier.some((other) => isAlike(other, line))) earlier.push(line);
      if (!first) continue;
      const found = first;
      const one = found.encounter === line.encounter;
      report(line.encounter, line.codePlace(), {
        severity: one ? 'error' : 'info',
        message: message(found, line, one),
        about: eitherAloneIsRight(day, found, line) ? [found, line] : [],
        related: [
          {
            home: found.encounter.home,
            place: found.codePlace(),
            message: `${found.text} x${found.units} is billed here`,
          },
        ],
        fixes: () => fixes(day, found, line),
      });
    }
  },
};

/** Of lines of one code that differ in hands or modifiers, a day of a patient has a few. */
const MOST_COMPARED = 100;

/** A line after them is the double of both or of neither, and the first is the one that is said. */
function isAlike(a: ClaimLine, b: ClaimLine): boolean {
  return (
    a.cut === b.cut &&
    a.encounter.payer.name === b.encounter.payer.name &&
    a.encounter.clinician === b.encounter.clinician &&
    a.encounter.discipline === b.encounter.discipline &&
    sameModifiers(a, b)
  );
}

function isDouble(a: ClaimLine, b: ClaimLine): boolean {
  return !a.cut && !b.cut && sameHands(a.encounter, b.encounter) && areDoubles(a, b);
}

/** One of the two lines would be right without the other: then their sum is no second defect. */
function eitherAloneIsRight(day: PatientDay, a: ClaimLine, b: ClaimLine): boolean {
  if (!(a.code!.is & Is.Timed)) return true;
  const claimDay = claimDayOfBoth(day, a, b);
  return claimDay === undefined || Math.min(a.units, b.units) <= supportedWithout(claimDay, a, b);
}

function claimDayOfBoth(day: PatientDay, a: ClaimLine, b: ClaimLine): ClaimDay | undefined {
  const claimDay = day.claimDayOf(a.encounter);
  return claimDay === day.claimDayOf(b.encounter) ? claimDay : undefined;
}

/** Units that the minutes support for two lines together, the other lines of the day counted first. */
function supportedWithout(claimDay: ClaimDay, a: ClaimLine, b: ClaimLine): number {
  const pool = claimDay.units.pool(a.code!.pool);
  if (!pool || !claimDay.minutesKnown) return 0;
  const billed = billedBeside(claimDay, a, b);
  const supported = claimDay.units.add(billed, pool.key, a.units + b.units);
  return a.code!.number === FIRST_15_ONLY ? Math.min(1, supported) : supported;
}

/** No day of a patient has as many lines of timed codes. */
const MANY_LINES = 200;
const SUMS = new SharedKey<Map<ClaimDay, ReadonlyMap<number, number>>>();

/** What is supported of the other lines, by pool: line by line, or where there are very many, their units added up. */
function billedBeside(claimDay: ClaimDay, a: ClaimLine, b: ClaimLine): Map<number, number> {
  const { units, lineUnits } = claimDay;
  const billed = new Map<number, number>();
  if (lineUnits.length <= MANY_LINES) {
    for (const { line, pool } of lineUnits) if (line !== a && line !== b) units.add(billed, pool.key, line.units);
    return billed;
  }
  for (const [key, sum] of sumsOf(claimDay)) {
    const own = key === a.code!.pool ? a.units + b.units : 0;
    units.add(billed, key, Math.min(sum - own, units.mostFor(units.pool(key)!)));
  }
  return billed;
}

/** Units that are billed on the lines of a claim-day, by pool. */
function sumsOf(claimDay: ClaimDay): ReadonlyMap<number, number> {
  const { shared } = claimDay.day;
  const known = shared.of(SUMS) ?? shared.keep(SUMS, new Map());
  let sums = known.get(claimDay);
  if (!sums) {
    const added = new Map<number, number>();
    for (const { line, pool } of claimDay.lineUnits) added.set(pool.key, (added.get(pool.key) ?? 0) + line.units);
    known.set(claimDay, added);
    sums = added;
  }
  return sums;
}

/** Units that the record supports for both lines together. */
function supportedTogether(day: PatientDay, a: ClaimLine, b: ClaimLine): number {
  const claimDay = claimDayOfBoth(day, a, b);
  if (!claimDay) return 0;
  if (a.code!.is & Is.Timed) return supportedWithout(claimDay, a, b);
  if (day.unreadSession) return 0;
  // Untimed: one unit a session, and no more than the code may have on a date. A hospital's group psychotherapy may have
  // one for each separate session.
  if (separateSessions(claimDay, [a, b])) return a.units + b.units;
  const sessions = claimDay.sessions.filter((session) => session.code === a.code && !session.byAide).length;
  return Math.min(sessions, a.code!.entry?.mue ?? sessions);
}

function message(first: ClaimLine, line: ClaimLine, one: boolean): string {
  const sum = units(first.units + line.units);
  return one
    ? `${line.code!.text} is on two lines that no modifier tells apart, ${sum} in all. Bill it on one line, or payers deny the second as a duplicate.`
    : `${line.code!.text} is also billed in another encounter of this date, ${sum} in all, and no modifier tells the two apart. Check that it is not billed twice.`;
}

function fixes(day: PatientDay, first: ClaimLine, line: ClaimLine): readonly Fix[] {
  if (first.encounter.home.file !== line.encounter.home.file || !staysInPlay([line])) return [];
  const code = line.code!.text;
  const sum = first.units + line.units;
  const supported = supportedTogether(day, first, line);
  const keeps = sameModifiers(first, line);
  const merged = (to: number): Edit[] => {
    const edits = to === first.units ? [] : [setUnits(first, to)];
    return [...edits, removeLine(line.encounter, line.line)];
  };
  if (sum <= 999 && supported >= sum) {
    const safe = keeps && first.encounter === line.encounter && !isRepeat(line);
    return [
      {
        title: safe
          ? `Merge into one line: ${code} x${sum}`
          : `Merge into one line: ${first.text} x${sum} stands for both`,
        safe,
        edits: merged(sum),
      },
    ];
  }
  const to = Math.min(first.units, Math.max(supported, 1));
  return [
    {
      title: `Keep one line, ${code} x${to}: you state that the other was entered twice`,
      safe: false,
      edits: merged(to),
    },
  ];
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'One code on two lines',
  summary: 'A code is on two claim lines that no modifier tells apart.',
  explanation:
    'The units of a code on one date stand on one claim line. A second line is right where a modifier says why: another discipline (GP, GO, GN), an assistant (CQ, CO), a distinct service (59, XE, XP, XS, XU), a repeat (76, 77) or another side of the body. Two encounters of one date may both be meant, so there it is only an info. Where the units of one line alone are supported, the sum is not said again as too many units.',
  cost: 'The second line is denied as a duplicate, or the claim is rejected.',
  fix: 'Merge the lines. Safe where both have the same modifiers and the recorded minutes support the sum; else the offer keeps one line.',
  severities: 'Error in one encounter; info across encounters of one date. Every payer.',
  bad: [
    {
      title: 'Two lines of one unit, 30 minutes in all',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97140
  09:30-09:45  97110
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97110-GP x1
       ^^^^^ duplicate-line error | Merge into one line: 97110 x2
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97140
  09:30-09:45  97110
  bill 97110-GP x2
  bill 97140-GP x1
`,
    },
    {
      title: 'One unit of minutes, entered twice',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
  bill 97110-GP x1
       ^^^^^ duplicate-line error | Keep one line, 97110 x1: you state that the other was entered twice
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'Morning and afternoon, in two encounters',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1

encounter 2026-03-03 patient A
  dx M54.50
  15:00-15:15  97110
  bill 97110-GP x1
       ^^^^^ duplicate-line info
`,
    },
  ],
  good: [
    {
      title: 'The assistant’s unit and the therapist’s unit',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97110  by assistant "M. Lee, PTA"
  bill 97110-GP x1
  bill 97110-CQ-GP x1
`,
    },
  ],
};
