import type { Code } from './code';
import type { Encounter, Session } from './encounter';
import type { Settings } from './settings';
import { Shared } from './shared';

/** All sessions of one giver on one date, whatever the patient, payer, discipline or file, in file order. */
export class ClinicianDay {
  private found: readonly Group[] | undefined;
  private byMember: ReadonlyMap<Session, Group> | undefined;
  /** What rules worked out of it and share. */
  readonly shared = new Shared();

  constructor(
    readonly giver: string,
    readonly date: number,
    /** The encounters in which the giver has a session. */
    readonly encounters: readonly Encounter[],
    readonly settings: Settings,
  ) {}

  /** The giver's sessions whose code can be judged. */
  get sessions(): Session[] {
    const sessions: Session[] = [];
    for (const encounter of this.encounters) {
      for (const session of encounter.sessions) {
        if (session.code && session.giver === this.giver) sessions.push(session);
      }
    }
    return sessions;
  }

  get groups(): readonly Group[] {
    this.found ??= groupsOf(this.sessions);
    return this.found;
  }

  groupOf(session: Session): Group | undefined {
    this.byMember ??= new Map(this.groups.flatMap((group) => group.sessions.map((member) => [member, group] as const)));
    return this.byMember.get(session);
  }
}

/**
 * The `group` sessions of one giver, date and code whose clock times overlap, directly or through one another; those
 * without clock times, where they name the same activity (none named: each by itself).
 */
export class Group {
  private stated: number | undefined;
  private onFile: number | undefined;

  constructor(readonly sessions: readonly Session[]) {}

  get code(): Code {
    return this.sessions[0]!.code!;
  }

  /** Patients, each once. An encounter whose id cannot be read is a patient by itself. */
  get members(): Encounter[] {
    const members = new Map<string | Encounter, Encounter>();
    for (const { encounter } of this.sessions) {
      const key = encounter.patient ?? encounter;
      if (!members.has(key)) members.set(key, encounter);
    }
    return [...members.values()];
  }

  /** The largest `of N` that its sessions state; 0 where none does. */
  get statedSize(): number {
    this.stated ??= this.sessions.reduce((size, session) => Math.max(size, session.size), 0);
    return this.stated;
  }

  /** The most members in any one minute. */
  get sizeOnFile(): number {
    this.onFile ??= this.sessions[0]!.hasClock ? this.mostAtOnce() : this.members.length;
    return this.onFile;
  }

  private mostAtOnce(): number {
    let most = 0;
    for (const start of new Set(this.sessions.map((session) => session.start))) {
      const present = new Set<string | Encounter>();
      for (const other of this.sessions) {
        if (other.start <= start && start < other.end) present.add(other.encounter.patient ?? other.encounter);
      }
      most = Math.max(most, present.size);
    }
    return most;
  }

  /** The stated size, else the one on file. */
  get size(): number {
    return this.statedSize || this.sizeOnFile;
  }
}

/** Puts group sessions of one giver and date together. */
export function groupsOf(sessions: readonly Session[]): Group[] {
  const groups: Group[] = [];
  const byCode = new Map<Code, Session[]>();
  for (const session of sessions) {
    if (!session.isGroup || !session.code) continue;
    const list = byCode.get(session.code);
    if (list) list.push(session);
    else byCode.set(session.code, [session]);
  }
  for (const list of byCode.values()) {
    const timed = list.filter((session) => session.hasClock);
    const order = new Map(list.map((session, index) => [session, index]));
    const inFileOrder = (a: Session, b: Session) => order.get(a)! - order.get(b)!;
    timed.sort((a, b) => a.start - b.start);
    let current: Session[] = [];
    let reached = -1;
    for (const session of timed) {
      if (session.start >= reached && current.length > 0) {
        groups.push(new Group(current.sort(inFileOrder)));
        current = [];
      }
      current.push(session);
      reached = Math.max(reached, session.end);
    }
    if (current.length > 0) groups.push(new Group(current.sort(inFileOrder)));

    const byActivity = new Map<string, Session[]>();
    for (const session of list) {
      if (session.hasClock || session.minutes < 0) continue;
      if (session.activity === undefined) groups.push(new Group([session]));
      else {
        const same = byActivity.get(session.activity);
        if (same) same.push(session);
        else byActivity.set(session.activity, [session]);
      }
    }
    for (const same of byActivity.values()) groups.push(new Group(same));
  }
  return groups;
}
