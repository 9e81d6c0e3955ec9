/** Builds what is measured, away from `dist`: the product as it ships, and the servers it is measured against. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './measure';

const AT = join(ROOT, '.cache/bench');

export const SERVER = join(AT, 'dist/server.js');
export const CLI = join(AT, 'dist/cli.js');
export const ECHO = join(AT, 'echo.js');
export const EMPTY = join(AT, 'empty.js');

export async function buildAll(): Promise<void> {
  execFileSync(process.execPath, ['esbuild.mjs', '--production', '--out=.cache/bench/dist'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await build({
    absWorkingDir: ROOT,
    entryPoints: { echo: 'bench/servers/echo.ts', empty: 'bench/servers/empty.ts' },
    outdir: AT,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}
