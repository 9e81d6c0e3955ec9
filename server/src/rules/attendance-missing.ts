import { Is } from '../model/code';
import { aboutFault, ContactFault, faultyCodes, relatedLines } from './kit/contact';
import type { PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'attendance-missing',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['aca-group', 'theraplatform'],
  statements: ['A01', 'A10', 'T02'],
  facts: ['F-DOC-06', 'F-DOC-07'],
  check(day, report) {
    for (const faulty of faultyCodes(day, ContactFault.AttendanceMissing)) {
      const { code, first } = faulty;
      report(first.encounter, first.contactPlace(), {
        severity: 'error',
        message: `${code.text}: logged supervised, but ${need(code.entry!.contact)}. If the clinician was there, correct the contact; if not, do not bill ${code.text}.`,
        basis: 'what the code requires',
        sources: code.is & FROM_THE_SOURCES ? rule.sources : ['encounter'],
        about: aboutFault(day, faulty),
        related: relatedLines(day, code),
      });
    }
  },
};

/** Codes of which the sources say so; of the others the code table. */
const FROM_THE_SOURCES = Is.OneOnOne | Is.AttendedModality | Is.Group;

function need(contact: string): string {
  if (contact === 'group') return 'the leader stays with the group throughout';
  if (contact === 'attendance') return 'the clinician must stay with the patient throughout';
  return 'it needs one-on-one contact';
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Attendance missing',
  summary: 'A code that needs the clinician with the patient, or with the group, is logged supervised.',
  explanation:
    'Supervised means that the clinician set the treatment up and was not there all the time. That is right for the modalities 97010-97028, G0281, G0283 and G0329. The therapeutic procedures, evaluations, tests, manipulation and individual psychotherapy need one-on-one contact; 97032-97039 need constant attendance; a group needs its leader throughout, though no one-on-one contact. Watching people do exercises that they know is not skilled care.',
  cost: 'Time without the clinician is not payable under these codes.',
  fix: 'Correct the contact if the clinician was there; else take the code off the claim. There is no quick fix: the record does not say which.',
  severities: 'Error, for every payer and date.',
  bad: [
    {
      title: 'The group exercised while nobody led it',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M25.562
  goal "Kneel to garden"
  09:30-09:55  97150  supervised
                      ^^^^^^^^^^ attendance-missing error
  bill 97150-GP x1
  O: Did the known exercises.
  A: As last week.
  P: Continue.
`,
    },
    {
      title: 'Exercise alone, logged supervised, is not 97110, whoever pays',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M25.562
  09:30-09:45  97110  supervised
                      ^^^^^^^^^^ attendance-missing error
  bill 97110 x1
`,
    },
  ],
  good: [
    {
      title: 'A machine left running is supervised',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M25.562
  09:30-09:45  97012  supervised
  bill 97012-GP x1
`,
    },
  ],
};
