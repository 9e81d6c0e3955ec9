// Made by `npm run generate` from the rule files. Do not edit.

import { docs as addOnWithoutPrimary } from './add-on-without-primary';
import { docs as aideTime } from './aide-time';
import { docs as assistantModifier } from './assistant-modifier';
import { docs as attendanceMissing } from './attendance-missing';
import { docs as billedNotPerformed } from './billed-not-performed';
import { docs as briefEpisode } from './brief-episode';
import { docs as bypassModifierMisuse } from './bypass-modifier-misuse';
import { docs as chiropracticModifier } from './chiropractic-modifier';
import { docs as clinicianDoubleBooked } from './clinician-double-booked';
import { docs as clonedNote } from './cloned-note';
import { docs as coTreatmentUnits } from './co-treatment-units';
import { docs as codeNotForDiscipline } from './code-not-for-discipline';
import { docs as codeNotForPayer } from './code-not-for-payer';
import { docs as codeNotYetValid } from './code-not-yet-valid';
import { docs as commercialPair } from './commercial-pair';
import { docs as deletedCode } from './deleted-code';
import { docs as disciplineModifier } from './discipline-modifier';
import { docs as duplicateField } from './duplicate-field';
import { docs as duplicateLine } from './duplicate-line';
import { docs as dxMissing } from './dx-missing';
import { docs as endBeforeStart } from './end-before-start';
import { docs as evaluationByAssistant } from './evaluation-by-assistant';
import { docs as futureDate } from './future-date';
import { docs as groupCodeOneOnOne } from './group-code-one-on-one';
import { docs as groupGoalMissing } from './group-goal-missing';
import { docs as groupNoteIncomplete } from './group-note-incomplete';
import { docs as groupNoteMissing } from './group-note-missing';
import { docs as groupOverlapsIndividual } from './group-overlaps-individual';
import { docs as groupSize } from './group-size';
import { docs as groupSizeMismatch } from './group-size-mismatch';
import { docs as groupSizeMissing } from './group-size-missing';
import { docs as groupUnits } from './group-units';
import { docs as groupWithModality } from './group-with-modality';
import { docs as identicalNotes } from './identical-notes';
import { docs as ignoreWithoutReason } from './ignore-without-reason';
import { docs as impossibleDate } from './impossible-date';
import { docs as impossibleTime } from './impossible-time';
import type { RuleId } from './kit/ids';
import type { RuleDocs } from './kit/rule';
import { docs as lineInNote } from './line-in-note';
import { docs as manipulationSameRegion } from './manipulation-same-region';
import { docs as misplaced59 } from './misplaced-59';
import { docs as missing25 } from './missing-25';
import { docs as missing59 } from './missing-59';
import { docs as missingClinician } from './missing-clinician';
import { docs as missingPayer } from './missing-payer';
import { docs as needless59 } from './needless-59';
import { docs as notAGroupProcedure } from './not-a-group-procedure';
import { docs as oneOnOneCodeInGroup } from './one-on-one-code-in-group';
import { docs as pairNotPayable } from './pair-not-payable';
import { docs as performedNotBilled } from './performed-not-billed';
import { docs as psychotherapyGroupSize } from './psychotherapy-group-size';
import { docs as psychotherapySameDay } from './psychotherapy-same-day';
import { docs as psychotherapyTime } from './psychotherapy-time';
import { docs as samePatientOverlap } from './same-patient-overlap';
import { docs as syntax } from './syntax';
import { docs as telehealthModifier } from './telehealth-modifier';
import { docs as timesNotRecorded } from './times-not-recorded';
import { docs as tooFewUnits } from './too-few-units';
import { docs as tooManyUnits } from './too-many-units';
import { docs as twoEvaluations } from './two-evaluations';
import { docs as under8Minutes } from './under-8-minutes';
import { docs as unitsOverMue } from './units-over-mue';
import { docs as unknownCode } from './unknown-code';
import { docs as unknownField } from './unknown-field';
import { docs as unknownModifier } from './unknown-modifier';
import { docs as unsupported59 } from './unsupported-59';
import { docs as untimedUnits } from './untimed-units';
import { docs as unusedIgnore } from './unused-ignore';
import { docs as xModifierMismatch } from './x-modifier-mismatch';

/** The words of every rule. Loaded when first asked for. */
export const RULE_DOCS: ReadonlyMap<RuleId, RuleDocs> = new Map<RuleId, RuleDocs>([
  ['missing-59', missing59],
  ['misplaced-59', misplaced59],
  ['needless-59', needless59],
  ['unsupported-59', unsupported59],
  ['x-modifier-mismatch', xModifierMismatch],
  ['group-overlaps-individual', groupOverlapsIndividual],
  ['group-with-modality', groupWithModality],
  ['not-a-group-procedure', notAGroupProcedure],
  ['group-units', groupUnits],
  ['untimed-units', untimedUnits],
  ['one-on-one-code-in-group', oneOnOneCodeInGroup],
  ['group-code-one-on-one', groupCodeOneOnOne],
  ['attendance-missing', attendanceMissing],
  ['under-8-minutes', under8Minutes],
  ['too-many-units', tooManyUnits],
  ['too-few-units', tooFewUnits],
  ['same-patient-overlap', samePatientOverlap],
  ['clinician-double-booked', clinicianDoubleBooked],
  ['billed-not-performed', billedNotPerformed],
  ['performed-not-billed', performedNotBilled],
  ['duplicate-line', duplicateLine],
  ['unknown-code', unknownCode],
  ['deleted-code', deletedCode],
  ['code-not-yet-valid', codeNotYetValid],
  ['unknown-modifier', unknownModifier],
  ['add-on-without-primary', addOnWithoutPrimary],
  ['discipline-modifier', disciplineModifier],
  ['code-not-for-discipline', codeNotForDiscipline],
  ['psychotherapy-same-day', psychotherapySameDay],
  ['psychotherapy-group-size', psychotherapyGroupSize],
  ['pair-not-payable', pairNotPayable],
  ['bypass-modifier-misuse', bypassModifierMisuse],
  ['missing-25', missing25],
  ['units-over-mue', unitsOverMue],
  ['code-not-for-payer', codeNotForPayer],
  ['two-evaluations', twoEvaluations],
  ['evaluation-by-assistant', evaluationByAssistant],
  ['psychotherapy-time', psychotherapyTime],
  ['assistant-modifier', assistantModifier],
  ['chiropractic-modifier', chiropracticModifier],
  ['manipulation-same-region', manipulationSameRegion],
  ['aide-time', aideTime],
  ['co-treatment-units', coTreatmentUnits],
  ['commercial-pair', commercialPair],
  ['telehealth-modifier', telehealthModifier],
  ['end-before-start', endBeforeStart],
  ['impossible-time', impossibleTime],
  ['impossible-date', impossibleDate],
  ['future-date', futureDate],
  ['times-not-recorded', timesNotRecorded],
  ['group-size', groupSize],
  ['group-size-missing', groupSizeMissing],
  ['group-size-mismatch', groupSizeMismatch],
  ['brief-episode', briefEpisode],
  ['group-note-missing', groupNoteMissing],
  ['group-note-incomplete', groupNoteIncomplete],
  ['group-goal-missing', groupGoalMissing],
  ['identical-notes', identicalNotes],
  ['cloned-note', clonedNote],
  ['dx-missing', dxMissing],
  ['syntax', syntax],
  ['unknown-field', unknownField],
  ['duplicate-field', duplicateField],
  ['line-in-note', lineInNote],
  ['unused-ignore', unusedIgnore],
  ['ignore-without-reason', ignoreWithoutReason],
  ['missing-clinician', missingClinician],
  ['missing-payer', missingPayer],
]);
