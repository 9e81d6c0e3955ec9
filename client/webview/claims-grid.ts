/**
 * The claim lines as a table of which only the rows in view are there: a folder may hold a hundred thousand. One row is
 * the current one; the arrows move it.
 */

import * as l10n from '@vscode/l10n';
import type { ClaimColumn, ClaimQuery, ClaimRow, ClaimScope } from '../src/views/claims-data';
import { findingsCell } from './claims-findings';
import { element } from './page';

/** Rows drawn above and below those in view, so that a turn of the wheel finds them there. */
const spare = 12;
/** Where the page cannot be measured. */
const usualRowHeight = 26;

export interface GridEvents {
  /** Rows that are in view and not there yet. */
  want(from: number, count: number): void;
  sort(column: ClaimColumn): void;
  /** The current row is another one, or holds another line. */
  current(row: ClaimRow | undefined): void;
  go(index: number, keepFocus: boolean): void;
}

export interface GridContent {
  readonly turn: number;
  readonly query: ClaimQuery;
  readonly shows: ClaimScope;
  readonly lines: number;
  readonly from: number;
  readonly rows: readonly ClaimRow[];
}

const columns: readonly ClaimColumn[] = [
  'place',
  'patient',
  'date',
  'code',
  'modifiers',
  'units',
  'payer',
  'clinician',
  'findings',
];

export class ClaimGrid {
  readonly element: HTMLElement;
  readonly #events: GridEvents;
  readonly #table: HTMLTableElement;
  readonly #head: HTMLTableSectionElement;
  readonly #body: HTMLTableSectionElement;
  readonly #above = element('tr', { class: 'space', 'aria-hidden': 'true' });
  readonly #below = element('tr', { class: 'space', 'aria-hidden': 'true' });
  readonly #drawn = new Map<number, HTMLTableRowElement>();
  readonly #rows = new Map<number, ClaimRow>();
  #content: GridContent | undefined;
  #current = 0;
  #rowHeight = usualRowHeight;
  #asked = '';
  /** The row with the focus was drawn anew while the focus was elsewhere in the editor, from where it is not taken. */
  #owesFocus = false;

  constructor(events: GridEvents) {
    this.#events = events;
    this.#head = element('thead');
    this.#body = element('tbody', {}, this.#above, this.#below);
    this.#table = element('table', { role: 'grid', 'aria-label': l10n.t('Claim lines') }, this.#head, this.#body);
    this.element = element('div', { class: 'scroll', tabindex: -1 }, this.#table);
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true });
    this.element.addEventListener('keydown', (event) => this.#press(event));
    addEventListener('focus', () => {
      if (this.#owesFocus && document.activeElement === document.body) this.#keepFocus();
      this.#owesFocus = false;
    });
    if (typeof ResizeObserver === 'function') new ResizeObserver(() => this.#draw()).observe(this.element);
  }

  show(content: GridContent): void {
    const before = this.#content;
    const isOther = before?.turn !== content.turn;
    const sameQuestion =
      before !== undefined && before.shows === content.shows && isSameQuery(before.query, content.query);
    if (isOther) {
      this.#rows.clear();
      this.#asked = '';
    }
    content.rows.forEach((row, i) => {
      this.#rows.set(content.from + i, row);
    });
    this.#content = content;
    if (!before || before.shows !== content.shows || !sameQuestion) this.#drawHead(content);
    if (!sameQuestion) {
      this.#current = 0;
      this.element.scrollTop = 0;
    }
    this.#current = Math.max(0, Math.min(this.#current, content.lines - 1));
    this.#table.setAttribute('aria-rowcount', String(content.lines + 1));
    this.#draw(isOther);
    if (isOther) this.#events.current(this.#rows.get(this.#current));
  }

  focus(): void {
    this.#moveTo(this.#current);
  }

  get current(): number {
    return this.#current;
  }

  // --------------------------------------------------------------------------------------------------------- Drawing

  #drawHead({ query, shows }: GridContent): void {
    const focused = this.#head.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.column
      : undefined;
    const cells = columns.map((column) => {
      const isSorted = query.sort === column;
      const direction = !isSorted ? 'none' : query.descending ? 'descending' : 'ascending';
      const arrow = isSorted ? (query.descending ? '▼' : '▲') : '';
      const button = element(
        'button',
        { type: 'button', 'data-column': column },
        element('span', {}, columnName(column, shows)),
        element('span', { class: 'arrow', 'aria-hidden': 'true' }, arrow),
      );
      button.addEventListener('click', () => this.#events.sort(column));
      return element('th', { scope: 'col', class: `of-${column}`, 'aria-sort': direction }, button);
    });
    this.#head.replaceChildren(element('tr', { 'aria-rowindex': 1 }, ...cells));
    if (focused && document.hasFocus()) this.#head.querySelector<HTMLElement>(`[data-column="${focused}"]`)?.focus();
    this.#table.classList.toggle('of-all-files', shows === 'all');
  }

  /** Draws the rows in view, keeps those that are there and still the same, and asks for what is missing. */
  #draw(anew = false): void {
    const content = this.#content;
    if (!content) return;
    const { first, last } = this.#inView(content.lines);
    const hadFocus = this.#body.contains(document.activeElement);
    const rows: HTMLTableRowElement[] = [];
    let missing = false;
    for (let index = first; index < last; index++) {
      const row = this.#rows.get(index);
      missing ||= row === undefined;
      let drawn = anew ? undefined : this.#drawn.get(index);
      if (!drawn || (row && drawn.classList.contains('waiting'))) {
        drawn = row ? this.#rowOf(row, index) : waitingRow(index);
        this.#drawn.get(index)?.replaceWith(drawn);
        this.#drawn.set(index, drawn);
      }
      rows.push(drawn);
    }
    for (const index of this.#drawn.keys()) if (index < first || index >= last) this.#drawn.delete(index);
    this.#above.style.height = `${first * this.#rowHeight}px`;
    this.#below.style.height = `${Math.max(0, content.lines - last) * this.#rowHeight}px`;
    const { scrollTop } = this.element;
    this.#body.replaceChildren(this.#above, ...rows, this.#below);
    // A body that is empty for a moment has nothing to scroll, and the place would be lost.
    if (this.element.scrollTop !== scrollTop) this.element.scrollTop = scrollTop;
    if (hadFocus && document.hasFocus()) this.#keepFocus();
    else this.#owesFocus ||= hadFocus;
    this.#measure();
    if (missing) this.#ask(first, last - first);
  }

  #inView(lines: number): { first: number; last: number } {
    const top = Math.floor(this.element.scrollTop / this.#rowHeight);
    const fits = Math.ceil((this.element.clientHeight || 600) / this.#rowHeight);
    const first = Math.max(0, Math.min(top - spare, lines - 1));
    return { first, last: Math.min(lines, top + fits + spare) };
  }

  /** Letters are as large as the person wants them: a row is measured once there is one. */
  #measure(): void {
    const row = this.#drawn.values().next().value;
    const height = row?.getBoundingClientRect().height ?? 0;
    if (height > 0 && Math.abs(height - this.#rowHeight) > 0.01) {
      this.#rowHeight = height;
      this.#draw();
    }
  }

  #ask(from: number, count: number): void {
    const question = `${this.#content?.turn} ${from} ${count}`;
    if (question === this.#asked) return;
    this.#asked = question;
    this.#events.want(from, count);
  }

  #rowOf(row: ClaimRow, index: number): HTMLTableRowElement {
    const { file, line, patient, date, code, label, modifiers, units, payer, clinician } = row;
    const place = this.#content?.shows === 'all' ? `${file}:${line + 1}` : String(line + 1);
    const isCurrent = index === this.#current;
    const cell = (column: ClaimColumn, text: string, title = text) =>
      element('td', { class: `of-${column}`, ...(title === '' ? {} : { title }) }, text);
    const drawn = element(
      'tr',
      { 'aria-rowindex': index + 2, tabindex: isCurrent ? 0 : -1, 'aria-selected': String(isCurrent) },
      cell('place', place),
      cell('patient', patient),
      cell('date', date),
      cell('code', code === '' ? l10n.t('not readable') : code, label),
      cell('modifiers', modifiers),
      cell('units', units === null ? '?' : String(units), units === null ? l10n.t('Cannot be read') : ''),
      cell('payer', payer),
      cell('clinician', clinician),
      findingsCell(row),
    );
    drawn.addEventListener('click', () => {
      this.#moveTo(index);
      this.#events.go(index, true);
    });
    drawn.addEventListener('dblclick', () => this.#events.go(index, false));
    return drawn;
  }

  // -------------------------------------------------------------------------------------------------------- Moving

  #press(event: KeyboardEvent): void {
    const content = this.#content;
    if (!content || content.lines === 0 || event.altKey || event.metaKey) return;
    const inRows = event.target === this.element || (event.target as Element).closest('tbody');
    if (!inRows) return;
    const pageful = Math.max(1, Math.floor(this.element.clientHeight / this.#rowHeight) - 2);
    const to: Partial<Record<string, number>> = {
      ArrowDown: this.#current + 1,
      ArrowUp: this.#current - 1,
      PageDown: this.#current + pageful,
      PageUp: this.#current - pageful,
      Home: 0,
      End: content.lines - 1,
    };
    const next = to[event.key];
    if (next !== undefined) this.#moveTo(next);
    else if (event.key === 'Enter') this.#events.go(this.#current, false);
    else if (event.key === ' ') this.#events.go(this.#current, true);
    else return;
    event.preventDefault();
  }

  #moveTo(index: number): void {
    const content = this.#content;
    if (!content || content.lines === 0) return;
    const before = this.#drawn.get(this.#current);
    before?.setAttribute('tabindex', '-1');
    before?.setAttribute('aria-selected', 'false');
    this.#current = Math.max(0, Math.min(index, content.lines - 1));
    this.#scrollTo(this.#current);
    this.#draw();
    this.#keepFocus();
    this.#events.current(this.#rows.get(this.#current));
  }

  #scrollTo(index: number): void {
    const top = index * this.#rowHeight;
    const room = this.element.clientHeight - this.#head.getBoundingClientRect().height;
    if (top < this.element.scrollTop) this.element.scrollTop = top;
    else if (top + this.#rowHeight > this.element.scrollTop + room)
      this.element.scrollTop = top + this.#rowHeight - room;
  }

  /** The focus goes to the current row; where that has been scrolled away, to what holds the rows, which hears the keys. */
  #keepFocus(): void {
    const row = this.#drawn.get(this.#current);
    row?.setAttribute('tabindex', '0');
    row?.setAttribute('aria-selected', 'true');
    (row ?? this.element).focus({ preventScroll: true });
  }
}

function isSameQuery(a: ClaimQuery, b: ClaimQuery): boolean {
  return a.sort === b.sort && a.descending === b.descending && a.text === b.text && a.finding === b.finding;
}

function waitingRow(index: number): HTMLTableRowElement {
  const empty = columns.map((column) => element('td', { class: `of-${column}` }, column === 'patient' ? '…' : ''));
  return element('tr', { 'aria-rowindex': index + 2, class: 'waiting', tabindex: -1 }, ...empty);
}

export function columnName(column: ClaimColumn, shows: ClaimScope): string {
  switch (column) {
    case 'place':
      return shows === 'all' ? l10n.t('File and line') : l10n.t('Line');
    case 'patient':
      return l10n.t('Patient');
    case 'date':
      return l10n.t('Date');
    case 'code':
      return l10n.t('Code');
    case 'modifiers':
      return l10n.t('Modifiers');
    case 'units':
      return l10n.t('Units');
    case 'payer':
      return l10n.t('Payer');
    case 'clinician':
      return l10n.t('Clinician');
    case 'findings':
      return l10n.t('Findings');
  }
}
