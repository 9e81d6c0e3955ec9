/** What stands at a place of a file: the token, its line, and the encounter, session or claim line that it is part of. */

import type { Block } from '../engine/block';
import type { Position } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import type { ClaimLine, Encounter, Session } from '../model/encounter';
import type { ClaimDay, PatientDay } from '../model/patient-day';
import type { Settings } from '../model/settings';
import { BlockSyntax } from '../syntax/buffer';
import type { LineKind, TokenKind } from '../syntax/kinds';
import { parseBlock } from '../syntax/parser';
import { ownText } from '../text/own-text';

export interface PlaceInFile {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly block: Block;
  readonly syntax: BlockSyntax;
  /** Line in the block. */
  readonly line: number;
  readonly lineKind: LineKind;
  readonly lineText: string;
  /** Column asked about. */
  readonly column: number;
  readonly token: number;
  readonly kind: TokenKind;
  readonly value: number;
  /** Columns of the token. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly encounter: Encounter | undefined;
  readonly day: PatientDay | undefined;
  readonly claimDay: ClaimDay | undefined;
  readonly session: Session | undefined;
  readonly claim: ClaimLine | undefined;
  /** The date of service, else today. */
  readonly date: number;
}

let last: { readonly text: string; readonly isAbove: boolean; readonly syntax: BlockSyntax } | undefined;

/** A block as the parser reads it. Whoever asks about one place mostly asks about the next one beside it. */
function syntaxOf({ text, isAbove }: Block): BlockSyntax {
  if (last?.text !== text || last.isAbove !== isAbove) {
    const syntax = new BlockSyntax();
    // A copy: a piece of a file's text would keep all of it in memory.
    const own = ownText(text);
    parseBlock(own, 0, isAbove, syntax);
    last = { text: own, isAbove, syntax };
  }
  return last.syntax;
}

export function placeAt(
  workspace: Workspace,
  path: string,
  { line, character }: Position,
): (PlaceInFile & { readonly startLine: number }) | undefined {
  const file = workspace.files.get(path);
  if (!file) return undefined;
  const { block, startLine } = file.blockAt(line);
  const own = line - startLine;
  if (own >= block.lineCount) return undefined;
  const syntax = syntaxOf(block);
  const lineStart = syntax.lineStart(own);
  const offset = lineStart + character;
  let token = -1;
  for (let t = syntax.firstToken(own); t < syntax.endToken(own); t++) {
    if (syntax.start(t) <= offset && offset < syntax.end(t)) token = t;
    // Right behind a token is still on it, unless another one begins there.
    else if (syntax.end(t) === offset && token < 0) token = t;
  }
  if (token < 0) return undefined;
  const { settings } = workspace;
  const encounter = block.isAbove ? undefined : workspace.encounterOf(block);
  const day = encounter ? workspace.dayOf(block) : undefined;
  return {
    workspace,
    settings,
    block,
    startLine,
    syntax,
    line: own,
    lineKind: syntax.lineKind(own),
    lineText: syntax.slice(lineStart, syntax.lineEnd(own)),
    column: character,
    token,
    kind: syntax.kind(token),
    value: syntax.value(token),
    start: syntax.start(token) - lineStart,
    end: syntax.end(token) - lineStart,
    text: syntax.tokenText(token),
    encounter,
    day,
    claimDay: encounter && day ? day.claimDayOf(encounter) : undefined,
    session: encounter?.sessions.find((session) => session.line === own),
    claim: encounter?.claims.find((claim) => claim.line === own),
    date: encounter && encounter.date > 0 ? encounter.date : settings.today,
  };
}
