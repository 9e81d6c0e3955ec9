/**
 * `npm run mutation:quick -- SOURCE… -- TEST…`: the small changes that StrykerJS makes to some files, each switched on in
 * one process and held against the tests that run through it. Minutes where the whole takes hours. A change that 20 seconds
 * of tests (ENCOUNTER_MUTANT_MS) do not notice counts as not noticed, so what it gives is the least that is; one with which
 * a test never ends is noticed.
 */

import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'out', '.vscode-test', '.cache', 'bench']);

async function instrument(sources, into) {
  const core = createRequire(import.meta.url).resolve('@stryker-mutator/core');
  const { Instrumenter } = await import(pathToFileURL(createRequire(core).resolve('@stryker-mutator/instrumenter')));
  const log = {};
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal']) {
    log[level] = () => {};
    log[`is${level[0].toUpperCase()}${level.slice(1)}Enabled`] = () => false;
  }
  const files = sources.map((name) => ({ name, mutate: true, content: readFileSync(join(ROOT, name), 'utf8') }));
  // Left out as in stryker.config.mjs.
  const options = { plugins: null, excludedMutations: ['StringLiteral'], ignorers: [], noHeader: false };
  const { files: changed, mutants } = await new Instrumenter(log).instrument(files, options);
  for (const { name, content } of changed) writeFileSync(join(into, name), `// @ts-nocheck\n${content}`);
  writeFileSync(join(into, 'mutants.json'), JSON.stringify(mutants.filter(({ status }) => !status)));
}

/** The last line of what was found so far. */
function lastFound(folder) {
  const file = join(folder, 'found.ndjson');
  const line = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').pop() : '';
  return line ? JSON.parse(line) : {};
}

/** Holds every change, in one process after another where one does not come to an end. */
async function hold(folder, tests) {
  for (;;) {
    const own = spawn(process.execPath, ['--import', 'tsx', 'test/mutation/hold.ts', ...tests], {
      cwd: folder,
      stdio: 'inherit',
    });
    const watch = setInterval(() => {
      const { until } = lastFound(folder);
      if (until !== undefined && Date.now() > until) own.kill('SIGKILL');
    }, 1000);
    const status = await new Promise((resolve) => own.on('close', resolve));
    clearInterval(watch);
    if (status === 0) return 0;
    // Begun and not ended: the next process takes it as noticed.
    if (lastFound(folder).until === undefined) return status ?? 1;
    writeFileSync(join(folder, 'found.ndjson'), `${JSON.stringify({ id: lastFound(folder).id, isKilled: true })}\n`, {
      flag: 'a',
    });
  }
}

const args = process.argv.slice(2);
const cut = args.indexOf('--');
if (cut < 1) throw new Error('npm run mutation:quick -- SOURCE… -- TEST…');
const folder = mkdtempSync(join(tmpdir(), 'encounter-mutation-'));
try {
  for (const name of readdirSync(ROOT))
    if (!LEFT_OUT.has(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await instrument(args.slice(0, cut), folder);
  process.exitCode = await hold(folder, args.slice(cut + 1));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
