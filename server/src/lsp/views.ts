/** Wiring of what shows a file at a glance and leads around in it: hints, outline, folds, references, rename. */

import {
  type CancellationToken,
  type Connection,
  type DocumentLink,
  type DocumentSymbol,
  FoldingRangeKind,
  type InlayHint,
  type Location,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  type Range,
  ResponseError,
  type SelectionRange,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Stretch } from '../features/code-actions';
import { type OutlineEntry, outlineOf } from '../features/document-symbols';
import { type Fold, foldsOf } from '../features/folding';
import { inlayHintsIn } from '../features/inlay-hints';
import { ruleLinksOf } from '../features/links';
import { definitionAt, highlightsAt, referencesAt } from '../features/references';
import { type FileEdits, plainName, Refusal, renamableAt, renameAt } from '../features/rename';
import { selectionsAt } from '../features/selection';
import { colouredTokensIn, encoded } from '../features/semantic-tokens';
import type { Spot } from '../features/stretch';
import { targetAt } from '../features/target';
import { MOST_PLACES, type NamedPlace, placesNamed } from '../features/workspace-symbols';
import type { Editor } from './capabilities';
import type { Columns } from './columns';
import { editsOf, rangeOf } from './convert';
import type { Documents, OpenDocument } from './documents';
import type { Folder } from './folder';
import type { ServerSettings } from './settings';

export interface ViewsOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly columns: Columns;
  readonly editor: Editor;
  readonly settings: () => ServerSettings;
  /** Stands before every answer: refuses what comes too early or too late, and turns a fault into nothing. */
  readonly request: <P, R>(
    name: string,
    nothing: R,
    answer: (params: P, token: CancellationToken) => R | Promise<R>,
  ) => (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;
}

const EVERYWHERE: Stretch = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };
const NOT_ALL_READ =
  'Not all files of the folder are read, so a rename would miss some. Read the rest of the folder first.';
const NO_NAME = 'Only the id of a patient, and the name of a clinician or assistant, can be renamed.';

/** Reads closed files for what leads around in them. */
interface WithFolder {
  readonly folder: Pick<Folder, 'progress' | 'isSettled' | 'readNaming' | 'readWhole'>;
}

export function serveViews({
  connection,
  documents,
  columns,
  editor,
  settings,
  request,
  folder,
}: ViewsOptions & WithFolder): {
  /** Has the editor ask for hints and colours again: they hang on more than the text it shows. */
  refresh(): void;
} {
  const judged = (uri: string): OpenDocument | undefined => {
    const document = documents.get(uri);
    return document?.standing === 'judged' ? document : undefined;
  };

  // ------------------------------------------------------------------------------------------------- At a glance

  connection.languages.inlayHint.on(
    request('a request for hints', null, ({ textDocument: { uri }, range }): InlayHint[] | null => {
      const document = judged(uri);
      if (!document) return null;
      const { 'inlayHints.sessionMinutes': sessionMinutes, 'inlayHints.supportedUnits': supportedUnits } = settings();
      return inlayHintsIn(document.workspace, uri, range, { sessionMinutes, supportedUnits }).map(
        ({ line, character, label, tooltip }) => ({
          position: { line, character },
          label,
          paddingLeft: true,
          ...(tooltip !== undefined && editor.markdown
            ? { tooltip: { kind: MarkupKind.Markdown, value: tooltip } }
            : {}),
        }),
      );
    }),
  );

  connection.onDocumentSymbol(
    request(
      'a request for the outline',
      null,
      ({ textDocument: { uri } }): DocumentSymbol[] | SymbolInformation[] | null => {
        const document = documents.get(uri);
        if (!document) return null;
        const entries = outlineOf(document.workspace, uri);
        return editor.outlineTree ? treeOf(entries) : entries.flatMap((entry) => flat(entry, uri, ''));
      },
    ),
  );

  connection.onFoldingRanges(
    request('a request for folds', null, ({ textDocument: { uri } }) => {
      const document = documents.get(uri);
      return document ? foldsOf(document.workspace, uri, editor.mostFolds).map(foldOf) : null;
    }),
  );

  connection.onSelectionRanges(
    request('a request for selections', null, ({ textDocument: { uri }, positions }) => {
      const document = documents.get(uri);
      if (!document) return null;
      return positions.map((position) => chained(selectionsAt(document.workspace, uri, position), position));
    }),
  );

  connection.onDocumentHighlight(
    request('a request for the same', null, ({ textDocument: { uri }, position }) => {
      const document = documents.get(uri);
      return document
        ? highlightsAt(document.workspace, uri, position).map((spot) => ({ range: lineRange(spot) }))
        : null;
    }),
  );

  function coloursOf(uri: string, range: Stretch): { data: number[] } {
    const document = judged(uri);
    if (!document) return { data: [] };
    const tokens = colouredTokensIn(document.workspace, uri, range);
    return { data: encoded(tokens.map((token) => columns.givenToken(uri, token))) };
  }

  connection.languages.semanticTokens.on(
    request('a request for all colours', { data: [] }, ({ textDocument: { uri } }) => coloursOf(uri, EVERYWHERE)),
  );

  connection.languages.semanticTokens.onRange(
    request('a request for colours', { data: [] }, ({ textDocument: { uri }, range }) => coloursOf(uri, range)),
  );

  // ------------------------------------------------------------------------------------------------- Getting around

  /** Waits until every file is read that names what stands at a place. */
  async function readNamed(uri: string, position: Position, newName?: string): Promise<void> {
    const document = documents.get(uri);
    const target = document && targetAt(document.workspace, uri, position);
    if (target?.kind !== 'name') return;
    const { of: kind, name } = target;
    const names = newName === undefined ? [name] : [name, plainName(newName)];
    await folder.readNaming(names.map((one) => ({ kind, name: one })));
  }

  connection.onDefinition(
    request('a request for a definition', null, async ({ textDocument: { uri }, position }) => {
      // While the folder is read, what there is so far is better than nothing.
      if (folder.isSettled) await readNamed(uri, position);
      const document = documents.get(uri);
      return document ? definitionAt(document.workspace, uri, position).map(locationOf) : null;
    }),
  );

  connection.onReferences(
    request('a request for references', null, async ({ textDocument: { uri }, position, context }, token) => {
      await unless(token, readNamed(uri, position));
      const document = documents.get(uri);
      if (!document) return null;
      return referencesAt(document.workspace, uri, position, context.includeDeclaration).map(locationOf);
    }),
  );

  connection.onPrepareRename(
    request('a question about renaming', null, ({ textDocument: { uri }, position }) => {
      const document = judged(uri);
      if (!document) return null;
      const found = renamableAt(document.workspace, uri, position);
      if (!found) throw new ResponseError(LSPErrorCodes.RequestFailed, NO_NAME);
      return { range: lineRange(found.spot), placeholder: found.name };
    }),
  );

  connection.onRenameRequest(
    request('a rename', null, async ({ textDocument: { uri }, position, newName }, token) => {
      const version = documents.get(uri)?.version;
      await unless(token, readNamed(uri, position, newName));
      const document = judged(uri);
      if (!document) return null;
      if (document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
      if (documents.isInside(uri) && folder.progress.state === 'partly')
        throw new ResponseError(LSPErrorCodes.RequestFailed, NOT_ALL_READ);
      const edits = renameAt(document.workspace, uri, position, newName);
      if (!edits) throw new ResponseError(LSPErrorCodes.RequestFailed, NO_NAME);
      if (edits instanceof Refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, edits.message);
      return editOfFiles(edits, editor.versionedEdits ? documents : undefined);
    }),
  );

  connection.onWorkspaceSymbol(
    request('a search by name', [], async ({ query }, token): Promise<SymbolInformation[]> => {
      await unless(token, folder.readWhole());
      const places: SymbolInformation[] = [];
      for (const workspace of documents.workspaces()) {
        if (places.length >= MOST_PLACES) break;
        places.push(...placesNamed(workspace, query).map(informationOf));
      }
      return places.slice(0, MOST_PLACES);
    }),
  );

  connection.onDocumentLinks(
    request('a request for links', null, ({ textDocument: { uri } }): DocumentLink[] | null => {
      const document = judged(uri);
      const page = editor.rulePage;
      if (!document || page === undefined) return null;
      return ruleLinksOf(document.workspace, uri).map(({ line, start, end, rule }) => ({
        range: rangeOf(line, start, line, end),
        target: page.replace('{rule}', rule),
        ...(editor.linkTooltips ? { tooltip: `What ${rule} finds, and why` } : {}),
      }));
    }),
  );

  // ------------------------------------------------------------------------------------------------- Asking again

  const hints = asker(() => connection.languages.inlayHint.refresh());
  const colours = asker(() => connection.languages.semanticTokens.refresh());
  function refresh(): void {
    if (editor.refreshesHints) hints();
    if (editor.refreshesColours) colours();
  }
  return { refresh };
}

/** Waits, unless the editor takes its question back. */
export async function unless(token: CancellationToken, ready: Promise<void>): Promise<void> {
  const cancelled = new Promise<void>((_, reject) => {
    token.onCancellationRequested(() => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')));
  });
  await Promise.race([ready, cancelled]);
}

/** Asks, and while the answer is awaited keeps what is asked meanwhile as one more question. */
function asker(ask: () => Promise<void>): () => void {
  let asking = false;
  let again = false;
  return function next(): void {
    again = asking;
    if (asking) return;
    asking = true;
    ask()
      .catch(() => {})
      .finally(() => {
        asking = false;
        if (again) next();
      });
  };
}

// ------------------------------------------------------------------------------------------------------- In protocol terms

const KINDS: Readonly<Record<OutlineEntry['kind'] | NamedPlace['kind'], SymbolKind>> = {
  run: SymbolKind.Namespace,
  encounter: SymbolKind.Class,
  session: SymbolKind.Field,
  claim: SymbolKind.Number,
  patient: SymbolKind.Class,
  person: SymbolKind.Interface,
};

const TREES = new WeakMap<readonly OutlineEntry[], DocumentSymbol[]>();

/** For the same entries the same tree, frozen: it is written out once. */
function treeOf(entries: readonly OutlineEntry[]): DocumentSymbol[] {
  let tree = TREES.get(entries);
  if (!tree) {
    tree = entries.map(symbolOf);
    Object.freeze(tree);
    TREES.set(entries, tree);
  }
  return tree;
}

function symbolOf({ kind, name, detail, range, selection, children }: OutlineEntry): DocumentSymbol {
  return {
    name,
    detail,
    kind: KINDS[kind],
    range: stretchRange(range),
    selectionRange: stretchRange(selection),
    children: children.map(symbolOf),
  };
}

function flat(
  { kind, name, detail, range, children }: OutlineEntry,
  uri: string,
  container: string,
): SymbolInformation[] {
  const label = kind === 'encounter' ? `${name} ${detail}` : name;
  const own: SymbolInformation = {
    name: label,
    kind: KINDS[kind],
    location: { uri, range: stretchRange(range) },
    ...(container === '' ? {} : { containerName: container }),
  };
  return [own, ...children.flatMap((child) => flat(child, uri, label))];
}

function informationOf({ kind, name, container, spot }: NamedPlace): SymbolInformation {
  return {
    name,
    kind: KINDS[kind],
    location: locationOf(spot),
    ...(container === '' ? {} : { containerName: container }),
  };
}

function foldOf({ start, end, kind }: Fold) {
  const range = { startLine: start, endLine: end };
  return kind === 'comment' ? { ...range, kind: FoldingRangeKind.Comment } : range;
}

function chained(stretches: readonly Stretch[], position: Stretch['start']): SelectionRange {
  let chain: SelectionRange | undefined;
  for (const stretch of [...stretches].reverse()) {
    const range = stretchRange(stretch);
    chain = chain ? { range, parent: chain } : { range };
  }
  return chain ?? { range: { start: position, end: position } };
}

/** @param versions of the documents that are open, where the editor can hold to them. */
function editOfFiles(files: readonly FileEdits[], versions: Documents | undefined): WorkspaceEdit {
  if (!versions) return { changes: Object.fromEntries(files.map(({ path, edits }) => [path, editsOf(edits)])) };
  const documentChanges = files.map(
    ({ path: uri, edits }): TextDocumentEdit => ({
      textDocument: { uri, version: versions.get(uri)?.version ?? null },
      edits: editsOf(edits),
    }),
  );
  return { documentChanges };
}

function locationOf(spot: Spot): Location {
  return { uri: spot.path, range: lineRange(spot) };
}

function lineRange({ line, start, end }: Spot): Range {
  return rangeOf(line, start, line, end);
}

function stretchRange({ start, end }: Stretch): Range {
  return { start: { ...start }, end: { ...end } };
}
