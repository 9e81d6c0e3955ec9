import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a whole file or nothing: killed at any point, the old or the new file is there. Keeps its permissions. */
export function writeWhole(path: string, text: string): void {
  writeWholeBytes(path, text);
}

/** The same for bytes. */
export function writeWholeBytes(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    const file = openSync(beside, 'w', 0o600);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (mode !== undefined) chmodSync(beside, mode & 0o7777);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
