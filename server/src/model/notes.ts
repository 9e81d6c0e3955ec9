/**
 * Whether two notes say the same: O and A as one text, nine words in ten of the longer in the other and in the same
 * order. Ids, case and punctuation are set aside; figures are kept.
 */

import { Label } from '../syntax/kinds';
import type { Encounter } from './encounter';

/** Words of a text that are compared at most: beyond them two notes that agree so far are taken to agree. */
const MOST_WORDS = 1000;

/** O and A of one encounter, made ready to be compared. */
export interface NoteText {
  readonly words: readonly string[];
  /** The words as one string: equal where the texts are the same. */
  readonly key: string;
  /** One bit a word, by its spelling: words that the other text surely lacks. */
  readonly low: number;
  readonly high: number;
  /** The text still holds capital letters and ids. */
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
  if (a.key === b.key) return true;
  const longer = a.words.length >= b.words.length ? a : b;
  const shorter = longer === a ? b : a;
  const need = Math.ceil((longer.words.length * 9) / 10);
  if (shorter.words.length < need) return false;
  // Of fewer than ten words every one must agree: only the same text does, and it was asked for above.
  const mayLack = longer.words.length - need;
  if (mayLack === 0) return false;
  if (ones(longer.low & ~shorter.low) + ones(longer.high & ~shorter.high) > mayLack) return false;
  return inOrder(longer.words.slice(0, MOST_WORDS), shorter.words.slice(0, MOST_WORDS));
}

/**
 * Whether nine in ten words of the longer list stand in the other in the same order: the shortest way from the one to
 * the other by words left out and put in, given up as soon as it is too long (Myers). Work grows with the words times
 * the differences that are allowed, which are two in ten words at most.
 */
function inOrder(a: readonly string[], b: readonly string[]): boolean {
  const n = a.length;
  const m = b.length;
  const need = Math.ceil((Math.max(n, m) * 9) / 10);
  const most = n + m - 2 * need;
  if (most < Math.abs(n - m)) return false;
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

const WORD = /\p{N}+(?:[.,:/]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/gu;

function ready(raw: string, ids: readonly string[]): NoteText | null {
  let text = raw;
  for (const id of ids) text = without(text, id);
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD);
  if (!words) return null;
  let low = 0;
  let high = 0;
  for (const word of words) {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = (hash * 31 + word.charCodeAt(i)) | 0;
    hash = (hash ^ (hash >>> 15)) & 63;
    if (hash < 32) low |= 1 << hash;
    else high |= 1 << (hash - 32);
  }
  return { words, key: words.join(' '), low, high, raw };
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
  return at >= 0 && at < text.length && WORD_CHAR.test(text[at]!);
}

/** How many bits are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
