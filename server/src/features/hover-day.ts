/** A hover on a header: the patient's day as figures. */

import { totalMinutes } from '../model/units';
import { date as dateWords, minutes, units, when } from '../rules/kit/words';
import { allocation, dayTotal } from './arithmetic';
import { type Card, escaped, row } from './card';
import type { PlaceInFile } from './place';

/** Lines that are listed at most. */
const MOST = 6;

export function dayCard({ encounter, day, claimDay }: PlaceInFile): Card {
  if (!encounter || !day || !claimDay) {
    return {
      title: '**encounter** · one patient, one date',
      rows: [row('Example', '`encounter 2026-03-03 patient A`')],
    };
  }
  const who =
    encounter.patient === undefined ? 'a patient that cannot be read' : `patient ${escaped(encounter.patient)}`;
  const on = encounter.date > 0 ? dateWords(encounter.date) : 'a date that cannot be read';
  const { sessions, claims } = claimDay;
  const shown = sessions
    .slice(0, MOST)
    .map((session) => `${session.minutes < 0 ? '?' : when(session)} ${session.code!.text}`);
  const listed = sessions.length > MOST ? [...shown, `${sessions.length - MOST} more`] : shown;
  const timed = claimDay.timedSessions;
  const rows = [
    sessions.length === 0
      ? 'No session is recorded.'
      : row(
          'Sessions',
          `${listed.join(', ')}: **${minutes(totalMinutes(sessions.filter(({ minutes: known }) => known > 0)))}** of treatment.`,
        ),
  ];
  if (!claimDay.minutesKnown) rows.push('A time or a code cannot be read, so units are not counted.');
  else if (timed.length > 0) {
    const total = dayTotal(claimDay.units);
    rows.push(row('Timed', `${total === '' ? units(claimDay.units.allowed) : total}. ${allocation(claimDay.units)}.`));
  }
  rows.push(
    claims.length === 0
      ? 'Nothing is billed yet.'
      : row(
          'Billed',
          `${claims
            .slice(0, MOST)
            .map((line) => `${line.text} x${line.units}`)
            .join(', ')}${claims.length > MOST ? ` and ${claims.length - MOST} more` : ''}.`,
        ),
  );
  if (day.encounters.length > 1)
    rows.push(
      claimDay.encounters.length === day.encounters.length
        ? `The day has ${day.encounters.length} encounters; they are counted together.`
        : `The day has ${day.encounters.length} encounters; ${claimDay.encounters.length} of one payer and discipline are counted together.`,
    );
  return { title: `**${who}** · ${on}`, rows };
}
