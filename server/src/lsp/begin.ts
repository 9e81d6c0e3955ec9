/**
 * The start of the server. `initialize` is answered by what is in here and in capabilities.ts alone; the checker is
 * loaded when that answer is out, or by whatever message comes before.
 */

import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
} from 'vscode-languageserver';
import { capabilitiesFor, editorOf } from './capabilities';

export interface Beginning {
  /** Makes the connection, with these options. */
  readonly connect: (options: ConnectionOptions) => Connection;
  /** Loads the checker and has it answer everything else. */
  readonly goOn: (connection: Connection, params: InitializeParams) => void;
  /** Runs a function soon, after messages that have come in already. */
  readonly later: (run: () => void) => void;
}

export function begin({ connect, goOn, later }: Beginning): void {
  let params: InitializeParams | undefined;
  let isOn = false;
  const next = () => {
    if (isOn || !params) return;
    isOn = true;
    goOn(connection, params);
  };
  const connection = connect({
    messageStrategy: {
      handleMessage: (message, handle) => {
        next();
        return handle(message);
      },
    },
  });
  connection.onInitialize((given): InitializeResult => {
    params = given;
    // Two turns: the first one writes the answer.
    later(() => later(next));
    return { capabilities: capabilitiesFor(editorOf(given)), serverInfo: { name: 'encounter' } };
  });
  // Known methods have answers of their own, from `goOn`.
  connection.onRequest((method) =>
    isOn
      ? new ResponseError(ErrorCodes.MethodNotFound, `there is no ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize first'),
  );
  connection.listen();
}
