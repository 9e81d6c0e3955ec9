/** `npm run mutation [-- FILE…]`: Stryker over the whole of the coding knowledge, or the named files alone. */

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const stryker = join(
  dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')),
  'bin/stryker.js',
);
const files = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [stryker, 'run', 'test/mutation/stryker.config.mjs', ...(files.length > 0 ? ['--mutate', files.join(',')] : [])],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
