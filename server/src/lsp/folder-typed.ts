/** Which days blocks of text are part of, so that whatever else is on these days is read: of what is open, and of what is new. */

import type { Block } from '../engine/block';
import type { Documents } from './documents';
import { dayHash, giverHash, notesHash } from './folder-facts';
import type { FolderMemory } from './folder-memory';

export class DaysInCommon {
  private typedIn = new Set<string>();
  /** To be looked up. */
  private blocks: Block[] = [];
  private looked = new WeakSet<Block>();

  constructor(
    private readonly memory: FolderMemory,
    private readonly groupOf: (uri: string) => string,
  ) {}

  get isEmpty(): boolean {
    return this.blocks.length === 0;
  }

  /** An open file was changed. */
  changed(uri: string): void {
    this.typedIn.add(uri);
  }

  /** Nobody types any more. @returns the open files that were changed; their days are to be looked up. */
  takeTyped(documents: Documents): Set<string> {
    const typed = this.typedIn;
    this.typedIn = new Set();
    for (const uri of typed) {
      const document = documents.get(uri);
      if (document?.standing !== 'judged') continue;
      for (const block of document.workspace.files.get(uri)?.blocks() ?? [])
        if (!this.looked.has(block)) this.blocks.push(block);
    }
    return typed;
  }

  add(blocks: Iterable<Block>): void {
    for (const block of blocks) this.blocks.push(block);
  }

  /** Looks up one block. @param need told the files that are judged with it. @returns whether there was one. */
  next(need: (file: number) => void): boolean {
    const block = this.blocks.pop();
    if (!block) return false;
    this.looked.add(block);
    const { known, hash } = this.memory;
    if (!known || !hash || block.isAbove) return true;
    const group = this.groupOf(block.file.path);
    const days = [dayHash(hash, group, block.dayKey)];
    for (const key of block.giverKeys) days.push(giverHash(hash, group, key));
    const notes = block.groupNotesOf === undefined ? [] : [notesHash(hash, group, block.groupNotesOf)];
    known.need({ days, notes }, need);
    return true;
  }

  clear(): void {
    this.blocks = [];
    this.looked = new WeakSet();
  }
}
