import { addEmptyGoal, eachGroupRecord, sourcesOfRecord } from './kit/group-record';
import type { PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'group-goal-missing',
  scope: 'patient-day',
  needs: 0,
  severity: 'info',
  sources: ['cpt97150-2026', 'psych-90853', 'bpm15'],
  statements: ['G01', 'G17', 'P11'],
  facts: ['F-DOC-04', 'F-DOC-15'],
  fixMayLeaveFinding: true,
  check(day, report) {
    eachGroupRecord(day, (encounter, session) => {
      if (encounter.goals.length > 0 || encounter.goalUnread) return;
      report(encounter, encounter.headerPlace(), {
        severity: 'info',
        message: `${session.code!.text} is billed and no goal of this patient is here. Write goal "…": what the group is to do for this patient.`,
        sources: sourcesOfRecord(session.code!),
        about: [session],
        fixes: () => addEmptyGoal(encounter, session),
      });
    });
  },
};

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;
const NOTES = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: 'Goal missing',
  summary: 'Group is billed and the patient has no goal of their own.',
  explanation:
    'Group stays covered where the record shows goals and why the group serves this patient. The group has an aim; each member has a goal of their own that the group works toward, and psychotherapy an individual plan.',
  cost: 'Unclear aims are among the usual reasons for denial.',
  fix: 'Write `goal "…"`. The fix opens a goal line to fill in; the finding stays until a goal is written.',
  severities: 'Info, for every payer and date.',
  bad: [
    {
      title: 'Group without a goal',
      text: `${HEAD}
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-goal-missing info | Add a goal line to fill in
  dx M54.50
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
${NOTES}`,
      fixed: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal none
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
${NOTES}`,
    },
  ],
  good: [
    {
      title: 'A goal of the patient’s own',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
${NOTES}`,
    },
  ],
};
