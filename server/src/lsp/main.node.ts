import { createConnection } from 'vscode-languageserver/node';
import { begin } from './begin';

// Started by an editor, the way to talk is named: --stdio, --node-ipc, --pipe or --socket. Else it is standard input.
const named = process.argv.some((word) => /^--(stdio|node-ipc|pipe|socket)(=|$)/.test(word));
if (!named) process.argv.push('--stdio');

begin({
  connect: (options) => {
    const connection = createConnection(options);
    // Whatever else fails must not end the server: the editor would lose all findings.
    process.on('unhandledRejection', () => connection.console.error('A message to the editor could not be delivered.'));
    return connection;
  },
  goOn: (connection, params) => {
    const { serve } = require('./server') as typeof import('./server');
    const { diskConfigs } = require('./configs.node') as typeof import('./configs.node');
    const loadProse = () => import('../features/prose');
    serve(connection, { later: setImmediate, loadProse, configs: diskConfigs }, params);
  },
  later: setImmediate,
});
