import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

function findRoot(from: string): string {
  if (existsSync(join(from, 'esbuild.mjs'))) return from;
  return findRoot(dirname(from));
}

export const root = findRoot(resolve(__dirname));
/** Editors and browsers that were fetched: kept between runs, safe to delete. */
export const cache = join(root, '.vscode-test');
/** What one run leaves behind: safe to delete at any time. */
export const out = join(root, 'out');
export const samples = join(root, 'samples');
