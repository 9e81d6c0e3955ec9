import { Is } from '../model/code';
import type { Session } from '../model/encounter';
import { ContactFault, contactFault } from './kit/contact';
import { aboutSessions, relatedTimes } from './kit/overlap';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { minutes } from './kit/words';

export const rule: PatientDayRule = {
  id: 'times-not-recorded',
  scope: 'patient-day',
  needs: Is.Group | Is.OneOnOne,
  severity: 'info',
  sources: ['theraplatform', 'coding-ahead'],
  statements: ['T08', 'C08'],
  facts: ['F-DOC-02', 'F-DOC-05'],
  check(day, report) {
    let first: Session | undefined;
    let group = false;
    let single = false;
    for (const session of day.sessions) {
      const isGroup = (session.code!.is & Is.Group) !== 0;
      if (!isGroup && !(session.code!.is & Is.OneOnOne)) continue;
      // What cannot be read is said by itself, and so is a code that its contact contradicts.
      if (session.cut || session.minutes < 0 || session.byAide || contactFault(session) !== ContactFault.None) continue;
      if (isGroup) group = true;
      else single = true;
      if (!session.hasClock) first ??= session;
    }
    if (!first || !group || !single) return;
    const session = first;
    const others = day.sessions.filter(
      (other) =>
        other !== session &&
        other.code!.is & (session.code!.is & Is.Group ? Is.OneOnOne : Is.Group) &&
        other.minutes > 0,
    );
    report(session.encounter, session.whenPlace(), {
      severity: 'info',
      message: `${session.code!.text}: ${minutes(session.minutes)}, no clock times. Group and one-on-one on one day are to be shown at separate times: write start and end of each, such as 09:00-09:15.`,
      about: aboutSessions(day, [session, ...others]),
      related: relatedTimes(others, (other) => `${other.code!.text} on the same day`),
    });
  },
};

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;
const NOTE = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: 'Clock times not recorded',
  summary: 'Group and one-on-one on one day, and one of them has only a length.',
  explanation:
    'Where a patient has group and one-on-one on one day, the record must show that they took place at separate times. A length in minutes is enough to count units, and Medicare does not ask for start and end, but it does not show the two apart. Where -59 is missing or rests on nothing, that is said instead.',
  cost: 'In an audit nothing shows that the minutes were not the same.',
  fix: 'Write start and end of each session.',
  severities: 'Info, for every payer.',
  bad: [
    {
      title: 'The group has a length, and nothing is billed yet',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  30 min  97150  group of 3  "Balance and core"
  ^^^^^^ times-not-recorded info
${NOTE}`,
    },
  ],
  good: [
    {
      title: 'Both with clock times',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:45  97150  group of 3  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP x1
${NOTE}`,
    },
    {
      title: 'One-on-one alone needs no clock times',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  15 min  97110
  bill 97110-GP x1
`,
    },
  ],
};
