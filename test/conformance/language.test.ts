/** The language page, sentence by sentence: every text shows all that is found in it, and where. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exactly, under } from '../support/exact';
import { check } from '../support/markers';
import { parseAll } from '../support/syntax';
import { anyText } from '../support/text';

type Case = [sentence: string, marked: string];

function table(title: string, cases: Case[], frame: (body: string) => string = (body) => body) {
  describe(title, () => {
    for (const [sentence, marked] of cases) it(sentence, () => exactly({ 'a.encounter': frame(marked) }));
  });
}
const commercial = (body: string) => under('commercial', body);
const medicare = (body: string) => under('medicare', body);

/** Rule and text of every finding of one rule. */
function parts(text: string, ...rules: string[]): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return check(text)
    .filter((f) => rules.includes(f.rule))
    .map((f) => `${f.line + 1} ${f.rule}: ${lines[f.line]!.slice(f.start, f.end)}`);
}

describe('language: lines', () => {
  it('LF, CRLF and CR end a line, in one file too; nothing else does', () => {
    assert.deepEqual(parts('payr a\r\npayr b\rpayr c\npayr d\n\rpayr e', 'unknown-field'), [
      '1 unknown-field: payr',
      '2 unknown-field: payr',
      '3 unknown-field: payr',
      '4 unknown-field: payr',
      '6 unknown-field: payr',
    ]);
    const text =
      'encounter 2026-03-03 patient A\n  S: better\u2028encounter 2026-03-04 patient B\u2029  bill 97110 x1\n';
    assert.deepEqual(parts(text, 'syntax', 'billed-not-performed', 'unknown-field'), []);
  });
  it('a leading byte-order mark is not part of the text', () => {
    assert.deepEqual(parts('\ufeffpayr x\n', 'unknown-field'), ['1 unknown-field: payr']);
    assert.deepEqual(parts('\ufeffencounter 2026-03-03 patient A\n', 'syntax'), []);
  });
});

table('language: white space', [
  [
    'tabs and no-break spaces indent and separate',
    `clinician\u00a0"T"\npayer\tcommercial\nencounter\u00a02026-03-03\tpatient\u00a0A\n\u00a0dx\u00a0M54.50\n\t09:00-09:15\u00a097110\tone-on-one\n \tbill\t97110\u00a0x1\n`,
  ],
  [
    'other white space of Unicode is none',
    'encounter 2026-03-03 patient A\n\u2003bill 97110 x1\n^^^^^ syntax error\n  09:00-09:15\u300097110\n  ^^^^^^^^^^^^^^^^^ syntax error\n',
  ],
  [
    'an indented line belongs to the encounter above, also after blank lines, comments and at any depth',
    'clinician "T"\npayer commercial\nencounter 2026-03-03 patient A\n\n      09:00-09:15 97110\n# a remark\n\n bill 97110 x1\n',
  ],
]);

table(
  'language: the kind of a line',
  [
    ['a word that only begins like a keyword', '  bill97110 x1\n  ^^^^^^^^^ unknown-field warning\n'],
    [
      'indented, under another word, with a date: no header',
      '  visit 2026-03-03 patient B\n  ^^^^^ unknown-field warning\n',
    ],
    ['a label whose colon stands apart is a word', '  S : better\n  ^ unknown-field warning\n'],
    ['a label that is not known', '  Plan: more\n  ^^^^ unknown-field warning\n'],
    ['text right after the colon, or none', '  S:better\n  O:\n'],
    ['keyword with a colon: read without it', '  09:00-09:15 97110\n  bill: 97110 x1\n      ^ syntax error\n'],
    ['field with a colon: read without it', '  goal: "Walk"\n      ^ syntax error\n'],
    ['anything else', '  -59\n  ^^^ syntax error\n  "A"\n  ^^^ syntax error\n'],
    [
      '# after white space, not within a word',
      '  bill 97110 x1# no\n             ^^^ syntax error\n  09:00-09:15 97110 # yes\n',
    ],
    ['# in a string and in a note is text', '  goal "did #3 # of 4"\n  S: did # ignore missing-59\n'],
    [
      'deeper under a note comes first: # is text there',
      '  S: better\n    # ignore missing-59\n    ??? and \u201cso\u201d on\n    payer medicare\n',
    ],
    [
      'a note goes on over blank lines, and ends with the first line that is not deeper',
      '  S: better\n\n     and so on\n  -- x\n  ^^ syntax error\n     more words\n     ^^^^ unknown-field warning\n',
    ],
    ['a comment ends a note', '  S: better\n  # remark\n     words\n     ^^^^^ unknown-field warning\n'],
    [
      'white space is compared character by character: a tab is no spaces',
      '  09:00-09:15 97110\n  S: better\n\t\t\t\tbill 97110 x1\n\tO: as before\n\t  and more words\n  \twords\n  \t^^^^^ unknown-field warning\n',
    ],
    ['longer than the first line of the note, not than the line before', '  S: better\n        far\n   near\n'],
  ],
  commercial,
);

table(
  'language: lines within notes',
  [
    [
      'a header, session, claim or note is text, and that is said',
      `  09:00-09:15 97110
  bill 97110 x1
  S: better
    bill 97110 x1
    ^^^^^^^^^^^^^ line-in-note warning
    09:00-09:15 97140 one-on-one
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ line-in-note warning
    O: steadier
    ^^^^^^^^^^^ line-in-note warning

    encounter 2026-03-04 patient B
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ line-in-note warning
    dx M54.50
    payer commercial
    10 reps of three
`,
    ],
  ],
  commercial,
);

table('language: headers', [
  [
    'one that is indented is a header all the same',
    'clinician "T"\npayer commercial\nencounter 2026-03-03 patient A\n  09:00-09:15 97110\n  bill 97110 x1\n  encounter 2026-03-03 patient B\n  ^^^^^^^^^ syntax error\n  09:20-09:35 97110\n  bill 97110 x1\n',
  ],
  [
    'the form of a header under another word: a date as second word',
    'clinician "T"\npayer commercial\nencounter 2026-03-03 patient A\n  09:00-09:15 97110\n  bill 97110 x1\nvisit 2026-03-03 patient B\n^^^^^ syntax error\n  09:20-09:35 97110\n  bill 97110 x1\nclinican 2026-03-04\n^^^^^^^^ syntax error\n  09:20-09:35 97110\n  bill 97110 x1\n',
  ],
  [
    'the form of a header under another word: four parts, the third patient',
    'payer commercial\nclinician "T"\nEncouter 3/3/2026 Patient "B C"\n^^^^^^^^ syntax error\n  09:20-09:35 97110\n  bill 97110 x1\nvisit "3 March" patient B # late\n^^^^^ syntax error\n  09:20-09:35 97110\n  bill 97110 x1\n',
  ],
  [
    'the name of a field does not help either',
    'clinician "T"\npayer commercial\nencounter 2026-03-03 patient A\n  09:00-09:15 97110\n  bill 97110 x1\npayer 2026-03-04 patient B\n^^^^^ syntax error\n  09:20-09:35 97140\n  bill 97140 x1\n',
  ],
  [
    'with a date and no id: a patient-day by itself, and a member by itself of a group',
    'clinician "T"\npayer commercial\nencounter 2026-03-03\n          ^^^^^^^^^^ syntax error\n  09:00-09:15 97110\n  09:30-10:00 97150 group of 2\n                    ^^^^^^^^^^ group-size-mismatch warning\nencounter 2026-03-03 patient\n                     ^^^^^^^ syntax error\n  09:15-09:30 97110\n  09:30-10:00 97150 group\nencounter 2026-03-03 patient A\n  09:30-10:00 97150 group\n',
  ],
  [
    'without a date: in no day of a clinician',
    'clinician "T"\npayer commercial\nencounter 3.3.2026 patient A\n          ^^^^^^^^ syntax error\n  09:00-09:15 97110\n  bill 97110 x1\nencounter 2026-02-30 patient A\n          ^^^^^^^^^^ impossible-date error\n  09:00-09:15 97110\n  bill 97110 x1\nencounter 2026-03-03 patient A\n  09:00-09:15 97110\n  bill 97110 x1\n',
  ],
  [
    'ids are compared as written, ends trimmed, inner white space as one space',
    'clinician "T"\npayer commercial\nencounter 2026-03-03 patient "A  B "\n  09:00-09:15 97110\n  bill 97110 x1\nencounter 2026-03-03 patient " A\u00a0B"\n  09:10-09:25 97112\n  ^^^^^^^^^^^ same-patient-overlap error\n  bill 97112 x1\n',
  ],
  [
    'ids differ by their case',
    'clinician "T"\npayer commercial\nencounter 2026-03-03 patient a\n  09:00-09:15 97110\n  ^^^^^^^^^^^ clinician-double-booked error\n  bill 97110 x1\nencounter 2026-03-03 patient A\n  09:10-09:25 97112\n  ^^^^^^^^^^^ clinician-double-booked error\n  bill 97112 x1\n',
  ],
  [
    'an id may hold # and hyphens; one that starts with # is a comment',
    'payer commercial\nclinician "T"\nencounter 2026-03-03 patient A#1-b # late\nencounter 2026-03-04 patient #1\n                     ^^^^^^^ syntax error\nencounter 2026-03-04 patient "#1"\n',
  ],
  [
    'a character that may stand nowhere in the first word: a header all the same',
    'enco\u0015unter 2026-03-03 patient A\n    ^ syntax error\n',
  ],
  [
    'dates have one form; a dash is no hyphen there',
    'encounter 2026-3-03 patient A\n          ^^^^^^^^^ syntax error\nencounter 20260303 patient A\n          ^^^^^^^^ syntax error\nencounter 2026\u201303\u201303 patient A\n          ^^^^^^^^^^ syntax error\nencounter 2026-13-01 patient A\n          ^^^^^^^^^^ impossible-date error\nencounter 2025-02-29 patient A\n          ^^^^^^^^^^ impossible-date error\nencounter 2024-02-29 patient A\n',
  ],
]);

table(
  'language: when',
  [
    [
      'every form that is read',
      `  9:00-9:08 97110
  09:10 - 09:18  97110
  9:20am-9:28AM 97110
  9:30 am \u2013 9:38 am 97110
  09:40\u201409:48 97110
  09:50\u221209:58 97110
  10:00\u201110:08 97110
  00:00-0:08 97110
  23:52-24:00 97110
  12:00pm-12:08pm 97110
  1 min 97110
  2m 97110
  3 minutes 97110
  4MIN 97110
  bill 97110 x6
`,
    ],
    ...(
      [
        ['9-10 97110', '^^^^'],
        ['9am-10am 97110', '^^^^^^^^'],
        ['0900-0915 97110', '^^^^^^^^^'],
        ['1:00-1:45pm 97110', '^^^^^^^^^^^'],
        ['1:00 pm - 1:45 97110', '^^^^^^^^^^^^^^'],
      ] as const
    ).map(([line, carets]): Case => [`${line}: syntax`, `  ${line}\n  ${carets} syntax error\n  bill 97110 x1\n`]),
    ...(
      [
        ['9:75-10:00', 'impossible-time'],
        ['13:00pm-2:00pm', 'impossible-time'],
        ['0:30am-1:00am', 'impossible-time'],
        ['24:00-24:00', 'impossible-time'],
        ['23:00-24:01', 'impossible-time'],
        ['25:00-26:00', 'impossible-time'],
        ['0 min', 'impossible-time'],
        ['1441 min', 'impossible-time'],
        ['99999999999999999999 min', 'impossible-time'],
        ['10:00-09:00', 'end-before-start'],
        ['10:00-10:00', 'end-before-start'],
        ['11:00am-12:00am', 'end-before-start'],
      ] as const
    ).map(
      ([when, rule]): Case => [
        `${when}: ${rule}`,
        `  ${when}  97110\n  ${'^'.repeat(when.length)} ${rule} error\n  bill 97110 x1\n`,
      ],
    ),
    ['1440 min is a length', '  1440 min 97110\n  bill 97110 x96\n'],
  ],
  commercial,
);

table(
  'language: parts of a session',
  [
    [
      'any order, each once',
      '  09:00-09:20 97140 region "neck" "Glides" by clinician one-on-one\n  09:20-09:40 97140 by assistant "M" "Glides" region "back"\n  bill 97140 x3\n',
    ],
    [
      'contact twice',
      '  09:00-09:15 97110 one-on-one supervised\n                               ^^^^^^^^^^ syntax error\n',
    ],
    ['by twice', '  09:00-09:15 97110 by clinician by aide\n                                 ^^ syntax error\n'],
    ['region twice', '  09:00-09:15 97110 region "a" region "b"\n                               ^^^^^^ syntax error\n'],
    ['group of nobody', '  09:00-09:15 97150 group of 0\n                             ^ syntax error\n'],
    ['group of what', '  09:00-09:15 97150 group of\n                          ^^ syntax error\n'],
    ['a dash in a word', '  09:00-09:15 97110 one\u2013on\u2013one\n                    ^^^^^^^^^^ syntax error\n'],
    ['no code', '  09:00-09:15\n  ^^^^^^^^^^^ syntax error\n'],
    ['two codes', '  09:00-09:15 97110 97140\n                    ^^^^^ syntax error\n'],
    ['a code first', '  97110 09:00-09:15\n  ^^^^^ syntax error\n'],
    [
      'letters A to Z alone are read in any case',
      '  09:00-09:15 97110 \u017fupervised\n                    ^^^^^^^^^^ syntax error\n',
    ],
    [
      'a string that stays open, to the end of the line',
      '  09:00-09:15 97110 "Walk # far\n                    ^^^^^^^^^^^ syntax error\n',
    ],
    ['an empty one', '  goal ""\n       ^^ syntax error\n'],
    ['curly quotes', '  goal \u201cWalk\u201d\n       ^^^^^^ syntax error\n'],
  ],
  commercial,
);

table(
  'language: claim lines',
  [
    [
      'every form that is read',
      '  09:00-09:15 97110\n  09:15-09:30 97150 group of 2\n  O: Well.\n  A: Better.\n  P: More.\n  BILL 97110 -59 \u2013gp X1 # yes\n  bill 97150\u2011gp\n',
    ],
    ['x0', '  09:00-09:15 97110\n  bill 97110 x0\n             ^^ syntax error\n'],
    ['x1000', '  09:00-09:15 97110\n  bill 97110 x1000\n             ^^^^^ syntax error\n'],
    ['x1.5', '  09:00-09:15 97110\n  bill 97110 x1.5\n             ^^^^ syntax error\n'],
    ['x 2', '  09:00-09:15 97110\n  bill 97110 x 2\n             ^ syntax error\n'],
    ['x999: too many, but read', '  09:00-09:15 97110\n  bill 97110 x999\n             ^^^^ too-many-units error\n'],
    ['code and units run together', '  09:00-09:15 97110\n  bill 97110x2\n       ^^^^^^^ syntax error\n'],
    [
      'a code ends before a hyphen',
      '  09:00-09:15 97110\n  bill 9711-59\n       ^^^^ syntax error\n  bill -59\n       ^^^ syntax error\n  bill 97110-5-GP\n            ^^ syntax error\n',
    ],
    ['two codes', '  09:00-09:15 97110\n  bill 97110 97140\n             ^^^^^ syntax error\n'],
    ['nothing', '  bill\n  ^^^^ syntax error\n'],
    ['units and then a modifier', '  09:00-09:15 97110\n  bill 97110 x1 -59\n                ^^^ syntax error\n'],
    ['units twice', '  09:00-09:15 97110\n  bill 97110 x1 x2\n                ^^ syntax error\n'],
    [
      'what cannot be read of one line does not spoil the next, and a line that may be the one missing keeps rules silent',
      '  09:00-09:15 97110\n  09:15-09:30 9714\n              ^^^^ syntax error\n  bill 97110 x1\n  bill 97140 x1\n',
    ],
    [
      'a unit that cannot be read is no unit too many',
      '  09:00-09:15 97110\n  bill 97110 x2x\n             ^^^ syntax error\n',
    ],
  ],
  commercial,
);

table('language: fields', [
  [
    'fixed values',
    'discipline pt\ndiscipline QT\n^^^^^^^^^^ duplicate-field warning\n           ^^ syntax error\npayer aetna\n      ^^^^^ syntax error\nstate Arizona\n      ^^^^^^^ syntax error\nsetting clinic\n        ^^^^^^ syntax error\nunits ama\n      ^^^ syntax error\nclinician Ortiz\n          ^^^^^ syntax error\n',
  ],
  [
    'a payer in quotes, a state, none',
    'payer "Blue Plan"\nstate az\nsetting none\nassistant none\ndiscipline none\nunits NONE\n',
  ],
  [
    'a default twice with no header between; the later counts',
    'clinician "T"\npayer commercial\n# remark\npayer medicare\n^^^^^ duplicate-field warning\nencounter 2026-03-03 patient A\n  09:00-09:15 97110\n  bill 97110 x1\n       ^^^^^ discipline-modifier error\npayer commercial\n\nencounter 2026-03-03 patient B\n  09:15-09:30 97110\n  bill 97110 x1\n',
  ],
  [
    'a field twice in an encounter; the later counts, and a field before any default',
    'clinician "T"\npayer commercial\nencounter 2026-03-03 patient A\n  dx M54.50\n  dx M25.561 , M17.11,M54.2\n  payer medicaid\n  09:00-09:15 97110\n  bill 97110 x1\n       ^^^^^ discipline-modifier error\n  payer medicare\n  ^^^^^ duplicate-field warning\n  discipline PT\n  bill 97112-GP x1\n       ^^^^^ billed-not-performed error\n',
  ],
  [
    'a field without its value',
    'payer\n^^^^^ syntax error\nencounter 2026-03-03 patient A\n  dx\n  ^^ syntax error\n  goal # none\n  ^^^^ syntax error\n',
  ],
  [
    'dx codes have commas between them',
    'encounter 2026-03-03 patient A\n  dx M54.50 M25.561\n            ^^^^^^^ syntax error\n  dx M5450, z96651\n  dx M54.50,,M17.11\n            ^ syntax error\n  dx back,M17.11\n     ^^^^ syntax error\n',
  ],
  [
    'what belongs into an encounter is read as if indented',
    'clinician "T"\npayer commercial\nencounter 2026-03-03 patient A\ndx M54.50\n^^ syntax error\ngoal "Walk"\n^^^^ syntax error\n09:00-09:15 97110\n^^^^^^^^^^^ syntax error\nbill 97110 x1\n^^^^ syntax error\nS: better\n^ syntax error\n  words\n  ^^^^^ unknown-field warning\n',
  ],
  [
    'what needs an encounter and has none above it',
    '  payer medicare\n  ^^^^^ syntax error\n  bill 97110 x1\n  ^^^^ syntax error\nS: better\n^ syntax error\n# remark\nencounter 2026-03-03 patient A\n',
  ],
  [
    'a default in the midst of an encounter',
    'payer commercial\nclinician "T"\nencounter 2026-03-03 patient A\n  09:00-09:15 97110\npayer medicare\n^^^^^ syntax error\n\n# remark\n  bill 97110 x1\nclinician "U"\n# remark\n\nencounter 2026-03-03 patient B\n  09:00-09:15 97110\n  bill 97110 x1\n       ^^^^^ discipline-modifier error\n',
  ],
]);

describe('language: characters that may stand nowhere', () => {
  for (const char of [
    '\0',
    '\u0007',
    '\b',
    '\f',
    '\v',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u009f',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
  ])
    it(`U+${char.charCodeAt(0).toString(16).padStart(4, '0')}: in a note, its continuation, a comment, a string, an id, a blank line`, () => {
      const text = `# re${char}mark\nclinician "T${char}"\nencounter 2026-03-03 patient A${char}\n  S: be${char}tter\n    mo${char}re\n${char}\n`;
      assert.deepEqual(
        check(text)
          .filter((f) => f.severity === 'error')
          .map((f) => `${f.line + 1}:${f.start}-${f.end} ${f.rule}`),
        ['1:4-5 syntax', '2:12-13 syntax', '3:30-31 syntax', '4:7-8 syntax', '5:6-7 syntax', '6:0-1 syntax'],
      );
    });
  it('others may', () => {
    for (const char of ['\u200b', '\u200d', '\u2028', '\u00ad', '\u{1f600}', '\u200e', '\u202f'])
      assert.deepEqual(parts(`encounter 2026-03-03 patient A\n  S: be${char}tter\n`, 'syntax'), []);
  });
});

table(
  'language: comments that speak to the checker',
  [
    [
      'on a line of its own: the next line that is neither blank nor a comment',
      '  09:00-09:20 97110\n  # ignore too-many-units: the plan rounds up\n\n  # remark\n  bill 97110-GP x2\n',
    ],
    [
      'after other text: that line',
      '  09:00-09:20 97110\n  bill 97110-GP x2 # ignore too-many-units: the plan rounds up\n',
    ],
    [
      'not the line after that',
      '  09:00-09:20 97110 # ignore too-many-units: the plan rounds up\n                             ^^^^^^^^^^^^^^ unused-ignore warning\n  bill 97110-GP x2\n                ^^ too-many-units error\n',
    ],
    [
      'without a reason',
      '  09:00-09:20 97110\n  bill 97110-GP x2 # ignore too-many-units\n                ^^ too-many-units error\n                   ^^^^^^^^^^^^^^^^^^^^^^^ ignore-without-reason warning\n',
    ],
    [
      'a reason of white space is none',
      '  09:00-09:20 97110\n  bill 97110-GP x2 # ignore too-many-units:  \n                ^^ too-many-units error\n                   ^^^^^^^^^^^^^^^^^^^^^^^^ ignore-without-reason warning\n',
    ],
    [
      'several rules; one that is none of ours',
      '  09:00-09:20 97110\n  # ignore too-many-units, under-8-minuts: as agreed\n                           ^^^^^^^^^^^^^^ unused-ignore warning\n  bill 97110-GP x2\n',
    ],
    ['remarks', '  # ignore this patient\n  # ignore: late\n  # ignored missing-59\n  #ignore\n'],
    [
      'these two cannot be ignored',
      '  # ignore unused-ignore: no\n           ^^^^^^^^^^^^^ unused-ignore warning\n  # ignore missing-59: no\n           ^^^^^^^^^^ unused-ignore warning\n',
    ],
    ['in a note it is text', '  S: better # ignore missing-59: no\n    # ignore missing-59: no\n'],
  ],
  medicare,
);

table('language: ignoring in the whole file', [
  [
    'at the left margin above the first header',
    '# ignore too-many-units: this plan rounds up\nclinician "T"\ndiscipline PT\npayer medicare\nencounter 2026-03-03 patient A\n  09:00-09:20 97110\n  bill 97110-GP x2\n',
  ],
  [
    'not where it is indented, and not below the first header',
    ' # ignore too-many-units: this plan rounds up\n          ^^^^^^^^^^^^^^ unused-ignore warning\nclinician "T"\ndiscipline PT\npayer medicare\nencounter 2026-03-03 patient A\n  09:00-09:20 97110\n  bill 97110-GP x2\n                ^^ too-many-units error\n# ignore too-many-units: this plan rounds up\n         ^^^^^^^^^^^^^^ unused-ignore warning\n\n',
  ],
]);

describe('language: any text at all', () => {
  it('is read to its end, and every finding has words and a place on its line', () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((some) => new TextDecoder().decode(some));
    fc.assert(
      fc.property(fc.oneof(anyText(), bytes), (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        for (const { line, start, end, message, finding } of check(text)) {
          assert.ok(start >= 0 && start < end && end <= lines[line]!.length, message);
          for (const words of [message, ...finding.fixes.map(({ title }) => title)])
            assert.doesNotMatch(words.replace(/".*"/s, ''), /undefined|null|NaN|\[object/);
        }
        assert.equal(
          parseAll(text).reduce((read, block) => read + block.slice(0, block.length), ''),
          text,
        );
      }),
      { numRuns: 600 },
    );
  });
});

describe('language: severities of what a file holds', () => {
  it('nothing is found in an empty file, or one of remarks', () => {
    for (const text of ['', '\n', '\r', ' ', '#', '# x', '\ufeff', '\ufeff\n'])
      assert.deepEqual(check(text), [], JSON.stringify(text));
  });
});
