/**
 * A clinician's day as a picture is drawn of it: a lane a patient, a bar a session, the clinician's own time above.
 * Only the day at the cursor is read, so that it costs the same in a file of any size.
 */

import type { Block } from '../engine/block';
import type { EncounterFile, Position } from '../engine/file';
import { type Finding, lineKey } from '../engine/finding';
import type { Workspace } from '../engine/workspace';
import { ClinicianDay } from '../model/clinician-day';
import { Is } from '../model/code';
import type { Encounter, Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { totalMinutes } from '../model/units';
import { sharedMinutes } from '../rules/kit/overlap';
import type { Severity } from '../rules/kit/rule';
import { Contact, Giver } from '../syntax/kinds';
import { dateOfDay } from './stretch';

/** Minutes after midnight; `end` is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a file. */
export interface DayPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export type Family = 'timed' | 'group' | 'attended' | 'supervised' | 'evaluation' | 'untimed' | 'unknown';
export type BarContact = 'one-on-one' | 'attendance' | 'group' | 'supervised' | 'unknown';

/** A session. */
export interface DayBar {
  readonly id: string;
  readonly place: DayPlace;
  /** Nothing where the session has a length alone, or a time that cannot be. */
  readonly span: Span | null;
  /** Nothing where the time cannot be read. */
  readonly minutes: number | null;
  /** As written, in capitals; empty where it cannot be read. */
  readonly code: string;
  /** Our plain words for the code. */
  readonly label: string;
  readonly family: Family;
  readonly contact: BarContact;
  /** `of N`; 0 where none is stated. */
  readonly size: number;
  readonly activity: string | null;
  /** Who gave it, where that is not the clinician of the day. */
  readonly by: { readonly kind: 'person' | 'aide' | 'student' | 'nobody'; readonly name: string | null } | null;
  /** Its minutes count toward timed units. */
  readonly counts: boolean;
  /** Bars of one lane that share minutes stand below one another. */
  readonly row: number;
  /** Minutes that a rule on overlap speaks of. */
  readonly clashes: readonly Span[];
  /** Indexes into the findings of the day: on its line, or about it. */
  readonly findings: readonly number[];
}

/** The units of one patient on the day, whoever gave them. */
export interface DayFigures {
  /** Of treatment, each minute once. */
  readonly minutes: number;
  /** Minutes that count toward timed units, and the units that they support; nothing where one cannot be read. */
  readonly timed: number | null;
  readonly supported: number | null;
  /** Nothing is billed yet, or a claim line cannot be read. */
  readonly billing: 'read' | 'none' | 'unread';
  /** Units on claim lines of timed codes, and of all others. */
  readonly billed: number;
  readonly billedUntimed: number;
}

export interface DayLane {
  readonly id: string;
  /** Nothing where the id cannot be read. */
  readonly patient: string | null;
  /** The header of the first encounter. */
  readonly place: DayPlace;
  readonly bars: readonly DayBar[];
  readonly rows: number;
  readonly figures: DayFigures;
  /** Indexes into the findings of the day: all of this patient's. */
  readonly findings: readonly number[];
}

export interface DayGroup extends Span {
  readonly code: string;
  readonly bars: readonly string[];
  /** `of N`, the largest that is stated; 0 where none is. */
  readonly stated: number;
  readonly onFile: number;
}

export interface DayFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly place: DayPlace;
}

export interface DayView {
  /** Nothing where nobody is named. */
  readonly giver: string | null;
  /** yyyymmdd. */
  readonly date: number;
  readonly lanes: readonly DayLane[];
  /** Patients that are not drawn: see {@link MOST_LANES}. */
  readonly moreLanes: number;
  readonly groups: readonly DayGroup[];
  readonly findings: readonly DayFinding[];
  /** When the clinician is with patients: attended sessions, put together where they touch. */
  readonly busy: readonly Span[];
  /** Between these. */
  readonly gaps: readonly Span[];
  /** Minutes of the clinician that a rule on overlap speaks of. */
  readonly clashes: readonly Span[];
  /** Of everything that is drawn. */
  readonly extent: Span | null;
  /** The bars of the cursor's session, or of its claim line. */
  readonly lit: readonly string[];
  /** The lane of the cursor's encounter. */
  readonly litLane: string | null;
}

/** Why there is no day to draw. */
export type NoDay = 'no-encounter' | 'no-date';

/** No clinician sees as many patients on a day; a whole clinic under one name has them. */
export const MOST_LANES = 60;

/** What says that minutes are recorded twice; each names the sessions that it stands against as related lines. */
const OVERLAP_RULES: ReadonlySet<string> = new Set([
  'clinician-double-booked',
  'same-patient-overlap',
  'group-overlaps-individual',
  'group-with-modality',
  'aide-time',
]);

/**
 * The day of the encounter at a position; above the first one, of that. Findings are those of the last check.
 *
 * @param shown the clinician whose day is on the screen: kept where the cursor does not say otherwise.
 */
export function dayAt(
  workspace: Workspace,
  path: string,
  position: Position,
  shown?: string,
): DayView | NoDay | undefined {
  const file = workspace.files.get(path);
  if (!file) return undefined;
  const at = encounterBlockAt(file, position.line);
  if (!at) return 'no-encounter';
  const encounter = workspace.encounterOf(at.block);
  if (encounter.date === 0) return 'no-date';
  const own = position.line - at.startLine;
  const session = encounter.sessions.find(({ line }) => line === own);
  const giver = giverOf(encounter, session, shown);
  const days = patientDays(workspace, at.block, giver);
  const clinicianDay = new ClinicianDay(
    giver ?? '',
    encounter.date,
    days.flatMap(({ encounters }) => encounters),
    workspace.settings,
  );
  return new Drawing(clinicianDay, giver, days, at.block, own).view();
}

/** One clinician's day in a file, for a list to choose from. */
export interface DayInFile {
  readonly giver: string;
  /** yyyymmdd. */
  readonly date: number;
  /** The header of its first encounter in the file. */
  readonly line: number;
  readonly encounters: number;
}

const MOST_DAYS = 2000;

/** The days of everyone who gave a session in a file, by date, in file order. Walks the file: for when a person asks. */
export function daysIn(workspace: Workspace, path: string): DayInFile[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  const days = new Map<string, { giver: string; date: number; line: number; encounters: number }>();
  let line = 0;
  for (const block of file.blocks()) {
    for (const key of block.giverKeys) {
      const day = days.get(key);
      if (day) day.encounters++;
      else if (days.size < MOST_DAYS) {
        const space = key.indexOf(' ');
        days.set(key, { giver: key.slice(space + 1), date: Number(key.slice(0, space)), line, encounters: 1 });
      }
    }
    line += block.lineCount;
  }
  return [...days.values()].sort((a, b) => a.date - b.date);
}

// ------------------------------------------------------------------------------------------------------ Which day

function encounterBlockAt(file: EncounterFile, line: number): { block: Block; startLine: number } | undefined {
  const at = file.blockAt(line);
  if (!at.block.isAbove) return at;
  const next = file.next(at.block);
  return next && { block: next, startLine: at.startLine + at.block.lineCount };
}

function giverOf(encounter: Encounter, session: Session | undefined, shown: string | undefined): string | undefined {
  if (session?.giver !== undefined) return session.giver;
  const givers = encounter.sessions.map(({ giver }) => giver).filter((giver) => giver !== undefined);
  if (shown !== undefined && givers.includes(shown)) return shown;
  return givers[0] ?? encounter.assistant ?? encounter.clinician;
}

/** The patient-days in which someone has a session, in file order, and that of the cursor's encounter. */
function patientDays(workspace: Workspace, block: Block, giver: string | undefined): PatientDay[] {
  const days = new Map<string, PatientDay>();
  const take = (one: Block) => {
    if (!days.has(one.dayKey)) days.set(one.dayKey, workspace.dayOf(one));
  };
  if (giver !== undefined) {
    const date = dateOfDay(block.dayKey) || workspace.encounterOf(block).date;
    for (const { home } of workspace.encountersOf(date, giver)) take(home as Block);
  }
  take(block);
  return [...days.values()];
}

// ------------------------------------------------------------------------------------------------------ Drawing it

class Drawing {
  private readonly findings: DayFinding[] = [];
  private readonly bySession = new Map<number, Session>();
  private readonly findingsOf = new Map<number, Set<number>>();
  private readonly clashesOf = new Map<Session, Span[]>();
  private readonly startLines = new Map<Block, number>();
  private readonly drawn: readonly PatientDay[];
  private readonly own: PatientDay;

  constructor(
    private readonly clinicianDay: ClinicianDay,
    private readonly giver: string | undefined,
    private readonly days: readonly PatientDay[],
    private readonly cursorBlock: Block,
    private readonly cursorLine: number,
  ) {
    this.own = days.find(({ encounters }) => encounters.some(({ home }) => home === cursorBlock))!;
    const inOrder = [...days].sort((a, b) => this.firstStart(a) - this.firstStart(b));
    this.drawn = inOrder.filter((day, index) => index < MOST_LANES || day === this.own);
  }

  view(): DayView {
    for (const { encounters } of this.days)
      for (const { home, sessions } of encounters)
        for (const session of sessions) this.bySession.set(lineKey(home.id, session.line), session);
    const found = this.drawn.map((day) => this.readFindings(day));
    const lanes = this.drawn.map((day, index) => this.lane(day, found[index]!));
    const own = this.ownSessions();
    const busy = merged(own.filter(takesTime));
    const spans = lanes.flatMap(({ bars }) => bars.flatMap(({ span }) => span ?? []));
    const ids = new Set(lanes.flatMap(({ bars }) => bars.map(({ id }) => id)));
    return {
      giver: this.giver ?? null,
      date: this.clinicianDay.date,
      lanes,
      moreLanes: this.days.length - this.drawn.length,
      groups: this.groups(ids),
      findings: this.findings,
      busy,
      gaps: busy.slice(1).map(({ start }, index) => ({ start: busy[index]!.end, end: start })),
      clashes: merged(own.flatMap((session) => this.clashesOf.get(session) ?? [])),
      extent:
        spans.length > 0
          ? { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
          : null,
      lit: this.lit(),
      litLane: laneId(this.own),
    };
  }

  private firstStart({ encounters }: PatientDay): number {
    let first = Number.POSITIVE_INFINITY;
    for (const { sessions } of encounters)
      for (const session of sessions)
        if (session.hasClock && this.isOwn(session)) first = Math.min(first, session.start);
    return Number.isFinite(first) ? first : 24 * 60;
  }

  private isOwn({ giver }: Session): boolean {
    return giver === this.giver;
  }

  private ownSessions(): Session[] {
    return [...this.bySession.values()].filter((session) => this.isOwn(session));
  }

  /** Takes in what was found of one patient; gives the indexes of these findings. */
  private readFindings({ encounters }: PatientDay): number[] {
    const indexes: number[] = [];
    for (const { home } of encounters) {
      const block = home as Block;
      for (const finding of block.findings) {
        const { severity, rule, message, line, start } = finding;
        const index = this.findings.push({ severity, rule, message, place: this.place(block, line, start) }) - 1;
        indexes.push(index);
        const standsOn = lineKey(block.id, line);
        for (const key of this.bySession.has(standsOn) ? [standsOn] : finding.about) {
          const known = this.findingsOf.get(key);
          if (known) known.add(index);
          else this.findingsOf.set(key, new Set([index]));
        }
        if (OVERLAP_RULES.has(rule)) this.readClash(finding, this.bySession.get(standsOn));
      }
    }
    return indexes;
  }

  /** @param own the session that the finding stands on; without it, it stands on a claim line, about two codes. */
  private readClash({ related }: Finding, own: Session | undefined): void {
    const others = related
      .map(({ block, place }) => this.bySession.get(lineKey(block.id, place.line)))
      .filter((session) => session !== undefined);
    if (own) {
      for (const other of others) this.clash(own, other);
      return;
    }
    for (const one of others) for (const other of others) if (one.code !== other.code) this.clash(one, other);
  }

  private clash(one: Session, other: Session): void {
    if (one === other || sharedMinutes(one, other) === 0) return;
    const span = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
    for (const session of [one, other]) {
      const known = this.clashesOf.get(session);
      if (known) known.push(span);
      else this.clashesOf.set(session, [span]);
    }
  }

  private lane(day: PatientDay, findings: readonly number[]): DayLane {
    const first = day.encounters[0]!;
    const sessions = day.encounters.flatMap((encounter) => encounter.sessions);
    const rows = rowsOf(sessions);
    return {
      id: laneId(day),
      patient: first.patient ?? null,
      place: this.place(first.home as Block, 0, first.headerStart),
      bars: [...sessions].sort(byStart).map((session) => this.bar(session, rows.get(session) ?? 0)),
      rows: Math.max(0, ...[...rows.values()].map((row) => row + 1)),
      figures: figuresOf(day),
      findings,
    };
  }

  private bar(session: Session, row: number): DayBar {
    const { encounter, line, hasClock, start, end, minutes, written, code, size, activity, whenStart } = session;
    const key = lineKey(encounter.home.id, line);
    return {
      id: barId(session),
      place: this.place(encounter.home as Block, line, Math.max(0, whenStart)),
      span: hasClock ? { start, end } : null,
      minutes: minutes >= 0 ? minutes : null,
      code: written?.text ?? '',
      label: code?.entry ? code.label : '',
      family: familyOf(session),
      contact: contactOf(session),
      size,
      activity: activity ?? null,
      by: this.byWhom(session),
      counts: session.counts && ((code?.is ?? 0) & Is.Timed) !== 0,
      row,
      clashes: merged(this.clashesOf.get(session) ?? []),
      findings: [...(this.findingsOf.get(key) ?? [])].sort((a, b) => a - b),
    };
  }

  private byWhom({ giver, by, byAide }: Session): DayBar['by'] {
    if (byAide) return { kind: 'aide', name: null };
    if (by === Giver.Student) return { kind: 'student', name: null };
    if (giver === this.giver) return null;
    return giver === undefined ? { kind: 'nobody', name: null } : { kind: 'person', name: giver };
  }

  private groups(drawn: ReadonlySet<string>): DayGroup[] {
    const groups: DayGroup[] = [];
    for (const group of this.clinicianDay.groups) {
      const bars = group.sessions.map(barId).filter((id) => drawn.has(id));
      if (!group.sessions[0]!.hasClock || bars.length < 2) continue;
      groups.push({
        code: group.code.text,
        start: Math.min(...group.sessions.map(({ start }) => start)),
        end: Math.max(...group.sessions.map(({ end }) => end)),
        bars,
        stated: group.statedSize,
        onFile: group.sizeOnFile,
      });
    }
    return groups;
  }

  /** The session at the cursor; on a claim line, the sessions of its code. */
  private lit(): string[] {
    const encounter = this.own.encounters.find(({ home }) => home === this.cursorBlock)!;
    const session = encounter.sessions.find(({ line }) => line === this.cursorLine);
    if (session) return [barId(session)];
    const code = encounter.claims.find(({ line }) => line === this.cursorLine)?.code;
    return code ? this.own.sessionsOf(code).map(barId) : [];
  }

  private place(block: Block, line: number, character: number): DayPlace {
    let startLine = this.startLines.get(block);
    if (startLine === undefined) {
      startLine = block.file.lineOf(block);
      this.startLines.set(block, startLine);
    }
    return { uri: block.file.path, line: startLine + line, character };
  }
}

function laneId({ encounters }: PatientDay): string {
  return `lane-${encounters[0]!.home.id}`;
}

function barId({ encounter, line }: Session): string {
  return `bar-${encounter.home.id}-${line}`;
}

/** By start; those without a clock time last, as they are written. */
function byStart(a: Session, b: Session): number {
  if (a.hasClock !== b.hasClock) return a.hasClock ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

/** The clinician is there for it, as far as the record says. */
function takesTime(session: Session): boolean {
  return session.hasClock && !session.isSupervised && !session.byAide;
}

/** Spans put together where they touch or share minutes, in order. */
function merged(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The first row in which a session shares no minute with another one. Those without a clock time are in none. */
function rowsOf(sessions: readonly Session[]): Map<Session, number> {
  const rows = new Map<Session, number>();
  const reached: number[] = [];
  for (const session of sessions.filter(({ hasClock }) => hasClock).sort(byStart)) {
    let row = reached.findIndex((end) => end <= session.start);
    if (row < 0) row = reached.length;
    reached[row] = session.end;
    rows.set(session, row);
  }
  return rows;
}

function familyOf(session: Session): Family {
  const is = session.code?.is ?? 0;
  if (session.isGroup) return 'group';
  if (!session.code) return 'unknown';
  if (is & Is.AttendedModality) return 'attended';
  if (is & Is.SupervisedModality) return 'supervised';
  if (is & (Is.Evaluation | Is.PsychiatricEvaluation)) return 'evaluation';
  return is & Is.Timed ? 'timed' : 'untimed';
}

function contactOf({ contact }: Session): BarContact {
  switch (contact) {
    case Contact.OneOnOne:
      return 'one-on-one';
    case Contact.Attendance:
      return 'attendance';
    case Contact.Group:
      return 'group';
    case Contact.Supervised:
      return 'supervised';
    default:
      return 'unknown';
  }
}

function figuresOf(day: PatientDay): DayFigures {
  const { encounters, claimDays } = day;
  const sessions = encounters.flatMap((encounter) => encounter.sessions);
  const lines = encounters.flatMap(({ claims }) => claims);
  const known = claimDays.every(({ minutesKnown }) => minutesKnown);
  const unread = day.unreadClaim || lines.some(({ cut }) => cut);
  let billed = 0;
  let billedUntimed = 0;
  for (const { code, units } of lines) {
    if (code && code.is & Is.Timed) billed += units;
    else billedUntimed += units;
  }
  return {
    minutes: totalMinutes(sessions.filter(({ minutes }) => minutes > 0)),
    timed: known ? claimDays.reduce((sum, { units }) => sum + units.total, 0) : null,
    supported: known ? claimDays.reduce((sum, { units }) => sum + units.allowed, 0) : null,
    billing: lines.length === 0 ? (day.unreadClaim ? 'unread' : 'none') : unread ? 'unread' : 'read',
    billed,
    billedUntimed,
  };
}
