/** A hover on a session's time: its minutes, whether they count, and who else was there in them. */

import { Is } from '../model/code';
import { type Session, shownOverlapping } from '../model/encounter';
import { unitsOf } from '../model/units';
import { clock, minutes, units, when } from '../rules/kit/words';
import { dayTotal, span, sum } from './arithmetic';
import { type Card, escaped, row } from './card';
import type { PlaceInFile } from './place';

/** Sessions that are named at most. */
const MOST = 4;

export function timeCard(place: PlaceInFile): Card {
  const { session, day, claimDay, text } = place;
  if (!session || session.minutes < 0 || !day || !claimDay) {
    return {
      title: `**${escaped(session ? place.lineText.slice(session.whenStart, session.whenEnd) : text)}** · not a time that can be used`,
      rows: [
        'Written as `09:00-09:15` or as a length, `15 min`. The end is after the start, on the same day; past midnight is a second session.',
      ],
      passages: ['file-dates'],
    };
  }
  const code = session.code?.text ?? session.written?.text ?? '';
  const title = `**${when(session)}** · ${session.hasClock ? `${minutes(session.minutes)} of ` : 'of '}${escaped(code)}`;
  const rows = [counts(session, place)];
  if (session.hasClock) rows.push(row('Same minutes, this patient', samePatient(session, place)));
  else
    rows.push(
      `No clock times: ${addsUp(session) ? 'these minutes count, but ' : ''}nothing shows them apart from another session. Start and end times do.`,
    );
  rows.push(row('Same minutes, same giver', sameGiver(session, place)));
  const pool = session.code && claimDay.minutesKnown ? claimDay.units.pool(session.code.pool) : undefined;
  if (pool && pool.sessions.length > 1) rows.push(row(`${code} in all`, `${sum(pool.sessions)}.`));
  if (pool) rows.push(sentence(dayTotal(claimDay.units)));
  return {
    title,
    rows,
    passages: session.isGroup
      ? ['group-untimed', 'same-day-separate', 'pitfall-times']
      : ['minutes-that-count', 'add-up-minutes', 'episodes', 'overlap-one-on-one'],
  };
}

/** Its minutes go into the timed total. */
function addsUp({ code, counts }: Session): boolean {
  return counts && code !== undefined && (code.is & Is.Timed) !== 0;
}

function counts(session: Session, { claimDay }: PlaceInFile): string {
  const code = session.code;
  if (!code) return 'Its code cannot be judged, so the minutes count for nothing here.';
  if (session.byAide) return "**Not counted**: an aide's minutes earn no units.";
  if (session.isGroup)
    return `**Not counted** toward timed units: minutes in a group. ${code.is & Is.Group ? '97150 is billed once, however long.' : ''}`;
  if (session.isSupervised) return '**Not counted** toward timed units: a supervised session.';
  if (!(code.is & Is.Timed)) {
    const range = code.entry?.minutes;
    if (!range) return '**Not counted** toward timed units: the code is untimed.';
    const [least, most] = range;
    return `${code.text} is for **${most >= 1440 ? `${least} min and more` : `${least} to ${most} min`}**.`;
  }
  const alone = unitsOf(session.minutes);
  if (claimDay && !claimDay.minutesKnown) return 'Counts, but another time or code of the day cannot be read.';
  return alone === 0
    ? '**Counts**. By itself fewer than 8 min earn no unit.'
    : `**Counts**. By itself ${units(alone)} (${span(alone)}).`;
}

function samePatient(session: Session, { day }: PlaceInFile): string {
  const others = day!.sessions.filter((other) => other !== session && shownOverlapping(session, other));
  return named(others.map((other) => shared(session, other, '')));
}

function sameGiver(session: Session, { workspace, block }: PlaceInFile): string {
  if (!session.hasClock || session.giver === undefined) return '';
  const days = workspace.clinicianDaysOf(block);
  const day = days.find(({ giver }) => giver === session.giver);
  const others = (day?.sessions ?? []).filter(
    (other) => other.encounter.patient !== session.encounter.patient && shownOverlapping(session, other),
  );
  if (others.length === 0) return '';
  return `${escaped(session.giver)} is also with ${named(others.map((other) => shared(session, other, `patient ${escaped(other.encounter.patient ?? '?')}, `)))}`;
}

/** "09:10-09:15 (5 min) with 97150, group of 2". */
function shared(session: Session, other: Session, who: string): string {
  const start = Math.max(session.start, other.start);
  const end = Math.min(session.end, other.end);
  const how = other.isGroup ? ' in a group' : other.isSupervised ? ' supervised, which may overlap' : '';
  return `${who}${other.code?.text ?? ''}${how} ${clock(start)}-${clock(end)} (${minutes(end - start)})`;
}

function named(parts: readonly string[]): string {
  if (parts.length === 0) return '';
  const more = parts.length > MOST ? ` and ${parts.length - MOST} more` : '';
  return `${parts.slice(0, MOST).join('; ')}${more}.`;
}

function sentence(text: string): string {
  return text === '' ? '' : `${text}.`;
}
