import type { Defaults } from '../model/defaults';
import type { Encounter, EncounterHome } from '../model/encounter';
import type { Glance } from '../model/glance';
import type { NoteBits } from '../model/notes';
import type { BlockSyntax, Problem } from '../syntax/buffer';
import { LineKind, TokenKind } from '../syntax/kinds';
import { ignoreDirective } from '../syntax/parser';
import type { Chunk, EncounterFile } from './file';
import type { Finding } from './finding';
import type { Likeness } from './likeness';
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

enum Flag {
  EndsWithBreak = 1 << 0,
  /** The lines above the first header. */
  IsAbove = 1 << 1,
  HeaderIndented = 1 << 2,
  HasNotes = 1 << 3,
  HasSessions = 1 << 4,
  HasClaims = 1 << 5,
  /** A session is given to a group. */
  HasGroup = 1 << 6,
  IsDirty = 1 << 7,
  WasFound = 1 << 8,
  IsPiece = 1 << 9,
  IsIn = 1 << 10,
}

/** What few blocks have: of fifty thousand, each field costs half a megabyte. */
interface Rare {
  problems: readonly Problem[];
  ignores: readonly Ignore[];
  /** What was found in it, before one defect becomes one finding; and after. */
  own: readonly Finding[];
  ofDay: readonly Finding[];
  ofGivers: readonly Finding[];
  ofPatient: readonly Finding[];
  findings: readonly Finding[];
  silencedForFile: ReadonlyMap<string, number> | undefined;
}

/**
 * One encounter's text, or the text above the first header, and what the checker keeps of it between checks: the days it
 * is part of and its findings. The model is built when asked for.
 *
 * There are as many as encounters: what few of them have stands in an object of its own.
 */
export class Block implements EncounterHome {
  readonly id = nextId++;
  chunk!: Chunk;
  /** The encounter, where it is at hand; `Workspace.encounterOf` builds it again. */
  encounter: Encounter | undefined = undefined;
  /** yyyymmdd; 0 where the date cannot be read or there is no such day. */
  date = 0;
  /** The patient that its header names. */
  patient: string | undefined = undefined;
  /** Who gave its sessions, each once, where it has a date. */
  givers: readonly string[] = NOBODY;
  /** Clinicians and assistants that it names, each once. */
  people: readonly string[] = NOBODY;
  /** What its day is like, from when it is read until it is judged. */
  likeness: Likeness | undefined = undefined;
  /** What there is to compare of its notes, where it has group sessions and was read at a glance. */
  noteBits: NoteBits | undefined = undefined;
  private rare: Rare | undefined = undefined;

  private constructor(
    readonly file: EncounterFile,
    public text: string,
    readonly lineCount: number,
    private flags: number,
    public above: Defaults,
    public below: Defaults,
  ) {}

  /** The block that the parser just read. */
  static of(file: EncounterFile, syntax: BlockSyntax, isAbove: boolean, above: Defaults, below: Defaults): Block {
    const text = syntax.slice(0, syntax.length);
    let flags = isAbove ? Flag.IsAbove : 0;
    if (syntax.headerIndented) flags |= Flag.HeaderIndented;
    let hasIgnores = false;
    for (let line = 0; line < syntax.lineCount; line++) {
      const kind = syntax.lineKind(line);
      // A label with nothing behind it too: who writes labels keeps notes here.
      if (kind === LineKind.Note) flags |= Flag.HasNotes;
      else if (kind === LineKind.Session) flags |= Flag.HasSessions;
      else if (kind === LineKind.Claim) flags |= Flag.HasClaims;
      const last = syntax.endToken(line) - 1;
      if (last >= syntax.firstToken(line) && syntax.kind(last) === TokenKind.Comment && syntax.value(last) === 1)
        hasIgnores = true;
    }
    const lastChar = text.charCodeAt(text.length - 1);
    if (lastChar === 10 || lastChar === 13) flags |= Flag.EndsWithBreak;
    const block = new Block(file, text, syntax.lineCount, flags, above, below);
    if (syntax.problems.length > 0) block.kept.problems = syntax.problems.slice();
    if (hasIgnores) block.kept.ignores = readIgnores(syntax, isAbove);
    for (const { kind, name } of mentionsIn(syntax)) {
      if (kind === 'patient') block.patient = name;
      else if (!block.people.includes(name)) block.people = [...block.people, name];
    }
    return block;
  }

  /** The block that was just read at a glance. */
  static glanced(file: EncounterFile, text: string, glance: Glance, above: Defaults): Block {
    const block = new Block(file, text, glance.lineCount, flagsOf(glance), above, glance.below);
    block.date = glance.date;
    block.patient = glance.patient;
    block.people = glance.people;
    block.givers = glance.givers;
    if (glance.hasGroup && glance.labels !== 0) block.noteBits = glance.noteBits();
    return block;
  }

  /**
   * Becomes what a new block of its text would be below other defaults, which was just read at a glance: nothing is found in
   * it yet. What hangs on the text alone stays.
   */
  reread(glance: Glance, above: Defaults): void {
    this.flags = flagsOf(glance) | (this.flags & (Flag.IsPiece | Flag.IsIn));
    this.above = above;
    this.below = glance.below;
    this.people = glance.people;
    this.givers = glance.givers;
    if (glance.hasGroup && glance.labels !== 0) this.noteBits ??= glance.noteBits();
    this.encounter = undefined;
    this.likeness = undefined;
    this.rare = undefined;
  }

  /** Takes over what the index of days needs of its encounter. */
  describe(encounter: Encounter): void {
    const { date, patient, sessions } = encounter;
    this.date = date;
    this.patient = patient;
    let givers: string[] | undefined;
    for (const { giver, isGroup } of sessions) {
      if (isGroup) this.flags |= Flag.HasGroup;
      if (giver === undefined || date === 0) continue;
      if (!givers) givers = [giver];
      else if (!givers.includes(giver)) givers.push(giver);
    }
    if (givers) this.givers = givers;
  }

  get endsWithBreak(): boolean {
    return (this.flags & Flag.EndsWithBreak) !== 0;
  }
  /** The lines above the first header. */
  get isAbove(): boolean {
    return (this.flags & Flag.IsAbove) !== 0;
  }
  get headerIndented(): boolean {
    return (this.flags & Flag.HeaderIndented) !== 0;
  }
  get hasNotes(): boolean {
    return (this.flags & Flag.HasNotes) !== 0;
  }
  /** It has session lines, or claim lines, readable or not. */
  get hasSessions(): boolean {
    return (this.flags & Flag.HasSessions) !== 0;
  }
  get hasClaims(): boolean {
    return (this.flags & Flag.HasClaims) !== 0;
  }
  get hasGroup(): boolean {
    return (this.flags & Flag.HasGroup) !== 0;
  }
  /** It stands in no patient-day with others: its date or its patient cannot be read. */
  get isAlone(): boolean {
    return this.date === 0 || this.patient === undefined;
  }
  /** The patient, where the block has a date, group sessions and notes. */
  get groupNotesOf(): string | undefined {
    return this.date > 0 && this.hasGroup && this.hasNotes ? this.patient : undefined;
  }
  /** Its patient-day: `yyyymmdd PATIENT`, or `#…` where it is alone; '' above the first header. */
  get dayKey(): string {
    if (this.isAbove) return '';
    return this.isAlone ? `#${this.id}` : `${this.date} ${this.patient}`;
  }
  /** Its clinician-days: `yyyymmdd GIVER`. */
  get giverKeys(): readonly string[] {
    return this.givers.map((giver) => `${this.date} ${giver}`);
  }

  /** It is to be judged. */
  get isDirty(): boolean {
    return (this.flags & Flag.IsDirty) !== 0;
  }
  set isDirty(is: boolean) {
    if (is) this.flags |= Flag.IsDirty;
    else this.flags &= ~Flag.IsDirty;
  }

  /** It is in its file: neither read and left aside, nor taken out again. */
  get isIn(): boolean {
    return (this.flags & Flag.IsIn) !== 0;
  }
  set isIn(is: boolean) {
    if (is) this.flags |= Flag.IsIn;
    else this.flags &= ~Flag.IsIn;
  }

  /** Its text is a piece of the file's as that was taken in whole. */
  get isPiece(): boolean {
    return (this.flags & Flag.IsPiece) !== 0;
  }
  set isPiece(is: boolean) {
    if (is) this.flags |= Flag.IsPiece;
    else this.flags &= ~Flag.IsPiece;
  }

  /** A line in it may be meant for the header of another encounter. */
  get mayHoldTwo(): boolean {
    return this.problems.some(({ mayBeHeader }) => mayBeHeader);
  }
  get problems(): readonly Problem[] {
    return this.rare?.problems ?? NO_PROBLEMS;
  }
  get ignores(): readonly Ignore[] {
    return this.rare?.ignores ?? NO_IGNORES;
  }

  /** Findings of its own rules, of its patient-day, of its clinician-days and of its patient; before precedence. */
  get own(): readonly Finding[] {
    return this.rare?.own ?? NO_FINDINGS;
  }
  set own(findings: readonly Finding[]) {
    this.put('own', findings);
  }
  get ofDay(): readonly Finding[] {
    return this.rare?.ofDay ?? NO_FINDINGS;
  }
  set ofDay(findings: readonly Finding[]) {
    this.put('ofDay', findings);
  }
  get ofGivers(): readonly Finding[] {
    return this.rare?.ofGivers ?? NO_FINDINGS;
  }
  set ofGivers(findings: readonly Finding[]) {
    this.put('ofGivers', findings);
  }
  get ofPatient(): readonly Finding[] {
    return this.rare?.ofPatient ?? NO_FINDINGS;
  }
  set ofPatient(findings: readonly Finding[]) {
    this.put('ofPatient', findings);
  }
  private put(kind: 'own' | 'ofDay' | 'ofGivers' | 'ofPatient', findings: readonly Finding[]): void {
    if (findings.length === 0 && !this.wasFound) return;
    this.kept[kind] = findings;
    this.flags |= Flag.WasFound;
  }
  /** Something is found in it, or once was. */
  get wasFound(): boolean {
    return (this.flags & Flag.WasFound) !== 0;
  }

  /** What is said in the end: one finding a defect, ignored ones left out, in order. */
  get findings(): readonly Finding[] {
    return this.rare?.findings ?? NO_FINDINGS;
  }
  set findings(findings: readonly Finding[]) {
    if (this.rare || findings.length > 0) this.kept.findings = findings;
  }
  /** Findings that comments for the whole file silenced, by rule. */
  get silencedForFile(): ReadonlyMap<string, number> | undefined {
    return this.rare?.silencedForFile;
  }
  set silencedForFile(silenced: ReadonlyMap<string, number> | undefined) {
    if (this.rare || silenced) this.kept.silencedForFile = silenced;
  }

  private get kept(): Rare {
    this.rare ??= {
      problems: NO_PROBLEMS,
      ignores: NO_IGNORES,
      own: NO_FINDINGS,
      ofDay: NO_FINDINGS,
      ofGivers: NO_FINDINGS,
      ofPatient: NO_FINDINGS,
      findings: NO_FINDINGS,
      silencedForFile: undefined,
    };
    return this.rare;
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

  /** Where a line starts in the block's text; its end for one that it has not, however far. */
  lineStart(line: number): number {
    if (line > this.lineCount) return this.text.length;
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

function flagsOf({ endsWithBreak, labels, sessionCount, claimCount, hasGroup }: Glance): number {
  let flags = endsWithBreak ? Flag.EndsWithBreak : 0;
  if (labels !== 0) flags |= Flag.HasNotes;
  if (sessionCount > 0) flags |= Flag.HasSessions;
  if (claimCount > 0) flags |= Flag.HasClaims;
  if (hasGroup) flags |= Flag.HasGroup;
  return flags;
}

/** The line whose start was last asked for. The text of a block never changes. */
const cursor: { block: Block | undefined; line: number; at: number } = { block: undefined, line: 0, at: 0 };

const NOBODY: readonly string[] = [];
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
