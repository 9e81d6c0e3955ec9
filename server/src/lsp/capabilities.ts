/**
 * What an editor can do, and what it is offered in return: all that is needed to answer `initialize`. The checker is
 * loaded after that answer, so nothing in here may import it.
 */

import {
  CodeActionKind,
  FileOperationPatternKind,
  type FileOperationRegistrationOptions,
  type InitializeParams,
  InsertTextMode,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, TRIGGERS } from '../features/announced';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.encounter`;
/** Writes or completes the claim of an encounter. Arguments: the file's URI, and a line of the encounter. */
export const BUILD_CLAIM = 'encounter.buildClaim';
/** Reads what was left of the opened folders when reading was stopped; stops it; removes what is kept of them. */
export const READ_FOLDER = 'encounter.readFolder';
export const STOP_READING = 'encounter.stopReadingFolder';
export const CLEAR_CACHE = 'encounter.clearCache';
export const CLAIM_ACTION = `${CodeActionKind.RefactorRewrite}.claim`;

/** How columns are counted: by bytes of UTF-8, by UTF-16 units as in our own code, or by characters. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** What the editor can do, as far as it matters here. */
export interface Editor {
  readonly encoding: Encoding;
  /** It asks for findings; else they are sent to it. */
  readonly pulls: boolean;
  /** It can be told to ask for findings again. */
  readonly refreshes: boolean;
  /** It shows other places that a finding speaks of. */
  readonly related: boolean;
  /** It shows a link on the id of a finding. */
  readonly findingLinks: boolean;
  /** Findings that are sent may name the version they are of. */
  readonly versionedFindings: boolean;
  /** Edits may name the version they are for. */
  readonly versionedEdits: boolean;
  readonly markdown: boolean;
  readonly literalActions: boolean;
  /** It can be asked for settings. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  /** It says when a file is saved. */
  readonly saves: boolean;
  /** The person trusts the opened folders. An editor that knows no such thing says nothing of it. */
  readonly trusted: boolean;
  readonly watchesFiles: boolean;
  readonly folderChanges: boolean;
  /** It tells of folders that its user moves and makes. */
  readonly movesFolders: boolean;
  /** It wants to hear how the checker is doing, with `encounter/status`. */
  readonly status: boolean;
  /** Where the page of a rule is, with `{rule}` for its id; nothing where the editor has none. */
  readonly rulePage: string | undefined;
  /** It shows entries within entries in the outline. */
  readonly outlineTree: boolean;
  /** It draws no more folds than this. */
  readonly mostFolds: number | undefined;
  readonly refreshesHints: boolean;
  readonly refreshesColours: boolean;
  /** It asks for the colours of a stretch; else it wants those of the whole file. */
  readonly coloursByRange: boolean;
  /** It asks before a rename whether there is something to rename. */
  readonly asksToRename: boolean;
  readonly linkTooltips: boolean;
  readonly snippets: boolean;
  readonly markdownSuggestions: boolean;
  /** It shows a few words beside a suggestion. */
  readonly labelDetails: boolean;
  /** Text of several lines can be taken as it stands, without an indent of the editor's. */
  readonly linesAsTheyAre: boolean;
  /** Its command that asks for suggestions, run where one is followed by another. */
  readonly suggestAgain: string | undefined;
  readonly appliesEdits: boolean;
}

/** Our own options, as an editor gives them at the start. */
interface Given {
  readonly rulePage?: unknown;
  readonly suggestAgain?: unknown;
  readonly status?: unknown;
  readonly trusted?: unknown;
}

export function editorOf({ capabilities, initializationOptions }: InitializeParams): Editor {
  const { textDocument, workspace, general } = capabilities;
  const given: Given = (initializationOptions as Given | null | undefined) ?? {};
  const pulls = textDocument?.diagnostic !== undefined;
  const sent = textDocument?.publishDiagnostics;
  const asked = textDocument?.diagnostic;
  const item = textDocument?.completion?.completionItem;
  const { rulePage, suggestAgain } = given;
  return {
    encoding: encodingOf(general?.positionEncodings),
    pulls,
    refreshes: workspace?.diagnostics?.refreshSupport ?? false,
    related: (pulls ? (asked?.relatedInformation ?? sent?.relatedInformation) : sent?.relatedInformation) ?? false,
    findingLinks:
      (pulls ? (asked?.codeDescriptionSupport ?? sent?.codeDescriptionSupport) : sent?.codeDescriptionSupport) ?? false,
    versionedFindings: sent?.versionSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    configuration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    saves: textDocument?.synchronization?.didSave ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    folderChanges: workspace?.workspaceFolders ?? false,
    movesFolders: workspace?.fileOperations?.didRename ?? false,
    status: given.status === true,
    trusted: given.trusted !== false,
    rulePage: typeof rulePage === 'string' && rulePage.includes('{rule}') ? rulePage : undefined,
    outlineTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    mostFolds: textDocument?.foldingRange?.rangeLimit,
    refreshesHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshesColours: workspace?.semanticTokens?.refreshSupport ?? false,
    coloursByRange: Boolean(textDocument?.semanticTokens?.requests.range),
    asksToRename: textDocument?.rename?.prepareSupport ?? false,
    linkTooltips: textDocument?.documentLink?.tooltipSupport ?? false,
    snippets: item?.snippetSupport ?? false,
    markdownSuggestions: item?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    labelDetails: item?.labelDetailsSupport ?? false,
    linesAsTheyAre: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) ?? false,
    suggestAgain: typeof suggestAgain === 'string' ? suggestAgain : undefined,
    appliesEdits: workspace?.applyEdit ?? false,
  };
}

/** The editor's first choice of those that we know. */
function encodingOf(offered: readonly string[] = []): Encoding {
  return offered.find((kind) => kind === 'utf-8' || kind === 'utf-16' || kind === 'utf-32') ?? 'utf-16';
}

/** Files are watched one by one; a folder that comes with files in it may be told of as one thing. */
const FOLDERS: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**', matches: FileOperationPatternKind.folder } }],
};

export function capabilitiesFor(editor: Editor): ServerCapabilities {
  return {
    positionEncoding: editor.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: {
      triggerCharacters: [...TRIGGERS],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    ...(editor.literalActions
      ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CLAIM_ACTION, FIX_ALL] } }
      : {}),
    ...(editor.appliesEdits ? { codeLensProvider: { resolveProvider: true } } : {}),
    executeCommandProvider: {
      commands: [...(editor.appliesEdits ? [BUILD_CLAIM] : []), READ_FOLDER, STOP_READING, CLEAR_CACHE],
    },
    ...(editor.rulePage === undefined ? {} : { documentLinkProvider: {} }),
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    renameProvider: editor.asksToRename ? { prepareProvider: true } : true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      range: true,
      full: !editor.coloursByRange,
    },
    ...(editor.pulls
      ? {
          diagnosticProvider: { identifier: 'encounter', interFileDependencies: true, workspaceDiagnostics: true },
        }
      : {}),
    workspace: {
      ...(editor.folderChanges ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
      ...(editor.movesFolders ? { fileOperations: { didRename: FOLDERS, didCreate: FOLDERS } } : {}),
    },
  };
}
