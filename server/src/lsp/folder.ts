/**
 * The opened folders: reads all their encounter files, a few milliseconds at a time, and follows what happens to them on
 * the disk. Files that are as they were when they were last checked, and in which nothing was found, are read only when
 * something that they are judged with has changed.
 */

import { isEncounterFile } from '../text/encounter-file';
import type { FolderWatcher } from './documents';
import { FolderEntries, type FolderEntry } from './folder-entries';
import { nameHash } from './folder-facts';
import { type FileContent, type FolderReader, isSame, type Listed, nameOf, type Seen } from './folder-files';
import { FolderMemory } from './folder-memory';
import type { FolderOptions, FolderProgress, FolderState } from './folder-options';
import { piecesOf } from './folder-pieces';
import { ReadQueue } from './folder-queue';
import { Slices } from './folder-slices';
import { type Change, Survey } from './folder-survey';
import { DaysInCommon } from './folder-typed';

/** File systems tell the time of a change to two seconds at worst. */
const FRESH = 3000;
/** A folder that goes may have come elsewhere: looked for so long after. */
const AFTER_MOVE = 300;
/** So often something may fail before no more is read. */
const MOST_FAULTS = 20;
/** How long after the last change of an open file it is looked up which other files belong to its days. */
const AFTER_TYPING = 300;

export type { FolderProgress } from './folder-options';

export class Folder implements FolderWatcher {
  private readonly entries = new FolderEntries();
  private roots: readonly string[] = [];
  private state: FolderState = 'off';
  private isOn = false;
  /** Reading was stopped, and not taken up again. */
  private isPartial = false;
  private faults = 0;
  private readonly survey: Survey;
  private readonly queue: ReadQueue;
  private filling: { entry: FolderEntry; pieces: string[]; at: number } | undefined;
  /** Known files with findings that are read in full, so that all is to be read that these hang on. */
  private inFull: number[] = [];
  private stopTyping: () => void = () => {};
  private stopLooking: () => void = () => {};
  private waiters: (() => void)[] = [];
  private readonly memory: FolderMemory;
  private readonly days: DaysInCommon;
  private readonly slices: Slices;

  constructor(private readonly options: FolderOptions) {
    this.survey = new Survey({
      readerOf: (uri) => this.readerOf(uri),
      wake: () => this.wake(),
      seenOf: (name) => this.entries.get(name)?.seen,
      startOf: (names) => this.memory.startOf(names),
      onListed: (file, name, reader, at) => this.enter(file, name, reader, at),
      onLooked: (uri, name, reader, seen) => this.looked(uri, name, reader, seen),
      onGone: (name) => {
        const entry = this.entries.get(name);
        if (entry) this.drop(entry);
      },
      onFolderGone: (name) => {
        for (const entry of this.entries.below(name)) this.drop(entry);
        this.lookSoon();
      },
      onAll: (isThere) => this.enteredAll(isThere),
    });
    this.queue = new ReadQueue(
      () => options.documents().mostBytes,
      () => this.wake(),
    );
    this.memory = new FolderMemory({
      ...options,
      store: options.store,
      entries: () => this.entries,
      isSettled: () => this.isSettled,
    });
    this.days = new DaysInCommon(this.memory, options.groupOf);
    this.slices = new Slices({
      later: options.later,
      now: options.now,
      isOn: () => this.isOn,
      step: () => this.step(),
      onTaken: options.onStep,
      onEnd: () => this.afterSlice(),
      onFault: (error) => this.afterFault(error),
    });
  }

  get progress(): FolderProgress {
    const files = this.entries.size;
    let checked = this.state === 'read' ? files : 0;
    if (this.state === 'partly')
      for (const { state } of this.entries) if (state === 'read' || state === 'known') checked++;
    return { state: this.state, files, checked, toRead: this.queue.toRead, done: this.queue.done };
  }

  /** Whether what was read so far is all there is to read. */
  get isSettled(): boolean {
    return this.state !== 'reading';
  }

  // ------------------------------------------------------------------------------------------------ What is asked for

  /** @param roots each with `/` at its end. */
  setFolders(roots: readonly string[]): void {
    this.roots = roots;
    if (!this.isOn) return;
    for (const entry of [...this.entries]) if (!this.isInside(entry.uri)) this.drop(entry);
    void this.readAll();
  }

  /** All files of the folders, or the open ones only. */
  setOn(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    if (isOn) {
      void this.readAll();
      return;
    }
    this.forget();
    for (const { uri } of [...this.options.documents().closedFiles()]) this.options.documents().dropClosed(uri);
    this.become('off');
    this.options.onStep();
  }

  /** Stops reading. What was read stays. */
  stop(): void {
    if (this.state !== 'reading') return;
    this.cancel();
    this.isPartial = true;
    this.become('partly');
    this.wakeWaiters();
  }

  /** Reads what was left when reading was stopped. */
  goOn(): void {
    if (this.isOn && this.isPartial) void this.readAll();
  }

  /** Everything that is known of a file is asked anew; for judging otherwise. */
  onRebuild(): void {
    if (!this.isOn) return;
    this.forget();
    void this.readAll();
  }

  /** Looks for files that came, changed or went without anyone telling. */
  lookAgain(): void {
    if (this.isOn && this.isSettled) void this.readAll();
  }

  /** The same, in a moment: a folder came or went, and more may be under way. */
  lookSoon(): void {
    this.stopLooking();
    if (!this.isOn || this.state === 'partly') return;
    this.stopLooking = this.options.after(AFTER_MOVE, () => {
      if (this.isSettled) this.lookAgain();
      else this.lookSoon();
    });
  }

  /** Waits until all is read that is to be read. */
  settled(): Promise<void> {
    if (this.isSettled) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  /** Waits until every file that writes one of these names is read. */
  async readNaming(names: readonly { readonly kind: 'patient' | 'person'; readonly name: string }[]): Promise<void> {
    await this.settled();
    const { known, hash } = this.memory;
    if (known && hash)
      for (const { kind, name } of names)
        for (const file of known.filesNaming(nameHash(hash, kind, name))) this.need(file);
    this.wake();
    await this.settled();
  }

  /** Waits until every file is read, also those in which nothing was found. */
  async readWhole(): Promise<void> {
    await this.settled();
    for (const entry of this.entries) this.readInFull(entry, false);
    this.wake();
    await this.settled();
  }

  /** How many files of the folders are judged in no workspace: not read (so far), or not to be read. */
  get leftOut(): number {
    const documents = this.options.documents();
    let count = 0;
    for (const { uri, name } of this.entries) {
      const closed = documents.closedFile(uri);
      if ((documents.openNamed(name) ?? closed)?.standing !== 'judged' || closed?.filling) count++;
    }
    return count;
  }

  /** Keeps what is known for the next start. */
  async end(): Promise<void> {
    this.survey.cancel();
    this.stopTyping();
    this.stopLooking();
    await this.memory.end(this.state === 'read' || this.state === 'partly');
  }

  /** The findings of a closed file may be other ones. */
  onStale(uri: string): void {
    const name = nameOf(uri);
    // Told as it was kept.
    if (this.entries.get(name)?.state !== 'known') this.memory.changed(name);
  }

  /** Forgets what is kept from one start to the next, and reads what was only known by that. */
  clearMemory(): void {
    try {
      this.memory.clear();
    } finally {
      this.onRebuild();
    }
  }

  // ------------------------------------------------------------------------------------------------ What happens

  keeps(uri: string): boolean {
    return this.isOn && this.isInside(uri) && this.readerOf(uri) !== undefined;
  }

  onOpen(uri: string): void {
    if (!this.isOn || this.state === 'off') return;
    const entry = this.entries.get(nameOf(uri));
    if (entry) {
      this.needOthersOf(entry);
      this.isOpened(entry);
      this.memory.changed(entry.name);
    }
    this.onChange(uri);
  }

  onChange(uri: string): void {
    this.slices.typed();
    if (!this.isOn || !this.memory.known) return;
    this.days.changed(uri);
    this.stopTyping();
    this.stopTyping = this.options.after(AFTER_TYPING, () => this.lookUpTyped());
  }

  onClose(uri: string): void {
    const reader = this.readerOf(uri);
    if (!reader) return;
    const entry = this.entries.get(nameOf(uri)) ?? this.entries.add(uri, reader, undefined);
    entry.seen = undefined;
    this.survey.saw(entry.name);
    this.read(entry, true);
  }

  /** Files that came, changed or went. */
  onDisk(changes: readonly Change[]): void {
    if (!this.isOn) return;
    for (const change of changes) {
      const { uri, isGone } = change;
      const matters = isEncounterFile(uri) || !isGone || this.entries.hasFolder(nameOf(uri));
      if (!matters || !this.readerOf(uri)) continue;
      this.survey.changed(change);
      this.become('reading');
    }
    this.wake();
  }

  /** A file to which something happened. */
  private looked(uri: string, name: string, reader: FolderReader, seen: Seen | undefined): void {
    const before = this.entries.get(name);
    if (isSame(seen, before?.seen) || this.options.documents().isOpen(uri)) return;
    if (before) this.needOthersOf(before);
    const entry = before ?? this.entries.add(uri, reader, seen);
    entry.known = undefined;
    this.read(entry, true);
  }

  // ------------------------------------------------------------------------------------------------ Listing

  private async readAll(): Promise<void> {
    this.cancel();
    if (!this.roots.some((root) => this.options.readerOf(root))) {
      this.become('off');
      return;
    }
    this.become('reading');
    this.faults = 0;
    await this.survey.listAll(this.roots, () => this.memory.load(this.roots));
  }

  /** Enters a file that was listed, and decides whether it is read. @param at where it stands in what was known at the start. */
  private enter({ uri, seen }: Listed, name: string, reader: FolderReader, at: number | undefined): void {
    const before = this.entries.get(name);
    if (before && before.state !== 'listed') {
      // Listed anew: it was read, or is open, and is read again only where it has changed.
      if (this.options.documents().openNamed(name)) return;
      if (isSame(seen, before.seen) && (before.state !== 'known' || this.memory.holds(before))) return;
    }
    const entry = before ?? this.entries.add(uri, reader, seen);
    entry.seen = seen;
    if (this.options.documents().openNamed(name)) {
      this.needOthersOf(entry);
      this.isOpened(entry);
      return;
    }
    const recognised = this.memory.recognise(entry, at, (other) => this.need(other));
    if (recognised === 'clean') entry.state = 'known';
    else this.read(entry, false, recognised === 'told');
  }

  private enteredAll(isThere: (name: string) => boolean): void {
    for (const entry of [...this.entries])
      if (!isThere(entry.name) && !this.options.documents().openNamed(entry.name)) this.drop(entry);
    this.memory.goneFiles((file) => this.need(file));
    this.isPartial = false;
  }

  /** Its text is the editor's. */
  private isOpened(entry: FolderEntry): void {
    entry.state = 'read';
    entry.seen = undefined;
    entry.known = undefined;
    entry.forWords = false;
  }

  private drop(entry: FolderEntry): void {
    this.needOthersOf(entry);
    this.entries.remove(entry);
    this.memory.changed(entry.name);
    this.options.documents().dropClosed(entry.uri);
  }

  // ------------------------------------------------------------------------------------------------ Reading

  /** @param forWords only to see that its text is the one that something was found in. */
  private read(entry: FolderEntry, isUrgent: boolean, forWords = false): void {
    this.queue.add(entry, isUrgent);
    entry.forWords = forWords;
    this.become('reading');
    this.wake();
  }

  /** A known file is read so that its text is in a workspace. */
  private readInFull(entry: FolderEntry, isUrgent: boolean): void {
    if (entry.isGone || (entry.state !== 'known' && !entry.forWords)) return;
    if (entry.state === 'known') this.read(entry, isUrgent);
    entry.forWords = false;
    if (this.memory.known!.hasFindings(entry.known!)) this.inFull.push(entry.known!);
  }

  /** A file that is known has to be read, for something that it is judged with. */
  private need(file: number): void {
    const entry = this.memory.need(file);
    if (entry) this.readInFull(entry, true);
  }

  private needOthersOf(entry: FolderEntry): void {
    if (entry.known !== undefined) this.memory.known?.needFile(entry.known, (other) => this.need(other));
  }

  /** What was on its way is to be read another time. */
  private unread(): void {
    for (const entry of this.entries) {
      const file = this.options.documents().closedFile(entry.uri);
      if (file?.filling) {
        this.options.documents().dropClosed(entry.uri);
        entry.state = 'listed';
      }
      if (entry.state === 'reading' || entry.state === 'waiting') entry.state = 'listed';
    }
  }

  private wake(): void {
    this.slices.wake();
  }

  /** @returns whether there is more to do at once. */
  private afterSlice(): boolean {
    this.queue.pump();
    this.options.onProgress(this.progress);
    if (this.hasWork) return true;
    if (this.queue.isEmpty && this.survey.isOver) this.settle();
    return false;
  }

  /** Costs the file that it failed for. */
  private afterFault(error: unknown): boolean {
    this.options.onTrouble('reading the folder', error);
    this.filling = undefined;
    this.faults++;
    if (this.faults >= MOST_FAULTS) this.stop();
    return this.state === 'reading';
  }

  private get hasWork(): boolean {
    const { filling, days, inFull, queue, survey } = this;
    return filling !== undefined || !days.isEmpty || inFull.length > 0 || queue.hasRead || survey.hasWork;
  }

  private step(): 'nothing' | 'taken' | 'more' {
    if (this.filling) {
      this.fill();
      return 'taken';
    }
    if (this.days.next((file) => this.need(file))) return 'more';
    const known = this.inFull.pop();
    if (known !== undefined) {
      this.memory.known?.needForWords(known, (file) => this.need(file));
      return 'more';
    }
    const next = this.queue.take();
    if (next) {
      this.take(next.entry, next.content);
      return 'taken';
    }
    return this.survey.step() ? 'more' : 'nothing';
  }

  private take(entry: FolderEntry, content: FileContent): void {
    const documents = this.options.documents();
    if (entry.isGone || this.isAsTold(entry, content)) return;
    entry.state = 'read';
    this.memory.changed(entry.name);
    if (documents.isOpen(entry.uri)) return;
    if (content.kind === 'gone') {
      this.drop(entry);
      return;
    }
    if (content.kind !== 'text') {
      entry.seen = undefined;
      documents.takeClosed(entry.uri, content);
      return;
    }
    // It may have changed since it was listed.
    if (entry.known !== undefined && !isSame(entry.seen, content.seen)) {
      this.needOthersOf(entry);
      entry.known = undefined;
    }
    entry.seen = content.seen;
    entry.isFresh = Date.now() - (content.seen?.changed ?? 0) < FRESH;
    const pieces = piecesOf(content.text);
    const file = documents.takeClosed(entry.uri, pieces[0]!);
    if (!file) return;
    if (pieces.length > 1) {
      file.filling = true;
      this.filling = { entry, pieces, at: 1 };
    } else this.taken(entry);
  }

  /** Whether a file with findings is as it was when they were kept. Then they are told, and it is in no workspace. */
  private isAsTold(entry: FolderEntry, content: FileContent): boolean {
    if (!entry.forWords) return false;
    entry.forWords = false;
    const report =
      content.kind === 'text' && isSame(entry.seen, content.seen)
        ? this.memory.toldOf(entry.known!, content.text)
        : undefined;
    if (report) {
      entry.state = 'known';
      this.options.documents().takeClosed(entry.uri, { kind: 'told', report });
      return true;
    }
    // Changed since it was listed, or another text of the same size and times: nothing of what was known of it holds.
    this.needOthersOf(entry);
    entry.known = undefined;
    return false;
  }

  /** The next piece of a large file. */
  private fill(): void {
    const { entry, pieces, at } = this.filling!;
    const file = this.options.documents().closedFile(entry.uri);
    // Opened meanwhile: its text is there already.
    if (!file?.filling || entry.isGone) {
      this.filling = undefined;
      return;
    }
    this.options.documents().appendClosed(file, pieces[at]!);
    this.filling!.at++;
    if (at + 1 < pieces.length) return;
    file.filling = false;
    this.filling = undefined;
    this.taken(entry);
  }

  private taken(entry: FolderEntry): void {
    const { known } = this.memory;
    if (!known) return;
    const file = this.options.documents().closedFile(entry.uri);
    const text = file?.workspace?.files.get(file.uri);
    if (!file || !text) return;
    if (entry.known === undefined) this.days.add(text.blocks());
    else this.memory.companion(entry, file);
  }

  /** Everything is read that was to be read. */
  private settle(): void {
    if (this.state !== 'reading') return;
    this.memory.hush();
    this.survey.forget();
    this.queue.toRead = 0;
    this.queue.done = 0;
    this.become(this.isPartial ? 'partly' : 'read');
    this.memory.saveSoon();
    this.options.onStep();
    this.wakeWaiters();
  }

  private wakeWaiters(): void {
    const { waiters } = this;
    this.waiters = [];
    for (const wake of waiters) wake();
  }

  /** Looks up which files belong to days that open files have now. */
  private lookUpTyped(): void {
    for (const uri of this.days.takeTyped(this.options.documents())) this.memory.changed(nameOf(uri));
    this.memory.saveSoon();
    if (!this.days.isEmpty) this.become('reading');
    this.wake();
  }

  // ------------------------------------------------------------------------------------------------ In general

  /** Nothing of what is under way counts any more. */
  private cancel(): void {
    this.survey.cancel();
    this.queue.clear();
    this.inFull = [];
    this.unread();
    this.filling = undefined;
  }

  private forget(): void {
    this.cancel();
    this.entries.clear();
    this.days.clear();
    this.memory.forget();
  }

  private become(state: FolderState): void {
    if (state === this.state) return;
    this.state = state;
    this.options.onProgress(this.progress);
  }

  private isInside(uri: string): boolean {
    return this.roots.some((root) => uri.startsWith(root));
  }

  private readerOf(uri: string): FolderReader | undefined {
    const root = this.roots.find((one) => uri.startsWith(one));
    return root === undefined ? undefined : this.options.readerOf(root);
  }
}
