/** A small editor for tests: it speaks the protocol to the real server, in this process or in one of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CodeAction,
  CompletionClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { begin } from '../../server/src/lsp/begin';
import type { Status } from '../../server/src/lsp/server';
import { type ServerOptions, STATUS, serve } from '../../server/src/lsp/server';
import { TODAY } from '../support/markers';

export const URI = 'file:///day.encounter';

export interface EditorOptions {
  /** Findings are asked for; else they are sent. */
  readonly pulls?: boolean;
  readonly markdown?: boolean;
  readonly documentChanges?: boolean;
  /** What the editor answers when it is asked for settings; nothing: it is never asked. */
  readonly settings?: Record<string, unknown>;
  readonly folders?: readonly string[];
  /** The editor tells of files that change on the disk. */
  readonly watches?: boolean;
  /** It tells of folders that its user moves and makes. */
  readonly moves?: boolean;
  readonly initializationOptions?: unknown;
  /** Entries within entries in the outline. */
  readonly outlineTree?: boolean;
  /** How many folds it draws. */
  readonly mostFolds?: number;
  /** It says when a file is saved. */
  readonly saves?: boolean;
  /** What it knows of suggestions. */
  readonly completion?: CompletionClientCapabilities;
  /** It makes edits that the server asks for. */
  readonly appliesEdits?: boolean;
  /** The button that is pressed where the server asks a question; nothing: none. */
  readonly presses?: string;
  /** How it counts columns, its first choice first. */
  readonly encodings?: readonly string[];
  readonly server?: Partial<ServerOptions>;
  /** It shows how long work takes. */
  readonly progress?: boolean;
  /** It tells when folders are opened and closed. */
  readonly folderChanges?: boolean;
  /** Answers more than this editor does by itself. */
  readonly onConnection?: (connection: MessageConnection) => void;
}

export class Editor {
  readonly log: string[] = [];
  readonly shown: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: Status[] = [];
  refreshes = 0;
  /** How often it was told to ask for hints again. */
  hintRefreshes = 0;
  colourRefreshes = 0;
  /** What the server asked to be told of. */
  readonly registered: { method: string; registerOptions: unknown }[] = [];
  /** How often the server asked for settings. */
  asked = 0;
  settings: Record<string, unknown>;
  private readonly texts = new Map<string, { text: string; version: number }>();
  private waiting: (() => void)[] = [];

  private constructor(
    readonly connection: MessageConnection,
    private readonly options: EditorOptions,
    readonly process?: ChildProcess,
  ) {
    this.settings = options.settings ?? {};
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => this.note(this.log, message));
    connection.onNotification('window/showMessage', ({ message }: { message: string }) =>
      this.note(this.shown, message),
    );
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.note(this.published, params),
    );
    connection.onNotification(STATUS, (status: Status) => this.note(this.statuses, status));
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      this.asked++;
      setImmediate(() => this.wake());
      return items.map(() => this.settings);
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.wake();
      return null;
    });
    connection.onRequest('workspace/semanticTokens/refresh', () => {
      this.colourRefreshes++;
      this.wake();
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.hintRefreshes++;
      this.wake();
      return null;
    });
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string; registerOptions: unknown }[] }) => {
        for (const registration of registrations) this.note(this.registered, registration);
        return null;
      },
    );
    connection.onRequest('client/unregisterCapability', () => null);
    connection.onRequest('workspace/applyEdit', ({ label, edit }: ApplyWorkspaceEditParams) => {
      this.take({ title: label ?? '', edit });
      this.wake();
      return { applied: true };
    });
    connection.onRequest(
      'window/showMessageRequest',
      ({ message, actions }: { message: string; actions: { title: string }[] }) => {
        this.note(this.shown, [message, ...actions.map(({ title }) => `[${title}]`)].join(' '));
        return actions.find(({ title }) => title === this.options.presses) ?? null;
      },
    );
    options.onConnection?.(connection);
    connection.listen();
  }

  /** A server in this process. */
  static async here(options: EditorOptions = {}): Promise<Editor> {
    const toServer = new PassThrough();
    const toEditor = new PassThrough();
    begin({
      connect: (strategy) =>
        createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor), strategy),
      goOn: (serverSide, params) =>
        serve(
          serverSide,
          {
            later: setImmediate,
            loadProse: () => import('../../server/src/features/prose'),
            today: () => TODAY,
            ...options.server,
          },
          params,
        ),
      later: setImmediate,
    });
    const connection = createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
    return new Editor(connection, options).begun();
  }

  /** A server in a process of its own, over standard input and output. */
  static async apart(options: EditorOptions = {}): Promise<Editor> {
    const main = join(__dirname, '../../server/src/lsp/main.node.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
    return new Editor(connection, options, child).begun().catch((error: unknown) => {
      child.kill();
      throw error;
    });
  }

  result!: InitializeResult;

  private async begun(): Promise<Editor> {
    const { pulls = true, markdown = true, documentChanges = true, settings, folders } = this.options;
    const { outlineTree = true, mostFolds } = this.options;
    const { encodings } = this.options;
    const capabilities: ClientCapabilities = {
      ...(encodings ? { general: { positionEncodings: [...encodings] } } : {}),
      textDocument: {
        ...(pulls ? { diagnostic: { relatedInformation: true } } : {}),
        publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
        rename: { prepareSupport: true },
        semanticTokens: { requests: { range: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
        documentLink: { tooltipSupport: true },
        synchronization: { didSave: this.options.saves ?? false },
        hover: { contentFormat: markdown ? ['markdown', 'plaintext'] : ['plaintext'] },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: outlineTree },
        ...(mostFolds === undefined ? {} : { foldingRange: { rangeLimit: mostFolds } }),
        ...(this.options.completion ? { completion: this.options.completion } : {}),
      },
      workspace: {
        configuration: settings !== undefined,
        workspaceFolders: this.options.folderChanges ?? false,
        diagnostics: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        semanticTokens: { refreshSupport: true },
        workspaceEdit: { documentChanges },
        applyEdit: this.options.appliesEdits ?? false,
        ...(this.options.moves ? { fileOperations: { didRename: true, didCreate: true } } : {}),
        ...(this.options.watches ? { didChangeWatchedFiles: { dynamicRegistration: true } } : {}),
      },
      ...(this.options.progress ? { window: { workDoneProgress: true } } : {}),
    };
    this.result = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folders?.map((uri) => ({ uri, name: 'folder' })) ?? null,
      capabilities,
      initializationOptions: { status: true, ...(this.options.initializationOptions as object | undefined) },
    });
    await this.connection.sendNotification('initialized', {});
    if (settings !== undefined) await this.until('the question for settings', () => this.asked > 0);
    return this;
  }

  private note<T>(list: T[], entry: T): void {
    list.push(entry);
    this.wake();
  }

  wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const look of waiting) look();
  }

  /** Waits until something is so, looking again whenever the server has spoken. */
  until(what: string, ready: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), 10_000);
      const look = () => {
        if (ready()) {
          clearTimeout(timer);
          resolve();
        } else this.waiting.push(look);
      };
      look();
    });
  }

  text(uri = URI): string {
    return this.texts.get(uri)!.text;
  }

  version(uri = URI): number {
    return this.texts.get(uri)!.version;
  }

  open(text: string, uri = URI): void {
    this.texts.set(uri, { text, version: 1 });
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'encounter', version: 1, text },
    });
  }

  close(uri = URI): void {
    this.texts.delete(uri);
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Changes a stretch of the text, as typing does. */
  edit(start: number, end: number, newText: string, uri = URI): void {
    const now = this.texts.get(uri)!;
    const range = { start: positionAt(now.text, start), end: positionAt(now.text, end) };
    this.texts.set(uri, { text: now.text.slice(0, start) + newText + now.text.slice(end), version: now.version + 1 });
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: now.version + 1 },
      contentChanges: [{ range, text: newText }],
    });
  }

  replace(old: string, newText: string, uri = URI): void {
    const at = this.text(uri).indexOf(old);
    if (at < 0) throw new Error(`no ${old} in the text`);
    this.edit(at, at + old.length, newText, uri);
  }

  pull(uri = URI, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The findings now, however this editor gets them. */
  async findings(uri = URI): Promise<Diagnostic[]> {
    if (this.options.pulls ?? true) {
      const report = await this.pull(uri);
      if (report.kind !== 'full') throw new Error('not a full report');
      return report.items;
    }
    const version = this.version(uri);
    const last = () => this.published.filter((params) => params.uri === uri && params.version === version).at(-1);
    await this.until('findings', () => last() !== undefined);
    return last()!.diagnostics;
  }

  hover(position: Position, uri = URI): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  /** A hover in the middle of a piece of the text. */
  hoverOn(piece: string, uri = URI): Promise<Hover | null> {
    const at = this.text(uri).indexOf(piece);
    if (at < 0) throw new Error(`no ${piece} in the text`);
    return this.hover(positionAt(this.text(uri), at + (piece.length >> 1)), uri);
  }

  async actions(range: Range, only?: string[], diagnostics: Diagnostic[] = [], uri = URI): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only ? { only } : {}) };
    const found: CodeAction[] | null = await this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context,
    });
    return found ?? [];
  }

  /** Takes an action, as an editor does: only where it fits the version at hand. */
  take(action: CodeAction, uri = URI): void {
    const changes = action.edit?.documentChanges;
    let edits: TextEdit[];
    if (changes) {
      const [change] = changes;
      if (!change || !('edits' in change)) throw new Error('no edits');
      if (change.textDocument.version !== this.version(uri)) throw new Error('edits of another version');
      edits = change.edits as TextEdit[];
    } else edits = action.edit?.changes?.[uri] ?? [];
    const text = this.text(uri);
    const offsets = edits.map(({ range, newText }) => ({
      start: offsetAt(text, range.start),
      end: offsetAt(text, range.end),
      newText,
    }));
    for (const { start, end, newText } of offsets.sort((a, b) => b.start - a.start))
      this.edit(start, end, newText, uri);
  }

  async shutdown(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) starts.push(i + 1);
  }
  return starts;
}

export function positionAt(text: string, offset: number): Position {
  const starts = lineStarts(text);
  let line = starts.length - 1;
  while (starts[line]! > offset) line--;
  return { line, character: offset - starts[line]! };
}

export function offsetAt(text: string, { line, character }: Position): number {
  const starts = lineStarts(text);
  return Math.min(text.length, (starts[line] ?? text.length) + character);
}

/** A finding in one line: `10:8-13 missing-59`. */
export function brief({ range, code }: Diagnostic): string {
  return `${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1} ${code ?? '-'}`;
}

export const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
