// What the built server loads, and when: little to answer `initialize`, the checker next, the rest when it is asked for.
import * as assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const root = resolve(__dirname, '../..');
/** Kilobytes before compression. What grows a file beyond this deserves a thought: it is read at every start. */
const BUDGETS = { 'server.js': 220, 'checker.js': 140, 'core.js': 320, 'features.js': 160 };

/** Notes in a file which of ours is loaded, when it is loaded for the first time. */
const WATCH = `const Module = require('node:module');
const load = Module._load;
const seen = new Set();
Module._load = function (name, ...rest) {
  const ours = /^\\.\\/([\\w-]+\\.js)$/.exec(name);
  if (ours && !seen.has(ours[1])) {
    seen.add(ours[1]);
    require('node:fs').appendFileSync(process.env.LOADED, ours[1] + '\\n');
  }
  return load.call(this, name, ...rest);
};`;

describe('the built server', () => {
  let folder: string;
  let server: ChildProcess;
  let client: MessageConnection;
  const loaded = () => readFileSync(join(folder, 'loaded'), 'utf8').trim().split('\n');

  before(function () {
    this.timeout(120_000);
    folder = mkdtempSync(join(tmpdir(), 'encounter-build-'));
    const run = spawnSync(process.execPath, [
      join(root, 'esbuild.mjs'),
      '--production',
      `--out=${join(folder, 'dist')}`,
    ]);
    assert.equal(run.status, 0, String(run.stderr));
    writeFileSync(join(folder, 'watch.cjs'), WATCH);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    writeFileSync(join(folder, 'loaded'), '');
    const files = ['-r', join(folder, 'watch.cjs'), join(folder, 'dist/server.js'), '--stdio'];
    server = spawn(process.execPath, files, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, LOADED: join(folder, 'loaded') },
    });
    client = createMessageConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!));
    client.listen();
    const capabilities = { textDocument: { diagnostic: {} } };
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  });

  afterEach(() => {
    client.dispose();
    server.kill();
  });

  for (const [file, most] of Object.entries(BUDGETS))
    it(`has no more than ${most} KB in ${file}`, () => {
      assert.ok(statSync(join(folder, 'dist', file)).size <= most * 1024);
    });

  it('loads the checker after the first answer, features and prose when they are asked for', async () => {
    const uri = 'file:///day.encounter';
    const text = readFileSync(join(root, 'samples/clinic-day.encounter'), 'utf8');
    const textDocument = { uri, languageId: 'encounter', version: 1, text };
    await client.sendNotification('initialized', {});
    await client.sendNotification('textDocument/didOpen', { textDocument });
    const { items } = await client.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.ok(items.length > 0);
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }],
    });
    await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(loaded(), ['checker.js', 'server.js', 'core.js']);
    await client.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
    assert.deepEqual(loaded(), ['checker.js', 'server.js', 'core.js', 'features.js']);
    await client.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 3, character: 3 } });
    assert.deepEqual(loaded(), ['checker.js', 'server.js', 'core.js', 'features.js', 'guidance.js']);
  });
});
