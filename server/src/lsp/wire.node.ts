/**
 * Messages as bytes on standard output: a message is one write, header and all, so that the reader wakes once. A list of
 * findings is mostly the one that was sent a key before, so the bytes of each finding are kept for as long as it is shown.
 */

import type { Diagnostic, Message } from 'vscode-languageserver';
import { AbstractMessageWriter, type MessageWriter } from 'vscode-languageserver/node';

/** Shorter lists are written as a whole: looking each finding up would cost more. */
const LONG = 32;

const BYTES = new WeakMap<object, Buffer>();
const END = Buffer.from(']}}');

interface Findings {
  readonly result?: { readonly items?: unknown };
  readonly params?: { readonly diagnostics?: unknown };
}

/**
 * A message as it is sent: its length, and JSON in UTF-8.
 * @param room gives a buffer of at least so many bytes.
 */
export function bytesOf(message: object, room: (length: number) => Buffer = Buffer.allocUnsafe): Buffer {
  const pieces = piecesOf(message);
  const length = pieces.reduce(
    (sum, piece) => sum + (typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length),
    0,
  );
  const header = `Content-Length: ${length}\r\n\r\n`;
  const bytes = room(header.length + length);
  let at = bytes.write(header, 'latin1');
  for (const piece of pieces) at += typeof piece === 'string' ? bytes.write(piece, at) : piece.copy(bytes, at);
  return bytes.subarray(0, at);
}

function piecesOf(message: object): readonly (string | Buffer)[] {
  const { result, params } = message as Findings;
  if (isLong(result?.items)) return withList(message, 'result', 'items', result.items);
  if (isLong(params?.diagnostics)) return withList(message, 'params', 'diagnostics', params.diagnostics);
  if (isLasting(result)) {
    const { result: _, ...rest } = message as Record<string, unknown>;
    return [JSON.stringify({ ...rest, result: 0 }).slice(0, -2), lasting(result), '}'];
  }
  return [JSON.stringify(message)];
}

/** A frozen list is the same one for as long as it is given. */
function isLasting(result: unknown): result is object {
  return Array.isArray(result) && result.length >= LONG && Object.isFrozen(result);
}

function lasting(value: object): Buffer {
  let bytes = BYTES.get(value);
  if (!bytes) {
    bytes = Buffer.from(JSON.stringify(value));
    BYTES.set(value, bytes);
  }
  return bytes;
}

/** Only findings have all of this; suggestions, which are `items` too, do not. */
function isLong(list: unknown): list is Diagnostic[] {
  if (!Array.isArray(list) || list.length < LONG) return false;
  const { range, message } = list[0] as Partial<Diagnostic>;
  return range !== undefined && message !== undefined;
}

/** The list is written last, behind everything else of its object, which is the last of the message. */
function withList(
  message: object,
  part: 'result' | 'params',
  list: string,
  findings: readonly Diagnostic[],
): (string | Buffer)[] {
  const { [part]: object, ...rest } = message as Record<string, object>;
  const { [list]: _, ...others } = object as Record<string, unknown>;
  const head = JSON.stringify({ ...rest, [part]: others }).slice(0, -2);
  const comma = head.endsWith('{') ? '' : ',';
  return [`${head}${comma}"${list}":[`, lastList.bytesOf(findings), END];
}

const COMMA = 0x2c;

/** The list that was written last, as bytes: of the next one, what stands at its beginning and end is mostly there. */
class LastList {
  private findings: readonly Diagnostic[] = [];
  /** Each finding with a comma behind it. */
  private bytes: Buffer = Buffer.alloc(0);
  private length = 0;
  /** Where each finding ends, its comma in. */
  private ends: number[] = [];

  /** A list without its brackets; good until the next one is asked for. */
  bytesOf(findings: readonly Diagnostic[]): Buffer {
    const before = this.findings;
    const common = Math.min(before.length, findings.length);
    let first = 0;
    while (first < common && before[first] === findings[first]) first++;
    let last = 0;
    while (last < common - first && before.at(-1 - last) === findings.at(-1 - last)) last++;
    this.replace(first, before.length - last, findings.slice(first, findings.length - last));
    this.findings = findings.slice();
    return this.bytes.subarray(0, this.length - 1);
  }

  /** Puts other findings in the place of those from `first` to `end`. */
  private replace(first: number, end: number, findings: readonly Diagnostic[]): void {
    const fresh = findings.map(lasting);
    const start = first === 0 ? 0 : this.ends[first - 1]!;
    const rest = end === 0 ? 0 : this.ends[end - 1]!;
    const taken = fresh.reduce((sum, { length }) => sum + length + 1, 0);
    const shift = start + taken - rest;
    this.shiftRest(rest, shift);
    const ends: number[] = [];
    let at = start;
    for (const one of fresh) {
      at += one.copy(this.bytes, at);
      this.bytes[at++] = COMMA;
      ends.push(at);
    }
    const behind = this.ends.slice(end);
    this.ends.length = first;
    for (const one of ends) this.ends.push(one);
    for (const one of behind) this.ends.push(one + shift);
  }

  private shiftRest(from: number, by: number): void {
    const length = this.length + by;
    if (length > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(length + (length >> 2));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    if (by !== 0) this.bytes.copyWithin(from + by, from, this.length);
    this.length = length;
  }
}

const lastList = new LastList();

/** A message of so many bytes is put into a buffer that is used again: a new one for each would keep the collector busy. */
const LARGE = 1 << 16;
const LARGEST_KEPT = 1 << 22;

class Writer extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;
  /** The buffer of a large message that is sent. */
  private spare: Buffer | undefined;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  private readonly room = (length: number): Buffer => {
    if (length < LARGE) return Buffer.allocUnsafe(length);
    const spare = this.spare;
    this.spare = undefined;
    return spare && spare.length >= length ? spare : Buffer.allocUnsafeSlow(length + (length >> 2));
  };

  /** Ends when the stream has taken the message. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const bytes = bytesOf(message, this.room);
      this.stream.write(bytes, (error) => {
        if (bytes.length >= LARGE && bytes.length <= LARGEST_KEPT) this.spare = Buffer.from(bytes.buffer);
        if (!error) return resolve();
        this.failures++;
        this.fireError(error, message, this.failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}

/** Writes messages to a stream. */
export function writerTo(stream: NodeJS.WritableStream): MessageWriter {
  return new Writer(stream);
}
