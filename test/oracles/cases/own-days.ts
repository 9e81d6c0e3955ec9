/** Variations of our own: whole days, over several encounters, files, disciplines and people. */

import { NOTES_A, NOTES_B, NOTES_C, type OracleCase, PT_DAY, PT_MEDICARE } from './kind';

const PT_OF_A = `clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91`;

const OT_OF_A = `clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91`;

const CLEAN = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

const own = (
  id: string,
  title: string,
  payer: string,
  facts: readonly string[],
  days: OracleCase['days'],
): OracleCase => ({
  id,
  title,
  source: 'our own',
  facts,
  payer,
  days,
});

export const OWN_DAYS: readonly OracleCase[] = [
  own(
    'V-001',
    'the same day in other ways of writing',
    'Medicare',
    [],
    [
      { id: 'V-001', says: 'lines end with CRLF', text: CLEAN.replaceAll('\n', '\r\n') },
      { id: 'V-001b', says: 'lines end with CR', text: CLEAN.replaceAll('\n', '\r') },
      { id: 'V-001c', says: 'a byte-order mark in front', text: `\ufeff${CLEAN}` },
      { id: 'V-001d', says: 'tabs between the parts and to indent', text: CLEAN.replaceAll('  ', '\t') },
      { id: 'V-001e', says: 'no-break spaces to indent', text: CLEAN.replaceAll('\n  ', '\n\u00a0\u00a0') },
      {
        id: 'V-001f',
        says: 'capitals and small letters changed round',
        text: `CLINICIAN "R. Ortiz, PT"
Discipline pt
payer MEDICARE

ENCOUNTER 2026-03-03 Patient A
  DX m54.50
  GOAL "Walk 200 m without a rail"
  09:00-09:15  97110  ONE-ON-ONE
  09:15-09:30  97150  Group Of 2  "Balance and core"
  09:30-09:45  g0283  Supervised
  BILL 97110-59-gp X1
  bill 97150-gp x1
  bill g0283-gp
  o: Took part in the whole group; two cues needed.
  a: Fewer cues than last week.
  p: Continue twice weekly.
`,
      },
      {
        id: 'V-001g',
        says: 'long dashes, modifiers apart from the code, units left out',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M5450
  goal "Walk 200 m without a rail"
  9:00 – 9:15  97110  one-on-one
  9:15 — 9:30  97150  "Balance and core"  group of 2
  bill 97110 -59 -GP
  bill 97150 –GP
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
      },
      {
        id: 'V-001h',
        says: 'with CRLF a missing 59 is found and mended in place',
        text: CLEAN.replace('97110-59-GP', '97110-GP')
          .replace('  bill 97150', '       ^^^^^ missing-59 error\n  bill 97150')
          .replaceAll('\n', '\r\n'),
        fixed: ['bill 97110-59-GP x1'],
      },
    ],
  ),
  own(
    'V-002',
    'clock times with am and pm',
    'Medicare',
    ['F-OVER-09'],
    [
      {
        id: 'V-002',
        says: 'a group before noon, one-on-one after',
        text: `${PT_MEDICARE}
  11:30am-12:00pm  97150  group of 3  "Late class"
  12:00 PM - 12:15 PM  97110  one-on-one
  bill 97150-GP x1
  bill 97110-59-GP x1
${NOTES_A}
`,
      },
      {
        id: 'V-002b',
        says: 'ten minutes in common across noon',
        text: `${PT_MEDICARE}
  11:30am-12:10pm  97150  group of 3  "Late class"
  12:00pm-12:15pm  97110  one-on-one
  ^^^^^^^^^^^^^^^ group-overlaps-individual error
  bill 97150-GP x1
  bill 97110-59-GP x1
${NOTES_A}
`,
      },
      {
        id: 'V-002c',
        says: 'a session up to midnight and one from midnight on',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  23:45-24:00  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-04 patient A
  dx M54.50
  00:00-00:15  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  ),
  own(
    'V-003',
    'fields below the sessions they speak of',
    'Medicare',
    [],
    [
      {
        id: 'V-003',
        says: 'clinician, discipline and payer last',
        text: `encounter 2026-03-03 patient A
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1
  dx M54.50
  payer medicare
  discipline PT
  clinician "R. Ortiz, PT"
`,
      },
      {
        id: 'V-003b',
        says: 'an assistant named below gave the session: CQ',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97110-GP-CQ x1
  assistant "M. Lee, PTA"
`,
      },
      {
        id: 'V-003c',
        says: 'a default set again below holds only from there on',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-03 patient A
  dx M54.50
  24 min  97112
  23 min  97110
  bill 97112-GP x2
  bill 97110-GP x1
payer commercial
units midpoint
encounter 2026-03-03 patient B
  dx M54.50
  24 min  97112
  23 min  97110
  bill 97112 x2
  bill 97110 x2
`,
      },
    ],
  ),
  own(
    'V-004',
    'one patient in two files',
    'Medicare',
    ['F-NCCI-23'],
    [
      {
        id: 'V-004',
        says: 'one-on-one in one, group in the other, no 59',
        text: {
          'a.encounter': `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1
       ^^^^^ missing-59 error
`,
          'b.encounter': `${PT_MEDICARE}
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97150-GP x1
${NOTES_A}
`,
        },
        fixed: ['bill 97110-59-GP x1'],
      },
      {
        id: 'V-004b',
        says: 'sessions in one, claim lines in the other',
        text: {
          'claims.encounter': `${PT_MEDICARE}
  bill 97110-GP x1
  bill 97140-GP x1
`,
          'sessions.encounter': `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:30  97140  one-on-one
`,
        },
      },
      {
        id: 'V-004c',
        says: 'other dates are other days',
        text: {
          'monday.encounter': `clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-02 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1
`,
          'tuesday.encounter': `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  bill 97150-GP x1
${NOTES_A}
`,
        },
      },
      {
        id: 'V-004d',
        says: 'an id in quotes is the same patient',
        text: `${PT_DAY}
encounter 2026-03-03 patient "A"
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1
       ^^^^^ missing-59 error

encounter 2026-03-03 patient A
  dx M54.50
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97150-GP x1
${NOTES_A}
`,
        fixed: ['bill 97110-59-GP x1'],
      },
    ],
  ),
  own(
    'V-005',
    'one clinician in two files',
    'any',
    ['F-OVER-14'],
    [
      {
        id: 'V-005',
        says: 'two patients of different payers share five minutes',
        text: {
          'a.encounter': `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GP x1
`,
          'b.encounter': `clinician "R. Ortiz, PT"
discipline PT
payer commercial
encounter 2026-03-03 patient B
  dx M25.561
  09:10-09:25  97140  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97140 x1
`,
        },
        noSafeFix: true,
      },
      {
        id: 'V-005b',
        says: 'a name written otherwise is someone else',
        text: {
          'a.encounter': `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1
`,
          'b.encounter': `clinician "Ortiz"
discipline PT
payer commercial
encounter 2026-03-03 patient B
  dx M25.561
  09:10-09:25  97140  one-on-one
  bill 97140 x1
`,
        },
      },
    ],
  ),
  own(
    'V-006',
    'a group over several files',
    'Medicare',
    ['F-DOC-04'],
    [
      {
        id: 'V-006',
        says: 'two members in two files, a group of 2',
        text: {
          'a.encounter': `${PT_MEDICARE}
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_A}
`,
          'b.encounter': `${PT_DAY}
encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}
`,
        },
      },
      {
        id: 'V-006b',
        says: 'three members in three files, each says a group of 2',
        text: {
          'a.encounter': `${PT_MEDICARE}
  09:15-09:30  97150  group of 2  "Balance and core"
                      ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
${NOTES_A}
`,
          'b.encounter': `${PT_DAY}
encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:30  97150  group of 2  "Balance and core"
                      ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
${NOTES_B}
`,
          'c.encounter': `${PT_DAY}
encounter 2026-03-03 patient C
  dx M75.101
  09:15-09:30  97150  group of 2  "Balance and core"
                      ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
${NOTES_C}
`,
        },
        noSafeFix: true,
      },
      {
        id: 'V-006c',
        says: 'three members, but never more than two at once',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:20  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:40  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_B}

encounter 2026-03-03 patient C
  dx M75.101
  09:20-09:40  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_C}
`,
      },
    ],
  ),
  own(
    'V-007',
    'groups without clock times',
    'Medicare',
    ['F-DOC-04'],
    [
      {
        id: 'V-007',
        says: 'three name one activity, each says a group of 2',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  30 min  97150  group of 2  "Balance class"
                 ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  30 min  97150  group of 2  "Balance class"
                 ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
${NOTES_B}

encounter 2026-03-03 patient C
  dx M75.101
  30 min  97150  group of 2  "Balance class"
                 ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
${NOTES_C}
`,
      },
      {
        id: 'V-007b',
        says: 'three activities are three groups',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  30 min  97150  group of 2  "Balance class"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  30 min  97150  group of 2  "Core class"
  bill 97150-GP x1
${NOTES_B}

encounter 2026-03-03 patient C
  dx M75.101
  30 min  97150  group of 2  "Stairs class"
  bill 97150-GP x1
${NOTES_C}
`,
      },
      {
        id: 'V-007c',
        says: 'one member on file of a group of four',
        text: `${PT_MEDICARE}
  30 min  97150  group of 4  "Balance class"
  bill 97150-GP x1
${NOTES_A}
`,
      },
      {
        id: 'V-007d',
        says: 'a plain group with one member on file proves nothing about its size',
        text: `${PT_MEDICARE}
  30 min  97150  group  "Balance class"
                 ^^^^^ group-size-missing info
  bill 97150-GP x1
${NOTES_A}
`,
      },
      {
        id: 'V-007e',
        says: 'eight in a group are an info',
        text: `${PT_MEDICARE}
  30 min  97150  group of 8  "Balance class"
                 ^^^^^^^^^^ group-size info
  bill 97150-GP x1
${NOTES_A}
`,
      },
    ],
  ),
  own(
    'V-008',
    'PT and OT on one day',
    'Medicare',
    ['F-8MIN-01'],
    [
      {
        id: 'V-008',
        says: 'ten minutes each are a unit each: disciplines do not pool',
        text: `payer medicare

${PT_OF_A}
  10 min  97110  one-on-one
  bill 97110-GP x1

${OT_OF_A}
  10 min  97535  one-on-one
  bill 97535-GO x1
`,
      },
      {
        id: 'V-008b',
        says: 'seven minutes each are no unit for either',
        text: `payer medicare

${PT_OF_A}
  7 min  97110  one-on-one
  bill 97110-GP x1
                ^^ under-8-minutes error

${OT_OF_A}
  7 min  97535  one-on-one
  bill 97535-GO x1
                ^^ under-8-minutes error
`,
        noSafeFix: true,
      },
      {
        id: 'V-008c',
        says: 'a pair across two disciplines is an info',
        text: `payer medicare

${PT_OF_A}
  09:00-09:15  97530  one-on-one
  bill 97530-GP x1

${OT_OF_A}
  10:00-10:15  97535  one-on-one
  bill 97535-GO x1
`,
      },
      {
        id: 'V-008d',
        says: 'nothing is said where it has a 59',
        text: `payer medicare

${PT_OF_A}
  09:00-09:15  97530  one-on-one
  bill 97530-GP x1

${OT_OF_A}
  10:00-10:15  97535  one-on-one
  bill 97535-59-GO x1
`,
      },
      {
        id: 'V-008e',
        says: 'a group by each, at other times',
        text: `payer medicare

${PT_OF_A}
  09:00-09:30  97150  group of 4  "Balance class"
  bill 97150-GP x1
${NOTES_A}

${OT_OF_A}
  10:00-10:30  97150  group of 5  "Kitchen class"
  bill 97150-GO x1
${NOTES_B}
`,
      },
      {
        id: 'V-008f',
        says: 'a group by each in the same minutes',
        text: `payer medicare

${PT_OF_A}
  09:00-09:30  97150  group of 4  "Balance class"
  bill 97150-GP x1
${NOTES_A}

${OT_OF_A}
  09:00-09:30  97150  group of 4  "Balance class"
  bill 97150-GO x1
                ^^ co-treatment-units error
${NOTES_B}
`,
        noSafeFix: true,
      },
      {
        id: 'V-008g',
        says: 'both evaluations by one person',
        text: `payer medicare

clinician "R. Ortiz"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  30 min  97161  one-on-one
  bill 97161-GP x1

discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  30 min  97165  one-on-one
  bill 97165-GO x1
       ^^^^^ two-evaluations error
`,
        noSafeFix: true,
      },
      {
        id: 'V-008h',
        says: 'one-on-one by another therapist inside the group time',
        text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97150  group of 4  "Balance class"
  bill 97150-GP x1
${NOTES_A}

clinician "K. Bauer, PT"
encounter 2026-03-03 patient A
  dx G81.91
  09:10-09:25  97110  one-on-one
  ^^^^^^^^^^^ group-overlaps-individual error
  bill 97110-59-GP x1
`,
        noSafeFix: true,
      },
    ],
  ),
  own(
    'V-009',
    'two encounters of one patient on one day',
    'by payer',
    ['F-8MIN-01'],
    [
      {
        id: 'V-009',
        says: 'one payer, one discipline: minutes are one pool',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient A
  dx M54.50
  15:00-15:10  97112  one-on-one
  bill 97112-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
      {
        id: 'V-009b',
        says: 'the same with two therapists of one discipline',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient A
  clinician "K. Bauer, PT"
  dx M54.50
  15:00-15:10  97112  one-on-one
  bill 97112-GP x1
                ^^ too-many-units error
`,
        noSafeFix: true,
      },
      {
        id: 'V-009c',
        says: 'two payers: two pools, and no pair between their lines',
        text: `clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  payer medicare
  dx M54.50
  09:00-09:10  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient A
  payer workers-comp
  dx S39.012A
  15:00-15:10  97112  one-on-one
  15:10-15:40  97150  group of 4  "Back to work"
  bill 97112-59 x1
  bill 97150 x1
${NOTES_A}
`,
      },
    ],
  ),
  own(
    'V-010',
    'assistants',
    'Medicare',
    ['F-MOD-20', 'F-OVER-10'],
    [
      {
        id: 'V-010',
        says: 'therapist and assistant with two patients at once',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:15  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP-CQ x1
`,
      },
      {
        id: 'V-010b',
        says: 'one assistant with two patients at once',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one  by assistant "M. Lee, PTA"
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GP-CQ x1

encounter 2026-03-03 patient B
  assistant "M. Lee, PTA"
  dx M25.561
  09:00-09:15  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GP-CQ x1
`,
        noSafeFix: true,
      },
      {
        id: 'V-010c',
        says: 'an assistant as default, set aside for one patient',
        text: `${PT_DAY}assistant "M. Lee, PTA"

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP-CQ x1

encounter 2026-03-03 patient B
  assistant none
  dx M25.561
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient C
  dx M75.101
  09:15-09:30  97110  one-on-one  by clinician
  bill 97110-GP x1
`,
      },
      {
        id: 'V-010d',
        says: 'the therapist leads the group, the assistant treats one of its members then: not both',
        text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 4  "Morning class"
  09:10-09:25  97110  one-on-one  by assistant "M. Lee, PTA"
  ^^^^^^^^^^^ group-overlaps-individual error
  bill 97150-GP x1
  bill 97110-59-GP-CQ x1
${NOTES_A}
`,
        noSafeFix: true,
      },
    ],
  ),
  own(
    'V-011',
    'aides',
    'by payer',
    ['F-DOC-12'],
    [
      {
        id: 'V-011',
        says: 'an aide sets up traction: nobody needs to stay',
        text: `${PT_MEDICARE}
  09:00-09:15  97012  supervised  by aide
  09:15-09:30  97110  one-on-one
  bill 97012-GP x1
  bill 97110-GP x1
`,
      },
      {
        id: 'V-011b',
        says: 'a commercial plan: a warning',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer commercial

encounter 2026-03-03 patient A
  dx M54.50
  15 min  97110  one-on-one  by aide
                             ^^^^^^^ aide-time warning
  bill 97110 x1
`,
        noSafeFix: true,
      },
      {
        id: 'V-011c',
        says: 'TRICARE: an error',
        text: `clinician "R. Ortiz, PT"
discipline PT
payer tricare

encounter 2026-03-03 patient A
  dx M54.50
  15 min  97110  one-on-one  by aide
                             ^^^^^^^ aide-time error
  bill 97110 x1
`,
        noSafeFix: true,
      },
      {
        id: 'V-011d',
        says: 'another code of the aide, written down and not billed',
        text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:25  97112  one-on-one  by aide
  bill 97110-GP x1
`,
      },
    ],
  ),
  own(
    'V-012',
    'sessions with lengths and with clock times',
    'Medicare',
    ['F-8MIN-02'],
    [
      {
        id: 'V-012',
        says: '15 min and 09:00-09:08 of one code are 23: x2',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  09:00-09:08  97110  one-on-one
  bill 97110-GP x2
`,
      },
      {
        id: 'V-012b',
        says: 'x3 is one too many',
        text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  09:00-09:08  97110  one-on-one
  bill 97110-GP x3
                ^^ too-many-units error
`,
        fixed: ['bill 97110-GP x2'],
      },
      {
        id: 'V-012c',
        says: 'one code twice with ten minutes in common: the 30 minutes carry 2 units, the overlap is said',
        text: `${PT_MEDICARE}
  09:00-09:20  97110  one-on-one
  09:10-09:30  97110  one-on-one
  ^^^^^^^^^^^ same-patient-overlap error
  bill 97110-GP x2
`,
        noSafeFix: true,
      },
      {
        id: 'V-012d',
        says: 'alternating blocks of two codes',
        text: `${PT_MEDICARE}
  09:00-09:08  97110  one-on-one
  09:08-09:16  97140  one-on-one
  09:16-09:24  97110  one-on-one
  09:24-09:32  97140  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
`,
      },
      {
        id: 'V-012e',
        says: 'a very short episode is an info',
        text: `${PT_MEDICARE}
  09:00-09:04  97110  one-on-one
  ^^^^^^^^^^^ brief-episode info
  09:20-09:31  97110  one-on-one
  bill 97110-GP x1
`,
      },
    ],
  ),
  own(
    'V-013',
    'group beside modalities',
    'Medicare',
    ['F-OVER-05', 'F-OVER-07'],
    [
      {
        id: 'V-013',
        says: 'ultrasound before the group: no edit joins them, no 59 is needed',
        text: `${PT_MEDICARE}
  09:00-09:10  97035
  09:10-09:40  97150  group of 4  "Morning class"
  bill 97035-GP x1
  bill 97150-GP x1
${NOTES_A}
`,
      },
      {
        id: 'V-013b',
        says: 'ultrasound inside the group time',
        text: `${PT_MEDICARE}
  09:10-09:40  97150  group of 4  "Morning class"
  09:20-09:30  97035
  bill 97035-GP x1
       ^^^^^ group-with-modality error
  bill 97150-GP x1
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'V-013c',
        says: 'times not shown',
        text: `${PT_MEDICARE}
  10 min  97035
  30 min  97150  group of 4  "Morning class"
  bill 97035-GP x1
       ^^^^^ group-with-modality warning
  bill 97150-GP x1
${NOTES_A}
`,
        noSafeFix: true,
      },
      {
        id: 'V-013d',
        says: 'a heat lamp runs while the group goes on',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  09:10-09:25  97026  supervised
  bill 97150-GP x1
  bill 97026-GP x1
${NOTES_A}
`,
      },
      {
        id: 'V-013e',
        says: 'ultrasound logged as a group',
        text: `${PT_MEDICARE}
  09:00-09:15  97035  group of 2
                      ^^^^^^^^^^ not-a-group-procedure error
  bill 97035-GP x1
`,
        noSafeFix: true,
      },
    ],
  ),
  own(
    'V-014',
    'care written down and rightly left unbilled',
    'Medicare',
    ['F-DOC-01'],
    [
      {
        id: 'V-014',
        says: 'minutes of a group member alone inside the group, not billed',
        text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  09:10-09:15  97110  one-on-one
  bill 97150-GP x1
${NOTES_A}
`,
      },
      {
        id: 'V-014b',
        says: 'nothing billed yet, sessions apart',
        text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
`,
      },
    ],
  ),
  own(
    'V-015',
    'a right day of a physical therapist',
    'Medicare',
    ['F-8MIN-05', 'F-NCCI-23', 'F-MOD-20'],
    [
      {
        id: 'V-015',
        says: 'evaluation, treatment, modalities, assistant, group of three, all in turn',
        text: `${PT_DAY}state AZ
setting office

encounter 2026-03-03 patient A
  dx M54.50
  08:00-08:40  97162  one-on-one
  08:40-08:55  97110  one-on-one
  08:55-09:05  97010  supervised
  bill 97162-GP x1
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:08  97035
  09:08-09:30  97140  one-on-one  region "knee"
  09:30-09:45  G0283  supervised
  bill 97035-GP x1
  bill 97140-GP x1
  bill G0283-GP x1

encounter 2026-03-03 patient C
  dx M75.101
  09:30-09:50  97530  one-on-one  by assistant "M. Lee, PTA"
  bill 97530-GP-CQ x1

encounter 2026-03-03 patient D
  dx M54.50
  10:00-10:30  97150  group of 3  "Balance and core"
  10:30-10:45  97116  one-on-one
  bill 97150-GP x1
  bill 97116-59-GP x1
${NOTES_A}

encounter 2026-03-03 patient E
  dx M25.561
  10:00-10:30  97150  group of 3  "Balance and core"
  bill 97150-GP x1
${NOTES_B}

encounter 2026-03-03 patient F
  dx M75.101
  10:00-10:30  97150  group of 3  "Balance and core"
  bill 97150-GP x1
${NOTES_C}
`,
      },
    ],
  ),
  own(
    'V-016',
    'a right day of an occupational therapist',
    'Medicare and commercial',
    ['F-MOD-06', 'F-NCCI-23'],
    [
      {
        id: 'V-016',
        says: 'evaluation, self-care, thinking skills, kitchen group',
        text: `clinician "J. Park, OT"
discipline OT
payer medicare

encounter 2026-03-03 patient A
  dx G81.91
  08:00-08:45  97166  one-on-one
  08:45-09:08  97535  one-on-one
  bill 97166-GO x1
  bill 97535-GO x2

encounter 2026-03-03 patient B
  dx I69.310
  09:10-09:40  97129  one-on-one
  bill 97129-GO x1
  bill 97130-GO x1

encounter 2026-03-03 patient C
  dx M62.81
  10:00-10:45  97150  group of 4  "Kitchen class"
  11:00-11:15  97535  one-on-one
  bill 97150-GO x1
  bill 97535-XU-GO x1
${NOTES_A}

payer commercial
encounter 2026-03-03 patient D
  dx M25.611
  11:15-11:25  97530  one-on-one
  11:25-11:35  97110  one-on-one
  bill 97530 x1
  bill 97110 x1
`,
      },
    ],
  ),
  own(
    'V-017',
    'a right day of a speech-language pathologist',
    'Medicare',
    ['F-8MIN-14', 'F-NCCI-13'],
    [
      {
        id: 'V-017',
        says: 'evaluation, treatment, swallowing, group',
        text: `clinician "D. Novak, SLP"
discipline SLP
payer medicare

encounter 2026-03-03 patient A
  dx R47.1
  08:00-09:00  92523  one-on-one
  bill 92523-GN x1

encounter 2026-03-03 patient B
  dx R13.12
  09:00-09:40  92526  one-on-one
  bill 92526-GN x1

encounter 2026-03-03 patient C
  dx R47.01
  09:40-10:25  92507  one-on-one
  bill 92507-GN x1

encounter 2026-03-03 patient D
  dx R47.01
  10:30-11:15  92508  group of 3  "Conversation"
  bill 92508-GN x1
${NOTES_A}
`,
      },
    ],
  ),
  own(
    'V-018',
    'a right day of a chiropractor',
    'Medicare and commercial',
    ['F-MOD-60', 'F-MOD-61', 'F-NCCI-12'],
    [
      {
        id: 'V-018',
        says: 'manipulation with AT, therapy with GY; a plan with a visit and manual therapy elsewhere',
        text: `clinician "P. Hale, DC"
discipline chiro
payer medicare

encounter 2026-03-03 patient A
  dx M99.03
  08:00-08:10  98941  region "lumbar"
  08:10-08:25  97110  one-on-one
  bill 98941-AT x1
  bill 97110-GY x1

payer commercial
encounter 2026-03-03 patient B
  dx M99.01, M25.511
  09:00-09:10  98940  region "neck"
  09:10-09:25  97140  region "shoulder"
  bill 98940 x1
  bill 97140-XS x1
  bill 99213-25 x1

encounter 2026-03-03 patient C
  dx M99.03
  10:00-10:10  98943  region "knee"
  10:10-10:25  97014  supervised
  bill 98943 x1
  bill 97014 x1
`,
      },
    ],
  ),
  own(
    'V-019',
    'a right day in behavioural health',
    'Medicare and commercial',
    ['F-PSY-07', 'F-PSY-08', 'F-NCCI-18'],
    [
      {
        id: 'V-019',
        says: 'intake, individual, family, visit with add-on, group',
        text: `clinician "L. Stern, MD"
discipline BH
payer medicare

encounter 2026-03-03 patient A
  dx F41.1
  08:00-09:00  90792  one-on-one
  bill 90792 x1

encounter 2026-03-03 patient B
  dx F33.1
  09:00-09:45  90834  one-on-one
  bill 90834 x1
  bill 90785 x1

encounter 2026-03-03 patient C
  dx F43.10
  10:00-10:55  90847
  11:00-11:30  90832  one-on-one
  bill 90847 x1
  bill 90832-59 x1

encounter 2026-03-03 patient D
  dx F33.1
  13:00-13:20  90833  one-on-one
  bill 99213 x1
  bill 90833 x1

encounter 2026-03-03 patient E
  dx F41.1
  14:00-15:00  90853  group of 9  "Coping skills"
  bill 90853 x1
${NOTES_A}

payer commercial
encounter 2026-03-03 patient F
  dx F41.1
  14:00-15:00  90853  group of 9  "Coping skills"
  bill 90853 x1
${NOTES_B}
`,
      },
    ],
  ),
];
