/** What is made to harm: it is said in one clear line, or read in time that grows as the text does. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlockSyntax } from '../../server/src/syntax/buffer';
import { parseBlock } from '../../server/src/syntax/parser';
import { buildCommand, runCommand } from '../faults/command';
import { check } from '../support/markers';

const HEAD = 'clinician "R. Ortiz, PT"\npayer medicare\ndiscipline PT\n\nencounter 2026-03-03 patient A\n';
const today = ['--today', '2026-11-01'];

describe('hostile files', function () {
  this.timeout(180_000);
  let cli: string;
  let remove: () => void;
  let folder: string;
  before(() => {
    ({ cli, remove } = buildCommand());
  });
  after(() => remove());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  /** Within a small heap: what could exhaust the memory would. */
  const run = (...args: string[]) => runCommand(cli, args, folder, { node: ['--max-old-space-size=400'] });
  function found(name: string): string[] {
    const { out, err, status } = run('check', '--format', 'json', ...today, name);
    assert.ok(status === 0 || status === 1, err);
    const [file] = (JSON.parse(out) as { files: [{ diagnostics: { rule: string; range: { start: object } }[] }] })
      .files;
    return file.diagnostics.map(({ rule, range }) => `${rule} ${Object.values(range.start).join(':')}`);
  }

  it('a line of 50 MB, read or not', () => {
    put('a.encounter', `${HEAD}  S: ${'x'.repeat(50e6)}\n  bill 97110-GP x1\n`);
    assert.ok(found('a.encounter').includes('billed-not-performed 4:0'));
    put('a.encounter', `${HEAD}  ${'?'.repeat(50e6)}\n`);
    assert.ok(found('a.encounter').includes('syntax 5:2'));
  });

  it('a million modifiers on a line, and fifty thousand codes and rules', () => {
    for (const [modifier, rule, most] of [
      ['-GP', 'discipline-modifier', 1],
      ['-ZZ', 'unknown-modifier', 100],
      ['-25', 'bypass-modifier-misuse', 100],
    ] as const) {
      put('a.encounter', `${HEAD}  09:00-09:15  97110\n  bill 97110${modifier.repeat(1_000_000)} x1\n`);
      const said = found('a.encounter').filter((one) => one.startsWith(`${rule} `));
      assert.equal(said.length, most, modifier);
    }
    put('a.encounter', `${HEAD}  dx ${'M54.50, '.repeat(50_000)}M54.50\n`);
    found('a.encounter');
    put('a.encounter', `${HEAD}  # ignore ${'missing-59, '.repeat(20_000)}missing-59: so be it\n`);
    found('a.encounter');
  });

  it('deep nonsense', () => {
    put('a.encounter', `${HEAD}  ${'by by group of group region "" # ignore ::: '.repeat(50_000)}\n`);
    assert.ok(found('a.encounter').includes('unknown-field 5:2'));
  });

  it('bytes that are not text, each said at its place', () => {
    put('a.encounter', Buffer.concat([Buffer.from(`${HEAD}  S: a`), Buffer.from([0xff]), Buffer.from('b\n  A: \0\n')]));
    const all = found('a.encounter');
    assert.ok(all.includes('syntax 5:6'), all.join());
    assert.ok(all.includes('syntax 6:5'), all.join());
  });

  it('links that go round, devices, and names of odd characters', function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('round', join(folder, 'round'));
    symlinkSync('.', join(folder, 'within'));
    mkdirSync(join(folder, "a b\n;$(touch x)'\u202e%s"));
    put("a b\n;$(touch x)'\u202e%s/-é\u{1f600}.encounter", `${HEAD}  bill 97110-GP x1\n`);
    const { out } = run('check', '--format', 'json', ...today, '.');
    assert.equal((JSON.parse(out) as { files: unknown[] }).files.length, 1);
    assert.match(run('check', 'round').err, /^encounter: round: its links go round in a circle\n/);
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    put('a.encounter', HEAD);
    for (const [file, why] of [
      ['pipe', 'it is no file'],
      ['/dev/zero', 'it is no file'],
      ['.', 'it is a folder'],
    ] as const)
      for (const option of ['--edits', '--unit-limits', '--baseline', '--config']) {
        const { err, signal } = run('check', option, file, 'a.encounter');
        assert.equal(signal, null);
        assert.ok(err.includes(why), `${option} ${file}: ${err}`);
      }
  });

  it('files of our own that are far too large', () => {
    put('a.encounter', HEAD);
    const huge = join(folder, 'huge');
    put('huge', '');
    truncateSync(huge, 3 * 1024 ** 3);
    for (const option of ['--edits', '--unit-limits', '--baseline', '--config']) {
      const { status, err } = run('check', option, 'huge', 'a.encounter');
      assert.equal(status, 2, err);
      assert.match(err, /huge: it is too large for a file of its kind/, option);
    }
    assert.match(run('check', 'huge').err, /^encounter: huge: it is too large to be read\n/);
  });

  it('configurations and tables that are made to exhaust the memory', () => {
    put('a.encounter', HEAD);
    for (const text of ['['.repeat(500_000), `{"a":${'{"a":'.repeat(150_000)}`, `{${'"rules":{},'.repeat(50_000)}}`]) {
      put('encounter.config.json', text);
      const { status, err, signal } = run('check', ...today, 'a.encounter');
      assert.equal(signal, null, err.slice(0, 300));
      assert.ok(status === 2 || status === 0, `${status} ${err.slice(0, 300)}`);
      assert.doesNotMatch(err, /something went wrong inside/);
    }
    rmSync(join(folder, 'encounter.config.json'));
    // One line of two hundred megabytes of a table, and one of nothing but separators.
    const table = openSync(join(folder, 'table.txt'), 'w');
    for (let i = 0; i < 20; i++) writeSync(table, Buffer.alloc(10e6, i < 10 ? 0x41 : 0x09));
    for (const option of ['--edits', '--unit-limits']) {
      const { err, signal } = run('check', option, 'table.txt', ...today, 'a.encounter');
      assert.equal(signal, null, err.slice(0, 300));
      assert.match(err, /^encounter: table\.txt/, option);
    }
  });
});

describe('hidden characters', () => {
  it('that turn the direction of writing are said, wherever they stand: they can hide what is billed', () => {
    for (const c of ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])
      for (const line of [`  bill 97110${c}-59 x1`, `  S: told${c} so`, `  # re${c}mark`, `  goal "${c}"`]) {
        const all = check(`${HEAD}${line}\n`).filter(({ rule, line }) => rule === 'syntax' && line === 5);
        assert.equal(all.length, 1, `${JSON.stringify(line)}: ${all.length}`);
      }
  });
});

describe('the worst lines that fuzzing and thought have found', () => {
  const MEGABYTES = 10;
  const worst: readonly (readonly [what: string, line: string])[] = [
    ['modifiers', `  bill 97110${'-59'.repeat(20_000)}\n`],
    ['quotes', `  09:00-09:15 97110 ${'"'.repeat(60_000)}\n`],
    ['notes that go on', `  S: ${'x'.repeat(60_000)}\n${'    y\n'.repeat(10_000)}`],
    ['diagnoses', `  dx ${'M54.50,'.repeat(10_000)}\n`],
    ['ignored rules', `  # ignore ${'a-b,'.repeat(15_000)}\n`],
    ['white space', `${' '.repeat(60_000)}\n`],
    ['blank lines', '\n'.repeat(60_000)],
    ['broken headers', 'a 1 patient b\n'.repeat(5_000)],
    ['hidden characters', `  ${'\u202e'.repeat(60_000)}\n`],
    ['defaults below an encounter', 'payer medicare\n'.repeat(5_000)],
    ['words that are no field', '  abc\n'.repeat(10_000)],
    ['dashes', `  9:00${' \u2013'.repeat(20_000)}\n`],
  ];
  const good = `encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance"
  bill 97110-59-GP x1
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
`;
  const filled = (piece: string) => piece.repeat(Math.ceil((MEGABYTES * 1024 * 1024) / piece.length));

  it(`are read in no more than three times the time of good ones, ${MEGABYTES} MB of each`, function () {
    this.timeout(240_000);
    const buffer = new BlockSyntax();
    const time = (text: string): number => {
      const from = performance.now();
      let at = parseBlock(text, 0, true, buffer);
      while (at < text.length) at = parseBlock(text, at, false, buffer);
      return performance.now() - from;
    };
    const usual = filled(good);
    time(usual);
    for (const [what, line] of worst) {
      const text = filled(`encounter 2026-03-03 patient A\n${line}`);
      // One beside the other, so that what else the machine does slows both; the best of a few rounds counts.
      let ratio = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 6 && ratio > 3; round++) {
        const base = time(usual);
        ratio = Math.min(ratio, time(text) / base);
      }
      assert.ok(ratio <= 3, `${what}: ${ratio.toFixed(1)} times the time of good lines`);
    }
  });
});
