/** The encounter files below a folder, and their texts, without ever waiting for the disk on the server's thread. */

import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reason } from './reason';

export const FILE_ENDING = '.encounter';

/** What tells that a file is as it was. */
export interface Seen {
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds. */
  readonly changed: number;
}

export type FileContent =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number; readonly seen: Seen }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'gone' };

/**
 * Paths of the encounter files below a folder, folder by folder. Links are not followed, so that no circle of them has an
 * end to find; what begins with a dot is left out, and `node_modules`: as the command line does. A folder that cannot be
 * read is as good as empty.
 */
export async function* filesBelow(top: string): AsyncGenerator<string[]> {
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const files: string[] = [];
    for (const entry of entries) {
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(join(folder, entry.name));
      } else if (entry.isFile() && entry.name.endsWith(FILE_ENDING)) files.push(join(folder, entry.name));
    }
    if (files.length > 0) yield files.sort();
  }
}

/** Whether a path leads to a file; a link to one is none, so that no file is counted twice. */
export async function look(path: string): Promise<Seen | 'folder' | 'gone'> {
  try {
    const stat = await lstat(path);
    if (stat.isDirectory()) return 'folder';
    return stat.isFile() ? { size: stat.size, changed: stat.mtimeMs } : 'gone';
  } catch (error) {
    const code = (error as { code?: string }).code;
    // No permission to look: there is something, and reading it says what is wrong.
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'gone' : { size: -1, changed: -1 };
  }
}

/** The text of a file. Bytes that are not UTF-8 become U+FFFD, which the checker says at their place. */
export async function readContent(path: string, mostBytes: number): Promise<FileContent> {
  let file: Awaited<ReturnType<typeof open>> | undefined;
  try {
    file = await open(path);
    const stat = await file.stat();
    // A pipe or a device would never end.
    if (!stat.isFile()) return { kind: 'gone' };
    if (stat.size > mostBytes) return { kind: 'too-large', bytes: stat.size };
    const bytes = await file.readFile();
    if (bytes.length > mostBytes) return { kind: 'too-large', bytes: bytes.length };
    const seen = { size: stat.size, changed: stat.mtimeMs };
    return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes), bytes: bytes.length, seen };
  } catch (error) {
    const code = (error as { code?: string }).code;
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'gone' } : { kind: 'unreadable', why: reason(error) };
  } finally {
    await file?.close().catch(() => {});
  }
}

/** Tells paths that lead to the same file by a linked folder: only the first of them is kept. */
export class RealPaths {
  private readonly folders = new Map<string, string>();

  /** The folder of a path as it really is. */
  async folderOf(path: string): Promise<string> {
    const folder = dirname(path);
    let real = this.folders.get(folder);
    if (real === undefined) {
      real = await realpath(folder).catch(() => folder);
      this.folders.set(folder, real);
    }
    return real;
  }
}
