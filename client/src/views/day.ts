import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  l10n,
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
import type { Ask } from '../requests';
import {
  type DayInFile,
  type DayOrigin,
  type DayPlace,
  type DayView,
  type FromDayPage,
  placeOf,
  readFromDayPage,
  type ToDayPage,
} from './day-data';
import { PagePanel, pageOptions } from './panel';
import { saveAs } from './save';

export const dayPanelType = 'encounter.day';

/** How long the cursor or the text rests before the picture follows. */
const restMs = 60;

/** The panel that draws the day at the cursor. There is one; it follows whichever encounter file has the cursor. */
export class DayPanel extends Disposable {
  readonly #extensionUri: Uri;
  readonly #ask: Ask;
  readonly #didDraw = new EventEmitter<DayView | undefined>();
  readonly #registered: Disposable;
  #panel: PagePanel<ToDayPage, FromDayPage> | undefined;
  /** Where the cursor was last. */
  #origin: DayOrigin | undefined;
  #shown: DayView | undefined;
  #turn = 0;
  /** Whose day is shown, or was chosen from the list: kept where the cursor does not say otherwise. */
  #preferred: string | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #askAgain = false;

  /** @param changed fires when findings are other ones, or the server came or went. */
  constructor(extensionUri: Uri, ask: Ask, ...changed: readonly Event<unknown>[]) {
    super(() => {
      clearTimeout(this.#rest);
      this.#registered.dispose();
      this.#panel?.dispose();
      this.#didDraw.dispose();
    });
    this.#extensionUri = extensionUri;
    this.#ask = ask;
    this.#registered = Disposable.from(
      commands.registerCommand('encounter.showDay', () => this.#show()),
      commands.registerCommand('encounter.chooseDay', () => this.#choose()),
      commands.registerCommand('encounter.saveDay', () => this.#askForPicture()),
      window.registerWebviewPanelSerializer(dayPanelType, {
        deserializeWebviewPanel: async (panel, kept) => {
          this.#origin ??= readOrigin(kept);
          this.#take(panel);
        },
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isChecked(document)) this.#later();
      }),
      workspace.onDidCloseTextDocument(() => this.#later()),
      ...changed.map((event) => event(() => this.#later())),
    );
    this.#follow(window.activeTextEditor);
  }

  /** A day was sent to the page; nothing where there is none to draw. */
  get onDidDraw(): Event<DayView | undefined> {
    return this.#didDraw.event;
  }

  get shown(): DayView | undefined {
    return this.#panel ? this.#shown : undefined;
  }

  /** Which drawing that is: what the page names where it asks to be led to a line. */
  get turn(): number {
    return this.#turn;
  }

  /** What its page would say; for tests, which cannot press keys in it. */
  hear(message: unknown): void {
    const said = readFromDayPage(message);
    if (said) void this.#heed(said);
  }

  // ---------------------------------------------------------------------------------------------------- The panel

  #show(): void {
    this.#follow(window.activeTextEditor);
    if (this.#panel) {
      this.#panel.reveal(false);
      this.#panel.post({ kind: 'focus' });
      return;
    }
    const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    const options = { ...pageOptions(this.#extensionUri), enableFindWidget: true };
    // No name in the title: the editor remembers titles.
    const panel = window.createWebviewPanel(
      dayPanelType,
      l10n.t('Day'),
      { viewColumn: column, preserveFocus: true },
      options,
    );
    this.#take(panel);
  }

  #take(webviewPanel: WebviewPanel): void {
    this.#panel?.dispose();
    const files = { name: 'day', title: l10n.t('Day') };
    webviewPanel.iconPath = {
      light: Uri.joinPath(this.#extensionUri, 'client', 'media', 'day-light.svg'),
      dark: Uri.joinPath(this.#extensionUri, 'client', 'media', 'day-dark.svg'),
    };
    const panel = new PagePanel<ToDayPage, FromDayPage>(webviewPanel, this.#extensionUri, files, readFromDayPage);
    this.#panel = panel;
    panel.onDidStart(() => this.#refresh());
    // While the page is loaded, the server makes the day.
    void this.#refresh();
    panel.onDidSay((said) => this.#heed(said));
    panel.onDidClose(() => {
      panel.dispose();
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#shown = undefined;
    });
  }

  async #heed(said: FromDayPage): Promise<void> {
    switch (said.kind) {
      case 'go': {
        // An older day's places may be other lines by now; the day as it is now is on its way.
        const place = said.turn === this.#turn && this.#shown ? placeOf(this.#shown, said.id) : undefined;
        if (place) await this.#goTo(place, said.keepFocus);
        return;
      }
      case 'back':
        await this.#back();
        return;
      case 'choose':
        await this.#choose();
        return;
      case 'picture':
        await saveAs(this.#proposed(said.date), { [l10n.t('Picture')]: ['svg'] }, said.svg);
    }
  }

  // ---------------------------------------------------------------------------------------------------- Following

  #follow(editor: TextEditor | undefined): void {
    if (!editor || editor !== window.activeTextEditor || !isChecked(editor.document)) return;
    const origin = { uri: editor.document.uri.toString(), line: editor.selection.active.line };
    if (origin.uri === this.#origin?.uri && origin.line === this.#origin.line) return;
    this.#origin = origin;
    this.#later();
  }

  #later(): void {
    if (!this.#panel?.visible) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#refresh(), restMs);
  }

  /** Asks for the day at the cursor and sends it. What changes meanwhile is asked for once more, not queued. */
  async #refresh(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    try {
      do {
        this.#askAgain = false;
        const message = await this.#drawing();
        // Closed meanwhile: the next panel begins with nothing.
        if (this.#askAgain || !this.#panel) continue;
        this.#shown = message.kind === 'day' ? message.day : undefined;
        this.#preferred = this.#shown?.giver ?? this.#preferred;
        this.#panel?.post(message);
        this.#didDraw.fire(this.#shown);
      } while (this.#askAgain);
    } finally {
      this.#asking = false;
    }
  }

  async #drawing(): Promise<Extract<ToDayPage, { kind: 'day' | 'none' }>> {
    const origin = this.#origin;
    if (!origin || !isOpen(origin.uri)) return { kind: 'none', why: 'no-file' };
    const day = await this.#ask.day(origin, this.#preferred).catch(() => 'not-running' as const);
    if (day === 'not-running') return { kind: 'none', why: day };
    if (day === null) return { kind: 'none', why: 'no-file' };
    if ('none' in day) return { kind: 'none', why: day.none };
    this.#turn += 1;
    return { kind: 'day', day, turn: this.#turn, origin };
  }

  // ---------------------------------------------------------------------------------------------------- Getting around

  async #goTo({ uri, line, character }: DayPlace, keepFocus: boolean): Promise<void> {
    const address = Uri.parse(uri);
    const position = new Position(line, character);
    const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === address.toString());
    const editor = await window.showTextDocument(visible?.document ?? (await workspace.openTextDocument(address)), {
      viewColumn: visible?.viewColumn ?? ViewColumn.One,
      preserveFocus: keepFocus,
    });
    editor.selection = new Selection(position, position);
    editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
    this.#origin = { uri: editor.document.uri.toString(), line };
    this.#later();
  }

  async #back(): Promise<void> {
    const origin = this.#origin;
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === origin?.uri);
    if (editor) await window.showTextDocument(editor.document, editor.viewColumn);
    else if (origin && isOpen(origin.uri)) await window.showTextDocument(Uri.parse(origin.uri));
  }

  async #choose(): Promise<void> {
    const origin = this.#origin;
    if (!origin || !isOpen(origin.uri)) {
      void window.showInformationMessage(l10n.t('Open an encounter file, and put the cursor into an encounter.'));
      return;
    }
    const days = this.#ask.days(origin.uri).then((found) => found.map(choice));
    const chosen = await window.showQuickPick(days, {
      title: l10n.t('Show Another Day'),
      placeHolder: l10n.t('A clinician or a date'),
      matchOnDescription: true,
    });
    if (!chosen) return;
    this.#preferred = chosen.day.giver;
    if (!this.#panel) this.#show();
    await this.#goTo({ uri: origin.uri, line: chosen.day.line, character: 0 }, true);
    await this.#refresh();
  }

  // ---------------------------------------------------------------------------------------------------- The picture

  #askForPicture(): void {
    if (this.#panel) this.#panel.post({ kind: 'draw' });
    else void window.showInformationMessage(l10n.t('Show the day first, then save its picture.'));
  }

  /** `day-2026-03-03.svg` beside the file; no name of anyone. */
  #proposed(date: number): Uri {
    const name = `day-${dateWords(date)}.svg`;
    const uri = this.#origin && Uri.parse(this.#origin.uri);
    if (uri && uri.scheme !== 'untitled') return Uri.joinPath(uri, '..', name);
    const folder = workspace.workspaceFolders?.[0]?.uri;
    return folder ? Uri.joinPath(folder, name) : Uri.from({ scheme: 'untitled', path: `/${name}` });
  }
}

function choice(day: DayInFile) {
  const { giver, date, encounters } = day;
  return {
    day,
    label: dateWords(date),
    description: giver,
    detail: encounters === 1 ? l10n.t('1 encounter') : l10n.t('{0} encounters', encounters),
  };
}

/** "2026-03-03" for 20260303. */
function dateWords(date: number): string {
  return String(date).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

function isOpen(uri: string): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri && isChecked(document));
}

/** What a page of an earlier window kept. */
function readOrigin(kept: unknown): DayOrigin | undefined {
  const { uri, line } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  return typeof uri === 'string' && typeof line === 'number' ? { uri, line } : undefined;
}
