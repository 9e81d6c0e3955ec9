/**
 * The checker alone, in one process that is warm: a text in, its findings out, every rule on, beside what the machine can do
 * with the same text. Ratios are taken within one round, since a machine's speed drifts.
 */

import { knownOf } from '../server/src/engine/known';
import { Workspace } from '../server/src/engine/workspace';
import { dayNumber, defaultSettings } from '../server/src/model/settings';
import { RULES } from '../server/src/rules/registry';
import { type ClinicOptions, clinic, type Place, written } from './clinic';
import { type Figure, finish, median, option, p95, quantile, Rounds } from './measure';

const ROUNDS = option('rounds', 5);
/** Rounds before the first that counts: the tables are built and the hot code is compiled by then. */
const BEFORE = 3;
const KEYS = 300;
const PATH = 'day.encounter';

/** What is in a file: right but for one encounter, as one is that was checked while it was typed; and worse. */
const KINDS: readonly (readonly [name: string, options: (count: number) => ClinicOptions])[] = [
  ['one thing wrong', (count) => ({ wrongEvery: count })],
  ['one wrong in ten', () => ({ wrongEvery: 10 })],
  ['every one wrong', () => ({ wrongEvery: 1 })],
];

function timed(run: () => void): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

let sink = 0;
function passOver(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  sink += sum;
}

function checked(text: string): Workspace {
  const workspace = new Workspace({ rules: RULES, settings: defaultSettings(dayNumber(new Date())) });
  workspace.setText(PATH, text);
  workspace.check();
  return workspace;
}

/** Batches of one size and kind. */
function batch(count: number, name: string, options: ClinicOptions): Figure[] {
  const encounters = clinic(count, options);
  const { text } = written(encounters);
  const json = JSON.stringify(encounters);
  const rounds = new Rounds();
  for (let round = -BEFORE; round < ROUNDS; round++) {
    const pass = timed(() => passOver(text));
    const parse = timed(() => {
      sink += (JSON.parse(json) as unknown[]).length;
    });
    let found = 0;
    const check = timed(() => {
      for (const _ of checked(text).findings(PATH)) found++;
    });
    if (found === 0) throw new Error('nothing was found');
    if (round < 0) continue;
    rounds.add('pass', pass);
    rounds.add('parse', parse);
    rounds.add('check', check);
  }
  const seen = rounds.median('check');
  const isTarget = options.wrongEvery === count;
  return [
    {
      what: `check, ${name}`,
      size: count,
      seen,
      unit: 'ms',
      against: { name: 'charCodeAt pass', seen: rounds.median('pass') },
      ratio: rounds.ratio('check', 'pass'),
      ...(isTarget && count >= 10_000 && { target: { ratio: 4 } }),
    },
    {
      what: `check, ${name}`,
      size: count,
      seen,
      unit: 'ms',
      against: { name: 'JSON.parse', seen: rounds.median('parse') },
      ratio: rounds.ratio('check', 'parse'),
      ...(isTarget && count >= 10_000 && { target: { ratio: 1 } }),
    },
  ];
}

/**
 * The least that a check of this design can take: each encounter read at a glance, with nothing kept of it; and found out
 * which other days its day is like. What is found in the others, days, groups and notes come on top.
 */
function floors(count: number): Figure[] {
  const { text } = written(clinic(count, { wrongEvery: count }));
  const settings = defaultSettings(dayNumber(new Date()));
  const workspace = new Workspace({ rules: RULES, settings });
  workspace.setText(PATH, text);
  workspace.check();
  const { glance, likenesses } = knownOf(settings, RULES);
  const { above } = workspace.files.get(PATH)!;
  const read = (isLike: boolean) => {
    glance.begin(text);
    let defaults = above.below;
    for (let at = above.text.length; at < text.length; at = glance.end) {
      if (!glance.read(at, defaults)) throw new Error('an encounter that is not for a glance');
      defaults = glance.below;
      if (isLike && likenesses.of(glance)) sink++;
    }
  };
  const rounds = new Rounds();
  for (let round = -BEFORE; round < ROUNDS; round++) {
    const pass = timed(() => passOver(text));
    const glances = timed(() => read(false));
    const likeness = timed(() => read(true));
    if (round < 0) continue;
    rounds.add('pass', pass);
    rounds.add('glances', glances);
    rounds.add('likeness', likeness);
  }
  return [
    ['glances', 'of this, reading each encounter at a glance, and keeping nothing'],
    ['likeness', 'and which days are alike'],
  ].map(([name, what]) => ({
    what: what!,
    size: count,
    seen: rounds.median(name!),
    unit: 'ms',
    against: { name: 'charCodeAt pass', seen: rounds.median('pass') },
    ratio: rounds.ratio(name!, 'pass'),
  }));
}

/** Keys at the units of encounters all over a file. */
function keys(count: number, options: ClinicOptions): Figure[] {
  const { text, places } = written(clinic(count, options));
  const live = checked(text);
  const times: number[] = [];
  for (let i = 0; i < KEYS; i++) {
    const { line, character, written: old } = (places[(i * 7919) % count] as Place).units;
    for (const [from, to] of [
      [old, '9'],
      ['9', old],
    ] as const) {
      const ms = timed(() => {
        live.edit(PATH, { start: { line, character }, end: { line, character: character + from.length }, newText: to });
        live.check();
      });
      if (i >= 20) times.push(ms);
    }
  }
  return [
    { what: 'a key and its check, median', size: count, seen: median(times) * 1000, unit: 'us' },
    { what: 'a key and its check, p95', size: count, seen: p95(times) * 1000, unit: 'us' },
    { what: 'a key and its check, p99', size: count, seen: quantile(times, 0.99) * 1000, unit: 'us' },
  ];
}

const figures: Figure[] = [];
for (const count of [1000, 10_000, 50_000])
  for (const [name, options] of KINDS) figures.push(...batch(count, name, options(count)));
for (const count of [10_000, 50_000]) figures.push(...floors(count));
for (const count of [100, 1000, 10_000, 50_000]) figures.push(...keys(count, { wrongEvery: count }));
if (sink === 0) throw new Error('nothing was read');
finish('in-process', ROUNDS, figures);
