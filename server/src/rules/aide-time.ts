import { type Code, Is } from '../model/code';
import type { ClaimLine, Session } from '../model/encounter';
import { type ClaimDay, type PatientDay, poolsOf } from '../model/patient-day';
import { isMedicare } from '../model/payer';
import { judgeUnits, totalMinutes, UnitCount } from '../model/units';
import { Giver } from '../syntax/kinds';
import { ContactFault, contactFault } from './kit/contact';
import { attentionOf, codeAndTime, relatedTimes, sharedMinutes } from './kit/overlap';
import type { PatientDayRule, RuleDocs, Severity } from './kit/rule';
import { list, minutes, units, when } from './kit/words';

export const rule: PatientDayRule = {
  id: 'aide-time',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['nor1', 'nor2', 'thc-s'],
  statements: ['T02', 'A01', 'A10'],
  facts: ['F-DOC-12', 'F-DOC-13'],
  check(day, report) {
    const said = new Set<Code>();
    for (const session of day.sessions) {
      if (!session.byAide || session.cut || !needsClinician(session)) continue;
      const code = session.code!;
      if (said.has(code)) continue;
      const claimDay = day.claimDayOf(session.encounter);
      const lines = linesResting(day, claimDay, code, NONE);
      if (lines.length === 0) continue;
      said.add(code);
      const sessions = day.sessions.filter((other) => other.byAide && other.code === code);
      report(session.encounter, session.byPlace(), {
        severity: severityOf(session),
        message: `${code.text}: ${minutes(totalMinutes(sessions))} by an aide and ${billed(lines)} billed on them. An aide's minutes are never skilled treatment: bill what the clinician gave, or correct who gave it.`,
        sources: ['nor1', 'nor2'],
        about: [...sessions, ...lines],
        related: relatedToLines(lines),
      });
    }
  },
  checkGiver(day, report) {
    const sessions = attentionOf(day);
    for (const session of sessions) {
      if (session.by !== Giver.Student || !needsClinician(session)) continue;
      const others = sessions.filter(
        (other) =>
          other.encounter.patient !== session.encounter.patient &&
          sharedMinutes(session, other) > 0 &&
          !(other.isGroup && session.isGroup && other.code === session.code),
      );
      if (others.length === 0) continue;
      const { encounter } = session;
      const lines = linesResting(encounter.day, encounter.day.claimDayOf(encounter), session.code!, [session]);
      if (lines.length === 0) continue;
      report(encounter, session.byPlace(), {
        severity: severityOf(session),
        message: `${session.code!.text} ${when(session)}: a student's session is billed while ${day.giver} is with ${list(
          others.map((other) => `patient ${other.encounter.patient} (${codeAndTime(other)})`),
        )}. A student counts only where the clinician directs the session and treats nobody else.`,
        sources: ['thc-s', 'nor2'],
        about: [session, ...lines],
        related: relatedTimes(others, (other) => `Patient ${other.encounter.patient}: ${codeAndTime(other)}`),
      });
    }
  },
};

const NONE: readonly Session[] = [];

/** The code needs contact, attendance or a leader. Evaluations by an aide or a student have a rule of their own. */
function needsClinician(session: Session): boolean {
  const code = session.code!;
  const need = code.entry!.contact;
  if (need === 'supervised' || need === 'none' || code.is & Is.Evaluation) return false;
  return contactFault(session) === ContactFault.None;
}

function severityOf({ encounter }: Session): Severity {
  return isMedicare(encounter.payer, rule.id) || encounter.payer.tricare ? 'error' : 'warning';
}

function billed(lines: readonly ClaimLine[]): string {
  let sum = 0;
  for (const line of lines) sum += line.units;
  return units(sum);
}

function relatedToLines(lines: readonly ClaimLine[]) {
  return lines.map((line) => ({
    home: line.encounter.home,
    place: line.codePlace(),
    message: `${line.text} x${line.units} is billed here`,
  }));
}

/** The claim lines of a code whose units the day does not support without an aide's and these sessions. */
function linesResting(
  day: PatientDay,
  claimDay: ClaimDay,
  code: Code,
  without: readonly Session[],
): readonly ClaimLine[] {
  const lines = claimDay.claims.filter((line) => !line.cut && line.code!.pool === code.pool);
  if (lines.length === 0) return lines;
  if (!(code.is & Is.Timed)) {
    if (day.unreadSession) return [];
    const rests = !day.sessions.some((other) => other.code === code && !other.byAide && !without.includes(other));
    return rests ? lines : [];
  }
  if (!claimDay.minutesKnown) return [];
  const sessions = claimDay.timedSessions.filter((session) => !without.includes(session));
  const count = new UnitCount(claimDay.unitRule, poolsOf(sessions), totalMinutes(sessions));
  if (!count.pool(code.pool)) return lines;
  return judgeUnits(count, claimDay.timedLines)
    .filter(({ pool, supported, line }) => pool.key === code.pool && line.units > supported)
    .map(({ line }) => line);
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Minutes of an aide or student billed',
  summary: 'A code that needs the clinician is billed on minutes that an aide or an undirected student gave.',
  explanation:
    'An aide may help, but an aide’s minutes never count as skilled treatment. A student’s minutes are the clinician’s: the service counts where the clinician is in the room, directs it and treats nobody else. A student’s session in the same minutes as another patient of that clinician is therefore not billable. A student who takes part in a group that the clinician leads is right. Minutes may be recorded and left unbilled; this rule speaks only where units rest on them.',
  cost: 'Medicare and TRICARE do not pay for it; billed all the same, it is a false claim.',
  fix: 'Bill the clinician’s minutes alone, or correct who gave the session.',
  severities: 'Error for Medicare and TRICARE, warning for other payers.',
  bad: [
    {
      title: 'Exercise with an aide, billed to Medicare',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient B
  dx M54.50
  09:00-09:30  97110  by aide
                      ^^^^^^^ aide-time error
  bill 97110-GP x2
`,
    },
    {
      title: 'The same for a commercial plan',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient B
  dx M54.50
  09:00-09:30  97110  by aide
                      ^^^^^^^ aide-time warning
  bill 97110 x2
`,
    },
    {
      title: 'A student treats one patient, the therapist another',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  by student
                      ^^^^^^^^^^ aide-time error
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:00-09:15  97140
  bill 97140-GP x1
`,
    },
  ],
  good: [
    {
      title: 'The aide’s minutes are recorded, and the therapist’s 15 are billed',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient B
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97110  by aide
  bill 97110-GP x1
`,
    },
    {
      title: 'A student directed by a therapist who treats nobody else',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  by student
  bill 97110-GP x1

encounter 2026-03-03 patient B
  dx M25.561
  09:15-09:30  97140
  bill 97140-GP x1
`,
    },
  ],
};
