// Made by `npm run generate` from the rule files. Do not edit.

import { docs as missing59 } from './missing-59';
import { docs as syntax } from './syntax';
import { docs as tooFewUnits } from './too-few-units';
import { docs as tooManyUnits } from './too-many-units';
import { docs as under8Minutes } from './under-8-minutes';
import type { RuleId } from './kit/ids';
import type { RuleDocs } from './kit/rule';

/** The words of every rule. Loaded when first asked for. */
export const RULE_DOCS: ReadonlyMap<RuleId, RuleDocs> = new Map<RuleId, RuleDocs>([
  ['missing-59', missing59],
  ['under-8-minutes', under8Minutes],
  ['too-many-units', tooManyUnits],
  ['too-few-units', tooFewUnits],
  ['syntax', syntax],
]);
