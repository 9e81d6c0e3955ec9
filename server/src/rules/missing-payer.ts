import type { EncounterRule, RuleDocs } from './kit/rule';

export const rule: EncounterRule = {
  id: 'missing-payer',
  scope: 'encounter',
  needs: 0,
  severity: 'info',
  sources: ['encounter'],
  statements: [],
  facts: [],
  check(encounter, _, report) {
    if (encounter.payer.name !== '' || encounter.payerUnread) return;
    if (encounter.sessions.length === 0 && encounter.claims.length === 0) return;
    report(encounter, encounter.headerPlace(), {
      severity: 'info',
      message:
        'No payer is given. The day is judged as for a payer that no national edit binds, units by the midpoint rule as far as nothing else is set. Write payer medicare, or whoever pays.',
    });
  },
};

export const docs: RuleDocs = {
  title: 'No payer',
  summary: 'An encounter does not say who pays.',
  explanation:
    'Medicare, Medicaid and TRICARE are bound by the national pair edits and unit limits, and count units by the 8-minute rule; other payers set their own. Without a payer the day is judged as for those others, and what Medicare alone asks for is not asked.',
  cost: 'Errors that only one payer denies are not found.',
  fix: 'Write `payer …` above the encounters, or in the encounter: medicare, medicaid, tricare, commercial, workers-comp, or a payer of the configuration in quotes.',
  severities: 'Info, for every date.',
  bad: [
    {
      title: 'Who pays is not said',
      text: `clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-payer info
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
  good: [
    {
      title: 'The payer of the whole file',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
};
