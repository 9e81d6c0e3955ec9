import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server';

type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];
const scope = globalThis as unknown as WorkerScope;

serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  later: (run) => setTimeout(run, 0),
  loadProse: () => import('../features/prose'),
});
