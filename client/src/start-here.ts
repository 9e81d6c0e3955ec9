import {
  CodeLens,
  commands,
  Disposable,
  l10n,
  languages,
  Position,
  type QuickPickItem,
  Range,
  SnippetString,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { documentSelector, isChecked, languageId } from './documents';
import type { Send } from './requests';

/** As the server has it: lsp/new-day.ts. */
interface Choices {
  readonly today: string;
  readonly last?: string;
  readonly clinicians: readonly string[];
  readonly payers: readonly { readonly name: string; readonly label?: string }[];
}

interface Frame {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly breaks: number;
  readonly snippet: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A day as it was asked for. Without a clinician, one is written into the frame. */
interface Day {
  readonly date: string;
  readonly clinician?: string;
  readonly payer: string;
}

const walkthrough = 'encounter.encounter#start';
/** A file with more lines than this is not looked through for text. */
const mostBlankLines = 50;

/** How one begins: a new file, a new clinic day, and what an empty file says. */
export class StartHere extends Disposable {
  readonly #send: Send;
  readonly #registered: Disposable;

  constructor(send: Send, extensionUri: Uri) {
    super(() => this.#registered.dispose());
    this.#send = send;
    this.#registered = Disposable.from(
      commands.registerCommand('encounter.newFile', () => newFile()),
      commands.registerCommand('encounter.newDay', (day?: unknown) => this.#newDay(day)),
      commands.registerCommand('encounter.openSample', () => openSample(extensionUri)),
      commands.registerCommand('encounter.showWalkthrough', () =>
        commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false),
      ),
      languages.registerCodeLensProvider(documentSelector, { provideCodeLenses: emptyFileLenses }),
    );
  }

  /** @param given the answers, where they are known already. */
  async #newDay(given: unknown): Promise<void> {
    const active = window.activeTextEditor;
    const editor = active && isChecked(active.document) ? active : await newFile();
    const uri = editor.document.uri.toString();
    const choices = (await this.#send('encounter/newDayChoices', { textDocument: { uri } })) as Choices | null;
    if (!choices) {
      void window.showInformationMessage(l10n.t('This file is not checked, so no day can be added to it.'));
      return;
    }
    const day = isDay(given) ? given : await askForDay(choices);
    if (day) await this.#write(editor, day);
  }

  async #write({ document, viewColumn }: TextEditor, day: Day): Promise<void> {
    const params = { textDocument: { uri: document.uri.toString() }, ...day };
    const editor = await window.showTextDocument(document, viewColumn);
    for (let tries = 0; tries < 3; tries += 1) {
      const { version } = document;
      const frame = (await this.#send('encounter/newDay', params)) as Frame | null;
      if (!frame) return;
      // The text went on while the question was under way: it is asked again.
      if (document.version === version) {
        await insert(editor, frame);
        return;
      }
    }
  }
}

/** Writes the frame at the end of the file; the first of its places has the cursor. One undo takes it back. */
async function insert(editor: TextEditor, { range: { start, end }, breaks, snippet }: Frame): Promise<void> {
  const range = new Range(start.line, start.character, end.line, end.character);
  if (breaks > 0 || !range.isEmpty) {
    const once = { undoStopBefore: true, undoStopAfter: false };
    if (!(await editor.edit((builder) => builder.replace(range, '\n'.repeat(breaks)), once))) return;
  }
  // At a left margin, so that the editor indents no line of it.
  const at = new Position(start.line + breaks, 0);
  await editor.insertSnippet(new SnippetString(snippet), at, { undoStopBefore: false, undoStopAfter: true });
  editor.revealRange(editor.selection);
}

/** A busy clinic day with one of each mistake, as a file of the person's own: nothing that is tried in it is kept. */
async function openSample(extensionUri: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', 'clinic-day.encounter'));
  const content = new TextDecoder().decode(bytes);
  await unsaved(content);
}

/** A new, unsaved encounter file, with the cursor in it. */
function newFile(): Promise<TextEditor> {
  return unsaved('');
}

/**
 * An unsaved encounter file with these words and no others: for a while VS Code may still hold an unsaved file of the same
 * name that was closed, and then gives that one again, as it was.
 */
async function unsaved(content: string): Promise<TextEditor> {
  const document = await workspace.openTextDocument({ language: languageId, content });
  const editor = await window.showTextDocument(document);
  const text = document.getText();
  if (text.replaceAll('\r\n', '\n') !== content.replaceAll('\r\n', '\n')) {
    const all = new Range(document.positionAt(0), document.positionAt(text.length));
    await editor.edit((edit) => edit.replace(all, content), { undoStopBefore: false, undoStopAfter: false });
  }
  return editor;
}

// ------------------------------------------------------------------------------------------------------ Questions

async function askForDay(choices: Choices): Promise<Day | undefined> {
  const date = await askForDate(choices);
  if (date === undefined) return undefined;
  const clinician = await askForClinician(choices);
  if (clinician === undefined) return undefined;
  const payer = await askForPayer(choices);
  if (payer === undefined) return undefined;
  return { date, payer, ...(clinician === '' ? {} : { clinician }) };
}

async function askForDate({ today, last }: Choices): Promise<string | undefined> {
  const date = await window.showInputBox({
    title: l10n.t('New clinic day: the date of service (1 of 3)'),
    prompt: last
      ? l10n.t('The last encounter in this file is of {0}. Enter goes on.', last)
      : l10n.t('Year, month, day. Enter goes on.'),
    value: today,
    ignoreFocusOut: true,
    validateInput: (text) =>
      isDate(text) ? undefined : l10n.t('Write the date as year, month and day: {0}', '2026-03-03'),
  });
  return date?.trim();
}

/** The name; `''` where it is left open; nothing where the person gave up. */
async function askForClinician({ clinicians }: Choices): Promise<string | undefined> {
  const title = l10n.t('New clinic day: who gives the care (2 of 3)');
  if (clinicians.length > 0) {
    const another: QuickPickItem = { label: l10n.t('Someone else…'), alwaysShow: true };
    const picked = await window.showQuickPick([...clinicians.map((label) => ({ label })), another], {
      title,
      placeHolder: l10n.t('Who gives the care, or under whom is it given?'),
      ignoreFocusOut: true,
    });
    if (picked?.label !== another.label) return picked?.label;
  }
  const name = await window.showInputBox({
    title,
    prompt: l10n.t('Name and letters, as they stand on the claim. Left empty, you write it into the file.'),
    placeHolder: l10n.t('For example: {0}', 'R. Ortiz, PT'),
    ignoreFocusOut: true,
  });
  return name?.trim();
}

async function askForPayer({ payers }: Choices): Promise<string | undefined> {
  const picked = await window.showQuickPick(
    payers.map(({ name, label }) => ({ label: name, ...(label ? { description: label } : {}) })),
    {
      title: l10n.t('New clinic day: the payer (3 of 3)'),
      placeHolder: l10n.t('Whose rules hold for this day?'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.label;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (!year) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isDay(given: unknown): given is Day {
  const { date, clinician, payer } = (given ?? {}) as Record<string, unknown>;
  return (
    typeof date === 'string' &&
    isDate(date) &&
    typeof payer === 'string' &&
    (clinician === undefined || typeof clinician === 'string')
  );
}

// ------------------------------------------------------------------------------------------------------ Empty files

/** What an empty file says: how one goes on from here. */
function emptyFileLenses(document: TextDocument): CodeLens[] {
  if (document.lineCount > mostBlankLines || document.getText().trim() !== '') return [];
  const top = new Range(0, 0, 0, 0);
  return [
    new CodeLens(top, { title: l10n.t('$(add) New clinic day'), command: 'encounter.newDay' }),
    new CodeLens(top, {
      title: l10n.t('What can stand here (Ctrl+Space)'),
      command: 'editor.action.triggerSuggest',
    }),
    new CodeLens(top, { title: l10n.t('How it works'), command: 'encounter.showWalkthrough' }),
  ];
}
