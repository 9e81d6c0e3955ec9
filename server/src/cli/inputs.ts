/** Paths from the command line to the texts of files. */

import { isAscii } from 'node:buffer';
import {
  closeSync,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { reason } from '../disk/reason';
import { isEncounterFile } from '../text/encounter-file';

export { reason } from '../disk/reason';

export interface Input {
  /** As given, with `/` between parts and no `./` in front; a file of a folder with the folder before it. */
  readonly path: string;
  /** Where it is read from; `undefined` for standard input. */
  readonly file: string | undefined;
}

export type Complain = (message: string) => void;

/** Every file that the paths stand for, each once, sorted by path. What cannot be read is said, and left out. */
export function inputsOf(paths: Iterable<string>, complain: Complain): Input[] {
  return [...eachInput(paths, complain)].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The same as they are come upon: the first is there at once, however many follow. */
export function* eachInput(paths: Iterable<string>, complain: Complain): Generator<Input> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const { input, real } of reached(path, complain)) {
      if (seen.has(real)) continue;
      seen.add(real);
      yield input;
    }
  }
}

interface Reached {
  readonly input: Input;
  /** Where the file is in truth, however it was reached. */
  readonly real: string;
}

function* reached(path: string, complain: Complain): Generator<Reached> {
  if (path === '-') {
    yield { input: { path: '-', file: undefined }, real: '-' };
    return;
  }
  try {
    const real = realpathSync.native(path);
    const stat = statSync(real);
    if (stat.isDirectory()) yield* below(path, real, complain);
    // A pipe or a device might never end.
    else if (!stat.isFile()) complain(`${shownPath(path)}: it is no file`);
    else yield { input: { path: shownPath(path), file: path }, real };
  } catch (error) {
    complain(`${shownPath(path)}: ${reason(error)}`);
  }
}

/** The files below a folder. Links are not followed, so that the real place of each is below the folder's own. */
function* below(folder: string, real: string, complain: Complain): Generator<Reached> {
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
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules')
        yield* below(path, join(real, entry.name), complain);
    } else if (isFile && isEncounterFile(entry.name))
      yield { input: { path: shownPath(path), file: path }, real: join(real, entry.name) };
  }
}

/**
 * The text of an input, in pieces as `Workspace.setText` takes them. Bytes that are not UTF-8 become U+FFFD, which the
 * checker says at their place.
 */
export function readInput(input: Input): string[] {
  return inPieces(bytesOf(input));
}

/** All bytes of an input. Standard input is waited for, whoever writes it. */
export function bytesOf({ file }: Input): Buffer {
  if (file !== undefined) return readFileSync(file);
  const pieces: Buffer[] = [];
  const piece = Buffer.allocUnsafe(65_536);
  for (let length = readSome(0, piece); length > 0; length = readSome(0, piece))
    pieces.push(Buffer.from(piece.subarray(0, length)));
  return Buffer.concat(pieces);
}

const PIECE = 1 << 12;
const HEADER = Buffer.from('\nencounter ');

/**
 * Text in pieces that each begin with a header, but for the first: a sign beyond ASCII, which takes longer to read and
 * twice the memory, then costs so in its own piece alone.
 * @param least bytes of a piece but the last.
 */
export function inPieces(bytes: Buffer, least = PIECE): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (bytes.length - from > least) {
    const header = bytes.indexOf(HEADER, from + least);
    if (header < 0) break;
    pieces.push(decode(bytes.subarray(from, header + 1)));
    from = header + 1;
  }
  pieces.push(decode(bytes.subarray(from)));
  return pieces;
}

/** UTF-8 to text, without a leading byte-order mark. */
export function decode(bytes: Buffer): string {
  // Most files are ASCII, which is read several times as fast.
  return isAscii(bytes) ? bytes.toString('latin1') : new TextDecoder('utf-8').decode(bytes);
}

/** Paths from a list, one a line, as they come in: what writes the list may wait for what is found in the files. */
export function* pathsFrom(list: string): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  const piece = Buffer.allocUnsafe(65_536);
  const fd = list === '-' ? 0 : openSync(list, 'r');
  try {
    let open = '';
    for (let length = readSome(fd, piece); length > 0; length = readSome(fd, piece)) {
      const lines = (open + decoder.decode(piece.subarray(0, length), { stream: true })).split(/[\r\n]/);
      open = lines.pop()!;
      yield* lines.filter(isPath);
    }
    yield* [open + decoder.decode()].filter(isPath);
  } finally {
    if (fd !== 0) closeSync(fd);
  }
}

const isPath = (line: string) => line.trim() !== '';

/** Waits for bytes. 0: there are no more. */
function readSome(fd: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, into);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

export function shownPath(path: string): string {
  const slashes = process.platform === 'win32' ? path.replace(/\\/g, '/') : path;
  return slashes.replace(/^(?:\.\/+)+(?=.)/, '').replace(/\/{2,}/g, '/');
}
