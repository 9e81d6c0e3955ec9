/** Another id for a patient, or another name for a clinician or assistant, in every file at once. */

import type { Position, TextEdit } from '../engine/file';
import { mentionsIn, type NameKind } from '../engine/mentions';
import type { Workspace } from '../engine/workspace';
import { count } from '../rules/kit/words';
import { BlockSyntax } from '../syntax/buffer';
import { parseBlock } from '../syntax/parser';
import { mentionsOf } from './references';
import { type Spot, spotIn } from './stretch';
import { targetAt } from './target';

/** What can be renamed at a place: the name without its quotes. */
export interface Renamable {
  readonly spot: Spot;
  readonly name: string;
}

export interface FileEdits {
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/** Why nothing was renamed, for the person who asked. No id and no name is in it: editors write refusals to their log. */
export class Refusal {
  constructor(readonly message: string) {}
}

export function renamableAt(workspace: Workspace, path: string, position: Position): Renamable | undefined {
  const target = targetAt(workspace, path, position);
  if (target?.kind !== 'name' || !target.mention) return undefined;
  const spot = spotIn(target.block, target.mention);
  return isQuoted(target.place.lineText, target.mention.start)
    ? { spot: inside(spot), name: target.name }
    : { spot, name: target.name };
}

/** The edits that rename what stands at a place; nothing where that is no name, or the name stays as it is. */
export function renameAt(
  workspace: Workspace,
  path: string,
  position: Position,
  newName: string,
): readonly FileEdits[] | Refusal | undefined {
  const target = targetAt(workspace, path, position);
  if (target?.kind !== 'name' || !target.mention) return undefined;
  const { of: kind, name } = target;
  const wanted = plainName(newName);
  const forms = formsOf(kind, wanted);
  if (forms instanceof Refusal) return forms;
  if (wanted === name) return [];
  const others = kind === 'patient' ? workspace.names.blocksOf('patient', wanted) : [];
  if (others.length > 0) return new Refusal(otherPatient(others.length));
  const files = new Map<string, TextEdit[]>();
  for (const block of workspace.names.blocksOf(kind, name)) {
    const edits = files.get(block.file.path) ?? [];
    files.set(block.file.path, edits);
    for (const mention of mentionsOf(block, kind, name)) {
      const whole = spotIn(block, mention);
      const quoted = isQuoted(block.lineText(mention.line), mention.start);
      const { line, start, end } = quoted ? inside(whole) : whole;
      const newText = quoted ? wanted : (forms.word ?? `"${wanted}"`);
      edits.push({ start: { line, character: start }, end: { line, character: end }, newText });
    }
  }
  return [...files].map(([path, edits]) => ({ path, edits }));
}

function otherPatient(encounters: number): string {
  return `That is the id of another patient, with ${count(encounters, 'encounter')} on file. Two patients would become one, so nothing was changed.`;
}

function isQuoted(lineText: string, start: number): boolean {
  return lineText.charCodeAt(start) === 34;
}

function inside(spot: Spot): Spot {
  return { ...spot, start: spot.start + 1, end: spot.end - 1 };
}

/** As the file compares it: without quotes around it, ends trimmed, inner white space as one space. */
export function plainName(typed: string): string {
  const text = typed.trim();
  const bare = text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  return bare.replace(/[ \t\xa0]+/g, ' ').trim();
}

/** How a name can be written: as a word, where it needs no quotes, and as a string. The parser has the last word. */
function formsOf(kind: NameKind, name: string): { readonly word: string | undefined } | Refusal {
  const what = kind === 'patient' ? 'An id' : 'A name';
  if (name === '') return new Refusal(`${what} has at least one character.`);
  const line = (form: string) => (kind === 'patient' ? `encounter 2026-03-03 patient ${form}` : `clinician ${form}`);
  if (!reads(line(`"${name}"`), kind, name))
    return new Refusal(`${what} stands on one line and holds no quotation marks and no hidden characters.`);
  return { word: kind === 'patient' && reads(line(name), kind, name) ? name : undefined };
}

function reads(line: string, kind: NameKind, name: string): boolean {
  const syntax = new BlockSyntax();
  parseBlock(line, 0, kind === 'person', syntax);
  const [mention, ...more] = mentionsIn(syntax);
  return syntax.length === line.length && syntax.problems.length === 0 && more.length === 0 && mention?.name === name;
}
