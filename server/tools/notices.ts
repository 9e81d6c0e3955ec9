/** The libraries that are in our bundles, and the licences that come along with them in the package. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const NOTICES_PATH = 'docs/third-party-notices.txt';

export interface Library {
  readonly name: string;
  readonly version: string;
  /** As its package says: MIT. */
  readonly licence: string;
  readonly text: string;
}

/** Every library of which some is in a bundle, as the bundler says. Takes a production build, some seconds. */
export function bundledLibraries(root: string): Library[] {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'));
  try {
    const list = join(folder, 'modules.json');
    const args = [join(root, 'esbuild.mjs'), '--production', `--out=${join(folder, 'dist')}`, `--modules=${list}`];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the bundles could not be built:\n${stderr}`);
    const modules = JSON.parse(readFileSync(list, 'utf8')) as string[];
    const homes = new Set(modules.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)![0]));
    return [...homes].map((home) => libraryAt(join(root, home))).sort((a, b) => (a.name < b.name ? -1 : 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

function libraryAt(home: string): Library {
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(home).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  const { name, version, license: licence = 'none' } = manifest;
  const text = file === undefined ? withoutFile(manifest) : readFileSync(join(home, file), 'utf8');
  return { name, version, licence, text: text.replace(/\r\n/g, '\n').trim() };
}

/** What is said of a library that names its licence and brings no file of it. */
function withoutFile({ name, license, author }: Manifest): string {
  const by = typeof author === 'string' ? author : author?.name;
  return `${license} licence${by === undefined ? '' : `, by ${by}`}. The package ${name} holds no text of it.`;
}

export function noticesText(libraries: readonly Library[]): string {
  const head = `Encounter is built with the libraries below. Each is used under its own licence, which follows its name.
Made by npm run generate. Do not edit.`;
  const each = libraries.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`);
  return `${[head, ...each].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
