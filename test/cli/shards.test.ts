import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { check } from '../../server/src/cli/check';
import type { FileReport } from '../../server/src/cli/output/report';

const SCRIPT = resolve(__dirname, '../../docs/examples/in-shards.sh');
const MAIN = resolve(__dirname, '../../server/src/cli/main.ts');

const HEAD = 'payer medicare\ndiscipline PT\n';
const visit = (date: string, patient: string, lines: string) =>
  `encounter ${date} patient ${patient}\n  dx M54.50\n  goal "Walk"\n${lines}\n`;
const group = (note: string) =>
  `  09:15-09:30  97150  group of 2\n  bill 97150-GP x1\n  O: ${note}\n  A: Steadier than before, with fewer cues.\n`;
const alone = (from: string, to: string) => `  ${from}-${to}  97110\n  bill 97110-GP x1\n  O: Done.\n`;

/** Two clinics with the same ids and names, which must not meet; days that span files; a note repeated a month later. */
const FILES: Readonly<Record<string, string>> = {
  'east/2026-03-03/ortiz-am.encounter': `${HEAD}clinician "R. Ortiz, PT"\n${visit('2026-03-03', 'A', group('Took part in the whole group; two cues needed.'))}`,
  'east/2026-03-03/ortiz-pm.encounter': `${HEAD}clinician "R. Ortiz, PT"\n${visit('2026-03-03', 'B', group('Led the second half, and rested once on a chair.'))}${visit('2026-03-03', 'C', alone('09:20', '09:40'))}`,
  'east/2026-03-03/park.encounter': `${HEAD}clinician "J. Park, PT"\n${visit('2026-03-03', 'A', alone('13:00', '13:20').replace('x1', 'x2'))}`,
  'east/2026-04-07/ortiz.encounter': `${HEAD}clinician "R. Ortiz, PT"\n${visit('2026-04-07', 'A', group('Took part in the whole group; two cues needed.'))}`,
  'west/2026-03-03/ortiz.encounter': `${HEAD}clinician "R. Ortiz, PT"\n${visit('2026-03-03', 'A', alone('09:15', '09:30'))}${visit('2026-03-03', 'D', alone('09:20', '09:35'))}`,
};

describe('a batch in shards', () => {
  let folder: string;
  let home: string;
  beforeEach(() => {
    home = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'shards-'));
    process.chdir(folder);
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  function findings(ndjson: string): string[] {
    return ndjson
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as FileReport)
      .flatMap(({ path, diagnostics }) => diagnostics.map((one) => `${path}:${one.range.start.line + 1} ${one.rule}`));
  }

  function together(...paths: string[]): string[] {
    let out = '';
    check(
      ['--format', 'ndjson', ...paths],
      (text) => {
        out += text;
      },
      assert.fail,
    );
    return findings(out);
  }

  it('finds what each clinic checked whole finds: a month a shard, repeated notes in a second pass', function () {
    this.timeout(60_000);
    const whole = [...together('east'), ...together('west')].sort();
    const built = join(folder, 'encounter.js');
    buildSync({ entryPoints: [MAIN], outfile: built, bundle: true, platform: 'node', mainFields: ['module', 'main'] });
    const ENCOUNTER = `${process.execPath} ${built}`;
    execFileSync('sh', [SCRIPT, folder, join(folder, 'results')], { env: { ...process.env, ENCOUNTER } });
    const read = (at: string) =>
      readdirSync(at)
        .filter((name) => name.endsWith('.ndjson'))
        .flatMap((name) => findings(readFileSync(join(at, name), 'utf8')));
    const first = read(join(folder, 'results'));
    const second = read(join(folder, 'results/repeated')).filter((one) => one.endsWith(' cloned-note'));
    assert.deepEqual([...new Set([...first, ...second])].sort(), whole);
    assert.deepEqual(readdirSync(join(folder, 'results/lists')), ['east.2026-03', 'east.2026-04', 'west.2026-03']);

    // Facts of a clinician's day and of a patient's day in two files, and of a patient's notes in two months.
    const rules = new Set(whole.map((one) => one.split(' ')[1]));
    for (const rule of ['clinician-double-booked', 'too-many-units', 'cloned-note']) assert.ok(rules.has(rule), rule);
    assert.ok(!first.some((one) => one.endsWith(' cloned-note')));
  });

  it('would find what is not so where two clinics are judged together, and miss what is so where files are judged apart', () => {
    const whole = new Set([...together('east'), ...together('west')]);
    assert.ok(together('east', 'west').some((one) => !whole.has(one)));
    assert.ok([...whole].some((one) => !together('--separate', 'east', 'west').includes(one)));
  });
});
