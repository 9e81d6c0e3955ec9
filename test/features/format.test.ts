import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { EncounterFile } from '../../server/src/engine/file';
import { formatEdits, formatLine, formatText } from '../../server/src/features/format';
import { applyAll, says, staysTheSame } from '../support/formatted';
import { anyLine, anyText, lineBreak } from '../support/text';

const SAMPLES = join(__dirname, '../../samples');
const HEADER = 'encounter 2026-03-03 patient A\n';

/** Lines of an encounter, tidied. */
function lines(...given: string[]): string[] {
  const text = formatText(`${HEADER}${given.join('\n')}\n`);
  assert.ok(text.startsWith(HEADER), text);
  return text.slice(HEADER.length, -1).split('\n');
}
const line = (given: string) => lines(given).join('\n');

describe('formatting', () => {
  describe('the written form', () => {
    const forms: [string, string][] = [
      ['  DX m54.50 ,M25561,g56.01', '  dx M54.50, M25561, G56.01'],
      ['\tGoal   "Walk  200 m "', '  goal "Walk 200 m"'],
      ['  payer "Acme  Health"', '  payer "Acme Health"'],
      ['  PAYER Workers-Comp', '  payer workers-comp'],
      ['  discipline CHIRO', '  discipline chiro'],
      ['  discipline slp', '  discipline SLP'],
      ['  state az', '  state AZ'],
      ['  Assistant NONE', '  assistant none'],
      ['  9:00-9:15 97110', '  09:00-09:15  97110'],
      ['  9:00 AM – 12:15 pm 97110', '  09:00-12:15  97110'],
      ['  12:00am-12:30am 97110', '  00:00-00:30  97110'],
      ['  23:00 - 24:00 97110', '  23:00-24:00  97110'],
      ['  15min g0283 SUPERVISED', '  15 min  G0283  supervised'],
      ['  015 Minutes 97110', '  15 min  97110'],
      ['  9:00-9:15 97150 Group  OF 04 "Balance"', '  09:00-09:15  97150  group of 4  "Balance"'],
      ['  9:00-9:15 97150 group "Balance"', '  09:00-09:15  97150  group  "Balance"'],
      [
        '  9:00-9:15 97530 By ASSISTANT  "M. Lee, PTA" REGION "lumbar" "Lifts"',
        '  09:00-09:15  97530  by assistant "M. Lee, PTA"  region "lumbar"  "Lifts"',
      ],
      ['  9:00-9:15 97530 by Aide "Lifts"', '  09:00-09:15  97530  by aide  "Lifts"'],
      ['  BILL g0283 -gp  —59 X02', '  bill G0283-GP-59 x2'],
      ['  bill 97110', '  bill 97110'],
      ['  s:Feels   better.  ', '  S: Feels   better.'],
      ['  NOTE:', '  note:'],
      ['  x: kept', '  x: kept'],
      ['  bill 97110 x1 # ignore needless-59:  why ', '  bill 97110 x1  # ignore needless-59:  why'],
      ['      # on its own  ', '  # on its own'],
      ['# at the margin\t', '# at the margin'],
    ];
    for (const [given, wanted] of forms)
      it(`of ${given.trim()}`, () => {
        assert.equal(line(given), wanted);
        assert.equal(line(wanted), wanted);
      });

    it('of headers and defaults', () => {
      assert.equal(
        formatText('PAYER  medicare#x\nDiscipline  pt  \nENCOUNTER   2026-03-03  PATIENT  B #late\n'),
        'PAYER  medicare#x\ndiscipline PT\nencounter 2026-03-03 patient B  #late\n',
      );
    });

    it('of ids: in quotes only where they need them', () => {
      const id = (given: string) => formatText(`encounter 2026-03-03 patient ${given}\n`).slice(29, -1);
      assert.equal(id('"A"'), 'A');
      assert.equal(id('" MRN-1042\t"'), 'MRN-1042');
      assert.equal(id('"MRN  1042"'), '"MRN 1042"');
      assert.equal(id('"#7"'), '"#7"');
      assert.equal(id('"“A”"'), '"“A”"');
      assert.equal(id('"\u3000A"'), '"\u3000A"');
      assert.equal(id('mrn-7'), 'mrn-7');
    });
  });

  it('leaves times that cannot be as they are written, apart from white space', () => {
    assert.equal(line('  9:75 - 10:00 97110'), '  9:75-10:00  97110');
    assert.equal(line('  13:00 pm – 1:45 pm 97110'), '  13:00 pm-1:45 pm  97110');
    // The am tells what went wrong: 12:15pm was meant.
    assert.equal(line('  11:30am-12:15am 97110'), '  11:30am-12:15am  97110');
    assert.equal(line('  0min 97110'), '  0 min  97110');
  });

  it('puts codes below one another, and units', () => {
    assert.deepEqual(
      lines(
        '  9:00-9:15 97110',
        '  5 min 97140 one-on-one',
        '  bill 97110-59-GP x1',
        '  bill 97140 x12',
        '  bill 97035',
      ),
      [
        '  09:00-09:15  97110',
        '  5 min        97140  one-on-one',
        '  bill 97110-59-GP x1',
        '  bill 97140       x12',
        '  bill 97035',
      ],
    );
    assert.deepEqual(lines('  5 min 97110', '  15 min 97140'), ['  5 min   97110', '  15 min  97140']);
  });

  it('keeps columns narrow where one line is far too long, or cannot be read', () => {
    assert.deepEqual(
      lines(
        `  ${'9'.repeat(30)} min 97110`,
        '  5 min 97140',
        '  09:00-09:15 9711',
        `  bill 97110${'-59'.repeat(5)}   x1`,
        '  bill 97140-GP-59-KX-CQ-76-77 x 1',
        '  bill 97140  x1',
      ),
      [
        `  ${'9'.repeat(30)} min  97110`,
        '  5 min  97140',
        '  09:00-09:15 9711',
        `  bill 97110${'-59'.repeat(5)} x1`,
        '  bill 97140-GP-59-KX-CQ-76-77 x 1',
        '  bill 97140 x1',
      ],
    );
  });

  it('leaves a line that cannot be read as it is', () => {
    for (const given of [
      '     9-10   97110  ',
      '   BILL 97110x2\t',
      '   payor   medicare',
      '   GOAL "open  ',
      'bill  97110 x1 ',
      '   S:  with \u0007 a bell ',
      '     ???',
    ])
      assert.equal(line(given), given);
    // A byte-order mark is one at the start of the file alone.
    const marked = '# a\n\ufeffENCOUNTER  2026-03-03 patient A\n';
    assert.equal(formatText(marked), marked);
    const inItsMidst = `${HEADER}  dx M54.50\nPAYER   medicare\n  bill 97110 x1\n`;
    assert.equal(formatText(inItsMidst), inItsMidst);
  });

  it('moves what carries a note on with the note', () => {
    assert.deepEqual(lines('      O: One', '         two', '', '       \tthree  ', '      A: Four'), [
      '  O: One',
      '     two',
      '',
      '   \tthree',
      '  A: Four',
    ]);
    assert.deepEqual(lines('\tO: One', '\t\ttwo', '  bill 97110 x1'), ['  O: One', '  \ttwo', '  bill 97110 x1']);
    assert.deepEqual(lines(' O: One', '  09:00-09:15 97110 ', ' P: Two'), [
      '  O: One',
      '   09:00-09:15 97110',
      '  P: Two',
    ]);
  });

  it('makes no line part of a note, and takes none out', () => {
    // Moved to two spaces, the note would be carried on by the line that stays.
    assert.deepEqual(lines('    S: One', '    bill 97110x2'), ['    S: One', '    bill 97110x2']);
    assert.deepEqual(lines('\tS: One', '', '   payr x'), ['\tS: One', '', '   payr x']);
    // So does a note above such a note.
    assert.deepEqual(lines('      S: One', '    O: Two', '   payr x'), ['      S: One', '    O: Two', '   payr x']);
    assert.deepEqual(lines('    S: One', '  payr x'), ['  S: One', '  payr x']);
    // The second line must stay, so its note does too; and behind that note, what is not deeper.
    assert.deepEqual(lines(' S: One', '  \u0007', ' bill 97110', '   dx M54.50'), [
      ' S: One',
      '  \u0007',
      ' bill 97110',
      '  dx M54.50',
    ]);
    const text = `${HEADER}    S: One\n    ${HEADER}      S: Two\n`;
    assert.equal(formatText(text), `${HEADER}    S: One\n    ${HEADER}  S: Two\n`);
  });

  it('leaves one blank line of several, none at the end, and ends the last line', () => {
    assert.equal(formatText('\n \n# a\n\n  \n\n# b\n  \n\n'), '\n# a\n\n# b\n');
    assert.equal(formatText('# a\r\n# b'), '# a\r\n# b\r\n');
    assert.equal(formatText('# a\r# b \r \r \r# c'), '# a\r# b\r\r# c\r');
    assert.equal(formatText(''), '');
    assert.equal(formatText(' \n\n'), '');
    assert.equal(formatText('\ufeff \n\n'), '\ufeff');
    assert.equal(formatText('\ufeff# a \n'), '\ufeff# a\n');
    // Without the space, CR and LF would be one line break.
    assert.equal(formatText('# a\r \n# b\n'), '# a\r \n# b\n');
  });

  it('keeps the samples as they are', () => {
    for (const name of readdirSync(SAMPLES)) {
      if (!name.endsWith('.encounter')) continue;
      const text = readFileSync(join(SAMPLES, name), 'utf8');
      assert.equal(formatText(text), text, name);
    }
  });

  it('changes only the pieces that differ', () => {
    const file = new EncounterFile('');
    file.setText(`${HEADER}  9:00-09:15  97110  GROUP of 2\n  bill 97110-59-GP  x1  # x\n`);
    assert.deepEqual(
      formatEdits(file).map(({ start, end, newText }) => [start.line, start.character, end.character, newText]),
      [
        [1, 2, 2, '0'],
        [1, 21, 26, 'group'],
        [2, 19, 20, ''],
      ],
    );
  });

  it('formats the encounters that a stretch touches, as wholes', () => {
    const file = new EncounterFile('');
    const one = `${HEADER}  15min 97110\n  bill 97110  x1\n`;
    file.setText(one + one + one);
    const touched = (startLine: number, endLine: number, endCharacter = 1) => [
      ...new Set(
        formatEdits(file, {
          start: { line: startLine, character: 0 },
          end: { line: endLine, character: endCharacter },
        }).map(({ start }) => Math.floor(start.line / 3)),
      ),
    ];
    assert.deepEqual(touched(4, 4), [1]);
    assert.deepEqual(touched(2, 3), [0, 1]);
    assert.deepEqual(touched(3, 6, 0), [1]);
    assert.deepEqual(touched(0, 99), [0, 1, 2]);
  });

  it('tidies the line just typed, and not the white space before it', () => {
    const file = new EncounterFile('');
    file.setText(`${HEADER}  5 min  97110\n\t9:00 – 9:15 97150 group of 2 \n\tbill 97150  x1\n   \n`);
    const edited = (at: number) => applyAll(file.text, formatLine(file, at)).split('\n')[at];
    assert.equal(edited(1), '  5 min        97110');
    assert.equal(edited(2), '\t09:00-09:15  97150  group of 2');
    assert.equal(edited(3), '\tbill 97150 x1');
    assert.equal(edited(4), '');
    assert.deepEqual(formatLine(file, 5), []);
    assert.deepEqual(formatLine(file, 99), []);
  });
});

// ------------------------------------------------------------------------------------------- Whatever the text

const space = fc.constantFrom(' ', ' ', '  ', '   ', '\t', '\xa0', ' \t');
const lead = fc.constantFrom('', '', ' ', '  ', '  ', '   ', '    ', '\t', '\t\t', '  \t', '\xa0', '      ');

/** A line with other white space in it and before it, in another case, and with other dashes. */
const messyLine = fc
  .tuple(anyLine, lead, fc.option(lead), fc.array(space, { minLength: 8, maxLength: 8 }), fc.nat(8), fc.nat(12))
  .map(([line, before, after, spaces, loud, dash]) => {
    let i = 0;
    let text = line.trimStart().replace(/ +/g, () => spaces[i++ % spaces.length]!);
    if (loud === 0) text = text.toUpperCase();
    if (loud === 1) text = text.toLowerCase();
    if (dash === 0) text = text.replace(/-/g, '–');
    if (dash === 1) text = text.replace(/-/g, ' - ');
    if (dash === 2) text = text.replace(/(\d)-/g, '$1 -');
    if (dash === 3) text += '  # ignore missing-59: so be it';
    if (dash === 4) text = text.replace(/"/g, '" ');
    return before + text + (after ?? '');
  });

const messyText = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff'),
    fc.array(fc.tuple(messyLine, lineBreak), { maxLength: 25 }),
    fc.oneof(messyLine, fc.constant('')),
  )
  .map(([mark, lines, last]) => mark + lines.map(([line, end]) => line + end).join('') + last);

describe('formatting, whatever the text', () => {
  it('says the same, finds the same, and twice is once', () => {
    fc.assert(
      fc.property(anyText(30), (text) => staysTheSame(text)),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('does so where blank lines go above a header that is rewritten', () => {
    staysTheSame('\r\n\nENCOUNTER 2026-03-03 PATIENT B  # ignore missing-59: so be it');
  });

  it('does so at midnight, with one figure for the hour and with two', () => {
    staysTheSame('encounter 2026-03-03 patient B\n  0:00-0:15  97110\n  00:15 - 00:30 97110\n');
  });

  it('does so for messy lines', () => {
    fc.assert(
      fc.property(messyText, (text) => staysTheSame(text, false)),
      { numRuns: 4000 },
    );
    fc.assert(
      fc.property(messyText, (text) => staysTheSame(text)),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('does so for the samples with something changed', () => {
    const texts = readdirSync(SAMPLES)
      .filter((name) => name.endsWith('.encounter'))
      .map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
    const change = fc.tuple(fc.nat(), fc.nat(3), fc.oneof(fc.constantFrom('', ' ', '\n', '\t', '"', '#'), messyLine));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(change, { maxLength: 6 }), (sample, changes) => {
        let text = sample;
        for (const [at, length, piece] of changes) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + piece + text.slice(from + length);
        }
        staysTheSame(text);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('takes any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => staysTheSame(text, false)),
      { numRuns: 1000 },
    );
  });

  it('says the same after a stretch, or a line just typed', () => {
    fc.assert(
      fc.property(messyText, fc.nat(30), fc.nat(5), (text, from, more) => {
        const file = new EncounterFile('');
        file.setText(text);
        const stretch = { start: { line: from, character: 0 }, end: { line: from + more, character: 3 } };
        assert.deepEqual(says(applyAll(text, formatEdits(file, stretch))), says(text));
        const edits = formatLine(file, from);
        assert.ok(edits.every(({ start, end }) => start.line === from && end.line === from));
        assert.deepEqual(says(applyAll(text, edits)), says(text));
      }),
      { numRuns: 2000 },
    );
  }).timeout(60_000);

  it('takes four times as long for four times the text, also of the worst lines', () => {
    const worst = [
      `  bill 97110${'  -59'.repeat(10000)} x1\n`,
      `  DX ${'m54.50 ,'.repeat(10000)}m54.50\n`,
      `  s: ${'x '.repeat(30000)}\n${'    y \n'.repeat(10000)}`,
      '  S: x\n'.repeat(10000),
      '    S: x\n\n\n'.repeat(10000),
      `${'  \n'.repeat(30000)}`,
      `  ${'9'.repeat(60000)} min 97110\n${'  5min 97110\n'.repeat(1000)}`,
      '   9-10 97110\n'.repeat(10000),
      `  GOAL "${'  x'.repeat(30000)}"\n`,
    ];
    for (const line of worst) {
      const time = (text: string) =>
        Math.min(
          ...[1, 2, 3].map(() => {
            const from = performance.now();
            formatText(text);
            return performance.now() - from;
          }),
        );
      const once = HEADER + line;
      time(once);
      const one = time(once);
      const four = time(HEADER + line.repeat(4));
      assert.ok(four < Math.max(one, 5) * 16, `${JSON.stringify(line.slice(0, 20))}: ${one} ms, then ${four} ms`);
    }
  }).timeout(60_000);
});
