/** Minutes to units. */

import { type OracleCase, type OracleDay, PT_COMMERCIAL, PT_MEDICARE, PT_MIDPOINT } from './kind';

/** OD-001: so many minutes of one code, and the units they earn. The year is one whose unit limits are not built in. */
const TABLE = [
  [7, 0],
  [8, 1],
  [22, 1],
  [23, 2],
  [37, 2],
  [38, 3],
  [52, 3],
  [53, 4],
  [67, 4],
  [68, 5],
  [82, 5],
  [83, 6],
  [97, 6],
  [98, 7],
  [112, 7],
  [113, 8],
  [127, 8],
  [128, 9],
] as const;

const oneCode = (minutes: number, units: number, payer: string, mark = '') => `clinician "R. Ortiz, PT"
discipline PT
${payer}

encounter 2025-03-03 patient A
  dx M54.50
  ${minutes} min  97110  one-on-one
  bill 97110-GP x${units}${mark && `\n                ${'^'.repeat(`x${units}`.length)} ${mark}`}
`;

const letter = (n: number) =>
  n === 0 ? '' : n <= 25 ? String.fromCharCode(97 + n) : `z${String.fromCharCode(71 + n)}`;

const TABLE_DAYS: readonly OracleDay[] = TABLE.flatMap(([minutes, units]) => [
  ...(units > 0
    ? [{ says: `${minutes} min, x${units}`, text: oneCode(minutes, units, 'payer medicare') }]
    : [
        {
          says: `${minutes} min billed x1 is under 8 minutes`,
          text: oneCode(minutes, 1, 'payer medicare', 'under-8-minutes error'),
          noSafeFix: true as const,
        },
      ]),
  ...(units > 0
    ? [
        {
          says: `${minutes} min, x${units + 1} is one too many`,
          text: oneCode(minutes, units + 1, 'payer medicare', 'too-many-units error'),
          fixed: [`bill 97110-GP x${units}`],
        },
      ]
    : []),
]).map((day, n) => ({ id: `OD-001${letter(n)}`, ...day }));

export const UNITS: readonly OracleCase[] = [
  {
    id: 'OP-001',
    title: '24 min 97112 and 23 min 97110',
    source: 'CPM5 example 1 (FAC1, Dynamic Chiropractic)',
    facts: ['F-8MIN-02', 'F-8MIN-04', 'F-8MIN-05'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-001',
        says: '97112 x2, 97110 x1 (47 min = 3)',
        text: `${PT_MEDICARE}
  24 min  97112  one-on-one
  23 min  97110  one-on-one
  bill 97112-GP x2
  bill 97110-GP x1
`,
      },
      {
        id: 'OP-001b',
        says: '97110 x2 as well is a fourth unit',
        text: `${PT_MEDICARE}
  24 min  97112  one-on-one
  23 min  97110  one-on-one
  bill 97112-GP x2
  bill 97110-GP x2
                ^^ too-many-units error
`,
        fixed: ['bill 97110-GP x1'],
      },
      {
        id: 'OP-001c',
        says: 'the third unit belongs to 97112, which has more left over',
        text: `${PT_MEDICARE}
  24 min  97112  one-on-one
  23 min  97110  one-on-one
  bill 97112-GP x1
  bill 97110-GP x2
                ^^ too-many-units error
`,
        fixed: ['bill 97110-GP x1'],
      },
    ],
  },
  {
    id: 'OP-002',
    title: '20 min each of two codes',
    source: 'CPM5 example 2 (FAC1)',
    facts: ['F-8MIN-05', 'F-8MIN-07'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-002',
        says: '2 of the first, 1 of the second',
        text: `${PT_MEDICARE}
  20 min  97112  one-on-one
  20 min  97110  one-on-one
  bill 97112-GP x2
  bill 97110-GP x1
`,
      },
      {
        id: 'OP-002b',
        says: '1 of the first, 2 of the second',
        text: `${PT_MEDICARE}
  20 min  97112  one-on-one
  20 min  97110  one-on-one
  bill 97112-GP x1
  bill 97110-GP x2
`,
      },
      {
        id: 'OP-002c',
        says: '3 of one code is wrong',
        text: `${PT_MEDICARE}
  20 min  97112  one-on-one
  20 min  97110  one-on-one
  bill 97112-GP x3
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-002d',
        says: '2 of each is 4, and 40 min give 3',
        text: `${PT_MEDICARE}
  20 min  97112  one-on-one
  20 min  97110  one-on-one
  bill 97112-GP x2
  bill 97110-GP x2
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-004',
    title: '33 min 97110 and 7 min 97140',
    source: 'CPM5 example 3 (FAC1, physicaltherapy.com Q 2814)',
    facts: ['F-8MIN-05', 'F-8MIN-06'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-004',
        says: '97110 x2, 97140 x1 (40 min = 3; 7 left over beats 3)',
        text: `${PT_MEDICARE}
  33 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x1
`,
      },
      {
        id: 'OP-004b',
        says: 'without 97140 one unit is given away',
        text: `${PT_MEDICARE}
  33 min  97110  one-on-one
  7 min  97140  one-on-one
         ^^^^^ performed-not-billed hint
  bill 97110-GP x2
`,
      },
      {
        id: 'OP-004c',
        says: 'the third unit is not for 97110',
        text: `${PT_MEDICARE}
  33 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x3
                ^^ too-many-units error
`,
        fixed: ['bill 97110-GP x2'],
      },
    ],
  },
  {
    id: 'OP-005',
    title: '18, 13 and 10 min one-on-one and 8 min ultrasound',
    source: 'CPM5 example 4 (FAC1, unit cheat-sheet page)',
    facts: ['F-8MIN-04', 'F-8MIN-05'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-005',
        says: 'one unit each of the three longest, none of 97035 (49 min = 3)',
        text: `${PT_MEDICARE}
  18 min  97110  one-on-one
  13 min  97140  one-on-one
  10 min  97116  one-on-one
  8 min  97035
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97116-GP x1
`,
      },
      {
        id: 'OP-005b',
        says: '97035 x1 is a fourth unit',
        text: `${PT_MEDICARE}
  18 min  97110  one-on-one
  13 min  97140  one-on-one
  10 min  97116  one-on-one
  8 min  97035
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97116-GP x1
  bill 97035-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-005c',
        says: '97110 x2 is a fourth unit',
        text: `${PT_MEDICARE}
  18 min  97110  one-on-one
  13 min  97140  one-on-one
  10 min  97116  one-on-one
  8 min  97035
  bill 97110-GP x2
                ^^ too-many-units error
  bill 97140-GP x1
  bill 97116-GP x1
`,
        fixed: ['bill 97110-GP x1'],
      },
    ],
  },
  {
    id: 'OP-007',
    title: '7 min each of three codes',
    source: 'CPM5 example 5 (EIT example 8)',
    facts: ['F-8MIN-06', 'F-8MIN-07'],
    payer: 'Medicare: minutes together',
    days: ['97112', '97110', '97140'].map((code, n) => ({
      id: `OP-007${['', 'b', 'c'][n]}`,
      says: `one unit of ${code} (21 min = 1, any one of them)`,
      text: `${PT_MEDICARE}
  7 min  97112  one-on-one
  7 min  97110  one-on-one
  7 min  97140  one-on-one
  bill ${code}-GP x1
`,
    })),
  },
  {
    id: 'OP-008',
    title: '40 min of one code',
    source: 'EIT example 1',
    facts: ['F-8MIN-02'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-008',
        says: '97110 x3',
        text: `${PT_MEDICARE}
  40 min  97110  one-on-one
  bill 97110-GP x3
`,
      },
    ],
  },
  {
    id: 'OP-010',
    title: '7 min of the only timed service',
    source: 'EIT example 2; F-8MIN-03',
    facts: ['F-8MIN-03'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-010',
        says: 'nothing is billed',
        text: `${PT_MEDICARE}
  7 min  97140  one-on-one
`,
      },
      {
        id: 'OP-010b',
        says: '97140 x1 is under 8 minutes',
        text: `${PT_MEDICARE}
  7 min  97140  one-on-one
  bill 97140-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-011',
    title: '10 min each of two codes',
    source: 'Dynamic Chiropractic 52138',
    facts: ['F-8MIN-01', 'F-8MIN-07'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-011',
        says: 'one each is 2, and 20 min allow 1',
        text: `${PT_MEDICARE}
  10 min  97110  one-on-one
  10 min  97112  one-on-one
  bill 97110-GP x1
  bill 97112-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-011b',
        says: 'one unit of 97110',
        text: `${PT_MEDICARE}
  10 min  97110  one-on-one
  10 min  97112  one-on-one
  bill 97110-GP x1
`,
      },
      {
        id: 'OP-011c',
        says: 'one unit of 97112',
        text: `${PT_MEDICARE}
  10 min  97110  one-on-one
  10 min  97112  one-on-one
  bill 97112-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-013',
    title: '22, 9 and 8 min',
    source: 'EIT example 11',
    facts: ['F-8MIN-05'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-013',
        says: 'one each (39 min = 3)',
        text: `${PT_MEDICARE}
  22 min  97110  one-on-one
  9 min  97140  one-on-one
  8 min  97116  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97116-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-014',
    title: '25 and 15 min billed as 4 units',
    source: 'EIT example 6',
    facts: ['F-8MIN-02', 'F-8MIN-04'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-014',
        says: '97110 x2, 97140 x1 is right (40 min = 3)',
        text: `${PT_MEDICARE}
  25 min  97110  one-on-one
  15 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x1
`,
      },
      {
        id: 'OP-014b',
        says: 'the fourth unit on 97110',
        text: `${PT_MEDICARE}
  25 min  97110  one-on-one
  15 min  97140  one-on-one
  bill 97110-GP x3
                ^^ too-many-units error
  bill 97140-GP x1
`,
        fixed: ['bill 97110-GP x2'],
      },
      {
        id: 'OP-014c',
        says: 'the fourth unit on 97140',
        text: `${PT_MEDICARE}
  25 min  97110  one-on-one
  15 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x2
                ^^ too-many-units error
`,
        fixed: ['bill 97140-GP x1'],
      },
    ],
  },
  {
    id: 'OP-016',
    title: '7 min each of three codes billed one each',
    source: 'EIT example 9',
    facts: ['F-8MIN-06', 'F-8MIN-07'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-016',
        says: '21 min allow 1, billed 3: the two lines after the first',
        text: `${PT_MEDICARE}
  7 min  97112  one-on-one
  7 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97112-GP x1
  bill 97110-GP x1
                ^^ too-many-units error
  bill 97140-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-017',
    title: '25, 15 and 20 min beside electrical stimulation left running',
    source: 'EIT example 13',
    facts: ['F-8MIN-08', 'F-CODE-01'],
    payer: 'minutes together; 97014 is not for Medicare',
    days: [
      {
        id: 'OP-017',
        says: 'timed 60 min = 4, and 97014 once',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer commercial
units cms

encounter 2026-03-03 patient A
  dx M54.50
  25 min  97110  one-on-one
  15 min  97140  one-on-one
  20 min  97112  one-on-one
  15 min  97014  supervised
  bill 97110-GP x2
  bill 97140-GP x1
  bill 97112-GP x1
  bill 97014-GP x1
`,
      },
      {
        id: 'OP-017b',
        says: 'the same day for Medicare, which wants G0283',
        text: `${PT_MEDICARE}
  25 min  97110  one-on-one
  15 min  97140  one-on-one
  20 min  97112  one-on-one
  15 min  97014  supervised
  bill 97110-GP x2
  bill 97140-GP x1
  bill 97112-GP x1
  bill 97014-GP x1
       ^^^^^ code-not-for-payer error
`,
        fixed: ['bill G0283-GP x1'],
      },
    ],
  },
  {
    id: 'OP-019',
    title: '22, 10 and 8 min',
    source: 'EIT example 16',
    facts: ['F-8MIN-05'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-019',
        says: 'one each (40 min = 3)',
        text: `${PT_MEDICARE}
  22 min  97110  one-on-one
  10 min  97116  one-on-one
  8 min  97140  one-on-one
  bill 97110-GP x1
  bill 97116-GP x1
  bill 97140-GP x1
`,
      },
      {
        id: 'OP-019b',
        says: 'the longest code gets no extra one: 7 left over is least',
        text: `${PT_MEDICARE}
  22 min  97110  one-on-one
  10 min  97116  one-on-one
  8 min  97140  one-on-one
  bill 97110-GP x2
                ^^ too-many-units error
  bill 97116-GP x1
`,
        fixed: ['bill 97110-GP x1'],
      },
    ],
  },
  {
    id: 'OP-020',
    title: '25 min 97110 and untimed stimulation billed as 3 timed units',
    source: 'EIT example 14',
    facts: ['F-8MIN-08'],
    payer: 'minutes together',
    days: [
      {
        id: 'OP-020',
        says: '97110 x2, 97014 x1',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer commercial
units cms

encounter 2026-03-03 patient A
  dx M54.50
  25 min  97110  one-on-one
  15 min  97014  supervised
  bill 97110-GP x2
  bill 97014-GP x1
`,
      },
      {
        id: 'OP-020b',
        says: '97110 x3: untimed minutes were added',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer commercial
units cms

encounter 2026-03-03 patient A
  dx M54.50
  25 min  97110  one-on-one
  15 min  97014  supervised
  bill 97110-GP x3
                ^^ too-many-units error
  bill 97014-GP x1
`,
        fixed: ['bill 97110-GP x2'],
      },
    ],
  },
  {
    id: 'OP-022',
    title: '45 min 97112 and 7 min ultrasound',
    source: 'expressmbs.com case 2',
    facts: ['F-8MIN-02'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-022',
        says: '97112 x3, no 97035 (52 min = 3)',
        text: `${PT_MEDICARE}
  45 min  97112  one-on-one
  7 min  97035
  bill 97112-GP x3
`,
      },
      {
        id: 'OP-022b',
        says: '97035 x1 is under 8 minutes',
        text: `${PT_MEDICARE}
  45 min  97112  one-on-one
  7 min  97035
  bill 97112-GP x3
  bill 97035-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-023',
    title: '15 min 97110 and 20 min 97116',
    source: 'codingahead.com 97116',
    facts: ['F-8MIN-02'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OP-023',
        says: 'one each (35 min = 2)',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  20 min  97116  one-on-one
  bill 97110-GP x1
  bill 97116-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-025',
    title: '10 min of one code, code by code',
    source: 'WPT help 1142',
    facts: ['F-AMA-01'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OP-025',
        says: '97110 x1',
        text: `${PT_MIDPOINT}
  10 min  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-026',
    title: '10 min each of two codes, code by code',
    source: 'WPT help 1142',
    facts: ['F-AMA-01'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OP-026',
        says: 'one each: either reaches 8 by itself',
        text: `${PT_MIDPOINT}
  10 min  97110  one-on-one
  10 min  97116  one-on-one
  bill 97110-GP x1
  bill 97116-GP x1
`,
      },
      {
        id: 'OP-026b',
        says: 'the same where the rule is only assumed',
        text: `${PT_COMMERCIAL}
  10 min  97110  one-on-one
  10 min  97116  one-on-one
  bill 97110-GP x1
  bill 97116-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-001',
    title: 'the table of minutes and units at its edges',
    source: 'F-8MIN-02',
    facts: ['F-8MIN-02'],
    payer: 'Medicare: minutes together',
    days: TABLE_DAYS,
  },
  {
    id: 'OD-002',
    title: '8 min each of three codes',
    source: 'F-8MIN-05, F-8MIN-07',
    facts: ['F-8MIN-05', 'F-8MIN-07'],
    payer: 'Medicare: minutes together',
    days: [
      ...[
        ['97110', '97140'],
        ['97110', '97112'],
        ['97140', '97112'],
      ].map((codes, n) => ({
        id: `OD-002${['', 'b', 'c'][n]}`,
        says: `${codes.join(' and ')} (24 min = 2, any two)`,
        text: `${PT_MEDICARE}
  8 min  97110  one-on-one
  8 min  97140  one-on-one
  8 min  97112  one-on-one
  bill ${codes[0]}-GP x1
  bill ${codes[1]}-GP x1
`,
      })),
      {
        id: 'OD-002d',
        says: 'all three is one too many',
        text: `${PT_MEDICARE}
  8 min  97110  one-on-one
  8 min  97140  one-on-one
  8 min  97112  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97112-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-003',
    title: '8 min each of three codes, code by code',
    source: 'F-AMA-01',
    facts: ['F-AMA-01'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OD-003',
        says: 'one each',
        text: `${PT_MIDPOINT}
  8 min  97110  one-on-one
  8 min  97140  one-on-one
  8 min  97112  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97112-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-004',
    title: '14 min each of two codes',
    source: 'F-8MIN-05',
    facts: ['F-8MIN-05', 'F-AMA-01'],
    payer: 'alike under both rules',
    days: [
      {
        id: 'OD-004',
        says: 'one each, minutes together (28 min = 2)',
        text: `${PT_MEDICARE}
  14 min  97110  one-on-one
  14 min  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
`,
      },
      {
        id: 'OD-004b',
        says: 'one each, code by code',
        text: `${PT_MIDPOINT}
  14 min  97110  one-on-one
  14 min  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-005',
    title: '22 min each of two codes',
    source: 'F-8MIN-07',
    facts: ['F-8MIN-05', 'F-8MIN-07'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-005',
        says: '2 and 1 (44 min = 3)',
        text: `${PT_MEDICARE}
  22 min  97110  one-on-one
  22 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x1
`,
      },
      {
        id: 'OD-005b',
        says: '1 and 2',
        text: `${PT_MEDICARE}
  22 min  97110  one-on-one
  22 min  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x2
`,
      },
      {
        id: 'OD-005c',
        says: '2 and 2 is one too many',
        text: `${PT_MEDICARE}
  22 min  97110  one-on-one
  22 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x2
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-006',
    title: '22 min each of two codes, code by code',
    source: 'F-AMA-01',
    facts: ['F-AMA-01'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OD-006',
        says: 'one each',
        text: `${PT_MIDPOINT}
  22 min  97110  one-on-one
  22 min  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
`,
      },
      {
        id: 'OD-006b',
        says: '3 in all is one too many',
        text: `${PT_MIDPOINT}
  22 min  97110  one-on-one
  22 min  97140  one-on-one
  bill 97110-GP x2
                ^^ too-many-units error
  bill 97140-GP x1
`,
        fixed: ['bill 97110-GP x1'],
      },
    ],
  },
  {
    id: 'OD-007',
    title: '7 min each of two codes',
    source: 'F-8MIN-06',
    facts: ['F-8MIN-06', 'F-8MIN-07'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-007',
        says: 'one unit of 97110 (14 min = 1)',
        text: `${PT_MEDICARE}
  7 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x1
`,
      },
      {
        id: 'OD-007b',
        says: 'one unit of 97140',
        text: `${PT_MEDICARE}
  7 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97140-GP x1
`,
      },
      {
        id: 'OD-007c',
        says: 'one of each is one too many',
        text: `${PT_MEDICARE}
  7 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-008',
    title: '7 min each of two codes, code by code',
    source: 'F-AMA-02',
    facts: ['F-AMA-02'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OD-008',
        says: 'nothing is billed',
        text: `${PT_MIDPOINT}
  7 min  97110  one-on-one
  7 min  97140  one-on-one
`,
      },
      {
        id: 'OD-008b',
        says: 'any unit is under 8 minutes',
        text: `${PT_MIDPOINT}
  7 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-008c',
        says: 'where the rule is only assumed, a warning: minutes together would give the unit',
        text: `${PT_COMMERCIAL}
  7 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x1
                ^^ under-8-minutes warning
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-009',
    title: '5 and 6 min',
    source: 'F-8MIN-06',
    facts: ['F-8MIN-06'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-009',
        says: '97140 x1: the larger left-over',
        text: `${PT_MEDICARE}
  5 min  97110  one-on-one
  6 min  97140  one-on-one
  bill 97140-GP x1
`,
      },
      {
        id: 'OD-009b',
        says: '97110 x1: the smaller left-over got the unit',
        text: `${PT_MEDICARE}
  5 min  97110  one-on-one
  6 min  97140  one-on-one
  bill 97110-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-010',
    title: '16 and 6 min',
    source: 'F-8MIN-02',
    facts: ['F-8MIN-02', 'F-8MIN-03'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-010',
        says: '97110 x1 (22 min = 1)',
        text: `${PT_MEDICARE}
  16 min  97110  one-on-one
  6 min  97140  one-on-one
  bill 97110-GP x1
`,
      },
      {
        id: 'OD-010b',
        says: 'one each is one too many, on the code with 6 minutes',
        text: `${PT_MEDICARE}
  16 min  97110  one-on-one
  6 min  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-011',
    title: '23 and 8 min',
    source: 'F-8MIN-05, F-8MIN-07',
    facts: ['F-8MIN-05', 'F-8MIN-07'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-011',
        says: '97110 x2 (31 min = 2; 8 left over on both)',
        text: `${PT_MEDICARE}
  23 min  97110  one-on-one
  8 min  97140  one-on-one
  bill 97110-GP x2
`,
      },
      {
        id: 'OD-011b',
        says: 'one each',
        text: `${PT_MEDICARE}
  23 min  97110  one-on-one
  8 min  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
`,
      },
      {
        id: 'OD-011c',
        says: '2 and 1 is one too many',
        text: `${PT_MEDICARE}
  23 min  97110  one-on-one
  8 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-012',
    title: '23 and 8 min, code by code',
    source: 'F-AMA-01',
    facts: ['F-AMA-01'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OD-012',
        says: '2 and 1',
        text: `${PT_MIDPOINT}
  23 min  97110  one-on-one
  8 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-013',
    title: '38 min each of two codes',
    source: 'F-8MIN-05',
    facts: ['F-8MIN-05', 'F-8MIN-07', 'F-AMA-01'],
    payer: 'each under its own rule',
    days: [
      {
        id: 'OD-013',
        says: 'minutes together: 3 and 2 (76 min = 5)',
        text: `${PT_MEDICARE}
  38 min  97110  one-on-one
  38 min  97530  one-on-one
  bill 97110-GP x3
  bill 97530-GP x2
`,
      },
      {
        id: 'OD-013b',
        says: 'minutes together: 2 and 3',
        text: `${PT_MEDICARE}
  38 min  97110  one-on-one
  38 min  97530  one-on-one
  bill 97110-GP x2
  bill 97530-GP x3
`,
      },
      {
        id: 'OD-013c',
        says: 'minutes together: 3 and 3 is one too many',
        text: `${PT_MEDICARE}
  38 min  97110  one-on-one
  38 min  97530  one-on-one
  bill 97110-GP x3
  bill 97530-GP x3
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-013d',
        says: 'code by code: 3 and 3',
        text: `${PT_MIDPOINT}
  38 min  97110  one-on-one
  38 min  97530  one-on-one
  bill 97110-GP x3
  bill 97530-GP x3
`,
      },
    ],
  },
  {
    id: 'OD-014',
    title: '29 and 1 min',
    source: 'F-8MIN-04, F-8MIN-05',
    facts: ['F-8MIN-04', 'F-8MIN-05'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-014',
        says: '97110 x2 (30 min = 2; 14 left over)',
        text: `${PT_MEDICARE}
  29 min  97110  one-on-one
  1 min  97140  one-on-one
  bill 97110-GP x2
`,
      },
      {
        id: 'OD-014b',
        says: 'one minute of 97140 gets no unit',
        text: `${PT_MEDICARE}
  29 min  97110  one-on-one
  1 min  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-015',
    title: '30, 15 and 15 min',
    source: 'F-8MIN-04',
    facts: ['F-8MIN-04'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-015',
        says: 'whole 15s each',
        text: `${PT_MEDICARE}
  30 min  97110  one-on-one
  15 min  97112  one-on-one
  15 min  97140  one-on-one
  bill 97110-GP x2
  bill 97112-GP x1
  bill 97140-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-016',
    title: '45 and 8 min',
    source: 'F-8MIN-05',
    facts: ['F-8MIN-05'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-016',
        says: '3 and 1 (53 min = 4)',
        text: `${PT_MEDICARE}
  45 min  97110  one-on-one
  8 min  97140  one-on-one
  bill 97110-GP x3
  bill 97140-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-017',
    title: '30 and 7 min',
    source: 'F-8MIN-04, F-8MIN-06',
    facts: ['F-8MIN-04', 'F-8MIN-06'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-017',
        says: '97110 x2 (37 min = 2)',
        text: `${PT_MEDICARE}
  30 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x2
`,
      },
      {
        id: 'OD-017b',
        says: 'nothing is left for 97140',
        text: `${PT_MEDICARE}
  30 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-018',
    title: '31 and 7 min',
    source: 'F-8MIN-06',
    facts: ['F-8MIN-06'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-018',
        says: '2 and 1 (38 min = 3; 7 left over beats 1)',
        text: `${PT_MEDICARE}
  31 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-019',
    title: '24 and 23 min, code by code',
    source: 'F-AMA-01',
    facts: ['F-AMA-01', 'F-AMA-05'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OD-019',
        says: '2 and 2',
        text: `${PT_MIDPOINT}
  24 min  97112  one-on-one
  23 min  97110  one-on-one
  bill 97112-GP x2
  bill 97110-GP x2
`,
      },
    ],
  },
  {
    id: 'OD-020',
    title: '20 min each of two codes, code by code',
    source: 'F-AMA-01',
    facts: ['F-AMA-01', 'F-AMA-05'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OD-020',
        says: 'one each',
        text: `${PT_MIDPOINT}
  20 min  97112  one-on-one
  20 min  97110  one-on-one
  bill 97112-GP x1
  bill 97110-GP x1
`,
      },
      {
        id: 'OD-020b',
        says: '3 in all is one too many',
        text: `${PT_MIDPOINT}
  20 min  97112  one-on-one
  20 min  97110  one-on-one
  bill 97112-GP x2
                ^^ too-many-units error
  bill 97110-GP x1
`,
        fixed: ['bill 97112-GP x1'],
      },
      {
        id: 'OD-020c',
        says: 'where the rule is only assumed, a warning: minutes together would give 3',
        text: `${PT_COMMERCIAL}
  20 min  97112  one-on-one
  20 min  97110  one-on-one
  bill 97112-GP x2
                ^^ too-many-units warning
  bill 97110-GP x1
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-021',
    title: '33 and 7 min, code by code',
    source: 'F-AMA-01',
    facts: ['F-AMA-01', 'F-AMA-02'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OD-021',
        says: '97110 x2',
        text: `${PT_MIDPOINT}
  33 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x2
`,
      },
      {
        id: 'OD-021b',
        says: '97140 x1 is under 8 minutes',
        text: `${PT_MIDPOINT}
  33 min  97110  one-on-one
  7 min  97140  one-on-one
  bill 97110-GP x2
  bill 97140-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-022',
    title: '18, 13, 10 and 8 min, code by code',
    source: 'F-AMA-01',
    facts: ['F-AMA-01', 'F-AMA-05'],
    payer: 'commercial: each code by itself',
    days: [
      {
        id: 'OD-022',
        says: 'one each, 4 in all',
        text: `${PT_MIDPOINT}
  18 min  97110  one-on-one
  13 min  97140  one-on-one
  10 min  97116  one-on-one
  8 min  97035
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97116-GP x1
  bill 97035-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-024',
    title: '30 min evaluation and 7 min 97110',
    source: 'F-8MIN-08',
    facts: ['F-8MIN-03', 'F-8MIN-08'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-024',
        says: 'the evaluation alone',
        text: `${PT_MEDICARE}
  30 min  97161  one-on-one
  7 min  97110  one-on-one
  bill 97161-GP x1
`,
      },
      {
        id: 'OD-024b',
        says: 'evaluation minutes do not help 97110',
        text: `${PT_MEDICARE}
  30 min  97161  one-on-one
  7 min  97110  one-on-one
  bill 97161-GP x1
  bill 97110-GP x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-066',
    title: 'a visit of 60 min with 45 min of treatment',
    source: 'F-8MIN-09',
    facts: ['F-8MIN-09'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-066',
        says: '97110 x3: rest and set-up are no session',
        text: `${PT_MEDICARE}
  45 min  97110  one-on-one
  bill 97110-GP x3
  note: Here for 60 minutes; rested for 10, 5 to set up.
`,
      },
      {
        id: 'OD-066b',
        says: '4 units go by the length of the visit',
        text: `${PT_MEDICARE}
  45 min  97110  one-on-one
  bill 97110-GP x4
                ^^ too-many-units error
  note: Here for 60 minutes; rested for 10, 5 to set up.
`,
        fixed: ['bill 97110-GP x3'],
      },
    ],
  },
];
