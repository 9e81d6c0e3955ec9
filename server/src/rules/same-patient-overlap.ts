import { Is } from '../model/code';
import type { Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import {
  aboutSessions,
  codeAndTime,
  coveredMinutes,
  eachOverlap,
  inOrderOf,
  isGroupTreatment,
  isModality,
  isWithoutPatient,
  MOST_AT_ONCE,
  putUnder,
  relatedTimes,
  takesAttention,
} from './kit/overlap';
import type { PatientDayRule, Report, RuleDocs } from './kit/rule';
import { list, minutes } from './kit/words';

export const rule: PatientDayRule = {
  id: 'same-patient-overlap',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['aca-group', 'ncci26'],
  statements: ['A18', 'A19', 'A20'],
  facts: ['F-OVER-01', 'F-OVER-02', 'F-OVER-03', 'F-OVER-06', 'F-OVER-08', 'F-OVER-09'],
  check(day, report) {
    if (day.sessions.length < 2) return;
    const found = new Map<Session, Session[]>();
    eachOverlap(day.sessions, (other, session) => {
      if (isJudged(session) && isJudged(other) && standsAgainst(session, other)) putUnder(found, session, other);
    });
    if (found.size > 0) say(day, found, report);
  },
};

const isJudged = (session: Session): boolean => takesAttention(session) && session.encounter.day.inPlay(session);

function standsAgainst(a: Session, b: Session): boolean {
  return oneGiver(a, b) && !isSaidOfGroup(a, b) && !isSaidOfGroup(b, a);
}

function say(day: PatientDay, found: ReadonlyMap<Session, Session[]>, report: Report): void {
  for (const [session, others] of inOrderOf(day.sessions, found)) {
    const shared = coveredMinutes(session, others);
    const twice = others.every((other) => other.code === session.code);
    report(session.encounter, session.whenPlace(), {
      severity: 'error',
      message: `${codeAndTime(session)}, shares ${minutes(shared)} with ${list(others.map(codeAndTime), 'and', others.length < MOST_AT_ONCE - 1)}${
        session.giver === undefined ? '' : `, both by ${session.giver}`
      }. ${
        twice ? 'The same minutes are recorded twice' : 'One clinician gives one service at a time'
      }: correct the times, or bill only one of them.`,
      about: aboutSessions(day, [session, ...others]),
      related: relatedTimes(others, codeAndTime),
    });
  }
}

/** The same person gave both, or nobody is named for either. Where one line leaves it open, it is not known. */
function oneGiver(a: Session, b: Session): boolean {
  if (a.giver !== undefined || b.giver !== undefined) return a.giver === b.giver;
  return isUnnamed(a) && isUnnamed(b);
}

function isUnnamed({ encounter }: Session): boolean {
  return !encounter.clinicianUnread && !encounter.assistantUnread;
}

/** Group with one-on-one, or 97150 with an attended modality where both are billed: rules of their own say these. */
function isSaidOfGroup(group: Session, other: Session): boolean {
  if (!isGroupTreatment(group) || group.code === other.code) return false;
  const code = other.code!;
  if (!isModality(code)) return !isWithoutPatient(code) || group.giver === other.giver;
  if (!(group.code!.is & Is.Group) || !(code.is & Is.AttendedModality)) return false;
  const { claims } = group.encounter.day;
  return claims.some((line) => line.code === group.code) && claims.some((line) => line.code === code);
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Two services in the same minutes',
  summary: 'Two attended sessions of one patient by one clinician share minutes.',
  explanation:
    'One clinician cannot give one patient two one-on-one procedures, two attended modalities, or one of each in the same period; nor the same one twice. That holds where no code-pair edit says so, too. Only a supervised modality, left running, may share its time with anything; where it is logged one-on-one, it may not. Two clinicians with one patient at once are co-treatment and are not meant here. Sessions count from their start up to their end, so they may touch.',
  cost: 'The same minutes are billed twice.',
  fix: 'Correct the times. They may follow one another or take turns.',
  severities: 'Error, for every payer.',
  bad: [
    {
      title: 'Gait training and ultrasound in the same 15 minutes',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97116
  09:00-09:15  97035
  ^^^^^^^^^^^ same-patient-overlap error
  bill 97116 x1
  bill 97035 x1
`,
    },
    {
      title: 'Two procedures that share 5 minutes',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:10-09:30  97140
  ^^^^^^^^^^^ same-patient-overlap error
  09:00-09:15  97110
  bill 97110-GP x1
  bill 97140-GP x1
`,
    },
  ],
  good: [
    {
      title: 'One after the other',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97116
  09:15-09:30  97035
  bill 97116-GP x1
  bill 97035-GP x1
`,
    },
    {
      title: 'A compression sleeve is left running during manual therapy',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97140
  09:00-09:15  97016
  bill 97140 x1
  bill 97016 x1
`,
    },
  ],
};
