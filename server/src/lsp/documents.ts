/**
 * The files at hand, each in the workspace it is judged in: the open documents, and the closed files of the opened folders
 * as far as they were read. Files below the opened folders are judged together, as far as they have one configuration; a
 * file outside them, or one without a folder, by itself. The text lives in the workspace alone, and an open document's
 * counts, not the disk's.
 */

import type { Block } from '../engine/block';
import type { Position } from '../engine/file';
import { Workspace, type WorkspaceOptions } from '../engine/workspace';
import type { RuleId } from '../rules/kit/ids';
import type { Rule } from '../rules/kit/rule';
import type { Configs } from './configs';
import type { Report } from './convert';
import { type FileContent, nameOf } from './folder-files';
import { isForeign } from './schemes';

export type Standing =
  | 'judged'
  /** Gets no findings: see schemes.ts. */
  | 'foreign'
  | 'too-large'
  /** A fault lost its text; opening it again brings it back. */
  | 'lost';

export class OpenDocument {
  standing: Standing = 'judged';
  /** Its findings may be other than those of `report`. */
  stale = true;
  /** Its report names lines of other files, which move where those are edited. */
  namesOthers = false;
  /** At most so many bytes of UTF-8. */
  bytes = 0;

  constructor(
    readonly uri: string,
    public version: number,
    public workspace: Workspace,
  ) {}

  get megabytes(): number {
    return this.bytes / MEGABYTE;
  }
}

/** A file of the opened folders that is not open. Its text is in its workspace, as long as it is judged. */
export class ClosedFile {
  standing:
    | 'judged'
    | 'too-large'
    | 'unreadable'
    /** As it was when it was judged last, and not judged again: what is said of it is at hand. */
    | 'told' = 'judged';
  report: Report | undefined;
  /** It is taken in piece by piece, and not whole yet. */
  filling = false;
  megabytes = 0;
  /** Why it cannot be read, in words. */
  why = '';
  /**
   * Patient-days of it that share a clinician or patient with files that were not read, since nothing is found in them:
   * so nothing is said of these days here.
   */
  quiet: ReadonlySet<string> | undefined;

  constructor(
    readonly uri: string,
    /** Nothing where it is not judged. */
    public workspace: Workspace | undefined,
  ) {}

  says(block: Block): boolean {
    return this.quiet === undefined || !this.quiet.has(block.dayKey);
  }
}

/** The text of a closed file, or what else is said of it. */
export type ClosedContent =
  | string
  | Exclude<FileContent, { kind: 'text' | 'gone' }>
  | { readonly kind: 'told'; readonly report: Report };

/** A change as an editor sends it: of a range, or of the whole text. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export interface DocumentsOptions {
  readonly rules: readonly Rule[];
  readonly configs: Configs;
  /** Today as yyyymmdd. */
  readonly today: () => number;
  /** A rule threw. */
  readonly onFault: (rule: RuleId, error: unknown) => void;
  /** Something else threw. */
  readonly onTrouble: (where: string, error: unknown) => void;
  /** Whoever reads the opened folders. */
  readonly folder?: FolderWatcher;
  /** How many bytes a text has in UTF-8; without it they are counted here. */
  readonly utf8Length?: (text: string) => number;
}

/** Told what happens to open documents and to what was read of the folders. */
export interface FolderWatcher {
  /** Whether a file that is closed goes on being judged, by what the disk holds. */
  keeps(uri: string): boolean;
  onOpen(uri: string): void;
  onChange(uri: string): void;
  /** A document that `keeps` said yes to: its last text counts until the disk's is there. */
  onClose(uri: string): void;
  /** All closed files were let go, since they are judged otherwise now. */
  onRebuild(): void;
}

const MEGABYTE = 1024 * 1024;

export class Documents {
  private readonly open = new Map<string, OpenDocument>();
  /** By `nameOf`, and so are the names of the open documents. */
  private readonly closed = new Map<string, ClosedFile>();
  private readonly openNames = new Map<string, OpenDocument>();
  /** Closed files whose findings may be other than before. */
  private staleClosed = new Set<ClosedFile>();
  private readonly changed = new Set<Workspace>();
  private folders: readonly string[] = [];
  private limit = 50 * MEGABYTE;
  private today: number;
  /** The workspaces of the opened folders, by configuration. */
  private readonly shared = new Map<string, Workspace>();

  constructor(private readonly options: DocumentsOptions) {
    this.today = options.today();
  }

  get size(): number {
    return this.open.size;
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  all(): Iterable<OpenDocument> {
    return this.open.values();
  }

  /** Everything that is judged, each workspace once. */
  workspaces(): Set<Workspace> {
    const all = new Set(this.shared.values());
    for (const { standing, workspace } of this.open.values()) if (standing === 'judged') all.add(workspace);
    return all;
  }

  /** What the workspace of a judged document is made with. */
  workspaceOptions(uri: string): WorkspaceOptions {
    return this.optionsBy(this.isInside(uri) ? this.options.configs.keyOf(uri) : '');
  }

  /** @param key of a configuration; `''` for the editor's settings alone. */
  private optionsBy(key: string): WorkspaceOptions {
    const { rules, onFault, configs } = this.options;
    return { rules, onFault, ...configs.optionsBy(key, this.today) };
  }

  private newWorkspace(judged = true): Workspace {
    const options = this.optionsBy('');
    return new Workspace(judged ? options : { ...options, rules: [] });
  }

  /** The workspace of the opened folders that a document belongs in; nothing for one outside them. */
  private sharedFor(uri: string): Workspace | undefined {
    if (!this.isInside(uri)) return undefined;
    const key = this.options.configs.keyOf(uri);
    let workspace = this.shared.get(key);
    if (!workspace) {
      workspace = new Workspace(this.optionsBy(key));
      this.shared.set(key, workspace);
    }
    return workspace;
  }

  private isShared(workspace: Workspace): boolean {
    for (const one of this.shared.values()) if (one === workspace) return true;
    return false;
  }

  // ------------------------------------------------------------------------------------------------------- Changes

  didOpen(uri: string, version: number, text: string): void {
    this.letGo(uri);
    const name = nameOf(uri);
    const before = this.closed.get(name);
    this.closed.delete(name);
    if (before) this.staleClosed.delete(before);
    const document = new OpenDocument(uri, version, this.newWorkspace(false));
    this.open.set(uri, document);
    this.openNames.set(name, document);
    this.put(document, text);
    // It stood there under another spelling, or in another standing: it must not count twice.
    if (before && (before.uri !== uri || before.workspace !== document.workspace)) this.removeFrom(before);
    this.options.folder?.onOpen(uri);
  }

  didChange(uri: string, version: number, changes: readonly Change[]): void {
    const document = this.open.get(uri);
    if (!document) return;
    document.version = version;
    document.stale = true;
    for (const { range, text } of changes) {
      if (!range) {
        this.leave(document);
        this.put(document, text);
        continue;
      }
      if (document.standing === 'lost') continue;
      try {
        document.workspace.edit(uri, { start: range.start, end: range.end, newText: text });
        this.changed.add(document.workspace);
      } catch (error) {
        this.options.onTrouble('reading a change', error);
        this.lose(document);
        continue;
      }
      document.bytes += text.length * 3;
    }
    this.weigh(document);
    this.options.folder?.onChange(uri);
  }

  didClose(uri: string): void {
    const document = this.open.get(uri);
    if (!document) return;
    const { folder } = this.options;
    const kept = document.standing !== 'foreign' && this.isInside(uri) && folder?.keeps(uri);
    if (kept && document.standing === 'judged' && this.isShared(document.workspace)) {
      this.open.delete(uri);
      this.openNames.delete(nameOf(uri));
      this.close(new ClosedFile(uri, document.workspace));
    } else this.letGo(uri);
    if (kept) folder!.onClose(uri);
  }

  private letGo(uri: string): void {
    const document = this.open.get(uri);
    if (!document) return;
    this.leave(document);
    this.open.delete(uri);
    this.openNames.delete(nameOf(uri));
  }

  /** The opened folders, as URIs. */
  setFolders(folders: readonly string[]): void {
    this.folders = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
    this.options.configs.setFolders(this.folders);
    for (const document of this.open.values()) {
      if (document.standing !== 'judged') continue;
      const belongs = this.sharedFor(document.uri);
      if (document.workspace === belongs || (!belongs && !this.isShared(document.workspace))) continue;
      const text = textOf(document);
      this.leave(document);
      this.put(document, text);
    }
    for (const file of [...this.closed.values()]) {
      const belongs = this.sharedFor(file.uri);
      // What was told stays, until whoever told it says otherwise.
      if (file.workspace === belongs || (belongs && file.standing === 'told')) continue;
      const text = file.workspace?.files.get(file.uri)?.text;
      this.dropClosed(file.uri);
      if (belongs && file.standing === 'judged') this.takeClosed(file.uri, text ?? '');
    }
  }

  // -------------------------------------------------------------------------------------------------- Closed files

  /** The opened folders, as URIs that end with `/`. */
  get openedFolders(): readonly string[] {
    return this.folders;
  }

  /** Every closed file that was read. */
  closedFiles(): Iterable<ClosedFile> {
    return this.closed.values();
  }

  closedFile(uri: string): ClosedFile | undefined {
    return this.closed.get(nameOf(uri));
  }

  isOpen(uri: string): boolean {
    return this.openNames.has(nameOf(uri));
  }

  /** @param name by `nameOf`. */
  openNamed(name: string): OpenDocument | undefined {
    return this.openNames.get(name);
  }

  isInside(uri: string): boolean {
    return this.folders.some((folder) => uri.startsWith(folder));
  }

  /** The largest file that is checked, in bytes. */
  get mostBytes(): number {
    return this.limit;
  }

  /** Takes in the text of a closed file, or what is wrong with it. An open document's text stays what counts. */
  takeClosed(uri: string, content: ClosedContent): ClosedFile | undefined {
    if (this.isOpen(uri) || !this.isInside(uri)) return undefined;
    const judged = typeof content === 'string';
    const before = this.closedFile(uri);
    const workspace = judged ? this.sharedFor(uri) : undefined;
    if (before && workspace && before.workspace === workspace) {
      const known = workspace.files.get(before.uri);
      before.quiet = undefined;
      this.staleClosed.add(before);
      if (judged && known?.text !== content) this.setClosed(before, content);
      return before;
    }
    if (before) this.dropClosed(before.uri);
    const file = new ClosedFile(uri, workspace);
    this.close(file);
    if (judged) this.setClosed(file, content);
    else if (content.kind === 'too-large') {
      file.standing = 'too-large';
      file.megabytes = content.bytes / MEGABYTE;
    } else if (content.kind === 'told') {
      file.standing = 'told';
      file.report = content.report;
    } else {
      file.standing = 'unreadable';
      file.why = content.why;
    }
    return file;
  }

  /** The next piece of a closed file that is taken in piece by piece. */
  appendClosed(file: ClosedFile, text: string): void {
    const { workspace, uri } = file;
    const end = { line: workspace?.files.get(uri)?.lineCount ?? 0, character: 0 };
    this.guard(file, () => workspace?.edit(uri, { start: end, end, newText: text }));
  }

  /** A file that is no more, or is none of ours any more. */
  dropClosed(uri: string): void {
    const file = this.closedFile(uri);
    if (!file) return;
    this.closed.delete(nameOf(uri));
    // Whoever told of it takes that back.
    this.staleClosed.add(file);
    this.removeFrom(file);
  }

  /** The closed files whose findings may be other ones since the last call. */
  takeStaleClosed(): Iterable<ClosedFile> {
    const stale = this.staleClosed;
    this.staleClosed = new Set();
    return stale;
  }

  /** The findings of a closed file may be other ones. */
  markClosed(uri: string): void {
    const file = this.closedFile(uri);
    if (file) this.staleClosed.add(file);
  }

  /** Whether anything is said of a closed file. */
  hasFindings(file: ClosedFile): boolean {
    if (file.standing !== 'judged') return true;
    for (const { finding } of file.workspace?.findings(file.uri) ?? []) if (file.says(finding.block)) return true;
    return false;
  }

  private close(file: ClosedFile): void {
    this.closed.set(nameOf(file.uri), file);
    this.staleClosed.add(file);
  }

  private setClosed(file: ClosedFile, text: string): void {
    this.guard(file, () => file.workspace?.setText(file.uri, text));
  }

  private guard(file: ClosedFile, change: () => void): void {
    const { workspace } = file;
    if (!workspace) return;
    try {
      change();
      this.changed.add(workspace);
    } catch (error) {
      this.options.onTrouble('reading a file', error);
      this.rebuildShared(workspace, file.uri);
      file.standing = 'unreadable';
      file.why = 'a fault in the checker';
      file.workspace = undefined;
    }
  }

  private removeFrom({ workspace, uri }: ClosedFile): void {
    if (!workspace || !this.isShared(workspace)) return;
    try {
      workspace.remove(uri);
      this.changed.add(workspace);
    } catch (error) {
      this.options.onTrouble('closing a file', error);
      this.rebuildShared(workspace, uri);
    }
  }

  // ----------------------------------------------------------------------------------------------------- Standing

  /** The largest file that is checked, in megabytes. */
  setLimit(megabytes: number): void {
    this.limit = megabytes * MEGABYTE;
    for (const document of this.open.values()) this.weigh(document);
  }

  /** Lets everything go. */
  clear(): void {
    this.open.clear();
    this.openNames.clear();
    this.closed.clear();
    this.staleClosed.clear();
    this.changed.clear();
    this.shared.clear();
  }

  /** Gives a document the workspace it belongs in, and its text to that. */
  private put(document: OpenDocument, text: string): void {
    const { uri } = document;
    document.bytes = text.length * 3 > this.limit ? this.bytesOf(text) : text.length * 3;
    document.standing = isForeign(uri) ? 'foreign' : document.bytes > this.limit ? 'too-large' : 'judged';
    const judged = document.standing === 'judged';
    document.workspace = (judged ? this.sharedFor(uri) : undefined) ?? this.newWorkspace(judged);
    document.stale = true;
    // As it was when it was closed: all that is known of it stays known.
    if (judged && document.workspace.files.get(uri)?.text === text) return;
    try {
      document.workspace.setText(uri, text);
      this.changed.add(document.workspace);
    } catch (error) {
      this.options.onTrouble('reading a file', error);
      this.lose(document);
    }
  }

  private bytesOf(text: string): number {
    return this.options.utf8Length?.(text) ?? utf8Length(text, this.limit);
  }

  private leave(document: OpenDocument): void {
    const { workspace, uri } = document;
    if (!this.isShared(workspace)) {
      this.changed.delete(workspace);
      return;
    }
    try {
      workspace.remove(uri);
      this.changed.add(workspace);
    } catch (error) {
      this.options.onTrouble('closing a file', error);
      this.rebuildShared(workspace, uri);
    }
  }

  /** Moves a document over the size limit, or back below it. */
  private weigh(document: OpenDocument): void {
    if (document.standing !== 'judged' && document.standing !== 'too-large') return;
    if (document.standing === 'judged' && document.bytes <= this.limit) return;
    const text = textOf(document);
    document.bytes = this.bytesOf(text);
    if (document.bytes > this.limit === (document.standing === 'too-large')) return;
    this.leave(document);
    this.put(document, text);
  }

  // ------------------------------------------------------------------------------------------------------ Checking

  /** Brings all findings up to date, and marks the documents whose findings may be other ones now. */
  check(): void {
    const today = this.options.today();
    if (today !== this.today) {
      this.today = today;
      this.rebuild();
    }
    for (const workspace of this.changed) this.checkOne(workspace);
    this.changed.clear();
  }

  private checkOne(workspace: Workspace): void {
    try {
      for (const path of workspace.check()) {
        const document = this.open.get(path);
        if (document) document.stale = true;
        else this.markClosed(path);
      }
      if (workspace.files.size > 1)
        for (const document of this.open.values())
          if (document.namesOthers && document.workspace === workspace) document.stale = true;
    } catch (error) {
      // Not a rule: those are behind a wall of their own. What the workspace holds is made anew, once.
      this.options.onTrouble('checking', error);
      for (const document of this.open.values()) if (document.workspace === workspace) this.renew(document);
      for (const file of this.closed.values()) {
        if (file.workspace !== workspace) continue;
        this.rebuildShared(workspace, file.uri);
        break;
      }
    }
  }

  /** A document by itself, so that the next fault, if it comes again, is its own. */
  private renew(document: OpenDocument): void {
    const text = textOf(document);
    const options = this.workspaceOptions(document.uri);
    if (this.isShared(document.workspace)) this.rebuildShared(document.workspace, document.uri);
    document.workspace = new Workspace(options);
    document.stale = true;
    try {
      document.workspace.setText(document.uri, text);
      document.workspace.check();
    } catch {
      this.lose(document);
    }
  }

  private lose(document: OpenDocument): void {
    const old = document.workspace;
    document.standing = 'lost';
    document.stale = true;
    if (this.isShared(old)) this.rebuildShared(old, document.uri);
    document.workspace = this.newWorkspace(false);
  }

  /** A shared workspace anew, without one of its files. */
  private rebuildShared(old: Workspace, without: string): void {
    const [key] = [...this.shared].find(([, workspace]) => workspace === old)!;
    const anew = new Workspace(this.optionsBy(key));
    this.changed.delete(old);
    this.shared.set(key, anew);
    for (const file of [...this.open.values(), ...this.closed.values()]) {
      if (file.uri === without || file.workspace !== old) continue;
      file.workspace = anew;
      if (file instanceof ClosedFile) this.staleClosed.add(file);
      else file.stale = true;
      anew.setText(file.uri, old.files.get(file.uri)?.text ?? '');
    }
    this.changed.add(anew);
  }

  /** Judges everything anew, by the settings and configurations as they are now. */
  rebuild(): void {
    const texts = new Map([...this.open.values()].map((document) => [document, textOf(document)]));
    this.changed.clear();
    this.shared.clear();
    this.closed.clear();
    this.staleClosed.clear();
    for (const [document, text] of texts) if (document.standing !== 'lost') this.put(document, text);
    this.options.folder?.onRebuild();
  }
}

function textOf({ workspace, uri }: OpenDocument): string {
  return workspace.files.get(uri)?.text ?? '';
}

/** So much stays free below a limit that is not reached exactly: typing that fills it is weighed again, a key is not. */
const ROOM = 1 / 16;

/** Exact where it is near the limit or above it; else it may be more than there is. */
function utf8Length(text: string, limit: number): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    // The two halves of a pair make four bytes together.
    if (c > 0x7f) bytes += c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 1 : 2;
    if ((i & 0xffff) !== 0) continue;
    // Whatever follows, it fits.
    const most = bytes + (text.length - i - 1) * 2;
    if (most <= limit * (1 - ROOM)) return most;
  }
  return bytes;
}
