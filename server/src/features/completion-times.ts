/** Times that go on where the day is: the next free minute of giver and patient, in lengths that are usual. */

import type { Session } from '../model/encounter';
import { clock, count } from '../rules/kit/words';
import { Contact } from '../syntax/kinds';
import type { Cursor, Suggestion } from './completion-cursor';

const LENGTHS = [15, 30, 45, 60];
const PSYCHOTHERAPY_LENGTHS = [60, 45, 30];
/** Where a day begins that has no session yet. */
const MORNING = 9 * 60;
const MOST_LENGTHS = 4;
const LAST_MORNING_HOUR = 12;
const DAY = 24 * 60;

/** Lengths in use on the giver's day, most used first, then the usual ones. */
function lengths(cursor: Cursor): number[] {
  const counts = new Map<number, number>();
  for (const { minutes } of [...cursor.giversSessions, ...cursor.patientsSessions])
    if (minutes > 0) counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  // One session of 17 minutes makes no habit.
  const used = [...counts]
    .filter(([, times]) => times > 1)
    .sort((a, b) => b[1] - a[1])
    .map(([minutes]) => minutes);
  const usual = cursor.encounter?.discipline === 'BH' ? PSYCHOTHERAPY_LENGTHS : LENGTHS;
  return [...new Set([...used.slice(0, MOST_LENGTHS - 1), ...usual])].slice(0, MOST_LENGTHS);
}

function lastEnd(sessions: readonly Session[]): number {
  let end = -1;
  for (const session of sessions) end = Math.max(end, session.end);
  return end;
}

interface Start {
  readonly at: number;
  readonly why: string;
  /** When the giver has another session to begin. */
  readonly until?: number;
}

/** Fewer minutes between two sessions are no room for a third. */
const LEAST_ROOM = 8;

/** Minutes at which the next session may begin. */
function starts(cursor: Cursor): Start[] {
  const giver = lastEnd(cursor.giversSessions);
  const patient = lastEnd(cursor.patientsSessions);
  if (giver < 0 && patient < 0) return [{ at: MORNING, why: 'the first of the day' }];
  const found: Start[] = [];
  const isFree = (at: number) => !cursor.giversSessions.some((one) => one.start <= at && at < one.end);
  if (patient >= 0 && patient < giver && isFree(patient)) {
    const until = Math.min(...cursor.giversSessions.map(({ start }) => start).filter((start) => start > patient));
    if (until - patient >= LEAST_ROOM)
      found.push({ at: patient, why: `the patient is free from ${clock(patient)}`, until });
  }
  const both = Math.max(giver, patient);
  found.push({ at: both, why: `free from ${clock(both)}` });
  return found.filter(({ at }) => at < DAY);
}

/** What an hour goes on with, by the first figure behind it: the quarters of it. */
const QUARTERS: Readonly<Record<string, number>> = { '': 0, '0': 0, '1': 15, '3': 30, '4': 45 };

/**
 * The starts that fit what is typed of a time: as it stands; else those at which the next session may begin; else, once
 * it says which hour, that hour.
 */
function startsFor(cursor: Cursor, typed: string): Start[] {
  const begun = /^(\d{1,2}):(\d\d)(?!\d)/.exec(typed);
  if (begun) return [{ at: Number(begun[1]) * 60 + Number(begun[2]), why: '' }];
  const next = starts(cursor).filter(({ at }) => asTyped(clock(at), typed).startsWith(typed));
  if (next.length > 0) return next;
  const hour = /^(\d\d|\d(?=:)):?(\d?)$/.exec(typed);
  const at = hour ? Number(hour[1]) * 60 + (QUARTERS[hour[2]!] ?? Number.NaN) : Number.NaN;
  return at < DAY ? [{ at, why: '' }] : [];
}

/** Clock ranges for a new session. @param typed what of the time is written. */
export function timeSuggestions(cursor: Cursor, typed: string): Suggestion[] {
  const ranges = rangeSuggestions(cursor, typed);
  const spans = lengthSuggestions(typed);
  // "15" is fifteen minutes before it is three in the afternoon.
  return /^\d+$/.test(typed) && Number(typed) > LAST_MORNING_HOUR ? [...spans, ...ranges] : [...ranges, ...spans];
}

function rangeSuggestions(cursor: Cursor, typed: string): Suggestion[] {
  const start = /^(?:\d{1,2}:\d\d)?/.exec(typed)![0];
  return startsFor(cursor, typed).flatMap(({ at, why, until = DAY }) => {
    const fit = lengths(cursor).filter((minutes) => at + minutes <= until);
    return (fit.length > 0 || until === DAY ? fit : [until - at]).map((minutes): Suggestion => {
      const end = clock(at + minutes);
      const text = `${clock(at)}-${end}`;
      return {
        label: text,
        kind: 'time',
        detail: why === '' ? `${minutes} min` : `${minutes} min, ${why}`,
        filter: start === '' ? asTyped(text, typed) : `${start}-${end}`,
        newText: `${text}  `,
        again: true,
      };
    });
  });
}

function lengthSuggestions(typed: string): Suggestion[] {
  const number = /^(\d{1,4})\s*m?i?n?$/i.exec(typed);
  // One figure is mostly the beginning of a time.
  const minutes = typed === '' ? 15 : number && typed.length > 1 ? Number(number[1]) : 0;
  if (minutes < 1 || minutes > DAY) return [];
  return [
    {
      label: `${minutes} min`,
      kind: 'time',
      detail: 'a length, where no clock time is known',
      filter: /\D/.test(typed) ? typed : `${minutes} min`,
      newText: `${minutes} min  `,
      again: true,
    },
  ];
}

/** A time as it begins with what was typed: "9" is 09:00. */
function asTyped(text: string, typed: string): string {
  return text.startsWith('0') && typed !== '' && !typed.startsWith('0') ? text.slice(1) : text;
}

/** Whole session lines of the giver's groups that the patient may have been in: fewer members on file than stated. */
export function groupSessions(cursor: Cursor, typed: string): Suggestion[] {
  const mine = cursor.patientsSessions;
  const patient = cursor.encounter?.patient;
  const groups = new Map<string, { first: Session; patients: Set<string | undefined> }>();
  for (const session of cursor.giversSessions) {
    if (session.contact !== Contact.Group || !session.hasClock || !session.code || session.size < 2) continue;
    const key = `${session.start} ${session.end} ${session.code.text} ${session.size} ${session.activity ?? ''}`;
    const group = groups.get(key);
    if (group) group.patients.add(session.encounter.patient);
    else groups.set(key, { first: session, patients: new Set([session.encounter.patient]) });
  }
  const items: Suggestion[] = [];
  for (const { first, patients } of groups.values()) {
    const { start, end, size, activity } = first;
    if (patients.size >= size || patients.has(patient)) continue;
    if (mine.some((own) => own.start >= 0 && own.start < end && start < own.end)) continue;
    const time = `${clock(start)}-${clock(end)}`;
    if (!asTyped(time, typed).startsWith(typed)) continue;
    const text = `${time}  ${first.code!.text}  group of ${size}${activity ? `  "${activity}"` : ''}`;
    items.push({
      label: text,
      kind: 'session',
      detail: `${count(patients.size, 'member')} of ${size} on file`,
      filter: asTyped(text, typed),
      newText: text,
      about: `  09:00-09:30  ${first.code!.text}|`,
    });
  }
  return items;
}
