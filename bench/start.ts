/**
 * The first moments: from the start of the process to the answer to `initialize`, beside an empty server on the same
 * library; then to the first findings, and what the first question of a kind costs over the next one.
 *
 *     npm run bench -- start [--rounds=20] [--write]
 */

import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll, EMPTY, SERVER } from './build';
import { CAPABILITIES, Client } from './client';
import { clinic, written } from './clinic';
import { type Figure, finish, option, Rounds, shuffled } from './measure';

const COUNT = option('rounds', 20);
const SIZE = 100;
const URI = 'file:///day.encounter';
const rounds = new Rounds();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const PARAMS = { processId: null, rootUri: null, capabilities: CAPABILITIES };

/** @returns the server, and the time from its start to the answer, in ms. */
async function start(script: string): Promise<{ client: Client; ms: number; from: number }> {
  const from = performance.now();
  const client = Client.start(script);
  const { bytes, answers } = client.request('initialize', PARAMS);
  const { frame } = await client.timed(bytes, answers);
  return { client, ms: frame.at - from, from };
}

async function round(text: string): Promise<void> {
  for (const name of shuffled(['ours', 'empty'])) {
    const { client, ms } = await start(name === 'ours' ? SERVER : EMPTY);
    rounds.add(`start ${name}`, ms);
    rounds.add(`processor ${name}`, client.processorTime() ?? Number.NaN);
    await client.stop();
  }
  const { client, from } = await start(SERVER);
  client.send(client.notification('initialized', {}));
  const textDocument = { uri: URI };
  client.send(
    client.notification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'encounter', version: 1, text },
    }),
  );
  const { bytes, answers } = client.request('textDocument/diagnostic', { textDocument });
  const { frame } = await client.timed(bytes, answers);
  rounds.add('first findings', frame.at - from);
  // What is loaded when nothing is typed for a second is there by then.
  await pause(1500);
  const line = text.split('\n').findIndex((one) => /^ {2}\d\d:\d\d-/.test(one));
  for (const [method, character] of [
    ['hover', 4],
    ['completion', 2],
  ] as const)
    for (const turn of ['first', 'next'])
      rounds.add(
        `${turn} ${method}`,
        (await client.ask(`textDocument/${method}`, { textDocument, position: { line, character } })).ms,
      );
  await client.stop();
}

function figures(): Figure[] {
  const dist = dirname(SERVER);
  const size = (file: string) => statSync(join(dist, file)).size / 1024 / 1024;
  const first = (method: string): Figure => ({
    what: `The first ${method}, 1.5 s after the first findings; beside the next`,
    seen: rounds.median(`first ${method}`),
    unit: 'ms',
    against: { name: 'next', seen: rounds.median(`next ${method}`) },
  });
  return [
    {
      what: 'From the start of the process to the answer to initialize',
      seen: rounds.median('start ours'),
      unit: 'ms',
      against: { name: 'empty server', seen: rounds.median('start empty') },
      ratio: rounds.ratio('start ours', 'start empty'),
      target: { ratio: 1.15 },
    },
    {
      what: 'The same in processor time, which other processes do not change',
      seen: rounds.median('processor ours'),
      unit: 'ms',
      against: { name: 'empty server', seen: rounds.median('processor empty') },
      ratio: rounds.ratio('processor ours', 'processor empty'),
      target: { ratio: 1.15 },
    },
    { what: 'To the first findings', size: SIZE, seen: rounds.median('first findings'), unit: 'ms' },
    first('hover'),
    first('completion'),
    {
      what: 'The server, read before initialize is answered',
      seen: size('server.js'),
      unit: 'MB',
      target: { most: 300 / 1024 },
    },
    { what: 'The checker, read after that', seen: size('checker.js') + size('core.js'), unit: 'MB' },
    { what: 'Features, read when nothing was typed for a second', seen: size('features.js'), unit: 'MB' },
  ];
}

async function main(): Promise<void> {
  await buildAll();
  const { text } = written(clinic(SIZE));
  // Once to have the files at hand, for both alike.
  for (const script of [SERVER, EMPTY]) await (await start(script)).client.stop();
  for (let i = 0; i < COUNT; i++) await round(text);
  finish('start', COUNT, figures());
}

void main();
