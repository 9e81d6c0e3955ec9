import { Label } from '../syntax/kinds';
import { addEmptyNotes, eachGroupRecord, hasNoteText, sourcesOfRecord } from './kit/group-record';
import type { PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'group-note-missing',
  scope: 'patient-day',
  needs: 0,
  severity: 'warning',
  sources: ['cpt97150-2026', 'psych-90853', 'bpm15'],
  statements: ['G02', 'G14', 'P04'],
  facts: ['F-DOC-03', 'F-DOC-04', 'F-PSY-11'],
  fixMayLeaveFinding: true,
  check(day, report) {
    eachGroupRecord(day, (encounter, session) => {
      if (hasNoteText(encounter)) return;
      const { code } = session;
      const elsewhere = !encounter.home.file.hasNotes;
      report(encounter, encounter.headerPlace(), {
        severity: elsewhere ? 'info' : 'warning',
        message: elsewhere
          ? `${code!.text} is billed and no note is here. If notes are kept elsewhere, see that this patient has one of their own: part taken, response, plan.`
          : `${code!.text} is billed and ${encounter.notes.length > 0 ? 'its note is empty' : 'no note is here'}. Each member of a group needs a note of their own: part taken (O), response (A), plan (P).`,
        sources: sourcesOfRecord(session.code!),
        about: [session],
        related: [{ home: encounter.home, place: session.contactPlace(), message: 'the group session' }],
        fixes: () => addEmptyNotes(encounter, [Label.S, Label.O, Label.A, Label.P]),
      });
    });
  },
};

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

export const docs: RuleDocs = {
  title: 'Group note missing',
  summary: 'Group is billed and the patient has no note for it.',
  explanation:
    'Every member of a group has a note of their own for every session: the part taken, the help needed, the response, what is next. A note whose parts are all empty is none. A file that holds no note at all keeps its notes elsewhere; there it is only a reminder.',
  cost: 'No individual note is the first reason why group is denied.',
  fix: 'Write the note. The fix opens the empty parts S, O, A and P to fill in; the finding stays until something is written.',
  severities: 'Warning; info in a file without any note. The same for every payer and date.',
  bad: [
    {
      title: 'The other patient has a note, this one has none',
      text: `${HEAD}
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-note-missing warning | Add S: O: A: P: to fill in
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.
`,
      fixed: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  S:
  O:
  A:
  P:

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.
`,
    },
    {
      title: 'A file without notes keeps them elsewhere',
      text: `${HEAD}
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-note-missing info
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
`,
    },
  ],
  good: [
    {
      title: 'A note of the patient’s own',
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
