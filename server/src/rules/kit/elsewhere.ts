/** Whether a session that comes into play by a fix would be said to be double-booked. */

import { type Session, shownOverlapping } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';

/** The giver has another patient in the same minutes: once billed, the session would be double-booked. */
export function isElsewhere(day: PatientDay, session: Session): boolean {
  if (session.giver === undefined || !session.hasClock || !session.isAttended) return false;
  const others = day.clinicianDay(session.giver)?.sessions ?? [];
  return others.some(
    (other) =>
      other.isAttended &&
      shownOverlapping(session, other) &&
      !day.encounters.some((encounter) => encounter.home === other.encounter.home) &&
      !(session.isGroup && other.isGroup && session.code === other.code),
  );
}
