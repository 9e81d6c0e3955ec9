/** The words of the client and of its pages, as one bundle: what a translation is made from. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

export const L10N_PATH = 'client/l10n/bundle.l10n.json';
const FOLDERS = ['client/src', 'client/webview'];

/** The TypeScript files whose words a person reads, from the root of the project. */
export function shownFiles(root: string): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  ).sort();
}

export async function l10nBundle(root: string): Promise<string> {
  const files = shownFiles(root).map((file) => readFileSync(join(root, file), 'utf8'));
  const bundle = await getL10nJson(files.map((contents) => ({ contents, extension: '.ts' })));
  const sorted = Object.fromEntries(Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}
