import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../server/src/cli/check';

const DAY = `payer medicare
discipline PT
clinician "R. Ortiz, PT"

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112
  bill 97110-GP x1
  bill 97112-GP x1
`;
const HEADINGS = 'Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tRationale\n';

describe("encounter check with the coder's own files", () => {
  let folder: string;
  let home: string;
  beforeEach(() => {
    home = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'own-'));
    process.chdir(folder);
    writeFileSync('a.encounter', DAY);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  function run(...args: string[]) {
    let out = '';
    let err = '';
    const code = check(
      ['--format', 'json', '--today', '2026-11-01', ...args, 'a.encounter'],
      (text) => {
        out += text;
      },
      (text) => {
        err += text;
      },
    );
    const { diagnostics } = JSON.parse(out).files[0] as {
      diagnostics: { rule: string; severity: string; message: string }[];
    };
    return { code, err, found: diagnostics.map((d) => `${d.severity} ${d.rule}`), diagnostics };
  }

  it('judges by the pairs of the file, on the dates they are in force', () => {
    assert.deepEqual(run().found, []);
    writeFileSync('ptp.txt', `${HEADINGS}97110\t97112\t\t20260101\t*\t1\tx\n`);
    const own = run('--edits', 'ptp.txt');
    assert.deepEqual(own.found, ['error missing-59']);
    assert.match(own.diagnostics[0]!.message, /your file ptp\.txt/);
    assert.equal(own.err, '');
    writeFileSync('ptp.txt', `${HEADINGS}97110\t97112\t\t20200101\t20260302\t1\tx\n`);
    assert.deepEqual(run('--edits', 'ptp.txt').found, []);
    writeFileSync('ptp.txt', `${HEADINGS}97110\t97112\t\t20260101\t*\t0\tx\n`);
    assert.deepEqual(run('--edits', 'ptp.txt').found, ['error pair-not-payable']);
  });

  it('takes them from the configuration too', () => {
    writeFileSync('ptp.txt', `${HEADINGS}97110\t97112\t\t20260101\t*\t1\tx\n`);
    writeFileSync('encounter.config.json', '{ "edits": "ptp.txt" }');
    assert.deepEqual(run().found, ['error missing-59']);
  });

  it('refuses a damaged file with its line, and judges by the built-in table', () => {
    writeFileSync('ptp.txt', `${HEADINGS}97110\t97112\t\t20260101\t*\t1\tx\n97110\t97113\t\tsoon\t*\t1\tx\n`);
    const { code, err, found } = run('--edits', 'ptp.txt');
    assert.equal(code, 2);
    assert.equal(
      err,
      'encounter: ptp.txt:3: expected an effective date such as 20260101; the built-in table is used\n',
    );
    assert.deepEqual(found, []);
  });

  it('takes one kind of table for no other, though both are asked of one file', () => {
    writeFileSync('ptp.txt', `${HEADINGS}97110\t97112\t\t20260101\t*\t1\tx\n`);
    const { code, err, found } = run('--edits', 'ptp.txt', '--unit-limits', 'ptp.txt');
    assert.equal(code, 2);
    assert.equal(err, 'encounter: ptp.txt:2: this is a pair of codes, not a unit limit; the built-in table is used\n');
    assert.deepEqual(found, ['error missing-59']);
  });

  it('judges by the unit limits of the file', () => {
    writeFileSync('mue.csv', '97110,0,2 Date of Service Edit: Policy,x\n');
    const { found, diagnostics } = run('--unit-limits', 'mue.csv');
    assert.deepEqual(found, ['warning units-over-mue']);
    assert.match(diagnostics[0]!.message, /your file mue\.csv/);
  });
});
