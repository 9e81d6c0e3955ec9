/** Tables that a spreadsheet opens as they are. */

import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, guarded } from '../../server/src/features/csv';

const cell = fc.oneof(
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          '＝',
          '＋',
          '－',
          '＠',
          '\t',
          '\r',
          '\n',
          ';',
          ',',
          '"',
          "'",
          ' ',
          '1',
          'A',
        ),
        {
          maxLength: 8,
        },
      )
      .map((characters) => characters.join('')),
  },
);
/** One that stands alone is an empty line, and says nothing. */
const row = fc.array(cell, { minLength: 2, maxLength: 5 });

function read(text: string): string[][] {
  return parse(text, { record_delimiter: '\r\n', relax_column_count: true }) as string[][];
}

/** Whether a text becomes another by leaving out some of its guards. */
function isGuarded(written: string, text: string): boolean {
  let at = 0;
  for (const character of written) {
    if (character === text.slice(at, at + character.length)) at += character.length;
    else if (character !== "'") return false;
  }
  return at === text.length;
}

describe('CSV', () => {
  it('comes back as it was, but for the guards', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const back = read(rows.map((cells) => csvLine(cells)).join(''));
        assert.deepEqual(
          back.map((cells) => cells.length),
          rows.map((cells) => cells.length),
        );
        rows.forEach((cells, i) => {
          cells.forEach((text, k) => {
            const written = back[i]![k]!;
            assert.ok(isGuarded(written, text), JSON.stringify([text, written]));
          });
        });
      }),
    );
  });

  it('starts no cell with what a formula starts with, however a spreadsheet cuts it', () => {
    const dangerous = /^[\s\u0000-\u001f\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
    fc.assert(
      fc.property(row, (cells) => {
        const line = csvLine(cells);
        for (const text of read(line)[0]!) assert.doesNotMatch(text, dangerous);
        // A spreadsheet that cuts at semicolons, and knows quotes only where they begin what it cuts.
        for (const piece of line.slice(0, -2).split(/[;\t\r\n]/)) {
          if (piece.trim() !== '') assert.doesNotMatch(piece, /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/);
        }
      }),
    );
  });

  it('quotes what RFC 4180 wants quoted', () => {
    assert.equal(csvLine(['a,b', 'say "x"', 'plain', 3]), '"a,b","say ""x""",plain,3\r\n');
    assert.equal(csvLine(['two\r\nlines', ' x']), '"two\r\nlines"," x"\r\n');
  });

  it('guards formulas, in full width too, and behind white space', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '-59', '=HYPERLINK("x")'])
      assert.equal(guarded(text), `'${text}`);
    assert.equal(guarded(' =1'), " '=1");
    assert.equal(guarded('\u200b=1'), "\u200b'=1");
    assert.equal(guarded('A;=1'), "A;'=1");
    assert.equal(guarded('\tA'), "'\tA");
    assert.equal(guarded('A\n@x'), "A\n'@x");
  });

  it('guards what a spreadsheet would rewrite: zeros in front, dates, long and scientific numbers', () => {
    for (const text of ['007', '00104', '1234567890123456', '12E3', '1.50', '1,000', '3-4', '3/4', '2026-03-03'])
      assert.equal(guarded(text), `'${text}`);
    for (const text of [
      'MAR-12',
      'Mar12',
      'SEPT2',
      '12-mar-2026',
      '1 1/2',
      '10:30',
      '11 AM',
      '5 pm',
      '50%',
      'TRUE',
      '$5',
    ])
      assert.equal(guarded(text), `'${text}`);
  });

  it('leaves everything else alone', () => {
    for (const text of [
      '',
      'A',
      '97110',
      '59 GP',
      'G0283',
      'MRN-1042',
      'P12',
      '0550T',
      'R. Ortiz, PT',
      'E12',
      'Marcus 1a',
    ])
      assert.equal(guarded(text), text);
    for (const text of [
      '97110: 13 min supports 1 unit, 2 billed (8-minute rule; aca-group, cms)',
      "O'Neil",
      'May',
      '1 of 2',
    ])
      assert.equal(guarded(text), text);
  });

  it('takes time in proportion to the text', () => {
    const long = (n: number) => `${'\t'.repeat(n)}${'1'.repeat(n)}${' ;'.repeat(n)}`;
    const started = performance.now();
    guarded(long(200_000));
    assert.ok(performance.now() - started < 2000);
  });
});
