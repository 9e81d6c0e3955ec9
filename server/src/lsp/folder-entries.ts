/** The files of the opened folders by their names, and which folders they lie in. */

import { type FolderReader, nameOf, type Seen } from './folder-files';

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
    /** As it was, and in no workspace. What was found in it, if anything, is told. */
    | 'known';
  /** Where it stands in what was known at the start, if it is as it was then. */
  known: number | undefined;
  /** It is only read to see that its text is the one that something was found in. */
  forWords: boolean;
  /** It was read so soon after a change that another one may bear the same time. */
  isFresh: boolean;
  /** Counted up when it is to be read again: what an earlier reading brings is too old then. */
  turn: number;
  isGone: boolean;
}

export class FolderEntries {
  private readonly entries = new Map<string, FolderEntry>();
  /** How many files and folders with files lie in a folder, by its name. */
  private readonly folders = new Map<string, number>();

  get size(): number {
    return this.entries.size;
  }

  /** @param name by `nameOf`. */
  get(name: string): FolderEntry | undefined {
    return this.entries.get(name);
  }

  [Symbol.iterator](): Iterator<FolderEntry> {
    return this.entries.values();
  }

  /** Whether any file lies in a folder, or deeper. */
  hasFolder(name: string): boolean {
    return this.folders.has(name);
  }

  /** The files below a folder; none where it is no folder. */
  below(folder: string): FolderEntry[] {
    if (!this.hasFolder(folder)) return [];
    return [...this.entries.values()].filter(({ name }) => name.startsWith(`${folder}/`));
  }

  add(uri: string, reader: FolderReader, seen: Seen | undefined): FolderEntry {
    const name = nameOf(uri);
    const entry: FolderEntry = {
      uri,
      name,
      reader,
      seen,
      state: 'listed',
      known: undefined,
      forWords: false,
      isFresh: false,
      turn: 0,
      isGone: false,
    };
    this.entries.set(name, entry);
    this.enter(folderOf(name));
    return entry;
  }

  remove(entry: FolderEntry): void {
    entry.isGone = true;
    this.entries.delete(entry.name);
    this.leave(folderOf(entry.name));
  }

  clear(): void {
    this.entries.clear();
    this.folders.clear();
  }

  private enter(folder: string): void {
    const before = this.folders.get(folder) ?? 0;
    this.folders.set(folder, before + 1);
    if (before === 0 && folder !== '') this.enter(folderOf(folder));
  }

  private leave(folder: string): void {
    const left = this.folders.get(folder)! - 1;
    if (left > 0) {
      this.folders.set(folder, left);
      return;
    }
    this.folders.delete(folder);
    if (folder !== '') this.leave(folderOf(folder));
  }
}

/** The name of the folder of a file or folder; '' where it lies in none. */
function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}
