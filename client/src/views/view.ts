import {
  Disposable,
  type Event,
  EventEmitter,
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { isChecked } from '../documents';
import { PagePanel, pageOptions } from './panel';

/** One of our views. */
export interface ViewKind<FromPage> {
  /** As VS Code knows its panels. */
  readonly type: string;
  /** Of its page, see `PageFiles`, and of its icons. */
  readonly name: string;
  /** Without anybody's name: the editor remembers titles. */
  readonly title: string;
  /** The page can be searched with the editor's own keys. */
  readonly finds: boolean;
  /** A new panel takes the keys; else they stay in the text until its command is given again. */
  readonly takesKeys: boolean;
  /** Looks at what a page says; nothing where it is no message of ours. */
  readonly read: (message: unknown) => FromPage | undefined;
}

/** What the page is sent, and what of it is shown; nothing where there is nothing to show. */
export interface Drawing<ToPage, Shown> {
  readonly message: ToPage;
  readonly shown: Shown | undefined;
}

/** A place in a file; without a character, the first one of the line that is no white space. */
interface Goal {
  readonly uri: string;
  readonly line: number;
  readonly character?: number;
}

type Focus = { readonly kind: 'focus' };

/**
 * A view beside the text: one panel at most, that is there again when the window is, follows the editor, and has the
 * server asked once more where something changed while it was asked.
 *
 * Each drawing has a turn. Where a page asks to be led to a line it names the turn that it shows: an older one's lines
 * may be others by now.
 */
export abstract class View<Shown, ToPage, FromPage> extends Disposable {
  readonly #extensionUri: Uri;
  readonly #kind: ViewKind<FromPage>;
  readonly #registered: Disposable[] = [];
  readonly #didShow = new EventEmitter<Shown | undefined>();
  #panel: PagePanel<ToPage | Focus, FromPage> | undefined;
  #shown: Shown | undefined;
  #turn = 0;
  /** The panel was asked for just now: its page is given the keys as soon as it is there. */
  #owesKeys = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #askAgain = false;

  constructor(extensionUri: Uri, kind: ViewKind<FromPage>) {
    super(() => {
      clearTimeout(this.#rest);
      for (const one of this.#registered) one.dispose();
      this.#panel?.dispose();
      this.#didShow.dispose();
    });
    this.#extensionUri = extensionUri;
    this.#kind = kind;
    this.own(
      window.registerWebviewPanelSerializer(kind.type, {
        deserializeWebviewPanel: async (panel, kept) => {
          this.restore(kept);
          this.#take(panel);
        },
      }),
    );
  }

  /** The page was sent something; nothing where there is nothing to show. */
  get onDidShow(): Event<Shown | undefined> {
    return this.#didShow.event;
  }

  get shown(): Shown | undefined {
    return this.#panel ? this.#shown : undefined;
  }

  /** What the page names where it asks to be led to a line. */
  get turn(): number {
    return this.#turn;
  }

  /** What its page would say; for tests, which cannot press keys in it. */
  hear(message: unknown): void {
    const said = this.#kind.read(message);
    if (said !== undefined) void this.heed(said);
  }

  // ------------------------------------------------------------------------------------------- What a view is

  /** Takes up what a page of an earlier window kept. */
  protected abstract restore(kept: unknown): void;

  /** Asks the server for what is to be shown now. Never fails. */
  protected abstract draw(): Promise<Drawing<ToPage, Shown>>;

  /** Does what the page asks for. */
  protected abstract heed(said: FromPage): Promise<void>;

  /** How long, in milliseconds, the text and the cursor rest before the view follows. */
  protected abstract get restMs(): number;

  /** The panel was closed: the next one begins anew. */
  protected closed(): void {}

  // ------------------------------------------------------------------------------------------- The panel

  /** Ends with the view. */
  protected own(...parts: readonly Disposable[]): void {
    this.#registered.push(...parts);
  }

  protected get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  protected post(message: ToPage): void {
    this.#panel?.post(message);
  }

  /** From now on the page shows something else. */
  protected nextTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  /** Opens the panel beside the text; where there is one, gives it the keys. */
  protected open(): void {
    if (this.#panel) {
      this.#panel.reveal(false);
      this.#panel.post({ kind: 'focus' });
      return;
    }
    const { type, title, finds, takesKeys } = this.#kind;
    const viewColumn = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    const options = { ...pageOptions(this.#extensionUri), enableFindWidget: finds };
    this.#owesKeys = takesKeys;
    this.#take(window.createWebviewPanel(type, title, { viewColumn, preserveFocus: !takesKeys }, options));
  }

  #take(webviewPanel: WebviewPanel): void {
    this.#panel?.dispose();
    const { name, title, read } = this.#kind;
    const icon = (kind: string) => Uri.joinPath(this.#extensionUri, 'client', 'media', `${name}-${kind}.svg`);
    webviewPanel.iconPath = { light: icon('light'), dark: icon('dark') };
    const panel = new PagePanel<ToPage | Focus, FromPage>(webviewPanel, this.#extensionUri, { name, title }, read);
    this.#panel = panel;
    panel.onDidStart(() => {
      if (this.#owesKeys) panel.post({ kind: 'focus' });
      this.#owesKeys = false;
      void this.refresh();
    });
    // While the page is loaded, the server is at work already.
    void this.refresh();
    panel.onDidSay((said) => this.heed(said));
    panel.onDidClose(() => {
      panel.dispose();
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#shown = undefined;
      this.closed();
    });
  }

  // ------------------------------------------------------------------------------------------- Following

  /** What is shown may be out of date. */
  protected later(): void {
    if (!this.#panel?.visible) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.refresh(), this.restMs);
  }

  /** Draws and sends it. What changes meanwhile is drawn once more, not queued. */
  protected async refresh(): Promise<void> {
    clearTimeout(this.#rest);
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    try {
      do {
        this.#askAgain = false;
        const { message, shown } = await this.draw();
        // Out of date, or closed meanwhile: the next panel begins with nothing.
        if (this.#askAgain || !this.#panel) continue;
        this.#shown = shown;
        this.#panel.post(message);
        this.#didShow.fire(shown);
      } while (this.#askAgain);
    } finally {
      this.#asking = false;
    }
  }
}

/** Leads to a place in the text: in the editor that shows its file, else in the first column. */
export async function goTo({ uri, line, character }: Goal, preserveFocus: boolean): Promise<TextEditor> {
  const visible = editorOf(uri);
  const document = visible?.document ?? (await workspace.openTextDocument(Uri.parse(uri)));
  const viewColumn = visible?.viewColumn ?? ViewColumn.One;
  const editor = await window.showTextDocument(document, { viewColumn, preserveFocus });
  const last = document.lineAt(Math.min(line, document.lineCount - 1));
  const position = new Position(last.lineNumber, character ?? last.firstNonWhitespaceCharacterIndex);
  editor.selection = new Selection(position, position);
  editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Gives the keys back to the text that is beside the view, where it is still open. */
export async function backTo(uri: string | undefined): Promise<void> {
  const editor = uri === undefined ? undefined : editorOf(uri);
  if (editor) await window.showTextDocument(editor.document, editor.viewColumn);
  else if (uri !== undefined && isOpen(uri)) await window.showTextDocument(Uri.parse(uri));
}

/** An encounter file that is open, shown or not. */
export function isOpen(uri: string): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri && isChecked(document));
}

function editorOf(uri: string): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
}
