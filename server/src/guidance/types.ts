/**
 * The shapes of the guidance data. Hot tables (codes, modifiers, pairs, unit limits, payers) hold facts and one short
 * label; all prose is in the lazily loaded bundle.
 */

/**
 * How well a fact is known, strongest first: stated in one of the five source documents; confirmed by two or more
 * independent public sources; read in the text of the authority itself; one public source; general knowledge only.
 * Nothing marked `GK` may back an error.
 */
export type Confidence = 'SEED' | 'PUB2' | 'PRIMARY' | 'PUB1' | 'GK';

/** What kind of service a code is. */
export type Family =
  | 'one-on-one'
  | 'attended'
  | 'supervised'
  | 'group'
  | 'evaluation'
  | 'test'
  | 'orthotic'
  | 'cognitive'
  | 'work-program'
  | 'caregiver'
  | 'psychotherapy'
  | 'psychotherapy-add-on'
  | 'interactive-complexity'
  | 'crisis-psychotherapy'
  | 'psychoanalysis'
  | 'family-psychotherapy'
  | 'multi-family-psychotherapy'
  | 'group-psychotherapy'
  | 'psychiatric-evaluation'
  | 'speech'
  | 'speech-group'
  | 'speech-evaluation'
  | 'swallowing'
  | 'canalith'
  | 'manipulation'
  | 'measurement'
  | 'wound'
  | 'wrap'
  | 'remote-monitoring'
  | 'prolonged'
  | 'visit'
  | 'unlisted';

/** Who usually bills a code. */
export type Discipline = 'PT' | 'OT' | 'SLP' | 'chiro' | 'BH';

/** What a code requires where a session states no contact; `none`: nothing known. */
export type ContactNeed = 'one-on-one' | 'attendance' | 'supervised' | 'group' | 'none';

/** Whether Medicare treats a code as therapy always or only under a therapy plan. */
export type TherapyStatus = 'always' | 'sometimes' | 'no' | 'unknown';

/** How Medicare refuses a code: it wants another code, pays it inside other services, or does not cover it. */
export type MedicareRefusal = 'other-code' | 'bundled' | 'not-covered';

/** One procedure code. Every entry has every key, so that look-ups stay of one shape. */
export interface CodeEntry {
  readonly code: string;
  /** Our own plain words, lower case, at most 60 characters. */
  readonly label: string;
  readonly family: Family;
  /** Counted in 15-minute steps, and so part of the day's minute total. */
  readonly timed: boolean;
  readonly contact: ContactNeed;
  readonly disciplines: readonly Discipline[];
  readonly therapy: TherapyStatus;
  /** A line of this code needs GP, GO or GN for Medicare. */
  readonly disciplineModifier: boolean;
  /** An add-on: the codes that it may go with. See `mayBePrimary`. */
  readonly addOnTo: readonly string[] | undefined;
  /** Least and most minutes of one session, where the code has a range. */
  readonly minutes: readonly [least: number, most: number] | undefined;
  /** First day of service, yyyymmdd, where a sourced fact gives one. */
  readonly validFrom: number | undefined;
  /** Last day of service of a deleted code, yyyymmdd. */
  readonly deletedAfter: number | undefined;
  /** What a deleted code became. See `successorsOn`. */
  readonly successors: readonly string[] | undefined;
  /** The same for Medicare, where it differs. */
  readonly successorsMedicare: readonly string[] | undefined;
  /** The successors are billed together, and are not a choice. */
  readonly successorsTogether: boolean;
  readonly notForMedicare: MedicareRefusal | undefined;
  /** Only Medicare took this code. */
  readonly medicareOnly: boolean;
  /** The code to use where the payer does not take this one (`notForMedicare`, `medicareOnly`). */
  readonly payerCode: string | undefined;
  readonly confidence: Confidence;
  /** Ids of facts (facts.ts). */
  readonly facts: readonly string[];
  /** Units for one patient on one date (mue.ts). */
  readonly mue: number | undefined;
}

export type ModifierKind =
  | 'distinct'
  | 'discipline'
  | 'assistant'
  | 'threshold'
  | 'telehealth'
  | 'reduced'
  | 'repeat'
  | 'active-treatment'
  | 'notice'
  | 'visit'
  | 'surgical'
  | 'side'
  | 'group'
  | 'other';

/** One claim modifier. */
export interface ModifierEntry {
  readonly modifier: string;
  /** Our own plain words, lower case, at most 60 characters. */
  readonly label: string;
  readonly kind: ModifierKind;
  /** Lets an indicator-1 pair be paid apart. */
  readonly opensPair: boolean;
  /** First day of service, yyyymmdd. */
  readonly validFrom: number | undefined;
  readonly confidence: Confidence;
  readonly facts: readonly string[];
}

/** One edit: two codes that are not both paid for one patient on one date as a matter of course. */
export interface Pair {
  /** The code that is paid. */
  readonly column1: string;
  /** The code that is refused without an opening modifier. */
  readonly column2: string;
  /** 0: no modifier helps. 1: a modifier opens the pair where the services are truly distinct. */
  readonly indicator: 0 | 1;
  /** Named by a fact read in the authority's own text or confirmed twice; else known from the 2021 table alone. */
  readonly named: boolean;
  /**
   * What the policy manual says beyond the indicator. `same-hands`: never by one clinician or two of one specialty, 59
   * or not. `slp`: a speech-language pathologist does not bill column two as a part of column one.
   */
  readonly bar: 'same-hands' | 'slp' | undefined;
  /** First and last day of service, yyyymmdd, where known. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly facts: readonly string[];
}

export type UnitRule = 'cms' | 'midpoint';

/** A payer that the language knows by name. */
export interface PayerEntry {
  readonly id: 'medicare' | 'medicaid' | 'tricare' | 'commercial' | 'workers-comp';
  readonly label: string;
  readonly unitRule: UnitRule;
  /** The unit rule is a known fact of this payer, and not our assumption. */
  readonly unitRuleKnown: boolean;
  /** The edits and unit limits of the national correct-coding program bind it ("N" payers). */
  readonly bound: boolean;
  /** Medicare itself ("M"). */
  readonly medicare: boolean;
  readonly confidence: Confidence;
  readonly facts: readonly string[];
}
