/** What the record of a group says. */

import { type OracleCase, PT_DAY } from './kind';

export const DOCUMENTATION: readonly OracleCase[] = [
  {
    id: 'OD-061',
    title: 'two members of a group with word-for-word the same response',
    source: 'F-PSY-11; S4',
    facts: ['F-PSY-11', 'F-DOC-15'],
    payer: 'any',
    days: [
      {
        id: 'OD-061',
        says: 'said in the encounter of each',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:45  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  ^^ identical-notes warning
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:45  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  ^^ identical-notes warning
  A: Fewer cues than last week.
  P: Add the ramp.
`,
        noSafeFix: true,
      },
      {
        id: 'OD-061b',
        says: 'words of their own',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:45  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:45  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; sat down once.
  A: Slower than on Monday.
  P: Continue twice weekly.
`,
      },
      {
        id: 'OD-061c',
        says: 'capital letters, punctuation and a plan of its own do not make it another note; whoever pays',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer commercial

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:45  97150  group of 2  "Balance and core"
  bill 97150 x1
  O: Took part in the whole group; two cues needed.
  ^^ identical-notes warning
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:45  97150  group of 2  "Balance and core"
  bill 97150 x1
  O: took part in the whole group, two cues needed
  ^^ identical-notes warning
  A: Fewer cues than last week
  P: Add the ramp.
`,
      },
    ],
  },
];
