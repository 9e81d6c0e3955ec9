/**
 * Minutes to units. Sources: F-8MIN-01..07 (all timed codes of a discipline, patient and date together), F-AMA-01..03
 * (each code by itself).
 */

import type { UnitRule } from '../syntax/kinds';
import type { Code } from './code';
import type { ClaimLine, Session } from './encounter';

/** Units that so many minutes earn: 0 below 8, else one for 8-22, two for 23-37, and so on (F-8MIN-02). */
export function unitsOf(minutes: number): number {
  return Math.floor((minutes + 7) / 15);
}

/** The least minutes that earn so many units. */
export function minutesFor(units: number): number {
  return units <= 0 ? 0 : units * 15 - 7;
}

/**
 * Lengths added up, plus every clock minute that a session covers, counted once.
 * Sessions whose time cannot be used count nothing: ask `ClaimDay.minutesKnown` first.
 */
export function totalMinutes(sessions: readonly Session[]): number {
  let total = 0;
  let clocks: Session[] | undefined;
  for (const session of sessions) {
    if (session.start >= 0) {
      clocks ??= [];
      clocks.push(session);
    } else if (session.minutes > 0) total += session.minutes;
  }
  if (!clocks) return total;
  if (clocks.length === 1) return total + clocks[0]!.minutes;
  clocks.sort((a, b) => a.start - b.start);
  let reached = -1;
  for (const { start, end } of clocks) {
    if (end <= reached) continue;
    total += end - Math.max(start, reached);
    reached = end;
  }
  return total;
}

/** The minutes of one code (97129 and 97130 as one) in a claim-day. */
export interface Pool {
  readonly key: number;
  /** The code of its first session. */
  readonly code: Code;
  readonly sessions: readonly Session[];
  readonly minutes: number;
  /** Units of its own whole 15 minutes. */
  readonly whole: number;
  /** Minutes left over beyond the whole 15s. */
  readonly left: number;
}

/** What a unit rule gives for the timed minutes of one claim-day, and which billed units it supports. */
export class UnitCount {
  readonly pools: readonly Pool[];
  /** Minutes of all timed codes together, each minute once. */
  readonly total: number;
  /** Units of all timed codes together under this rule. */
  readonly allowed: number;
  /** `cms`: units beyond the whole 15s, which go to the largest left-overs; below 0 where the 15s alone exceed the total. */
  private readonly spare: number;
  /** Left-overs above it surely get a spare unit; those equal to it share what is then left: `ties`. `midpoint`: none. */
  private readonly threshold: number;
  readonly ties: number;

  constructor(
    readonly rule: UnitRule,
    pools: readonly Pool[],
    total: number,
  ) {
    this.pools = pools;
    this.total = total;
    if (rule === 'midpoint') {
      let sum = 0;
      for (const pool of pools) sum += unitsOf(pool.minutes);
      this.allowed = sum;
      this.spare = 0;
      this.threshold = 0;
      this.ties = 0;
      return;
    }
    this.allowed = unitsOf(total);
    let whole = 0;
    for (const pool of pools) whole += pool.whole;
    this.spare = this.allowed - whole;
    const left = pools.map((pool) => pool.left).sort((a, b) => b - a);
    // So many codes have minutes left over: each has 14 at most, and a unit takes 8 of the first and 15 of each further one.
    const given = Math.max(0, this.spare);
    this.threshold = given > 0 ? left[given - 1]! : Number.POSITIVE_INFINITY;
    this.ties = given - left.filter((minutes) => minutes > this.threshold).length;
  }

  pool(key: number): Pool | undefined {
    return this.pools.find((pool) => pool.key === key);
  }

  /** The most units one code can have in any allocation. */
  mostFor(pool: Pool): number {
    if (this.rule === 'midpoint') return unitsOf(pool.minutes);
    return pool.whole + (pool.left >= this.threshold ? 1 : 0);
  }

  /** The units that every allocation gives one code. */
  leastFor(pool: Pool): number {
    if (this.rule === 'midpoint') return unitsOf(pool.minutes);
    if (this.spare < 0) {
      let others = 0;
      for (const other of this.pools) if (other !== pool) others += other.whole;
      return Math.max(0, Math.min(pool.whole, this.allowed - others));
    }
    if (pool.left < this.threshold) return pool.whole;
    if (pool.left > this.threshold) return pool.whole + 1;
    const tied = this.pools.filter((other) => other.left === this.threshold).length;
    return pool.whole + (this.ties >= tied ? 1 : 0);
  }

  /** There is one allocation only. */
  get isUnique(): boolean {
    return this.pools.every((pool) => this.leastFor(pool) === this.mostFor(pool));
  }

  /** Whether some allocation gives every code at least what is billed for it (units by pool key). */
  supports(billed: ReadonlyMap<number, number>): boolean {
    let sum = 0;
    let tiesUsed = 0;
    for (const pool of this.pools) {
      const units = billed.get(pool.key) ?? 0;
      if (units > this.mostFor(pool)) return false;
      sum += units;
      if (units > pool.whole && pool.left === this.threshold) tiesUsed++;
    }
    if (this.spare < 0) return sum <= this.allowed;
    return tiesUsed <= this.ties;
  }

  /** Adds units of a code to what is billed, as many as are supported; returns how many that was. */
  add(billed: Map<number, number>, key: number, units: number): number {
    const before = billed.get(key) ?? 0;
    for (let more = units; more > 0; more--) {
      billed.set(key, before + more);
      if (this.supports(billed)) return more;
    }
    billed.set(key, before);
    return 0;
  }
}

/** What is billed on one claim line against what the unit rule supports there, lines before it counted first. */
export interface LineUnits {
  readonly line: ClaimLine;
  readonly pool: Pool;
  readonly billed: number;
  readonly supported: number;
}

/**
 * Judges claim lines of timed codes with a session, in file order. 97129 stands for the first unit of its pool alone:
 * what follows is 97130.
 */
export function judgeUnits(count: UnitCount, lines: readonly ClaimLine[]): LineUnits[] {
  const billed = new Map<number, number>();
  const result: LineUnits[] = [];
  let firsts = 0;
  for (const line of lines) {
    const pool = line.code ? count.pool(line.code.pool) : undefined;
    if (!pool) continue;
    const isFirst = line.code!.number === FIRST_15_ONLY;
    const most = isFirst ? Math.min(line.units, 1 - firsts) : line.units;
    const supported = count.add(billed, pool.key, most);
    if (isFirst) firsts += supported;
    result.push({ line, pool, billed: line.units, supported });
  }
  return result;
}

/** The code that is one unit a day, whatever its minutes: the rest is billed by its add-on. */
export const FIRST_15_ONLY = 97129;
