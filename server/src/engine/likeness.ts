/**
 * Days that are like another. Whether a patient's day has findings hangs on its codes, contacts, modifiers, units and
 * fields, and on how its sessions stand to one another; not on who the patient is, nor on which day it is or when it
 * begins. A day that is like one in which nothing was found is not judged again. Decision 0016 says what makes two days
 * alike; `test/engine/likeness.test.ts` holds it against the rules.
 */

import { Eras } from '../model/eras';
import { type Glance, MOST_LINES } from '../model/glance';
import type { Payer } from '../model/payer';
import type { Standing } from '../model/seen-lines';
import type { Settings } from '../model/settings';
import { unitsOf } from '../model/units';
import { hasAssistantTitle, isAssistantByTitle } from '../rules/kit/assistant';
import { RULE_DATES } from '../rules/kit/dates';

/** All days that are like one another. */
export class Likeness {
  /** Nothing is found in such a day; `undefined` until one was judged. */
  isClean: boolean | undefined = undefined;
  constructor(
    readonly hash: number,
    readonly key: Int32Array,
  ) {}
}

/** Kept at most: a file may be made of days that have no like. */
const MOST = 1 << 14;
const LEAST = 1 << 6;
/** How closely two days must agree to be alike. */
enum Detail {
  /** Units are right to the last, and no modifier speaks of when: the codes alone count, in any order. */
  Codes,
  /** The same, and in which order the sessions stand and whether they follow one another. */
  Order,
  /** To the minute and the unit. */
  Minutes,
}

export class Likenesses {
  private table: (Likeness | undefined)[] = new Array<undefined>(LEAST * 2);
  private count = 0;
  private readonly eras: Eras;
  private readonly contexts = new Map<string, number>();
  private readonly payers = new Map<Payer, string>();
  private key = new Int32Array(512);
  /** Of each timed code of the day at hand: its pool, its minutes, its billed units. */
  private readonly poolKeys = new Int32Array(MOST_LINES);
  private readonly poolMinutes = new Int32Array(MOST_LINES);
  private readonly poolUnits = new Int32Array(MOST_LINES);
  private poolCount = 0;

  constructor(private readonly settings: Settings) {
    this.eras = new Eras(settings, RULE_DATES);
  }

  /** What the day is like that is made of this encounter alone; nothing where it has to be judged by itself. */
  of(glance: Glance): Likeness | undefined {
    if (glance.date > this.settings.today || !isInUse(glance)) return undefined;
    const detail = this.detail(glance);
    const key = this.key;
    key[0] =
      detail |
      (glance.hasDiagnosis ? 4 : 0) |
      (glance.hasGoal ? 8 : 0) |
      (glance.labels << 4) |
      (glance.written << 9) |
      (glance.sessionCount << 14) |
      (glance.claimCount << 21);
    key[1] = this.contextOf(glance.standing);
    key[2] = this.eras.of(glance.date);
    let length = this.putSessions(glance, detail, 3);
    length = this.putClaims(glance, detail, length);
    return this.find(length);
  }

  private find(length: number): Likeness {
    const key = this.key;
    let hash = length;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ key[i]!, 0x01000193) ^ (hash >>> 15);
    const mask = this.table.length - 1;
    let at = hash & mask;
    for (let found = this.table[at]; found; found = this.table[at]) {
      if (found.hash === hash && isSame(found.key, key, length)) return found;
      at = (at + 1) & mask;
    }
    const fresh = new Likeness(hash, key.slice(0, length));
    this.table[at] = fresh;
    if (++this.count * 2 > this.table.length) this.makeRoom();
    return fresh;
  }

  private makeRoom(): void {
    const old = this.table;
    const mask = old.length * 2 - 1;
    this.table = new Array<undefined>(this.count > MOST ? LEAST * 2 : mask + 1);
    if (this.count > MOST) {
      this.count = 0;
      return;
    }
    for (const one of old) {
      if (!one) continue;
      let at = one.hash & mask;
      while (this.table[at]) at = (at + 1) & mask;
      this.table[at] = one;
    }
  }

  // --------------------------------------------------------------------------------------------------- What is alike

  private putSessions(glance: Glance, detail: Detail, from: number): number {
    const key = this.key;
    const { sessions, sessionCount, starts, ends, minutes } = glance;
    if (detail === Detail.Minutes) {
      let first = 1440;
      for (let i = 0; i < sessionCount; i++) if (starts[i]! >= 0 && starts[i]! < first) first = starts[i]!;
      let at = from;
      for (let i = 0; i < sessionCount; i++) {
        key[at++] = sessions[i]!.id;
        key[at++] = starts[i]! < 0 ? -minutes[i]! : (starts[i]! - first) * 2048 + minutes[i]!;
      }
      return at;
    }
    for (let i = 0; i < sessionCount; i++) {
      const { id } = sessions[i]!;
      if (detail === Detail.Codes) putSorted(key, from, from + i, id * 2 + (starts[i]! < 0 ? 1 : 0));
      else key[from + i] = id * 2 + (i > 0 && starts[i]! === ends[i - 1]! ? 1 : 0);
    }
    return from + sessionCount;
  }

  private putClaims({ claims, claimCount, units }: Glance, detail: Detail, from: number): number {
    const key = this.key;
    for (let i = 0; i < claimCount; i++) {
      const { id, isTimed } = claims[i]!;
      const isRight = detail !== Detail.Minutes && isTimed;
      const value = id * 1024 + (isRight ? 0 : units[i]!);
      if (detail === Detail.Codes) putSorted(key, from, from + i, value);
      else key[from + i] = value;
    }
    return from + claimCount;
  }

  /**
   * The fields that hold in an encounter, as a number that two share where no rule can tell them apart. Of names no rule
   * asks more than whether they are given, whether two are one, and for an assistant's title.
   */
  private contextOf(standing: Standing): number {
    if (standing.context >= 0) return standing.context;
    const { encounter } = standing;
    const { clinician, assistant } = encounter;
    const fields = [
      ...[this.payerOf(encounter.payer), encounter.payerUnread],
      ...[clinician !== undefined && hasAssistantTitle(clinician), clinician !== undefined, encounter.clinicianUnread],
      clinician !== undefined && isAssistantByTitle(clinician),
      ...[assistant !== undefined, encounter.assistantUnread, assistant === clinician],
      ...[encounter.discipline, encounter.state, encounter.setting, encounter.unitRule, encounter.unitRuleKnown],
    ];
    const key = JSON.stringify(fields.map((field) => field ?? null));
    let context = this.contexts.get(key);
    if (context === undefined) {
      context = this.contexts.size;
      this.contexts.set(key, context);
    }
    standing.context = context;
    return context;
  }

  /** What there is to know of a payer beside its name. */
  private payerOf(payer: Payer): string {
    let known = this.payers.get(payer);
    if (known === undefined) {
      const isOwn = payer.codesNotTaken !== undefined || payer.standing !== undefined;
      known = isOwn ? `#${this.payers.size}` : JSON.stringify({ ...payer, name: payer.name !== '' });
      this.payers.set(payer, known);
    }
    return known;
  }

  // ----------------------------------------------------------------------------------------------------- How closely

  private detail(glance: Glance): Detail {
    if (glance.standing.encounter.assistant !== undefined || !this.isSettled(glance)) return Detail.Minutes;
    for (let i = 0; i < glance.claimCount; i++)
      if (!glance.claims[i]!.isPlain) return isInOrder(glance) ? Detail.Order : Detail.Minutes;
    return Detail.Codes;
  }

  /**
   * Nothing is left that hangs on the minutes: no session is brief or shares time with another, no code has a span of
   * minutes, each service has one line within its limit, and the timed units are all that the unit rule gives.
   */
  private isSettled(glance: Glance): boolean {
    const { sessions, sessionCount, minutes, claims, claimCount, units } = glance;
    const { briefEpisode } = this.settings;
    for (let i = 0; i < sessionCount; i++)
      if (sessions[i]!.isSpecial || minutes[i]! < briefEpisode || sharesMinutes(glance, i)) return false;
    for (let i = 0; i < claimCount; i++) {
      const { isSpecial, limit, service } = claims[i]!;
      if (isSpecial || units[i]! > limit) return false;
      for (let j = 0; j < i; j++) if (claims[j]!.service === service) return false;
    }
    // Before anything is billed no unit is judged.
    return (
      claimCount === 0 || (this.fillPools(glance) && this.unitsAreRight(glance.standing.encounter.unitRule === 'cms'))
    );
  }

  /** Minutes and billed units of each timed code. False where one is billed that has no minutes. */
  private fillPools({ sessions, sessionCount, minutes, claims, claimCount, units }: Glance): boolean {
    const poolKeys = this.poolKeys;
    const poolMinutes = this.poolMinutes;
    const poolUnits = this.poolUnits;
    this.poolCount = 0;
    for (let i = 0; i < sessionCount; i++) {
      const session = sessions[i]!;
      if (!session.counts || !session.isTimed) continue;
      let pool = this.poolOf(session.pool);
      if (pool < 0) {
        pool = this.poolCount++;
        poolKeys[pool] = session.pool;
        poolMinutes[pool] = 0;
        poolUnits[pool] = 0;
      }
      poolMinutes[pool]! += minutes[i]!;
    }
    for (let i = 0; i < claimCount; i++) {
      const claim = claims[i]!;
      if (!claim.isTimed) continue;
      const pool = this.poolOf(claim.pool);
      if (pool < 0) return false;
      poolUnits[pool]! += units[i]!;
    }
    return true;
  }

  private poolOf(key: number): number {
    for (let i = 0; i < this.poolCount; i++) if (this.poolKeys[i] === key) return i;
    return -1;
  }

  /** The units billed are one whole allocation: no code could have one more, and none has one too many. */
  private unitsAreRight(byTotal: boolean): boolean {
    const poolCount = this.poolCount;
    const poolMinutes = this.poolMinutes;
    const poolUnits = this.poolUnits;
    let total = 0;
    let billed = 0;
    /** The largest left-over without a unit of its own, and the smallest with one. */
    let without = 0;
    let withUnit = 15;
    for (let i = 0; i < poolCount; i++) {
      const minutes = poolMinutes[i]!;
      const units = poolUnits[i]!;
      if (!byTotal) {
        if (units !== unitsOf(minutes)) return false;
        continue;
      }
      total += minutes;
      billed += units;
      const left = minutes % 15;
      const beyond = units - Math.floor(minutes / 15);
      if (beyond === 0) without = Math.max(without, left);
      else if (beyond === 1 && left > 0) withUnit = Math.min(withUnit, left);
      else return false;
    }
    return !byTotal || (billed === unitsOf(total) && withUnit >= without);
  }
}

/** Every code is in the table and in use on the date. */
function isInUse({ date, sessions, sessionCount, claims, claimCount }: Glance): boolean {
  for (let i = 0; i < sessionCount; i++) if (date < sessions[i]!.from || date > sessions[i]!.to) return false;
  for (let i = 0; i < claimCount; i++) if (date < claims[i]!.from || date > claims[i]!.to) return false;
  return true;
}

function sharesMinutes({ starts, ends }: Glance, at: number): boolean {
  if (starts[at]! < 0) return false;
  for (let i = 0; i < at; i++) if (starts[i]! >= 0 && starts[i]! < ends[at]! && starts[at]! < ends[i]!) return true;
  return false;
}

/** Every session has its times, each after the one before. */
function isInOrder({ sessionCount, starts, ends }: Glance): boolean {
  for (let i = 0; i < sessionCount; i++) if (starts[i]! < 0 || (i > 0 && starts[i]! < ends[i - 1]!)) return false;
  return true;
}

/** Puts a value among those from `from` to `end`, which ascend. */
function putSorted(values: Int32Array, from: number, end: number, value: number): void {
  let at = end;
  while (at > from && values[at - 1]! > value) {
    values[at] = values[at - 1]!;
    at--;
  }
  values[at] = value;
}

function isSame(a: Int32Array, b: Int32Array, length: number): boolean {
  if (a.length !== length) return false;
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}
