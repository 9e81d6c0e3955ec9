/** What can be folded away: encounters, their notes, and runs of comments. */

import type { Chunk } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import { BlockSyntax } from '../syntax/buffer';
import { LineKind } from '../syntax/kinds';
import { MOST_ENCOUNTERS, runsOf } from './runs';
import { lastOwnLine, syntaxOf } from './stretch';

export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'encounter' | 'notes' | 'comment';
}

/** Editors draw no more than about so many. */
const MOST_FOLDS = 5000;

/**
 * The folds of a file; with more encounters than an editor draws folds, one for each date.
 * @param most the editor draws no more than this. Encounters come first; what is left goes to notes and comments.
 */
export function foldsOf(workspace: Workspace, path: string, most = MOST_FOLDS): Fold[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  if (file.blockCount > MOST_ENCOUNTERS) {
    return runsOf(workspace, file)
      .slice(0, most)
      .flatMap(({ line, lastLine }) => (lastLine > line ? [{ start: line, end: lastLine, kind: 'encounter' }] : []));
  }
  const encounters: Fold[] = [];
  const within: Fold[] = [];
  let line = 0;
  for (const chunk of file.chunks) {
    if (encounters.length >= most) break;
    for (const { start, end, kind } of foldsIn(chunk)) {
      const list = kind === 'encounter' ? encounters : within;
      if (list.length < most) list.push({ start: line + start, end: line + end, kind });
    }
    line += chunk.lines;
  }
  const folds = [...encounters, ...within.slice(0, Math.max(0, most - encounters.length))];
  return folds.sort((a, b) => a.start - b.start || b.end - a.end);
}

const KNOWN = new WeakMap<Chunk, readonly Fold[]>();

/** The folds of a chunk, lines from its start; remembered, since its text never changes. */
function foldsIn(chunk: Chunk): readonly Fold[] {
  let folds = KNOWN.get(chunk);
  if (!folds) {
    folds = readFolds(chunk);
    KNOWN.set(chunk, folds);
  }
  return folds;
}

function readFolds(chunk: Chunk): Fold[] {
  const folds: Fold[] = [];
  const into = new BlockSyntax();
  let line = 0;
  for (const block of chunk.blocks) {
    const syntax = syntaxOf(block, into);
    if (!block.isAbove) {
      const last = lastOwnLine(syntax);
      if (last > 0) folds.push({ start: line, end: line + last, kind: 'encounter' });
    }
    folds.push(...runs(syntax, line));
    line += block.lineCount;
  }
  return folds;
}

/** Notes that follow one another, notes of several lines among them, and comments that follow one another. */
function runs(syntax: BlockSyntax, startLine: number): Fold[] {
  const folds: Fold[] = [];
  const put = (start: number, end: number, kind: Fold['kind']) => {
    if (end > start) folds.push({ start: startLine + start, end: startLine + end, kind });
  };
  for (let line = 0; line < syntax.lineCount; line++) {
    const kind = syntax.lineKind(line);
    if (kind === LineKind.Comment) {
      const first = line;
      while (line + 1 < syntax.lineCount && syntax.lineKind(line + 1) === LineKind.Comment) line++;
      put(first, line, 'comment');
    } else if (kind === LineKind.Note) {
      const first = line;
      const single: [number, number][] = [[line, line]];
      let last = line;
      for (let next = line + 1; next < syntax.lineCount; next++) {
        const following = syntax.lineKind(next);
        if (following === LineKind.Note) single.push([next, next]);
        else if (following === LineKind.NoteMore) single[single.length - 1]![1] = next;
        else if (following === LineKind.Blank) continue;
        else break;
        last = next;
      }
      put(first, last, 'notes');
      if (single.length > 1) for (const [from, to] of single) put(from, to, 'notes');
      line = last;
    }
  }
  return folds;
}
