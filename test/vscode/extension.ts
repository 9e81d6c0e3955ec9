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
  /^client\/media\/walkthrough\/[\w-]+\.svg$/,
  // Translations; the English words are in the code.
  /^client\/l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^docs\/(encounter\.config\.schema\.json|third-party-notices\.txt)$/,
  /^samples\/[\w-]+\.encounter$/,
];

/** Runs one of the project's own scripts; its output is shown only when it fails. */
export function runScript(args: string[], what: string, folder = root, env: NodeJS.ProcessEnv = {}): string {
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
  if (run.status !== 0) throw new Obstacle(`${what} failed:\n\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

export interface Packaged {
  readonly vsix: string;
  readonly bytes: number;
  readonly files: string[];
}

const vsce = join(root, 'node_modules/@vscode/vsce/vsce');

/**
 * Builds the bundles of a folder that holds the project, minified, and packs them. The same files make the same package,
 * byte for byte: everything in it has one date, in one time zone, and stands in one order.
 */
export function packFolder(folder: string, vsix: string): void {
  // vsce runs the script `vscode:prepublish`, which is the build.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];
  const env = { SOURCE_DATE_EPOCH: '1577836800', TZ: 'UTC' };
  runScript([vsce, 'package', ...flags, '--out', vsix], 'Packaging the extension', folder, env);
}

/** Builds and packs the extension, and looks into the package. */
export async function packageExtension(): Promise<Packaged> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const vsix = join(out, `encounter-${version}.vsix`);
  await mkdir(out, { recursive: true });
  packFolder(root, vsix);
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
