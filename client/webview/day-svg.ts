/** The day as a picture of its own: for paper and for files, in colours that need no editor around them. */

import * as l10n from '@vscode/l10n';
import type { DayBar, DayFinding, DayLane, DayView, Family, Span } from '../src/views/day-data';
import { frameOf } from './day-frame';
import {
  byWords,
  clock,
  codeWords,
  contactWords,
  daySentence,
  familyName,
  gapWords,
  giverName,
  longDate,
  minutes,
  moreWords,
  patientName,
  tiles,
  unitsNote,
  unitsOff,
  unitsWords,
  whenWords,
} from './day-words';

const ink = '#1f2328';
const dim = '#59636e';
const line = '#d1d9e0';
const red = '#c4180c';
const amber = '#9a6700';
const blue = '#0550ae';

/** Each with a texture of its own, so that a copy in black and white can be read. */
const families: Readonly<Record<Family, { readonly colour: string; readonly tint: string; readonly texture: string }>> =
  {
    timed: { colour: '#1a6fd4', tint: '#e3effc', texture: '' },
    group: { colour: '#652d90', tint: '#ece3f3', texture: '<circle cx="3" cy="3" r="1.2"/>' },
    attended: { colour: '#2f7d32', tint: '#e3f0e3', texture: '<path d="M0 1h6v1.600H0zM0 4.200h6v1.600H0z"/>' },
    supervised: {
      colour: '#2f7d32',
      tint: '#e3f0e3',
      texture: '<path d="M0 6 6 0M-1.500 1.500l3-3M4.500 7.500l3-3" stroke="#fff" stroke-width="1.600"/>',
    },
    evaluation: { colour: '#9a6700', tint: '#f6ecd2', texture: '<path d="M2.200 0h1.800v6H2.200z"/>' },
    untimed: {
      colour: '#a04100',
      tint: '#f9e8dc',
      texture: '<path d="M0 0l6 6M-1.500 4.500l3 3M4.500-1.500l3 3" stroke="#fff" stroke-width="1.200"/>',
    },
    unknown: { colour: '#59636e', tint: '#f1f3f5', texture: '<path d="M0 3.500h6V6H0z"/>' },
  };

const width = 1180;
const margin = 28;
const leftWidth = 132;
const rightWidth = 210;
const barHeight = 38;
const between = 4;
const pad = 7;
const top = 150;
const ownHeight = 36;

/** @param language of dates, as the editor has it. */
export function daySvg(day: DayView, language: string): string {
  const frame = frameOf(day) ?? { start: 8 * 60, end: 9 * 60 };
  const left = margin + leftWidth;
  const right = width - margin - rightWidth;
  const x = (minute: number) => left + ((minute - frame.start) / (frame.end - frame.start)) * (right - left);

  const rows: Row[] = [];
  let y = top + ownHeight;
  for (const lane of day.lanes) {
    const height = laneHeight(lane);
    rows.push({ lane, y, height });
    y += height;
  }
  const below = day.moreLanes > 0 ? 24 : 0;
  const bottom = y + below;
  const height = bottom + 56;
  const pieces = [
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    heading(day, language),
    grid(day, frame, x, bottom - below),
    own(day, x),
    ...joins(day, rows, x),
    ...rows.map((row) => laneOf(day, row, x, left, right)),
    day.moreLanes > 0 ? text(margin, y + 16, moreWords(day), { fill: dim }) : '',
    legend(day, bottom + 30),
  ];
  const title = `${giverName(day)}, ${longDate(day.date, language)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" lang="${escaped(language)}" font-family="'Segoe UI', 'Helvetica Neue', Arial, sans-serif" font-size="13" fill="${ink}">
<title id="title">${escaped(title)}</title>
<desc id="desc">${escaped(described(day, language))}</desc>
<defs>${textures()}</defs>
${pieces.filter((piece) => piece !== '').join('\n')}
</svg>
`;
}

type Across = (minute: number) => number;

interface Row {
  readonly lane: DayLane;
  readonly y: number;
  readonly height: number;
}

const looseHeight = 20;

function looseOf({ bars }: DayLane): DayBar[] {
  return bars.filter(({ span }) => !span);
}

function laneHeight(lane: DayLane): number {
  const clocked = lane.rows > 0 ? lane.rows * (barHeight + between) - between : 0;
  const loose = looseOf(lane).length * looseHeight;
  return Math.max(barHeight, clocked + loose) + 2 * pad;
}

/** Every session in words: what the picture shows to those who do not see it. */
function described(day: DayView, language: string): string {
  const patients = day.lanes.map((lane) => {
    const sessions = lane.bars.map((bar) =>
      [whenWords(bar), codeWords(bar), contactWords(bar), byWords(bar)].filter((part) => part !== '').join(' '),
    );
    return `${patientName(lane)}: ${sessions.join(', ')}; ${minutes(lane.figures.minutes)}, ${unitsWords(lane.figures)}`;
  });
  return [daySentence(day, language), ...patients].join('. ');
}

function heading(day: DayView, language: string): string {
  const pieces = [
    text(margin, 44, giverName(day), { 'font-size': 22, 'font-weight': 600 }),
    text(margin, 64, longDate(day.date, language), { fill: dim }),
  ];
  let at = margin;
  for (const { figure, caption, mark } of tiles(day)) {
    const colour = mark === 'error' ? red : mark === 'warning' ? amber : line;
    pieces.push(
      `<rect x="${at}" y="80" width="2" height="36" fill="${colour}"/>`,
      text(at + 10, 95, figure, { 'font-size': 16, 'font-weight': 600 }),
      text(at + 10, 112, caption, { fill: dim, 'font-size': 12 }),
    );
    at += 38 + Math.max(figure.length * 9, caption.length * 6.2);
  }
  return pieces.join('\n');
}

function grid(day: DayView, frame: Span, x: Across, bottom: number): string {
  const pieces: string[] = [];
  for (let at = frame.start; at <= frame.end; at += 30) {
    const isHour = at % 60 === 0;
    const anchor = at === frame.start ? 'start' : at === frame.end ? 'end' : 'middle';
    pieces.push(
      `<path d="M${round(x(at))} ${top}V${bottom}" stroke="${line}"${isHour ? '' : ' stroke-dasharray="1 3"'}/>`,
      text(x(at), top - 8, clock(at), { 'text-anchor': anchor, 'font-size': 12, fill: isHour ? ink : dim }),
    );
  }
  for (const { start, end } of day.clashes)
    pieces.push(
      `<rect x="${round(x(start))}" y="${top}" width="${round(x(end) - x(start))}" height="${bottom - top}" fill="${red}" opacity=".09"/>`,
    );
  const head = { 'font-size': 12, fill: dim };
  pieces.push(
    text(margin, top - 8, l10n.t('Patient'), head),
    ...columns.map(([name, at]) => text(width - margin - at, top - 8, name(), { ...head, 'text-anchor': 'end' })),
  );
  return pieces.join('\n');
}

const columns: readonly (readonly [name: () => string, fromRight: number])[] = [
  [() => l10n.t('Min'), 160],
  [() => l10n.t('Timed'), 104],
  [() => l10n.t('Units billed'), 0],
];

function own(day: DayView, x: Across): string {
  const y = top + 9;
  const box = ({ start, end }: Span, rest: string) =>
    `<rect x="${round(x(start))}" y="${y}" width="${round(x(end) - x(start))}" height="16" rx="3" ${rest}/>`;
  const name = (span: Span, words: string, colour: string) => {
    const room = x(span.end) - x(span.start);
    const said = room > words.length * 6 + 8 ? words : room > 14 ? String(span.end - span.start) : '';
    if (said === '') return '';
    const middle = (x(span.start) + x(span.end)) / 2;
    const half = said.length * 3.2 + 2;
    return (
      `<rect x="${round(middle - half)}" y="${y + 2}" width="${round(2 * half)}" height="12" fill="#fff"/>` +
      text(middle, y + 12, said, { 'font-size': 11, 'text-anchor': 'middle', fill: colour })
    );
  };
  return [
    text(margin, y + 13, l10n.t('Clinician'), { fill: dim }),
    ...day.busy.map((span) => box(span, 'fill="#c8ced5"')),
    ...day.gaps.map(
      (span) => box(span, `fill="none" stroke="${dim}" stroke-dasharray="3 2"`) + name(span, gapWords(span), dim),
    ),
    ...day.clashes.map(
      (span) =>
        box(span, `fill="url(#twice)" stroke="${red}" stroke-width="1.500"`) +
        name(span, minutes(span.end - span.start), red),
    ),
    text(width - margin - 160, y + 13, String(day.busy.reduce((sum, { start, end }) => sum + end - start, 0)), {
      'text-anchor': 'end',
    }),
  ].join('\n');
}

/** Between the bars of a group, from member to member. */
function joins({ groups }: DayView, rows: readonly Row[], x: Across): string[] {
  const pieces: string[] = [];
  for (const group of groups) {
    const members = rows.flatMap((row) =>
      row.lane.bars.filter(({ id, span }) => span && group.bars.includes(id)).map((bar) => ({ row, bar })),
    );
    for (let i = 1; i < members.length; i++) {
      const [one, two] = [members[i - 1]!, members[i]!];
      if (one.row === two.row) continue;
      const from = Math.max(one.bar.span!.start, two.bar.span!.start);
      const to = Math.max(from + 1, Math.min(one.bar.span!.end, two.bar.span!.end));
      const upper = barTop(one.row, one.bar) + barHeight;
      const lower = barTop(two.row, two.bar);
      const { colour } = families.group;
      pieces.push(
        `<rect x="${round(x(from))}" y="${upper}" width="${round(x(to) - x(from))}" height="${lower - upper}" fill="${colour}" fill-opacity=".14"/>`,
        `<path d="M${round(x(from))} ${upper}V${lower}M${round(x(to))} ${upper}V${lower}" stroke="${colour}" stroke-dasharray="3 2"/>`,
      );
    }
  }
  return pieces;
}

function barTop(row: Row, bar: DayBar): number {
  return row.y + pad + bar.row * (barHeight + between);
}

function laneOf(day: DayView, row: Row, x: Across, left: number, right: number): string {
  const { lane, y, height } = row;
  const { figures } = lane;
  const middle = y + height / 2;
  const found = lane.findings.map((index) => day.findings[index]!);
  const off = unitsOff(figures);
  const note = unitsNote(figures);
  const isOver = off > 0 ? { fill: red } : {};
  const edge = width - margin;
  const end = { 'text-anchor': 'end' };
  const name = cut(patientName(lane), 15);
  return [
    `<path d="M${margin} ${y}H${edge}" stroke="${line}"/>`,
    text(margin, middle + 4, name, { 'font-weight': 600 }),
    sign(found, margin + name.length * 8.2 + 8, middle - 7),
    ...lane.bars.filter(({ span }) => span).map((bar) => barOf(day, row, bar, x)),
    ...looseOf(lane).map((bar, index) => {
      const at = y + height - pad - (looseOf(lane).length - index) * looseHeight + 14;
      return text(left + 8, at, `${codeWords(bar)}  ${whenWords(bar)}`, { 'font-size': 12, fill: dim });
    }),
    lane.bars.length === 0 ? text(left + 8, middle + 4, l10n.t('no session yet'), { fill: dim }) : '',
    `<rect x="${right + 1}" y="${y + 1}" width="${edge - right}" height="${height - 2}" fill="#fff"/>`,
    text(edge - 160, middle + 4, String(figures.minutes), end),
    text(edge - 104, middle + 4, figures.timed === null ? '?' : String(figures.timed), end),
    text(edge, middle + (note === '' ? 4 : -3), unitsWords(figures), { ...end, 'font-weight': 600, ...isOver }),
    note === '' ? '' : text(edge, middle + 12, note, { ...end, 'font-size': 11, fill: off > 0 ? red : dim }),
  ]
    .filter((piece) => piece !== '')
    .join('\n');
}

function barOf(day: DayView, row: Row, bar: DayBar, x: Across): string {
  const { start, end } = bar.span!;
  const at = x(start) + 1;
  const room = Math.max(4, x(end) - x(start) - 2);
  const y = barTop(row, bar);
  const { colour, tint } = families[bar.family];
  const edge = bar.clashes.length > 0 ? red : colour;
  const found = bar.findings.map((index) => day.findings[index]!);
  const spine = room > 26 ? 6 : 3;
  const dashed = bar.by ? ' stroke-dasharray="4 2"' : '';
  const code = codeWords(bar);
  const below = byWords(bar) || contactWords(bar);
  const letters = Math.floor((room - spine - 10) / 6.2);
  return [
    `<rect x="${round(at)}" y="${y}" width="${round(room)}" height="${barHeight}" rx="5" fill="${bar.by ? '#fff' : tint}" stroke="${edge}"${dashed}/>`,
    `<rect x="${round(at)}" y="${y + 1}" width="${spine}" height="${barHeight - 2}" fill="${colour}"/>`,
    `<rect x="${round(at)}" y="${y + 1}" width="${spine}" height="${barHeight - 2}" fill="url(#${bar.family})"/>`,
    room >= 56
      ? text(at + spine + 5, y + 15, code, { 'font-size': 12, 'font-weight': 600 }) +
        text(at + spine + 5, y + 30, cut(below, letters), { 'font-size': 11 })
      : room >= 15
        ? `<text transform="translate(${round(at + spine + (room - spine) / 2 + 3.5)} ${y + barHeight / 2}) rotate(-90)" text-anchor="middle" font-size="10" font-weight="600">${escaped(code)}</text>`
        : '',
    ...bar.clashes.map(
      (clash) =>
        `<rect x="${round(x(clash.start))}" y="${y + barHeight - 9}" width="${round(x(clash.end) - x(clash.start))}" height="9" rx="2" fill="#fff"/>` +
        `<rect x="${round(x(clash.start))}" y="${y + barHeight - 9}" width="${round(x(clash.end) - x(clash.start))}" height="9" rx="2" fill="url(#twice)" stroke="${red}"/>`,
    ),
    sign(found, at + room - 8, y - 6),
  ]
    .filter((piece) => piece !== '')
    .join('\n');
}

/** The sign of the gravest finding. */
function sign(findings: readonly DayFinding[], x: number, y: number): string {
  const has = (severity: DayFinding['severity']) => findings.some((finding) => finding.severity === severity);
  const place = `<g transform="translate(${round(x)} ${round(y)}) scale(.875)" stroke-linecap="round" stroke-width="1.800" fill="none" stroke="#fff">`;
  if (has('error'))
    return `${place}<circle cx="8" cy="8" r="7.500" fill="${red}"/><path d="M5.200 5.200l5.600 5.600M10.800 5.200l-5.600 5.600"/></g>`;
  if (has('warning'))
    return `${place}<path d="M8 1 15.500 15H.500z" fill="${amber}"/><path d="M8 6v4M8 12.200v.300"/></g>`;
  if (has('info'))
    return `${place}<rect x="1" y="1" width="14" height="14" rx="2" fill="${blue}"/><path d="M8 7.200v4.400M8 4.300v.300"/></g>`;
  return '';
}

function textures(): string {
  const all = Object.entries(families).map(
    ([name, { texture }]) =>
      `<pattern id="${name}" width="6" height="6" patternUnits="userSpaceOnUse" fill="#fff">${texture}</pattern>`,
  );
  const twice = `<pattern id="twice" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 5 5 0M-1 1l2-2M4 6l2-2" stroke="${red}" stroke-width="1.600"/></pattern>`;
  return [...all, twice].join('');
}

function legend(day: DayView, y: number): string {
  const used = [...new Set(day.lanes.flatMap(({ bars }) => bars.map(({ family }) => family)))];
  let at = margin;
  const entries = used.map((family) => {
    const { colour, tint } = families[family];
    const words = familyName(family);
    const drawn =
      `<rect x="${at}" y="${y - 11}" width="20" height="13" rx="3" fill="${tint}" stroke="${colour}"/>` +
      `<rect x="${at}" y="${y - 10}" width="7" height="11" fill="${colour}"/><rect x="${at}" y="${y - 10}" width="7" height="11" fill="url(#${family})"/>` +
      text(at + 27, y, words, { 'font-size': 12, fill: dim });
    at += 50 + words.length * 6.4;
    return drawn;
  });
  if (day.clashes.length > 0)
    entries.push(
      `<rect x="${at}" y="${y - 11}" width="20" height="13" rx="3" fill="url(#twice)" stroke="${red}"/>`,
      text(at + 27, y, l10n.t('Overlap'), { 'font-size': 12, fill: dim }),
    );
  return entries.join('\n');
}

// ------------------------------------------------------------------------------------------------------ Small pieces

function text(x: number, y: number, words: string, attributes: Readonly<Record<string, string | number>> = {}): string {
  const rest = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<text x="${round(x)}" y="${round(y)}"${rest.join('')}>${escaped(words)}</text>`;
}

function cut(words: string, most: number): string {
  return words.length <= most ? words : most < 3 ? '' : `${words.slice(0, most - 1)}…`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** As XML wants it; characters that XML cannot hold become a mark for them. */
function escaped(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
