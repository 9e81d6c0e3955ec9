import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../server/src/cli/check';
import { UsageError } from '../../server/src/cli/usage';

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;
const day = (patient: string) =>
  `${HEAD}\nencounter 2026-03-03 patient ${patient}\n  dx M54.50\n  09:00-09:15  97110\n  bill 97110-GP x2\n`;

describe('encounter check with a configuration', () => {
  let folder: string;
  let home: string;
  beforeEach(() => {
    home = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'config-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  function put(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }

  function run(...args: string[]) {
    let out = '';
    let err = '';
    const code = check(
      ['--today', '2026-04-01', '--format', 'json', ...args],
      (text) => {
        out += text;
      },
      (text) => {
        err += text;
      },
    );
    const files = out === '' ? [] : (JSON.parse(out) as { files: { path: string; diagnostics: Found[] }[] }).files;
    return {
      code,
      err,
      found: files.flatMap(({ path, diagnostics }) => diagnostics.map((one) => `${path} ${one.rule} ${one.severity}`)),
      files,
    };
  }
  interface Found {
    rule: string;
    severity: string;
  }

  it('judges each file by the nearest configuration above it', () => {
    put({
      'encounter.config.json': '{ "rules": { "too-many-units": "warning" } }',
      'a.encounter': day('A'),
      'north/b.encounter': day('B').replace('03-03', '03-04'),
      'south/encounter.config.json': '{ // nothing said here\n "rules": { "too-many-units": "hint", }, }',
      'south/deep/c.encounter': day('C'),
    });
    const { code, err, found } = run('.');
    assert.deepEqual(found, [
      'a.encounter too-many-units warning',
      'north/b.encounter too-many-units warning',
      'south/deep/c.encounter too-many-units hint',
    ]);
    assert.deepEqual([code, err], [0, '']);
  });

  it('judges files of one configuration together, and no others', () => {
    const clash = (patient: string) => day(patient).replace('x2', 'x1');
    put({ 'a/a.encounter': clash('A'), 'b/b.encounter': clash('B') });
    assert.deepEqual(run('.').found, [
      'a/a.encounter clinician-double-booked error',
      'b/b.encounter clinician-double-booked error',
    ]);
    put({ 'b/encounter.config.json': '{}' });
    assert.deepEqual(run('.').found, []);
    put({ 'encounter.config.json': '{}' });
    rmSync('b/encounter.config.json');
    assert.equal(run('.').found.length, 2);
  });

  it('takes the one that is named, and no other', () => {
    put({
      'a/encounter.config.json': '{ "rules": { "too-many-units": "warning" } }',
      'a/a.encounter': day('A'),
      'strict.json': '{ "rules": { "too-many-units": "info" } }',
    });
    assert.deepEqual(run('--config', 'strict.json', 'a').found, ['a/a.encounter too-many-units info']);
    assert.deepEqual(run('--separate', 'a').found, ['a/a.encounter too-many-units warning']);
  });

  it('says the file, the line and the nearest name, and goes on with what is good', () => {
    put({
      'encounter.config.json': '{\n  "rules": {\n    "too-many-unit": "off",\n    "too-many-units": "warning"\n  }\n}',
      'a/a.encounter': day('A'),
      'b/b.encounter': day('B').replace('03-03', '03-04'),
    });
    const { code, err, found } = run('.');
    assert.equal(err, 'encounter.config.json:3:5: There is no rule "too-many-unit". Did you mean "too-many-units"?\n');
    assert.deepEqual([code, found.length], [0, 2]);
    process.chdir('a');
    assert.ok(run('.').err.startsWith('../encounter.config.json:3:5: '));
    assert.ok(run('--config', '../encounter.config.json', '.').err.startsWith('../encounter.config.json:3:5: '));
  });

  it('says two configurations in one folder', () => {
    put({
      'encounter.config.json': '{ "rules": { "too-many-units": "info" } }',
      '.encounter.config.json': '{}',
      'a.encounter': day('A'),
    });
    const { err, found } = run('.');
    assert.match(
      err,
      /^encounter\.config\.json:1:1: Two configurations in one folder: encounter\.config\.json is used, \.encounter/,
    );
    assert.deepEqual(found, ['a.encounter too-many-units info']);
    rmSync('encounter.config.json');
    assert.deepEqual(run('.').found, ['a.encounter too-many-units error']);
    assert.equal(run('.').err, '');
  });

  it('exits with 2 where nothing of a configuration can be used, and checks all the same', () => {
    put({ 'encounter.config.json': '[]', 'a.encounter': day('A') });
    const { code, err, found } = run('.');
    assert.equal(code, 2);
    assert.match(
      err,
      /^encounter\.config\.json:1:1: Expected a part in \{ \}, not a list in \[ \]\.\nencounter: encounter\.config\.json: nothing/,
    );
    assert.equal(found.length, 1);
  });

  it('stops where the one that is named is not there', () => {
    put({ 'a.encounter': day('A') });
    assert.throws(
      () => run('--config', 'none.json', '.'),
      (error: Error) =>
        error instanceof UsageError && error.message === '--config none.json: there is no such file or folder',
    );
  });

  it('says one that may not be read', function () {
    if (process.getuid?.() === 0) return this.skip();
    put({ 'encounter.config.json': '{}', 'a.encounter': day('A') });
    chmodSync('encounter.config.json', 0);
    const { code, err, found } = run('.');
    assert.deepEqual([code, err, found.length], [2, 'encounter: encounter.config.json: no permission to read it\n', 1]);
    return undefined;
  });

  it('says one that is a link to nowhere, or in a circle', () => {
    put({ 'a.encounter': day('A') });
    symlinkSync('nowhere', 'encounter.config.json');
    assert.deepEqual(
      [run('.').code, run('.').err],
      [2, 'encounter: encounter.config.json: there is no such file or folder\n'],
    );
    rmSync('encounter.config.json');
    symlinkSync('encounter.config.json', 'encounter.config.json');
    const { code, err } = run('.');
    assert.deepEqual([code, err], [2, 'encounter: encounter.config.json: its links go round in a circle\n']);
  });

  it('takes a folder of its name for none', () => {
    put({ 'a.encounter': day('A') });
    mkdirSync('encounter.config.json');
    assert.equal(run('.').err, '');
  });

  it('knows the payers that it names', () => {
    const text = day('A')
      .replace('payer medicare', 'payer "Advantage"')
      .replace('97110-GP', '97110')
      .replace('x2', 'x1');
    put({ 'a.encounter': text });
    assert.deepEqual(run('.').found, []);
    put({ 'encounter.config.json': '{ "payers": { "Advantage": { "like": "medicare" } } }' });
    assert.deepEqual(run('.').found, ['a.encounter discipline-modifier error']);
  });

  describe('and a baseline', () => {
    it('writes what is known, then reports only what is new', () => {
      put({ 'old/a.encounter': day('A'), 'old/b.encounter': day('B').replace('03-03', '03-04') });
      const written = run('--write-baseline', 'known.json', '.');
      assert.deepEqual(written, {
        code: 0,
        err: 'known.json: 2 known findings written; name it with --baseline or in encounter.config.json\n',
        found: [],
        files: [],
      });
      const again = run('--baseline', 'known.json', '.');
      assert.deepEqual([again.code, again.found, again.err], [0, [], 'encounter: 2 known findings are not shown\n']);
      put({ 'new/c.encounter': day('C').replace('03-03', '03-05') });
      assert.deepEqual(run('--baseline', 'known.json', '.').found, ['new/c.encounter too-many-units error']);
      assert.equal(run('--baseline', 'known.json', '--separate', '.').found.length, 1);
    });

    it('is found through the configuration, from its folder', () => {
      put({
        'clinic/encounter.config.json': '{ "baseline": "tables/known.json" }',
        'clinic/tables/none': '',
        'clinic/old/a.encounter': day('A'),
      });
      run('--write-baseline', 'clinic/tables/known.json', '.');
      assert.deepEqual(run('.').found, []);
      process.chdir('clinic/old');
      assert.deepEqual(run('a.encounter').found, []);
    });

    it('says what is gone, and drops it when written again', () => {
      put({ 'a.encounter': day('A'), 'b.encounter': day('B').replace('03-03', '03-04') });
      run('--write-baseline', 'known.json', '.');
      const before = readFileSync('known.json', 'utf8');
      put({ 'a.encounter': day('A').replace('x2', 'x1') });
      assert.equal(
        run('--baseline', 'known.json', '.').err,
        'encounter: 1 known finding is not shown\nencounter: known.json: 1 known finding is gone; write it again to drop it\n',
      );
      assert.equal(run('--baseline', 'known.json', 'b.encounter').err, 'encounter: 1 known finding is not shown\n');
      run('--write-baseline', 'known.json', '.');
      const after = readFileSync('known.json', 'utf8');
      assert.equal(before.split('\n').length - after.split('\n').length, 1);
      assert.ok(after.split('\n').every((line) => before.includes(line.replace(/,$/, ''))));
    });

    it('is not written where not all could be checked, nor over another file', () => {
      put({ 'a.encounter': day('A') });
      const half = run('--write-baseline', 'known.json', 'a.encounter', 'none.encounter');
      assert.equal(half.code, 2);
      assert.match(half.err, /known\.json: not written, since not all was checked/);
      const over = run('--write-baseline', 'a.encounter', '.');
      assert.deepEqual(
        [over.code, over.err],
        [2, 'encounter: a.encounter: not written: it is another kind of file, and is not written over\n'],
      );
      assert.equal(readFileSync('a.encounter', 'utf8'), day('A'));
      const nowhere = run('--write-baseline', 'no/known.json', '.');
      assert.equal(nowhere.code, 2);
      assert.deepEqual(readdirSync('.'), ['a.encounter']);
    });

    it('that is damaged is said with its line, and holds back nothing', () => {
      put({ 'a.encounter': day('A'), 'known.json': '{\n  "version": 1,\n  "salt": "s", "known": [\n' });
      const { code, err, found } = run('--baseline', 'known.json', '.');
      assert.deepEqual([code, found.length], [2, 1]);
      assert.match(err, /^encounter: known\.json:\d+: This baseline is damaged\. Write it again/);
      assert.equal(run('--write-baseline', 'known.json', '.').code, 0);
      assert.equal(run('--baseline', 'known.json', '.').code, 0);
      const missing = run('--baseline', 'none.json', '.');
      assert.deepEqual([missing.code, missing.err], [2, 'encounter: none.json: there is no such file or folder\n']);
    });
  });
});
