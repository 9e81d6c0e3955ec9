/**
 * The findings of closed files, told in one of two ways and never in both: an editor that asks for the findings of the
 * workspace is answered as they change; to any other they are sent.
 */

import type {
  CancellationToken,
  Connection,
  Diagnostic,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { After } from './calm';
import { NOTHING, type Report, tooLarge, unreadable } from './convert';
import type { ClosedFile, Documents, OpenDocument } from './documents';
import { type ReportOptions, reportOf } from './shown';

/** How long a slice of telling lasts, in milliseconds. */
const SLICE = 3;
/** So long an editor that shows a document may take to ask for its findings, in milliseconds. */
const PATIENCE = 1000;
/** Reports that go into one answer. */
const MOST_AT_ONCE = 200;

export interface FolderReportsOptions {
  readonly connection: Connection;
  readonly documents: () => Documents;
  readonly reportOptions: () => ReportOptions;
  /** The largest file that is checked, in megabytes. */
  readonly limit: () => number;
  /** The report of an open document, as the editor gets it. */
  readonly openReport: (document: OpenDocument) => Report;
  /** The editor asks for findings of documents. */
  readonly pulls: () => boolean;
  /** Whether the findings of closed files can be told: all is read that they hang on. */
  readonly isReady: () => boolean;
  readonly onStale: (uri: string) => void;
  readonly later: (run: () => void) => void;
  readonly after: After;
  readonly now: () => number;
}

interface Question {
  readonly partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;
  readonly answer: (report: WorkspaceDiagnosticReport) => void;
}

export class FolderReports {
  /** Files to be told of. */
  private readonly open = new Set<string>();
  /** What the editor has of a file, by the mark of its report; nothing where it has nothing. */
  private readonly told = new Map<string, string>();
  /** Closed files whose reports name lines of another file, by that file. */
  private readonly naming = new Map<string, Set<string>>();
  /** Told of in the answer to the next question, for the editor lets go of them only after this one. */
  private readonly another = new Set<string>();
  /** Open documents whose findings the editor has yet to ask for. */
  private readonly awaited = new Set<string>();
  private stopWaiting: () => void = () => {};
  private question: Question | undefined;
  private hasAsked = false;
  private isTelling = false;
  private isOver = false;

  constructor(private readonly options: FolderReportsOptions) {}

  /** Everything was checked: what may be told anew is noted, and told as time allows. */
  afterCheck(): void {
    const { documents, onStale } = this.options;
    for (const { uri } of documents().takeStaleClosed()) {
      onStale(uri);
      this.open.add(uri);
      this.moved(uri);
    }
    this.wake();
  }

  /** Lines of a file may stand elsewhere: so what names them says something else. */
  private moved(uri: string): void {
    for (const other of this.naming.get(uri) ?? []) {
      this.options.onStale(other);
      this.open.add(other);
    }
  }

  /**
   * An open document has changed: whatever closed files say of its lines may have moved.
   * @param isToAsk the editor has yet to ask for its findings. One that does not show the document never will.
   */
  changed(uri: string, isToAsk: boolean): void {
    this.moved(uri);
    if (!isToAsk || !this.hasAsked) return;
    this.awaited.add(uri);
    this.stopWaiting();
    this.stopWaiting = this.options.after(PATIENCE, () => {
      for (const one of this.awaited) {
        this.told.set(one, UNKNOWN);
        this.open.add(one);
      }
      this.awaited.clear();
      this.wake();
    });
  }

  /** The editor has asked for the findings of one document. */
  asked(uri: string): void {
    this.awaited.delete(uri);
  }

  /** All is read: what was told of files that are there no more is taken back. */
  settled(): void {
    for (const uri of this.told.keys())
      if (!this.options.documents().closedFile(uri) && !this.options.documents().get(uri)) this.open.add(uri);
  }

  opened(uri: string): void {
    if (!this.options.pulls()) {
      // Its findings are sent as those of an open document from now on, in the place of these.
      this.told.delete(uri);
      return;
    }
    if (!this.hasAsked && this.told.has(uri)) this.send(uri, []);
    this.told.delete(uri);
    if (this.hasAsked) this.open.add(uri);
  }

  closed(uri: string): void {
    if (this.hasAsked) {
      this.told.delete(uri);
      this.another.add(uri);
    } else this.told.set(uri, UNKNOWN);
    this.open.add(uri);
    // The editor takes what it has of a document as the last word until it has let go of it: so it has to ask again.
    if (this.question) this.answer([]);
    this.wake();
  }

  end(): void {
    this.isOver = true;
    this.stopWaiting();
    this.answer([]);
  }

  /** What is said of a closed file, for an editor that asks for it alone. */
  reportFor(uri: string): Report {
    const file = this.options.documents().closedFile(uri);
    return file && this.options.isReady() ? this.reportOf(file) : NOTHING;
  }

  // ------------------------------------------------------------------------------------------------ Being asked

  /** Answers when there is something to say; with parts on the way, where the editor takes them. */
  ask(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: Question['partial'],
  ): Promise<WorkspaceDiagnosticReport> {
    if (!this.hasAsked) {
      this.hasAsked = true;
      // What was sent before is told as an answer now.
      for (const uri of this.told.keys()) {
        this.send(uri, []);
        this.open.add(uri);
      }
      this.told.clear();
    }
    this.answer([]);
    const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    for (const [uri, mark] of before) if (this.told.get(uri) !== mark) this.open.add(uri);
    for (const [uri, mark] of this.told) if (before.get(uri) !== mark) this.open.add(uri);
    for (const uri of this.another) this.open.add(uri);
    for (const uri of this.open) {
      const has = before.get(uri);
      if (has !== undefined) this.told.set(uri, has);
      else this.told.delete(uri);
    }
    for (const uri of this.another) this.told.set(uri, UNKNOWN);
    this.another.clear();
    return new Promise((resolve) => {
      const question: Question = { partial, answer: resolve };
      this.question = question;
      token.onCancellationRequested(() => {
        if (this.question === question) this.answer([]);
      });
      if (this.isOver) this.answer([]);
      this.wake();
    });
  }

  private answer(items: WorkspaceDocumentDiagnosticReport[]): void {
    const { question } = this;
    this.question = undefined;
    question?.answer({ items });
  }

  // ------------------------------------------------------------------------------------------------ Telling

  private wake(): void {
    if (this.isTelling || this.open.size === 0 || this.isOver) return;
    this.isTelling = true;
    this.options.later(() => {
      this.isTelling = false;
      this.tell();
    });
  }

  private tell(): void {
    const { documents, isReady, now, pulls } = this.options;
    if (this.isOver || !isReady()) return;
    const asks = this.hasAsked && pulls();
    if (asks && !this.question) return;
    const until = now() + SLICE;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of this.open) {
      if (items.length === MOST_AT_ONCE || now() > until) break;
      this.open.delete(uri);
      const open = documents().get(uri);
      // An editor that does not ask gets those of an open document in the other way.
      if (open && !asks) continue;
      const file = documents().closedFile(uri);
      if (file?.filling) {
        // Told once it is whole.
        continue;
      }
      const report = open ? this.options.openReport(open) : file ? this.reportOf(file) : NOTHING;
      const has = this.told.get(uri);
      const mark = report.items.length > 0 ? report.mark : undefined;
      if (has === mark) continue;
      if (mark === undefined) this.told.delete(uri);
      else this.told.set(uri, mark);
      if (!asks) this.send(uri, report.items);
      else
        items.push({
          kind: DocumentDiagnosticReportKind.Full,
          uri,
          version: open?.version ?? null,
          ...(mark === undefined ? {} : { resultId: mark }),
          items: report.items,
        });
    }
    if (items.length > 0) {
      if (this.question?.partial) this.question.partial.report({ items });
      else this.answer(items);
    }
    this.wake();
  }

  /** What is said of a closed file. All is read that it hangs on. */
  reportOf(file: ClosedFile): Report {
    const report = this.saidOf(file);
    if (report.namesOthers)
      for (const { relatedInformation } of report.items)
        for (const { location } of relatedInformation ?? []) {
          if (location.uri === file.uri) continue;
          let naming = this.naming.get(location.uri);
          if (!naming) {
            naming = new Set();
            this.naming.set(location.uri, naming);
          }
          naming.add(file.uri);
        }
    return report;
  }

  private saidOf(file: ClosedFile): Report {
    if (file.report) return file.report;
    if (file.standing === 'too-large') return tooLarge(file.megabytes, this.options.limit());
    if (file.standing === 'unreadable' || !file.workspace) return unreadable(file.why);
    return withoutQuiet(reportOf(file.workspace, file.uri, this.options.reportOptions()), file);
  }

  private send(uri: string, diagnostics: Diagnostic[]): void {
    void this.options.connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  }
}

/** A report without the days of which nothing is said. */
function withoutQuiet(report: Report, file: ClosedFile): Report {
  if (!file.quiet || report.items.length === 0) return report;
  const text = file.workspace?.files.get(file.uri);
  const items = report.items.filter(({ range }) => !text || file.says(text.blockAt(range.start.line).block));
  return { ...report, items, mark: `${report.mark} ${items.map(({ range }) => range.start.line).join()}` };
}

/** What an editor may still show of a document that it has just closed. */
const UNKNOWN = '?';
