import { commands, type Event, l10n, type TextEditor, Uri, window } from 'vscode';
import { isChecked } from '../documents';
import type { Ask } from '../requests';
import {
  allClaims,
  type ClaimQuery,
  type ClaimScope,
  type ClaimsCsvResult,
  type ClaimsResult,
  type FromClaimsPage,
  type NoClaims,
  readFromClaimsPage,
  readKept,
  type ShownClaim,
  type ToClaimsPage,
} from './claims-data';
import { proposedBeside, saveAs, saveTo } from './save';
import { backTo, type Drawing, goTo, View } from './view';

export const claimsPanelType = 'encounter.claims';

/** How long the files rest before the table follows, in milliseconds, and how long where it has many lines. */
const rest = 150;
const longRest = 700;
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

/** The panel with the claim lines of the file that has the cursor, or of all files. */
export class ClaimsPanel extends View<ClaimsResult, ToClaimsPage, FromClaimsPage> {
  readonly #ask: Ask;
  #shows: ClaimScope = 'file';
  /** The file that had the cursor last. */
  #uri: string | undefined;
  #wanted: Wanted = firstWanted;
  /** What table it is that is shown. */
  #table = '';
  /** The lines that the page was sent of the table as it is, by their place in it. */
  #sent = new Map<number, ShownClaim>();
  /** The same of the table before, for a page that has yet to hear of this one. */
  #sentBefore: ReadonlyMap<number, ShownClaim> = new Map();

  /** @param changed fires when the server came or went. */
  constructor(extensionUri: Uri, ask: Ask, changed: Event<unknown>) {
    super(extensionUri, {
      type: claimsPanelType,
      name: 'claims',
      title: l10n.t('Claim Table'),
      // It searches its lines itself: most of them are not on the page.
      finds: false,
      takesKeys: true,
      read: readFromClaimsPage,
    });
    this.#ask = ask;
    this.own(
      commands.registerCommand('encounter.showClaims', () => this.#show('file')),
      commands.registerCommand('encounter.showAllClaims', () => this.#show('all')),
      commands.registerCommand('encounter.saveClaims', () => this.#save()),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      changed(() => this.changed()),
    );
    this.#follow(window.activeTextEditor);
  }

  /** The lines may be others now. */
  changed(): void {
    this.later();
  }

  protected override get restMs(): number {
    return (this.shown?.scope.all ?? 0) > manyLines ? longRest : rest;
  }

  protected override restore(kept: unknown): void {
    const { shows, uri, sort, descending, finding } = readKept(kept);
    this.#shows = shows;
    this.#uri ??= uri;
    this.#wanted = { ...firstWanted, query: { ...allClaims, sort, descending, finding } };
  }

  protected override closed(): void {
    this.#wanted = firstWanted;
    this.#table = '';
    this.#sent = new Map();
    this.#sentBefore = new Map();
    void this.#ask.claimsClosed().catch(() => {});
  }

  protected override async heed(said: FromClaimsPage): Promise<void> {
    switch (said.kind) {
      case 'want':
        this.#wanted = said;
        await this.refresh();
        return;
      case 'show':
        this.#shows = said.shows;
        this.#wanted = { ...this.#wanted, from: 0 };
        await this.refresh();
        return;
      case 'go': {
        const row = this.#rowOf(said.turn, said.row);
        const line = said.finding === undefined ? row?.line : row?.findings[said.finding]?.line;
        if (row && line !== undefined) await goTo({ uri: row.path, line }, said.keepFocus);
        return;
      }
      case 'rule':
        await commands.executeCommand('encounter.showRule', said.rule);
        return;
      case 'save':
        await this.#save();
        return;
      case 'back':
        await backTo(this.#uri);
    }
  }

  protected override async draw(): Promise<Drawing<ToClaimsPage, ClaimsResult>> {
    const shows = this.#shows;
    const nothing = (why: NoClaims) => ({ message: { kind: 'none', why, shows } as const, shown: undefined });
    const uri = shows === 'file' ? this.#uri : undefined;
    if (shows === 'file' && uri === undefined) return nothing('no-file');
    const { query, from, count } = this.#wanted;
    const page = await this.#ask.claims(uri, query, from, count).catch(() => 'not-running' as const);
    if (page === 'not-running') return nothing(page);
    if (page === null) return nothing('no-file');
    const turn = this.#remember(page, JSON.stringify([page.state, shows, uri, query]));
    return { message: { kind: 'lines', turn, page, query, shows, name: nameOf(uri), uri: uri ?? '' }, shown: page };
  }

  #show(shows: ClaimScope): void {
    this.#follow(window.activeTextEditor);
    this.#shows = shows;
    if (this.isOpen) void this.refresh();
    this.open();
  }

  #follow(editor: TextEditor | undefined): void {
    if (!editor || !isChecked(editor.document)) return;
    const uri = editor.document.uri.toString();
    if (uri === this.#uri) return;
    this.#uri = uri;
    if (this.#shows === 'file') this.later();
  }

  /** @returns the turn of the table that these lines are of. */
  #remember(page: ClaimsResult, table: string): number {
    if (table !== this.#table) {
      this.#table = table;
      this.nextTurn();
      this.#sentBefore = this.#sent;
      this.#sent = new Map();
    }
    page.rows.forEach((row, i) => {
      this.#sent.set(page.from + i, row);
    });
    return this.turn;
  }

  /** The line that a page means; nothing where that may be another one by now. */
  #rowOf(turn: number, index: number): ShownClaim | undefined {
    const row = this.#sent.get(index);
    if (turn === this.turn) return row;
    const before = turn === this.turn - 1 ? this.#sentBefore.get(index) : undefined;
    return JSON.stringify(before) === JSON.stringify(row) ? row : undefined;
  }

  // ---------------------------------------------------------------------------------------------------- CSV

  /** Saves the lines that are shown, in their order; without a table, those of the file that has the cursor. */
  async #save(): Promise<void> {
    const { query } = this.#wanted;
    const uri = this.#shows === 'file' || !this.isOpen ? this.#uri : undefined;
    if (uri === undefined && (this.#shows === 'file' || !this.isOpen)) {
      void window.showInformationMessage(l10n.t('Open an encounter file first.'));
      return;
    }
    const table = await this.#csv(uri, this.isOpen ? query : allClaims);
    if (table && (await wantsWithout(table.missing))) await saveAs(proposed(uri), { CSV: ['csv'] }, table.csv);
  }

  /** The same to a file that is named; for tests, which cannot answer the dialog. */
  async saveTo(target: Uri, uri: string | undefined, query: ClaimQuery): Promise<boolean> {
    const table = await this.#csv(uri, query);
    return table !== undefined && (await saveTo(target, table.csv));
  }

  /** All lines of a table as CSV; nothing where there is none, which is said. */
  async #csv(
    uri: string | undefined,
    query: ClaimQuery,
  ): Promise<Pick<ClaimsCsvResult, 'csv' | 'missing'> | undefined> {
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

function nameOf(uri: string | undefined): string {
  const path = uri === undefined ? '' : Uri.parse(uri).path;
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `clinic-day-claims.csv` beside the file; `claims.csv` for all files. */
function proposed(uri: string | undefined): Uri {
  const name = uri === undefined ? 'claims.csv' : `${nameOf(uri).replace(/\.encounter$/i, '')}-claims.csv`;
  return proposedBeside(uri, name);
}
