import { isMedicare } from '../model/payer';
import { psychotherapyGroupMost, reportLarger, sizeSaid } from './kit/group-size';
import { type ClinicianDayRule, Meets, type RuleDocs } from './kit/rule';

export const rule: ClinicianDayRule = {
  id: 'psychotherapy-group-size',
  scope: 'clinician-day',
  needs: Meets.GroupSizes,
  severity: 'info',
  sources: ['nxg', 'psych-90853'],
  statements: ['P03', 'P07'],
  facts: ['F-PSY-03', 'X-05'],
  check(day, report) {
    reportLarger(
      day,
      90853,
      psychotherapyGroupMost,
      (group, { payer }, most) => ({
        severity: isMedicare(payer, rule.id) ? 'warning' : 'info',
        message:
          payer.psychotherapyGroupSizeMost !== undefined
            ? `90853: ${sizeSaid(group)}, and ${payer.name} takes ${most} at most. Check the payer's limit.`
            : `90853: ${sizeSaid(group)}; a Medicare contractor's policy allows ${most} at most (L33632). Any size can be coded; check the limit of this payer.`,
      }),
      report,
    );
  },
};

const HEAD = `clinician "T. Nolan, LCSW"
discipline BH
`;
const body = (size: number, mark = '') => `encounter 2026-03-03 patient A
  dx F41.1
  goal "Speak up once in each meeting"
  17:00-18:00  90853  group of ${size}  "Worry"
${mark}  bill 90853 x1
  O: Spoke twice, unasked; named one worry and what set it off.
  A: Listens without leaving the room now.
  P: Weekly; bring the worry list.
`;

export const docs: RuleDocs = {
  title: 'Psychotherapy group above a limit',
  summary: 'A 90853 group has more than 12 members.',
  explanation:
    'The code itself has no upper size, and 6 to 12 is found to work best. One Medicare contractor’s policy (L33632) allows 12, and payers may set limits of their own, which the configuration can hold. The size that a session states counts; where none does, the most members on file in any one minute.',
  cost: 'Where the policy applies, the whole group session may be refused.',
  fix: 'Check the payer’s limit, and that the size is written down right.',
  severities: 'Warning for Medicare, info for other payers.',
  bad: [
    {
      title: 'Fourteen, Medicare',
      text: `payer medicare
${HEAD}
${body(14, '                      ^^^^^^^^^^^ psychotherapy-group-size warning\n')}`,
    },
    {
      title: 'Fourteen, a commercial plan',
      text: `payer commercial
${HEAD}
${body(14, '                      ^^^^^^^^^^^ psychotherapy-group-size info\n')}`,
    },
  ],
  good: [
    {
      title: 'Twelve',
      text: `payer medicare
${HEAD}
${body(12)}`,
    },
  ],
};
