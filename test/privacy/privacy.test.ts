/**
 * Everything is run, as it is built and shipped, under a watch: nothing reaches for a network, and no word of an encounter
 * file is in anything that was written, but where a person asked for it.
 */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { DAY, PLANTED, plantedBelow, plantedIn } from './planted';

const root = resolve(__dirname, '../..');
const WATCH = join(__dirname, 'watch.cjs');
const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-qq', 'true']).status === 0;

describe('what leaves the files', function () {
  this.timeout(180_000);
  let top: string;
  let clinic: string;
  let watched: string;
  let env: NodeJS.ProcessEnv;

  before(() => {
    top = mkdtempSync(join(tmpdir(), 'privacy-'));
    const build = [join(root, 'esbuild.mjs'), '--production', `--out=${join(top, 'dist')}`];
    const built = spawnSync(process.execPath, build, { cwd: root, encoding: 'utf8' });
    assert.equal(built.status, 0, built.stderr);
  });
  after(() => rmSync(top, { recursive: true, force: true }));
  beforeEach(() => {
    // All the places that a program may think of: its folder, the home, what is temporary, the caches.
    const run = mkdtempSync(join(top, 'run-'));
    clinic = join(run, 'clinic');
    watched = join(run, 'watched');
    for (const name of ['clinic', 'home', 'temporary', 'cache']) mkdirSync(join(run, name));
    writeFileSync(watched, '');
    writeFileSync(join(clinic, 'day.encounter'), DAY);
    writeFileSync(join(clinic, 'damaged.encounter'), Buffer.concat([Buffer.from(DAY), Buffer.from([0xff, 0, 0x80])]));
    env = {
      PATH: process.env.PATH,
      WATCH_FILE: watched,
      HOME: join(run, 'home'),
      TMPDIR: join(run, 'temporary'),
      XDG_CACHE_HOME: join(run, 'cache'),
      XDG_CONFIG_HOME: join(run, 'home'),
    };
  });

  /** Nothing but the encounter files holds a planted word, and nobody reached for a network. */
  function nothingLeft(): void {
    const run = resolve(clinic, '..');
    assert.deepEqual(
      plantedBelow(run, (path) => path.endsWith('.encounter')),
      [],
    );
    assert.equal(readFileSync(watched, 'utf8'), '', 'something reached for a network or another program');
    // Sockets between processes of this machine are no network.
    for (const name of readdirSync(run).filter((name) => name.startsWith('calls')))
      for (const call of readFileSync(join(run, name), 'utf8').split('\n'))
        if (/\b(socket|connect|bind|sendto|sendmsg)\(/.test(call))
          assert.match(call, /AF_UNIX|sendmsg\(\d+, \{msg_name=NULL|sendto\(\d+, .*NULL, 0\)/, call);
  }

  /** A program under the watch, and under that of the system's own calls where there is one. */
  function under(file: string, args: readonly string[]): [program: string, args: string[]] {
    const node = ['--require', WATCH, join(top, 'dist', file), ...args];
    if (!hasStrace) return [process.execPath, node];
    const calls = join(resolve(clinic, '..'), `calls-${Math.random().toString(36).slice(2)}`);
    return ['strace', ['-f', '-qq', '-e', 'trace=%network', '-o', calls, process.execPath, ...node]];
  }

  function command(...args: string[]) {
    const [program, all] = under('cli.js', args);
    const ended = spawnSync(program, all, { cwd: clinic, env, encoding: 'utf8' });
    assert.deepEqual(plantedIn(ended.stderr), [], `${args.join(' ')}: ${ended.stderr}`);
    return ended;
  }

  it('the watch sees who reaches for a network', () => {
    const script = `try { require('node:http').get('http://127.0.0.1:9') } catch {}; try { fetch('http://127.0.0.1:9') } catch {}`;
    spawnSync(process.execPath, ['--require', WATCH, '-e', script], { env });
    assert.equal(readFileSync(watched, 'utf8'), 'http.get\nfetch\n');
    assert.throws(nothingLeft);
  });

  it('the search sees planted words, in names and in either encoding', () => {
    const run = resolve(clinic, '..');
    writeFileSync(join(run, 'cache', 'quillfeather.tmp'), Buffer.from('x Oddfellow', 'utf16le'));
    assert.equal(plantedBelow(join(run, 'cache')).length, 2);
  });

  it('the command line: no network, and nothing beside what was asked for', () => {
    const today = ['--today', '2026-11-01'];
    for (const format of ['text', 'json', 'ndjson', 'sarif', 'github']) {
      const { status, stdout } = command('check', '--format', format, ...today, '.');
      assert.equal(status, 1, format);
      assert.ok(stdout.length > 200, `${format} says what is found`);
    }
    assert.equal(command('check', '--separate', ...today, '.').status, 1);
    assert.equal(command('check', '--write-baseline', 'known.json', ...today, '.').status, 0);
    assert.equal(command('check', '--baseline', 'known.json', ...today, '.').status, 0);
    const copy = readFileSync(join(clinic, 'day.encounter'), 'utf8');
    command('check', '--fix', ...today, 'day.encounter');
    assert.notEqual(readFileSync(join(clinic, 'day.encounter'), 'utf8'), copy, 'a safe fix was taken');
    command('check', '--fix', ...today, 'damaged.encounter');
    command('format', '.');
    command('explain', 'missing-59');
    command('explain', '97150');
    command('rules');
    command('--version');
    command('check', 'gone.encounter');
    command('check', '--no-such-option');
    assert.ok(statSync(join(clinic, 'known.json')).size > 100);
    nothingLeft();
  });

  it('the language server: no network, a silent log, and a cache without a word of a file', async () => {
    const storage = join(resolve(clinic, '..'), 'cache', 'encounter');
    const session = new Session(...under('server.js', ['--stdio']), clinic, env);
    await session.begin(storage);
    const uri = session.uri('day.encounter');
    session.open(uri, DAY);
    await session.askAll(uri);
    session.change(
      uri,
      2,
      `${DAY}\nencounter 2026-03-03 patient Quillfeather\n  09:00-09:40  97110\n  bill 97110 x9\n`,
    );
    await session.askAll(uri);
    await session.nonsense();
    await session.end();
    // Once more, from what was kept.
    const again = new Session(...under('server.js', ['--stdio']), clinic, env);
    await again.begin(storage);
    await again.askAll(uri);
    await again.end();
    for (const { said, errors } of [session, again]) {
      assert.deepEqual(plantedIn(said.join('\n')), [], said.join('\n'));
      assert.deepEqual(plantedIn(errors), [], errors);
    }
    nothingLeft();
    // What is kept is for its owner alone.
    if (existsSync(storage) && process.platform !== 'win32')
      for (const entry of readdirSync(storage, { withFileTypes: true, recursive: true })) {
        const { mode } = statSync(join(entry.parentPath, entry.name));
        assert.equal(mode & 0o077, 0, `${entry.name} is open to others`);
      }
  });

  for (const fault of ['uncaught', 'rejected'])
    it(`the language server, ended by a fault (${fault}): its last words are none of a file`, async () => {
      env.FAULT = fault;
      const session = new Session(...under('server.js', ['--stdio']), clinic, env);
      await session.begin(undefined).catch(() => {});
      await session.saysOrEnds();
      const words = session.errors + session.said.join('\n');
      assert.match(words, fault === 'uncaught' ? /The server ended by a fault\. TypeError/ : /could not be delivered/);
      assert.deepEqual(plantedIn(words), [], words);
      await session.end();
      nothingLeft();
    });
});

/** An editor's side: it has the clinic's folder open and keeps all that it is told to write into its log. */
class Session {
  readonly said: string[] = [];
  errors = '';
  private readonly child: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly over: Promise<void>;

  constructor(
    program: string,
    args: readonly string[],
    private readonly clinic: string,
    env: NodeJS.ProcessEnv,
  ) {
    this.child = spawn(program, args, { cwd: clinic, env, stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stderr!.on('data', (piece) => {
      this.errors += String(piece);
    });
    this.over = new Promise((done) => this.child.on('exit', () => done()));
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout!),
      new StreamMessageWriter(this.child.stdin!),
    );
    const note = ({ message }: { message: string }) => void this.said.push(message);
    this.connection.onNotification('window/logMessage', note);
    this.connection.onNotification('window/showMessage', note);
    this.connection.onNotification('$/logTrace', note);
    this.connection.onNotification(
      'telemetry/event',
      (event) => void this.said.push(`telemetry ${JSON.stringify(event)}`),
    );
    this.connection.onNotification('encounter/status', (status) => void this.said.push(JSON.stringify(status)));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.onError(() => {});
    this.child.stdin!.on('error', () => {});
    this.connection.listen();
  }

  uri(name: string): string {
    return pathToFileURL(join(this.clinic, name)).href;
  }

  async begin(storage: string | undefined): Promise<void> {
    const folder = pathToFileURL(this.clinic).href;
    const gone = this.over.then(() => {
      throw new Error(`it has ended: ${this.errors}`);
    });
    await Promise.race([
      gone,
      this.connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: folder,
        workspaceFolders: [{ uri: folder, name: 'clinic' }],
        trace: 'verbose',
        capabilities: {
          textDocument: {
            diagnostic: {},
            hover: { contentFormat: ['markdown'] },
            codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
          },
          workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
          window: { workDoneProgress: true },
        },
        initializationOptions: storage === undefined ? {} : { cacheFolder: storage, status: true },
      }),
    ]);
    gone.catch(() => {});
    void this.connection.sendNotification('initialized', {});
  }

  open(uri: string, text: string): void {
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'encounter', version: 1, text },
    });
  }

  change(uri: string, version: number, text: string): void {
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** All that an editor asks, at a few places; and the findings of the whole folder. */
  async askAll(uri: string): Promise<void> {
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const options = { tabSize: 2, insertSpaces: true };
    const ask = (method: string, params: object) => this.connection.sendRequest(method, params).catch(() => null);
    for (const method of ['diagnostic', 'documentSymbol', 'foldingRange', 'codeLens', 'documentLink'])
      await ask(`textDocument/${method}`, { textDocument });
    await ask('textDocument/inlayHint', { textDocument, range });
    await ask('textDocument/semanticTokens/range', { textDocument, range });
    await ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    await ask('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    await ask('textDocument/formatting', { textDocument, options });
    for (const [line, character] of [
      [6, 30],
      [9, 16],
      [10, 40],
      [11, 9],
      [16, 5],
    ]) {
      const position = { line, character };
      for (const method of ['hover', 'completion', 'definition', 'documentHighlight', 'prepareRename'])
        await ask(`textDocument/${method}`, { textDocument, position });
      await ask('textDocument/references', { textDocument, position, context: { includeDeclaration: true } });
      await ask('textDocument/rename', { textDocument, position, newName: 'Quillfeather' });
    }
    await ask('workspace/symbol', { query: PLANTED[0] });
    await ask('encounter/search', { words: PLANTED[1] });
    await ask('encounter/page', { kind: 'rule', id: PLANTED[2] });
    // The folder has been read when this is answered.
    await ask('workspace/diagnostic', { previousResultIds: [] });
  }

  /** What makes a server complain, with planted words in it. */
  async nonsense(): Promise<void> {
    for (const method of [
      'textDocument/hover',
      'textDocument/rename',
      'workspace/executeCommand',
      'encounter/page',
      'no/such',
    ])
      await this.connection
        .sendRequest(method, { textDocument: { uri: PLANTED[0] }, position: PLANTED[1] })
        .catch(() => null);
    const changes = [{ range: { start: PLANTED[0], end: null }, text: PLANTED[5] }, { text: 42 }];
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri('day.encounter'), version: 9 },
      contentChanges: changes,
    });
    void this.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { encounter: { config: PLANTED[0], maxFileSize: PLANTED[1], rules: { [PLANTED[2]]: PLANTED[3] } } },
    });
  }

  /** Waits until the server has said something in its log, or has ended. */
  async saysOrEnds(): Promise<void> {
    const heard = new Promise<void>((done) => {
      this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
        this.said.push(message);
        done();
      });
    });
    await Promise.race([heard, this.over]);
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null) {
      await Promise.race([this.connection.sendRequest('shutdown').catch(() => null), this.over]);
      void this.connection.sendNotification('exit').catch(() => {});
    }
    await this.over;
    this.connection.dispose();
  }
}
