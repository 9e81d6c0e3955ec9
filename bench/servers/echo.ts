/**
 * A server that keeps no text and finds nothing: it answers at once, so that what is left is the way there and back. With
 * `--items=FILE` it answers with these findings, whatever is edited, by our own writer: the way of so many bytes. With
 * `--answers=FILE` so with one hover and one list of suggestions.
 */

import { readFileSync } from 'node:fs';
import {
  type CompletionList,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type Hover,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { writerTo } from '../../server/src/lsp/wire.node';

const given = (option: string) =>
  process.argv.find((word) => word.startsWith(`--${option}=`))?.slice(option.length + 3);
const read = (file: string | undefined) => (file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8')));
const items: Diagnostic[] = read(given('items')) ?? [];
const answers: { hover: Hover; completion: CompletionList } | undefined = read(given('answers'));
const connection =
  given('items') === undefined && answers === undefined
    ? createConnection()
    : createConnection(process.stdin, writerTo(process.stdout) as unknown as NodeJS.WritableStream);
let pulls = false;
connection.onInitialize(({ capabilities: { textDocument } }) => {
  pulls = textDocument?.diagnostic !== undefined;
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      completionProvider: {},
      ...(pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    },
  };
});

const publish = (uri: string, version: number) => {
  if (!pulls) void connection.sendDiagnostics({ uri, version, diagnostics: [] });
};
connection.onDidOpenTextDocument(({ textDocument: { uri, version } }) => publish(uri, version));
connection.onDidChangeTextDocument(({ textDocument: { uri, version } }) => publish(uri, version));
connection.languages.diagnostics.on(() => ({ kind: DocumentDiagnosticReportKind.Full, items }));
connection.onHover(() => answers?.hover ?? null);
connection.onCompletion(() => answers?.completion ?? []);
connection.listen();
