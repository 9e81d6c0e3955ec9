// Editors that may be on this machine, and where their set-up is written.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The words with which a program on the path names its version; nothing where it is not there. */
export function versionOf(program: string, args: readonly string[] = ['--version']): string | undefined {
  const run = spawnSync(program, args, { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.split('\n')[0]! : undefined;
}

/** The blocks of one language in a part of the page on other editors, in their order. */
export function written(part: string, language: string): string[] {
  const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  const text = page.split(/^## /m).find((one) => one.startsWith(`${part}\n`));
  if (text === undefined) throw new Error(`no part ${part} in docs/editors.md`);
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, of, block]) => (of === language ? [block!] : []));
}

/** Debian's package manager can be asked to fetch what is missing. */
function canInstall(): boolean {
  return process.getuid?.() === 0 && versionOf('apt-get') !== undefined;
}

/** The version of a program, which is installed first where this machine lets us: a build machine, mostly. */
export function versionOrInstall(program: string, debianPackage: string): string | undefined {
  const version = versionOf(program);
  if (version !== undefined || !canInstall()) return version;
  console.log(`      installing ${program} (apt-get install ${debianPackage})`);
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', debianPackage], { timeout: 180_000 });
  return versionOf(program);
}

export interface Installed {
  /** To be removed at the end. */
  readonly folder: string;
  /** The environment of somebody who installed the command: it is on the path, and home is `folder`. */
  readonly env: NodeJS.ProcessEnv;
}

/** The command as it is on the path of somebody who installed it, built from the sources as they are. */
export function installCommand(): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'encounter-editors-'));
  const dist = join(folder, 'dist');
  const built = spawnSync(process.execPath, [join(root, 'esbuild.mjs'), '--production', `--out=${dist}`]);
  assert.equal(built.status, 0, String(built.stderr));
  mkdirSync(join(folder, 'bin'));
  const command = join(folder, 'bin/encounter');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${dist}/cli.js" "$@"\n`);
  chmodSync(command, 0o755);
  const PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH ?? ''}`;
  return { folder, env: { ...process.env, PATH, HOME: folder, XDG_STATE_HOME: join(folder, 'state') } };
}
