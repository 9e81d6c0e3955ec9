/** Requests for the picture of a day. Any editor may send them. */

import type { Connection, Position, TextDocumentIdentifier } from 'vscode-languageserver';
import { type DayInFile, type DayView, dayAt, daysIn, type NoDay } from '../features/day-view';
import type { Documents } from './documents';
import type { ViewsOptions } from './views';

/** The day at a position; null for a file that is not checked. */
export const DAY = 'encounter/day';
export interface DayParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  /** Whose day is on the screen: kept where the position does not say otherwise. */
  readonly shown?: string | null;
}
/** Without a day, why there is none. */
export type DayResult = DayView | { readonly none: NoDay };

/** The days of a file, by date: for a list to choose from. */
export const DAYS = 'encounter/days';
export interface DaysParams {
  readonly textDocument: TextDocumentIdentifier;
}

interface DayOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly request: ViewsOptions['request'];
}

export function serveDays({ connection, documents, request }: DayOptions): void {
  const judged = (uri: string) => {
    const document = documents.get(uri);
    return document?.standing === 'judged' ? document : undefined;
  };

  connection.onRequest(
    DAY,
    request('a request for a day', null, ({ textDocument, position, shown }: DayParams): DayResult | null => {
      if (!judged(textDocument.uri)) return null;
      // Findings are drawn: they have to be those of the text as it is now.
      documents.check();
      const document = judged(textDocument.uri);
      const day = document && dayAt(document.workspace, document.uri, position, shown ?? undefined);
      return day === undefined ? null : typeof day === 'string' ? { none: day } : day;
    }),
  );

  connection.onRequest(
    DAYS,
    request('a request for the days of a file', [], ({ textDocument }: DaysParams): DayInFile[] => {
      const document = judged(textDocument.uri);
      return document ? daysIn(document.workspace, document.uri) : [];
    }),
  );
}
