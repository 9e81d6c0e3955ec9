/**
 * All files that are judged together, and what is found in them. An edit is read block by block; what it changes is
 * found again for the days it touches and nothing else. The result is always that of opening the final text afresh.
 */

import { buildEncounter } from '../model/build';
import { ClinicianDay } from '../model/clinician-day';
import type { Encounter } from '../model/encounter';
import { PatientDay } from '../model/patient-day';
import type { Settings } from '../model/settings';
import { RULE_IDS, type RuleId } from '../rules/kit/ids';
import type { Rule, Severity } from '../rules/kit/rule';
import { parseBlock } from '../syntax/parser';
import { nearest } from '../text/nearest';
import type { Baseline } from './baseline';
import { type Block, IgnoreReach, NO_FINDINGS } from './block';
import { type BlockChange, EncounterFile, inFileOrder, scratch, type TextEdit } from './file';
import type { Finding } from './finding';
import { Names } from './names';
import { oneFindingADefect } from './precedence';
import { Runner } from './run';

/** Which rules run and how severe their findings are, where the coder changed it. */
export type RuleControl = ReadonlyMap<string, Severity | 'off'>;

export interface WorkspaceOptions {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly control?: RuleControl;
  /** Findings that were there when the tool was taken up: counted, not shown. */
  readonly baseline?: Baseline | undefined;
  /** Fixes are worked out with the findings: for batches, and for asking again about one block. */
  readonly keepFixes?: boolean;
  readonly onFault?: (rule: RuleId, error: unknown) => void;
}

/** Encounters kept at hand; the others are built again when needed, which costs a few microseconds each. */
const ENCOUNTERS_AT_HAND = 8192;

/** Rules that a comment cannot silence. */
const NEVER_IGNORED: ReadonlySet<string> = new Set(['unused-ignore', 'ignore-without-reason']);
const KNOWN_IDS: ReadonlySet<string> = new Set(RULE_IDS);

/** Counts of the work done, for tests and benchmarks that must not depend on the clock. */
export interface WorkDone {
  blocksRead: number;
  encountersBuilt: number;
  daysChecked: number;
  clinicianDaysChecked: number;
}

export class Workspace {
  readonly files = new Map<string, EncounterFile>();
  /** Who is named where. */
  readonly names = new Names();
  readonly work: WorkDone = { blocksRead: 0, encountersBuilt: 0, daysChecked: 0, clinicianDaysChecked: 0 };
  private readonly runner: Runner;
  private fixRunner: Runner | undefined;
  private readonly days = new Map<string, Block[]>();
  private readonly givers = new Map<string, Block[]>();
  private readonly patients = new Map<string, Block[]>();
  private readonly dirtyBlocks = new Set<Block>();
  private readonly dirtyDays = new Set<string>();
  private readonly dirtyGivers = new Set<string>();
  private readonly dirtyPatients = new Set<string>();
  private readonly settle = new Set<Block>();
  private readonly changed = new Set<EncounterFile>();
  /** How many known findings of a block are not shown. */
  private readonly knownOf = new Map<Block, number>();
  private readonly ring: (Block | undefined)[] = new Array(ENCOUNTERS_AT_HAND);
  private ringAt = 0;

  constructor(private readonly options: WorkspaceOptions) {
    this.runner = this.newRunner(options.keepFixes ?? false);
  }

  get settings(): Settings {
    return this.options.settings;
  }

  /** An empty workspace with the same settings that finds nothing: for a text of our own. */
  beside(): Workspace {
    return new Workspace({ rules: [], settings: this.options.settings });
  }

  private newRunner(keepFixes: boolean): Runner {
    return new Runner(this.options.rules, this.options.settings, this.options.onFault ?? (() => {}), keepFixes);
  }

  // ------------------------------------------------------------------------------------------------------ Changing

  /** Takes a file in, or its whole text anew. */
  setText(path: string, text: string): void {
    let file = this.files.get(path);
    if (!file) {
      file = new EncounterFile(path, this.build);
      this.files.set(path, file);
    }
    const hadNotes = file.hasNotes;
    this.apply(file, file.setText(text), hadNotes);
  }

  /** Applies one edit to a file that was taken in before. */
  edit(path: string, edit: TextEdit): void {
    const file = this.files.get(path);
    if (!file) return;
    const hadNotes = file.hasNotes;
    this.apply(file, file.edit(edit), hadNotes);
  }

  remove(path: string): void {
    const file = this.files.get(path);
    if (!file) return;
    for (const block of file.blocks()) this.take(block);
    this.files.delete(path);
    this.changed.add(file);
  }

  private apply(file: EncounterFile, change: BlockChange, hadNotes: boolean): void {
    this.changed.add(file);
    for (const block of change.removed) this.take(block);
    for (const block of change.added) this.bring(block);
    const last = change.added[change.added.length - 1];
    const first = change.added[0];
    // Ignore comments reach over the borders of a block.
    const before = first && file.previous(first);
    if (before) this.settle.add(before);
    const after = last && file.next(last);
    if (after) this.settle.add(after);
    // Where nothing came in the place of what went, whoever spoke to the next header speaks to another one now.
    if (change.added.length === 0 && change.removed.length > 0 && file.farIgnores > 0) {
      for (const block of file.blocks()) {
        if (block.ignores.some((ignore) => ignore.reach === IgnoreReach.NextHeader)) this.settle.add(block);
      }
    }
    if (hadNotes !== file.hasNotes) {
      for (const block of file.blocks()) if (block.dayKey !== '') this.dirtyDays.add(block.dayKey);
    }
    if (change.removed.some((block) => block.isAbove) || change.added.some((block) => block.isAbove)) {
      const reaches = (block: Block) => block.ignores.some((ignore) => ignore.reach === IgnoreReach.File);
      if (change.removed.some(reaches) || change.added.some(reaches)) {
        for (const block of file.blocks()) this.settle.add(block);
      }
    }
  }

  private bring(block: Block): void {
    this.work.blocksRead++;
    this.dirtyBlocks.add(block);
    this.settle.add(block);
    this.names.bring(block);
    if (block.isAbove) return;
    addTo(this.days, block.dayKey, block);
    this.dirtyDays.add(block.dayKey);
    for (const key of block.giverKeys) {
      addTo(this.givers, key, block);
      this.dirtyGivers.add(key);
    }
    if (block.groupNotesOf !== undefined) {
      addTo(this.patients, block.groupNotesOf, block);
      this.dirtyPatients.add(block.groupNotesOf);
    }
  }

  private take(block: Block): void {
    const { file } = block;
    this.dirtyBlocks.delete(block);
    this.settle.delete(block);
    block.encounter = undefined;
    this.knownOf.delete(block);
    this.countSilenced(block, undefined);
    this.names.take(block);
    if (block.isAbove) return;
    removeFrom(this.days, block.dayKey, block);
    this.dirtyDays.add(block.dayKey);
    for (const key of block.giverKeys) {
      removeFrom(this.givers, key, block);
      this.dirtyGivers.add(key);
    }
    if (block.groupNotesOf !== undefined) {
      removeFrom(this.patients, block.groupNotesOf, block);
      this.dirtyPatients.add(block.groupNotesOf);
    }
    this.changed.add(file);
  }

  // ------------------------------------------------------------------------------------------------------ The model

  /** The encounter of a block that is one. */
  encounterOf(block: Block): Encounter {
    if (!block.encounter) {
      parseBlock(block.text, 0, block.isAbove, scratch);
      this.build(block);
    }
    return block.encounter!;
  }

  /** Builds a block's encounter from the syntax in `scratch`, and lets go of the one that was built longest ago. */
  private readonly build = (block: Block): void => {
    if (block.isAbove) return;
    const encounter = buildEncounter(scratch, block, block.above, this.options.settings);
    this.work.encountersBuilt++;
    if (block.dayKey === '') setKeys(block, encounter);
    block.encounter = encounter;
    const old = this.ring[this.ringAt];
    if (old) old.encounter = undefined;
    this.ring[this.ringAt] = block;
    this.ringAt = (this.ringAt + 1) % ENCOUNTERS_AT_HAND;
  };

  /** The keys of all patient-days, `yyyymmdd PATIENT`; one without a date or patient has a key of its own, `#…`. */
  get dayKeys(): Iterable<string> {
    return this.days.keys();
  }

  /** The encounters of one patient-day as blocks, in file order. */
  blocksOfDay(key: string): Block[] {
    return inOrder(this.days.get(key) ?? []);
  }

  /** The patient-day that a block is part of. */
  dayOf(block: Block): PatientDay {
    return this.dayByKey(block.dayKey, new Map())!;
  }

  private dayByKey(key: string, known: Map<string, PatientDay>): PatientDay | undefined {
    let day = known.get(key);
    if (day) return day;
    const blocks = this.days.get(key);
    if (!blocks) return undefined;
    day = new PatientDay(
      inOrder(blocks).map((block) => this.encounterOf(block)),
      this.options.settings,
      this.dayOfGiver,
    );
    known.set(key, day);
    return day;
  }

  /** The encounters in which a giver has a session on a date (yyyymmdd), in file order. */
  encountersOf(date: number, giver: string): Encounter[] {
    return inOrder(this.givers.get(`${date} ${giver}`) ?? []).map((block) => this.encounterOf(block));
  }

  /** The days of everyone who gave one of a block's sessions. */
  clinicianDaysOf(block: Block): ClinicianDay[] {
    const known = new Map<string, PatientDay>();
    const days: ClinicianDay[] = [];
    for (const key of block.giverKeys) {
      const day = this.clinicianDayByKey(key, known);
      if (day) days.push(day);
    }
    return days;
  }

  private readonly dayOfGiver = (day: PatientDay, giver: string): ClinicianDay | undefined =>
    this.clinicianDayByKey(`${day.date} ${giver}`, new Map([[(day.encounters[0]!.home as Block).dayKey, day]]));

  private clinicianDayByKey(key: string, known: Map<string, PatientDay>): ClinicianDay | undefined {
    const blocks = this.givers.get(key);
    if (!blocks) return undefined;
    // Each encounter as its day knows it: one built anew would stand in no day.
    const encounters = inOrder(blocks).map(
      (block) => this.dayByKey(block.dayKey, known)!.encounters.find(({ home }) => home === block)!,
    );
    const giver = key.slice(key.indexOf(' ') + 1);
    return new ClinicianDay(giver, encounters[0]!.date, encounters, this.options.settings);
  }

  // -------------------------------------------------------------------------------------------------------- Checking

  /** Finds again what the changes since the last check may have changed. Returns the paths of files to be shown anew. */
  check(): string[] {
    // Date by date: all that one date's days read is of that date, so no more of the model is at hand than needs be.
    for (const { blocks, days, givers } of this.dirtyDates().values()) this.checkDate(blocks, days, givers);
    for (const patient of this.dirtyPatients) {
      const blocks = this.patients.get(patient);
      if (!blocks) continue;
      for (const block of blocks) {
        block.ofPatient = NO_FINDINGS;
        this.settle.add(block);
      }
      deal(this.runner.ofPatient(this.datesOf(blocks)), (block, findings) => {
        block.ofPatient = findings;
      });
    }
    for (const block of this.settle) {
      if (block.file.farIgnores === 0) continue;
      if (block.ignores.some((ignore) => ignore.reach === IgnoreReach.NextHeader)) {
        const next = block.file.next(block);
        if (next) this.settle.add(next);
      }
      const before = block.file.previous(block);
      if (before?.ignores.some((ignore) => ignore.reach === IgnoreReach.NextHeader)) this.settle.add(before);
    }
    const aboves = new Set<Block>();
    for (const block of this.settle) {
      this.settleBlock(block);
      this.changed.add(block.file);
      if (block.file.farIgnores === 0) continue;
      if (block.file.above.ignores.some((ignore) => ignore.reach === IgnoreReach.File)) aboves.add(block.file.above);
    }
    for (const block of aboves) this.settleBlock(block);

    const paths = [...this.changed].map((file) => file.path);
    this.dirtyBlocks.clear();
    this.dirtyDays.clear();
    this.dirtyGivers.clear();
    this.dirtyPatients.clear();
    this.settle.clear();
    this.changed.clear();
    return paths;
  }

  /** What is to be found again, by date of service. What has no readable date stands under ''. */
  private dirtyDates(): Map<string, { blocks: Block[]; days: string[]; givers: string[] }> {
    const dates = new Map<string, { blocks: Block[]; days: string[]; givers: string[] }>();
    const at = (key: string) => {
      const date = key.slice(0, Math.max(0, key.indexOf(' ')));
      let found = dates.get(date);
      if (!found) {
        found = { blocks: [], days: [], givers: [] };
        dates.set(date, found);
      }
      return found;
    };
    for (const block of this.dirtyBlocks) at(block.dayKey).blocks.push(block);
    for (const key of this.dirtyDays) at(key).days.push(key);
    for (const key of this.dirtyGivers) at(key).givers.push(key);
    return dates;
  }

  private checkDate(blocks: readonly Block[], days: readonly string[], givers: readonly string[]): void {
    const known = new Map<string, PatientDay>();
    for (const block of blocks) {
      block.own = this.runner.ofBlock(block, block.isAbove ? undefined : this.encounterOf(block));
      this.settle.add(block);
    }
    const giverKeys = new Set(givers);
    for (const key of days) {
      const day = this.dayByKey(key, known);
      if (!day) continue;
      this.work.daysChecked++;
      for (const block of this.days.get(key)!) {
        block.ofDay = NO_FINDINGS;
        this.settle.add(block);
        // Whether a session is in play hangs on its patient-day.
        for (const giver of block.giverKeys) giverKeys.add(giver);
      }
      deal(this.runner.ofDay(day), (block, findings) => {
        block.ofDay = findings;
      });
    }
    const fresh = new Map<Block, Finding[]>();
    for (const key of giverKeys) {
      const blocks = this.givers.get(key);
      if (blocks) for (const block of blocks) fresh.set(block, []);
    }
    if (fresh.size > 0) this.checkGivers(fresh, known);
  }

  /** Finds what the clinician-days of these blocks say of them; a block can be in several. */
  private checkGivers(fresh: Map<Block, Finding[]>, known: Map<string, PatientDay>): void {
    const keys = new Set<string>();
    for (const block of fresh.keys()) for (const key of block.giverKeys) keys.add(key);
    for (const key of keys) {
      const day = this.clinicianDayByKey(key, known);
      if (!day) continue;
      this.work.clinicianDaysChecked++;
      for (const finding of this.runner.ofClinicianDay(day)) fresh.get(finding.block)?.push(finding);
    }
    for (const [block, findings] of fresh) {
      block.ofGivers = findings.length > 0 ? findings : NO_FINDINGS;
      // They may speak for findings in the patient's other encounters.
      for (const other of this.days.get(block.dayKey) ?? [block]) this.settle.add(other);
    }
  }

  private datesOf(blocks: readonly Block[]): Encounter[] {
    return inOrder(blocks)
      .map((block) => this.encounterOf(block))
      .sort((a, b) => a.date - b.date);
  }

  // -------------------------------------------------------------------------------------------------- What is said

  /** Brings a block's findings together: one a defect, ignored ones left out, by place. */
  private settleBlock(block: Block): void {
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

  private settled(block: Block, raw: readonly Finding[], count: boolean): readonly Finding[] {
    let findings = raw.length > 0 ? oneFindingADefect(raw, this.speakersBeside(block)) : raw;
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

  /** Findings of the same patient-day that stand in its other encounters: one of them may speak for one here. */
  private speakersBeside(block: Block): readonly Finding[] {
    const day = this.days.get(block.dayKey);
    if (!day || day.length < 2) return NO_FINDINGS;
    const others: Finding[] = [];
    for (const other of day) if (other !== block) others.push(...other.own, ...other.ofDay, ...other.ofGivers);
    return others;
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
    const nextFindings = next ? oneFindingADefect(this.rawOf(next), this.speakersBeside(next)) : NO_FINDINGS;
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

  private countSilenced(block: Block, now: ReadonlyMap<string, number> | undefined): void {
    const { silenced } = block.file;
    for (const [rule, n] of block.silencedForFile ?? []) silenced.set(rule, (silenced.get(rule) ?? 0) - n);
    for (const [rule, n] of now ?? []) silenced.set(rule, (silenced.get(rule) ?? 0) + n);
    block.silencedForFile = now;
  }

  /** The findings of a file, by place. `line` of each is that of its block: see `EncounterFile.lineOf`. */
  *findings(path: string): Generator<{ finding: Finding; startLine: number }> {
    const file = this.files.get(path);
    if (!file) return;
    let line = 0;
    for (const chunk of file.chunks) {
      if (chunk.findings > 0) {
        let at = line;
        for (const block of chunk.blocks) {
          for (const finding of block.findings) yield { finding, startLine: at };
          at += block.lineCount;
        }
      }
      line += chunk.lines;
    }
  }

  /** The findings of one block once more, with their fixes. */
  withFixes(block: Block): readonly Finding[] {
    if (this.options.keepFixes) return block.findings;
    if (block.findings.length === 0) return block.findings;
    this.fixRunner ??= this.newRunner(true);
    const runner = this.fixRunner;
    const known = new Map<string, PatientDay>();
    const raw: Finding[] = [];
    raw.push(...runner.ofBlock(block, block.isAbove ? undefined : this.encounterOf(block)));
    const day = block.isAbove ? undefined : this.dayByKey(block.dayKey, known);
    if (day) raw.push(...runner.ofDay(day).filter((finding) => finding.block === block));
    for (const key of block.giverKeys) {
      const clinicianDay = this.clinicianDayByKey(key, known);
      if (clinicianDay) raw.push(...runner.ofClinicianDay(clinicianDay).filter((finding) => finding.block === block));
    }
    const dates = block.groupNotesOf !== undefined ? this.patients.get(block.groupNotesOf) : undefined;
    if (dates) raw.push(...runner.ofPatient(this.datesOf(dates)).filter((finding) => finding.block === block));
    return this.settled(block, raw, false);
  }
}

/** The days that a block is part of, as keys of the indexes. */
function setKeys(block: Block, encounter: Encounter): void {
  const { date, patient } = encounter;
  block.dayKey = date > 0 && patient !== undefined ? `${date} ${patient}` : `#${block.id}`;
  if (date === 0) return;
  let keys: string[] | undefined;
  let grouped = false;
  for (const { giver, isGroup } of encounter.sessions) {
    grouped ||= isGroup;
    if (giver === undefined) continue;
    const key = `${date} ${giver}`;
    if (!keys) keys = [key];
    else if (!keys.includes(key)) keys.push(key);
  }
  if (keys) block.giverKeys = keys;
  if (grouped && encounter.notes.length > 0) block.groupNotesOf = patient;
}

function byPlace(a: Finding, b: Finding): number {
  return a.line - b.line || a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function inOrder(blocks: readonly Block[]): Block[] {
  return blocks.length === 1 ? [blocks[0]!] : [...blocks].sort(inFileOrder);
}

function addTo(index: Map<string, Block[]>, key: string, block: Block): void {
  const blocks = index.get(key);
  if (blocks) blocks.push(block);
  else index.set(key, [block]);
}

function removeFrom(index: Map<string, Block[]>, key: string, block: Block): void {
  const blocks = index.get(key);
  if (!blocks) return;
  const at = blocks.indexOf(block);
  if (at >= 0) blocks.splice(at, 1);
  if (blocks.length === 0) index.delete(key);
}

/** Gives each finding to its block. */
function deal(findings: readonly Finding[], give: (block: Block, findings: readonly Finding[]) => void): void {
  if (findings.length === 0) return;
  const byBlock = new Map<Block, Finding[]>();
  for (const finding of findings) {
    const list = byBlock.get(finding.block);
    if (list) list.push(finding);
    else byBlock.set(finding.block, [finding]);
  }
  for (const [block, list] of byBlock) give(block, list);
}
