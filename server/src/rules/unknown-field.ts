import type { ProblemRule, RuleDocs } from './kit/rule';

export const rule: ProblemRule = {
  id: 'unknown-field',
  scope: 'problem',
  severity: 'warning',
  sources: [],
  statements: [],
  facts: [],
  check({ says, replacement }, found) {
    const name = found.length > 40 ? `${found.slice(0, 39)}…` : found;
    if (says === 'encounter')
      return {
        message: `"${name}" begins no encounter, and this line is not used: what is below it counts for the encounter above, if there is one. To begin a new one, write: encounter 2026-03-03 patient A.`,
      };
    if (says.endsWith(':'))
      return {
        message: `A note begins with its label and a colon right behind it, ${says} and not "${name}". This line is not used.`,
      };
    const message =
      says === ''
        ? `"${name}" is not a field or a note label, and this line is not used. Write a known one, or make the line a note or a comment.`
        : `"${name}" is not a field or a note label, and this line is not used. Did you mean "${says}"?`;
    if (replacement === undefined) return { message };
    return { message, fixes: [{ title: `Write ${replacement}`, safe: false, newText: replacement }] };
  },
};

export const docs: RuleDocs = {
  title: 'Unknown field',
  summary: 'A line begins with a word that is no field and no note label.',
  explanation:
    'The line is not used: a payer under a mistyped name is a payer not given. The nearest known name is offered where one is near. The fields are clinician, assistant, discipline, payer, state, setting, units, dx and goal; the note labels are S, O, A, P and note.',
  cost: 'What the line says is not checked, and the rest is judged without it.',
  fix: 'Take the name that is offered, or write the line as a note (`note: …`) or a comment (`# …`).',
  severities: 'Warning.',
  bad: [
    {
      title: 'Payor is payer here',
      text: `clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M17.0
  payor medicare
  ^^^^^ unknown-field warning | Write payer
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
      fixed: `clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M17.0
  payer medicare
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
    {
      title: 'A note label that is none',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
  Plan: Continue twice weekly.
  ^^^^ unknown-field warning | Write P
`,
      fixed: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
  P: Continue twice weekly.
`,
    },
  ],
  good: [
    {
      title: 'A field by its name',
      text: `clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M17.0
  payer medicare
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
};
