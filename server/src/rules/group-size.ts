import { reportLarger, sizeSaid, therapyGroupMost } from './kit/group-size';
import { type ClinicianDayRule, Meets, type RuleDocs } from './kit/rule';

export const rule: ClinicianDayRule = {
  id: 'group-size',
  scope: 'clinician-day',
  needs: Meets.GroupSizes,
  severity: 'info',
  sources: ['theraplatform', 'asha-g'],
  statements: ['T12'],
  facts: ['F-DOC-08', 'F-DOC-09', 'X-05'],
  check(day, report) {
    reportLarger(
      day,
      97150,
      therapyGroupMost,
      (group, { payer }, most) => ({
        severity: 'info',
        message:
          payer.groupSizeMost !== undefined
            ? `97150: ${sizeSaid(group)}, and ${payer.name} takes ${most} at most. Check the payer's limit.`
            : `97150: ${sizeSaid(group)}. Up to ${most} to a therapist works best, and the larger a group, the harder skilled care for each is to show. Any size can be billed; say in the note how this patient was treated.`,
      }),
      report,
    );
  },
};

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;
const REST = `  bill 97150-GP x1
  O: Full half hour on foam and beam, three cues to look ahead.
  A: 7 seconds on the left leg, 4 before.
  P: Same class, eyes closed next.
`;

export const docs: RuleDocs = {
  title: 'Large group',
  summary: 'A 97150 group has more than 6 members.',
  explanation:
    'No national rule limits an outpatient group, and none is applied here: 2 is the least, and 2 to 6 is what one source finds best. The size that a session states counts; where none does, the most members on file in any one minute. A payer may set a limit of its own in the configuration. The limits for stays in a nursing facility or rehabilitation hospital are not meant.',
  cost: 'Reviewers ask how each member of a large group had skilled care.',
  fix: 'Show in each member’s note the part taken and what the therapist did for this patient. There is nothing to change in the claim.',
  severities: 'Info, for every payer and date.',
  bad: [
    {
      title: 'Eight in a group',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx R26.81
  goal "Stand on one leg for 10 seconds"
  10:00-10:30  97150  group of 8  "Balance class"
                      ^^^^^^^^^^ group-size info
${REST}`,
    },
  ],
  good: [
    {
      title: 'Six',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx R26.81
  goal "Stand on one leg for 10 seconds"
  10:00-10:30  97150  group of 6  "Balance class"
${REST}`,
    },
  ],
};
