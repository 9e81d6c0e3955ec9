/** What stands above the claim table: whose lines, what they come to, the filter, and the codes one by one. */

import * as l10n from '@vscode/l10n';
import type { ClaimQuery, ClaimScope, ClaimSums, ClaimsResult } from '../src/views/claims-data';
import { type Kind, mark } from './claims-findings';
import { element } from './page';

/** So long the keys rest before what was typed is looked for. */
const restMs = 200;

export interface TopEvents {
  show(shows: ClaimScope): void;
  filter(filter: Pick<ClaimQuery, 'text' | 'finding'>): void;
  save(): void;
}

export class ClaimTop {
  readonly element: HTMLElement;
  readonly #events: TopEvents;
  readonly #scopes: Readonly<Record<ClaimScope, HTMLInputElement>>;
  readonly #name = element('span', { class: 'name' });
  readonly #save = element('button', { type: 'button', class: 'action' });
  readonly #sums = element('ul', { class: 'sums', 'aria-label': l10n.t('What the lines come to') });
  readonly #aside = element('p', { class: 'dim' });
  readonly #missing = element('p', { class: 'missing' });
  readonly #text = element('input', {
    type: 'search',
    id: 'text',
    placeholder: l10n.t('Patient, code, payer, date'),
    maxlength: 200,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #finding = element('select', { id: 'finding' });
  readonly #left = element('span', { class: 'left' });
  readonly #codes = element('details', { class: 'codes' });
  #rest: ReturnType<typeof setTimeout> | undefined;
  #filled = false;

  constructor(events: TopEvents) {
    this.#events = events;
    this.#scopes = { file: this.#scope('file'), all: this.#scope('all') };
    this.#save.addEventListener('click', () => events.save());
    this.#text.addEventListener('input', () => {
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => this.#filter(), restMs);
    });
    this.#text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.#filter();
      if (event.key !== 'Escape' || this.#text.value === '') return;
      this.#text.value = '';
      this.#filter();
      event.stopPropagation();
    });
    this.#finding.addEventListener('change', () => this.#filter());
    const label = (input: HTMLInputElement, words: string) => element('label', {}, input, element('span', {}, words));
    this.element = element(
      'header',
      {},
      element(
        'div',
        { class: 'bar' },
        element('h1', {}, l10n.t('Claim lines'), this.#name),
        element(
          'fieldset',
          { class: 'scopes' },
          element('legend', { class: 'said-only' }, l10n.t('Lines of')),
          label(this.#scopes.file, l10n.t('This file')),
          label(this.#scopes.all, l10n.t('All files')),
        ),
        this.#save,
      ),
      this.#sums,
      this.#missing,
      this.#aside,
      element(
        'div',
        { class: 'bar filter', role: 'search' },
        element('label', { for: 'text' }, l10n.t('Find')),
        this.#text,
        element('label', { for: 'finding' }, l10n.t('Findings')),
        this.#finding,
        this.#left,
      ),
      this.#codes,
    );
  }

  show(page: ClaimsResult, query: ClaimQuery, shows: ClaimScope, name: string): void {
    const { sums, scope } = page;
    // What a person types stands; only a page that begins anew is filled.
    if (!this.#filled) this.#text.value = query.text;
    this.#filled = true;
    this.#scopes[shows].checked = true;
    this.#name.textContent = shows === 'file' ? name : filesWords(scope.files);
    this.#save.textContent = l10n.t('Save {0} as CSV', linesWords(sums.lines));
    this.#save.disabled = sums.lines === 0;
    this.#sums.replaceChildren(...sumTiles(sums));
    this.#aside.textContent = asideWords(page);
    this.#aside.hidden = this.#aside.textContent === '';
    this.#missing.textContent = missingWords(scope);
    this.#missing.hidden = this.#missing.textContent === '';
    this.#fillFindings(page, query.finding);
    const isFiltered = query.text.trim() !== '' || query.finding !== '';
    this.#left.textContent = isFiltered ? l10n.t('{0} of {1}', figure(sums.lines), linesWords(scope.all)) : '';
    this.#drawCodes(sums);
  }

  /** Takes every filter back. */
  clear(): void {
    this.#text.value = '';
    this.#finding.value = '';
    this.#filter();
    this.#text.focus();
  }

  #scope(shows: ClaimScope): HTMLInputElement {
    const input = element('input', { type: 'radio', name: 'shows', value: shows });
    input.addEventListener('change', () => this.#events.show(shows));
    return input;
  }

  #filter(): void {
    clearTimeout(this.#rest);
    this.#events.filter({ text: this.#text.value, finding: this.#finding.value });
  }

  /** The choices with the rules that are found; not while the list is open, which would close it. */
  #fillFindings({ scope }: ClaimsResult, chosen: string): void {
    const option = (value: string, words: string) => element('option', { value }, words);
    const rules = scope.rules.map(({ rule, lines }) => option(rule, `${rule} (${figure(lines)})`));
    if (
      chosen !== '' &&
      !plainChoices().some(([value]) => value === chosen) &&
      !scope.rules.some(({ rule }) => rule === chosen)
    )
      rules.push(option(chosen, `${chosen} (0)`));
    const wanted = [
      ...plainChoices().map(([value, words]) => option(value, words)),
      ...(rules.length > 0 ? [element('optgroup', { label: l10n.t('One rule') }, ...rules)] : []),
    ];
    const draft = element('select', {}, ...wanted);
    if (draft.innerHTML !== this.#finding.innerHTML) this.#finding.replaceChildren(...wanted);
    if (document.activeElement !== this.#finding) this.#finding.value = chosen;
  }

  #drawCodes({ codes }: ClaimSums): void {
    this.#codes.hidden = codes.length === 0;
    const summary = this.#codes.querySelector('summary') ?? element('summary');
    summary.textContent = codes.length === 1 ? l10n.t('By code: 1 code') : l10n.t('By code: {0} codes', codes.length);
    const head = [l10n.t('Code'), l10n.t('What it is'), l10n.t('Lines'), l10n.t('Units')];
    const rows = codes.map(({ code, label, lines, units }) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, code === '' ? l10n.t('not readable') : code),
        element('td', {}, label),
        element('td', { class: 'figure' }, figure(lines)),
        element('td', { class: 'figure' }, figure(units)),
      ),
    );
    const table = element(
      'table',
      {},
      element('caption', { class: 'said-only' }, l10n.t('Lines and units by code')),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...head.map((words, i) => element('th', { scope: 'col', class: i > 1 ? 'figure' : '' }, words)),
        ),
      ),
      element('tbody', {}, ...rows),
    );
    this.#codes.replaceChildren(
      summary,
      element(
        'div',
        { class: 'held', tabindex: 0, role: 'group', 'aria-label': l10n.t('Lines and units by code') },
        table,
      ),
    );
  }
}

function plainChoices(): readonly (readonly [value: string, words: string])[] {
  return [
    ['', l10n.t('All lines')],
    ['any', l10n.t('With a finding')],
    ['none', l10n.t('Without a finding')],
    ['error', l10n.t('With an error')],
    ['warning', l10n.t('With a warning')],
    ['note', l10n.t('With a note')],
  ];
}

function sumTiles({ lines, units, patients, errors, warnings, notes }: ClaimSums): HTMLLIElement[] {
  const tile = (n: number, words: string, kind?: Kind) =>
    element(
      'li',
      { class: kind ? `found ${n > 0 ? 'some' : ''}` : '' },
      kind && n > 0 ? withoutWords(mark(kind)) : undefined,
      element('strong', {}, figure(n)),
      ` ${words}`,
    );
  return [
    tile(lines, lines === 1 ? l10n.t('line') : l10n.t('lines')),
    tile(units, units === 1 ? l10n.t('unit') : l10n.t('units')),
    tile(patients, patients === 1 ? l10n.t('patient') : l10n.t('patients')),
    tile(errors, errors === 1 ? l10n.t('error') : l10n.t('errors'), 'error'),
    tile(warnings, warnings === 1 ? l10n.t('warning') : l10n.t('warnings'), 'warning'),
    tile(notes, notes === 1 ? l10n.t('note') : l10n.t('notes'), 'note'),
  ];
}

/** The word stands beside it already. */
function withoutWords(sign: HTMLElement): HTMLElement {
  sign.querySelector('.said-only')?.remove();
  return sign;
}

function asideWords({ scope: { unbilled, elsewhere } }: ClaimsResult): string {
  const sentences: string[] = [];
  if (unbilled === 1) sentences.push(l10n.t('1 encounter has sessions and no claim line.'));
  if (unbilled > 1) sentences.push(l10n.t('{0} encounters have sessions and no claim line.', figure(unbilled)));
  if (elsewhere === 1) sentences.push(l10n.t('1 more finding stands where no claim line is.'));
  if (elsewhere > 1) sentences.push(l10n.t('{0} more findings stand where no claim line is.', figure(elsewhere)));
  return sentences.join(' ');
}

function missingWords({ missing, isReading }: ClaimsResult['scope']): string {
  if (missing === 0) return '';
  if (isReading)
    return missing === 1
      ? l10n.t('1 file is still being read. Its lines are missing so far.')
      : l10n.t('{0} files are still being read. Their lines are missing so far.', figure(missing));
  return missing === 1
    ? l10n.t('1 file was not read. Its lines are missing.')
    : l10n.t('{0} files were not read. Their lines are missing.', figure(missing));
}

function filesWords(files: number): string {
  return files === 1 ? l10n.t('1 file') : l10n.t('{0} files', figure(files));
}

export function linesWords(lines: number): string {
  return lines === 1 ? l10n.t('1 line') : l10n.t('{0} lines', figure(lines));
}

export function figure(n: number): string {
  return n.toLocaleString(document.documentElement.lang || undefined);
}
