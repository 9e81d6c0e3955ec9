/**
 * The open documents, each in the workspace it is judged in. Files below the opened folders are judged together, as far
 * as they have one configuration; a file outside them, or one without a folder, by itself. The text lives in the
 * workspace alone.
 */

import type { Position } from '../engine/file';
import { Workspace, type WorkspaceOptions } from '../engine/workspace';
import type { RuleId } from '../rules/kit/ids';
import type { Rule } from '../rules/kit/rule';
import type { Configs } from './configs';
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
}

const MEGABYTE = 1024 * 1024;

export class Documents {
  private readonly open = new Map<string, OpenDocument>();
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
    this.didClose(uri);
    const document = new OpenDocument(uri, version, this.newWorkspace(false));
    this.open.set(uri, document);
    this.put(document, text);
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
  }

  didClose(uri: string): void {
    const document = this.open.get(uri);
    if (!document) return;
    this.leave(document);
    this.open.delete(uri);
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
  }

  /** The largest file that is checked, in megabytes. */
  setLimit(megabytes: number): void {
    this.limit = megabytes * MEGABYTE;
    for (const document of this.open.values()) this.weigh(document);
  }

  /** Lets everything go. */
  clear(): void {
    this.open.clear();
    this.changed.clear();
    this.shared.clear();
  }

  private isInside(uri: string): boolean {
    return this.folders.some((folder) => uri.startsWith(folder));
  }

  /** Gives a document the workspace it belongs in, and its text to that. */
  private put(document: OpenDocument, text: string): void {
    const { uri } = document;
    document.bytes = text.length * 3 > this.limit ? utf8Length(text) : text.length * 3;
    document.standing = isForeign(uri) ? 'foreign' : document.bytes > this.limit ? 'too-large' : 'judged';
    const judged = document.standing === 'judged';
    document.workspace = (judged ? this.sharedFor(uri) : undefined) ?? this.newWorkspace(judged);
    document.stale = true;
    try {
      document.workspace.setText(uri, text);
      this.changed.add(document.workspace);
    } catch (error) {
      this.options.onTrouble('reading a file', error);
      this.lose(document);
    }
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
      this.rebuildShared(document);
    }
  }

  /** Moves a document over the size limit, or back below it. */
  private weigh(document: OpenDocument): void {
    if (document.standing !== 'judged' && document.standing !== 'too-large') return;
    if (document.standing === 'judged' && document.bytes <= this.limit) return;
    const text = textOf(document);
    document.bytes = utf8Length(text);
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
      }
      if (workspace.files.size > 1)
        for (const document of this.open.values())
          if (document.namesOthers && document.workspace === workspace) document.stale = true;
    } catch (error) {
      // Not a rule: those are behind a wall of their own. What the workspace holds is made anew, once.
      this.options.onTrouble('checking', error);
      for (const document of this.open.values()) if (document.workspace === workspace) this.renew(document);
    }
  }

  /** A document by itself, so that the next fault, if it comes again, is its own. */
  private renew(document: OpenDocument): void {
    const text = textOf(document);
    const options = this.workspaceOptions(document.uri);
    if (this.isShared(document.workspace)) this.rebuildShared(document);
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
    if (this.isShared(old)) this.rebuildShared(document);
    document.workspace = this.newWorkspace(false);
  }

  /** The shared workspace of a document anew, without that document. */
  private rebuildShared(without: OpenDocument): void {
    const old = without.workspace;
    const [key] = [...this.shared].find(([, workspace]) => workspace === old)!;
    const anew = new Workspace(this.optionsBy(key));
    this.changed.delete(old);
    this.shared.set(key, anew);
    for (const document of this.open.values()) {
      if (document === without || document.workspace !== old) continue;
      document.workspace = anew;
      document.stale = true;
      anew.setText(document.uri, old.files.get(document.uri)?.text ?? '');
    }
    this.changed.add(anew);
  }

  /** Judges everything anew, by the settings and configurations as they are now. */
  rebuild(): void {
    const texts = new Map([...this.open.values()].map((document) => [document, textOf(document)]));
    this.changed.clear();
    this.shared.clear();
    for (const [document, text] of texts) if (document.standing !== 'lost') this.put(document, text);
  }
}

function textOf({ workspace, uri }: OpenDocument): string {
  return workspace.files.get(uri)?.text ?? '';
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    // The two halves of a pair make four bytes together.
    if (c > 0x7f) bytes += c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 1 : 2;
  }
  return bytes;
}
