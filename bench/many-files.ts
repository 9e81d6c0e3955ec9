/**
 * A batch of many small files, as a whole process: what a file costs beyond its bytes, whether memory stays flat, when the
 * first finding is there, and what a second core brings.
 *
 *     npm run bench -- many-files [--files=100000] [--rounds=5] [--write]
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, CLI } from './build';
import { clinic, written } from './clinic';
import { finish, option, ROOT, Rounds, shuffled } from './measure';

const FILES = option('files', 100_000);
const ROUNDS = option('rounds', 5);
/** Encounters in each file. */
const EACH = 2;
const FOLDER = join(ROOT, `.cache/bench/files-${FILES}`);
const MANY = join(FOLDER, 'many');
const ONE = join(FOLDER, 'one.encounter');
const FLAGS = ['check', '--separate', '--format', 'ndjson'];

interface Run {
  /** From the start of the process to its end. */
  readonly ms: number;
  /** To the first file with a finding. */
  readonly firstFinding: number;
  readonly files: number;
  /** Resident MB when half of the files were done, and at the highest. */
  readonly half: number;
  readonly peak: number;
}

/** The files: a thousand a folder, one with a finding in a hundred; and all their encounters in one file. */
function makeFiles(): void {
  if (existsSync(ONE)) return;
  console.error(`writing ${FILES.toLocaleString('en')} files`);
  rmSync(FOLDER, { recursive: true, force: true });
  const encounters = clinic(FILES * EACH, { wrongEvery: 100 * EACH });
  const lists: string[][] = [[], []];
  for (let i = 0; i < FILES; i++) {
    const folder = join(MANY, String(Math.floor(i / 1000)).padStart(4, '0'));
    if (i % 1000 === 0) mkdirSync(folder, { recursive: true });
    const path = join(folder, `${String(i % 1000).padStart(3, '0')}.encounter`);
    writeFileSync(path, written(encounters.slice(i * EACH, (i + 1) * EACH)).text);
    lists[i % 2]!.push(path);
  }
  lists.forEach((list, i) => {
    writeFileSync(join(FOLDER, `list-${i}`), `${list.join('\n')}\n`);
  });
  writeFileSync(ONE, written(encounters).text);
}

function run(args: readonly string[], expected: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, [CLI, ...FLAGS, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let firstFinding = Number.NaN;
    let files = 0;
    let half = 0;
    let peak = 0;
    const look = () => {
      const { now, highest } = memoryOf(child.pid!);
      peak = Math.max(peak, highest);
      if (files >= expected / 2) half ||= now;
    };
    const watch = setInterval(look, 50);
    child.stdout.on('data', (data: Buffer) => {
      for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) files++;
      if (Number.isNaN(firstFinding) && data.includes('"severity"')) firstFinding = performance.now() - from;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      if ((code !== 0 && code !== 1) || files !== expected) reject(new Error(`${files} files, exit ${code}`));
      else resolve({ ms: performance.now() - from, firstFinding, files, half, peak });
    });
  });
}

function memoryOf(pid: number): { now: number; highest: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: mb('VmRSS'), highest: mb('VmHWM') };
  } catch {
    return { now: 0, highest: 0 };
  }
}

async function main(): Promise<void> {
  await buildAll();
  makeFiles();
  const rounds = new Rounds();
  const halves = [0, 1].map((i) => ['--files-from', join(FOLDER, `list-${i}`)]);
  const kinds: Record<string, () => Promise<void>> = {
    many: async () => {
      const { ms, firstFinding, half, peak } = await run([MANY], FILES);
      rounds.add('many', ms);
      rounds.add('first finding', firstFinding);
      rounds.add('half', half);
      rounds.add('peak', peak);
    },
    one: async () => rounds.add('one', (await run([ONE], 1)).ms),
    two: async () => {
      const from = performance.now();
      await Promise.all(halves.map((args) => run(args, FILES / 2)));
      rounds.add('two', performance.now() - from);
    },
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of shuffled(Object.keys(kinds))) await kinds[kind]!();
    console.error(`round ${round + 1} of ${ROUNDS}`);
  }
  const many = rounds.median('many');
  const one = rounds.median('one');
  const files = FILES.toLocaleString('en');
  finish('many-files', ROUNDS, [
    {
      what: `${files} files, whole process`,
      seen: many,
      unit: 'ms',
      against: { name: 'one file of the same', seen: one },
    },
    { what: 'a file beyond its bytes', seen: (many - one) / FILES, unit: 'ms', target: { most: 0.15 } },
    { what: 'first finding', seen: rounds.median('first finding'), unit: 'ms', target: { most: 1000 } },
    { what: 'memory when half is done', seen: rounds.median('half'), unit: 'MB' },
    {
      what: 'memory at its highest',
      seen: rounds.median('peak'),
      unit: 'MB',
      against: { name: 'when half is done', seen: rounds.median('half') },
      ratio: rounds.ratio('peak', 'half'),
      target: { ratio: 1.3 },
    },
    {
      what: 'the same in two processes, half the files each',
      seen: rounds.median('two'),
      unit: 'ms',
      against: { name: 'one process', seen: many },
      ratio: rounds.ratio('two', 'many'),
    },
  ]);
  if (!process.argv.includes('--keep')) rmSync(FOLDER, { recursive: true, force: true });
}

void main();
