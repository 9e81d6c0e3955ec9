import { inUse, lookUpCode } from '../guidance/codes';
import { lookUpModifier } from '../guidance/modifiers';
import type { CodeEntry, ModifierEntry } from '../guidance/types';
import { wordKey } from '../text/chars';

/**
 * What a code is, as bits: so that a rule can be passed over where a day holds nothing that it speaks of.
 * The words are those of the rules: see docs/language.md.
 */
export enum Is {
  /** Counted in 15-minute steps. */
  Timed = 1 << 0,
  /** Needs one-on-one contact: 97110-97542 less 97150 and the evaluations, and 97750-97763. */
  OneOnOne = 1 << 1,
  /** 97032-97039. */
  AttendedModality = 1 << 2,
  /** 97010-97028, G0281, G0283, G0329. */
  SupervisedModality = 1 << 3,
  /** 97150. */
  Group = 1 << 4,
  /** 90853. */
  GroupPsychotherapy = 1 << 5,
  /** 97150, 90853, 90849, 92508, 97552. */
  GroupCode = 1 << 6,
  /** Not a group code, but may be given to one: 92526, 97545, 97546. */
  MayBeGroup = 1 << 7,
  /** 97110-97139 less 97129 and 97130: the family that 97150 stands for. */
  GroupFamily = 1 << 8,
  /** Any discipline's evaluation or re-evaluation, psychiatric ones less. */
  Evaluation = 1 << 9,
  /** Individual or family psychotherapy, psychoanalysis and crisis psychotherapy included. */
  Psychotherapy = 1 << 10,
  Visit = 1 << 11,
  /** 98940-98942: of the spine. */
  SpinalManipulation = 1 << 12,
  Speech = 1 << 13,
  AddOn = 1 << 14,
  /** GP, GO or GN belongs on its lines. */
  DisciplineModifier = 1 << 15,
  /** 97129 and 97130, counted as one. */
  Cognitive = 1 << 16,
  /** Therapy under a PT, OT or SLP plan of care, always or sometimes. */
  Therapy = 1 << 17,
  /** 98940-98943. */
  Manipulation = 1 << 18,
  /** A claim line carries a modifier that may open a pair. */
  Opening = 1 << 19,
  /** Not in the code table or the configuration, or not in use on the date. */
  NotUsable = 1 << 20,
  /** 90791, 90792. */
  PsychiatricEvaluation = 1 << 21,
}

/** One code as the model uses it. One object a code: compare with `===`. */
export class Code {
  /** The code as it is written back, in capitals. */
  readonly text: string;
  readonly key: number;
  /** 97110 for "97110"; 0 for a code with a letter. */
  readonly number: number;
  readonly entry: CodeEntry | undefined;
  readonly is: number;
  /** Codes whose minutes count as one code share it: 97130 counts with 97129. */
  readonly pool: number;
  /** Codes that are one service by different names share it: 97014 and G0283. */
  readonly service: number;

  constructor(text: string, entry: CodeEntry | undefined) {
    this.text = text;
    this.key = wordKey(text);
    this.number = /^\d{5}$/.test(text) ? Number(text) : 0;
    this.entry = entry;
    this.is = entry ? bits(entry, this.number) : 0;
    this.pool = text === '97130' ? wordKey('97129') : this.key;
    this.service = text === '97014' ? wordKey('G0283') : this.key;
  }

  /** Our own plain words for it. */
  get label(): string {
    return this.entry?.label ?? 'a code that is not in the table';
  }
}

function bits(entry: CodeEntry, n: number): number {
  const family = entry.family;
  let is = 0;
  if (entry.timed) is |= Is.Timed;
  if (entry.addOnTo) is |= Is.AddOn;
  if (entry.disciplineModifier) is |= Is.DisciplineModifier;
  if (entry.therapy === 'always' || entry.therapy === 'sometimes') is |= Is.Therapy;
  if (n >= 97110 && n <= 97542 && family !== 'group' && family !== 'evaluation') is |= Is.OneOnOne;
  if (n >= 97750 && n <= 97763) is |= Is.OneOnOne;
  if (entry.contact === 'one-on-one' && (family === 'test' || family === 'orthotic' || family === 'one-on-one'))
    is |= Is.OneOnOne;
  if (n >= 97110 && n <= 97139 && n !== 97129 && n !== 97130) is |= Is.GroupFamily;
  if (family === 'attended') is |= Is.AttendedModality;
  if (family === 'supervised') is |= Is.SupervisedModality;
  if (n === 97150) is |= Is.Group;
  if (n === 90853) is |= Is.GroupPsychotherapy;
  if (entry.contact === 'group') is |= Is.GroupCode;
  if (n === 92526 || n === 97545 || n === 97546) is |= Is.MayBeGroup;
  if (family === 'evaluation' || family === 'speech-evaluation') is |= Is.Evaluation;
  if (
    family === 'psychotherapy' ||
    family === 'psychotherapy-add-on' ||
    family === 'family-psychotherapy' ||
    family === 'psychoanalysis' ||
    family === 'crisis-psychotherapy'
  )
    is |= Is.Psychotherapy;
  if (family === 'psychiatric-evaluation') is |= Is.PsychiatricEvaluation;
  if (family === 'visit') is |= Is.Visit;
  if (n >= 98940 && n <= 98942) is |= Is.SpinalManipulation;
  if (family === 'manipulation') is |= Is.Manipulation;
  if (family === 'speech' || family === 'speech-group' || family === 'swallowing') is |= Is.Speech;
  if (family === 'cognitive') is |= Is.Cognitive;
  return is;
}

/** Looks codes up by their key, with the codes that a configuration adds. */
export class CodeTable {
  private readonly known = new Map<number, Code>();

  /** @param added codes that the configuration adds, or has in place of those of the table. */
  constructor(readonly added: ReadonlyMap<string, CodeEntry> = new Map()) {}

  /** The code with this key and, where it is new, this text in capitals. Codes in no table are given too. */
  get(key: number, text: () => string): Code {
    let code = this.known.get(key);
    if (!code) {
      const capitals = text().toUpperCase();
      code = new Code(capitals, this.added.get(capitals) ?? lookUpCode(capitals));
      // Unknown codes are kept as well, but not without bound: a file can hold any number of them.
      if (code.entry || this.known.size < 4096) this.known.set(key, code);
    }
    return code;
  }

  of(text: string): Code {
    return this.get(wordKey(text), () => text);
  }
}

/** Whether a code is in the table and in use on the date; a day that cannot be read refuses none. */
export function isUsable(code: Code, date: number): boolean {
  if (!code.entry) return false;
  if (date === 0) return true;
  return inUse(code.entry, date);
}

const MODIFIERS: (ModifierEntry | null | undefined)[] = [];

/** The modifier with this key; nothing where the table does not hold it. */
export function modifierOf(key: number, text: () => string): ModifierEntry | undefined {
  let entry = MODIFIERS[key];
  if (entry === undefined) {
    entry = lookUpModifier(text().toUpperCase()) ?? null;
    MODIFIERS[key] = entry;
  }
  return entry ?? undefined;
}
