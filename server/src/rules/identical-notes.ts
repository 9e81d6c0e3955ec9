import type { Group } from '../model/clinician-day';
import type { Encounter } from '../model/encounter';
import { noteTextOf, sameForTwo } from '../model/notes';
import { type ClinicianDayRule, Meets, type Report, type RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: ClinicianDayRule = {
  id: 'identical-notes',
  scope: 'clinician-day',
  needs: Meets.NotesAlike,
  severity: 'warning',
  sources: ['psych-90853', 'theraplatform'],
  statements: ['P04', 'T10'],
  facts: ['F-PSY-11', 'F-DOC-15'],
  check(day, report) {
    let said: Set<Encounter> | undefined;
    for (const group of day.groups) {
      if (group.sessions.length < 2) continue;
      said ??= new Set();
      checkGroup(group, said, report);
    }
  },
};

/** Members whose note is compared with every other member's; in a larger group only with its neighbours in the files. */
const MOST_COMPARED = 100;
const MOST_NAMED = 3;

function checkGroup(group: Group, said: Set<Encounter>, report: Report): void {
  const written: Encounter[] = [];
  for (const { encounter } of group.sessions) {
    if (!written.includes(encounter) && noteTextOf(encounter)) written.push(encounter);
  }
  if (written.length < 2) return;
  let alike: Map<Encounter, Encounter[]> | undefined;
  for (let i = 0; i < written.length; i++) {
    const a = written[i]!;
    const end = Math.min(written.length, i + MOST_COMPARED);
    for (let j = i + 1; j < end; j++) {
      const b = written[j]!;
      if (isOnePatient(a, b) || !sameForTwo(a, b)) continue;
      alike ??= new Map();
      put(alike, a, b);
      put(alike, b, a);
    }
  }
  if (!alike) return;
  for (const [encounter, others] of alike) {
    if (said.has(encounter)) continue;
    said.add(encounter);
    const named = others.slice(0, MOST_NAMED).map(nameOf);
    if (others.length > MOST_NAMED) named.push(`${others.length - MOST_NAMED} more`);
    report(encounter, encounter.notes[0]!.labelPlace(), {
      severity: 'warning',
      message: `O and A are the same as those of ${list(named)} in this ${group.code.text} group, nine words in ten or more. Write what this patient did and how this patient responded.`,
      related: others.slice(0, MOST_COMPARED).map((other) => ({
        home: other.home,
        place: other.notes[0]!.labelPlace(),
        message: `the note of ${nameOf(other)}`,
      })),
    });
  }
}

function isOnePatient(a: Encounter, b: Encounter): boolean {
  return a.patient !== undefined && a.patient === b.patient;
}

function nameOf({ patient }: Encounter): string {
  return patient === undefined ? 'another member' : `patient ${patient}`;
}

function put(alike: Map<Encounter, Encounter[]>, one: Encounter, other: Encounter): void {
  const others = alike.get(one);
  if (others) others.push(other);
  else alike.set(one, [other]);
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

export const docs: RuleDocs = {
  title: 'Notes of two members are the same',
  summary: 'What was seen and how it was judged (O and A) is word for word the same for two members of one group.',
  explanation:
    'Every member’s note tells what this patient did and how this patient responded. O and A are compared as one text; ids, case and punctuation are set aside, figures are kept. Where nine words in ten of the longer text stand in the other in the same order, the two are the same. S and P may be alike: a plan for the group often is.',
  cost: 'One note for all is the first thing that an audit of group therapy looks for.',
  fix: 'Write each member’s note anew. There is no quick fix.',
  severities: 'Warning, for every payer and date. It is said to each of the members.',
  bad: [
    {
      title: 'Two of one group, word for word',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  ^^ identical-notes warning
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Took part in the whole group, two cues needed
  ^^ identical-notes warning
  A: Fewer cues than last week.
  P: Add the ramp.
`,
    },
  ],
  good: [
    {
      title: 'Each a note of their own, one plan',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 2
  bill 97150-GP x1
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Continue twice weekly.
`,
    },
  ],
};
