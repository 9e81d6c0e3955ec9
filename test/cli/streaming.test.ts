import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { check } from '../../server/src/cli/check';
import { decode, eachInput, inPieces, inputsOf, pathsFrom } from '../../server/src/cli/inputs';

const MAIN = resolve(__dirname, '../../server/src/cli/main.ts');
const SAMPLES = resolve(__dirname, '../../samples');

/** A claim for care that nobody gave. */
const wrong = (patient: string) => `encounter 2026-03-03 patient ${patient}
  clinician "R. Ortiz, PT"
  discipline PT
  payer medicare
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
  bill 97140-GP x1
`;

describe('a batch that streams', () => {
  let folder: string;
  let home: string;
  beforeEach(() => {
    home = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'stream-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  function run(...args: string[]): { out: string; code: number } {
    let out = '';
    const code = check(
      ['--today', '2026-11-01', ...args],
      (text) => {
        out += text;
      },
      () => {},
    );
    return { out, code };
  }

  it('says what is in a file before the next one is named', async function () {
    this.timeout(30_000);
    writeFileSync('a.encounter', wrong('A'));
    writeFileSync('b.encounter', wrong('B'));
    const args = ['check', '--separate', '--format', 'ndjson', '--today', '2026-11-01', '--files-from', '-'];
    const child = spawn(process.execPath, ['--import', require.resolve('tsx'), MAIN, ...args], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const reports = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
    const next = async () =>
      JSON.parse((await reports.next()).value as string) as { path: string; diagnostics: unknown[] };
    child.stdin.write('b.encounter\n');
    const first = await next();
    assert.equal(first.path, 'b.encounter');
    assert.equal(first.diagnostics.length, 1);
    child.stdin.write('a.encounter\nb.encounter\n');
    assert.equal((await next()).path, 'a.encounter');
    child.stdin.end();
    assert.deepEqual(await once(child, 'exit'), [1, null]);
    assert.equal((await reports.next()).done, true, 'a file named twice is told once');
  });

  it('waits for standard input that says it has nothing yet', async function () {
    this.timeout(60_000);
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', ['pipe']);
    // A pipe that somebody set not to wait, as a shell or a container may.
    const start = `const fs = require('node:fs');
      fs.closeSync(0);
      require('node:assert').equal(fs.openSync('pipe', fs.constants.O_RDONLY | fs.constants.O_NONBLOCK), 0);
      fs.writeSync(2, 'open');
      process.argv = [process.execPath, 'encounter', ...process.argv.slice(1)];
      require(${JSON.stringify(MAIN)});`;
    for (const [args, wanted] of [
      [['check', '-', '--format', 'ndjson'], '{"path":"-","diagnostics":[]}\n'],
      [['format', '-'], 'payer medicare\n'],
    ] as const) {
      const writer = openSync('pipe', 'r+');
      const begin = () =>
        spawn(process.execPath, ['--import', require.resolve('tsx'), '-e', start, '--', ...args], {
          cwd: folder,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
      let child = begin();
      // Now and then another thread of Node has taken the number 0 in between: then it begins anew.
      for (let tries = 10; ; tries--) {
        const words = String((await once(child.stderr, 'data'))[0]);
        if (words.startsWith('open')) break;
        assert.ok(tries > 0 && words.includes('AssertionError'), words);
        child = begin();
      }
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text;
      });
      const ended = once(child, 'close');
      // It has begun to read by now, and found nothing.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      writeSync(writer, 'PAYER medicare\n');
      closeSync(writer);
      assert.deepEqual([await ended, out], [[0, null], wanted]);
    }
  });

  it('finds in each of many files what it finds in that file alone', () => {
    const texts = readdirSync(SAMPLES)
      .filter((name) => name.endsWith('.encounter'))
      .map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
    // A comment for a whole file, and the same patient, group and clinician in file after file.
    texts.push(`# ignore billed-not-performed: billed by another\n${wrong('A')}`, wrong('A'), wrong('A'));
    texts.forEach((text, i) => {
      writeFileSync(`${String(i).padStart(3, '0')}.encounter`, text);
    });
    const names = readdirSync('.').sort();
    const together = run('--separate', '--format', 'ndjson', ...names);
    const alone = names.map((name) => run('--separate', '--format', 'ndjson', name).out).join('');
    assert.equal(together.out, alone);
    assert.equal(together.code, 1);
    assert.ok(names.length > 5);
  });

  it('prints files in order of path where the format is one text', () => {
    for (const name of ['b.encounter', 'a/z.encounter', 'a.encounter', 'a-b.encounter']) {
      mkdirSync('a', { recursive: true });
      writeFileSync(name, wrong('A'));
    }
    const { files } = JSON.parse(run('--separate', '--format', 'json', 'b.encounter', '.').out) as {
      files: { path: string }[];
    };
    const paths = files.map(({ path }) => path);
    assert.deepEqual(paths, [...paths].sort());
    assert.equal(paths.length, 4);
  });

  it('looks for the second path when the first was taken', () => {
    writeFileSync('a.encounter', wrong('A'));
    let asked = 0;
    function* paths() {
      for (const path of ['a.encounter', 'gone.encounter']) {
        asked++;
        yield path;
      }
    }
    const complaints: string[] = [];
    const inputs = eachInput(paths(), (message) => complaints.push(message));
    assert.equal(inputs.next().value?.path, 'a.encounter');
    assert.equal(asked, 1);
    assert.deepEqual(complaints, []);
    assert.equal(inputs.next().done, true);
    assert.deepEqual(complaints, ['gone.encounter: there is no such file or folder']);
  });

  it('counts a file once that is reached through a folder and by its name', () => {
    mkdirSync('day');
    writeFileSync('day/a.encounter', '');
    const paths = inputsOf(['day/a.encounter', 'day', resolve('day'), './day/../day'], assert.fail).map(
      ({ path }) => path,
    );
    assert.deepEqual(paths, ['day/a.encounter']);
  });

  it('reads a list of any length, with any line ends', () => {
    const long = Array.from({ length: 9000 }, (_, i) => `folder-${i}/däy ${i}.encounter`);
    writeFileSync('list', `\ufeff${long.map((path, i) => path + ['\n', '\r\n', '\r', '\n\n'][i % 4]).join('')}last`);
    assert.deepEqual([...pathsFrom('list')], [...long, 'last']);
  });

  it('reads bytes as text the same, ASCII or not', () => {
    for (const text of ['', 'plain', 'tab\tnull\0', '°', 'a ≥ b 👍', '\u0080']) {
      assert.equal(decode(Buffer.from(text)), text);
      assert.equal(decode(Buffer.from(`\ufeff${text}`)), text);
    }
    assert.equal(decode(Buffer.from([0x41, 0xff, 0x42])), 'A\ufffdB');
  });

  it('reads bytes in pieces that begin with a header, and loses nothing between them', () => {
    const day =
      '\ufeff# Clinic\n\nencounter 2026-03-03 patient A\n  S: 4 ≥ 3\r\nencounter 2026-03-03 patient B\n encounter\n';
    const broken = Buffer.from([0x0a, 0xe2, 0x89, 0x0a]);
    const bytes = Buffer.concat([Buffer.from(day), broken, Buffer.from('encounter 2026-03-04 patient C\n'.repeat(3))]);
    for (const least of [1, 5, 20, 60, 1000]) {
      const pieces = inPieces(bytes, least);
      assert.equal(pieces.join(''), decode(bytes));
      assert.ok(pieces.slice(1).every((piece) => piece.startsWith('encounter ')));
      assert.ok(pieces.slice(0, -1).every((piece) => piece.length >= Math.min(least, 5)));
    }
    assert.equal(inPieces(bytes, 1).length, 6);
    assert.deepEqual(inPieces(Buffer.alloc(0)), ['']);
  });
});
