/** What claim lines come to. */

import type { Finding } from '../engine/finding';
import { byText } from './claim-order';
import type { ClaimRow } from './claim-rows';

/** Findings as the editor counts them: notes are those that are neither errors nor warnings. */
export interface FindingSums {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export interface CodeSum {
  readonly code: string;
  /** What it is, in our own words. */
  readonly label: string;
  readonly lines: number;
  readonly units: number;
}

/** What the lines come to that the filter leaves. */
export interface ClaimSums extends FindingSums {
  readonly lines: number;
  readonly units: number;
  readonly patients: number;
  readonly codes: readonly CodeSum[];
}

export function sumsOf(rows: readonly ClaimRow[]): ClaimSums {
  const codes = new Map<string, { code: string; label: string; lines: number; units: number }>();
  const patients = new Set<string>();
  const seen = new Set<readonly Finding[]>();
  const found = { errors: 0, warnings: 0, notes: 0 };
  let units = 0;
  for (const row of rows) {
    const { code, label, patient, own, around } = row;
    const billed = Math.max(0, row.units);
    units += billed;
    if (patient !== '') patients.add(patient);
    const sum = codes.get(code);
    if (sum) {
      sum.lines++;
      sum.units += billed;
    } else codes.set(code, { code, label, lines: 1, units: billed });
    countIn(found, own);
    // Once for all lines of an encounter.
    if (around.length > 0 && !seen.has(around)) {
      seen.add(around);
      countIn(found, around);
    }
  }
  const byCode = [...codes.values()].sort((a, b) => byText(a.code, b.code));
  return { lines: rows.length, units, patients: patients.size, codes: byCode, ...found };
}

function countIn(sums: { errors: number; warnings: number; notes: number }, findings: readonly Finding[]): void {
  for (const { severity } of findings) {
    if (severity === 'error') sums.errors++;
    else if (severity === 'warning') sums.warnings++;
    else sums.notes++;
  }
}
