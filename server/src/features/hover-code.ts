/** A hover on a code: this encounter's figures first, then what it is, when to use it, and what it may not stand beside. */

import type { Note } from '../guidance/codeNotes';
import { lookUpCode, successorsOn } from '../guidance/codes';
import { pairSummary } from '../guidance/pairs';
import type { CodeEntry } from '../guidance/types';
import { type Code, Is } from '../model/code';
import type { ClaimLine, Session } from '../model/encounter';
import { shownOverlapping } from '../model/encounter';
import type { ClaimDay } from '../model/patient-day';
import { count, date as dateWords, list, minutes, units, when } from '../rules/kit/words';
import { allocation, dayTotal, ifOtherRule, poolName, sum } from './arithmetic';
import { type Card, escaped, type Prose, row } from './card';
import type { PlaceInFile } from './place';

export function codeCard(written: string, place: PlaceInFile, prose: Prose): Card {
  const text = written.toUpperCase();
  const code = place.settings.codes.of(text);
  const entry = code.entry;
  if (!entry) {
    return {
      title: `**${escaped(text)}** · a code that is not in the table`,
      rows: [prose.lookUpPassage('unknown-codes')?.body ?? ''],
      passages: ['unknown-codes'],
    };
  }
  const note = prose.codeNote(text);
  const title = `**${text}** · ${entry.label} · ${traits(entry)}`;
  if (entry.deletedAfter !== undefined && place.date > entry.deletedAfter) return endedCard(title, entry, place);
  const figures = place.claimDay ? here(code, place.claimDay) : '';
  const rows = [notYet(entry, place.date), row('Here', figures)];
  const passages: string[] = [];
  const say = (notes: readonly Note[], most: number): string => {
    const shown = notes.slice(0, most);
    passages.push(...shown.flatMap((one) => one.passages.slice(0, 1)));
    return shown.map((one) => one.text).join(' ');
  };
  if (note) {
    // The units come first: what they rest on is what is asked for most.
    const counted = say(note.units, figures === '' || !entry.timed ? 1 : 0);
    if (figures !== '' && entry.timed)
      passages.push(place.claimDay?.unitRule === 'midpoint' ? 'midpoint-rule' : 'eight-minute-rule');
    rows.push(row('What', say([note.what], 1)));
    rows.push(row('When', say(note.use, 1)));
    rows.push(row('Limits', say(note.avoid, 2)));
    rows.push(row('Units', counted));
  }
  rows.push(row('Same day', pairs(text, place)));
  if (note) {
    rows.push(row('Record', say(note.record, 1)));
    rows.push(disagree(text, note.conflicts, prose));
    passages.push(...sidesOf(text, prose));
  }
  return { title, rows, passages };
}

const SIDES = new Map<string, readonly string[]>();

/** The passages on a code of the table that take a side in whether group therapy is timed. */
function sidesOf(code: string, prose: Prose): readonly string[] {
  let sides = SIDES.get(code);
  if (!sides) {
    sides = prose.PASSAGES.filter(({ codes, conflicts }) => codes.includes(code) && conflicts.includes('X-01')).map(
      ({ id }) => id,
    );
    SIDES.set(code, sides);
  }
  return sides;
}

function traits(entry: CodeEntry): string {
  const timed = entry.timed ? 'timed' : 'untimed';
  const contact = {
    'one-on-one': 'one-on-one',
    attendance: 'constant attendance',
    supervised: 'supervised',
    group: 'group',
    none: '',
  }[entry.contact];
  return contact === '' ? timed : `${timed}, ${contact}`;
}

function notYet(entry: CodeEntry, date: number): string {
  if (entry.validFrom === undefined || date >= entry.validFrom) return '';
  return `**Not yet in use on ${dateWords(date)}**: it begins on ${dateWords(entry.validFrom)}.`;
}

function endedCard(title: string, entry: CodeEntry, place: PlaceInFile): Card {
  const medicare = place.encounter?.payer.medicare ?? false;
  const { codes: now, together } = successorsOn(entry, place.date, medicare);
  const named = now.map((code) => {
    const label = lookUpCode(code)?.label;
    return label ? `**${code}** (${label})` : `**${code}**`;
  });
  const instead = named.length === 0 ? '' : `Since then: ${list(named, together ? 'and' : 'or')}.`;
  return {
    title,
    rows: [`**Ended**: last day of service ${dateWords(entry.deletedAfter!)}. ${instead}`],
    passages: ['deleted-codes'],
  };
}

// ------------------------------------------------------------------------------------------------- This encounter

function here(code: Code, claimDay: ClaimDay): string {
  const sessions = claimDay.sessions.filter((session) => isOf(session.code, code));
  const lines = claimDay.claims.filter((line) => isOf(line.code, code));
  if (sessions.length === 0) {
    if (lines.length === 0 || code.is & (Is.AddOn | Is.Visit)) return '';
    return `${billed(lines)}, and no session of it is recorded.`;
  }
  return code.is & Is.Timed ? timed(code, claimDay, sessions, lines) : untimed(code, sessions, lines);
}

function isOf(one: Code | undefined, code: Code): boolean {
  return one !== undefined && (one.service === code.service || one.pool === code.pool);
}

function billed(lines: readonly ClaimLine[]): string {
  if (lines.length === 0) return 'nothing is billed yet';
  return `billed ${lines.map((line) => `x${line.units}`).join(' + ')}`;
}

function timed(code: Code, claimDay: ClaimDay, sessions: readonly Session[], lines: readonly ClaimLine[]): string {
  if (!claimDay.minutesKnown) return 'a time or a code of this day cannot be read, so units are not counted.';
  const unitCount = claimDay.units;
  const pool = unitCount.pool(code.pool);
  const left = sessions.filter((session) => !session.counts);
  const without = left.length > 0 ? ` Not counted: ${left.map(whyNot).join(', ')}.` : '';
  if (!pool) return `no minute counts toward units.${without}`;
  const alone = unitCount.pools.length === 1;
  const may = unitCount.rule === 'cms' && !alone ? `: ${allocation(unitCount)}` : '';
  const total = unitCount.rule === 'midpoint' ? '' : ` ${dayTotal(unitCount)}${may}.`;
  const own =
    unitCount.rule === 'midpoint'
      ? `${sum(pool.sessions)} → **${units(unitCount.mostFor(pool))}** (midpoint rule).`
      : `${sum(pool.sessions)}${alone ? '.' : ` of ${poolName(pool)}.`}`;
  return `${own}${total} ${capital(billed(lines))}.${without} ${ifOtherRule(claimDay)}`.trim();
}

function whyNot(session: Session): string {
  const why = session.isGroup ? 'in a group' : session.isSupervised ? 'supervised' : 'by an aide';
  return `${minutes(session.minutes)} ${why}`;
}

function untimed(code: Code, sessions: readonly Session[], lines: readonly ClaimLine[]): string {
  const shown = sessions.map((session) => {
    const size = session.isGroup && session.size > 0 ? ` in a group of ${session.size}` : '';
    return session.minutes < 0 ? `a time that cannot be read${size}` : `${when(session)}${size}`;
  });
  const range = code.entry?.minutes;
  if (range && sessions.every((session) => session.minutes >= 0)) {
    const [least, most] = range;
    const reach = most >= 1440 ? `${least} min and more` : `${least} to ${most} min`;
    return `${list(sessions.map((session) => minutes(session.minutes)))}; this code is for **${reach}**. ${capital(billed(lines))}.`;
  }
  const all = sessions.every((session) => session.minutes >= 0) ? ` (${sum(sessions)})` : '';
  return `${shown.length > 3 ? count(shown.length, 'session') : list(shown)}${all} → **x1**, and no timed minutes. ${capital(billed(lines))}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// -------------------------------------------------------------------------------------------------------- Pairs

/** What else is billed today first, then the table's other codes. */
function pairs(code: string, { day, date }: PlaceInFile): string {
  const { opens, never } = pairSummary(code, date);
  const today = new Set(day?.claims.map((line) => line.code!.text));
  const other = (pair: (typeof opens)[number]) => (pair.column1 === code ? pair.column2 : pair.column1);
  const parts: string[] = [];
  const billed = new Map<string, string[]>();
  for (const pair of [...never, ...opens]) {
    const partner = other(pair);
    if (!today.has(partner)) continue;
    const says =
      pair.indicator === 0
        ? 'not paid beside it, 59 or not'
        : isVisit(code) || isVisit(partner)
          ? 'the visit takes 25 where it is separate'
          : apart(code, partner, day);
    billed.set(says, [...(billed.get(says) ?? []), `**${partner}**`]);
  }
  for (const [says, partners] of billed) parts.push(`beside ${list(partners.sort())}: ${says}.`);
  const rest = (some: readonly (typeof opens)[number][]) => some.map(other).filter((partner) => !today.has(partner));
  const apartFromThese = rest(opens);
  const visits = isVisit(code) ? apartFromThese : apartFromThese.filter(isVisit);
  const withModifier = apartFromThese.filter((partner) => !visits.includes(partner));
  const notAtAll = rest(never);
  if (withModifier.length > 0) parts.push(`59 opens, where apart: ${some(withModifier)}.`);
  if (visits.length > 0) parts.push(`25 on the visit, where separate: ${some(visits)}.`);
  if (notAtAll.length > 0) parts.push(`Never: ${some(notAtAll)}.`);
  return parts.join(' ');
}

const isVisit = (code: string): boolean => lookUpCode(code)?.family === 'visit';

function apart(code: string, partner: string, day: PlaceInFile['day']): string {
  const of = (text: string) => day!.sessions.filter((session) => session.code!.text === text);
  const shared = of(code).some((a) => of(partner).some((b) => shownOverlapping(a, b)));
  if (shared) return 'the recorded times **overlap**, so 59 would be untrue';
  const known = [...of(code), ...of(partner)].every((session) => session.hasClock);
  return known ? 'the recorded times are apart, 59 opens the pair' : '59 opens the pair where they were apart';
}

function some(codes: readonly string[]): string {
  const shown = [...codes].sort();
  return shown.length > 9 ? `${shown.slice(0, 8).join(', ')} and ${shown.length - 8} more` : shown.join(', ');
}

// ----------------------------------------------------------------------------------------------------- Conflicts

/** A disagreement about this very code in full; the others by name. */
function disagree(code: string, ids: readonly string[], prose: Prose): string {
  const conflicts = ids.flatMap((id) => prose.lookUpConflict(id) ?? []);
  const full = conflicts.find(({ codes }) => codes.length === 1 && codes[0] === code);
  const others = conflicts.filter((conflict) => conflict !== full).slice(0, 2);
  const titles = others.map(({ title }) => lower(title)).join('; ');
  if (!full) return titles === '' ? '' : row('Sources disagree', `${titles}.`);
  const sides = full.sides.slice(0, 2).map(({ says, who, sources }) => {
    const named = sources.length > 0 ? sources.join(', ') : who;
    return `${says.replace(/;/g, ',')} (${named})`;
  });
  const tool = /^.*?\.(?=\s|$)/.exec(full.tool)?.[0] ?? full.tool;
  return row(
    'Sources disagree',
    `${sides.join('; ')}. Here: ${lower(tool)}${titles === '' ? '' : ` Also: ${titles}.`}`,
  );
}

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
