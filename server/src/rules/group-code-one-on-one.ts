import { type Code, Is } from '../model/code';
import { aboutFault, ContactFault, faultyCodes, relatedLines } from './kit/contact';
import type { PatientDayRule, RuleDocs } from './kit/rule';

const SPEECH_GROUP = 92508;

export const rule: PatientDayRule = {
  id: 'group-code-one-on-one',
  scope: 'patient-day',
  needs: Is.GroupCode,
  severity: 'error',
  sources: ['coding-ahead', 'cpt97150-2026', 'aca-group'],
  statements: ['G06', 'A07', 'C01'],
  facts: ['X-05', 'F-DOC-09', 'F-PSY-04'],
  check(day, report) {
    for (const faulty of faultyCodes(day, ContactFault.GroupCodeOneOnOne)) {
      const { code, first } = faulty;
      const one = first.isGroup ? 'a group of 1 is no group' : 'logged one-on-one';
      report(first.encounter, first.contactPlace(), {
        severity: 'error',
        message: `${code.text}: ${one}, and ${code.text} takes 2 patients or more. Bill ${insteadOf(code)}, or correct the contact.`,
        sources: sourcesOf(code),
        about: aboutFault(day, faulty),
        related: relatedLines(day, code),
      });
    }
  },
};

function sourcesOf(code: Code): readonly string[] {
  if (code.is & Is.Group) return rule.sources;
  if (code.is & Is.GroupPsychotherapy) return ['psych-90853'];
  return [code.number === SPEECH_GROUP ? 'asha-g' : 'aapc-p2'];
}

function insteadOf({ number }: Code): string {
  if (number === 90853) return 'individual psychotherapy by its minutes';
  if (number === SPEECH_GROUP) return '92507';
  return number === 90849 ? '90846 or 90847 for one family' : 'the one-on-one code for what was done';
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;
const NOTES = `  O: Half kneel on a cushion, 10 times each side.
  A: Up without hands on the right.
  P: Class again on Thursday.
`;

export const docs: RuleDocs = {
  title: 'Group code for one patient',
  summary: '97150, 90853, 90849 or 92508 is logged one-on-one, or for a group of one.',
  explanation:
    'A group is two patients or more. Below that no source and no payer takes a group code, whatever the upper limit. One member on file alone proves nothing, since the others may be in another file: what counts is a session logged one-on-one, or a stated `group of 1`.',
  cost: 'The group code is denied, and one-on-one care that was given goes unpaid.',
  fix: 'Write the code of what was done for this patient, or correct the contact. There is no quick fix: the record does not say which.',
  severities: 'Error, for every payer and date.',
  bad: [
    {
      title: 'Nobody else came to the class',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M25.562
  goal "Kneel to garden"
  09:30-09:45  97150  one-on-one
                      ^^^^^^^^^^ group-code-one-on-one error
  bill 97150-GP x1
${NOTES}`,
    },
    {
      title: 'A group of one, whoever pays',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M25.562
  goal "Kneel to garden"
  09:30-09:45  97150  group of 1
                      ^^^^^^^^^^ group-code-one-on-one error
  bill 97150 x1
${NOTES}`,
    },
    {
      title: 'One family is not several',
      text: `payer commercial
clinician "T. Nolan, LCSW"
discipline BH

encounter 2026-03-03 patient A
  dx F43.21
  goal "Sleep through the night"
  09:30-10:20  90849  one-on-one
                      ^^^^^^^^^^ group-code-one-on-one error
  bill 90849 x1
  O: Spoke of the move with both parents there.
  A: Names the worry without tears.
  P: Once more in two weeks.
`,
    },
  ],
  good: [
    {
      title: 'Two are a group',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M25.562
  goal "Kneel to garden"
  09:30-09:45  97150  group of 2
  bill 97150-GP x1
${NOTES}`,
    },
    {
      title: 'One member on file and no size stated: the others may be in another file',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M25.562
  goal "Kneel to garden"
  09:30-09:45  97150  group
  bill 97150 x1
${NOTES}`,
    },
  ],
};
