import type { UnitRule } from '../syntax/kinds';
import { CodeTable } from './code';
import { PayerTable } from './payer';

/** What the model and the rules are told from outside the files. */
export interface Settings {
  /** Today as yyyymmdd. */
  readonly today: number;
  readonly codes: CodeTable;
  readonly payers: PayerTable;
  /** The unit rule for every payer, where the configuration sets one. */
  readonly units?: UnitRule;
  /** One-on-one episodes shorter than this are doubtful, in minutes. */
  readonly briefEpisode: number;
}

/** One-on-one episodes shorter than this are doubtful where nothing is set, in minutes. */
export const BRIEF_EPISODE = 5;

export function defaultSettings(today: number): Settings {
  return { today, codes: new CodeTable(), payers: new PayerTable(), briefEpisode: BRIEF_EPISODE };
}

/** A date as yyyymmdd. */
export function dayNumber(date: Date): number {
  return date.getFullYear() * 10000 + (date.getMonth() + 1) * 100 + date.getDate();
}
