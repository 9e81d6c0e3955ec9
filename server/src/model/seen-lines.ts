/**
 * Lines that were read before. A clinic writes the same claim lines and fields over and over: what such a line says is
 * read by the parser and the model once, and known by its text from then on.
 */

import { BlockSyntax } from '../syntax/buffer';
import { type Contact, Field, Giver, LineKind, TokenKind } from '../syntax/kinds';
import { parseBlock } from '../syntax/parser';
import { ownText } from '../text/own-text';
import type { TextWindow } from '../text/window';
import { buildEncounter, takeField } from './build';
import { type Code, Is } from './code';
import { type Defaults, NO_DEFAULTS, sameDefaults } from './defaults';
import type { ClaimLine, Encounter, EncounterHome, Session } from './encounter';
import type { Settings } from './settings';

/** Where a text stands that is looked up: one text may say two things in two places. */
export enum Place {
  /** Behind the times of a session. */
  Session,
  /** An indented line without its indent. */
  Line,
  /** A line at the left margin. */
  Margin,
}

/** A code as days that are alike look at it: what they ask for stands at hand. */
export interface SeenCode {
  readonly code: Code;
  /** First and last day of its use, yyyymmdd; a code in no table has none. */
  readonly from: number;
  readonly to: number;
  /** Its minutes, or its units, are judged in a way of their own. */
  readonly isSpecial: boolean;
  readonly isTimed: boolean;
  readonly pool: number;
  readonly service: number;
  /** The most units on one date that no rule asks about. */
  readonly limit: number;
}

/** What the part of a session behind its times says. Two texts that say the same share it. */
export interface SeenSession extends SeenCode {
  /** From 0, in the order in which they were first seen. */
  readonly id: number;
  readonly contact: Contact;
  readonly isGroup: boolean;
  /** Patients in the group, as stated; 0 where it is not. */
  readonly size: number;
  /** Its minutes count towards units. */
  readonly counts: boolean;
  /** `by clinician` or `by student`: the encounter's clinician, where its assistant is another. */
  readonly by: Giver;
}

/** A claim line less its units. */
export interface SeenClaim extends SeenCode {
  readonly id: number;
  /** It has no modifier, or GP, GO or GN alone: nothing that speaks of its pairs. */
  readonly isPlain: boolean;
}

export type Seen =
  | { readonly says: 'session'; readonly session: SeenSession }
  | { readonly says: 'timed session'; readonly session: SeenSession; readonly start: number; readonly end: number }
  | { readonly says: 'claim'; readonly claim: SeenClaim; readonly units: number }
  | { readonly says: 'field'; readonly field: Field; readonly people: readonly string[]; readonly text: string }
  /** A line at the left margin for the encounters below. */
  | { readonly says: 'default'; readonly field: Field; readonly people: readonly string[]; readonly text: string }
  | { readonly says: 'dx' | 'goal'; readonly isGiven: boolean }
  /** Anything else: the parser reads the whole encounter. */
  | { readonly says: 'other' };

interface Entry {
  readonly hash: number;
  readonly place: Place;
  /** Its characters, in the place where those of all lines are. */
  readonly from: number;
  readonly length: number;
  readonly seen: Seen;
}

const OTHER: Seen = { says: 'other' };
const HEADER = 'encounter 9999-12-31 patient A\n';
const BEFORE = ['  00:00-00:01', '  ', ''] as const;
/** Texts kept at most: a file may be made of lines that never come again. */
const MOST_LINES = 1 << 13;
const LEAST_LINES = 1 << 6;
const NEVER = 99999999;
const NOBODY: readonly string[] = [];
const NOWHERE: EncounterHome = {
  id: 0,
  file: { path: '', hasNotes: false },
  lineCount: 2,
  lineText: () => '',
  endsWithBreak: true,
};

const syntax = new BlockSyntax();

export class SeenLines {
  private table: (Entry | undefined)[] = new Array<undefined>(LEAST_LINES * 2);
  private count = 0;
  private codes = new Uint16Array(1 << 12);
  private used = 0;
  private readonly sessions = new Map<string, SeenSession>();
  private readonly claims = new Map<string, SeenClaim>();
  private readonly standing: Standing[] = [];

  constructor(private readonly settings: Settings) {}

  /** What a line, or a part of one, says at its place. `hash`: any number made from its characters alone. */
  find(window: TextWindow, start: number, end: number, place: Place, hash: number): Seen {
    const { codes } = window;
    const mask = this.table.length - 1;
    let at = (hash ^ (place << 7)) & mask;
    for (;;) {
      const entry = this.table[at];
      if (!entry) break;
      if (
        entry.hash === hash &&
        entry.place === place &&
        entry.length === end - start &&
        this.isAt(entry.from, codes, start, end)
      )
        return entry.seen;
      at = (at + 1) & mask;
    }
    // A copy: a piece of a file's text would keep all of it in memory.
    const seen = this.read(ownText(window.slice(start, end)), place);
    this.table[at] = { hash, place, from: this.keep(codes, start, end), length: end - start, seen };
    if (++this.count * 2 > this.table.length) this.makeRoom();
    return seen;
  }

  private isAt(from: number, codes: Uint16Array, start: number, end: number): boolean {
    const own = this.codes;
    for (let i = start, at = from; i < end; i++, at++) if (own[at] !== codes[i]) return false;
    return true;
  }

  /** Keeps the characters of a line. @returns where they begin. */
  private keep(codes: Uint16Array, start: number, end: number): number {
    const from = this.used;
    this.used += end - start;
    if (this.used > this.codes.length) {
      const larger = new Uint16Array(this.used * 2);
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes.set(codes.subarray(start, end), from);
    return from;
  }

  private makeRoom(): void {
    const old = this.table;
    const mask = old.length * 2 - 1;
    this.table = new Array<undefined>(this.count > MOST_LINES ? LEAST_LINES * 2 : mask + 1);
    if (this.count > MOST_LINES) {
      this.count = 0;
      this.used = 0;
      return;
    }
    for (const entry of old) {
      if (!entry) continue;
      let at = (entry.hash ^ (entry.place << 7)) & mask;
      while (this.table[at]) at = (at + 1) & mask;
      this.table[at] = entry;
    }
  }

  private read(text: string, place: Place): Seen {
    const whole = `${HEADER}${BEFORE[place]}${text}\n`;
    parseBlock(whole, 0, false, syntax);
    if (syntax.lineCount !== 2 || syntax.problems.length > 0) return OTHER;
    const kind = syntax.lineKind(1);
    const last = syntax.endToken(1) - 1;
    if (syntax.kind(last) === TokenKind.Comment && syntax.value(last) === 1) return OTHER;
    if (place === Place.Margin) return kind === LineKind.Default ? this.field('default', text) : OTHER;
    const encounter = buildEncounter(syntax, NOWHERE, NO_DEFAULTS, this.settings);
    switch (kind) {
      case LineKind.Session:
        return this.session(encounter.sessions[0]!, place);
      case LineKind.Claim:
        return this.claim(encounter.claims[0]!);
      case LineKind.Field:
        return this.fieldOf(encounter, text);
      default:
        return OTHER;
    }
  }

  private fieldOf(encounter: Encounter, text: string): Seen {
    const field = syntax.value(syntax.firstToken(1)) as Field;
    if (field === Field.Diagnosis) return { says: 'dx', isGiven: encounter.diagnoses.length > 0 };
    if (field === Field.Goal) return { says: 'goal', isGiven: encounter.goals.length > 0 };
    return this.field('field', text);
  }

  private field(says: 'field' | 'default', text: string): Seen {
    const field = syntax.value(syntax.firstToken(1)) as Field;
    const value = { ...NO_DEFAULTS };
    takeField(value, syntax, 1, field);
    const name = value.clinician ?? value.assistant ?? '';
    return { says, field, people: name === '' ? NOBODY : [name], text };
  }

  private session(session: Session, place: Place): Seen {
    const { written, contact, size, by, region } = session;
    // Who an assistant, an aide or nobody is, is read in full.
    if (!written || (by !== Giver.Default && by !== Giver.Clinician)) return OTHER;
    const key = `${written.key} ${contact} ${size} ${by} ${region ?? ''}`;
    let seen = this.sessions.get(key);
    if (!seen) {
      const code = this.code(written);
      seen = {
        ...code,
        // Minutes in the region of a manipulation are part of it: how many of a code's are, counts.
        isSpecial: code.isSpecial || region !== undefined,
        id: this.sessions.size,
        contact,
        isGroup: session.isGroup,
        size,
        counts: session.counts,
        by,
      };
      this.sessions.set(key, seen);
    }
    if (place === Place.Session) return { says: 'session', session: seen };
    return {
      says: 'timed session',
      session: seen,
      start: session.start,
      end: session.start < 0 ? session.minutes : session.end,
    };
  }

  private claim({ written, modifiers, units }: ClaimLine): Seen {
    if (!written) return OTHER;
    const key = `${written.key} ${modifiers.map(({ text }) => text).join(' ')}`;
    let seen = this.claims.get(key);
    if (!seen) {
      const isPlain = modifiers.every(({ entry }) => entry?.kind === 'discipline');
      seen = { ...this.code(written), id: this.claims.size, isPlain };
      this.claims.set(key, seen);
    }
    return { says: 'claim', claim: seen, units };
  }

  private code(code: Code): SeenCode {
    const { entry, is, pool, service, text } = code;
    const { unitLimits } = this.settings;
    return {
      code,
      from: entry ? (entry.validFrom ?? 0) : NEVER,
      to: entry?.deletedAfter ?? NEVER,
      isSpecial: (is & Is.Cognitive) !== 0 || entry?.minutes !== undefined,
      isTimed: (is & Is.Timed) !== 0,
      pool,
      service,
      limit: (unitLimits ? unitLimits.limits.get(text)?.units : entry?.mue) ?? NEVER,
    };
  }

  /** Some defaults, with what follows from them. */
  standingOf(defaults: Defaults): Standing {
    for (let i = this.standing.length - 1; i >= 0; i--)
      if (sameDefaults(this.standing[i]!.defaults, defaults)) return this.standing[i]!;
    if (this.standing.length >= MOST_STANDING) this.standing.length = 0;
    const standing = new Standing(defaults, this.settings);
    this.standing.push(standing);
    return standing;
  }

  /** The same after one more field line. */
  with(before: Standing, line: Seen & { says: 'field' | 'default' }): Standing {
    let after = before.after.get(line);
    if (!after) {
      parseBlock(`${HEADER}${BEFORE[Place.Line]}${line.text}\n`, 0, false, syntax);
      const defaults = { ...before.defaults };
      takeField(defaults, syntax, 1, line.field);
      after = this.standingOf(defaults);
      if (before.after.size >= MOST_STANDING) before.after.clear();
      before.after.set(line, after);
    }
    return after;
  }
}

const MOST_STANDING = 256;

/** The fields that hold for an encounter, and what the model makes of them. */
export class Standing {
  /** Who gave a session that names nobody. */
  readonly giver: string | undefined;
  readonly givers: readonly string[];
  readonly after = new Map<Seen, Standing>();
  /** What days that are alike share, once it was asked for. */
  context = -1;
  /** An encounter with these fields and nothing else. */
  readonly encounter: Encounter;

  constructor(
    readonly defaults: Defaults,
    settings: Settings,
  ) {
    this.giver = defaults.assistantUnread ? undefined : (defaults.assistant ?? defaults.clinician);
    this.givers = this.giver === undefined ? NOBODY : [this.giver];
    parseBlock(HEADER, 0, false, syntax);
    this.encounter = buildEncounter(syntax, NOWHERE, defaults, settings);
  }
}
