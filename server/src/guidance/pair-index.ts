/**
 * A coder's own file of code pairs, as CMS publishes it for practitioners: a line a pair, parted by tabs - column 1,
 * column 2, in existence before 1996, effective date, deletion date or `*`, modifier indicator, rationale. Some two and
 * a half million lines become one buffer of about 9 bytes a pair that is opened as it is and searched in place.
 */

import { findPair as builtInPair, type PairTable } from './pairs';
import type { Pair } from './types';

/** A line that cannot be read: the whole file is refused. */
export class DamagedFile extends Error {
  constructor(
    /** From 1. */
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const MAGIC = 0x31504345; // "ECP1"
const HEADER = 8;
const CODE_BYTES = 5;
const NO_DAY = 0xffff;
/** Days are counted from here, so that two bytes hold them until 2149. */
const FIRST_DAY = Date.UTC(1970, 0, 1);
const HEADER_LINES_MOST = 20;

const TAB = 9;
const LF = 10;
const CR = 13;
const STAR = 42;

/** Reads the text of pair files, one after another, into one index. Throws {@link DamagedFile}. */
export class PairIndexBuilder {
  private readonly ids = new Map<number, number>();
  private readonly codes: string[] = [];
  private one = new Uint16Array(1 << 16);
  private two = new Uint16Array(1 << 16);
  private from = new Uint16Array(1 << 16);
  private to = new Uint16Array(1 << 16);
  private indicator = new Uint8Array(1 << 16);
  private count = 0;

  /** Adds one file. `bytes` is ASCII text with any line ends. */
  add(bytes: Uint8Array): void {
    const total = bytes.length;
    let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    let line = 0;
    let pairs = 0;
    while (at < total) {
      line++;
      let end = at;
      while (end < total && bytes[end] !== LF && bytes[end] !== CR) end++;
      if (end > at) {
        if (this.addLine(bytes, at, end, line, pairs > 0)) pairs++;
        else if (line > HEADER_LINES_MOST) throw new DamagedFile(line, 'expected a pair of codes, parted by a tab');
      }
      at = end + 1;
      if (bytes[end] === CR && bytes[at] === LF) at++;
    }
    if (pairs === 0) throw new DamagedFile(Math.max(line, 1), 'it holds no pair of codes');
  }

  /** Adds the pair of one line. False where it is a heading, which may stand only before the first pair. */
  private addLine(bytes: Uint8Array, start: number, end: number, line: number, inPairs: boolean): boolean {
    let at = start;
    const field = (): [number, number] => {
      const from = at;
      while (at < end && bytes[at] !== TAB) at++;
      const stop = at;
      if (at < end) at++;
      return trimmed(bytes, from, stop);
    };
    const [aFrom, aTo] = field();
    const [bFrom, bTo] = field();
    const a = codeKey(bytes, aFrom, aTo);
    const b = codeKey(bytes, bFrom, bTo);
    if (a < 0 || b < 0) {
      if (!inPairs) return false;
      if (aTo === aFrom && bTo === bFrom && at >= end) return true;
      throw new DamagedFile(line, `expected ${a < 0 ? 'column 1' : 'column 2'} to be a code of five characters`);
    }
    field(); // In existence before 1996.
    const [fromAt, fromEnd] = field();
    const from = dayOf(bytes, fromAt, fromEnd);
    if (from < 0) throw new DamagedFile(line, 'expected an effective date such as 20260101');
    const [toAt, toEnd] = field();
    const open = toEnd === toAt || (toEnd - toAt === 1 && bytes[toAt] === STAR);
    const to = open ? NO_DAY : dayOf(bytes, toAt, toEnd);
    if (to < 0) throw new DamagedFile(line, 'expected a deletion date such as 20261231, or *');
    const [indicatorAt, indicatorEnd] = field();
    const indicator = indicatorEnd - indicatorAt === 1 ? bytes[indicatorAt]! - 48 : -1;
    if (indicator !== 0 && indicator !== 1 && indicator !== 9)
      throw new DamagedFile(line, 'expected a modifier indicator of 0, 1 or 9');
    // Withdrawn from its first day: never in force.
    if (indicator === 9) return true;
    if (this.count === this.one.length) this.grow();
    const n = this.count++;
    this.one[n] = this.id(a, bytes, aFrom);
    this.two[n] = this.id(b, bytes, bFrom);
    this.from[n] = from;
    this.to[n] = to;
    this.indicator[n] = indicator;
    return true;
  }

  private id(key: number, bytes: Uint8Array, at: number): number {
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.codes.length;
      if (id >= 0xffff) throw new DamagedFile(0, 'it names more codes than there can be');
      this.ids.set(key, id);
      this.codes.push(String.fromCharCode(...bytes.subarray(at, at + CODE_BYTES)).toUpperCase());
    }
    return id;
  }

  private grow(): void {
    const larger = <T extends Uint16Array | Uint8Array>(array: T, make: (n: number) => T): T => {
      const grown = make(array.length * 2);
      grown.set(array);
      return grown;
    };
    this.one = larger(this.one, (n) => new Uint16Array(n));
    this.two = larger(this.two, (n) => new Uint16Array(n));
    this.from = larger(this.from, (n) => new Uint16Array(n));
    this.to = larger(this.to, (n) => new Uint16Array(n));
    this.indicator = larger(this.indicator, (n) => new Uint8Array(n));
  }

  /** The index of all pairs that were added. `stamp` is kept with it, and says later whether the files are still the same. */
  build(stamp: number): ArrayBuffer {
    const { count, codes } = this;
    // Sorted by the two codes: the order of lines is carried in the low part of one number.
    const order = new Float64Array(count);
    for (let i = 0; i < count; i++) order[i] = (this.one[i]! * codes.length + this.two[i]!) * 4194304 + i;
    order.sort();
    const codeBytes = Math.ceil((codes.length * CODE_BYTES) / 8) * 8;
    const buffer = new ArrayBuffer(HEADER * 4 + codeBytes + count * 9);
    const header = new Uint32Array(buffer, 0, HEADER);
    header[0] = MAGIC;
    header[1] = codes.length;
    header[2] = count;
    header[3] = codeBytes;
    new Float64Array(buffer, 16, 1)[0] = stamp;
    const text = new Uint8Array(buffer, HEADER * 4, codes.length * CODE_BYTES);
    codes.forEach((code, i) => {
      for (let j = 0; j < CODE_BYTES; j++) text[i * CODE_BYTES + j] = code.charCodeAt(j);
    });
    const { keys, from, to, indicator } = columns(buffer, count, codeBytes);
    for (let i = 0; i < count; i++) {
      const key = Math.floor(order[i]! / 4194304);
      const n = order[i]! - key * 4194304;
      keys[i] = key;
      from[i] = this.from[n]!;
      to[i] = this.to[n]!;
      indicator[i] = this.indicator[n]!;
    }
    return buffer;
  }
}

function columns(buffer: ArrayBuffer, count: number, codeBytes: number) {
  const start = HEADER * 4 + codeBytes;
  return {
    keys: new Uint32Array(buffer, start, count),
    from: new Uint16Array(buffer, start + count * 4, count),
    to: new Uint16Array(buffer, start + count * 6, count),
    indicator: new Uint8Array(buffer, start + count * 8, count),
  };
}

/** The stamp of an index; nothing where the buffer is none, or is cut short. */
export function stampOf(buffer: ArrayBuffer): number | undefined {
  if (buffer.byteLength < HEADER * 4) return undefined;
  const header = new Uint32Array(buffer, 0, HEADER);
  if (header[0] !== MAGIC) return undefined;
  const whole = HEADER * 4 + header[3]! + header[2]! * 9;
  return buffer.byteLength === whole ? new Float64Array(buffer, 16, 1)[0] : undefined;
}

/** An index opened: nothing of it is read but what is looked up. */
export class PairIndex implements PairTable {
  readonly isOwn = true;
  readonly size: number;
  private readonly ids = new Map<string, number>();
  private readonly codes: number;
  private readonly keys: Uint32Array;
  private readonly from: Uint16Array;
  private readonly to: Uint16Array;
  private readonly indicator: Uint8Array;

  constructor(
    buffer: ArrayBuffer,
    readonly edition: string,
  ) {
    const header = new Uint32Array(buffer, 0, HEADER);
    this.codes = header[1]!;
    this.size = header[2]!;
    const codeBytes = header[3]!;
    const text = new Uint8Array(buffer, HEADER * 4, this.codes * CODE_BYTES);
    for (let i = 0; i < this.codes; i++)
      this.ids.set(String.fromCharCode(...text.subarray(i * CODE_BYTES, (i + 1) * CODE_BYTES)), i);
    ({
      keys: this.keys,
      from: this.from,
      to: this.to,
      indicator: this.indicator,
    } = columns(buffer, this.size, codeBytes));
  }

  find(codeA: string, codeB: string, date: number): Pair | undefined {
    const a = this.ids.get(codeA);
    const b = this.ids.get(codeB);
    const day = date > 0 ? dayNumber(Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100) : -1;
    const found =
      a === undefined || b === undefined
        ? undefined
        : (this.inOrder(codeA, codeB, a, b, day) ?? this.inOrder(codeB, codeA, b, a, day));
    // What the manual bars beyond the table holds with any table.
    const builtIn = builtInPair(codeA, codeB, date);
    if (builtIn?.bar === undefined) return found;
    return found ? { ...found, bar: builtIn.bar, facts: builtIn.facts } : builtIn;
  }

  private inOrder(column1: string, column2: string, a: number, b: number, day: number): Pair | undefined {
    const key = a * this.codes + b;
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    for (; low < this.size && this.keys[low] === key; low++) {
      const to = this.to[low]!;
      if (day >= 0 && (day < this.from[low]! || (to !== NO_DAY && day > to))) continue;
      return {
        column1,
        column2,
        indicator: this.indicator[low] === 1 ? 1 : 0,
        named: true,
        bar: undefined,
        from: undefined,
        to: undefined,
        facts: OWN_FACTS,
      };
    }
    return undefined;
  }
}

const OWN_FACTS: readonly string[] = ['F-NCCI-01'];

function trimmed(bytes: Uint8Array, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && (bytes[start] === 32 || bytes[start] === 34)) start++;
  while (end > start && (bytes[end - 1] === 32 || bytes[end - 1] === 34)) end--;
  return [start, end];
}

function codeKey(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== CODE_BYTES) return -1;
  let key = 0;
  let digits = 0;
  for (let i = from; i < to; i++) {
    const c = bytes[i]!;
    let value = -1;
    if (c >= 48 && c <= 57) {
      value = c - 48;
      digits++;
    } else if ((c | 32) >= 97 && (c | 32) <= 122) value = (c | 32) - 87;
    if (value < 0) return -1;
    key = key * 36 + value;
  }
  return digits >= 4 ? key : -1;
}

function dayOf(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 8) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return dayNumber(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
}

const KNOWN_DAYS = new Map<number, number>();

/** Days since 1970, at least 0; -1 for a day that does not exist. */
function dayNumber(year: number, month: number, day: number): number {
  const key = year * 10000 + month * 100 + day;
  let known = KNOWN_DAYS.get(key);
  if (known === undefined) {
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    known = exists ? Math.min(NO_DAY - 1, Math.max(0, (date.getTime() - FIRST_DAY) / 86400000)) : -1;
    KNOWN_DAYS.set(key, known);
  }
  return known;
}
