// What the status entries use of VS Code, and what they made of it: they cannot be read in the editor itself.
import type { LanguageStatusItem } from 'vscode';

export class EventEmitter<T> {
  readonly #listeners = new Set<(event: T) => void>();
  readonly event = (listener: (event: T) => void) => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };
  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Disposable {
  readonly #end: () => unknown;
  constructor(end: () => unknown) {
    this.#end = end;
  }
  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
  dispose(): void {
    this.#end();
  }
}

export const LanguageStatusSeverity = { Information: 0, Warning: 1, Error: 2 };
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
export const l10n = {
  t: (words: string, ...given: unknown[]) => words.replace(/\{(\d)\}/g, (_, at: string) => String(given[Number(at)])),
};

/** The entries that are there, by their id. */
export const items = new Map<string, Partial<LanguageStatusItem>>();
const found = new EventEmitter<unknown>();
const shown = new EventEmitter<unknown>();
let findings: readonly unknown[] = [];

export const languages = {
  createLanguageStatusItem: (id: string) => {
    const item = { id, dispose: () => items.delete(id) };
    items.set(id, item);
    return item;
  },
  getDiagnostics: () => findings,
  onDidChangeDiagnostics: found.event,
};
export const window: Record<string, unknown> = {
  activeTextEditor: undefined,
  onDidChangeActiveTextEditor: shown.event,
};
export const workspace: Record<string, unknown> = { workspaceFolders: [{}] };

/** A file comes to the front. */
export function show(uri: string): void {
  window.activeTextEditor = { document: { languageId: 'encounter', uri: { scheme: 'file', toString: () => uri } } };
  shown.fire(undefined);
}

export function find(...severities: readonly number[]): void {
  findings = severities.map((severity) => ({ severity, source: 'encounter' }));
  found.fire(undefined);
}

export const FileType = {};
export const FileSystemError = class extends Error {};
export const RelativePattern = class {};
export const Uri = {};
