/** A server that keeps no text and finds nothing: it answers at once, so that what is left is the way there and back. */

import { DocumentDiagnosticReportKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';

const connection = createConnection();
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
connection.languages.diagnostics.on(() => ({ kind: DocumentDiagnosticReportKind.Full, items: [] }));
connection.onHover(() => null);
connection.onCompletion(() => []);
connection.listen();
