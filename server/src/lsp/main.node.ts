import { createConnection } from 'vscode-languageserver/node';
import { diskConfigs } from './configs.node';
import { serve } from './server';

// Started by an editor, the way to talk is named: --stdio, --node-ipc, --pipe or --socket. Else it is standard input.
const named = process.argv.some((word) => /^--(stdio|node-ipc|pipe|socket)(=|$)/.test(word));
if (!named) process.argv.push('--stdio');

const connection = createConnection();

// Whatever else fails must not end the server: the editor would lose all findings.
process.on('unhandledRejection', () => connection.console.error('A message to the editor could not be delivered.'));

serve(connection, {
  later: setImmediate,
  loadProse: () => import('../features/prose'),
  configs: diskConfigs,
});
