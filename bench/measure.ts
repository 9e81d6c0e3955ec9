/** What every bench here needs: rounds in shuffled order, medians, and figures that are kept as they were seen. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

/** Where `npm run bench` is called: the project's root. */
export const ROOT = process.cwd();

export interface Figure {
  /** What was measured, in a few words. */
  readonly what: string;
  /** Encounters in the file, where it matters. */
  readonly size?: number;
  /** What was seen: the median of the rounds. */
  readonly seen: number;
  readonly unit: 'ms' | 'MB' | 'x' | '%' | 'us';
  /** The same of what it is measured against, and what that is. */
  readonly against?: { readonly name: string; readonly seen: number };
  /** Seen over that: the median of the ratios within each round. */
  readonly ratio?: number;
  /** What we want: at most this ratio, at most this figure; `atLeast`: the other way round. */
  readonly target?: { readonly ratio?: number; readonly most?: number; readonly atLeast?: number };
}

export interface Result {
  readonly bench: string;
  readonly day: string;
  readonly machine: string;
  readonly node: string;
  readonly rounds: number;
  /** Processes that wanted the machine meanwhile, on average. */
  readonly load: number;
  readonly figures: readonly Figure[];
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
export const p95 = (values: readonly number[]) => quantile(values, 0.95);

export function shuffled<T>(values: readonly T[]): T[] {
  const all = [...values];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

/** The figures of several rounds, by name. */
export class Rounds {
  private readonly seen = new Map<string, number[]>();

  add(name: string, value: number): void {
    const values = this.seen.get(name);
    if (values) values.push(value);
    else this.seen.set(name, [value]);
  }

  median(name: string): number {
    return median(this.seen.get(name) ?? [Number.NaN]);
  }

  /** The median of the ratios of two figures within each round. */
  ratio(name: string, other: string): number {
    const others = this.seen.get(other) ?? [];
    return median((this.seen.get(name) ?? []).map((value, round) => value / others[round]!));
  }
}

/** Whether a figure is what was wanted; nothing where nothing was. */
export function met({ seen, ratio, target }: Figure): boolean | undefined {
  if (!target) return undefined;
  const { ratio: mostRatio, most, atLeast } = target;
  return (
    (mostRatio === undefined || ratio! <= mostRatio) &&
    (most === undefined || seen <= most) &&
    (atLeast === undefined || ratio! >= atLeast)
  );
}

export function inWords(figure: Figure): string {
  const { what, size, seen, unit, against, ratio, target } = figure;
  const wanted = target
    ? `; wanted ${[
        target.ratio === undefined ? '' : `<= ${target.ratio} x`,
        target.most === undefined ? '' : `<= ${target.most} ${unit}`,
        target.atLeast === undefined ? '' : `>= ${target.atLeast} x`,
      ]
        .filter((word) => word !== '')
        .join(' and ')}: ${met(figure) ? 'met' : 'NOT MET'}`
    : '';
  const beside = against
    ? `, ${against.name} ${short(against.seen)}${ratio === undefined ? '' : `, ${short(ratio)} x`}`
    : '';
  return `${what}${size === undefined ? '' : ` at ${size.toLocaleString('en')}`}: ${short(seen)} ${unit}${beside}${wanted}`;
}

export const short = (value: number) =>
  Number.isNaN(value) ? '-' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** Prints the figures, and with `--write` keeps them in `bench/results/`. */
export function finish(bench: string, rounds: number, figures: readonly Figure[]): void {
  for (const figure of figures) console.log(inWords(figure));
  if (!process.argv.includes('--write')) return;
  const result: Result = {
    bench,
    day: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${cpus()[0]
      ?.model.replace(/\(R\)|CPU|@.*/g, '')
      .replace(/\s+/g, ' ')
      .trim()}, ${process.platform}`,
    node: process.versions.node,
    rounds,
    load: Number(loadavg()[1]!.toFixed(1)),
    figures: figures.map((figure) => JSON.parse(JSON.stringify(figure, rounded)) as Figure),
  };
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true });
  writeFileSync(join(ROOT, `bench/results/${bench}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}

/** `--NAME=VALUE` of the command line. */
export function option(name: string, otherwise: number): number {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.slice(name.length + 3));
}
