/** The command line as one file of its own, to be started, ended and started again. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../..');

/** Builds it, once for a suite. */
export function buildCommand(): { readonly cli: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'command-'));
  const cli = join(folder, 'cli.js');
  buildSync({
    absWorkingDir: root,
    entryPoints: ['server/src/cli/main.ts'],
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    outfile: cli,
    logLevel: 'error',
  });
  return { cli, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs it to its end. @param node options of Node itself. */
export function runCommand(
  cli: string,
  args: readonly string[],
  cwd: string,
  { node = [], env = {} }: { readonly node?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {},
): Ended {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...node, cli, ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, signal, out: stdout, err: stderr };
}
