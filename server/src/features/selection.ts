/** What grows around the cursor: word, part, line, encounter, file. */

import type { EncounterFile, Position } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import type { BlockSyntax } from '../syntax/buffer';
import { LineKind, TokenKind } from '../syntax/kinds';
import type { Stretch } from './code-actions';
import { lastOwnLine, lineLength, syntaxOf } from './stretch';

/** From the smallest to the largest; each holds the one before it and is not the same. */
export function selectionsAt(workspace: Workspace, path: string, { line, character }: Position): Stretch[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  const { block, startLine } = file.blockAt(line);
  const own = Math.min(line - startLine, block.lineCount - 1);
  const syntax = syntaxOf(block);
  const found: Stretch[] = [];
  const add = (start: Position, end: Position) => {
    const inner = found[found.length - 1];
    const holds = !inner || (notAfter(start, inner.start) && notAfter(inner.end, end));
    const same = inner && notAfter(inner.start, start) && notAfter(end, inner.end);
    if (holds && !same) found.push({ start, end });
  };
  const onLine = (start: number, end: number) => {
    if (start <= character && character <= end && end > start)
      add({ line: startLine + own, character: start }, { line: startLine + own, character: end });
  };
  const lines = (from: number, to: number) =>
    add({ line: startLine + from, character: 0 }, { line: startLine + to, character: lineLength(syntax, to) });

  // Behind the last line break is no line of the encounter.
  const isBehind = block.endsWithBreak && line >= startLine + block.lineCount;
  if (own >= 0 && syntax.lineCount > 0 && !isBehind) {
    const text = syntax.slice(syntax.lineStart(own), syntax.lineEnd(own));
    for (const [start, end] of parts(syntax, own, text, character)) onLine(start, end);
    const indent = text.length - text.trimStart().length;
    onLine(indent, text.trimEnd().length);
    onLine(0, text.length);
    const kind = syntax.lineKind(own);
    if (kind === LineKind.Note || kind === LineKind.NoteMore) {
      const [from, to] = noteAt(syntax, own);
      lines(from, to);
    }
    const last = lastOwnLine(syntax);
    if (!block.isAbove && own <= last) lines(0, last);
  }
  add({ line: 0, character: 0 }, endOf(file));
  return found;
}

function endOf(file: EncounterFile): Position {
  const { block, startLine } = file.blockAt(Number.MAX_SAFE_INTEGER);
  if (block.endsWithBreak || block.lineCount === 0) return { line: startLine + block.lineCount, character: 0 };
  const last = block.lineCount - 1;
  return { line: startLine + last, character: block.lineText(last).length };
}

/** Columns of what is around the cursor in its line, smallest first. */
function parts(syntax: BlockSyntax, line: number, text: string, column: number): [number, number][] {
  const found: [number, number][] = [];
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}_]+(?:[.'’/-][\p{L}\p{N}_]+)*/gu))
    if (index <= column && column <= index + word.length) found.unshift([index, index + word.length]);
  found.splice(1);

  const offset = syntax.lineStart(line);
  const at = column + offset;
  const end = syntax.endToken(line);
  for (let t = syntax.firstToken(line); t < end; t++) {
    if (syntax.start(t) > at || at > syntax.end(t)) continue;
    const [start, stop] = [syntax.start(t) - offset, syntax.end(t) - offset];
    // A word of the text may span several tokens: 97110-59.
    const [word] = found;
    if (word && (word[0] < start || word[1] > stop)) found.length = 0;
    if (syntax.kind(t) === TokenKind.String && stop - start > 1) found.push([start + 1, stop - 1]);
    found.push([start, stop]);
    const phrase = phraseAt(syntax, t, end);
    if (phrase) found.push([phrase[0] - offset, phrase[1] - offset]);
    break;
  }
  return found;
}

/** Tokens that are one part together, by what may follow what: a time range, `group of 2`, a code with its modifiers. */
const WITH_NEXT: Partial<Record<TokenKind, readonly TokenKind[]>> = {
  [TokenKind.Time]: [TokenKind.To],
  [TokenKind.To]: [TokenKind.Time],
  [TokenKind.Length]: [TokenKind.MinuteWord],
  [TokenKind.Contact]: [TokenKind.Of],
  [TokenKind.Of]: [TokenKind.Size],
  [TokenKind.By]: [TokenKind.Giver],
  [TokenKind.Giver]: [TokenKind.String],
  [TokenKind.Region]: [TokenKind.String],
  [TokenKind.Code]: [TokenKind.Modifier],
  [TokenKind.Modifier]: [TokenKind.Modifier],
  [TokenKind.Patient]: [TokenKind.Id],
};

function phraseAt(syntax: BlockSyntax, token: number, end: number): [number, number] | undefined {
  const joined = (a: number) => WITH_NEXT[syntax.kind(a)]?.includes(syntax.kind(a + 1)) ?? false;
  let first = token;
  let last = token;
  const lineFirst = lineStartToken(syntax, token);
  while (first > lineFirst && joined(first - 1)) first--;
  while (last + 1 < end && joined(last)) last++;
  return first === last ? undefined : [syntax.start(first), syntax.end(last)];
}

function lineStartToken(syntax: BlockSyntax, token: number): number {
  for (let line = 0; line < syntax.lineCount; line++) if (token < syntax.endToken(line)) return syntax.firstToken(line);
  return token;
}

/** First and last line of the note that a line is part of. */
function noteAt(syntax: BlockSyntax, line: number): [number, number] {
  let from = line;
  while (from > 0 && syntax.lineKind(from) !== LineKind.Note) from--;
  let to = line;
  for (let next = line + 1; next < syntax.lineCount; next++) {
    const kind = syntax.lineKind(next);
    if (kind === LineKind.NoteMore) to = next;
    else if (kind !== LineKind.Blank) break;
  }
  return [from, to];
}

function notAfter(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
