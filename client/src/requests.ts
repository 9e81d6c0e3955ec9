import type { Position } from 'vscode';
import type { ClaimQuery } from '../../server/src/features/claim-order';
import type { DayInFile } from '../../server/src/features/day-view';
import type { Answer, AnswerKind } from '../../server/src/features/search';
import type { ClaimsCsvResult, ClaimsResult } from '../../server/src/lsp/claims';
import type { DayResult } from '../../server/src/lsp/day';
import type { PageResult } from '../../server/src/lsp/guidance';
import type { DayOrigin } from './views/day-data';

export type { Answer, AnswerKind } from '../../server/src/features/search';

/** A piece of one line, and what it becomes. */
export interface CodeEdit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Sends a request to the server; waits where that is still starting, and fails where there is none. */
export type Send = (method: string, params: unknown) => Promise<unknown>;

/** What the server is asked beside the protocol. */
export class Ask {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** What the guidance says to some words, best first; without words, what there is to begin with. */
  async search(words: string, only?: readonly AnswerKind[]): Promise<readonly Answer[]> {
    return (await this.#send('encounter/search', { words, ...(only ? { only } : {}) })) as readonly Answer[];
  }

  async page(kind: string, id: string): Promise<PageResult | null> {
    return (await this.#send('encounter/page', { kind, id })) as PageResult | null;
  }

  /** The edit that writes a code at a place; nothing where none can stand. */
  async codeEdit(uri: string, { line, character }: Position, code: string): Promise<CodeEdit | null> {
    const params = { textDocument: { uri }, position: { line, character }, code };
    return (await this.#send('encounter/codeEdit', params)) as CodeEdit | null;
  }

  /** The day at a line; why there is none; nothing where the file is not checked. */
  async day({ uri, line }: DayOrigin, shown: string | undefined): Promise<DayResult | null> {
    const params = {
      textDocument: { uri },
      position: { line, character: 0 },
      ...(shown === undefined ? {} : { shown }),
    };
    return (await this.#send('encounter/day', params)) as DayResult | null;
  }

  async days(uri: string): Promise<readonly DayInFile[]> {
    return (await this.#send('encounter/days', { textDocument: { uri } })) as readonly DayInFile[];
  }

  /** Lines of the claim table of a file, or of all files; nothing where the file is not checked. */
  async claims(uri: string | undefined, query: ClaimQuery, from: number, count: number): Promise<ClaimsResult | null> {
    return (await this.#send('encounter/claims', { ...inFile(uri), ...query, from, count })) as ClaimsResult | null;
  }

  /** The same as CSV, whole with its titles where all lines are asked for in turn. */
  async claimsCsv(
    uri: string | undefined,
    query: ClaimQuery,
    from: number,
    count: number,
  ): Promise<ClaimsCsvResult | null> {
    return (await this.#send('encounter/claimsCsv', {
      ...inFile(uri),
      ...query,
      from,
      count,
    })) as ClaimsCsvResult | null;
  }

  /** No table is shown any more: the server lets go of what it kept for it. */
  async claimsClosed(): Promise<void> {
    await this.#send('encounter/claimsClosed', {});
  }
}

function inFile(uri: string | undefined) {
  return uri === undefined ? {} : { textDocument: { uri } };
}
