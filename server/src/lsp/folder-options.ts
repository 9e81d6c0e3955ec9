/** What the folders are read with, and what is said of how far they are. */

import type { After } from './calm';
import type { Report } from './convert';
import type { ClosedFile, Documents } from './documents';
import type { FolderReader } from './folder-files';
import type { FolderStore } from './folder-memory';

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
  /** How the editor wants findings to be told, in words that change when it does. */
  readonly toldBy: () => string;
  /** What is said of a closed file. */
  readonly reportOf: (file: ClosedFile) => Report;
  /** Today as yyyymmdd. */
  readonly today: () => number;
  readonly later: (run: () => void) => void;
  readonly after: After;
  readonly now: () => number;
  /** Files were taken in or let go: brings findings up to date. */
  readonly onStep: () => void;
  readonly onProgress: (progress: FolderProgress) => void;
  readonly onTrouble: (where: string, error: unknown) => void;
}
