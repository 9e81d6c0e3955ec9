/** Code against contact: where a session's code and how it is logged cannot both be right. */

import { type Code, Is } from '../../model/code';
import { type ClaimLine, type Session, shownOverlapping } from '../../model/encounter';
import { type PatientDay, sameHands } from '../../model/patient-day';
import { Contact } from '../../syntax/kinds';
import { isByAssistant, readsAssistants, takesAssistant } from './assistant';
import { removeLine, removeModifier, setCode, setUnits } from './edits';
import { isWithAnother } from './elsewhere';
import type { Edit, Fix, Related } from './rule';
import { list } from './words';

export enum ContactFault {
  None,
  /** A code of 97110-97139 given to a group. */
  OneOnOneInGroup,
  /** Another code that group therapy does not cover, given to a group. */
  NotForGroups,
  /** 97150, 90853, 90849 or 92508 given to one patient. */
  GroupCodeOneOnOne,
  /** A code that needs the clinician there, logged supervised. */
  AttendanceMissing,
}

/** Evaluations, tests, modalities, training of thinking skills, manipulation and psychotherapy of one patient or family. */
const NOT_FOR_GROUPS =
  Is.AttendedModality |
  Is.SupervisedModality |
  Is.Cognitive |
  Is.OneOnOne |
  Is.Evaluation |
  Is.PsychiatricEvaluation |
  Is.Psychotherapy |
  Is.Manipulation;

/** Speech treatment of one patient; a group's is 92508. */
const SPEECH_OF_ONE = 92507;

/** 97150, 90853, 90849 and 92508: they take two patients or more. */
function needsTwo({ is, number }: Code): boolean {
  return (is & (Is.Group | Is.GroupPsychotherapy)) !== 0 || number === 92508 || number === 90849;
}

/** How the code of a session and its contact contradict one another. */
export function contactFault({ code, contact, size }: Session): ContactFault {
  if (!code || contact === Contact.Unknown) return ContactFault.None;
  const { is } = code;
  switch (contact) {
    case Contact.Group:
      if (is & (Is.GroupCode | Is.MayBeGroup))
        return size === 1 && needsTwo(code) ? ContactFault.GroupCodeOneOnOne : ContactFault.None;
      if (is & Is.GroupFamily) return ContactFault.OneOnOneInGroup;
      return is & NOT_FOR_GROUPS || code.number === SPEECH_OF_ONE ? ContactFault.NotForGroups : ContactFault.None;
    case Contact.Supervised: {
      const need = code.entry!.contact;
      return need === 'supervised' || need === 'none' ? ContactFault.None : ContactFault.AttendanceMissing;
    }
    default:
      return needsTwo(code) ? ContactFault.GroupCodeOneOnOne : ContactFault.None;
  }
}

/** A code of a day with a fault, on the first session that shows it. */
export interface FaultyCode {
  readonly code: Code;
  readonly first: Session;
  /** Every session of the code with this fault. */
  readonly sessions: readonly Session[];
}

const NONE: readonly FaultyCode[] = [];

/** The codes of a day whose sessions have one fault, in file order. */
export function faultyCodes(day: PatientDay, fault: ContactFault): readonly FaultyCode[] {
  let found: Map<Code, Session[]> | undefined;
  for (const session of day.sessions) {
    if (contactFault(session) !== fault) continue;
    found ??= new Map();
    const sessions = found.get(session.code!);
    if (sessions) sessions.push(session);
    else found.set(session.code!, [session]);
  }
  if (!found) return NONE;
  return [...found].map(([code, sessions]) => ({ code, first: sessions[0]!, sessions }));
}

/**
 * What such a finding is about: the sessions, the lines of their code, and the line of the group code that they should
 * have carried, where the day has no session of it.
 */
export function aboutFault(day: PatientDay, { code, sessions }: FaultyCode): readonly (Session | ClaimLine)[] {
  const about: (Session | ClaimLine)[] = [...sessions, ...day.linesOf(code)];
  const groupCode = groupCodeFor(code);
  if (groupCode > 0 && !day.sessions.some((session) => session.code!.number === groupCode)) {
    for (const line of day.claims) if (line.code!.number === groupCode) about.push(line);
  }
  return about;
}

/** The code that stands for a group's work of this kind; 0 where none does. */
function groupCodeFor(code: Code): number {
  if (code.is & Is.Psychotherapy) return 90853;
  if (code.number === SPEECH_OF_ONE) return 92508;
  return code.is & (Is.OneOnOne | Is.GroupFamily) && code.number <= 97542 ? 97150 : 0;
}

export function relatedLines(day: PatientDay, code: Code): readonly Related[] {
  return day.linesOf(code).map((line) => ({
    home: line.encounter.home,
    place: line.codePlace(),
    message: `${line.text} x${line.units} is billed here`,
  }));
}

/** "logged in a group of 4". */
export function inGroup({ size }: Session): string {
  return size > 0 ? `in a group of ${size}` : 'in a group';
}

/** An assistant gave the session, and its lines do not say so where the payer asks for it. */
function lacksAssistant(session: Session, lines: readonly ClaimLine[]): boolean {
  if (!isByAssistant(session) || !readsAssistants(session.encounter, 'assistant-modifier')) return false;
  return lines.some((line) => takesAssistant(line) && !line.has('CQ') && !line.has('CO'));
}

const NO_FIX: readonly Fix[] = [];

/**
 * Sessions and lines of codes given to a group, changed to 97150 x1 together. None where the day would then hold another
 * fault that only the coder can decide on: a second session in the same minutes, a pair to be told apart, minutes that
 * were also given one-on-one.
 */
export function groupInstead(day: PatientDay, first: Session, isMeant: (code: Code) => boolean): readonly Fix[] {
  if (day.unreadSession || day.unreadClaim) return NO_FIX;
  const { file } = first.encounter.home;
  const sessions = day.sessions.filter((session) => session.isGroup && isMeant(session.code!));
  const codes = new Set(sessions.map((session) => session.code!));
  const lines = day.claims.filter((line) => codes.has(line.code!));
  for (const { cut, encounter } of [...sessions, ...lines]) {
    if (cut || encounter.home.file !== file || !sameHands(encounter, first.encounter)) return NO_FIX;
  }
  for (const session of sessions) {
    // An aide's group is no group either; and an assistant's asks for CQ or CO.
    if (session.size === 1 || session.byAide || lacksAssistant(session, lines) || isWithAnother(day, session))
      return NO_FIX;
    for (const other of day.sessions) {
      if (other !== session && other.isAttended && shownOverlapping(session, other)) return NO_FIX;
    }
  }
  const group = day.claims.filter((line) => line.code!.is & Is.Group);
  if (lines.length > 0) {
    if (day.sessions.some((session) => codes.has(session.code!) && !sessions.includes(session))) return NO_FIX;
    if (group.length === 0) {
      // A group session that was left unbilled would be billed by this line.
      if (day.sessions.some((session) => session.code!.is & Is.Group)) return NO_FIX;
      for (const { code, cut, opening } of day.claims) {
        if (codes.has(code!)) continue;
        if (cut || (!opening && day.settings.pairs.find('97150', code!.text, day.date))) return NO_FIX;
      }
    }
  }
  // A last line without a line break takes the break before it along: two such removals would overlap.
  const unended = lines.find(
    ({ encounter, line }) => line === encounter.home.lineCount - 1 && !encounter.home.endsWithBreak,
  );
  if (unended && lines.length > 1) return NO_FIX;
  const edits: Edit[] = sessions.map((session) => setCode(session, '97150'));
  lines.forEach((line, index) => {
    if (index > 0 || group.length > 0) {
      edits.push(removeLine(line.encounter, line.line));
      return;
    }
    edits.push(setCode(line, '97150'));
    for (const use of line.modifiers) if (use.entry?.kind === 'distinct') edits.push(removeModifier(line, use));
    if (line.units !== 1) edits.push(setUnits(line, 1));
  });
  const names = list([...codes].map((code) => code.text));
  const what =
    lines.length > 0 && group.length > 0
      ? `Change the ${names} session to 97150 and remove the ${names} line`
      : `Change ${names} to 97150${lines.length > 0 ? ' x1' : ''}`;
  return [{ title: `${what}: you state that this was group therapy`, safe: false, edits }];
}
