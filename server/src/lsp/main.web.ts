import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { begin } from './begin';

type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];
const scope = globalThis as unknown as WorkerScope;
const later = (run: () => void) => void setTimeout(run, 0);

begin({
  connect: (options) => createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), options),
  goOn: (connection, params) => {
    const { serve } = require('./checker') as typeof import('./checker');
    serve(connection, { later, loadProse: () => import('../features/prose') }, params);
  },
  later,
});
