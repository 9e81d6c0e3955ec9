/** The pairs of codes that a patient-day bills: found once a day, read by every rule about modifiers. */

import { findPair } from '../../guidance/pairs';
import type { Pair } from '../../guidance/types';
import { type ClaimLine, codesShown, type Session, type Shown } from '../../model/encounter';
import { type PatientDay, sameHands } from '../../model/patient-day';
import { isBound } from '../../model/payer';
import type { Severity } from './rule';

/** Two claim lines whose codes are a pair on the date of service. */
export interface DayPair {
  readonly pair: Pair;
  /** The line of the code that is paid. */
  readonly one: ClaimLine;
  /** The line of the code that is refused without an opening modifier. */
  readonly two: ClaimLine;
  /** One payer, and one clinician or one discipline. */
  readonly sameHands: boolean;
  readonly sessionsOne: readonly Session[];
  readonly sessionsTwo: readonly Session[];
  /** How the sessions of the two codes stand in time. */
  readonly shown: Shown;
}

const FOUND = new WeakMap<PatientDay, readonly DayPair[]>();
const NONE: readonly DayPair[] = [];

/** Every pair of claim lines of a day that the table in force holds, in file order of the column-two line. GY lines and lines that break off are left out. */
export function pairsOf(day: PatientDay): readonly DayPair[] {
  const { claims } = day;
  if (claims.length < 2) return NONE;
  let found = FOUND.get(day);
  if (found) return found;
  const pairs: DayPair[] = [];
  for (const two of claims) {
    if (two.cut || two.notCovered) continue;
    for (const one of claims) {
      if (one === two || one.cut || one.notCovered) continue;
      const pair = findPair(one.code!.text, two.code!.text, day.date);
      if (!pair || pair.column2 !== two.code!.text || pair.column1 !== one.code!.text) continue;
      const sessionsOne = day.sessionsOf(one.code!);
      const sessionsTwo = day.sessionsOf(two.code!);
      pairs.push({
        pair,
        one,
        two,
        sameHands: sameHands(one.encounter, two.encounter),
        sessionsOne,
        sessionsTwo,
        shown: codesShown(sessionsOne, sessionsTwo),
      });
    }
  }
  found = pairs.length > 0 ? pairs : NONE;
  FOUND.set(day, found);
  return found;
}

/** Neither line has a modifier that opens the pair. */
export function isUnopened({ one, two }: DayPair): boolean {
  return !one.opening && !two.opening;
}

/** 97150 with a code of its row: the sources' own case, for every payer. */
export function isGroupPair({ pair }: DayPair): boolean {
  return pair.column1 === '97150' && pair.indicator === 1;
}

/**
 * How severe a fault of a pair is where the rule says "error": error for named pairs; for those known from the 2021
 * table alone error in 2021 and warning outside it, info where another table holds (hospital, snf, home). Info where no
 * edit binds the payer, save for the group pairs.
 */
export function pairSeverity(found: DayPair, rule: string): Severity {
  if (isGroupPair(found)) return 'error';
  const { encounter } = found.two;
  if (!isBound(encounter.payer, rule)) return 'info';
  if (found.pair.named) return 'error';
  if (encounter.setting === 'hospital' || encounter.setting === 'snf' || encounter.setting === 'home') return 'info';
  return Math.floor(encounter.date / 10000) === 2021 ? 'error' : 'warning';
}

/** "edit set 2021; check the current quarter", where a pair is known from that table alone. */
export function pairBasis({ pair }: DayPair): string {
  return pair.named ? 'NCCI edit' : 'NCCI edits, 2021 set: check the current quarter';
}
