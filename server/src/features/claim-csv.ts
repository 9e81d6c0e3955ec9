/** Claim lines as CSV. */

import type { ShownClaim } from './claim-rows';
import { BYTE_ORDER_MARK, csvLine } from './csv';

const TITLES = [
  'Patient',
  'Date',
  'Code',
  'Modifiers',
  'Units',
  'Payer',
  'Clinician',
  'Errors',
  'Warnings',
  'Notes',
  'Findings',
  'File',
  'Line',
];
/** Written by us as `2026-03-03`: a spreadsheet may read it as the date it is. */
const DATE_COLUMN = new Set([TITLES.indexOf('Date')]);

/** @returns lines `from` and on; the very first ones have the titles of the columns above them. */
export function csvOf(claims: readonly ShownClaim[], from: number): string {
  const head = from === 0 ? BYTE_ORDER_MARK + csvLine(TITLES) : '';
  return head + claims.map(lineOf).join('');
}

function lineOf(claim: ShownClaim): string {
  const sums = { errors: 0, warnings: 0, notes: 0 };
  for (const { severity } of claim.findings) {
    sums[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'notes']++;
  }
  const said = claim.findings.map(({ rule, message }) => `${rule}: ${message}`).join(' | ');
  const { patient, date, code, modifiers, units, payer, clinician, file, line } = claim;
  const { errors, warnings, notes } = sums;
  return csvLine(
    [patient, date, code, modifiers, units ?? '', payer, clinician, errors, warnings, notes, said, file, line + 1],
    DATE_COLUMN,
  );
}
