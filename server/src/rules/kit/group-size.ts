/** Sizes of groups, said to each member. */

import type { ClinicianDay, Group } from '../../model/clinician-day';
import type { Code } from '../../model/code';
import type { Encounter, Session } from '../../model/encounter';
import type { Payer } from '../../model/payer';
import type { Related, Report, Severity } from './rule';

/** What one source calls best for a group of 97150; no rule for outpatients sets a limit. */
const THERAPY_BEST_UP_TO = 6;
/** The limit of one Medicare contractor's policy (L33632), of 90853. */
const PSYCHOTHERAPY_MOST = 12;

/** The most patients in a group of 97150 that raise no question. */
export function therapyGroupMost({ payer }: { readonly payer: Payer }): number {
  return payer.groupSizeMost ?? THERAPY_BEST_UP_TO;
}

/** The same of 90853. */
export function psychotherapyGroupMost({ payer }: { readonly payer: Payer }): number {
  return payer.psychotherapyGroupSizeMost ?? PSYCHOTHERAPY_MOST;
}

/** The most patients in a group of a code of which no rule says that they are many. */
export function largestQuietGroup({ number }: Code, payer: Payer): number {
  if (number === 97150) return therapyGroupMost({ payer });
  return number === 90853 ? psychotherapyGroupMost({ payer }) : Number.POSITIVE_INFINITY;
}

/** The first session of each member in a group: what concerns several is said once to each. */
export function firstOfEach(sessions: readonly Session[]): Session[] {
  const seen = new Set<string | Encounter>();
  return sessions.filter(({ encounter }) => {
    const key = encounter.patient ?? encounter;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** "group of 14 (14 stated)", or how many are on file where no size is stated. */
export function sizeSaid(group: Group): string {
  return group.statedSize > 0 ? `group of ${group.size}` : `${group.size} members on file`;
}

/** Says to each member of a group of one code that it has more members than a number that hangs on the member's payer. */
export function reportLarger(
  day: ClinicianDay,
  code: number,
  most: (encounter: Encounter) => number,
  say: (group: Group, encounter: Encounter, most: number) => { severity: Severity; message: string },
  report: Report,
): void {
  for (const group of day.groups) {
    if (group.code.number !== code) continue;
    const { size } = group;
    const stated = group.sessions.find((session) => session.size === group.statedSize)!;
    if (group.sessions.every(({ encounter }) => size <= most(encounter))) continue;
    for (const session of firstOfEach(group.sessions)) {
      const limit = most(session.encounter);
      if (size <= limit) continue;
      report(session.encounter, session.contactPlace(), {
        ...say(group, session.encounter, limit),
        about: [session],
        related: session.size === group.statedSize ? [] : [whereStated(stated)],
      });
    }
  }
}

/** Where another member's session states the size. */
function whereStated(stated: Session): Related {
  return {
    home: stated.encounter.home,
    place: stated.contactPlace(),
    message: `group of ${stated.size} is stated here`,
  };
}
