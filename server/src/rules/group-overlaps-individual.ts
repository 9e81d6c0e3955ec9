import { Is } from '../model/code';
import type { Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { removeLine } from './kit/edits';
import {
  aboutSessions,
  codeAndTime,
  coveredMinutes,
  eachOverlap,
  inOrderOf,
  isGroupTreatment,
  isModality,
  isWithoutPatient,
  putUnder,
  relatedTimes,
  removableLine,
  takesAttention,
} from './kit/overlap';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { list, minutes, when } from './kit/words';

export const rule: PatientDayRule = {
  id: 'group-overlaps-individual',
  scope: 'patient-day',
  needs: Is.GroupCode,
  severity: 'error',
  sources: ['aca-group', 'h222', 'ncci26'],
  statements: ['A16', 'A18', 'C08'],
  facts: ['F-OVER-04', 'F-OVER-06', 'F-OVER-08', 'F-OVER-09'],
  check(day, report) {
    const { sessions } = day;
    if (sessions.length < 2) return;
    const found = new Map<Session, Session[]>();
    eachOverlap(sessions, (earlier, later) => {
      if (isAgainst(earlier, later)) putUnder(found, later, earlier);
      // Two groups at one time: said once, on the later.
      else if (!isGroupTreatment(earlier) && isAgainst(later, earlier)) putUnder(found, earlier, later);
    });
    for (const [session, groups] of inOrderOf(sessions, found)) {
      report(session.encounter, session.whenPlace(), {
        severity: 'error',
        message: message(session, groups),
        about: aboutSessions(day, [session, ...groups]),
        related: relatedTimes(groups, (group) => `Group, ${codeAndTime(group)}`),
        fixes: () => fixes(day, session, groups),
      });
    }
  },
};

/** Whether a group of the patient stands against another session, and the finding stands on that one. */
function isAgainst(group: Session, session: Session): boolean {
  if (!isGroupTreatment(group) || isModality(session.code!) || session.code === group.code) return false;
  if (!takesAttention(group) || !takesAttention(session)) return false;
  const { day } = session.encounter;
  if (!day.inPlay(session) || !day.inPlay(group)) return false;
  // While the family is seen without the patient, somebody else may have the patient in a group.
  return (!isWithoutPatient(session.code!) && !isWithoutPatient(group.code!)) || session.giver === group.giver;
}

function message(session: Session, groups: readonly Session[]): string {
  const shared = coveredMinutes(session, groups);
  const all = shared === session.minutes ? `all ${minutes(shared)}` : `${shared} of its ${minutes(session.minutes)}`;
  return `${session.code!.text} ${when(session)}: ${all} lie in the time of the group (${list(
    groups.map(codeAndTime),
  )}). The same minutes cannot be both: correct the times, or bill only one of the two.`;
}

function fixes(day: PatientDay, session: Session, groups: readonly Session[]): readonly Fix[] {
  const code = session.code!;
  if (session.isGroup) return [];
  const inside = day
    .sessionsOf(code)
    .every((one) => groups.some((group) => one.start >= 0 && group.start <= one.start && one.end <= group.end));
  const line = inside ? removableLine(day, code, session.encounter) : undefined;
  if (!line) return [];
  return [
    {
      title: `Remove the ${code.text} line: you state that these minutes were group alone`,
      safe: false,
      edits: [removeLine(line.encounter, line.line)],
    },
  ];
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;
const NOTE = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: 'Group and one-on-one in the same minutes',
  summary: 'A patient is recorded in a group and one-on-one at the same time.',
  explanation:
    'Group and one-on-one on one day are allowed as different sessions: different times or different visits. Minutes that a patient spent in the group cannot be one-on-one minutes as well, whoever gave them, and -59 would be untrue. Sessions count from their start up to their end, so one may begin in the minute in which the other ends. Only sessions of codes that are billed are looked at, or of an encounter with nothing billed yet.',
  cost: 'The same minutes are billed twice. With -59 on the line it is a false claim.',
  fix: 'Correct the times. Where all one-on-one minutes lie in the group, its line can be removed: that states that the minutes were group alone.',
  severities: 'Error, for every payer.',
  bad: [
    {
      title: 'The last 10 minutes of the group are also one-on-one',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:30  97150  group of 2  "Balance and core"
  10:20-10:35  97110  one-on-one
  ^^^^^^^^^^^ group-overlaps-individual error
  bill 97110-59-GP x1
  bill 97150-GP x1
${NOTE}`,
    },
    {
      title: 'One-on-one wholly in the time of the group',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:30  97150  group of 2  "Balance and core"
  10:10-10:20  97110  one-on-one
  ^^^^^^^^^^^ group-overlaps-individual error | Remove the 97110 line: you state that these minutes were group alone
  bill 97110-59 x1
  bill 97150 x1
${NOTE}`,
      fixed: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:30  97150  group of 2  "Balance and core"
  10:10-10:20  97110  one-on-one
  bill 97150 x1
${NOTE}`,
    },
  ],
  good: [
    {
      title: 'One-on-one begins in the minute in which the group ends',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:30  97150  group of 2  "Balance and core"
  10:30-10:45  97110  one-on-one
  bill 97110-59-GP x1
  bill 97150-GP x1
${NOTE}`,
    },
    {
      title: 'One-on-one minutes in the group that are recorded and not billed',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:30  97150  group of 2  "Balance and core"
  10:10-10:20  97110  one-on-one
  bill 97150-GP x1
${NOTE}`,
    },
  ],
};
