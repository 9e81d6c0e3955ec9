// Made by `npm run generate` from the rule files. Do not edit.

import { rule as missing59 } from './missing-59';
import { rule as syntax } from './syntax';
import { rule as tooFewUnits } from './too-few-units';
import { rule as tooManyUnits } from './too-many-units';
import { rule as under8Minutes } from './under-8-minutes';
import type { Rule } from './kit/rule';

/** Every rule, in the order of its id list. */
export const RULES: readonly Rule[] = [
  missing59,
  under8Minutes,
  tooManyUnits,
  tooFewUnits,
  syntax,
];
