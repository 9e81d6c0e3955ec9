/** One-on-one, group, and both on one day. */

import { NOTES_A, NOTES_B, type OracleCase, PT_COMMERCIAL, PT_DAY, PT_MEDICARE } from './kind';

export const GROUPS: readonly OracleCase[] = [
  {
    id: 'OP-028',
    title: 'one therapist and three patients in turns, 45 min',
    source: 'S3, AAPC-T, MAAMA (CMS scenario 1)',
    facts: ['F-8MIN-11', 'F-SCEN-00'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-028',
        says: '97110 x1 each: 18, 13 and 14 min in episodes',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  8 min  97110  one-on-one
  10 min  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  8 min  97110  one-on-one
  5 min  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient C
  dx M75.101
  8 min  97110  one-on-one
  6 min  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-029',
    title: 'one therapist back and forth between two patients, 25 min',
    source: 'S3, HNS, MAAMA (CMS scenario 1)',
    facts: ['F-OVER-13', 'F-SCEN-00'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-029',
        says: '97150 x1 each',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  25 min  97150  group of 2  "Exercise and gait"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  25 min  97150  group of 2  "Exercise and gait"
  bill 97150-GP x1
${NOTES_B}
`,
      },
      {
        id: 'OP-029b',
        says: '97110 and 97116 were not one-on-one',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  25 min  97110  group of 2  "Exercise and gait"
                 ^^^^^^^^^^ one-on-one-code-in-group error
  bill 97110-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  25 min  97116  group of 2  "Exercise and gait"
                 ^^^^^^^^^^ one-on-one-code-in-group error
  bill 97116-GP x1
${NOTES_B}
`,
        noSafeFix: true,
      },
      {
        id: 'OP-029c',
        says: 'recorded as group, billed as 97110 and 97116',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  25 min  97150  group of 2  "Exercise and gait"
  bill 97110-GP x1
       ^^^^^ billed-not-performed error
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  25 min  97150  group of 2  "Exercise and gait"
  bill 97116-GP x1
       ^^^^^ billed-not-performed error
${NOTES_B}
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-031',
    title: 'alone, then two together, then alone',
    source: 'S3 mixed example',
    facts: ['F-SCEN-01', 'F-NCCI-03', 'F-NCCI-23'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-031',
        says: '97150 x1 and 97110-59 x1 each',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:31  97150  group of 2  "Balance and core"
  09:31-09:49  97110  one-on-one
  bill 97110-59-GP x1
  bill 97150-GP x1
${NOTES_B}
`,
      },
      {
        id: 'OP-031b',
        says: 'no 59 on either line',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-GP x1
       ^^^^^ missing-59 error
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:31  97150  group of 2  "Balance and core"
  09:31-09:49  97110  one-on-one
  bill 97110-GP x1
       ^^^^^ missing-59 error
  bill 97150-GP x1
${NOTES_B}
`,
        fixed: ['bill 97110-59-GP x1', 'bill 97110-59-GP x1'],
      },
      {
        id: 'OP-031c',
        says: '59 on the group line is accepted since July 2019; the one-on-one line is preferred',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-GP x1
  bill 97150-59-GP x1
            ^^^ misplaced-59 hint
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:31  97150  group of 2  "Balance and core"
  09:31-09:49  97110  one-on-one
  bill 97110-GP x1
  bill 97150-59-GP x1
            ^^^ misplaced-59 hint
${NOTES_B}
`,
      },
      {
        id: 'OP-031d',
        says: '59 on both lines is right too',
        text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-59-GP x1
${NOTES_A}
`,
      },
      {
        id: 'OP-031e',
        says: 'with lengths alone nothing shows that the sessions were apart',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  15 min  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
            ^^^ unsupported-59 warning
  bill 97150-GP x1
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'OP-031f',
        says: 'with lengths alone a missing 59 is not added unasked',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  15 min  97150  group of 2  "Balance and core"
  bill 97110-GP x1
       ^^^^^ missing-59 error
  bill 97150-GP x1
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'OP-031g',
        says: 'a commercial plan wants the 59 just the same',
        text: `${PT_COMMERCIAL}
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-GP x1
       ^^^^^ missing-59 error
  bill 97150-GP x1
${NOTES_A}
`,
        fixed: ['bill 97110-59-GP x1'],
      },
    ],
  },
  {
    id: 'OP-032',
    title: 'OT between two patients, a few minutes each',
    source: 'S2 OT example',
    facts: ['F-OVER-13'],
    payer: 'any',
    days: [
      {
        id: 'OP-032',
        says: '97150 x1 each, Medicare',
        text: `clinician "J. Park, OT"
discipline OT
payer medicare

encounter 2026-03-03 patient A
  dx M62.81
  20 min  97150  group of 2  "Obstacle course and bands"
  bill 97150-GO x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.611
  20 min  97150  group of 2  "Obstacle course and bands"
  bill 97150-GO x1
${NOTES_B}
`,
      },
      {
        id: 'OP-032b',
        says: '97150 x1 each, a commercial plan',
        text: `clinician "J. Park, OT"
discipline OT
payer commercial

encounter 2026-03-03 patient A
  dx M62.81
  20 min  97150  group of 2  "Obstacle course and bands"
  bill 97150 x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.611
  20 min  97150  group of 2  "Obstacle course and bands"
  bill 97150 x1
${NOTES_B}
`,
      },
    ],
  },
  {
    id: 'OP-034',
    title: 'group in the morning, one-on-one in the afternoon',
    source: 'CAP',
    facts: ['F-NCCI-05', 'F-MOD-02'],
    payer: 'Medicare',
    days: [
      ...['XE', '59'].map((modifier, n) => ({
        id: `OP-034${['', 'b'][n]}`,
        says: `97110-${modifier}`,
        text: `${PT_MEDICARE}
  10:00-10:40  97150  group of 4  "Morning class"
  16:00-16:15  97110  one-on-one
  bill 97150-GP x1
  bill 97110-${modifier}-GP x1
${NOTES_A}
`,
      })),
      {
        id: 'OP-034c',
        says: 'no modifier',
        text: `${PT_MEDICARE}
  10:00-10:40  97150  group of 4  "Morning class"
  16:00-16:15  97110  one-on-one
  bill 97150-GP x1
  bill 97110-GP x1
       ^^^^^ missing-59 error
${NOTES_A}
`,
        fixed: ['bill 97110-59-GP x1'],
      },
    ],
  },
  {
    id: 'OP-035',
    title: 'exercise in a group, 18 and 33 min, and 8 min of 97112 alone',
    source: 'AAPC alert "Question whether therapy took place in group setting"',
    facts: ['F-NCCI-23'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-035',
        says: '97150 x1 and 97112-59 x1',
        text: `${PT_MEDICARE}
  09:00-09:18  97150  group of 3  "Exercise class"
  09:18-09:26  97112  one-on-one
  09:26-09:59  97150  group of 3  "Exercise class"
  bill 97150-GP x1
  bill 97112-59-GP x1
${NOTES_A}
`,
      },
      {
        id: 'OP-035b',
        says: 'without 59 the 97112 is denied',
        text: `${PT_MEDICARE}
  09:00-09:18  97150  group of 3  "Exercise class"
  09:18-09:26  97112  one-on-one
  09:26-09:59  97150  group of 3  "Exercise class"
  bill 97150-GP x1
  bill 97112-GP x1
       ^^^^^ missing-59 error
${NOTES_A}
`,
        fixed: ['bill 97112-59-GP x1'],
      },
    ],
  },
  {
    id: 'OP-040',
    title: 'two patients repeat known exercises, the therapist only watches',
    source: 'proactivechart.com',
    facts: ['F-DOC-07', 'F-DOC-06'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-040',
        says: 'billed as a group, though nobody led it',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  30 min  97150  supervised  "Home programme, by themselves"
                 ^^^^^^^^^^ attendance-missing error
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  30 min  97150  supervised  "Home programme, by themselves"
                 ^^^^^^^^^^ attendance-missing error
  bill 97150-GP x1
${NOTES_B}
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-023',
    title: '20 min 97110, then a group of 30 min',
    source: 'F-8MIN-08',
    facts: ['F-8MIN-08', 'F-NCCI-23'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-023',
        says: '97110-59 x1 and 97150 x1',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:20  97110  one-on-one
  10:20-10:50  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  10:20-10:50  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}
`,
      },
      {
        id: 'OD-023b',
        says: 'group minutes do not make 97110 x3',
        text: `${PT_MEDICARE}
  10:00-10:20  97110  one-on-one
  10:20-10:50  97150  group of 2  "Balance and core"
  bill 97110-59-GP x3
                   ^^ too-many-units error
  bill 97150-GP x1
${NOTES_A}
`,
        fixed: ['bill 97110-59-GP x1'],
      },
    ],
  },
  {
    id: 'OD-031',
    title: 'a group of two, then one of them alone',
    source: 'F-NCCI-23',
    facts: ['F-NCCI-04', 'F-NCCI-23', 'F-MOD-05'],
    payer: 'Medicare 2026',
    days: [
      ...['59', 'XU'].map((modifier, n) => ({
        id: `OD-031${['', 'b'][n]}`,
        says: `97110-${modifier}`,
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97150  group of 2  "Balance and core"
  10:30-10:45  97110  one-on-one
  bill 97150-GP x1
  bill 97110-${modifier}-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}
`,
      })),
      {
        id: 'OD-031c',
        says: 'no modifier',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97150  group of 2  "Balance and core"
  10:30-10:45  97110  one-on-one
  bill 97150-GP x1
  bill 97110-GP x1
       ^^^^^ missing-59 error
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}
`,
        fixed: ['bill 97110-59-GP x1'],
      },
    ],
  },
  {
    id: 'OD-033',
    title: 'a group of 45 min billed by time',
    source: 'X-01',
    facts: ['X-01', 'F-8MIN-08'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-033',
        says: '97150 x3',
        text: `${PT_MEDICARE}
  45 min  97150  group of 4  "Morning class"
  bill 97150-GP x3
                ^^ group-units error
${NOTES_A}
`,
        fixed: ['bill 97150-GP x1'],
      },
      {
        id: 'OD-033b',
        says: '97150 x1 is right',
        text: `${PT_MEDICARE}
  45 min  97150  group of 4  "Morning class"
  bill 97150-GP x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OD-034',
    title: 'two group sessions on one day',
    source: 'S3 one for each date; F-MUE',
    facts: ['F-MUE-02', 'F-8MIN-08'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-034',
        says: '97150 x1 for both',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  15:00-15:30  97150  group of 3  "Afternoon class"
  bill 97150-GP x1
${NOTES_A}
`,
      },
      {
        id: 'OD-034b',
        says: '97150 x2',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  15:00-15:30  97150  group of 3  "Afternoon class"
  bill 97150-GP x2
                ^^ group-units error
${NOTES_A}
`,
        fixed: ['bill 97150-GP x1'],
      },
      {
        id: 'OD-034c',
        says: 'two lines of one unit each',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  15:00-15:30  97150  group of 3  "Afternoon class"
  bill 97150-GP x1
  bill 97150-GP x1
                ^^ group-units error
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OD-062',
    title: 'three patients in turns, by the clock',
    source: 'S3 first example with clock times',
    facts: ['F-8MIN-11', 'F-OVER-09'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-062',
        says: '97110 x1 each (18, 13 and 14 min)',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:08  97110  one-on-one
  10:24-10:34  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  10:08-10:16  97110  one-on-one
  10:34-10:39  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient C
  dx M75.101
  10:16-10:24  97110  one-on-one
  10:39-10:45  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-063',
    title: 'alone, then two together, then alone, by the clock',
    source: 'S3 mixed example with clock times (X-04: 49 min in all)',
    facts: ['F-SCEN-01', 'X-04'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-063',
        says: '97150 x1 and 97110-59 x1 each',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:15  97110  one-on-one
  10:15-10:31  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  bill 97110-59-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  10:15-10:31  97150  group of 2  "Balance and core"
  10:31-10:49  97110  one-on-one
  bill 97150-GP x1
  bill 97110-59-GP x1
${NOTES_B}
`,
      },
    ],
  },
  {
    id: 'OD-064',
    title: '51 min 97110 and 8 min 97112, both one-on-one',
    source: 'AAPC alert, one-on-one variant',
    facts: ['F-8MIN-05', 'X-05'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-064',
        says: '97110 x3, 97112 x1 (59 min = 4)',
        text: `${PT_MEDICARE}
  51 min  97110  one-on-one
  8 min  97112  one-on-one
  bill 97110-GP x3
  bill 97112-GP x1
`,
      },
      {
        id: 'OD-064b',
        says: '97150 instead: no group session is on record',
        text: `${PT_MEDICARE}
  51 min  97110  one-on-one
  8 min  97112  one-on-one
  bill 97150-GP x1
       ^^^^^ billed-not-performed error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-064c',
        says: '97150 for one patient alone',
        text: `${PT_MEDICARE}
  59 min  97150  one-on-one
                 ^^^^^^^^^^ group-code-one-on-one error
  bill 97150-GP x1
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'OD-064d',
        says: 'a group of one is no group',
        text: `${PT_MEDICARE}
  59 min  97150  group of 1
                 ^^^^^^^^^^ group-code-one-on-one error
  bill 97150-GP x1
${NOTES_A}
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-092',
    title: 'no response of one member in the notes',
    source: 'S0',
    facts: ['F-DOC-04'],
    payer: 'any',
    days: [
      {
        id: 'OP-092',
        says: 'the response of B is missing: an info, at the first note',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Joined six of eight tasks, one rest.
  ^^ group-note-incomplete info
  P: Add the ramp.
`,
      },
      {
        id: 'OP-092b',
        says: 'B has no note at all',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-note-missing warning
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
`,
      },
      {
        id: 'OP-092c',
        says: 'a file without any note keeps its notes elsewhere: an info',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-note-missing info
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1

encounter 2026-03-03 patient B
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-note-missing info
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
`,
      },
    ],
  },
];
