/** Stretches of dates of service on which the same modifiers, pairs and rules are in force. A code has dates of its own. */

import { allModifiers } from '../guidance/modifiers';
import { allPairs } from '../guidance/pairs';
import type { Settings } from './settings';

export class Eras {
  /** First days of eras, yyyymmdd, ascending; put together when first asked for. */
  private firsts: readonly number[] | undefined;
  private lastDate = 0;
  private lastEra = 0;

  /** @param ofRules first days on which a rule judges otherwise than before. */
  constructor(
    private readonly settings: Settings,
    private readonly ofRules: readonly number[],
  ) {}

  private find(): readonly number[] {
    const { settings } = this;
    const firsts = new Set(this.ofRules);
    const from = (date: number | undefined) => date !== undefined && firsts.add(date);
    /** The number behind a date is the next day's, or between the two. */
    const after = (date: number | undefined) => date !== undefined && firsts.add(date + 1);
    for (const { validFrom } of allModifiers()) from(validFrom);
    for (const pair of allPairs()) {
      from(pair.from);
      after(pair.to);
    }
    for (const name of settings.payers.names) from(settings.payers.get(name).disciplineModifierFrom);
    return [...firsts].sort((a, b) => a - b);
  }

  /** A number that two dates share only where nothing changes between them. */
  of(date: number): number {
    // The coder's own pairs begin and end on any day: each is an era of its own.
    if (this.settings.pairs.isOwn) return date;
    if (date !== this.lastDate) {
      this.firsts ??= this.find();
      let era = 0;
      while (era < this.firsts.length && this.firsts[era]! <= date) era++;
      this.lastDate = date;
      this.lastEra = era;
    }
    return this.lastEra;
  }
}
