import type { Encounter } from '../model/encounter';
import { noteTextOf, sayTheSame } from '../model/notes';
import type { PatientRule, RuleDocs } from './kit/rule';
import { date } from './kit/words';

export const rule: PatientRule = {
  id: 'cloned-note',
  scope: 'patient',
  severity: 'warning',
  sources: ['cpt97150-2026'],
  statements: ['G11'],
  facts: ['F-DOC-15', 'F-PSY-11'],
  check(encounters, _, report) {
    for (let i = 1; i < encounters.length; i++) {
      const encounter = encounters[i]!;
      const earlier = repeated(encounters, i);
      if (!earlier) continue;
      report(encounter, encounter.notes[0]!.labelPlace(), {
        severity: 'warning',
        message: `O and A repeat the note of ${date(earlier.date)}, nine words in ten or more. Write what was different on ${date(encounter.date)}: part taken, help needed, progress.`,
        related: [
          { home: earlier.home, place: earlier.notes[0]!.labelPlace(), message: `the note of ${date(earlier.date)}` },
        ],
      });
    }
  },
};

/** Earlier notes that each is compared with, the latest first. */
const MOST_COMPARED = 60;

/** The latest earlier date whose note this one repeats. */
function repeated(encounters: readonly Encounter[], at: number): Encounter | undefined {
  const encounter = encounters[at]!;
  const text = noteTextOf(encounter);
  if (!text) return undefined;
  const end = Math.max(0, at - MOST_COMPARED);
  for (let i = at - 1; i >= end; i--) {
    const earlier = encounters[i]!;
    if (earlier.date === encounter.date) continue;
    const other = noteTextOf(earlier);
    if (other && sayTheSame(text, other)) return earlier;
  }
  return undefined;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

export const docs: RuleDocs = {
  title: 'Note repeated from an earlier date',
  summary: 'What was seen and how it was judged (O and A) in a patient’s group note is copied from an earlier date.',
  explanation:
    'Group billed over and over, with a record that does not move, invites an audit. O and A of a patient’s group notes are compared with those of the dates before, as one text; ids, case and punctuation are set aside, figures are kept. Where nine words in ten of the longer text stand in the other in the same order, the note repeats it.',
  cost: 'A copied note shows no progress and no skilled care on its date.',
  fix: 'Write what this patient did on this date. There is no quick fix.',
  severities: 'Warning, for every payer and date. It is said on the later date.',
  bad: [
    {
      title: 'Thursday’s note is Tuesday’s',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-05 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  ^^ cloned-note warning
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
  ],
  good: [
    {
      title: 'The figures tell the difference',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Walked 80 m, three cues.
  A: 20 m more than last week.
  P: Continue twice weekly.

encounter 2026-03-05 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Walked 110 m, one cue.
  A: 30 m more than on Tuesday.
  P: Continue twice weekly.
`,
    },
  ],
};
