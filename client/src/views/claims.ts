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
  allClaims,
  type ClaimCsv,
  type ClaimPage,
  type ClaimQuery,
  type ClaimScope,
  type FromClaimsPage,
  readFromClaimsPage,
  readKept,
  type ToClaimsPage,
} from './claims-data';
import { PagePanel, pageOptions } from './panel';
import { saveAs, saveTo } from './save';

export const claimsPanelType = 'encounter.claims';

/** How long the files rest before the table follows, and how long where it has many lines. */
const restMs = 150;
const longRestMs = 700;
const manyLines = 20_000;

/** Lines of a CSV that are asked for at once, and how often it is begun anew where files change meanwhile. */
const csvLines = 2000;
const mostTries = 5;

/** What a page asked for last: asked for again when files change. */
interface Wanted {
  readonly query: ClaimQuery;
  readonly from: number;
  readonly count: number;
}

const firstWanted: Wanted = { query: allClaims, from: 0, count: 100 };

/** The panel with the claim lines of a file, or of all files. There is one; it follows whichever file has the cursor. */
export class ClaimsPanel extends Disposable {
  readonly #extensionUri: Uri;
  readonly #ask: Ask;
  readonly #didShow = new EventEmitter<ClaimPage | undefined>();
  readonly #registered: Disposable;
  #panel: PagePanel<ToClaimsPage, FromClaimsPage> | undefined;
  #shows: ClaimScope = 'file';
  /** The file that had the cursor last. */
  #uri: string | undefined;
  #wanted: Wanted = firstWanted;
  #shown: ClaimPage | undefined;
  #turn = 0;
  /** The panel was asked for just now: its page is given the keys as soon as it is there. */
  #takesKeys = false;
  /** What table it is that is shown. */
  #table = '';
  /** The lines that the page was sent of the table as it is, by their place in it. */
  readonly #sent = new Map<number, ClaimPage['rows'][number]>();
  #rest: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #askAgain = false;

  /** @param changed fires when the server came or went. */
  constructor(extensionUri: Uri, ask: Ask, changed: Event<unknown>) {
    super(() => {
      clearTimeout(this.#rest);
      this.#registered.dispose();
      this.#panel?.dispose();
      this.#didShow.dispose();
    });
    this.#extensionUri = extensionUri;
    this.#ask = ask;
    this.#registered = Disposable.from(
      commands.registerCommand('encounter.showClaims', () => this.#show('file')),
      commands.registerCommand('encounter.showAllClaims', () => this.#show('all')),
      commands.registerCommand('encounter.saveClaims', () => this.#save()),
      window.registerWebviewPanelSerializer(claimsPanelType, {
        deserializeWebviewPanel: async (panel, kept) => {
          const { shows, uri, sort, descending, finding } = readKept(kept);
          this.#shows = shows;
          this.#uri ??= uri;
          this.#wanted = { ...firstWanted, query: { ...allClaims, sort, descending, finding } };
          this.#take(panel);
        },
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      changed(() => this.changed()),
    );
    this.#follow(window.activeTextEditor);
  }

  /** Lines were sent to the page; nothing where there are none to show. */
  get onDidShow(): Event<ClaimPage | undefined> {
    return this.#didShow.event;
  }

  get shown(): ClaimPage | undefined {
    return this.#panel ? this.#shown : undefined;
  }

  /** Which table that is: what the page names where it asks to be led to a line. */
  get turn(): number {
    return this.#turn;
  }

  /** What its page would say; for tests, which cannot press keys in it. */
  hear(message: unknown): void {
    const said = readFromClaimsPage(message);
    if (said) void this.#heed(said);
  }

  /** The lines may be others now. */
  changed(): void {
    if (!this.#panel?.visible) return;
    clearTimeout(this.#rest);
    const many = (this.#shown?.scope.all ?? 0) > manyLines;
    this.#rest = setTimeout(() => this.#refresh(), many ? longRestMs : restMs);
  }

  // ---------------------------------------------------------------------------------------------------- The panel

  #show(shows: ClaimScope): void {
    this.#follow(window.activeTextEditor);
    this.#shows = shows;
    if (this.#panel) {
      this.#panel.reveal(false);
      void this.#refresh();
      this.#panel.post({ kind: 'focus' });
      return;
    }
    const viewColumn = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    const options = pageOptions(this.#extensionUri);
    this.#takesKeys = true;
    this.#take(window.createWebviewPanel(claimsPanelType, title(), { viewColumn }, options));
  }

  #take(webviewPanel: WebviewPanel): void {
    this.#panel?.dispose();
    webviewPanel.iconPath = {
      light: Uri.joinPath(this.#extensionUri, 'client', 'media', 'claims-light.svg'),
      dark: Uri.joinPath(this.#extensionUri, 'client', 'media', 'claims-dark.svg'),
    };
    const files = { name: 'claims', title: title() };
    const panel = new PagePanel<ToClaimsPage, FromClaimsPage>(
      webviewPanel,
      this.#extensionUri,
      files,
      readFromClaimsPage,
    );
    this.#panel = panel;
    panel.onDidStart(() => {
      if (this.#takesKeys) panel.post({ kind: 'focus' });
      this.#takesKeys = false;
      void this.#refresh();
    });
    // While the page is loaded, the server reads the lines.
    void this.#refresh();
    panel.onDidSay((said) => this.#heed(said));
    panel.onDidClose(() => {
      panel.dispose();
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#wanted = firstWanted;
      this.#forget();
      void this.#ask.claimsClosed().catch(() => {});
    });
  }

  async #heed(said: FromClaimsPage): Promise<void> {
    switch (said.kind) {
      case 'want':
        this.#wanted = said;
        await this.#refresh();
        return;
      case 'show':
        this.#shows = said.shows;
        this.#wanted = { ...this.#wanted, from: 0 };
        await this.#refresh();
        return;
      case 'go': {
        // The lines of an older table may be others by now; the table as it is now is on its way.
        const row = said.turn === this.#turn ? this.#sent.get(said.row) : undefined;
        const line = said.finding === undefined ? row?.line : row?.findings[said.finding]?.line;
        if (row && line !== undefined) await goTo(row.path, line, said.keepFocus);
        return;
      }
      case 'rule':
        await commands.executeCommand('encounter.showRule', said.rule);
        return;
      case 'save':
        await this.#save();
        return;
      case 'back':
        await back(this.#uri);
    }
  }

  // ---------------------------------------------------------------------------------------------------- Following

  #follow(editor: TextEditor | undefined): void {
    if (!editor || !isChecked(editor.document)) return;
    const uri = editor.document.uri.toString();
    if (uri === this.#uri) return;
    this.#uri = uri;
    if (this.#shows === 'file') this.changed();
  }

  /** Asks for what the page wants and sends it. What changes meanwhile is asked for once more, not queued. */
  async #refresh(): Promise<void> {
    clearTimeout(this.#rest);
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    try {
      do {
        this.#askAgain = false;
        const message = await this.#lines();
        // Closed meanwhile: the next panel begins with nothing.
        if (this.#askAgain || !this.#panel) continue;
        this.#shown = message.kind === 'lines' ? message.page : undefined;
        this.#panel?.post(message);
        this.#didShow.fire(this.#shown);
      } while (this.#askAgain);
    } finally {
      this.#asking = false;
    }
  }

  async #lines(): Promise<Extract<ToClaimsPage, { kind: 'lines' | 'none' }>> {
    const shows = this.#shows;
    const uri = shows === 'file' ? this.#uri : undefined;
    if (shows === 'file' && uri === undefined) return { kind: 'none', why: 'no-file', shows };
    const { query, from, count } = this.#wanted;
    const page = await this.#ask.claims(uri, query, from, count).catch(() => 'not-running' as const);
    if (page === 'not-running') return { kind: 'none', why: page, shows };
    if (page === null) return { kind: 'none', why: 'no-file', shows };
    const turn = this.#remember(page, JSON.stringify([page.state, shows, uri, query]));
    return { kind: 'lines', turn, page, query, shows, name: nameOf(uri), uri: uri ?? '' };
  }

  /** @returns the turn of the table that these lines are of. */
  #remember(page: ClaimPage, table: string): number {
    if (table !== this.#table) {
      this.#table = table;
      this.#turn += 1;
      this.#sent.clear();
    }
    page.rows.forEach((row, i) => {
      this.#sent.set(page.from + i, row);
    });
    return this.#turn;
  }

  #forget(): void {
    this.#shown = undefined;
    this.#table = '';
    this.#sent.clear();
  }

  // ---------------------------------------------------------------------------------------------------- CSV

  /** Saves the lines that are shown, in their order; without a table, those of the file that has the cursor. */
  async #save(): Promise<void> {
    const { query } = this.#wanted;
    const uri = this.#shows === 'file' || !this.#panel ? this.#uri : undefined;
    if (uri === undefined && (this.#shows === 'file' || !this.#panel)) {
      void window.showInformationMessage(l10n.t('Open an encounter file first.'));
      return;
    }
    const table = await this.#csv(uri, this.#panel ? query : allClaims);
    if (table && (await wantsWithout(table.missing))) await saveAs(proposed(uri), { CSV: ['csv'] }, table.csv);
  }

  /** The same to a file that is named; for tests, which cannot answer the dialog. */
  async saveTo(target: Uri, uri: string | undefined, query: ClaimQuery): Promise<boolean> {
    const table = await this.#csv(uri, query);
    return table !== undefined && (await saveTo(target, table.csv));
  }

  /** All lines of a table as CSV; nothing where there is none, which is said. */
  async #csv(uri: string | undefined, query: ClaimQuery): Promise<Pick<ClaimCsv, 'csv' | 'missing'> | undefined> {
    for (let tries = 0; tries < mostTries; tries++) {
      const pieces: string[] = [];
      let state: number | undefined;
      for (let from = 0; ; from += csvLines) {
        const piece = await this.#ask.claimsCsv(uri, query, from, csvLines).catch(() => undefined);
        if (!piece) {
          void window.showErrorMessage(
            piece === null
              ? l10n.t('This file is not checked, so there is nothing to save.')
              : l10n.t('Encounter is not running'),
          );
          return undefined;
        }
        // A file changed: pieces of two tables do not belong together.
        if (state !== undefined && piece.state !== state) break;
        state = piece.state;
        pieces.push(piece.csv);
        if (from + csvLines >= piece.lines) return { csv: pieces.join(''), missing: piece.missing };
      }
    }
    void window.showErrorMessage(l10n.t('The files keep changing. Save the table again in a moment.'));
    return undefined;
  }
}

/** A table without the lines of some files is saved only where that is wanted. */
async function wantsWithout(missing: number): Promise<boolean> {
  if (missing === 0) return true;
  const words =
    missing === 1
      ? l10n.t('1 file was not read. Its claim lines would be missing from the table.')
      : l10n.t('{0} files were not read. Their claim lines would be missing from the table.', missing.toLocaleString());
  const save = l10n.t('Save Without Them');
  return (await window.showWarningMessage(words, { modal: true }, save)) === save;
}

function title(): string {
  return l10n.t('Claim Table');
}

async function goTo(uri: string, line: number, preserveFocus: boolean): Promise<void> {
  const address = Uri.parse(uri);
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === address.toString());
  const document = visible?.document ?? (await workspace.openTextDocument(address));
  const viewColumn = visible?.viewColumn ?? ViewColumn.One;
  const editor = await window.showTextDocument(document, { viewColumn, preserveFocus });
  const position = new Position(
    line,
    document.lineAt(Math.min(line, document.lineCount - 1)).firstNonWhitespaceCharacterIndex,
  );
  editor.selection = new Selection(position, position);
  editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
}

async function back(uri: string | undefined): Promise<void> {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (editor) await window.showTextDocument(editor.document, editor.viewColumn);
}

function nameOf(uri: string | undefined): string {
  const path = uri === undefined ? '' : Uri.parse(uri).path;
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `clinic-day-claims.csv` beside the file; `claims.csv` for all files. */
function proposed(uri: string | undefined): Uri {
  const name = uri === undefined ? 'claims.csv' : `${nameOf(uri).replace(/\.encounter$/i, '')}-claims.csv`;
  const file = uri === undefined ? undefined : Uri.parse(uri);
  if (file && file.scheme !== 'untitled') return Uri.joinPath(file, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? Uri.joinPath(folder, name) : Uri.from({ scheme: 'untitled', path: `/${name}` });
}
