/** Findings in the claim table: a mark and a name in a row, all that is said of the current line below the table. */

import * as l10n from '@vscode/l10n';
import type { ShownClaim, ShownFinding } from '../src/views/claims-data';
import { element } from './page';

export type Kind = 'error' | 'warning' | 'note';

export function kindOf({ severity }: ShownFinding): Kind {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** A sign of its own shape for each kind, so that colour alone says nothing. */
export function mark(kind: Kind): HTMLElement {
  return element(
    'span',
    { class: `mark ${kind}` },
    element('span', { class: 'sign', 'aria-hidden': 'true' }),
    element('span', { class: 'said-only' }, kindName(kind)),
  );
}

function kindName(kind: Kind): string {
  if (kind === 'error') return l10n.t('error');
  return kind === 'warning' ? l10n.t('warning') : l10n.t('note');
}

function worst(findings: readonly ShownFinding[]): Kind {
  const kinds = findings.map(kindOf);
  return kinds.includes('error') ? 'error' : kinds.includes('warning') ? 'warning' : 'note';
}

export function findingsCell({ findings }: ShownClaim): HTMLTableCellElement {
  const own = findings.filter(({ around }) => !around);
  const around = findings.filter((finding) => finding.around);
  const cell = element('td', { class: 'of-findings' });
  for (const finding of own)
    cell.append(element('span', { class: 'finding' }, mark(kindOf(finding)), ` ${finding.rule}`));
  if (around.length > 0) {
    const words = around.length === 1 ? l10n.t('1 in the encounter') : l10n.t('{0} in the encounter', around.length);
    cell.append(element('span', { class: 'finding around' }, mark(worst(around)), ` ${words}`));
  }
  return cell;
}

export interface DetailEvents {
  goTo(finding: number): void;
  rule(rule: string): void;
}

/** What is said of one line. */
export function details(row: ShownClaim, events: DetailEvents): Node[] {
  const { patient, date, code, label, modifiers, units, findings } = row;
  const line = [code, ...modifiers.split(' ')].filter((part) => part !== '').join('-');
  const count = units === null ? '' : ` x${units}`;
  const head = element(
    'h2',
    {},
    element('span', { class: 'name' }, `${line}${count}`),
    element('span', { class: 'dim' }, [label, patient, date].filter((part) => part !== '').join(' · ')),
  );
  if (findings.length === 0) return [head, element('p', { class: 'dim' }, l10n.t('No finding on this line.'))];
  return [head, element('ul', {}, ...findings.map((finding, i) => detail(finding, i, events)))];
}

function detail(finding: ShownFinding, index: number, events: DetailEvents): HTMLLIElement {
  const { message, rule, line, around } = finding;
  const page = element('button', { type: 'button', class: 'link' }, rule);
  page.addEventListener('click', () => events.rule(rule));
  const place = element('button', { type: 'button', class: 'link' }, l10n.t('line {0}', line + 1));
  place.addEventListener('click', () => events.goTo(index));
  return element(
    'li',
    {},
    mark(kindOf(finding)),
    element(
      'div',
      {},
      element('span', { class: 'words' }, message),
      element('span', { class: 'links' }, page, around ? place : undefined),
    ),
  );
}
