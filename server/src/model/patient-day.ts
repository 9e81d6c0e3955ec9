import type { Discipline, UnitRule } from '../syntax/kinds';
import type { ClinicianDay } from './clinician-day';
import type { Code } from './code';
import { Is } from './code';
import { type ClaimLine, codesShown, type Encounter, type EncounterHome, type Session, type Shown } from './encounter';
import type { Payer } from './payer';
import type { Settings } from './settings';
import { Shared } from './shared';
import { judgeUnits, type LineUnits, type Pool, totalMinutes, UnitCount } from './units';

/** All encounters of the workspace with one patient and date, in file order. */
export class PatientDay {
  /** yyyymmdd; 0 where the one encounter's date cannot be read. */
  readonly date: number;
  /** Sessions whose code can be judged. */
  readonly sessions: readonly Session[];
  /** Claim lines whose code can be judged. */
  readonly claims: readonly ClaimLine[];
  /** Bits of all its codes and modifiers: what a rule needs to find here to be asked at all. */
  readonly is: number;
  /** A session, or a claim line, whose code cannot be read: it may be the one that a rule misses. */
  readonly unreadSession: boolean;
  readonly unreadClaim: boolean;
  private days: readonly ClaimDay[] | undefined;
  private byHome: Map<EncounterHome, Encounter> | undefined;
  private dayOfEncounter: Map<Encounter, ClaimDay> | undefined;
  private sessionsByService: Map<number, Session[]> | undefined;
  private linesByService: Map<number, ClaimLine[]> | undefined;
  private shownByServices: Map<number, Map<number, Shown>> | undefined;
  private kept: Shared | undefined;

  constructor(
    readonly encounters: readonly Encounter[],
    readonly settings: Settings,
    /** All sessions of one giver on this date, of other patients too: asked by fixes, which must bring no error there. */
    private readonly dayOfGiver?: (day: PatientDay, giver: string) => ClinicianDay | undefined,
  ) {
    this.date = encounters[0]!.date;
    const sessions: Session[] = [];
    const claims: ClaimLine[] = [];
    let is = 0;
    let unreadSession = false;
    let unreadClaim = false;
    for (const encounter of encounters) {
      encounter.day = this;
      is |= encounter.is;
      unreadSession ||= encounter.unreadSession;
      unreadClaim ||= encounter.unreadClaim;
      for (const session of encounter.sessions) if (session.code) sessions.push(session);
      for (const claim of encounter.claims) if (claim.code) claims.push(claim);
    }
    this.sessions = sessions;
    this.claims = claims;
    this.is = is;
    this.unreadSession = unreadSession;
    this.unreadClaim = unreadClaim;
  }

  /** The encounter that stands there. */
  encounterAt(home: EncounterHome): Encounter | undefined {
    if (this.encounters.length < 8) return this.encounters.find((encounter) => encounter.home === home);
    this.byHome ??= new Map(this.encounters.map((encounter) => [encounter.home, encounter]));
    return this.byHome.get(home);
  }

  /** The clinician-day of one of its givers. */
  clinicianDay(giver: string): ClinicianDay | undefined {
    return this.dayOfGiver?.(this, giver);
  }

  /** What rules worked out of it and share. */
  get shared(): Shared {
    this.kept ??= new Shared();
    return this.kept;
  }

  /** Its encounters by payer, discipline and unit rule: what minutes are totalled and units given for. */
  get claimDays(): readonly ClaimDay[] {
    this.days ??= claimDaysOf(this);
    return this.days;
  }

  claimDayOf(encounter: Encounter): ClaimDay {
    const days = this.claimDays;
    if (days.length === 1) return days[0]!;
    if (!this.dayOfEncounter) {
      this.dayOfEncounter = new Map();
      for (const day of days) for (const one of day.encounters) this.dayOfEncounter.set(one, day);
    }
    return this.dayOfEncounter.get(encounter)!;
  }

  /** Sessions of one service: 97014 and G0283 are one. */
  sessionsOf(code: Code): readonly Session[] {
    this.sessionsByService ??= byService(this.sessions);
    return this.sessionsByService.get(code.service) ?? NO_SESSIONS;
  }

  linesOf(code: Code): readonly ClaimLine[] {
    this.linesByService ??= byService(this.claims);
    return this.linesByService.get(code.service) ?? NO_LINES;
  }

  /** How the sessions of two codes stand in time. */
  shownOf(a: Code, b: Code): Shown {
    const known = this.shownByServices?.get(a.service)?.get(b.service);
    if (known) return known;
    const shown = codesShown(this.sessionsOf(a), this.sessionsOf(b));
    this.shownByServices ??= new Map();
    const beside = this.shownByServices.get(a.service);
    if (beside) beside.set(b.service, shown);
    else this.shownByServices.set(a.service, new Map([[b.service, shown]]));
    return shown;
  }

  /**
   * Whether overlap is judged for a session: its code has a claim line on this day, or its encounter has no claim line
   * yet. Care may be recorded and rightly left unbilled (F-DOC-01).
   */
  inPlay(session: Session): boolean {
    if (session.encounter.claims.length === 0) return true;
    return session.code !== undefined && this.linesOf(session.code).length > 0;
  }
}

const NO_SESSIONS: readonly Session[] = [];
const NO_LINES: readonly ClaimLine[] = [];

function byService<T extends Session | ClaimLine>(all: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const one of all) {
    const list = found.get(one.code!.service);
    if (list) list.push(one);
    else found.set(one.code!.service, [one]);
  }
  return found;
}

/** The encounters of a patient-day with one payer, one discipline and one unit rule. */
export class ClaimDay {
  readonly payer: Payer;
  readonly discipline: Discipline | undefined;
  readonly unitRule: UnitRule;
  readonly unitRuleKnown: boolean;
  readonly sessions: readonly Session[];
  readonly claims: readonly ClaimLine[];
  private timed: readonly Session[] | undefined;
  private timedClaims: readonly ClaimLine[] | undefined;
  private linesByService: Map<number, ClaimLine[]> | undefined;
  private count: UnitCount | undefined;
  private otherCount: UnitCount | undefined;
  private judged: readonly LineUnits[] | undefined;
  private judgedByOther: readonly LineUnits[] | undefined;
  private pooled: readonly Pool[] | undefined;

  constructor(
    readonly day: PatientDay,
    readonly encounters: readonly Encounter[],
  ) {
    const first = encounters[0]!;
    this.payer = first.payer;
    this.discipline = first.discipline;
    this.unitRule = first.unitRule;
    this.unitRuleKnown = first.unitRuleKnown;
    const all = encounters.length === day.encounters.length;
    this.sessions = all ? day.sessions : encounters.flatMap(({ sessions }) => sessions.filter(({ code }) => code));
    this.claims = all ? day.claims : encounters.flatMap(({ claims }) => claims.filter(({ code }) => code));
  }

  /** Sessions of timed codes whose minutes count: not group, not supervised, not by an aide. */
  get timedSessions(): readonly Session[] {
    this.timed ??= this.sessions.filter((session) => (session.code!.is & Is.Timed) !== 0 && session.counts);
    return this.timed;
  }

  /**
   * Every minute that a unit could rest on is known: no session of the patient-day has an unreadable code, and none of a
   * timed code here an unreadable time, contact or giver. Where it is not, unit rules stay silent.
   */
  get minutesKnown(): boolean {
    if (this.day.unreadSession) return false;
    for (const session of this.sessions) {
      if ((session.cut || session.minutes < 0) && session.code!.is & Is.Timed) return false;
    }
    return true;
  }

  get pools(): readonly Pool[] {
    this.pooled ??= poolsOf(this.timedSessions);
    return this.pooled;
  }

  /** What the unit rule in force gives. */
  get units(): UnitCount {
    this.count ??= new UnitCount(this.unitRule, this.pools, totalMinutes(this.timedSessions));
    return this.count;
  }

  /** What the other rule would give: asked where the rule in force is only assumed. */
  get unitsByOtherRule(): UnitCount {
    this.otherCount ??= new UnitCount(
      this.unitRule === 'cms' ? 'midpoint' : 'cms',
      this.pools,
      totalMinutes(this.timedSessions),
    );
    return this.otherCount;
  }

  /** Claim lines of timed codes whose units can be read, in file order. */
  get timedLines(): readonly ClaimLine[] {
    this.timedClaims ??= this.claims.filter((line) => (line.code!.is & Is.Timed) !== 0 && !line.cut);
    return this.timedClaims;
  }

  /** Claim lines of one service, in file order. */
  linesOf(code: Code): readonly ClaimLine[] {
    this.linesByService ??= byService(this.claims);
    return this.linesByService.get(code.service) ?? NO_LINES;
  }

  /** Each timed line that has a session here: its units against what is supported, lines before it counted first. */
  get lineUnits(): readonly LineUnits[] {
    this.judged ??= judgeUnits(this.units, this.timedLines);
    return this.judged;
  }

  /** The same by the other rule: asked where the rule in force is only assumed. */
  get lineUnitsByOtherRule(): readonly LineUnits[] {
    this.judgedByOther ??= judgeUnits(this.unitsByOtherRule, this.timedLines);
    return this.judgedByOther;
  }
}

/** Sessions of timed codes by what is counted as one code. */
export function poolsOf(sessions: readonly Session[]): Pool[] {
  const byPool = new Map<number, Session[]>();
  for (const session of sessions) {
    const key = session.code!.pool;
    const list = byPool.get(key);
    if (list) list.push(session);
    else byPool.set(key, [session]);
  }
  return [...byPool].map(([key, own]) => {
    const minutes = totalMinutes(own);
    return { key, code: own[0]!.code!, sessions: own, minutes, whole: Math.floor(minutes / 15), left: minutes % 15 };
  });
}

function claimDaysOf(day: PatientDay): readonly ClaimDay[] {
  const { encounters } = day;
  if (encounters.length === 1) return [new ClaimDay(day, encounters)];
  const groups = new Map<string, Encounter[]>();
  for (const encounter of encounters) {
    const key = `${encounter.unitRule} ${encounter.discipline} ${encounter.payer.name}`;
    const group = groups.get(key);
    if (group) group.push(encounter);
    else groups.set(key, [encounter]);
  }
  return [...groups.values()].map((group) => new ClaimDay(day, group));
}

/**
 * Same hands: one payer, and one clinician or clinicians of one discipline (not stated: the same). Pair rules compare
 * only lines of the same hands.
 */
export function sameHands(a: Encounter, b: Encounter): boolean {
  if (a === b) return true;
  if (a.payer.name !== b.payer.name) return false;
  if (a.clinician !== undefined && a.clinician === b.clinician) return true;
  return a.discipline === undefined || b.discipline === undefined || a.discipline === b.discipline;
}
