/**
 * All files that are judged together, and what is found in them. An edit is read block by block; what it changes is
 * found again for the days it touches and nothing else. The result is always that of opening the final text afresh.
 */

import { buildEncounter } from '../model/build';
import { ClinicianDay } from '../model/clinician-day';
import type { Encounter } from '../model/encounter';
import type { Glance } from '../model/glance';
import { mayBeSame } from '../model/notes';
import { PatientDay } from '../model/patient-day';
import type { Settings } from '../model/settings';
import type { RuleId } from '../rules/kit/ids';
import type { Rule } from '../rules/kit/rule';
import { parseBlock } from '../syntax/parser';
import type { Baseline } from './baseline';
import { type Block, IgnoreReach, NO_FINDINGS } from './block';
import { type BlockChange, type BlockReader, EncounterFile, scratch, type TextEdit } from './file';
import type { Finding } from './finding';
import { knownOf } from './known';
import type { Likenesses } from './likeness';
import { Names } from './names';
import { Runner } from './run';
import { KeptHours, MEETS_ALL, Schedule } from './schedule';
import { deal, inOrder, ServiceDate } from './service-date';
import { type RuleControl, Settlement } from './settlement';

export type { RuleControl } from './settlement';

export interface WorkspaceOptions {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly control?: RuleControl;
  /** Findings that were there when the tool was taken up: counted, not shown. */
  readonly baseline?: Baseline | undefined;
  /** Fixes are worked out with the findings: for batches, and for asking again about one block. */
  readonly keepFixes?: boolean;
  readonly onFault?: (rule: RuleId, error: unknown) => void;
  /** Every day is judged by every rule, also where it can be seen that nothing will be found: what tests compare with. */
  readonly judgeAll?: boolean;
}

const NO_RULES: readonly Rule[] = [];

/** Encounters kept at hand; the others are built again when needed, which costs a few microseconds each. */
const ENCOUNTERS_AT_HAND = 512;
/** Encounters of one patient whose notes are compared two by two before the rule itself is asked. */
const MOST_COMPARED = 100;

/** Counts of the work done, for tests and benchmarks that must not depend on the clock. */
export interface WorkDone {
  /** UTF-16 units of the blocks that were read. */
  charactersRead: number;
  blocksRead: number;
  /** Those of them that the parser had to read. */
  blocksParsed: number;
  encountersBuilt: number;
  /** Patient-days that were put together and judged. */
  daysChecked: number;
  clinicianDaysChecked: number;
  rulesRun: number;
}

export class Workspace implements BlockReader {
  readonly files = new Map<string, EncounterFile>();
  /** Who is named where. */
  readonly names = new Names(() => this.allBlocks());
  readonly glance: Glance | undefined;
  private readonly likenesses: Likenesses | undefined;
  private readonly counts: Omit<WorkDone, 'rulesRun'> = {
    charactersRead: 0,
    blocksRead: 0,
    blocksParsed: 0,
    encountersBuilt: 0,
    daysChecked: 0,
    clinicianDaysChecked: 0,
  };
  private readonly runner: Runner;
  private readonly settlement: Settlement;
  private fixRunner: Runner | undefined;
  private readonly dates = new Map<number, ServiceDate>();
  private lastDate = new ServiceDate(-1);
  /** Blocks that are in no patient-day with others, by key. */
  private readonly alone = new Map<string, Block>();
  /** Of each patient the encounters with group sessions and notes. */
  private readonly patients = new Map<string, Block[]>();
  /** What is to be found again; the newest is found first, so that a key never waits for what came before it. */
  private readonly dirtyDates: ServiceDate[] = [];
  private readonly dirtyPatients: string[] = [];
  private readonly isDirtyPatient = new Set<string>();
  private readonly settle = new Set<Block>();
  private readonly changed = new Set<EncounterFile>();
  private readonly hours = new KeptHours();
  private readonly ring: (Block | undefined)[] = [];
  private ringAt = 0;

  constructor(private readonly options: WorkspaceOptions) {
    this.runner = this.newRunner(options.keepFixes ?? false);
    this.settlement = new Settlement(options, this.runner, (block) => this.blocksBeside(block));
    if (!options.judgeAll) {
      const { glance, likenesses } = knownOf(options.settings, options.rules);
      this.glance = glance;
      this.likenesses = likenesses;
    }
  }

  get settings(): Settings {
    return this.options.settings;
  }

  get work(): WorkDone {
    return { ...this.counts, rulesRun: this.runner.rulesRun };
  }

  /** An empty workspace with the same settings that finds nothing: for a text of our own. */
  beside(): Workspace {
    return new Workspace({ rules: NO_RULES, settings: this.options.settings });
  }

  private newRunner(keepFixes: boolean): Runner {
    return new Runner(this.options.rules, this.options.settings, this.options.onFault ?? (() => {}), keepFixes);
  }

  private *allBlocks(): Generator<Block> {
    for (const file of this.files.values()) yield* file.blocks();
  }

  // ------------------------------------------------------------------------------------------------------ Changing

  /** Takes a file in, or its whole text anew: at once, or in pieces, each but the first from a header on. */
  setText(path: string, text: string | readonly string[]): void {
    let file = this.files.get(path);
    if (!file) {
      file = new EncounterFile(path, this);
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
    // Files that come and go one by one leave nothing at hand, so that a batch of any length stays small.
    if (this.files.size === 0) {
      this.ring.length = 0;
      this.ringAt = 0;
    }
  }

  private apply(file: EncounterFile, change: BlockChange, hadNotes: boolean): void {
    this.changed.add(file);
    for (const block of change.removed) this.take(block);
    for (const block of change.added) this.bring(block);
    for (const block of change.reread) this.bringAgain(block);
    // Ignore comments reach over the borders of a block.
    for (const blocks of [change.added, change.reread]) {
      const before = blocks.length > 0 && file.previous(blocks[0]!);
      if (before) this.settle.add(before);
      const after = blocks.length > 0 && file.next(blocks[blocks.length - 1]!);
      if (after) this.settle.add(after);
    }
    // Where nothing came in the place of what went, whoever spoke to the next header speaks to another one now.
    if (change.added.length === 0 && change.removed.length > 0 && file.farIgnores > 0) {
      for (const block of file.blocks()) {
        if (block.ignores.some((ignore) => ignore.reach === IgnoreReach.NextHeader)) this.settle.add(block);
      }
    }
    // Only what is said of groups hangs on whether the file keeps notes. What came just now is judged anyway.
    if (hadNotes !== file.hasNotes) {
      for (const block of file.blocks()) if (block.hasGroup && !block.isDirty) this.dirtyDay(block);
    }
    // It can only be the first of them.
    if (change.removed[0]?.isAbove || change.added[0]?.isAbove) {
      const reaches = (block: Block | undefined) => block?.ignores.some(({ reach }) => reach === IgnoreReach.File);
      if (reaches(change.removed[0]) || reaches(change.added[0])) {
        for (const block of file.blocks()) this.settle.add(block);
      }
    }
  }

  private bring(block: Block): void {
    block.isIn = true;
    this.toBeJudged(block).bring(block);
    if (block.isAlone && !block.isAbove) this.alone.set(block.dayKey, block);
    const patient = block.groupNotesOf;
    if (patient !== undefined) {
      const blocks = this.patients.get(patient);
      if (blocks) blocks.push(block);
      else this.patients.set(patient, [block]);
      this.markPatient(patient);
    }
  }

  /** A block that is in the file as it was, and was read below other defaults: see {@link onReread}. */
  private bringAgain(block: Block): void {
    this.toBeJudged(block).bringAgain(block);
    if (block.groupNotesOf !== undefined) this.markPatient(block.groupNotesOf);
  }

  /** Counts a block as read, and it and its date as to be judged. @returns the date. */
  private toBeJudged(block: Block): ServiceDate {
    this.counts.blocksRead++;
    this.counts.charactersRead += block.text.length;
    block.isDirty = true;
    if (block.ignores.length > 0 || block.file.farIgnores > 0) this.settle.add(block);
    this.names.bring(block);
    const date = this.dateOf(block.date);
    this.markDate(date);
    return date;
  }

  onReread(block: Block): void {
    const date = this.dateOf(block.date);
    // It came since the date was judged: hours that were put together since then have it already.
    if (block.isDirty) for (const giver of block.givers) date.schedules.delete(giver);
    this.forget(block);
    date.takeGivers(block);
  }

  /** What was made of a block does not hold. */
  private forget(block: Block): void {
    block.encounter = undefined;
    this.hours.letGo(block);
    this.settlement.forget(block);
    this.names.take(block);
  }

  private take(block: Block): void {
    block.isDirty = false;
    block.isIn = false;
    this.settle.delete(block);
    this.forget(block);
    const date = this.dateOf(block.date);
    date.take(block);
    this.markDate(date);
    if (block.isAlone && !block.isAbove) this.alone.delete(block.dayKey);
    const patient = block.groupNotesOf;
    if (patient !== undefined) {
      const blocks = this.patients.get(patient)!;
      blocks.splice(blocks.indexOf(block), 1);
      if (blocks.length === 0) this.patients.delete(patient);
      this.markPatient(patient);
    }
    this.changed.add(block.file);
  }

  private dateOf(date: number): ServiceDate {
    // Files go from date to date: most often it is the one that was asked for last.
    if (this.lastDate.date === date) return this.lastDate;
    let found = this.dates.get(date);
    if (!found) {
      found = new ServiceDate(date);
      this.dates.set(date, found);
    }
    this.lastDate = found;
    return found;
  }

  private letDateGo(date: ServiceDate): void {
    this.dates.delete(date.date);
    if (this.lastDate === date) this.lastDate = new ServiceDate(-1);
  }

  private markDate(date: ServiceDate): void {
    date.isDirty = true;
    if (this.dirtyDates[this.dirtyDates.length - 1] !== date) this.dirtyDates.push(date);
  }

  private markPatient(patient: string): void {
    this.isDirtyPatient.add(patient);
    this.dirtyPatients.push(patient);
  }

  private dirtyDay(block: Block): void {
    const date = this.dateOf(block.date);
    if (block.isAlone) {
      block.isDirty = true;
      date.fresh.push(block);
    } else date.dirtyDays.add(block.patient!);
    this.markDate(date);
  }

  // ------------------------------------------------------------------------------------------------------ The model

  onGlance(block: Block, stays: boolean): void {
    const glance = this.glance;
    const likenesses = this.likenesses;
    if (!glance || !likenesses) return;
    block.likeness = likenesses.of(glance);
    // What is at hand of it now need not be read again.
    if (!stays) {
      if (block.givers.length > 0) this.hours.keep(block, glance);
      return;
    }
    const { schedules } = this.dateOf(block.date);
    for (const giver of block.givers) {
      let schedule = schedules.get(giver);
      if (!schedule) {
        schedule = new Schedule(giver);
        schedules.set(giver, schedule);
      }
      schedule.add(block, glance);
    }
  }

  onSyntax(block: Block): void {
    this.counts.blocksParsed++;
    if (block.isAbove) return;
    this.build(block);
    block.describe(block.encounter!);
  }

  /** The encounter of a block that is one. */
  encounterOf(block: Block): Encounter {
    if (!block.encounter) {
      parseBlock(block.text, 0, block.isAbove, scratch);
      this.build(block);
    }
    return block.encounter!;
  }

  /** Builds a block's encounter from the syntax in `scratch`, and lets go of the one that was built longest ago. */
  private build(block: Block): void {
    block.encounter = buildEncounter(scratch, block, block.above, this.options.settings);
    this.counts.encountersBuilt++;
    const old = this.ring[this.ringAt];
    if (old) old.encounter = undefined;
    this.ring[this.ringAt] = block;
    this.ringAt = (this.ringAt + 1) % ENCOUNTERS_AT_HAND;
  }

  /** Lets go of the encounters of one date: kept for longer than they are needed, they are carried about by the collector. */
  private letEncountersGo(date: number): void {
    const { ring } = this;
    for (let i = 0; i < ring.length; i++) {
      if (ring[i]?.date !== date) continue;
      ring[i]!.encounter = undefined;
      ring[i] = undefined;
    }
  }

  /** The keys of all patient-days, `yyyymmdd PATIENT`; one without a date or patient has a key of its own, `#…`. */
  get dayKeys(): Iterable<string> {
    return this.allDayKeys();
  }

  private *allDayKeys(): Generator<string> {
    for (const date of this.dates.values()) for (const patient of date.patients()) yield `${date.date} ${patient}`;
    yield* this.alone.keys();
  }

  /** The encounters of one patient-day as blocks, in file order. */
  blocksOfDay(key: string): Block[] {
    const alone = this.alone.get(key);
    if (alone) return [alone];
    const space = key.indexOf(' ');
    return inOrder(this.dates.get(Number(key.slice(0, space)))?.dayOf(key.slice(space + 1)) ?? []);
  }

  private blocksBeside(block: Block): readonly Block[] {
    return block.isAlone ? [block] : this.dateOf(block.date).dayOf(block.patient!);
  }

  /** The patient-day that a block is part of. */
  dayOf(block: Block): PatientDay {
    return this.dayAmong(block, new Map());
  }

  /** The same, each day once: by its blocks. */
  private dayAmong(block: Block, known: Map<Block, PatientDay>): PatientDay {
    let day = known.get(block);
    if (day) return day;
    const blocks = inOrder(this.blocksBeside(block));
    day = new PatientDay(
      blocks.map((one) => this.encounterOf(one)),
      this.options.settings,
      this.dayOfGiver,
    );
    for (const one of blocks) known.set(one, day);
    return day;
  }

  /** The encounters in which a giver has a session on a date (yyyymmdd), in file order. */
  encountersOf(date: number, giver: string): Encounter[] {
    return inOrder(this.dates.get(date)?.blocksOf(giver) ?? []).map((block) => this.encounterOf(block));
  }

  /** The days of everyone who gave one of a block's sessions. */
  clinicianDaysOf(block: Block): ClinicianDay[] {
    const known = new Map<Block, PatientDay>();
    return block.givers.map((giver) => this.clinicianDay(block.date, giver, known)!);
  }

  /** What of one date is put together while it is judged: every patient of a giver may ask for the giver's day. */
  private judging: { readonly days: Map<Block, PatientDay>; readonly givers: Map<string, ClinicianDay> } | undefined;

  private readonly dayOfGiver = (day: PatientDay, giver: string): ClinicianDay | undefined => {
    const known = this.judging?.givers.get(giver);
    if (known) return known;
    const days = this.judging?.days ?? new Map(day.encounters.map(({ home }) => [home as Block, day]));
    const found = this.clinicianDay(day.date, giver, days);
    if (found) this.judging?.givers.set(giver, found);
    return found;
  };

  private clinicianDay(date: number, giver: string, known: Map<Block, PatientDay>): ClinicianDay | undefined {
    const blocks = this.dates.get(date)?.blocksOf(giver);
    if (!blocks || blocks.length === 0) return undefined;
    // Each encounter as its day knows it: one built anew would stand in no day.
    const encounters = inOrder(blocks).map((block) => this.dayAmong(block, known).encounterAt(block)!);
    return new ClinicianDay(giver, date, encounters, this.options.settings);
  }

  // -------------------------------------------------------------------------------------------------------- Checking

  /** Something is still to be found again. */
  get isPending(): boolean {
    return this.isDirtyPatient.size > 0 || this.settle.size > 0 || this.dirtyDates.some(({ isDirty }) => isDirty);
  }

  /**
   * Finds again what the changes since the last check may have changed: all of it, or date by date until it is enough,
   * the dates first that were changed last. Returns the paths of files to be shown anew.
   */
  check(isEnough: () => boolean = () => false): string[] {
    const before = this.counts.encountersBuilt;
    for (let date = this.dirtyDates.pop(); date; date = this.dirtyDates.pop()) {
      if (!date.isDirty) continue;
      this.judging = { days: new Map(), givers: new Map() };
      try {
        this.checkDate(date, this.judging.days);
      } finally {
        this.judging = undefined;
      }
      if (isEnough()) break;
      // The next date asks for other encounters. Of a few, some will be asked for again when a key is typed.
      const built = this.counts.encountersBuilt - before;
      if (built > ENCOUNTERS_AT_HAND / 2 && this.dirtyDates.length > 0) this.letEncountersGo(date.date);
    }
    for (let patient = this.dirtyPatients.pop(); patient !== undefined; patient = this.dirtyPatients.pop()) {
      if (!this.isDirtyPatient.delete(patient)) continue;
      this.checkPatient(patient);
      if (isEnough()) break;
    }
    this.settleAll();
    const paths = [...this.changed].map((file) => file.path);
    this.changed.clear();
    return paths;
  }

  /** All that one date's days read is of that date, so no more of the model is at hand than needs be. */
  private checkDate(date: ServiceDate, known: Map<Block, PatientDay>): void {
    const { fresh, dirtyDays, dirtyGivers } = date;
    const judged = new Set<string>();
    date.isDirty = false;
    date.fresh = [];
    if (this.options.keepFixes && date.wasJudged) this.widenForFixes(date, fresh);
    date.wasJudged = true;
    for (const block of fresh) {
      if (!block.isDirty) continue;
      block.isDirty = false;
      this.checkFresh(date, block, known, judged);
    }
    for (const patient of dirtyDays) {
      const blocks = date.dayOf(patient);
      if (blocks.length > 0 && !judged.has(patient)) this.checkDay(date, blocks, known);
    }
    this.checkGivers(date, known);
    dirtyDays.clear();
    dirtyGivers.clear();
    date.schedules.clear();
    if (date.isEmpty) this.letDateGo(date);
  }

  /**
   * What a fix offers may hang on where else the giver was, which no finding does. So where fixes are kept, a change in a
   * clinician-day is one in all its patient-days.
   */
  private widenForFixes(date: ServiceDate, fresh: readonly Block[]): void {
    const givers = new Set(date.dirtyGivers);
    const days = new Set(date.dirtyDays);
    for (const { isAlone, patient } of fresh) if (!isAlone) days.add(patient!);
    for (const patient of days)
      for (const block of date.dayOf(patient)) for (const giver of block.givers) givers.add(giver);
    for (const giver of givers)
      for (const block of date.blocksOf(giver))
        if (!block.isDirty && !block.isAlone) date.dirtyDays.add(block.patient!);
  }

  /** Judges a block that came, and its patient-day. */
  private checkFresh(date: ServiceDate, block: Block, known: Map<Block, PatientDay>, judged: Set<string>): void {
    const likeness = date.isOnly(block) ? block.likeness : undefined;
    block.likeness = undefined;
    // A day like this one was judged before, and nothing was found in it.
    if (likeness?.isClean) {
      if (date.dirtyDays.size > 0) judged.add(block.patient!);
      return;
    }
    const { faults } = this.runner;
    block.own = this.runner.ofBlock(block, block.isAbove ? undefined : this.encounterOf(block));
    if (block.isAbove) {
      this.settleIfSaid(block);
      return;
    }
    if (block.isAlone) this.checkDay(date, [block], known);
    else if (!judged.has(block.patient!)) {
      judged.add(block.patient!);
      this.checkDay(date, date.dayOf(block.patient!), known);
    } else this.settleIfSaid(block);
    if (likeness && this.runner.faults === faults)
      likeness.isClean = block.own.length === 0 && block.ofDay.length === 0;
  }

  private checkDay(date: ServiceDate, blocks: readonly Block[], known: Map<Block, PatientDay>): void {
    this.counts.daysChecked++;
    const day = this.dayAmong(blocks[0]!, known);
    for (const block of blocks) block.ofDay = NO_FINDINGS;
    deal(this.runner.ofDay(day), (block, findings) => {
      block.ofDay = findings;
    });
    for (const block of blocks) {
      this.settleIfSaid(block);
      // Whether a session is in play hangs on its patient-day.
      for (const giver of block.givers) date.dirtyGivers.add(giver);
    }
  }

  /** Finds what the clinician-days say of their blocks; a block can be in several. */
  private checkGivers(date: ServiceDate, known: Map<Block, PatientDay>): void {
    const meets = new Map<string, number>();
    const meetsOf = (giver: string): number => {
      let found = meets.get(giver);
      if (found === undefined) {
        found = this.meetsOf(date, giver);
        meets.set(giver, found);
      }
      return found;
    };
    const fresh = new Map<Block, Finding[]>();
    for (const giver of date.dirtyGivers) {
      const blocks = date.blocksOf(giver);
      if (blocks.length === 0) continue;
      if (meetsOf(giver) === 0 && !blocks.some(({ ofGivers }) => ofGivers.length > 0)) continue;
      for (const block of blocks) fresh.set(block, []);
    }
    const givers = new Set<string>();
    for (const block of fresh.keys()) for (const giver of block.givers) givers.add(giver);
    for (const giver of givers) {
      if (meetsOf(giver) === 0) continue;
      const day = this.clinicianDay(date.date, giver, known)!;
      this.counts.clinicianDaysChecked++;
      for (const finding of this.runner.ofClinicianDay(day, meetsOf(giver))) fresh.get(finding.block)?.push(finding);
    }
    // They may speak for findings in the patient's other encounters.
    const beside = new Set<readonly Block[]>();
    for (const [block, findings] of fresh) {
      block.ofGivers = findings.length > 0 ? findings : NO_FINDINGS;
      if (date.isOnly(block)) this.settleIfSaid(block);
      else beside.add(this.blocksBeside(block));
    }
    for (const blocks of beside) for (const block of blocks) this.settleIfSaid(block);
  }

  /** What there is in a clinician-day for a rule to speak of, as bits of `Meets`. */
  private meetsOf(date: ServiceDate, giver: string): number {
    const { glance } = this;
    if (!glance) return MEETS_ALL;
    const blocks = date.blocksOf(giver);
    let schedule = date.schedules.get(giver);
    if (!schedule?.isOf(blocks)) {
      schedule = new Schedule(giver);
      for (const block of blocks) {
        const hours = this.hours.of(block, glance);
        if (!hours) return MEETS_ALL;
        schedule.add(block, hours);
      }
    }
    return schedule.meets();
  }

  private checkPatient(patient: string): void {
    const blocks = this.patients.get(patient);
    if (!blocks) return;
    const mayBeFound = !this.glance || mayRepeat(blocks);
    if (!mayBeFound && !blocks.some(({ ofPatient }) => ofPatient.length > 0)) return;
    for (const block of blocks) block.ofPatient = NO_FINDINGS;
    deal(this.runner.ofPatient(this.byDate(blocks)), (block, findings) => {
      block.ofPatient = findings;
    });
    for (const block of blocks) this.settleIfSaid(block);
  }

  private byDate(blocks: readonly Block[]): Encounter[] {
    return inOrder(blocks)
      .map((block) => this.encounterOf(block))
      .sort((a, b) => a.date - b.date);
  }

  // -------------------------------------------------------------------------------------------------- What is said

  private settleIfSaid(block: Block): void {
    if (block.wasFound || block.ignores.length > 0 || block.file.farIgnores > 0) this.settle.add(block);
  }

  private settleAll(): void {
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
    this.settlement.inOnePass(() => {
      for (const block of this.settle) {
        this.settlement.settle(block);
        this.changed.add(block.file);
        if (block.file.farIgnores === 0) continue;
        if (block.file.above.ignores.some((ignore) => ignore.reach === IgnoreReach.File)) aboves.add(block.file.above);
      }
      for (const block of aboves) this.settlement.settle(block);
    });
    this.settle.clear();
  }

  /** Findings of the baseline that are still there, and not shown. */
  get knownFindings(): number {
    return this.settlement.knownFindings;
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
    const known = new Map<Block, PatientDay>();
    const raw: Finding[] = [];
    raw.push(...runner.ofBlock(block, block.isAbove ? undefined : this.encounterOf(block)));
    if (!block.isAbove)
      raw.push(...runner.ofDay(this.dayAmong(block, known)).filter((finding) => finding.block === block));
    for (const giver of block.givers) {
      const day = this.clinicianDay(block.date, giver, known)!;
      raw.push(...runner.ofClinicianDay(day, MEETS_ALL).filter((finding) => finding.block === block));
    }
    const dates = block.groupNotesOf !== undefined ? this.patients.get(block.groupNotesOf) : undefined;
    if (dates) raw.push(...runner.ofPatient(this.byDate(dates)).filter((finding) => finding.block === block));
    return this.settlement.settled(block, raw, false);
  }
}

/** Whether one of a patient's encounters may repeat the notes of another date. */
function mayRepeat(blocks: readonly Block[]): boolean {
  if (blocks.length < 2) return false;
  if (blocks.length > MOST_COMPARED) return true;
  for (let i = 0; i < blocks.length; i++) {
    const { noteBits, date } = blocks[i]!;
    if (!noteBits || noteBits.namesOwn) return true;
    if (noteBits.count === 0) continue;
    for (let j = 0; j < i; j++) {
      const other = blocks[j]!.noteBits;
      if (other && other.count > 0 && blocks[j]!.date !== date && mayBeSame(noteBits, other)) return true;
    }
  }
  return false;
}
