import { Console } from 'node:console';
import { type Connection, type ConnectionOptions, createConnection } from 'vscode-languageserver/node';
import { collectSooner, compileLater } from '../disk/v8';
import { begin } from './begin';
import { Framing } from './framing';
import { whereOf } from './where';
import { writerTo } from './wire.node';

compileLater();
collectSooner();

// Started by an editor, the way to talk is named: --stdio, --node-ipc, --pipe or --socket. Else it is standard input.
const named = process.argv.some((word) => /^--(stdio|node-ipc|pipe|socket)(=|$)/.test(word));
if (!named) process.argv.push('--stdio');

// What is thrown and caught by no one ends the server, and the editor starts another one. Node would write the error's own
// words, which may be those of a file, and the editor would keep them in its log.
process.on('uncaughtException', (error) => {
  process.stderr.write(`The server ended by a fault. ${whereOf(error)}\n`);
  process.exit(1);
});

/** How often the warming up looks whether the folder is read. */
const FOLDER_PAUSE_MS = 50;
/** A message that has begun and of which no more comes: its length was wrong, or who sends it hangs. */
const MOST_WAITED_MS = 60_000;

/** Ends the server where what comes in is no message any more: the editor sees that, and starts another one. */
function watchStandardInput(): void {
  const framing = new Framing();
  let waiting: NodeJS.Timeout | undefined;
  // None of what came is said: it may be of a file.
  const end = (why: string) => {
    process.stderr.write(`The server ended: ${why}.\n`);
    process.exit(1);
  };
  process.stdin.on('data', (bytes: Buffer) => {
    if (!framing.take(bytes)) end('what came in is not a message of the language server protocol');
    clearTimeout(waiting);
    waiting = framing.isWithin
      ? setTimeout(() => end('a message was not sent to its end'), MOST_WAITED_MS).unref()
      : undefined;
  });
}

function onStandardOutput(options: ConnectionOptions): Connection {
  watchStandardInput();
  // A word that went out beside the messages would end the conversation.
  globalThis.console = new Console(process.stderr);
  // The library takes a writer of messages where it takes a stream; its types do not say so of the two mixed.
  return createConnection(process.stdin, writerTo(process.stdout) as unknown as NodeJS.WritableStream, options);
}

begin({
  connect: (options) => {
    const connection = process.argv.includes('--stdio') ? onStandardOutput(options) : createConnection(options);
    // Whatever else fails must not end the server: the editor would lose all findings.
    process.on('unhandledRejection', () => connection.console.error('A message to the editor could not be delivered.'));
    return connection;
  },
  goOn: (connection, params) => {
    const { serve, onDisk, warmUp } = require('./checker') as typeof import('./checker');
    const loadProse = () => import('../features/prose');
    const serving = serve(connection, { later: setImmediate, loadProse, ...onDisk() }, params);
    // While a folder is read, that is waited for.
    const whenIdle = (run: () => void) => {
      if (serving.isReading) setTimeout(whenIdle, FOLDER_PAUSE_MS, run).unref();
      else setImmediate(run);
    };
    warmUp(whenIdle);
  },
  later: setImmediate,
});
