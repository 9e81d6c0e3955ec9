import { type LineKind, TokenKind } from './kinds';

/** Rules that the parser itself has the facts for. Their wording is in the rule of the same id. */
export type ProblemRule =
  | 'syntax'
  | 'unknown-field'
  | 'duplicate-field'
  | 'line-in-note'
  | 'impossible-date'
  | 'impossible-time'
  | 'end-before-start'
  | 'ignore-without-reason';

/** Something wrong in the text of one block. Offsets are UTF-16 units from the start of the block. */
export interface Problem {
  rule: ProblemRule;
  /** Line in the block, from 0. */
  line: number;
  start: number;
  end: number;
  /** For `syntax`: what was expected ("a date such as 2026-03-03"). For the others: the nearest known word, if any. */
  says: string;
  /** For `syntax`: the part cannot be read, something is missing after it, or it stands in the wrong place. */
  how: 'unread' | 'missing' | 'placed';
  /** What would stand in its place, where that is certain. */
  replacement?: string;
  /** The line may be meant for the header of another encounter, to which what follows would belong. */
  mayBeHeader?: boolean;
}

const LINE = 5;
const TOKEN = 4;

/**
 * The syntax of one block: its lines and tokens as integers in typed arrays, reused from block to block.
 *
 * A block is one encounter with all lines up to the next header, or the lines above the first header. Offsets are
 * UTF-16 units from the start of the block. Tokens and the white space and line ends between them join to the text.
 */
export class BlockSyntax {
  /** The text the offsets count in, from `base`. */
  text = '';
  /** Where the block starts in `text`. */
  base = 0;
  /** Length of the block in UTF-16 units. */
  length = 0;
  lineCount = 0;
  tokenCount = 0;
  /** The block begins with a header that is indented: a change above it may turn it into a note's continuation. */
  headerIndented = false;
  readonly problems: Problem[] = [];
  private lines = new Int32Array(64 * LINE);
  private tokens = new Int32Array(256 * TOKEN);

  reset(text: string, base: number): void {
    this.text = text;
    this.base = base;
    this.length = 0;
    this.lineCount = 0;
    this.tokenCount = 0;
    this.headerIndented = false;
    if (this.problems.length > 0) this.problems.length = 0;
  }

  /** Starts a line; its end and last token are set by `endLine`. */
  addLine(kind: LineKind, start: number): void {
    const at = this.lineCount * LINE;
    if (at + LINE > this.lines.length) this.lines = grown(this.lines);
    this.lines[at] = kind;
    this.lines[at + 1] = start - this.base;
    this.lines[at + 2] = start - this.base;
    this.lines[at + 3] = this.tokenCount;
    this.lines[at + 4] = 0;
    this.lineCount++;
  }

  endLine(end: number): void {
    this.lines[(this.lineCount - 1) * LINE + 2] = end - this.base;
  }

  setKind(line: number, kind: LineKind): void {
    this.lines[line * LINE] = kind;
  }

  setFlags(flags: number): void {
    this.lines[(this.lineCount - 1) * LINE + 4] = flags;
  }

  flag(flag: number): void {
    const at = (this.lineCount - 1) * LINE + 4;
    this.lines[at] = this.lines[at]! | flag;
  }

  addToken(kind: TokenKind, start: number, end: number, value = 0): void {
    const at = this.tokenCount * TOKEN;
    if (at + TOKEN > this.tokens.length) this.tokens = grown(this.tokens);
    this.tokens[at] = kind;
    this.tokens[at + 1] = start - this.base;
    this.tokens[at + 2] = end - this.base;
    this.tokens[at + 3] = value;
    this.tokenCount++;
  }

  lineKind(line: number): LineKind {
    return this.lines[line * LINE]!;
  }
  /** Where the line starts, its leading white space included. */
  lineStart(line: number): number {
    return this.lines[line * LINE + 1]!;
  }
  /** Where the line ends, without its line break. */
  lineEnd(line: number): number {
    return this.lines[line * LINE + 2]!;
  }
  lineFlags(line: number): number {
    return this.lines[line * LINE + 4]!;
  }
  firstToken(line: number): number {
    return this.lines[line * LINE + 3]!;
  }
  /** One past the line's last token. */
  endToken(line: number): number {
    return line + 1 < this.lineCount ? this.lines[(line + 1) * LINE + 3]! : this.tokenCount;
  }

  kind(token: number): TokenKind {
    return this.tokens[token * TOKEN]!;
  }
  start(token: number): number {
    return this.tokens[token * TOKEN + 1]!;
  }
  end(token: number): number {
    return this.tokens[token * TOKEN + 2]!;
  }
  value(token: number): number {
    return this.tokens[token * TOKEN + 3]!;
  }

  /** The part of its line before a token. A colon that is read over is none. */
  before(token: number): number {
    return this.kind(token - 1) === TokenKind.Unread ? token - 2 : token - 1;
  }
  /** The part after a token, which may be of the next line. */
  after(token: number): number {
    return this.kind(token + 1) === TokenKind.Unread ? token + 2 : token + 1;
  }

  /** The text between two offsets of the block. */
  slice(start: number, end: number): string {
    return this.text.slice(this.base + start, this.base + end);
  }

  tokenText(token: number): string {
    return this.slice(this.start(token), this.end(token));
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
