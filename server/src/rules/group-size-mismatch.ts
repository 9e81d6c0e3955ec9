import type { Group } from '../model/clinician-day';
import type { Encounter, Session } from '../model/encounter';
import { ContactFault, contactFault } from './kit/contact';
import { firstOfEach } from './kit/group-size';
import type { ClinicianDayRule, Related, RuleDocs } from './kit/rule';
import { clock, list, when } from './kit/words';

export const rule: ClinicianDayRule = {
  id: 'group-size-mismatch',
  scope: 'clinician-day',
  severity: 'warning',
  sources: ['psych-90853'],
  statements: ['P13'],
  facts: ['F-PSY-03', 'F-DOC-04'],
  check(day, report) {
    for (const group of day.groups) {
      if (group.sessions.length < 2 || group.statedSize === 0) continue;
      // A stated size of 1 is said by another rule, and is no measure for the rest.
      const stated = group.sessions.filter(
        (session) => session.size > 0 && session.hasClock && contactFault(session) === ContactFault.None,
      );
      if (stated.length === 0) continue;
      const shown = stated.filter(
        (session) => differing(stated, session) || mostWith(group, session).most > session.size,
      );
      for (const session of firstOfEach(shown)) {
        const other = differing(stated, session);
        const { most, at } = mostWith(group, session);
        const { code, size, encounter } = session;
        const onFile = most > size ? `${most} members are on file at ${clock(at)}` : undefined;
        const alike = other ? `another member’s session of the same time says ${other.size}` : undefined;
        report(encounter, session.contactPlace(), {
          severity: 'warning',
          message: `${code!.text}, ${when(session)}: group of ${size} is stated, but ${list([onFile, alike].filter((word) => word !== undefined))}. Write the number of all who took part, alike for every member.`,
          about: [session],
          related: related(group, session, other, most > size ? at : -1),
        });
      }
    }
  },
};

/** Another session of the very same time that states another size. */
function differing(stated: readonly Session[], session: Session): Session | undefined {
  return stated.find(
    (other) => other.size !== session.size && other.start === session.start && other.end === session.end,
  );
}

/** The most members of the group in any one minute of a session, and the first such minute. */
function mostWith(group: Group, session: Session): { most: number; at: number } {
  let most = 0;
  let at = session.start;
  for (const { start } of group.sessions) {
    const minute = Math.max(start, session.start);
    if (minute >= session.end) continue;
    const present = presentAt(group, minute).length;
    if (present > most || (present === most && minute < at)) {
      most = present;
      at = minute;
    }
  }
  return { most, at };
}

/** The members' sessions in one minute, each member once. */
function presentAt(group: Group, minute: number): Session[] {
  return firstOfEach(group.sessions.filter((session) => session.start <= minute && minute < session.end));
}

function related(group: Group, session: Session, other: Session | undefined, minute: number): Related[] {
  const say = (there: Session, message: string): Related => ({
    home: there.encounter.home,
    place: there.contactPlace(),
    message,
  });
  if (minute >= 0) {
    const key = (encounter: Encounter) => encounter.patient ?? encounter;
    return presentAt(group, minute)
      .filter((there) => key(there.encounter) !== key(session.encounter))
      .slice(0, MOST_RELATED)
      .map((there) => say(there, there.size > 0 ? `here too: group of ${there.size}` : 'here too'));
  }
  return other ? [say(other, `group of ${other.size} is stated here`)] : [];
}

const MOST_RELATED = 12;

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

export const docs: RuleDocs = {
  title: 'Group sizes do not agree',
  summary: 'Members of one group state different sizes, or more members are on file than the size says.',
  explanation:
    'Sessions of one clinician, code and the very same clock time are one group, so they state one size. And where more patients of the group are on file in one minute than a session says, the number is too low. Fewer on file than stated is right: the others may be in another file. Plain `group` states nothing and contradicts nothing. Without clock times the minutes are not known, and nothing is said.',
  cost: 'Two counts of one group make both records doubtful.',
  fix: 'Write the number of all who took part, the same for every member. There is no quick fix: only the attendance record knows.',
  severities: 'Warning, for every payer and date.',
  bad: [
    {
      title: 'One group, two sizes',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 2
                      ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:30  97150  group of 3
                      ^^^^^^^^^^ group-size-mismatch warning
  bill 97150-GP x1
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.
`,
    },
  ],
  good: [
    {
      title: 'Fewer on file than stated',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:15-09:30  97150  group of 3
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.

encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  09:15-09:31  97150  group of 3
  bill 97150-GP x1
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.
`,
    },
  ],
};
