/**
 * The checker in one process: opening a file, one key, and a batch, beside what the machine can do with the same text.
 * `npm run bench` prints the table; ratios are taken within one round, since a machine's speed drifts.
 */

import { Workspace } from '../server/src/engine/workspace';
import { dayNumber, defaultSettings } from '../server/src/model/settings';
import { RULES } from '../server/src/rules/registry';
import { asJson, encounters, unitsPlace } from './days';

const ROUNDS = 5;
const KEYS = 300;

function timed<T>(run: () => T): [number, T] {
  const from = performance.now();
  const result = run();
  return [performance.now() - from, result];
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}

const newWorkspace = () => new Workspace({ rules: RULES, settings: defaultSettings(dayNumber(new Date())) });
const ms = (value: number) => value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 0);

function passOver(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

console.log(`node ${process.version}, every rule on, ${ROUNDS} rounds, medians\n`);
console.log('| encounters | MB | open and check, ms | x charCodeAt pass | x JSON.parse | a key, median ms | p95 ms |');
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const count of [100, 1000, 10000, 50000]) {
  const text = encounters(count);
  const json = asJson(text);
  const open: number[] = [];
  const overPass: number[] = [];
  const overJson: number[] = [];
  let live = newWorkspace();
  for (let round = 0; round < ROUNDS; round++) {
    const [pass] = timed(() => passOver(text));
    const [parse] = timed(() => JSON.parse(json));
    const [check] = timed(() => {
      live = newWorkspace();
      live.setText('day.encounter', text);
      live.check();
    });
    open.push(check);
    overPass.push(check / pass);
    overJson.push(check / parse);
  }
  const at = unitsPlace(count >> 1);
  const keys: number[] = [];
  for (let i = 0; i < KEYS; i++) {
    const edit = { start: at, end: { ...at, character: at.character + 1 }, newText: i % 2 === 0 ? '3' : '1' };
    const [key] = timed(() => {
      live.edit('day.encounter', edit);
      live.check();
    });
    if (i >= 20) keys.push(key);
  }
  console.log(
    `| ${count} | ${(text.length / 1e6).toFixed(2)} | ${ms(quantile(open, 0.5))} | ${quantile(overPass, 0.5).toFixed(1)} | ${quantile(overJson, 0.5).toFixed(1)} | ${ms(quantile(keys, 0.5))} | ${ms(quantile(keys, 0.95))} |`,
  );
}
console.log(`\nresident at the end: ${(process.memoryUsage().rss / 1048576).toFixed(0)} MB`);
