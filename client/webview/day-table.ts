/** The same day as tables: for those who would rather read it. */

import * as l10n from '@vscode/l10n';
import { type DayBar, type DayLane, type DayView, findingId } from '../src/views/day-data';
import { sign } from './day-chart';
import {
  byWords,
  clashWords,
  codeWords,
  contactWords,
  gapWords,
  patientName,
  severityWord,
  times,
  unitsNote,
  unitsWords,
  whenWords,
} from './day-words';
import { element } from './page';

export function tables(day: DayView): HTMLElement {
  return element('div', { class: 'tables' }, sessions(day), units(day), ...free(day));
}

function head(...names: string[]): HTMLElement {
  return element('thead', {}, element('tr', {}, ...names.map((name) => element('th', { scope: 'col' }, name))));
}

function sessions(day: DayView): HTMLElement {
  const rows = day.lanes.flatMap((lane) => lane.bars.map((bar) => sessionRow(day, lane, bar)));
  return element(
    'table',
    {},
    element('caption', {}, l10n.t('Sessions')),
    head(l10n.t('Patient'), l10n.t('Time'), l10n.t('Code'), l10n.t('How'), l10n.t('Min'), l10n.t('Findings')),
    element('tbody', {}, ...rows),
  );
}

function sessionRow(day: DayView, lane: DayLane, bar: DayBar): HTMLElement {
  const isLit = day.lit.includes(bar.id);
  const how = [contactWords(bar), byWords(bar), clashWords(bar)].filter((part) => part !== '').join(', ');
  return element(
    'tr',
    { class: isLit ? 'lit' : undefined, 'aria-current': isLit ? 'true' : undefined },
    element('th', { scope: 'row' }, patientName(lane)),
    element('td', {}, element('button', { type: 'button', class: 'link', 'data-id': bar.id }, whenWords(bar))),
    element('td', {}, codeWords(bar)),
    element('td', {}, how),
    element('td', { class: 'figure' }, bar.minutes === null ? '?' : String(bar.minutes)),
    element('td', {}, findings(day, bar.findings)),
  );
}

function units(day: DayView): HTMLElement {
  const rows = day.lanes.map((lane) => {
    const { figures } = lane;
    const seen = new Set(lane.bars.flatMap((bar) => bar.findings));
    const rest = lane.findings.filter((index) => !seen.has(index));
    return element(
      'tr',
      { class: lane.id === day.litLane ? 'lit' : undefined },
      element(
        'th',
        { scope: 'row' },
        element('button', { type: 'button', class: 'link', 'data-id': lane.id }, patientName(lane)),
      ),
      element('td', { class: 'figure' }, String(figures.minutes)),
      element('td', { class: 'figure' }, figures.timed === null ? '?' : String(figures.timed)),
      element('td', {}, [unitsWords(figures), unitsNote(figures)].filter((part) => part !== '').join(', ')),
      element('td', {}, findings(day, rest)),
    );
  });
  return element(
    'table',
    {},
    element('caption', {}, l10n.t('Minutes and units')),
    head(
      l10n.t('Patient'),
      l10n.t('Min'),
      l10n.t('Timed'),
      l10n.t('Timed units billed, of those supported'),
      l10n.t('Other findings'),
    ),
    element('tbody', {}, ...rows),
  );
}

function free({ gaps, clashes }: DayView): HTMLElement[] {
  const rows = [
    ...gaps.map((gap) => ({ span: gap, words: gapWords(gap) })),
    ...clashes.map((clash) => ({ span: clash, words: clashWords({ clashes: [clash] }) })),
  ].sort((a, b) => a.span.start - b.span.start);
  if (rows.length === 0) return [];
  return [
    element(
      'table',
      {},
      element('caption', {}, l10n.t('Gaps and overlaps')),
      head(l10n.t('Time'), l10n.t('What')),
      element(
        'tbody',
        {},
        ...rows.map(({ span, words }) =>
          element('tr', {}, element('th', { scope: 'row' }, times(span)), element('td', {}, words)),
        ),
      ),
    ),
  ];
}

/** Findings as links to their lines. */
export function findings(day: DayView, indexes: readonly number[]): HTMLElement | undefined {
  if (indexes.length === 0) return undefined;
  const items = indexes.map((index) => {
    const { severity, message } = day.findings[index]!;
    return element(
      'li',
      {},
      sign(severity),
      element(
        'button',
        { type: 'button', class: 'link', 'data-id': findingId(index) },
        element('span', { class: 'said-only' }, `${severityWord(severity)}: `),
        message,
      ),
    );
  });
  return element('ul', { class: 'findings' }, ...items);
}
