import type { ProblemRule, RuleDocs } from './kit/rule';

export const rule: ProblemRule = {
  id: 'ignore-without-reason',
  scope: 'problem',
  severity: 'warning',
  sources: [],
  statements: [],
  facts: [],
  check() {
    return {
      message:
        'Nothing is ignored: the comment gives no reason. Write a colon and why this is right, as in "# ignore missing-59: letter of 12 January".',
    };
  },
};

export const docs: RuleDocs = {
  title: 'Ignored without a reason',
  summary: 'A comment tells the checker to ignore a rule and does not say why.',
  explanation:
    'What is ignored is not shown and not counted, so whoever reads the file next must be able to see why. Between several rules stand commas, before the reason a colon. Without a reason nothing is ignored.',
  cost: 'An exception that nobody can explain later does not stand up in an audit.',
  fix: 'Write a colon and the reason. This warning cannot be ignored itself.',
  severities: 'Warning.',
  bad: [
    {
      title: 'No reason given',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

# ignore dx-missing
^^^^^^^^^^^^^^^^^^^ ignore-without-reason warning
encounter 2026-03-03 patient A
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
  good: [
    {
      title: 'With a reason',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

# ignore dx-missing: the diagnosis is on the order, not here
encounter 2026-03-03 patient A
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
    {
      title: 'A remark that only sounds like one',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

# ignore this patient for now
encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
};
