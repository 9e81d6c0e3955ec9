/** Who is named where: each patient id, and each name of a clinician or assistant, with the blocks that write it. */

import type { Block } from './block';
import { inFileOrder } from './file';
import type { NameKind } from './mentions';

/** The names that blocks write: put together when first asked for, and from then on kept true block by block. */
export class Names {
  private readonly patients = new Map<string, Block | Set<Block>>();
  private readonly people = new Map<string, Block | Set<Block>>();
  private isMade = false;

  constructor(private readonly allBlocks: () => Iterable<Block>) {}

  bring(block: Block): void {
    if (this.isMade) this.add(block);
  }

  private add(block: Block): void {
    if (block.patient !== undefined) put(this.patients, block.patient, block);
    for (const name of block.people) put(this.people, name, block);
  }

  take(block: Block): void {
    if (!this.isMade) return;
    if (block.patient !== undefined) drop(this.patients, block.patient, block);
    for (const name of block.people) drop(this.people, name, block);
  }

  private index(kind: NameKind): Map<string, Block | Set<Block>> {
    if (!this.isMade) {
      this.isMade = true;
      for (const block of this.allBlocks()) this.add(block);
    }
    return kind === 'patient' ? this.patients : this.people;
  }

  /** The blocks that write a name, in file order. */
  blocksOf(kind: NameKind, name: string): Block[] {
    const found = this.index(kind).get(name);
    if (found === undefined) return [];
    return found instanceof Set ? [...found].sort(inFileOrder) : [found];
  }

  /** Every name in use, in the order in which they came. */
  all(kind: NameKind): IterableIterator<string> {
    return this.index(kind).keys();
  }
}

/** Most patients have one encounter: a set for each would cost more than all the rest. */
function put(index: Map<string, Block | Set<Block>>, name: string, block: Block): void {
  const found = index.get(name);
  if (found === undefined) index.set(name, block);
  else if (found instanceof Set) found.add(block);
  else if (found !== block) index.set(name, new Set([found, block]));
}

function drop(index: Map<string, Block | Set<Block>>, name: string, block: Block): void {
  const found = index.get(name);
  if (found === block) index.delete(name);
  else if (found instanceof Set && found.delete(block) && found.size === 0) index.delete(name);
}
