/** Where the files of the opened folders come from: the disk itself, or the editor. */

/** What tells that a file is as it was. */
export interface Seen {
  /** In bytes. */
  readonly size: number;
  /** When its content was last changed, in milliseconds. Programs can set it. */
  readonly changed: number;
  /** When anything of it was last changed, its name and the time above included. No program can set it. */
  readonly touched: number;
}

export function isSame(a: Seen | undefined, b: Seen | undefined): boolean {
  return a !== undefined && b !== undefined && a.size === b.size && a.changed === b.changed && a.touched === b.touched;
}

export interface Listed {
  readonly uri: string;
  /** Nothing where only reading the file tells. */
  readonly seen: Seen | undefined;
}

export type FileContent =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number; readonly seen: Seen | undefined }
  | { readonly kind: 'too-large'; readonly bytes: number }
  /** `why` in words: no permission to read it. */
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'gone' };

/** Reads files of one kind of folder. No call throws, and none waits for a disk on the server's thread. */
export interface FolderReader {
  /** The encounter files below a folder, told in pieces, each time in the same order. @param folder ends with `/`. */
  list(folder: string, tell: (files: readonly Listed[]) => void, isOver: () => boolean): Promise<void>;
  look(uri: string): Promise<Seen | 'folder' | 'gone' | 'unknown'>;
  read(uri: string, mostBytes: number): Promise<FileContent>;
}

/**
 * One spelling for the URI of a file: editors differ in what they write as `%3A` and in the case of a drive.
 * Not a URI: only to be compared.
 */
export function nameOf(uri: string): string {
  let name = uri;
  if (uri.includes('%'))
    try {
      name = decodeURIComponent(uri);
    } catch {
      // Not well formed: compared as it stands.
    }
  return name.replace(/^file:\/\/\/([A-Za-z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}

/** What the editor does for the server where it can, as it says when it starts the server. */
export interface EditorFiles {
  /** It lists the files below a folder, without those that its user leaves out. */
  readonly lists: boolean;
  /** It reads files, of whatever file system. */
  readonly reads: boolean;
}

export const LIST_FILES = 'encounter/listFiles';
export const READ_FILE = 'encounter/readFile';

export type Ask = (method: string, params: unknown) => Promise<unknown>;

/** Reads through the editor: for folders that no disk holds, and in a web worker. */
export function editorReader(ask: Ask): FolderReader {
  return {
    async list(folder, tell, isOver) {
      const files = await listByEditor(ask, folder);
      if (!isOver()) tell(files.map((uri) => ({ uri, seen: undefined })));
    },
    look: () => Promise.resolve('unknown'),
    async read(uri, mostBytes) {
      try {
        return contentOf(await ask(READ_FILE, { uri, mostBytes }));
      } catch {
        return { kind: 'unreadable', why: 'it cannot be read' };
      }
    },
  };
}

/** The URIs of the encounter files below a folder, as the editor knows them. */
export async function listByEditor(ask: Ask, folder: string): Promise<string[]> {
  const files = await ask(LIST_FILES, { folder }).catch(() => []);
  return Array.isArray(files) ? files.filter((uri) => typeof uri === 'string') : [];
}

function contentOf(given: unknown): FileContent {
  const { text, tooLarge, why } = (given ?? {}) as { text?: unknown; tooLarge?: unknown; why?: unknown };
  if (typeof text === 'string') return { kind: 'text', text, bytes: text.length, seen: undefined };
  if (typeof tooLarge === 'number') return { kind: 'too-large', bytes: tooLarge };
  return typeof why === 'string' ? { kind: 'unreadable', why } : { kind: 'gone' };
}
