import { BUILT_IN_PAIRS, type PairTable } from '../guidance/pairs';
import type { OwnLimits } from '../guidance/unit-limit-file';
import type { UnitRule } from '../syntax/kinds';
import { CodeTable } from './code';
import { PayerTable } from './payer';

/** What the model and the rules are told from outside the files. */
export interface Settings {
  /** Today as yyyymmdd. */
  readonly today: number;
  readonly codes: CodeTable;
  readonly payers: PayerTable;
  /** The pairs in force: the built-in set, or the coder's own file. */
  readonly pairs: PairTable;
  /** The coder's own unit limits, in place of the built-in ones. */
  readonly unitLimits?: OwnLimits;
  /** The unit rule for every payer, where the configuration sets one. */
  readonly units?: UnitRule;
  /** One-on-one episodes shorter than this are doubtful, in minutes. */
  readonly briefEpisode: number;
}

/** One-on-one episodes shorter than this are doubtful where nothing is set, in minutes. */
export const BRIEF_EPISODE = 5;

export function defaultSettings(today: number): Settings {
  return {
    today,
    codes: new CodeTable(),
    payers: new PayerTable(),
    pairs: BUILT_IN_PAIRS,
    briefEpisode: BRIEF_EPISODE,
  };
}

/** A date as yyyymmdd. */
export function dayNumber(date: Date): number {
  return date.getFullYear() * 10000 + (date.getMonth() + 1) * 100 + date.getDate();
}
