/** Minutes that cannot be shared: what the overlap rules have in common. */

import type { ClinicianDay } from '../../model/clinician-day';
import type { Code } from '../../model/code';
import { Is } from '../../model/code';
import { type ClaimLine, type Encounter, type Session, shownOverlapping } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';
import { SharedKey } from '../../model/shared';
import { ContactFault, contactFault } from './contact';
import type { Related } from './rule';
import { when } from './words';

/**
 * A session whose minutes and giver are recorded and that takes the giver's attention. Left out: an aide's, one that
 * breaks off, and one whose code and contact contradict one another, which is said by itself.
 */
export function takesAttention(session: Session): boolean {
  return (
    session.start >= 0 &&
    !session.cut &&
    session.code !== undefined &&
    session.isAttended &&
    !session.byAide &&
    contactFault(session) === ContactFault.None
  );
}

/** The minutes that two sessions share; 0 where they share none. */
export function sharedMinutes(a: Session, b: Session): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** The minutes of a session that others cover, each once. */
export function coveredMinutes(session: Session, others: readonly Session[]): number {
  const sorted = others.length > 1 ? [...others].sort((a, b) => a.start - b.start) : others;
  let reached = session.start;
  let covered = 0;
  for (const { start, end } of sorted) {
    const from = Math.max(start, reached);
    const to = Math.min(end, session.end);
    if (to <= from) continue;
    covered += to - from;
    reached = to;
  }
  return covered;
}

/** 97032-97039, and supervised modalities. */
export function isModality(code: Code): boolean {
  return (code.is & (Is.AttendedModality | Is.SupervisedModality)) !== 0;
}

/** 97150, 90853 or 92508, given to a group. */
export function isGroupTreatment(session: Session): boolean {
  const code = session.code!;
  return session.isGroup && ((code.is & (Is.Group | Is.GroupPsychotherapy)) !== 0 || code.number === 92508);
}

/** The patient is not there: the family alone, or the caregivers. */
export function isWithoutPatient(code: Code): boolean {
  const n = code.number;
  return n === 90846 || (n >= 97550 && n <= 97552);
}

/** "97110, 09:00-09:15". */
export function codeAndTime(session: Session): string {
  return `${session.code!.text}, ${when(session)}`;
}

export function relatedTimes(sessions: readonly Session[], says: (session: Session) => string): Related[] {
  return sessions.map((session) => ({
    home: session.encounter.home,
    place: session.whenPlace(),
    message: says(session),
  }));
}

/** The claim lines of the codes of some sessions: a finding about overlap speaks for their pair as well. */
export function linesOfSessions(day: PatientDay, sessions: readonly Session[]): readonly ClaimLine[] {
  const services = [...new Map(sessions.map(({ code }) => [code!.service, code!])).values()];
  if (services.length === 1) return day.linesOf(services[0]!);
  const place = placesOf(day);
  return services
    .flatMap((code) => day.linesOf(code).slice(0, MOST_ABOUT))
    .sort((a, b) => place.get(a)! - place.get(b)!);
}

const PLACES = new SharedKey<ReadonlyMap<ClaimLine, number>>();

/** The claim lines of a day by their order in the file. */
function placesOf(day: PatientDay): ReadonlyMap<ClaimLine, number> {
  return day.shared.of(PLACES) ?? day.shared.keep(PLACES, new Map(day.claims.map((line, index) => [line, index])));
}

/** Of what a finding is about no more is kept (engine/run.ts). */
const MOST_ABOUT = 100;

/** Some sessions and the claim lines of their codes: what a finding about their minutes is about. */
export function aboutSessions(day: PatientDay, sessions: readonly Session[]): (Session | ClaimLine)[] {
  const about: (Session | ClaimLine)[] = sessions.slice(0, MOST_ABOUT);
  for (const line of linesOfSessions(day, sessions)) if (about.push(line) >= 2 * MOST_ABOUT) break;
  return about;
}

/**
 * A session is compared with so many that began before it and go on, the latest first to count. No clinic has as many at
 * once; where there are more, what is said of one is less than all.
 */
export const MOST_AT_ONCE = 100;

/**
 * Every two sessions that share minutes by the clock, the one that starts later with each that started before it, in
 * that order; of those that start together, the one that is listed later.
 */
export function eachOverlap(sessions: readonly Session[], visit: (earlier: Session, later: Session) => void): void {
  const sorted = [...sessions].sort((a, b) => a.start - b.start);
  let going: Session[] = [];
  for (const session of sorted) {
    let kept = 0;
    for (const earlier of going) {
      if (earlier.end <= session.start) continue;
      going[kept++] = earlier;
      visit(earlier, session);
    }
    going.length = kept;
    if (kept >= MOST_AT_ONCE) going = going.slice(kept - MOST_AT_ONCE + 1);
    going.push(session);
  }
}

/** Sessions by the one that they are said of, each list in the order of `all`. */
export function inOrderOf(all: readonly Session[], found: ReadonlyMap<Session, Session[]>): [Session, Session[]][] {
  const place = new Map(all.map((session, index) => [session, index]));
  return [...found]
    .sort(([a], [b]) => place.get(a)! - place.get(b)!)
    .map(([session, others]) => [session, others.sort((a, b) => place.get(a)! - place.get(b)!)]);
}

/** Adds to the list of a key. */
export function putUnder<K, V>(found: Map<K, V[]>, key: K, value: V): void {
  const list = found.get(key);
  if (list) list.push(value);
  else found.set(key, [value]);
}

/**
 * Whether no session with shared minutes comes into play by removing lines. An encounter without a line has all its sessions in play, also
 * those that were left unbilled.
 */
export function staysInPlay(removed: readonly ClaimLine[]): boolean {
  return removed.every(
    ({ encounter }) =>
      encounter.claims.some((line) => !removed.includes(line)) ||
      encounter.sessions.every(
        (session) =>
          encounter.day.inPlay(session) ||
          !encounter.day.sessions.some((other) => other !== session && shownOverlapping(session, other)),
      ),
  );
}

/**
 * The one claim line of a code, where it can be removed alone: it is the only one, the encounters of its sessions keep
 * another line, and no add-on goes with it.
 */
export function removableLine(day: PatientDay, code: Code, inFileOf: Encounter): ClaimLine | undefined {
  const lines = day.linesOf(code);
  const line = lines[0];
  if (lines.length !== 1 || !line || line.encounter.home.file !== inFileOf.home.file) return undefined;
  const keepsLine = ({ claims }: Encounter) => claims.some((other) => other !== line);
  if (!day.sessionsOf(code).every(({ encounter }) => keepsLine(encounter)) || !staysInPlay([line])) return undefined;
  if (day.claims.some((other) => other.code!.entry?.addOnTo?.includes(code.text))) return undefined;
  return line;
}

const ATTENTION = new SharedKey<readonly Session[]>();

/** The sessions of a clinician-day that take attention and whose patient is known, by start. */
export function attentionOf(day: ClinicianDay): readonly Session[] {
  const known = day.shared.of(ATTENTION);
  if (known) return known;
  const sessions = day.sessions
    .filter((session) => session.encounter.patient !== undefined && takesAttention(session))
    .sort((a, b) => a.start - b.start);
  return day.shared.keep(ATTENTION, sessions);
}
