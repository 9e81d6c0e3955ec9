/**
 * The language server as an editor meets it: each time is that from a message's first byte sent to the last byte of the
 * answer, and each answer is looked at. Our server and one that keeps no text take turns, key by key.
 *
 *     npm run bench -- protocol [--rounds=5] [--keys=100] [--write]
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, ECHO, SERVER } from './build';
import { Client, type Findings, initialize } from './client';
import { clinic, type Encounter, linesOf, type Place, TOO_MANY, type Written, written } from './clinic';
import { at, Document, type Edit, type Expected, stretch } from './document';
import { type Figure, finish, option, p95, ROOT, Rounds, shuffled } from './measure';
import { measureMemory } from './memory';
import { TOUCHING, touching } from './touching';
import { measureViews, VIEWS } from './views';

const ROUNDS = option('rounds', 5);
const KEYS = option('keys', 100);
const WARM_UP = 20;
const SIZES = [100, 1000, 10_000, 50_000];
const LARGEST = 50_000;
/** Of these sizes another file is opened behind the first. */
const NEXT = [1000, 10_000];
/** Rounds that go on to 10,000 edits. */
const LONG_ROUNDS = 3;
const PLACES = ['first', 'middle', 'last'] as const;
const KINDS = ['in a line', 'new line', 'deleted line', 'pasted encounter'] as const;
/** What too many units may be called. */
const TOO_MANY_RULES = ['too-many-units', 'untimed-units', 'group-units', 'units-over-mue'];

const rounds = new Rounds();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Both servers with one text open. */
interface Pair {
  readonly ours: Document;
  readonly echo: Document;
  stop(): Promise<void>;
}

async function started(script: string, findings: Findings = 'asked', args: readonly string[] = []): Promise<Client> {
  const client = Client.start(script, ['--stdio', ...args]);
  await initialize(client, findings);
  // What is loaded once nobody waits is loaded by then, as it is when a person opens a file.
  await pause(300);
  return client;
}

/** @param openName the opening of both is taken down under this name. */
async function opened(text: string, openName?: string, findings: Findings = 'asked'): Promise<Pair> {
  const clients: Client[] = [];
  const open = async (script: string, name: string) => {
    const client = await started(script, findings);
    clients.push(client);
    const { document, answer } = await Document.open(client, text, findings);
    if (openName) rounds.add(`${openName} ${name}`, answer.ms);
    return document;
  };
  const byName = new Map<string, Document>();
  for (const name of shuffled(['ours', 'echo'])) byName.set(name, await open(name === 'ours' ? SERVER : ECHO, name));
  return {
    ours: byName.get('ours')!,
    echo: byName.get('echo')!,
    stop: async () => {
      for (const client of clients) await client.stop();
    },
  };
}

/** Another file of that size, in servers that have one open: what runs then has run before. */
async function openNext(pair: Pair, size: number): Promise<void> {
  const { text } = written(clinic(size + 1));
  for (const name of shuffled(['ours', 'echo'] as const)) {
    const { document, answer } = await Document.open(pair[name].client, text, 'asked', 'file:///bench/next.encounter');
    rounds.add(`${size} next ${name}`, answer.ms);
    document.close();
  }
}

/** Turns the units of an encounter's last line wrong and right again. */
function unitsEdit({ units }: Place, i: number): { edit: Edit; expected: Expected } {
  const wrong = i % 2 === 0;
  const from = at(units.line, units.character);
  return {
    edit: {
      range: stretch(from, at(units.line, units.character + 1)),
      text: wrong ? String(TOO_MANY) : units.written,
    },
    expected: { line: units.line, rules: TOO_MANY_RULES, found: wrong },
  };
}

/** Keys in both servers by turns; the p95 of each is taken down. */
async function keys(
  name: string,
  { ours, echo }: Pair,
  count: number,
  make: (i: number) => { edit: Edit; expected: Expected },
  which: (i: number) => string | undefined = () => '',
): Promise<void> {
  const times = new Map<string, number[]>();
  const note = (key: string, ms: number) => times.set(key, [...(times.get(key) ?? []), ms]);
  for (let i = 0; i < count + WARM_UP; i++) {
    const { edit, expected } = make(i);
    const kind = which(i);
    for (const server of shuffled(['ours', 'echo'] as const)) {
      const { ms } = server === 'ours' ? await ours.key(edit, expected) : await echo.key(edit);
      if (i >= WARM_UP && kind !== undefined) note(`${name}${kind} ${server}`, ms);
    }
  }
  for (const [key, values] of times) {
    rounds.add(`${key} p95`, p95(values));
    rounds.add(`${key} median`, values.sort((a, b) => a - b)[values.length >> 1]!);
  }
}

/** The kinds of edit whose cost must not hang on the size of the file. */
async function everyKind(size: number, pair: Pair, text: Written, encounters: readonly Encounter[]): Promise<void> {
  for (const where of PLACES) {
    const number = where === 'first' ? 0 : where === 'middle' ? size >> 1 : size - 1;
    const place = text.places[number]!;
    const name = (kind: string) => `${size} ${where} ${kind}`;
    await keys(name('in a line'), pair, KEYS, (i) => unitsEdit(place, i));

    // A claim line for care that nobody gave, below the last claim line; and gone again.
    const below = at(place.units.line + 1, 0);
    const line = (i: number): { edit: Edit; expected: Expected } => ({
      edit:
        i % 2 === 0
          ? { range: stretch(below, below), text: '  bill 97750-GP x1\n' }
          : { range: stretch(below, at(below.line + 1, 0)), text: '' },
      expected: { line: below.line, rules: ['billed-not-performed'], found: i % 2 === 0 },
    });
    await keys(name(''), pair, KEYS, line, (i) => (i % 2 === 0 ? 'new line' : 'deleted line'));

    const copy = { ...encounters[number]!, patient: 'PASTED', date: '2021-06-01' };
    const pasted = linesOf({ ...copy, lines: copy.lines.map((one) => ({ ...one, units: TOO_MANY })) });
    const above = at(place.line, 0);
    const firstBill = place.line + pasted.findIndex((one) => one.startsWith('  bill'));
    const paste = (i: number): { edit: Edit; expected: Expected } => ({
      edit:
        i % 2 === 0
          ? { range: stretch(above, above), text: `${pasted.join('\n')}\n` }
          : { range: stretch(above, at(place.line + pasted.length, 0)), text: '' },
      expected: { line: firstBill, rules: TOO_MANY_RULES, found: i % 2 === 0 },
    });
    await keys(name(''), pair, KEYS, paste, (i) => (i % 2 === 0 ? 'pasted encounter' : undefined));
  }
}

/**
 * Hover, at rest and while the key before is still being checked; and a key with the suggestions that it brings up. Beside
 * the echo a server that answers with the same hover and the same list, and has nothing to do for them.
 */
async function asking({ ours, echo }: Pair, text: string, place: Place): Promise<void> {
  const times = new Map<string, number[]>();
  const note = (name: string, ms: number) => times.set(name, [...(times.get(name) ?? []), ms]);
  const below = at(place.units.line + 1, 0);
  const start = at(below.line, 2);
  const end = at(below.line, 3);
  await ours.key({ range: stretch(below, below), text: '  \n' });
  const typed = { range: stretch(start, start), text: 'b' };
  const back = { range: stretch(start, end), text: '' };
  const about = { position: at(place.units.line, 8) };
  const file = join(ROOT, '.cache/bench/answers.json');
  const answers = {
    hover: (await ours.ask<unknown>('textDocument/hover', about)).result,
    completion: (await ours.ask<unknown>('textDocument/completion', { position: end }, typed)).result,
  };
  if (answers.hover === null) throw new Error('no hover');
  if (countOf(answers.completion) === 0) throw new Error('no suggestions');
  writeFileSync(file, JSON.stringify(answers));
  await ours.key(back);
  const client = await started(ECHO, 'asked', [`--answers=${file}`]);
  const { document: bytes } = await Document.open(client, text);
  for (const document of [echo, bytes]) await document.key({ range: stretch(below, below), text: '  \n' });

  const servers = { ours, echo, bytes };
  const turns = () => shuffled(['ours', 'echo', 'bytes'] as const);
  const hover = async (server: keyof typeof servers, i: number) => {
    const position = at(place.units.line, 8 + (i % 4));
    const { ms, result } = await servers[server].ask<unknown>('textDocument/hover', { position });
    if (server === 'ours' && result === null) throw new Error('no hover');
    return ms;
  };
  for (let i = 0; i < KEYS + WARM_UP; i++) {
    for (const server of turns()) {
      const ms = await hover(server, i);
      if (i >= WARM_UP) note(`hover ${server}`, ms);
    }
  }
  for (let i = 0; i < KEYS + WARM_UP; i++) {
    for (const server of turns()) {
      const position = i % 2 === 0 ? end : start;
      const edit = i % 2 === 0 ? typed : back;
      const list = await servers[server].ask<unknown>('textDocument/completion', { position }, edit);
      if (server === 'ours' && countOf(list.result) === 0) throw new Error('no suggestions');
      const ms = await hover(server, i);
      if (i < WARM_UP) continue;
      note(`hover behind a key ${server}`, ms);
      if (i % 2 === 0) note(`completion ${server}`, list.ms);
    }
  }
  for (const document of [ours, echo]) await document.key({ range: stretch(below, at(below.line + 1, 0)), text: '' });
  await client.stop();
  for (const [name, values] of times) rounds.add(name, p95(values));
}

function countOf(result: unknown): number {
  return Array.isArray(result) ? result.length : ((result as { items?: unknown[] } | null)?.items?.length ?? 0);
}

/** A text full of findings, beside a server that answers with the same findings and has nothing to do for it. */
async function openedFull(text: string): Promise<Pair> {
  const client = await started(SERVER);
  const { document: ours, answer } = await Document.open(client, text);
  const file = join(ROOT, '.cache/bench/items.json');
  writeFileSync(file, JSON.stringify(answer.items));
  const other = await started(ECHO, 'asked', [`--items=${file}`]);
  const { document: echo } = await Document.open(other, text);
  return {
    ours,
    echo,
    stop: async () => {
      for (const one of [client, other]) await one.stop();
    },
  };
}

async function round(number: number): Promise<void> {
  for (const size of shuffled(SIZES)) {
    const encounters = clinic(size);
    const text = written(encounters);
    const pair = await opened(text.text, `${size} open`);
    await keys(`${size} key`, pair, KEYS * 2, (i) => unitsEdit(text.places[size >> 1]!, i));
    if (NEXT.includes(size)) await openNext(pair, size);
    if (size === SIZES[0] || size === LARGEST) await everyKind(size, pair, text, encounters);
    if (size === LARGEST) {
      await asking(pair, text.text, text.places[size >> 1]!);
      await measureViews(
        rounds,
        pair.ours,
        text.places[size >> 1]!,
        (i) => unitsEdit(text.places[size >> 1]!, i),
        KEYS,
      );
      const anywhere = (i: number) => unitsEdit(text.places[((i >> 1) * 7919) % size]!, i);
      await measureMemory(rounds, pair.ours, anywhere, number < LONG_ROUNDS);
    }
    await pair.stop();
  }
  const text = written(clinic(LARGEST));
  const sent = await opened(text.text, undefined, 'sent');
  await keys('sent', sent, KEYS, (i) => unitsEdit(text.places[LARGEST >> 1]!, i));
  await sent.stop();

  for (const [name, wrongEvery] of [
    ['1,000 findings', 50],
    ['one in every encounter', 1],
  ] as const) {
    const dirty = await openedFull(written(clinic(LARGEST, { wrongEvery })).text);
    // Set right by the first key, wrong by the next; what is right stands in the file without findings.
    await keys(name, dirty, KEYS, (i) => unitsEdit(text.places[LARGEST >> 1]!, i + 1));
    await dirty.stop();
  }
  const { text: special, edits } = touching(10_000);
  const touched = await opened(special);
  for (const what of TOUCHING) await keys(what, touched, KEYS, edits[what]);
  await touched.stop();
}

function figures(): Figure[] {
  const all: Figure[] = [];
  const beside = (what: string, name: string, target: Figure['target'], size?: number, end = '', other = 'echo') =>
    all.push({
      what,
      ...(size === undefined ? {} : { size }),
      seen: rounds.median(`${name} ours${end}`),
      unit: 'ms',
      against: { name: other, seen: rounds.median(`${name} echo${end}`) },
      ratio: rounds.ratio(`${name} ours${end}`, `${name} echo${end}`),
      ...(target ? { target } : {}),
    });
  for (const size of SIZES) beside('key to findings, p95', `${size} key`, { ratio: 2.5, most: 1 }, size, ' p95');
  for (const size of SIZES) beside('key to findings, median', `${size} key`, undefined, size, ' median');
  beside('key to findings that are sent, p95', 'sent', { ratio: 2.5, most: 1 }, LARGEST, ' p95');
  for (const kind of KINDS)
    for (const where of PLACES) {
      const name = (size: number) => `${size} ${where} ${kind} ours p95`;
      all.push({
        what: `${kind}, ${where}: p95 at 50,000 over p95 at 100`,
        seen: rounds.median(name(LARGEST)),
        unit: 'ms',
        against: { name: 'at 100', seen: rounds.median(name(100)) },
        ratio: rounds.ratio(name(LARGEST), name(100)),
        target: { ratio: 1.5 },
      });
    }
  const sameBytes = 'the same bytes';
  beside('key with 1,000 findings in the file, p95', '1,000 findings', { most: 2 }, LARGEST, ' p95', sameBytes);
  beside(
    'key with a finding in every encounter, p95',
    'one in every encounter',
    { most: 3 },
    LARGEST,
    ' p95',
    sameBytes,
  );
  beside('key with 1,000 findings in the file, median', '1,000 findings', undefined, LARGEST, ' median', sameBytes);
  for (const what of TOUCHING) beside(`key that changes ${what}, p95`, what, { most: 5 }, undefined, ' p95');
  for (const [size, target] of [
    [1000, { most: 15 }],
    [10_000, { ratio: 4 }],
    [50_000, { ratio: 3 }],
  ] as const)
    beside('opening to first findings', `${size} open`, target, size);
  for (const size of NEXT) beside('opening another file behind it', `${size} next`, undefined, size);
  beside('hover, p95', 'hover', { ratio: 2 }, LARGEST);
  beside('hover while the key before it is checked, p95', 'hover behind a key', undefined, LARGEST);
  beside('key and suggestions, p95', 'completion', { ratio: 3 }, LARGEST);
  for (const [what, name] of [
    ['the same hover, with nothing to do for it, p95', 'hover'],
    ['the same suggestions, with nothing to do for them, p95', 'completion'],
  ] as const)
    all.push({
      what,
      size: LARGEST,
      seen: rounds.median(`${name} bytes`),
      unit: 'ms',
      against: { name: 'echo', seen: rounds.median(`${name} echo`) },
      ratio: rounds.ratio(`${name} bytes`, `${name} echo`),
    });
  for (const { name, most } of VIEWS)
    all.push({
      what: name,
      size: LARGEST,
      seen: rounds.median(name),
      unit: 'ms',
      ...(most ? { target: { most } } : {}),
    });
  all.push({
    what: 'memory, open and after 1,000 edits',
    size: LARGEST,
    seen: rounds.median('memory'),
    unit: 'MB',
    target: { most: 220 },
  });
  all.push({ what: 'memory at its highest', size: LARGEST, seen: rounds.median('memory peak'), unit: 'MB' });
  all.push({
    what: 'growth of memory over 10,000 edits',
    size: LARGEST,
    seen: rounds.median('memory growth'),
    unit: '%',
    target: { most: 5 },
  });
  return all;
}

async function main(): Promise<void> {
  await buildAll();
  for (let i = 0; i < ROUNDS; i++) {
    const from = performance.now();
    await round(i);
    console.error(`round ${i + 1} of ${ROUNDS}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
  }
  finish('protocol', ROUNDS, figures());
}

void main();
