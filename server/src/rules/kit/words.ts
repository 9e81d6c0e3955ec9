/** Figures in words, alike in every message. */

import type { Session } from '../../model/encounter';

/** "13 min". */
export function minutes(n: number): string {
  return `${n} min`;
}

/** "1 unit", "2 units". */
export function units(n: number): string {
  return `${n} ${n === 1 ? 'unit' : 'units'}`;
}

/** "1 patient", "2 patients". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "09:15" for 555 minutes after midnight. */
export function clock(minute: number): string {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** "09:00-09:15", or "15 min" where a session has only a length. */
export function when(session: Session): string {
  return session.start >= 0 ? `${clock(session.start)}-${clock(session.end)}` : minutes(session.minutes);
}

/** "2026-03-03" for 20260303. */
export function date(day: number): string {
  return `${String(Math.floor(day / 10000)).padStart(4, '0')}-${pad(Math.floor(day / 100) % 100)}-${pad(day % 100)}`;
}

/** A longer list is cut off: nobody reads it, and a file put together by a machine may hold thousands. */
const MOST_WORDS = 12;

/** "A", "A and B", "A, B and C"; "A, B, … and 40 more"; "and at least 40 more", where not all were looked for. */
export function list(words: readonly string[], last = 'and', isAll = true): string {
  if (words.length < 2) return words[0] ?? '';
  if (words.length > MOST_WORDS) {
    const named = MOST_WORDS - 2;
    return `${words.slice(0, named).join(', ')} ${last} ${isAll ? '' : 'at least '}${words.length - named} more`;
  }
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** The unit rule as coders call it. */
export function unitRuleName(rule: 'cms' | 'midpoint'): string {
  return rule === 'cms' ? '8-minute rule' : 'midpoint rule';
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** "09:00-09:15, 10:00-10:15"; "…, 10:00-10:15 and 40 more". */
export function whens(sessions: readonly Session[]): string {
  if (sessions.length > MOST_WORDS) return list(sessions.map(when));
  return sessions.map(when).join(', ');
}
