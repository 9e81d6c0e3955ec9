// The first moments: `initialize` is answered before the checker is there, and nothing that follows it is lost.
import * as assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { begin } from '../../server/src/lsp/begin';
import { serve } from '../../server/src/lsp/server';

describe('the start of the server', () => {
  let client: MessageConnection;
  let loads = 0;
  let waiting: (() => void)[] = [];

  beforeEach(() => {
    loads = 0;
    waiting = [];
    const toServer = new PassThrough();
    const toEditor = new PassThrough();
    begin({
      connect: (options) =>
        createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor), options),
      goOn: (connection, params) => {
        loads++;
        serve(connection, { later: setImmediate, loadProse: () => import('../../server/src/features/prose') }, params);
      },
      later: (run) => void waiting.push(run),
    });
    client = createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
    client.onError(() => {});
    client.listen();
  });

  afterEach(() => client.dispose());

  const initialize = (): Promise<InitializeResult> =>
    client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const turn = () => {
    const now = waiting;
    waiting = [];
    for (const run of now) run();
  };

  it('answers `initialize` without the checker, and loads it afterwards by itself', async () => {
    const { capabilities, serverInfo } = await initialize();
    assert.equal(serverInfo?.name, 'encounter');
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(loads, 0);
    turn();
    assert.equal(loads, 0, 'the answer is not out yet');
    turn();
    assert.equal(loads, 1);
    turn();
    assert.equal(loads, 1);
  });

  it('loads the checker for whatever comes first, and answers that', async () => {
    await initialize();
    const uri = 'file:///a.encounter';
    const text = 'encounter 2026-03-03 patient A\n';
    void client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'encounter', version: 1, text },
    });
    const symbols: unknown[] = await client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    assert.equal(symbols.length, 1);
    assert.equal(loads, 1);
    turn();
    turn();
    assert.equal(loads, 1);
  });

  it('refuses what comes before `initialize`, and what it does not know', async () => {
    const code = (method: string) =>
      client.sendRequest(method, {}).then(
        () => undefined,
        (error: { code: number }) => error.code,
      );
    assert.equal(await code('textDocument/hover'), -32002);
    assert.equal(loads, 0);
    await initialize();
    assert.equal(await code('textDocument/nonsense'), -32601);
    assert.equal(await code('shutdown'), undefined);
  });
});
