import { Is } from '../model/code';
import { aboutFault, ContactFault, faultyCodes, relatedLines } from './kit/contact';
import type { PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'group-code-one-on-one',
  scope: 'patient-day',
  needs: Is.GroupCode,
  severity: 'error',
  sources: ['coding-ahead', 'cpt97150-2026', 'aca-group'],
  statements: ['G06', 'A07', 'C01'],
  facts: ['X-05', 'F-DOC-09'],
  check(day, report) {
    for (const faulty of faultyCodes(day, ContactFault.GroupCodeOneOnOne)) {
      const { code, first } = faulty;
      const one = first.isGroup ? 'a group of 1 is no group' : 'logged one-on-one';
      const instead =
        code.number === 90853
          ? 'individual psychotherapy by its minutes'
          : code.number === 92508
            ? '92507'
            : 'the one-on-one code for what was done';
      report(first.encounter, first.contactPlace(), {
        severity: 'error',
        message: `${code.text}: ${one}, and ${code.text} takes 2 patients or more. Bill ${instead}, or correct the contact.`,
        sources: code.is & Is.Group ? rule.sources : code.is & Is.GroupPsychotherapy ? ['psych-90853'] : ['asha-g'],
        about: aboutFault(day, faulty),
        related: relatedLines(day, code),
      });
    }
  },
};

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;
const NOTES = `  O: Half kneel on a cushion, 10 times each side.
  A: Up without hands on the right.
  P: Class again on Thursday.
`;

export const docs: RuleDocs = {
  title: 'Group code for one patient',
  summary: '97150, 90853 or 92508 is logged one-on-one, or for a group of one.',
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
