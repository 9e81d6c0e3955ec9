// Made by `npm run generate` from the rule files. Do not edit.

import { docs as attendanceMissing } from './attendance-missing';
import { docs as billedNotPerformed } from './billed-not-performed';
import { docs as disciplineModifier } from './discipline-modifier';
import { docs as duplicateField } from './duplicate-field';
import { docs as futureDate } from './future-date';
import { docs as groupCodeOneOnOne } from './group-code-one-on-one';
import { docs as groupUnits } from './group-units';
import { docs as misplaced59 } from './misplaced-59';
import { docs as missing59 } from './missing-59';
import { docs as needless59 } from './needless-59';
import { docs as notAGroupProcedure } from './not-a-group-procedure';
import { docs as oneOnOneCodeInGroup } from './one-on-one-code-in-group';
import { docs as syntax } from './syntax';
import { docs as tooFewUnits } from './too-few-units';
import { docs as tooManyUnits } from './too-many-units';
import { docs as under8Minutes } from './under-8-minutes';
import { docs as unknownCode } from './unknown-code';
import { docs as unknownField } from './unknown-field';
import { docs as unknownModifier } from './unknown-modifier';
import { docs as unsupported59 } from './unsupported-59';
import { docs as untimedUnits } from './untimed-units';
import type { RuleId } from './kit/ids';
import type { RuleDocs } from './kit/rule';

/** The words of every rule. Loaded when first asked for. */
export const RULE_DOCS: ReadonlyMap<RuleId, RuleDocs> = new Map<RuleId, RuleDocs>([
  ['missing-59', missing59],
  ['misplaced-59', misplaced59],
  ['needless-59', needless59],
  ['unsupported-59', unsupported59],
  ['not-a-group-procedure', notAGroupProcedure],
  ['group-units', groupUnits],
  ['untimed-units', untimedUnits],
  ['one-on-one-code-in-group', oneOnOneCodeInGroup],
  ['group-code-one-on-one', groupCodeOneOnOne],
  ['attendance-missing', attendanceMissing],
  ['under-8-minutes', under8Minutes],
  ['too-many-units', tooManyUnits],
  ['too-few-units', tooFewUnits],
  ['billed-not-performed', billedNotPerformed],
  ['unknown-code', unknownCode],
  ['unknown-modifier', unknownModifier],
  ['discipline-modifier', disciplineModifier],
  ['future-date', futureDate],
  ['syntax', syntax],
  ['unknown-field', unknownField],
  ['duplicate-field', duplicateField],
]);
