/** A server that does nothing at all: what the protocol library costs to start. */

import { TextDocumentSyncKind } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';

const connection = createConnection();
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
connection.listen();
