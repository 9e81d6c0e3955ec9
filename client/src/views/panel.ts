import { Disposable, type Event, EventEmitter, env, l10n, Uri, type WebviewPanel } from 'vscode';

/** A web view of ours: `dist/NAME-view.js` and `dist/NAME-view.css`, made of `client/webview/NAME.ts`. */
export interface PageFiles {
  readonly name: string;
  readonly title: string;
}

/** What a page says when its script is there: only now it hears what it is sent. */
const started = 'started';

/**
 * One open web view and the messages to and from its page. A page that was hidden begins anew when it is seen again, so
 * that whoever owns the panel sends all of it whenever `onDidStart` fires; what is sent before is lost.
 *
 * Everything a page says is looked at by `read` before anyone acts on it; what it does not know is dropped.
 */
export class PagePanel<ToPage, FromPage> extends Disposable {
  readonly #panel: WebviewPanel;
  readonly #didStart = new EventEmitter<void>();
  readonly #didSay = new EventEmitter<FromPage>();
  readonly #registered: Disposable;

  constructor(
    panel: WebviewPanel,
    extensionUri: Uri,
    files: PageFiles,
    read: (message: unknown) => FromPage | undefined,
  ) {
    super(() => {
      this.#registered.dispose();
      this.#didStart.dispose();
      this.#didSay.dispose();
      panel.dispose();
    });
    this.#panel = panel;
    this.#registered = panel.webview.onDidReceiveMessage((message: unknown) => {
      if (kindOf(message) === started) {
        this.#didStart.fire();
        return;
      }
      const said = read(message);
      if (said !== undefined) this.#didSay.fire(said);
    });
    panel.title = files.title;
    panel.webview.options = pageOptions(extensionUri);
    panel.webview.html = shell(panel, extensionUri, files);
  }

  /** The page is there, for the first time or again. */
  get onDidStart(): Event<void> {
    return this.#didStart.event;
  }

  get onDidSay(): Event<FromPage> {
    return this.#didSay.event;
  }

  get onDidClose(): Event<void> {
    return this.#panel.onDidDispose;
  }

  get visible(): boolean {
    return this.#panel.visible;
  }

  set title(title: string) {
    if (this.#panel.title !== title) this.#panel.title = title;
  }

  post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }
}

/** A page reads its own two files and nothing else. */
export function pageOptions(extensionUri: Uri) {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] };
}

/** The `kind` that every message has; nothing where it is no message of ours. */
export function kindOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind } = message as { kind?: unknown };
  return typeof kind === 'string' ? kind : undefined;
}

/**
 * The page before its script runs. No file content is ever part of it: that comes by message and becomes text, never
 * markup. The translations come along as an attribute, since the first words are drawn at once.
 */
function shell({ webview }: WebviewPanel, extensionUri: Uri, { name, title }: PageFiles): string {
  const file = (ending: string) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', `${name}-view.${ending}`)).toString();
  const nonce = randomWord();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(file('css'))}">
</head>
<body data-words="${escaped(JSON.stringify(l10n.bundle ?? {}))}">
<main id="view"></main>
<script nonce="${nonce}" src="${escaped(file('js'))}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** 128 bits that nobody can guess, as a word. */
function randomWord(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
