/** How cost grows with size, as one picture: three panels side by side, for light and dark pages. */

import { type Result, short } from './measure';

const WIDTH = 960;
const HEIGHT = 330;
const PANEL = 300;
const PLOT = { left: 44, top: 64, width: 236, height: 196 };

interface Curve {
  readonly name: string;
  readonly colour: 'ours' | 'other';
  /** Encounters and figures. */
  readonly points: readonly (readonly [number, number])[];
}

export function chart(results: ReadonlyMap<string, Result>): string {
  const protocol = results.get('protocol');
  const panels: string[] = [];
  if (protocol) {
    panels.push(
      curves('A key, until its findings are there', 'ms, p95; dashed: a server that keeps no text', [
        curve(protocol, 'key to findings, p95', 'ours'),
        beside(protocol, 'key to findings, p95'),
      ]),
      curves('Opening a file, until its findings are there', 'ms; dashed: the same server', [
        curve(protocol, 'opening to first findings', 'ours'),
        beside(protocol, 'opening to first findings'),
      ]),
    );
  }
  const peers = results.get('peers');
  if (peers) panels.push(bars(peers));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title">`,
    '<title id="title">How the cost of a key, of opening a file and of a whole check grows with the size of the file</title>',
    '<style>',
    'text { font: 12px system-ui, sans-serif; fill: #24292f } .head { font-size: 13px; font-weight: 600 } .small { fill: #57606a; font-size: 11px }',
    '.axis { stroke: #8c959f; stroke-width: 1 } .grid { stroke: #d0d7de; stroke-width: 1 } path { fill: none; stroke-width: 2.5 }',
    '.ours { stroke: #0b6b7c } .other { stroke: #57606a; stroke-dasharray: 5 4 } .dot { fill: #0b6b7c } .bar { fill: #8c959f } .bar.mine { fill: #0b6b7c }',
    '@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .small { fill: #9198a1 } .grid { stroke: #3d444d } .axis { stroke: #656c76 } .ours { stroke: #4cc2d4 } .other { stroke: #9198a1 } .dot, .bar.mine { fill: #4cc2d4 } .bar { fill: #656c76 } }',
    '</style>',
    ...panels.map((panel, i) => `<g transform="translate(${16 + i * (PANEL + 16)} 0)">\n${panel}\n</g>`),
    '</svg>',
    '',
  ].join('\n');
}

function curve({ figures }: Result, what: string, colour: Curve['colour']): Curve {
  const points = figures
    .filter((figure) => figure.what === what && figure.size !== undefined)
    .map(({ size, seen }) => [size!, seen] as const);
  return { name: what, colour, points: points.sort((a, b) => a[0] - b[0]) };
}

function beside({ figures }: Result, what: string): Curve {
  const points = figures
    .filter((figure) => figure.what === what && figure.size !== undefined && figure.against)
    .map(({ size, against }) => [size!, against!.seen] as const);
  return { name: 'beside', colour: 'other', points: points.sort((a, b) => a[0] - b[0]) };
}

/** Both axes by powers of ten. */
function curves(title: string, under: string, all: readonly Curve[]): string {
  const xs = all.flatMap(({ points }) => points.map(([x]) => x));
  const ys = all.flatMap(({ points }) => points.map(([, y]) => y));
  const low = 10 ** Math.floor(Math.log10(Math.min(...ys)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...ys)));
  const x = scale(Math.min(...xs), Math.max(...xs), PLOT.left, PLOT.left + PLOT.width);
  const y = scale(low, high, PLOT.top + PLOT.height, PLOT.top);
  const parts = heading(title, under);
  for (let value = low; value <= high * 1.001; value *= 10) {
    parts.push(
      `<line class="grid" x1="${PLOT.left}" x2="${PLOT.left + PLOT.width}" y1="${y(value)}" y2="${y(value)}"/>`,
      `<text class="small" x="${PLOT.left - 6}" y="${y(value) + 4}" text-anchor="end">${Number(value.toPrecision(1)).toLocaleString('en')}</text>`,
    );
  }
  for (const size of new Set(xs))
    parts.push(
      `<text class="small" x="${x(size)}" y="${PLOT.top + PLOT.height + 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
    );
  parts.push(
    `<text class="small" x="${PLOT.left + PLOT.width / 2}" y="${PLOT.top + PLOT.height + 36}" text-anchor="middle">encounters in the file</text>`,
  );
  for (const { colour, points } of all) {
    const line = points.map(([at, value], i) => `${i === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join(' ');
    parts.push(`<path class="${colour}" d="${line}"/>`);
    if (colour === 'other') continue;
    for (const [at, value] of points)
      parts.push(
        `<circle class="dot" cx="${x(at)}" cy="${y(value)}" r="3.5"/>`,
        `<text x="${x(at)}" y="${y(value) - 9}" text-anchor="middle">${short(value)}</text>`,
      );
  }
  return parts.join('\n');
}

/** Whole processes on the largest file. */
function bars({ figures }: Result): string {
  const size = Math.max(...figures.map((figure) => figure.size ?? 0));
  const rows = figures.filter((figure) => figure.size === size).sort((a, b) => a.seen - b.seen);
  const most = Math.max(...rows.map(({ seen }) => seen));
  const parts = heading(
    'Checking a file, from start to end',
    `ms for ${size.toLocaleString('en')} encounters; each in its own form`,
  );
  const step = PLOT.height / rows.length;
  rows.forEach(({ what, seen }, i) => {
    const name = what.split(',')[0]!;
    const top = PLOT.top + i * step;
    const length = Math.max(2, (seen / most) * (PANEL - 60));
    parts.push(
      `<text class="small" x="0" y="${top + 12}">${name}</text>`,
      `<rect class="bar${name === 'encounter' ? ' mine' : ''}" x="0" y="${top + 18}" width="${length}" height="12" rx="2"/>`,
      `<text x="${length + 6}" y="${top + 28.5}">${short(seen)}</text>`,
    );
  });
  return parts.join('\n');
}

function heading(title: string, under: string): string[] {
  return [`<text class="head" x="0" y="24">${title}</text>`, `<text class="small" x="0" y="42">${under}</text>`];
}

function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  const span = Math.log10(high) - Math.log10(low) || 1;
  return (value) => Math.round((from + ((Math.log10(value) - Math.log10(low)) / span) * (to - from)) * 10) / 10;
}
