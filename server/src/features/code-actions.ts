/** What the light bulb offers: fixes of the findings at a place, all safe fixes of a file, and a comment that silences. */

import type { Block } from '../engine/block';
import type { Position, TextEdit } from '../engine/file';
import type { Finding } from '../engine/finding';
import { editsInFile, fixAllTexts, lineEndOf } from '../engine/fix-all';
import { smallestEdits } from '../engine/smallest-edits';
import type { Workspace, WorkspaceOptions } from '../engine/workspace';
import type { RuleId } from '../rules/kit/ids';
import { BlockSyntax } from '../syntax/buffer';
import { LineKind } from '../syntax/kinds';
import { parseBlock } from '../syntax/parser';

/** A stretch of a file. */
export interface Stretch {
  readonly start: Position;
  readonly end: Position;
}

export interface Action {
  readonly title: string;
  readonly rule: RuleId;
  /** Where its finding stands. */
  readonly finding: Stretch;
  /** The recorded sessions prove it. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Rules that a comment cannot silence. */
const NEVER_IGNORED: ReadonlySet<RuleId> = new Set(['unused-ignore', 'ignore-without-reason']);

/** Findings that are answered for at once: with the whole file selected, a list without end helps nobody. */
const MOST_FINDINGS = 100;

/** The fixes of the findings that a stretch touches, safe ones first, and last the comments that silence them. */
export function actionsAt(workspace: Workspace, path: string, stretch: Stretch): Action[] {
  const fixes: Action[] = [];
  const ignores: Action[] = [];
  for (const finding of findingsAt(workspace, path, stretch)) {
    const place = placeOf(finding);
    for (const fix of finding.fixes) {
      const { title, safe } = fix;
      fixes.push({ title, rule: finding.rule, finding: place, safe, edits: editsInFile(fix) });
    }
    const edit = NEVER_IGNORED.has(finding.rule) ? undefined : ignoreComment(finding);
    if (edit && !ignores.some(({ rule, edits }) => rule === finding.rule && edits[0]!.start.line === edit.start.line)) {
      const title = `Ignore ${finding.rule} here, as soon as you write the reason in the comment`;
      ignores.push({ title, rule: finding.rule, finding: place, safe: false, edits: [edit] });
    }
  }
  fixes.sort((a, b) => Number(b.safe) - Number(a.safe));
  return [...fixes, ...ignores];
}

/** All safe fixes of one file, as small edits; none where there is nothing to fix. The workspace stays as it is. */
export function fixAllEdits(workspace: Workspace, options: WorkspaceOptions, path: string): TextEdit[] {
  const file = workspace.files.get(path);
  if (!file || !hasSafeFix(workspace, path)) return [];
  const texts = new Map<string, string>();
  for (const [other, { text }] of workspace.files) texts.set(other, text);
  const after = fixAllTexts(options, texts, [path]).texts.get(path);
  return after === undefined ? [] : smallestEdits(texts.get(path)!, after);
}

function hasSafeFix(workspace: Workspace, path: string): boolean {
  for (const { chunks } of [workspace.files.get(path)!]) {
    for (const chunk of chunks) {
      if (chunk.findings === 0) continue;
      for (const block of chunk.blocks) {
        if (block.findings.length === 0) continue;
        if (workspace.withFixes(block).some(({ fixes }) => fixes.some(({ safe }) => safe))) return true;
      }
    }
  }
  return false;
}

function findingsAt(workspace: Workspace, path: string, { start, end }: Stretch): Finding[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  const found: Finding[] = [];
  let { block, startLine } = file.blockAt(start.line);
  for (;;) {
    if (block.findings.some((finding) => touches(finding, startLine, start, end))) {
      for (const finding of workspace.withFixes(block)) {
        if (!touches(finding, startLine, start, end)) continue;
        found.push(finding);
        if (found.length === MOST_FINDINGS) return found;
      }
    }
    startLine += block.lineCount;
    const next = file.next(block);
    if (!next || startLine > end.line) return found;
    block = next;
  }
}

function touches(finding: Finding, startLine: number, start: Position, end: Position): boolean {
  const line = startLine + finding.line;
  if (line < start.line || line > end.line) return false;
  if (line === start.line && finding.end < start.character) return false;
  return !(line === end.line && finding.start > end.character);
}

function placeOf({ block, line, start, end }: Finding): Stretch {
  const at = block.file.lineOf(block) + line;
  return { start: { line: at, character: start }, end: { line: at, character: end } };
}

/**
 * The comment goes on a line of its own above the finding's. At the left margin above the first header it would speak to
 * the whole file, so it is indented there. Inside a note no comment can stand. The reason is left to who takes it: until
 * one is there it silences nothing.
 */
function ignoreComment({ block, line, rule }: Finding): TextEdit | undefined {
  const syntax = new BlockSyntax();
  parseBlock(block.text, 0, block.isAbove, syntax);
  if (line >= syntax.lineCount || syntax.lineKind(line) === LineKind.NoteMore) return undefined;
  const at = { line: block.file.lineOf(block) + line, character: 0 };
  const indent = /^[ \t\xa0]*/.exec(block.lineText(line))![0];
  const beforeEncounters = block.isAbove || (line === 0 && isFirstEncounter(block));
  const lead = beforeEncounters && indent === '' ? '  ' : indent;
  return { start: at, end: at, newText: `${lead}# ignore ${rule}:${lineEndOf(block.file)}` };
}

function isFirstEncounter(block: Block): boolean {
  return block.file.previous(block)?.isAbove ?? true;
}
