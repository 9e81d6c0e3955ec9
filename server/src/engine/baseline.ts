/**
 * Findings that were there when the tool was taken up: known, counted, and not shown again.
 *
 * A finding is known by its rule and by fingerprints of its encounter's header line and its own line, spaces set aside:
 * it stays known wherever the encounter moves, and is shown again once either line is written anew. The file holds no
 * text, id or path; a salt of its own makes equal lines look different in different baselines.
 */

import { type ParseError, parseTree } from 'jsonc-parser';
import type { Block } from './block';
import type { Finding } from './finding';
import type { Workspace } from './workspace';

/** A cryptographic hash of a text as hexadecimal digits, at least 16 of them. */
export type Hash = (text: string) => string;

export interface BaselineEntry {
  /** Fingerprint of the path of its file, from the folder of the baseline. */
  readonly file: string;
  readonly rule: string;
  /** Fingerprint of header and line. */
  readonly mark: string;
  /** How often one encounter may have it. */
  readonly count: number;
}

const VERSION = 1;
const DIGITS = 16;

export class Baseline {
  /** What is known, by rule and mark. */
  private readonly known = new Map<string, number>();
  private readonly rules = new Set<string>();
  /** The most findings of one encounter that each was seen to stand for. */
  private readonly used = new Map<string, number>();

  constructor(
    readonly salt: string,
    readonly entries: readonly BaselineEntry[],
    private readonly hash: Hash,
  ) {
    for (const { rule, mark, count } of entries) {
      const key = `${rule} ${mark}`;
      this.known.set(key, Math.max(count, this.known.get(key) ?? 0));
      this.rules.add(rule);
    }
  }

  private markOf(block: Block, line: number): string {
    return fingerprint(this.hash, this.salt, `${headerOf(block)}\n${plain(block.lineText(line))}`);
  }

  /** The findings of one block that are not known, in their order. */
  unknown(block: Block, findings: readonly Finding[]): readonly Finding[] {
    if (!findings.some((finding) => this.rules.has(finding.rule))) return findings;
    const counts = new Map<string, number>();
    return findings.filter((finding) => {
      if (!this.rules.has(finding.rule)) return true;
      const key = `${finding.rule} ${this.markOf(block, finding.line)}`;
      const most = this.known.get(key);
      if (most === undefined) return true;
      const count = (counts.get(key) ?? 0) + 1;
      if (count > most) return true;
      counts.set(key, count);
      if (count > (this.used.get(key) ?? 0)) this.used.set(key, count);
      return false;
    });
  }

  /** How many known findings of these files were not found again. Asked after they were checked. */
  stale(paths: Iterable<string>): number {
    const files = new Set<string>();
    for (const path of paths) files.add(this.fileMark(path));
    let stale = 0;
    for (const { file, rule, mark, count } of this.entries) {
      if (files.has(file)) stale += Math.max(0, count - (this.used.get(`${rule} ${mark}`) ?? 0));
    }
    return stale;
  }

  fileMark(path: string): string {
    return fingerprint(this.hash, this.salt, `file ${path}`);
  }

  /** A baseline of all that is found in these files now. @param files paths in the workspace, and from the baseline's folder. */
  static of(
    salt: string,
    files: Iterable<{ readonly workspace: Workspace; readonly path: string; readonly fromFolder: string }>,
    hash: Hash,
  ): Baseline {
    const empty = new Baseline(salt, [], hash);
    const entries: BaselineEntry[] = [];
    for (const { workspace, path, fromFolder } of files) {
      const file = empty.fileMark(fromFolder);
      const most = new Map<string, number>();
      let block: Block | undefined;
      let counts = new Map<string, number>();
      for (const { finding } of workspace.findings(path)) {
        if (finding.block !== block) {
          block = finding.block;
          counts = new Map();
        }
        const key = `${finding.rule} ${empty.markOf(block, finding.line)}`;
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        if (count > (most.get(key) ?? 0)) most.set(key, count);
      }
      for (const [key, count] of most) {
        const space = key.indexOf(' ');
        entries.push({ file, rule: key.slice(0, space), mark: key.slice(space + 1), count });
      }
    }
    return new Baseline(salt, entries, hash);
  }

  /** The findings that it stands for. */
  get size(): number {
    let size = 0;
    for (const { count } of this.entries) size += count;
    return size;
  }

  /** The text of its file: one entry a line, in an order of its own, so that a later one differs where it has to. */
  text(): string {
    const lines = this.entries
      .map(({ file, rule, mark, count }) => JSON.stringify({ file, rule, mark, count }))
      .sort()
      .map((line) => `    ${line}`)
      .join(',\n');
    const known = lines === '' ? '[]' : `[\n${lines}\n  ]`;
    return `{\n  "version": ${VERSION},\n  "salt": ${JSON.stringify(this.salt)},\n  "known": ${known}\n}\n`;
  }
}

/** Reads the text of a baseline. A damaged one is refused as a whole. `line` counts from 0. */
export function readBaseline(
  source: string,
  hash: Hash,
): { readonly baseline: Baseline } | { readonly wrong: string; readonly line: number } {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { wrong: 'This baseline is damaged. Write it again with --write-baseline.', line: damagedLine(text) };
  }
  const { version, salt, known } = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown>;
  if (typeof version === 'number' && version > VERSION)
    return { wrong: 'This baseline was written by a later version of Encounter.', line: 0 };
  if (version !== VERSION || typeof salt !== 'string' || !Array.isArray(known))
    return { wrong: 'This file is not a baseline. Write one with --write-baseline.', line: 0 };
  const entries: BaselineEntry[] = [];
  for (const [i, one] of known.entries()) {
    const entry = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    const { file, rule, mark, count } = entry;
    if (
      typeof file !== 'string' ||
      typeof rule !== 'string' ||
      typeof mark !== 'string' ||
      typeof count !== 'number' ||
      !Number.isInteger(count) ||
      count < 1
    )
      return { wrong: `Entry ${i + 1} of this baseline is damaged. Write it again with --write-baseline.`, line: 0 };
    entries.push({ file, rule, mark, count });
  }
  return { baseline: new Baseline(salt, entries, hash) };
}

function damagedLine(text: string): number {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors);
  } catch {
    return 0;
  }
  return text.slice(0, errors[0]?.offset ?? 0).split('\n').length - 1;
}

function fingerprint(hash: Hash, salt: string, text: string): string {
  return hash(`${salt}\n${text}`).slice(0, DIGITS);
}

/** The header line of an encounter; nothing for the lines above the first. */
function headerOf(block: Block): string {
  return block.isAbove ? '' : plain(block.lineText(0));
}

/** A line without white space around it, and with one space for any within it. */
function plain(line: string): string {
  return line.trim().replace(/\s+/g, ' ');
}
