import {
  commands,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { Asking } from './ask';
import { Crashes } from './crashes';
import { documentSelector } from './documents';
import { FolderReading } from './folder';
import { logWithoutContents } from './log';
import { Pages, rulePageAddress } from './pages';
import { type Answer, Ask, type Send } from './requests';
import { StartHere } from './start-here';
import { type ServerState, Status } from './status';
import { ClaimsPanel } from './views/claims';
import { DayPanel } from './views/day';

/** Makes a client with a server of its own: a process on the desktop, a worker in the browser. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** What the extension hands to whoever asks VS Code for it, the editor tests above all. */
export interface Api {
  readonly state: ServerState['kind'];
  readonly onDidChangeState: Event<void>;
  /** A document's findings have just been brought up to date. */
  readonly onDidCheck: Event<Uri>;
  /** The version of a document whose findings are shown; nothing where it was not checked yet. */
  checkedVersion(uri: Uri): number | undefined;
  /** A list of answers from the guidance is on the screen. */
  readonly onDidAnswer: Event<readonly Answer[]>;
  /** How far the opened folders are read. */
  readonly folder: Pick<FolderReading, 'progress' | 'onDidChange'>;
  /** The panel with the picture of the day. */
  readonly day: Pick<DayPanel, 'shown' | 'turn' | 'onDidShow' | 'hear'>;
  /** The panel with the claim lines. */
  readonly claims: Pick<ClaimsPanel, 'shown' | 'turn' | 'onDidShow' | 'hear' | 'saveTo'>;
}

/** The server may say this of itself at any time; `ok` takes back what it said before. */
interface StatusParams {
  readonly kind: 'ok' | 'trouble';
  readonly message?: string;
}

/** The line from the editor to the server: starts it, restarts it, says how it is doing. It knows no coding rule. */
export class Session {
  readonly #create: ClientFactory;
  readonly #log: LogOutputChannel;
  readonly #status: Status;
  readonly #crashes = new Crashes();
  readonly #didCheck = new EventEmitter<Uri>();
  /** The versions whose findings the server that runs now has given. */
  readonly #checked = new Map<string, number>();
  /** Which server that is: another one after each end. */
  #server = 0;
  readonly #asking: Asking;
  readonly #folder = new FolderReading();
  /** Where what is known of folders is kept: nowhere in a browser. */
  readonly #cacheFolder: string | undefined;
  readonly #day: DayPanel;
  readonly #claims: ClaimsPanel;
  #client: BaseLanguageClient | undefined;
  #started: Promise<void> = Promise.resolve();
  #restarting: Promise<void> | undefined;

  constructor(context: ExtensionContext, create: ClientFactory) {
    this.#create = create;
    const { globalStorageUri } = context;
    if (globalStorageUri.scheme === 'file') this.#cacheFolder = Uri.joinPath(globalStorageUri, 'folders').fsPath;
    this.#log = logWithoutContents(window.createOutputChannel('Encounter', { log: true }));
    const send: Send = (method, params) => this.#request(method, params);
    const ask = new Ask(send);
    this.#status = new Status(send);
    this.#asking = new Asking(ask);
    this.#day = new DayPanel(context.extensionUri, ask, this.#didCheck.event, this.#status.onDidChange);
    this.#claims = new ClaimsPanel(context.extensionUri, ask, this.#status.onDidChange);
    context.subscriptions.push(
      this.#log,
      this.#status,
      this.#didCheck,
      this.#asking,
      this.#folder,
      this.#day,
      this.#claims,
      new Pages(ask),
      new StartHere(send, context.extensionUri),
      workspace.onDidGrantWorkspaceTrust(
        () => void this.#client?.sendNotification('encounter/trust', { trusted: true }),
      ),
      workspace.onDidCloseTextDocument(({ uri }) => this.#checked.delete(uri.toString())),
      commands.registerCommand('encounter.restartServer', () => this.restart()),
      commands.registerCommand('encounter.showLog', () => this.#log.show()),
    );
    void commands.executeCommand('setContext', 'encounter.active', true);
  }

  get api(): Api {
    const status = this.#status;
    return {
      get state() {
        return status.state.kind;
      },
      onDidChangeState: status.onDidChange,
      onDidCheck: this.#didCheck.event,
      checkedVersion: (uri) => this.#checked.get(uri.toString()),
      onDidAnswer: this.#asking.onDidAnswer,
      folder: this.#folder,
      day: this.#day,
      claims: this.#claims,
    };
  }

  async start(): Promise<void> {
    const client = this.#create(this.#options());
    this.#client = client;
    this.#status.state = { kind: 'starting' };
    client.onDidChangeState(({ newState }) => {
      if (client !== this.#client) return;
      if (newState === State.Running) this.#status.state = { kind: 'running' };
      // A stop is the middle of a restart; a start that fails is the end of one.
      if (newState === State.StartFailed && this.#status.state.kind === 'restarting')
        this.#gaveUp(l10n.t('Encounter could not start, so no file is checked.'));
      else if (newState === State.Stopped || newState === State.StartFailed) {
        if (this.#status.state.kind !== 'restarting') this.#status.state = { kind: 'stopped' };
      }
    });
    this.#folder.serve(client);
    client.onNotification('encounter/claimsChanged', () => this.#claims.changed());
    client.onNotification('encounter/status', ({ kind, message }: StatusParams) => {
      this.#status.state = kind === 'trouble' && message ? { kind, message } : { kind: 'running' };
    });
    try {
      this.#started = client.start();
      await this.#started;
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#gaveUp(l10n.t('Encounter could not start, so no file is checked.'));
    }
  }

  /** Asks the server; where it is still starting, as soon as it has. */
  async #request(method: string, params: unknown): Promise<unknown> {
    await this.#started;
    if (!this.#client) throw new Error('there is no server');
    return this.#client.sendRequest(method, params);
  }

  /** A new server, whatever became of the old one. Asked twice at once, it restarts once. */
  restart(): Promise<void> {
    this.#restarting ??= (async () => {
      try {
        this.#crashes.forget();
        await this.stop();
        await this.start();
      } finally {
        this.#restarting = undefined;
      }
    })();
    return this.#restarting;
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#ended();
    // A server that hangs does not answer; two seconds are enough for one that does.
    await client?.dispose(2000).catch((error: unknown) => this.#log.warn(String(error)));
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector,
      diagnosticCollectionName: 'encounter',
      synchronize: { configurationSection: 'encounter' },
      initializationOptions: {
        trusted: workspace.isTrusted,
        rulePage: rulePageAddress,
        suggestAgain: 'editor.action.triggerSuggest',
        status: true,
        files: { lists: true, reads: true },
        ...(this.#cacheFolder === undefined ? {} : { cacheFolder: this.#cacheFolder }),
      },
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: this.#errorHandler(),
      initializationFailedHandler: () => false,
      middleware: {
        // The findings of an open document are asked for. What is sent or told of the folder may be of its file on the disk.
        provideDiagnostics: async (document, previousResultId, token, next) => {
          const uri = document instanceof Uri ? document : document.uri;
          const version = document instanceof Uri ? undefined : document.version;
          const server = this.#server;
          const report = await next(document, previousResultId, token);
          // Where no server has answered there is an empty report, without the server's mark. They are shown right
          // after this function has returned.
          if (report?.resultId !== undefined)
            setTimeout(() => {
              if (server === this.#server) this.#remember(uri, version);
            }, 0);
          return report;
        },
        // In the status bar, where it is in nobody's way; the entry behind the `{}` stops it.
        handleWorkDoneProgress: (token, params, next) =>
          next(token, params.kind === 'begin' ? { ...params, cancellable: false } : params),
        // From the palette a command comes without a place: it is the cursor's.
        executeCommand: (command, given, next) => {
          if (command !== 'encounter.buildClaim') return next(command, given);
          const place = given.length > 0 ? given : cursorPlace();
          return place ? next(command, place) : undefined;
        },
      },
    };
  }

  /** What the server said goes with it. */
  #ended(): void {
    this.#server += 1;
    this.#checked.clear();
  }

  #remember(uri: Uri, version: number | undefined): void {
    if (version === undefined || !openDocument(uri)) return;
    this.#checked.set(uri.toString(), version);
    this.#didCheck.fire(uri);
  }

  #errorHandler(): ErrorHandler {
    return {
      // Writing to a server that has just ended fails, often several times. That is no reason to give up: its end, which
      // is told next, decides whether it is started again.
      error: (error) => {
        this.#log.error(error);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => {
        this.#ended();
        if (this.#crashes.mayRestart(Date.now())) {
          this.#status.state = { kind: 'restarting' };
          return { action: CloseAction.Restart, handled: true };
        }
        this.#gaveUp(l10n.t('Encounter stopped several times in a row, so no file is checked any more.'));
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  #gaveUp(message: string): void {
    this.#status.state = { kind: 'stopped' };
    const restart = l10n.t('Restart');
    const showLog = l10n.t('Show Log');
    void window.showErrorMessage(message, restart, showLog).then((answer) => {
      if (answer === restart) void this.restart();
      if (answer === showLog) this.#log.show();
    });
  }
}

/** The file and line of the cursor, where it is in an encounter file; else says that it is not. */
function cursorPlace(): [uri: string, line: number] | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'encounter')
    return [editor.document.uri.toString(), editor.selection.active.line];
  void window.showInformationMessage(l10n.t('Open an encounter file, and put the cursor into an encounter.'));
  return undefined;
}

function openDocument(uri: Uri) {
  const name = uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === name);
}
