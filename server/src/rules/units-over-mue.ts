import { UNIT_LIMIT_EDITION } from '../guidance/mue';
import type { Code } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import type { ClaimDay } from '../model/patient-day';
import { isBound } from '../model/payer';
import { isRead, relatedLines } from './kit/once';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { units } from './kit/words';

export const rule: PatientDayRule = {
  id: 'units-over-mue',
  scope: 'patient-day',
  needs: 0,
  severity: 'warning',
  sources: ['mueq1-26', 'ncci26'],
  statements: ['G16'],
  facts: ['F-MUE-01', 'F-MUE-02', 'F-MUE-03', 'F-MUE-04'],
  check(day, report) {
    if (day.date === 0) return;
    for (const claimDay of day.claimDays) {
      if (!isBound(claimDay.payer, rule.id)) continue;
      const sums = new Map<Code, number>();
      for (const line of claimDay.claims) {
        const code = line.code!;
        const soFar = sums.get(code) ?? 0;
        if (isRead(line)) sums.set(code, soFar + line.units);
        const own = day.settings.unitLimits;
        const ownLimit = own?.limits.get(line.code!.text);
        const limit = own ? ownLimit?.units : line.code!.entry?.mue;
        if (limit === undefined || !isRead(line) || isCountedBySession(line)) continue;
        // Some limits are judged claim line by claim line: the lines of a day are then not added up.
        const before = ownLimit?.by === 1 ? 0 : soFar;
        const sum = before + line.units;
        // Said once, on the line with which the sum passes the limit.
        if (sum <= limit || before > limit) continue;
        const lines = linesUpTo(claimDay, line);
        const year = Math.floor(day.date / 10000);
        report(line.encounter, line.unitsPlace(), {
          severity: own || year === 2026 ? 'warning' : 'info',
          message: `${line.code!.text}: ${units(sum)} ${ownLimit?.by === 1 ? 'on one line' : 'on one date'}, the limit is ${limit}. Check the record before you bill past it: some limits are firm, others can be overcome with records.`,
          basis: own ? `unit limits, ${own.edition}` : `unit limits, ${UNIT_LIMIT_EDITION}: check the current quarter`,
          ...(own && { sources: ['ncci26'] }),
          about: lines,
          related: relatedLines(lines),
        });
      }
    }
  },
};

/** A hospital reports one unit for each separate session of group psychotherapy: `group-units` counts them. */
function isCountedBySession({ code, encounter }: ClaimLine): boolean {
  return (code!.number === 90853 || code!.number === 90849) && encounter.setting === 'hospital';
}

function linesUpTo(claimDay: ClaimDay, line: ClaimLine): ClaimLine[] {
  const { claims } = claimDay;
  return claims.slice(0, claims.indexOf(line) + 1).filter((other) => other.code === line.code && isRead(other));
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'More units than the daily limit',
  summary: 'The units of a code on one date pass its limit.',
  explanation:
    'For most codes there is a number of units that one patient has on one date at most. The built-in limits are those of the Medicaid practitioner file, first quarter of 2026; Medicare values that were seen agree, most could not be confirmed, and whether a limit is firm or can be overcome with records is not in the file. Where the recorded minutes already deny the units, that is said instead.',
  cost: 'The line is denied, or cut to the limit.',
  fix: 'Check the units against the record. If they are right, have the records ready.',
  severities:
    'Warning for Medicare, Medicaid and TRICARE in 2026; info for dates of other years, since the limits are those of 2026. Nothing for other payers.',
  bad: [
    {
      title: '7 units of exercise; the limit is 6',
      text: `payer medicaid
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-10:45  97110
  bill 97110-GP x7
                ^^ units-over-mue warning
`,
    },
    {
      title: 'The same in 2025 is an info',
      text: `payer medicaid
${HEAD}
encounter 2025-03-04 patient A
  dx M54.50
  09:00-10:45  97110
  bill 97110-GP x7
                ^^ units-over-mue info
`,
    },
  ],
  good: [
    {
      title: '6 units of exercise',
      text: `payer medicaid
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-10:30  97110
  bill 97110-GP x6
`,
    },
    {
      title: 'No limit binds a commercial plan',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-10:45  97110
  bill 97110 x7
`,
    },
  ],
};
