/**
 * Every safe fix, taken until none is left. A fix that brings a new error is not taken. The same for "fix all" in an
 * editor and for `--fix` on the command line.
 */

import type { RuleId } from '../rules/kit/ids';
import type { Fix } from '../rules/kit/rule';
import type { Block } from './block';
import type { EncounterFile, Position, TextEdit } from './file';
import { Workspace, type WorkspaceOptions } from './workspace';

/** One fix that was taken. */
export interface Fixed {
  readonly path: string;
  readonly rule: RuleId;
  readonly title: string;
  /** The finding's line in the file, as it stood when the fix was taken. */
  readonly line: number;
}

export interface FixedFiles {
  /** The new text of each file that changed. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: readonly Fixed[];
}

interface Candidate extends Fixed {
  /** The same fix of the same finding in the same text is tried once. */
  readonly key: string;
  /** Its block and rule, as in a tally. */
  readonly tallied: string;
  readonly edits: readonly TextEdit[];
}

interface Undo {
  readonly path: string;
  readonly edit: TextEdit;
}

/** A fix that never comes to rest is left after so many rounds. The deepest known case takes four. */
const MOST_ROUNDS = 200;

/** The edits of a fix, with lines of the file and line ends as the file has them. */
export function editsInFile(fix: Fix): TextEdit[] {
  return fix.edits.map(({ home, startLine, startColumn, endLine, endColumn, newText }) => {
    const block = home as Block;
    const first = block.file.lineOf(block);
    return {
      start: { line: first + startLine, character: startColumn },
      end: { line: first + endLine, character: endColumn },
      newText: newText.includes('\n') ? newText.replace(/\r?\n/g, lineEndOf(block.file)) : newText,
    };
  });
}

/** How the file ends its lines: as it ends the first one. */
export function lineEndOf(file: EncounterFile): string {
  for (const { text } of file.blocks()) {
    const at = text.search(/[\r\n]/);
    if (at >= 0) return text[at] === '\n' ? '\n' : text[at + 1] === '\n' ? '\r\n' : '\r';
  }
  return '\n';
}

/** Fixes some of the files of a workspace, in the workspace. */
export function fixAll(workspace: Workspace, paths: readonly string[] = [...workspace.files.keys()]): FixedFiles {
  const tried = new Set<string>();
  const fixed: Fixed[] = [];
  workspace.check();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const batch = candidates(workspace, paths, tried);
    if (batch.length === 0) break;
    const before = tally(workspace);
    const undo = apply(workspace, batch);
    workspace.check();
    if (isBetter(before, tally(workspace), batch)) {
      for (const candidate of batch) tried.add(candidate.key);
      fixed.push(...batch.map(plain));
      continue;
    }
    takeBack(workspace, undo);
    // One of them does harm. By themselves: the first that does none is taken, and the rest are looked at anew.
    for (const candidate of batch) {
      tried.add(candidate.key);
      const undoOne = apply(workspace, [candidate]);
      workspace.check();
      if (isBetter(before, tally(workspace), [candidate])) {
        fixed.push(plain(candidate));
        break;
      }
      takeBack(workspace, undoOne);
    }
  }
  const texts = new Map<string, string>();
  for (const { path } of fixed) if (!texts.has(path)) texts.set(path, workspace.files.get(path)!.text);
  return { texts, fixed };
}

/** The same for texts alone: nothing that is given is changed. */
export function fixAllTexts(
  options: WorkspaceOptions,
  texts: ReadonlyMap<string, string>,
  paths: readonly string[] = [...texts.keys()],
): FixedFiles {
  const workspace = new Workspace(options);
  for (const [path, text] of texts) workspace.setText(path, text);
  return fixAll(workspace, paths);
}

function plain({ path, rule, title, line }: Candidate): Fixed {
  return { path, rule, title, line };
}

/** Safe fixes that were not tried yet: at most one a patient-day, so that each is judged by what the one before left. */
function candidates(workspace: Workspace, paths: readonly string[], tried: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = [];
  const days = new Set<string>();
  for (const path of paths) {
    const file = workspace.files.get(path);
    if (!file) continue;
    let blockAt = 0;
    for (const chunk of file.chunks) {
      if (chunk.findings === 0) {
        blockAt += chunk.blocks.length;
        continue;
      }
      for (const block of chunk.blocks) {
        const ordinal = blockAt++;
        if (block.findings.length === 0 || (block.dayKey !== '' && days.has(block.dayKey))) continue;
        for (const finding of workspace.withFixes(block)) {
          const fix = finding.fixes.find(({ safe }) => safe);
          if (!fix) continue;
          const key = [path, ordinal, finding.rule, finding.line, finding.start, fix.title, block.text].join('\n');
          if (tried.has(key)) continue;
          const edits = editsInFile(fix);
          if (found.some((other) => other.path === path && overlap(other.edits, edits))) continue;
          found.push({
            tallied: tallyKey(path, ordinal, finding.rule),
            path,
            rule: finding.rule,
            title: fix.title,
            line: file.lineOf(block) + finding.line,
            key,
            edits,
          });
          days.add(block.dayKey);
          break;
        }
      }
    }
  }
  return found;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether two sets of edits share a character or an end. */
function overlap(some: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  return some.some((a) => others.some((b) => compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0));
}

/** Applies fixes from the last place to the first, and says how to take them back. */
function apply(workspace: Workspace, batch: readonly Candidate[]): Undo[] {
  const all = batch.flatMap(({ path, edits }) => edits.map((edit) => ({ path, edit })));
  // Turned round first: of two insertions at one place the later one goes in first, so that they read in their order.
  all.reverse().sort((a, b) => compare(b.edit.start, a.edit.start) || compare(b.edit.end, a.edit.end));
  const undo: Undo[] = [];
  for (const { path, edit } of all) {
    const old = textBetween(workspace.files.get(path)!, edit.start, edit.end);
    workspace.edit(path, edit);
    undo.unshift({ path, edit: { start: edit.start, end: after(edit.start, edit.newText), newText: old } });
  }
  return undo;
}

function takeBack(workspace: Workspace, undo: readonly Undo[]): void {
  for (const { path, edit } of undo) workspace.edit(path, edit);
  workspace.check();
}

/** Where a text ends that begins at a position. */
function after(start: Position, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines[lines.length - 1]!.length;
  return lines.length === 1
    ? { line: start.line, character: start.character + last }
    : { line: start.line + lines.length - 1, character: last };
}

export function textBetween(file: EncounterFile, start: Position, end: Position): string {
  let { block, startLine } = file.blockAt(start.line);
  let from = block.offsetAt(start.line - startLine, start.character);
  let text = '';
  for (;;) {
    const next = file.next(block);
    if (!next || end.line < startLine + block.lineCount)
      return text + block.text.slice(from, block.offsetAt(end.line - startLine, end.character));
    text += block.text.slice(from);
    from = 0;
    startLine += block.lineCount;
    block = next;
  }
}

interface Count {
  errors: number;
  all: number;
}

/** How many findings of each rule stand in each block. Blocks are told by their place: a safe fix adds and removes none. */
type Tally = ReadonlyMap<string, Count>;

function tallyKey(path: string, ordinal: number, rule: RuleId): string {
  return `${path}\n${ordinal}\n${rule}`;
}

function tally(workspace: Workspace): Tally {
  const counts = new Map<string, Count>();
  for (const [path, file] of workspace.files) {
    let first = 0;
    for (const chunk of file.chunks) {
      if (chunk.findings > 0) {
        for (let i = 0; i < chunk.blocks.length; i++) {
          for (const { severity, rule } of chunk.blocks[i]!.findings) {
            const key = tallyKey(path, first + i, rule);
            let count = counts.get(key);
            if (!count) {
              count = { errors: 0, all: 0 };
              counts.set(key, count);
            }
            count.all++;
            if (severity === 'error') count.errors++;
          }
        }
      }
      first += chunk.blocks.length;
    }
  }
  return counts;
}

/** No error is new, and what was to be fixed is fixed. */
function isBetter(before: Tally, now: Tally, fixes: readonly Candidate[]): boolean {
  for (const [key, { errors }] of now) if (errors > (before.get(key)?.errors ?? 0)) return false;
  return fixes.every(({ tallied }) => (now.get(tallied)?.all ?? 0) < (before.get(tallied)?.all ?? 0));
}
