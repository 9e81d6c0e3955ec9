/** From the engine's terms to those of the protocol. */

import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  TextEdit as ProtocolEdit,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver';
import type { ConfigProblem } from '../engine/config';
import type { TextEdit } from '../engine/file';
import type { Action, Stretch } from '../features/code-actions';
import type { Severity } from '../rules/kit/rule';

export const SOURCE = 'encounter';

export const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface Counts {
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
}

/** The findings of one file as the editor shows them. */
export interface Report {
  readonly items: Diagnostic[];
  /** The same for the same items, and for no others. */
  readonly mark: string;
  readonly counts: Counts;
  /** It names lines of other files, which move where those are edited. */
  readonly namesOthers: boolean;
}

/** What is said of a file that is too large to be checked, and nothing else. */
export function tooLarge(megabytes: number, limit: number): Report {
  const size = megabytes >= limit + 0.1 ? megabytes.toFixed(1) : `a little over ${limit}`;
  const message = `This file is not checked: it has ${size} MB, and the limit is ${limit} MB (setting encounter.maxFileSize). Cut it in two, or raise the limit.`;
  const item: Diagnostic = {
    range: rangeOf(0, 0, 0, 1),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message,
  };
  return { items: [item], mark: message, counts: { errors: 0, warnings: 1, infos: 0, hints: 0 }, namesOthers: false };
}

/** What is said where the text of a document got lost to a fault: only opening it again brings it back. */
export function lost(): Report {
  const message = 'This file is not checked any more, after a fault in the checker. Close it and open it again.';
  const item: Diagnostic = {
    range: rangeOf(0, 0, 0, 1),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message,
  };
  return { items: [item], mark: message, counts: { errors: 0, warnings: 1, infos: 0, hints: 0 }, namesOthers: false };
}

/** What is said of a file of the folder that cannot be read, and nothing else. @param why in words: no permission to read it. */
export function unreadable(why: string): Report {
  const message = `This file is not checked: ${why}.`;
  const item: Diagnostic = {
    range: rangeOf(0, 0, 0, 1),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message,
  };
  return { items: [item], mark: message, counts: { errors: 0, warnings: 1, infos: 0, hints: 0 }, namesOthers: false };
}

/** A problem of a configuration, shown in that file. */
export function configDiagnostic({ severity, message, line, column, endLine, endColumn }: ConfigProblem): Diagnostic {
  return { range: rangeOf(line, column, endLine, endColumn), severity: SEVERITY[severity], source: SOURCE, message };
}

export const NOTHING: Report = {
  items: [],
  mark: '',
  counts: { errors: 0, warnings: 0, infos: 0, hints: 0 },
  namesOthers: false,
};

export function rangeOf(startLine: number, start: number, endLine: number, end: number): Range {
  return { start: { line: startLine, character: start }, end: { line: endLine, character: end } };
}

export function editsOf(edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map(({ start, end, newText }) => ({ range: { start: { ...start }, end: { ...end } }, newText }));
}

/** Edits of one document, tied to its version where the editor can hold to it. */
export function workspaceEdit(uri: string, version: number | undefined, edits: readonly TextEdit[]): WorkspaceEdit {
  if (version === undefined) return { changes: { [uri]: editsOf(edits) } };
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits: editsOf(edits) };
  return { documentChanges: [change] };
}

export function quickFixOf(action: Action, edit: WorkspaceEdit, context: CodeActionContext): CodeAction {
  const result: CodeAction = { title: action.title, kind: CodeActionKind.QuickFix, edit };
  const diagnostics = context.diagnostics.filter(
    ({ code, range }) => code === action.rule && sameStretch(range, action.finding),
  );
  if (diagnostics.length > 0) result.diagnostics = diagnostics;
  if (action.safe) result.isPreferred = true;
  return result;
}

function sameStretch(a: Stretch, b: Stretch): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** Whether an editor that asked for these kinds wants this one. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? false;
}

/** Two 32-bit sums over whatever is added, in order. */
export class Mark {
  private a = 0x811c9dc5;
  private b = 0x9e3779b9;

  add(...numbers: readonly number[]): void {
    for (const n of numbers) {
      this.mix(n | 0);
      this.mix((n / 4294967296) | 0);
    }
  }

  words(text: string): void {
    for (let i = 0; i < text.length; i++) this.mix(text.charCodeAt(i));
    this.mix(-1);
  }

  private mix(n: number): void {
    this.a = Math.imul(this.a ^ n, 0x01000193);
    this.b = Math.imul(this.b ^ n, 0x85ebca6b);
    this.b ^= this.b >>> 13;
  }

  /** 53 bits. */
  number(): number {
    return (this.a >>> 0) * 2097152 + ((this.b >>> 0) & 0x1fffff);
  }

  text(): string {
    return `${(this.a >>> 0).toString(36)}-${(this.b >>> 0).toString(36)}`;
  }
}
