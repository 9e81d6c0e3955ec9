/** Small edits that rules share. Each keeps everything on the line that it does not speak of. */

import type { ClaimLine, Encounter, ModifierUse, Place, Session } from '../../model/encounter';
import { isSpace } from '../../text/chars';
import type { Edit } from './rule';

export function replace(encounter: Encounter, place: Place, newText: string): Edit {
  return {
    home: encounter.home,
    startLine: place.line,
    startColumn: place.start,
    endLine: place.line,
    endColumn: place.end,
    newText,
  };
}

export function insert(encounter: Encounter, line: number, column: number, newText: string): Edit {
  return replace(encounter, { line, start: column, end: column }, newText);
}

/** `bill 97110-GP` to `bill 97110-59-GP`: a payment modifier stands before the others. */
export function addModifierFirst(line: ClaimLine, modifier: string): Edit {
  return insert(line.encounter, line.line, line.codeEnd, `-${modifier}`);
}

/** `bill 97110-59` to `bill 97110-59-GP`. */
export function addModifierLast(line: ClaimLine, modifier: string): Edit {
  const last = line.modifiers[line.modifiers.length - 1];
  return insert(line.encounter, line.line, last ? last.end : line.codeEnd, `-${modifier}`);
}

/** With the white space before it: nothing else stands between a modifier and the part before. */
export function removeModifier(line: ClaimLine, use: ModifierUse): Edit {
  const { modifiers } = line;
  let low = 0;
  let high = modifiers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (modifiers[middle]!.start < use.start) low = middle + 1;
    else high = middle;
  }
  const start = low > 0 ? modifiers[low - 1]!.end : line.codeEnd;
  return replace(line.encounter, { line: line.line, start, end: use.end }, '');
}

export function swapModifier(line: ClaimLine, use: ModifierUse, modifier: string): Edit {
  return replace(line.encounter, line.modifierPlace(use), `-${modifier}`);
}

/** Insertions at one place made one, in their order: which of two goes first is then no question. */
export function joinInserts(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const at = joined.findIndex((other) => isInsert(other) && isInsert(edit) && isSamePlace(other, edit));
    if (at < 0) joined.push(edit);
    else joined[at] = { ...edit, newText: joined[at]!.newText + edit.newText };
  }
  return joined;
}

function isInsert({ startLine, startColumn, endLine, endColumn }: Edit): boolean {
  return startLine === endLine && startColumn === endColumn;
}

function isSamePlace(a: Edit, b: Edit): boolean {
  return a.home === b.home && a.startLine === b.startLine && a.startColumn === b.startColumn;
}

/** Sets the units of a claim line, written out. */
export function setUnits(line: ClaimLine, units: number): Edit {
  if (line.unitsStart >= 0) return replace(line.encounter, line.unitsPlace(), `x${units}`);
  const last = line.modifiers[line.modifiers.length - 1];
  return insert(line.encounter, line.line, last ? last.end : line.codeEnd, ` x${units}`);
}

export function setCode(line: ClaimLine | Session, code: string): Edit {
  return replace(line.encounter, line.codePlace(), code);
}

/** Removes a whole line with its line break. */
export function removeLine(encounter: Encounter, line: number): Edit {
  const { home } = encounter;
  const isLast = line === home.lineCount - 1;
  if (isLast && !home.endsWithBreak && line > 0) {
    return {
      home,
      startLine: line - 1,
      startColumn: home.lineText(line - 1).length,
      endLine: line,
      endColumn: home.lineText(line).length,
      newText: '',
    };
  }
  return { home, startLine: line, startColumn: 0, endLine: line + 1, endColumn: 0, newText: '' };
}

/** Adds lines below a line, indented as it is. */
export function addLinesAfter(encounter: Encounter, line: number, lines: readonly string[]): Edit {
  const text = encounter.home.lineText(line);
  let indent = 0;
  while (indent < text.length && isSpace(text.charCodeAt(indent))) indent++;
  const lead = indent > 0 ? text.slice(0, indent) : '  ';
  return insert(encounter, line, text.length, lines.map((added) => `\n${lead}${added}`).join(''));
}

/** A claim line as it is written out. */
export function claimText(code: string, modifiers: readonly string[], units: number): string {
  let text = `bill ${code}`;
  for (const modifier of modifiers) text += `-${modifier}`;
  return `${text} x${units}`;
}
