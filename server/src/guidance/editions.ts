/**
 * What everything is judged by, each with its edition. A change that can alter a finding of an old file raises one of
 * them, and the CHANGELOG says which findings: see `test/guidance/editions.test.ts`.
 */

import { UNIT_LIMIT_EDITION } from './mue';
import { PAIR_EDITION } from './pairs';

/** The rules, by the month in which one was last changed so that it can say something else of the same text. */
export const RULES_EDITION = '2026-11';

/** The code table: what a code is, and from when to when it holds. Each day is judged by its date of service. */
export const CODE_EDITION = 'therapy codes of 2026';

export interface Editions {
  readonly rules: string;
  readonly codes: string;
  readonly pairs: string;
  readonly unitLimits: string;
}

/** @param own the coder's own tables, where they take the place of a built-in one. */
export function editionsWith(own: { readonly pairs?: string; readonly unitLimits?: string } = {}): Editions {
  return {
    rules: RULES_EDITION,
    codes: CODE_EDITION,
    pairs: own.pairs ?? PAIR_EDITION,
    unitLimits: own.unitLimits ?? UNIT_LIMIT_EDITION,
  };
}
