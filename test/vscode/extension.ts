// Makes the .vsix, the one file that a person installs, and looks into it.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { out, root } from './paths';
import { Obstacle, say, step } from './progress';

/** Compressed, everything included: what is fetched to install it. What grows it beyond this deserves a thought. */
const budgetBytes = 500 * 1024;
const allowed = [
  /^package(\.nls)?\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^dist\/[\w-]+\.(js|css)$/,
  /^(syntaxes|snippets)\/[\w.-]+\.json$/,
  /^client\/media\/[\w-]+\.(png|svg)$/,
  /^client\/media\/walkthrough\/[\w-]+\.webp$/,
  // Translations; the English words are in the code.
  /^client\/l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^docs\/encounter\.config\.schema\.json$/,
  /^samples\/[\w-]+\.encounter$/,
];

/** Runs one of the project's own scripts; its output is shown only when it fails. */
export function runScript(args: string[], what: string): string {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Obstacle(`${what} failed:\n\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

export interface Packaged {
  readonly vsix: string;
  readonly bytes: number;
  readonly files: string[];
}

/** Builds the bundles, minified, and packs them. */
export async function packageExtension(): Promise<Packaged> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const vsix = join(out, `encounter-${version}.vsix`);
  await mkdir(out, { recursive: true });
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  // vsce runs the script `vscode:prepublish`, which is the build.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];
  runScript([vsce, 'package', ...flags, '--out', vsix], 'Packaging the extension');
  const files = runScript([vsce, 'ls', '--no-dependencies'], 'Listing the files of the extension').trim().split('\n');
  const stray = files.filter((file) => !allowed.some((pattern) => pattern.test(file.replaceAll('\\', '/'))));
  if (stray.length > 0) {
    throw new Obstacle(`These files do not belong into the .vsix (see .vscodeignore):\n  ${stray.join('\n  ')}`);
  }
  const { size } = await stat(vsix);
  if (size > budgetBytes) throw new Obstacle(`The .vsix has ${size} bytes; its budget is ${budgetBytes}.`);
  return { vsix, bytes: size, files };
}

/** The same, with what a person wants to know of it. */
export async function packageAndSay(): Promise<Packaged> {
  const packaged = await step('Building and packaging the extension', packageExtension);
  say(`  ${relative(root, packaged.vsix)}: ${packaged.files.length} files, ${(packaged.bytes / 1024).toFixed(0)} KB`);
  return packaged;
}
