/**
 * The claim line that recorded sessions prove: its code, its units beside what is billed already, and those modifiers
 * alone that the record proves; or, in words, why there is none. What is said of a service that is not billed, and what
 * builds a claim, ask here.
 */

import { mayBePrimary } from '../../guidance/codes';
import { type Code, Is, isUsable } from '../../model/code';
import { ClaimLine, type Session, shownOverlapping } from '../../model/encounter';
import { type ClaimDay, type PatientDay, sameHands } from '../../model/patient-day';
import { isBound, isMedicare } from '../../model/payer';
import { Giver } from '../../syntax/kinds';
import {
  assistantModifierOf,
  isAssistantByTitle,
  isByAssistant,
  readsAssistants,
  shareOf,
  takesAssistant,
} from './assistant';
import { ContactFault, contactFault } from './contact';
import { missesDisciplineModifier, wantedModifier } from './discipline';
import { isElsewhere } from './elsewhere';
import {
  DayPair,
  isGroupPair,
  isGroupPsychotherapyPair,
  isManipulationPair,
  isNeverPaid,
  isUnopened,
  isVisitPair,
  opens,
  pairsWith,
} from './pairs';
import { payerCode, treatsUlcer } from './payer-code';
import { isSameService } from './performed';
import { provenApart } from './separate';

/** A service that was given, could be billed and is not. */
export interface Unbilled {
  readonly day: PatientDay;
  readonly claimDay: ClaimDay;
  readonly first: Session;
  readonly sessions: readonly Session[];
  /** A line as it would be billed: the payer's own code for the service. */
  readonly line: ClaimLine;
  readonly units: number;
}

/** A claim line as it would be written. */
export interface DraftLine {
  readonly code: string;
  /** In the order in which they are written. */
  readonly modifiers: readonly string[];
  readonly units: number;
}

export interface LineDraft {
  readonly lines: readonly DraftLine[];
  /** Lines there are that take a 59 beside them: the record proves it. */
  readonly opened: readonly ClaimLine[];
}

/** Why no line is drafted: a part of a sentence, "its minutes earn no unit". */
export type NoLine = string;

export function hasLine(claims: readonly ClaimLine[], code: Code): boolean {
  for (const line of claims) if (isSameService(line.code!, code)) return true;
  return false;
}

/**
 * The service of a session; words where it earns no unit, or a line for it would be wrong for a reason that the record
 * shows.
 *
 * @param overlap which sessions in the same minutes speak against a line: any, or those alone that bind the giver.
 */
export function serviceOf(day: PatientDay, first: Session, overlap: 'any' | 'attended'): Unbilled | NoLine {
  const { encounter } = first;
  const code = first.code!;
  if (encounter.payerUnread) return 'the payer cannot be read';
  const claimDay = day.claimDayOf(encounter);
  const sessions = claimDay.sessions.filter((other) => isSameService(other.code!, code));
  const billed = payerCode(code, encounter.payer, 'performed-not-billed');
  if (billed === undefined) return 'the payer does not pay it apart';
  for (const session of sessions) {
    if (session.cut || session.minutes < 0) return 'a session of it cannot be read';
    if (session.byAide) return 'an aide gave it';
    if (session.size === 1) return 'a group of 1 is no group';
    if (contactFault(session) !== ContactFault.None) return 'its code and its contact do not go together';
    if (code.is & Is.Evaluation && (isByAssistant(session) || session.by === Giver.Student || isTitled(session)))
      return 'an evaluation is for a clinician to give';
    // One without times shares minutes with none: of thousands, each would be held against all.
    for (const other of session.hasClock ? day.sessions : []) {
      if (other === session || !shownOverlapping(session, other)) continue;
      if (overlap === 'attended' && !(session.isAttended && other.isAttended)) continue;
      if (isSameService(other.code!, code) ? other.giver === session.giver : day.inPlay(other))
        return `its minutes are also those of ${other.code!.text}`;
    }
  }
  const line = new ClaimLine(encounter);
  line.code = day.settings.codes.of(billed === '97130' ? '97129' : billed);
  line.written = line.code;
  if (line.code.is & Is.AddOn && !day.claims.some((other) => isPrimary(line, other)))
    return 'the code that it goes with is not billed';
  for (const other of day.claims) {
    if (other.notCovered || !sameHands(other.encounter, encounter)) continue;
    const found = pairWith(day, line, other);
    if (found && isNeverPaid(found)) return `it is never paid beside ${other.code!.text}`;
  }
  const earned = unitsEarned(claimDay, sessions, line.code);
  if (earned > 0) return { day, claimDay, first, sessions, line, units: earned };
  if (line.code.is & Is.Timed && !claimDay.minutesKnown) return 'not every session of the day can be read';
  return 'its minutes earn no unit';
}

function isPrimary(addOn: ClaimLine, other: ClaimLine): boolean {
  return mayBePrimary(addOn.code!.entry!, other.code!.text) && sameHands(addOn.encounter, other.encounter);
}

function pairWith(day: PatientDay, line: ClaimLine, other: ClaimLine): DayPair | undefined {
  const pair = day.settings.pairs.find(line.code!.text, other.code!.text, day.date);
  if (!pair || (day.date === 0 && (pair.from !== undefined || pair.to !== undefined))) return undefined;
  const [one, two] = pair.column1 === line.code!.text ? [line, other] : [other, line];
  return new DayPair(day, pair, one, two, sameHands(one.encounter, two.encounter));
}

/** Units that the sessions support beside what is billed already. */
function unitsEarned(claimDay: ClaimDay, sessions: readonly Session[], code: Code): number {
  if (code.is & Is.Timed) {
    if (!claimDay.minutesKnown) return 0;
    const sums = new Map<number, number>();
    for (const line of claimDay.claims) if (line.cut && line.code!.is & Is.Timed) return 0;
    for (const { pool, supported } of claimDay.lineUnits) sums.set(pool.key, (sums.get(pool.key) ?? 0) + supported);
    return claimDay.units.add(sums, sessions[0]!.code!.pool, 99);
  }
  const span = code.entry!.minutes;
  if (!span) return 1;
  // Psychotherapy is judged session by session.
  for (const session of sessions) if (session.minutes < span[0]) return 0;
  return Math.min(sessions.length, code.entry!.mue ?? 1);
}

/** The most units of a service on one date: by the coder's own table where there is one. 97130 goes on behind 97129. */
function mostUnits({ settings }: PatientDay, code: Code): number | undefined {
  const { codes, unitLimits } = settings;
  const of = ({ text, entry }: Code) => (unitLimits ? unitLimits.limits.get(text)?.units : entry?.mue);
  if (code.text !== '97129') return of(code);
  const more = of(codes.of('97130'));
  return more === undefined ? undefined : 1 + more;
}

/** The lines of a service with what the record proves to belong on them; words where something it needs is not proven. */
export function draftOf(unbilled: Unbilled): LineDraft | NoLine {
  const { day, claimDay, first, sessions, line } = unbilled;
  const { encounter } = first;
  const code = line.code!;
  const { payer, discipline } = encounter;
  const limit = isBound(payer, 'units-over-mue') ? mostUnits(day, code) : undefined;
  if (limit === 0) return 'its limit is 0 units';
  const earned = limit === undefined ? unbilled.units : Math.min(unbilled.units, limit);
  const against = speaksAgainst(unbilled);
  if (against !== undefined) return against;
  if (discipline === 'chiro' && isMedicare(payer, 'chiropractic-modifier')) {
    // That treatment was active is the chiropractor's to say.
    if (code.is & Is.SpinalManipulation) return 'that treatment is active (-AT) is yours to state';
    return { lines: [{ code: code.text, modifiers: ['GY'], units: earned }], opened: [] };
  }

  const modifiers: string[] = [];
  const told = tellApart(unbilled);
  if (typeof told === 'string') return told;
  if (told.own) modifiers.push('59');
  if (missesDisciplineModifier(line, 'discipline-modifier')) {
    const wanted = wantedModifier(line);
    if (!wanted) return 'it needs GP, GO or GN: write the discipline';
    modifiers.push(wanted);
  }
  let byAssistant = 0;
  let assistant: string | undefined;
  if (
    readsAssistants(encounter, 'assistant-modifier') &&
    (discipline === undefined || discipline === 'PT' || discipline === 'OT') &&
    takesAssistant(line) &&
    sessions.some(isByAssistant)
  ) {
    const share = shareOf(claimDay, [], first, earned);
    assistant = assistantModifierOf(line);
    if (!share || share.range.least !== share.range.most) return 'how many units the assistant gave is open';
    byAssistant = share.range.least;
    if (byAssistant > 0 && assistant === undefined) return 'it needs CQ or CO: write the discipline';
  }
  const withAssistant = assistant ? [...modifiers, assistant] : modifiers;
  const lines: DraftLine[] = [];
  if (code.text === '97129') {
    if (byAssistant > 0 && byAssistant < earned) return 'the assistant gave a part of it alone';
    const all = byAssistant > 0 ? withAssistant : modifiers;
    lines.push({ code: '97129', modifiers: all, units: 1 });
    if (earned > 1) lines.push({ code: '97130', modifiers: all, units: earned - 1 });
  } else {
    if (byAssistant > 0) lines.push({ code: code.text, modifiers: withAssistant, units: byAssistant });
    if (byAssistant < earned) lines.push({ code: code.text, modifiers, units: earned - byAssistant });
  }
  return { lines, opened: told.others };
}

const isTitled = ({ encounter: { clinician } }: Session): boolean =>
  clinician !== undefined && isAssistantByTitle(clinician);

/** What speaks against a line about the code itself: discipline, giver, time, another evaluation. */
function speaksAgainst({ day, first, sessions, line }: Unbilled): NoLine | undefined {
  const code = line.code!;
  const { entry } = code;
  const { discipline, date } = first.encounter;
  if (date === 0) return 'the date cannot be read';
  if (date > day.settings.today) return 'the date is still to come';
  if (!isUsable(code, date)) return 'its code is not in use on the date';
  // Another code for it would have to stand on the session too.
  if (!isSameService(code, first.code!)) return `the payer takes ${code.text} for it`;
  if (discipline !== undefined && entry!.disciplines.length > 0 && !entry!.disciplines.includes(discipline))
    return `it is no code of ${discipline}`;
  if (line.code!.text === 'G0283' && first.code!.text !== 'G0283' && treatsUlcer(day))
    return 'G0283 is not for the care of wounds';
  if (sessions.some((session) => session.by === Giver.Student)) return 'a student gave it';
  const most = entry!.minutes?.[1];
  if (most !== undefined && sessions.some((session) => session.minutes > most))
    return `its code is for ${most} min at most`;
  if (code.is & Is.Evaluation && day.claims.some((other) => other.code!.is & Is.Evaluation))
    return 'another evaluation is billed';
  if (code.is & (Is.Group | Is.AttendedModality)) {
    const against = code.is & Is.Group ? Is.AttendedModality : Is.Group;
    const others = day.sessions.filter((other) => other.code!.is & against && hasLine(day.claims, other.code!));
    const unclear = others.find((other) => sessions.some((session) => !session.hasClock || !other.hasClock));
    if (unclear) return `the times do not show it apart from ${unclear.code!.text}`;
  }
  if (sessions.some((session) => isElsewhere(day, session))) return 'its giver has another patient in the same minutes';
  return undefined;
}

/** Which lines take a 59 once the new line stands beside them; words where the record does not prove it. */
function tellApart({ day, line }: Unbilled): { own: boolean; others: readonly ClaimLine[] } | NoLine {
  const { encounter } = line;
  let own = false;
  const others: ClaimLine[] = [];
  const unproven: DayPair[] = [];
  for (const other of day.claims) {
    if (other.notCovered || !sameHands(encounter, other.encounter)) continue;
    const found = pairWith(day, line, other);
    if (!found) continue;
    const beside = other.code!.text;
    if (other.cut) return `the line of ${beside} cannot be read`;
    if (isVisitPair(found) || isManipulationPair(found)) return `that it was apart from ${beside} is yours to state`;
    const isTwo = found.two === line;
    // Since July 2019 the modifier may stand on either line.
    if (opens(other) && (!isTwo || day.date >= 20190701)) continue;
    if (isGroupPsychotherapyPair(found) && encounter.payer.refusesGroupWithIndividual)
      return `the payer refuses it beside ${beside}`;
    const matters = isGroupPair(found) || isGroupPsychotherapyPair(found) || isBound(encounter.payer, 'missing-59');
    if (!provenApart(found)) {
      if (matters) return `the record does not prove it apart from ${beside} (-59)`;
      unproven.push(found);
      continue;
    }
    if (!matters) continue;
    if (isTwo) own = true;
    else others.push(other);
  }
  if (own && unproven.length > 0) return 'a -59 would also open a pair that the record does not prove apart';
  // A 59 opens every pair of its line.
  for (const other of others) {
    const opened = pairsWith(other).filter(isUnopened);
    if (!opened.every(provenApart))
      return `a -59 on ${other.code!.text} would also open a pair that is not proven apart`;
  }
  return { own, others };
}
