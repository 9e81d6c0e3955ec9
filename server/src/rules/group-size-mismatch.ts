import type { Group } from '../model/clinician-day';
import type { Encounter, Session } from '../model/encounter';
import { ContactFault, contactFault } from './kit/contact';
import { firstOfEach } from './kit/group-size';
import { type ClinicianDayRule, Meets, type Related, type RuleDocs } from './kit/rule';
import { clock, list, when } from './kit/words';

export const rule: ClinicianDayRule = {
  id: 'group-size-mismatch',
  scope: 'clinician-day',
  needs: Meets.GroupSizes,
  severity: 'warning',
  sources: ['psych-90853'],
  statements: ['P13'],
  facts: ['F-PSY-03', 'F-DOC-04'],
  check(day, report) {
    for (const group of day.groups) {
      if (group.sessions.length < 2 || group.statedSize === 0) continue;
      if (agrees(group)) continue;
      // A stated size of 1 is said by another rule, and is no measure for the rest.
      const stated = group.sessions.filter(
        (session) => session.size > 0 && contactFault(session) === ContactFault.None,
      );
      const present = presence(group);
      const members = group.members.length;
      const sizes = sizesByTime(stated);
      const shown = stated.filter(
        (session) => differing(sizes, session) || mostWith(members, present, session).most > session.size,
      );
      for (const session of firstOfEach(shown)) {
        const other = differing(sizes, session);
        const { most, at } = mostWith(members, present, session);
        const { code, size, encounter } = session;
        const onFile = most > size ? `${most} members are on file${at >= 0 ? ` at ${clock(at)}` : ''}` : undefined;
        const alike = other ? `another member’s session of the same time says ${other.size}` : undefined;
        report(encounter, session.contactPlace(), {
          severity: 'warning',
          message: `${code!.text}, ${when(session)}: group of ${size} is stated, but ${list([onFile, alike].filter((word) => word !== undefined))}. Write the number of all who took part, alike for every member.`,
          about: [session],
          related: related(group, session, other, most > size ? at : undefined),
        });
      }
    }
  },
};

/** Of the sessions of the very same time, the first of each of two sizes: one of them differs from any other. */
function sizesByTime(stated: readonly Session[]): ReadonlyMap<string, readonly Session[]> {
  const sizes = new Map<string, Session[]>();
  for (const session of stated) {
    if (!session.hasClock) continue;
    const first = sizes.get(when(session));
    if (!first) sizes.set(when(session), [session]);
    else if (first.length < 2 && first[0]!.size !== session.size) first.push(session);
  }
  return sizes;
}

/** Another session of the very same time that states another size. */
function differing(sizes: ReadonlyMap<string, readonly Session[]>, session: Session): Session | undefined {
  return session.hasClock ? sizes.get(when(session))!.find(({ size }) => size !== session.size) : undefined;
}

/** One size for all, and no more sessions than that: nothing to look at closer. */
function agrees({ sessions, statedSize }: Group): boolean {
  if (sessions.length > statedSize) return false;
  for (const { size } of sessions) if (size > 0 && size !== statedSize) return false;
  return true;
}

/** How many members are there in each minute in which a session starts. */
function presence(group: Group): ReadonlyMap<number, number> {
  const present = new Map<number, number>();
  for (const { start } of group.sessions) {
    if (start >= 0 && !present.has(start)) present.set(start, membersAt(group, start));
  }
  return present;
}

function membersAt({ sessions }: Group, minute: number): number {
  return firstOfEach(sessions.filter((session) => isPresent(session, minute))).length;
}

/** The most members of the group in any one minute of a session, and the first such minute. Without times, all of them. */
function mostWith(
  members: number,
  present: ReadonlyMap<number, number>,
  session: Session,
): { most: number; at: number } {
  if (!session.hasClock) return { most: members, at: -1 };
  let most = 0;
  let at = session.start;
  for (const [minute, there] of present) {
    if (minute < session.start || minute >= session.end) continue;
    if (there > most || (there === most && minute < at)) {
      most = there;
      at = minute;
    }
  }
  return { most, at };
}

/** Whether a session runs in a minute; where the times are not known, it counts. */
function isPresent(session: Session, minute: number): boolean {
  return minute < 0 || (session.start <= minute && minute < session.end);
}

function related(group: Group, session: Session, other: Session | undefined, minute?: number): Related[] {
  const say = (there: Session, message: string): Related => ({
    home: there.encounter.home,
    place: there.contactPlace(),
    message,
  });
  if (minute !== undefined) {
    const key = (encounter: Encounter) => encounter.patient ?? encounter;
    const seen = new Set([key(session.encounter)]);
    const found: Related[] = [];
    for (const there of group.sessions) {
      if (found.length === MOST_RELATED) break;
      if (!isPresent(there, minute) || seen.has(key(there.encounter))) continue;
      seen.add(key(there.encounter));
      found.push(say(there, there.size > 0 ? `here too: group of ${there.size}` : 'here too'));
    }
    return found;
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
    'Sessions of one clinician, code and the very same clock time are one group, so they state one size. And where more patients of the group are on file in one minute than a session says, the number is too low. Fewer on file than stated is right: the others may be in another file. Plain `group` states nothing and contradicts nothing. Without clock times, sessions of one activity are one group, and all its members count.',
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
