/**
 * Whatever is written to the disk is there whole, the old or the new, wherever the writing ends: at each of its steps in
 * turn, and at times that chance picks. What was being written is not left lying about.
 */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCommand, runCommand } from './command';

const FAULT = join(__dirname, 'fault.cjs');
/** Runs ended by chance: few within `npm test`, as many as one likes with ENCOUNTER_KILLS. */
const KILLS = Number(process.env.ENCOUNTER_KILLS ?? 12);

/** Two units where the minutes support one, and white space that is not tidy. */
const WRONG = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
    dx M54.50
    09:00-09:15 97110 one-on-one
    bill 97110-GP x2
`;

const PAIRS = `Column 1\tColumn 2\t*=In existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale
97110\t97750\t \t20260101\t*\t1\tMisuse
97140\t97530\t\t20000101\t20201231\t1\tMisuse
`;

interface Written {
  readonly what: string;
  readonly args: readonly string[];
  /** The file that is written. */
  readonly file: string;
  /** It may be missing: it is made from others. */
  readonly isMade?: true;
  /** What the folder holds before. */
  readonly prepare: (folder: string) => void;
  /** A second run of the same ends so. */
  readonly status: number;
}

const today = ['--today', '2026-11-01'];
const WRITTEN: readonly Written[] = [
  {
    what: 'check --fix',
    args: ['check', '--fix', ...today, 'a.encounter'],
    file: 'a.encounter',
    prepare: (folder) => writeFileSync(join(folder, 'a.encounter'), WRONG),
    status: 0,
  },
  {
    what: 'format',
    args: ['format', 'a.encounter'],
    file: 'a.encounter',
    prepare: (folder) => writeFileSync(join(folder, 'a.encounter'), WRONG),
    status: 0,
  },
  {
    what: 'a baseline',
    args: ['check', '--write-baseline', 'known.json', ...today, 'a.encounter'],
    file: 'known.json',
    prepare: (folder) => {
      writeFileSync(join(folder, 'a.encounter'), WRONG);
      writeFileSync(join(folder, 'known.json'), '{\n  "version": 1,\n  "salt": "00ff",\n  "known": []\n}\n');
    },
    status: 0,
  },
  {
    what: 'the index of the coder’s own pairs',
    args: ['check', '--edits', 'pairs.txt', ...today, 'a.encounter'],
    file: 'pairs.txt.index',
    isMade: true,
    prepare: (folder) => {
      writeFileSync(join(folder, 'a.encounter'), WRONG);
      writeFileSync(join(folder, 'pairs.txt'), PAIRS);
    },
    status: 1,
  },
];

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

function litter(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tmp'));
}

describe('writing', function () {
  this.timeout(120_000);
  let cli: string;
  let remove: () => void;
  let home: string;
  before(() => {
    ({ cli, remove } = buildCommand());
  });
  after(() => remove());
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'writes-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** A folder as it is before, and the file as it is when all goes well. */
  function prepared({ prepare, args, file, status }: Written) {
    const folder = mkdtempSync(join(home, 'folder-'));
    prepare(folder);
    const old = read(join(folder, file));
    const ended = runCommand(cli, args, folder);
    assert.equal(ended.status, status, ended.err);
    const anew = read(join(folder, file));
    assert.ok(anew !== undefined && anew !== old, 'the run writes something');
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    prepare(folder);
    return { folder, old, anew };
  }

  for (const written of WRITTEN) {
    for (const kind of ['kill', 'ENOSPC'] as const) {
      it(`${written.what}: the old or the new is there, with ${kind} at any step`, () => {
        const { folder, old, anew } = prepared(written);
        const path = join(folder, written.file);
        const mark = join(home, 'mark');
        let at = 1;
        for (; ; at++) {
          rmSync(path, { force: true });
          written.prepare(folder);
          const env = { FAULT_AT: String(at), FAULT_KIND: kind, FAULT_MARK: mark };
          const { status, signal, err } = runCommand(cli, written.args, folder, { node: ['--require', FAULT], env });
          if (!existsSync(mark)) break;
          rmSync(mark);
          const now = read(path);
          // The index holds the times of its files, which are others each time; the next run reads it, below.
          const isNew = now === anew || (written.isMade && now?.length === anew.length);
          assert.ok(isNew || now === old, `step ${at}: neither the old nor the new: ${JSON.stringify(now)}`);
          if (kind === 'kill') assert.equal(signal, 'SIGKILL');
          else {
            assert.deepEqual([signal, litter(folder)], [null, []], `step ${at}`);
            assert.equal(status, written.isMade ? written.status : 2, `step ${at}: ${err}`);
            if (!written.isMade) assert.match(err, /(not written|not fixed): the disk is full/, `step ${at}`);
          }
        }
        assert.ok(at > 5, `${at - 1} steps were tried`);
        // The next run writes it, and sweeps up.
        assert.equal(runCommand(cli, written.args, folder).status, written.status);
        assert.deepEqual(litter(folder), []);
      });
    }
  }

  it(`many files: ended ${KILLS} times by chance, each file is there whole, and the next run finishes`, async () => {
    const count = 30;
    const names = Array.from({ length: count }, (_, i) => `${i}.encounter`);
    const wrong = (i: number) => WRONG.replace('patient A', `patient P${i}`);
    const right = (i: number) => wrong(i).replace('x2', 'x1');
    const folder = mkdtempSync(join(home, 'many-'));
    const args = ['check', '--fix', '--separate', ...today, '.'];
    const start = () => {
      for (const [i, name] of names.entries()) writeFileSync(join(folder, name), wrong(i));
    };
    start();
    const from = Date.now();
    runCommand(cli, args, folder);
    const length = Date.now() - from;
    for (let kill = 0; kill < KILLS; kill++) {
      start();
      const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: 'ignore' });
      const timer = setTimeout(() => child.kill('SIGKILL'), length * (0.2 + 0.8 * Math.random()));
      await ended(child);
      clearTimeout(timer);
      for (const [i, name] of names.entries())
        assert.ok([wrong(i), right(i)].includes(readFileSync(join(folder, name), 'utf8')), name);
      assert.ok(litter(folder).length <= 1, 'what an earlier run left is gone');
    }
    assert.equal(runCommand(cli, args, folder).status, 0);
    for (const [i, name] of names.entries()) assert.equal(readFileSync(join(folder, name), 'utf8'), right(i));
    assert.deepEqual(litter(folder), []);
  });
});

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
  });
}
