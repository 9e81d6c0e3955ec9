import { commands, type Event, l10n, type TextEditor, type Uri, window, workspace } from 'vscode';
import { isChecked } from '../documents';
import type { Ask } from '../requests';
import {
  type DayInFile,
  type DayOrigin,
  type DayPlace,
  type DayView,
  type FromDayPage,
  type NothingToDraw,
  placeOf,
  readFromDayPage,
  type ToDayPage,
} from './day-data';
import { proposedBeside, saveAs } from './save';
import { backTo, type Drawing, goTo, isOpen, View } from './view';

export const dayPanelType = 'encounter.day';

/** The panel that draws the day at the cursor, whichever encounter file has it. */
export class DayPanel extends View<DayView, ToDayPage, FromDayPage> {
  readonly #ask: Ask;
  /** Where the cursor was last. */
  #origin: DayOrigin | undefined;
  /** Whose day is shown, or was chosen from the list: kept where the cursor does not say otherwise. */
  #preferred: string | undefined;

  /** @param changed fires when findings are other ones, or the server came or went. */
  constructor(extensionUri: Uri, ask: Ask, ...changed: readonly Event<unknown>[]) {
    super(extensionUri, {
      type: dayPanelType,
      name: 'day',
      title: l10n.t('Day'),
      finds: true,
      takesKeys: false,
      read: readFromDayPage,
    });
    this.#ask = ask;
    this.own(
      commands.registerCommand('encounter.showDay', () => this.#show()),
      commands.registerCommand('encounter.chooseDay', () => this.#choose()),
      commands.registerCommand('encounter.saveDay', () => this.#askForPicture()),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isChecked(document)) this.later();
      }),
      // A panel of an earlier window may be there before its file is.
      workspace.onDidOpenTextDocument(() => this.later()),
      workspace.onDidCloseTextDocument(() => this.later()),
      ...changed.map((event) => event(() => this.later())),
      this.onDidShow((day) => {
        this.#preferred = day?.giver ?? this.#preferred;
      }),
    );
    this.#follow(window.activeTextEditor);
  }

  protected override get restMs(): number {
    return 60;
  }

  protected override restore(kept: unknown): void {
    this.#origin ??= readOrigin(kept);
  }

  protected override async heed(said: FromDayPage): Promise<void> {
    switch (said.kind) {
      case 'go': {
        const place = said.turn === this.turn && this.shown ? placeOf(this.shown, said.id) : undefined;
        if (place) await this.#goTo(place, said.keepFocus);
        return;
      }
      case 'back':
        await backTo(this.#origin?.uri);
        return;
      case 'choose':
        await this.#choose();
        return;
      case 'picture':
        await saveAs(this.#proposed(said.date), { [l10n.t('Picture')]: ['svg'] }, said.svg);
    }
  }

  protected override async draw(): Promise<Drawing<ToDayPage, DayView>> {
    const origin = this.#origin;
    if (!origin || !isOpen(origin.uri)) return nothing('no-file');
    const day = await this.#ask.day(origin, this.#preferred).catch(() => 'not-running' as const);
    if (day === 'not-running') return nothing(day);
    if (day === null) return nothing('no-file');
    if ('none' in day) return nothing(day.none);
    return { message: { kind: 'day', day, turn: this.nextTurn(), origin }, shown: day };
  }

  // ---------------------------------------------------------------------------------------------------- Getting around

  #follow(editor: TextEditor | undefined): void {
    if (!editor || editor !== window.activeTextEditor || !isChecked(editor.document)) return;
    const origin = { uri: editor.document.uri.toString(), line: editor.selection.active.line };
    if (origin.uri === this.#origin?.uri && origin.line === this.#origin.line) return;
    this.#origin = origin;
    this.later();
  }

  #show(): void {
    this.#follow(window.activeTextEditor);
    this.open();
  }

  async #goTo(place: DayPlace, keepFocus: boolean): Promise<void> {
    const { document } = await goTo(place, keepFocus);
    this.#origin = { uri: document.uri.toString(), line: place.line };
    this.later();
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
    if (!this.isOpen) this.#show();
    await this.#goTo({ uri: origin.uri, line: chosen.day.line, character: 0 }, true);
    await this.refresh();
  }

  // ---------------------------------------------------------------------------------------------------- The picture

  #askForPicture(): void {
    if (this.isOpen) this.post({ kind: 'draw' });
    else void window.showInformationMessage(l10n.t('Show the day first, then save its picture.'));
  }

  /** `day-2026-03-03.svg`; no name of anyone. */
  #proposed(date: number): Uri {
    return proposedBeside(this.#origin?.uri, `day-${dateWords(date)}.svg`);
  }
}

function nothing(why: NothingToDraw): Drawing<ToDayPage, DayView> {
  return { message: { kind: 'none', why }, shown: undefined };
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

/** What a page of an earlier window kept. */
function readOrigin(kept: unknown): DayOrigin | undefined {
  const { uri, line } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  return typeof uri === 'string' && typeof line === 'number' ? { uri, line } : undefined;
}
