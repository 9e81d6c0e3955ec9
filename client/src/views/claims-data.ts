/** The claim table as the server tells it (`encounter/claims`), and what the panel and its page say to one another. */

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
] as const;
export type ClaimColumn = (typeof claimColumns)[number];

/** What is asked of the table. `finding`: nothing, `any`, `none`, a severity (`error`, `warning`, `note`) or a rule. */
export interface ClaimQuery {
  readonly sort: ClaimColumn;
  readonly descending: boolean;
  readonly text: string;
  readonly finding: string;
}

export const allClaims: ClaimQuery = { sort: 'place', descending: false, text: '', finding: '' };

/** The lines of the file at hand, or of all files. */
export type ClaimScope = 'file' | 'all';

export interface ClaimFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly line: number;
  /** It stands elsewhere in the line's encounter. */
  readonly around: boolean;
}

export interface ClaimRow {
  readonly path: string;
  readonly file: string;
  /** From 0. */
  readonly line: number;
  readonly patient: string;
  readonly date: string;
  readonly code: string;
  readonly label: string;
  readonly modifiers: string;
  readonly units: number | null;
  readonly payer: string;
  readonly clinician: string;
  readonly findings: readonly ClaimFinding[];
}

export interface CodeSum {
  readonly code: string;
  readonly label: string;
  readonly lines: number;
  readonly units: number;
}

export interface ClaimSums {
  readonly lines: number;
  readonly units: number;
  readonly patients: number;
  readonly codes: readonly CodeSum[];
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export interface ClaimPage {
  /** The same number: the same table. */
  readonly state: number;
  readonly from: number;
  readonly rows: readonly ClaimRow[];
  readonly sums: ClaimSums;
  readonly scope: {
    readonly files: number;
    readonly all: number;
    readonly encounters: number;
    readonly unbilled: number;
    readonly elsewhere: number;
    readonly rules: readonly { readonly rule: string; readonly lines: number }[];
    /** Files whose lines are not in the table, and whether they are being read. */
    readonly missing: number;
    readonly isReading: boolean;
  };
}

export interface ClaimCsv {
  readonly state: number;
  readonly csv: string;
  readonly lines: number;
  /** Files whose lines are not in it. */
  readonly missing: number;
}

/** Why there is no table. */
export type NoClaims = 'no-file' | 'not-running';

export type ToClaimsPage =
  | {
      readonly kind: 'lines';
      /** Grows with each other table; where a page asks to be led to, it names the one it shows. */
      readonly turn: number;
      readonly page: ClaimPage;
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
      return { kind, turn, page: page as ClaimPage, query: read, shows, name, uri };
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
