/** Variations of our own: the edges of the rules. */

import { NOTES_A, NOTES_B, type OracleCase, type OracleDay, PT_COMMERCIAL, PT_DAY, PT_MEDICARE } from './kind';

const head = (payer: string, date = '2026-03-03', who = 'clinician "R. Ortiz, PT"\ndiscipline PT') => `${who}
payer ${payer}

encounter ${date} patient A
  dx M54.50`;

const CHIRO = 'clinician "P. Hale, DC"\ndiscipline chiro';
const BH = 'clinician "L. Stern, PhD"\ndiscipline BH';
const OT = 'clinician "J. Park, OT"\ndiscipline OT';
const SLP = 'clinician "D. Novak, SLP"\ndiscipline SLP';

const own = (id: string, title: string, days: readonly Omit<OracleDay, 'id'>[]): OracleCase => ({
  id,
  title,
  source: 'our own',
  facts: [],
  payer: 'as named',
  days: days.map((day, n) => ({ id: id + (n === 0 ? '' : String.fromCharCode(97 + n)), ...day })),
});

export const OWN_EDGES: readonly OracleCase[] = [
  own('V-301', 'which lines want a 59', [
    {
      says: 'two one-on-one codes beside a group: each wants its own',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:30  97112  one-on-one
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97110-GP x1
       ^^^^^ missing-59 error
  bill 97112-GP x1
       ^^^^^ missing-59 error
  bill 97150-GP x1
${NOTES_A}
`,
      fixed: ['bill 97110-59-GP x1', 'bill 97112-59-GP x1'],
    },
    {
      says: 'one of the two has it',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:30  97112  one-on-one
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97110-59-GP x1
  bill 97112-GP x1
       ^^^^^ missing-59 error
  bill 97150-GP x1
${NOTES_A}
`,
      fixed: ['bill 97112-59-GP x1'],
    },
    {
      says: 'a side opens the pair too',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97110-LT-GP x1
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      says: 'two physical therapists are the same hands',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient A
  clinician "K. Bauer, PT"
  dx M54.50
  11:00-11:15  97110  one-on-one
  bill 97110-GP x1
       ^^^^^ missing-59 error
`,
      fixed: ['bill 97110-59-GP x1'],
    },
    {
      says: 'PT group and OT one-on-one: an info',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient A
  clinician "J. Park, OT"
  discipline OT
  dx M54.50
  11:00-11:15  97535  one-on-one
  bill 97535-GO x1
       ^^^^^ missing-59 info
`,
    },
    {
      says: 'thinking skills and group are no pair',
      text: `${head('medicare', '2026-03-03', OT)}
  09:00-09:30  97150  group of 4  "Memory class"
  09:30-09:45  97129  one-on-one
  bill 97150-GO x1
  bill 97129-GO x1
${NOTES_A}
`,
    },
  ]),
  own('V-302', '59 and what the record shows', [
    {
      says: 'one session of the code has only a length: not every one is shown apart',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  15 min  97110  one-on-one
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97110-59-GP x2
            ^^^ unsupported-59 warning
  bill 97150-GP x1
${NOTES_A}
`,
      noSafeFix: true,
    },
    {
      says: 'XS says a place and not a time',
      text: `${PT_MEDICARE}
  15 min  97140  one-on-one
  30 min  97150  group of 4  "Morning class"
  bill 97140-XS-GP x1
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      says: 'other pairs with lengths: an info',
      text: `${PT_MEDICARE}
  15 min  97530  one-on-one
  15 min  97535  one-on-one
  bill 97530-GP x1
  bill 97535-59-GP x1
            ^^^ unsupported-59 info
`,
    },
    {
      says: 'a second line of its code gives a 59 something to tell apart',
      text: `${PT_MEDICARE}
  30 min  97110  one-on-one
  bill 97110-GP x1
  bill 97110-59-GP x1
`,
    },
    {
      says: 'a missing 59 is not added where one session overlaps the group',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:20-09:35  97110  one-on-one
  ^^^^^^^^^^^ group-overlaps-individual error
  09:30-10:00  97150  group of 4  "Morning class"
  bill 97110-GP x2
  bill 97150-GP x1
${NOTES_A}
`,
      noSafeFix: true,
    },
  ]),
  own('V-303', 'what may not share minutes with a group', [
    {
      says: 'an evaluation',
      text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  09:20-09:50  97161  one-on-one
  ^^^^^^^^^^^ group-overlaps-individual error
  bill 97161-GP x1
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      says: 'traction with the therapist standing by',
      text: `${PT_MEDICARE}
  09:00-09:30  97150  group of 4  "Morning class"
  09:10-09:20  97012  one-on-one
  ^^^^^^^^^^^ same-patient-overlap error
  bill 97012-GP x1
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      says: 'individual psychotherapy and group psychotherapy',
      text: `${head('medicare', '2026-03-03', BH)}
  09:00-10:00  90853  group of 8  "Coping skills"
  09:30-10:00  90832  one-on-one
  ^^^^^^^^^^^ group-overlaps-individual error
  bill 90853 x1
  bill 90832-59 x1
${NOTES_A}
`,
    },
    {
      says: 'ultrasound twice, once inside: the overlap decides',
      text: `${PT_MEDICARE}
  08:50-09:00  97035
  09:00-09:30  97150  group of 4  "Morning class"
  09:20-09:30  97035
  bill 97035-GP x1
       ^^^^^ group-with-modality error
  bill 97150-GP x1
${NOTES_A}
`,
    },
  ]),
  own('V-304', 'codes that are given to a group', [
    {
      says: 'manual therapy',
      text: `${PT_MEDICARE}
  15 min  97140  group of 2
                 ^^^^^^^^^^ not-a-group-procedure error
  bill 97140-GP x1
`,
      noSafeFix: true,
    },
    {
      says: 'activities: the sources differ, so the change to 97150 is for the coder',
      text: `${PT_MEDICARE}
  15 min  97530  group of 2
                 ^^^^^^^^^^ not-a-group-procedure error
  bill 97530-GP x1
`,
      noSafeFix: true,
    },
    {
      says: 'traction: a warning',
      text: `${PT_MEDICARE}
  15 min  97012  group of 2
                 ^^^^^^^^^^ not-a-group-procedure warning
  bill 97012-GP x1
`,
      noSafeFix: true,
    },
    {
      says: 'swallowing treatment may be',
      text: `${head('medicare', '2026-03-03', SLP)}
  30 min  92526  group of 2
  bill 92526-GN x1
${NOTES_A}
`,
    },
    {
      says: 'individual psychotherapy',
      text: `${head('commercial', '2026-03-03', BH)}
  45 min  90834  group of 6
                 ^^^^^^^^^^ not-a-group-procedure error
  bill 90834 x1
`,
    },
    {
      says: '97110 once alone and once in a group',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:30  97110  group of 3
                      ^^^^^^^^^^ one-on-one-code-in-group error
  bill 97110-GP x1
`,
    },
    {
      says: 'an unlisted procedure',
      text: `${PT_MEDICARE}
  15 min  97139  group of 3
                 ^^^^^^^^^^ one-on-one-code-in-group error
  bill 97139-GP x1
`,
    },
  ]),
  own('V-305', 'group codes without a group, and nobody in attendance', [
    {
      says: 'speech group with one patient',
      text: `${head('medicare', '2026-03-03', SLP)}
  30 min  92508  one-on-one
                 ^^^^^^^^^^ group-code-one-on-one error
  bill 92508-GN x1
`,
    },
    {
      says: 'group psychotherapy of one',
      text: `${head('commercial', '2026-03-03', BH)}
  60 min  90853  group of 1
                 ^^^^^^^^^^ group-code-one-on-one error
  bill 90853 x1
${NOTES_A}
`,
    },
    {
      says: 'ultrasound left running',
      text: `${PT_MEDICARE}
  10 min  97035  supervised
                 ^^^^^^^^^^ attendance-missing error
  bill 97035-GP x1
`,
    },
    {
      says: 'an evaluation without contact',
      text: `${PT_MEDICARE}
  30 min  97161  supervised
                 ^^^^^^^^^^ attendance-missing error
  bill 97161-GP x1
`,
    },
  ]),
  own('V-306', 'units of untimed codes', [
    {
      says: 'stimulation left running under both its codes is one service',
      text: `${PT_COMMERCIAL}
  15 min  97014  supervised
  15 min  G0283  supervised
  bill 97014 x1
  bill G0283 x1
             ^^ untimed-units error
`,
    },
    {
      says: 'manipulation x2',
      text: `${head('commercial', '2026-03-03', CHIRO)}
  15 min  98941
  bill 98941 x2
             ^^ untimed-units error
`,
      fixed: ['bill 98941 x1'],
    },
    {
      says: 'a speech evaluation x2',
      text: `${head('commercial', '2026-03-03', SLP)}
  60 min  92523
  bill 92523 x2
             ^^ untimed-units error
`,
      fixed: ['bill 92523 x1'],
    },
    {
      says: 'traction in two encounters of one day: the second',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97012
  bill 97012-GP x1

encounter 2026-03-03 patient A
  dx M54.50
  15:00-15:15  97012
  bill 97012-GP x1
                ^^ untimed-units error
`,
    },
    {
      says: 'a hospital’s third psychotherapy group where two are on record',
      text: `${head('medicare\nsetting hospital', '2026-03-03', BH)}
  09:00-10:00  90853  group of 8  "Coping skills"
  14:00-15:00  90853  group of 8  "Relapse"
  bill 90853 x3
             ^^ group-units error
${NOTES_A}
`,
    },
    {
      says: 'a hospital’s 97150 stays one',
      text: `${head('medicare\nsetting hospital')}
  09:00-09:30  97150  group of 4  "Morning class"
  15:00-15:30  97150  group of 4  "Afternoon class"
  bill 97150-GP x2
                ^^ group-units error
${NOTES_A}
`,
      fixed: ['bill 97150-GP x1'],
    },
  ]),
  own('V-307', 'thinking skills, first and further units', [
    {
      says: '22 min are one unit of the two codes',
      text: `${head('medicare', '2026-03-03', OT)}
  22 min  97129  one-on-one
  bill 97129-GO x1
  bill 97130-GO x1
                ^^ too-many-units error
`,
    },
    {
      says: '97130 without 97129',
      text: `${head('medicare', '2026-03-03', OT)}
  30 min  97130  one-on-one
  bill 97130-GO x1
       ^^^^^ add-on-without-primary error
`,
    },
    {
      says: '45 min: one and two',
      text: `${head('medicare', '2026-03-03', OT)}
  15 min  97129  one-on-one
  30 min  97130  one-on-one
  bill 97129-GO x1
  bill 97130-GO x2
`,
    },
  ]),
  own('V-308', 'one patient, one clinician, two services at once', [
    {
      says: 'the one that starts later, wherever it stands',
      text: `${PT_MEDICARE}
  09:10-09:25  97140  one-on-one
  ^^^^^^^^^^^ same-patient-overlap error
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1
  bill 97140-GP x1
`,
    },
    {
      says: 'nobody is named: it is the same nobody',
      text: `discipline PT
payer medicare
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  09:10-09:25  97140  one-on-one
  ^^^^^^^^^^^ same-patient-overlap error
  bill 97110-GP x1
  bill 97140-GP x1
`,
    },
    {
      says: 'an evaluation and treatment',
      text: `${PT_MEDICARE}
  09:00-09:30  97161  one-on-one
  09:20-09:35  97110  one-on-one
  ^^^^^^^^^^^ same-patient-overlap error
  bill 97161-GP x1
  bill 97110-GP x1
`,
    },
    {
      says: 'a paraffin bath meanwhile is right',
      text: `${PT_MEDICARE}
  09:00-09:15  97018
  09:00-09:15  97110  one-on-one
  bill 97018-GP x1
  bill 97110-GP x1
`,
    },
  ]),
  own('V-309', 'one clinician, two patients', [
    {
      says: 'an evaluation of one inside the treatment of another',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:40  97161  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97161-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:30-09:45  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GP x1
`,
    },
    {
      says: 'both 97110 at the same times: a group, perhaps, but that is for the coder to say',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:15  97112  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97112-GP x1
`,
      noSafeFix: true,
    },
    {
      says: 'a student treats one patient while the therapist leads a group',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 4  "Morning class"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:15  97110  one-on-one  by student
                                  ^^^^^^^^^^ aide-time error
  bill 97110-GP x1
`,
    },
    {
      says: 'two members of one group, times not quite the same',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 3  "Morning class"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:05-09:40  97150  group of 2  "Morning class"
  bill 97150-GP x1
${NOTES_B}
`,
    },
    {
      says: 'two members state different sizes of the very same times',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 3  "Morning class"
                      ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:30  97150  group of 2  "Morning class"
                      ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
${NOTES_B}
`,
    },
    {
      says: 'one states a size and one does not',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 3  "Morning class"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:30  97150  group  "Morning class"
  bill 97150-GP x1
${NOTES_B}
`,
    },
  ]),
  own('V-310', 'billed and performed', [
    {
      says: 'a visit has no session of its own',
      text: `${head('commercial', '2026-03-03', BH)}
  bill 99213 x1
`,
    },
    {
      says: 'a line of another code than the session',
      text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97112-GP x1
       ^^^^^ billed-not-performed error
`,
      noSafeFix: true,
    },
    {
      says: 'a session whose code cannot be read may be the one',
      text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  15 min  9711
          ^^^^ syntax error
  bill 97110-GP x1
  bill 97112-GP x1
`,
    },
    {
      says: 'its units do not fill up the day',
      text: `${PT_MEDICARE}
  20 min  97110  one-on-one
  bill 97112-GP x2
       ^^^^^ billed-not-performed error
  bill 97110-GP x1
`,
    },
  ]),
  own('V-311', 'two lines of one code', [
    {
      says: 'KX tells nothing apart',
      text: `${PT_MEDICARE}
  30 min  97110  one-on-one
  bill 97110-GP x1
  bill 97110-GP-KX x1
       ^^^^^ duplicate-line error
`,
    },
    {
      says: 'where one line alone would be right, units are not said as well',
      text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97110-GP x1
  bill 97110-GP x1
       ^^^^^ duplicate-line error
`,
    },
    {
      says: 'sides tell apart',
      text: `${PT_MEDICARE}
  30 min  97140  one-on-one
  bill 97140-GP-LT x1
  bill 97140-GP-RT x1
`,
    },
  ]),
  own('V-312', 'codes that the table does not hold', [
    {
      says: 'in the range of therapy: a warning on each line',
      text: `${PT_MEDICARE}
  15 min  97199  one-on-one
          ^^^^^ unknown-code warning
  bill 97199-GP x1
       ^^^^^ unknown-code warning
`,
    },
    {
      says: 'of another field: an info',
      text: `${PT_MEDICARE}
  15 min  97597
          ^^^^^ unknown-code info
  bill 97597 x1
       ^^^^^ unknown-code info
`,
    },
  ]),
  own('V-313', 'add-ons', [
    {
      says: 'psychotherapy with a visit that is not there',
      text: `${head('medicare', '2026-03-03', BH)}
  45 min  90836  one-on-one
  bill 90836 x1
       ^^^^^ add-on-without-primary error
`,
    },
    {
      says: '90785 beside crisis psychotherapy',
      text: `${head('commercial', '2026-03-03', BH)}
  60 min  90839  one-on-one
  bill 90839 x1
  bill 90785 x1
       ^^^^^ add-on-without-primary error
`,
    },
    {
      says: 'a further half hour of a crisis',
      text: `${head('commercial', '2026-03-03', BH)}
  90 min  90839  one-on-one
  bill 90839 x1
  bill 90840 x1
`,
    },
    {
      says: 'work hardening, a further hour by itself: an info',
      text: `${head('workers-comp')}
  60 min  97546
  bill 97546 x1
       ^^^^^ add-on-without-primary info
`,
    },
  ]),
  own('V-314', 'disciplines', [
    {
      says: 'two therapy modifiers on a line',
      text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97110-GP-GO x1
               ^^^ discipline-modifier error
`,
    },
    {
      says: 'speech treatment without GN',
      text: `${head('medicare', '2026-03-03', SLP)}
  45 min  92507  one-on-one
  bill 92507 x1
       ^^^^^ discipline-modifier error
`,
      fixed: ['bill 92507-GN x1'],
    },
    {
      says: 'thinking skills are therapy at times only: a hint',
      text: `${head('medicare', '2026-03-03', SLP)}
  15 min  97129  one-on-one
  bill 97129 x1
       ^^^^^ discipline-modifier hint
`,
    },
    {
      says: 'an OT evaluation under PT, with GO as it must have',
      text: `${PT_MEDICARE}
  30 min  97165  one-on-one
  bill 97165-GO x1
       ^^^^^ code-not-for-discipline warning
`,
    },
    {
      says: 'manipulation under PT, to a commercial plan',
      text: `${PT_COMMERCIAL}
  10 min  98940
  bill 98940 x1
       ^^^^^ code-not-for-discipline warning
`,
    },
    {
      says: 'no discipline: which modifier is missing is not known',
      text: `clinician "R. Ortiz"
payer medicare
encounter 2026-03-03 patient A
  dx M54.50
  15 min  97110  one-on-one
  bill 97110 x1
       ^^^^^ discipline-modifier error
`,
      noSafeFix: true,
    },
  ]),
  own('V-315', 'psychotherapy, and who pays', [
    {
      says: 'group and individual to a commercial plan without 59: an info',
      text: `${head('commercial', '2026-03-03', BH)}
  09:00-10:00  90853  group of 8  "Coping skills"
  11:00-11:30  90832  one-on-one
  bill 90853 x1
  bill 90832 x1
       ^^^^^ psychotherapy-same-day info
${NOTES_A}
`,
    },
    {
      says: 'a group of 14 to a commercial plan: an info',
      text: `${head('commercial', '2026-03-03', BH)}
  60 min  90853  group of 14  "Coping skills"
                 ^^^^^^^^^^^ psychotherapy-group-size info
  bill 90853 x1
${NOTES_A}
`,
    },
    {
      says: 'a diagnostic evaluation and group psychotherapy: never both',
      text: `${head('medicare', '2026-03-03', BH)}
  09:00-10:00  90791  one-on-one
  11:00-12:00  90853  group of 8  "Coping skills"
  bill 90791 x1
  bill 90853-59 x1
       ^^^^^ pair-not-payable error
${NOTES_A}
`,
      noSafeFix: true,
    },
    {
      says: 'family psychotherapy of 30 min to Medicare: an info',
      text: `${head('medicare', '2026-03-03', BH)}
  30 min  90847
  bill 90847 x1
       ^^^^^ psychotherapy-time info
`,
    },
    {
      says: 'two short sessions are not one long one',
      text: `${head('commercial', '2026-03-03', BH)}
  09:00-09:12  90832  one-on-one
  15:00-15:12  90832  one-on-one
  bill 90832 x1
       ^^^^^ psychotherapy-time error
`,
      noSafeFix: true,
    },
    {
      says: 'with a 59 and lengths: the 59 is taken as said, an info at most',
      text: `${head('medicare', '2026-03-03', BH)}
  60 min  90853  group of 8  "Coping skills"
  30 min  90832  one-on-one
  bill 90853 x1
  bill 90832-59 x1
${NOTES_A}
`,
    },
  ]),
  own('V-316', 'pairs that are never both paid', [
    {
      says: 'swallowing treatment and stimulation left running',
      text: `${head('medicare', '2026-03-03', SLP)}
  30 min  92526  one-on-one
  15 min  G0283  supervised
  bill 92526-GN x1
  bill G0283-GN x1
       ^^^^^ pair-not-payable error
`,
    },
    {
      says: 'one SLP, speech treatment and exercise, times not shown',
      text: `${head('medicare', '2026-03-03', SLP)}
  45 min  92507  one-on-one
  15 min  97110  one-on-one
  bill 92507-GN x1
  bill 97110-59-GN x1
       ^^^^^ pair-not-payable error
`,
    },
    {
      says: 'the same shown apart, with a 59',
      text: `${head('medicare', '2026-03-03', SLP)}
  09:00-09:45  92507  one-on-one
  10:00-10:15  97110  one-on-one
  bill 92507-GN x1
  bill 97110-59-GN x1
`,
    },
    {
      says: 'the same shown apart, without: a 59 is asked for, and not added unasked',
      text: `${head('medicare', '2026-03-03', SLP)}
  09:00-09:45  92507  one-on-one
  10:00-10:15  97110  one-on-one
  bill 92507-GN x1
  bill 97110-GN x1
       ^^^^^ missing-59 error
`,
      noSafeFix: true,
    },
    {
      says: 'an evaluation and a test to a commercial plan: an info',
      text: `${PT_COMMERCIAL}
  30 min  97161  one-on-one
  30 min  97750  one-on-one
  bill 97161 x1
  bill 97750 x2
       ^^^^^ pair-not-payable info
`,
    },
    {
      says: 'two evaluations to a commercial plan: a warning',
      text: `${PT_COMMERCIAL}
  30 min  97161  one-on-one
  20 min  97164  one-on-one
  bill 97161 x1
  bill 97164 x1
       ^^^^^ two-evaluations warning
`,
    },
  ]),
  own('V-317', 'visits', [
    {
      says: 'beside a PT evaluation, Medicaid',
      text: `${head('medicaid')}
  30 min  97161  one-on-one
  bill 97161-GP x1
  bill 99213 x1
       ^^^^^ missing-25 warning
`,
    },
    {
      says: 'beside exercise nothing is asked',
      text: `${head('medicaid')}
  15 min  97110  one-on-one
  bill 97110-GP x1
  bill 99213 x1
`,
    },
    {
      says: 'beside group psychotherapy, with 25',
      text: `${head('medicare', '2026-03-03', BH)}
  60 min  90853  group of 8  "Coping skills"
  bill 90853 x1
  bill 99213-25 x1
${NOTES_A}
`,
    },
  ]),
  own('V-318', 'unit limits', [
    {
      says: '97112 x5 with the minutes for it',
      text: `${PT_MEDICARE}
  75 min  97112  one-on-one
  bill 97112-GP x5
                ^^ units-over-mue warning
`,
    },
    {
      says: 'over two encounters of one day: the later line',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:45  97112  one-on-one
  bill 97112-GP x3

encounter 2026-03-03 patient A
  dx M54.50
  15:00-15:30  97112  one-on-one
  bill 97112-GP x2
                ^^ units-over-mue warning
`,
    },
  ]),
  own('V-319', 'assistants, more of them', [
    {
      says: 'CQ though no assistant is on record: which of the two is wrong, the record does not say',
      text: `${PT_MEDICARE}
  15 min  97110  one-on-one
  bill 97110-GP-CQ x1
               ^^^ assistant-modifier error
`,
      noSafeFix: true,
    },
    {
      says: 'Medicaid: off, either way',
      text: `${head('medicaid')}
  15 min  97110  one-on-one
  15 min  97140  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP-CQ x1
  bill 97140-GP x1
`,
    },
    {
      says: 'an occupational therapy assistant without CO',
      text: `${head('medicare', '2026-03-03', OT)}
  15 min  97535  one-on-one  by assistant "T. Webb, OTA"
  bill 97535-GO x1
       ^^^^^ assistant-modifier error
`,
      fixed: ['bill 97535-GO-CO x1'],
    },
    {
      says: 'traction by the assistant',
      text: `${PT_MEDICARE}
  15 min  97012  supervised  by assistant "M. Lee, PTA"
  bill 97012-GP x1
       ^^^^^ assistant-modifier error
`,
      fixed: ['bill 97012-GP-CQ x1'],
    },
    {
      says: 'the therapist alone gave 13 of 15 minutes: no CQ on the last unit',
      text: `${PT_MEDICARE}
  09:00-09:13  97110  one-on-one
  09:13-09:15  97110  one-on-one  by assistant "M. Lee, PTA"
  bill 97110-GP x1
`,
    },
    {
      says: 'an evaluation by a student',
      text: `${PT_MEDICARE}
  30 min  97161  one-on-one  by student
                             ^^^^^^^^^^ evaluation-by-assistant error
  bill 97161-GP x1
`,
    },
  ]),
  own('V-320', 'chiropractic, Medicare', [
    {
      says: 'outside the spine: never covered, GY',
      text: `${head('medicare', '2026-03-03', CHIRO)}
  10 min  98943
  bill 98943 x1
       ^^^^^ chiropractic-modifier error
`,
      fixed: ['bill 98943-GY x1'],
    },
    ...['GA', 'GX', 'GY', 'GZ'].map((modifier) => ({
      says: `98940-${modifier}`,
      text: `${head('medicare', '2026-03-03', CHIRO)}
  10 min  98940
  bill 98940-${modifier} x1
`,
    })),
    {
      says: 'AT with GA on 31 October 2015',
      text: `${head('medicare', '2015-10-31', CHIRO)}
  10 min  98940
  bill 98940-AT-GA x1
`,
    },
    {
      says: 'AT with GA on 1 November 2015',
      text: `${head('medicare', '2015-11-01', CHIRO)}
  10 min  98940
  bill 98940-AT-GA x1
            ^^^ chiropractic-modifier error
`,
    },
  ]),
  own('V-321', 'PT and OT with one patient at once', [
    {
      says: 'different codes, 30 minutes, four units',
      text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one
  bill 97530-GP x2

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97535  one-on-one
  bill 97535-59-GO x2
                   ^^ co-treatment-units error
`,
    },
    {
      says: 'one after the other, four units',
      text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one
  bill 97530-GP x2

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  09:30-10:00  97535  one-on-one
  bill 97535-59-GO x2
`,
    },
    {
      says: 'a commercial plan: a warning',
      text: `payer commercial

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one
  bill 97530 x2

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one
  bill 97530 x2
             ^^ co-treatment-units warning
`,
    },
  ]),
  own('V-322', 'notes of a group', [
    {
      says: 'labels with nothing behind them are no notes',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-note-missing warning
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 2  "Morning class"
  bill 97150-GP x1
  O:
  A:

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:30  97150  group of 2  "Morning class"
  bill 97150-GP x1
${NOTES_B}
`,
    },
    {
      says: 'eighteen of twenty words: the same',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 2  "Morning class"
  bill 97150-GP x1
  O: one two three four five six seven eight nine ten
  ^^ identical-notes warning
  A: eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
  P: Go on.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:00-09:30  97150  group of 2  "Morning class"
  bill 97150-GP x1
  O: one two three four five six seven eight nine TEAL
  ^^ identical-notes warning
  A: eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen PLUM
  P: Go on.
`,
    },
    {
      says: 'seventeen of twenty: not the same',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 2  "Morning class"
  bill 97150-GP x1
  O: one two three four five six seven eight nine ten
  A: eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
  P: Go on.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:00-09:30  97150  group of 2  "Morning class"
  bill 97150-GP x1
  O: LIME two three four five six seven eight nine TEAL
  A: eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen PLUM
  P: Go on.
`,
    },
    {
      says: 'figures are kept: a measure of its own makes a short note its own',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 2  "Morning class"
  bill 97150-GP x1
  O: Walked 40 m with 2 cues.
  A: Needs 1 rest.
  P: Go on.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:00-09:30  97150  group of 2  "Morning class"
  bill 97150-GP x1
  O: Walked 60 m with 4 cues.
  A: Needs 3 rests.
  P: Go on.
`,
    },
    {
      says: 'two groups, one note: not members of one group',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 3  "Morning class"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-03 patient B
  dx M25.561
  10:00-10:30  97150  group of 3  "Next class"
  bill 97150-GP x1
${NOTES_A}
`,
    },
    {
      says: 'one patient, the same note on two dates: said at the later one',
      text: `${PT_DAY}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97150  group of 3  "Morning class"
  bill 97150-GP x1
${NOTES_A}

encounter 2026-03-05 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 3  "Morning class"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  ^^ cloned-note warning
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
  ]),
  own('V-323', 'what is only said aside', [
    {
      says: 'no clinician, no diagnosis, no goal',
      text: `discipline PT
payer medicare
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-clinician info
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dx-missing info
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-goal-missing info
  30 min  97150  group of 3  "Morning class"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      says: 'activities and manual therapy to a commercial plan',
      text: `${PT_COMMERCIAL}
  15 min  97530  one-on-one
  15 min  97140  one-on-one
  bill 97530 x1
       ^^^^^ commercial-pair info
  bill 97140 x1
`,
    },
    {
      says: 'fewer units than the minutes give',
      text: `${PT_MEDICARE}
  45 min  97110  one-on-one
  bill 97110-GP x2
                ^^ too-few-units hint
`,
    },
    {
      says: 'XS beside a group with lengths: the times are not on record',
      text: `${PT_MEDICARE}
  15 min  97140  one-on-one
  ^^^^^^ times-not-recorded info
  30 min  97150  group of 4  "Morning class"
  bill 97140-XS-GP x1
  bill 97150-GP x1
${NOTES_A}
`,
    },
  ]),
  own('V-324', 'one defect, one finding', [
    {
      says: 'a visit with 59, Medicaid: 25 is not asked for as well',
      text: `${head('medicaid', '2026-03-03', CHIRO)}
  10 min  98941
  bill 98941 x1
  bill 99213-59 x1
            ^^^ bypass-modifier-misuse error
`,
      noSafeFix: true,
    },
    {
      says: 'an evaluation by an aide',
      text: `${PT_MEDICARE}
  30 min  97161  one-on-one  by aide
                             ^^^^^^^ evaluation-by-assistant error
  bill 97161-GP x1
`,
      noSafeFix: true,
    },
    {
      says: 'minutes of the clinician and of an aide, billed for those of the clinician',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:25  97110  one-on-one  by aide
  bill 97110-GP x1
`,
    },
    {
      says: 'minutes of the clinician and of an aide, billed for both',
      text: `${PT_MEDICARE}
  09:00-09:15  97110  one-on-one
  09:15-09:25  97110  one-on-one  by aide
                                  ^^^^^^^ aide-time error
  bill 97110-GP x2
`,
      noSafeFix: true,
    },
    {
      says: 'thinking skills: the first unit is one',
      text: `${head('medicare', '2026-03-03', OT)}
  30 min  97129  one-on-one
  bill 97129-GO x2
                ^^ too-many-units error
`,
    },
    {
      says: 'PT and OT share half of their time: 45 minutes, 3 units',
      text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one
  bill 97530-GP x2

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  09:15-09:45  97530  one-on-one
  bill 97530-GO x1
`,
    },
    {
      says: 'PT and OT share half of their time, 4 units',
      text: `payer medicare

clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx G81.91
  09:00-09:30  97530  one-on-one
  bill 97530-GP x2

clinician "J. Park, OT"
discipline OT
encounter 2026-03-03 patient A
  dx G81.91
  09:15-09:45  97530  one-on-one
  bill 97530-GO x2
                ^^ co-treatment-units error
`,
      noSafeFix: true,
    },
    {
      says: 'a unit limit beside too many units: the units are said',
      text: `${PT_MEDICARE}
  30 min  97112  one-on-one
  bill 97112-GP x5
                ^^ too-many-units error
`,
      fixed: ['bill 97112-GP x2'],
    },
    {
      says: 'a chiropractor’s group without GY: no 59 and no GP are asked for as well',
      text: `${head('medicare', '2026-03-03', CHIRO)}
  09:00-09:30  97150  group of 4  "Morning class"
  09:30-09:45  97110  one-on-one
  bill 97150 x1
       ^^^^^ chiropractic-modifier error
  bill 97110 x1
       ^^^^^ chiropractic-modifier error
${NOTES_A}
`,
      fixed: ['bill 97150-GY x1', 'bill 97110-GY x1'],
    },
    {
      says: 'a deleted code hides nothing and breeds nothing',
      text: `${PT_MEDICARE}
  15 min  97532  supervised
          ^^^^^ deleted-code error
  bill 97532 x9
       ^^^^^ deleted-code error
`,
    },
  ]),
];
