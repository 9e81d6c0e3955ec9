/** What the recorded sessions say of "separate": the ground of every fix that adds or moves a 59. */

import { Is } from '../../model/code';
import type { ClaimLine, Session } from '../../model/encounter';
import { sameHands } from '../../model/patient-day';
import { addModifierFirst } from './edits';
import { hasTwin } from './lines';
import { type DayPair, differ, isUnopened, pairsWith } from './pairs';
import type { Fix } from './rule';

/** Others, a re-evaluation or a modality, are told apart by what was done, not by when. */
const TOLD_APART_BY_TIME = Is.Group | Is.OneOnOne | Is.GroupPsychotherapy | Is.Psychotherapy | Is.GroupCode;

/** The recorded times prove that the two services were apart. */
export function provenApart(found: DayPair): boolean {
  if (found.day.unreadSession || found.shown !== 'separate') return false;
  return isProof(found.one, found.sessionsOne) && isProof(found.two, found.sessionsTwo);
}

/** Every session of the code is read to its end, is by someone who can bill, and is of the kind that the code asks for. */
function isProof(line: ClaimLine, sessions: readonly Session[]): boolean {
  const code = line.code!;
  if (code.is & Is.Speech || !(code.is & TOLD_APART_BY_TIME)) return false;
  const group = (code.is & Is.GroupCode) !== 0;
  for (const session of sessions) {
    if (session.cut || session.byAide) return false;
    if (group ? !session.isGroup : !session.isOneOnOne) return false;
  }
  return true;
}

/** Minutes by the clock of every session of a day that stand in one row: each begins where another ends, or shares minutes with it. */
function visitOf(session: Session, all: readonly Session[]): [start: number, end: number] {
  let { start, end } = session;
  for (let grown = true; grown; ) {
    grown = false;
    for (const other of all) {
      if (other.start > end || other.end < start) continue;
      if (other.start < start || other.end > end) {
        start = Math.min(start, other.start);
        end = Math.max(end, other.end);
        grown = true;
      }
    }
  }
  return [start, end];
}

function inOneVisit(session: Session, others: readonly Session[], all: readonly Session[]): boolean {
  const [start, end] = visitOf(session, all);
  return others.some((other) => other.start < end && start < other.end);
}

/**
 * Every session of the line's code is in one visit with one of the other code: they follow one another, or other
 * sessions by the same hands fill the time between. Asked where the times are shown separate.
 */
export function isOneVisit(found: DayPair, line: ClaimLine): boolean {
  const [own, others] =
    line === found.two ? [found.sessionsTwo, found.sessionsOne] : [found.sessionsOne, found.sessionsTwo];
  const all = found.day.sessions.filter((session) => sameHands(session.encounter, line.encounter));
  return own.length > 0 && own.every((session) => inOneVisit(session, others, all));
}

/** No session of the line's code is in one visit with one of the other code. */
function areTwoVisits(found: DayPair): boolean {
  return (
    found.day.sessions.every((session) => session.start >= 0) &&
    !found.sessionsTwo.some((session) => inOneVisit(session, found.sessionsOne, found.day.sessions))
  );
}

/** Two clinicians are named for the two lines, and nobody gave minutes to both codes. */
function areTwoClinicians({ one, two, sessionsOne, sessionsTwo }: DayPair): boolean {
  if (!differ(one.encounter.clinician, two.encounter.clinician)) return false;
  return !sessionsOne.some((a) => sessionsTwo.some((b) => a.giver === undefined || a.giver === b.giver));
}

/** Pairs that a 59 on the line would open, whichever column it is in. */
function opensWith59(line: ClaimLine): readonly DayPair[] {
  return pairsWith(line).filter(
    (found) => found.pair.indicator === 1 && (found.sameHands || found.acrossDisciplines) && isUnopened(found),
  );
}

/** The times prove every pair apart that a 59 on the line would open, and one clinician or one discipline gave both. */
export function is59Proven(line: ClaimLine, pairs: readonly DayPair[]): boolean {
  const proven = (found: DayPair) => found.sameHands && provenApart(found);
  return pairs.every(proven) && opensWith59(line).every(proven);
}

/** -59, and beside it the X modifiers that say more. Safe where the record proves what -59 would say. */
export function fixesOf59(
  line: ClaimLine,
  pairs: readonly DayPair[],
  edits: (modifier: string) => Fix['edits'] = (modifier) => [addModifierFirst(line, modifier)],
  title: (modifier: string) => string = (modifier) => `Add -${modifier} to ${line.code!.text}`,
): readonly Fix[] {
  if (hasTwin(line, ['59'])) return [];
  const proven = is59Proven(line, pairs);
  const result: Fix[] = [
    {
      title: proven ? title('59') : `${title('59')}: you state that the services were separate`,
      safe: proven,
      edits: edits('59'),
    },
  ];
  if (line.encounter.date < 20150101) return result;
  const x = (modifier: string, states: string) =>
    !hasTwin(line, [modifier]) &&
    result.push({ title: `${title(modifier)}: you state ${states}`, safe: false, edits: edits(modifier) });
  if (pairs.every(provenApart)) {
    if (pairs.every((found) => isOneVisit(found, line)))
      x('XU', 'that they followed one another without sharing a minute');
    else if (pairs.every(areTwoVisits)) x('XE', 'that they were separate visits on the day');
  }
  if (pairs.every(areTwoClinicians)) x('XP', 'that another clinician gave it');
  return result;
}
