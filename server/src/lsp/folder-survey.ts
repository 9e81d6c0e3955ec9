/**
 * Which encounter files there are: all of them are listed, and those to which something happens are looked at by themselves.
 * What was seen of a single file is newer than a list that was begun before.
 */

import { isEncounterFile } from '../text/encounter-file';
import { type FolderReader, isSame, type Listed, nameOf, type Seen } from './folder-files';

/** Files that are looked at together. */
const MOST_LOOKS = 32;

/** A file or folder that came, changed or went. */
export interface Change {
  readonly uri: string;
  readonly isGone: boolean;
}

export interface SurveyOptions {
  readonly readerOf: (uri: string) => FolderReader | undefined;
  /** There is something to do. */
  readonly wake: () => void;
  /** What was last seen of a file that is entered already. */
  readonly seenOf: (name: string) => Seen | undefined;
  /** Where the first of some files that were listed together stands in what was known at the start. */
  readonly startOf: (names: readonly string[]) => number | undefined;
  /** A file that was listed. @param at where it stands in what was known at the start. */
  readonly onListed: (file: Listed, name: string, reader: FolderReader, at: number | undefined) => void;
  /** A file that was looked at by itself. @param seen nothing where only reading it tells. */
  readonly onLooked: (uri: string, name: string, reader: FolderReader, seen: Seen | undefined) => void;
  readonly onGone: (name: string) => void;
  readonly onFolderGone: (name: string) => void;
  /** All that was listed has been told. */
  readonly onAll: (isThere: (name: string) => boolean) => void;
}

/** Files that were listed together. */
interface Batch {
  readonly files: readonly Listed[];
  /** By `nameOf`. */
  readonly names: readonly string[];
  readonly reader: FolderReader;
  /** How many of them were told. */
  at: number;
  start: number | undefined;
}

export class Survey {
  private run = 0;
  private listing = 0;
  private looking = 0;
  /** What happened and was not looked at yet. */
  private changes: Change[] = [];
  private listed: Batch[] = [];
  /** Nothing that was listed is told yet. */
  private isHeld = false;
  /** All lists are made, and it is still to be said when the last of them is told. */
  private isAllListed = false;
  /** By name what was seen to be there since the lists were begun, and what was looked at by itself. */
  private there = new Set<string>();
  private lookedAt = new Set<string>();

  constructor(private readonly options: SurveyOptions) {}

  /** Nothing is listed or looked at any more. */
  get isOver(): boolean {
    return this.listing === 0 && this.looking === 0;
  }

  get hasWork(): boolean {
    const { changes, looking, listed, isHeld, listing, isAllListed } = this;
    return (
      (changes.length > 0 && looking < MOST_LOOKS) || (!isHeld && listed.length > 0) || (listing === 0 && isAllListed)
    );
  }

  /** Lists all files of some folders. @param ready is waited for before any of them is told. */
  async listAll(folders: readonly string[], ready: () => Promise<void>): Promise<void> {
    const { run } = this;
    this.listing++;
    this.isHeld = true;
    const lists = folders.map((folder) => {
      const reader = this.options.readerOf(folder);
      return reader && this.list(folder, reader);
    });
    await ready();
    if (run !== this.run) return;
    this.isHeld = false;
    this.options.wake();
    await Promise.all(lists);
    if (run !== this.run) return;
    this.isAllListed = true;
    this.listing--;
    this.options.wake();
  }

  private async list(folder: string, reader: FolderReader): Promise<void> {
    const { run } = this;
    this.listing++;
    await reader.list(
      folder,
      (files) => {
        if (run !== this.run || files.length === 0) return;
        const names = files.map(({ uri }) => nameOf(uri));
        for (const name of names) this.there.add(name);
        this.listed.push({ files, names, reader, at: 0, start: undefined });
        this.options.wake();
      },
      () => run !== this.run,
    );
    if (run !== this.run) return;
    this.listing--;
    this.options.wake();
  }

  changed(change: Change): void {
    this.changes.push(change);
  }

  /** A file that is there by other signs than a list. */
  saw(name: string): void {
    this.there.add(name);
  }

  /** Does one thing. @returns whether there was one. */
  step(): boolean {
    const change = this.looking < MOST_LOOKS ? this.changes.shift() : undefined;
    if (change) {
      this.follow(change);
      return true;
    }
    const [batch] = this.listed;
    if (batch && !this.isHeld) {
      if (batch.at === batch.files.length - 1) this.listed.shift();
      this.tellOne(batch);
      return true;
    }
    if (this.listing === 0 && this.isAllListed) {
      this.isAllListed = false;
      this.options.onAll((name) => this.there.has(name));
      return true;
    }
    return false;
  }

  private tellOne(batch: Batch): void {
    const { files, names, reader } = batch;
    if (batch.at === 0) batch.start = this.options.startOf(names);
    const at = batch.at++;
    const file = files[at]!;
    const name = names[at]!;
    // Something has happened to it since, perhaps.
    if (this.lookedAt.has(name) && !isSame(file.seen, this.options.seenOf(name))) {
      this.changes.push({ uri: file.uri, isGone: false });
      return;
    }
    this.options.onListed(file, name, reader, batch.start === undefined ? undefined : batch.start + at);
  }

  private follow({ uri, isGone }: Change): void {
    if (isEncounterFile(uri) || !isGone) void this.lookAt(uri);
    else this.options.onFolderGone(nameOf(uri));
  }

  private async lookAt(uri: string): Promise<void> {
    const reader = this.options.readerOf(uri);
    if (!reader) return;
    const { run } = this;
    this.looking++;
    const seen = await reader.look(uri);
    if (run !== this.run) return;
    this.looking--;
    const name = nameOf(uri);
    this.lookedAt.add(name);
    if (seen === 'folder') void this.list(uri.endsWith('/') ? uri : `${uri}/`, reader);
    else if (seen === 'gone') this.options.onGone(name);
    else if (isEncounterFile(uri)) {
      this.there.add(name);
      this.options.onLooked(uri, name, reader, seen === 'unknown' ? undefined : seen);
    }
    this.options.wake();
  }

  /** Nothing of what is under way counts any more. */
  cancel(): void {
    this.run++;
    this.listing = 0;
    this.looking = 0;
    this.changes = [];
    this.listed = [];
    this.isAllListed = false;
    this.forget();
  }

  /** What was seen is of no use for the lists that come next. */
  forget(): void {
    this.there.clear();
    this.lookedAt.clear();
  }
}
