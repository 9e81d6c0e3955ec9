/** Psychotherapy: group, individual, family. */

import { NOTES_A, type OracleCase } from './kind';

const bh = (payer: string, date = '2026-03-03') => `clinician "L. Stern, PhD"
discipline BH
payer ${payer}

encounter ${date} patient A
  dx F41.1`;

const MEDICARE = bh('medicare');
const COMMERCIAL = bh('commercial');

const TEN = [
  ['P01', 'Spoke of the week at work; named two triggers.', 'Less avoidant than last month.'],
  ['P02', 'Listened for the first half, then asked the others for advice.', 'Guarded, warming up.'],
  ['P03', 'Practised the breathing drill aloud with a partner.', 'Panic down to one episode since Friday.'],
  ['P04', 'Brought the sleep diary and read from it.', 'Sleeping six hours, was four.'],
  ['P05', 'Left once to calm down and came back after five minutes.', 'Tolerates conflict a little longer.'],
  ['P06', 'Drew the family map and explained it.', 'Sees own part in the quarrel for the first time.'],
  ['P07', 'Gave feedback to three members.', 'Takes the lead where it was silence before.'],
  ['P08', 'Wept while telling about the move.', 'Grief is spoken, not acted out.'],
  ['P09', 'Joked often; redirected twice.', 'Uses humour to keep distance, aware of it today.'],
  ['P10', 'Role play of a job interview.', 'Fewer catastrophic predictions than in January.'],
] as const;

export const PSYCHOTHERAPY: readonly OracleCase[] = [
  {
    id: 'OP-058',
    title: 'group and individual psychotherapy on one date, one clinician',
    source: 'AAPC-P1 scenario 1; SC-P',
    facts: ['F-NCCI-24', 'F-PSY-06', 'F-NCCI-03'],
    payer: 'the national edits',
    days: [
      ...['59', 'XE'].map((modifier, n) => ({
        id: `OP-058${['', 'b'][n]}`,
        says: `90832-${modifier}`,
        text: `${MEDICARE}
  09:00-10:00  90853  group of 8  "Coping skills"
  11:00-11:30  90832  one-on-one
  bill 90853 x1
  bill 90832-${modifier} x1
${NOTES_A}
`,
      })),
      {
        id: 'OP-058c',
        says: 'no modifier',
        text: `${MEDICARE}
  09:00-10:00  90853  group of 8  "Coping skills"
  11:00-11:30  90832  one-on-one
  bill 90853 x1
  bill 90832 x1
       ^^^^^ psychotherapy-same-day error
${NOTES_A}
`,
        fixed: ['bill 90832-59 x1'],
      },
      {
        id: 'OP-058d',
        says: '59 on 90853 before July 2019',
        text: `${bh('medicare', '2019-03-05')}
  09:00-10:00  90853  group of 8  "Coping skills"
  11:00-11:30  90832  one-on-one
  bill 90853-59 x1
            ^^^ misplaced-59 error
  bill 90832 x1
${NOTES_A}
`,
        fixed: ['bill 90853 x1', 'bill 90832-59 x1'],
      },
      {
        id: 'OP-058e',
        says: '59 on 90853 today',
        text: `${MEDICARE}
  09:00-10:00  90853  group of 8  "Coping skills"
  11:00-11:30  90832  one-on-one
  bill 90853-59 x1
            ^^^ misplaced-59 hint
  bill 90832 x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OP-059',
    title: 'a group of ten, six with complicated communication',
    source: 'AAPC-P1 scenario 2',
    facts: ['F-PSY-01', 'F-PSY-07'],
    payer: 'any',
    days: ['medicare', 'commercial'].map((payer, n) => ({
      id: `OP-059${['', 'b'][n]}`,
      says: `90853 x1 for each, 90785 x1 for the six; ${payer}`,
      text: `clinician "L. Stern, PhD"
discipline BH
payer ${payer}
${TEN.map(
  ([patient, seen, judged], member) => `
encounter 2026-03-03 patient ${patient}
  dx F41.1
  goal "Goal of ${patient}"
  60 min  90853  group of 10  "Tuesday group"
  bill 90853 x1${member < 6 ? '\n  bill 90785 x1' : ''}
  O: ${seen}
  A: ${judged}
  P: Next group on Tuesday.
`,
).join('')}`,
    })),
  },
  {
    id: 'OP-061',
    title: 'a group for the adolescent and a group for the parents',
    source: 'AAPC-P2',
    facts: ['F-NCCI-25', 'F-PSY-05'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-061',
        says: '90849-59',
        text: `${MEDICARE}
  16:00-17:00  90853  group of 6  "Adolescents"
  17:00-18:00  90849  group of 5  "Parents"
  bill 90853 x1
  bill 90849-59 x1
${NOTES_A}
`,
      },
      {
        id: 'OP-061b',
        says: 'no modifier',
        text: `${MEDICARE}
  16:00-17:00  90853  group of 6  "Adolescents"
  17:00-18:00  90849  group of 5  "Parents"
  bill 90853 x1
  bill 90849 x1
       ^^^^^ psychotherapy-same-day error
${NOTES_A}
`,
        fixed: ['bill 90849-59 x1'],
      },
    ],
  },
  {
    id: 'OP-062',
    title: 'a psychotherapy group of two hours',
    source: 'NCCI26 XI.V.5',
    facts: ['F-MUE-04', 'F-PSY-02'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-062',
        says: '90853 x2',
        text: `${MEDICARE}
  120 min  90853  group of 8  "Coping skills"
  bill 90853 x2
             ^^ group-units error
${NOTES_A}
`,
        fixed: ['bill 90853 x1'],
      },
      {
        id: 'OP-062b',
        says: '90853 x1',
        text: `${MEDICARE}
  120 min  90853  group of 8  "Coping skills"
  bill 90853 x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OP-064',
    title: 'individual psychotherapy of 53 min and of 15 min',
    source: 'UTH; mindcarebilling.com',
    facts: ['F-PSY-08'],
    payer: 'the time ranges of the codes',
    days: [
      {
        id: 'OP-064',
        says: '53 min: 90837',
        text: `${COMMERCIAL}
  53 min  90837  one-on-one
  bill 90837 x1
`,
      },
      {
        id: 'OP-064b',
        says: '15 min: nothing',
        text: `${COMMERCIAL}
  15 min  90832  one-on-one
`,
      },
      {
        id: 'OP-064c',
        says: '15 min billed as 90832',
        text: `${COMMERCIAL}
  15 min  90832  one-on-one
  bill 90832 x1
       ^^^^^ psychotherapy-time error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-065',
    title: 'a group note without how many took part',
    source: 'NXG (L33632)',
    facts: ['F-PSY-03', 'F-DOC-04'],
    payer: 'Medicare, NGS',
    days: [
      {
        id: 'OP-065',
        says: 'the number is missing',
        text: `${MEDICARE}
  60 min  90853  group  "Coping skills"
                 ^^^^^ group-size-missing warning
  bill 90853 x1
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'OP-065b',
        says: 'with the number',
        text: `${MEDICARE}
  60 min  90853  group of 7  "Coping skills"
  bill 90853 x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OP-067',
    title: 'family and individual psychotherapy, separate times',
    source: 'NCCI26 XI.C',
    facts: ['F-NCCI-18'],
    payer: 'the national edits',
    days: [
      {
        id: 'OP-067',
        says: '90837-59',
        text: `${MEDICARE}
  09:00-09:50  90847  one-on-one
  10:00-10:55  90837  one-on-one
  bill 90847 x1
  bill 90837-59 x1
`,
      },
      {
        id: 'OP-067b',
        says: 'no modifier',
        text: `${MEDICARE}
  09:00-09:50  90847  one-on-one
  10:00-10:55  90837  one-on-one
  bill 90847 x1
  bill 90837 x1
       ^^^^^ missing-59 error
`,
        fixed: ['bill 90837-59 x1'],
      },
    ],
  },
  {
    id: 'OP-068',
    title: 'family psychotherapy of 25 min',
    source: 'rcmfinder.com; TherapyNotes',
    facts: ['F-PSY-09', 'X-09'],
    payer: 'the midpoint of the code',
    days: [
      {
        id: 'OP-068',
        says: '90847 is under 26 minutes',
        text: `${COMMERCIAL}
  25 min  90847
  bill 90847 x1
       ^^^^^ psychotherapy-time error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-068b',
        says: 'nothing is billed',
        text: `${COMMERCIAL}
  25 min  90847
`,
      },
      {
        id: 'OP-068c',
        says: '26 minutes are enough',
        text: `${COMMERCIAL}
  26 min  90847
  bill 90847 x1
`,
      },
    ],
  },
  {
    id: 'OD-046',
    title: 'two individual psychotherapy codes on one date',
    source: 'PTP21',
    facts: ['F-NCCI-01', 'F-PSY-08'],
    payer: 'the national edits',
    days: [
      {
        id: 'OD-046',
        says: '90837 and 90834, known from the table of 2021 alone: a warning in other years',
        text: `${MEDICARE}
  09:00-09:55  90837  one-on-one
  14:00-14:45  90834  one-on-one
  bill 90837 x1
  bill 90834 x1
       ^^^^^ pair-not-payable warning
`,
        noSafeFix: true,
      },
      {
        id: 'OD-046b',
        says: 'an error in 2021, and a 59 does not help',
        text: `${bh('medicare', '2021-03-02')}
  09:00-09:55  90837  one-on-one
  14:00-14:45  90834  one-on-one
  bill 90837 x1
  bill 90834-59 x1
       ^^^^^ pair-not-payable error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-047',
    title: 'a visit and psychotherapy by one clinician',
    source: 'F-NCCI-19',
    facts: ['F-NCCI-19'],
    payer: 'the national edits',
    days: [
      {
        id: 'OD-047',
        says: '99214 with 90834',
        text: `${MEDICARE}
  45 min  90834  one-on-one
  bill 90834 x1
  bill 99214 x1
       ^^^^^ pair-not-payable error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-047b',
        says: '99214 with the add-on 90836',
        text: `${MEDICARE}
  45 min  90836  one-on-one
  bill 99214 x1
  bill 90836 x1
`,
      },
    ],
  },
  {
    id: 'OD-048',
    title: 'a psychotherapy group of 14',
    source: 'F-PSY-03',
    facts: ['F-PSY-03'],
    payer: 'Medicare, NGS',
    days: [
      {
        id: 'OD-048',
        says: 'more than 12',
        text: `${MEDICARE}
  state NY
  60 min  90853  group of 14  "Coping skills"
                 ^^^^^^^^^^^ psychotherapy-group-size warning
  bill 90853 x1
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'OD-048b',
        says: 'twelve are right',
        text: `${MEDICARE}
  state NY
  60 min  90853  group of 12  "Coping skills"
  bill 90853 x1
${NOTES_A}
`,
      },
    ],
  },
  {
    id: 'OD-049',
    title: 'minutes of individual psychotherapy at the edges of the codes',
    source: 'F-PSY-08',
    facts: ['F-PSY-08'],
    payer: 'the time ranges of the codes',
    days: [
      ...(
        [
          [16, '90832'],
          [52, '90834'],
          [53, '90837'],
          [90, '90837'],
        ] as const
      ).map(([minutes, code], n) => ({
        id: `OD-049${['', 'b', 'c', 'd'][n]}`,
        says: `${minutes} min: ${code}`,
        text: `${COMMERCIAL}
  ${minutes} min  ${code}  one-on-one
  bill ${code} x1
`,
      })),
      {
        id: 'OD-049e',
        says: '15 min: none',
        text: `${COMMERCIAL}
  15 min  90832  one-on-one
  bill 90832 x1
       ^^^^^ psychotherapy-time error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-049f',
        says: '52 min billed as 90837',
        text: `${COMMERCIAL}
  52 min  90837  one-on-one
  bill 90837 x1
       ^^^^^ psychotherapy-time error
`,
        fixed: ['52 min  90834  one-on-one', 'bill 90834 x1'],
      },
      {
        id: 'OD-049g',
        says: '37 min billed as 90834',
        text: `${COMMERCIAL}
  37 min  90834  one-on-one
  bill 90834 x1
       ^^^^^ psychotherapy-time error
`,
        fixed: ['37 min  90832  one-on-one', 'bill 90832 x1'],
      },
      {
        id: 'OD-049h',
        says: '53 min billed as 90834 is given away, not overcharged',
        text: `${COMMERCIAL}
  53 min  90834  one-on-one
  bill 90834 x1
       ^^^^^ psychotherapy-time warning
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-050',
    title: '90785 without a code that it may go with',
    source: 'F-PSY-07',
    facts: ['F-PSY-07', 'X-10'],
    payer: 'any',
    days: [
      {
        id: 'OD-050',
        says: 'with 90847 only',
        text: `${COMMERCIAL}
  50 min  90847
  bill 90847 x1
  bill 90785 x1
       ^^^^^ add-on-without-primary error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-050b',
        says: 'alone',
        text: `${COMMERCIAL}
  bill 90785 x1
       ^^^^^ add-on-without-primary error
`,
        noSafeFix: true,
      },
      {
        id: 'OD-050c',
        says: 'with 90834 it is right',
        text: `${COMMERCIAL}
  45 min  90834  one-on-one
  bill 90834 x1
  bill 90785 x1
`,
      },
    ],
  },
];
