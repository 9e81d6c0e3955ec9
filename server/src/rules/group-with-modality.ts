import { type Code, Is } from '../model/code';
import { type ClaimLine, codesShown, type Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { ContactFault, contactFault } from './kit/contact';
import { removeLine } from './kit/edits';
import { aboutSessions, codeAndTime, eachOverlap, relatedTimes, removableLine } from './kit/overlap';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'group-with-modality',
  scope: 'patient-day',
  needs: Is.Group | Is.AttendedModality,
  severity: 'error',
  sources: ['aca-group', 'h222'],
  statements: ['A09', 'A21'],
  facts: ['F-OVER-05', 'F-OVER-12'],
  check(day, report) {
    const group = day.claims.find((line) => line.code!.is & Is.Group);
    if (!group) return;
    const groups = sessionsOf(day, group.code!);
    if (groups.length === 0) return;
    const said = new Set<Code>();
    for (const line of day.claims) {
      const code = line.code!;
      if (!(code.is & Is.AttendedModality) || said.has(code)) continue;
      said.add(code);
      const modality = sessionsOf(day, code);
      if (modality.length === 0) continue;
      const shown = codesShown(modality, groups);
      if (shown === 'separate') continue;
      const sharing = new Set<Session>();
      eachOverlap([...modality, ...groups], (one, other) => {
        if (one.code !== other.code && !one.cut && !other.cut) sharing.add(one).add(other);
      });
      const overlapping = modality.filter((one) => sharing.has(one));
      const isOverlap = overlapping.length > 0;
      if (!isOverlap && (isUnread(group, line) || [...modality, ...groups].some((one) => one.cut || one.minutes < 0)))
        continue;
      const about = isOverlap
        ? [...overlapping, ...groups.filter((one) => sharing.has(one))]
        : [...modality, ...groups];
      report(line.encounter, line.codePlace(), {
        severity: isOverlap ? 'error' : 'warning',
        message: isOverlap ? overlapMessage(code, about) : unknownMessage(code),
        // Where they overlap, this speaks for any 59 on the two codes as well.
        about: isOverlap ? aboutSessions(day, about) : about,
        related: relatedTimes(about, codeAndTime),
        fixes: () => {
          const removable = removableLine(day, code, line.encounter);
          if (!removable) return [];
          return [
            {
              title: `Remove the ${code.text} line: you state that it was given in the time of the group`,
              safe: false,
              edits: [removeLine(removable.encounter, removable.line)],
            },
          ];
        },
      });
    }
  },
};

/** The sessions of a code whose contact does not contradict it: those that do are said by themselves. */
function sessionsOf(day: PatientDay, code: Code): Session[] {
  return day
    .sessionsOf(code)
    .filter((session) => !session.byAide && (session.cut || contactFault(session) === ContactFault.None));
}

/** A line not covered by law is judged for shown overlap alone; one that breaks off may say more. */
function isUnread(...lines: readonly ClaimLine[]): boolean {
  return lines.some((line) => line.cut || line.notCovered);
}

function overlapMessage(code: Code, sessions: readonly Session[]): string {
  return `${code.text} and group (97150) share minutes: ${list(
    sessions.map(codeAndTime),
  )}. An attended modality takes the clinician away from the group: correct the times, or bill only one of the two.`;
}

function unknownMessage(code: Code): string {
  return `${code.text} and group (97150) are billed on one day, and the times do not show them apart. An attended modality cannot be given in the group's time: record clock times for both.`;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;
const NOTE = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: 'Group with an attended modality',
  summary: 'Group and a modality that needs the clinician at the patient (97032-97039) are billed for the same time.',
  explanation:
    'A modality with constant attendance, such as ultrasound (97035), is no part of group therapy and may not be given in the same period as the group, to the same or another patient. At separate times on one day both may be billed; no code-pair edit joins them and no -59 is needed. Where a session has only a length, nothing shows that the times were apart.',
  cost: 'The same minutes are billed twice.',
  fix: 'Record the clock times, or correct them. The line of the modality can be removed: that states that it was given in the time of the group.',
  severities: 'Error where the times overlap; warning where the times are not shown. Every payer.',
  bad: [
    {
      title: 'Ultrasound during the group',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 3  "Balance and core"
  09:20-09:30  97035
  bill 97150-GP x1
  bill 97035-GP x1
       ^^^^^ group-with-modality error | Remove the 97035 line: you state that it was given in the time of the group
${NOTE}`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 3  "Balance and core"
  09:20-09:30  97035
  bill 97150-GP x1
${NOTE}`,
    },
    {
      title: 'Lengths alone do not show the two apart',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  30 min  97150  group of 3  "Balance and core"
  10 min  97035
  bill 97150 x1
  bill 97035 x1
       ^^^^^ group-with-modality warning
${NOTE}`,
    },
  ],
  good: [
    {
      title: 'Ultrasound after the group',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 3  "Balance and core"
  09:30-09:40  97035
  bill 97150-GP x1
  bill 97035-GP x1
${NOTE}`,
    },
    {
      title: 'A hot pack may share its time with the group',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:30  97150  group of 3  "Balance and core"
  09:00-09:15  97010
  bill 97150 x1
  bill 97010 x1
${NOTE}`,
    },
  ],
};
