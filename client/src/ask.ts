import {
  commands,
  type Diagnostic,
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  languages,
  type Position,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  Selection,
  type TextEditor,
  ThemeIcon,
  ViewColumn,
  window,
} from 'vscode';
import { isChecked } from './documents';
import { closePagesBut, openPage, openPages, pageUri } from './pages';
import type { Answer, AnswerKind, Ask } from './requests';
import { diagnosticSource } from './status';

/** How long the cursor rests on an answer before its page is shown beside. */
const restMs = 150;

interface Row extends QuickPickItem {
  readonly answer?: Answer;
}

const icons: Readonly<Record<AnswerKind, ThemeIcon>> = {
  code: new ThemeIcon('symbol-number'),
  modifier: new ThemeIcon('tag'),
  rule: new ThemeIcon('checklist'),
  payer: new ThemeIcon('credit-card'),
  passage: new ThemeIcon('book'),
  conflict: new ThemeIcon('arrow-swap'),
};

interface Question {
  readonly title: string;
  readonly placeholder: string;
  readonly words?: string;
  readonly only?: readonly AnswerKind[];
  /** Shows the page of the answer under the cursor beside the text. */
  readonly peek?: boolean;
  readonly button?: QuickInputButton;
  readonly take: (answer: Answer) => Promise<void>;
}

/** The commands that ask the guidance. */
export class Asking extends Disposable {
  readonly #ask: Ask;
  readonly #didAnswer = new EventEmitter<readonly Answer[]>();
  readonly #registered: Disposable;

  constructor(ask: Ask) {
    super(() => {
      this.#registered.dispose();
      this.#didAnswer.dispose();
    });
    this.#ask = ask;
    this.#registered = Disposable.from(
      commands.registerCommand('encounter.askGuidance', (words?: unknown) => this.#askGuidance(text(words))),
      commands.registerCommand('encounter.lookUpCode', (words?: unknown) => this.#lookUpCode(text(words))),
      commands.registerCommand('encounter.showRule', (rule?: unknown) => this.#showRule(text(rule))),
    );
  }

  /** Answers have just been put into a list on the screen. */
  get onDidAnswer(): Event<readonly Answer[]> {
    return this.#didAnswer.event;
  }

  #askGuidance(words: string): void {
    this.#open({
      title: l10n.t('Ask the Guidance'),
      placeholder: l10n.t('What do you want to know? For example: group and one-on-one on one day'),
      words,
      peek: true,
      take: ({ kind, id }) => openPage(pageUri(kind, id), { preview: false, viewColumn: besideText() }),
    });
  }

  async #lookUpCode(words: string): Promise<void> {
    const editor = window.activeTextEditor;
    const at = editor && isChecked(editor.document) ? editor.selection.active : undefined;
    const canInsert =
      at !== undefined && (await this.#ask.codeEdit(editor!.document.uri.toString(), at, '97110')) !== null;
    const toPage: QuickInputButton = { iconPath: new ThemeIcon('book'), tooltip: l10n.t('Open its page') };
    this.#open({
      title: l10n.t('Look Up a Code'),
      placeholder: canInsert
        ? l10n.t('A number, or what was done: exercise in water. Enter writes the code into the file')
        : l10n.t('A number, or what was done: exercise in water. Enter opens its page'),
      words,
      only: ['code'],
      ...(canInsert ? { button: toPage } : {}),
      take: async ({ id }) => {
        if (canInsert && (await this.#insert(editor!, at, id))) return;
        await openPage(pageUri('code', id), { preview: false, viewColumn: besideText() });
      },
    });
  }

  /** Writes a code where the cursor was when it was asked for. False: none can stand there. */
  async #insert(editor: TextEditor, at: Position, code: string): Promise<boolean> {
    const edit = await this.#ask.codeEdit(editor.document.uri.toString(), at, code);
    if (!edit) return false;
    const { start, end } = edit.range;
    const shown = await window.showTextDocument(editor.document, editor.viewColumn);
    const range = new Range(start.line, start.character, end.line, end.character);
    if (!(await shown.edit((builder) => builder.replace(range, edit.newText)))) return false;
    const behind = start.character + edit.newText.indexOf(code) + code.length;
    shown.selection = new Selection(start.line, behind, start.line, behind);
    return true;
  }

  /** The page of the rule at the cursor; where several are, or none, a list to choose from. */
  async #showRule(rule: string): Promise<void> {
    if (rule !== '') {
      await openPage(pageUri('rule', rule), { preview: true, viewColumn: besideText() });
      return;
    }
    const rules = rulesAtCursor();
    if (rules.length === 1) {
      await this.#showRule(rules[0]!);
      return;
    }
    this.#open({
      title: l10n.t('Show Rule'),
      placeholder:
        rules.length > 1
          ? l10n.t('Several findings are here: which rule?')
          : l10n.t('No finding is here. Which rule do you look for?'),
      words: rules.join(' '),
      only: ['rule'],
      take: ({ id }) => this.#showRule(id),
    });
  }

  #open({ title, placeholder, words = '', only, peek = false, button, take }: Question): void {
    const pick = window.createQuickPick<Row>();
    pick.title = title;
    pick.placeholder = placeholder;
    pick.value = words;
    pick.matchOnDetail = true;
    keepOrder(pick);
    let asked = 0;
    let taken = false;
    const before = openPages();
    let peeking: Promise<void> | undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    /** Answers that are on their way to the screen. */
    let drawn: readonly Answer[] | undefined;

    const look = async () => {
      asked += 1;
      const question = asked;
      pick.busy = true;
      const answers = await this.#ask.search(pick.value, only).catch(() => undefined);
      if (question !== asked) return;
      pick.busy = false;
      drawn = answers ?? [];
      pick.items = answers ? rows(answers, pick.value, button) : [nothing(l10n.t('Encounter is not running'))];
    };
    const show = ([row]: readonly Row[]) => {
      clearTimeout(rest);
      if (drawn && row) {
        this.#didAnswer.fire(drawn);
        drawn = undefined;
      }
      const answer = row?.answer;
      // Nothing was asked yet: the first row is only where the cursor happens to be.
      if (!peek || !answer || (pick.value === '' && row === firstAnswer(pick.items))) return;
      rest = setTimeout(() => {
        if (taken) return;
        const uri = pageUri(answer.kind, answer.id);
        peeking = openPage(uri, { preview: true, preserveFocus: true, viewColumn: besideText() })
          // Older editors keep such a page open when the next one comes.
          .then(() => (taken ? undefined : closePagesBut(new Set([...before, uri.toString()]))));
      }, restMs);
    };
    const accept = (answer: Answer | undefined) => {
      if (!answer) return;
      taken = true;
      pick.hide();
      void take(answer);
    };
    pick.onDidChangeValue(look);
    pick.onDidChangeActive(show);
    pick.onDidAccept(() => accept(pick.activeItems[0]?.answer));
    pick.onDidTriggerItemButton(({ item: { answer } }) => {
      if (!answer) return;
      taken = true;
      pick.hide();
      void openPage(pageUri(answer.kind, answer.id), { preview: false, viewColumn: besideText() });
    });
    pick.onDidHide(() => {
      clearTimeout(rest);
      asked += 1;
      if (peeking && !taken) void peeking.then(() => closePagesBut(before));
      pick.dispose();
    });
    pick.show();
    void look();
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Beside the text; in its place where there is none. */
function besideText(): ViewColumn {
  return window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
}

function rulesAtCursor(): string[] {
  const editor = window.activeTextEditor;
  if (!editor || !isChecked(editor.document)) return [];
  const { active } = editor.selection;
  const own = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === diagnosticSource);
  const under = own.filter(({ range }) => range.contains(active));
  const here = under.length > 0 ? under : own.filter(({ range }) => range.start.line === active.line);
  return [...new Set(here.map(ruleOf).filter((rule) => rule !== ''))];
}

function ruleOf({ code }: Diagnostic): string {
  return code === undefined ? '' : String(typeof code === 'object' ? code.value : code);
}

/** Keeps the answers in the order of the server, under their headings; VS Code has no public name for it. */
function keepOrder(pick: QuickPick<Row>): void {
  try {
    Object.assign(pick, { sortByLabel: false });
  } catch {
    // An editor without it sorts by its own measure.
  }
}

/** Answers under the heading of their kind, the kind of the best answer first. */
function rows(answers: readonly Answer[], words: string, button: QuickInputButton | undefined): Row[] {
  if (answers.length === 0) return [nothing(l10n.t('The guidance says nothing of “{0}”', words))];
  const kinds = [...new Set(answers.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => [
    { label: heading(kind), kind: QuickPickItemKind.Separator },
    ...answers.filter((answer) => answer.kind === kind).map((answer) => row(answer, button)),
  ]);
}

function row(answer: Answer, button: QuickInputButton | undefined): Row {
  const { kind, title, extract, sources } = answer;
  return {
    answer,
    label: title,
    description: shortSource(sources),
    detail: extract,
    iconPath: icons[kind],
    alwaysShow: true,
    ...(button ? { buttons: [button] } : {}),
  };
}

/** The first source by its short name, and how many more there are: its title and place stand on the page. */
function shortSource(sources: readonly string[]): string {
  const [first, ...more] = sources.map((source) => source.split(':')[0]!);
  return first === undefined ? '' : more.length > 0 ? `${first} +${more.length}` : first;
}

function nothing(label: string): Row {
  return { label, alwaysShow: true };
}

function firstAnswer(items: readonly Row[]): Row | undefined {
  return items.find(({ answer }) => answer);
}

function heading(kind: AnswerKind): string {
  switch (kind) {
    case 'code':
      return l10n.t('Codes');
    case 'modifier':
      return l10n.t('Modifiers');
    case 'rule':
      return l10n.t('Rules');
    case 'payer':
      return l10n.t('Payers');
    case 'passage':
      return l10n.t('What the sources say');
    case 'conflict':
      return l10n.t('Where sources disagree');
  }
}
