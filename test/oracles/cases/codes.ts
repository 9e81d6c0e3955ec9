/** Codes of their day, and how many units of them. */

import { type OracleCase, PT_MEDICARE } from './kind';

const MEDICAID = `clinician "R. Ortiz, PT"
discipline PT
payer medicaid

encounter 2026-03-03 patient A
  dx M54.50`;

export const CODES: readonly OracleCase[] = [
  {
    id: 'OP-050',
    title: '45 min of speech treatment billed by time',
    source: 'NCCI26 I.A',
    facts: ['F-8MIN-14'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-050',
        says: '92507 x3',
        text: `clinician "D. Novak, SLP"
discipline SLP
payer medicare

encounter 2026-03-03 patient A
  dx R47.1
  45 min  92507  one-on-one
  bill 92507-GN x3
                ^^ untimed-units error
`,
        fixed: ['bill 92507-GN x1'],
      },
      {
        id: 'OP-050b',
        says: '92507 x1',
        text: `clinician "D. Novak, SLP"
discipline SLP
payer medicare

encounter 2026-03-03 patient A
  dx R47.1
  45 min  92507  one-on-one
  bill 92507-GN x1
`,
      },
    ],
  },
  {
    id: 'OP-082',
    title: '97532 in 2018',
    source: 'COG (AOTA, ASHA)',
    facts: ['F-CODE-01'],
    payer: 'Medicare, and others; 1 March 2018',
    days: [
      {
        id: 'OP-082',
        says: 'Medicare: G0515',
        text: `clinician "J. Park, OT"
discipline OT
payer medicare

encounter 2018-03-01 patient A
  dx I69.310
  15 min  97532  one-on-one
          ^^^^^ deleted-code error
  bill 97532-GO x1
       ^^^^^ deleted-code error
`,
        fixed: ['15 min  G0515  one-on-one', 'bill G0515-GO x1'],
      },
      {
        id: 'OP-082b',
        says: 'others: 97127',
        text: `clinician "J. Park, OT"
discipline OT
payer commercial

encounter 2018-03-01 patient A
  dx I69.310
  15 min  97532  one-on-one
          ^^^^^ deleted-code error
  bill 97532-GO x1
       ^^^^^ deleted-code error
`,
        fixed: ['15 min  97127  one-on-one', 'bill 97127-GO x1'],
      },
    ],
  },
  {
    id: 'OP-083',
    title: '97762 in 2018',
    source: 'PAA note; gawendaseminars v24.0',
    facts: ['F-NCCI-10'],
    payer: 'any; 1 February 2018',
    days: [
      {
        id: 'OP-083',
        says: '97763',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2018-02-01 patient A
  dx M54.50
  15 min  97762  one-on-one
          ^^^^^ deleted-code error
  bill 97762-GP x1
       ^^^^^ deleted-code error
`,
        fixed: ['15 min  97763  one-on-one', 'bill 97763-GP x1'],
      },
    ],
  },
  {
    id: 'OD-057',
    title: '97001 today',
    source: 'the table of deleted codes',
    facts: ['F-MOD-06'],
    payer: 'any, 2026',
    days: [
      {
        id: 'OD-057',
        says: 'one of 97161, 97162, 97163: which, the record does not say',
        text: `${PT_MEDICARE}
  30 min  97001  one-on-one
          ^^^^^ deleted-code error
  bill 97001-GP x1
       ^^^^^ deleted-code error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-058',
    title: '97127 today',
    source: 'the table of deleted codes',
    facts: ['F-NCCI-14'],
    payer: 'any, 2026',
    days: [
      {
        id: 'OD-058',
        says: '97129, with 97130 for what goes beyond 15 minutes',
        text: `clinician "J. Park, OT"
discipline OT
payer commercial

encounter 2026-03-03 patient A
  dx I69.310
  30 min  97127  one-on-one
          ^^^^^ deleted-code error
  bill 97127-GO x1
       ^^^^^ deleted-code error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-058b',
        says: '30 min as 97129 x1 and 97130 x1',
        text: `clinician "J. Park, OT"
discipline OT
payer commercial

encounter 2026-03-03 patient A
  dx I69.310
  30 min  97129  one-on-one
  bill 97129-GO x1
  bill 97130-GO x1
`,
      },
    ],
  },
  {
    id: 'OD-059',
    title: 'units of a code on one date',
    source: 'F-MUE table',
    facts: ['F-MUE-01', 'F-MUE-02', 'F-MUE-03'],
    payer: 'Medicaid, first quarter of 2026',
    days: [
      {
        id: 'OD-059',
        says: '97110 x7 is above 6, minutes or no minutes',
        text: `${MEDICAID}
  105 min  97110  one-on-one
  bill 97110-GP x7
                ^^ units-over-mue warning
`,
        noSafeFix: true,
      },
      {
        id: 'OD-059b',
        says: '97110 x6',
        text: `${MEDICAID}
  90 min  97110  one-on-one
  bill 97110-GP x6
`,
      },
      {
        id: 'OD-059c',
        says: '97035 x3 is above 2',
        text: `${MEDICAID}
  45 min  97035
  bill 97035-GP x3
                ^^ units-over-mue warning
`,
        noSafeFix: true,
      },
      {
        id: 'OD-059d',
        says: '97035 x2',
        text: `${MEDICAID}
  30 min  97035
  bill 97035-GP x2
`,
      },
      {
        id: 'OD-059e',
        says: '97161 x2: an evaluation has no second unit',
        text: `${MEDICAID}
  40 min  97161  one-on-one
  bill 97161-GP x2
                ^^ untimed-units error
`,
        fixed: ['bill 97161-GP x1'],
      },
    ],
  },
];
