/** Places in files, as features hand them out: lines from 0, columns in UTF-16 units. */

import type { Block } from '../engine/block';
import { BlockSyntax } from '../syntax/buffer';
import { LineKind } from '../syntax/kinds';
import { parseBlock } from '../syntax/parser';

/** A part of one line of a file. */
export interface Spot {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A part of one line of a block, as a place in its file. */
export function spotIn(block: Block, place: { readonly line: number; readonly start: number; readonly end: number }) {
  const { line, start, end } = place;
  return { path: block.file.path, line: block.file.lineOf(block) + line, start, end } satisfies Spot;
}

/** @param into used again from block to block by whoever goes through many. */
export function syntaxOf(block: Block, into = new BlockSyntax()): BlockSyntax {
  parseBlock(block.text, 0, block.isAbove, into);
  return into;
}

/**
 * The last line that is the encounter's own. Blank lines, comments at the left margin and defaults below it are those of
 * the encounter to come.
 */
export function lastOwnLine(syntax: BlockSyntax): number {
  for (let line = syntax.lineCount - 1; line > 0; line--) {
    const kind = syntax.lineKind(line);
    if (kind === LineKind.Blank || kind === LineKind.Default) continue;
    if (kind === LineKind.Comment && syntax.start(syntax.firstToken(line)) === syntax.lineStart(line)) continue;
    return line;
  }
  return 0;
}

/** The length of a line without its line break. */
export function lineLength(syntax: BlockSyntax, line: number): number {
  return syntax.lineEnd(line) - syntax.lineStart(line);
}

/** The date of service of a block as yyyymmdd; 0 where it has none that can be read, or no patient. */
export function dateOfDay(dayKey: string): number {
  return dayKey === '' || dayKey.startsWith('#') ? 0 : Number(dayKey.slice(0, dayKey.indexOf(' ')));
}
