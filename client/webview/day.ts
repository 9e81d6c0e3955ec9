/** The page of the day view: draws what it is sent, and says what is asked of it. */

import './day.css';
import './day-chart.css';
import './day-bars.css';
import './day-below.css';
import './day-fit.css';
import * as l10n from '@vscode/l10n';
import {
  type DayBar,
  type DayLane,
  type DayOrigin,
  type DayView,
  type FromDayPage,
  readToDayPage,
  type ToDayPage,
} from '../src/views/day-data';
import { chart, ownRow, usualZoom, zooms } from './day-chart';
import { frameOf } from './day-frame';
import { cellAfter, makeTabStop } from './day-keys';
import { daySvg } from './day-svg';
import { findings, tables } from './day-table';
import {
  barDetail,
  codeWords,
  daySentence,
  duration,
  familyName,
  figuresSentence,
  gapWords,
  giverName,
  isoDate,
  lengthOf,
  longDate,
  noTimesWords,
  nothingWords,
  patientWords,
  tiles,
  times,
  whenWords,
} from './day-words';
import { element, pageLine, viewElement } from './page';

/** What the page keeps while it is not seen; nothing of a file but its address. */
interface Kept extends Partial<DayOrigin> {
  readonly zoom?: number;
  readonly asTable?: boolean;
}

const line = pageLine<ToDayPage, FromDayPage>(readToDayPage);
const language = document.documentElement.lang;
const view = viewElement();
/** Says what came on the screen, to those who hear the page. */
const status = element('p', { class: 'said-only', role: 'status' });
const body = element('div', { class: 'body' });
view.append(status, body);

let shown: DayView | undefined;
let turn = 0;
let kept: Kept = readKept(line.kept);
/** What the mouse is on, and what has the focus. */
let pointed: string | undefined;
let focused: string | undefined;

line.start((message) => {
  switch (message.kind) {
    case 'day':
      turn = message.turn;
      keep({ uri: message.origin.uri, line: message.origin.line });
      draw(message.day);
      return;
    case 'none': {
      shown = undefined;
      const { title, advice } = nothingWords(message.why);
      body.replaceChildren(empty(title, advice));
      say(title);
      return;
    }
    case 'focus':
      currentCell()?.focus();
      return;
    case 'draw':
      savePicture();
  }
});

function readKept(state: unknown): Kept {
  return typeof state === 'object' && state !== null ? (state as Kept) : {};
}

function keep(more: Kept): void {
  kept = { ...kept, ...more };
  line.keep(kept);
}

function say(words: string): void {
  if (status.textContent !== words) status.textContent = words;
}

// -------------------------------------------------------------------------------------------------------- Drawing

function draw(day: DayView): void {
  const before = shown;
  shown = day;
  const hadFocus = document.activeElement?.closest<HTMLElement>('[data-id], [data-tool]');
  const focusedTool = hadFocus?.dataset.tool;
  const focusedCell = hadFocus?.dataset.id;
  const scroller = body.querySelector('.scroller');
  const scrolled = scroller ? { left: scroller.scrollLeft, top: scroller.scrollTop } : undefined;
  const isSame = before?.giver === day.giver && before?.date === day.date;
  if (!isSame) say(daySentence(day, language));

  body.replaceChildren(header(day), content(day), details(), legend(day));
  if (scrolled && isSame) body.querySelector('.scroller')?.scrollTo({ ...scrolled, behavior: 'instant' });
  const stop = cell(focusedCell) ?? currentCell();
  const grid = body.querySelector<HTMLElement>('[role=grid]');
  if (grid) makeTabStop(grid, stop);
  if (focusedTool) body.querySelector<HTMLElement>(`[data-tool="${focusedTool}"]`)?.focus();
  else if (focusedCell) stop?.focus();
  else showLit(before);
  drawDetails();
}

/** Brings the cursor's session into view, where the cursor has moved. */
function showLit(before: DayView | undefined): void {
  if (!shown || (before && before.lit.join() === shown.lit.join() && before.litLane === shown.litLane)) return;
  currentCell()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function cell(id: string | undefined): HTMLElement | undefined {
  if (id === undefined) return undefined;
  return body.querySelector<HTMLElement>(`.scroller [data-id="${CSS.escape(id)}"]`) ?? undefined;
}

/** The cell of the cursor's session, else of its patient, else the first. */
function currentCell(): HTMLElement | undefined {
  return (
    cell(shown?.lit[0]) ??
    cell(shown?.litLane ?? undefined) ??
    body.querySelector<HTMLElement>('.scroller [data-id]') ??
    undefined
  );
}

function header(day: DayView): HTMLElement {
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'title' },
      element('h1', {}, giverName(day)),
      element('p', {}, element('time', { datetime: isoDate(day.date) }, longDate(day.date, language))),
    ),
    tools(),
    element(
      'dl',
      { class: 'tiles' },
      ...tiles(day).map(({ figure, caption, mark }) =>
        element(
          'div',
          { class: mark ? `tile ${mark}` : 'tile' },
          element('dt', {}, caption),
          element('dd', {}, figure),
        ),
      ),
    ),
  );
}

function tools(): HTMLElement {
  const zoom = kept.zoom ?? usualZoom;
  const isTable = kept.asTable === true;
  const button = (tool: string, words: string, label: string, more: Record<string, boolean | string> = {}) =>
    element(
      'button',
      { type: 'button', 'data-tool': tool, ...(label === words ? {} : { 'aria-label': label, title: label }), ...more },
      words,
    );
  return element(
    'div',
    { class: 'tools' },
    ...(isTable
      ? []
      : [
          button('smaller', '−', l10n.t('Smaller'), { disabled: zoom === 0 }),
          button('larger', '+', l10n.t('Larger'), { disabled: zoom === zooms.length - 1 }),
        ]),
    button('table', l10n.t('Table'), l10n.t('Table'), { 'aria-pressed': String(isTable) }),
    button('choose', l10n.t('Another day…'), l10n.t('Another day…')),
    button('save', l10n.t('Save picture…'), l10n.t('Save picture…')),
  );
}

function content(day: DayView): HTMLElement {
  const scroller = element('div', { class: 'scroller' });
  if (kept.asTable) {
    scroller.append(tables(day));
    scroller.tabIndex = 0;
    scroller.setAttribute('role', 'region');
    scroller.setAttribute('aria-label', l10n.t('The day as tables'));
    return scroller;
  }
  if (!frameOf(day)) {
    const { title, advice } = noTimesWords();
    scroller.append(empty(title, advice));
  }
  scroller.append(chart(day, kept.zoom ?? usualZoom));
  return scroller;
}

function empty(title: string, advice: string): HTMLElement {
  return element('div', { class: 'empty' }, element('h2', {}, title), element('p', {}, advice));
}

function legend(day: DayView): HTMLElement {
  const families = [...new Set(day.lanes.flatMap(({ bars }) => bars.map(({ family }) => family)))];
  const entry = (kind: string, words: string) =>
    element('li', {}, element('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }), words);
  return element(
    'ul',
    { class: 'legend', 'aria-label': l10n.t('What the signs mean') },
    ...families.map((family) => entry(`bar ${family}`, familyName(family))),
    day.clashes.length > 0 ? entry('twice', l10n.t('Overlap')) : undefined,
    day.gaps.length > 0 ? entry('gap', l10n.t('Free')) : undefined,
  );
}

// -------------------------------------------------------------------------------------------------------- Details

function details(): HTMLElement {
  return element('section', { class: 'details', id: 'details', 'aria-label': l10n.t('Details') });
}

/** What is shown of: where the mouse is, else the focus, else the cursor. */
function drawDetails(): void {
  const place = document.getElementById('details');
  if (!place || !shown) return;
  const wanted = [pointed, focused, shown.lit[0], shown.litLane ?? undefined];
  const id = wanted.find((one) => one === ownRow || find(one) !== undefined);
  const found = find(id);
  place.replaceChildren(
    ...(id === ownRow ? ownDetails(shown) : !found ? [] : 'bar' in found ? barDetails(found) : laneDetails(found.lane)),
  );
}

function find(id: string | undefined): { lane: DayLane; bar: DayBar } | { lane: DayLane } | undefined {
  for (const lane of shown?.lanes ?? []) {
    if (lane.id === id) return { lane };
    const bar = lane.bars.find((one) => one.id === id);
    if (bar) return { lane, bar };
  }
  return undefined;
}

function barDetails({ lane, bar }: { lane: DayLane; bar: DayBar }): (HTMLElement | string)[] {
  return [
    element(
      'p',
      { class: 'what' },
      element('b', {}, `${whenWords(bar)}  ${codeWords(bar)}`),
      bar.label === '' ? '' : ` ${bar.label}`,
    ),
    element('p', { class: 'dim' }, `${patientWords(lane)} · ${barDetail(bar, shown!)}`),
    findings(shown!, bar.findings) ?? '',
  ];
}

function laneDetails(lane: DayLane): (HTMLElement | string)[] {
  return [
    element('p', { class: 'what' }, element('b', {}, patientWords(lane))),
    element('p', { class: 'dim' }, figuresSentence(lane.figures)),
    findings(shown!, lane.findings) ?? '',
  ];
}

function ownDetails(day: DayView): HTMLElement[] {
  const gaps = day.gaps.map((gap) => `${times(gap)} ${gapWords(gap)}`).join(' · ');
  return [
    element(
      'p',
      { class: 'what' },
      element('b', {}, giverName(day)),
      ` ${l10n.t('{0} with patients', duration(lengthOf(day.busy)))}`,
    ),
    element('p', { class: 'dim' }, gaps),
  ];
}

// --------------------------------------------------------------------------------------------------- What is done

function go(id: string, keepFocus: boolean): void {
  if (id !== ownRow) line.say({ kind: 'go', turn, id, keepFocus });
}

function savePicture(): void {
  if (shown) line.say({ kind: 'picture', date: shown.date, svg: daySvg(shown, language) });
}

function setZoom(zoom: number): void {
  keep({ zoom: Math.max(0, Math.min(zooms.length - 1, zoom)) });
  if (shown) draw(shown);
}

function use(tool: string): void {
  const zoom = kept.zoom ?? usualZoom;
  if (tool === 'smaller') setZoom(zoom - 1);
  else if (tool === 'larger') setZoom(zoom + 1);
  else if (tool === 'choose') line.say({ kind: 'choose' });
  else if (tool === 'save') savePicture();
  else {
    keep({ asTable: !kept.asTable });
    if (shown) draw(shown);
  }
}

function targetOf(event: Event): HTMLElement | undefined {
  return event.target instanceof Element
    ? (event.target.closest<HTMLElement>('[data-id], [data-tool]') ?? undefined)
    : undefined;
}

body.addEventListener('click', (event) => {
  const { tool, id } = targetOf(event)?.dataset ?? {};
  if (tool !== undefined) use(tool);
  else if (id !== undefined) go(id, false);
});

body.addEventListener('pointerover', (event) => {
  const target = targetOf(event);
  // The way from a session to its details leads over others: they stay while the mouse is in them.
  if (event.target instanceof Element && event.target.closest('.details')) return;
  const id = target?.closest('.scroller') ? target.dataset.id : undefined;
  if (id === pointed) return;
  pointed = id;
  drawDetails();
});

body.addEventListener('focusin', (event) => {
  const target = targetOf(event);
  const grid = target?.closest<HTMLElement>('[role=grid]');
  if (!grid) return;
  focused = target!.dataset.id;
  pointed = undefined;
  makeTabStop(grid, target);
  drawDetails();
});

body.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget instanceof Element && relatedTarget.closest('.details, [role=grid]')) return;
  focused = undefined;
});

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (altKey) return;
  const target = targetOf(event);
  const grid = target?.closest<HTMLElement>('[role=grid]');
  if (key === 'Escape') line.say({ kind: 'back' });
  else if (grid && target && (key === 'Enter' || key === ' ')) go(target.dataset.id ?? '', key === ' ');
  else if (grid && target && !metaKey) {
    const next = cellAfter(grid, target, key, ctrlKey);
    if (next) next.focus();
    else if (!ctrlKey && (key === '+' || key === '=')) use('larger');
    else if (!ctrlKey && key === '-') use('smaller');
    else if (!/^(Arrow|Home|End)/.test(key)) return;
  } else return;
  event.preventDefault();
});
