import {
  type CancellationToken,
  Disposable,
  type Event,
  EventEmitter,
  FileSystemError,
  FileType,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FolderProgress } from '../../server/src/lsp/folder';
import { documentSelector } from './documents';

/** Folders looked into one by one, where the editor has no search for a file system. */
const MOST_FOLDERS = 500;

/** The files of the opened folders, for the server that checks them; and an entry behind the `{}` that says how far it is. */
export class FolderReading extends Disposable {
  readonly #didChange = new EventEmitter<FolderProgress>();
  #item: LanguageStatusItem | undefined;
  #progress: FolderProgress | undefined;

  constructor() {
    super(() => {
      this.#item?.dispose();
      this.#didChange.dispose();
    });
  }

  get progress(): FolderProgress | undefined {
    return this.#progress;
  }

  get onDidChange(): Event<FolderProgress> {
    return this.#didChange.event;
  }

  /** Answers a server that has just been made. */
  serve(client: BaseLanguageClient): void {
    client.onRequest('encounter/listFiles', ({ folder }: { folder: string }, token: CancellationToken) =>
      listFiles(Uri.parse(folder), token),
    );
    client.onRequest('encounter/readFile', ({ uri, mostBytes }: { uri: string; mostBytes: number }) =>
      readFile(Uri.parse(uri), mostBytes),
    );
    client.onNotification('encounter/folder', (progress: FolderProgress) => {
      this.#progress = progress;
      this.#show(progress);
      this.#didChange.fire(progress);
    });
  }

  #show(progress: FolderProgress): void {
    if (!workspace.workspaceFolders) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= languages.createLanguageStatusItem('encounter.folder', documentSelector);
    this.#item.name = l10n.t('Encounter: folder');
    Object.assign(this.#item, described(progress));
  }
}

type Described = Pick<LanguageStatusItem, 'text' | 'detail' | 'severity' | 'busy' | 'command'>;

function described({ state, files, checked, toRead, done }: FolderProgress): Described {
  const { Information, Warning } = LanguageStatusSeverity;
  const number = (n: number) => n.toLocaleString();
  switch (state) {
    case 'off':
      return shown(l10n.t('Only open files are checked'), Information, {
        title: l10n.t('Change'),
        command: 'workbench.action.openSettings',
        arguments: ['encounter.checkFolder'],
      });
    case 'reading':
      return {
        ...shown(
          toRead > 0
            ? l10n.t('Reading the folder: {0} of {1} files', number(done), number(toRead))
            : l10n.t('Looking through the folder'),
          Information,
          { title: l10n.t('Stop'), command: 'encounter.stopReadingFolder' },
        ),
        busy: true,
      };
    case 'read':
      return shown(
        files === 1
          ? l10n.t('1 file in the folder is checked')
          : l10n.t('{0} files in the folder are checked', number(files)),
        Information,
      );
    case 'partly':
      return {
        ...shown(l10n.t('The folder is only partly read: {0} of {1} files', number(checked), number(files)), Warning, {
          title: l10n.t('Read the Rest'),
          command: 'encounter.readFolder',
        }),
        detail: l10n.t('What hangs on the other files is not found.'),
      };
  }
}

function shown(text: string, severity: LanguageStatusSeverity, command?: Described['command']): Described {
  return { text, detail: '', severity, busy: false, command };
}

/** The encounter files below a folder, without those that the person leaves out of searches. */
async function listFiles(folder: Uri, token: CancellationToken): Promise<string[]> {
  const left = workspace.getConfiguration('search', folder).get<Record<string, unknown>>('exclude') ?? {};
  const patterns = Object.keys(left).filter((pattern) => left[pattern] === true);
  // What `files.exclude` names is left out in any case.
  const excluded = patterns.length > 1 ? `{${patterns.join(',')}}` : patterns[0];
  const found = await workspace.findFiles(
    new RelativePattern(folder, '**/*.{encounter,ENCOUNTER}'),
    excluded,
    undefined,
    token,
  );
  if (found.length > 0 || folder.scheme === 'file') return found.map(String);
  // Not every file system has a search.
  return walk(folder, token);
}

async function walk(top: Uri, token: CancellationToken): Promise<string[]> {
  const files: string[] = [];
  const folders = [top];
  for (let looked = 0; looked < MOST_FOLDERS && !token.isCancellationRequested; looked++) {
    const folder = folders.shift();
    if (!folder) break;
    const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
    for (const [name, type] of entries) {
      if (type === FileType.File && /\.encounter$/i.test(name)) files.push(Uri.joinPath(folder, name).toString());
      else if (type === FileType.Directory && !name.startsWith('.') && name !== 'node_modules')
        folders.push(Uri.joinPath(folder, name));
    }
  }
  return files;
}

type Content = { readonly text: string } | { readonly tooLarge: number } | { readonly why: string } | null;

/** The text of a file, or why there is none; nothing where the file is gone. */
async function readFile(uri: Uri, mostBytes: number): Promise<Content> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > mostBytes) return { tooLarge: size };
    return { text: new TextDecoder('utf-8').decode(await workspace.fs.readFile(uri)) };
  } catch (error) {
    const code = error instanceof FileSystemError ? error.code : '';
    if (code === 'FileNotFound') return null;
    return { why: code === 'NoPermissions' ? l10n.t('no permission to read it') : l10n.t('it cannot be read') };
  }
}
