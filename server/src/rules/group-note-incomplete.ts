import { Label } from '../syntax/kinds';
import { addEmptyNotes, eachGroupRecord, isWritten } from './kit/group-record';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'group-note-incomplete',
  scope: 'patient-day',
  needs: 0,
  severity: 'info',
  sources: ['cpt97150-2026', 'theraplatform', 'psych-90853'],
  statements: ['G09', 'G14', 'T06', 'P05'],
  facts: ['F-DOC-04', 'F-PSY-11'],
  fixMayLeaveFinding: true,
  check(day, report) {
    eachGroupRecord(day, (encounter, session) => {
      const o = isWritten(encounter, Label.O);
      const a = isWritten(encounter, Label.A);
      const p = isWritten(encounter, Label.P);
      if (o && a && p) return;
      // A free note may hold any part: only where the parts are told apart can one be missing.
      if (!o && !a && !p && !isWritten(encounter, Label.S)) return;
      const parts = [o ? '' : 'the part taken (O)', a ? '' : 'response or progress (A)', p ? '' : 'the plan (P)'];
      const missing = ([Label.O, Label.A, Label.P] as const).filter((label) => !isWritten(encounter, label));
      report(encounter, encounter.notes[0]!.labelPlace(), {
        severity: 'info',
        message: `${session.code!.text}: the group note lacks ${list(parts.filter((part) => part !== ''))}. Write what the record holds for this patient.`,
        about: [session],
        fixes: () => addEmptyNotes(encounter, missing),
      });
    });
  },
};

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

export const docs: RuleDocs = {
  title: 'Group note incomplete',
  summary: 'The note of a billed group lacks participation, response or plan.',
  explanation:
    'A group note tells for this patient what part was taken and what help was needed (O), how the patient responded and came on (A), and what is next (P). What the patient says (S) is good to have. A record kept as free text (`note:`) is not judged, since any part may stand in it.',
  cost: 'A note without response or progress does not show skilled care for this patient.',
  fix: 'Write the missing part. The fix opens it to fill in; the finding stays until something is written.',
  severities: 'Info, for every payer and date.',
  bad: [
    {
      title: 'No response, no progress',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  ^^ group-note-incomplete info | Add A: to fill in
  P: Continue twice weekly.
`,
      fixed: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  P: Continue twice weekly.
  A:
`,
    },
  ],
  good: [
    {
      title: 'Participation, response and plan',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
  ],
};
