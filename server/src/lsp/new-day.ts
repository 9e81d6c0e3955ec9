/** Requests for the frame of a new clinic day. Any editor may send them. */

import type { Connection, Range, TextDocumentIdentifier } from 'vscode-languageserver';
import { type NewDay, type NewDayChoices, newDayChoices, newDayFrame } from '../features/new-day';
import { rangeOf } from './convert';
import type { Documents } from './documents';
import type { ViewsOptions } from './views';

/** What a person chooses from; null for a file that is not checked. */
export const NEW_DAY_CHOICES = 'encounter/newDayChoices';
export interface NewDayChoicesParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** The frame of a day as a snippet, and where it goes; null for a file that is not checked. */
export const NEW_DAY = 'encounter/newDay';
export interface NewDayParams extends NewDay {
  readonly textDocument: TextDocumentIdentifier;
}
export interface NewDayResult {
  readonly range: Range;
  /** Line breaks that come before the snippet, which begins at a left margin. */
  readonly breaks: number;
  readonly snippet: string;
}

interface NewDayOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly today: () => number;
  readonly request: ViewsOptions['request'];
}

/** Everyone who is named in any file that is checked. */
function* peopleIn(documents: Documents): Generator<string> {
  for (const workspace of documents.workspaces()) yield* workspace.names.all('person');
}

export function serveNewDay({ connection, documents, today, request }: NewDayOptions): void {
  const judged = (uri: string) => {
    const document = documents.get(uri);
    return document?.standing === 'judged' ? document : undefined;
  };

  connection.onRequest(
    NEW_DAY_CHOICES,
    request('a request for a new day', null, ({ textDocument }: NewDayChoicesParams): NewDayChoices | null => {
      const document = judged(textDocument.uri);
      return document ? newDayChoices(document.workspace, document.uri, today(), peopleIn(documents)) : null;
    }),
  );

  connection.onRequest(
    NEW_DAY,
    request('a request for a day to write', null, (params: NewDayParams): NewDayResult | null => {
      const document = judged(params.textDocument.uri);
      const { date, clinician, payer } = params;
      if (!document || ![date, payer, clinician ?? ''].every((value) => typeof value === 'string')) return null;
      const frame = newDayFrame(document.workspace, document.uri, { date, clinician, payer });
      if (!frame) return null;
      const { line, start, end, breaks, snippet } = frame;
      return { range: rangeOf(line, start, line, end), breaks, snippet };
    }),
  );
}
