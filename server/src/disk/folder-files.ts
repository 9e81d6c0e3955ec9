/** Encounter files on the disk, without ever waiting for it on the server's thread. */

import type { Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { reason } from './reason';

/** What tells that a file is as it was. */
export interface Seen {
  /** In bytes. */
  readonly size: number;
  /** When its content was last changed, in milliseconds. Programs can set it. */
  readonly changed: number;
  /** When anything of it was last changed, its name and the time above included. No program can set it. */
  readonly touched: number;
}

export type FileContent =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number; readonly seen: Seen }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'gone' };

/** Whether a path leads to a file; a link to one is none, so that no file is counted twice. */
export function look(path: string): Promise<Seen | 'folder' | 'gone'> {
  return lstat(path).then(seenOf, unseen);
}

export function seenOf(stat: Stats): Seen | 'folder' | 'gone' {
  if (stat.isDirectory()) return 'folder';
  return stat.isFile() ? { size: stat.size, changed: stat.mtimeMs, touched: stat.ctimeMs } : 'gone';
}

/** @param error why the disk does not say. No permission to look: there is something, and reading it says what is wrong. */
export function unseen(error: unknown): Seen | 'gone' {
  return isGone(error) ? 'gone' : { size: -1, changed: -1, touched: -1 };
}

function isGone(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ENOENT' || code === 'ENOTDIR';
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
    const seen = { size: stat.size, changed: stat.mtimeMs, touched: stat.ctimeMs };
    return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes), bytes: bytes.length, seen };
  } catch (error) {
    return isGone(error) ? { kind: 'gone' } : { kind: 'unreadable', why: reason(error) };
  } finally {
    await file?.close().catch(() => {});
  }
}
