/** The pairs of codes that a patient-day bills: found once a day, read by every rule about modifiers. */

import type { Pair } from '../../guidance/types';
import { type Code, Is } from '../../model/code';
import type { ClaimLine, Encounter, Session, Shown } from '../../model/encounter';
import { type PatientDay, sameHands } from '../../model/patient-day';
import { isBound, isMedicare } from '../../model/payer';
import { SharedKey } from '../../model/shared';
import type { Related, Severity } from './rule';

/** Two claim lines whose codes are a pair on the date of service. */
export class DayPair {
  private first: readonly Session[] | undefined;
  private second: readonly Session[] | undefined;
  private times: Shown | undefined;

  constructor(
    readonly day: PatientDay,
    readonly pair: Pair,
    /** The line of the code that is paid. */
    readonly one: ClaimLine,
    /** The line of the code that is refused without an opening modifier. */
    readonly two: ClaimLine,
    /** One payer, and one clinician or one discipline. */
    readonly sameHands: boolean,
  ) {}

  /** One payer and two disciplines: an info, and nothing with a 59. Neither this nor same hands: two payers, no pair. */
  get acrossDisciplines(): boolean {
    return !this.sameHands && this.one.encounter.payer === this.two.encounter.payer;
  }
  get sessionsOne(): readonly Session[] {
    this.first ??= this.day.sessionsOf(this.one.code!);
    return this.first;
  }
  get sessionsTwo(): readonly Session[] {
    this.second ??= this.day.sessionsOf(this.two.code!);
    return this.second;
  }
  /** How the sessions of the two codes stand in time. */
  get shown(): Shown {
    this.times ??= this.day.shownOf(this.one.code!, this.two.code!);
    return this.times;
  }
}

/** The pairs of a day, and those of each line. */
interface Pairs {
  readonly all: readonly DayPair[];
  readonly ofLine: ReadonlyMap<ClaimLine, readonly DayPair[]>;
  readonly toLine: ReadonlyMap<ClaimLine, readonly DayPair[]>;
}

const FOUND = new SharedKey<Pairs>();
const NONE: readonly DayPair[] = [];
const NO_PAIRS: Pairs = { all: NONE, ofLine: new Map(), toLine: new Map() };

/**
 * Every pair of claim lines of a day that the table in force holds, in file order. GY lines and lines that break off are
 * left out, and pairs that hold for some dates alone where the date cannot be read.
 */
export function pairsOf(day: PatientDay): readonly DayPair[] {
  return found(day).all;
}

/** Those of one line, in either column. */
export function pairsWith(line: ClaimLine): readonly DayPair[] {
  return found(line.encounter.day).ofLine.get(line) ?? NONE;
}

/** Those in which the line is column two: the one that is refused. */
export function pairsTo(line: ClaimLine): readonly DayPair[] {
  return found(line.encounter.day).toLine.get(line) ?? NONE;
}

function found(day: PatientDay): Pairs {
  if (day.claims.length < 2) return NO_PAIRS;
  const known = day.shared.of(FOUND);
  if (known) return known;
  const lines = day.claims.filter((line) => !line.cut && !line.notCovered);
  const all = lines.length > MANY_LINES ? pairsOfMany(day, lines) : pairsOfFew(day, lines);
  if (all.length === 0) return day.shared.keep(FOUND, NO_PAIRS);
  const ofLine = new Map<ClaimLine, DayPair[]>();
  const toLine = new Map<ClaimLine, DayPair[]>();
  const put = (map: Map<ClaimLine, DayPair[]>, line: ClaimLine, pair: DayPair) => {
    const list = map.get(line);
    if (list) list.push(pair);
    else map.set(line, [pair]);
  };
  for (const pair of all) {
    put(ofLine, pair.one, pair);
    put(ofLine, pair.two, pair);
    put(toLine, pair.two, pair);
  }
  return day.shared.keep(FOUND, { all, ofLine, toLine });
}

function pairsOfFew(day: PatientDay, lines: readonly ClaimLine[]): DayPair[] {
  const pairs: DayPair[] = [];
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      const pair = pairOfCodes(day, lines[i]!.code!, lines[j]!.code!);
      if (pair) pairs.push(pairOfLines(day, pair, lines[i]!, lines[j]!));
    }
  }
  return pairs;
}

function pairOfCodes({ settings, date }: PatientDay, a: Code, b: Code): Pair | undefined {
  const pair = settings.pairs.find(a.text, b.text, date);
  return pair && (date !== 0 || (pair.from === undefined && pair.to === undefined)) ? pair : undefined;
}

function pairOfLines(day: PatientDay, pair: Pair, a: ClaimLine, b: ClaimLine): DayPair {
  const [one, two] = pair.column1 === a.code!.text ? [a, b] : [b, a];
  return new DayPair(day, pair, one, two, sameHands(one.encounter, two.encounter));
}

/** No day of a patient has as many lines; a file that a machine put together may. */
const MANY_LINES = 64;
/** Of so many lines of one code that are alike, a line is compared with the first. */
const MOST_ALIKE = 2;
/** And with so many of one code in all. */
const MOST_OF_CODE = 32;

/** The pairs of a day of any size, so many a line at most: each line with the first of those that are alike. */
function pairsOfMany(day: PatientDay, lines: readonly ClaimLine[]): DayPair[] {
  const byCode = new Map<Code, { at: number[]; seen: Map<string, number> }>();
  for (const [at, line] of lines.entries()) {
    let of = byCode.get(line.code!);
    if (!of) {
      of = { at: [], seen: new Map() };
      byCode.set(line.code!, of);
    }
    if (of.at.length >= MOST_OF_CODE) continue;
    const alike = likeness(line);
    const before = of.seen.get(alike) ?? 0;
    if (before >= MOST_ALIKE) continue;
    of.seen.set(alike, before + 1);
    of.at.push(at);
  }
  const paired = new Map<Code, { pair: Pair; at: readonly number[] }[]>();
  for (const code of byCode.keys())
    paired.set(
      code,
      [...byCode].flatMap(([other, { at }]) => {
        const pair = pairOfCodes(day, code, other);
        return pair ? [{ pair, at }] : [];
      }),
    );
  const places = new Map<number, Pair>();
  for (const [i, line] of lines.entries())
    for (const { pair, at } of paired.get(line.code!)!)
      for (const j of at) if (i !== j) places.set(Math.min(i, j) * lines.length + Math.max(i, j), pair);
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([place, pair]) =>
      pairOfLines(day, pair, lines[Math.floor(place / lines.length)]!, lines[place % lines.length]!),
    );
}

/** Two lines of one code with the same are judged alike beside any third. */
function likeness(line: ClaimLine): string {
  const { clinician, discipline, payer, payerUnread, setting, home } = line.encounter;
  const modifiers = line.modifiers.map(({ text }) => text).join('-');
  return [modifiers, discipline, setting, payerUnread, payer.name, clinician, home.file.path].join('\n');
}

/** An X modifier from before 2015, when there were none: that is said of itself, and the pair is judged once it is right. */
export function hasUnbornModifier(line: ClaimLine): boolean {
  for (const { text, entry } of line.modifiers)
    if (!entry && (text === 'XE' || text === 'XP' || text === 'XS' || text === 'XU')) return true;
  return false;
}

/** The line has a modifier that opens its pairs, or is meant to. */
export function opens(line: ClaimLine): boolean {
  return line.opening !== undefined || hasUnbornModifier(line);
}

/** Until then Medicare read the modifier on the column-two line alone. */
const EITHER_LINE = 20190701;

export function readsColumnTwoOnly({ date, payer }: Encounter): boolean {
  return date > 0 && date < EITHER_LINE && isMedicare(payer, 'misplaced-59');
}

/**
 * Neither line has a modifier that opens the pair. Where column two alone is read, one that stands on the column-one
 * line for a pair of its own opens no other.
 */
export function isUnopened(found: DayPair): boolean {
  const { one, two } = found;
  if (opens(two)) return false;
  return !opens(one) || (readsColumnTwoOnly(one.encounter) && isNeededOn(one));
}

/** The line is column two of a pair that a modifier opens. */
export function isNeededOn(line: ClaimLine): boolean {
  return pairsTo(line).some((found) => isFor59(found) || (found.acrossDisciplines && found.pair.indicator === 1));
}

/** 97150 with a one-on-one code of its row: the sources' own case, for every payer. */
export function isGroupPair({ pair, one, two }: DayPair): boolean {
  return pair.indicator === 1 && (one.code!.is & Is.Group) !== 0 && (two.code!.is & Is.OneOnOne) !== 0;
}

/** 90853 with individual, family or multi-family psychotherapy, in either column. */
export function isGroupPsychotherapyPair({ pair, one, two }: DayPair): boolean {
  return pair.indicator === 1 && isOther(one.code!, two.code!) !== isOther(two.code!, one.code!);
}

function isOther(group: Code, other: Code): boolean {
  return (group.is & Is.GroupPsychotherapy) !== 0 && ((other.is & Is.Psychotherapy) !== 0 || other.text === '90849');
}

/** 98940-98942 with 97112, 97124 or 97140. */
export function isManipulationPair({ pair, one, two }: DayPair): boolean {
  return pair.indicator === 1 && (one.code!.is & Is.SpinalManipulation) !== 0 && (two.code!.is & Is.OneOnOne) !== 0;
}

/** A visit beside manipulation, an evaluation or psychotherapy: a matter of 25. */
export function isVisitPair({ pair, two }: DayPair): boolean {
  return pair.indicator === 1 && (two.code!.is & Is.Visit) !== 0;
}

const PT_EVALUATIONS: ReadonlySet<string> = new Set(['97161', '97162', '97163', '97164']);
const OT_EVALUATIONS: ReadonlySet<string> = new Set(['97165', '97166', '97167', '97168']);

export const isPtEvaluation = (code: Code): boolean => PT_EVALUATIONS.has(code.text);
export const isOtEvaluation = (code: Code): boolean => OT_EVALUATIONS.has(code.text);

/** Two evaluations of one discipline: said as such, whoever gave them. */
export function isEvaluationPair({ one, two }: DayPair): boolean {
  const a = one.code!;
  const b = two.code!;
  return (isPtEvaluation(a) && isPtEvaluation(b)) || (isOtEvaluation(a) && isOtEvaluation(b));
}

/**
 * No modifier helps: indicator 0, or barred by the policy manual where one clinician or one discipline gave both. What
 * the manual says of speech-language pathologists holds for one of them, and where the times do not show two services.
 */
export function isNeverPaid(found: DayPair): boolean {
  const { pair, one, two } = found;
  if (pair.indicator === 0) return true;
  if (pair.bar === undefined || !found.sameHands) return false;
  if (pair.bar === 'same-hands') return true;
  const a = one.encounter;
  const b = two.encounter;
  return (
    a.discipline === 'SLP' && b.discipline === 'SLP' && !differ(a.clinician, b.clinician) && found.shown !== 'separate'
  );
}

/** A modifier opens the pair, and the lines are by the same hands: the pairs that 59 is about. */
export function isFor59(found: DayPair): boolean {
  return found.sameHands && !isNeverPaid(found) && !isVisitPair(found);
}

/** The payer cannot be read, and the pair's weight hangs on it. */
export function payerUnread(found: DayPair): boolean {
  return found.one.encounter.payerUnread || found.two.encounter.payerUnread;
}

/**
 * How severe a fault of a pair is where the rule says "error": error for named pairs; for those known from the 2021
 * table alone error in 2021 and warning outside it, info where another table holds (hospital, snf, home). Info where no
 * edit binds the payer, save for the group pairs, and where two disciplines billed.
 */
export function pairSeverity(found: DayPair, rule: string): Severity {
  if (!found.sameHands) return 'info';
  if (isGroupPair(found)) return 'error';
  const { encounter } = found.two;
  if (!isBound(encounter.payer, rule)) return 'info';
  if (found.pair.named) return 'error';
  if (isOtherTable(found)) return 'info';
  return Math.floor(encounter.date / 10000) === 2021 ? 'error' : 'warning';
}

/** Said behind a message where the edit may not hold for the payer or the place; empty where it does. */
export function whereItHolds(found: DayPair, rule: string): string {
  if (!found.sameHands || isGroupPair(found)) return '';
  if (!isBound(found.two.encounter.payer, rule)) return ' No national edit binds this payer, but many plans use them.';
  if (!found.pair.named && isOtherTable(found)) return ' In this setting another pair table holds: look there.';
  return '';
}

/** `setting hospital`, `snf` or `home`: another pair table holds there. */
export function isOtherTable({ one, two }: DayPair): boolean {
  return hasOtherTable(one.encounter.setting) || hasOtherTable(two.encounter.setting);
}

export function hasOtherTable(setting: string | undefined): boolean {
  return setting === 'hospital' || setting === 'snf' || setting === 'home';
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** The pair whose fault is the most severe. */
export function worstOf(pairs: readonly DayPair[], rule: string): DayPair {
  let worst = pairs[0]!;
  for (const found of pairs) if (RANK[pairSeverity(found, rule)] < RANK[pairSeverity(worst, rule)]) worst = found;
  return worst;
}

/** "edit set 2021; check the current quarter", where a pair is known from that table alone. */
export function pairBasis({ day, pair }: DayPair): string {
  const { pairs } = day.settings;
  if (pairs.isOwn) return `NCCI edit, ${pairs.edition}`;
  return pair.named ? 'NCCI edit' : 'NCCI edits, 2021 set: check the current quarter';
}

/** Of what a finding is about no more is kept (engine/run.ts). */
const MOST_ABOUT = 100;

/** The lines of some pairs and the sessions of their codes, each once: what a finding about them is about. */
export function aboutPairs(pairs: readonly DayPair[]): (Session | ClaimLine)[] {
  const about = new Set<Session | ClaimLine>();
  for (const found of pairs) {
    about.add(found.two).add(found.one);
    for (const session of found.sessionsTwo.slice(0, MOST_ABOUT)) about.add(session);
    for (const session of found.sessionsOne.slice(0, MOST_ABOUT)) about.add(session);
    if (about.size >= MOST_ABOUT) break;
  }
  return [...about];
}

/** The other lines of some pairs of a line, as related places. */
export function otherLines(line: ClaimLine, pairs: readonly DayPair[]): Related[] {
  return pairs.map((found) => {
    const other = found.one === line ? found.two : found.one;
    return { home: other.encounter.home, place: other.codePlace(), message: `${other.text} is billed here` };
  });
}

/** Codes of the other lines of some pairs of a line, each once. */
export function otherCodes(line: ClaimLine, pairs: readonly DayPair[]): string[] {
  return [...new Set(pairs.map(({ one, two }) => (one === line ? two : one).code!.text))];
}

export function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
