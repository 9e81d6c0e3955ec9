/**
 * The hours of one giver on one date, as numbers: they show what a rule about clinician-days could speak of. Where it is
 * nothing, the day is not put together.
 */

import type { Glance } from '../model/glance';
import { mayBeSame } from '../model/notes';
import { largestQuietGroup } from '../rules/kit/group-size';
import { Meets } from '../rules/kit/rule';
import { Contact, Giver } from '../syntax/kinds';
import type { Block } from './block';

/** Sessions that are held, and sessions compared with another: beyond them the day is judged in full. */
const MOST_SESSIONS = 1000;
const MOST_COMPARED = 10_000;
export const MEETS_ALL = Meets.SharedMinutes | Meets.GroupSizes | Meets.NotesAlike;
/** A start and an end fit one number. */
const DAY = 2048;

export class Schedule {
  /** Blocks whose sessions are all here. */
  blockCount = 0;
  private doubts = 0;
  private compared = 0;
  /** By start: hours, the group's code (0 for a session of one patient), its stated size, and where it stands. */
  private readonly hours: number[] = [];
  private readonly groups: number[] = [];
  private readonly sizes: number[] = [];
  private readonly blocks: Block[] = [];

  constructor(readonly giver: string) {}

  /** Takes in the giver's sessions of a block that was just read. */
  add(block: Block, glance: Glance): void {
    this.blockCount++;
    const { standing, sessionCount, sessions, starts, ends } = glance;
    for (let i = 0; i < sessionCount; i++) {
      const { by, contact, code, size, isGroup } = sessions[i]!;
      if ((by === Giver.Default ? standing.giver : standing.defaults.clinician) !== this.giver) continue;
      // Left running, or not known: it takes nobody's attention.
      if (contact === Contact.Supervised || contact === Contact.Unknown) continue;
      const start = starts[i]!;
      if (isGroup && (start < 0 || size === 0 || size > largestQuietGroup(code, standing.encounter.payer)))
        this.doubts |= Meets.GroupSizes | Meets.NotesAlike;
      if (start >= 0) this.put(start * DAY + ends[i]!, isGroup ? code.key : 0, size, block);
    }
  }

  private put(hours: number, group: number, size: number, block: Block): void {
    let at = this.hours.length;
    if (at === MOST_SESSIONS) {
      this.doubts = MEETS_ALL;
      return;
    }
    for (; at > 0 && this.hours[at - 1]! > hours; at--) {
      this.hours[at] = this.hours[at - 1]!;
      this.groups[at] = this.groups[at - 1]!;
      this.sizes[at] = this.sizes[at - 1]!;
      this.blocks[at] = this.blocks[at - 1]!;
    }
    this.hours[at] = hours;
    this.groups[at] = group;
    this.sizes[at] = size;
    this.blocks[at] = block;
  }

  /** What a rule could speak of here; 0 where it is nothing. */
  meets(): number {
    let meets = this.doubts;
    const { hours, groups } = this;
    for (let i = 0; i < hours.length && meets !== MEETS_ALL; i++) {
      meets |= this.sharedMinutes(i);
      if (groups[i] !== 0 && this.beginsGroup(i)) meets |= this.group(i);
      if (this.compared > MOST_COMPARED) meets = MEETS_ALL;
    }
    return meets;
  }

  /** Another patient's session begins before this one ends, and the two are not of one group. */
  private sharedMinutes(at: number): number {
    const { hours, groups, blocks } = this;
    const end = hours[at]! % DAY;
    for (let i = at + 1; i < hours.length && hours[i]! < end * DAY; i++) {
      this.compared++;
      if (groups[at] !== 0 && groups[at] === groups[i]) continue;
      if (blocks[at]!.patient !== blocks[i]!.patient) return Meets.SharedMinutes;
    }
    return 0;
  }

  private beginsGroup(at: number): boolean {
    const { hours, groups } = this;
    const start = Math.floor(hours[at]! / DAY);
    for (let i = at - 1; i >= 0; i--) {
      this.compared++;
      if (groups[i] === groups[at] && hours[i]! % DAY > start) return false;
    }
    return true;
  }

  /** The group that begins with a session: those of its code that go on without a break. */
  private group(first: number): number {
    const { hours, groups, sizes, blocks } = this;
    const members: Block[] = [];
    let reached = hours[first]! % DAY;
    let meets = 0;
    for (let i = first; i < hours.length && (i === first || hours[i]! < reached * DAY); i++) {
      if (groups[i] !== groups[first]) continue;
      reached = Math.max(reached, hours[i]! % DAY);
      const block = blocks[i]!;
      if (sizes[i] !== sizes[first] || members.length === sizes[first]) meets |= Meets.GroupSizes;
      for (const other of members) {
        this.compared++;
        if (mayBeAlike(block, other)) meets |= Meets.NotesAlike;
      }
      members.push(block);
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
