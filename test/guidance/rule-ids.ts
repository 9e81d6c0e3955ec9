/** Every rule id. Ids never change once released. */
export const RULE_IDS: ReadonlySet<string> = new Set(
  `
  missing-59 misplaced-59 needless-59 unsupported-59 x-modifier-mismatch group-overlaps-individual group-with-modality
  not-a-group-procedure group-units untimed-units one-on-one-code-in-group group-code-one-on-one attendance-missing
  under-8-minutes too-many-units too-few-units same-patient-overlap clinician-double-booked billed-not-performed
  performed-not-billed duplicate-line unknown-code deleted-code code-not-yet-valid unknown-modifier
  add-on-without-primary discipline-modifier code-not-for-discipline psychotherapy-same-day psychotherapy-group-size
  pair-not-payable bypass-modifier-misuse missing-25 units-over-mue code-not-for-payer two-evaluations
  evaluation-by-assistant psychotherapy-time assistant-modifier chiropractic-modifier manipulation-same-region aide-time
  co-treatment-units commercial-pair telehealth-modifier
  end-before-start impossible-time impossible-date future-date times-not-recorded group-size group-size-missing
  group-size-mismatch brief-episode
  group-note-missing group-note-incomplete group-goal-missing identical-notes cloned-note dx-missing
  syntax unknown-field duplicate-field line-in-note unused-ignore ignore-without-reason missing-clinician missing-payer
  `
    .trim()
    .split(/\s+/),
);
