import { Is } from '../model/code';
import { aboutFault, ContactFault, faultyCodes, groupInstead, inGroup, relatedLines } from './kit/contact';
import type { PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'one-on-one-code-in-group',
  scope: 'patient-day',
  needs: Is.GroupFamily,
  severity: 'error',
  sources: ['aca-group', 'theraplatform', 'cms-11'],
  statements: ['A06', 'A08', 'T09'],
  facts: ['F-OVER-12', 'F-OVER-13', 'F-SCEN-00'],
  check(day, report) {
    for (const faulty of faultyCodes(day, ContactFault.OneOnOneInGroup)) {
      const { code, first } = faulty;
      report(first.encounter, first.contactPlace(), {
        severity: 'error',
        message:
          first.size === 1
            ? `${code.text} in a group of 1: one patient is no group, and ${code.text} is one-on-one. Correct the contact, or the number.`
            : `${code.text} ${inGroup(first)}: ${code.text} is for one patient at a time. Care given to several at once is 97150 x1 for each of them. Bill 97150, or correct the contact if this was one-on-one.`,
        about: aboutFault(day, faulty),
        related: relatedLines(day, code),
        fixes: () => groupInstead(day, first, (other) => (other.is & Is.GroupFamily) !== 0),
      });
    }
  },
};

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'One-on-one code in a group',
  summary: 'A code of 97110-97139 is logged for a session that several patients shared.',
  explanation:
    'The codes 97110-97139 (97129 and 97130 apart) ask for contact with one patient at a time. Where attention is divided among two or more, with short turns or the same instructions for all, the work is group, whether they do the same exercises or not: one unit of 97150 for each of them, however long it ran.',
  cost: 'Group time billed as one-on-one is an overpayment, and a common finding of audits.',
  fix: 'Code or contact: one of them is wrong, and only the coder knows which. If it was group, the fix writes 97150 on the session and the line, x1 (or drops the line where 97150 is billed already). If it was one-on-one, correct the contact.',
  severities: 'Error, for every payer and date.',
  bad: [
    {
      title: 'Two patients share 25 minutes, a minute or two at a time',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:25  97110  group of 2  "Balance and core"
                      ^^^^^^^^^^ one-on-one-code-in-group error | Change 97110 to 97150 x1: you state that this was group therapy
  bill 97110-GP x2
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:25  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      title: 'The group is billed as 97150, and its session carries the one-on-one code',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx R26.81
  goal "Stand on one leg for 10 seconds"
  09:00-09:25  97116  group of 3
                      ^^^^^^^^^^ one-on-one-code-in-group error
  bill 97150 x1
  O: Stepped over all six rails.
  A: One touch of the bar, three last week.
  P: Higher rails.
`,
    },
    {
      title: 'Exercise and gait work in one group, both under their own codes',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx R26.81
  goal "Stand on one leg for 10 seconds"
  09:00-09:15  97110  group of 3
                      ^^^^^^^^^^ one-on-one-code-in-group error | Change 97110 and 97116 to 97150 x1: you state that this was group therapy
  09:15-09:30  97116  group of 3
                      ^^^^^^^^^^ one-on-one-code-in-group error
  bill 97110-GP x1
  bill 97116-GP x1
  O: Sit to stand, then the rails, with two others.
  A: One touch of the bar, three last week.
  P: Higher rails.
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx R26.81
  goal "Stand on one leg for 10 seconds"
  09:00-09:15  97150  group of 3
  09:15-09:30  97150  group of 3
  bill 97150-GP x1
  O: Sit to stand, then the rails, with two others.
  A: One touch of the bar, three last week.
  P: Higher rails.
`,
    },
  ],
  good: [
    {
      title: 'The same group as 97150',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:25  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      title: 'Two patients in turns, one-on-one in their own minutes',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:08  97110  one-on-one
  09:16-09:26  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:08-09:16  97110  one-on-one
  09:26-09:31  97110  one-on-one
  bill 97110-GP x1
`,
    },
  ],
};
