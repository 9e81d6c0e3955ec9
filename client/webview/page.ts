/**
 * What is the same in every page of ours: its line to the extension, what it keeps, and how elements are made. Text is
 * only ever set as text; there is no markup from data.
 */

import * as l10n from '@vscode/l10n';

interface Host {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Host;

export interface PageLine<ToPage, FromPage> {
  say(message: FromPage): void;
  /** What was kept when this page was last seen; VS Code stores it, so nothing of a file may be in it but its address. */
  readonly kept: unknown;
  keep(state: unknown): void;
  /** Tells the extension that the page is there. */
  start(take: (message: ToPage) => void): void;
}

/** @param read gives nothing for what is not a message of ours. */
export function pageLine<ToPage, FromPage>(read: (message: unknown) => ToPage | undefined): PageLine<ToPage, FromPage> {
  const host = acquireVsCodeApi();
  useWords(document.body.dataset.words);
  return {
    say: (message) => host.postMessage(message),
    get kept() {
      return host.getState();
    },
    keep: (state) => host.setState(state),
    start: (take) => {
      addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const message = read(data);
        if (message !== undefined) take(message);
      });
      host.postMessage({ kind: 'started' });
    },
  };
}

/** The words of the editor's language, as the extension has them. */
function useWords(words: string | undefined): void {
  if (words) l10n.config({ contents: words });
}

type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element; `true` is an attribute without a value, `false` and `undefined` are none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The place in the page that is the view's own. */
export function viewElement(): HTMLElement {
  return document.getElementById('view')!;
}

/**
 * Sets what hangs on data (`--start`, `--width`) as properties: an attribute `style` is what the page's policy forbids.
 */
export function setProperties(target: HTMLElement, properties: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(properties)) target.style.setProperty(name, String(value));
}
