/**
 * Tables as CSV (RFC 4180) that a spreadsheet opens as they are: no cell runs as a formula, and no id becomes a date or
 * another number.
 */

/** What tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Stands before what a spreadsheet would not leave as it is. */
const GUARD = "'";

/** Begins a formula, in full width too. */
const DANGEROUS = '=+-@\uff1d\uff0b\uff0d\uff20';
/** What cuts cells apart in a spreadsheet of another country, whatever the quotes say. */
const CUTS = ';\t\r\n';
/** What a spreadsheet passes over before it looks what a cell is. */
const PASSED_OVER = /[\s\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/;

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** What is read as a number, a date, a time or a truth, and would then be shown as something else. */
const REWRITTEN = [
  /^0\d+$/,
  /^\d{16,}$/,
  /^\d+(?:[.,]\d*)?e[+-]?\d+$/i,
  /^\d*(?:[.,]\d+)+$/,
  /^\d+[.,]$/,
  /^\d+\s*%$/,
  /^[$€£¥]\s*\d[\d.,]*$/,
  /^\(\d[\d.,]*\)$/,
  /^\d{1,4}[-/. ]\d{1,2}(?:[-/. ]\d{1,4})?$/,
  /^\d+ \d+\/\d+$/,
  /^\d{1,2}(?::\d{1,2}){1,2}(?:[.,]\d+)?\s*(?:[ap]\.?m?\.?)?$/i,
  /^\d{1,2}\s*[ap]m?$/i,
  new RegExp(`^${MONTH}[-/. ]*\\d{1,4}(?:[-/., ]+\\d{1,4})?$`, 'i'),
  new RegExp(`^\\d{1,4}[-/. ]*${MONTH}(?:[-/. ]*\\d{1,4})?$`, 'i'),
  /^(?:true|false)$/i,
];

/** The text as it stands in a cell: with a `'` wherever a spreadsheet would make something else of it. */
export function guarded(text: string): string {
  let safe = '';
  let copied = 0;
  let begins = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (begins && DANGEROUS.includes(c)) {
      safe += text.slice(copied, i) + GUARD;
      copied = i;
    }
    begins = CUTS.includes(c) || (begins && PASSED_OVER.test(c));
  }
  safe += text.slice(copied);
  if (safe.startsWith(GUARD) && !text.startsWith(GUARD)) return safe;
  const plain = text.trim();
  return CUTS.includes(safe[0] ?? GUARD) || REWRITTEN.some((form) => form.test(plain)) ? GUARD + safe : safe;
}

/** One line with its line break. Numbers stand as they are, and so do the texts of `asIs`, by column: dates. */
export function csvLine(cells: readonly (string | number)[], asIs: ReadonlySet<number> = new Set()): string {
  const written = cells.map((cell, column) =>
    typeof cell === 'number' ? String(cell) : quoted(asIs.has(column) ? cell : guarded(cell)),
  );
  return `${written.join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
