/**
 * CQ and CO: which units of a code an assistant furnished. Sources: F-MOD-20..24. Fifteen whole minutes of one person
 * fix a unit to that person; only what is left over is shared. Minutes that assistant and therapist spend together are
 * the therapist's.
 */

import { Is } from '../../model/code';
import type { ClaimLine, Encounter, Session } from '../../model/encounter';
import type { ClaimDay } from '../../model/patient-day';
import { isMedicare } from '../../model/payer';
import { Giver } from '../../syntax/kinds';

/** How many of some units carry CQ or CO: any number from `least` to `most` is right. */
export interface UnitRange {
  readonly least: number;
  readonly most: number;
}

/** Minutes of one code by who gave them. */
export interface SharedMinutes {
  /** With the therapist there, alone or with the assistant. */
  readonly therapist: number;
  /** By the assistant apart from the therapist. */
  readonly assistant: number;
}

/** First days of service on which CQ and CO are reported. */
const MEDICARE_FROM = 20200101;
const TRICARE_FROM = 20200416;

/** The payer reads CQ and CO on the date. */
export function readsAssistants({ payer, date }: Encounter, rule: string): boolean {
  if (isMedicare(payer, rule)) return date >= MEDICARE_FROM;
  return payer.tricare && date >= TRICARE_FROM;
}

/** The assistant modifier of a line's discipline; `undefined` where there is none, or the discipline is not known. */
export function assistantModifierOf(line: ClaimLine): 'CQ' | 'CO' | undefined {
  const { discipline } = line.encounter;
  if (discipline !== undefined) return discipline === 'PT' ? 'CQ' : discipline === 'OT' ? 'CO' : undefined;
  const physical = line.has('GP');
  const occupational = line.has('GO');
  if (physical === occupational) return undefined;
  return physical ? 'CQ' : 'CO';
}

export enum Role {
  Unknown,
  Therapist,
  Assistant,
  Nobody,
}

/** A clinician field may name the assistant who gave the care: "M. Lee, PTA", "M. Lee PTA". "Y. Ota, PT" is a name. */
const ASSISTANT_TITLE = /\b(?:PTA|OTA|COTA|LPTA)\b/i;
const ASSISTANT_LAST = /(?:^|\s)(?:PTA|OTA|COTA|LPTA)(?:\/L)?$/;
const THERAPIST_TITLE = /\b(?:D?PT|MPT|MSPT|OTR?|OTD|SLP|DC|DO|MD)\b/i;

export function hasAssistantTitle(clinician: string): boolean {
  const comma = clinician.indexOf(',');
  return comma < 0 ? ASSISTANT_LAST.test(clinician) : ASSISTANT_TITLE.test(clinician.slice(comma));
}

/** The clinician is an assistant by title, and no therapist is named beside. */
export function isAssistantByTitle(clinician: string): boolean {
  if (!hasAssistantTitle(clinician)) return false;
  const comma = clinician.indexOf(',');
  return comma < 0 || !THERAPIST_TITLE.test(clinician.slice(comma));
}

/** Who gave a session: asked only where an assistant plays a part. */
export function roleOf(session: Session): Role {
  const { encounter } = session;
  if (session.cut) return Role.Unknown;
  switch (session.by) {
    case Giver.Aide:
      return Role.Nobody;
    case Giver.Assistant:
      return Role.Assistant;
    case Giver.Default:
      if (encounter.assistantUnread) return Role.Unknown;
      if (encounter.assistant !== undefined) return Role.Assistant;
      if (encounter.clinician === undefined) return Role.Unknown;
      return hasAssistantTitle(encounter.clinician) ? Role.Unknown : Role.Therapist;
    default:
      return encounter.clinician !== undefined && hasAssistantTitle(encounter.clinician)
        ? Role.Unknown
        : Role.Therapist;
  }
}

/** Whether a session was by an assistant, as the record says it. */
export function isByAssistant(session: Session): boolean {
  return (
    session.by === Giver.Assistant ||
    (session.by === Giver.Default && session.encounter.assistant !== undefined && !session.encounter.assistantUnread)
  );
}

/** The minutes of a code by who gave them; `undefined` where the giver or the length of one session is not known. */
export function sharedMinutes(sessions: readonly Session[]): SharedMinutes | undefined {
  let therapist = 0;
  let assistant = 0;
  let byTherapist: Session[] | undefined;
  let byAssistant: Session[] | undefined;
  for (const session of sessions) {
    const role = roleOf(session);
    if (role === Role.Nobody) continue;
    if (role === Role.Unknown || session.minutes < 0) return undefined;
    if (session.hasClock) {
      if (role === Role.Therapist) {
        byTherapist ??= [];
        byTherapist.push(session);
      } else {
        byAssistant ??= [];
        byAssistant.push(session);
      }
    } else if (role === Role.Therapist) therapist += session.minutes;
    else assistant += session.minutes;
  }
  if (byTherapist) therapist += clockMinutes(byTherapist);
  if (byAssistant) {
    assistant += byTherapist
      ? clockMinutes([...byTherapist, ...byAssistant]) - clockMinutes(byTherapist)
      : clockMinutes(byAssistant);
  }
  return { therapist, assistant };
}

/** Every clock minute of some sessions, once. */
function clockMinutes(sessions: readonly Session[]): number {
  const sorted = [...sessions].sort((a, b) => a.start - b.start);
  let total = 0;
  let reached = -1;
  for (const { start, end } of sorted) {
    if (end <= reached) continue;
    total += end - Math.max(start, reached);
    reached = end;
  }
  return total;
}

/**
 * How many of the billed units of a timed code the assistant furnished.
 * @param more units that the day supports for the code beyond those billed: which of them are billed is then free.
 * @param over units billed beyond what the day supports: nothing is known of these.
 */
export function assistantUnits({ therapist, assistant }: SharedMinutes, billed: number, more = 0, over = 0): UnitRange {
  const known = Math.max(0, billed - over);
  let { least, most } = furnished(therapist, assistant, known);
  if (more > 0) {
    const all = furnished(therapist, assistant, known + more);
    least = Math.min(least, Math.max(0, all.least - more));
    most = Math.max(most, Math.min(known, all.most));
  }
  return { least, most: most + (billed - known) };
}

function furnished(therapist: number, assistant: number, units: number): UnitRange {
  // Fifteen whole minutes of one person first (F-MOD-24).
  const wholeTherapist = Math.floor(therapist / 15);
  const wholeAssistant = Math.floor(assistant / 15);
  const left = units - wholeTherapist - wholeAssistant;
  if (left <= 0) {
    return { least: Math.max(0, units - wholeTherapist), most: Math.min(units, wholeAssistant) };
  }
  const shared = sharedUnits(therapist % 15, assistant % 15, left);
  return { least: wholeAssistant + shared.least, most: wholeAssistant + shared.most };
}

/** Units earned by what both have left over, each under 15 minutes. */
function sharedUnits(therapist: number, assistant: number, units: number): UnitRange {
  if (assistant === 0) return range(0);
  if (therapist === 0) return range(units);
  if (units === 1) {
    // The last unit: 8 minutes of the therapist make it the therapist's (F-MOD-22).
    if (therapist >= 8) return range(0);
    // 2 minutes are more than 10 percent of 15; one minute is, of the minutes given, and is not, of the unit's 15.
    return assistant >= 2 ? range(1) : { least: 0, most: 1 };
  }
  // Two units of 9-14 minutes each: one and one (F-MOD-23).
  if (therapist >= 8) return { least: units - 1, most: units - 1 };
  return { least: units - 1, most: units };
}

function range(units: number): UnitRange {
  return { least: units, most: units };
}

/** Whether an untimed service is the assistant's: more than 10 percent of it, apart from the therapist. */
export function untimedIsAssistants({ therapist, assistant }: SharedMinutes): boolean | undefined {
  const total = therapist + assistant;
  if (total === 0) return undefined;
  const exceeds = assistant * 10 > total;
  // Medicare lets the share be rounded to whole percents, or a tenth of the minutes to whole minutes: where these ways
  // of counting part, either is right.
  const byPercent = Math.round((assistant * 100) / total) > 10;
  const byMinutes = assistant >= Math.round(total / 10) + 1;
  return exceeds === byPercent && exceeds === byMinutes ? exceeds : undefined;
}

/** Claim lines of one service in a claim-day, and what the record says of the assistant's part in it. */
export interface AssistantShare {
  readonly lines: readonly ClaimLine[];
  readonly sessions: readonly Session[];
  readonly minutes: SharedMinutes;
  readonly timed: boolean;
  readonly billed: number;
  readonly range: UnitRange;
}

/** The line says that an assistant gave it. */
export function isAssistants(line: ClaimLine): boolean {
  return line.has('CQ') || line.has('CO');
}

/** Lines that CQ and CO speak of: therapy that is judged, and read to their end. */
export function takesAssistant(line: ClaimLine): boolean {
  return (line.code!.is & Is.Therapy) !== 0 && !line.cut && !line.notCovered;
}

/**
 * What the record says of the lines of one service; `undefined` where it does not say who gave every minute.
 * @param adding units of the service that are about to be billed beside the lines there are.
 */
export function shareOf(
  claimDay: ClaimDay,
  lines: readonly ClaimLine[],
  first: Session | ClaimLine,
  adding = 0,
): AssistantShare | undefined {
  const code = first.code!;
  const timed = (code.is & Is.Timed) !== 0;
  const sessions = claimDay.sessions.filter((session) =>
    timed ? session.code!.pool === code.pool && session.counts : session.code!.service === code.service,
  );
  if (sessions.length === 0) return undefined;
  const minutes = sharedMinutes(sessions);
  if (!minutes) return undefined;
  let billed = adding;
  for (const line of lines) billed += line.units;
  if (!timed) {
    const own = untimedIsAssistants(minutes);
    const range =
      own === undefined ? { least: 0, most: billed } : own ? { least: billed, most: billed } : { least: 0, most: 0 };
    return { lines, sessions, minutes, timed, billed, range };
  }
  if (!claimDay.minutesKnown || claimDay.claims.some((line) => line.cut && line.code!.is & Is.Timed)) return undefined;
  const sums = new Map<number, number>();
  let supported = adding;
  for (const judged of claimDay.lineUnits) {
    sums.set(judged.pool.key, (sums.get(judged.pool.key) ?? 0) + judged.supported);
    if (judged.pool.key !== code.pool) continue;
    // A line of the code that is not judged here (GY) has minutes of it too, and nothing says which.
    if (!lines.includes(judged.line)) return undefined;
    supported += judged.supported;
  }
  if (adding > 0) sums.set(code.pool, (sums.get(code.pool) ?? 0) + adding);
  const more = claimDay.units.add(sums, code.pool, 99);
  return { lines, sessions, minutes, timed, billed, range: assistantUnits(minutes, billed, more, billed - supported) };
}

/** Whether CQ and CO would be right on the lines of a service if one of them had fewer units. */
export function staysRight({ lines, minutes, billed }: AssistantShare, lowered: ClaimLine, by: number): boolean {
  const range = assistantUnits(minutes, billed - by);
  let carrying = isAssistants(lowered) ? -by : 0;
  for (const line of lines) if (isAssistants(line)) carrying += line.units;
  return carrying >= range.least && carrying <= range.most;
}
