/**
 * The opened folders: reads all their encounter files, a few milliseconds at a time, and follows what happens to them on
 * the disk. Files that are as they were when they were last checked, and in which nothing was found, are read only when
 * something that they are judged with has changed.
 */

import type { Block } from '../engine/block';
import type { Documents, FolderWatcher } from './documents';
import { dayHash, giverHash, nameHash, notesHash } from './folder-facts';
import { type FileContent, type FolderReader, type Listed, nameOf, type Seen } from './folder-files';
import { FolderMemory, type FolderStore } from './folder-memory';
import { piecesOf } from './folder-pieces';

/** How long a slice of work lasts, in milliseconds, and so how long a key waits at most. */
const SLICE = 3;
const MOST_READS = 8;
const MOST_READY = 64;
/** File systems tell the time of a change to two seconds at worst. */
const FRESH = 3000;
/** How long after the last change of an open file it is looked up which other files belong to its days. */
const AFTER_TYPING = 300;

export type FolderState =
  /** Only open files are checked. */
  | 'off'
  | 'reading'
  | 'read'
  /** Reading was stopped before its end. */
  | 'partly';

export interface FolderProgress {
  readonly state: FolderState;
  /** Files of the folders. */
  readonly files: number;
  /** How many of them are checked. */
  readonly checked: number;
  /** Of those that are to be read at this time: how many, and how many of them were. */
  readonly toRead: number;
  readonly done: number;
}

/** Runs a function in so many milliseconds, unless it is taken back before. */
export type After = (ms: number, run: () => void) => () => void;

export interface FolderOptions {
  readonly documents: () => Documents;
  /** What reads the files below a folder; nothing where none can. */
  readonly readerOf: (folder: string) => FolderReader | undefined;
  /** What is kept from one start to the next, where anything is. */
  readonly store?: FolderStore | undefined;
  /** Files of different groups are never judged together. */
  readonly groupOf: (uri: string) => string;
  /** All that the files of a group are judged by, in words that change when it does. */
  readonly judgedBy: (group: string) => string;
  /** Today as yyyymmdd. */
  readonly today: () => number;
  readonly later: (run: () => void) => void;
  readonly after: After;
  readonly now: () => number;
  /** Files were taken in or let go: brings findings up to date. */
  readonly onStep: () => void;
  readonly onProgress: (progress: FolderProgress) => void;
}

/** One file of the folders. */
export interface FolderEntry {
  readonly uri: string;
  readonly name: string;
  readonly reader: FolderReader;
  seen: Seen | undefined;
  state:
    | 'listed'
    | 'waiting'
    | 'reading'
    /** Its text is in a workspace, or what is wrong with it is known. */
    | 'read'
    /** As it was, and not read. */
    | 'known';
  /** Where it stands in what was known at the start, if it is as it was then. */
  known: number | undefined;
  /** It was read so soon after a change that another one may bear the same time. */
  isFresh: boolean;
  /** Counted up when it is to be read again: what an earlier reading brings is too old then. */
  turn: number;
  isGone: boolean;
}

export class Folder implements FolderWatcher {
  private readonly entries = new Map<string, FolderEntry>();
  /** How many entries are below a folder, by its name. */
  private readonly folders = new Map<string, number>();
  private roots: readonly string[] = [];
  private state: FolderState = 'off';
  private isOn = false;
  private run = 0;
  /** Reading was stopped, and not taken up again. */
  private isPartial = false;
  private listing = 0;
  private looking = 0;
  private reading = 0;
  private toRead = 0;
  private done = 0;
  /** Entries to be read: those that open files need, and all others. */
  private urgent: FolderEntry[] = [];
  private waiting: FolderEntry[] = [];
  private waitingAt = 0;
  private arrived: { listed: Listed; reader: FolderReader }[] = [];
  private ready: { entry: FolderEntry; content: FileContent }[] = [];
  private filling: { entry: FolderEntry; pieces: string[]; at: number } | undefined;
  private typedIn = new Set<string>();
  private blocks: Block[] = [];
  private looked = new WeakSet<Block>();
  private stopTyping: () => void = () => {};
  private isSlicing = false;
  private perSlice = 4;
  private waiters: (() => void)[] = [];
  private readonly memory: FolderMemory;

  constructor(private readonly options: FolderOptions) {
    this.memory = new FolderMemory({
      ...options,
      store: options.store,
      entries: () => this.entries.values(),
      isSettled: () => this.isSettled,
    });
  }

  get progress(): FolderProgress {
    const files = this.entries.size;
    let checked = this.state === 'read' ? files : 0;
    if (this.state === 'partly')
      for (const { state } of this.entries.values()) if (state === 'read' || state === 'known') checked++;
    return { state: this.state, files, checked, toRead: this.toRead, done: this.done };
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
    for (const entry of [...this.entries.values()]) if (!this.isInside(entry.uri)) this.drop(entry);
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
    this.ready = [];
    this.arrived = [];
    this.run++;
    this.listing = 0;
    this.reading = 0;
    this.filling = undefined;
    this.urgent = [];
    this.waiting = [];
    this.waitingAt = 0;
    this.unread();
    this.isPartial = true;
    this.become('partly');
    this.wakeWaiters();
  }

  /** Reads what was left when reading was stopped. */
  goOn(): void {
    if (this.state === 'partly') void this.readAll();
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
    for (const entry of this.entries.values()) if (entry.state === 'known') this.queue(entry, false);
    this.wake();
    await this.settled();
  }

  /** How many files of the folders are judged in no workspace: not read (so far), or not to be read. */
  get leftOut(): number {
    const documents = this.options.documents();
    let count = 0;
    for (const { uri, name } of this.entries.values()) {
      const closed = documents.closedFile(uri);
      if ((documents.openNamed(name) ?? closed)?.standing !== 'judged' || closed?.filling) count++;
    }
    return count;
  }

  /** Keeps what is known for the next start. */
  async end(): Promise<void> {
    this.run++;
    await this.memory.end(this.state === 'read' || this.state === 'partly');
  }

  /** The findings of a closed file may be other ones. */
  onStale(uri: string): void {
    this.memory.changed(nameOf(uri));
  }

  /** Forgets what is kept from one start to the next. */
  clearMemory(): void {
    this.memory.clear();
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
      entry.state = 'read';
      entry.known = undefined;
      entry.seen = undefined;
      this.memory.changed(entry.name);
    }
    this.onChange(uri);
  }

  onChange(uri: string): void {
    if (!this.isOn || !this.memory.known) return;
    this.typedIn.add(uri);
    this.stopTyping();
    this.stopTyping = this.options.after(AFTER_TYPING, () => this.lookUpTyped());
  }

  onClose(uri: string): void {
    const reader = this.readerOf(uri);
    if (!reader) return;
    const entry = this.entries.get(nameOf(uri)) ?? this.add(uri, reader, undefined);
    entry.seen = undefined;
    this.queue(entry, true);
    this.wake();
  }

  /** Files that came, changed or went. */
  onDisk(changes: readonly { readonly uri: string; readonly isGone: boolean }[]): void {
    if (!this.isOn) return;
    for (const { uri, isGone } of changes) {
      const name = nameOf(uri);
      if (uri.endsWith('.encounter')) void this.lookAt(uri);
      else if (isGone && this.folders.has(name)) {
        for (const entry of [...this.entries.values()]) if (entry.name.startsWith(`${name}/`)) this.drop(entry);
        this.become('reading');
      } else if (!isGone) void this.lookAt(uri);
    }
    this.wake();
  }

  private async lookAt(uri: string): Promise<void> {
    const reader = this.readerOf(uri);
    if (!reader) return;
    const { run } = this;
    this.looking++;
    this.become('reading');
    const seen = await reader.look(uri);
    if (run !== this.run) return;
    this.looking--;
    const entry = this.entries.get(nameOf(uri));
    if (seen === 'folder') void this.list(uri.endsWith('/') ? uri : `${uri}/`, reader);
    else if (seen === 'gone') {
      if (entry) this.drop(entry);
    } else if (uri.endsWith('.encounter')) {
      const now = seen === 'unknown' ? undefined : seen;
      const isSame = now && entry?.seen && now.size === entry.seen.size && now.changed === entry.seen.changed;
      if (!isSame && !this.options.documents().isOpen(uri)) {
        if (entry) this.needOthersOf(entry);
        const again = entry ?? this.add(uri, reader, now);
        again.known = undefined;
        this.queue(again, true);
      }
    }
    this.wake();
  }

  // ------------------------------------------------------------------------------------------------ Listing

  private async readAll(): Promise<void> {
    const run = ++this.run;
    this.listing = 0;
    this.looking = 0;
    this.reading = 0;
    this.toRead = 0;
    this.done = 0;
    this.urgent = [];
    this.waiting = [];
    this.waitingAt = 0;
    this.arrived = [];
    this.ready = [];
    this.filling = undefined;
    this.unread();
    if (!this.roots.some((root) => this.options.readerOf(root))) {
      this.become('off');
      return;
    }
    this.become('reading');
    this.listing++;
    await this.memory.load(this.roots);
    if (run !== this.run) return;
    const found = new Set<string>();
    await Promise.all(
      this.roots.map((root) => {
        const reader = this.options.readerOf(root);
        return reader && this.list(root, reader, found);
      }),
    );
    if (run !== this.run) return;
    this.arrivedAll = () => {
      for (const entry of [...this.entries.values()]) {
        if (found.has(entry.name) || this.options.documents().isOpen(entry.uri)) continue;
        this.drop(entry);
      }
      this.memory.goneFiles((file) => this.need(file));
      this.isPartial = false;
    };
    this.listing--;
    this.wake();
  }

  /** Run once when all that was listed has been entered. */
  private arrivedAll: (() => void) | undefined;

  private async list(folder: string, reader: FolderReader, found?: Set<string>): Promise<void> {
    const { run } = this;
    this.listing++;
    await reader.list(
      folder,
      (files) => {
        if (run !== this.run) return;
        for (const listed of files) {
          found?.add(nameOf(listed.uri));
          this.arrived.push({ listed, reader });
        }
        this.wake();
      },
      () => run !== this.run,
    );
    if (run !== this.run) return;
    this.listing--;
    this.wake();
  }

  /** Enters a file that was listed, and decides whether it is read. */
  private enter({ uri, seen }: Listed, reader: FolderReader): void {
    const before = this.entries.get(nameOf(uri));
    if (before && before.state !== 'listed') {
      // Listed anew: it was read, or is open, and is read again only where it has changed.
      const isSame = seen && before.seen && seen.size === before.seen.size && seen.changed === before.seen.changed;
      if (isSame || this.options.documents().isOpen(uri)) return;
    }
    const entry = before ?? this.add(uri, reader, seen);
    entry.seen = seen;
    if (this.options.documents().isOpen(uri)) {
      this.needOthersOf(entry);
      entry.state = 'read';
      entry.seen = undefined;
      return;
    }
    if (this.memory.recognise(entry, (other) => this.need(other)) === 'clean') entry.state = 'known';
    else this.queue(entry, false);
  }

  private add(uri: string, reader: FolderReader, seen: Seen | undefined): FolderEntry {
    const name = nameOf(uri);
    const entry: FolderEntry = {
      uri,
      name,
      reader,
      seen,
      state: 'listed',
      known: undefined,
      isFresh: false,
      turn: 0,
      isGone: false,
    };
    this.entries.set(name, entry);
    this.countFolders(name, 1);
    return entry;
  }

  private drop(entry: FolderEntry): void {
    this.needOthersOf(entry);
    entry.isGone = true;
    this.entries.delete(entry.name);
    this.countFolders(entry.name, -1);
    this.memory.changed(entry.name);
    this.options.documents().dropClosed(entry.uri);
  }

  private countFolders(name: string, by: 1 | -1): void {
    for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
      const folder = name.slice(0, at);
      const count = (this.folders.get(folder) ?? 0) + by;
      if (count > 0) this.folders.set(folder, count);
      else this.folders.delete(folder);
      if (name.charCodeAt(at - 1) === 47) break;
    }
  }

  // ------------------------------------------------------------------------------------------------ Reading

  private queue(entry: FolderEntry, isUrgent: boolean): void {
    if (entry.state === 'waiting' && !isUrgent) return;
    if (entry.state !== 'waiting') this.toRead++;
    entry.state = 'waiting';
    entry.turn++;
    (isUrgent ? this.urgent : this.waiting).push(entry);
    this.become('reading');
    this.wake();
  }

  /** A file that is known has to be read, for something that it is judged with. */
  private need(file: number): void {
    const entry = this.memory.entryOf(file);
    if (entry && !entry.isGone && entry.state === 'known') this.queue(entry, true);
  }

  private needOthersOf(entry: FolderEntry): void {
    if (entry.known !== undefined) this.memory.known?.needFile(entry.known, (other) => this.need(other));
  }

  /** What was on its way is to be read another time. */
  private unread(): void {
    for (const entry of this.entries.values()) {
      const file = this.options.documents().closedFile(entry.uri);
      if (file?.filling) {
        this.options.documents().dropClosed(entry.uri);
        entry.state = 'listed';
      }
      if (entry.state === 'reading' || entry.state === 'waiting') entry.state = 'listed';
    }
  }

  private pump(): void {
    const { run } = this;
    while (this.reading < MOST_READS && this.ready.length < MOST_READY) {
      const entry = this.urgent.shift() ?? this.waiting[this.waitingAt++];
      if (!entry) {
        this.waiting = [];
        this.waitingAt = 0;
        return;
      }
      if (entry.isGone || entry.state !== 'waiting') continue;
      const { turn } = entry;
      entry.state = 'reading';
      this.reading++;
      void entry.reader.read(entry.uri, this.options.documents().mostBytes).then((content) => {
        if (run !== this.run) return;
        this.reading--;
        this.done++;
        if (turn === entry.turn) this.ready.push({ entry, content });
        this.wake();
      });
    }
  }

  private wake(): void {
    if (this.isSlicing || !this.isOn) return;
    this.isSlicing = true;
    this.options.later(() => {
      this.isSlicing = false;
      this.slice();
    });
  }

  private slice(): void {
    if (!this.isOn) return;
    const { now } = this.options;
    const from = now();
    let taken = 0;
    while (now() - from < SLICE && taken < this.perSlice) {
      const step = this.step();
      if (step === 'nothing') break;
      if (step === 'taken') taken++;
    }
    if (taken > 0) {
      this.options.onStep();
      // What follows from a file is found in the same slice: fewer of them where that takes long.
      if (now() - from > SLICE * 1.5) this.perSlice = Math.max(1, this.perSlice >> 1);
      else if (taken === this.perSlice) this.perSlice = Math.min(256, this.perSlice + (this.perSlice >> 1) + 1);
    }
    this.pump();
    this.options.onProgress(this.progress);
    if (this.hasWork) this.wake();
    else if (this.reading === 0 && this.listing === 0 && this.looking === 0) this.settle();
  }

  private get hasWork(): boolean {
    return this.filling !== undefined || this.arrived.length > 0 || this.ready.length > 0 || this.blocks.length > 0;
  }

  private step(): 'nothing' | 'taken' | 'more' {
    if (this.filling) {
      this.fill();
      return 'taken';
    }
    const block = this.blocks.pop();
    if (block) {
      this.needOf([block]);
      return 'more';
    }
    const next = this.ready.shift();
    if (next) {
      this.take(next.entry, next.content);
      return 'taken';
    }
    const listed = this.arrived.pop();
    if (listed) {
      this.enter(listed.listed, listed.reader);
      return 'more';
    }
    if (this.listing === 0 && this.arrivedAll) {
      const all = this.arrivedAll;
      this.arrivedAll = undefined;
      all();
      return 'more';
    }
    return 'nothing';
  }

  private take(entry: FolderEntry, content: FileContent): void {
    const documents = this.options.documents();
    if (entry.isGone) return;
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
    if (entry.known === undefined) for (const block of text.blocks()) this.blocks.push(block);
    else this.memory.companion(entry, file);
  }

  /** Everything is read that was to be read. */
  private settle(): void {
    if (this.state !== 'reading') return;
    this.memory.hush();
    this.toRead = 0;
    this.done = 0;
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

  // ------------------------------------------------------------------------------------------------ Days in common

  /** Looks up which files belong to days that open files have now. */
  private lookUpTyped(): void {
    for (const uri of this.typedIn) {
      this.memory.changed(nameOf(uri));
      const document = this.options.documents().get(uri);
      const file = document?.standing === 'judged' ? document.workspace.files.get(uri) : undefined;
      if (!file) continue;
      for (const block of file.blocks()) if (!this.looked.has(block)) this.blocks.push(block);
    }
    this.typedIn.clear();
    this.memory.saveSoon();
    if (this.blocks.length > 0) this.become('reading');
    this.wake();
  }

  private needOf(blocks: readonly Block[]): void {
    const { known, hash } = this.memory;
    if (!known || !hash) return;
    for (const block of blocks) {
      this.looked.add(block);
      if (block.isAbove) continue;
      const group = this.options.groupOf(block.file.path);
      const days = [dayHash(hash, group, block.dayKey)];
      for (const key of block.giverKeys) days.push(giverHash(hash, group, key));
      const notes = block.groupNotesOf === undefined ? [] : [notesHash(hash, group, block.groupNotesOf)];
      known.need({ days, notes }, (file) => this.need(file));
    }
  }

  // ------------------------------------------------------------------------------------------------ In general

  private forget(): void {
    this.run++;
    this.entries.clear();
    this.folders.clear();
    this.urgent = [];
    this.waiting = [];
    this.waitingAt = 0;
    this.arrived = [];
    this.ready = [];
    this.filling = undefined;
    this.blocks = [];
    this.looked = new WeakSet();
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

function isSame(a: Seen | undefined, b: Seen | undefined): boolean {
  return a !== undefined && b !== undefined && a.size === b.size && a.changed === b.changed;
}
