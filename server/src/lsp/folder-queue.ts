/** Files of the folders that are to be read: a few at a time, and first those that somebody waits for. */

import type { FolderEntry } from './folder-entries';
import type { FileContent } from './folder-files';

const MOST_READS = 8;
const MOST_READY = 64;

export class ReadQueue {
  /** Of the files that are to be read at this time: how many, and how many of them were. */
  toRead = 0;
  done = 0;
  private urgent: FolderEntry[] = [];
  private waiting: FolderEntry[] = [];
  private waitingAt = 0;
  private reading = 0;
  private ready: { readonly entry: FolderEntry; readonly content: FileContent }[] = [];
  private run = 0;

  /** @param onRead one more file was read. */
  constructor(
    private readonly mostBytes: () => number,
    private readonly onRead: () => void,
  ) {}

  /** Nothing is to be read, and nothing that was read waits to be taken. */
  get isEmpty(): boolean {
    return this.reading === 0 && this.ready.length === 0;
  }

  get hasRead(): boolean {
    return this.ready.length > 0;
  }

  add(entry: FolderEntry, isUrgent: boolean): void {
    if (entry.state === 'waiting' && !isUrgent) return;
    if (entry.state !== 'waiting') this.toRead++;
    entry.state = 'waiting';
    entry.turn++;
    (isUrgent ? this.urgent : this.waiting).push(entry);
  }

  /** What was read next. */
  take(): { readonly entry: FolderEntry; readonly content: FileContent } | undefined {
    return this.ready.shift();
  }

  /** Goes on reading, as far as what was read is taken. */
  pump(): void {
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
      void entry.reader.read(entry.uri, this.mostBytes()).then((content) => {
        if (run !== this.run) return;
        this.reading--;
        this.done++;
        if (turn === entry.turn) this.ready.push({ entry, content });
        this.onRead();
      });
    }
  }

  /** Nothing is to be read any more. */
  clear(): void {
    this.run++;
    this.toRead = 0;
    this.done = 0;
    this.urgent = [];
    this.waiting = [];
    this.waitingAt = 0;
    this.reading = 0;
    this.ready = [];
  }
}
