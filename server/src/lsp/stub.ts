// A stand-in until the real server is here: one fixed finding, enough to prove the line from editor to server and back.
import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);

  const find = (document: TextDocument): Diagnostic[] =>
    [...document.getText().matchAll(/^\s+bill (97110)(?=\s|-GP)/gm)].map((match) => {
      const start = (match.index ?? 0) + match[0].length - 5;
      return {
        range: { start: document.positionAt(start), end: document.positionAt(start + 5) },
        severity: DiagnosticSeverity.Error,
        source: 'encounter',
        code: 'missing-59',
        message: '97110 and 97150 on one day: the one-on-one line needs -59.',
      };
    });

  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.encounter`] },
    },
  }));
  documents.onDidChangeContent(({ document }) => {
    void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: find(document) });
  });
  documents.onDidClose(({ document }) => {
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const line = document?.getText().split('\n')[position.line] ?? '';
    for (const match of line.matchAll(/\b97\d{3}\b/g)) {
      const start = match.index ?? 0;
      if (position.character >= start && position.character <= start + 5) {
        return { contents: { kind: 'markdown', value: `**${match[0]}** is a therapy code.` } };
      }
    }
    return null;
  });
  connection.onCodeAction(({ textDocument, context }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return [];
    const edits = (diagnostics: Diagnostic[]) => ({
      changes: { [document.uri]: diagnostics.map(({ range }) => ({ range: { start: range.end, end: range.end }, newText: '-59' })) },
    });
    const wanted = context.only?.[0] ?? '';
    if (wanted.startsWith('source')) {
      return [{ title: 'Fix all', kind: `${CodeActionKind.SourceFixAll}.encounter`, edit: edits(find(document)) }];
    }
    return context.diagnostics.map((diagnostic) => ({
      title: 'Add -59 to 97110',
      kind: CodeActionKind.QuickFix,
      isPreferred: true,
      diagnostics: [diagnostic],
      edit: edits([diagnostic]),
    }));
  });
  documents.listen(connection);
  connection.listen();
}
