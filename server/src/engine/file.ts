/**
 * The text of one file as blocks: one an encounter, and one for the lines above the first header. Blocks sit in chunks,
 * so that finding a line and changing a block cost the same in a file of any size.
 */

import { defaultsBelow } from '../model/build';
import { type Defaults, NO_DEFAULTS, sameDefaults } from '../model/defaults';
import type { Glance } from '../model/glance';
import { BlockSyntax } from '../syntax/buffer';
import { parseBlock } from '../syntax/parser';
import { Block, IgnoreReach } from './block';

/** Blocks a chunk holds before it is cut in two. */
const CHUNK_MOST = 64;
/** A text of which a small piece would keep much in memory, in UTF-16 units. */
const LARGE = 1 << 16;

export class Chunk {
  index = 0;
  /** Lines of all its blocks. A block that ends without a break leaves its last line open: only the file's last may. */
  lines = 0;
  /** Findings of all its blocks. */
  findings = 0;
  /** Another number whenever the findings of its blocks may be other ones. */
  stamp = 0;
  /** What was made of its findings while it had this stamp: kept here for whoever shows them. */
  tally: { readonly stamp: number; readonly by: unknown; readonly of: unknown } | undefined = undefined;
  /** Blocks with sessions and no claim line. */
  unbilled = 0;
  constructor(readonly blocks: Block[]) {
    this.measure();
  }
  measure(): void {
    let lines = 0;
    let findings = 0;
    let unbilled = 0;
    for (const block of this.blocks) {
      block.chunk = this;
      lines += block.lineCount;
      findings += block.findings.length;
      if (block.hasSessions && !block.hasClaims) unbilled++;
    }
    this.unbilled = unbilled;
    this.lines = lines;
    this.findings = findings;
  }
}

/** A place in a file: line from 0, column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface TextEdit {
  readonly start: Position;
  readonly end: Position;
  readonly newText: string;
}

/** Which blocks an edit took away and brought, and which it left where they are with other defaults. */
export interface BlockChange {
  readonly removed: readonly Block[];
  readonly added: readonly Block[];
  readonly reread: readonly Block[];
}

/** One scratch for the syntax of the block at hand. */
export const scratch = new BlockSyntax();

/** Who reads blocks, and is told of each new one while what was read is at hand. */
export interface BlockReader {
  /** Reads most blocks; those that it refuses are for the parser. */
  readonly glance: Glance | undefined;
  /** A block that was read at a glance. @param stays it is in the file now, whatever else is read. */
  onGlance(block: Block, stays: boolean): void;
  /** A block that was parsed: its syntax is in {@link scratch}. */
  onSyntax(block: Block): void;
  /** A block that is about to read other defaults: what was made of it does not hold. */
  onReread(block: Block): void;
}

const PLAIN_READER: BlockReader = { glance: undefined, onGlance() {}, onSyntax() {}, onReread() {} };

export class EncounterFile {
  chunks: Chunk[] = [];
  /** Ignore comments that reach over the border of their block: to the next header, or the whole file. */
  farIgnores = 0;
  /** How many of its blocks hold a note. */
  noteBlocks = 0;
  blockCount = 0;
  /** Findings that comments for the whole file silenced, by rule. */
  readonly silenced = new Map<string, number>();
  /** The length of the text that was taken in whole, and how much of it blocks still are pieces of. */
  private wholeLength = 0;
  private inPieces = 0;

  constructor(
    readonly path: string,
    private readonly reader: BlockReader = PLAIN_READER,
  ) {}

  get hasNotes(): boolean {
    return this.noteBlocks > 0;
  }

  get text(): string {
    const pieces: string[] = [];
    for (const block of this.blocks()) pieces.push(block.text);
    return pieces.join('');
  }

  get lineCount(): number {
    let lines = 0;
    for (const chunk of this.chunks) lines += chunk.lines;
    return lines;
  }

  *blocks(): Generator<Block> {
    for (const chunk of this.chunks) yield* chunk.blocks;
  }

  get first(): Block {
    return this.chunks[0]!.blocks[0]!;
  }

  /** The block above the first header. */
  get above(): Block {
    return this.first;
  }

  /** The line on which a block starts. */
  lineOf(block: Block): number {
    let line = 0;
    const { chunk } = block;
    for (let i = 0; i < chunk.index; i++) line += this.chunks[i]!.lines;
    for (const other of chunk.blocks) {
      if (other === block) break;
      line += other.lineCount;
    }
    return line;
  }

  next(block: Block): Block | undefined {
    const { chunk } = block;
    const at = chunk.blocks.indexOf(block) + 1;
    return chunk.blocks[at] ?? this.chunks[chunk.index + 1]?.blocks[0];
  }

  previous(block: Block): Block | undefined {
    const { chunk } = block;
    const at = chunk.blocks.indexOf(block) - 1;
    if (at >= 0) return chunk.blocks[at];
    const before = this.chunks[chunk.index - 1];
    return before?.blocks[before.blocks.length - 1];
  }

  /** The block that a line is in, and the line on which that block starts. Lines beyond the end are in the last block. */
  blockAt(line: number): { block: Block; startLine: number } {
    let startLine = 0;
    let chunk = this.chunks[0]!;
    for (let i = 0; i < this.chunks.length; i++) {
      chunk = this.chunks[i]!;
      if (line < startLine + chunk.lines || i === this.chunks.length - 1) break;
      startLine += chunk.lines;
    }
    for (let i = 0; i < chunk.blocks.length; i++) {
      const block = chunk.blocks[i]!;
      if (line < startLine + block.lineCount || i === chunk.blocks.length - 1) {
        // A line past the end of an empty first block belongs to whatever holds it.
        return { block, startLine };
      }
      startLine += block.lineCount;
    }
    return { block: this.first, startLine: 0 };
  }

  /** Takes a whole new text; or the pieces of one, each but the first from a header at the left margin on. */
  setText(text: string | readonly string[]): BlockChange {
    const removed = [...this.blocks()];
    const pieces = typeof text === 'string' ? [text] : text;
    const added: Block[] = [];
    this.cut(pieces[0] ?? '', true, NO_DEFAULTS, true, added);
    for (let i = 1; i < pieces.length; i++) this.cut(pieces[i]!, false, added[added.length - 1]!.below, true, added);
    // Beside the text that is a piece, what one of several pieces keeps in memory is little.
    this.wholeLength = 0;
    if (pieces.length === 1) {
      for (const block of added) block.isPiece = true;
      this.wholeLength = pieces[0]!.length;
    }
    this.chunks = [];
    for (let i = 0; i < added.length; i += CHUNK_MOST / 2)
      this.chunks.push(new Chunk(added.slice(i, i + CHUNK_MOST / 2)));
    this.number(0);
    this.count(removed, -1);
    this.count(added, 1);
    return { removed, added, reread: [] };
  }

  /**
   * Cuts a text into blocks, and puts them behind those given. `fromStart`: it begins the file, so its first block is the
   * one above the first header. `stay`: see {@link BlockReader.onGlance}.
   */
  private cut(text: string, fromStart: boolean, above: Defaults, stay: boolean, blocks: Block[]): void {
    let at = 0;
    let defaults = above;
    let isAbove = fromStart;
    this.reader.glance?.begin(text);
    while (at < text.length || isAbove) {
      const block = this.read(text, at, isAbove, defaults, stay);
      blocks.push(block);
      defaults = block.below;
      isAbove = false;
      at += block.text.length;
    }
  }

  /** Reads the block that starts there. The glance, if there is one, has begun with this text. */
  private read(text: string, from: number, isAbove: boolean, above: Defaults, stays: boolean): Block {
    const { reader } = this;
    const { glance } = reader;
    if (glance && !isAbove && glance.read(from, above)) {
      const block = Block.glanced(this, text.slice(from, glance.end), glance, above);
      reader.onGlance(block, stays);
      return block;
    }
    return this.parse(text, from, isAbove, above);
  }

  private parse(text: string, from: number, isAbove: boolean, above: Defaults): Block {
    parseBlock(text, from, isAbove, scratch);
    const block = Block.of(this, scratch, isAbove, above, defaultsBelow(scratch, above));
    this.reader.onSyntax(block);
    return block;
  }

  /** Applies one edit; only the blocks that it touches, and their neighbours where it touches a border, are read again. */
  edit(edit: TextEdit): BlockChange {
    let { block: first, startLine } = this.blockAt(edit.start.line);
    const { block: lastTouched, startLine: lastStart } = this.blockAt(edit.end.line);
    let from = first.offsetAt(edit.start.line - startLine, edit.start.character);
    const to = lastTouched.offsetAt(edit.end.line - lastStart, edit.end.character);

    // An edit of a header line can join the block to the one before it. A line past the end of a file that ends without a
    // break is the end of its last line.
    const pastEnd = edit.start.line - startLine >= first.lineCount && !first.endsWithBreak;
    if (edit.start.line === startLine || (pastEnd && first.lineCount <= 1)) {
      const before = this.previous(first);
      if (before) {
        first = before;
        startLine -= before.lineCount;
        from += before.text.length;
      }
    }
    const old: Block[] = [];
    let text = '';
    let end = 0;
    for (let block: Block | undefined = first; block; block = this.next(block)) {
      old.push(block);
      if (block === lastTouched) end = text.length + to;
      text += block.text;
      if (block === lastTouched) break;
    }
    // What follows may hang on these lines: an indented header can become part of a note.
    for (let block = this.next(old[old.length - 1]!); block?.headerIndented; block = this.next(block)) {
      old.push(block);
      text += block.text;
    }
    const newText = text.slice(0, from) + edit.newText + text.slice(Math.max(from, end));
    const fresh: Block[] = [];
    this.cut(newText, first.isAbove, first.above, false, fresh);

    // Blocks whose text is as it was are kept, with all that is known of them.
    let same = 0;
    while (same < old.length && same < fresh.length && isSame(old[same]!, fresh[same]!)) fresh[same] = old[same++]!;
    let sameEnd = 0;
    while (
      sameEnd < old.length - same &&
      sameEnd < fresh.length - same &&
      isSame(old[old.length - 1 - sameEnd]!, fresh[fresh.length - 1 - sameEnd]!)
    ) {
      fresh[fresh.length - 1 - sameEnd] = old[old.length - 1 - sameEnd]!;
      sameEnd++;
    }
    const removed = old.slice(same, old.length - sameEnd);
    const added = fresh.slice(same, fresh.length - sameEnd);
    this.splice(old, fresh);
    this.count(removed, -1);
    this.count(added, 1);
    if (this.wholeLength > LARGE && this.inPieces * 2 < this.wholeLength) this.letWholeGo();
    return this.carryDefaults(fresh[fresh.length - 1]!, removed, added);
  }

  /** A piece keeps the whole text in memory that it is a piece of: gives what is left a text of its own, chunk by chunk. */
  private letWholeGo(): void {
    this.wholeLength = 0;
    for (const { blocks } of this.chunks) {
      const pieces = blocks.filter((block) => block.isPiece);
      const own = pieces.map(({ text }) => text).join('');
      let at = 0;
      for (const block of pieces) {
        const { length } = block.text;
        block.text = own.slice(at, at + length);
        block.isPiece = false;
        at += length;
      }
    }
    this.inPieces = 0;
  }

  /** Passes changed defaults on to the blocks below, until they reach one that they do not change. */
  private carryDefaults(from: Block, removed: Block[], added: Block[]): BlockChange {
    const reread: Block[] = [];
    let above = from.below;
    let block = this.next(from);
    while (block && !sameDefaults(block.above, above)) {
      // The block reads other defaults now, so all that was found in it is found again.
      const { chunk } = block;
      chunk.findings -= block.findings.length;
      chunk.stamp++;
      const { reader } = this;
      const { glance } = reader;
      glance?.begin(block.text);
      let fresh = block;
      if (glance && !block.isAbove && glance.read(0, above)) {
        // A thousand new objects for what stays mostly as it is would be a thousand to clear away.
        reader.onReread(block);
        block.reread(glance, above);
        reader.onGlance(block, true);
        reread.push(block);
      } else {
        fresh = this.parse(block.text, 0, block.isAbove, above);
        fresh.isPiece = block.isPiece;
        chunk.blocks[chunk.blocks.indexOf(block)] = fresh;
        fresh.chunk = chunk;
        removed.push(block);
        added.push(fresh);
      }
      above = fresh.below;
      block = this.next(fresh);
    }
    return { removed, added, reread };
  }

  /** Puts other blocks in the place of a run of blocks. */
  private splice(old: readonly Block[], fresh: readonly Block[]): void {
    const firstChunk = old[0]!.chunk;
    const lastChunk = old[old.length - 1]!.chunk;
    const start = firstChunk.blocks.indexOf(old[0]!);
    const rest = lastChunk.blocks.slice(lastChunk.blocks.indexOf(old[old.length - 1]!) + 1);
    const blocks = [...firstChunk.blocks.slice(0, start), ...fresh, ...rest];
    const chunks: Chunk[] = [];
    if (blocks.length <= CHUNK_MOST) {
      if (blocks.length > 0) chunks.push(new Chunk(blocks));
    } else {
      for (let i = 0; i < blocks.length; i += CHUNK_MOST / 2)
        chunks.push(new Chunk(blocks.slice(i, i + CHUNK_MOST / 2)));
    }
    const at = firstChunk.index;
    const taken = lastChunk.index - at + 1;
    if (chunks.length === taken) {
      for (let i = 0; i < taken; i++) {
        this.chunks[at + i] = chunks[i]!;
        chunks[i]!.index = at + i;
      }
    } else {
      this.chunks.splice(at, taken, ...chunks);
      this.number(at);
    }
  }

  private number(from: number): void {
    for (let i = from; i < this.chunks.length; i++) this.chunks[i]!.index = i;
  }

  private count(blocks: readonly Block[], by: 1 | -1): void {
    for (const block of blocks) {
      this.blockCount += by;
      if (block.isPiece) this.inPieces += by * block.text.length;
      if (block.hasNotes) this.noteBlocks += by;
      const { ignores } = block;
      if (ignores.length === 0) continue;
      for (const ignore of ignores) if (ignore.reach !== IgnoreReach.Line) this.farIgnores += by;
    }
  }
}

function isSame(a: Block, b: Block): boolean {
  return a.isAbove === b.isAbove && a.text === b.text && sameDefaults(a.above, b.above);
}

/** Whether one block stands before another: by path (by code unit), then by line. */
export function inFileOrder(a: Block, b: Block): number {
  if (a === b) return 0;
  if (a.file !== b.file) return a.file.path < b.file.path ? -1 : 1;
  if (a.chunk !== b.chunk) return a.chunk.index - b.chunk.index;
  return a.chunk.blocks.indexOf(a) - b.chunk.blocks.indexOf(b);
}
