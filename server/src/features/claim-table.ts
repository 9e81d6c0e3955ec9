/**
 * The claim lines of a file or of a folder as a table: sorted, filtered, counted, and as CSV. What was read of a block is
 * kept while the block and its findings stay the same, so that a table after an edit costs a walk and not a reading.
 */

import type { Block } from '../engine/block';
import type { EncounterFile } from '../engine/file';
import type { Finding } from '../engine/finding';
import type { Workspace } from '../engine/workspace';
import type { Defaults } from '../model/defaults';
import { csvOf } from './claim-csv';
import { type ClaimQuery, filtered, sorted } from './claim-order';
import { type ClaimRow, readRows, type ShownClaim, shownRow } from './claim-rows';
import { type ClaimSums, sumsOf } from './claim-sums';

/** A file and the workspace it is judged in. */
export interface ClaimSource {
  readonly workspace: Workspace;
  readonly file: EncounterFile;
}

interface BlockRows {
  /** What the rows were made with: other findings and other defaults make other rows. */
  readonly findings: readonly Finding[];
  readonly above: Defaults;
  readonly rows: readonly ClaimRow[];
}

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
    if (before?.findings === block.findings && before.above === block.above) return before.rows;
    const rows = readRows(workspace, block);
    this.kept.set(block, { findings: block.findings, above: block.above, rows });
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
    return csvOf(this.page(from, count), from);
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
    const { block } = row;
    let start = starts.get(block);
    if (start === undefined) {
      start = block.file.lineOf(block);
      starts.set(block, start);
    }
    return shownRow(row, start, this.names.get(block.file.path) ?? '');
  }
}

/** File names without the folders that all of them share. */
function shortNames(paths: readonly string[]): Map<string, string> {
  const folders = paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  let shared = folders[0] ?? '';
  for (const folder of folders) while (!folder.startsWith(shared)) shared = parentOf(shared);
  return new Map(paths.map((path) => [path, decoded(path.slice(shared.length))]));
}

/** `a/b/` of `a/b/c/`, and nothing of `a/`. */
function parentOf(folder: string): string {
  return folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
