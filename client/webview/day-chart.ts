/** The picture: the clinician's own time, and a lane a patient below it. A grid to those who hear it. */

import * as l10n from '@vscode/l10n';
import type { DayBar, DayFinding, DayGroup, DayLane, DayView, Span } from '../src/views/day-data';
import { frameOf } from './day-frame';
import {
  barSentence,
  barSub,
  clashWords,
  clock,
  codeWords,
  duration,
  figuresSentence,
  findingsWords,
  gapWords,
  giverName,
  lengthOf,
  minutes,
  moreWords,
  patientName,
  patientWords,
  times,
  unitsNote,
  unitsOff,
  unitsWords,
} from './day-words';
import { element, setProperties } from './page';

/** Pixels a minute. The first fills the width that there is. */
export const zooms = [0, 1.5, 2.4, 3.6, 6, 10] as const;
export const usualZoom = 1;

/** The id of the clinician's own row, for the keyboard. */
export const ownRow = 'own';

export function chart(day: DayView, zoom: number): HTMLElement {
  const frame = frameOf(day);
  const plot = element('div', { class: 'plot' });
  const span = frame ? frame.end - frame.start : 0;
  setProperties(plot, {
    '--name': leftWidth(day),
    '--track': `${Math.round(span * (zooms[zoom] ?? 0))}px`,
  });
  plot.append(axis(frame));
  if (frame) plot.append(behind(day, frame), own(day, frame));
  const joins = joinsOf(day);
  for (const [index, lane] of day.lanes.entries()) plot.append(laneRow(day, lane, frame, joins[index]!));
  if (day.moreLanes > 0) plot.append(element('p', { class: 'more' }, moreWords(day)));
  return element(
    'div',
    {
      class: 'chart',
      role: 'grid',
      'aria-label': l10n.t('Sessions of the day, a row a patient'),
      'aria-readonly': true,
    },
    plot,
  );
}

/** Characters of the longest name, within bounds: a name that is longer is cut, and whole in the details. */
function leftWidth(day: DayView): number {
  const longest = Math.max(l10n.t('Clinician').length, ...day.lanes.map((lane) => patientName(lane).length));
  return Math.min(18, Math.max(7, longest + 2));
}

function place(target: HTMLElement, { start, end }: Span, frame: Span): HTMLElement {
  const length = frame.end - frame.start;
  setProperties(target, { '--at': (start - frame.start) / length, '--for': (end - start) / length });
  return target;
}

function axis(frame: Span | undefined): HTMLElement {
  const track = element(
    'div',
    { class: 'track', role: 'columnheader' },
    element('span', { class: 'said-only' }, l10n.t('Sessions')),
  );
  if (frame) {
    for (let at = frame.start; at <= frame.end; at += 30) {
      // Those beside the ends, which stand inside the picture, would run into them.
      if (frame.end - frame.start > 120 && at % 60 !== 0 && (at - frame.start === 30 || frame.end - at === 30))
        continue;
      const kind = at % 60 === 0 ? 'tick hour' : 'tick half';
      const edge = at === frame.start ? ' first' : at === frame.end ? ' last' : '';
      const tick = element('span', { class: kind + edge, 'aria-hidden': 'true' }, clock(at));
      track.append(place(tick, { start: at, end: at }, frame));
    }
  }
  return element(
    'div',
    { class: 'row axis', role: 'row' },
    element('div', { class: 'left', role: 'columnheader' }, l10n.t('Patient')),
    track,
    element(
      'div',
      { class: 'right' },
      element('span', { role: 'columnheader' }, l10n.t('Min')),
      element('span', { role: 'columnheader' }, l10n.t('Timed')),
      element('span', { role: 'columnheader' }, l10n.t('Units billed')),
    ),
  );
}

/** Lines at every half hour, and a column over all lanes where minutes are recorded twice. */
function behind(day: DayView, frame: Span): HTMLElement {
  const lines = element('div', { class: 'behind', 'aria-hidden': 'true' });
  for (let at = frame.start; at <= frame.end; at += 30) {
    const line = element('span', { class: at % 60 === 0 ? 'line hour' : 'line half' });
    lines.append(place(line, { start: at, end: at }, frame));
  }
  for (const clash of day.clashes) lines.append(place(element('span', { class: 'column' }), clash, frame));
  return lines;
}

function own(day: DayView, frame: Span): HTMLElement {
  const track = element('div', { class: 'track', 'aria-hidden': 'true' });
  for (const busy of day.busy) track.append(place(element('span', { class: 'busy' }), busy, frame));
  for (const gap of day.gaps) {
    const names = named(gapWords(gap), gap);
    track.append(
      place(element('span', { class: 'gap', title: `${times(gap)}: ${gapWords(gap)}` }, ...names), gap, frame),
    );
  }
  for (const clash of day.clashes) {
    const words = clashWords({ clashes: [clash] });
    const names = named(words, clash);
    track.append(
      place(element('span', { class: 'twice', title: `${times(clash)}: ${words}` }, ...names), clash, frame),
    );
  }
  const said = [
    giverName(day),
    l10n.t('{0} with patients', duration(lengthOf(day.busy))),
    ...day.gaps.map((gap) => `${times(gap)}: ${gapWords(gap)}`),
    ...day.clashes.map((clash) => `${times(clash)}: ${clashWords({ clashes: [clash] })}`),
  ];
  return element(
    'div',
    { class: 'row own', role: 'row' },
    element(
      'div',
      { class: 'left', role: 'rowheader', 'data-id': ownRow, tabindex: '-1', 'aria-label': said.join(', ') },
      element('span', { class: 'patient' }, l10n.t('Clinician')),
    ),
    track,
    element(
      'div',
      { class: 'right' },
      element('span', { class: 'figure', role: 'gridcell' }, String(lengthOf(day.busy))),
      element('span', { role: 'gridcell' }),
      element('span', { role: 'gridcell' }),
    ),
  );
}

/** Its name where there is room, else its minutes. */
function named(words: string, { start, end }: Span): HTMLElement[] {
  return [element('span', { class: 'name' }, words), element('span', { class: 'short' }, String(end - start))];
}

// -------------------------------------------------------------------------------------------------------- Groups

/** How a group passes through a lane: to its bar from above, on from it below, or by. */
interface Join extends Span {
  readonly group: DayGroup;
  readonly kind: 'above' | 'below' | 'by';
  readonly bar: DayBar | undefined;
}

function joinsOf({ groups, lanes }: DayView): Join[][] {
  const joins = lanes.map((): Join[] => []);
  for (const group of groups) {
    const members = lanes.flatMap(({ bars }, lane) =>
      bars.filter(({ id, span }) => span && group.bars.includes(id)).map((bar) => ({ bar, lane })),
    );
    for (let i = 1; i < members.length; i++) {
      const [one, two] = [members[i - 1]!, members[i]!];
      if (one.lane === two.lane) continue;
      const [a, b] = [one.bar.span!, two.bar.span!];
      const shared = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
      // Members that never met, but through a third: a thread at the later one's start.
      const along = shared.end > shared.start ? shared : { start: shared.start, end: shared.start + 1 };
      joins[one.lane]!.push({ ...along, group, kind: 'below', bar: one.bar });
      for (let lane = one.lane + 1; lane < two.lane; lane++)
        joins[lane]!.push({ ...along, group, kind: 'by', bar: undefined });
      joins[two.lane]!.push({ ...along, group, kind: 'above', bar: two.bar });
    }
  }
  return joins;
}

// ---------------------------------------------------------------------------------------------------------- Lanes

function laneRow(day: DayView, lane: DayLane, frame: Span | undefined, joins: readonly Join[]): HTMLElement {
  const { figures } = lane;
  const isLit = lane.id === day.litLane;
  const found = lane.findings.map((index) => day.findings[index]!);
  const track = element('div', { class: 'track' });
  setProperties(track, { '--rows': Math.max(1, lane.rows) });
  if (frame) {
    for (const join of joins) {
      const drawn = element('span', { class: `join ${join.kind}`, 'aria-hidden': 'true' });
      setProperties(drawn, { '--row': join.bar?.row ?? 0 });
      track.append(place(drawn, join, frame));
    }
    for (const bar of lane.bars) if (bar.span) track.append(place(barCell(day, lane, bar), bar.span, frame));
  }
  const loose = lane.bars.filter(({ span }) => !span);
  if (loose.length > 0)
    track.append(element('div', { class: 'loose' }, ...loose.map((bar) => barCell(day, lane, bar))));
  if (lane.bars.length === 0)
    track.append(element('span', { class: 'none', role: 'gridcell' }, l10n.t('no session yet')));

  const said = [patientWords(lane), figuresSentence(figures), findingsWords(found)].filter((part) => part !== '');
  const off = unitsOff(figures);
  const note = unitsNote(figures);
  return element(
    'div',
    { class: `row lane${isLit ? ' lit' : ''}${frame ? '' : ' untimed'}`, role: 'row' },
    element(
      'div',
      {
        class: 'left',
        role: 'rowheader',
        'data-id': lane.id,
        tabindex: '-1',
        'aria-label': said.join(', '),
        'aria-current': isLit ? 'true' : undefined,
      },
      element('span', { class: 'patient' }, patientName(lane), mark(found)),
      element('span', { class: 'brief' }, `${minutes(figures.minutes)} · ${unitsWords(figures)}`),
    ),
    track,
    element(
      'div',
      { class: 'right' },
      element('span', { class: 'figure', role: 'gridcell' }, String(figures.minutes)),
      element('span', { class: 'figure', role: 'gridcell' }, figures.timed === null ? '?' : String(figures.timed)),
      element(
        'span',
        { class: `figure units${off > 0 ? ' over' : off < 0 ? ' under' : ''}`, role: 'gridcell' },
        element('span', { class: 'of' }, unitsWords(figures)),
        note === '' ? undefined : element('span', { class: 'note' }, note),
      ),
    ),
  );
}

function barCell(day: DayView, lane: DayLane, bar: DayBar): HTMLElement {
  const isLit = day.lit.includes(bar.id);
  const found = bar.findings.map((index) => day.findings[index]!);
  const classes = ['bar', bar.family];
  if (isLit) classes.push('lit');
  if (bar.by) classes.push('other');
  if (bar.clashes.length > 0) classes.push('clash');
  const cell = element(
    'div',
    {
      class: classes.join(' '),
      role: 'gridcell',
      tabindex: '-1',
      'data-id': bar.id,
      'aria-label': `${barSentence(bar, day)}, ${patientWords(lane)}`,
      'aria-current': isLit ? 'true' : undefined,
      'aria-describedby': 'details',
    },
    element('span', { class: 'spine', 'aria-hidden': 'true' }),
    element(
      'span',
      { class: 'text' },
      element('span', { class: 'code' }, codeWords(bar)),
      ' ',
      element('span', { class: 'sub' }, barSub(bar)),
    ),
    ...bar.clashes.map((clash) => {
      const stripe = element('span', { class: 'stripe', 'aria-hidden': 'true' });
      return bar.span ? place(stripe, clash, bar.span) : stripe;
    }),
    mark(found),
  );
  setProperties(cell, { '--row': bar.row });
  return cell;
}

// ---------------------------------------------------------------------------------------------------------- Marks

const order: readonly DayFinding['severity'][] = ['error', 'warning', 'info'];

/** The sign of the gravest finding; none for hints. Each has a shape of its own. */
export function mark(findings: readonly DayFinding[]): Node | undefined {
  const gravest = order.find((severity) => findings.some((finding) => finding.severity === severity));
  return gravest && sign(gravest);
}

const outlines: Readonly<Record<DayFinding['severity'], string>> = {
  error: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
  warning: 'M8 1.200 15.400 14.600H.600z',
  info: 'M2.500 1h11A1.500 1.500 0 0 1 15 2.500v11a1.500 1.500 0 0 1-1.500 1.500h-11A1.500 1.500 0 0 1 1 13.500v-11A1.500 1.500 0 0 1 2.500 1z',
  hint: 'M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
};
const insides: Readonly<Record<DayFinding['severity'], string>> = {
  error: 'M5.200 5.200l5.600 5.600M10.800 5.200l-5.600 5.600',
  warning: 'M8 6v4M8 12.200v.300',
  info: 'M8 7.200v4.400M8 4.300v.300',
  hint: '',
};

export function sign(severity: DayFinding['severity']): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawn = document.createElementNS(space, 'svg');
  drawn.setAttribute('viewBox', '0 0 16 16');
  drawn.setAttribute('class', `sign ${severity}`);
  drawn.setAttribute('aria-hidden', 'true');
  for (const [name, path] of [
    ['outline', outlines[severity]],
    ['inside', insides[severity]],
  ] as const) {
    const piece = document.createElementNS(space, 'path');
    piece.setAttribute('class', name);
    piece.setAttribute('d', path);
    drawn.append(piece);
  }
  return drawn;
}
