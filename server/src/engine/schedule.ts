/**
 * The hours of one giver on one date, as numbers: they show what a rule about clinician-days could speak of. Where it is
 * nothing, the day is not put together.
 */

import type { Glance } from '../model/glance';
import { mayBeSame } from '../model/notes';
import type { SeenSession, Standing } from '../model/seen-lines';
import { largestQuietGroup } from '../rules/kit/group-size';
import { Meets } from '../rules/kit/rule';
import { Contact, Giver } from '../syntax/kinds';
import type { Block } from './block';

/** Sessions that are held, and sessions compared with another: beyond them the day is judged in full. */
const MOST_SESSIONS = 1000;
const MOST_COMPARED = 10_000;
export const MEETS_ALL = Meets.SharedMinutes | Meets.GroupSizes | Meets.NotesAlike;

/**
 * A session as one number that fits 31 bits: its start, its end, of which of the day's group codes it is (0: of none), and
 * the stated size of the group.
 */
const START = 1 << 20;
const END = 1 << 9;
const GROUP = 1 << 6;
const startOf = (session: number): number => Math.floor(session / START);
const endOf = (session: number): number => Math.floor(session / END) % (START / END);
const groupOf = (session: number): number => Math.floor(session / GROUP) % (END / GROUP);
const sizeOf = (session: number): number => session % GROUP;

/** What a schedule takes of an encounter: a glance has it while it is the last one. */
export interface Hours {
  readonly standing: Standing;
  readonly sessionCount: number;
  readonly sessions: readonly SeenSession[];
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

/** Encounters whose hours are kept. */
const MOST_KEPT = 512;

/** The hours of encounters that were read last: while one of a clinician-day is edited, the others stay as they are. */
export class KeptHours {
  private readonly kept = new Map<Block, Hours | undefined>();

  /** @param hours nothing where a quick pass does not read the block. */
  keep(block: Block, hours: Glance | undefined): Hours | undefined {
    const own = hours && {
      standing: hours.standing,
      sessionCount: hours.sessionCount,
      sessions: hours.sessions.slice(0, hours.sessionCount),
      starts: hours.starts.slice(0, hours.sessionCount),
      ends: hours.ends.slice(0, hours.sessionCount),
    };
    this.kept.set(block, own);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return own;
  }

  /** The hours of a block; reads it where they are not kept. */
  of(block: Block, glance: Glance): Hours | undefined {
    if (this.kept.has(block)) return this.kept.get(block);
    glance.begin(block.text);
    return this.keep(block, glance.read(0, block.above) ? glance : undefined);
  }

  letGo(block: Block): void {
    this.kept.delete(block);
  }
}

export class Schedule {
  /** Blocks whose sessions are all here. */
  private readonly from: Block[] = [];
  private doubts = 0;
  private compared = 0;
  /** By start, and where each stands. */
  private readonly sessions: number[] = [];
  private readonly blocks: Block[] = [];
  /** Keys of the group codes, by their number. */
  private readonly codes = [0];

  constructor(readonly giver: string) {}

  /** It is made of these blocks, in any order, and of no other. */
  isOf(blocks: readonly Block[]): boolean {
    return this.from.length === blocks.length && this.from.every((block) => block.isIn);
  }

  /** Takes in the giver's sessions of a block. */
  add(block: Block, hours: Hours): void {
    this.from.push(block);
    const { standing, sessionCount, sessions, starts, ends } = hours;
    for (let i = 0; i < sessionCount; i++) {
      const { by, contact, code, size, isGroup } = sessions[i]!;
      if ((by === Giver.Default ? standing.giver : standing.defaults.clinician) !== this.giver) continue;
      // Left running, or not known: it takes nobody's attention.
      if (contact === Contact.Supervised || contact === Contact.Unknown) continue;
      const start = starts[i]!;
      if (isGroup && (start < 0 || size === 0 || size > largestQuietGroup(code, standing.encounter.payer)))
        this.doubts |= Meets.GroupSizes | Meets.NotesAlike;
      if (start >= 0) this.put(start, ends[i]!, isGroup ? this.numberOf(code.key) : 0, size, block);
    }
  }

  private numberOf(code: number): number {
    const found = this.codes.indexOf(code);
    return found > 0 ? found : this.codes.push(code) - 1;
  }

  private put(start: number, end: number, group: number, size: number, block: Block): void {
    const sessions = this.sessions;
    const blocks = this.blocks;
    let at = sessions.length;
    if (at === MOST_SESSIONS || size >= GROUP || group >= END / GROUP) {
      this.doubts = MEETS_ALL;
      return;
    }
    const session = start * START + end * END + group * GROUP + size;
    for (; at > 0 && sessions[at - 1]! > session; at--) {
      sessions[at] = sessions[at - 1]!;
      blocks[at] = blocks[at - 1]!;
    }
    sessions[at] = session;
    blocks[at] = block;
  }

  /** What a rule could speak of here; 0 where it is nothing. */
  meets(): number {
    const sessions = this.sessions;
    let meets = this.doubts;
    for (let i = 0; i < sessions.length && meets !== MEETS_ALL; i++) {
      meets |= this.sharedMinutes(i);
      if (groupOf(sessions[i]!) !== 0 && this.beginsGroup(i)) meets |= this.group(i);
      if (this.compared > MOST_COMPARED) meets = MEETS_ALL;
    }
    return meets;
  }

  /** Another patient's session begins before this one ends, and the two are not of one group. */
  private sharedMinutes(at: number): number {
    const sessions = this.sessions;
    const blocks = this.blocks;
    const end = endOf(sessions[at]!);
    const group = groupOf(sessions[at]!);
    for (let i = at + 1; i < sessions.length && sessions[i]! < end * START; i++) {
      this.compared++;
      if (group !== 0 && group === groupOf(sessions[i]!)) continue;
      if (blocks[at]!.patient !== blocks[i]!.patient) return Meets.SharedMinutes;
    }
    return 0;
  }

  private beginsGroup(at: number): boolean {
    const sessions = this.sessions;
    const start = startOf(sessions[at]!);
    const group = groupOf(sessions[at]!);
    for (let i = at - 1; i >= 0; i--) {
      this.compared++;
      if (groupOf(sessions[i]!) === group && endOf(sessions[i]!) > start) return false;
    }
    return true;
  }

  /** The group that begins with a session: those of its code that go on without a break. */
  private group(first: number): number {
    const sessions = this.sessions;
    const blocks = this.blocks;
    const group = groupOf(sessions[first]!);
    const size = sizeOf(sessions[first]!);
    const members: Block[] = [];
    let reached = endOf(sessions[first]!);
    let meets = 0;
    for (let i = first; i < sessions.length && sessions[i]! < reached * START; i++) {
      const session = sessions[i]!;
      if (groupOf(session) !== group) continue;
      reached = Math.max(reached, endOf(session));
      if (sizeOf(session) !== size || members.length === size) meets |= Meets.GroupSizes;
      for (const other of members) {
        this.compared++;
        if (mayBeAlike(blocks[i]!, other)) meets |= Meets.NotesAlike;
      }
      members.push(blocks[i]!);
      if (this.compared > MOST_COMPARED) break;
    }
    return meets;
  }
}

/** Whether the notes of two patients may say the same, their ids set aside. */
function mayBeAlike(a: Block, b: Block): boolean {
  const x = a.noteBits;
  const y = b.noteBits;
  if (!x || !y || x.count === 0 || y.count === 0) return false;
  if (mayBeSame(x, y) || x.namesOwn || y.namesOwn) return true;
  return a.patient === undefined || b.patient === undefined || a.text.includes(b.patient) || b.text.includes(a.patient);
}
