// Made by `npm run generate` from the rule files. Do not edit.

import type { Rule } from './kit/rule';
import { rule as missing59 } from './missing-59';
import { rule as syntax } from './syntax';
import { rule as tooManyUnits } from './too-many-units';

/** Every rule, in the order of its id list. */
export const RULES: readonly Rule[] = [missing59, tooManyUnits, syntax];
