import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIndex, openPairs, openUnitLimits } from '../../server/src/disk/edit-files';

/** A file as CMS ships it: headings, then a line a pair. */
const HEADINGS =
  'CPT codes are copyright of their owner.\t\t\t\t\t\t\r\nColumn 1/Column 2 Edits\t\t\t\t\t\t\r\nColumn 1\tColumn 2\t*=In existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale\r\n';
const PAIRS = `${HEADINGS}97110\t97750\t \t20260101\t*\t1\tMisuse\r
97140\t97530\t\t20000101\t20201231\t1\tMisuse\r
97140\t97530\t\t20240101\t20240630\t0\tMisuse\r
97150\t97110\t*\t19960101\t*\t1\tMore extensive\r
0001A\tG0283\t\t20211001\t*\t0\tMisuse\r
97161\t97164\t\t20170101\t20170101\t9\tWithdrawn\r
`;

describe("the coder's own edit files", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edits-'));
    file = join(folder, 'ptp.txt');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function pairs(text: string) {
    writeFileSync(file, text);
    const opened = openPairs([file]);
    assert.ok('table' in opened, JSON.stringify(opened));
    return opened.table;
  }

  it('finds pairs in either order, with their indicator', () => {
    const table = pairs(PAIRS);
    assert.equal(table.size, 5);
    assert.deepEqual(
      [table.find('97750', '97110', 20260303)?.column1, table.find('97110', '97750', 20260303)?.indicator],
      ['97110', 1],
    );
    assert.equal(table.find('G0283', '0001A', 20260303)?.indicator, 0);
    assert.equal(table.find('97110', '97112', 20260303), undefined);
    assert.equal(table.find('97161', '97164', 20170101), undefined, 'withdrawn from its first day');
    assert.equal(table.edition, 'your file ptp.txt');
  });

  it('holds each pair to its own dates, both sides of each', () => {
    const table = pairs(PAIRS);
    const at = (date: number) => table.find('97140', '97530', date)?.indicator;
    assert.deepEqual([19991231, 20000101, 20201231, 20210101, 20231231, 20240101, 20240630, 20240701].map(at), [
      undefined,
      1,
      1,
      undefined,
      undefined,
      0,
      0,
      undefined,
    ]);
  });

  it('keeps what the policy manual bars beyond the table', () => {
    assert.equal(pairs(PAIRS).find('92507', '97130', 20260303)?.bar, 'same-hands');
  });

  it('builds its index once, and again when the file changes', () => {
    pairs(PAIRS);
    assert.deepEqual(readdirSync(folder).sort(), ['ptp.txt', 'ptp.txt.index']);
    const built = statSync(`${file}.index`).mtimeMs;
    assert.ok(openIndex([file]));
    openPairs([file]);
    assert.equal(statSync(`${file}.index`).mtimeMs, built);
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    assert.equal(openIndex([file]), undefined);
    assert.ok('table' in openPairs([file]));
  });

  it('does not trust an index that is cut short', () => {
    pairs(PAIRS);
    truncateSync(`${file}.index`, 60);
    assert.equal(openIndex([file]), undefined);
    truncateSync(`${file}.index`, 0);
    assert.equal(openIndex([file]), undefined);
  });

  it('takes several files as one', () => {
    const second = join(folder, 'ptp2.txt');
    writeFileSync(file, PAIRS);
    writeFileSync(second, '98940\t97112\t\t20200101\t*\t1\tx\n');
    const opened = openPairs([file, second]);
    assert.ok('table' in opened);
    assert.equal(opened.table.find('97112', '98940', 20260101)?.column1, '98940');
    assert.ok(opened.table.find('97110', '97750', 20260303));
  });

  it('refuses a damaged file with the line that is wrong', () => {
    const cases: [string, number, RegExp][] = [
      [`${PAIRS}97110\t9711\t\t20260101\t*\t1\tx\r\n`, 10, /column 2 to be a code/],
      [`${PAIRS}97110\t97112\t\t2026\t*\t1\tx\r\n`, 10, /effective date/],
      [`${PAIRS}97110\t97112\t\t20260230\t*\t1\tx\r\n`, 10, /effective date/],
      [`${PAIRS}97110\t97112\t\t20260101\tnever\t1\tx\r\n`, 10, /deletion date/],
      [`${PAIRS}97110\t97112\t\t20260101\t*\t7\tx\r\n`, 10, /indicator/],
      [`${PAIRS}<html>\r\n`, 10, /column 1 to be a code/],
      ['', 1, /no pair/],
      [`${'x\n'.repeat(30)}`, 21, /a pair of codes/],
    ];
    for (const [text, line, message] of cases) {
      writeFileSync(file, text);
      const opened = openPairs([file]);
      assert.ok('problem' in opened, text.slice(-40));
      assert.equal(opened.problem.line, line);
      assert.match(opened.problem.message, message);
    }
    assert.ok('problem' in openPairs([join(folder, 'gone.txt')]));
  });

  it('reads unit limits with tabs or commas, and refuses what is none', () => {
    const limits = (text: string) => {
      writeFileSync(file, text);
      const opened = openUnitLimits(file);
      return 'table' in opened
        ? Object.fromEntries(opened.table.limits)
        : `${opened.problem.line}: ${opened.problem.message}`;
    };
    const both = { '97110': { units: 8, by: 3 }, G0283: { units: 1, by: 1 } };
    assert.deepEqual(
      limits(
        'Notice\nHCPCS/CPT Code\tValues\tIndicator\tRationale\n97110\t8\t3 Date of Service Edit: Clinical\tx\nG0283\t1\t1 Line Edit\tx\n',
      ),
      both,
    );
    assert.deepEqual(
      limits(
        '"HCPCS/CPT Code","Practitioner Services MUE Values"\r\n97110,8,"3 Date of Service Edit: Clinical","a, b"\r\n"G0283",1,"1 Line Edit",""\r\n',
      ),
      both,
    );
    assert.equal(limits('97110\teight\n'), '1: expected the number of units after the code');
    assert.equal(limits('97110\t8\t3\n97112\t8\t4\n'), '2: expected an adjudication indicator of 1, 2 or 3');
    assert.match(String(limits('nothing here\n')), /no code with a limit/);
  });
});
