/**
 * A server that keeps no text and finds nothing: it answers at once, so that what is left is the way there and back. With
 * `--items=FILE` it answers with these findings, whatever is edited, by our own writer: the way of so many bytes.
 */

import { readFileSync } from 'node:fs';
import { type Diagnostic, DocumentDiagnosticReportKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { writerTo } from '../../server/src/lsp/wire.node';

const file = process.argv.find((word) => word.startsWith('--items='))?.slice('--items='.length);
const items: Diagnostic[] = file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'));
const connection =
  file === undefined
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
connection.onHover(() => null);
connection.onCompletion(() => []);
connection.listen();
