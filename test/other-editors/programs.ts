// Editors that may be on this machine, and where their set-up is written.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
