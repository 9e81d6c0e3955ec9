/** GP and GO, assistants, chiropractic. */

import { NOTES_A, type OracleCase, PT_MEDICARE } from './kind';

const CHIRO = `clinician "P. Hale, DC"
discipline chiro
payer medicare

encounter 2026-03-03 patient A
  dx M99.03`;

export const MODIFIERS: readonly OracleCase[] = [
  {
    id: 'OP-070',
    title: 'a PT evaluation without a therapy modifier',
    source: 'PAA',
    facts: ['F-MOD-06'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-070',
        says: 'GP is missing',
        text: `${PT_MEDICARE}
  30 min  97162  one-on-one
  bill 97162 x1
       ^^^^^ discipline-modifier error
`,
        fixed: ['bill 97162-GP x1'],
      },
      {
        id: 'OP-070b',
        says: 'with GP',
        text: `${PT_MEDICARE}
  30 min  97162  one-on-one
  bill 97162-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-071',
    title: '97110 by assistant 23 min and PT 13 min, 97140 by PT 30 min',
    source: 'CMS-CQ example (partly visible; the rest by F-MOD-22 and F-MOD-24)',
    facts: ['F-MOD-21', 'F-MOD-22', 'F-MOD-24'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-071',
        says: '97110 once with CQ and once without, 97140 x2 (66 min = 4)',
        text: `${PT_MEDICARE}
  23 min  97110  one-on-one  by assistant "M. Lee, PTA"
  13 min  97110  one-on-one
  30 min  97140  one-on-one
  bill 97110-GP-CQ x1
  bill 97110-GP x1
  bill 97140-GP x2
`,
      },
      {
        id: 'OP-071b',
        says: 'CQ on both units of 97110',
        text: `${PT_MEDICARE}
  23 min  97110  one-on-one  by assistant "M. Lee, PTA"
  13 min  97110  one-on-one
  30 min  97140  one-on-one
  bill 97110-GP-CQ x2
               ^^^ assistant-modifier error
  bill 97140-GP x2
`,
        noSafeFix: true,
      },
      {
        id: 'OP-071c',
        says: 'CQ on none',
        text: `${PT_MEDICARE}
  23 min  97110  one-on-one  by assistant "M. Lee, PTA"
  13 min  97110  one-on-one
  30 min  97140  one-on-one
  bill 97110-GP x2
       ^^^^^ assistant-modifier error
  bill 97140-GP x2
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-073',
    title: 'PT the first 30 min, assistant all the rest',
    source: 'PTM',
    facts: ['F-MOD-21', 'F-MOD-24'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-073',
        says: 'one code: 2 units without CQ, 2 with',
        text: `${PT_MEDICARE}
  09:00-09:30  97110  one-on-one
  09:30-10:00  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x2
  bill 97110-GP-CQ x2
`,
      },
      {
        id: 'OP-073b',
        says: 'one code: CQ missing on the units of the assistant',
        text: `${PT_MEDICARE}
  09:00-09:30  97110  one-on-one
  09:30-10:00  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x4
       ^^^^^ assistant-modifier error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-073c',
        says: 'two codes: CQ on the code of the assistant',
        text: `${PT_MEDICARE}
  09:00-09:30  97110  one-on-one
  09:30-10:00  97530  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x2
  bill 97530-GP-CQ x2
`,
      },
      {
        id: 'OP-073d',
        says: 'two codes: CQ missing on the code of the assistant',
        text: `${PT_MEDICARE}
  09:00-09:30  97110  one-on-one
  09:30-10:00  97530  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x2
  bill 97530-GP x2
       ^^^^^ assistant-modifier error
`,
        fixed: ['bill 97530-GP-CQ x2'],
      },
    ],
  },
  {
    id: 'OP-074',
    title: 'PT and assistant together for the whole service',
    source: 'CMS-TH26',
    facts: ['F-MOD-20', 'F-8MIN-10'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-074',
        says: 'no CQ',
        text: `${PT_MEDICARE}
  09:00-09:30  97110  one-on-one  by clinician
  09:00-09:30  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x2
`,
      },
      {
        id: 'OP-074b',
        says: 'CQ is wrong',
        text: `${PT_MEDICARE}
  09:00-09:30  97110  one-on-one  by clinician
  09:00-09:30  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP-CQ x2
               ^^^ assistant-modifier error
`,
        fixed: ['bill 97110-GP x2'],
      },
    ],
  },
  {
    id: 'OP-079',
    title: 'manipulation as active treatment',
    source: 'NGS-C',
    facts: ['F-MOD-60'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-079',
        says: 'AT is missing; only the record of the patient can say that treatment is active',
        text: `${CHIRO}
  10 min  98941
  bill 98941 x1
       ^^^^^ chiropractic-modifier error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-079b',
        says: 'with AT',
        text: `${CHIRO}
  10 min  98941
  bill 98941-AT x1
`,
      },
    ],
  },
  {
    id: 'OP-080',
    title: 'AT and GA on one manipulation line',
    source: 'PAL-C',
    facts: ['F-MOD-60'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-080',
        says: 'both are rejected',
        text: `${CHIRO}
  10 min  98940
  bill 98940-AT-GA x1
            ^^^ chiropractic-modifier error
`,
        noSafeFix: true,
      },
      ...['AT', 'GA'].map((modifier, n) => ({
        id: `OP-080${['b', 'c'][n]}`,
        says: `${modifier} alone`,
        text: `${CHIRO}
  10 min  98940
  bill 98940-${modifier} x1
`,
      })),
    ],
  },
  {
    id: 'OP-088',
    title: 'an evaluation by an assistant',
    source: 'UHC',
    facts: ['F-DOC-14'],
    payer: 'UnitedHealthcare, commercial',
    days: [
      {
        id: 'OP-088',
        says: 'nothing is billable for the assistant',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer "UnitedHealthcare"

encounter 2026-03-03 patient A
  dx M54.50
  30 min  97161  one-on-one  by assistant "M. Lee, PTA"
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ evaluation-by-assistant error
  bill 97161-GP x1
`,
        noSafeFix: true,
      },
      {
        id: 'OP-088b',
        says: 'for Medicare, shown by CQ alone',
        text: `${PT_MEDICARE}
  30 min  97161  one-on-one
  bill 97161-GP-CQ x1
               ^^^ evaluation-by-assistant error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-051',
    title: 'one code, PT 12 min and assistant 14 min apart',
    source: 'F-MOD-23',
    facts: ['F-MOD-23'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-051',
        says: 'one unit with CQ, one without (26 min = 2)',
        text: `${PT_MEDICARE}
  09:00-09:12  97110  one-on-one
  09:12-09:26  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
  bill 97110-GP-CQ x1
`,
      },
      {
        id: 'OD-051b',
        says: 'CQ on both',
        text: `${PT_MEDICARE}
  09:00-09:12  97110  one-on-one
  09:12-09:26  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP-CQ x2
               ^^^ assistant-modifier error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-052',
    title: 'one unit, PT 8 min and assistant 7 min',
    source: 'F-MOD-22',
    facts: ['F-MOD-22'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-052',
        says: 'no CQ',
        text: `${PT_MEDICARE}
  09:00-09:08  97110  one-on-one
  09:08-09:15  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
`,
      },
      {
        id: 'OD-052b',
        says: 'CQ is wrong',
        text: `${PT_MEDICARE}
  09:00-09:08  97110  one-on-one
  09:08-09:15  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP-CQ x1
               ^^^ assistant-modifier error
`,
        fixed: ['bill 97110-GP x1'],
      },
    ],
  },
  {
    id: 'OD-053',
    title: 'one unit, PT 7 min and assistant 8 min',
    source: 'F-MOD-21',
    facts: ['F-MOD-21', 'F-MOD-22'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-053',
        says: 'with CQ',
        text: `${PT_MEDICARE}
  09:00-09:07  97110  one-on-one
  09:07-09:15  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP-CQ x1
`,
      },
      {
        id: 'OD-053b',
        says: 'CQ is missing',
        text: `${PT_MEDICARE}
  09:00-09:07  97110  one-on-one
  09:07-09:15  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
       ^^^^^ assistant-modifier error
`,
        fixed: ['bill 97110-GP-CQ x1'],
      },
    ],
  },
  {
    id: 'OD-054',
    title: 'a group of 30 min, in part by an assistant',
    source: 'F-MOD-21',
    facts: ['F-MOD-21'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-054',
        says: 'assistant alone for 30: CQ',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"  by assistant "M. Lee, PTA"
  bill 97150-GP-CQ x1
${NOTES_A}
`,
      },
      {
        id: 'OD-054b',
        says: 'assistant alone for 30: CQ missing',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"  by assistant "M. Lee, PTA"
  bill 97150-GP x1
       ^^^^^ assistant-modifier error
${NOTES_A}
`,
        fixed: ['bill 97150-GP-CQ x1'],
      },
      {
        id: 'OD-054c',
        says: 'assistant alone for 2 of 30, under a tenth: no CQ',
        text: `${PT_MEDICARE}
  09:00-09:28  97150  group of 4  "Morning class"
  09:28-09:30  97150  group of 4  "Morning class"  by assistant "M. Lee, PTA"
  bill 97150-GP x1
${NOTES_A}
`,
      },
      {
        id: 'OD-054d',
        says: 'assistant alone for 2 of 30: CQ is wrong',
        text: `${PT_MEDICARE}
  09:00-09:28  97150  group of 4  "Morning class"
  09:28-09:30  97150  group of 4  "Morning class"  by assistant "M. Lee, PTA"
  bill 97150-GP-CQ x1
               ^^^ assistant-modifier error
${NOTES_A}
`,
        fixed: ['bill 97150-GP x1'],
      },
      {
        id: 'OD-054e',
        says: 'assistant alone for 4 of 30, over a tenth: CQ',
        text: `${PT_MEDICARE}
  09:00-09:26  97150  group of 4  "Morning class"
  09:26-09:30  97150  group of 4  "Morning class"  by assistant "M. Lee, PTA"
  bill 97150-GP-CQ x1
${NOTES_A}
`,
      },
      {
        id: 'OD-054f',
        says: 'assistant alone for 4 of 30: CQ missing',
        text: `${PT_MEDICARE}
  09:00-09:26  97150  group of 4  "Morning class"
  09:26-09:30  97150  group of 4  "Morning class"  by assistant "M. Lee, PTA"
  bill 97150-GP x1
       ^^^^^ assistant-modifier error
${NOTES_A}
`,
        fixed: ['bill 97150-GP-CQ x1'],
      },
      {
        id: 'OD-054g',
        says: 'assistant alone for 3 of 30, a tenth and no more: no CQ',
        text: `${PT_MEDICARE}
  09:00-09:27  97150  group of 4  "Morning class"
  09:27-09:30  97150  group of 4  "Morning class"  by assistant "M. Lee, PTA"
  bill 97150-GP x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OD-055',
    title: 'an assistant modifier of the other discipline',
    source: 'F-MOD-20',
    facts: ['F-MOD-20'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-055',
        says: 'GO with CQ',
        text: `clinician "J. Park, OT"
discipline OT
payer medicare

encounter 2026-03-03 patient A
  dx M62.81
  15 min  97530  one-on-one  by assistant "T. Webb, OTA"
  bill 97530-GO-CQ x1
               ^^^ assistant-modifier error
`,
        fixed: ['bill 97530-GO-CO x1'],
      },
      {
        id: 'OD-055b',
        says: 'GO with CO',
        text: `clinician "J. Park, OT"
discipline OT
payer medicare

encounter 2026-03-03 patient A
  dx M62.81
  15 min  97530  one-on-one  by assistant "T. Webb, OTA"
  bill 97530-GO-CO x1
`,
      },
      {
        id: 'OD-055c',
        says: 'GP with CQ',
        text: `${PT_MEDICARE}
  15 min  97530  one-on-one  by assistant "M. Lee, PTA"
  bill 97530-GP-CQ x1
`,
      },
    ],
  },
  {
    id: 'OD-060',
    title: 'a chiropractor bills group therapy with AT',
    source: 'F-PAY-11',
    facts: ['F-PAY-11', 'F-MOD-60', 'F-MOD-61'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-060',
        says: 'two faults: AT belongs to manipulation, and a service that is never covered has no GY',
        text: `${CHIRO}
  30 min  97150  group of 4  "Morning class"
  bill 97150-AT x1
       ^^^^^ chiropractic-modifier error
            ^^^ chiropractic-modifier error
${NOTES_A}
`,
      },
      {
        id: 'OD-060b',
        says: 'with GY',
        text: `${CHIRO}
  30 min  97150  group of 4  "Morning class"
  bill 97150-GY x1
${NOTES_A}
`,
      },
      {
        id: 'OD-060c',
        says: 'neither GY nor GX',
        text: `${CHIRO}
  30 min  97150  group of 4  "Morning class"
  bill 97150 x1
       ^^^^^ chiropractic-modifier error
${NOTES_A}
`,
        fixed: ['bill 97150-GY x1'],
      },
    ],
  },
];
