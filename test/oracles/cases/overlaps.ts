/** Minutes that two patients, two codes or two clinicians share. */

import { NOTES_A, NOTES_B, type OracleCase, PT_DAY, PT_MEDICARE } from './kind';

export const OVERLAPS: readonly OracleCase[] = [
  {
    id: 'OP-037',
    title: 'PT and OT together with one patient, 30 min of transfers',
    source: 'OTL (CMS scenario 4)',
    facts: ['F-8MIN-10'],
    payer: 'Medicare',
    days: [
      ...(
        [
          ['OP-037', '1 and 1', 'bill 97530-GP x1', 'bill 97530-GO x1'],
          ['OP-037b', '2 by the PT, none by the OT', 'bill 97530-GP x2', ''],
          ['OP-037c', 'none by the PT, 2 by the OT', '', 'bill 97530-GO x2'],
        ] as const
      ).map(([id, says, pt, ot]) => ({
        id,
        says: `97530 x2 in all: ${says}`,
        text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one  "Transfers"
  ${pt}

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one  "Transfers"
  ${ot}
`,
      })),
      {
        id: 'OP-037d',
        says: 'x2 by each is 4 units for 30 minutes of the patient',
        text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one  "Transfers"
  bill 97530-GP x2

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one  "Transfers"
  bill 97530-GO x2
                ^^ co-treatment-units error
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OP-038',
    title: 'therapist with A, aide with B, the same 30 min',
    source: 'ADVANCE Q&A; NOR1; NOR2',
    facts: ['F-DOC-12'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-038',
        says: 'the aide time billed as 97110',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97110  one-on-one
  bill 97110-GP x2

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:30  97110  one-on-one  by aide
                                  ^^^^^^^ aide-time error
  bill 97110-GP x2
`,
        noSafeFix: true,
      },
      {
        id: 'OP-038b',
        says: 'the aide time written down and not billed',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97110  one-on-one
  bill 97110-GP x2

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:30  97110  one-on-one  by aide
`,
      },
    ],
  },
  {
    id: 'OP-041',
    title: 'student with A, supervising therapist with B, at the same time',
    source: 'THC-S; PTC-S',
    facts: ['F-DOC-13'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-041',
        says: '97110 for A: the therapist was not free of other patients',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one  by student
                                  ^^^^^^^^^^ aide-time error
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1
`,
        noSafeFix: true,
      },
      {
        id: 'OP-041b',
        says: 'a student directed by a therapist who treats nobody else is right',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one  by student
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:30  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-055',
    title: 'gait training and ultrasound of one patient in the same 15 min',
    source: 'S3 list item 3',
    facts: ['F-OVER-03'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-055',
        says: 'both billed: one finding about the care, one about the second unit of 15 minutes',
        text: `${PT_MEDICARE}
  09:00-09:15  97116  one-on-one
  09:00-09:15  97035
  ^^^^^^^^^^^ same-patient-overlap error
  bill 97116-GP x1
  bill 97035-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
      {
        id: 'OP-055b',
        says: 'only the gait training',
        text: `${PT_MEDICARE}
  09:00-09:15  97116  one-on-one
  09:00-09:15  97035
  bill 97116-GP x1
`,
      },
      {
        id: 'OP-055c',
        says: 'only the ultrasound',
        text: `${PT_MEDICARE}
  09:00-09:15  97116  one-on-one
  09:00-09:15  97035
  bill 97035-GP x1
`,
      },
    ],
  },
  {
    id: 'OP-056',
    title: 'a group of two and ultrasound of a third patient in the same 15 min',
    source: 'S3 list item 4',
    facts: ['F-OVER-05'],
    payer: 'Medicare',
    days: [
      {
        id: 'OP-056',
        says: 'both billed',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:15  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}

encounter 2026-03-03 patient C
  dx M75.101
  09:00-09:15  97035
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97035-GP x1
`,
        noSafeFix: true,
      },
      {
        id: 'OP-056b',
        says: 'the ultrasound written down and not billed',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:15  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}

encounter 2026-03-03 patient C
  dx M75.101
  09:00-09:15  97035
  09:15-09:30  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-025',
    title: 'traction running while the therapist treats another patient',
    source: 'F-OVER-07',
    facts: ['F-OVER-07'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-025',
        says: '97012 x1 and 97110 x1',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:15  97012  supervised
  bill 97012-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:15  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-026',
    title: 'five minutes one-on-one at the traction table, inside another patient’s time',
    source: 'F-SCEN row 2',
    facts: ['F-OVER-07', 'F-SCEN-00'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-026',
        says: 'the five minutes cannot count for both',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:05  97012  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  10:05-10:15  97012  supervised
  bill 97012-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:15  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GP x1
`,
        noSafeFix: true,
      },
      {
        id: 'OD-026b',
        says: '10 minutes of 97110 for B, x1',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:05  97012  one-on-one
  10:05-10:15  97012  supervised
  bill 97012-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  10:05-10:15  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-027',
    title: 'two patients one-on-one with five minutes in common',
    source: 'F-OVER-01',
    facts: ['F-OVER-01', 'F-OVER-14'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-027',
        says: '10:10 to 10:15 is claimed twice',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:15  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  10:10-10:25  97140  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97140-GP x1
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-028',
    title: 'two patients one after the other',
    source: 'F-OVER-09',
    facts: ['F-OVER-09'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-028',
        says: 'touching is not overlapping',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:15  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  10:15-10:30  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-029',
    title: 'two therapists, two patients, the same time',
    source: 'F-OVER-10',
    facts: ['F-OVER-10'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-029',
        says: '97110 x1 each',
        text: `discipline PT
payer medicare

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  dx M54.50
  10:00-10:15  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient B
  clinician "K. Bauer, PT"
  dx M25.561
  10:00-10:15  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  },
  {
    id: 'OD-030',
    title: 'one-on-one begins before the group ends',
    source: 'F-OVER-04',
    facts: ['F-OVER-04'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-030',
        says: 'ten minutes are in both; a 59 does not mend that',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97150  group of 2  "Balance and core"
  10:20-10:35  97110  one-on-one
  ^^^^^^^^^^^ group-overlaps-individual error
  bill 97150-GP x1
  bill 97110-59-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}
`,
        noSafeFix: true,
      },
      {
        id: 'OD-030b',
        says: 'without a 59 the overlap alone is said',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:30  97150  group of 2  "Balance and core"
  10:20-10:35  97110  one-on-one
  ^^^^^^^^^^^ group-overlaps-individual error
  bill 97150-GP x1
  bill 97110-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-032',
    title: 'attended stimulation and ultrasound of two patients in the same 15 min',
    source: 'F-OVER-02',
    facts: ['F-OVER-02'],
    payer: 'Medicare',
    days: [
      {
        id: 'OD-032',
        says: 'both billed',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:15  97032
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97032-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:15  97035
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97035-GP x1
`,
        noSafeFix: true,
      },
    ],
  },
  {
    id: 'OD-065',
    title: 'PT and assistant move one patient on the stairs together, 20 min',
    source: 'F-8MIN-10',
    facts: ['F-8MIN-10'],
    payer: 'Medicare: minutes together',
    days: [
      {
        id: 'OD-065',
        says: '97116 x1',
        text: `${PT_MEDICARE}
  09:00-09:20  97116  one-on-one  by clinician
  09:00-09:20  97116  one-on-one  by assistant "M. Lee, PTA"
  bill 97116-GP x1
`,
      },
      {
        id: 'OD-065b',
        says: 'x2: two people do not double the minutes',
        text: `${PT_MEDICARE}
  09:00-09:20  97116  one-on-one  by clinician
  09:00-09:20  97116  one-on-one  by assistant "M. Lee, PTA"
  bill 97116-GP x2
                ^^ too-many-units error
`,
        fixed: ['bill 97116-GP x1'],
      },
    ],
  },
];
