/** A folder on the disk, and an editor that has it open: it shows the findings of all files, open or not. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  Diagnostic,
  FileChangeType,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type MessageConnection, ProgressType } from 'vscode-languageserver/node';
import { diskConfigs } from '../../server/src/lsp/configs.node';
import { diskFolders } from '../../server/src/lsp/folder.node';
import type { FolderProgress } from '../../server/src/lsp/folder-options';
import { brief, Editor, type EditorOptions } from './client';

export interface FolderOptions extends EditorOptions {
  /** The editor asks for the findings of the whole workspace; else only for those of open files, or for none. */
  readonly asks?: boolean;
  /** The whole answer at once, and not part by part. */
  readonly inOne?: boolean;
  /** A cache below the temporary folder. */
  readonly cache?: boolean;
  /** The server reads no disk. */
  readonly noDisk?: boolean;
  readonly options?: Record<string, unknown>;
}

/** A right day, with one clinician and one patient. */
export const day = (patient: string, date = '2026-03-03', units = 1, clinician = 'R. Ortiz, PT', start = '09:00') => {
  const [hour, minute] = start.split(':').map(Number) as [number, number];
  const end = `${String(hour).padStart(2, '0')}:${String(minute + 15).padStart(2, '0')}`;
  return `clinician "${clinician}"
discipline PT
payer medicare

encounter ${date} patient ${patient}
  dx M54.50
  ${start}-${end}  97110
  bill 97110-GP x${units}
`;
};

/** What changed, as an editor says it. */
export const [CREATED, CHANGED, DELETED] = [1, 2, 3] as const satisfies FileChangeType[];

/** Temporary folders, and the editors that have them open. */
export class Clinic {
  readonly top = mkdtempSync(join(tmpdir(), 'folder-'));
  readonly cache = join(this.top, 'cache');
  readonly progress: FolderProgress[] = [];
  readonly bars: { kind: string; message?: string; title?: string; cancellable?: boolean }[] = [];
  bar: string | number | undefined;
  editor!: Editor;
  private asking = false;
  private readonly answered = new Map<string, { items: Diagnostic[]; resultId: string | undefined }>();
  private options: FolderOptions = {};
  private time = Date.now() - 1_000_000;

  /** @param root a folder that is there already; else a new one. */
  constructor(readonly root = '') {
    if (root !== '') return;
    this.root = join(this.top, 'work');
    mkdirSync(this.root);
  }

  async end(): Promise<void> {
    await this.close();
    rmSync(this.top, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    this.asking = false;
    await this.editor?.shutdown().catch(() => {});
    this.answered.clear();
    this.progress.length = 0;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  /** With `/` at its end. */
  private get rootUri(): string {
    return `${this.uri('').replace(/\/$/, '')}/`;
  }

  /** Writes a file; each time it was changed a second later than the one before. */
  put(path: string, text: string | Uint8Array): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    this.time += 1000;
    utimesSync(file, this.time / 1000, this.time / 1000);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  tell(...changes: [path: string, type: FileChangeType][]): void {
    void this.editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: this.uri(path), type })),
    });
  }

  async open(options: FolderOptions = {}): Promise<void> {
    this.options = options;
    this.editor = await Editor.here({
      folders: [pathToFileURL(this.root).href],
      watches: true,
      ...options,
      initializationOptions: {
        status: true,
        ...(options.cache ? { cacheFolder: this.cache } : {}),
        ...options.options,
      },
      onConnection: (connection) => this.listen(connection, options),
      server: { configs: diskConfigs, ...(options.noDisk ? {} : { folders: diskFolders }), ...options.server },
    });
    if (options.asks ?? true) this.ask();
  }

  private listen(connection: MessageConnection, options: FolderOptions): void {
    connection.onNotification('encounter/folder', (progress: FolderProgress) => {
      this.progress.push(progress);
      this.editor?.wake();
    });
    connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
      this.bar = token;
      connection.onProgress(new ProgressType(), token, (value) => {
        this.bars.push(value as { kind: string });
        this.editor?.wake();
      });
      return null;
    });
    options.onConnection?.(connection);
  }

  /** Asks for the findings of the workspace, again and again, as VS Code does. */
  private ask(): void {
    this.asking = true;
    const token = 'findings';
    const { connection } = this.editor;
    const part = connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), token, ({ items }) =>
      this.take(items),
    );
    const next = async (): Promise<void> => {
      while (this.asking) {
        const previousResultIds = [...this.answered].flatMap(([uri, { resultId }]) =>
          resultId === undefined ? [] : [{ uri, value: resultId }],
        );
        const report: WorkspaceDiagnosticReport = await connection.sendRequest('workspace/diagnostic', {
          previousResultIds,
          ...(this.options.inOne ? {} : { partialResultToken: token }),
        });
        this.take(report.items);
      }
    };
    void next()
      .catch(() => {})
      .finally(() => part.dispose());
  }

  private take(items: readonly WorkspaceDocumentDiagnosticReport[]): void {
    for (const item of items)
      if (item.kind === 'full') this.answered.set(item.uri, { items: item.items, resultId: item.resultId });
    this.editor.wake();
  }

  /** What the editor shows of each file with findings, by path. An open one counts too. */
  shown(inWords: (item: Diagnostic) => string = brief): Record<string, string[]> {
    const shown: Record<string, string[]> = {};
    const show = (uri: string, items: readonly Diagnostic[]) => {
      const path = uri.replace(this.rootUri, '');
      if (items.length > 0) shown[path] = [...(shown[path] ?? []), ...items.map(inWords)];
    };
    for (const [uri, { items }] of this.answered) show(uri, items);
    const sent = new Map(this.editor.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
    for (const [uri, items] of sent) show(uri, items);
    return Object.fromEntries(Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  get state(): FolderProgress | undefined {
    return this.progress.at(-1);
  }

  async settled(): Promise<void> {
    await this.editor.until('the folder to be read', () => ['read', 'partly', 'off'].includes(this.state?.state ?? ''));
  }

  /** Waits until these are the findings that are shown. */
  async shows(wanted: Record<string, string[]>): Promise<void> {
    const text = JSON.stringify(Object.fromEntries(Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1))));
    await this.editor
      .until('the findings', () => JSON.stringify(this.shown()) === text && this.state?.state !== 'reading')
      .catch(() => assert.deepEqual(this.shown(), JSON.parse(text)));
  }
}
