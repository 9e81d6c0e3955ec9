import { Is } from '../model/code';
import { type ClaimLine, shownOverlapping } from '../model/encounter';
import type { ClaimDay, PatientDay } from '../model/patient-day';
import { allowedOn, billedAndAllowed, isRead, linesUpTo, onceFixes, relatedLines, unitsOf } from './kit/once';
import type { PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'group-units',
  scope: 'patient-day',
  needs: Is.GroupCode,
  severity: 'error',
  sources: ['aca-group', 'coding-ahead'],
  statements: ['A11', 'T05', 'C07', 'G17'],
  facts: ['F-MUE-02', 'F-MUE-04', 'F-8MIN-08', 'F-PSY-01'],
  check(day, report) {
    for (const claimDay of day.claimDays) {
      for (const line of claimDay.claims) {
        if (!isGroupUnit(line)) continue;
        const lines = linesUpTo(claimDay, line);
        const allowed = allowedOn(claimDay, lines);
        if (unitsOf(lines) <= allowed) continue;
        const therapy = line.code!.number === 97150;
        report(line.encounter, line.unitsPlace(), {
          severity: 'error',
          message: `${billedAndAllowed(lines, allowed)} ${
            therapy
              ? 'Group is untimed: one unit for each patient on one date, however long and however many sessions.'
              : allowed > 1
                ? `It has no time in it: a hospital reports one unit for each separate session, ${allowed} here.`
                : 'It has no time in it: one unit on one date, however long.'
          }`,
          sources: therapy ? ['aca-group', 'coding-ahead'] : ['ncci26', 'mueq1-26'],
          about: lines,
          related: relatedLines(lines),
          fixes: () => onceFixes(lines, allowed),
        });
      }
    }
    if (day.is & Is.Group && day.claimDays.length > 1) byTwoDisciplines(day, report);
  },
};

function isGroupUnit(line: ClaimLine): boolean {
  const n = line.code!.number;
  return (n === 97150 || n === 90853 || n === 90849) && isRead(line);
}

/** 97150 by two disciplines, each once: many payers take one a date. */
function byTwoDisciplines(day: PatientDay, report: Parameters<typeof rule.check>[1]): void {
  let first: { line: ClaimLine; claimDay: ClaimDay } | undefined;
  for (const line of day.claims) {
    if (line.code!.number !== 97150 || !isRead(line)) continue;
    const claimDay = day.claimDayOf(line.encounter);
    if (!first) {
      first = { line, claimDay };
      continue;
    }
    const { discipline } = line.encounter;
    const other = first.line.encounter;
    if (claimDay === first.claimDay || other.payer.name !== line.encounter.payer.name) continue;
    if (!discipline || !other.discipline || discipline === other.discipline) continue;
    // The same group led by both is co-treatment, and that is said.
    if (shareGroup(first.claimDay, claimDay)) continue;
    report(line.encounter, line.unitsPlace(), {
      severity: 'info',
      message: `97150: billed by ${other.discipline} and by ${discipline} on one date, 2 units in all. One a patient a date is the rule, and a payer may refuse the second: check its policy.`,
      sources: ['aca-group', 'mueq1-26'],
      about: [first.line, line],
      related: relatedLines([first.line, line]),
    });
    return;
  }
}

function shareGroup(a: ClaimDay, b: ClaimDay): boolean {
  return a.sessions.some(
    (one) =>
      one.code!.number === 97150 && b.sessions.some((two) => two.code === one.code && shownOverlapping(one, two)),
  );
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;
const NOTE = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;
const LEADER = `clinician "T. Okafor, LCSW"
discipline BH
`;

export const docs: RuleDocs = {
  title: 'More than one unit of group',
  summary: '97150, 90853 or 90849 is billed with more than one unit, or on more than one line, on one date.',
  explanation:
    'Group codes are untimed: one unit for each patient on one date, however long the group ran. One of the sources (theraplatform) reads 97150 as 15-minute units; the advisory on group therapy, the code page, Medicare practice and the unit limits all say one a date, and that is what is checked. Group psychotherapy (90853) and groups of several families (90849) are likewise one a date for a practitioner; a hospital may report one for each separate session. 97150 by two disciplines on one date is only an info, since each has a plan of its own.',
  cost: 'Too many units is a common reason for denial, and units paid by mistake are paid back.',
  fix: 'Set the line to x1 (in a hospital to the number of separate sessions). Two lines with the same modifiers are merged; where they differ, you choose which line stands.',
  severities:
    'Error, for every payer. Info for 97150 by two disciplines. Silent for 90853 and 90849 with `setting hospital` and as many separate sessions.',
  bad: [
    {
      title: '45 minutes of group billed as 3 units',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x3
                ^^ group-units error | Bill 97150 x1
${NOTE}`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x1
${NOTE}`,
    },
    {
      title: 'Two groups in a day on two lines',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 3  "Balance and core"
  15:00-15:30  97150  group of 3  "Stairs"
  bill 97150-GP x1
  bill 97150-GP x1
                ^^ group-units error | Merge with the line of 97150 before it
${NOTE}`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 3  "Balance and core"
  15:00-15:30  97150  group of 3  "Stairs"
  bill 97150-GP x1
${NOTE}`,
    },
    {
      title: 'Two hours of group psychotherapy are one unit',
      text: `payer medicare
${LEADER}
encounter 2026-03-03 patient A
  dx F41.1
  goal "Name two triggers a week"
  09:00-11:00  90853  group of 8
  bill 90853 x2
             ^^ group-units error
${NOTE}`,
    },
    {
      title: 'Group by a PT and by an OT on one date',
      text: `payer medicare

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  discipline PT
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 3  "Balance and core"
  bill 97150-GP x1
${NOTE}
encounter 2026-03-03 patient A
  clinician "L. Kim, OT"
  discipline OT
  dx M54.50
  goal "Cook a meal alone"
  11:00-11:30  97150  group of 3  "Kitchen"
  bill 97150-GO x1
                ^^ group-units info
${NOTE}`,
    },
    {
      title: 'Two separate sessions in a hospital are two units, not three',
      text: `payer medicare
${LEADER}setting hospital

encounter 2026-03-03 patient A
  dx F41.1
  goal "Go to work by bus"
  09:00-10:00  90853  group of 8
  15:00-16:00  90853  group of 8
  bill 90853 x3
             ^^ group-units error | Bill 90853 x2
${NOTE}`,
      fixed: `payer medicare
${LEADER}setting hospital

encounter 2026-03-03 patient A
  dx F41.1
  goal "Go to work by bus"
  09:00-10:00  90853  group of 8
  15:00-16:00  90853  group of 8
  bill 90853 x2
${NOTE}`,
    },
  ],
  good: [
    {
      title: 'One unit for a group of any length',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x1
${NOTE}`,
    },
    {
      title: 'A hospital reports each separate session of group psychotherapy',
      text: `payer medicare
setting hospital
${LEADER}
encounter 2026-03-03 patient A
  dx F41.1
  goal "Name two triggers a week"
  09:00-10:00  90853  group of 8
  14:00-15:00  90853  group of 8
  bill 90853 x2
${NOTE}`,
    },
  ],
};
