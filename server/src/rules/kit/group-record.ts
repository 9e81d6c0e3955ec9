/** What the record of a billed group session holds: asked of the encounter with the group session. */

import { type Code, Is } from '../../model/code';
import type { Encounter, Note, Session } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';
import { LABELS, type Label } from '../../syntax/kinds';
import { isSpace } from '../../text/chars';
import { insert } from './edits';
import type { Fix } from './rule';

const MAY_BE_GROUP = Is.GroupCode | Is.MayBeGroup;

/** A code has a claim line on the day. */
export function isBilled(day: PatientDay, code: Code): boolean {
  return day.linesOf(code).length > 0;
}

/** Calls for each encounter of a day that has a group session whose code is billed that day, with the first of them. */
export function eachGroupRecord(day: PatientDay, ask: (encounter: Encounter, session: Session) => void): void {
  if (!(day.is & MAY_BE_GROUP)) return;
  for (const encounter of day.encounters) {
    for (const session of encounter.sessions) {
      if (!session.code || !session.isGroup || !(session.code.is & MAY_BE_GROUP)) continue;
      if (!isBilled(day, session.code)) continue;
      ask(encounter, session);
      break;
    }
  }
}

/** Who asks for a record of its own for each member of a group (F-DOC-04); for any service, Medicare's manual (F-DOC-03). */
export function sourcesOfRecord({ number, is }: Code): readonly string[] {
  if (number === 97150) return ['cpt97150-2026'];
  return is & Is.GroupPsychotherapy ? ['psych-90853'] : ['bpm15'];
}

/** The encounter has a note with this label and something behind it. */
export function isWritten(encounter: Encounter, label: Label): boolean {
  for (const note of encounter.notes) if (note.label === label && !note.isEmpty) return true;
  return false;
}

export function hasNoteText(encounter: Encounter): boolean {
  for (const note of encounter.notes) if (!note.isEmpty) return true;
  return false;
}

const NO_FIX: readonly Fix[] = [];

/** Adds empty notes to fill in, for those of these labels that the encounter does not have. */
export function addEmptyNotes(encounter: Encounter, labels: readonly Exclude<Label, Label.Unknown>[]): readonly Fix[] {
  const missing = labels.filter((label) => !encounter.notes.some((note) => note.label === label));
  if (missing.length === 0) return NO_FIX;
  const names = missing.map((label) => `${LABELS[label]}:`);
  return [
    {
      title: `Add ${names.join(' ')} to fill in`,
      safe: false,
      edits: [addLinesAtEnd(encounter, names)],
    },
  ];
}

/** Adds a goal line to fill in. `goal none` says that none is given, so the record asserts nothing by it. */
export function addEmptyGoal(encounter: Encounter, session: Session): readonly Fix[] {
  if (encounter.hasGoalLine) return NO_FIX;
  const { home } = encounter;
  const lead = leadOf(home.lineText(session.line)) || '  ';
  return [
    {
      title: 'Add a goal line to fill in',
      safe: false,
      edits: [insert(encounter, session.line, 0, `${lead}goal none\n`)],
    },
  ];
}

/** Adds lines below the encounter's last line, where they carry no note on. */
function addLinesAtEnd(encounter: Encounter, lines: readonly string[]) {
  const { home, notes } = encounter;
  let last = home.lineCount - 1;
  while (last > 0 && !isOwnLine(home.lineText(last))) last--;
  const model = lastOf(notes)?.line ?? firstLine(encounter);
  const lead = leadOf(home.lineText(model)) || '  ';
  return insert(encounter, last, home.lineText(last).length, lines.map((line) => `\n${lead}${line}`).join(''));
}

/** The note that the encounter ends with, or the one that stands last in it. */
function lastOf(notes: readonly Note[]): Note | undefined {
  return notes[notes.length - 1];
}

/** The first session or claim line: its indent is the encounter's. */
function firstLine({ sessions, claims }: Encounter): number {
  const session = sessions[0]?.line ?? Number.POSITIVE_INFINITY;
  const claim = claims[0]?.line ?? Number.POSITIVE_INFINITY;
  const first = Math.min(session, claim);
  return Number.isFinite(first) ? first : 0;
}

/** An indented line that is neither blank nor a comment belongs to the encounter. */
function isOwnLine(text: string): boolean {
  const lead = leadOf(text).length;
  return lead > 0 && lead < text.length && text[lead] !== '#';
}

function leadOf(text: string): string {
  let end = 0;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return text.slice(0, end);
}
