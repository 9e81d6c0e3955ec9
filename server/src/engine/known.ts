import { Glance } from '../model/glance';
import type { Settings } from '../model/settings';
import type { Rule } from '../rules/kit/rule';
import { Likenesses } from './likeness';

/** What was learned of lines and of days: the same for every workspace with these settings and these rules. */
export interface Known {
  readonly glance: Glance;
  readonly likenesses: Likenesses;
}

const KNOWN = new WeakMap<Settings, WeakMap<readonly Rule[], Known>>();

/** A batch may judge each of many small files in a workspace of its own: none begins from nothing. */
export function knownOf(settings: Settings, rules: readonly Rule[]): Known {
  let byRules = KNOWN.get(settings);
  if (!byRules) {
    byRules = new WeakMap();
    KNOWN.set(settings, byRules);
  }
  let known = byRules.get(rules);
  if (!known) {
    known = { glance: new Glance(settings), likenesses: new Likenesses(settings) };
    byRules.set(rules, known);
  }
  return known;
}
