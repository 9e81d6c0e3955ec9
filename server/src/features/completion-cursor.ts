/** Where completion is asked for: the line up to the cursor, read as if it ended there, and what the day around it holds. */

import type { Block } from '../engine/block';
import type { EncounterFile, Position, TextEdit } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import { buildEncounter } from '../model/build';
import type { Encounter, Session } from '../model/encounter';
import type { Settings } from '../model/settings';
import { BlockSyntax } from '../syntax/buffer';
import { LineKind, type TokenKind } from '../syntax/kinds';
import { parseBlock } from '../syntax/parser';
import { isSpace } from '../text/chars';
import { type Claim, claimOf } from './build-claim';

export type SuggestionKind =
  | 'header'
  | 'field'
  | 'value'
  | 'name'
  | 'time'
  | 'session'
  | 'code'
  | 'contact'
  | 'claim'
  | 'modifier'
  | 'units'
  | 'note'
  | 'rule'
  | 'template';

/** One thing that could be written. The order of a list is the order in which they fit. */
export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** A few words beside the label: what it is, or why it fits. */
  readonly detail?: string;
  /** What typed text is compared with, where it is other than the label. */
  readonly filter?: string;
  /** Empty where it is a snippet and nothing else. */
  readonly newText: string;
  /** The same with places to fill in, for an editor that knows snippets. */
  readonly snippet?: string;
  /** What follows it can be suggested at once. */
  readonly again?: boolean;
  /** It replaces the line from its beginning: what belongs at the left margin. */
  readonly fromMargin?: boolean;
  /** Changes elsewhere that belong to it. */
  readonly also?: readonly TextEdit[];
  /** A line of ours with `|` in it: its documentation is that of a hover there. */
  readonly about?: string;
}

export interface Suggestions {
  readonly line: number;
  /** Columns that a suggestion replaces. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly Suggestion[];
  /** There are more: ask again when more is typed. */
  readonly incomplete: boolean;
  /** The date of service, else today: what documentation is for. */
  readonly date: number;
}

/** What a part of completion answers: its list, and where what was typed begins. */
export interface Answer {
  readonly items: readonly Suggestion[];
  /** Column from which on it is replaced. */
  readonly start: number;
  /** What of the line behind the cursor is replaced as well. */
  readonly rest: RegExp;
  readonly incomplete?: boolean;
}

/** The rest of a word behind the cursor; that of a string with its closing quote; nothing. */
export const REST_OF_WORD = /^[^\s"#]*/;
export const REST_OF_STRING = /^[^"]*"|^/;
/** A string that begins at the cursor, else the rest of a word; one that ends at a comma. */
export const REST_OF_ID = /^(?:"[^"]*"|[^\s"#]*)/;
export const REST_OF_VALUE = /^(?:"[^"]*"|[^\s",#]*)/;
/** The rest of a part of a session, or a whole one that begins at the cursor: a group with its size. */
export const REST_OF_PART = /^[^\s"#]*(?:[ \t\xa0]+of(?:[ \t\xa0]+\d+)?(?!\S))?/i;
export const NEXT_PART = /^(?:[^\s"#]+(?:[ \t\xa0]+of(?:[ \t\xa0]+\d+)?(?!\S))?)?/i;
/** The rest of a clock range or length. */
export const REST_OF_WHEN =
  /^[\d:apm]*(?:[ \t\xa0]*(?:[ap]m|m(?:in(?:utes)?)?)(?!\S))?(?:[ \t\xa0]*[-\u2010-\u2014\u2212][ \t\xa0]*[\d:]*(?:[ \t\xa0]*[ap]m(?!\S))?)?/i;
export const REST_OF_CODE = /^[0-9A-Za-z]*/;

/** Nothing of the line follows but a comment. */
export function isEnd(behind: string): boolean {
  return /^[ \t\xa0]*(?:$|[ \t\xa0]#)/.test(behind);
}

export interface TypedToken {
  readonly kind: TokenKind;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Blocks about the cursor that are looked at for words in use. */
const NEIGHBOURS = 30;

const syntax = new BlockSyntax();

export class Cursor {
  readonly settings: Settings;
  readonly file: EncounterFile;
  readonly block: Block;
  /** Line in the block. */
  readonly line: number;
  /** The line up to the cursor, and from it on. */
  readonly prefix: string;
  readonly rest: string;
  readonly indent: string;
  /** The prefix without its indent. */
  readonly content: string;
  readonly lineKind: LineKind;
  readonly tokens: readonly TypedToken[];
  /** Kind of each line of the block, the cursor's as it is up to there. */
  readonly lineKinds: readonly LineKind[];
  /** The value of the first token of each line: of a field line its field, of a note its label. */
  readonly firstValues: readonly number[];
  /** The encounter with its line as it is up to the cursor; nothing above the first header. */
  readonly encounter: Encounter | undefined;
  /** What was looked up, for as long as this cursor is asked. */
  private kept: {
    claim?: Claim | undefined;
    givers?: readonly Encounter[];
    giversSessions?: readonly Session[];
    patientsSessions?: readonly Session[];
    patientsOthers?: readonly Encounter[];
    near?: readonly Encounter[];
  } = {};

  private constructor(
    readonly workspace: Workspace,
    file: EncounterFile,
    block: Block,
    line: number,
    character: number,
  ) {
    this.settings = workspace.settings;
    this.file = file;
    this.block = block;
    this.line = line;
    const whole = block.lineText(line);
    this.prefix = whole.slice(0, character);
    this.rest = whole.slice(character);
    let indent = 0;
    while (indent < this.prefix.length && isSpace(this.prefix.charCodeAt(indent))) indent++;
    this.indent = this.prefix.slice(0, indent);
    this.content = this.prefix.slice(indent);
    // On an empty line, a letter shows what a line there would be: a note may go on.
    const probe = this.content === '' ? 'q' : '';
    const start = block.lineStart(line);
    const text = `${block.text.slice(0, start)}${this.prefix}${probe}${block.text.slice(start + whole.length)}`;
    parseBlock(text, 0, block.isAbove, syntax);
    const kinds: LineKind[] = [];
    const values: number[] = [];
    const last = syntax.lineCount;
    for (let i = 0; i < last; i++) {
      kinds.push(syntax.lineKind(i));
      const first = syntax.firstToken(i);
      values.push(first < syntax.endToken(i) ? syntax.value(first) : -1);
    }
    this.lineKinds = kinds;
    this.firstValues = values;
    this.lineKind = kinds[line] ?? LineKind.Blank;
    const tokens: TypedToken[] = [];
    if (line < last && probe === '') {
      const offset = syntax.lineStart(line);
      for (let t = syntax.firstToken(line); t < syntax.endToken(line); t++) {
        tokens.push({
          kind: syntax.kind(t),
          value: syntax.value(t),
          start: syntax.start(t) - offset,
          end: syntax.end(t) - offset,
          text: syntax.tokenText(t),
        });
      }
    }
    this.tokens = tokens;
    this.encounter = block.isAbove ? undefined : buildEncounter(syntax, block, block.above, this.settings);
  }

  static at(workspace: Workspace, path: string, { line, character }: Position): Cursor | undefined {
    const file = workspace.files.get(path);
    if (!file) return undefined;
    const { block, startLine } = file.blockAt(line);
    // Behind the last line break, the last line has no text yet.
    if (!(line - startLine <= block.lineCount)) return undefined;
    return new Cursor(workspace, file, block, line - startLine, character);
  }

  /** Nothing of the next part is typed yet. */
  get gap(): boolean {
    return this.prefix === '' || isSpace(this.prefix.charCodeAt(this.prefix.length - 1));
  }

  /** Column at which the word at the cursor begins. */
  get wordStart(): number {
    let at = this.prefix.length;
    while (at > 0 && !isSpace(this.prefix.charCodeAt(at - 1))) at--;
    return at;
  }

  has(kind: TokenKind): boolean {
    return this.tokens.some((token) => token.kind === kind);
  }

  get date(): number {
    return this.encounter && this.encounter.date > 0 ? this.encounter.date : this.settings.today;
  }

  /** Who gives a session here, if the line does not say otherwise. */
  get giver(): string | undefined {
    return this.encounter?.assistant ?? this.encounter?.clinician;
  }

  /** What the sessions prove for the claim, the cursor's line left out. */
  get claim(): Claim | undefined {
    if (!('claim' in this.kept)) this.kept.claim = claimOf(this.workspace, this.block, this.line);
    return this.kept.claim;
  }

  /** The other encounters of the giver's day. */
  get giversDay(): readonly Encounter[] {
    const { giver, encounter } = this;
    this.kept.givers ??=
      giver === undefined || !encounter || encounter.date === 0
        ? []
        : this.workspace.encountersOf(encounter.date, giver).filter(({ home }) => home !== this.block);
    return this.kept.givers;
  }

  /** The giver's other sessions on the date. */
  get giversSessions(): readonly Session[] {
    const { giver } = this;
    this.kept.giversSessions ??= this.giversDay.flatMap(({ sessions }) =>
      sessions.filter((session) => session.giver === giver),
    );
    return this.kept.giversSessions;
  }

  /** The patient's sessions on the date, the cursor's line left out. */
  get patientsSessions(): readonly Session[] {
    this.kept.patientsSessions ??= this.readPatientsSessions();
    return this.kept.patientsSessions;
  }

  private readPatientsSessions(): readonly Session[] {
    const { encounter } = this;
    if (!encounter) return [];
    const own = encounter.sessions.filter(({ line }) => line !== this.line);
    const others = this.workspace
      .blocksOfDay(this.block.dayKey)
      .filter((block) => block !== this.block)
      .flatMap((block) => this.workspace.encounterOf(block).sessions);
    return [...others, ...own];
  }

  /** Other encounters, nearest first: those above in the file, then those below. */
  get near(): readonly Encounter[] {
    if (!this.kept.near) {
      const near: Encounter[] = [];
      let block = this.file.previous(this.block);
      for (let n = 0; block && n < NEIGHBOURS; n++, block = this.file.previous(block))
        if (!block.isAbove) near.push(this.workspace.encounterOf(block));
      block = this.file.next(this.block);
      for (let n = 0; block && n < NEIGHBOURS / 3; n++, block = this.file.next(block))
        near.push(this.workspace.encounterOf(block));
      this.kept.near = near;
    }
    return this.kept.near;
  }

  /** The patient's other encounters, the latest date first. */
  get patientsOthers(): readonly Encounter[] {
    this.kept.patientsOthers ??= this.readPatientsOthers();
    return this.kept.patientsOthers;
  }

  private readPatientsOthers(): readonly Encounter[] {
    const patient = this.encounter?.patient;
    if (patient === undefined) return [];
    return this.workspace.names
      .blocksOf('patient', patient)
      .filter((block) => block !== this.block)
      .slice(-NEIGHBOURS)
      .map((block) => this.workspace.encounterOf(block))
      .sort((a, b) => b.date - a.date);
  }
}

/** The last one that is so. */
export function lastOf<T>(list: readonly T[], isSo: (one: T) => boolean): T | undefined {
  for (let i = list.length - 1; i >= 0; i--) if (isSo(list[i]!)) return list[i];
  return undefined;
}

/** Each word once, in order; nothing that is not given. */
export function unique(words: Iterable<string | undefined>): string[] {
  const found = new Set<string>();
  for (const word of words) if (word !== undefined && word !== '') found.add(word);
  return [...found];
}

/** Text of a file in a snippet, where some marks have a meaning. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
