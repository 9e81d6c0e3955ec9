/** What is kept of the folders from one start to the next, and what of it still holds. */

import type { EncounterFile } from '../engine/file';
import type { After } from './calm';
import type { Report } from './convert';
import type { ClosedFile, Documents, OpenDocument } from './documents';
import type { FolderEntry } from './folder-entries';
import { dayHash, type FileFacts, factsOf, type Hash } from './folder-facts';
import { nameOf, type Seen } from './folder-files';
import { type KnownFile, KnownFiles, type Run } from './folder-known';

/** Where it is kept: in the editor's own storage. */
export interface FolderStore {
  readonly hash: Hash;
  /** Words about a file, of use only to who has its text. */
  seal(words: string, content: string): Uint8Array;
  /** The words; nothing where the text is another one. */
  unseal(sealed: Uint8Array, content: string): string | undefined;
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
  /** How the editor wants findings to be told, in words that change when it does. */
  readonly toldBy: () => string;
  /** What is said of a closed file. */
  readonly reportOf: (file: ClosedFile) => Report;
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
const NOT_SEEN: Seen = { size: -1, changed: -1, touched: -1 };

/** What is known of a file that was listed. */
export type Recognised =
  /** As it was, and nothing was found in it. */
  | 'clean'
  /** As it was, and what was found in it is kept. */
  | 'told'
  | 'to be read';

export class FolderMemory {
  /** The files as they were when this was last kept. */
  known: KnownFiles | undefined;
  private name: string | undefined;
  private entries: (FolderEntry | undefined)[] = [];
  private runs: (Omit<Run, 'start'> & { readonly names: readonly string[] })[] = [];
  private judgedNumbers = new Map<string, number>();
  private told: { readonly words: string; readonly number: number } | undefined;
  /** Files that something needs which changed since this was kept. */
  private needed = new Set<number>();
  /** Files that were read for the sake of others, with their patient-days by keyed number. */
  private companions = new Map<FolderEntry, { file: ClosedFile; days: ReadonlyMap<number, string> }>();
  private saved: KnownFiles | undefined;
  /** Where files stand in `saved` that are still as they were then. */
  private kept = new Map<string, number>();
  private hasChanged = false;
  private isCleared = false;
  private stopSaving: (() => void) | undefined;
  private saving: Promise<void> = Promise.resolve();
  private run = 0;

  constructor(private readonly options: MemoryOptions) {}

  get hash(): Hash | undefined {
    return this.store?.hash;
  }

  private get store(): FolderStore | undefined {
    return this.isCleared ? undefined : this.options.store;
  }

  /** @param roots of all opened folders. */
  async load(roots: readonly string[]): Promise<void> {
    const { store } = this;
    if (!store) return;
    const isFirst = this.name === undefined;
    this.name = [...roots].sort().join('\n');
    this.runs = [];
    if (!isFirst) return;
    const { run } = this;
    const buffer = await store.load(this.name);
    if (!buffer || run !== this.run) return;
    try {
      const known = new KnownFiles(buffer);
      // On an earlier date more days are ahead, of which something would be said.
      if (known.keptOn > this.options.today()) return;
      this.known = known;
      void this.prepare(known);
    } catch {
      // Damaged: all files are read.
    }
  }

  /** Gets ready what will be looked up, while the disk is waited for. */
  private async prepare(known: KnownFiles): Promise<void> {
    for (const step of known.steps()) {
      await new Promise<void>((resolve) => this.options.later(resolve));
      if (this.known !== known) return;
      step();
    }
  }

  /** Judged otherwise: only what was kept may still hold. */
  forget(): void {
    this.run++;
    this.name = undefined;
    this.known = undefined;
    this.entries = [];
    this.runs = [];
    this.judgedNumbers.clear();
    this.needed.clear();
    this.companions.clear();
    this.saved = undefined;
    this.kept.clear();
    this.stopSaving?.();
    this.stopSaving = undefined;
  }

  /** Where the first of some files stands that were listed together, if they were so before. @param names by `nameOf`. */
  startOf(names: readonly string[]): number | undefined {
    const { hash } = this;
    if (!hash) return undefined;
    const id = hash(`r${names.join('\n')}`);
    this.runs.push({ id, names });
    return this.known?.startOf(id);
  }

  /**
   * What is known of a file that was listed.
   * @param at where it stands, where that is known.
   * @param need told the files that are judged with it.
   */
  recognise(entry: FolderEntry, at: number | undefined, need: (file: number) => void): Recognised {
    const { known, hash } = this;
    if (!known || !hash) return 'to be read';
    const file = at ?? known.indexOf(hash(`f${entry.name}`));
    if (file === undefined) return 'to be read';
    this.entries[file] = entry;
    const isAsItWas = entry.seen && known.isAsItWas(file, entry.seen, this.judgedNumber(entry.uri));
    entry.known = isAsItWas ? file : undefined;
    if (!isAsItWas) {
      known.needFile(file, need);
      return 'to be read';
    }
    const isNeeded = this.needed.has(file);
    if (!known.hasFindings(file)) return isNeeded ? 'to be read' : 'clean';
    if (!isNeeded && known.wordsOf(file) && known.toldBy === this.toldNumber()) return 'told';
    known.needForWords(file, need);
    return 'to be read';
  }

  /** Whether a file that is known is still judged by what it was judged by. */
  holds({ uri, known }: FolderEntry): boolean {
    return known !== undefined && this.known!.judgedBy(known) === this.judgedNumber(uri);
  }

  /** What was found in a file that is as it was. @returns nothing where it has another text. */
  toldOf(file: number, text: string): Report | undefined {
    const sealed = this.known?.wordsOf(file);
    const words = sealed && this.store?.unseal(sealed, text);
    return words === undefined ? undefined : (JSON.parse(words) as Report);
  }

  /** A file that is known has to be read. @returns its entry; where it was not listed yet, it will be read when it is. */
  need(file: number): FolderEntry | undefined {
    this.needed.add(file);
    return this.entries[file];
  }

  /** All is listed: what was known and is not there any more was judged with others. */
  goneFiles(need: (file: number) => void): void {
    const { known } = this;
    if (!known) return;
    for (let file = 0; file < known.count; file++) if (!this.entries[file]) known.needFile(file, need);
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
    let number = this.judgedNumbers.get(group);
    if (number === undefined) {
      number = this.hash!(`j${group}\n${this.options.judgedBy(group)}`);
      this.judgedNumbers.set(group, number);
    }
    return number;
  }

  private toldNumber(): number {
    const words = this.options.toldBy();
    if (this.told?.words !== words) this.told = { words, number: this.hash!(`t${words}`) };
    return this.told.number;
  }

  // -------------------------------------------------------------------------------------------------------- Saving

  /** Something is not as it was when it was last kept. @param name of the one file, where it is one. */
  changed(name?: string): void {
    if (name !== undefined) this.kept.delete(name);
    this.hasChanged = true;
  }

  saveSoon(): void {
    if (!this.store || !this.hasChanged || this.stopSaving) return;
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

  /** Takes away what is kept, and keeps nothing more until the next start. */
  clear(): void {
    this.isCleared = true;
    this.forget();
    this.options.store?.clear();
  }

  private async save(slice: number, isLast = false): Promise<void> {
    const { now } = this.options;
    const { store, name, run } = this;
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
    const listed = new Set(names);
    for (const document of this.options.documents().all()) {
      const file = listed.has(nameOf(document.uri)) ? undefined : this.keepOpen(document);
      if (file) files.push(file);
    }
    const kept = new Map(names.map((one, at) => [one, at]));
    const runs = this.runs.flatMap(({ id, names }): Run[] => {
      const start = kept.get(names[0]!) ?? -1;
      return names.every((one, i) => kept.get(one) === start + i) ? [{ id, start }] : [];
    });
    const saved = KnownFiles.of({ files, runs, today: this.options.today(), told: this.toldNumber() });
    this.saved = saved;
    this.kept = kept;
    await store.save(name, saved.bytes);
  }

  private keep(entry: FolderEntry): KnownFile | undefined {
    const told = this.toldNumber();
    if (entry.state === 'known') return asTold(this.known!, entry.known!, told);
    const at = this.kept.get(entry.name);
    if (at !== undefined) return asTold(this.saved!, at, told);
    const documents = this.options.documents();
    const open = documents.openNamed(entry.name);
    if (open) return this.keepOpen(open);
    const closed = documents.closedFile(entry.uri);
    if (entry.state !== 'read' || closed?.standing !== 'judged' || closed.filling) return undefined;
    const file = closed.workspace?.files.get(closed.uri);
    if (!file) return undefined;
    const id = this.hash!(`f${entry.name}`);
    const facts = entry.known === undefined ? this.factsOf(file) : this.known!.at(entry.known).facts;
    const seen = entry.isFresh ? NOT_SEEN : (entry.seen ?? NOT_SEEN);
    const hasFindings = documents.hasFindings(closed);
    const words = hasFindings ? this.wordsOf(closed, file) : undefined;
    return { id, ...seen, judged: this.judgedNumber(entry.uri), hasFindings, words, facts };
  }

  /**
   * An open file may not be on the disk as it is here, or not at all: the next start looks at it, and at what is judged with it.
   * @returns nothing for one that is not judged with the folder.
   */
  private keepOpen({ uri, standing, workspace }: OpenDocument): KnownFile | undefined {
    const file = workspace.files.get(uri);
    if (standing !== 'judged' || !file || !this.options.documents().isInside(uri)) return undefined;
    const id = this.hash!(`f${nameOf(uri)}`);
    return { id, ...NOT_SEEN, judged: 0, hasFindings: true, words: undefined, facts: this.factsOf(file) };
  }

  private factsOf(file: EncounterFile): FileFacts {
    return factsOf(file, this.options.groupOf(file.path), this.hash!);
  }

  /** What is said of a file, sealed. Of one with days ahead nothing is kept: tomorrow something else may be said of them. */
  private wordsOf(closed: ClosedFile, file: EncounterFile): Uint8Array | undefined {
    const today = this.options.today();
    for (const { date } of file.blocks()) if (date > today) return undefined;
    return this.store!.seal(JSON.stringify(this.options.reportOf(closed)), file.text);
  }
}

/** A file as it was kept, without words that the editor would want to be told otherwise now. */
function asTold(known: KnownFiles, file: number, told: number): KnownFile {
  const kept = known.at(file);
  return known.toldBy === told ? kept : { ...kept, words: undefined };
}
