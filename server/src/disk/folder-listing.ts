/** The encounter files below a folder and what tells that they are as they were, found out away from the server's thread. */

import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isEncounterFile } from '../text/encounter-file';
import { look, type Seen, seenOf, unseen } from './folder-files';

export interface ToList {
  /** URI of a folder, with `/` at its end. */
  readonly top: string;
  /** The files below it, as URIs, where somebody has listed them already. */
  readonly uris: readonly string[] | undefined;
}

/** Files of one folder, in the order of their names. */
export interface FilesOfFolder {
  /** Spelled like `top`, or as they were given. */
  readonly uris: readonly string[];
  /** Of each file its size, and its two times: see {@link Seen}. */
  readonly seen: Float64Array;
}

/** Files that are told together, at most. */
const MOST = 1000;
/** So many files are looked at one by one; where that took long in milliseconds, the disk is far: then many at once. */
const FIRST = 16;
const LONG = 8;
const AT_ONCE = 64;

/**
 * Links are not followed, so that no circle of them has an end to find; what begins with a dot is left out, and
 * `node_modules`: as the command line does. A folder that cannot be read is as good as empty.
 */
export async function* listing({ top, uris }: ToList): AsyncGenerator<FilesOfFolder> {
  /** By the folder as it really is: so no file is told twice that links lead to. */
  const told = new Map<string, Set<string>>();
  for (const [folder, files] of uris ? byFolder(uris) : filesBelow(top)) {
    const real = realOf(folder);
    let known = told.get(real);
    if (!known) {
      known = new Set();
      told.set(real, known);
    }
    const names = [...files.keys()].filter((name) => !known.has(name)).sort();
    for (let at = 0; at < names.length; at += MOST) {
      const some = names.slice(at, at + MOST);
      const stats = await looked(folder, some);
      const found: string[] = [];
      const seen = new Float64Array(some.length * 3);
      some.forEach((name, i) => {
        const one = stats[i];
        if (!one || typeof one === 'string') return;
        known.add(name);
        seen.set([one.size, one.changed, one.touched], found.length * 3);
        found.push(files.get(name)!);
      });
      if (found.length > 0) yield { uris: found, seen: seen.slice(0, found.length * 3) };
    }
  }
}

/** The files of each folder: its path, and their URIs by name. */
function* filesBelow(top: string): Generator<[folder: string, files: Map<string, string>]> {
  const folders = [{ path: fileURLToPath(top), uri: top }];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const files = new Map<string, string>();
    for (const entry of entriesOf(folder.path)) {
      const { name } = entry;
      const uri = () => folder!.uri + escaped(folder!.path, name);
      if (entry.isDirectory()) {
        if (!name.startsWith('.') && name !== 'node_modules')
          folders.push({ path: join(folder.path, name), uri: `${uri()}/` });
      } else if (entry.isFile() && isEncounterFile(name)) files.set(name, uri());
    }
    yield [folder.path, files];
  }
}

function byFolder(uris: readonly string[]): Map<string, Map<string, string>> {
  const folders = new Map<string, Map<string, string>>();
  for (const uri of uris) {
    const path = pathOf(uri);
    if (path === undefined) continue;
    const folder = dirname(path);
    let files = folders.get(folder);
    if (!files) {
      files = new Map();
      folders.set(folder, files);
    }
    files.set(basename(path), uri);
  }
  return folders;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** What is seen of each file, in their order. */
async function looked(folder: string, names: readonly string[]): Promise<ReturnType<typeof lookNow>[]> {
  const seen: ReturnType<typeof lookNow>[] = [];
  const from = performance.now();
  for (const name of names) {
    if (seen.length === FIRST && performance.now() - from > LONG) break;
    seen.push(lookNow(join(folder, name)));
  }
  while (seen.length < names.length) {
    const some = names.slice(seen.length, seen.length + AT_ONCE);
    seen.push(...(await Promise.all(some.map((name) => look(join(folder, name))))));
  }
  return seen;
}

function lookNow(path: string): Seen | 'folder' | 'gone' {
  try {
    return seenOf(lstatSync(path));
  } catch (error) {
    return unseen(error);
  }
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** A name as it stands in a URI. */
function escaped(folder: string, name: string): string {
  if (/^[\w.-]+$/.test(name)) return name;
  const { href } = pathToFileURL(join(folder, name));
  return href.slice(href.lastIndexOf('/') + 1);
}

export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** Lists in a thread of its own. @param isOver nobody wants to know any more. */
export async function list(what: ToList, tell: (files: FilesOfFolder) => void, isOver: () => boolean): Promise<void> {
  if (await inThread(what, tell, isOver)) return;
  // Not bundled, as in tests, or no thread is to be had.
  for await (const files of listing(what)) {
    if (isOver()) return;
    tell(files);
  }
}

/** @returns whether all was told. */
function inThread(what: ToList, tell: (files: FilesOfFolder) => void, isOver: () => boolean): Promise<boolean> {
  const script = join(__dirname, 'listing-worker.js');
  if (!existsSync(script)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: what });
    worker.on('message', (files: FilesOfFolder | null) => {
      if (files && !isOver()) {
        tell(files);
        return;
      }
      resolve(true);
      void worker.terminate();
    });
    worker.once('error', () => resolve(false));
    worker.once('exit', () => resolve(false));
    worker.unref();
  });
}
