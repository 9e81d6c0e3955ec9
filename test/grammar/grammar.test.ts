import assert from 'node:assert/strict';
import { type Token, tokenize } from './tokenize';

/** Each pair: a piece of the text, in order of place, and a scope that it must carry. `-` means: none but names that group. */
type Expected = [piece: string, scope: string];

const grouping = /^(source\.encounter|meta\.|markup\.heading)/;

async function check(text: string, expected: Expected[]): Promise<void> {
  const tokens = await tokenize(text);
  const starts = lineStarts(text);
  let from = 0;
  for (const [piece, scope] of expected) {
    const at = text.indexOf(piece, from);
    assert.notEqual(at, -1, `${JSON.stringify(piece)} is not in the text from ${from} on`);
    for (const token of tokens) {
      const start = starts[token.line]! + token.start;
      const end = starts[token.line]! + token.end;
      if (end <= at || start >= at + piece.length || token.text.trim() === '') continue;
      const own = token.scopes.filter((s) => !grouping.test(s));
      if (scope === '-') assert.deepEqual(own, [], `${JSON.stringify(piece)} in ${JSON.stringify(text)}`);
      else
        assert.ok(
          token.scopes.some((s) => s === scope || s.startsWith(`${scope}.`)),
          `${JSON.stringify(piece)} in ${JSON.stringify(text)}: wanted ${scope}, found ${token.scopes.join(' ')}`,
        );
    }
    from = at + piece.length;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return starts;
}

function only(tokens: Token[], scope: string): string[] {
  return tokens.filter((t) => t.scopes.some((s) => s.startsWith(scope))).map((t) => t.text);
}

const code = 'support.function.code';
const date = 'constant.numeric.date';
const time = 'constant.numeric.time';
const dash = 'keyword.operator.range';
const unit = 'keyword.other.unit';
const contact = 'storage.type.contact';
const units = 'constant.numeric.units';
const modifier = 'storage.modifier';
const field = 'variable.other.property.field';
const value = 'constant.language.value';
const quoted = 'string.quoted.double';
const note = 'meta.note.text';
const label = 'variable.other.property.label';
const remark = 'comment.line.number-sign';
const header = 'keyword.control.header';
const patient = 'entity.name.section.patient';

describe('grammar: header', () => {
  it('the words, the date and the id', () =>
    check('encounter 2026-03-03 patient MRN-1042', [
      ['encounter', header],
      ['2026-03-03', date],
      ['patient', header],
      ['MRN-1042', patient],
    ]));
  it('a quoted id, a comment after it', () =>
    check('Encounter 2026-03-03 PATIENT "MRN #7" # late entry', [
      ['Encounter', header],
      ['PATIENT', header],
      ['"MRN #7"', patient],
      ['# late entry', remark],
    ]));
  it('# inside an id belongs to it, # first does not', async () => {
    await check('encounter 2026-03-03 patient A#1', [['A#1', patient]]);
    await check('encounter 2026-03-03 patient #1', [['#1', remark]]);
  });
  it('an id may be any word, also patient', () =>
    check('encounter 2026-03-03 patient patient', [
      ['patient', header],
      ['patient', patient],
    ]));
  it('is a heading, all of it', async () => {
    const tokens = await tokenize('encounter 2026-03-03 patient A');
    assert.ok(tokens.every((t) => t.scopes.includes('markup.heading.encounter')));
  });
  it('half typed: what is there has its colour', async () => {
    await check('encounter', [['encounter', header]]);
    await check('encounter 2026-03', [
      ['encounter', header],
      ['2026-03', '-'],
    ]);
    await check('encounter patient A', [
      ['encounter', header],
      ['patient', header],
      ['A', patient],
    ]);
  });
  it('indented, it is still one', () => check('  encounter 2026-03-03 patient A', [['encounter', header]]));
  it('under a mistyped word: the parts that are right have their colour', async () => {
    await check('encouter 2026-03-03 patient A', [
      ['encouter', '-'],
      ['2026-03-03', date],
      ['patient', header],
      ['A', patient],
    ]);
    await check('visit 3/3 patient "A 1"', [
      ['visit 3/3', '-'],
      ['patient', header],
      ['"A 1"', patient],
    ]);
    await check('  encouter 2026-03-03 patient A', [['encouter 2026-03-03 patient A', '-']]);
    await check('S: 2026-03-03', [['2026-03-03', note]]);
    await check('# see 2026-03-03 patient A', [['# see 2026-03-03 patient A', remark]]);
  });
  it('a longer word is none', () => check('  encounters 2026-03-03', [['encounters 2026-03-03', '-']]));
});

describe('grammar: fields', () => {
  const fixed: [string, string[]][] = [
    ['discipline', ['PT', 'OT', 'SLP', 'chiro', 'BH', 'none']],
    ['payer', ['medicare', 'medicaid', 'tricare', 'commercial', 'workers-comp', 'none']],
    ['state', ['AZ', 'none']],
    ['setting', ['office', 'hospital', 'snf', 'home', 'telehealth', 'none']],
    ['units', ['cms', 'midpoint', 'none']],
  ];
  for (const [name, values] of fixed)
    it(`${name}: every fixed value, in any case, as a default and indented`, async () => {
      for (const v of values)
        for (const line of [`${name} ${v}`, `  ${name.toUpperCase()}\t${v.toUpperCase()} # why`]) {
          const own = v === 'none' ? 'constant.language.none' : value;
          await check(line, [
            [line.includes('\t') ? name.toUpperCase() : name, field],
            [line.includes('\t') ? v.toUpperCase() : v, own],
          ]);
        }
    });
  it('a value of another field is none', async () => {
    await check('payer office', [
      ['payer', field],
      ['office', '-'],
    ]);
    await check('state Arizona', [['Arizona', '-']]);
  });
  it('a payer by its own name', () => check('payer "Desert Health Plan"', [['"Desert Health Plan"', quoted]]));
  it('clinician, assistant, goal', async () => {
    await check('clinician "R. Ortiz, PT"', [
      ['clinician', field],
      ['"R. Ortiz, PT"', quoted],
    ]);
    await check('  assistant none', [
      ['assistant', field],
      ['none', 'constant.language.none'],
    ]);
    await check('  goal "Walk 200 m, #1"  # kept', [
      ['goal', field],
      ['"Walk 200 m, #1"', quoted],
      ['# kept', remark],
    ]);
  });
  it('diagnosis codes, with and without the dot', () =>
    check('  dx M54.50, m25561,G20.A1', [
      ['dx', field],
      ['M54.50', 'variable.other.constant.dx'],
      [',', 'punctuation.separator.list'],
      ['m25561', 'variable.other.constant.dx'],
      ['G20.A1', 'variable.other.constant.dx'],
    ]));
  it('with a colon it is still a field', () =>
    check('  payer: medicare', [
      ['payer', field],
      [':', '-'],
      ['medicare', value],
    ]));
  it('an unknown field has no colour of its own', () =>
    check('  payor medicare # typed', [
      ['payor medicare', '-'],
      ['# typed', remark],
    ]));
});

describe('grammar: sessions', () => {
  it('clock times, code, contact', () =>
    check('  09:00-09:15  97110  one-on-one', [
      ['09:00', time],
      ['-', dash],
      ['09:15', time],
      ['97110', code],
      ['one-on-one', contact],
    ]));
  it('am and pm, attached or apart', () =>
    check('  9:00AM - 12:15 pm 97530', [
      ['9:00', time],
      ['AM', unit],
      ['-', dash],
      ['12:15', time],
      ['pm', unit],
      ['97530', code],
    ]));
  for (const [name, sign] of [
    ['en dash', '\u2013'],
    ['em dash', '\u2014'],
    ['minus sign', '\u2212'],
    ['no-break hyphen', '\u2011'],
  ] as const)
    it(`${name}: reads as a hyphen`, async () => {
      await check(`\t9:00${sign}9:15 97110`, [[sign, dash]]);
      await check(`  bill 97110${sign}59 ${sign}GP`, [
        ['97110', code],
        [sign, 'punctuation.separator.modifier'],
        ['59', modifier],
        [sign, 'punctuation.separator.modifier'],
        ['GP', modifier],
      ]);
    });
  for (const length of ['15 min', '15min', '15 m', '15m', '15 minutes', '15 MINUTES'])
    it(`a length: ${length}`, () =>
      check(`  ${length}  G0283 supervised`, [
        ['15', 'constant.numeric.minutes'],
        [/[a-z]+/i.exec(length)![0], unit],
        ['G0283', code],
        ['supervised', contact],
      ]));
  it('group, of how many, activity, by and region in any order', () =>
    check('  10:00-10:30 97150 "Balance" Group of 4 region "lumbar" by assistant "J. Lee, PTA" # full', [
      ['97150', code],
      ['"Balance"', quoted],
      ['Group', contact],
      ['of', contact],
      ['4', 'constant.numeric.size'],
      ['region', 'keyword.other.region'],
      ['"lumbar"', quoted],
      ['by', 'keyword.other.by'],
      ['assistant', 'constant.language.giver'],
      ['"J. Lee, PTA"', quoted],
      ['# full', remark],
    ]));
  for (const who of ['clinician', 'aide', 'student', 'assistant'])
    it(`by ${who}`, () =>
      check(`  15 min 97110 by ${who}`, [
        ['by', 'keyword.other.by'],
        [who, 'constant.language.giver'],
      ]));
  it('group without a number', () => check('  10:00-10:30 97150 group', [['group', contact]]));
  it('a time that cannot be read has no colour, its code has', () =>
    check('  9-10 97110 one-on-one', [
      ['9-10', '-'],
      ['97110', code],
      ['one-on-one', contact],
    ]));
  it('am or pm on one time only cannot be read', () =>
    check('  1:00-1:45pm 97110', [
      ['1:00-1:45pm', '-'],
      ['97110', code],
    ]));
  it('half typed', async () => {
    await check('  09:00-', [['09:00-', '-']]);
    await check('  09:00-09:15 9711', [
      ['09:15', time],
      ['9711', '-'],
    ]);
    await check('  09:00-09:15 97150 group of 2 "Bal', [['"Bal', quoted]]);
  });
  it('an unclosed string ends with its line', async () => {
    const tokens = await tokenize('  09:00-09:15 97150 "Bal\n  bill 97150 x1');
    assert.deepEqual(only(tokens, 'support.function'), ['97150', '97150']);
  });
  it('at the left margin too', () => check('15 min 97110', [['97110', code]]));
});

describe('grammar: claims', () => {
  it('code, modifiers, units', () =>
    check('  bill 97110-59-GP x2', [
      ['bill', 'keyword.control.claim'],
      ['97110', code],
      ['-', 'punctuation.separator.modifier'],
      ['59', modifier],
      ['-', 'punctuation.separator.modifier'],
      ['GP', modifier],
      ['x2', units],
    ]));
  it('modifiers apart, units in capitals, a comment', () =>
    check('\tBILL g0283 -GP X999 # sent', [
      ['BILL', 'keyword.control.claim'],
      ['g0283', code],
      ['GP', modifier],
      ['X999', units],
      ['# sent', remark],
    ]));
  it('what is no code and no unit has no colour', async () => {
    await check('  bill 97110x2', [['97110x2', '-']]);
    await check('  bill 97110 x0', [['x0', '-']]);
    await check('  bill 97110 x 2', [['x 2', '-']]);
    await check('  bill 97110 x1.5', [['x1.5', '-']]);
    await check('  bill 97110-5', [['-5', '-']]);
    await check('  bill 97110-597', [['-597', '-']]);
  });
});

describe('grammar: notes', () => {
  for (const name of ['S', 'O', 'A', 'P', 'note', 's', 'NOTE'])
    it(`${name}:`, () =>
      check(`  ${name}: Did #3, "well" \u201cdone\u201d, 09:00-09:15 97110`, [
        [name, label],
        [' Did #3, "well" \u201cdone\u201d, 09:00-09:15 97110', note],
      ]));
  it('goes on over deeper lines, whatever they look like, and blank ones', () =>
    check('  O: One.\n    bill 97110 x1\n\n   # two\n      encounter 2026-03-03 patient B\n  A: Three.', [
      ['One.', note],
      ['bill 97110 x1', note],
      ['# two', note],
      ['encounter 2026-03-03 patient B', note],
      ['A', label],
      ['Three.', note],
    ]));
  it('ends with the first line that is not deeper', () =>
    check('  O: One.\n  bill 97110 x1\n    more', [
      ['bill', 'keyword.control.claim'],
      ['more', '-'],
    ]));
  it('ends with a comment at its own depth', () =>
    check('  O: One.\n  # said\n    15 min 97110', [
      ['# said', remark],
      ['97110', code],
    ]));
  it('compares white space sign by sign: a tab is not two spaces', async () => {
    await check('  O: One.\n\tbill 97110', [['bill', 'keyword.control.claim']]);
    await check('\tO: One.\n\t bill 97110', [['bill 97110', note]]);
    await check('\tO: One.\n        bill 97110', [['bill', 'keyword.control.claim']]);
    await check('\u00a0O: One.\n\u00a0\u00a0bill 97110', [['bill 97110', note]]);
    await check('\u00a0O: One.\n  bill 97110', [['bill', 'keyword.control.claim']]);
  });
  it('an unknown label: its text is a note, the label has no colour', () =>
    check('  Plan: Again.\n    and again', [
      ['Plan', '-'],
      ['Again.', note],
      ['and again', note],
    ]));
  it('at the left margin it has no second line', () =>
    check('S: One.\n  15 min 97110', [
      ['S', label],
      ['One.', note],
      ['97110', code],
    ]));
});

describe('grammar: comments', () => {
  it('on a line of its own, at any depth', async () => {
    await check('# one', [['# one', remark]]);
    await check('\t # one', [['# one', remark]]);
    await check('#', [['#', remark]]);
  });
  it('not in a string, not inside a word', async () => {
    const tokens = await tokenize('  goal "up # down"\nclinician A#1');
    assert.deepEqual(only(tokens, 'comment'), []);
  });
  it('ignore and its rules', () =>
    check('  # Ignore missing-59, syntax ,needless-59: seen by J.', [
      ['#', remark],
      ['Ignore', 'keyword.control.directive.ignore'],
      ['missing-59', 'variable.other.rule'],
      ['syntax', 'variable.other.rule'],
      ['needless-59', 'variable.other.rule'],
      [': seen by J.', 'comment.line.number-sign.ignore'],
    ]));
  it('ignore after other text', () =>
    check('  bill 97110 x2 # ignore too-many-units: two episodes', [
      ['x2', units],
      ['ignore', 'keyword.control.directive.ignore'],
      ['too-many-units', 'variable.other.rule'],
    ]));
  it('a remark that begins with the word is a remark', async () => {
    for (const text of ['# ignore this patient', '# ignore', '# ignored missing-59', '# please ignore missing-59'])
      assert.deepEqual(only(await tokenize(text), 'keyword'), [], text);
  });
});

describe('grammar: what a coder cannot see, or should not use', () => {
  const bidi = ['\u202a', '\u202e', '\u2066', '\u2069'];
  const control = ['\u0000', '\u0008', '\u000b', '\u001b', '\u007f', '\u0085', '\ufffd'];
  const places = (c: string) => [
    `# a${c}b`,
    `# ignore missing-59: a${c}b`,
    `payer medicare ${c}`,
    `goal "a${c}b"`,
    `encounter 2026-03-03 patient A${c}B`,
    `  15 min 97110 ${c}`,
    `  bill 97110 ${c}`,
    `  S: a${c}b`,
    `  S: a\n    b${c}`,
    `S: a${c}`,
    `  odd ${c}`,
  ];
  it('direction marks and control characters are marked everywhere', async () => {
    for (const c of [...bidi, ...control])
      for (const text of places(c))
        assert.deepEqual(only(await tokenize(text), 'invalid.illegal'), [c], JSON.stringify(text));
  });
  it('curly quotes are marked where a straight one is meant', async () => {
    for (const text of [
      'clinician \u201cR. Ortiz\u201d',
      '  10:00-10:30 97150 \u201cBalance\u201d',
      'encounter 2026-03-03 patient \u201cA\u201d',
    ])
      assert.deepEqual(only(await tokenize(text), 'invalid.illegal'), ['\u201c', '\u201d'], text);
  });
  it('curly quotes in a comment, a string or a note are text', async () => {
    for (const text of ['# \u201cso\u201d', 'goal "\u201cso\u201d"', '  S: \u201cso\u201d'])
      assert.deepEqual(only(await tokenize(text), 'invalid'), [], text);
  });
});

describe('grammar: line ends and long lines', () => {
  it('LF, CRLF and CR', async () => {
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(only(await tokenize(`  15 min 97110${end}  bill 97110 x1${end}`), 'support.function'), [
        '97110',
        '97110',
      ]);
  });

  const size = 200_000;
  const long: [string, (n: number) => string][] = [
    ['spaces', (n) => ' '.repeat(n)],
    ['spaces and a word', (n) => `${' '.repeat(n)}x`],
    ['digits', (n) => `  ${'1'.repeat(n)}`],
    ['times', (n) => `  ${'09:00-'.repeat(n / 6)}`],
    ['a time and spaces', (n) => `  09:00${' '.repeat(n)}x`],
    ['a time, am and spaces', (n) => `  09:00am${' '.repeat(n)}x`],
    ['a range and spaces', (n) => `  09:00-09:15${' '.repeat(n)}x`],
    ['a length and spaces', (n) => `  15${' '.repeat(n)}x`],
    ['codes', (n) => `  15 min ${'97110 '.repeat(n / 6)}`],
    ['groups', (n) => `  15 min ${'group of '.repeat(n / 9)}`],
    ['group and spaces', (n) => `  15 min 97150 group${' '.repeat(n)}of`],
    ['by', (n) => `  15 min ${'by '.repeat(n / 3)}`],
    ['modifiers', (n) => `  bill 97110${'-59'.repeat(n / 3)}`],
    ['hyphens', (n) => `  bill 97110${'-'.repeat(n)}`],
    ['units', (n) => `  bill 97110 ${'x1 '.repeat(n / 3)}`],
    ['dx codes', (n) => `  dx ${'M54.50,'.repeat(n / 7)}`],
    ['dx letters', (n) => `  dx ${'M5'.repeat(n / 2)}`],
    ['patients', (n) => `encounter ${'patient '.repeat(n / 8)}`],
    ['patient and spaces', (n) => `encounter 2026-03-03 patient${' '.repeat(n)}"`],
    ['quotes', (n) => `  goal ${'"'.repeat(n)}`],
    ['curly quotes', (n) => `  goal ${'\u201c'.repeat(n)}`],
    ['an unclosed string', (n) => `  goal "${'a '.repeat(n / 2)}`],
    ['a note', (n) => `  S: ${'a: '.repeat(n / 3)}`],
    ['a deep note', (n) => `${' '.repeat(n)}S: a`],
    ['letters', (n) => 'a'.repeat(n)],
    ['words', (n) => 'a '.repeat(n / 2)],
    ['a word and spaces', (n) => `a${' '.repeat(n)}b`],
    ['a word, spaces and patient', (n) => `a b${' '.repeat(n)}patient${' '.repeat(n)}c d`],
    ['a header and an open quote', (n) => `a b patient "${'c '.repeat(n / 2)}`],
    ['number signs', (n) => `x ${'# '.repeat(n / 2)}`],
    ['ignored rules', (n) => `# ignore ${'a-b,'.repeat(n / 4)}`],
    ['an endless rule', (n) => `# ignore ${'a-'.repeat(n / 2)}`],
    ['ignore and spaces', (n) => `# ignore a-b${' '.repeat(n)}x`],
    ['control characters', (n) => `  S: ${'\u0001a'.repeat(n / 2)}`],
  ];
  for (const [name, make] of long)
    it(`${name}: ${size} characters take no more than their share`, async function () {
      this.timeout(60_000);
      const took = async (n: number) => {
        const start = performance.now();
        await tokenize(make(n));
        return performance.now() - start;
      };
      await took(1_200);
      // The best of each, taken in turns: a busy machine slows one measurement, not all of them.
      let small = Number.POSITIVE_INFINITY;
      let large = Number.POSITIVE_INFINITY;
      const linear = () => large < 100 || large < small * 24;
      for (let round = 0; round < 8 && (round < 2 || !linear()); round++) {
        small = Math.min(small, await took(size / 8));
        large = Math.min(large, await took(size));
      }
      // Eight times the text: eight times the time if it is linear, sixty-four times if it is not.
      assert.ok(linear(), `${small.toFixed(1)} ms for an eighth, ${large.toFixed(1)} ms for all`);
    });
});
