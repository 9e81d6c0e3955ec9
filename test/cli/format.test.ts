import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from '../../server/src/cli/format';
import { HELP, UsageError } from '../../server/src/cli/usage';

const MAIN = resolve(__dirname, '../../server/src/cli/main.ts');
const MESSY = `PAYER medicare   # all of them

encounter 2026-03-03 patient A
    9:00 AM – 9:15 AM 97110 one-on-one
    bill 97110 -59 -gp
    bill 97110x2
    S: A note,
       carried on.
`;
const TIDY = `payer medicare  # all of them

encounter 2026-03-03 patient A
  09:00-09:15  97110  one-on-one
  bill 97110-59-GP
    bill 97110x2
  S: A note,
     carried on.
`;

describe('encounter format', () => {
  let folder: string;
  let home: string;
  beforeEach(() => {
    home = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'format-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  function run(...args: string[]) {
    let out = '';
    let err = '';
    const code = format(
      args,
      (text) => {
        out += text;
      },
      (text) => {
        err += text;
      },
    );
    return { code, out, err };
  }
  const read = (path: string) => readFileSync(path, 'utf8');

  it('writes files in their written form, and says which changed', () => {
    mkdirSync('days/.hidden', { recursive: true });
    writeFileSync('days/b.encounter', MESSY);
    writeFileSync('days/a.encounter', TIDY);
    writeFileSync('days/.hidden/c.encounter', MESSY);
    writeFileSync('days/notes.txt', MESSY);
    assert.deepEqual(run('./days/'), { code: 0, out: 'days/b.encounter\n', err: '2 files: 1 changed\n' });
    assert.equal(read('days/b.encounter'), TIDY);
    assert.equal(read('days/.hidden/c.encounter'), MESSY);
    assert.equal(read('days/notes.txt'), MESSY);
    assert.deepEqual(run('days'), { code: 0, out: '', err: '2 files: nothing to change\n' });
  });

  it('changes nothing with --check, and ends with 1 where it would', () => {
    writeFileSync('a.encounter', MESSY);
    writeFileSync('b.encounter', TIDY);
    const { mtimeMs } = statSync('a.encounter');
    assert.deepEqual(run('--check', '.'), { code: 1, out: 'a.encounter\n', err: '2 files: 1 to change\n' });
    assert.equal(read('a.encounter'), MESSY);
    assert.equal(statSync('a.encounter').mtimeMs, mtimeMs);
    assert.deepEqual(run('--check', 'b.encounter'), { code: 0, out: '', err: '1 file: nothing to change\n' });
  });

  it('keeps the byte-order mark, line ends, permissions and links, and leaves nothing behind', () => {
    writeFileSync('a.encounter', `\ufeff${MESSY.replace(/\n/g, '\r\n')}`);
    chmodSync('a.encounter', 0o640);
    symlinkSync('a.encounter', 'link.encounter');
    assert.equal(run('link.encounter').out, 'link.encounter\n');
    assert.equal(read('a.encounter'), `\ufeff${TIDY.replace(/\n/g, '\r\n')}`);
    assert.equal(statSync('a.encounter').mode & 0o777, 0o640);
    assert.ok(lstatSync('link.encounter').isSymbolicLink());
    assert.deepEqual(readdirSync('.'), ['a.encounter', 'link.encounter']);
  });

  it('leaves a file with bytes that are not UTF-8 as it is, says so, and goes on', () => {
    const bytes = Buffer.concat([Buffer.from(MESSY), Buffer.from([0x23, 0x20, 0xff, 0x0a])]);
    writeFileSync('a.encounter', bytes);
    writeFileSync('b.encounter', MESSY);
    const { code, out, err } = run('.');
    assert.ok(readFileSync('a.encounter').equals(bytes));
    assert.equal(read('b.encounter'), TIDY);
    assert.equal(out, 'b.encounter\n');
    assert.match(err, /^encounter: a\.encounter: left as it is: it holds bytes that are not UTF-8/);
    assert.equal(code, 2);
  });

  it('leaves a file that is full of U+0000 as it is: it is UTF-16', () => {
    const bytes = Buffer.from(MESSY, 'utf16le');
    writeFileSync('a.encounter', bytes);
    const { code, err } = run('a.encounter');
    assert.ok(readFileSync('a.encounter').equals(bytes));
    assert.equal(code, 2);
    assert.match(err, /^encounter: a\.encounter: left as it is: it is not saved as UTF-8/);
  });

  it('says a full disk, in one line', function () {
    if (!existsSync('/dev/full')) this.skip();
    writeFileSync('a.encounter', TIDY);
    for (const args of [
      ['format', '-'],
      ['rules'],
      ['explain', '97110'],
      ['check', '--format', 'json', 'a.encounter'],
    ]) {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', MAIN, ...args], {
        input: MESSY,
        stdio: ['pipe', full, 'pipe'],
        encoding: 'utf8',
        cwd: resolve(__dirname, '../..'),
      });
      closeSync(full);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /encounter: the output could not be written: the disk is full\n/, args.join(' '));
      assert.doesNotMatch(stderr, /report this/);
    }
  }).timeout(60_000);

  it('goes on where a file cannot be read, and ends with 2', () => {
    writeFileSync('a.encounter', TIDY);
    const { code, err } = run('gone.encounter', 'a.encounter');
    assert.equal(code, 2);
    assert.match(err, /^encounter: gone\.encounter: there is no such file or folder\n1 file: nothing to change\n$/);
  });

  it('says what cannot be written', function () {
    if (process.getuid?.() === 0) this.skip();
    mkdirSync('closed');
    writeFileSync('closed/b.encounter', MESSY);
    chmodSync('closed', 0o500);
    const closed = run('closed');
    chmodSync('closed', 0o700);
    assert.equal(closed.code, 2);
    assert.equal(closed.out, '');
    assert.match(closed.err, /^encounter: closed\/b\.encounter: not written: no permission to write it\n/);
    assert.equal(read('closed/b.encounter'), MESSY);
  });

  it('takes standard input to standard output', () => {
    const pipe = (input: string | Buffer, ...args: string[]) =>
      spawnSync(process.execPath, ['--import', require.resolve('tsx'), MAIN, 'format', ...args], {
        input,
        encoding: 'utf8',
      });
    const whole = pipe(`\ufeff${MESSY}`, '-');
    assert.deepEqual([whole.status, whole.stdout, whole.stderr], [0, `\ufeff${TIDY}`, '']);
    const checked = pipe(MESSY, '--check', '-');
    assert.deepEqual([checked.status, checked.stdout], [1, '-\n']);
    const broken = pipe(Buffer.from([0x53, 0xff]), '-');
    assert.deepEqual([broken.status, broken.stdout], [2, '']);
    assert.match(broken.stderr, /^encounter: -: left as it is/);
  }).timeout(60_000);

  it('reads paths from a list', () => {
    writeFileSync('a.encounter', MESSY);
    writeFileSync('list', 'a.encounter\n');
    assert.equal(run('--files-from', 'list').out, 'a.encounter\n');
    assert.equal(run('--files-from', 'nowhere').code, 2);
  });

  it('refuses bad usage with one clear line', () => {
    const cases: [string[], RegExp][] = [
      [[], /name a file or a folder/],
      [['--chek', '.'], /no option --chek; did you mean --check\?/],
      [['-', 'a.encounter'], /standard input goes to standard output/],
    ];
    for (const [args, message] of cases)
      assert.throws(
        () => run(...args),
        (error) => error instanceof UsageError && message.test(error.message) && !error.message.includes('\n'),
        args.join(' '),
      );
  });

  it('is in the help', () => {
    assert.match(HELP['']!, /encounter format PATH/);
    assert.match(HELP.format!, /--check/);
  });
});
