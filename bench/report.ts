/**
 * Writes the tables of `bench/README.md` and the chart beside it from `bench/results/`: every number there was seen.
 *
 *     npm run bench -- report
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart } from './chart';
import { type Figure, met, type Result, ROOT, short } from './measure';

const RESULTS = join(ROOT, 'bench/results');
const README = join(ROOT, 'bench/README.md');

function resultsByName(): Map<string, Result> {
  const results = new Map<string, Result>();
  for (const name of existsSync(RESULTS) ? readdirSync(RESULTS) : []) {
    if (!name.endsWith('.json')) continue;
    const result = JSON.parse(readFileSync(join(RESULTS, name), 'utf8')) as Result;
    results.set(result.bench, result);
  }
  return results;
}

function table({ figures, ...run }: Result): string {
  const sizes = figures.some(({ size }) => size !== undefined);
  const head = ['what', ...(sizes ? ['encounters'] : []), 'seen', 'beside', 'ratio', 'wanted', ''];
  const rows = figures.map((figure) => {
    const { what, size, seen, unit, against, ratio } = figure;
    return [
      what,
      ...(sizes ? [size?.toLocaleString('en') ?? ''] : []),
      `${short(seen)} ${unit}`,
      against ? `${against.name} ${short(against.seen)}` : '',
      ratio === undefined ? '' : short(ratio),
      wanted(figure),
      { true: 'yes', false: '**no**', undefined: '' }[String(met(figure))]!,
    ];
  });
  const align = head.map((_, i) => (i === 0 || i >= head.length - 2 ? '---' : '---:'));
  return [
    `Seen on ${run.day}: ${run.machine}, Node ${run.node}, ${run.rounds} rounds; load of the machine meanwhile ${run.load}.`,
    '',
    ...[head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function wanted({ target, unit }: Figure): string {
  if (!target) return '';
  const { ratio, most, atLeast } = target;
  return [
    ...(ratio === undefined ? [] : [`≤ ${ratio} ×`]),
    ...(most === undefined ? [] : [`≤ ${most} ${unit}`]),
    ...(atLeast === undefined ? [] : [`≥ ${atLeast} ×`]),
  ].join(', ');
}

const results = resultsByName();
let text = readFileSync(README, 'utf8');
for (const [name, result] of results) {
  const stretch = new RegExp(`(<!-- results: ${name} -->\\n)[^]*?(<!-- end -->)`);
  if (!stretch.test(text)) console.log(`bench/README.md has no place for ${name}`);
  text = text.replace(stretch, (_, from: string, to: string) => `${from}\n${table(result)}\n\n${to}`);
}
writeFileSync(README, text);
writeFileSync(join(RESULTS, 'chart.svg'), chart(results));
console.log(`bench/README.md and bench/results/chart.svg from ${[...results.keys()].join(', ')}`);
