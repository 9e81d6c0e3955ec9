import { createConnection } from 'vscode-languageserver/node';
import { serve } from './server';

// Started by an editor, the way to talk is named: --stdio, --node-ipc, --pipe or --socket. Else it is standard input.
const named = process.argv.some((word) => /^--(stdio|node-ipc|pipe|socket)(=|$)/.test(word));
if (!named) process.argv.push('--stdio');

serve(createConnection(), {
  later: setImmediate,
  loadProse: () => import('../features/prose'),
});
