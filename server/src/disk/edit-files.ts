/**
 * The coder's own edit files on disk. Pairs are kept as an index beside the first file, built once and again when a file
 * changes; opening it reads one file of some 9 bytes a pair.
 */

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { DamagedFile, PairIndex, PairIndexBuilder, stampOf } from '../guidance/pair-index';
import { type OwnLimits, readUnitLimits } from '../guidance/unit-limit-file';
import { boundedStat, MOST, readBounded } from './bounded';
import { reason } from './reason';
import { writeWholeBytes } from './write';

/** Why an edit file was refused. The built-in set stays in force. */
export interface EditFileProblem {
  readonly path: string;
  /** From 1, where one line is wrong. */
  readonly line: number | undefined;
  readonly message: string;
}

export type Opened<T> = { readonly table: T } | { readonly problem: EditFileProblem };

/** A number that changes when one of the files does: from their names, sizes and times of change. */
export function stampOfFiles(paths: readonly string[]): number {
  let hash = 0xcbf29ce4;
  for (const path of paths) {
    const { size, mtimeMs } = statSync(path);
    for (const c of `${path}\n${size}\n${mtimeMs}\n`) hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash;
}

export function indexPath(paths: readonly string[]): string {
  return `${paths[0]}.index`;
}

/** Opens the index beside the files, where it is there and of these files as they are now. */
export function openIndex(paths: readonly string[]): PairIndex | undefined {
  try {
    const bytes = readWhole(indexPath(paths));
    return stampOf(bytes) === stampOfFiles(paths) ? new PairIndex(bytes, editionOf(paths)) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the files and makes their index, which takes seconds for a whole quarter, and keeps it beside them where that can be written. */
export function buildIndex(paths: readonly string[]): Opened<ArrayBuffer> {
  const builder = new PairIndexBuilder();
  let path = paths[0] ?? '';
  try {
    const stamp = stampOfFiles(paths);
    for (path of paths) builder.add(new Uint8Array(readWhole(path)));
    const index = builder.build(stamp);
    try {
      writeWholeBytes(indexPath(paths), new Uint8Array(index));
    } catch {
      // A folder that cannot be written only means that the index is built again next time.
    }
    return { table: index };
  } catch (error) {
    return { problem: problemOf(path, error) };
  }
}

/** Pairs of the coder's own files: from the index beside them, else built now. */
export function openPairs(paths: readonly string[]): Opened<PairIndex> {
  const ready = openIndex(paths);
  if (ready) return { table: ready };
  const built = buildIndex(paths);
  return 'problem' in built ? built : { table: new PairIndex(built.table, editionOf(paths)) };
}

/** Unit limits of the coder's own file. */
export function openUnitLimits(path: string): Opened<OwnLimits> {
  try {
    return {
      table: { edition: editionOf([path]), limits: readUnitLimits(readBounded(path, MOST.table).toString('latin1')) },
    };
  } catch (error) {
    return { problem: problemOf(path, error) };
  }
}

export function editionOf(paths: readonly string[]): string {
  return `your file ${basename(paths[0] ?? '')}`;
}

function problemOf(path: string, error: unknown): EditFileProblem {
  if (error instanceof DamagedFile)
    return { path, line: error.line > 0 ? error.line : undefined, message: error.message };
  const message = (error as { code?: string }).code === 'ENOENT' ? 'there is no such file' : reason(error);
  return { path, line: undefined, message };
}

/** A file as one buffer of its own. */
function readWhole(path: string): ArrayBuffer {
  const { size } = boundedStat(path, MOST.table);
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const read = readSync(file, bytes, at, size - at, at);
      if (read === 0) break;
      at += read;
    }
    return at === size ? bytes.buffer : bytes.slice(0, at).buffer;
  } finally {
    closeSync(file);
  }
}
