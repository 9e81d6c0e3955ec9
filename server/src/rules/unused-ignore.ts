import type { ProblemRule, RuleDocs } from './kit/rule';

export const rule: ProblemRule = {
  id: 'unused-ignore',
  scope: 'problem',
  severity: 'warning',
  sources: [],
  statements: [],
  facts: [],
  check({ says, how }, found) {
    if (how === 'placed')
      return { message: `${found} says nothing here, so there is nothing to ignore. Remove it from the comment.` };
    const near = says === '' ? '' : ` Did you mean ${says}?`;
    return {
      message: `There is no rule "${found.length > 40 ? `${found.slice(0, 39)}…` : found}", so nothing is ignored.${near}`,
    };
  },
};

export const docs: RuleDocs = {
  title: 'Nothing to ignore',
  summary: 'A comment tells the checker to ignore a rule that says nothing there, or that does not exist.',
  explanation:
    'A comment of its own line speaks to the next line that is neither blank nor a comment; after other text, to that line; at the left margin above the first encounter, to the whole file. A rule is silenced on the line where its finding begins. If the mistake is mended, the comment has no work left, and would hide the next mistake of that kind.',
  cost: 'A comment left behind hides the next finding of its rule, which may be a real one.',
  fix: 'Remove the rule from the comment, or correct its name. This warning cannot be ignored itself.',
  severities: 'Warning.',
  bad: [
    {
      title: 'The line has its -59 by now',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2
  # ignore missing-59: asked the clinician on Friday
           ^^^^^^^^^^ unused-ignore warning
  bill 97110-59-GP x1
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      title: 'A rule by a wrong name',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer commercial

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1   # ignore needles-59: the plan's own edit
                              ^^^^^^^^^^ unused-ignore warning
`,
    },
  ],
  good: [
    {
      title: 'A comment with work to do',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

# ignore dx-missing: the diagnosis is on the order, not here
encounter 2026-03-03 patient A
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
};
