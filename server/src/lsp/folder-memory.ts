/** What is kept of the folders from one start to the next, and what of it still holds. */

import type { ClosedFile, Documents } from './documents';
import type { After, FolderEntry } from './folder';
import { dayHash, factsOf, type Hash } from './folder-facts';
import { type KnownFile, KnownFiles } from './folder-known';

/** Where it is kept: in the editor's own storage. */
export interface FolderStore {
  readonly hash: Hash;
  /** What was kept under a name; nothing where there is none, or it is damaged. Never throws. */
  load(name: string): Promise<ArrayBuffer | undefined>;
  /** Never throws: what cannot be kept is read again. */
  save(name: string, bytes: Uint8Array): Promise<void>;
  /** Takes away all that was kept, and the key to it. Throws what the disk throws. */
  clear(): void;
}

export interface MemoryOptions {
  readonly store: FolderStore | undefined;
  readonly documents: () => Documents;
  /** Files of different groups are never judged together. */
  readonly groupOf: (uri: string) => string;
  /** All that the files of a group are judged by, in words that change when it does. */
  readonly judgedBy: (group: string) => string;
  /** Today as yyyymmdd. */
  readonly today: () => number;
  readonly later: (run: () => void) => void;
  readonly after: After;
  readonly now: () => number;
  readonly entries: () => Iterable<FolderEntry>;
  /** All is read that is to be read. */
  readonly isSettled: () => boolean;
}

/** Saved so long after the folders were first read, and so long after a change. */
const SAVE_FIRST = 1500;
const SAVE_AGAIN = 20_000;
/** A slice of the work of saving, and all that is left for it when the editor ends. */
const SLICE = 3;
const LAST_CHANCE = 1000;

/** A file that the next start reads, whatever it is like. */
const NOT_SEEN = { size: -1, changed: -1 };

export class FolderMemory {
  /** The files as they were when this was last kept. */
  known: KnownFiles | undefined;
  private name: string | undefined;
  private byIndex = new Map<number, FolderEntry>();
  /** Files that are needed and were not listed yet. */
  private needed = new Set<number>();
  /** Files that were read for the sake of others, with their patient-days by keyed number. */
  private companions = new Map<FolderEntry, { file: ClosedFile; days: ReadonlyMap<number, string> }>();
  private saved: KnownFiles | undefined;
  /** Where files stand in `saved` that are still as they were then. */
  private kept = new Map<string, number>();
  private hasChanged = false;
  private stopSaving: (() => void) | undefined;
  private saving: Promise<void> = Promise.resolve();
  private run = 0;

  constructor(private readonly options: MemoryOptions) {}

  get hash(): Hash | undefined {
    return this.options.store?.hash;
  }

  /** @param roots of all opened folders. */
  async load(roots: readonly string[]): Promise<void> {
    const { store } = this.options;
    if (!store) return;
    const isFirst = this.name === undefined;
    this.name = [...roots].sort().join('\n');
    if (!isFirst) return;
    const { run } = this;
    const buffer = await store.load(this.name);
    if (!buffer || run !== this.run) return;
    try {
      const known = new KnownFiles(buffer);
      // On an earlier date more days are ahead, of which something would be said.
      if (known.keptOn > this.options.today()) return;
      for (const step of known.steps()) {
        step();
        await new Promise<void>((resolve) => this.options.later(resolve));
      }
      if (run === this.run) this.known = known;
    } catch {
      // Damaged: all files are read.
    }
  }

  /** Judged otherwise: only what was kept may still hold. */
  forget(): void {
    this.run++;
    this.name = undefined;
    this.known = undefined;
    this.byIndex.clear();
    this.needed.clear();
    this.companions.clear();
    this.saved = undefined;
    this.kept.clear();
    this.stopSaving?.();
    this.stopSaving = undefined;
  }

  /** Whether a file is as it was and nothing was found in it. @param need told the files that are judged with it. */
  recognise(entry: FolderEntry, need: (file: number) => void): 'clean' | 'to be read' {
    const { known, hash } = this;
    if (!known || !hash) return 'to be read';
    const file = known.indexOf(hash(`f${entry.name}`));
    if (file === undefined) return 'to be read';
    this.byIndex.set(file, entry);
    const isAsItWas = entry.seen && known.isAsItWas(file, entry.seen, this.judgedNumber(entry.uri));
    entry.known = isAsItWas ? file : undefined;
    if (isAsItWas && !known.hasFindings(file)) return this.needed.has(file) ? 'to be read' : 'clean';
    if (isAsItWas) known.needForWords(file, need);
    else known.needFile(file, need);
    return 'to be read';
  }

  /** The entry of a file that is known; where it was not listed yet, it will be read when it is. */
  entryOf(file: number): FolderEntry | undefined {
    const entry = this.byIndex.get(file);
    if (!entry) this.needed.add(file);
    return entry;
  }

  /** All is listed: what was known and is not there any more was judged with others. */
  goneFiles(need: (file: number) => void): void {
    const { known } = this;
    if (!known) return;
    for (let file = 0; file < known.count; file++) if (!this.byIndex.has(file)) known.needFile(file, need);
  }

  /** A known file was read for the sake of others. */
  companion(entry: FolderEntry, file: ClosedFile): void {
    const { hash } = this;
    const text = file.workspace?.files.get(file.uri);
    if (!hash || !text || entry.known === undefined) return;
    if (this.known!.quietDays(entry.known).size === 0) return;
    const group = this.options.groupOf(entry.uri);
    const days = new Map<number, string>();
    for (const block of text.blocks()) if (!block.isAbove) days.set(dayHash(hash, group, block.dayKey), block.dayKey);
    this.companions.set(entry, { file, days });
  }

  /** Says nothing of the days that are not known in full, and for which nothing was found when they were. */
  hush(): void {
    for (const [entry, { file, days }] of this.companions) {
      const isStill = !entry.isGone && entry.known !== undefined && file.workspace !== undefined;
      const quiet = new Set<string>();
      if (isStill)
        for (const number of this.known!.quietDays(entry.known!)) {
          const day = days.get(number);
          if (day !== undefined) quiet.add(day);
        }
      const before = file.quiet?.size ?? 0;
      file.quiet = quiet.size > 0 ? quiet : undefined;
      if (before !== quiet.size) this.options.documents().markClosed(file.uri);
      if (quiet.size === 0) this.companions.delete(entry);
    }
  }

  private judgedNumber(uri: string): number {
    const group = this.options.groupOf(uri);
    return this.hash!(`j${group}\n${this.options.judgedBy(group)}`);
  }

  // -------------------------------------------------------------------------------------------------------- Saving

  /** Something is not as it was when it was last kept. @param name of the one file, where it is one. */
  changed(name?: string): void {
    if (name !== undefined) this.kept.delete(name);
    this.hasChanged = true;
  }

  saveSoon(): void {
    if (!this.options.store || !this.hasChanged || this.stopSaving) return;
    this.stopSaving = this.options.after(this.saved ? SAVE_AGAIN : SAVE_FIRST, () => {
      this.stopSaving = undefined;
      this.saving = this.save(SLICE);
    });
  }

  /** @param canSave all is read that was to be read. */
  async end(canSave: boolean): Promise<void> {
    this.stopSaving?.();
    await this.saving;
    if (canSave && this.hasChanged) await this.save(LAST_CHANCE, true);
  }

  clear(): void {
    this.stopSaving?.();
    this.stopSaving = undefined;
    this.kept.clear();
    this.saved = undefined;
    this.options.store?.clear();
  }

  private async save(slice: number, isLast = false): Promise<void> {
    const { store, now } = this.options;
    const { name, run } = this;
    if (!store || name === undefined) return;
    this.hasChanged = false;
    const files: KnownFile[] = [];
    const names: string[] = [];
    let until = now() + slice;
    for (const entry of this.options.entries()) {
      if (now() > until) {
        if (isLast) return;
        await new Promise<void>((resolve) => this.options.later(resolve));
        until = now() + slice;
        // All that is kept is of one state of the files, for one was judged beside the other.
        if (run !== this.run || this.hasChanged || !this.options.isSettled()) {
          this.hasChanged = true;
          return;
        }
      }
      const file = this.keep(entry);
      if (!file) continue;
      files.push(file);
      names.push(entry.name);
    }
    const saved = KnownFiles.of(files, this.options.today());
    this.saved = saved;
    this.kept = new Map(names.map((one, at) => [one, at]));
    await store.save(name, saved.bytes);
  }

  private keep(entry: FolderEntry): KnownFile | undefined {
    if (entry.state === 'known') return this.known!.at(entry.known!);
    const at = this.kept.get(entry.name);
    if (at !== undefined) return this.saved!.at(at);
    const documents = this.options.documents();
    const open = documents.openNamed(entry.name);
    const closed = open ? undefined : documents.closedFile(entry.uri);
    const standing = open ?? closed;
    if (entry.state !== 'read' || standing?.standing !== 'judged' || closed?.filling) return undefined;
    const file = standing.workspace?.files.get(standing.uri);
    if (!file) return undefined;
    const id = this.hash!(`f${entry.name}`);
    const facts =
      entry.known === undefined
        ? factsOf(file, this.options.groupOf(entry.uri), this.hash!)
        : this.known!.at(entry.known).facts;
    // An open file may not be on the disk as it is here: the next start looks at it and at what is judged with it.
    const seen = open || entry.isFresh ? NOT_SEEN : (entry.seen ?? NOT_SEEN);
    const hasFindings = closed ? documents.hasFindings(closed) : true;
    return { id, ...seen, judged: this.judgedNumber(entry.uri), hasFindings, facts };
  }
}
