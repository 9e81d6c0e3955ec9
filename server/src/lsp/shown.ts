/**
 * The findings of a file as they are shown: in the editor's terms, and no more of them than somebody could read. A key
 * costs what it changed: of each chunk of the file its findings stay as they were made, and only those that are shown are
 * made at all.
 */

import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { type Block, NO_FINDINGS } from '../engine/block';
import type { Chunk, EncounterFile } from '../engine/file';
import type { Finding } from '../engine/finding';
import type { Workspace } from '../engine/workspace';
import type { Columns } from './columns';
import { type Counts, Mark, NOTHING, type Report, rangeOf, SEVERITY, SOURCE } from './convert';
import type { Change } from './documents';

export interface ReportOptions {
  /** The editor shows other places that a finding speaks of. */
  readonly related: boolean;
  /** Where the page of a rule is, with `{rule}` for its id; nothing where the editor has none. */
  readonly rulePage?: string | undefined;
  /** How the editor counts columns; as we do where left out. */
  readonly columns?: Columns;
  /** So many findings of a file are shown at most; 0 or nothing: all. */
  readonly most?: number;
  /** Of which blocks anything is said: of all where left out. Always the same answer for a block. */
  readonly says?: (block: Block) => boolean;
}

/** Of the findings that are shown, so many are the first ones of the file: one part in so many. */
const FIRST_PART = 4;

/** One finding, and the line of its chunk on which it is. */
interface Placed {
  readonly finding: Finding;
  readonly line: number;
}

/** What is at hand of a chunk whose findings are shown. */
interface ShownChunk {
  readonly stamp: number;
  readonly placed: readonly Placed[];
  /** For all that its findings say, wherever they are. */
  readonly hash: number;
  /** The line of the file on which the chunk starts, where `items` are of. */
  line: number;
  /** Lines of other places from the start of the chunk, in the order in which they are named: all stand in it, or nothing. */
  readonly near: readonly number[] | undefined;
  /** The same as lines of the file. */
  places: readonly number[];
  namesOthers: boolean;
  items: readonly Diagnostic[];
}

interface KnownFile {
  /** The line that was edited last. */
  edited?: number;
  shown: Map<Chunk, ShownChunk>;
}

export class Shown {
  private readonly files = new Map<string, KnownFile>();

  constructor(private readonly options: () => ReportOptions) {}

  didChange(uri: string, changes: readonly Change[]): void {
    const line = changes.at(-1)?.range?.start.line;
    if (line !== undefined) this.known(uri).edited = line;
  }

  didClose(uri: string): void {
    this.files.delete(uri);
  }

  private known(uri: string): KnownFile {
    let known = this.files.get(uri);
    if (!known) {
      known = { shown: new Map() };
      this.files.set(uri, known);
    }
    return known;
  }

  /** What is shown of a file now. Everything is checked. */
  report(workspace: Workspace, uri: string): Report {
    const file = workspace.files.get(uri);
    if (!file) return NOTHING;
    const known = this.known(uri);
    const { most = 0, says } = this.options();
    const { counts, total, before } = sumsOf(file, known, says);
    const stretches = stretchesOf(total, most, before);
    const making = new Making(this.options(), uri);
    const shown = new Map<Chunk, ShownChunk>();
    const items: Diagnostic[] = [];
    const mark = new Mark();
    let namesOthers = false;
    if (most > 0 && total > most) {
      items.push(more(total, most, stretches));
      mark.add(total);
    }
    let at = 0;
    let line = 0;
    for (const chunk of file.chunks) {
      const size = sizeOf(chunk, says);
      if (size === 0) {
        line += chunk.lines;
        continue;
      }
      for (const { from, to } of stretches) {
        const first = Math.max(from - at, 0);
        const end = Math.min(to - at, size);
        if (first >= end) continue;
        const made = shown.get(chunk) ?? making.chunk(chunk, line, known.shown.get(chunk));
        shown.set(chunk, made);
        namesOthers ||= made.namesOthers;
        mark.add(made.hash, line, first, end, ...made.places);
        for (let i = first; i < end; i++) items.push(made.items[i]!);
      }
      at += size;
      line += chunk.lines;
    }
    known.shown = shown;
    return { items, mark: mark.text(), counts, namesOthers };
  }
}

/** A file's findings by themselves: of one that nobody types in. */
export function reportOf(workspace: Workspace, uri: string, options: ReportOptions): Report {
  return new Shown(() => options).report(workspace, uri);
}

/** How many findings there are of each severity, in all, and in the chunks before the one that was edited last. */
function sumsOf(
  file: EncounterFile,
  known: KnownFile,
  says: ReportOptions['says'],
): { counts: Counts; total: number; before: number | undefined } {
  const sum: Counts = { errors: 0, warnings: 0, infos: 0, hints: 0 };
  let total = 0;
  let line = 0;
  let before: number | undefined;
  for (const chunk of file.chunks) {
    line += chunk.lines;
    if (known.edited !== undefined && before === undefined && known.edited < line) before = total;
    if (chunk.findings === 0) continue;
    total += sizeOf(chunk, says);
    if (chunk.tally?.stamp !== chunk.stamp || chunk.tally.by !== says)
      chunk.tally = { stamp: chunk.stamp, by: says, of: countsOf(chunk, says) };
    const counts = chunk.tally.of as Counts;
    sum.errors += counts.errors;
    sum.warnings += counts.warnings;
    sum.infos += counts.infos;
    sum.hints += counts.hints;
  }
  return { counts: sum, total, before: known.edited === undefined ? undefined : (before ?? total) };
}

function countsOf({ blocks }: Chunk, says: ReportOptions['says']): Counts {
  const counts: Counts = { errors: 0, warnings: 0, infos: 0, hints: 0 };
  for (const block of blocks) for (const { severity } of saidOf(block, says)) counts[`${severity}s`]++;
  return counts;
}

function sizeOf({ blocks, findings }: Chunk, says: ReportOptions['says']): number {
  if (!says || findings === 0) return findings;
  return blocks.reduce((sum, block) => sum + saidOf(block, says).length, 0);
}

function saidOf(block: Block, says: ReportOptions['says']): readonly Finding[] {
  return says && block.findings.length > 0 && !says(block) ? NO_FINDINGS : block.findings;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Which findings of a file are shown, by their number: all, or the first ones and those around the last edit. The latter
 * move in steps, so that most keys leave what is shown as it is.
 * @param before how many stand before the last edit; nothing where there was none.
 */
function stretchesOf(total: number, most: number, before: number | undefined): Run[] {
  if (most === 0 || total <= most) return [{ from: 0, to: total }];
  if (before === undefined) return [{ from: 0, to: most }];
  const first = Math.ceil(most / FIRST_PART);
  const near = most - first;
  const step = Math.max(1, Math.floor(near / 4));
  const middle = Math.floor(before / step) * step + step / 2;
  const from = Math.max(first, Math.min(Math.floor(middle - near / 2), total - near));
  return from === first
    ? [{ from: 0, to: most }]
    : [
        { from: 0, to: first },
        { from, to: from + near },
      ];
}

/** Says how many findings are not shown, and how to see them. */
function more(total: number, most: number, stretches: readonly Run[]): Diagnostic {
  const number = (n: number) => n.toLocaleString('en-US');
  const which =
    stretches.length === 1
      ? `the first ${number(most)}`
      : `the first ${number(stretches[0]!.to)}, and those around your last edit`;
  return {
    range: rangeOf(0, 0, 0, 1),
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message: `${number(total)} findings in this file; shown are ${which}. To see all, set encounter.maxFindings to 0, or run "encounter check".`,
  };
}

/** Makes the findings of one report, in the editor's terms. */
class Making {
  private readonly starts = new Map<EncounterFile, number[]>();

  constructor(
    private readonly options: ReportOptions,
    private readonly uri: string,
  ) {}

  /** @param known what was made of the chunk before, used as far as it still holds. */
  chunk(chunk: Chunk, line: number, known: ShownChunk | undefined): ShownChunk {
    const made = known?.stamp === chunk.stamp ? known : this.placedIn(chunk);
    // What stands in the chunk moves with it: a chunk that stands where it was is as it was.
    if (made.line === line && made.near) return made;
    const places = made.near?.map((place) => place + line) ?? this.placesOf(made.placed);
    if (made.line === line && sameNumbers(made.places, places)) return made;
    made.line = line;
    made.places = places;
    let next = 0;
    made.items = made.placed.map((placed) => {
      const item = this.diagnostic(placed, line, places, next);
      next += placed.finding.related.length;
      return item;
    });
    return made;
  }

  private placedIn(chunk: Chunk): ShownChunk {
    const placed: Placed[] = [];
    const hash = new Mark();
    const { related } = this.options;
    let namesOthers = false;
    let isNear = true;
    let line = 0;
    for (const block of chunk.blocks) {
      for (const finding of saidOf(block, this.options.says)) {
        const at = line + finding.line;
        placed.push({ finding, line: at });
        hash.add(hashOf(finding), at);
        if (!related) continue;
        for (const other of finding.related) {
          namesOthers ||= other.block.file.path !== this.uri;
          isNear &&= other.block.chunk === chunk;
        }
      }
      line += block.lineCount;
    }
    const near = !related ? NO_LINES : isNear ? nearLines(chunk, placed) : undefined;
    return {
      stamp: chunk.stamp,
      placed,
      hash: hash.number(),
      line: -1,
      near,
      places: NO_LINES,
      namesOthers,
      items: [],
    };
  }

  /** Where the other places are now that findings name. */
  private placesOf(placed: readonly Placed[]): number[] {
    const lines: number[] = [];
    for (const { finding } of placed)
      for (const { block, place } of finding.related) {
        let line = this.startsOf(block.file)[block.chunk.index]! + place.line;
        for (const other of block.chunk.blocks) {
          if (other === block) break;
          line += other.lineCount;
        }
        lines.push(line);
      }
    return lines;
  }

  /** The line on which each chunk of a file starts: counted once a report. */
  private startsOf(file: EncounterFile): number[] {
    let starts = this.starts.get(file);
    if (!starts) {
      starts = [];
      let line = 0;
      for (const chunk of file.chunks) {
        starts.push(line);
        line += chunk.lines;
      }
      this.starts.set(file, starts);
    }
    return starts;
  }

  private diagnostic({ finding, line }: Placed, start: number, places: readonly number[], next: number): Diagnostic {
    const { rule, severity, message, block, related } = finding;
    const at = start + line;
    const item: Diagnostic = {
      range: this.range(block, finding.line, at, finding.start, finding.end),
      severity: SEVERITY[severity],
      code: rule,
      source: SOURCE,
      message,
    };
    const { rulePage } = this.options;
    if (rulePage !== undefined) item.codeDescription = { href: rulePage.replace('{rule}', rule) };
    if (this.options.related && related.length > 0) {
      item.relatedInformation = related.map((other, i) => {
        const { line: inBlock, start: from, end } = other.place;
        const range = this.range(other.block, inBlock, places[next + i]!, from, end);
        return { location: { uri: other.block.file.path, range }, message: other.message };
      });
    }
    return item;
  }

  /** A stretch of one line, in the editor's columns. */
  private range(block: Block, inBlock: number, line: number, start: number, end: number) {
    const { columns } = this.options;
    if (!columns || columns.same) return rangeOf(line, start, line, end);
    const text = block.lineText(inBlock);
    return rangeOf(line, columns.givenIn(text, start), line, columns.givenIn(text, end));
  }
}

const NO_LINES: readonly number[] = [];

/** Lines of other places that all stand in the chunk, from its start. */
function nearLines(chunk: Chunk, placed: readonly Placed[]): number[] {
  const starts = new Map<Block, number>();
  let line = 0;
  for (const block of chunk.blocks) {
    starts.set(block, line);
    line += block.lineCount;
  }
  return placed.flatMap(({ finding }) => finding.related.map(({ block, place }) => starts.get(block)! + place.line));
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n, i) => n === b[i]);
}

const HASHES = new WeakMap<Finding, number>();

/** One number for all that a finding says, wherever it stands. */
function hashOf(finding: Finding): number {
  let hash = HASHES.get(finding);
  if (hash === undefined) {
    const mark = new Mark();
    mark.words(finding.rule);
    mark.words(finding.severity);
    mark.words(finding.message);
    mark.add(finding.start, finding.end);
    for (const { block, place, message } of finding.related) {
      mark.words(block.file.path);
      mark.add(place.start, place.end);
      mark.words(message);
    }
    hash = mark.number();
    HASHES.set(finding, hash);
  }
  return hash;
}
