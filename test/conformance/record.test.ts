/** "The record", "Of the file itself", where a finding stands, and which of two rules speaks. */

import { exactly, under } from '../support/exact';

type Case = [sentence: string, marked: string];

function table(title: string, cases: Case[], frame: (body: string) => string = (body) => body) {
  describe(title, () => {
    for (const [sentence, marked] of cases) it(sentence, () => exactly({ 'a.encounter': frame(marked) }));
  });
}

const medicare = (body: string) => under('medicare', body);
const commercial = (body: string) => under('commercial', body);

/** An encounter of one group with a header that may be marked. */
function member(patient: string, header: string, body: string, date = '2026-03-03') {
  return `encounter ${date} patient ${patient}\n${header}  clinician "T"\n  payer commercial\n  dx M54.50\n  goal "Walk"\n  09:00-09:30 97150 group of 4\n  bill 97150\n${body}`;
}
const H = '^'.repeat('encounter 2026-03-03 patient A'.length);
const notes = (o: string, a: string) => `  O: ${o}\n  A: ${a}\n  P: Go on.\n`;
const NINE = 'Took part in the whole hour with two short rests';

table('record: notes of a group', [
  [
    'none in a file that has some',
    member('A', `${H} group-note-missing warning\n`, '') + member('B', '', notes('Joined six of eight.', 'Better.')),
  ],
  ['none in a file that has none', member('A', `${H} group-note-missing info\n`, '')],
  [
    'empty parts',
    member('A', `${H} group-note-missing warning\n`, '  S:\n  O:\n') +
      member('B', '', notes('Joined six of eight.', 'Better.')),
  ],
  [
    'a part is missing: info, at the first label',
    member('A', '', '  S: Well.\n  ^^ group-note-incomplete info\n  O: Joined.\n  P: Go on.\n'),
  ],
  ['text only in the lines that go on', member('A', '', '  O:\n    Joined.\n  A:\n    Better.\n  P:\n    Go on.\n')],
  [
    'group not billed',
    member('A', '', '').replace('  bill 97150\n', '') + member('B', '', notes('Joined six.', 'Better.')),
  ],
  [
    'no goal, no diagnosis',
    `encounter 2026-03-03 patient A\n${H} group-goal-missing info\n${H} dx-missing info\n  clinician "T"\n  payer commercial\n  09:00-09:30 97150 group of 4\n  bill 97150\n`,
  ],
  [
    'the same notes of two members: at the first note of each',
    member('A', '', `  S: Mine.\n  ^^ identical-notes warning\n${notes('Took part, two rests.', 'Better.')}`) +
      member('B', '', `  S: Other.\n  ^^ identical-notes warning\n${notes('took part; two rests', 'BETTER')}`),
  ],
  [
    'figures are kept',
    member('A', '', notes('Walked 40 m with two rests.', 'Better.')) +
      member('B', '', notes('Walked 60 m with two rests.', 'Better.')),
  ],
  [
    'nine words in ten are the same',
    member('A', '', `  O: ${NINE}\n  ^^ identical-notes warning\n  P: Go on.\n`) +
      member('B', '', `  O: ${NINE} outside\n  ^^ identical-notes warning\n  P: Go on.\n`),
  ],
  [
    'eight in ten are not, nor the same words in another order',
    member('A', '', `  O: ${NINE}\n  P: Go on.\n`) +
      member('B', '', '  O: Took part in the whole morning with few short rests outside\n  P: Go on.\n') +
      member('C', '', '  O: With two short rests took part in the whole hour\n  P: Go on.\n'),
  ],
  [
    'ids are set aside',
    member('Anna-1', '', '  O: Anna-1 took part, two rests.\n  ^^ identical-notes warning\n  P: Go on.\n') +
      member('Bert-2', '', '  O: Bert-2 took part, two rests.\n  ^^ identical-notes warning\n  P: Go on.\n'),
  ],
  [
    'O and A are one text',
    member('A', '', '  O: Took part, two rests.\n  ^^ identical-notes warning\n  A: Better.\n  P: Go on.\n') +
      member('B', '', '  O: Took part,\n  ^^ identical-notes warning\n    two rests.\n\n    Better.\n  P: Go on.\n'),
  ],
  [
    'of another group they may be',
    member('A', '', notes('Took part, two rests.', 'Better.')) +
      member('B', '', notes('Took part, two rests.', 'Better.')).replace('09:00-09:30', '10:00-10:30'),
  ],
  [
    'the notes of a patient from date to date',
    member('A', '', notes('Took part, two rests.', 'Better.')) +
      member(
        'A',
        '',
        `  O: Took part, two rests.\n  ^^ cloned-note warning\n  A: Better.\n  P: Other.\n`,
        '2026-03-05',
      ),
  ],
]);

table('record: of the file itself', [
  [
    'no clinician, no payer: info, at the header',
    `encounter 2026-03-03 patient A\n${H} missing-clinician info\n${H} missing-payer info\n  dx M54.50\n  09:00-09:15 97110\n  bill 97110\n`,
  ],
  [
    'a label that is not known; a field twice',
    under(
      'commercial',
      '  Q: more\n  ^ unknown-field warning\n  setting home\n  setting office\n  ^^^^^^^ duplicate-field warning\n',
    ),
  ],
]);

table(
  'record: what is billed, and where that stands',
  [
    [
      'not performed, no session of the code',
      '  09:00-09:15 97110\n  bill 97110-GP\n  bill 97140-GP\n       ^^^^^ billed-not-performed error\n',
    ],
    ['two units of one service', '  09:00-09:15 97012\n  bill 97012-GP x2\n                ^^ untimed-units error\n'],
    ['group: two units', '  09:00-10:00 97150 group of 3\n  bill 97150-GP x2\n                ^^ group-units error\n'],
    [
      'group: two lines, at the later',
      '  09:00-09:30 97150 group of 3\n  10:00-10:30 97150 group of 3\n  bill 97150-GP x1\n  bill 97150-GP x1\n                ^^ group-units error\n',
    ],
    [
      'two lines of one code',
      '  09:00-09:30 97110\n  bill 97110-GP\n  bill 97110-GP\n       ^^^^^ duplicate-line error\n',
    ],
    [
      'a one-on-one code in a group: the contact',
      '  09:00-09:30 97110 group of 3\n                    ^^^^^^^^^^ one-on-one-code-in-group error\n  bill 97110-GP x2\n',
    ],
    [
      'a modality in a group',
      '  09:00-09:30 97035 group of 3\n                    ^^^^^^^^^^ not-a-group-procedure error\n  bill 97035-GP\n',
    ],
    [
      'a one-on-one code supervised',
      '  09:00-09:30 97110 supervised\n                    ^^^^^^^^^^ attendance-missing error\n  bill 97110-GP x2\n',
    ],
    ['an aide: the by', '  09:00-09:15 97110 by aide\n                    ^^^^^^^ aide-time error\n  bill 97110-GP\n'],
    [
      'an evaluation by an assistant',
      '  09:00-09:30 97161 by assistant "M"\n                    ^^^^^^^^^^^^^^^^ evaluation-by-assistant error\n  bill 97161-GP\n',
    ],
    [
      '-59 is missing: the column-two line',
      '  09:00-09:15 97110\n  09:15-09:30 97150 group of 2\n  bill 97110-GP x1\n       ^^^^^ missing-59 error\n  bill 97150-GP\n',
    ],
    [
      '-59 on the group line alone: the modifier and its hyphen',
      '  09:00-09:15 97110\n  09:15-09:30 97150 group of 2\n  bill 97110-GP\n  bill 97150 -59 -GP\n             ^^^ misplaced-59 hint\n',
    ],
    ['-59 with nothing beside', '  09:00-09:15 97110\n  bill 97110-GP-59\n               ^^^ needless-59 warning\n'],
    [
      '-59 that the record does not show',
      '  15 min 97110\n  09:15-09:30 97150 group of 2\n  bill 97110-59-GP\n            ^^^ unsupported-59 warning\n  bill 97150-GP\n',
    ],
    [
      'XE where the sessions touch',
      '  09:00-09:15 97110\n  09:15-09:30 97150 group of 2\n  bill 97110-XE-GP\n            ^^^ x-modifier-mismatch warning\n  bill 97150-GP\n',
    ],
    [
      'a modifier that is none',
      '  09:00-09:15 97110\n  bill 97110-GP-69\n               ^^^ unknown-modifier warning\n',
    ],
    [
      'a code that is none: on both lines',
      '  09:00-09:15 97111\n              ^^^^^ unknown-code warning\n  bill 97111-GP\n       ^^^^^ unknown-code warning\n',
    ],
    [
      'a code of old: on both lines',
      '  09:00-09:30 97001\n              ^^^^^ deleted-code error\n  bill 97001-GP\n       ^^^^^ deleted-code error\n',
    ],
    [
      'the wrong discipline: its modifier',
      '  09:00-09:15 97110\n  bill 97110-GO\n            ^^^ discipline-modifier error\n',
    ],
    ['none: the code', '  09:00-09:15 97110\n  bill 97110\n       ^^^^^ discipline-modifier error\n'],
    [
      'CQ is missing: the code',
      '  09:00-09:15 97110 by assistant "M"\n  bill 97110-GP\n       ^^^^^ assistant-modifier error\n',
    ],
    [
      'CQ too many: the modifier',
      '  09:00-09:15 97110\n  bill 97110-GP-CQ\n               ^^^ assistant-modifier error\n',
    ],
    ['a code Medicare does not take', '  09:00-09:15 97014\n  bill 97014-GP\n       ^^^^^ code-not-for-payer error\n'],
    [
      'two evaluations: the later line',
      '  09:00-09:30 97161\n  10:00-10:30 97164\n  bill 97161-GP\n  bill 97164-GP\n       ^^^^^ two-evaluations error\n',
    ],
    [
      'a pair that no modifier opens',
      '  09:00-09:30 97161\n  10:00-10:30 97750\n  bill 97161-GP\n  bill 97750-GP x2\n       ^^^^^ pair-not-payable error\n',
    ],
    ['few units: a hint', '  09:00-09:38 97110\n  bill 97110-GP x2\n                ^^ too-few-units hint\n'],
    [
      'performed and not billed: a hint at the session’s code',
      '  09:00-09:15 97110\n  09:15-09:30 97530\n              ^^^^^ performed-not-billed hint\n  bill 97110-GP\n',
    ],
    [
      '76 opens nothing',
      '  09:00-09:15 97110\n  09:15-09:30 97150 group of 2\n  bill 97110-76-GP\n            ^^^ bypass-modifier-misuse error\n  bill 97150-GP\n',
    ],
    ['too many for any day', '  09:00-12:00 97110\n  bill 97110-GP x12\n                ^^^ units-over-mue warning\n'],
  ],
  medicare,
);

describe('record: a patient-day without a session', () => {
  it('is said once, at the header', () =>
    exactly({
      'a.encounter': `clinician "T"\npayer commercial\nencounter 2026-03-03 patient A\n${H} billed-not-performed warning\n  dx M54.50\n  bill 97110\n  bill 97140\n`,
    }));
});

table(
  'record: when two rules could speak',
  [
    [
      'a time error: what needs the time is silent, and the line keeps its code',
      '  10:00-09:00 97110\n  ^^^^^^^^^^^ end-before-start error\n  09:15-09:30 97150 group of 2\n  bill 97110-59-GP x4\n  bill 97150-GP\n',
    ],
    [
      'a deleted code',
      '  09:00-09:30 97001\n              ^^^^^ deleted-code error\n  09:00-09:15 97110\n  bill 97001 x4\n       ^^^^^ deleted-code error\n  bill 97110-GP\n',
    ],
    [
      'a one-on-one code in a group: no units, no overlap, and its 97150 line is not called unperformed',
      '  09:00-09:30 97110 group of 3\n                    ^^^^^^^^^^ one-on-one-code-in-group error\n  09:10-09:25 97140\n  bill 97150-GP\n  bill 97140-59-GP\n',
    ],
    [
      'billed and not performed: no pair, no 59, no units',
      '  09:15-09:30 97150 group of 2\n  bill 97110-GP x9\n       ^^^^^ billed-not-performed error\n  bill 97150-GP\n',
    ],
    [
      'aide time: no units, no overlap',
      '  09:00-09:15 97110 by aide\n                    ^^^^^^^ aide-time error\n  09:05-09:20 97140\n  bill 97110-GP x2\n  bill 97140-GP\n',
    ],
    [
      'group and one-on-one at once: no 59, no other overlap',
      '  09:00-09:30 97150 group of 3\n  09:20-09:35 97110\n  ^^^^^^^^^^^ group-overlaps-individual error\n  bill 97150-GP\n  bill 97110-GP\n',
    ],
    [
      'under 8 minutes before too many',
      '  09:00-09:30 97110\n  09:30-09:35 97140\n  bill 97110-GP x2\n  bill 97140-GP x1\n                ^^ under-8-minutes error\n',
    ],
    [
      'group units before the unit limit and the double line',
      '  09:00-10:00 97150 group of 3\n  bill 97150-GP\n  bill 97150-GP x9\n                ^^ group-units error\n',
    ],
    [
      'two evaluations before the pair and its 59',
      '  09:00-09:30 97161\n  10:00-10:30 97164\n  bill 97161-GP\n  bill 97164-59-GP\n       ^^^^^ two-evaluations error\n',
    ],
    [
      'missing -59 before the times',
      '  15 min 97110\n  09:15-09:30 97150 group of 2\n  bill 97110-GP\n       ^^^^^ missing-59 error\n  bill 97150-GP\n',
    ],
    [
      'an evaluation by an assistant: no CQ',
      '  09:00-09:30 97161 by assistant "M"\n                    ^^^^^^^^^^^^^^^^ evaluation-by-assistant error\n  bill 97161-GP\n',
    ],
    [
      'two defects on one line are two findings',
      '  09:00-09:20 97110\n  bill 97110 x2\n       ^^^^^ discipline-modifier error\n             ^^ too-many-units error\n',
    ],
  ],
  medicare,
);

table(
  'record: what cannot be read keeps rules silent',
  [
    [
      'a session that may be the one',
      '  09:00-09:15 97110\n  09:15-09:30\n  ^^^^^^^^^^^ syntax error\n  bill 97110\n  bill 97140\n',
    ],
    [
      'a line that may be the one',
      '  09:00-09:15 97110\n  09:15-09:30 97140\n  bill 97110\n  bill 9714\n       ^^^^ syntax error\n',
    ],
    [
      'a modifier that may be the 59',
      '  09:00-09:15 97110\n  09:15-09:30 97150 group of 2\n  bill 97110-5 x1\n            ^^ syntax error\n  bill 97150\n',
    ],
    [
      'times that may overlap',
      '  09:00-09:15 97110\n  9-10 97150 group of 2\n  ^^^^ syntax error\n  bill 97110-59\n  bill 97150\n',
    ],
    [
      'a note that stands at the margin is one',
      '  09:15-09:30 97150 group of 2\n  bill 97150\n  O: Well.\nA: Better.\n^ syntax error\n  P: Go on.\n',
    ],
    [
      'a payer that cannot be read is none',
      '  payer medcare\n        ^^^^^^^ syntax error\n  09:00-09:15 97110\n  bill 97110\n',
    ],
  ],
  commercial,
);
