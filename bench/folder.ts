/**
 * A workspace of 20,000 files: from the start of the server to all findings, cold (nothing is known of the files) and warm
 * (they are as they were when they were last checked), and what a key costs while they are read.
 */

import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { buildAll, SERVER } from './build';
import { clinic, linesOf } from './clinic';
import { type Figure, finish, option, p95, Rounds } from './measure';

const FILES = option('files', 20_000);
const ROUNDS = option('rounds', 5);
/** Encounters of a file, a part of one clinician's day, and every so many files one that bills too much. */
const PER_FILE = 4;
const WRONG_EVERY = 50;
const KEYS_IDLE = 300;
/** Files that are changed between two starts. */
const CHANGED = 20;

interface Started {
  readonly connection: MessageConnection;
  /** From the start of the process to all findings, in ms. */
  readonly ready: Promise<number>;
  end(): Promise<void>;
}

/** A server with the folder open. Its findings are sent to it, so that all of them are there when the last one is. */
async function start(folder: string, cache: string, wanted: number): Promise<Started> {
  const from = performance.now();
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const found = new Set<string>();
  const ready = new Promise<number>((resolve) => {
    let isRead = false;
    const look = () => {
      if (isRead && found.size === wanted) resolve(performance.now() - from);
    };
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      if (uri.endsWith('typed.encounter')) {
        typed?.();
        return;
      }
      if (diagnostics.length > 0) found.add(uri);
      look();
    });
    connection.onNotification('encounter/folder', ({ state }) => {
      isRead = state === 'read';
      look();
    });
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    // As every editor of today: it tells of changes on the disk, so that nobody looks for them.
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'clinic' }],
    initializationOptions: { status: true, cacheFolder: cache },
  });
  void connection.sendNotification('initialized', {});
  return {
    connection,
    ready,
    async end() {
      await connection.sendRequest('shutdown');
      void connection.sendNotification('exit');
      await new Promise((resolve) => child.on('exit', resolve));
      connection.dispose();
    },
  };
}

let typed: (() => void) | undefined;

/** Types in a file of its own, key after key, until told to stop. @returns how long each took to its findings, in ms. */
async function type({ connection }: Started, folder: string, until: () => boolean): Promise<number[]> {
  const uri = pathToFileURL(join(folder, 'typed.encounter')).href;
  const lines = linesOf(clinic(1)[0]!);
  const line = lines.findIndex((one) => / x\d+$/.test(one));
  const character = lines[line]!.length - 1;
  const said = () => new Promise<void>((resolve) => (typed = resolve));
  const opened = said();
  void connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'encounter', version: 0, text: lines.join('\n') },
  });
  await opened;
  const times: number[] = [];
  for (let version = 1; !until(); version++) {
    const answered = said();
    const from = performance.now();
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: { start: { line, character }, end: { line, character: character + 1 } },
          text: version % 2 === 1 ? '9' : '1',
        },
      ],
    });
    await answered;
    times.push(performance.now() - from);
    // As fast as nobody types: a key every 20 ms.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}

/** The files of a clinic, a folder a month, last changed a day ago. */
function makeFolder(folder: string): void {
  const encounters = clinic(FILES * PER_FILE, { wrongEvery: PER_FILE * WRONG_EVERY });
  const time = Date.now() / 1000 - 86_400;
  for (let file = 0; file < FILES; file++) {
    const month = join(folder, encounters[file * PER_FILE]!.date.slice(0, 7));
    mkdirSync(month, { recursive: true });
    const path = join(month, `${file}.encounter`);
    const blocks = encounters.slice(file * PER_FILE, (file + 1) * PER_FILE).flatMap((one) => {
      const [header, ...rest] = linesOf(one);
      return [header, `  clinician "${one.clinician}"`, ...rest];
    });
    writeFileSync(path, `discipline PT\n\n${blocks.join('\n')}`);
    utimesSync(path, time, time);
  }
}

async function main(): Promise<void> {
  await buildAll();
  const top = mkdtempSync(join(tmpdir(), 'bench-folder-'));
  try {
    const folder = join(top, 'clinic');
    const cache = join(top, 'cache');
    makeFolder(folder);
    const wanted = await count(folder);
    console.log(`${FILES} files of ${PER_FILE} encounters; ${wanted} have findings`);
    const rounds = new Rounds();
    for (let round = 0; round < ROUNDS; round++) {
      rmSync(cache, { recursive: true, force: true });
      const cold = await start(folder, cache, wanted);
      rounds.add('cold', await cold.ready);
      await kept(cache);
      await cold.end();
      const warm = await start(folder, cache, wanted);
      rounds.add('warm', await warm.ready);
      rounds.add('idle', p95(await typeFor(warm, folder, KEYS_IDLE)));
      await warm.end();
      rounds.add('looking', await lookAtAll(folder));
      change(folder, round);
      const changed = await start(folder, cache, wanted);
      rounds.add('changed', await changed.ready);
      await changed.end();
      rmSync(cache, { recursive: true, force: true });
      const busy = await start(folder, cache, wanted);
      let isReady = false;
      void busy.ready.then(() => {
        isReady = true;
      });
      rounds.add('busy', p95((await type(busy, folder, () => isReady)).slice(5)));
      await busy.end();
    }
    const figures: Figure[] = [
      { what: `cold start to all findings, ${FILES} files`, seen: rounds.median('cold'), unit: 'ms' },
      {
        what: `warm start to all findings, ${FILES} files`,
        seen: rounds.median('warm'),
        unit: 'ms',
        against: { name: 'cold', seen: rounds.median('cold') },
        ratio: rounds.ratio('warm', 'cold'),
        target: { ratio: 0.1 },
      },
      {
        what: `the same, ${CHANGED} of the files changed`,
        seen: rounds.median('changed'),
        unit: 'ms',
        against: { name: 'cold', seen: rounds.median('cold') },
        ratio: rounds.ratio('changed', 'cold'),
      },
      {
        what: 'a process that only looks at sizes and times of all files',
        seen: rounds.median('looking'),
        unit: 'ms',
        against: { name: 'cold', seen: rounds.median('cold') },
        ratio: rounds.ratio('looking', 'cold'),
      },
      {
        what: 'a key while the folder is read, p95',
        seen: rounds.median('busy'),
        unit: 'ms',
        against: { name: 'idle', seen: rounds.median('idle') },
        ratio: rounds.ratio('busy', 'idle'),
      },
    ];
    finish('folder', ROUNDS, figures);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** The least that a start can take: a process, and one look at each file. In ms. */
async function lookAtAll(folder: string): Promise<number> {
  const script = `const { lstatSync, readdirSync } = require('node:fs');
    for (const month of readdirSync('.')) for (const file of readdirSync(month)) lstatSync(month + '/' + file);`;
  const from = performance.now();
  const child = spawn(process.execPath, ['-e', script], { cwd: folder, stdio: 'inherit' });
  await new Promise((resolve) => child.on('exit', resolve));
  return performance.now() - from;
}

/** Changes a few files, all over the folder: a remark at their end, which changes nothing that is found. */
function change(folder: string, round: number): void {
  const paths = readdirSync(folder).flatMap((month) =>
    readdirSync(join(folder, month)).map((name) => join(folder, month, name)),
  );
  for (let i = 0; i < CHANGED; i++) {
    const path = paths[Math.floor((paths.length * i) / CHANGED)]!;
    writeFileSync(path, `${readFileSync(path, 'utf8')}# seen\n`);
    const time = Date.now() / 1000 - 3600 + round;
    utimesSync(path, time, time);
  }
}

/** What is known of the folder is kept a little after it was read. */
async function kept(cache: string): Promise<void> {
  const isKept = () => existsSync(cache) && readdirSync(cache).some((name) => name.endsWith('.folder'));
  while (!isKept()) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function typeFor(server: Started, folder: string, keys: number): Promise<number[]> {
  let left = keys;
  return type(server, folder, () => left-- <= 0);
}

/** How many files the server says something of, once all are read. */
async function count(folder: string): Promise<number> {
  const found = new Set<string>();
  const server = await start(folder, '', -1);
  const done = new Promise<void>((resolve) => {
    server.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      if (diagnostics.length > 0) found.add(uri);
    });
    server.connection.onNotification('encounter/folder', ({ state }) => {
      if (state === 'read') setTimeout(resolve, 3000);
    });
  });
  await done;
  await server.end();
  return found.size;
}

void main();
