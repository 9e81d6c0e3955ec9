/** Which claim lines are shown, and in what order. */

import type { Finding } from '../engine/finding';
import { date as isoDate } from '../rules/kit/words';
import type { ClaimRow } from './claim-rows';

export const CLAIM_COLUMNS = [
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
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];

export interface ClaimQuery {
  readonly sort: ClaimColumn;
  readonly descending: boolean;
  /** Words that a line has to hold, each in one of its columns, in any case of letters. */
  readonly text: string;
  /** `''`: all lines; else those with any finding, with none, with one of a severity, or with one of a rule. */
  readonly finding: string;
}

export const ALL_CLAIMS: ClaimQuery = { sort: 'place', descending: false, text: '', finding: '' };

export function filtered(rows: ClaimRow[], { text, finding }: ClaimQuery): ClaimRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const tests: ((row: ClaimRow) => boolean)[] = words.map(holds);
  const about = aboutFindings(finding);
  if (about) tests.push(about);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

/** Whether a line holds a word in one of its columns. Columns repeat themselves: each text is looked at once. */
function holds(word: string): (row: ClaimRow) => boolean {
  const known = new Map<string, boolean>();
  const inText = (text: string) => {
    let is = known.get(text);
    if (is === undefined) {
      is = text.toLowerCase().includes(word);
      known.set(text, is);
    }
    return is;
  };
  const onDate = new Map<number, boolean>();
  const inDate = (day: number) => {
    let is = onDate.get(day);
    if (is === undefined) {
      is = day > 0 && isoDate(day).includes(word);
      onDate.set(day, is);
    }
    return is;
  };
  const inLine = ({ code, modifiers }: ClaimRow) =>
    inText(code) || inText(modifiers) || (word.includes('-') && inText(`${code}-${modifiers.replaceAll(' ', '-')}`));
  return (row) => inText(row.patient) || inDate(row.date) || inLine(row) || inText(row.payer) || inText(row.clinician);
}

function aboutFindings(wanted: string): ((row: ClaimRow) => boolean) | undefined {
  const some = (test: (finding: Finding) => boolean) => (row: ClaimRow) => row.own.some(test) || row.around.some(test);
  switch (wanted) {
    case '':
      return undefined;
    case 'any':
      return ({ weight }) => weight > 0;
    case 'none':
      return ({ weight }) => weight === 0;
    case 'error':
    case 'warning':
      return some(({ severity }) => severity === wanted);
    case 'note':
      return some(({ severity }) => severity === 'info' || severity === 'hint');
    default:
      return ({ rules }) => rules.includes(wanted);
  }
}

/** Patients and names as a person orders them: A2 before A10. */
const byName = new Intl.Collator('en', { numeric: true });
export const byText = (a: string, b: string) => byName.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
const byNumber = (a: number, b: number) => a - b;

/** Lines by a column; those that are alike there stay in the order of the files. */
export function sorted(rows: readonly ClaimRow[], { sort, descending }: ClaimQuery): readonly ClaimRow[] {
  switch (sort) {
    case 'place':
      return descending ? [...rows].reverse() : rows;
    case 'date':
      return bucketed(rows, ({ date }) => (date > 0 ? date : undefined), byNumber, descending);
    case 'units':
      return bucketed(rows, ({ units }) => (units >= 0 ? units : undefined), byNumber, descending);
    case 'findings':
      return bucketed(rows, ({ weight }) => weight, byNumber, descending);
    default:
      return bucketed(rows, (row) => row[sort] || undefined, byText, descending);
  }
}

/** A column has few different values: only these are compared. Lines without a value come last. */
function bucketed<K extends string | number>(
  rows: readonly ClaimRow[],
  keyOf: (row: ClaimRow) => K | undefined,
  compare: (a: K, b: K) => number,
  descending: boolean,
): ClaimRow[] {
  const buckets = new Map<K, ClaimRow[]>();
  const without: ClaimRow[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const bucket = key === undefined ? without : buckets.get(key);
    if (bucket) bucket.push(row);
    else buckets.set(key as K, [row]);
  }
  const keys = [...buckets.keys()].sort(descending ? (a, b) => compare(b, a) : compare);
  return [...keys.map((key) => buckets.get(key)!), without].flat();
}
