// Made by `npm run generate` from the rule files. Do not edit.

import { rule as addOnWithoutPrimary } from './add-on-without-primary';
import { rule as aideTime } from './aide-time';
import { rule as assistantModifier } from './assistant-modifier';
import { rule as attendanceMissing } from './attendance-missing';
import { rule as billedNotPerformed } from './billed-not-performed';
import { rule as briefEpisode } from './brief-episode';
import { rule as bypassModifierMisuse } from './bypass-modifier-misuse';
import { rule as chiropracticModifier } from './chiropractic-modifier';
import { rule as clinicianDoubleBooked } from './clinician-double-booked';
import { rule as clonedNote } from './cloned-note';
import { rule as coTreatmentUnits } from './co-treatment-units';
import { rule as codeNotForDiscipline } from './code-not-for-discipline';
import { rule as codeNotForPayer } from './code-not-for-payer';
import { rule as codeNotYetValid } from './code-not-yet-valid';
import { rule as commercialPair } from './commercial-pair';
import { rule as deletedCode } from './deleted-code';
import { rule as disciplineModifier } from './discipline-modifier';
import { rule as duplicateField } from './duplicate-field';
import { rule as duplicateLine } from './duplicate-line';
import { rule as dxMissing } from './dx-missing';
import { rule as endBeforeStart } from './end-before-start';
import { rule as evaluationByAssistant } from './evaluation-by-assistant';
import { rule as futureDate } from './future-date';
import { rule as groupCodeOneOnOne } from './group-code-one-on-one';
import { rule as groupGoalMissing } from './group-goal-missing';
import { rule as groupNoteIncomplete } from './group-note-incomplete';
import { rule as groupNoteMissing } from './group-note-missing';
import { rule as groupOverlapsIndividual } from './group-overlaps-individual';
import { rule as groupSize } from './group-size';
import { rule as groupSizeMismatch } from './group-size-mismatch';
import { rule as groupSizeMissing } from './group-size-missing';
import { rule as groupUnits } from './group-units';
import { rule as groupWithModality } from './group-with-modality';
import { rule as identicalNotes } from './identical-notes';
import { rule as ignoreWithoutReason } from './ignore-without-reason';
import { rule as impossibleDate } from './impossible-date';
import { rule as impossibleTime } from './impossible-time';
import type { Rule } from './kit/rule';
import { rule as lineInNote } from './line-in-note';
import { rule as manipulationSameRegion } from './manipulation-same-region';
import { rule as misplaced59 } from './misplaced-59';
import { rule as missing25 } from './missing-25';
import { rule as missing59 } from './missing-59';
import { rule as missingClinician } from './missing-clinician';
import { rule as missingPayer } from './missing-payer';
import { rule as needless59 } from './needless-59';
import { rule as notAGroupProcedure } from './not-a-group-procedure';
import { rule as oneOnOneCodeInGroup } from './one-on-one-code-in-group';
import { rule as pairNotPayable } from './pair-not-payable';
import { rule as performedNotBilled } from './performed-not-billed';
import { rule as psychotherapyGroupSize } from './psychotherapy-group-size';
import { rule as psychotherapySameDay } from './psychotherapy-same-day';
import { rule as psychotherapyTime } from './psychotherapy-time';
import { rule as samePatientOverlap } from './same-patient-overlap';
import { rule as syntax } from './syntax';
import { rule as telehealthModifier } from './telehealth-modifier';
import { rule as timesNotRecorded } from './times-not-recorded';
import { rule as tooFewUnits } from './too-few-units';
import { rule as tooManyUnits } from './too-many-units';
import { rule as twoEvaluations } from './two-evaluations';
import { rule as under8Minutes } from './under-8-minutes';
import { rule as unitsOverMue } from './units-over-mue';
import { rule as unknownCode } from './unknown-code';
import { rule as unknownField } from './unknown-field';
import { rule as unknownModifier } from './unknown-modifier';
import { rule as unsupported59 } from './unsupported-59';
import { rule as untimedUnits } from './untimed-units';
import { rule as unusedIgnore } from './unused-ignore';
import { rule as xModifierMismatch } from './x-modifier-mismatch';

/** Every rule, in the order of its id list. */
export const RULES: readonly Rule[] = [
  missing59,
  misplaced59,
  needless59,
  unsupported59,
  xModifierMismatch,
  groupOverlapsIndividual,
  groupWithModality,
  notAGroupProcedure,
  groupUnits,
  untimedUnits,
  oneOnOneCodeInGroup,
  groupCodeOneOnOne,
  attendanceMissing,
  under8Minutes,
  tooManyUnits,
  tooFewUnits,
  samePatientOverlap,
  clinicianDoubleBooked,
  billedNotPerformed,
  performedNotBilled,
  duplicateLine,
  unknownCode,
  deletedCode,
  codeNotYetValid,
  unknownModifier,
  addOnWithoutPrimary,
  disciplineModifier,
  codeNotForDiscipline,
  psychotherapySameDay,
  psychotherapyGroupSize,
  pairNotPayable,
  bypassModifierMisuse,
  missing25,
  unitsOverMue,
  codeNotForPayer,
  twoEvaluations,
  evaluationByAssistant,
  psychotherapyTime,
  assistantModifier,
  chiropracticModifier,
  manipulationSameRegion,
  aideTime,
  coTreatmentUnits,
  commercialPair,
  telehealthModifier,
  endBeforeStart,
  impossibleTime,
  impossibleDate,
  futureDate,
  timesNotRecorded,
  groupSize,
  groupSizeMissing,
  groupSizeMismatch,
  briefEpisode,
  groupNoteMissing,
  groupNoteIncomplete,
  groupGoalMissing,
  identicalNotes,
  clonedNote,
  dxMissing,
  syntax,
  unknownField,
  duplicateField,
  lineInNote,
  unusedIgnore,
  ignoreWithoutReason,
  missingClinician,
  missingPayer,
];
