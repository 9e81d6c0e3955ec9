/** The claim table as the server tells it (`encounter/claims`), and what the panel and its page say to one another. */

import type { ClaimColumn, ClaimQuery } from '../../../server/src/features/claim-order';
import type { ClaimsResult } from '../../../server/src/lsp/claims';

export type { ClaimColumn, ClaimQuery } from '../../../server/src/features/claim-order';
export type { ShownClaim, ShownFinding } from '../../../server/src/features/claim-rows';
export type { ClaimSums } from '../../../server/src/features/claim-sums';
export type { ClaimsCsvResult, ClaimsResult } from '../../../server/src/lsp/claims';

/** In the order in which they stand. */
export const claimColumns = [
  'place',
  'patient',
  'date',
  'code',
  'modifiers',
  'units',
  'payer',
  'clinician',
  'findings',
] as const satisfies readonly ClaimColumn[];

export const allClaims: ClaimQuery = { sort: 'place', descending: false, text: '', finding: '' };

/** The lines of the file at hand, or of all files. */
export type ClaimScope = 'file' | 'all';

/** Why there is no table. */
export type NoClaims = 'no-file' | 'not-running';

export type ToClaimsPage =
  | {
      readonly kind: 'lines';
      /** Grows with each other table; where a page asks to be led to, it names the one it shows. */
      readonly turn: number;
      readonly page: ClaimsResult;
      readonly query: ClaimQuery;
      readonly shows: ClaimScope;
      /** The name of the file that is shown, and where it is; empty for all files. */
      readonly name: string;
      readonly uri: string;
    }
  | { readonly kind: 'none'; readonly why: NoClaims; readonly shows: ClaimScope }
  /** Moves the focus into the table. */
  | { readonly kind: 'focus' };

export type FromClaimsPage =
  | { readonly kind: 'want'; readonly query: ClaimQuery; readonly from: number; readonly count: number }
  | { readonly kind: 'show'; readonly shows: ClaimScope }
  /** To a line of the table of that turn, counted from 0, or to one of its findings. */
  | {
      readonly kind: 'go';
      readonly turn: number;
      readonly row: number;
      readonly finding?: number;
      readonly keepFocus: boolean;
    }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'save' }
  /** Back to the text. */
  | { readonly kind: 'back' };

/** What the page keeps of itself: no word that was typed, since it may be somebody's id. */
export interface KeptClaims {
  readonly shows: ClaimScope;
  readonly sort: ClaimColumn;
  readonly descending: boolean;
  readonly finding: string;
  readonly uri?: string;
}

const mostRows = 500;
const mostWords = 200;

export function readFromClaimsPage(message: unknown): FromClaimsPage | undefined {
  const { kind, query, from, count, shows, turn, row, finding, keepFocus, rule } = fields(message);
  switch (kind) {
    case 'save':
    case 'back':
      return { kind };
    case 'want': {
      const read = readQuery(query);
      return read && isIndex(from) && isIndex(count) && count <= mostRows
        ? { kind, query: read, from, count }
        : undefined;
    }
    case 'show':
      return isScope(shows) ? { kind, shows } : undefined;
    case 'go':
      if (!isIndex(turn) || !isIndex(row) || typeof keepFocus !== 'boolean') return undefined;
      return { kind, turn, row, keepFocus, ...(isIndex(finding) ? { finding } : {}) };
    case 'rule':
      return typeof rule === 'string' && /^[a-z0-9-]{1,60}$/.test(rule) ? { kind, rule } : undefined;
    default:
      return undefined;
  }
}

/** A message of the panel; nothing where it is no message of ours. What is in the lines is the server's own word. */
export function readToClaimsPage(message: unknown): ToClaimsPage | undefined {
  const { kind, turn, page, query, shows, name, uri, why } = fields(message);
  switch (kind) {
    case 'focus':
      return { kind };
    case 'none':
      return isScope(shows) && typeof why === 'string' ? { kind, why: why as NoClaims, shows } : undefined;
    case 'lines': {
      const read = readQuery(query);
      if (!read || !isIndex(turn) || !isScope(shows) || typeof page !== 'object' || page === null) return undefined;
      if (typeof name !== 'string' || typeof uri !== 'string') return undefined;
      return { kind, turn, page: page as ClaimsResult, query: read, shows, name, uri };
    }
    default:
      return undefined;
  }
}

export function readKept(kept: unknown): KeptClaims {
  const { shows, sort, descending, finding, uri } = fields(kept);
  const query = readQuery({ sort, descending, text: '', finding }) ?? allClaims;
  return {
    shows: isScope(shows) ? shows : 'file',
    sort: query.sort,
    descending: query.descending,
    finding: query.finding,
    ...(typeof uri === 'string' ? { uri } : {}),
  };
}

function readQuery(given: unknown): ClaimQuery | undefined {
  const { sort, descending, text, finding } = fields(given);
  if (!claimColumns.some((column) => column === sort) || typeof descending !== 'boolean') return undefined;
  if (typeof text !== 'string' || text.length > mostWords || typeof finding !== 'string' || finding.length > mostWords)
    return undefined;
  return { sort: sort as ClaimColumn, descending, text, finding };
}

function fields(message: unknown): Record<string, unknown> {
  return typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};
}

function isScope(value: unknown): value is ClaimScope {
  return value === 'file' || value === 'all';
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
