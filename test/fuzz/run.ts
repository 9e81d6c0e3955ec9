/**
 * The long form of the fuzz run:
 *
 *     npm run fuzz -- --minutes 10 [--seed N] [--only parser] [--path P]
 *
 * Goes round the targets until the time is up. Each round has a seed, which is printed; what fails is printed with the
 * command that shows it again. Ends with 1 where something failed.
 */

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { newSeed, TARGETS } from './targets';

/** How long one target is tried before the next one has its turn. */
const SLICE_MS = 20_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string' },
    only: { type: 'string' },
    /** Of a case that failed: that case alone. */
    path: { type: 'string' },
  },
});
const chosen = TARGETS.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  console.error(`--only ${values.only}: expected ${TARGETS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

async function main(): Promise<number> {
  const end = Date.now() + Number(values.minutes) * 60_000;
  const tried = new Map(chosen.map(({ name }) => [name, 0]));
  const failed = new Set<string>();
  let seed = values.seed === undefined ? newSeed() : Number(values.seed) | 0;
  console.log(`${chosen.map(({ name }) => name).join(', ')}: ${values.minutes} minutes, first seed ${seed}`);
  for (let round = 1; Date.now() < end; round++, seed = (seed + 1) | 0) {
    const turns: string[] = [];
    for (const target of chosen) {
      const left = end - Date.now();
      if (left <= 0 || failed.has(target.name)) continue;
      const result = await fc.check(target.property(), {
        seed,
        numRuns: Number.MAX_SAFE_INTEGER,
        interruptAfterTimeLimit: Math.min(SLICE_MS, left),
        ...(values.path === undefined ? {} : { path: values.path, endOnFailure: true }),
      });
      tried.set(target.name, tried.get(target.name)! + result.numRuns);
      turns.push(`${target.name} ${result.numRuns}`);
      if (result.failed && result.counterexample) {
        failed.add(target.name);
        console.log(`\n${target.name}: ${target.holds}: FAILED, shrunk ${result.numShrinks} times`);
        console.log(fc.stringify(result.counterexample));
        console.log(result.errorInstance instanceof Error ? result.errorInstance.stack : result.errorInstance);
        console.log(
          `again: npm run fuzz -- --only ${target.name} --seed ${seed} --path ${result.counterexamplePath}\n`,
        );
      }
    }
    console.log(`round ${round}, seed ${seed}: ${turns.join(', ')}`);
    if (failed.size === chosen.length) break;
  }
  console.log(`inputs tried: ${[...tried].map(([name, count]) => `${name} ${count.toLocaleString('en')}`).join(', ')}`);
  console.log(failed.size === 0 ? 'all held' : `failed: ${[...failed].join(', ')}`);
  return failed.size === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
