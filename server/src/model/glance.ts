/**
 * One quick pass over a block that is written as most are: a header at the left margin, sessions by the clock or in
 * minutes, claim lines, fields, notes. Nothing is built: what the block says is left here as numbers and shared objects,
 * until the next block is read. Whatever is out of the ordinary is refused, and the parser and the model read the block.
 */

import { Giver, Label } from '../syntax/kinds';
import { looksLikeALine } from '../syntax/looks-like-a-line';
import { Char, isDigit, isForbidden, isLetter } from '../text/chars';
import { daysIn } from '../text/dates';
import { codesOf, TextWindow } from '../text/window';
import { plainText } from './build';
import type { Defaults } from './defaults';
import { NoteBits } from './notes';
import { Place, type SeenClaim, SeenLines, type SeenSession, type Standing } from './seen-lines';
import type { Settings } from './settings';

/** Sessions, claim lines and note lines of one block that are read; a block with more goes to the parser. */
export const MOST_LINES = 64;
const [HEADER, PATIENT, GOAL, NOTE] = ['encounter ', ' patient ', 'goal "', 'note:'].map((word) =>
  codesOf(word).subarray(0, word.length),
) as [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
const DATE_LENGTH = 10;
const NOBODY: readonly string[] = [];

export class Glance {
  /** Where the block ends in the text. */
  end = 0;
  lineCount = 0;
  endsWithBreak = false;
  /** yyyymmdd. */
  date = 0;
  patient = '';
  /** The fields that hold in the encounter. */
  standing!: Standing;
  /** The defaults that hold below it: the same object as above where the block sets none. */
  below!: Defaults;
  /** Clinicians and assistants that it names, each once. */
  people: readonly string[] = NOBODY;
  hasDiagnosis = false;
  hasGoal = false;
  /** One bit a label: such a note is there; such a note says something. */
  labels = 0;
  written = 0;
  sessionCount = 0;
  /** Minutes after midnight; -1 where the session has a length alone. */
  readonly starts = new Int32Array(MOST_LINES);
  readonly ends = new Int32Array(MOST_LINES);
  readonly minutes = new Int32Array(MOST_LINES);
  readonly sessions: SeenSession[] = [];
  claimCount = 0;
  readonly units = new Int32Array(MOST_LINES);
  readonly claims: SeenClaim[] = [];
  hasGroup = false;
  /** Who gave its sessions, each once. */
  givers: readonly string[] = NOBODY;

  private readonly seen: SeenLines;
  private readonly window = new TextWindow();
  private readonly codes = this.window.codes;
  private text = '';
  /** A character stands in the block that may stand nowhere, or a line break that is not found by its line feed. */
  private isOdd = false;
  /** The block goes on behind the characters that are at hand. */
  private isCut = false;
  private lastAbove: Defaults | undefined;
  private lastStanding!: Standing;
  private pieceCount = 0;
  /** The lines of O and A, as ranges of the characters. */
  private readonly pieces = new Int32Array(MOST_LINES * 2);

  constructor(settings: Settings) {
    this.seen = new SeenLines(settings);
  }

  /** Gets ready to read blocks of a text. */
  begin(text: string): void {
    this.text = text;
    this.window.begin(text);
  }

  /** Reads the block that starts at `from`. False where it is not for a quick pass; nothing here then counts. */
  read(from: number, above: Defaults): boolean {
    const { window } = this;
    let at = from - window.base;
    if (at < 0 || at >= window.count) {
      window.take(from);
      at = 0;
    }
    if (this.readAt(at, above)) return true;
    if (!this.isCut || at === 0) return false;
    window.take(from);
    return this.readAt(0, above);
  }

  private readAt(at: number, above: Defaults): boolean {
    this.reset(above);
    const header = this.header(at);
    if (header < 0 || !this.lines(header) || this.isOdd) return false;
    this.givers = this.findGivers();
    return true;
  }

  private findGivers(): readonly string[] {
    const { standing, sessionCount, sessions } = this;
    let byDefault = false;
    let byClinician = false;
    for (let i = 0; i < sessionCount; i++) {
      if (sessions[i]!.by === Giver.Default) byDefault = true;
      else byClinician = true;
    }
    if (!byClinician) return byDefault ? standing.givers : NOBODY;
    const { clinician } = standing.defaults;
    const found = byDefault ? [...standing.givers] : [];
    if (clinician !== undefined && !found.includes(clinician)) found.push(clinician);
    return found;
  }

  private reset(above: Defaults): void {
    if (above !== this.lastAbove) {
      this.lastAbove = above;
      this.lastStanding = this.seen.standingOf(above);
    }
    this.standing = this.lastStanding;
    this.below = above;
    this.people = NOBODY;
    this.lineCount = 0;
    this.hasDiagnosis = false;
    this.hasGoal = false;
    this.labels = 0;
    this.written = 0;
    this.sessionCount = 0;
    this.claimCount = 0;
    this.hasGroup = false;
    this.pieceCount = 0;
    this.isOdd = false;
    this.isCut = false;
  }

  // ------------------------------------------------------------------------------------------------------- Header

  /** `encounter 2026-03-03 patient A`, to the letter. @returns where the next line starts; -1 where it is another. */
  private header(from: number): number {
    const { codes } = this;
    if (!standsAt(codes, from, HEADER)) return -1;
    const at = from + HEADER.length;
    const date = dateAt(codes, at);
    if (date < 0 || !standsAt(codes, at + DATE_LENGTH, PATIENT)) return -1;
    const start = at + DATE_LENGTH + PATIENT.length;
    const lineEnd = this.lineEnd(start);
    const end = codes[lineEnd - 1] === Char.CarriageReturn ? lineEnd - 1 : lineEnd;
    let quotes = 0;
    for (let i = start; i < end; i++) {
      const c = codes[i]!;
      if (c === Char.Quote) quotes++;
      else if (c <= Char.Space && quotes !== 1) return -1;
      else if (c > 126) return -1;
    }
    const quoted = quotes === 2 && codes[start] === Char.Quote && codes[end - 1] === Char.Quote;
    if ((quotes > 0 && !quoted) || codes[start] === Char.Hash) return -1;
    const id = this.window.slice(start, end);
    this.date = date;
    this.patient = quoted ? plainText(id) : id;
    this.lineCount = 1;
    return this.patient === '' ? -1 : this.next(lineEnd);
  }

  /** Past the line break at `end`, or the text's end. */
  private next(end: number): number {
    this.endsWithBreak = end < this.window.count;
    return this.endsWithBreak ? end + 1 : end;
  }

  // -------------------------------------------------------------------------------------------------------- Lines

  private lines(from: number): boolean {
    const { codes, window } = this;
    const total = window.count;
    let seenFields = 0;
    let seenDefaults = 0;
    /** The indent of the note that goes on; -1 where none does. */
    let noteIndent = -1;
    let noteLabel = 0;
    let at = from;
    while (at < total) {
      let content = at;
      while (codes[content] === Char.Space) content++;
      const c = content < total ? codes[content]! : Char.LineFeed;
      const indent = content - at;
      if (c === Char.LineFeed || c === Char.CarriageReturn) {
        at = this.next(this.lineEnd(content));
        this.lineCount++;
        continue;
      }
      // White space of other kinds: what it belongs to is compared character by character.
      if (c === Char.Tab || c === Char.NoBreakSpace) return false;
      if (noteIndent >= 0 && indent > noteIndent) {
        const end = this.lineEnd(content);
        if (looksLikeALine(this.text, window.base + content, window.base + end)) return false;
        if (this.says(content, end)) this.written |= 1 << noteLabel;
        if (!this.piece(noteLabel, content, end)) return false;
        at = this.next(end);
        this.lineCount++;
        continue;
      }
      noteIndent = -1;
      if (indent === 0) {
        if (c === 101 /* e */ && standsAt(codes, at, HEADER)) break;
        if (c === Char.Hash) {
          at = this.comment(at);
        } else {
          // Anything but a default: the parser says what it is.
          if (!isLetter(c)) return false;
          const end = this.hashed(at);
          const line = this.seen.find(window, at, end, Place.Margin, this.hash);
          if (line.says !== 'default' || seenDefaults & (1 << line.field)) return false;
          seenDefaults |= 1 << line.field;
          this.name(line.people);
          this.below = this.seen.with(this.seen.standingOf(this.below), line).defaults;
          at = this.next(end);
        }
        if (at < 0) return false;
        this.lineCount++;
        continue;
      }
      if (c === Char.Hash) {
        at = this.comment(content);
        if (at < 0) return false;
        this.lineCount++;
        continue;
      }
      // Defaults stand below all lines of the encounter above them.
      if (seenDefaults !== 0) return false;
      if (isDigit(c)) {
        at = this.session(content);
        if (at < 0) return false;
        this.lineCount++;
        continue;
      }
      const label = labelAt(codes, content);
      if (label !== undefined) {
        const start = content + (label === Label.Note ? 5 : 2);
        const end = this.lineEnd(start);
        this.labels |= 1 << label;
        if (this.says(start, end)) this.written |= 1 << label;
        if (!this.piece(label, start, end)) return false;
        noteIndent = indent;
        noteLabel = label;
        at = this.next(end);
        this.lineCount++;
        continue;
      }
      const goal = c === 103 /* g */ ? this.goal(content) : -1;
      if (goal >= 0) {
        this.hasGoal = true;
        at = this.next(goal);
        this.lineCount++;
        continue;
      }
      const end = this.hashed(content);
      const line = this.seen.find(window, content, end, Place.Line, this.hash);
      switch (line.says) {
        case 'claim':
          if (this.claimCount === MOST_LINES) return false;
          this.claims[this.claimCount] = line.claim;
          this.units[this.claimCount++] = line.units;
          break;
        case 'field':
          if (seenFields & (1 << line.field)) return false;
          seenFields |= 1 << line.field;
          this.name(line.people);
          this.standing = this.seen.with(this.standing, line);
          break;
        case 'dx':
          if (line.isGiven) this.hasDiagnosis = true;
          break;
        case 'goal':
          if (line.isGiven) this.hasGoal = true;
          break;
        default:
          return false;
      }
      at = this.next(end);
      this.lineCount++;
    }
    this.end = window.base + at;
    // Whether the next line begins another block is not known.
    this.isCut = at >= total && !window.isLast;
    return !this.isCut;
  }

  private hash = 0;

  /** The line's end, and in `hash` a number made of its characters. */
  private hashed(from: number): number {
    const { codes } = this;
    let hash = 0;
    let at = from;
    for (; ; at++) {
      const c = codes[at]!;
      if ((c < 32 || c > 126) && this.isEnd(c, at)) break;
      hash = (Math.imul(hash, 31) + c) | 0;
    }
    this.hash = hash ^ (hash >>> 15);
    return at;
  }

  private lineEnd(from: number): number {
    const { codes } = this;
    let at = from;
    for (; ; at++) {
      const c = codes[at]!;
      if ((c < 32 || c > 126) && this.isEnd(c, at)) return at;
    }
  }

  /** Whether a character that is not plain ASCII ends its line. Of another it is seen whether it may stand there. */
  private isEnd(c: number, at: number): boolean {
    if (c === Char.LineFeed || at >= this.window.count) return true;
    if (c === Char.CarriageReturn ? this.codes[at + 1] !== Char.LineFeed : isForbidden(c)) this.isOdd = true;
    return false;
  }

  /** A remark. @returns where the next line starts; -1 for what may speak to the checker. */
  private comment(from: number): number {
    const { codes } = this;
    let at = from + 1;
    while (codes[at] === Char.Space || codes[at] === Char.Tab) at++;
    const c = codes[at]!;
    if ((c | 32) === 105 /* i */ || c === Char.NoBreakSpace) return -1;
    return this.next(this.lineEnd(at));
  }

  private name(people: readonly string[]): void {
    if (people.length === 0) return;
    if (this.people.length === 0) this.people = people;
    else if (!this.people.includes(people[0]!)) this.people = [...this.people, people[0]!];
  }

  /** `goal "…"` and nothing more: goals differ too much to be known by their text. @returns the line's end, or -1. */
  private goal(from: number): number {
    const { codes } = this;
    if (!standsAt(codes, from, GOAL)) return -1;
    const start = from + GOAL.length;
    const end = this.lineEnd(start);
    let close = start;
    while (close < end && codes[close] !== Char.Quote) close++;
    const isLast = close === end - 1 || (close === end - 2 && codes[end - 1] === Char.CarriageReturn);
    return isLast && this.says(start, close) ? end : -1;
  }

  /** Something other than white space stands there: white space of every kind, as notes are read. */
  private says(start: number, end: number): boolean {
    const { codes } = this;
    for (let i = start; i < end; i++) {
      const c = codes[i]!;
      if (c > 126) return this.window.slice(i, end).trim() !== '';
      if (c > Char.Space) return true;
    }
    return false;
  }

  private piece(label: Label, start: number, end: number): boolean {
    if (label !== Label.O && label !== Label.A) return true;
    if (this.pieceCount === MOST_LINES) return false;
    this.pieces[this.pieceCount * 2] = start;
    this.pieces[this.pieceCount * 2 + 1] = end;
    this.pieceCount++;
    return true;
  }

  /** What there is to compare of its notes. */
  noteBits(): NoteBits {
    const { codes, window, pieces, pieceCount, patient } = this;
    const bits = new NoteBits();
    for (let i = 0; i < pieceCount; i++) bits.add(codes, pieces[i * 2]!, pieces[i * 2 + 1]!);
    // Most often it is nowhere from the first of these lines to the last.
    const last = pieceCount * 2 - 1;
    if (pieceCount > 0 && window.slice(pieces[0]!, pieces[last]!).includes(patient))
      for (let i = 0; i < pieceCount; i++)
        bits.namesOwn ||= window.slice(pieces[i * 2]!, pieces[i * 2 + 1]!).includes(patient);
    return bits;
  }

  // ----------------------------------------------------------------------------------------------------- Sessions

  /** @returns where the next line starts; -1 where the line is not for a quick pass. */
  private session(from: number): number {
    const { codes } = this;
    const n = this.sessionCount;
    if (n === MOST_LINES) return -1;
    let at = from;
    let place = Place.Session;
    if (isClock(codes, from)) {
      const start = clockAt(codes, from);
      const end = clockAt(codes, from + 6);
      if (start < 0 || end <= start || start === 1440) return -1;
      this.starts[n] = start;
      this.ends[n] = end;
      this.minutes[n] = end - start;
      at += 11;
    } else {
      // A length, or times in another form: known by the whole line.
      place = Place.Line;
    }
    const end = this.hashed(at);
    const line = this.seen.find(this.window, at, end, place, this.hash);
    if (line.says === 'session') this.sessions[n] = line.session;
    else if (line.says === 'timed session') {
      this.sessions[n] = line.session;
      this.starts[n] = line.start;
      this.ends[n] = line.end;
      this.minutes[n] = line.start < 0 ? line.end : line.end - line.start;
    } else return -1;
    if (this.sessions[n]!.isGroup) this.hasGroup = true;
    this.sessionCount++;
    return this.next(end);
  }
}

/** `09:00-09:15` stands there. */
function isClock(codes: Uint16Array, at: number): boolean {
  return (
    codes[at + 2]! === Char.Colon &&
    codes[at + 5]! === Char.Hyphen &&
    codes[at + 8]! === Char.Colon &&
    codes[at + 11]! === Char.Space
  );
}

/** Minutes after midnight of `09:00`; below 0 where there is no such time. */
function clockAt(codes: Uint16Array, at: number): number {
  const a = codes[at]! - 48;
  const b = codes[at + 1]! - 48;
  const c = codes[at + 3]! - 48;
  const d = codes[at + 4]! - 48;
  // Another first character than 0, 1 or 2 comes to minutes that no day has.
  if (b < 0 || b > 9 || c < 0 || c > 5 || d < 0 || d > 9) return -1;
  const minutes = (a * 10 + b) * 60 + c * 10 + d;
  return minutes > 1440 ? -1 : minutes;
}

/** yyyymmdd of `2026-03-03`; -1 where there is no such day. */
function dateAt(codes: Uint16Array, at: number): number {
  let date = 0;
  for (let i = 0; i < DATE_LENGTH; i++) {
    const c = codes[at + i]!;
    if (i === 4 || i === 7) {
      if (c !== Char.Hyphen) return -1;
    } else if (c >= Char.Zero && c <= Char.Nine) date = date * 10 + c - Char.Zero;
    else return -1;
  }
  const month = Math.floor(date / 100) % 100;
  const day = date % 100;
  if (date < 10000 || month < 1 || month > 12 || day < 1 || day > daysIn(Math.floor(date / 10000), month)) return -1;
  return date;
}

/** The note's label that stands there with its colon. */
function labelAt(codes: Uint16Array, at: number): Label | undefined {
  const c = codes[at]! | 32;
  if (codes[at + 1]! === Char.Colon) {
    if (c === 115) return Label.S;
    if (c === 111) return Label.O;
    if (c === 97) return Label.A;
    return c === 112 ? Label.P : undefined;
  }
  return c === 110 && standsAt(codes, at, NOTE) ? Label.Note : undefined;
}

function standsAt(codes: Uint16Array, at: number, word: Uint16Array): boolean {
  for (let i = 0; i < word.length; i++) if (codes[at + i] !== word[i]) return false;
  return true;
}
