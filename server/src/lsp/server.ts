/** The language server: what it can do, and which call answers which message. No coding rule is decided here. */

import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type FileEvent,
  type InitializeParams,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { CONFIG_NAMES } from '../engine/config';
import { actionsAt, fixAllEdits } from '../features/code-actions';
import { hoverAt, type Prose, plainText } from '../features/hover';
import { encoded } from '../features/semantic-tokens';
import { dayNumber } from '../model/settings';
import type { Rule } from '../rules/kit/rule';
import { RULES } from '../rules/registry';
import { Ahead } from './ahead';
import { type After, Calm } from './calm';
import { CLAIM_ACTION, editorOf, FIX_ALL } from './capabilities';
import { serveClaims } from './claims';
import { Columns, namedIn } from './columns';
import { type ConfigReader, Configs } from './configs';
import {
  type Counts,
  configDiagnostic,
  lost,
  NOTHING,
  quickFixOf,
  type Report,
  rangeOf,
  tooLarge,
  wants,
  workspaceEdit,
} from './convert';
import { serveDays } from './day';
import { type Change, Documents, type OpenDocument } from './documents';
import { type FolderPlace, serveFolder } from './folder-serve';
import {
  answers,
  CODE_EDIT,
  type CodeEditParams,
  codeEditOf,
  EDITIONS,
  type EditionsParams,
  editionsOf,
  PAGE,
  type PageParams,
  pageOf,
  SEARCH,
  type SearchParams,
} from './guidance';
import { serveNewDay } from './new-day';
import { DEFAULT_SETTINGS, readSettings, type ServerSettings } from './settings';
import { type ReportOptions, Shown } from './shown';
import { serveTidying } from './tidy';
import { serveViews } from './views';
import { whereOf } from './where';
import { claimActions, serveWriting } from './writing';

export interface ServerOptions {
  /** Runs a function soon, after messages that have come in already. */
  readonly later: (run: () => void) => void;
  /** Runs a function in so many milliseconds, unless it is taken back: a timer, but in a test. */
  readonly after?: After;
  /** Loads everything with prose; called when a person first asks for some. */
  readonly loadProse: () => Promise<Prose>;
  /** Where configurations are read from; without it, the editor's settings are all there is. */
  readonly configs?: ConfigReader;
  /** Reads folders without the editor; without it, they are read through the editor, where it can. */
  readonly folders?: FolderPlace;
  /** How many bytes a text has in UTF-8, where the machine counts them faster than we do. */
  readonly utf8Length?: (text: string) => number;
  /** The rules to run: all of them, but in a test. */
  readonly rules?: readonly Rule[];
  /** Today as yyyymmdd: the machine's local date, but in a test. */
  readonly today?: () => number;
}

/** What the server says of itself with `encounter/status`, whenever it has changed. */
export interface Status {
  readonly kind: 'ok' | 'trouble';
  /** What is wrong, in one sentence. */
  readonly message?: string;
  /** Rules that threw; what they would have found is missing. */
  readonly faults: readonly string[];
  /** Findings of all open files. */
  readonly findings: Readonly<Counts>;
  /** Open files that are checked. */
  readonly checked: number;
}

export const STATUS = 'encounter/status';

/** The editor says that the person trusts the opened folders now. */
export const TRUST = 'encounter/trust';
interface TrustParams {
  readonly trusted: boolean;
}

/** How often a check may step back behind changes that are waiting. */
const MOST_HOPS = 8;
/** What was asked along with a change is answered before: an editor that asks for findings has them checked by that. */
const FIRST_HOP = -1;

export interface Serving {
  /** Files of the opened folders are being read. */
  readonly isReading: boolean;
}

/** Everything from the answer to `initialize` on. */
export function serve(connection: Connection, options: ServerOptions, params: InitializeParams): Serving {
  const editor = editorOf(params);
  const faults = new Set<string>();
  const complained = new Set<string>();
  const sent = new WeakMap<OpenDocument, { report: Report; version: number }>();
  let settings: ServerSettings = DEFAULT_SETTINGS;
  let stopped = false;
  let prose: Prose | undefined;
  let waiting = false;
  let refreshing = false;
  let refreshAgain = false;
  let lastStatus = '';

  const rules = options.rules ?? RULES;
  const today = options.today ?? (() => dayNumber(new Date()));
  const configs = new Configs(options.configs);
  configs.setTrusted(editor.trusted);
  const { folder, reports, ...folders } = serveFolder({
    connection,
    params,
    editor,
    place: options.folders,
    configs,
    documents: () => documents,
    today,
    later: options.later,
    after: options.after ?? timer,
    reportOptions,
    limit: () => settings.maxFileSize,
    openReport: (document) => (document.stale ? undefined : sent.get(document)?.report) ?? freshReport(document),
    flush: () => {
      if (stopped) return;
      changes++;
      flush();
    },
    onTrouble,
  });
  const documents: Documents = new Documents({
    rules,
    configs,
    today,
    folder: folders.watcher,
    ...(options.utf8Length && { utf8Length: options.utf8Length }),
    onFault: (rule, error) => {
      if (faults.has(rule)) return;
      faults.add(rule);
      connection.console.error(`The check ${rule} failed; its findings are missing. ${whereOf(error)}`);
    },
    onTrouble,
  });

  const columns = new Columns(editor.encoding, (uri) => {
    const open = documents.get(uri)?.workspace.files.get(uri);
    if (open) return open;
    for (const { files } of documents.workspaces()) if (files.has(uri)) return files.get(uri);
    return undefined;
  });

  const shown = new Shown(reportOptions);

  const calm = new Calm({
    after: options.after ?? timer,
    onRelease: (uris) => {
      for (const uri of uris) {
        const document = documents.get(uri);
        if (document) document.stale = true;
      }
      changed();
    },
  });

  // Features are loaded as a whole when the first one is used; this one has nothing to do.
  const ahead = new Ahead(timer, () => void encoded([]));

  function onTrouble(where: string, error: unknown): void {
    connection.console.error(`Failed while ${where}. ${whereOf(error)}`);
  }

  // -------------------------------------------------------------------------------------------------- Handling

  /** A request that fails is answered with nothing, and said in the log without a word of any file. */
  function request<P, R>(
    name: string,
    nothing: R,
    answer: (params: P, token: CancellationToken) => R | Promise<R>,
    give: (answer: R, uri: string | undefined) => R = (found, uri) => columns.given(found, uri),
  ) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
      if (stopped) return refusal(ErrorCodes.InvalidRequest, 'the server is shut down');
      if (token.isCancellationRequested) return refusal(LSPErrorCodes.RequestCancelled, 'cancelled');
      try {
        return give(await answer(columns.taken(params), token), namedIn(params));
      } catch (error) {
        if (error instanceof ResponseError) return error as ResponseError<never>;
        onTrouble(`answering ${name}`, error);
        return nothing;
      }
    };
  }

  function notified<P>(name: string, handle: (params: P) => void) {
    return (params: P): void => {
      if (stopped) return;
      try {
        handle(params);
      } catch (error) {
        onTrouble(`handling ${name}`, error);
      }
    };
  }

  /** Waits for changes that came in together, so that they are checked once. */
  function schedule(hops = editor.pulls ? FIRST_HOP : 0, goesOn = false): void {
    if (waiting && !goesOn) return;
    waiting = true;
    const before = versions();
    options.later(() => {
      if (hops < 0 || (hops < MOST_HOPS && before !== versions())) {
        schedule(hops + 1, true);
        return;
      }
      waiting = false;
      if (stopped) return;
      try {
        flush();
      } catch (error) {
        onTrouble('checking', error);
      }
    });
  }

  let changes = 0;
  function versions(): number {
    return changes;
  }

  function changed(): void {
    changes++;
    schedule();
  }

  // -------------------------------------------------------------------------------------------------- Findings

  /** Documents whose findings were asked for while they were not open: an editor may send that they are only then. */
  const askedEarly = new Set<string>();
  let mustAskAgain = false;

  function flush(): void {
    documents.check();
    let refresh = mustAskAgain;
    mustAskAgain = false;
    let elsewhere = false;
    for (const document of documents.all()) {
      const before = sent.get(document);
      if (!document.stale && before) continue;
      reports.changed(document.uri, before?.version !== document.version);
      elsewhere ||= before?.version === document.version;
      if (editor.pulls) {
        // The editor asks by itself where it changed the text. Elsewhere it has to be told.
        if (!before || before.version !== document.version) continue;
        refresh ||= reportNow(document).mark !== before.report.mark;
      } else {
        const report = reportNow(document);
        if (before && before.version === document.version && before.report.mark === report.mark) continue;
        const { uri, version } = document;
        const diagnostics = report.items;
        const params = editor.versionedFindings ? { uri, version, diagnostics } : { uri, diagnostics };
        void connection.sendDiagnostics(params).catch(() => {});
      }
    }
    reports.afterCheck();
    if (refresh) refreshAll();
    if (elsewhere) views.refresh();
    claims.changed();
    sendConfigProblems();
    sendStatus();
    if (documents.size > 0) ahead.wait();
  }

  function reportNow(document: OpenDocument): Report {
    const before = sent.get(document);
    let report = before?.report;
    if (!report || document.stale) {
      report = freshReport(document);
      document.stale = false;
      document.namesOthers = report.namesOthers;
    }
    sent.set(document, { report, version: document.version });
    return report;
  }

  function freshReport(document: OpenDocument): Report {
    switch (document.standing) {
      case 'judged':
        return calm.shown(document.uri, shown.report(document.workspace, document.uri));
      case 'too-large':
        return tooLarge(document.megabytes, settings.maxFileSize);
      case 'lost':
        return lost();
      case 'foreign':
        return NOTHING;
    }
  }

  function reportOptions(): ReportOptions {
    const rulePage = editor.findingLinks ? editor.rulePage : undefined;
    return { related: editor.related, rulePage, columns, most: settings.maxFindings };
  }

  const configProblems = new Map<string, string>();

  /** What is wrong in the configurations, shown in them. */
  function sendConfigProblems(): void {
    const gone = new Set(configProblems.keys());
    let names = '';
    for (const { uri, problems, names: named } of configs.all()) {
      gone.delete(uri);
      names += named.map((name) => `${name}\n`).join('');
      const diagnostics = problems.map(configDiagnostic);
      const mark = JSON.stringify(diagnostics);
      if (mark === (configProblems.get(uri) ?? '[]')) continue;
      configProblems.set(uri, mark);
      void connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
    }
    for (const uri of gone) {
      configProblems.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
    }
    watchConfigs(names);
  }

  let watched: string | undefined;
  let watching: Promise<{ dispose(): void } | undefined> = Promise.resolve(undefined);

  /** Asks to be told of configurations that come, change and go. @param named other files that they name, a line each. */
  function watchConfigs(named: string): void {
    if (!editor.watchesFiles || !options.configs || named === watched) return;
    watched = named;
    const names = [...CONFIG_NAMES, ...named.split('\n').filter((name) => name !== '')];
    const watchers = [...new Set(names)].map((name) => ({ globPattern: `**/${name.replace(/[[\]{}*?]/g, '?')}` }));
    watching = watching
      .then((before) => {
        before?.dispose();
        return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      })
      .catch((error: unknown) => {
        onTrouble('asking to be told of configurations', error);
        return undefined;
      });
  }

  /** A configuration, or a file that one names: told by the name alone, as they are watched. */
  function isNamedByConfigs(uri: string): boolean {
    const name = baseName(uri);
    return CONFIG_NAMES.some((one) => one === name) || (watched ?? '').split('\n').includes(name);
  }

  function refreshConfigs(): void {
    judgeAnew(configs.refresh());
  }

  function judgeAnew(otherwise: boolean): void {
    if (otherwise) {
      documents.rebuild();
      calm.releaseAll();
    }
    changed();
  }

  connection.onNotification(
    TRUST,
    notified('a change of trust', (params: TrustParams | undefined) =>
      judgeAnew(configs.setTrusted(params?.trusted === true)),
    ),
  );

  function refreshAll(): void {
    if (!editor.refreshes) return;
    if (refreshing) {
      refreshAgain = true;
      return;
    }
    refreshing = true;
    refreshAgain = false;
    connection.languages.diagnostics
      .refresh()
      .catch(() => {})
      .finally(() => {
        refreshing = false;
        if (refreshAgain) refreshAll();
      });
  }

  function sendStatus(): void {
    if (!editor.status) return;
    const findings: Counts = { errors: 0, warnings: 0, infos: 0, hints: 0 };
    let checked = 0;
    let large = 0;
    let gone = 0;
    for (const document of documents.all()) {
      const counts = sent.get(document)?.report.counts;
      if (!counts) continue;
      if (document.standing === 'judged') checked++;
      if (document.standing === 'too-large') large++;
      if (document.standing === 'lost') gone++;
      findings.errors += counts.errors;
      findings.warnings += counts.warnings;
      findings.infos += counts.infos;
      findings.hints += counts.hints;
    }
    const message =
      gone > 0
        ? 'A fault in the checker: a file has to be opened again'
        : faults.size > 0
          ? `Failed, so that its findings are missing: ${[...faults].join(', ')}`
          : large > 0
            ? 'A file is too large to be checked'
            : undefined;
    const status: Status = {
      kind: message === undefined ? 'ok' : 'trouble',
      ...(message === undefined ? {} : { message }),
      faults: [...faults],
      findings,
      checked,
    };
    const text = JSON.stringify(status);
    if (text === lastStatus) return;
    lastStatus = text;
    void connection.sendNotification(STATUS, status).catch(() => {});
  }

  // -------------------------------------------------------------------------------------------------- Life

  connection.onInitialized(() => {
    if (editor.folderChanges)
      connection.workspace.onDidChangeWorkspaceFolders(
        notified('a change of folders', () => {
          void connection.workspace.getWorkspaceFolders().then(
            (folders) => {
              setFolders(folders?.map(({ uri }) => uri) ?? []);
              changed();
            },
            (error: unknown) => onTrouble('asking for the folders', error),
          );
        }),
      );
    if (editor.registersConfiguration)
      void connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'encounter' })
        .catch((error: unknown) => onTrouble('asking to be told of settings', error));
    if (editor.configuration) askSettings();
    else folder.setOn(settings.checkFolder && folders.isWanted);
    watchConfigs('');
    folders.watch();
  });

  connection.onDidChangeWatchedFiles(
    notified('changed files', ({ changes }: { changes: FileEvent[] }) => {
      if (folders.onDisk(changes).some(({ uri }) => isNamedByConfigs(uri))) refreshConfigs();
    }),
  );

  connection.onDidChangeConfiguration(
    notified('a change of settings', ({ settings: all }: { settings: unknown }) => {
      if (editor.configuration) askSettings();
      else takeSettings((all as { encounter?: unknown } | null | undefined)?.encounter);
    }),
  );

  function askSettings(): void {
    connection.workspace.getConfiguration('encounter').then(
      notified('settings', (section: unknown) => takeSettings(section)),
      (error: unknown) => onTrouble('asking for settings', error),
    );
  }

  function takeSettings(section: unknown): void {
    const read = readSettings(section, settings);
    const before = settings;
    settings = read.settings;
    const judgedOtherwise = configs.setSettings(settings.config);
    settingComplaints = read.complaints;
    complain();
    // An editor that asks and cannot be told to ask again would never see what was held back.
    const canWait = !editor.pulls || editor.refreshes;
    const check = settings.check === 'onSave' && !editor.saves ? 'afterPause' : settings.check;
    calm.set(canWait ? check : 'whileTyping', settings.checkPause);
    if (before.maxFileSize !== settings.maxFileSize) {
      documents.setLimit(settings.maxFileSize);
      for (const document of documents.all()) if (document.standing === 'too-large') document.stale = true;
      folder.onRebuild();
      changed();
    }
    if (before.maxFindings !== settings.maxFindings) {
      for (const document of documents.all()) document.stale = true;
      changed();
    }
    const hints = ['inlayHints.sessionMinutes', 'inlayHints.supportedUnits'] as const;
    if (hints.some((kind) => before[kind] !== settings[kind])) views.refresh();
    if (judgedOtherwise) {
      documents.rebuild();
      calm.releaseAll();
      changed();
    }
    folder.setOn(settings.checkFolder && folders.isWanted);
  }

  let settingComplaints: readonly string[] = [];

  /** Says each thing that is wrong in the settings once, for as long as it is. */
  function complain(): void {
    const lines = [...settingComplaints, ...configs.complaints];
    for (const line of complained) if (!lines.includes(line)) complained.delete(line);
    for (const line of lines) {
      if (complained.has(line)) continue;
      complained.add(line);
      connection.console.warn(line);
      // A notification: the request that asks for an answer would fail in an editor that knows none.
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: line });
    }
  }

  // Pairs of the coder's own, when their index is built.
  options.configs?.onReady(() => {
    if (stopped) return;
    refreshConfigs();
    complain();
  });

  connection.onShutdown(async () => {
    stopped = true;
    ahead.end();
    await folders.end();
    documents.clear();
  });

  // -------------------------------------------------------------------------------------------------- Documents

  connection.onDidOpenTextDocument(
    notified('an opened file', ({ textDocument: { uri, version, text } }) => {
      // An editor that does not watch files: this is when a changed configuration is seen.
      if (!editor.watchesFiles && configs.refresh()) documents.rebuild();
      documents.didOpen(uri, version, text);
      if (askedEarly.delete(uri)) mustAskAgain = true;
      folders.lookAgain();
      changed();
    }),
  );

  connection.onDidChangeTextDocument(
    notified('a change of text', ({ textDocument: { uri, version }, contentChanges }) => {
      const take = (changes: readonly Change[]) => {
        documents.didChange(uri, version, changes);
        calm.didChange(uri, changes);
        shown.didChange(uri, changes);
      };
      // The columns of each change are those of the text that the one before has left.
      if (columns.same || contentChanges.length === 0) take(contentChanges);
      else for (const change of contentChanges) take([columns.taken(change, uri)]);
      changed();
    }),
  );

  connection.onDidSaveTextDocument(
    notified('a save', ({ textDocument: { uri } }) => {
      calm.didSave(uri);
      folders.lookAgain();
    }),
  );

  connection.onDidCloseTextDocument(
    notified('a closed file', ({ textDocument: { uri } }) => {
      documents.didClose(uri);
      calm.didClose(uri);
      shown.didClose(uri);
      if (!editor.pulls && !documents.closedFile(uri))
        void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
      changed();
    }),
  );

  // -------------------------------------------------------------------------------------------------- Requests

  connection.languages.diagnostics.on(
    request(
      'a request for findings',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      ({ textDocument: { uri }, previousResultId }): DocumentDiagnosticReport => {
        const document = documents.get(uri);
        documents.check();
        reports.asked(uri);
        if (!waiting) schedule();
        if (!document) {
          // Not open, or not yet: then the editor has to ask again, and has no mark by which it would be the same.
          askedEarly.add(uri);
          return { kind: DocumentDiagnosticReportKind.Full, items: reports.reportFor(uri).items };
        }
        const { items, mark } = reportNow(document);
        if (previousResultId === mark && mark !== '') {
          return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: mark };
        }
        return { kind: DocumentDiagnosticReportKind.Full, resultId: mark, items };
      },
      // Reports are made with the editor's columns.
      (report) => report,
    ),
  );

  connection.onHover(
    request('a hover', null, async ({ textDocument: { uri }, position }) => {
      const document = documents.get(uri);
      if (!document) return null;
      const { version } = document;
      prose ??= await options.loadProse();
      // Changed meanwhile, or closed, or closed and opened again.
      if (documents.get(uri) !== document || document.version !== version)
        throw refusal(LSPErrorCodes.ContentModified, 'the text has changed');
      const hover = hoverAt(document.workspace, uri, position, prose);
      if (!hover) return null;
      const { line, start, end, markdown } = hover;
      const value = editor.markdown ? markdown : plainText(markdown);
      const kind = editor.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value }, range: rangeOf(line, start, line, end) };
    }),
  );

  connection.onCodeAction(
    request('a request for fixes', null, ({ textDocument: { uri }, range, context }) => {
      const document = documents.get(uri);
      if (document?.standing !== 'judged') return null;
      documents.check();
      const { workspace } = document;
      const version = editor.versionedEdits ? document.version : undefined;
      const actions: CodeAction[] = [];
      if (!context.only || wants(context.only, CodeActionKind.QuickFix)) {
        // A light bulb that comes by itself says no more than the text does; whoever asks gets all there is.
        const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic || !calm.isWaiting(uri);
        for (const action of actionsAt(workspace, uri, range)) {
          const fix = quickFixOf(action, workspaceEdit(uri, version, action.edits), context);
          if (isAsked || fix.diagnostics) actions.push(fix);
        }
      }
      if (!context.only || wants(context.only, CLAIM_ACTION))
        actions.push(...claimActions(document, range, (edits) => workspaceEdit(uri, version, edits)));
      if (wants(context.only, FIX_ALL)) {
        const edits = fixAllEdits(workspace, documents.workspaceOptions(uri), uri);
        if (edits.length > 0) {
          const edit = workspaceEdit(uri, version, edits);
          actions.push({ title: 'Take every safe fix in this file', kind: FIX_ALL, edit });
        }
      }
      return actions;
    }),
  );

  const views = serveViews({
    connection,
    documents,
    columns,
    editor,
    settings: () => settings,
    request,
    folder,
  });
  serveNewDay({ connection, documents, today, request });
  serveTidying({ connection, documents, request });
  serveDays({ connection, documents, request });
  const claims = serveClaims({
    connection,
    documents,
    request,
    later: options.later,
    state: versions,
    folder,
  });
  const writing = serveWriting({
    connection,
    documents,
    columns,
    editor,
    loadProse: async () => {
      prose ??= await options.loadProse();
      return prose;
    },
    request,
  });

  connection.onRequest(
    SEARCH,
    request('a question to the guidance', [], async (params: SearchParams) => {
      prose ??= await options.loadProse();
      return answers(params, prose);
    }),
  );

  connection.onRequest(
    PAGE,
    request('a request for a page', null, async (params: PageParams) => {
      prose ??= await options.loadProse();
      return pageOf(params, rules, today(), prose);
    }),
  );

  connection.onRequest(
    EDITIONS,
    request('a question for the editions', null, (params: EditionsParams) => editionsOf(params, documents)),
  );

  connection.onRequest(
    CODE_EDIT,
    request('a request for the place of a code', null, (params: CodeEditParams) => codeEditOf(params, documents)),
  );

  connection.onExecuteCommand(
    request('a command', null, async ({ command, arguments: given }) => {
      if (!(await folders.command(command))) await writing.command(command, given ?? []);
      return null;
    }),
  );

  function setFolders(uris: readonly string[]): void {
    documents.setFolders(uris);
    folder.setFolders(documents.openedFolders);
  }
  setFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
  return {
    get isReading() {
      return !folder.isSettled;
    },
  };
}

function baseName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const timer: After = (ms, run) => {
  const set = setTimeout(run, ms);
  return () => clearTimeout(set);
};

function refusal(code: number, message: string): ResponseError<never> {
  return new ResponseError(code, message);
}
