// Made by `npm run generate` from the rule files. Do not edit.

import { rule as attendanceMissing } from './attendance-missing';
import { rule as billedNotPerformed } from './billed-not-performed';
import { rule as disciplineModifier } from './discipline-modifier';
import { rule as duplicateField } from './duplicate-field';
import { rule as futureDate } from './future-date';
import { rule as groupCodeOneOnOne } from './group-code-one-on-one';
import { rule as groupUnits } from './group-units';
import { rule as misplaced59 } from './misplaced-59';
import { rule as missing59 } from './missing-59';
import { rule as needless59 } from './needless-59';
import { rule as notAGroupProcedure } from './not-a-group-procedure';
import { rule as oneOnOneCodeInGroup } from './one-on-one-code-in-group';
import { rule as syntax } from './syntax';
import { rule as tooFewUnits } from './too-few-units';
import { rule as tooManyUnits } from './too-many-units';
import { rule as under8Minutes } from './under-8-minutes';
import { rule as unknownCode } from './unknown-code';
import { rule as unknownField } from './unknown-field';
import { rule as unknownModifier } from './unknown-modifier';
import { rule as unsupported59 } from './unsupported-59';
import { rule as untimedUnits } from './untimed-units';
import type { Rule } from './kit/rule';

/** Every rule, in the order of its id list. */
export const RULES: readonly Rule[] = [
  missing59,
  misplaced59,
  needless59,
  unsupported59,
  notAGroupProcedure,
  groupUnits,
  untimedUnits,
  oneOnOneCodeInGroup,
  groupCodeOneOnOne,
  attendanceMissing,
  under8Minutes,
  tooManyUnits,
  tooFewUnits,
  billedNotPerformed,
  unknownCode,
  unknownModifier,
  disciplineModifier,
  futureDate,
  syntax,
  unknownField,
  duplicateField,
];
