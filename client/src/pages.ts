import {
  commands,
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  type Tab,
  TabInputCustom,
  TabInputText,
  type TextDocumentShowOptions,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Ask } from './requests';

/** Pages of the guidance have addresses of this scheme: `encounter-guidance:/rule/missing-59.md`. */
export const pageScheme = 'encounter-guidance';
const kinds = ['rule', 'code', 'modifier', 'payer', 'passage', 'conflict', 'source'];
const renderedMarkdown = 'vscode.markdown.preview.editor';

/** What the server writes as the address of a rule's page, with `{rule}` for its id. */
export const rulePageAddress = `${pageScheme}:/rule/{rule}.md`;

export function pageUri(kind: string, id: string): Uri {
  return Uri.from({ scheme: pageScheme, path: `/${kind}/${id}.md` });
}

/** Opens a page as it is to be read: rendered. */
export async function openPage(uri: Uri, options: TextDocumentShowOptions = {}): Promise<void> {
  await commands.executeCommand('vscode.openWith', uri, renderedMarkdown, options);
}

/** The pages that are open, as addresses. */
export function openPages(): ReadonlySet<string> {
  return new Set(pageTabs().map(([uri]) => uri));
}

/** Closes every page but these. */
export async function closePagesBut(kept: ReadonlySet<string>): Promise<void> {
  const tabs = pageTabs().filter(([uri]) => !kept.has(uri));
  if (tabs.length === 0) return;
  await window.tabGroups.close(
    tabs.map(([, tab]) => tab),
    true,
  );
}

function pageTabs(): [uri: string, tab: Tab][] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap((tab): [string, Tab][] => {
      const { input } = tab;
      const isPage =
        (input instanceof TabInputCustom || input instanceof TabInputText) && input.uri.scheme === pageScheme;
      return isPage ? [[input.uri.toString(), tab]] : [];
    });
}

/**
 * The pages as files that can only be read. A file system, and not a text document alone, so that the links of the
 * rendered pages are followed, and a page that was left open is there again when the window is.
 */
export class Pages extends Disposable implements FileSystemProvider {
  readonly #ask: Ask;
  readonly #registered: Disposable;
  readonly #didChange = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#didChange.event;

  constructor(ask: Ask) {
    super(() => {
      this.#registered.dispose();
      this.#didChange.dispose();
    });
    this.#ask = ask;
    this.#registered = workspace.registerFileSystemProvider(pageScheme, this, {
      isCaseSensitive: true,
      isReadonly: true,
    });
  }

  async stat(uri: Uri): Promise<FileStat> {
    const times = { ctime: 0, mtime: 0, permissions: FilePermission.Readonly };
    if (isFolder(uri)) return { ...times, type: FileType.Directory, size: 0 };
    return { ...times, type: FileType.File, size: (await this.readFile(uri)).byteLength };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const [, kind = '', id = ''] = /^\/([a-z]+)\/([^/]+)\.md$/.exec(uri.path) ?? [];
    const page = await this.#ask.page(kind, id).catch(() => {
      throw FileSystemError.Unavailable(l10n.t('Encounter is not running'));
    });
    if (!page) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(page.markdown);
  }

  readDirectory(uri: Uri): [string, FileType][] {
    if (uri.path === '/') return kinds.map((kind) => [kind, FileType.Directory]);
    return [];
  }

  watch(): Disposable {
    return new Disposable(() => {});
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}

function isFolder({ path }: Uri): boolean {
  return path === '/' || kinds.some((kind) => path === `/${kind}`);
}
