/** Wiring of the opened folders: progress, changes on the disk, commands, and the findings of closed files. */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
  WatchKind,
  type WorkDoneProgressServerReporter,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { editionsWith } from '../guidance/editions';
import { ENDINGS, isEncounterFile } from '../text/encounter-file';
import { VERSION } from '../text/version';
import type { After } from './calm';
import { CLEAR_CACHE, type Editor, READ_FOLDER, STOP_READING } from './capabilities';
import type { Configs } from './configs';
import type { Report } from './convert';
import type { Documents, FolderWatcher, OpenDocument } from './documents';
import { Folder } from './folder';
import { type Ask, editorReader, type FolderReader, listByEditor } from './folder-files';
import type { FolderStore } from './folder-memory';
import type { FolderProgress } from './folder-options';
import { FolderReports } from './folder-reports';
import type { ReportOptions } from './shown';

/** What the place where the server runs can do with folders. */
export interface FolderPlace {
  /**
   * Reads the files below a folder; nothing where the place cannot.
   * @param listed the files below a folder as the editor lists them, where it does.
   */
  readerOf(
    folder: string,
    listed: ((folder: string) => Promise<readonly string[] | undefined>) | undefined,
  ): FolderReader | undefined;
  /** @param folder a path in the editor's storage. */
  store(folder: string): FolderStore;
}

/** How the reading of the folders goes, for an editor that wants to hear how the server is doing. */
export const FOLDER = 'encounter/folder';

/** Progress is shown for what takes longer, and not more often, in milliseconds. */
const WORTH_SHOWING = 700;
const SHOW_EVERY = 200;
/** An editor that does not tell of changes: the folders are looked through again when a file is opened or saved. */
const LOOK_AGAIN = 10_000;

export interface FolderServiceOptions {
  readonly connection: Connection;
  readonly params: InitializeParams;
  readonly place: FolderPlace | undefined;
  readonly configs: Configs;
  readonly documents: () => Documents;
  readonly today: () => number;
  readonly later: (run: () => void) => void;
  readonly after: After;
  readonly reportOptions: () => ReportOptions;
  /** The largest file that is checked, in megabytes. */
  readonly limit: () => number;
  readonly openReport: (document: OpenDocument) => Report;
  readonly editor: Pick<Editor, 'encoding' | 'movesFolders' | 'pulls' | 'status' | 'watchesFiles'>;
  /** Brings all findings up to date. */
  readonly flush: () => void;
  readonly onTrouble: (where: string, error: unknown) => void;
}

interface Given {
  readonly files?: { readonly lists?: unknown; readonly reads?: unknown };
  readonly cacheFolder?: unknown;
  readonly checkFolder?: unknown;
}

export interface FolderService {
  readonly folder: Folder;
  readonly reports: FolderReports;
  /** Told what happens to documents. */
  readonly watcher: FolderWatcher;
  /** Whether the editor, when it started the server, did not ask for open files only. */
  readonly isWanted: boolean;
  /** Asks to be told of files that come, change and go. */
  watch(): void;
  /** Looks through the folders again, for an editor that tells of no changes. */
  lookAgain(): void;
  /** @returns the changes that are none of encounter files. */
  onDisk(changes: readonly FileEvent[]): FileEvent[];
  /** Does one of our commands. @returns whether it was one. */
  command(name: string): Promise<boolean>;
  end(): Promise<void>;
}

export function serveFolder(options: FolderServiceOptions): FolderService {
  const { connection, params, place, configs, documents, editor, later, onTrouble } = options;
  const given: Given = (params.initializationOptions as Given | null | undefined) ?? {};
  const ask: Ask = (method, about) => connection.sendRequest(method, about);
  const now = () => performance.now();
  const byEditor = given.files?.reads === true ? editorReader(ask) : undefined;
  const listed = given.files?.lists === true ? (folder: string) => listByEditor(ask, folder) : undefined;
  const readers = new Map<string, FolderReader | undefined>();
  const cacheFolder = typeof given.cacheFolder === 'string' && given.cacheFolder !== '' ? given.cacheFolder : undefined;
  const editions = JSON.stringify(editionsWith());

  const folder: Folder = new Folder({
    documents,
    readerOf(root) {
      if (!readers.has(root)) readers.set(root, place?.readerOf(root, listed) ?? byEditor);
      return readers.get(root);
    },
    store: cacheFolder === undefined ? undefined : place?.store(cacheFolder),
    groupOf: (uri) => configs.keyOf(uri),
    judgedBy: (group) => `${VERSION}\n${editions}\n${configs.stampOf(group)}`,
    toldBy() {
      const { related, rulePage, most } = options.reportOptions();
      return JSON.stringify([VERSION, related, rulePage, most, editor.encoding]);
    },
    reportOf: (file) => reports.reportOf(file),
    today: options.today,
    later,
    after: options.after,
    now,
    onStep: options.flush,
    onProgress: showProgress,
    onTrouble,
  });

  const reports: FolderReports = new FolderReports({
    connection,
    documents,
    reportOptions: options.reportOptions,
    limit: options.limit,
    pulls: () => editor.pulls,
    isReady: () => folder.isSettled,
    onStale: (uri) => folder.onStale(uri),
    openReport: options.openReport,
    later,
    after: options.after,
    now,
  });

  // ------------------------------------------------------------------------------------------------ Progress

  let began = 0;
  let shownAt = 0;
  let reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  let toldFolder = '';

  function showProgress(progress: FolderProgress): void {
    const at = now();
    const isReading = progress.state === 'reading';
    if (!isReading) {
      began = 0;
      end();
      reports.settled();
      tellFolder(progress);
      return;
    }
    if (began === 0) began = at;
    if (at - began < WORTH_SHOWING || progress.toRead === 0 || at - shownAt < SHOW_EVERY) return;
    shownAt = at;
    tellFolder(progress);
    const { done, toRead } = progress;
    const message = `${count(done)} of ${count(toRead)} files`;
    const percentage = Math.min(100, Math.floor((100 * done) / toRead));
    if (reporter) {
      void reporter.then((one) => one.report(percentage, message));
      return;
    }
    reporter = connection.window.createWorkDoneProgress().then((one) => {
      one.begin('Reading the encounter files of the folder', percentage, message, true);
      one.token.onCancellationRequested(() => folder.stop());
      return one;
    });
    reporter.catch((error: unknown) => onTrouble('showing progress', error));
  }

  function end(): void {
    void reporter?.then(
      (one) => one.done(),
      () => {},
    );
    reporter = undefined;
  }

  function tellFolder(progress: FolderProgress): void {
    if (!editor.status) return;
    const text = JSON.stringify(progress);
    if (text === toldFolder) return;
    toldFolder = text;
    void connection.sendNotification(FOLDER, progress).catch(() => {});
  }

  // ------------------------------------------------------------------------------------------------ Changes

  let isWatching = false;
  let lookedAt = 0;

  function watch(): void {
    if (!editor.watchesFiles || isWatching) return;
    isWatching = true;
    // A folder that goes is told of as one change, whatever was in it.
    const watchers = [
      ...ENDINGS.map((ending) => ({ globPattern: `**/*.${ending}` })),
      { globPattern: '**/*', kind: WatchKind.Delete },
    ];
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => onTrouble('asking to be told of files', error));
  }

  async function clearCache(): Promise<void> {
    let message = 'Nothing is kept of your folders any more. They are read again when the editor starts next.';
    let type: MessageType = MessageType.Info;
    try {
      folder.clearMemory();
    } catch {
      message = 'What is kept of your folders could not be removed: no permission, or it is in use.';
      type = MessageType.Warning;
    }
    await connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  if (editor.movesFolders) {
    connection.workspace.onDidRenameFiles(() => folder.lookSoon());
    connection.workspace.onDidCreateFiles(() => folder.lookSoon());
  }

  if (editor.pulls)
    connection.languages.diagnostics.onWorkspace(
      (asked, token, _progress, partial): Promise<WorkspaceDiagnosticReport> =>
        reports.ask(asked, token, asked.partialResultToken === undefined ? undefined : partial),
    );

  return {
    folder,
    reports,
    watch,
    isWanted: given.checkFolder !== false,
    watcher: {
      keeps: (uri) => folder.keeps(uri),
      onChange: (uri) => folder.onChange(uri),
      onRebuild: () => folder.onRebuild(),
      onOpen(uri) {
        folder.onOpen(uri);
        reports.opened(uri);
      },
      onClose(uri) {
        folder.onClose(uri);
        reports.closed(uri);
      },
    },
    lookAgain() {
      if (editor.watchesFiles || !folder.isSettled || now() - lookedAt < LOOK_AGAIN) return;
      lookedAt = now();
      folder.lookAgain();
    },
    onDisk(changes) {
      folder.onDisk(changes.map(({ uri, type }) => ({ uri, isGone: type === FileChangeType.Deleted })));
      return changes.filter(({ uri }) => !isEncounterFile(uri));
    },
    async command(name) {
      if (name === READ_FOLDER) folder.goOn();
      else if (name === STOP_READING) folder.stop();
      else if (name === CLEAR_CACHE) await clearCache();
      else return false;
      return true;
    },
    async end() {
      reports.end();
      await folder.end();
    },
  };
}

/** 20000 as 20,000. */
function count(n: number): string {
  return n.toLocaleString('en-US');
}
