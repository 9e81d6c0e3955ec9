/** One of our web views in a document of its own: what it says, what it is sent, and what it then shows. */

import { join } from 'node:path';
import { build } from 'esbuild';
import { Window } from 'happy-dom';

const root = join(__dirname, '../..');
const scripts = new Map<string, Promise<string>>();

/** The script of `client/webview/NAME.ts`, as it is shipped but for its style. */
function scriptOf(name: string): Promise<string> {
  let script = scripts.get(name);
  if (!script) {
    script = build({
      absWorkingDir: root,
      tsconfig: 'client/webview/tsconfig.json',
      entryPoints: [`client/webview/${name}.ts`],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      loader: { '.css': 'empty' },
      logLevel: 'error',
    }).then(({ outputFiles }) => outputFiles[0]!.text);
    scripts.set(name, script);
  }
  return script;
}

export interface PageOptions {
  /** What the page kept when it was last seen. */
  readonly kept?: unknown;
  /** The words of the editor's language. */
  readonly words?: Readonly<Record<string, string>>;
}

export class TestPage {
  readonly said: Record<string, unknown>[] = [];
  /** The keys go to the page, not to the text beside it. */
  hasFocus = true;
  kept: unknown;

  private constructor(readonly window: Window) {}

  static async open(name: string, { kept, words = {} }: PageOptions = {}): Promise<TestPage> {
    const window = new Window({ url: 'https://page.test/', width: 1000, height: 700 });
    const { document } = window;
    document.documentElement.lang = 'en';
    document.body.dataset.words = JSON.stringify(words);
    document.body.innerHTML = '<main id="view"></main>';
    const page = new TestPage(window);
    Object.assign(document, { hasFocus: () => page.hasFocus });
    page.kept = kept;
    const host = {
      postMessage: (message: Record<string, unknown>) => page.said.push(message),
      getState: () => page.kept,
      setState: (state: unknown) => {
        page.kept = state;
      },
    };
    const scope: Record<string, unknown> = {
      window,
      document,
      addEventListener: window.addEventListener.bind(window),
      acquireVsCodeApi: () => host,
      Node: window.Node,
      Element: window.Element,
      HTMLElement: window.HTMLElement,
      ResizeObserver: undefined,
    };
    new Function(...Object.keys(scope), await scriptOf(name))(...Object.values(scope));
    return page;
  }

  send(message: unknown): void {
    this.window.dispatchEvent(new this.window.MessageEvent('message', { data: message }));
  }

  /** The last message of a kind that the page said. */
  last(kind: string): Record<string, unknown> | undefined {
    return this.said.filter((message) => message.kind === kind).at(-1);
  }

  all(selector: string): HTMLElement[] {
    return [...this.window.document.querySelectorAll(selector)] as unknown as HTMLElement[];
  }

  one(selector: string): HTMLElement {
    const [first] = this.all(selector);
    if (!first) throw new Error(`the page has no ${selector}`);
    return first;
  }

  texts(selector: string): string[] {
    return this.all(selector).map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  /** Presses a key where the focus is. */
  press(key: string, options: KeyboardEventInit = {}): void {
    const { document, KeyboardEvent } = this.window;
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...(options as object) }),
    );
  }

  click(selector: string): void {
    this.one(selector).click();
  }

  /** Types into a field, or chooses from a list. */
  fill(selector: string, value: string, event = 'input'): void {
    const field = this.one(selector) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new this.window.Event(event, { bubbles: true }) as unknown as Event);
  }

  get focused(): HTMLElement | null {
    return this.window.document.activeElement as unknown as HTMLElement | null;
  }

  async close(): Promise<void> {
    await this.window.happyDOM.close();
  }
}
