// What an editor suite is written with. Everything goes through the public API of VS Code, as a person's keystrokes do, and
// every wait is for an event: there is no sleeping in these tests.
import * as assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type Disposable,
  type Event,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Api } from '../../client/src/client';

export const extensionId = 'encounter.encounter';
const patienceMs = 15_000;

export function extension() {
  const found = extensions.getExtension<Api>(extensionId);
  assert.ok(found, `${extensionId} is not installed`);
  return found;
}

/** The extension's own view of itself. Only after an encounter file was opened. */
export function api(): Api {
  assert.ok(extension().isActive, 'the extension is not active');
  return extension().exports;
}

/** Waits until `ready` gives something, asking again at each of the events. */
export function until<T>(
  what: string,
  ready: () => T | undefined | false,
  ...events: readonly Event<unknown>[]
): Promise<T> {
  return new Promise((resolve, reject) => {
    const listeners: Disposable[] = [];
    const end = () => {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    };
    const look = () => {
      try {
        const result = ready();
        if (result === undefined || result === false) return;
        end();
        resolve(result);
      } catch (error) {
        end();
        reject(error);
      }
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`waited ${patienceMs / 1000} s in vain for ${what}`));
    }, patienceMs);
    for (const event of events) listeners.push(event(look));
    look();
  });
}

/** Opens a new, unsaved encounter document in the editor. */
export async function openText(text: string, language = 'encounter'): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language, content: text });
  const editor = await window.showTextDocument(document);
  // VS Code may still hold an unsaved file of that name which was closed, and gives that one again.
  const before = document.getText();
  if (before !== text) {
    const all = new Range(document.positionAt(0), document.positionAt(before.length));
    await editor.edit((edit) => edit.replace(all, text));
  }
  return document;
}

/** Writes a file into the folder that is open and shows it. */
export async function openFile(name: string, text: string): Promise<TextDocument> {
  const uri = await writeFile(name, text);
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

export async function writeFile(name: string, text: string): Promise<Uri> {
  const uri = Uri.joinPath(folder(), name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The folder that is open: a temporary one, emptied before a run. */
export function folder(): Uri {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first, 'no folder is open');
  return first.uri;
}

/** Closes every editor, and throws away what was not saved. */
export async function closeAll(): Promise<void> {
  const tabs = () => window.tabGroups.all.reduce((count, { tabs }) => count + tabs.length, 0);
  for (let left = tabs(); left > 0; left -= 1)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** The findings of a document as they are shown now. */
export function diagnosticsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri);
}

/** Waits until the findings of a document are as wanted. They may be so already: after an edit, ask `checked` first. */
export function waitForDiagnostics(uri: Uri, predicate: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  const shown = () => diagnosticsOf(uri);
  return until(
    `the wanted findings`,
    () => (predicate(shown()) ? shown() : undefined),
    languages.onDidChangeDiagnostics,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; there are: ${shown().map(describe).join(' | ') || 'none'}`);
  });
}

/** The findings of a document's present text, once they are there. This is how a suite proves that there are none. */
export async function checked(document: TextDocument): Promise<Diagnostic[]> {
  await until(
    'the extension to be active',
    () => extension().isActive,
    workspace.onDidOpenTextDocument,
    languages.onDidChangeDiagnostics,
  );
  const { onDidCheck, checkedVersion } = api();
  await until('a check', () => (checkedVersion(document.uri) ?? -1) >= document.version, onDidCheck);
  return diagnosticsOf(document.uri);
}

/** A finding in one line, for messages: `3:7-3:12 missing-59`. */
export function describe({ range, code }: Diagnostic): string {
  const at = ({ line, character }: Position) => `${line + 1}:${character + 1}`;
  return `${at(range.start)}-${at(range.end)} ${codeOf(code)}`;
}

export function codeOf(code: Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The range of a piece of text; the first one, or the first after `after`. */
export function find(document: TextDocument, text: string, after = ''): Range {
  const from = document.getText().indexOf(after);
  const start = document.getText().indexOf(text, from + after.length);
  assert.ok(from >= 0 && start >= 0, `the document holds no ${JSON.stringify(text)}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** What the light bulb offers there, complete with its edits. */
export async function codeActions(uri: Uri, range: Range, kind: CodeActionKind): Promise<CodeAction[]> {
  const found = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
    50,
  );
  return found ?? [];
}

export function quickFixes(uri: Uri, range: Range): Promise<CodeAction[]> {
  return codeActions(uri, range, CodeActionKind.QuickFix);
}

/** Takes a fix, as choosing it in the light bulb's menu does. */
export async function apply(action: CodeAction): Promise<void> {
  assert.ok(action.edit || action.command, `"${action.title}" does nothing`);
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit), `"${action.title}" could not be applied`);
  if (action.command) await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** The text of the hover at a place, as Markdown; empty where there is none. */
export async function hoverText(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return (hovers ?? [])
    .flatMap(({ contents }) => contents)
    .map((content) =>
      typeof content === 'string' ? content : content instanceof MarkdownString ? content.value : content.value,
    )
    .join('\n\n');
}

/** Replaces a piece of the text, as typing over it does. */
export async function replace(document: TextDocument, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await workspace.applyEdit(edit));
}
