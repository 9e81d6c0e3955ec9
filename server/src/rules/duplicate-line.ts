import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { type ClaimDay, type PatientDay, sameHands } from '../model/patient-day';
import { FIRST_15_ONLY } from '../model/units';
import { removeLine, setUnits } from './kit/edits';
import { TELLS_APART } from './kit/lines';
import { sameModifiers, separateSessions } from './kit/once';
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
    for (let i = 1; i < claims.length; i++) {
      const line = claims[i]!;
      let first: ClaimLine | undefined;
      for (let j = 0; j < i && !first; j++) {
        const earlier = claims[j]!;
        if (earlier.code === line.code && isDouble(earlier, line)) first = earlier;
      }
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

function isDouble(a: ClaimLine, b: ClaimLine): boolean {
  if (a.cut || b.cut || a.notCovered !== b.notCovered) return false;
  return sameHands(a.encounter, b.encounter) && !isToldApart(a, b) && !isToldApart(b, a);
}

/** A modifier of the one line that the other lacks and that makes it a line of its own. */
function isToldApart(a: ClaimLine, b: ClaimLine): boolean {
  for (const { text, entry } of a.modifiers) {
    if (b.has(text)) continue;
    // A modifier that is not in the table may be a payer's own way to tell them apart.
    if (!entry || TELLS_APART.has(entry.kind)) return true;
  }
  return false;
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
  const billed = new Map<number, number>();
  for (const { line, pool: other } of claimDay.lineUnits)
    if (line !== a && line !== b) claimDay.units.add(billed, other.key, line.units);
  const supported = claimDay.units.add(billed, pool.key, a.units + b.units);
  return a.code!.number === FIRST_15_ONLY ? Math.min(1, supported) : supported;
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
    const safe = keeps && first.encounter === line.encounter;
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
