import { type Code, Is } from '../model/code';
import { isMedicare } from '../model/payer';
import { isBilled } from './kit/group-record';
import type { PatientDayRule, RuleDocs } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'group-size-missing',
  scope: 'patient-day',
  needs: 0,
  severity: 'info',
  sources: ['psych-90853', 'nxg'],
  statements: ['P13'],
  facts: ['F-PSY-03', 'F-DOC-04'],
  check(day, report) {
    if (!(day.is & MAY_BE_GROUP)) return;
    let said: Set<Code> | undefined;
    for (const session of day.sessions) {
      const code = session.code!;
      if (!session.isGroup || session.size > 0 || session.cut || !(code.is & MAY_BE_GROUP)) continue;
      if (said?.has(code) || !isBilled(day, code)) continue;
      said ??= new Set();
      said.add(code);
      const { encounter } = session;
      const isPsychotherapy = code.number === 90853;
      report(encounter, session.contactPlace(), {
        severity: isPsychotherapy && isMedicare(encounter.payer, rule.id) ? 'warning' : 'info',
        message: `${code.text}: how many took part is not written down. Write group of N, all its patients counted.`,
        sources: isPsychotherapy ? rule.sources : ['asha-g'],
        about: [session],
      });
    }
  },
};

const MAY_BE_GROUP = Is.GroupCode | Is.MayBeGroup;

const BH = `clinician "T. Nolan, LCSW"
discipline BH
`;
const NOTES_BH = `  O: Spoke twice, unasked; named one worry and what set it off.
  A: Listens without leaving the room now.
  P: Weekly; bring the worry list.
`;
const NOTES = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: 'Group size not written down',
  summary: 'A billed group session does not say how many took part.',
  explanation:
    'Records of group psychotherapy show the size and make-up of the group, and a Medicare contractor’s policy (L33632) wants the number in the record. For 97150 the count of participants is good practice. It is asked of each member’s own session: plain `group`, or no contact at all, states no size.',
  cost: 'A 90853 record without the number does not meet the contractor’s policy.',
  fix: 'Write `group of N`, with all patients of the group counted, also those of other files and payers. There is no quick fix: the number is not in the record.',
  severities: 'Warning for 90853 billed to Medicare; info for every other group and payer.',
  bad: [
    {
      title: 'Group psychotherapy, Medicare',
      text: `payer medicare
${BH}
encounter 2026-03-03 patient A
  dx F41.1
  goal "Speak up once in each meeting"
  17:00-18:00  90853  group  "Worry"
                      ^^^^^ group-size-missing warning
  bill 90853 x1
${NOTES_BH}`,
    },
    {
      title: 'Group psychotherapy, a commercial plan',
      text: `payer commercial
${BH}
encounter 2026-03-03 patient A
  dx F41.1
  goal "Speak up once in each meeting"
  17:00-18:00  90853  "Worry"
               ^^^^^ group-size-missing info
  bill 90853 x1
${NOTES_BH}`,
    },
    {
      title: '97150, Medicare',
      text: `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group
                      ^^^^^ group-size-missing info
  bill 97150-GP x1
${NOTES}`,
    },
  ],
  good: [
    {
      title: 'The number is there',
      text: `payer medicare
${BH}
encounter 2026-03-03 patient A
  dx F41.1
  goal "Speak up once in each meeting"
  17:00-18:00  90853  group of 8  "Worry"
  bill 90853 x1
${NOTES_BH}`,
    },
  ],
};
