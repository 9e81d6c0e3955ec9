/**
 * Tidying: every line in its written form; the times, codes and units of an encounter below one another. Only white space
 * and forms change: what a line says, its comment and every word of a note stay. A line that cannot be read stays as it
 * is. No line becomes part of a note by it, or stops being one.
 */

import type { Block } from '../engine/block';
import { EncounterFile, type TextEdit } from '../engine/file';
import { lineEndOf } from '../engine/fix-all';
import { BlockSyntax } from '../syntax/buffer';
import { Giver, LineKind, TokenKind } from '../syntax/kinds';
import { parseBlock } from '../syntax/parser';
import { Char, isSpace } from '../text/chars';
import type { Stretch } from './code-actions';
import { soundRange, writtenToken } from './written-form';

/** What stands before a line of an encounter. */
const INDENT = '  ';
/** Least white space between the parts of a session, and before a comment. */
const APART = 2;
const CLOCK_LENGTH = '09:00-09:15'.length;
const CODE_LENGTH = 5;
const MODIFIER_LENGTH = 3;
/** A claim form has room for so many. The units of a line with more stand where they may. */
const MOST_MODIFIERS = 4;

/** The edits that tidy a file, in order; with a stretch, of the encounters that it touches, each as a whole. */
export function formatEdits(file: EncounterFile, stretch?: Stretch): TextEdit[] {
  const edits: TextEdit[] = [];
  const lastLine = stretch ? lastLineOf(stretch) : Number.POSITIVE_INFINITY;
  let { block, startLine } = file.blockAt(stretch?.start.line ?? 0);
  for (;;) {
    const tidy = new Tidy(block);
    tidy.lines();
    for (const change of tidy.changes) addApart(edits, tidy.editOf(change, startLine));
    startLine += block.lineCount;
    const next = file.next(block);
    if (!next || startLine > lastLine) return edits;
    block = next;
  }
}

/** Adds an edit; joined to the last one where it begins as that ends, which only the border of two blocks brings. */
function addApart(edits: TextEdit[], edit: TextEdit): void {
  const last = edits.at(-1);
  if (last && last.end.line === edit.start.line && last.end.character === edit.start.character)
    edits[edits.length - 1] = { start: last.start, end: edit.end, newText: last.newText + edit.newText };
  else edits.push(edit);
}

/**
 * The edits that tidy a line just typed. The white space before it stays: the line below may have been indented like it
 * already, and would carry it on if only this one moved.
 */
export function formatLine(file: EncounterFile, line: number): TextEdit[] {
  const { block, startLine } = file.blockAt(line);
  const tidy = new Tidy(block);
  tidy.line(line - startLine);
  return tidy.changes.map((change) => tidy.editOf(change, startLine));
}

/** A whole text, tidied. */
export function formatText(text: string): string {
  const file = new EncounterFile('');
  file.setText(text);
  const pieces: string[] = [];
  for (const block of file.blocks()) {
    const tidy = new Tidy(block);
    tidy.lines();
    let at = 0;
    for (const { start, end, newText } of tidy.changes) {
      pieces.push(block.text.slice(at, start), newText);
      at = end;
    }
    pieces.push(block.text.slice(at));
  }
  return pieces.join('');
}

/** A stretch that ends before the first character of a line does not touch that line. */
function lastLineOf({ start, end }: Stretch): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** A change of a block's text. Offsets are UTF-16 units from the start of the block, lines count from its first. */
interface Change {
  readonly line: number;
  readonly start: number;
  readonly endLine: number;
  readonly end: number;
  readonly newText: string;
}

/** A note that the lines at hand may carry on: the white space before its first line, as it was and as it will be. */
interface OpenNote {
  readonly was: string;
  readonly now: string;
}

/** The syntax of the block at hand. */
const syntax = new BlockSyntax();
/** For each of its lines, how far it may be changed. */
let standing = new Uint8Array(256);
enum Standing {
  Free,
  /** A note whose white space in front stays. */
  Pinned,
  /** What cannot be read whole stays as it is. */
  Frozen,
}

/** The work on one block. Only one is at work at a time. */
class Tidy {
  readonly changes: Change[] = [];
  private note: OpenNote | undefined;
  /** Length of the longest time, and of the longest code with modifiers, in UTF-16 units. */
  private whenLength = 0;
  private billedLength = 0;

  constructor(private readonly block: Block) {
    parseBlock(block.text, 0, block.isAbove, syntax);
    findStandings(block);
    for (let line = 0; line < syntax.lineCount; line++) {
      if (isFrozen(line)) continue;
      const kind = syntax.lineKind(line);
      if (kind === LineKind.Session) this.whenLength = Math.max(this.whenLength, whenLength(line));
      else if (kind === LineKind.Claim) this.billedLength = Math.max(this.billedLength, billedLength(line));
    }
  }

  /** All lines of the block. */
  lines(): void {
    const { lineCount } = syntax;
    const isLast = this.block.file.next(this.block) === undefined;
    for (let line = 0; line < lineCount; line++) {
      if (syntax.lineKind(line) !== LineKind.Blank) {
        this.indent(line);
        this.line(line);
        continue;
      }
      let after = line + 1;
      while (after < lineCount && syntax.lineKind(after) === LineKind.Blank) after++;
      if (after === lineCount && isLast) this.removeLines(line, after);
      else {
        this.line(line);
        if (after > line + 1) this.removeLines(line + 1, after);
      }
      line = after - 1;
    }
    if (isLast && lineCount > 0 && !this.block.endsWithBreak && syntax.lineKind(lineCount - 1) !== LineKind.Blank)
      this.change(lineCount - 1, syntax.length, syntax.length, lineEndOf(this.block.file));
  }

  /** A line from its first character that is no white space. */
  line(line: number): void {
    if (line >= syntax.lineCount || isFrozen(line)) return;
    const first = syntax.firstToken(line);
    const end = syntax.endToken(line);
    const lineEnd = syntax.lineEnd(line);
    if (first === end) {
      const start = contentStart(line);
      if (!joinsBreaks(line)) this.change(line, start, lineEnd, '');
      return;
    }
    let at = syntax.start(first);
    for (let token = first; token < end; token++) {
      if (token > first) this.change(line, at, syntax.start(token), this.gapBefore(line, token));
      this.change(line, syntax.start(token), syntax.end(token), writtenToken(syntax, token));
      at = syntax.end(token);
    }
    this.change(line, at, lineEnd, '');
  }

  /** The white space before a line, and so whether it carries a note on. */
  private indent(line: number): void {
    const kind = syntax.lineKind(line);
    const start = contentStart(line);
    if (kind === LineKind.NoteMore) {
      const { note } = this;
      if (note) this.change(line, start, start + note.was.length, note.now);
      return;
    }
    const was = leadOf(line);
    let now = was;
    // Behind a note that stays where it is, two spaces may be deeper than the note.
    const wouldCarryOn = this.note !== undefined && isDeeper(INDENT, this.note.now);
    if (was !== '' && standing[line] === Standing.Free && !wouldCarryOn) now = INDENT;
    this.change(line, start, start + was.length, now);
    this.note = kind === LineKind.Note && was !== '' ? { was, now } : undefined;
  }

  /** The white space between a part of a line and the one before it. */
  private gapBefore(line: number, token: number): string {
    const before = syntax.kind(token - 1);
    switch (syntax.kind(token)) {
      case TokenKind.Comment:
      case TokenKind.Contact:
      case TokenKind.By:
      case TokenKind.Region:
        return spaces(APART);
      case TokenKind.Comma:
      case TokenKind.To:
      case TokenKind.Time:
      case TokenKind.Modifier:
        return '';
      case TokenKind.String: {
        if (syntax.lineKind(line) !== LineKind.Session || before === TokenKind.Region) return ' ';
        const isName = before === TokenKind.Giver && syntax.value(token - 1) === Giver.Assistant;
        return isName ? ' ' : spaces(APART);
      }
      case TokenKind.Code: {
        if (syntax.lineKind(line) !== LineKind.Session) return ' ';
        const own = whenLength(line);
        return spaces(own === 0 ? APART : this.whenLength - own + APART);
      }
      case TokenKind.Units: {
        const own = billedLength(line);
        return spaces(own === 0 ? 1 : this.billedLength - own + 1);
      }
      default:
        return ' ';
    }
  }

  private removeLines(from: number, to: number): void {
    const start = contentStart(from);
    const { length } = syntax;
    if (to < syntax.lineCount) this.add({ line: from, start, endLine: to, end: syntax.lineStart(to), newText: '' });
    else {
      const endLine = this.block.endsWithBreak ? to : to - 1;
      this.add({ line: from, start, endLine, end: length, newText: '' });
    }
  }

  /** Replaces a piece of one line, or less of it where the new text begins or ends alike. */
  private change(line: number, from: number, to: number, newText: string): void {
    const { text } = syntax;
    let start = from;
    let end = to;
    let first = 0;
    let last = newText.length;
    while (start < end && first < last && text.charCodeAt(start) === newText.charCodeAt(first)) {
      start++;
      first++;
    }
    while (end > start && last > first && text.charCodeAt(end - 1) === newText.charCodeAt(last - 1)) {
      end--;
      last--;
    }
    if (start < end || first < last) this.add({ line, start, endLine: line, end, newText: newText.slice(first, last) });
  }

  /** Changes that touch become one. */
  private add(change: Change): void {
    const last = this.changes[this.changes.length - 1];
    if (last?.end === change.start && last.endLine === change.line) {
      const { line, start } = last;
      const { endLine, end } = change;
      this.changes[this.changes.length - 1] = { line, start, endLine, end, newText: last.newText + change.newText };
    } else if (change.start < change.end || change.newText !== '') this.changes.push(change);
  }

  /** A change as an edit of the file. @param startLine the line on which the block starts. */
  editOf({ line, start, endLine, end, newText }: Change, startLine: number): TextEdit {
    const column = (of: number, offset: number) =>
      of < syntax.lineCount ? offset - syntax.lineStart(of) : offset - syntax.length;
    return {
      start: { line: startLine + line, character: column(line, start) },
      end: { line: startLine + endLine, character: column(endLine, end) },
      newText,
    };
  }
}

function isFrozen(line: number): boolean {
  return standing[line] === Standing.Frozen;
}

function findStandings(block: Block): void {
  const { lineCount } = syntax;
  if (standing.length < lineCount) standing = new Uint8Array(lineCount * 2);
  else standing.fill(Standing.Free, 0, lineCount);
  for (let line = 0; line < lineCount; line++)
    if (syntax.lineKind(line) === LineKind.UnknownField) standing[line] = Standing.Frozen;
  for (const { rule, line } of syntax.problems) if (rule === 'syntax') standing[line] = Standing.Frozen;
  // A byte-order mark is one at the start of the file alone.
  if (!block.isAbove && block.text.charCodeAt(0) === Char.ByteOrderMark) standing[0] = Standing.Frozen;
  pinNotes(block);
}

/**
 * A note stays where it is if a line that carries it on has to stay, and if the line after the note has to and would be
 * deeper than two spaces: it would become part of the note.
 */
function pinNotes(block: Block): void {
  const header = block.file.next(block);
  let deeperBelow = header?.headerIndented === true && isDeeper(/^[ \t\xa0]*/.exec(header.text)![0], INDENT);
  let carriedByFrozen = false;
  for (let line = syntax.lineCount - 1; line >= 0; line--) {
    const kind = syntax.lineKind(line);
    if (kind === LineKind.Blank) continue;
    if (kind === LineKind.NoteMore) {
      carriedByFrozen ||= isFrozen(line);
      continue;
    }
    if (kind === LineKind.Note && !isFrozen(line) && (carriedByFrozen || deeperBelow)) standing[line] = Standing.Pinned;
    deeperBelow = standing[line] !== Standing.Free && isDeeper(leadOf(line), INDENT);
    carriedByFrozen = false;
  }
}

/** Where a line starts, behind a byte-order mark. */
function contentStart(line: number): number {
  const start = syntax.lineStart(line);
  return start === 0 && syntax.text.charCodeAt(0) === Char.ByteOrderMark ? 1 : start;
}

/** The white space before a line that is not blank. */
function leadOf(line: number): string {
  const start = contentStart(line);
  let end = start;
  while (isSpace(syntax.text.charCodeAt(end))) end++;
  return syntax.text.slice(start, end);
}

function isDeeper(lead: string, note: string): boolean {
  return lead.length > note.length && lead.startsWith(note);
}

/** Whether a line of white space alone keeps a CR and an LF apart: without it they would be one line break. */
function joinsBreaks(line: number): boolean {
  const start = syntax.lineStart(line);
  return (
    start > 0 &&
    syntax.text.charCodeAt(start - 1) === Char.CarriageReturn &&
    syntax.text.charCodeAt(syntax.lineEnd(line)) === Char.LineFeed
  );
}

/** Length of a session's time in its written form; 0 where it cannot be and is written as it stands. */
function whenLength(line: number): number {
  const token = syntax.firstToken(line);
  if (syntax.kind(token) === TokenKind.Time) return soundRange(syntax, token) ? CLOCK_LENGTH : 0;
  const minutes = syntax.value(token);
  return minutes < 0 ? 0 : `${minutes} min`.length;
}

/** Length of a claim line's code and modifiers in their written form; 0 without units to stand behind them. */
function billedLength(line: number): number {
  let modifiers = 0;
  for (let token = syntax.firstToken(line); token < syntax.endToken(line); token++) {
    if (syntax.kind(token) === TokenKind.Modifier) modifiers++;
    else if (syntax.kind(token) === TokenKind.Units)
      return modifiers > MOST_MODIFIERS ? 0 : CODE_LENGTH + modifiers * MODIFIER_LENGTH;
  }
  return 0;
}

function spaces(count: number): string {
  return ' '.repeat(count);
}
