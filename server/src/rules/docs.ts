// Made by `npm run generate` from the rule files. Do not edit.

import type { RuleId } from './kit/ids';
import type { RuleDocs } from './kit/rule';
import { docs as missing59 } from './missing-59';
import { docs as syntax } from './syntax';
import { docs as tooManyUnits } from './too-many-units';

/** The words of every rule. Loaded when first asked for. */
export const RULE_DOCS: ReadonlyMap<RuleId, RuleDocs> = new Map<RuleId, RuleDocs>([
  ['missing-59', missing59],
  ['too-many-units', tooManyUnits],
  ['syntax', syntax],
]);
