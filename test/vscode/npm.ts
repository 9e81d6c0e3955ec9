// Packages that are tools of a test run and not of the project: each in a folder of its own in the cache, version pinned.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths';
import { folderSize, megabytes, Obstacle, say, step } from './progress';

export function npm(args: string[], cwd: string): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  return new Promise((resolve, reject) => {
    const options = { cwd, stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] };
    const child = cli
      ? spawn(process.execPath, [cli, ...args, ...quiet], options)
      : spawn('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(errors.trim() || `npm ended with code ${code}`)),
    );
  });
}

/** Installs the packages into `.vscode-test/NAME`, once: a folder that is there is complete. */
export async function fetchPackages(
  name: string,
  packages: Record<string, string>,
  what: string,
  more?: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await writeFile(
    join(partial, 'package.json'),
    `${JSON.stringify({ private: true, dependencies: packages }, null, 2)}\n`,
  );
  try {
    await step(
      what,
      async () => {
        await npm(['install', '--force'], partial);
        await more?.(partial);
      },
      partial,
    );
  } catch (error) {
    const list = Object.entries(packages).map(([id, version]) => `${id}@${version}`);
    throw new Obstacle(
      `Could not get ${list.join(' and ')} from the npm registry.\n` +
        `Is there a network, and does npm reach its registry (npm ping)? npm said:\n\n${String(error)}`,
    );
  }
  await rename(partial, folder);
  say(`  ${megabytes(await folderSize(folder))} kept in ${join('.vscode-test', name)}`);
  return folder;
}
