import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { crypto } from './crypto';

/**
 * What is being written stands beside its place under a name of its own: this machine, this process, and what chance gives.
 * Never the file's own name, which may say whose record it is.
 */
let machineName = '';
function machine(): string {
  machineName ||= crypto().createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return machineName;
}
const LEFT_BEHIND = /^\.encounter-([0-9a-f]{8})-(\d+)-[0-9a-f]+\.tmp$/;
const swept = new Set<string>();

/**
 * Writes a whole file or nothing: killed at any point, the old or the new file is there. Keeps its permissions and its
 * group, and its owner where that is allowed.
 */
export function writeWhole(path: string, text: string): void {
  writeWholeBytes(path, text);
}

/** The same for bytes. Throws what the disk throws, and then the old file is there as it was. */
export function writeWholeBytes(path: string, content: string | Uint8Array): void {
  const isThere = statSync(path, { throwIfNoEntry: false });
  // Through a link, the file that it leads to is written and the link stays. A file that may not be written is not
  // written, though its folder would let another take its place.
  const place = isThere ? realpathSync(path) : path;
  if (isThere) accessSync(place, constants.W_OK);
  const folder = dirname(place);
  sweep(folder);
  const beside = join(folder, `.encounter-${machine()}-${process.pid}-${crypto().randomBytes(4).toString('hex')}.tmp`);
  try {
    const file = openSync(beside, 'wx', 0o600);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isThere) {
      keepOwner(beside, isThere);
      chmodSync(beside, isThere.mode & 0o7777);
    }
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The new file would belong to others than the old one, and somebody could read it no more, or could from now on. */
export class NotOursError extends Error {
  readonly code = 'NOT_OURS';
}

/**
 * Gives a new file the owner and group of the one whose place it takes. Only the system's own user may give a file away;
 * where the group can do what the owner can, it is enough that the group stays.
 */
function keepOwner(path: string, { uid, gid, mode }: Stats): void {
  const own = statSync(path);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(path, uid, gid);
    return;
  } catch {
    // The group alone, if we are in it.
  }
  try {
    if (own.gid !== gid) chownSync(path, -1, gid);
  } catch {
    throw new NotOursError();
  }
  const [owner, group] = [(mode >> 6) & 6, (mode >> 3) & 6];
  if (own.uid !== uid && (owner & ~group) !== 0) throw new NotOursError();
}

/** The same without waiting for the disk on this thread, for a file of our own that no link leads to. */
export async function writeWholeLater(path: string, content: Uint8Array): Promise<void> {
  const folder = dirname(path);
  sweep(folder);
  const beside = join(folder, `.encounter-${machine()}-${process.pid}-${crypto().randomBytes(4).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Removes what a process of this machine that was killed while writing has left in a folder. Looked for once a run. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      const [, where, pid] = LEFT_BEHIND.exec(name) ?? [];
      if (where === machine() && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // Whatever is in the way: the write itself will say so.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== 'ESRCH';
  }
}
