/**
 * What is said in the end: of what the rules found in a block, one finding a defect; less what comments ignore and what
 * was known before; as severe as the coder set it; by place.
 */

import { RULE_IDS } from '../rules/kit/ids';
import type { Severity } from '../rules/kit/rule';
import { nearest } from '../text/nearest';
import type { Baseline } from './baseline';
import { type Block, IgnoreReach, NO_FINDINGS } from './block';
import type { Finding } from './finding';
import { Speakers } from './precedence';
import type { Runner } from './run';

/** Which rules run and how severe their findings are, where the coder changed it. */
export type RuleControl = ReadonlyMap<string, Severity | 'off'>;

/** Rules that a comment cannot silence. */
const NEVER_IGNORED: ReadonlySet<string> = new Set(['unused-ignore', 'ignore-without-reason']);
const KNOWN_IDS: ReadonlySet<string> = new Set(RULE_IDS);

export class Settlement {
  /** How many known findings of a block are not shown. */
  private readonly knownOf = new Map<Block, number>();

  constructor(
    private readonly options: { readonly control?: RuleControl; readonly baseline?: Baseline | undefined },
    private readonly runner: Runner,
    /** The blocks of a block's patient-day. */
    private readonly dayOf: (block: Block) => readonly Block[],
  ) {}

  /** A block that is no more. */
  forget(block: Block): void {
    this.knownOf.delete(block);
    this.countSilenced(block, undefined);
  }

  /** By patient-day, while blocks are settled: what rules found stays the same. */
  private speakers: Map<readonly Block[], Speakers> | undefined;

  /** Blocks are settled one after the other, and nothing is found between. */
  inOnePass(settle: () => void): void {
    this.speakers = new Map();
    try {
      settle();
    } finally {
      this.speakers = undefined;
    }
  }

  /** Brings a block's findings together: one a defect, ignored ones left out, by place. */
  settle(block: Block): void {
    const before = block.findings.length;
    block.findings = this.settled(block, this.rawOf(block), true);
    block.chunk.findings += block.findings.length - before;
    block.chunk.stamp++;
  }

  private rawOf(block: Block): readonly Finding[] {
    const { own, ofDay, ofGivers, ofPatient } = block;
    if (ofDay.length === 0 && ofGivers.length === 0 && ofPatient.length === 0) return own;
    return [...own, ...ofDay, ...ofGivers, ...ofPatient];
  }

  settled(block: Block, raw: readonly Finding[], count: boolean): readonly Finding[] {
    let findings = this.spoken(block, raw);
    // Before the settings: a comment that ignores a rule is not unused for the rule being off here.
    findings = this.asSet(this.withIgnores(block, findings, count));
    if (findings.length > 1) findings = [...findings].sort(byPlace);
    const { baseline } = this.options;
    if (baseline) {
      const all = findings.length;
      if (all > 0) findings = baseline.unknown(block, findings);
      if (count) {
        if (findings.length < all) this.knownOf.set(block, all - findings.length);
        else this.knownOf.delete(block);
      }
    }
    return findings.length > 0 ? findings : NO_FINDINGS;
  }

  private asSet(findings: readonly Finding[]): readonly Finding[] {
    const { control } = this.options;
    if (!control || control.size === 0 || findings.length === 0) return findings;
    return findings.flatMap((finding) => {
      const set = control.get(finding.rule);
      if (set === undefined) return [finding];
      return set === 'off' ? [] : [{ ...finding, severity: set }];
    });
  }

  /** Findings of the baseline that are still there, and not shown. */
  get knownFindings(): number {
    let known = 0;
    for (const count of this.knownOf.values()) known += count;
    return known;
  }

  /** One finding a defect: those that no other one speaks for, in this encounter or another one of the patient's day. */
  private spoken(block: Block, raw: readonly Finding[]): readonly Finding[] {
    if (raw.length === 0) return raw;
    const day = this.dayOf(block);
    if (raw.length === 1 && day.length === 1) return raw;
    let speakers = this.speakers?.get(day);
    if (!speakers) {
      speakers = new Speakers(day.flatMap((one) => (one === block ? raw : this.rawOf(one))));
      // A day of one encounter is asked for once.
      if (day.length > 1) this.speakers?.set(day, speakers);
    }
    return raw.filter((finding) => speakers.speaks(finding));
  }

  private withIgnores(block: Block, findings: readonly Finding[], count: boolean): readonly Finding[] {
    if (block.ignores.length === 0 && block.file.farIgnores === 0) {
      if (count && block.silencedForFile) this.countSilenced(block, undefined);
      return findings;
    }
    const previous = block.isAbove ? undefined : block.file.previous(block);
    const fromAbove = previous?.ignores.filter((ignore) => ignore.reach === IgnoreReach.NextHeader) ?? [];
    const forFile = block.file.above.ignores.filter((ignore) => ignore.reach === IgnoreReach.File);
    if (block.ignores.length === 0 && fromAbove.length === 0 && forFile.length === 0) {
      if (count && block.silencedForFile) this.countSilenced(block, undefined);
      return findings;
    }
    const used = new Set<string>();
    let silenced: Map<string, number> | undefined;
    const kept: Finding[] = [];
    for (const finding of findings) {
      if (NEVER_IGNORED.has(finding.rule)) {
        kept.push(finding);
        continue;
      }
      let silent = false;
      for (const ignore of block.ignores) {
        if (ignore.rule === finding.rule && ignore.reach === IgnoreReach.Line && ignore.target === finding.line) {
          used.add(`${ignore.line} ${ignore.start}`);
          silent = true;
        }
      }
      if (finding.line === 0 && fromAbove.some((ignore) => ignore.rule === finding.rule)) silent = true;
      if (forFile.some((ignore) => ignore.rule === finding.rule)) {
        silenced ??= new Map();
        silenced.set(finding.rule, (silenced.get(finding.rule) ?? 0) + 1);
        silent = true;
      }
      if (!silent) kept.push(finding);
    }
    if (count) this.countSilenced(block, silenced);
    const next = block.ignores.some((ignore) => ignore.reach === IgnoreReach.NextHeader)
      ? block.file.next(block)
      : undefined;
    const nextFindings = next ? this.spoken(next, this.rawOf(next)) : NO_FINDINGS;
    for (const ignore of block.ignores) {
      const isUsed =
        ignore.reach === IgnoreReach.Line
          ? used.has(`${ignore.line} ${ignore.start}`)
          : ignore.reach === IgnoreReach.NextHeader
            ? nextFindings.some((finding) => finding.rule === ignore.rule && finding.line === 0)
            : (block.file.silenced.get(ignore.rule) ?? 0) > 0;
      if (isUsed) continue;
      const offset = block.lineStart(ignore.line);
      const says = KNOWN_IDS.has(ignore.rule) ? '' : (nearest(ignore.rule, RULE_IDS) ?? '');
      const problem = { says, how: KNOWN_IDS.has(ignore.rule) ? ('placed' as const) : ('unread' as const) };
      this.runner.problem(
        'unused-ignore',
        block,
        ignore.line,
        offset + ignore.start,
        offset + ignore.end,
        problem,
        kept,
      );
    }
    return kept;
  }

  countSilenced(block: Block, now: ReadonlyMap<string, number> | undefined): void {
    const { silenced } = block.file;
    for (const [rule, n] of block.silencedForFile ?? []) silenced.set(rule, (silenced.get(rule) ?? 0) - n);
    for (const [rule, n] of now ?? []) silenced.set(rule, (silenced.get(rule) ?? 0) + n);
    block.silencedForFile = now;
  }
}

function byPlace(a: Finding, b: Finding): number {
  return a.line - b.line || a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
