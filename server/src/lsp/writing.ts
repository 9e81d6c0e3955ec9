/** Wiring of what helps to write: completion with its documentation, and the building of a claim. */

import {
  type CancellationToken,
  type CodeAction,
  type CodeLens,
  type Command,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  MessageType,
  type Range,
  type ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { TextEdit } from '../engine/file';
import { claimAt, claimLines, isClaimPlace, lensTitle, offersOf, remarksOn, whyNothing } from '../features/build-claim';
import type { Prose } from '../features/card';
import {
  type Suggestion,
  type SuggestionKind,
  type Suggestions,
  suggestionDocs,
  suggestionsAt,
} from '../features/completion';
import { plainText } from '../features/hover';
import { BUILD_CLAIM, CLAIM_ACTION, type Editor } from './capabilities';
import { editsOf, rangeOf, workspaceEdit } from './convert';
import type { OpenDocument } from './documents';
import type { ViewsOptions } from './views';

interface WritingOptions extends Pick<ViewsOptions, 'connection' | 'documents' | 'columns'> {
  /** As for views; the answer may take its time. */
  readonly request: <P, R>(
    name: string,
    nothing: R,
    answer: (params: P, token: CancellationToken) => R | Promise<R>,
  ) => (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;
  readonly editor: Editor;
  readonly loadProse: () => Promise<Prose>;
}

const KINDS: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  header: CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Text,
  time: CompletionItemKind.Value,
  session: CompletionItemKind.Event,
  code: CompletionItemKind.Constant,
  contact: CompletionItemKind.Keyword,
  claim: CompletionItemKind.Method,
  modifier: CompletionItemKind.Operator,
  units: CompletionItemKind.Unit,
  note: CompletionItemKind.Property,
  rule: CompletionItemKind.Reference,
  template: CompletionItemKind.Snippet,
};

/** What a suggestion carries so that its documentation can be asked for. */
interface Data {
  readonly uri: string;
  readonly about: string;
  readonly date: number;
}

/** The commands of writing. */
export interface Writing {
  command(name: string, given: readonly unknown[]): Promise<void>;
}

export function serveWriting({ connection, documents, columns, editor, loadProse, request }: WritingOptions): Writing {
  const judged = (uri: string): OpenDocument | undefined => {
    const document = documents.get(uri);
    return document?.standing === 'judged' ? document : undefined;
  };

  // -------------------------------------------------------------------------------------------------- Completion

  connection.onCompletion(
    request(
      'a request for suggestions',
      null,
      ({ textDocument: { uri }, position, context }): CompletionList | null => {
        const document = judged(uri);
        if (!document) return null;
        // Rule ids are those of the findings there; nothing else needs the text to be checked.
        if (isComment(document, uri, position.line)) documents.check();
        const found = suggestionsAt(document.workspace, uri, position, context?.triggerCharacter);
        return found ? listOf(found, uri, editor) : null;
      },
    ),
  );

  connection.onCompletionResolve(
    request<CompletionItem, CompletionItem>('documentation', { label: '' }, async (item) => {
      const data = item.data as Partial<Data> | undefined;
      const document = data?.uri === undefined ? undefined : judged(data.uri);
      if (!document || typeof data?.about !== 'string' || typeof data.date !== 'number') return item;
      const value = suggestionDocs(document.workspace, data.about, data.date, await loadProse());
      if (value === undefined) return item;
      return {
        ...item,
        documentation: editor.markdownSuggestions ? { kind: MarkupKind.Markdown, value } : plainText(value),
      };
    }),
  );

  // ------------------------------------------------------------------------------------------------------- Claims

  connection.onCodeLens(
    request('what stands above lines', null, ({ textDocument: { uri } }): CodeLens[] | null => {
      const document = judged(uri);
      if (!document) return null;
      documents.check();
      return claimLines(document.workspace, uri).map((line) => ({
        range: rangeOf(line, 0, line, 0),
        data: { uri, line },
      }));
    }),
  );

  connection.onCodeLensResolve(
    request<CodeLens, CodeLens>('what stands above a line', { range: rangeOf(0, 0, 0, 0) }, (lens) => {
      const { uri, line } = lens.data as { uri: string; line: number };
      const document = judged(uri);
      const claim = document && claimAt(document.workspace, uri, line);
      const title = claim && lensTitle(claim);
      const command: Command = title
        ? { title, command: BUILD_CLAIM, arguments: [uri, line] }
        : { title: (claim && whyNothing(claim)) ?? 'No line is to be built', command: '' };
      return { ...lens, command };
    }),
  );

  async function command(name: string, given: readonly unknown[]): Promise<void> {
    const [uri, line] = given;
    if (name !== BUILD_CLAIM || typeof uri !== 'string' || typeof line !== 'number') return;
    const document = judged(uri);
    const claim = document && claimAt(document.workspace, uri, line);
    if (!claim) {
      tell('Put the cursor into an encounter: its claim is built from its sessions.');
      return;
    }
    const offers = offersOf(claim);
    const offer = offers.find(({ kind }) => kind !== 'units');
    if (offer) await apply(document, offer.title, offer.edits);
    const remarks = remarksOn(claim);
    if (!offer && remarks === '') tell('The claim has every line that the sessions prove.');
    else if (remarks !== '')
      void ask(
        uri,
        line,
        remarks,
        offers.filter(({ kind }) => kind === 'units'),
      );
  }

  async function apply({ uri, version }: OpenDocument, label: string, edits: readonly TextEdit[]): Promise<void> {
    const held = editor.versionedEdits ? version : undefined;
    await connection.workspace.applyEdit({ label, edit: columns.given(workspaceEdit(uri, held, edits)) });
  }

  function tell(message: string): void {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }).catch(() => {});
  }

  /** What differs, with the steps that would set it right: each is taken only if the coder says so. */
  async function ask(uri: string, line: number, remarks: string, steps: readonly { title: string }[]): Promise<void> {
    if (steps.length === 0) {
      tell(remarks);
      return;
    }
    const answer = await connection.window
      .showInformationMessage(remarks, ...steps.map(({ title }) => ({ title })))
      .catch(() => undefined);
    const document = answer && judged(uri);
    // The text may have changed while the question stood.
    const claim = document && claimAt(document.workspace, uri, line);
    const step = claim && offersOf(claim).find(({ title }) => title === answer.title);
    if (step) await apply(document, step.title, step.edits);
  }

  return { command };
}

/** The steps toward a claim that the sessions prove, as actions at a place. */
export function claimActions(
  { workspace, uri }: OpenDocument,
  range: Range,
  edit: (edits: readonly TextEdit[]) => NonNullable<CodeAction['edit']>,
): CodeAction[] {
  if (!isClaimPlace(workspace, uri, range.start.line)) return [];
  const claim = claimAt(workspace, uri, range.start.line);
  if (!claim) return [];
  return offersOf(claim).map(({ title, edits }) => ({ title, kind: CLAIM_ACTION, edit: edit(edits) }));
}

function isComment(document: OpenDocument, uri: string, line: number): boolean {
  const file = document.workspace.files.get(uri);
  if (!file) return false;
  const { block, startLine } = file.blockAt(line);
  return block.lineText(line - startLine).includes('#');
}

function listOf(found: Suggestions, uri: string, editor: Editor): CompletionList {
  const range = rangeOf(found.line, found.start, found.line, found.end);
  const width = String(found.items.length).length;
  const items = found.items.filter(({ newText }) => editor.snippets || newText !== '');
  return {
    isIncomplete: found.incomplete,
    items: items.map((suggestion, index) =>
      itemOf(suggestion, suggestion.fromMargin ? rangeOf(found.line, 0, found.line, found.end) : range, {
        sortText: String(index).padStart(width, '0'),
        uri,
        date: found.date,
        editor,
      }),
    ),
  };
}

function itemOf(
  { label, kind, detail, filter, newText, snippet, again, also, about }: Suggestion,
  range: Range,
  { sortText, uri, date, editor }: { sortText: string; uri: string; date: number; editor: Editor },
): CompletionItem {
  const asSnippet = editor.snippets && snippet !== undefined;
  const item: CompletionItem = {
    label,
    kind: KINDS[kind],
    sortText,
    filterText: filter ?? label,
    textEdit: { range, newText: asSnippet ? snippet : newText },
  };
  if (detail) {
    if (editor.labelDetails) item.labelDetails = { description: detail };
    else item.detail = detail;
  }
  if (asSnippet) item.insertTextFormat = InsertTextFormat.Snippet;
  if (editor.linesAsTheyAre) item.insertTextMode = InsertTextMode.asIs;
  if (also) item.additionalTextEdits = editsOf(also);
  if (again && editor.suggestAgain !== undefined) item.command = { title: '', command: editor.suggestAgain };
  if (about !== undefined) item.data = { uri, about, date } satisfies Data;
  return item;
}
