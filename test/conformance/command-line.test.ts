/** The built command, as a process of its own: what it prints where, and with which exit code it ends. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const HEAD = 'clinician "T"\ndiscipline PT\npayer medicare\n';
const day = (date: string, patient: string, body: string) =>
  `encounter ${date} patient ${patient}\n  dx M54.50\n${body}`;
const RIGHT = HEAD + day('2026-03-03', 'A', '  09:00-09:15 97110\n  bill 97110-GP x1\n');
const WRONG = HEAD + day('2026-03-03', 'A', '  09:00-09:15 97110\n  bill 97110-GP x2\n');
const WARNS = `${RIGHT}  payr x\n`;

describe('the command, built', function () {
  this.timeout(120_000);
  let built: string;
  let folder: string;

  before(() => {
    execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT, stdio: 'pipe' });
    built = mkdtempSync(join(tmpdir(), 'built-'));
    cpSync(join(ROOT, 'dist'), built, { recursive: true });
  });
  after(() => rmSync(built, { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'line-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function put(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  function run(args: readonly string[], input: string | Uint8Array = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, 'cli.js'), ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { code: status, out: stdout, err: stderr };
  }
  const json = (...args: string[]) =>
    JSON.parse(run(['check', '--today', '2026-11-01', '--format', 'json', ...args]).out);
  const paths = (...args: string[]): string[] => json(...args).files.map((file: { path: string }) => file.path);

  it('ends with 0, 1 or 2', () => {
    put('right.encounter', RIGHT);
    put('wrong.encounter', WRONG);
    put('warns.encounter', WARNS);
    put('list', 'right.encounter\r\n\nnone\n');
    put('none/readme.txt', '');
    const cases: [args: string, code: number][] = [
      ['right.encounter', 0],
      ['wrong.encounter', 1],
      ['warns.encounter', 0],
      ['--max-warnings 1 warns.encounter', 0],
      ['--max-warnings 0 warns.encounter', 1],
      ['--max-warnings=-1 warns.encounter', 2],
      ['--max-warnings x warns.encounter', 2],
      ['none', 0],
      ['missing.encounter', 2],
      ['missing.encounter wrong.encounter', 2],
      ['missing.encounter right.encounter', 2],
      ['', 2],
      ['--format xml right.encounter', 2],
      ['--today 2026-02-30 right.encounter', 2],
      ['--config missing.json right.encounter', 2],
      ['--files-from list', 0],
      ['--files-from missing', 2],
      ['--fix -', 2],
      ['--what right.encounter', 2],
    ];
    for (const [args, code] of cases) {
      const done = run(['check', '--today', '2026-11-01', ...args.split(' ').filter((word) => word !== '')]);
      assert.equal(done.code, code, `${args}\n${done.out}${done.err}`);
      if (code === 2) assert.match(done.err, /^encounter: /m, args);
    }
    assert.match(run(['check', 'missing.encounter', 'wrong.encounter']).out, /too-many-units/);
    for (const args of [[], ['chek'], ['explain'], ['explain', 'missing-58'], ['rules', 'x'], ['lsp']])
      assert.equal(run(args).code, 2, args.join(' '));
    for (const word of ['toString', '__proto__', 'constructor']) {
      const { code, err } = run([word, '--help']);
      assert.equal(code, 2, word);
      assert.match(err, new RegExp(`^encounter: there is no command ${word}\n`), word);
      assert.doesNotMatch(run(['explain', word]).err, /something went wrong/, word);
    }
    for (const args of [['rules'], ['explain', '97150'], ['explain', 'missing-59'], ['--help'], ['--version']]) {
      const done = run(args);
      assert.deepEqual([done.code, done.err, done.out === ''], [0, '', false], args.join(' '));
    }
  });

  it('prints findings alone on standard output, counting from 1', () => {
    put('a.encounter', WRONG);
    const { out, err } = run(['check', 'a.encounter']);
    assert.match(out, /^a\.encounter:7:17: error: .*\[too-many-units\]\n( {4}fix: .*\n)?$/);
    assert.match(err, /^1 encounter in 1 file: 1 error/);
    assert.equal(run(['check', '--format', 'json', 'a.encounter']).err, '');
  });

  it('takes folders apart: no hidden folders, no node_modules, no links; each file once', () => {
    put('b/x.encounter', RIGHT);
    put('b/y.txt', WRONG);
    put('b/.hidden/z.encounter', WRONG);
    put('b/node_modules/z.encounter', WRONG);
    put('B.encounter', RIGHT);
    put('a-b/c d.encounter', RIGHT);
    symlinkSync('x.encounter', join(folder, 'b/link.encounter'));
    symlinkSync('.', join(folder, 'b/round'));
    assert.deepEqual(paths('.'), ['B.encounter', 'a-b/c d.encounter', 'b/x.encounter']);
    assert.deepEqual(paths('./b/', 'b//x.encounter', './b/x.encounter'), ['b/x.encounter']);
    assert.deepEqual(paths('b/y.txt'), ['b/y.txt']);
    assert.deepEqual(paths(join(folder, 'b')), [join(folder, 'b/x.encounter')]);
  });

  it('reads standard input, once', () => {
    const { code, out } = run(['check', '-', '-', '--format', 'ndjson'], WRONG);
    assert.equal(code, 1);
    assert.equal(out.split('\n').length, 2);
    assert.equal(JSON.parse(out).path, '-');
    put('a.encounter', RIGHT);
    assert.match(run(['check', '--files-from', '-'], 'a.encounter\n').err, /1 file: nothing found/);
  });

  it('says the shape that is promised, sorted', () => {
    put('b.encounter', `${HEAD}${day('2026-03-03', 'B', '  09:05-09:20 97140\n  bill 97140 x3\n')}`);
    put('a.encounter', `\ufeff${WRONG}`);
    const report = json('b.encounter', 'a.encounter');
    assert.deepEqual(Object.keys(report), ['version', 'files', 'summary']);
    assert.deepEqual(
      report.files.map((file: { path: string; diagnostics: { rule: string }[] }) => [
        file.path,
        file.diagnostics.map((d) => d.rule),
      ]),
      [
        ['a.encounter', ['clinician-double-booked', 'too-many-units']],
        ['b.encounter', ['clinician-double-booked', 'discipline-modifier', 'too-many-units']],
      ],
    );
    assert.deepEqual(report.summary, { files: 2, encounters: 2, errors: 5, warnings: 0, infos: 0, hints: 0 });
    for (const diagnostic of report.files[0].diagnostics) {
      assert.deepEqual(Object.keys(diagnostic), [
        'rule',
        'severity',
        'message',
        'range',
        'sources',
        'related',
        'fixes',
      ]);
    }
    const [booked, units] = report.files[0].diagnostics;
    assert.deepEqual(booked.range, { start: { line: 5, character: 2 }, end: { line: 5, character: 13 } });
    assert.equal(booked.related[0].path, 'b.encounter');
    assert.deepEqual(units.fixes[0].edits, [
      { range: { start: { line: 6, character: 16 }, end: { line: 6, character: 18 } }, newText: 'x1' },
    ]);
    assert.deepEqual(json('--separate', '.').summary.errors, 3);
    const first = (path: string) => json(path).files[0].diagnostics[0].range;
    put('c.encounter', '\ufeffpayr\n');
    assert.deepEqual(first('c.encounter').start, { line: 0, character: 0 });
    put('d.encounter', `encounter 2026-03-03 patient "\u{1f600}" x\n`);
    assert.deepEqual(first('d.encounter').start.character, 34);
  });

  it('--fix takes the safe fixes, keeps line ends and the byte-order mark, and reports what is left', () => {
    put('a.encounter', `\ufeff${WARNS.replace('97110-GP x1', '97110-GP x2').replace(/\n/g, '\r\n')}`);
    const { code, out } = run(['check', '--fix', 'a.encounter']);
    assert.equal(code, 0);
    assert.match(out, /unknown-field/);
    assert.doesNotMatch(out, /too-many-units/);
    assert.equal(readFileSync(join(folder, 'a.encounter'), 'utf8'), `\ufeff${WARNS.replace(/\n/g, '\r\n')}`);
  });

  it('takes odd names of files, each on a line of its own', () => {
    const names = [
      'a b.encounter',
      'é ü.encounter',
      '"q".encounter',
      "it's.encounter",
      '-x.encounter',
      '100%.encounter',
      'new\nline.encounter',
      'bell\u0007.encounter',
    ];
    for (const name of names) put(name, 'payr x\n');
    assert.deepEqual(paths('.'), [...names].sort());
    const { out } = run(['check', '.']);
    assert.equal(out.trimEnd().split('\n').length, names.length);
    assert.doesNotMatch(out, /\u0007/);
  });

  it('says bytes that are not UTF-8 where they stand', () => {
    put(
      'a.encounter',
      Buffer.concat([Buffer.from(`${RIGHT}  S: be`), Buffer.from([0xff, 0x80]), Buffer.from('tter\n')]),
    );
    assert.match(run(['check', 'a.encounter']).out, /^a\.encounter:8:8: error: .*\[syntax\]\n$/);
  });

  it('goes on where nobody reads any more', () => {
    put('a.encounter', `${RIGHT}${'  payr x\n'.repeat(40_000)}`);
    const done = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${join(built, 'cli.js')}" check a.encounter | head -1`],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(done.stdout.split('\n').length, 2);
    assert.doesNotMatch(done.stderr, /EPIPE|Error/);
  });

  describe('is done in time', () => {
    const encounter = (i: number, clinician: string) =>
      `encounter 2026-03-${String(1 + (i % 28)).padStart(2, '0')} patient P${i}\n  clinician "${clinician}"\n  dx M54.50\n  goal "Walk"\n  09:00-09:15 97110\n  09:15-09:30 97150 group of 4\n  bill 97110-59-GP x1\n  bill 97150-GP x1\n  O: Took part ${i}.\n  A: Better.\n  P: Go on.\n\n`;
    const large: [name: string, text: () => string, code: number][] = [
      ['10 MB of visits', () => HEAD + Array.from({ length: 45_000 }, (_, i) => encounter(i, `T${i}`)).join(''), 0],
      [
        'a whole clinic under one name at one time',
        () => HEAD + Array.from({ length: 4000 }, (_, i) => encounter(i * 28, 'T')).join(''),
        1,
      ],
      ['a line of 50 MB', () => `${RIGHT}  ${'x'.repeat(50e6)}\n`, 0],
      ['a million modifiers', () => `${RIGHT}  bill 97110${'-59'.repeat(1e6)}\n`, 1],
      ['a hundred thousand lines that cannot be read', () => `payr x\n${'???\n'.repeat(1e5)}`, 1],
      [
        'a hundred thousand defaults in the midst of an encounter',
        () => `${RIGHT}${'payer medicare\n'.repeat(1e5)}  bill 97110\n`,
        1,
      ],
      [
        'a thousand sessions and lines in one visit',
        () => RIGHT + '  09:00-09:15 97110\n'.repeat(1000) + '  bill 97110-GP\n'.repeat(1000),
        1,
      ],
    ];
    for (const [name, text, code] of large)
      it(name, () => {
        put('large.encounter', text());
        const started = Date.now();
        const done = run(['check', '--today', '2026-11-01', 'large.encounter']);
        assert.equal(done.code, code, done.err.slice(0, 500));
        assert.ok(Date.now() - started < 60_000);
      });
    it('20,000 small files', () => {
      for (let i = 0; i < 20_000; i++) put(`f${i % 50}/${i}.encounter`, HEAD + encounter(i, `T${i}`));
      const done = run(['check', '--today', '2026-11-01', '.']);
      assert.deepEqual([done.code, done.out], [0, '']);
      assert.match(done.err, /^20000 encounters in 20000 files: nothing found/);
    });
  });
});
