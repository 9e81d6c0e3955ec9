import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { billedAndAllowed, isRead, linesUpTo, onceFixes, relatedLines } from './kit/once';
import type { PatientDayRule, RuleDocs } from './kit/rule';

const UNTIMED = Is.SupervisedModality | Is.Evaluation | Is.Speech | Is.Manipulation;

export const rule: PatientDayRule = {
  id: 'untimed-units',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['aca-group', 'ncci26'],
  statements: ['C07', 'A02'],
  facts: ['F-8MIN-08', 'F-8MIN-14', 'F-CODE-02', 'F-MUE-02', 'F-MUE-03', 'F-NCCI-16'],
  check(day, report) {
    for (const claimDay of day.claimDays) {
      for (const line of claimDay.claims) {
        if (!isUntimed(line)) continue;
        if (line.units === 1 && !hasEarlier(claimDay.claims, line)) continue;
        const lines = linesUpTo(claimDay, line);
        report(line.encounter, line.unitsPlace(), {
          severity: 'error',
          message: `${billedAndAllowed(lines)} It is paid by the session and not by 15 minutes: one unit on one date.`,
          about: lines,
          related: relatedLines(lines),
          fixes: () => onceFixes(lines),
        });
      }
    }
  },
};

function isUntimed(line: ClaimLine): boolean {
  const code = line.code!;
  return ((code.is & UNTIMED) !== 0 || code.number === 95992 || code.number === 97127) && isRead(line);
}

function hasEarlier(claims: readonly ClaimLine[], line: ClaimLine): boolean {
  for (const other of claims) {
    if (other === line) return false;
    if (other.code!.service === line.code!.service && isRead(other)) return true;
  }
  return false;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'More than one unit of an untimed code',
  summary: 'A code that is paid once a date is billed with more units.',
  explanation:
    'Supervised modalities, evaluations, speech treatment (92507, 92508), swallowing treatment (92526), head-position treatment for vertigo (95992), training of thinking skills in 2018 and 2019 (97127) and manipulation (98940-98943) have no time in them: one unit on one date by one discipline, however long and however many areas. 97014 and G0283 are one service by two names. Group codes have a rule of their own.',
  cost: 'The line is denied or the units are cut; what was paid too much is paid back.',
  fix: 'Set the line to x1. Two lines with the same modifiers are merged; where they differ, you choose which line stands.',
  severities: 'Error, for every payer.',
  bad: [
    {
      title: '45 minutes of speech treatment billed as 3 units',
      text: `payer medicare
clinician "N. Adeyemi, SLP"
discipline SLP

encounter 2026-03-03 patient A
  dx R47.1
  09:00-09:45  92507
  bill 92507-GN x3
                ^^ untimed-units error | Bill 92507 x1
`,
      fixed: `payer medicare
clinician "N. Adeyemi, SLP"
discipline SLP

encounter 2026-03-03 patient A
  dx R47.1
  09:00-09:45  92507
  bill 92507-GN x1
`,
    },
    {
      title: 'Stimulation of two areas is one unit',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  G0283
  bill G0283-GP x2
                ^^ untimed-units error | Bill G0283 x1
`,
    },
    {
      title: 'An evaluation on two lines',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:45  97161
  bill 97161-GP
  bill 97161-GP
       ^^^^^ untimed-units error | Merge with the line of 97161 before it
`,
    },
  ],
  good: [
    {
      title: 'A PT and an OT evaluation are two services',
      text: `payer medicare

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  discipline PT
  dx M54.50
  09:00-09:45  97161
  bill 97161-GP x1

encounter 2026-03-03 patient A
  clinician "L. Kim, OT"
  discipline OT
  dx M54.50
  10:00-10:45  97165
  bill 97165-GO x1
`,
    },
    {
      title: 'One unit of speech treatment',
      text: `payer medicare
clinician "N. Adeyemi, SLP"
discipline SLP

encounter 2026-03-03 patient A
  dx R47.1
  09:00-09:45  92507
  bill 92507-GN x1
`,
    },
  ],
};
