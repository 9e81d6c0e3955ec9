/** Variations of our own: a coder in the middle of typing, and lines that cannot be read. */

import { NOTES_A, type OracleCase, type OracleDay, PT_MEDICARE } from './kind';

const own = (id: string, title: string, days: readonly OracleDay[]): OracleCase => ({
  id,
  title,
  source: 'our own',
  facts: [],
  payer: 'Medicare',
  days,
});

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

export const OWN_TYPING: readonly OracleCase[] = [
  own('V-201', 'an encounter is begun', [
    { id: 'V-201', says: 'an empty file', text: '' },
    { id: 'V-201b', says: 'the defaults only', text: HEAD },
    { id: 'V-201c', says: 'the header only', text: `${HEAD}\nencounter 2026-03-03 patient A\n` },
    { id: 'V-201d', says: 'the header only, and nothing above it', text: 'encounter 2026-03-03 patient A' },
    { id: 'V-201e', says: 'header and diagnosis', text: `${PT_MEDICARE}\n` },
    {
      id: 'V-201f',
      says: 'the date is not there yet',
      text: `${HEAD}
encounter
^^^^^^^^^ syntax error
`,
    },
    {
      id: 'V-201g',
      says: 'the patient is not there yet',
      text: `${HEAD}
encounter 2026-03-03 patient
                     ^^^^^^^ syntax error
`,
    },
    {
      id: 'V-201h',
      says: 'the header of the second encounter is half there, the first one stays right',
      text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03
          ^^^^^^^^^^ syntax error
`,
    },
  ]),
  own('V-202', 'sessions are typed, claim lines are not', [
    {
      id: 'V-202',
      says: 'one-on-one, group, modality, evaluation, assistant',
      text: `${PT_MEDICARE}
  09:00-09:30  97161  one-on-one
  09:30-09:45  97110  one-on-one
  09:45-10:15  97150  group of 3  "Balance and core"
  10:15-10:25  97035
  10:25-10:40  97116  one-on-one  by assistant "M. Lee, PTA"
`,
    },
    {
      id: 'V-202b',
      says: 'the first claim line is there, the others will follow',
      text: `${PT_MEDICARE}
  09:30-09:45  97110  one-on-one
  09:45-10:15  97150  group of 3  "Balance and core"
  10:15-10:30  97116  one-on-one
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      id: 'V-202c',
      says: 'claim lines first: one warning that no session is there',
      text: `${HEAD}
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ billed-not-performed warning
  dx M54.50
  bill 97110-GP x1
  bill 97140-GP x1
`,
    },
    {
      id: 'V-202d',
      says: 'one patient done, the next one only begun',
      text: `${PT_MEDICARE}
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:30  97150  group of 2  "Balance and core"
`,
    },
  ]),
  own('V-203', 'a claim line is half typed', [
    {
      id: 'V-203',
      says: 'the word bill',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x1
  bill
  ^^^^ syntax error
${NOTES_A}
`,
    },
    {
      id: 'V-203b',
      says: 'three figures of the code',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x1
  bill 971
       ^^^ syntax error
${NOTES_A}
`,
    },
    {
      id: 'V-203c',
      says: 'a hyphen and no modifier yet: the 59 may be coming, and the GP',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x1
  bill 97110-
            ^ syntax error
${NOTES_A}
`,
    },
    {
      id: 'V-203d',
      says: 'one figure of the modifier',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x1
  bill 97110-5
            ^^ syntax error
${NOTES_A}
`,
    },
    {
      id: 'V-203e',
      says: 'an x and no number: how many units is not known yet',
      text: `${PT_MEDICARE}
  7 min  97110  one-on-one
  bill 97110-GP x
                ^ syntax error
`,
    },
    {
      id: 'V-203f',
      says: 'code and units run together',
      text: `${PT_MEDICARE}
  7 min  97110  one-on-one
  bill 97110x4
       ^^^^^^^ syntax error
`,
    },
  ]),
  own('V-204', 'a session is half typed', [
    {
      id: 'V-204',
      says: 'the start time',
      text: `${PT_MEDICARE}
  09:00-
  ^^^^^^ syntax error
  bill 97110-GP x2
`,
    },
    {
      id: 'V-204b',
      says: 'both times, no code',
      text: `${PT_MEDICARE}
  09:00-09:15
  ^^^^^^^^^^^ syntax error
  bill 97110-GP x2
`,
    },
    {
      id: 'V-204c',
      says: 'the contact is half there',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on
                      ^^^^^^ syntax error
  bill 97110-GP x2
`,
    },
    {
      id: 'V-204d',
      says: 'a group of how many is not there yet',
      text: `${PT_MEDICARE}
  09:00-09:15  97150  group of
                            ^^ syntax error
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      id: 'V-204e',
      says: 'the name of the assistant is not there yet',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one  by assistant
                                     ^^^^^^^^^ syntax error
  bill 97110-GP x1
`,
    },
    {
      id: 'V-204f',
      says: 'hours without minutes',
      text: `${PT_MEDICARE}
  9-10  97110  one-on-one
  ^^^^ syntax error
  bill 97110-GP x4
`,
    },
  ]),
  own('V-205', 'a field or a note is half typed', [
    {
      id: 'V-205',
      says: 'the payer: what a payer decides is not known',
      text: `clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  payer medi
        ^^^^ syntax error
  dx M54.50
  15 min  97014  supervised
  15 min  97110  one-on-one
  bill 97014 x1
  bill 97110 x1
`,
    },
    {
      id: 'V-205b',
      says: 'the quotes of a goal are not closed',
      text: `${PT_MEDICARE}
  goal "Walk 200 m
       ^^^^^^^^^^^ syntax error
  09:15-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      id: 'V-205c',
      says: 'the first note only: an info',
      text: `${PT_MEDICARE}
  goal "Walk 200 m without a rail"
  09:15-09:45  97150  group of 3  "Balance and core"
  bill 97150-GP x1
  O: Took part
  ^^ group-note-incomplete info
`,
    },
  ]),
  own('V-206', 'times that cannot be', [
    {
      id: 'V-206',
      says: 'an end before the start: its minutes are not known, so units are not judged',
      text: `${PT_MEDICARE}
  10:15-10:00  97110  one-on-one
  ^^^^^^^^^^^ end-before-start error
  bill 97110-GP x4
`,
    },
    {
      id: 'V-206b',
      says: 'no such time',
      text: `${PT_MEDICARE}
  9:00-9:75  97110  one-on-one
  ^^^^^^^^^ impossible-time error
  bill 97110-GP x4
`,
    },
    {
      id: 'V-206c',
      says: 'no such day: the patient is not compared with others, the encounter by itself is',
      text: `${HEAD}
encounter 2026-02-30 patient A
          ^^^^^^^^^^ impossible-date error
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1

encounter 2026-02-28 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1
`,
    },
    {
      id: 'V-206d',
      says: 'billed for a day to come',
      text: `${HEAD}
encounter 2026-12-01 patient A
          ^^^^^^^^^^ future-date warning
  dx M54.50
  15 min  97110  one-on-one
  bill 97110-GP x1
`,
    },
    {
      id: 'V-206e',
      says: 'planned for a day to come, nothing billed',
      text: `${HEAD}
encounter 2026-12-01 patient A
  dx M54.50
  15 min  97110  one-on-one
`,
    },
  ]),
  own('V-207', 'rules that are ignored', [
    {
      id: 'V-207',
      says: 'with a reason',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:45  97150  group of 3  "Balance and core"
  # ignore missing-59: this plan pays both, letter of 12 January
  bill 97110-GP x1
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      id: 'V-207b',
      says: 'without a reason',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:45  97150  group of 3  "Balance and core"
  # ignore missing-59
  ^^^^^^^^^^^^^^^^^^^ ignore-without-reason warning
  bill 97110-GP x1
       ^^^^^ missing-59 error
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      id: 'V-207c',
      says: 'a rule that has nothing to silence there',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  # ignore missing-59: checked
           ^^^^^^^^^^ unused-ignore warning
  bill 97110-GP x1
`,
    },
  ]),
  own('V-208', 'lines that look like another kind', [
    {
      id: 'V-208',
      says: 'a claim line inside a note is text, and said',
      text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97110-GP x1
  O: Did the whole set.
    bill 97140-GP x1
    ^^^^^^^^^^^^^^^^ line-in-note warning
`,
    },
    {
      id: 'V-208b',
      says: 'a field that is not known',
      text: `${PT_MEDICARE}
  payor commercial
  ^^^^^ unknown-field warning
  15 min  97110  one-on-one
  bill 97110-GP x1
`,
    },
    {
      id: 'V-208c',
      says: 'a field twice: the later one counts',
      text: `${PT_MEDICARE}
  payer commercial
  payer medicaid
  ^^^^^ duplicate-field warning
  15 min  97110  one-on-one
  bill 97110-GP x1
`,
    },
  ]),
];
