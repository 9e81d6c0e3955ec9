import type { ProblemRule, RuleDocs } from './kit/rule';

export const rule: ProblemRule = {
  id: 'duplicate-field',
  scope: 'problem',
  severity: 'warning',
  sources: [],
  statements: [],
  facts: [],
  check({ says }, found) {
    const name = says === '' ? found : says;
    return {
      message: `"${name}" is set twice here, and this later line counts. Keep the right one and remove the other.`,
    };
  },
};

export const docs: RuleDocs = {
  title: 'Field given twice',
  summary: 'A field stands twice in one encounter, or a default twice with no encounter between.',
  explanation:
    'The later line counts. Two values for one encounter are mostly a line left over from a copy, and units, pairs and modifiers are judged by the one that counts. `dx` and `goal` may repeat, and a default may be set anew below an encounter.',
  cost: 'The wrong one of two payers or clinicians may decide how the day is judged.',
  fix: 'Remove the line that is wrong.',
  severities: 'Warning.',
  bad: [
    {
      title: 'Two payers in one encounter',
      text: `clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  payer commercial
  payer medicare
  ^^^^^ duplicate-field warning
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
  good: [
    {
      title: 'A field in the encounter sets its default aside',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer commercial

encounter 2026-03-03 patient A
  payer medicare
  dx M17.0
  dx M17.1
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
};
