/**
 * Whether two notes say the same: O and A as one text, nine words in ten of the longer in the other and in the same
 * order. Ids, case and punctuation are set aside; figures are kept.
 */

import { Label } from '../syntax/kinds';
import { isDigit } from '../text/chars';
import { codesOf } from '../text/window';
import type { Encounter } from './encounter';

/** Words of a text that are compared at most: beyond them two notes that agree so far are taken to agree. */
const MOST_WORDS = 1000;

/** O and A of one encounter, made ready to be compared. */
export interface NoteText {
  /** Each word as a number made from its characters: words that differ have different ones, but for one chance in billions. */
  readonly words: Int32Array;
  /** Shows words that the other text surely lacks. */
  readonly bits: NoteBits;
  /** The text as written. */
  readonly raw: string;
}

const TEXTS = new WeakMap<Encounter, NoteText | null>();

/** O and A of an encounter without its own patient's id; nothing where no word is written. */
export function noteTextOf(encounter: Encounter): NoteText | undefined {
  let text = TEXTS.get(encounter);
  if (text === undefined) {
    const raw = rawText(encounter);
    text = raw === '' ? null : ready(raw, encounter.patient === undefined ? [] : [encounter.patient]);
    TEXTS.set(encounter, text);
  }
  return text ?? undefined;
}

/** Whether the notes of two patients say the same, the ids of both set aside. */
export function sameForTwo(a: Encounter, b: Encounter): boolean {
  const x = noteTextOf(a);
  const y = noteTextOf(b);
  if (!x || !y) return false;
  if (!names(x, b.patient) && !names(y, a.patient)) return sayTheSame(x, y);
  const ids = [a.patient, b.patient].filter((id) => id !== undefined);
  return sayTheSame(ready(x.raw, ids) ?? x, ready(y.raw, ids) ?? y);
}

/** The text holds an id as a word by itself. */
function names({ raw }: NoteText, id: string | undefined): boolean {
  if (id === undefined) return false;
  for (let at = raw.indexOf(id); at >= 0; at = raw.indexOf(id, at + 1)) {
    if (!isWordChar(raw, at - 1) && !isWordChar(raw, at + id.length)) return true;
  }
  return false;
}

/** The same measure for two texts. */
export function sayTheSame(a: NoteText, b: NoteText): boolean {
  if (areEqual(a.words, b.words)) return true;
  const longer = a.words.length >= b.words.length ? a : b;
  const shorter = longer === a ? b : a;
  // Of fewer than ten words every one must agree: only the same text does, and it was asked for above.
  if (longer.words.length < 10 || !mayBeSame(longer.bits, shorter.bits)) return false;
  return inOrder(longer.words.subarray(0, MOST_WORDS), shorter.words.subarray(0, MOST_WORDS));
}

function areEqual(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Whether nine in ten words of the longer list, which has no more than a tenth of its words more, stand in the other in
 * the same order: the shortest way from the one to the other by words left out and put in, given up as soon as it is too
 * long (Myers). Work grows with the words times the differences that are allowed, which are two in ten words at most.
 */
function inOrder(a: Int32Array, b: Int32Array): boolean {
  const n = a.length;
  const m = b.length;
  const need = Math.ceil((Math.max(n, m) * 9) / 10);
  const most = n + m - 2 * need;
  const width = most + 1;
  const reach = new Int32Array(2 * width + 1);
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      const at = width + k;
      let x = k === -d || (k !== d && reach[at - 1]! < reach[at + 1]!) ? reach[at + 1]! : reach[at - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && a[x] === b[y]) {
        x++;
        y++;
      }
      reach[at] = x;
      if (x >= n && y >= m) return true;
    }
  }
  return false;
}

function rawText({ notes }: Encounter): string {
  let raw = '';
  for (const label of [Label.O, Label.A]) {
    for (const note of notes) if (note.label === label && !note.isEmpty) raw += `${note.text} `;
  }
  return raw;
}

let scratch = new Int32Array(256);

/** A text made ready to be compared, some ids set aside; nothing where it has no word. */
function ready(raw: string, ids: readonly string[]): NoteText | null {
  let text = raw;
  for (const id of ids) text = without(text, id);
  const count = wordsOf(codesOf(text), 0, text.length);
  if (count === 0) return null;
  const bits = new NoteBits();
  bits.take(count);
  return { words: scratch.slice(0, count), bits, raw };
}

/** Enough that the words of a long note leave most bits free: eight numbers of 32. */
const bitsOfWords = new Int32Array(8);

/** What tells most notes apart: how many words O and A have, and one bit a word. One object: many encounters have one. */
export class NoteBits {
  count = 0;
  /** The patient's own id stands in it, and is set aside when it is compared: the bits are not those of what is left. */
  namesOwn = false;
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;
  private e = 0;
  private f = 0;
  private g = 0;
  private h = 0;

  /** Adds the words of one line of O or A. @param codes its characters, and one more that is no part of a word. */
  add(codes: Uint16Array, start: number, end: number): void {
    this.take(wordsOf(codes, start, end));
  }

  /** Adds so many words from the scratch. */
  take(count: number): void {
    const bits = bitsOfWords.fill(0);
    for (let i = 0; i < count; i++) {
      const word = scratch[i]!;
      bits[(word >>> 5) & 7]! |= 1 << (word & 31);
    }
    this.a |= bits[0]!;
    this.b |= bits[1]!;
    this.c |= bits[2]!;
    this.d |= bits[3]!;
    this.e |= bits[4]!;
    this.f |= bits[5]!;
    this.g |= bits[6]!;
    this.h |= bits[7]!;
    this.count += count;
  }

  /** How many bits the other does not have: at least so many words are not in it. */
  lackedBy(other: NoteBits): number {
    return (
      ones(this.a & ~other.a) +
      ones(this.b & ~other.b) +
      ones(this.c & ~other.c) +
      ones(this.d & ~other.d) +
      ones(this.e & ~other.e) +
      ones(this.f & ~other.f) +
      ones(this.g & ~other.g) +
      ones(this.h & ~other.h)
    );
  }
}

/** Whether two texts may say the same, as far as their bits show. */
export function mayBeSame(a: NoteBits, b: NoteBits): boolean {
  const longer = a.count >= b.count ? a : b;
  const shorter = longer === a ? b : a;
  const need = Math.ceil((longer.count * 9) / 10);
  return shorter.count >= need && longer.lackedBy(shorter) <= longer.count - need;
}

/**
 * The words of a piece of text, as numbers in the scratch: runs of letters and digits, with the point of a figure and the
 * apostrophe of a word within. @returns how many there are.
 */
function wordsOf(codes: Uint16Array, start: number, end: number): number {
  let count = 0;
  let i = start;
  while (i < end) {
    let part = partOf(codes[i]!);
    if (part === 0) {
      i++;
      continue;
    }
    let hash = 0;
    do {
      hash = (Math.imul(hash, 0x01000193) ^ part) + 0x9e37;
      if (++i === end) break;
      part = partOf(codes[i]!);
      if (part === 0) part = partWithin(codes, i);
    } while (part !== 0);
    if (count === scratch.length) {
      const larger = new Int32Array(count * 2);
      larger.set(scratch);
      scratch = larger;
    }
    scratch[count++] = mixed(hash);
  }
  return count;
}

/** What a character counts as in a word; 0 where it is in none by itself. */
function partOf(c: number): number {
  if (c < 128) return PART[c]!;
  return c !== CURLY_APOSTROPHE && isWord(c) ? String.fromCharCode(c).toLowerCase().charCodeAt(0) : 0;
}

/** The same for what is in a word only between others: the apostrophe of a word, the point of a figure. */
function partWithin(codes: Uint16Array, at: number): number {
  const c = codes[at]!;
  if (c === 32) return 0;
  if (c === APOSTROPHE || c === CURLY_APOSTROPHE)
    return isWord(codes[at - 1]!) && isWord(codes[at + 1]!) ? APOSTROPHE : 0;
  if (c === 46 || c === 44 || c === 58 || c === 47) return isDigit(codes[at - 1]!) && isDigit(codes[at + 1]!) ? c : 0;
  return 0;
}

/** By character: what it counts as in a word, letters in lower case; 0 for what is in none by itself. */
const PART = new Uint8Array(128);
for (let c = 48; c <= 57; c++) PART[c] = c;
for (let c = 97; c <= 122; c++) {
  PART[c] = c;
  PART[c - 32] = c;
}

const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;

/** Spreads the bits of a hash. */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A text without an id, where it stands as a word by itself, written as the id is. */
function without(text: string, id: string): string {
  let at = text.indexOf(id);
  if (at < 0) return text;
  let result = '';
  let from = 0;
  while (at >= 0) {
    const end = at + id.length;
    if (!isWordChar(text, at - 1) && !isWordChar(text, end)) {
      result += text.slice(from, at);
      from = end;
    }
    at = text.indexOf(id, end);
  }
  return result + text.slice(from);
}

const WORD_CHAR = /[\p{L}\p{N}\p{M}]/u;

function isWordChar(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWord(text.charCodeAt(at));
}

function isWord(c: number): boolean {
  return c < 128 ? PART[c] !== 0 : WORD_CHAR.test(String.fromCharCode(c));
}

/** How many bits are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
