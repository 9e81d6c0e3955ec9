import type { Defaults } from '../model/defaults';
import type { Encounter, EncounterHome } from '../model/encounter';
import type { BlockSyntax, Problem } from '../syntax/buffer';
import { LineKind, TokenKind } from '../syntax/kinds';
import { ignoreDirective } from '../syntax/parser';
import type { Chunk, EncounterFile } from './file';
import type { Finding } from './finding';
import { mentionsIn } from './mentions';

/** Where an ignore comment speaks to. */
export enum IgnoreReach {
  /** A line of this block. */
  Line,
  /** The header of the next block. */
  NextHeader,
  File,
}

/** `# ignore RULE: reason`, one entry a rule. */
export interface Ignore {
  readonly rule: string;
  readonly reach: IgnoreReach;
  /** For `IgnoreReach.Line`: the line in the block. */
  readonly target: number;
  /** Where the rule id stands. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

let nextId = 1;

/**
 * One encounter's text, or the text above the first header, and what the checker keeps of it between checks: the keys
 * of the days it is part of and its findings. The model is built when asked for.
 */
export class Block implements EncounterHome {
  readonly id = nextId++;
  chunk!: Chunk;
  /** The encounter, where it is at hand; `Workspace.encounterOf` builds it again. */
  encounter: Encounter | undefined;
  dayKey = '';
  giverKeys: readonly string[] = NO_KEYS;
  /** The patient, where the block has group sessions and notes. */
  groupNotesOf: string | undefined;
  /** The patient that its header names. */
  patient: string | undefined;
  /** Clinicians and assistants that it names, each once. */
  people: readonly string[] = NO_KEYS;
  /** It has session lines, or claim lines, readable or not. */
  hasSessions = false;
  hasClaims = false;
  ignores: readonly Ignore[] = NO_IGNORES;
  /** Findings of the block's own rules, of its patient-day, of its clinician-days and of its patient; before precedence. */
  own: readonly Finding[] = NO_FINDINGS;
  ofDay: readonly Finding[] = NO_FINDINGS;
  ofGivers: readonly Finding[] = NO_FINDINGS;
  ofPatient: readonly Finding[] = NO_FINDINGS;
  /** What is said in the end: one finding a defect, ignored ones left out, in order. */
  findings: readonly Finding[] = NO_FINDINGS;
  /** Findings that comments for the whole file silenced, by rule. */
  silencedForFile: ReadonlyMap<string, number> | undefined;

  private constructor(
    readonly file: EncounterFile,
    readonly text: string,
    readonly lineCount: number,
    readonly endsWithBreak: boolean,
    /** The lines above the first header. */
    readonly isAbove: boolean,
    readonly headerIndented: boolean,
    readonly hasNotes: boolean,
    public above: Defaults,
    public below: Defaults,
    readonly problems: readonly Problem[],
  ) {}

  static of(file: EncounterFile, syntax: BlockSyntax, isAbove: boolean, above: Defaults, below: Defaults): Block {
    const text = syntax.slice(0, syntax.length);
    let hasNotes = false;
    let hasIgnores = false;
    let hasSessions = false;
    let hasClaims = false;
    for (let line = 0; line < syntax.lineCount; line++) {
      const kind = syntax.lineKind(line);
      // A label with nothing behind it too: who writes labels keeps notes here.
      if (kind === LineKind.Note) hasNotes = true;
      else if (kind === LineKind.Session) hasSessions = true;
      else if (kind === LineKind.Claim) hasClaims = true;
      const last = syntax.endToken(line) - 1;
      if (last >= syntax.firstToken(line) && syntax.kind(last) === TokenKind.Comment && syntax.value(last) === 1)
        hasIgnores = true;
    }
    const lastChar = text.charCodeAt(text.length - 1);
    const block = new Block(
      file,
      text,
      syntax.lineCount,
      lastChar === 10 || lastChar === 13,
      isAbove,
      syntax.headerIndented,
      hasNotes,
      above,
      below,
      syntax.problems.length > 0 ? syntax.problems.slice() : NO_PROBLEMS,
    );
    block.hasSessions = hasSessions;
    block.hasClaims = hasClaims;
    if (hasIgnores) block.ignores = readIgnores(syntax, isAbove);
    for (const { kind, name } of mentionsIn(syntax)) {
      if (kind === 'patient') block.patient = name;
      else if (!block.people.includes(name)) block.people = [...block.people, name];
    }
    return block;
  }

  lineText(line: number): string {
    const start = this.lineStart(line);
    let end = start;
    while (end < this.text.length) {
      const c = this.text.charCodeAt(end);
      if (c === 10 || c === 13) break;
      end++;
    }
    return this.text.slice(start, end);
  }

  /** Where a position is in the block's text; columns past the line's end are at its end. */
  offsetAt(line: number, character: number): number {
    if (line >= this.lineCount) return this.text.length;
    const start = this.lineStart(line);
    let end = start;
    while (end < this.text.length && end - start < character) {
      const c = this.text.charCodeAt(end);
      if (c === 10 || c === 13) break;
      end++;
    }
    return end;
  }

  /** Where a line starts in the block's text. */
  lineStart(line: number): number {
    // Lines are mostly asked for from the top: the next one is looked for from the last.
    const goesOn = cursor.block === this && cursor.line <= line;
    let at = goesOn ? cursor.at : 0;
    for (let i = goesOn ? cursor.line : 0; i < line; i++) {
      while (at < this.text.length) {
        const c = this.text.charCodeAt(at++);
        if (c === 10) break;
        if (c === 13) {
          if (this.text.charCodeAt(at) === 10) at++;
          break;
        }
      }
    }
    cursor.block = this;
    cursor.line = line;
    cursor.at = at;
    return at;
  }
}

/** The line whose start was last asked for. The text of a block never changes. */
const cursor: { block: Block | undefined; line: number; at: number } = { block: undefined, line: 0, at: 0 };

const NO_KEYS: readonly string[] = [];
const NO_IGNORES: readonly Ignore[] = [];
const NO_PROBLEMS: readonly Problem[] = [];
export const NO_FINDINGS: readonly Finding[] = [];

function readIgnores(syntax: BlockSyntax, isAbove: boolean): Ignore[] {
  const ignores: Ignore[] = [];
  for (let line = 0; line < syntax.lineCount; line++) {
    const token = syntax.endToken(line) - 1;
    if (token < syntax.firstToken(line) || syntax.kind(token) !== TokenKind.Comment || syntax.value(token) !== 1)
      continue;
    const start = syntax.start(token);
    const directive = ignoreDirective(syntax.text, syntax.base + start, syntax.base + syntax.end(token));
    if (!directive?.reason) continue;
    const lineStart = syntax.lineStart(line);
    const alone = syntax.lineKind(line) === LineKind.Comment;
    let reach = IgnoreReach.Line;
    let target = line;
    const margin = syntax.slice(lineStart, lineStart + 1) === '\ufeff' ? lineStart + 1 : lineStart;
    if (alone && isAbove && start === margin) reach = IgnoreReach.File;
    else if (alone) {
      target = line + 1;
      while (target < syntax.lineCount) {
        const kind = syntax.lineKind(target);
        if (kind !== LineKind.Blank && kind !== LineKind.Comment) break;
        target++;
      }
      if (target === syntax.lineCount) reach = IgnoreReach.NextHeader;
    }
    for (const { id, start: from, end } of directive.rules) {
      const offset = syntax.base + lineStart;
      ignores.push({ rule: id.toLowerCase(), reach, target, line, start: from - offset, end: end - offset });
    }
  }
  return ignores;
}
