/**
 * The claim lines as a table of which only the rows in view are there: a folder may hold a hundred thousand. One row is
 * the current one; the arrows move it.
 */

import * as l10n from '@vscode/l10n';
import {
  type ClaimColumn,
  type ClaimQuery,
  type ClaimScope,
  claimColumns,
  type ShownClaim,
} from '../src/views/claims-data';
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
  current(row: ShownClaim | undefined): void;
  go(index: number, keepFocus: boolean): void;
}

export interface GridContent {
  readonly turn: number;
  readonly query: ClaimQuery;
  readonly shows: ClaimScope;
  readonly lines: number;
  readonly from: number;
  readonly rows: readonly ShownClaim[];
}

export class ClaimGrid {
  readonly element: HTMLElement;
  readonly #events: GridEvents;
  readonly #table: HTMLTableElement;
  readonly #head: HTMLTableSectionElement;
  readonly #body: HTMLTableSectionElement;
  readonly #above = element('tr', { class: 'space', 'aria-hidden': 'true' });
  readonly #below = element('tr', { class: 'space', 'aria-hidden': 'true' });
  /** The rows that are there, by their place in the table; they stand in that order, without a gap. */
  readonly #drawn = new Map<number, DrawnRow>();
  readonly #rows = new Map<number, ShownClaim>();
  #content: GridContent | undefined;
  #current = 0;
  #rowHeight = usualRowHeight;
  #asked = '';

  constructor(events: GridEvents) {
    this.#events = events;
    this.#head = element('thead');
    this.#body = element('tbody', {}, this.#above, this.#below);
    this.#table = element('table', { role: 'grid', 'aria-label': l10n.t('Claim lines') }, this.#head, this.#body);
    this.element = element('div', { class: 'scroll', tabindex: -1 }, this.#table);
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true });
    this.element.addEventListener('keydown', (event) => this.#press(event));
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
    this.#draw();
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
    const cells = claimColumns.map((column) => {
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

  /**
   * Draws the rows in view and asks for what is missing. A row that is there stays there, with the focus that it may
   * have; what it holds is drawn anew where it is something else.
   */
  #draw(): void {
    const content = this.#content;
    if (!content) return;
    const { first, last } = this.#inView(content.lines);
    const hadFocus = this.#body.contains(document.activeElement);
    for (const [index, { element: drawn }] of this.#drawn) {
      if (index >= first && index < last) continue;
      drawn.remove();
      this.#drawn.delete(index);
    }
    let next = this.#above.nextSibling;
    let missing = false;
    for (let index = first; index < last; index++) {
      let drawn = this.#drawn.get(index);
      if (!drawn) {
        drawn = { element: this.#rowAt(index), shown: undefined };
        this.#drawn.set(index, drawn);
        this.#body.insertBefore(drawn.element, next);
      }
      next = drawn.element.nextSibling;
      const row = this.#rows.get(index);
      missing ||= row === undefined;
      fill(drawn, row, content.shows);
      setCurrent(drawn, index === this.#current);
    }
    this.#above.style.height = `${first * this.#rowHeight}px`;
    this.#below.style.height = `${Math.max(0, content.lines - last) * this.#rowHeight}px`;
    // The focus is not taken from the text beside the page.
    if (hadFocus && document.hasFocus()) this.#keepFocus();
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
    const drawn = this.#drawn.values().next().value;
    const height = drawn?.element.getBoundingClientRect().height ?? 0;
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

  #rowAt(index: number): HTMLTableRowElement {
    const row = element('tr', { 'aria-rowindex': index + 2 });
    row.addEventListener('click', () => {
      this.#moveTo(index);
      this.#events.go(index, true);
    });
    row.addEventListener('dblclick', () => this.#events.go(index, false));
    return row;
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
    (this.#drawn.get(this.#current)?.element ?? this.element).focus({ preventScroll: true });
  }
}

/** A row of the page, and what it holds as one text. */
interface DrawnRow {
  readonly element: HTMLTableRowElement;
  shown: string | undefined;
}

/** Puts a line into a row, or that it is still to come. */
function fill(drawn: DrawnRow, row: ShownClaim | undefined, shows: ClaimScope): void {
  const shown = row ? JSON.stringify([shows, row]) : '';
  if (shown === drawn.shown) return;
  drawn.shown = shown;
  drawn.element.classList.toggle('waiting', row === undefined);
  drawn.element.replaceChildren(...(row ? cellsOf(row, shows) : waitingCells()));
}

function setCurrent({ element: row }: DrawnRow, isCurrent: boolean): void {
  row.setAttribute('tabindex', isCurrent ? '0' : '-1');
  row.setAttribute('aria-selected', String(isCurrent));
}

function cellsOf(claim: ShownClaim, shows: ClaimScope): HTMLTableCellElement[] {
  const { file, line, patient, date, code, label, modifiers, units, payer, clinician } = claim;
  const cell = (column: ClaimColumn, text: string, title = text) =>
    element('td', { class: `of-${column}`, ...(title === '' ? {} : { title }) }, text);
  return [
    cell('place', shows === 'all' ? `${file}:${line + 1}` : String(line + 1)),
    cell('patient', patient),
    cell('date', date),
    cell('code', code === '' ? l10n.t('not readable') : code, label),
    cell('modifiers', modifiers),
    cell('units', units === null ? '?' : String(units), units === null ? l10n.t('Cannot be read') : ''),
    cell('payer', payer),
    cell('clinician', clinician),
    findingsCell(claim),
  ];
}

function waitingCells(): HTMLTableCellElement[] {
  return claimColumns.map((column) => element('td', { class: `of-${column}` }, column === 'patient' ? '…' : ''));
}

function isSameQuery(a: ClaimQuery, b: ClaimQuery): boolean {
  return a.sort === b.sort && a.descending === b.descending && a.text === b.text && a.finding === b.finding;
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
