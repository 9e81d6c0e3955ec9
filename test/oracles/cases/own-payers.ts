/** Variations of our own: payers, and both sides of every date on which a rule begins or ends. */

import { NOTES_A, type OracleCase, type OracleDay, PT_MEDICARE } from './kind';

const head = (payer: string, date = '2026-03-03', who = 'clinician "R. Ortiz, PT"\ndiscipline PT') => `${who}
payer ${payer}

encounter ${date} patient A
  dx M54.50`;

const CHIRO = 'clinician "P. Hale, DC"\ndiscipline chiro';
const BH = 'clinician "L. Stern, PhD"\ndiscipline BH';
const OT = 'clinician "J. Park, OT"\ndiscipline OT';

const own = (id: string, title: string, facts: readonly string[], days: readonly OracleDay[]): OracleCase => ({
  id,
  title,
  source: 'our own',
  facts,
  payer: 'as named',
  days,
});

const groupOn = (date: string, payer: string, group: string, single: string, mark = '') => `${head(payer, date)}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150${group}-GP x1${mark && `\n            ^^^ ${mark}`}
  bill 97110${single}-GP x1
${NOTES_A}
`;

export const OWN_PAYERS: readonly OracleCase[] = [
  own(
    'V-101',
    'no payer',
    ['F-AMA-04'],
    [
      {
        id: 'V-101',
        says: 'not given: an info, units code by code',
        text: `clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-payer info
  dx M54.50
  10 min  97110  one-on-one
  10 min  97112  one-on-one
  bill 97110 x1
  bill 97112 x1
`,
      },
      {
        id: 'V-101b',
        says: 'payer none is not given either',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer none
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-payer info
  dx M54.50
  10 min  97110  one-on-one
  10 min  97112  one-on-one
  bill 97110 x1
  bill 97112 x1
`,
      },
      {
        id: 'V-101c',
        says: 'the group pair wants its 59 all the same',
        text: `clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150 x1
  bill 97110 x1
       ^^^^^ missing-59 error
${NOTES_A}
`,
        fixed: ['bill 97110-59 x1'],
      },
    ],
  ),
  own(
    'V-102',
    'a payer by its own name',
    ['F-AMA-04'],
    [
      {
        id: 'V-102',
        says: 'of which nothing is set: code by code',
        text: `${head('"Blue Valley Health"')}
  10 min  97110  one-on-one
  10 min  97112  one-on-one
  bill 97110 x1
  bill 97112 x1
`,
      },
      {
        id: 'V-102b',
        says: 'units that only the assumed rule denies: a warning',
        text: `${head('"Blue Valley Health"')}
  20 min  97110  one-on-one
  20 min  97112  one-on-one
  bill 97110 x2
             ^^ too-many-units warning
  bill 97112 x1
`,
        noSafeFix: true,
      },
      {
        id: 'V-102c',
        says: 'units that both rules deny: an error',
        text: `${head('"Blue Valley Health"')}
  20 min  97110  one-on-one
  20 min  97112  one-on-one
  bill 97110 x3
             ^^ too-many-units error
  bill 97112 x1
`,
        noSafeFix: true,
      },
      {
        id: 'V-102d',
        says: 'no national edit binds it: an info at most',
        text: `${head('"Blue Valley Health"')}
  09:00-09:15  97530  one-on-one
  09:15-09:30  97535  one-on-one
  bill 97530 x1
  bill 97535 x1
       ^^^^^ missing-59 info
`,
      },
    ],
  ),
  own(
    'V-103',
    'the unit rule: assumed, or said in the file',
    ['F-AMA-04', 'F-AMA-05'],
    [
      ...['tricare', 'medicaid'].map((payer, n) => ({
        id: `V-103${['', 'b'][n]}`,
        says: `${payer}: minutes together is assumed, so a warning where code by code would give it`,
        text: `${head(payer)}
  24 min  97112  one-on-one
  23 min  97110  one-on-one
  bill 97112-GP x2
  bill 97110-GP x2
                ^^ too-many-units warning
`,
        noSafeFix: true as const,
      })),
      {
        id: 'V-103c',
        says: 'commercial with units cms: an error, safe to mend',
        text: `${head('commercial\nunits cms')}
  24 min  97112  one-on-one
  23 min  97110  one-on-one
  bill 97112 x2
  bill 97110 x2
             ^^ too-many-units error
`,
        fixed: ['bill 97110 x1'],
      },
      {
        id: 'V-103d',
        says: 'medicare with units midpoint: what the file says counts',
        text: `${head('medicare\nunits midpoint')}
  24 min  97112  one-on-one
  23 min  97110  one-on-one
  bill 97112-GP x2
  bill 97110-GP x2
`,
      },
      {
        id: 'V-103e',
        says: 'workers’ compensation: code by code is assumed',
        text: `${head('workers-comp')}
  24 min  97112  one-on-one
  23 min  97110  one-on-one
  bill 97112 x2
  bill 97110 x2
`,
      },
    ],
  ),
  own(
    'V-104',
    '59 on the group line, and July 2019',
    ['F-NCCI-03'],
    [
      {
        id: 'V-104',
        says: 'Medicare, 30 June 2019',
        text: groupOn('2019-06-30', 'medicare', '-59', '', 'misplaced-59 error'),
        fixed: ['bill 97150-GP x1', 'bill 97110-59-GP x1'],
      },
      {
        id: 'V-104b',
        says: 'Medicare, 1 July 2019',
        text: groupOn('2019-07-01', 'medicare', '-59', '', 'misplaced-59 hint'),
      },
      {
        id: 'V-104c',
        says: 'a commercial plan, 30 June 2019',
        text: groupOn('2019-06-30', 'commercial', '-59', '', 'misplaced-59 hint'),
      },
      { id: 'V-104d', says: 'on both lines, 30 June 2019', text: groupOn('2019-06-30', 'medicare', '-59', '-59') },
      {
        id: 'V-104e',
        says: 'on the one-on-one line, 30 June 2019',
        text: groupOn('2019-06-30', 'medicare', '', '-59'),
      },
    ],
  ),
  own(
    'V-105',
    '59 that opens nothing',
    ['F-MOD-01'],
    [
      {
        id: 'V-105',
        says: 'Medicare, nothing else billed that day',
        text: `${PT_MEDICARE}
  15 min  97116  one-on-one
  bill 97116-59-GP x1
            ^^^ needless-59 warning
`,
        noSafeFix: true,
      },
      {
        id: 'V-105b',
        says: 'a commercial plan may have an edit of its own: a hint',
        text: `${head('commercial')}
  15 min  97116  one-on-one
  bill 97116-59 x1
            ^^^ needless-59 hint
`,
        noSafeFix: true,
      },
      {
        id: 'V-105c',
        says: 'thinking skills beside a group: never called needless',
        text: `${head('medicare', '2026-03-03', OT)}
  09:00-09:30  97150  group of 4  "Memory class"
  09:30-09:45  97129  one-on-one
  bill 97150-GO x1
  bill 97129-59-GO x1
${NOTES_A}
`,
      },
      {
        id: 'V-105d',
        says: 'codes listed as having no edit with each other',
        text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:30  97140  one-on-one
  bill 97110-GP x1
  bill 97140-59-GP x1
            ^^^ needless-59 warning
`,
        noSafeFix: true,
      },
    ],
  ),
  own(
    'V-106',
    'X modifiers',
    ['F-MOD-02', 'F-MOD-03', 'F-NCCI-05'],
    [
      {
        id: 'V-106',
        says: 'XE though the sessions touch',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150-GP x1
  bill 97110-XE-GP x1
            ^^^ x-modifier-mismatch warning
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'V-106b',
        says: 'XP though one clinician gave both',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  09:40-09:55  97110  one-on-one
  bill 97150-GP x1
  bill 97110-XP-GP x1
            ^^^ x-modifier-mismatch warning
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'V-106c',
        says: 'XP where another therapist gave it',
        text: `discipline PT
payer medicare
clinician "R. Ortiz, PT"
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 4  "Morning class"
  bill 97150-GP x1
${NOTES_A}

clinician "K. Bauer, PT"
encounter 2026-03-03 patient A
  dx M54.50
  09:40-09:55  97110  one-on-one
  bill 97110-XP-GP x1
`,
      },
      {
        id: 'V-106d',
        says: '59 beside an X modifier on one line',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150-GP x1
  bill 97110-59-XU-GP x1
            ^^^ bypass-modifier-misuse error
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'V-106e',
        says: 'the last day of 2014: XE did not exist yet',
        text: `${head('medicare', '2014-12-31')}
  09:00-09:30  97150  group of 4  "Morning class"
  15:00-15:15  97110  one-on-one
  bill 97150-GP x1
  bill 97110-XE-GP x1
            ^^^ code-not-yet-valid error
${NOTES_A}
`,
      },
      {
        id: 'V-106f',
        says: 'the first day of 2015',
        text: `${head('medicare', '2015-01-01')}
  09:00-09:30  97150  group of 4  "Morning class"
  15:00-15:15  97110  one-on-one
  bill 97150-GP x1
  bill 97110-XE-GP x1
${NOTES_A}
`,
      },
    ],
  ),
  own(
    'V-107',
    'group psychotherapy changes columns in October 2014',
    ['F-NCCI-24', 'F-NCCI-03'],
    [
      ...(
        [
          ['V-107', '2014-09-30', 'before, 59 on 90853 is right', '-59', ''],
          ['V-107b', '2014-10-01', 'after, 59 on 90832 is right', '', '-59'],
        ] as const
      ).map(([id, date, says, group, single]) => ({
        id,
        says,
        text: `${head('medicare', date, BH)}
  09:00-10:00  90853  group of 8  "Coping skills"
  11:00-11:30  90832  one-on-one
  bill 90853${group} x1
  bill 90832${single} x1
${NOTES_A}
`,
      })),
      {
        id: 'V-107c',
        says: 'after, 59 on 90853 is on the wrong line',
        text: `${head('medicare', '2014-10-01', BH)}
  09:00-10:00  90853  group of 8  "Coping skills"
  11:00-11:30  90832  one-on-one
  bill 90853-59 x1
            ^^^ misplaced-59 error
  bill 90832 x1
${NOTES_A}
`,
        fixed: ['bill 90853 x1', 'bill 90832-59 x1'],
      },
    ],
  ),
  own(
    'V-108',
    'deleted codes on their last day and the day after',
    ['F-MOD-06', 'F-NCCI-10'],
    [
      {
        id: 'V-108',
        says: '97001 on 31 December 2016',
        text: `${head('medicare', '2016-12-31')}
  30 min  97001  one-on-one
  bill 97001-GP x1
`,
      },
      {
        id: 'V-108b',
        says: '97001 on 1 January 2017',
        text: `${head('medicare', '2017-01-01')}
  30 min  97001  one-on-one
          ^^^^^ deleted-code error
  bill 97001-GP x1
       ^^^^^ deleted-code error
`,
        noSafeFix: true,
      },
      {
        id: 'V-108c',
        says: '97762 on 31 December 2017',
        text: `${head('medicare', '2017-12-31')}
  15 min  97762  one-on-one
  bill 97762-GP x1
`,
      },
      {
        id: 'V-108d',
        says: '97762 on 1 January 2018, to a commercial plan',
        text: `${head('commercial', '2018-01-01')}
  15 min  97762  one-on-one
          ^^^^^ deleted-code error
  bill 97762 x1
       ^^^^^ deleted-code error
`,
        fixed: ['15 min  97763  one-on-one', 'bill 97763 x1'],
      },
      {
        id: 'V-108e',
        says: '97127 on 31 December 2019, to a commercial plan',
        text: `${head('commercial', '2019-12-31', OT)}
  30 min  97127  one-on-one
  bill 97127 x1
`,
      },
      {
        id: 'V-108f',
        says: '97127 to Medicare in 2019: G0515 there',
        text: `${head('medicare', '2019-03-05', OT)}
  30 min  97127  one-on-one
  bill 97127-GO x1
       ^^^^^ code-not-for-payer error
`,
      },
      {
        id: 'V-108h',
        says: '97762 and 97763 on one day of 2018: no fix makes two lines of one code',
        text: `${head('medicare', '2018-02-01')}
  15 min  97762  one-on-one
          ^^^^^ deleted-code error
  15 min  97763  one-on-one
  bill 97762-GP x1
       ^^^^^ deleted-code error
  bill 97763-GP x1
`,
        noSafeFix: true,
      },
      {
        id: 'V-108g',
        says: 'a muscle test by hand in 2020: not confirmed, so a warning',
        text: `${head('commercial', '2020-03-03')}
  10 min  95831
          ^^^^^ deleted-code warning
  bill 95831 x1
       ^^^^^ deleted-code warning
`,
      },
    ],
  ),
  own(
    'V-109',
    'codes and modifiers on the day before their first and on it',
    ['F-MOD-06', 'F-MOD-20'],
    [
      {
        id: 'V-109',
        says: '97161 on 31 December 2016',
        text: `${head('medicare', '2016-12-31')}
  30 min  97161  one-on-one
          ^^^^^ code-not-yet-valid error
  bill 97161-GP x1
       ^^^^^ code-not-yet-valid error
`,
        noSafeFix: true,
      },
      {
        id: 'V-109b',
        says: '97161 on 1 January 2017',
        text: `${head('medicare', '2017-01-01')}
  30 min  97161  one-on-one
  bill 97161-GP x1
`,
      },
      {
        id: 'V-109c',
        says: '97129 on 31 December 2019',
        text: `${head('commercial', '2019-12-31', OT)}
  15 min  97129  one-on-one
          ^^^^^ code-not-yet-valid error
  bill 97129 x1
       ^^^^^ code-not-yet-valid error
`,
        noSafeFix: true,
      },
      {
        id: 'V-109d',
        says: '97129 on 1 January 2020',
        text: `${head('commercial', '2020-01-01', OT)}
  15 min  97129  one-on-one
  bill 97129 x1
`,
      },
      {
        id: 'V-109e',
        says: 'CQ on 31 December 2019',
        text: `${head('medicare', '2019-12-31')}
  15 min  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP-CQ x1
               ^^^ code-not-yet-valid error
`,
      },
      {
        id: 'V-109f',
        says: 'no CQ on 31 December 2019',
        text: `${head('medicare', '2019-12-31')}
  15 min  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
`,
      },
      {
        id: 'V-109g',
        says: 'no CQ on 1 January 2020',
        text: `${head('medicare', '2020-01-01')}
  15 min  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
       ^^^^^ assistant-modifier error
`,
        fixed: ['bill 97110-GP-CQ x1'],
      },
      {
        id: 'V-109h',
        says: 'TRICARE without CQ on 15 April 2020',
        text: `${head('tricare', '2020-04-15')}
  15 min  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
`,
      },
      {
        id: 'V-109i',
        says: 'TRICARE without CQ on 16 April 2020',
        text: `${head('tricare', '2020-04-16')}
  15 min  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
       ^^^^^ assistant-modifier error
`,
        fixed: ['bill 97110-GP-CQ x1'],
      },
      {
        id: 'V-109j',
        says: 'a commercial plan without CQ',
        text: `${head('commercial')}
  15 min  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110 x1
`,
      },
    ],
  ),
  own(
    'V-110',
    'GP, GO, GN by payer and year',
    ['F-MOD-06', 'F-MOD-07'],
    [
      {
        id: 'V-110',
        says: 'Medicare without GP in 2017: a warning',
        text: `${head('medicare', '2017-12-31')}
  15 min  97110  one-on-one
  bill 97110 x1
       ^^^^^ discipline-modifier warning
`,
        fixed: ['bill 97110-GP x1'],
      },
      {
        id: 'V-110b',
        says: 'Medicare without GP from 2018: an error',
        text: `${head('medicare', '2018-01-01')}
  15 min  97110  one-on-one
  bill 97110 x1
       ^^^^^ discipline-modifier error
`,
        fixed: ['bill 97110-GP x1'],
      },
      {
        id: 'V-110c',
        says: 'a commercial plan without GP',
        text: `${head('commercial')}
  15 min  97110  one-on-one
  bill 97110 x1
`,
      },
      {
        id: 'V-110d',
        says: 'a commercial plan with GO under PT: a warning at the modifier',
        text: `${head('commercial')}
  15 min  97110  one-on-one
  bill 97110-GO x1
            ^^^ discipline-modifier warning
`,
        fixed: ['bill 97110-GP x1'],
      },
      {
        id: 'V-110e',
        says: 'Medicare with GO under PT',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97110-GO x1
            ^^^ discipline-modifier error
`,
        fixed: ['bill 97110-GP x1'],
      },
    ],
  ),
  own(
    'V-111',
    'lines with GY',
    ['F-MOD-61', 'F-PAY-11'],
    [
      {
        id: 'V-111',
        says: 'group and one-on-one with GY need no 59',
        text: `${head('medicare', '2026-03-03', CHIRO)}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150-GY x1
  bill 97110-GY x1
${NOTES_A}
`,
      },
      {
        id: 'V-111b',
        says: 'the care is still judged: two patients in the same minutes',
        text: `${CHIRO}
payer medicare

encounter 2026-03-03 patient A
  dx M99.03
  09:00-09:15  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GY x1

encounter 2026-03-03 patient B
  dx M99.01
  09:10-09:25  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GY x1
`,
      },
    ],
  ),
  own(
    'V-112',
    'a visit beside manipulation without 25',
    ['F-MOD-70'],
    [
      {
        id: 'V-112',
        says: 'Medicaid: a warning',
        text: `${head('medicaid', '2026-03-03', CHIRO)}
  10 min  98941
  bill 98941 x1
  bill 99213 x1
       ^^^^^ missing-25 warning
`,
        noSafeFix: true,
      },
      {
        id: 'V-112b',
        says: 'a commercial plan: an info',
        text: `${head('commercial', '2026-03-03', CHIRO)}
  10 min  98941
  bill 98941 x1
  bill 99213 x1
       ^^^^^ missing-25 info
`,
      },
      {
        id: 'V-112c',
        says: '25 on a code that is no visit',
        text: `${head('commercial')}
  15 min  97110  one-on-one
  bill 97110-25 x1
            ^^^ bypass-modifier-misuse error
`,
        noSafeFix: true,
      },
    ],
  ),
  own(
    'V-113',
    'manipulation and manual therapy, and who pays',
    ['F-NCCI-12'],
    [
      {
        id: 'V-113',
        says: 'a commercial plan, the same region: a warning',
        text: `${head('commercial', '2026-03-03', CHIRO)}
  10 min  98941  region "lumbar"
  15 min  97140  region "lumbar"
  bill 98941 x1
  bill 97140-59 x1
       ^^^^^ manipulation-same-region warning
`,
        noSafeFix: true,
      },
      {
        id: 'V-113b',
        says: 'no region on record: an info beside a 59',
        text: `${head('medicaid', '2026-03-03', CHIRO)}
  10 min  98941
  15 min  97140
  bill 98941 x1
  bill 97140-59 x1
       ^^^^^ manipulation-same-region info
`,
      },
      {
        id: 'V-113c',
        says: 'no region on record and no 59: a warning, and nothing to prove an XS',
        text: `${head('medicaid', '2026-03-03', CHIRO)}
  10 min  98941
  15 min  97140
  bill 98941 x1
  bill 97140 x1
       ^^^^^ manipulation-same-region warning
`,
        noSafeFix: true,
      },
    ],
  ),
  own(
    'V-114',
    'codes that a payer does not take',
    ['F-CODE-01'],
    [
      {
        id: 'V-114',
        says: 'hot packs to Medicare: part of other services, an info',
        text: `${PT_MEDICARE}
  10 min  97010  supervised
  15 min  97110  one-on-one
  bill 97010-GP x1
       ^^^^^ code-not-for-payer info
  bill 97110-GP x1
`,
      },
      {
        id: 'V-114b',
        says: '97014 to Medicare for an ulcer: which code is right is for the coder',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx L89.153
  15 min  97014  supervised
  bill 97014-GP x1
       ^^^^^ code-not-for-payer error
`,
        noSafeFix: true,
      },
      {
        id: 'V-114c',
        says: 'G0283 to a commercial plan',
        text: `${head('commercial')}
  15 min  G0283  supervised
  bill G0283 x1
`,
      },
      {
        id: 'V-114d',
        says: '97014 on the session, G0283 on the line: one service',
        text: `${PT_MEDICARE}
  15 min  97014  supervised
  bill G0283-GP x1
`,
      },
    ],
  ),
  own(
    'V-115',
    'settings',
    ['F-NCCI-07', 'F-MUE-04', 'F-MOD-40'],
    [
      {
        id: 'V-115',
        says: 'a hospital has another table: pairs of ours are infos',
        text: `${head('medicare\nsetting hospital')}
  09:00-09:15  97530  one-on-one
  09:15-09:30  97535  one-on-one
  bill 97530-GP x1
  bill 97535-GP x1
       ^^^^^ missing-59 info
`,
      },
      {
        id: 'V-115b',
        says: 'a hospital may bill each separate psychotherapy group',
        text: `${head('medicare\nsetting hospital', '2026-03-03', BH)}
  09:00-10:00  90853  group of 8  "Coping skills"
  14:00-15:00  90853  group of 8  "Relapse"
  bill 90853 x2
${NOTES_A}
`,
      },
      {
        id: 'V-115c',
        says: 'telehealth without 95: an info',
        text: `${head('medicare\nsetting telehealth', '2026-03-03', BH)}
  45 min  90834  one-on-one
  bill 90834 x1
       ^^^^^ telehealth-modifier info
`,
      },
      {
        id: 'V-115d',
        says: 'telehealth with 95',
        text: `${head('medicare\nsetting telehealth', '2026-03-03', BH)}
  45 min  90834  one-on-one
  bill 90834-95 x1
`,
      },
    ],
  ),
  own(
    'V-116',
    'modifiers that are known and not judged',
    ['F-MOD-30', 'F-MOD-50', 'F-MOD-80'],
    [
      {
        id: 'V-116',
        says: 'KX',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97110-GP-KX x1
`,
      },
      {
        id: 'V-116b',
        says: 'HQ and 52',
        text: `${head('medicaid', '2026-03-03', BH)}
  45 min  90853  group of 8  "Coping skills"
  bill 90853-HQ-52 x1
${NOTES_A}
`,
      },
      {
        id: 'V-116c',
        says: 'a modifier that there is not: a warning',
        text: `${head('commercial')}
  15 min  97110  one-on-one
  bill 97110-88 x1
            ^^^ unknown-modifier warning
`,
        noSafeFix: true,
      },
      {
        id: 'V-116d',
        says: 'one of letters may be a payer’s own: an info',
        text: `${head('commercial')}
  15 min  97110  one-on-one
  bill 97110-ZQ x1
            ^^^ unknown-modifier info
`,
      },
    ],
  ),
  own(
    'V-117',
    'the same code on two lines',
    ['F-8MIN-13'],
    [
      {
        id: 'V-117',
        says: 'nothing tells them apart',
        text: `${PT_MEDICARE}
  30 min  97110  one-on-one
  bill 97110-GP x1
  bill 97110-GP x1
       ^^^^^ duplicate-line error
`,
      },
      {
        id: 'V-117b',
        says: 'CQ tells them apart',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  15 min  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
  bill 97110-GP-CQ x1
`,
      },
      {
        id: 'V-117c',
        says: 'in two encounters of one day: an info',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient A
  dx M54.50
  15:00-15:15  97110  one-on-one
  bill 97110-GP x1
       ^^^^^ duplicate-line info
`,
      },
    ],
  ),
  own(
    'V-118',
    'unit limits by year and payer',
    ['F-MUE-02'],
    [
      {
        id: 'V-118',
        says: 'in 2025: an info',
        text: `${head('medicaid', '2025-03-03')}
  105 min  97110  one-on-one
  bill 97110-GP x7
                ^^ units-over-mue info
`,
      },
      {
        id: 'V-118b',
        says: 'a commercial plan: off',
        text: `${head('commercial')}
  105 min  97110  one-on-one
  bill 97110 x7
`,
      },
    ],
  ),
  own(
    'V-119',
    'speech beside other therapy',
    ['F-NCCI-13', 'F-NCCI-15'],
    [
      {
        id: 'V-119',
        says: 'one SLP, speech treatment and thinking skills: never both',
        text: `${head('medicaid', '2026-03-03', 'clinician "D. Novak, SLP"\ndiscipline SLP')}
  09:00-09:45  92507  one-on-one
  10:00-10:15  97129  one-on-one
  bill 92507-GN x1
  bill 97129-GN x1
       ^^^^^ pair-not-payable error
`,
        noSafeFix: true,
      },
      {
        id: 'V-119b',
        says: 'speech treatment alone and in a group, with a 59',
        text: `${head('medicare', '2026-03-03', 'clinician "D. Novak, SLP"\ndiscipline SLP')}
  09:00-09:45  92508  group of 3  "Conversation"
  10:00-10:30  92507  one-on-one
  bill 92508-GN x1
  bill 92507-59-GN x1
${NOTES_A}
`,
      },
      {
        id: 'V-119c',
        says: 'psychotherapy under PT',
        text: `${head('commercial')}
  45 min  90834  one-on-one
  bill 90834 x1
       ^^^^^ code-not-for-discipline warning
`,
        noSafeFix: true,
      },
    ],
  ),
];
