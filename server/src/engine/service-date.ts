import { type Block, NO_FINDINGS } from './block';
import { inFileOrder } from './file';
import type { Finding } from './finding';
import type { Schedule } from './schedule';

const NO_BLOCKS: readonly Block[] = [];

/** All that is of one date of service: its patient-days and clinician-days, and what of them is to be found again. */
export class ServiceDate {
  /** Something of it is to be found again. */
  isDirty = false;
  /** It was judged before. */
  wasJudged = false;
  /** Blocks that came; those of them that went again are not dirty. */
  fresh: Block[] = [];
  /** Patients of whom a block went. */
  readonly dirtyDays = new Set<string>();
  readonly dirtyGivers = new Set<string>();
  /** The hours of givers whose whole day came with the text of a file, until they were looked at. */
  readonly schedules = new Map<string, Schedule>();
  /** Most patients have one encounter a day: a list for each would cost more than all the rest. */
  private readonly days = new Map<string, Block | Block[]>();
  /** Patients with several. */
  private shared = 0;
  private readonly givers = new Map<string, Block[]>();

  /** @param date yyyymmdd; 0 for what has no date, and for what stands above the first header. */
  constructor(readonly date: number) {}

  bring(block: Block): void {
    if (!block.isAlone) {
      const patient = block.patient!;
      const found = this.days.get(patient);
      if (found === undefined) this.days.set(patient, block);
      else if (Array.isArray(found)) found.push(block);
      else {
        this.days.set(patient, [found, block]);
        this.shared++;
      }
    }
    this.bringAgain(block);
  }

  /** A block that came, or one that stayed and was read again: see {@link takeGivers}. */
  bringAgain(block: Block): void {
    this.fresh.push(block);
    for (const giver of block.givers) {
      const found = this.givers.get(giver);
      if (found) found.push(block);
      else this.givers.set(giver, [block]);
      this.dirtyGivers.add(giver);
    }
  }

  take(block: Block): void {
    if (!block.isAlone) {
      const patient = block.patient!;
      const found = this.days.get(patient);
      if (found === block) this.days.delete(patient);
      else if (Array.isArray(found)) {
        found.splice(found.indexOf(block), 1);
        if (found.length === 1) {
          this.days.set(patient, found[0]!);
          this.shared--;
        }
      }
      this.dirtyDays.add(patient);
    }
    this.takeGivers(block);
  }

  /** A block stays, and is about to be read again: who gave its sessions may be another then. */
  takeGivers(block: Block): void {
    for (const giver of block.givers) {
      const found = this.givers.get(giver)!;
      found.splice(found.indexOf(block), 1);
      if (found.length === 0) this.givers.delete(giver);
      this.dirtyGivers.add(giver);
    }
  }

  get isEmpty(): boolean {
    return this.days.size === 0 && this.givers.size === 0;
  }

  patients(): Iterable<string> {
    return this.days.keys();
  }

  /** The encounters of a patient, in no order. */
  dayOf(patient: string): readonly Block[] {
    const found = this.days.get(patient);
    return found === undefined ? NO_BLOCKS : Array.isArray(found) ? found : [found];
  }

  /** The block has its patient-day to itself. */
  isOnly(block: Block): boolean {
    return this.shared === 0 || block.isAlone || this.days.get(block.patient!) === block;
  }

  /** The encounters in which a giver has a session, in no order. */
  blocksOf(giver: string): readonly Block[] {
    return this.givers.get(giver) ?? NO_BLOCKS;
  }
}

export function inOrder(blocks: readonly Block[]): Block[] {
  return blocks.length === 1 ? [blocks[0]!] : [...blocks].sort(inFileOrder);
}

/** Gives each finding to its block. */
export function deal(findings: readonly Finding[], give: (block: Block, findings: readonly Finding[]) => void): void {
  if (findings === NO_FINDINGS || findings.length === 0) return;
  const byBlock = new Map<Block, Finding[]>();
  for (const finding of findings) {
    const list = byBlock.get(finding.block);
    if (list) list.push(finding);
    else byBlock.set(finding.block, [finding]);
  }
  for (const [block, list] of byBlock) give(block, list);
}
