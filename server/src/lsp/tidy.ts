/** Wiring of what tidies text: a document, the encounters of a selection, and a line that was just left. */

import type { EncounterFile } from '../engine/file';
import { formatEdits, formatLine } from '../features/format';
import { editsOf } from './convert';
import type { ViewsOptions } from './views';

export function serveTidying({
  connection,
  documents,
  request,
}: Pick<ViewsOptions, 'connection' | 'documents' | 'request'>): void {
  /** Nothing where no one can save the text, or where a fault lost it. A file too large to be checked can be tidied. */
  const fileOf = (uri: string): EncounterFile | undefined => {
    const document = documents.get(uri);
    if (!document || document.standing === 'foreign' || document.standing === 'lost') return undefined;
    return document.workspace.files.get(uri);
  };

  connection.onDocumentFormatting(
    request('formatting', null, ({ textDocument: { uri } }) => {
      const file = fileOf(uri);
      return file ? editsOf(formatEdits(file)) : null;
    }),
  );

  connection.onDocumentRangeFormatting(
    request('formatting of a selection', null, ({ textDocument: { uri }, range }) => {
      const file = fileOf(uri);
      return file ? editsOf(formatEdits(file, range)) : null;
    }),
  );

  connection.onDocumentOnTypeFormatting(
    request('formatting of a line', null, ({ textDocument: { uri }, position, ch }) => {
      const file = fileOf(uri);
      return file && ch === '\n' && position.line > 0 ? editsOf(formatLine(file, position.line - 1)) : null;
    }),
  );
}
