/** Days, givers, times, minutes and groups, as the language page and the table "Times and groups" of the rules fix them. */

import { exactly } from '../support/exact';

type Case = [sentence: string, marked: string | Record<string, string>];

function table(title: string, cases: Case[]) {
  describe(title, () => {
    for (const [sentence, marked] of cases)
      it(sentence, () => exactly(typeof marked === 'string' ? { 'a.encounter': marked } : marked));
  });
}

interface Frame {
  date?: string;
  clinician?: string;
  payer?: string;
  discipline?: string;
  more?: string;
}

/** One encounter with its own fields. */
function visit(
  patient: string,
  body: string,
  { date = '2026-03-03', clinician = 'T', payer = 'commercial', discipline = 'PT', more = '' }: Frame = {},
) {
  return `encounter ${date} patient ${patient}\n  clinician "${clinician}"\n  discipline ${discipline}\n  payer ${payer}\n${more}  dx M54.50\n${body}`;
}
const booked = 'clinician-double-booked error\n';

table('groups: whose minutes', [
  [
    'a giver has one day, whatever the patient, payer, discipline or file',
    {
      'b.encounter': visit('A', `  09:00-09:15 97110\n  ^^^^^^^^^^^ ${booked}  bill 97110-GP\n`, { payer: 'medicare' }),
      'a.encounter': visit('B', `  09:14-09:29 97530\n  ^^^^^^^^^^^ ${booked}  bill 97530-GO\n`, { discipline: 'OT' }),
    },
  ],
  [
    'a range does not hold its end',
    visit('A', '  09:00-09:15 97110\n  bill 97110\n') + visit('B', '  09:15-09:30 97110\n  bill 97110\n'),
  ],
  [
    'names are equal as written, or they differ',
    visit('A', '  09:00-09:15 97110\n  bill 97110\n') +
      visit('B', '  09:00-09:15 97110\n  bill 97110\n', { clinician: 't' }),
  ],
  [
    'the assistant of the encounter gives its sessions; by clinician says otherwise',
    visit('A', `  09:00-09:15 97110\n  ^^^^^^^^^^^ ${booked}  09:20-09:35 97110 by clinician\n  bill 97110 x2\n`, {
      more: '  assistant "M"\n',
    }) +
      visit('B', `  09:10-09:25 97110 by assistant "M"\n  ^^^^^^^^^^^ ${booked}  bill 97110\n`, { clinician: 'U' }) +
      visit('C', `  09:00-09:15 97110\n  bill 97110\n`),
  ],
  [
    'an assistant of none: the clinician',
    'assistant "M"\nclinician "T"\npayer commercial\n' +
      `encounter 2026-03-03 patient A\n  assistant none\n  dx M54.50\n  09:00-09:15 97110\n  ^^^^^^^^^^^ ${booked}  bill 97110\n` +
      `encounter 2026-03-03 patient B\n  dx M54.50\n  09:00-09:15 97110 by clinician\n  ^^^^^^^^^^^ ${booked}  bill 97110\n`,
  ],
  [
    'a session that no line bills is in play only where its encounter has no line yet',
    visit('A', `  09:00-09:15 97110\n  ^^^^^^^^^^^ ${booked}`) +
      visit('B', `  09:00-09:15 97140\n  ^^^^^^^^^^^ ${booked}  bill 97140\n`) +
      visit('C', '  09:00-09:10 97112\n  10:00-10:10 97140\n  bill 97140\n'),
  ],
  [
    'without a clinician, nobody’s day',
    'payer commercial\nencounter 2026-03-03 patient A\n  09:00-09:15 97110\n  bill 97110\nencounter 2026-03-03 patient B\n  09:00-09:15 97110\n  bill 97110\n',
  ],
  [
    'of a group and another session, the other',
    visit('A', '  09:00-09:30 97150 group of 2\n  bill 97150\n') +
      visit('B', '  09:00-09:30 97150 group of 2\n  bill 97150\n') +
      visit('C', `  09:20-09:35 97110\n  ^^^^^^^^^^^ ${booked}  bill 97110\n`),
  ],
  [
    'a supervised modality takes nobody; one logged one-on-one does',
    visit('A', '  09:00-09:15 97110\n  bill 97110\n') +
      visit('B', '  09:00-09:15 97012\n  bill 97012\n') +
      visit('C', `  10:00-10:15 97012 one-on-one\n  ^^^^^^^^^^^ ${booked}  bill 97012\n`) +
      visit('D', `  10:00-10:15 97110\n  ^^^^^^^^^^^ ${booked}  bill 97110\n`),
  ],
  [
    'groups of two codes at once',
    visit('A', `  09:00-09:30 97150 group of 2\n  ^^^^^^^^^^^ ${booked}  bill 97150\n`) +
      visit('B', `  09:00-09:30 92508 group of 2\n  ^^^^^^^^^^^ ${booked}  bill 92508\n`, { discipline: 'SLP' }),
  ],
]);

table('groups: one patient', [
  [
    'two givers treat together; one giver does not, and the later start has it',
    visit(
      'A',
      '  09:00-09:15 97110\n  09:10-09:25 97112\n  ^^^^^^^^^^^ same-patient-overlap error\n  10:00-10:15 97140 by assistant "M"\n  10:00-10:15 97530\n  bill 97110\n  bill 97112\n  bill 97140-59\n  bill 97530\n',
    ),
  ],
  [
    'across two encounters of the day, in two files',
    {
      'a.encounter': visit('A', '  09:00-09:15 97110\n  bill 97110\n'),
      'b.encounter': visit('A', '  09:10-09:25 97112\n  ^^^^^^^^^^^ same-patient-overlap error\n  bill 97112\n'),
    },
  ],
  [
    'the same code twice too; minutes count once',
    visit(
      'A',
      '  09:00-09:15 97110\n  09:05-09:20 97110\n  ^^^^^^^^^^^ same-patient-overlap error\n  bill 97110 x2\n             ^^ too-many-units error\n',
    ),
  ],
  [
    'a group and another attended session, whoever gave them',
    visit(
      'A',
      '  09:00-09:30 97150 group of 3\n  09:20-09:35 97110 by assistant "M"\n  ^^^^^^^^^^^ group-overlaps-individual error\n  bill 97150\n  bill 97110-59\n',
    ),
  ],
  [
    'no group of a modality, but the modality’s own rule, at its line',
    visit(
      'A',
      '  09:00-09:30 97150 group of 3\n  09:20-09:35 97035\n  bill 97150\n  bill 97035\n       ^^^^^ group-with-modality error\n',
    ),
  ],
  [
    'the minutes between are shown to be apart: no -59 is needed there',
    visit('A', '  09:00-09:30 97150 group of 3\n  09:30-09:45 97035\n  bill 97150\n  bill 97035\n'),
  ],
  [
    'not shown: a length',
    visit(
      'A',
      '  09:00-09:30 97150 group of 3\n  15 min 97035\n  bill 97150\n  bill 97035\n       ^^^^^ group-with-modality warning\n',
    ),
  ],
  [
    'a date by itself is no other date',
    visit('A', '  09:00-09:15 97110\n  bill 97110\n') +
      visit('A', '  09:00-09:15 97112\n  bill 97112\n', { date: '2026-03-04' }),
  ],
]);

table('groups: minutes and units', [
  [
    'minutes of two disciplines never pool, nor of two payers, nor of two unit rules',
    visit('A', '  09:00-09:07 97110\n  bill 97110-GP x1\n                ^^ under-8-minutes error\n', {
      payer: 'medicaid',
    }) +
      visit('A', '  10:00-10:07 97530\n  bill 97530-GO x1\n                ^^ under-8-minutes error\n', {
        payer: 'medicaid',
        discipline: 'OT',
      }),
  ],
  [
    'the sessions of a code add up over the encounters of the claim-day',
    visit('A', '  09:00-09:07 97110\n  bill 97110-GP\n', { payer: 'medicare' }) +
      visit('A', '  10:00-10:07 97110\n', { payer: 'medicare' }),
  ],
  [
    'lengths add to clock minutes; group, supervised and aide minutes count nothing',
    visit('A', '  09:00-09:07 97110\n  1 min 97110\n  10:00-10:30 97110 by aide\n  bill 97110-GP x1\n', {
      payer: 'medicare',
    }),
  ],
  [
    'cms: the largest remainder has the unit that is left, also under 8 minutes',
    visit('A', '  09:00-09:33 97110\n  09:33-09:40 97140\n  bill 97110-GP x2\n  bill 97140-GP x1\n', {
      payer: 'medicare',
    }) +
      visit(
        'B',
        '  10:00-10:18 97110\n  10:18-10:31 97140\n  10:31-10:41 97116\n  10:41-10:49 97035\n  bill 97110-GP\n  bill 97140-GP\n  bill 97116-GP\n  bill 97035-GP x1\n                ^^ too-many-units warning\n',
        {
          payer: 'tricare',
        },
      ),
  ],
  [
    'ties are free',
    visit('A', '  09:00-09:07 97110\n  09:07-09:14 97112\n  09:14-09:21 97140\n  bill 97140-GP\n', {
      payer: 'medicare',
    }) +
      visit('B', '  10:00-10:20 97110\n  10:20-10:40 97112\n  bill 97110-GP x1\n  bill 97112-GP x2\n', {
        payer: 'medicare',
      }),
  ],
  [
    'file order: the line with which no allocation supports the sum has it, and counts on with what is supported',
    visit(
      'A',
      '  09:00-09:20 97110\n  09:20-09:40 97112\n  bill 97110-GP x3\n                ^^ too-many-units error\n  bill 97112-GP x1\n',
      { payer: 'medicare' },
    ),
  ],
  [
    'midpoint: each code its own minutes',
    visit('A', '  09:00-09:24 97110\n  09:24-09:47 97112\n  bill 97110 x2\n  bill 97112 x2\n', {
      more: '  units midpoint\n',
    }) +
      visit(
        'B',
        '  10:00-10:24 97110\n  10:24-10:47 97112\n  bill 97110-GP x2\n  bill 97112-GP x2\n                ^^ too-many-units error\n',
        { payer: 'medicare' },
      ),
  ],
  [
    'a rule that is only assumed: a warning where the other one gives the unit',
    visit(
      'A',
      '  09:00-09:20 97110\n  09:20-09:40 97112\n  bill 97110 x2\n             ^^ too-many-units warning\n  bill 97112 x1\n',
    ) +
      visit(
        'B',
        '  10:00-10:24 97110\n  10:24-10:47 97112\n  bill 97110-GP x2\n  bill 97112-GP x2\n                ^^ too-many-units warning\n',
        { payer: 'medicaid' },
      ) +
      visit('C', '  11:00-11:20 97110\n  bill 97110 x2\n             ^^ too-many-units error\n'),
  ],
  [
    'under 8 minutes is said of the line and not of the units; without units, at the code',
    visit('A', '  09:00-09:07 97110\n  bill 97110-GP\n       ^^^^^ under-8-minutes error\n', { payer: 'medicare' }),
  ],
]);

table('groups: sizes', [
  [
    'a group’s sessions overlap, directly or through one another; most in any one minute',
    visit('A', '  09:00-09:30 97150 group of 2\n  bill 97150\n') +
      visit('B', '  09:20-09:50 97150 group of 2 "other work"\n  bill 97150\n') +
      visit('C', '  09:40-10:00 97150 group of 2\n  bill 97150\n'),
  ],
  [
    'more on file in one minute than is said, at each that says it',
    visit(
      'A',
      '  09:00-09:30 97150 group of 2\n                    ^^^^^^^^^^ group-size-mismatch warning\n  bill 97150\n',
    ) +
      visit(
        'B',
        '  09:20-09:50 97150 group of 2\n                    ^^^^^^^^^^ group-size-mismatch warning\n  bill 97150\n',
      ) +
      visit('C', '  09:25-10:00 97150 group of 3\n  bill 97150\n'),
  ],
  [
    'the very same times with different sizes; plain group contradicts none; fewer on file is right',
    visit(
      'A',
      '  09:00-09:30 97150 group of 4\n                    ^^^^^^^^^^ group-size-mismatch warning\n  bill 97150\n',
    ) +
      visit(
        'B',
        '  09:00-09:30 97150 group of 5\n                    ^^^^^^^^^^ group-size-mismatch warning\n  bill 97150\n',
      ) +
      visit('C', '  09:00-09:30 97150 group\n                    ^^^^^ group-size-missing info\n  bill 97150\n'),
  ],
  [
    'other times with other sizes are right',
    visit('A', '  09:00-09:30 97150 group of 4\n  bill 97150\n') +
      visit('B', '  09:00-09:45 97150 group of 5\n  bill 97150\n'),
  ],
  [
    'two givers, two groups; without times, those with the same activity',
    visit(
      'A',
      '  30 min 97150 group of 2 "Balance"\n               ^^^^^^^^^^ group-size-mismatch warning\n  bill 97150\n',
    ) +
      visit(
        'B',
        '  30 min 97150 group of 2 "Balance"\n               ^^^^^^^^^^ group-size-mismatch warning\n  bill 97150\n',
      ) +
      visit(
        'C',
        '  30 min 97150 group of 2 "Balance"\n               ^^^^^^^^^^ group-size-mismatch warning\n  bill 97150\n',
      ) +
      visit('D', '  30 min 97150 group of 2 "Balance"\n  bill 97150\n', { clinician: 'U' }) +
      visit('E', '  30 min 97150 group of 2\n  bill 97150\n') +
      visit('F', '  30 min 97150 group of 2\n  bill 97150\n') +
      visit('G', '  30 min 97150 group of 2\n  bill 97150\n'),
  ],
  [
    'one patient counts once',
    visit('A', '  09:00-09:30 97150 group of 2\n  bill 97150\n') +
      visit('A', '  09:15-09:30 97150 group of 2\n  ^^^^^^^^^^^ same-patient-overlap error\n') +
      visit('B', '  09:00-09:30 97150 group of 2\n  bill 97150\n'),
  ],
  [
    'more than 6: info, at the contact',
    visit('A', '  09:00-09:30 97150 group of 7\n                    ^^^^^^^^^^ group-size info\n  bill 97150\n') +
      visit('B', '  10:00-10:30 97150 group of 6\n  bill 97150\n'),
  ],
  [
    'without a stated size, the one on file',
    Array.from({ length: 7 }, (_, i) =>
      visit(`P${i}`, '  09:00-09:30 97150 group\n                    ^^^^^ group-size info\n  bill 97150\n'),
    ).join('') +
      visit('Q', '  09:00-09:30 97150 group of 8\n                    ^^^^^^^^^^ group-size info\n  bill 97150\n', {
        clinician: 'U',
      }),
  ],
  [
    '90853: a number is wanted by Medicare; more than 12',
    visit('A', '  09:00-10:00 90853\n              ^^^^^ group-size-missing warning\n  bill 90853\n', {
      payer: 'medicare',
      discipline: 'BH',
    }) +
      visit(
        'B',
        '  10:00-11:00 90853 group of 13\n                    ^^^^^^^^^^^ psychotherapy-group-size warning\n  bill 90853\n',
        { payer: 'medicare', discipline: 'BH' },
      ) +
      visit(
        'C',
        '  11:00-12:00 90853 group of 13\n                    ^^^^^^^^^^^ psychotherapy-group-size info\n  bill 90853\n',
        { payer: 'medicaid', discipline: 'BH' },
      ) +
      visit('D', '  12:00-13:00 90853 group\n                    ^^^^^ group-size-missing info\n  bill 90853\n', {
        discipline: 'BH',
      }),
  ],
  [
    'a group of one, and a group code given one-on-one',
    visit(
      'A',
      '  09:00-09:30 97150 group of 1\n                    ^^^^^^^^^^ group-code-one-on-one error\n  bill 97150\n',
    ) +
      visit(
        'B',
        '  10:00-10:30 97150 one-on-one\n                    ^^^^^^^^^^ group-code-one-on-one error\n  bill 97150\n',
      ) +
      visit(
        'C',
        '  11:00-11:30 97150 supervised\n                    ^^^^^^^^^^ attendance-missing error\n  bill 97150\n',
      ),
  ],
]);

table('groups: times', [
  [
    'each, at the time',
    visit(
      'A',
      '  10:00-09:00 97110\n  ^^^^^^^^^^^ end-before-start error\n  9:75-10:00 97112\n  ^^^^^^^^^^ impossible-time error\n  0 min 97140\n  ^^^^^ impossible-time error\n  bill 97110 x3\n  bill 97112\n  bill 97140-59\n',
    ),
  ],
  [
    'a day that is none',
    visit('A', '  09:00-09:15 97110\n  bill 97110\n', { date: '2026-02-29' }).replace(
      '\n',
      '\n          ^^^^^^^^^^ impossible-date error\n',
    ),
  ],
  [
    'ahead of today: only where something is billed',
    visit('A', '  09:00-09:15 97110\n  bill 97110\n', { date: '2026-11-02' }).replace(
      '\n',
      '\n          ^^^^^^^^^^ future-date warning\n',
    ) +
      visit('A', '  09:00-09:15 97110\n', { date: '2026-11-03' }) +
      visit('A', '  09:00-09:15 97110\n  bill 97110\n', { date: '2026-11-01' }),
  ],
  [
    'group and one-on-one, and one has only a length: info',
    visit('A', '  09:00-09:30 97150 group of 2\n  15 min 97110\n  ^^^^^^ times-not-recorded info\n'),
  ],
  [
    'a one-on-one episode under 5 minutes',
    visit('A', '  09:00-09:04 97110\n  ^^^^^^^^^^^ brief-episode info\n  09:10-09:15 97110\n  bill 97110\n'),
  ],
]);
