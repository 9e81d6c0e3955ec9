import type { ModifierEntry } from '../guidance/types';
import type { Discipline, UnitRule } from '../syntax/kinds';
import { Contact, Giver, type Label } from '../syntax/kinds';
import type { Code } from './code';
import type { PatientDay } from './patient-day';
import type { Payer } from './payer';

/**
 * Lines are counted from the first line of the encounter's block (its header, line 0); columns are UTF-16 units from
 * the start of the line. A column of -1 means that the part is not written.
 */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One session: who, when, by which code, and how near. */
export class Session {
  line = 0;
  whenStart = -1;
  whenEnd = -1;
  codeStart = -1;
  codeEnd = -1;
  contactStart = -1;
  contactEnd = -1;
  byStart = -1;
  byEnd = -1;
  /** Minutes after midnight; -1 where the session has a length, or its time cannot be used. The range holds its start and not its end. */
  start = -1;
  end = -1;
  /** Minutes; -1 where the time cannot be read or cannot be. */
  minutes = -1;
  /** The code, where it is in the table and in use on the date of service. */
  code: Code | undefined = undefined;
  /** The code as written, also where it is unknown, deleted or not yet in use. */
  written: Code | undefined = undefined;
  /** As written, else as the code requires. */
  contact: Contact = Contact.Unknown;
  /** The number of patients stated by `group of N`; 0 where none is. */
  size = 0;
  by: Giver = Giver.Default;
  /** Who gave the minutes; `undefined` for an aide's, and where nobody is named. */
  giver: string | undefined = undefined;
  region: string | undefined = undefined;
  activity: string | undefined = undefined;
  /** What follows on the line could not be read: its contact, giver or region may be missing here. */
  cut = false;

  constructor(readonly encounter: Encounter) {}

  get hasClock(): boolean {
    return this.start >= 0;
  }
  get isGroup(): boolean {
    return this.contact === Contact.Group;
  }
  get isOneOnOne(): boolean {
    return this.contact === Contact.OneOnOne || this.contact === Contact.Attendance;
  }
  get isSupervised(): boolean {
    return this.contact === Contact.Supervised;
  }
  get byAide(): boolean {
    return this.by === Giver.Aide;
  }
  /** The clinician is with the patient: one-on-one, in attendance or leading the group. */
  get isAttended(): boolean {
    return this.isOneOnOne || this.isGroup;
  }
  /** Its minutes count towards units. */
  get counts(): boolean {
    return !this.isGroup && !this.isSupervised && !this.byAide;
  }

  whenPlace(): Place {
    return { line: this.line, start: this.whenStart, end: this.whenEnd };
  }
  codePlace(): Place {
    return { line: this.line, start: this.codeStart, end: this.codeEnd };
  }
  /** The contact, else the code. */
  contactPlace(): Place {
    return this.contactStart >= 0
      ? { line: this.line, start: this.contactStart, end: this.contactEnd }
      : this.codePlace();
  }
  /** The `by`, else the code. */
  byPlace(): Place {
    return this.byStart >= 0 ? { line: this.line, start: this.byStart, end: this.byEnd } : this.codePlace();
  }
}

/** A modifier as written on a claim line. */
export interface ModifierUse {
  /** In capitals. */
  readonly text: string;
  readonly entry: ModifierEntry | undefined;
  /** Columns of the modifier with its hyphen. */
  readonly start: number;
  readonly end: number;
}

const NO_MODIFIERS: readonly ModifierUse[] = [];

/** A claim form takes four. */
const MOST_SAID = 12;

/** One claim line: a code, its modifiers and its units. */
export class ClaimLine {
  line = 0;
  billStart = -1;
  codeStart = -1;
  codeEnd = -1;
  unitsStart = -1;
  unitsEnd = -1;
  /** Where the readable part of the line ends. */
  end = -1;
  /** The code, where it is in the table and in use on the date of service. */
  code: Code | undefined = undefined;
  written: Code | undefined = undefined;
  modifiers: readonly ModifierUse[] = NO_MODIFIERS;
  /** x1 where left out. */
  units = 1;
  /** What follows on the line could not be read: modifiers and units may be missing here. */
  cut = false;

  constructor(readonly encounter: Encounter) {}

  has(modifier: string): boolean {
    for (const use of this.modifiers) if (use.text === modifier) return true;
    return false;
  }
  modifier(text: string): ModifierUse | undefined {
    return this.modifiers.find((use) => use.text === text);
  }
  /** 59, XE, XP, XS or XU. */
  get distinct(): ModifierUse | undefined {
    for (const use of this.modifiers) if (use.entry?.kind === 'distinct') return use;
    return undefined;
  }
  /** A modifier that lets an indicator-1 pair be paid apart. */
  get opening(): ModifierUse | undefined {
    for (const use of this.modifiers) if (use.entry?.opensPair) return use;
    return undefined;
  }
  /** GY: not covered by law. Judged for care and time only. */
  get notCovered(): boolean {
    return this.has('GY');
  }

  codePlace(): Place {
    return { line: this.line, start: this.codeStart, end: this.codeEnd };
  }
  /** `xUNITS`, else the code. */
  unitsPlace(): Place {
    return this.unitsStart >= 0 ? { line: this.line, start: this.unitsStart, end: this.unitsEnd } : this.codePlace();
  }
  modifierPlace(use: ModifierUse): Place {
    return { line: this.line, start: use.start, end: use.end };
  }
  /** The code with its modifiers, as one says it: "97110-59-GP"; of very many the first. */
  get text(): string {
    let text = this.written?.text ?? '';
    for (const use of this.modifiers.slice(0, MOST_SAID)) text += `-${use.text}`;
    return this.modifiers.length > MOST_SAID ? `${text}-…` : text;
  }
}

/** One note. Its text is read when asked for: most rules never do. */
export class Note {
  constructor(
    readonly encounter: Encounter,
    readonly label: Label,
    readonly line: number,
    readonly labelStart: number,
    readonly labelEnd: number,
    /** The lines of text, each without its indent. */
    readonly pieces: readonly string[],
  ) {}

  get isEmpty(): boolean {
    return this.pieces.every((piece) => piece.trim() === '');
  }
  get text(): string {
    return this.pieces.join(' ');
  }
  labelPlace(): Place {
    return { line: this.line, start: this.labelStart, end: this.labelEnd };
  }
}

/** Where an encounter stands, for whoever needs to find its lines again. */
export interface EncounterHome {
  /** Unique in the workspace, for as long as the block's text is the same. */
  readonly id: number;
  readonly file: { readonly path: string; readonly hasNotes: boolean };
  readonly lineCount: number;
  /** A line of the block without its line break. */
  lineText(line: number): string;
  /** The last line of the block ends with a line break. */
  readonly endsWithBreak: boolean;
}

/** One patient's visit as one block of a file tells it. */
export class Encounter {
  /** yyyymmdd; 0 where the date cannot be read or there is no such day. */
  date = 0;
  /** `undefined` where the id cannot be read. */
  patient: string | undefined = undefined;
  dateStart = -1;
  dateEnd = -1;
  /** From the word `encounter` to the end of the id, or of what could be read. */
  headerStart = 0;
  headerEnd = 0;

  clinician: string | undefined = undefined;
  assistant: string | undefined = undefined;
  discipline: Discipline | undefined = undefined;
  payer!: Payer;
  /** The payer that holds here could not be read: what a payer decides is not known. */
  payerUnread = false;
  clinicianUnread = false;
  /** The assistant that holds here could not be read: who gave its sessions is not known. */
  assistantUnread = false;
  state: string | undefined = undefined;
  setting: string | undefined = undefined;
  unitRule: UnitRule = 'midpoint';
  /** The unit rule is known from the file, the configuration or Medicare; else assumed. */
  unitRuleKnown = false;
  diagnoses: string[] = [];
  /** A dx line is there, readable or not. */
  hasDiagnosisLine = false;
  /** Some of it could not be read. */
  diagnosisUnread = false;
  goals: string[] = [];
  hasGoalLine = false;
  goalUnread = false;
  sessions: Session[] = [];
  claims: ClaimLine[] = [];
  notes: Note[] = [];
  /** A session whose code cannot be read or used: it may be the one that a rule misses. */
  unreadSession = false;
  /** The same of a claim line. */
  unreadClaim = false;
  /** Bits of all its usable codes ({@link Is}). */
  is = 0;
  /** The patient-day it belongs to; set when that is put together. */
  day!: PatientDay;

  constructor(readonly home: EncounterHome) {}

  /** `encounter` to the id: where what concerns the whole encounter is said. */
  headerPlace(): Place {
    return { line: 0, start: this.headerStart, end: this.headerEnd };
  }
  datePlace(): Place {
    return this.dateStart >= 0 ? { line: 0, start: this.dateStart, end: this.dateEnd } : this.headerPlace();
  }
}

/** Whether two sessions share a minute by the clock: one without clock times ends at -1, before any other starts. */
export function shownOverlapping(a: Session, b: Session): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether two sessions are shown to share none. */
export function shownSeparate(a: Session, b: Session): boolean {
  return a.start >= 0 && b.start >= 0 && !shownOverlapping(a, b);
}

export type Shown = 'separate' | 'overlapping' | 'not-shown';

/** Up to so many comparisons each is made against each, which is quicker than to sort. */
const FEW_COMPARISONS = 256;

/** How two codes stand in time: every session of the one against every session of the other. */
export function codesShown(a: readonly Session[], b: readonly Session[]): Shown {
  if (a.length === 0 || b.length === 0) return 'not-shown';
  return a.length * b.length <= FEW_COMPARISONS ? shownOneByOne(a, b) : shownInOrder(a, b);
}

/** The same by one pass in the order of starts. */
function shownInOrder(a: readonly Session[], b: readonly Session[]): Shown {
  const [inA, inB] = [new Set(a), new Set(b)];
  const all = [...new Set([...a, ...b])].filter(({ start }) => start >= 0).sort((x, y) => x.start - y.start);
  let [endOfA, endOfB] = [-1, -1];
  for (const session of all) {
    const [ofA, ofB] = [inA.has(session), inB.has(session)];
    if ((ofA && endOfB > session.start) || (ofB && endOfA > session.start)) return 'overlapping';
    if (ofA) endOfA = Math.max(endOfA, session.end);
    if (ofB) endOfB = Math.max(endOfB, session.end);
  }
  // More than a few on either side: a session without a time stands beside another one.
  return all.length < new Set([...a, ...b]).size ? 'not-shown' : 'separate';
}

function shownOneByOne(a: readonly Session[], b: readonly Session[]): Shown {
  let shown: Shown = 'separate';
  for (const x of a) {
    for (const y of b) {
      if (x === y) continue;
      if (shownOverlapping(x, y)) return 'overlapping';
      if (!shownSeparate(x, y)) shown = 'not-shown';
    }
  }
  return shown;
}
