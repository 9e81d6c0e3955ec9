/**
 * The short form of the fuzz run. Each target has a seed of its own, printed in its title; the same inputs come again with
 * ENCOUNTER_SEED. The long form: `npm run fuzz -- --minutes 10`.
 */

import fc from 'fast-check';
import { newSeed, TARGETS } from './targets';

describe('whatever is put in', () => {
  for (const { name, holds, short, property } of TARGETS) {
    const seed = newSeed();
    it(`${holds} (${name}, ${short} inputs, seed ${seed})`, async () => {
      await fc.assert(property(), { seed, numRuns: short });
    }).timeout(120_000);
  }
});
