/** Where a code can stand: the edit that puts one at the cursor, or nothing where it would not be read as a code. */

import type { Position, TextEdit } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import { BlockSyntax } from '../syntax/buffer';
import { LineKind, TokenKind } from '../syntax/kinds';
import { parseBlock } from '../syntax/parser';

/**
 * On a code that stands there, the code is replaced. Else the line is read again with the code in it, with white space
 * about it where it needs some: it must become the code of a session or claim line, and bring no new fault.
 *
 * @param code five characters, as it is to be written.
 */
export function codeEdit(
  workspace: Workspace,
  path: string,
  { line, character }: Position,
  code: string,
): TextEdit | undefined {
  const file = workspace.files.get(path);
  if (!file) return undefined;
  const { block, startLine } = file.blockAt(line);
  const own = line - startLine;
  if (own < 0 || own >= block.lineCount) return undefined;
  const before = read(block.text, block.isAbove);
  const lineStart = before.lineStart(own);
  const at = lineStart + character;
  if (at > before.lineEnd(own)) return undefined;
  for (let t = before.firstToken(own); t < before.endToken(own); t++) {
    if (before.kind(t) !== TokenKind.Code || at < before.start(t) || at > before.end(t)) continue;
    return editOn(line, before.start(t) - lineStart, before.end(t) - lineStart, code);
  }
  const faults = before.problems.length;
  const [wordStart, wordEnd] = wordAt(block.text, at);
  for (const [start, end] of wordStart < wordEnd
    ? [[at, at] as const, [wordStart, wordEnd] as const]
    : [[at, at] as const]) {
    for (const [lead, trail] of ABOUT) {
      const text = `${block.text.slice(0, start)}${lead}${code}${trail}${block.text.slice(end)}`;
      const after = read(text, block.isAbove);
      if (after.problems.length > faults || !isCodeAt(after, own, start + lead.length)) continue;
      return editOn(line, start - lineStart, end - lineStart, `${lead}${code}${trail}`);
    }
  }
  return undefined;
}

const ABOUT = [
  ['', ''],
  [' ', ''],
  ['', ' '],
  [' ', ' '],
] as const;

/** The half-typed code about an offset: letters and digits. */
function wordAt(text: string, offset: number): [start: number, end: number] {
  let start = offset;
  let end = offset;
  while (start > 0 && /[0-9A-Za-z]/.test(text[start - 1]!)) start--;
  while (end < text.length && /[0-9A-Za-z]/.test(text[end]!)) end++;
  return [start, end];
}

function read(text: string, isAbove: boolean): BlockSyntax {
  const syntax = new BlockSyntax();
  parseBlock(text, 0, isAbove, syntax);
  return syntax;
}

function isCodeAt(syntax: BlockSyntax, line: number, offset: number): boolean {
  const kind = syntax.lineKind(line);
  if (kind !== LineKind.Session && kind !== LineKind.Claim) return false;
  for (let t = syntax.firstToken(line); t < syntax.endToken(line); t++)
    if (syntax.start(t) === offset) return syntax.kind(t) === TokenKind.Code && syntax.end(t) === offset + 5;
  return false;
}

function editOn(line: number, start: number, end: number, newText: string): TextEdit {
  return { start: { line, character: start }, end: { line, character: end }, newText };
}
