/** The difference between two texts as small edits, so that the cursor, folds and marks of an editor stay where they are. */

import type { Position, TextEdit } from './file';

/** Lines that may lie between two places where the texts are alike again. */
const FARTHEST = 60;

export function smallestEdits(before: string, after: string): TextEdit[] {
  const a = linesOf(before);
  const b = linesOf(after);
  const edits: TextEdit[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [removed, added] = alikeAgain(a, b, i, j);
    if (removed === added) {
      for (let k = 0; k < removed; k++) if (a[i + k] !== b[j + k]) edits.push(inLine(a, i + k, b[j + k]!));
    } else {
      edits.push({ start: at(a, i), end: at(a, i + removed), newText: b.slice(j, j + added).join('') });
    }
    i += removed;
    j += added;
  }
  return edits;
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function at(lines: readonly string[], line: number): Position {
  const last = lines.length - 1;
  if (line <= last || last < 0 || /[\r\n]$/.test(lines[last]!)) return { line, character: 0 };
  return { line: last, character: lines[last]!.length };
}

/** How many lines of each to pass over until the texts are alike again, as few as possible. */
function alikeAgain(a: readonly string[], b: readonly string[], i: number, j: number): [number, number] {
  for (let sum = 1; sum <= FARTHEST; sum++) {
    // Changed lines are the likeliest, so as many removed as added are tried first.
    for (let more = sum % 2; more <= sum; more += 2) {
      for (const removed of more === 0 ? [sum / 2] : [(sum + more) / 2, (sum - more) / 2]) {
        const added = sum - removed;
        if (i + removed > a.length || j + added > b.length) continue;
        if (i + removed === a.length && j + added === b.length) return [removed, added];
        if (a[i + removed] === undefined || a[i + removed] !== b[j + added]) continue;
        if (removed === added || a[i + removed + 1] === b[j + added + 1]) return [removed, added];
      }
    }
  }
  return [a.length - i, b.length - j];
}

function inLine(lines: readonly string[], line: number, now: string): TextEdit {
  const was = lines[line]!;
  const broken = (text: string) => /\r?\n?$/.exec(text)!.index;
  if (was.slice(broken(was)) !== now.slice(broken(now)))
    return { start: { line, character: 0 }, end: at(lines, line + 1), newText: now };
  let start = 0;
  while (start < was.length && was[start] === now[start]) start++;
  let end = was.length;
  let nowEnd = now.length;
  while (end > start && nowEnd > start && was[end - 1] === now[nowEnd - 1]) {
    end--;
    nowEnd--;
  }
  return { start: { line, character: start }, end: { line, character: end }, newText: now.slice(start, nowEnd) };
}
