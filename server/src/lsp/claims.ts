/** Requests for the claim table: a page of it at a time, and as CSV. Any editor may send them. */

import type { CancellationToken, Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { CLAIM_COLUMNS, type ClaimColumn, type ClaimQuery } from '../features/claim-order';
import type { ShownClaim } from '../features/claim-rows';
import type { ClaimSums } from '../features/claim-sums';
import { type ClaimSource, ClaimTable, type ClaimView } from '../features/claim-table';
import type { Documents } from './documents';
import type { Folder } from './folder';
import { unless, type ViewsOptions } from './views';

/** Some lines of the table; null for a file that is not checked. */
export const CLAIMS = 'encounter/claims';
/** Some lines of the table as CSV; null for a file that is not checked. */
export const CLAIMS_CSV = 'encounter/claimsCsv';
export interface ClaimsParams {
  /** Without it, all files that are judged: the opened folders. */
  readonly textDocument?: TextDocumentIdentifier;
  readonly sort: ClaimColumn;
  readonly descending: boolean;
  readonly text: string;
  readonly finding: string;
  readonly from: number;
  /** At most {@link MOST_LINES}. */
  readonly count: number;
}

export interface ClaimsResult {
  /** The same number: the same table. */
  readonly state: number;
  readonly from: number;
  readonly rows: readonly ShownClaim[];
  readonly sums: ClaimSums;
  readonly scope: {
    readonly files: number;
    readonly all: number;
    readonly encounters: number;
    readonly unbilled: number;
    readonly elsewhere: number;
    readonly rules: readonly { readonly rule: string; readonly lines: number }[];
    /** Files of the folders whose lines are not in the table. */
    readonly missing: number;
    /** They are being read. */
    readonly isReading: boolean;
  };
}

export interface ClaimsCsvResult {
  readonly state: number;
  readonly csv: string;
  /** All lines of the table. */
  readonly lines: number;
  /** Files of the folders that could not be read, or whose reading was stopped: their lines are not in it. */
  readonly missing: number;
}

/** Told once when a table that was asked for may be another one now; the next request asks to be told again. */
export const CLAIMS_CHANGED = 'encounter/claimsChanged';
/** The editor shows no table any more. */
export const CLAIMS_CLOSED = 'encounter/claimsClosed';

export const MOST_LINES = 2000;
/** So long a table is read before whatever has come in meanwhile has its turn. */
const SLICE_MS = 8;

interface ClaimsOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly request: ViewsOptions['request'];
  /** Runs a function soon, after messages that have come in already. */
  readonly later: (run: () => void) => void;
  /** Grows with every change of any file or setting. */
  readonly state: () => number;
  /** Closed files that need not be read for their findings are needed here. */
  readonly folder: Pick<Folder, 'isSettled' | 'readWhole' | 'leftOut'>;
}

export function serveClaims({ connection, documents, request, later, state, folder }: ClaimsOptions): {
  changed(): void;
} {
  /** Made when first asked for, so that its code is loaded no sooner. */
  let table: ClaimTable | undefined;
  let last: { readonly key: string; readonly state: number; readonly view: ClaimView } | undefined;
  let told = true;

  function sourcesOf(uri: string | undefined): ClaimSource[] | undefined {
    documents.check();
    if (uri === undefined) {
      void folder.readWhole();
      return [...documents.workspaces()].flatMap((workspace) =>
        [...workspace.files.values()].map((file) => ({ workspace, file })),
      );
    }
    const document = documents.get(uri);
    const file = document?.workspace.files.get(uri);
    return document?.standing === 'judged' && file ? [{ workspace: document.workspace, file }] : undefined;
  }

  /** The table that is asked for, read in slices; null where there is none. */
  async function viewOf(params: ClaimsParams, token: CancellationToken): Promise<ClaimView | null> {
    told = false;
    const uri = params.textDocument?.uri;
    const query = queryOf(params);
    const key = JSON.stringify([uri ?? null, query]);
    if (last?.key === key && last.state === state()) return last.view;
    const unread = sourcesOf(uri);
    if (!unread) return null;
    table ??= new ClaimTable();
    const known = table;
    let began = performance.now();
    for (const _ of known.reading(unread)) {
      if (performance.now() - began < SLICE_MS) continue;
      await new Promise<void>((resolve) => later(resolve));
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      began = performance.now();
    }
    // The files may be others by now; what was read of them is still at hand.
    const sources = sourcesOf(uri);
    if (!sources) return null;
    last = { key, state: state(), view: known.view(sources, query) };
    return last.view;
  }

  connection.onRequest(
    CLAIMS,
    request('a request for claim lines', null, async (params: ClaimsParams, token): Promise<ClaimsResult | null> => {
      const view = await viewOf(params, token);
      if (!view) return null;
      const { from, count } = stretchOf(params);
      const { rules, ...scope } = view.scope;
      const byRule = [...rules].map(([rule, lines]) => ({ rule, lines })).sort((a, b) => (a.rule < b.rule ? -1 : 1));
      return {
        state: state(),
        from,
        rows: view.page(from, count),
        sums: view.sums,
        scope: { ...scope, rules: byRule, missing: missingOf(params), isReading: !folder.isSettled },
      };
    }),
  );

  connection.onRequest(
    CLAIMS_CSV,
    request('a request for a CSV', null, async (params: ClaimsParams, token): Promise<ClaimsCsvResult | null> => {
      // The table grows on the screen; a file that is saved has all of it.
      if (!params.textDocument) await unless(token, folder.readWhole());
      const view = await viewOf(params, token);
      if (!view) return null;
      const { from, count } = stretchOf(params);
      return { state: state(), csv: view.csv(from, count), lines: view.lines, missing: missingOf(params) };
    }),
  );

  function missingOf({ textDocument }: ClaimsParams): number {
    return textDocument ? 0 : folder.leftOut;
  }

  connection.onNotification(CLAIMS_CLOSED, () => {
    table = undefined;
    last = undefined;
    told = true;
  });

  /** To be called when findings have been brought up to date. */
  function changed(): void {
    if (last?.state !== state()) last = undefined;
    if (told) return;
    told = true;
    void connection.sendNotification(CLAIMS_CHANGED).catch(() => {});
  }
  return { changed };
}

function queryOf({ sort, descending, text, finding }: ClaimsParams): ClaimQuery {
  return {
    sort: CLAIM_COLUMNS.includes(sort) ? sort : 'place',
    descending: descending === true,
    text: typeof text === 'string' ? text : '',
    finding: typeof finding === 'string' ? finding : '',
  };
}

function stretchOf({ from, count }: ClaimsParams): { from: number; count: number } {
  const whole = (n: unknown) => (typeof n === 'number' && n > 0 ? Math.floor(n) : 0);
  return { from: whole(from), count: Math.min(whole(count), MOST_LINES) };
}
