import type { EncounterRule, RuleDocs } from './kit/rule';

export const rule: EncounterRule = {
  id: 'dx-missing',
  scope: 'encounter',
  needs: 0,
  severity: 'info',
  sources: ['cpt97150-2026', 'psych-90853'],
  statements: ['G08', 'P12'],
  facts: ['F-DOC-04'],
  check(encounter, _, report) {
    if (encounter.claims.length === 0 || encounter.diagnoses.length > 0 || encounter.diagnosisUnread) return;
    report(encounter, encounter.headerPlace(), {
      severity: 'info',
      message:
        'Billed without a diagnosis: nothing shows why the care was needed. Write dx and the ICD-10-CM code, such as dx M54.50.',
    });
  },
};

export const docs: RuleDocs = {
  title: 'Diagnosis missing',
  summary: 'Something is billed and the encounter has no diagnosis.',
  explanation:
    'A record shows that the care was needed, and for each member of a group why this patient needed it. The diagnosis is the first part of that. It is asked for once an encounter, however many lines are billed.',
  cost: 'A claim without a diagnosis is returned; one that does not bear out the need is denied.',
  fix: 'Write `dx` and the code that the clinician recorded. There is no quick fix: the file does not hold it.',
  severities: 'Info, for every payer and date.',
  bad: [
    {
      title: 'Billed without dx',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dx-missing info
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
  good: [
    {
      title: 'One diagnosis',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
    {
      title: 'Nothing is billed yet',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  14:00-14:15  97530  one-on-one
`,
    },
  ],
};
