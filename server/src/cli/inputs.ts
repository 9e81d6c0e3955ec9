/** Paths from the command line to the texts of files. */

import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reason } from '../disk/reason';

export { reason } from '../disk/reason';

export interface Input {
  /** As given, with `/` between parts and no `./` in front; a file of a folder with the folder before it. */
  readonly path: string;
  /** Where it is read from; `undefined` for standard input. */
  readonly file: string | undefined;
}

export type Complain = (message: string) => void;

/** Every file that the paths stand for, each once, sorted by path. What cannot be read is said, and left out. */
export function inputsOf(paths: readonly string[], complain: Complain): Input[] {
  const inputs = new Map<string, Input>();
  const add = (path: string, file: string) => {
    let real: string;
    try {
      real = realpathSync(file);
    } catch (error) {
      complain(`${shownPath(path)}: ${reason(error)}`);
      return;
    }
    if (!inputs.has(real)) inputs.set(real, { path: shownPath(path), file });
  };
  for (const path of paths) {
    if (path === '-') {
      inputs.set('-', { path: '-', file: undefined });
      continue;
    }
    try {
      if (statSync(path).isDirectory()) walk(path, add, complain);
      else add(path, path);
    } catch (error) {
      complain(`${shownPath(path)}: ${reason(error)}`);
    }
  }
  return [...inputs.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function walk(folder: string, add: (path: string, file: string) => void, complain: Complain): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    complain(`${shownPath(folder)}: ${reason(error)}`);
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    let isFolder = entry.isDirectory();
    let isFile = entry.isFile();
    // Some file systems do not say what an entry is.
    if (!isFolder && !isFile && !entry.isSymbolicLink()) {
      const stat = lstatSync(path, { throwIfNoEntry: false });
      isFolder = stat?.isDirectory() ?? false;
      isFile = stat?.isFile() ?? false;
    }
    if (isFolder) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') walk(path, add, complain);
    } else if (isFile && entry.name.endsWith('.encounter')) add(path, path);
  }
}

/** The text of an input. Bytes that are not UTF-8 become U+FFFD, which the checker says at their place. */
export function readInput(input: Input): string {
  const bytes = readFileSync(input.file ?? 0);
  return decode(bytes);
}

/** UTF-8 to text, without a leading byte-order mark. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Paths from a list, one a line. */
export function pathsFrom(list: string): string[] {
  const bytes = readFileSync(list === '-' ? 0 : list);
  return decode(bytes)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
}

export function shownPath(path: string): string {
  const slashes = process.platform === 'win32' ? path.replace(/\\/g, '/') : path;
  return slashes.replace(/^(?:\.\/+)+(?=.)/, '').replace(/\/{2,}/g, '/');
}
