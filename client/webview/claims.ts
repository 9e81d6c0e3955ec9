import './claims.css';
import * as l10n from '@vscode/l10n';
import {
  allClaims,
  type ClaimColumn,
  type ClaimQuery,
  type ClaimScope,
  type FromClaimsPage,
  readKept,
  readToClaimsPage,
  type ToClaimsPage,
} from '../src/views/claims-data';
import { details } from './claims-findings';
import { ClaimGrid } from './claims-grid';
import { ClaimTop, linesWords } from './claims-top';
import { element, pageLine, viewElement } from './page';

const page = pageLine<ToClaimsPage, FromClaimsPage>(readToClaimsPage);
const kept = readKept(page.kept);

/** A click on these shows the largest first: that is what one looks for there. */
const largestFirst: readonly ClaimColumn[] = ['units', 'findings'];
const firstRows = 100;

let query: ClaimQuery = { ...allClaims, sort: kept.sort, descending: kept.descending, finding: kept.finding };
let shows: ClaimScope = kept.shows;
let turn = 0;
/** A person changed the filter or the order: the number of lines is told to those who hear the page. */
let tell = false;
let wantsFocus = false;

const said = element('p', { class: 'said-only', role: 'status' });
const below = element('section', { class: 'below', 'aria-label': l10n.t('The line that is chosen') });
const nothing = element('div', { class: 'nothing' });
const top = new ClaimTop({
  show: (wanted) => {
    tell = true;
    page.say({ kind: 'show', shows: wanted });
  },
  filter: (filter) => ask({ ...query, ...filter }),
  save: () => page.say({ kind: 'save' }),
});
const grid = new ClaimGrid({
  want: (from, count) => page.say({ kind: 'want', query, from, count }),
  sort: (column) => ask({ ...query, ...nextOrder(column) }),
  current: (row) => {
    below.hidden = row === undefined;
    if (!row) return;
    const index = grid.current;
    const parts = details(row, {
      goTo: (finding) => page.say({ kind: 'go', turn, row: index, finding, keepFocus: false }),
      rule: (rule) => page.say({ kind: 'rule', rule }),
    });
    below.replaceChildren(...parts);
  },
  go: (row, keepFocus) => page.say({ kind: 'go', turn, row, keepFocus }),
});

viewElement().append(top.element, nothing, grid.element, below, said);
for (const part of [top.element, grid.element, below]) part.hidden = true;

addEventListener('keydown', ({ key, defaultPrevented }) => {
  if (key === 'Escape' && !defaultPrevented) page.say({ kind: 'back' });
});

page.start((message) => {
  switch (message.kind) {
    case 'lines':
      showLines(message);
      return;
    case 'none':
      for (const part of [top.element, grid.element, below]) part.hidden = true;
      showNothing(
        message.why === 'no-file'
          ? l10n.t('No encounter file is open. Open one, and its claim lines are shown here.')
          : l10n.t('Encounter is not running. Start it with the command “Restart Server”.'),
      );
      return;
    case 'focus':
      wantsFocus = true;
      grid.focus();
  }
});

function showLines(message: Extract<ToClaimsPage, { kind: 'lines' }>): void {
  ({ query, shows, turn } = message);
  const { page: lines, name, uri } = message;
  const { sums, scope } = lines;
  page.keep({ shows, sort: query.sort, descending: query.descending, finding: query.finding, uri });
  top.element.hidden = false;
  top.show(lines, query, shows, name);
  grid.element.hidden = sums.lines === 0;
  if (sums.lines === 0) below.hidden = true;
  grid.show({ turn, query, shows, lines: sums.lines, from: lines.from, rows: lines.rows });
  if (sums.lines > 0) nothing.hidden = true;
  else if (scope.all > 0) showNothing(l10n.t('No line is like this.'), l10n.t('Show all lines'), () => top.clear());
  else if (scope.encounters > 0)
    showNothing(
      l10n.t('No claim line yet. Write “bill” and a code, or let the light bulb build the claim from the sessions.'),
    );
  else showNothing(l10n.t('No encounter yet. Write “encounter”, a date, “patient” and an id.'));
  if (tell) said.textContent = linesWords(sums.lines);
  tell = false;
  if (wantsFocus && sums.lines > 0) grid.focus();
  wantsFocus = false;
}

function showNothing(words: string, offer?: string, take?: () => void): void {
  const button = offer && take ? element('button', { type: 'button', class: 'action' }, offer) : undefined;
  if (take) button?.addEventListener('click', take);
  nothing.replaceChildren(element('p', {}, words), ...(button ? [button] : []));
  nothing.hidden = false;
}

function ask(next: ClaimQuery): void {
  tell = true;
  page.say({ kind: 'want', query: next, from: 0, count: firstRows });
}

/** Another column, the other way round, and then the order of the file again. */
function nextOrder(column: ClaimColumn): Pick<ClaimQuery, 'sort' | 'descending'> {
  const first = largestFirst.includes(column);
  if (query.sort !== column) return { sort: column, descending: first };
  if (query.descending === first) return { sort: column, descending: !first };
  return { sort: 'place', descending: false };
}
