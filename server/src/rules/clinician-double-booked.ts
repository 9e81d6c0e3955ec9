import type { ClinicianDay } from '../model/clinician-day';
import { Is } from '../model/code';
import type { Session } from '../model/encounter';
import { shownOverlapping } from '../model/encounter';
import { Giver } from '../syntax/kinds';
import { insert, removeModifier, replace, setCode, setUnits } from './kit/edits';
import {
  attentionOf,
  codeAndTime,
  eachOverlap,
  linesOfSessions,
  MOST_AT_ONCE,
  relatedTimes,
  takesAttention,
} from './kit/overlap';
import { type ClinicianDayRule, type Edit, type Fix, Meets, type RuleDocs } from './kit/rule';
import { list, minutes, when } from './kit/words';

export const rule: ClinicianDayRule = {
  id: 'clinician-double-booked',
  scope: 'clinician-day',
  needs: Meets.SharedMinutes,
  severity: 'error',
  sources: ['aca-group', 'ncci26'],
  statements: ['A06', 'A08', 'A18', 'A19', 'A20', 'A21'],
  facts: ['F-OVER-01', 'F-OVER-03', 'F-OVER-05', 'F-OVER-09', 'F-OVER-10', 'F-OVER-13', 'F-OVER-14'],
  check(day, report) {
    const sessions = attentionOf(day).filter((session) => session.encounter.day.inPlay(session));
    const all = new Map<Session, Clash>();
    eachOverlap(sessions, (one, two) => {
      if (!standAgainst(one, two)) return;
      // Of a group and another session, the other is the one to be corrected.
      if ((!one.isGroup || two.isGroup) && !hasSameGroup(one, two)) put(all, one, two);
      if ((!two.isGroup || one.isGroup) && !hasSameGroup(two, one)) put(all, two, one);
    });
    for (const session of sessions) {
      const clash = all.get(session);
      if (!clash) continue;
      const { others } = clash;
      report(session.encounter, session.whenPlace(), {
        severity: 'error',
        message: message(day, session, clash),
        about: [session, ...others],
        related: relatedTimes(others, (other) => `Patient ${other.encounter.patient}: ${codeAndTime(other)}`),
        fixes: () => fixes(session, clash, all),
      });
    }
  },
};

/** The sessions that are kept of those that share minutes with one: a whole clinic under one name has thousands. */
const MOST_KEPT = 20;
const MOST_NAMED = 6;

/** What shares minutes with one session, in the order of starts. */
class Clash {
  /** The first of them. */
  readonly others: Session[] = [];
  count = 0;
  /** Minutes of the session that they cover, each once. */
  covered = 0;
  private reached: number;

  constructor(readonly session: Session) {
    this.reached = session.start;
  }

  add(other: Session): void {
    this.count++;
    if (this.others.length < MOST_KEPT) this.others.push(other);
    const to = Math.min(other.end, this.session.end);
    this.covered += Math.max(0, to - Math.max(other.start, this.reached));
    this.reached = Math.max(this.reached, to);
  }
}

function put(found: Map<Session, Clash>, session: Session, other: Session): void {
  let clash = found.get(session);
  if (!clash) {
    clash = new Clash(session);
    found.set(session, clash);
  }
  clash.add(other);
}

/** Two sessions of one giver that share minutes and may not. */
function standAgainst(a: Session, b: Session): boolean {
  if (a.encounter.patient === b.encounter.patient) return false;
  // Two members of group sessions of one code.
  if (a.isGroup && b.isGroup && a.code === b.code) return false;
  // A family seen together: which of them is billed is not ours to say.
  if (a.code === b.code && (a.code!.number === 90846 || a.code!.number === 90847)) return false;
  // A student's session beside the clinician's own is said of the student's.
  return a.by !== Giver.Student && b.by !== Giver.Student;
}

/** The patient of a session is a member of the very group at that time: said by the rules on group and one patient. */
function hasSameGroup(session: Session, other: Session): boolean {
  if (!other.isGroup) return false;
  const { day } = session.encounter;
  return day
    .sessionsOf(other.code!)
    .some(
      (member) =>
        member !== session &&
        member.isGroup &&
        member.code === other.code &&
        member.giver === other.giver &&
        takesAttention(member) &&
        day.inPlay(member) &&
        shownOverlapping(member, session) &&
        shownOverlapping(member, other),
    );
}

function message(day: ClinicianDay, session: Session, { others, count, covered }: Clash): string {
  const named = others.slice(0, MOST_NAMED);
  const whom = named.filter((other) => !other.isGroup).map((other) => `patient ${nameAndTime([other])}`);
  const groups = new Map<string, Session[]>();
  for (const other of named) {
    if (!other.isGroup) continue;
    const same = groups.get(codeAndTime(other));
    if (same) same.push(other);
    else groups.set(codeAndTime(other), [other]);
  }
  for (const members of groups.values())
    whom.push(`the group of patient${patientsOf(members).length > 1 ? 's' : ''} ${nameAndTime(members)}`);
  if (count > named.length) whom.push(`${count < MOST_AT_ONCE - 1 ? '' : 'at least '}${count - named.length} more`);
  return `${session.code!.text} ${when(session)}: for ${minutes(covered)} ${day.giver} is also recorded with ${list(whom)}. Correct the times or who gave them.${divided([session, ...others])}`;
}

/** "B (97530, 10:10-10:25)", "B and C (97150, 10:00-10:30)". */
function nameAndTime(sessions: readonly Session[]): string {
  return `${list(patientsOf(sessions))} (${codeAndTime(sessions[0]!)})`;
}

/** Each once: a patient may have two encounters of one date. */
function patientsOf(sessions: readonly Session[]): string[] {
  return [...new Set(sessions.map(({ encounter }) => encounter.patient!))];
}

/** Divided attention is group, where the codes are of a kind that group stands for. */
function divided(sessions: readonly Session[]): string {
  if (sessions.some(({ code }) => code!.is & Is.AttendedModality))
    return ' An attended modality cannot share its minutes with another patient or a group.';
  const isTherapy = ({ code }: Session) =>
    (code!.is & Is.Group) !== 0 || ((code!.is & Is.OneOnOne) !== 0 && code!.number <= 97542);
  return sessions.every(isTherapy) ? ' If attention was divided, it is group: 97150 for each patient.' : '';
}

/** Both sessions and both lines to 97150: only where the two were given the same minutes and nothing else is in the way. */
function fixes(session: Session, clash: Clash, all: ReadonlyMap<Session, Clash>): readonly Fix[] {
  const other = clash.others[0]!;
  if (clash.count > 1 || (all.get(other)?.count ?? 0) > 1) return [];
  if (session.start !== other.start || session.end !== other.end) return [];
  if (session.encounter.home.file !== other.encounter.home.file) return [];
  const edits: Edit[] = [];
  for (const one of [session, other]) {
    const changed = toGroup(one);
    if (!changed) return [];
    edits.push(...changed);
  }
  return [
    {
      title: `Change both to 97150 x1, group of 2: you state that attention was divided between ${session.encounter.patient} and ${other.encounter.patient}`,
      safe: false,
      edits,
    },
  ];
}

function toGroup(session: Session): Edit[] | undefined {
  const code = session.code!;
  if (session.isGroup || !(code.is & Is.GroupFamily)) return undefined;
  const { encounter } = session;
  const { day } = encounter;
  if (day.unreadClaim || day.unreadSession) return undefined;
  const lines = linesOfSessions(day, [session]);
  const line = lines[0];
  if (lines.length > 1 || day.sessionsOf(code).length > 1) return undefined;
  if (line && (line.cut || line.encounter !== encounter)) return undefined;
  // A group session that was left unbilled would be billed by this line.
  if (day.sessions.some((other) => other.code!.is & Is.Group)) return undefined;
  for (const claim of day.claims) {
    if (claim.code!.is & Is.Group) return undefined;
    // Beside group another code may need a modifier that it does not have now.
    if (claim !== line && day.settings.pairs.find('97150', claim.code!.text, day.date)) return undefined;
  }
  const edits = [setCode(session, '97150')];
  edits.push(
    session.contactStart >= 0
      ? replace(encounter, session.contactPlace(), 'group of 2')
      : insert(encounter, session.line, session.codeEnd, '  group of 2'),
  );
  if (line) {
    edits.push(setCode(line, '97150'));
    for (const use of line.modifiers) if (use.entry?.kind === 'distinct') edits.push(removeModifier(line, use));
    if (line.units !== 1) edits.push(setUnits(line, 1));
  }
  return edits;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;
const NOTE = `  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

export const docs: RuleDocs = {
  title: 'One clinician with two patients at once',
  summary: 'A clinician has two patients in the same minutes, or a patient beside a group.',
  explanation:
    'One-on-one means that the clinician is with that patient alone. Where attention goes back and forth between two or more patients, it is group, and each patient has one unit of 97150. An attended modality cannot share its time with another patient or a group either. All patients of one clinician and date are looked at, in every file and whoever pays. Two clinicians with two patients are no overlap: an assistant counts for himself. A student’s minutes are those of the clinician, and have a rule of their own. Only sessions of codes that are billed are looked at, or of an encounter with nothing billed yet.',
  cost: 'Minutes of one clinician are billed twice. Auditors compare a whole day’s schedule for this.',
  fix: 'Correct the times, or name who gave the session. If the clinician divided attention, change both to 97150: the fix is offered where both codes are of 97110-97139 and the times are the same, and states that it was so.',
  severities: 'Error, for every payer.',
  bad: [
    {
      title: 'Two patients one-on-one that share 5 minutes',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:15  97110
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  10:10-10:25  97140
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97140-GP x1
`,
    },
    {
      title: 'The same minutes with two patients: divided attention is group',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:25  97110  one-on-one
  ^^^^^^^^^^^ clinician-double-booked error | Change both to 97150 x1, group of 2: you state that attention was divided between A and B
  bill 97110 x2
${NOTE}
encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  10:00-10:25  97116
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97116 x2
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.
`,
      fixed: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:25  97150  group of 2
  bill 97150 x1
${NOTE}
encounter 2026-03-03 patient B
  dx M25.561
  goal "Carry shopping up one flight"
  10:00-10:25  97150  group of 2
  bill 97150 x1
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.
`,
    },
    {
      title: 'Ultrasound for one patient while the group goes on',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
${NOTE}
encounter 2026-03-03 patient C
  dx M25.561
  10:10-10:20  97035
  ^^^^^^^^^^^ clinician-double-booked error
  bill 97035-GP x1
`,
    },
  ],
  good: [
    {
      title: 'Three patients in turns, none at the same time',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:08  97110
  10:24-10:34  97110
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M54.50
  10:08-10:16  97110
  10:34-10:39  97110
  bill 97110-GP x1

encounter 2026-03-03 patient C
  dx M54.50
  10:16-10:24  97110
  10:39-10:45  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'Two clinicians with two patients',
      text: `payer medicare
discipline PT

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  dx M54.50
  10:00-10:15  97110
  bill 97110-GP x1

encounter 2026-03-03 patient B
  clinician "D. Sato, PT"
  dx M54.50
  10:00-10:15  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'Traction is left running for one patient while another is treated',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  10:00-10:15  97012
  bill 97012-GP x1

encounter 2026-03-03 patient B
  dx M54.50
  10:00-10:15  97110
  bill 97110-GP x1
`,
    },
  ],
};
