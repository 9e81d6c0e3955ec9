/** Whether a session that comes into play by a fix would be said to be double-booked. */

import { type Session, shownOverlapping } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';

/** The giver has another patient alone in the same minutes: a group session there would be double-booked. */
export function isWithAnother(day: PatientDay, session: Session): boolean {
  // One without times shares minutes with none: of thousands, each would be held against all.
  if (session.giver === undefined || !session.hasClock) return false;
  const others = day.clinicianDay(session.giver)?.sessions ?? [];
  return others.some(
    (other) => other.isAttended && !other.isGroup && shownOverlapping(session, other) && !isOfDay(day, other),
  );
}

function isOfDay(day: PatientDay, { encounter }: Session): boolean {
  return day.encounters.some((own) => own.home === encounter.home);
}

/** The giver has another patient in the same minutes: once billed, the session would be double-booked. */
export function isElsewhere(day: PatientDay, session: Session): boolean {
  if (session.giver === undefined || !session.isAttended || !session.hasClock) return false;
  const others = day.clinicianDay(session.giver)?.sessions ?? [];
  return others.some(
    (other) =>
      other.isAttended &&
      shownOverlapping(session, other) &&
      !isOfDay(day, other) &&
      !(session.isGroup && other.isGroup && session.code === other.code),
  );
}
