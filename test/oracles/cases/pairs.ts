/** Pairs of codes, 59 and its kin. */

import { NOTES_A, type OracleCase, PT_MEDICARE } from './kind';

const onDate = (date: string, payer = 'medicare') => `clinician "R. Ortiz, PT"
discipline PT
payer ${payer}

encounter ${date} patient A
  dx M54.50`;

export const PAIRS: readonly OracleCase[] = [
  {
    id: 'OP-043',
    title: 'PT evaluation and re-evaluation on one date',
    source: 'NCCI26 XI.P.1',
    facts: ['F-NCCI-08'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-043',
        says: 'both billed',
        text: `${PT_MEDICARE}
  30 min  97161  one-on-one
  15 min  97164  one-on-one
  bill 97161-GP x1
  bill 97164-GP x1
       ^^^^^ two-evaluations error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-043b',
        says: 'one of the two',
        text: `${PT_MEDICARE}
  30 min  97161  one-on-one
  bill 97161-GP x1
`,
      },
      {
        id: 'OP-043c',
        says: 'a 59 does not help',
        text: `${PT_MEDICARE}
  30 min  97161  one-on-one
  15 min  97164  one-on-one
  bill 97161-GP x1
  bill 97164-59-GP x1
       ^^^^^ two-evaluations error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-044',
    title: 'a PT evaluation and an OT evaluation on one date',
    source: 'NCCI26 XI.P.1',
    facts: ['F-NCCI-08'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-044',
        says: 'each by its own therapist',
        text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:40  97162  one-on-one
  bill 97162-GP x1

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  10:00-10:40  97166  one-on-one
  bill 97166-GO x1
`,
      },
    ],
  },
  {
    id: 'OP-046',
    title: 'a PT evaluation and a performance test',
    source: 'NCCI26 XI.P.8 (X-22)',
    facts: ['F-NCCI-10', 'X-22'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-046',
        says: 'evaluation by the PT, test by the OT, with a 59',
        text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  30 min  97161  one-on-one
  bill 97161-GP x1

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  30 min  97750  one-on-one
  bill 97750-59-GO x2
`,
      },
      {
        id: 'OP-046b',
        says: 'both by the PT: a 59 does not help',
        text: `${PT_MEDICARE}
  30 min  97161  one-on-one
  30 min  97750  one-on-one
  bill 97161-GP x1
  bill 97750-59-GP x2
       ^^^^^ pair-not-payable error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-046c',
        says: 'both by the PT, no modifier',
        text: `${PT_MEDICARE}
  30 min  97161  one-on-one
  30 min  97750  one-on-one
  bill 97161-GP x1
  bill 97750-GP x2
       ^^^^^ pair-not-payable error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-047',
    title: 'a re-evaluation beside three procedures, no modifiers',
    source: 'DENY (learnmedicarebilling.com)',
    facts: ['F-NCCI-09', 'X-11'],
    payer: 'the national edits',
    days: [
      {
        // The source knows of 97164 alone. The table of 2021 joins 97530 and 97535 as well (OD-040).
        id: 'OP-047',
        says: '97164 is shut out by 97535, and 97535 by 97530; both from the table of 2021',
        text: `${PT_MEDICARE}
  15 min  97164  one-on-one
  15 min  97112  one-on-one
  15 min  97530  one-on-one
  15 min  97535  one-on-one
  bill 97164-GP x1
       ^^^^^ missing-59 warning
  bill 97112-GP x1
  bill 97530-GP x1
  bill 97535-GP x1
       ^^^^^ missing-59 warning
`,
        noSafeFix: true,
      },
      {
        id: 'OP-047b',
        says: 'with 59 on both',
        text: `${PT_MEDICARE}
  15 min  97164  one-on-one
  15 min  97112  one-on-one
  15 min  97530  one-on-one
  15 min  97535  one-on-one
  bill 97164-59-GP x1
  bill 97112-GP x1
  bill 97530-GP x1
  bill 97535-59-GP x1
`,
      },
      {
        id: 'OP-047c',
        says: 'without 97535 nothing shuts out 97164',
        text: `${PT_MEDICARE}
  15 min  97164  one-on-one
  15 min  97112  one-on-one
  15 min  97530  one-on-one
  bill 97164-GP x1
  bill 97112-GP x1
  bill 97530-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-049',
    title: 'manipulation of the spine and manual therapy in another region',
    source: 'NCCI26 XI.S',
    facts: ['F-NCCI-12', 'F-MOD-04'],
    payer: 'the national edits',
    days: [
      ...['59', 'XS'].map((modifier, n) => ({
        id: `OP-049${['', 'b'][n]}`,
        says: `97140-${modifier}`,
        text: `clinician "P. Hale, DC"
discipline chiro
payer medicaid

encounter 2026-03-03 patient A
  dx M99.03, M99.01
  10 min  98941  region "lumbar"
  15 min  97140  region "shoulder"
  bill 98941 x1
  bill 97140-${modifier} x1
`,
      })),
      {
        id: 'OP-049c',
        says: 'no modifier; the regions on record differ',
        text: `clinician "P. Hale, DC"
discipline chiro
payer medicaid

encounter 2026-03-03 patient A
  dx M99.03, M99.01
  10 min  98941  region "lumbar"
  15 min  97140  region "shoulder"
  bill 98941 x1
  bill 97140 x1
       ^^^^^ manipulation-same-region warning
`,
        fixed: ['bill 97140-XS x1'],
      },
      {
        id: 'OP-049d',
        says: 'the same region: no modifier makes that two services',
        text: `clinician "P. Hale, DC"
discipline chiro
payer medicaid

encounter 2026-03-03 patient A
  dx M99.03
  10 min  98941  region "lumbar"
  15 min  97140  region "lumbar"
  bill 98941 x1
  bill 97140-59 x1
       ^^^^^ manipulation-same-region error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-052',
    title: 'head-position treatment and 97112 for the same problem',
    source: 'NCCI26 XI.H.8',
    facts: ['F-NCCI-16'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-052',
        says: '97112 is part of 95992',
        text: `${PT_MEDICARE}
  15 min  95992
  10 min  97112  one-on-one
  bill 95992-GP x1
  bill 97112-GP x1
       ^^^^^ missing-59 error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-052b',
        says: '95992 alone',
        text: `${PT_MEDICARE}
  25 min  95992
  bill 95992-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-053',
    title: 'manual therapy, activities, manual therapy, in turn',
    source: 'WPT on SE1418 example 9',
    facts: ['F-NCCI-03', 'F-NCCI-20'],
    payer: 'Medicare, 10 September 2019; the pair ended with 2020',
    days: [
      {
        id: 'OP-053',
        says: '59 on 97530',
        text: `${onDate('2019-09-10')}
  10:00-10:10  97140  one-on-one
  10:10-10:25  97530  one-on-one
  10:25-10:30  97140  one-on-one
  bill 97140-GP x1
  bill 97530-59-GP x1
`,
      },
      {
        id: 'OP-053b',
        says: '59 on 97140',
        text: `${onDate('2019-09-10')}
  10:00-10:10  97140  one-on-one
  10:10-10:25  97530  one-on-one
  10:25-10:30  97140  one-on-one
  bill 97140-59-GP x1
  bill 97530-GP x1
`,
      },
      {
        id: 'OP-053c',
        says: 'no modifier',
        text: `${onDate('2019-09-10')}
  10:00-10:10  97140  one-on-one
  10:10-10:25  97530  one-on-one
  10:25-10:30  97140  one-on-one
  bill 97140-GP x1
  bill 97530-GP x1
       ^^^^^ missing-59 error
`,
        fixed: ['bill 97530-59-GP x1'],
      },
      {
        id: 'OP-053d',
        says: 'still on the last day of 2020',
        text: `${onDate('2020-12-31')}
  10:00-10:10  97140  one-on-one
  10:10-10:25  97530  one-on-one
  10:25-10:30  97140  one-on-one
  bill 97140-GP x1
  bill 97530-GP x1
       ^^^^^ missing-59 error
`,
        fixed: ['bill 97530-59-GP x1'],
      },
      {
        id: 'OP-053e',
        says: 'no longer on the first day of 2021',
        text: `${onDate('2021-01-01')}
  10:00-10:10  97140  one-on-one
  10:10-10:25  97530  one-on-one
  10:25-10:30  97140  one-on-one
  bill 97140-GP x1
  bill 97530-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-085',
    title: 'a visit with 59 beside manipulation',
    source: 'NCCI26 I.E; HMSA',
    facts: ['F-MOD-70', 'F-MOD-01'],
    payer: 'any',
    days: [
      {
        id: 'OP-085',
        says: '59 on a visit',
        text: `clinician "P. Hale, DC"
discipline chiro
payer commercial

encounter 2026-03-03 patient A
  dx M99.03
  10 min  98941
  bill 98941 x1
  bill 99213-59 x1
            ^^^ bypass-modifier-misuse error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-085b',
        says: '25 where the visit was separate',
        text: `clinician "P. Hale, DC"
discipline chiro
payer commercial

encounter 2026-03-03 patient A
  dx M99.03
  10 min  98941
  bill 98941 x1
  bill 99213-25 x1
`,
      },
    ],
  },
  {
    id: 'OP-086',
    title: 'group and one-on-one with 76',
    source: 'NCCI26 I.E',
    facts: ['F-MOD-51', 'F-NCCI-02'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-086',
        says: '76 opens no pair',
        text: `${PT_MEDICARE}
  30 min  97150  group of 4  "Morning class"
  15 min  97110  one-on-one
  bill 97150-GP x1
  bill 97110-76-GP x1
            ^^^ bypass-modifier-misuse error
${NOTES_A}
`,
        noSafeFix: true,
      },
      ...['59', 'XU'].map((modifier, n) => ({
        id: `OP-086${['b', 'c'][n]}`,
        says: `97110-${modifier}, the sessions one after the other`,
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150-GP x1
  bill 97110-${modifier}-GP x1
${NOTES_A}
`,
      })),
      {
        id: 'OP-086d',
        says: '97110-XE, the sessions apart in the day',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  15:00-15:15  97110  one-on-one
  bill 97150-GP x1
  bill 97110-XE-GP x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OP-091',
    title: 'speech treatment by an SLP and thinking skills by an OT, one clinic',
    source: 'NCCI26 XI.H.3',
    facts: ['F-NCCI-14'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-091',
        says: 'both, with a 59',
        text: `payer medicare

clinician "D. Novak, SLP"
discipline SLP
encounter 2026-03-03 patient A
  dx I69.320
  09:00-09:45  92507  one-on-one
  bill 92507-GN x1

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx I69.320
  10:00-10:15  97129  one-on-one
  bill 97129-59-GO x1
`,
      },
      {
        id: 'OP-091b',
        says: 'both by the SLP: a 59 does not help',
        text: `clinician "D. Novak, SLP"
discipline SLP
payer medicare

encounter 2026-03-03 patient A
  dx I69.320
  09:00-09:45  92507  one-on-one
  10:00-10:15  97129  one-on-one
  bill 92507-GN x1
  bill 97129-59-GN x1
       ^^^^^ pair-not-payable error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-035',
    title: '59 on the group line before July 2019',
    source: 'F-NCCI-03',
    facts: ['F-NCCI-03', 'X-02'],
    payer: 'Medicare, 1 May 2019',
    days: [
      {
        id: 'OD-035',
        says: 'it belonged on the one-on-one line',
        text: `${onDate('2019-05-01')}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150-59-GP x1
            ^^^ misplaced-59 error
  bill 97110-GP x1
${NOTES_A}
`,
        fixed: ['bill 97150-GP x1', 'bill 97110-59-GP x1'],
      },
      {
        id: 'OD-035b',
        says: 'on the one-on-one line',
        text: `${onDate('2019-05-01')}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150-GP x1
  bill 97110-59-GP x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OD-036',
    title: '59 on the group line today',
    source: 'F-NCCI-03',
    facts: ['F-NCCI-03', 'X-02'],
    payer: 'Medicare, 1 March 2026',
    days: [
      {
        id: 'OD-036',
        says: 'accepted; a hint prefers the other line',
        text: `${onDate('2026-03-01')}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150-59-GP x1
            ^^^ misplaced-59 hint
  bill 97110-GP x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OD-037',
    title: 'manual therapy and massage, indicator 0',
    source: 'PTP21',
    facts: ['F-NCCI-01'],
    payer: 'the national edits',
    days: [
      {
        id: 'OD-037',
        says: '59 on 97124 cannot help (known from the table of 2021 alone: a warning in other years)',
        text: `${PT_MEDICARE}
  09:00-09:15  97140  one-on-one
  09:15-09:30  97124  one-on-one
  bill 97140-GP x1
  bill 97124-59-GP x1
       ^^^^^ pair-not-payable warning
`,
        noSafeFix: true,
      },
      {
        id: 'OD-037b',
        says: 'an error in 2021',
        text: `${onDate('2021-03-02')}
  09:00-09:15  97140  one-on-one
  09:15-09:30  97124  one-on-one
  bill 97140-GP x1
  bill 97124-59-GP x1
       ^^^^^ pair-not-payable error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-037c',
        says: '97140 alone',
        text: `${PT_MEDICARE}
  09:00-09:15  97140  one-on-one
  09:15-09:30  97124  one-on-one
  bill 97140-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-038',
    title: 'exercise in water and on land, separate times',
    source: 'PTP21',
    facts: ['F-NCCI-01', 'F-NCCI-04'],
    payer: 'the national edits',
    days: [
      {
        id: 'OD-038',
        says: '97110-59',
        text: `${PT_MEDICARE}
  09:00-09:15  97113  one-on-one
  09:15-09:30  97110  one-on-one
  bill 97113-GP x1
  bill 97110-59-GP x1
`,
      },
      {
        id: 'OD-038b',
        says: 'no modifier on column two',
        text: `${PT_MEDICARE}
  09:00-09:15  97113  one-on-one
  09:15-09:30  97110  one-on-one
  bill 97113-GP x1
  bill 97110-GP x1
       ^^^^^ missing-59 warning
`,
        fixed: ['bill 97110-59-GP x1'],
      },
      {
        id: 'OD-038c',
        says: 'an error in 2021',
        text: `${onDate('2021-03-02')}
  09:00-09:15  97113  one-on-one
  09:15-09:30  97110  one-on-one
  bill 97113-GP x1
  bill 97110-GP x1
       ^^^^^ missing-59 error
`,
        fixed: ['bill 97110-59-GP x1'],
      },
    ],
  },
  {
    id: 'OD-039',
    title: 'exercise in water and Hubbard tank, indicator 0',
    source: 'PTP21',
    facts: ['F-NCCI-01'],
    payer: 'the national edits',
    days: [
      {
        id: 'OD-039',
        says: 'both billed',
        text: `${PT_MEDICARE}
  09:00-09:15  97113  one-on-one
  09:15-09:30  97036
  bill 97113-GP x1
  bill 97036-GP x1
       ^^^^^ pair-not-payable warning
`,
        noSafeFix: true,
      },
      {
        id: 'OD-039b',
        says: '97113 alone',
        text: `${PT_MEDICARE}
  09:00-09:15  97113  one-on-one
  09:15-09:30  97036
  bill 97113-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-040',
    title: 'activities and self-care training, separate times',
    source: 'PTP21',
    facts: ['F-NCCI-01', 'F-NCCI-04'],
    payer: 'the national edits',
    days: [
      {
        id: 'OD-040',
        says: 'no modifier',
        text: `${PT_MEDICARE}
  09:00-09:15  97530  one-on-one
  09:15-09:30  97535  one-on-one
  bill 97530-GP x1
  bill 97535-GP x1
       ^^^^^ missing-59 warning
`,
        fixed: ['bill 97535-59-GP x1'],
      },
      {
        id: 'OD-040b',
        says: '97535-59',
        text: `${PT_MEDICARE}
  09:00-09:15  97530  one-on-one
  09:15-09:30  97535  one-on-one
  bill 97530-GP x1
  bill 97535-59-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-041',
    title: 'activities and gait training at the end of 2020',
    source: 'F-NCCI-20, F-NCCI-21',
    facts: ['F-NCCI-20', 'F-NCCI-21'],
    payer: 'the national edits, 15 November 2020',
    days: [
      {
        id: 'OD-041',
        says: 'no modifier',
        text: `${onDate('2020-11-15')}
  09:00-09:15  97530  one-on-one
  09:15-09:30  97116  one-on-one
  bill 97530-GP x1
  bill 97116-GP x1
       ^^^^^ missing-59 error
`,
        fixed: ['bill 97116-59-GP x1'],
      },
      {
        id: 'OD-041b',
        says: '97116-59',
        text: `${onDate('2020-11-15')}
  09:00-09:15  97530  one-on-one
  09:15-09:30  97116  one-on-one
  bill 97530-GP x1
  bill 97116-59-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-042',
    title: 'activities and gait training today',
    source: 'F-NCCI-20, F-NCCI-21',
    facts: ['F-NCCI-20', 'F-NCCI-21'],
    payer: 'the national edits, 1 February 2026',
    days: [
      {
        id: 'OD-042',
        says: 'no modifier is needed',
        text: `${onDate('2026-02-01')}
  09:00-09:15  97530  one-on-one
  09:15-09:30  97116  one-on-one
  bill 97530-GP x1
  bill 97116-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-043',
    title: 'an evaluation and treatment on one date',
    source: 'F-NCCI-26',
    facts: ['F-NCCI-26'],
    payer: 'the national edits, 2026',
    days: [
      {
        id: 'OD-043',
        says: 'no modifier beyond GP',
        text: `${PT_MEDICARE}
  30 min  97162  one-on-one
  15 min  97140  one-on-one
  15 min  97110  one-on-one
  bill 97162-GP x1
  bill 97140-GP x1
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-044',
    title: 'a performance test and group, indicator 0',
    source: 'PTP21',
    facts: ['F-NCCI-01'],
    payer: 'the national edits',
    days: [
      {
        id: 'OD-044',
        says: 'both billed',
        text: `${PT_MEDICARE}
  09:00-09:30  97750  one-on-one
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97750-GP x2
  bill 97150-GP x1
       ^^^^^ pair-not-payable warning
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'OD-044b',
        says: 'an error in 2021, and a 59 does not help',
        text: `${onDate('2021-03-02')}
  09:00-09:30  97750  one-on-one
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97750-GP x2
  bill 97150-59-GP x1
       ^^^^^ pair-not-payable error
${NOTES_A}
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-045',
    title: 'splint training and exercise, separate times',
    source: 'PTP21',
    facts: ['F-NCCI-01', 'F-NCCI-04'],
    payer: 'the national edits',
    days: [
      {
        id: 'OD-045',
        says: '97110-59',
        text: `${PT_MEDICARE}
  09:00-09:15  97760  one-on-one
  09:15-09:30  97110  one-on-one
  bill 97760-GP x1
  bill 97110-59-GP x1
`,
      },
      {
        id: 'OD-045b',
        says: 'no modifier',
        text: `${PT_MEDICARE}
  09:00-09:15  97760  one-on-one
  09:15-09:30  97110  one-on-one
  bill 97760-GP x1
  bill 97110-GP x1
       ^^^^^ missing-59 warning
`,
        fixed: ['bill 97110-59-GP x1'],
      },
    ],
  },
];
