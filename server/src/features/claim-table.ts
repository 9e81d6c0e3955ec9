/**
 * The claim lines of a file or of a folder as a table: sorted, filtered, counted, and as CSV. What was read of a block is
 * kept while the block and its findings stay the same, so that a table after an edit costs a walk and not a reading.
 */

import type { Block } from '../engine/block';
import type { EncounterFile } from '../engine/file';
import type { Finding } from '../engine/finding';
import type { Workspace } from '../engine/workspace';
import type { Severity } from '../rules/kit/rule';
import { date as isoDate } from '../rules/kit/words';
import { BYTE_ORDER_MARK, csvLine } from './csv';

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

/** A file and the workspace it is judged in. */
export interface ClaimSource {
  readonly workspace: Workspace;
  readonly file: EncounterFile;
}

export interface ClaimQuery {
  readonly sort: ClaimColumn;
  readonly descending: boolean;
  /** Words that a line has to hold, each in one of its columns, in any case of letters. */
  readonly text: string;
  /** `''`: all lines; else those with any finding, with none, with one of a severity, or with one of a rule. */
  readonly finding: string;
}

export const ALL_CLAIMS: ClaimQuery = { sort: 'place', descending: false, text: '', finding: '' };

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

/** One claim line as a person reads it. */
export interface ShownClaim {
  readonly path: string;
  /** The file, as far as its name is needed to tell it from the others. */
  readonly file: string;
  /** From 0, in the file. */
  readonly line: number;
  readonly patient: string;
  /** `2026-03-03`; empty where it cannot be read. */
  readonly date: string;
  readonly code: string;
  readonly label: string;
  readonly modifiers: string;
  /** `null`: what was written cannot be read. */
  readonly units: number | null;
  readonly payer: string;
  readonly clinician: string;
  readonly findings: readonly ShownFinding[];
}

export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** From 0, in the file. */
  readonly line: number;
  /** It stands elsewhere in the line's encounter: on a session, a note, or the first line. */
  readonly around: boolean;
}

/** One claim line as it is kept. `line` is that of its block. */
interface ClaimRow {
  readonly block: Block;
  readonly line: number;
  readonly date: number;
  readonly patient: string;
  readonly code: string;
  readonly label: string;
  readonly modifiers: string;
  /** -1: cannot be read. */
  readonly units: number;
  readonly payer: string;
  readonly clinician: string;
  readonly own: readonly Finding[];
  /** Of the encounter, on none of its claim lines; one list for all lines of a block. */
  readonly around: readonly Finding[];
  /** Of both, each once. */
  readonly rules: readonly string[];
  /** The worst finding first, then how many there are; 0 where there is none. */
  readonly weight: number;
}

interface BlockRows {
  /** What the rows were made with: other findings make other rows. */
  readonly findings: readonly Finding[];
  readonly rows: readonly ClaimRow[];
}

const NONE: readonly Finding[] = [];
const NO_RULES: readonly string[] = [];
const NO_ROWS: readonly ClaimRow[] = [];
/** Blocks between two looks at the clock. */
const BLOCKS_A_STEP = 32;

export class ClaimTable {
  private readonly kept = new WeakMap<Block, BlockRows>();

  /** Reads what is not read yet, in short steps; whoever calls may stop between them and go on later. */
  *reading(sources: readonly ClaimSource[]): Generator<void> {
    let read = 0;
    for (const { workspace, file } of sources) {
      for (const block of file.blocks()) {
        this.rowsOf(workspace, block);
        if (++read % BLOCKS_A_STEP === 0) yield;
      }
    }
  }

  /** The table as it is now. */
  view(sources: readonly ClaimSource[], query: ClaimQuery): ClaimView {
    const all: ClaimRow[] = [];
    const rules = new Map<string, number>();
    let encounters = 0;
    let unbilled = 0;
    let elsewhere = 0;
    const ordered = [...sources].sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
    for (const { workspace, file } of ordered) {
      for (const block of file.blocks()) {
        if (!block.isAbove) encounters++;
        if (block.hasSessions && !block.hasClaims) unbilled++;
        const rows = this.rowsOf(workspace, block);
        if (rows.length === 0) elsewhere += block.findings.length;
        for (const row of rows) {
          all.push(row);
          for (const rule of row.rules) rules.set(rule, (rules.get(rule) ?? 0) + 1);
        }
      }
    }
    const paths = ordered.map(({ file }) => file.path);
    const rows = sorted(filtered(all, query), query);
    return new ClaimView(rows, paths, { files: paths.length, all: all.length, encounters, unbilled, elsewhere, rules });
  }

  private rowsOf(workspace: Workspace, block: Block): readonly ClaimRow[] {
    if (block.isAbove || !block.hasClaims) return NO_ROWS;
    const before = this.kept.get(block);
    if (before && before.findings === block.findings) return before.rows;
    const rows = readRows(workspace, block);
    this.kept.set(block, { findings: block.findings, rows });
    return rows;
  }
}

/** What is said of the whole file or folder, whatever the filter. */
export interface ClaimScope {
  readonly files: number;
  readonly all: number;
  readonly encounters: number;
  /** Encounters with sessions and no claim line. */
  readonly unbilled: number;
  /** Findings where no claim line is. */
  readonly elsewhere: number;
  /** Rules with a finding, and on how many lines. */
  readonly rules: ReadonlyMap<string, number>;
}

export class ClaimView {
  private summed: ClaimSums | undefined;
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    private readonly rows: readonly ClaimRow[],
    paths: readonly string[],
    readonly scope: ClaimScope,
  ) {
    this.names = shortNames(paths);
  }

  get lines(): number {
    return this.rows.length;
  }

  get sums(): ClaimSums {
    this.summed ??= sumsOf(this.rows);
    return this.summed;
  }

  /** Some of the lines, as they are shown. */
  page(from: number, count: number): ShownClaim[] {
    const starts = new Map<Block, number>();
    return this.rows.slice(from, from + count).map((row) => this.shown(row, starts));
  }

  /** Some of the lines as CSV; the first ones have the titles of the columns above them. */
  csv(from: number, count: number): string {
    const head = from === 0 ? BYTE_ORDER_MARK + csvLine(CSV_TITLES) : '';
    return head + this.page(from, count).map(csvOf).join('');
  }

  /** The place of a line in the table; -1 where the filter leaves it out. */
  find(path: string, line: number): number {
    let block: Block | undefined;
    let start = 0;
    return this.rows.findIndex((row) => {
      if (row.block.file.path !== path) return false;
      if (row.block !== block) {
        block = row.block;
        start = block.file.lineOf(block);
      }
      return start + row.line === line;
    });
  }

  private shown(row: ClaimRow, starts: Map<Block, number>): ShownClaim {
    const { block, date, patient, code, label, modifiers, units, payer, clinician, own, around } = row;
    let start = starts.get(block);
    if (start === undefined) {
      start = block.file.lineOf(block);
      starts.set(block, start);
    }
    const from = start;
    const show = (isAround: boolean) => (finding: Finding) => shownFinding(finding, from, isAround);
    const { path } = block.file;
    return {
      path,
      file: this.names.get(path) ?? '',
      line: start + row.line,
      patient,
      date: date > 0 ? isoDate(date) : '',
      code,
      label,
      modifiers,
      units: units < 0 ? null : units,
      payer,
      clinician,
      findings: [...own.map(show(false)), ...around.map(show(true))],
    };
  }
}

// ------------------------------------------------------------------------------------------------------------ Reading

function readRows(workspace: Workspace, block: Block): readonly ClaimRow[] {
  const encounter = workspace.encounterOf(block);
  const { claims, date, patient = '', clinician = '' } = encounter;
  const payer = encounter.payerUnread ? '' : encounter.payer.name;
  const { findings } = block;
  const lines = new Set(claims.map(({ line }) => line));
  const around = orNone(findings.filter(({ line }) => !lines.has(line)));
  const rulesAround = rulesOf(around);
  return claims.map((claim) => {
    const { line, written, modifiers, cut, unitsStart } = claim;
    const own = orNone(findings.filter((finding) => finding.line === line));
    return {
      block,
      line,
      date,
      patient,
      code: written?.text ?? '',
      label: written?.entry?.label ?? '',
      modifiers: modifiers.map(({ text }) => text).join(' '),
      units: cut && unitsStart < 0 ? -1 : claim.units,
      payer,
      clinician,
      own,
      around,
      rules: own === NONE ? rulesAround : rulesOf([...own, ...around]),
      weight: weightOf(own, around),
    };
  });
}

function orNone(findings: readonly Finding[]): readonly Finding[] {
  return findings.length > 0 ? findings : NONE;
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return findings.length > 0 ? [...new Set(findings.map(({ rule }) => rule))] : NO_RULES;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 1 };

/** What stands on the line itself counts more than the same around it. */
function weightOf(own: readonly Finding[], around: readonly Finding[]): number {
  let worst = 0;
  for (const { severity } of own) worst = Math.max(worst, WEIGHT[severity] * 2 + 1);
  for (const { severity } of around) worst = Math.max(worst, WEIGHT[severity] * 2);
  return worst * 100000 + Math.min(own.length + around.length, 99999);
}

function shownFinding({ rule, severity, message, line }: Finding, start: number, around: boolean): ShownFinding {
  return { rule, severity, message, line: start + line, around };
}

// ------------------------------------------------------------------------------------------------- Filter and order

function filtered(rows: ClaimRow[], { text, finding }: ClaimQuery): ClaimRow[] {
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
const byText = (a: string, b: string) => byName.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
const byNumber = (a: number, b: number) => a - b;

/** Lines by a column; those that are alike there stay in the order of the files. */
function sorted(rows: readonly ClaimRow[], { sort, descending }: ClaimQuery): readonly ClaimRow[] {
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

// ----------------------------------------------------------------------------------------------------------- Counting

function sumsOf(rows: readonly ClaimRow[]): ClaimSums {
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

/** File names without the folders that all of them share. */
function shortNames(paths: readonly string[]): Map<string, string> {
  const folders = paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  let shared = folders[0] ?? '';
  for (const folder of folders) while (!folder.startsWith(shared)) shared = shared.replace(/[^/]*\/?$/, '');
  return new Map(paths.map((path) => [path, decoded(path.slice(shared.length))]));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

// ---------------------------------------------------------------------------------------------------------------- CSV

const CSV_TITLES = [
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
const DATE_COLUMN = new Set([CSV_TITLES.indexOf('Date')]);

function csvOf(claim: ShownClaim): string {
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
