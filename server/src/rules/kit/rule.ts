/**
 * What a rule is. One file a rule: `rule` (identity, what it looks at, its check and fixes) and `docs` (the words and
 * examples that documentation, hovers and tests are made from). The two are separate exports so that the checker loads
 * without the prose.
 */

import type { ClinicianDay } from '../../model/clinician-day';
import type { ClaimLine, Encounter, EncounterHome, Place, Session } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';
import type { Settings } from '../../model/settings';
import type { Problem } from '../../syntax/buffer';
import type { RuleId } from './ids';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One change of text, in the block of one encounter. Lines from its first line, columns in UTF-16 units. */
export interface Edit {
  readonly home: EncounterHome;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly newText: string;
}

/**
 * A fix. Safe: the recorded sessions prove it, and it may run with all others on save. Alone: offered by itself, with a
 * title that says what the coder asserts by taking it.
 */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Another place that a finding speaks of. */
export interface Related {
  readonly home: EncounterHome;
  readonly place: Place;
  readonly message: string;
}

export interface Draft {
  readonly severity: Severity;
  /** What is wrong, the figures behind it, what to do. The sources are added behind it. */
  readonly message: string;
  /** What the figures rest on, said with the sources: "8-minute rule". */
  readonly basis?: string;
  /** The sessions and claim lines that the finding is about: what decides which of two rules speaks. */
  readonly about?: readonly (Session | ClaimLine)[];
  readonly related?: readonly Related[];
  /** Worked out only when asked for. */
  readonly fixes?: () => readonly Fix[];
  /** Ids of guidance sources, where they are other than the rule's. */
  readonly sources?: readonly string[];
}

/** Says a finding at a place of an encounter. */
export type Report = (encounter: Encounter, place: Place, draft: Draft) => void;

interface Identity {
  readonly id: RuleId;
  /** The severity that most findings have; the check may give another by payer and date. */
  readonly severity: Severity;
  /** Ids of guidance sources that say so, strongest first: shown with every finding. */
  readonly sources: readonly string[];
  /** Statements of the source guidance that the rule stands on. */
  readonly statements: readonly string[];
  /** Facts and conflicts beyond them. */
  readonly facts: readonly string[];
  /** Its fix only opens the place to write in: the finding stays until something is written. */
  readonly fixMayLeaveFinding?: boolean;
}

/** What a clinician-day can hold that a rule speaks of. */
export enum Meets {
  /** Two patients in the same minutes, other than as members of one group. */
  SharedMinutes = 1 << 0,
  /** A group without a size or times, with two sizes, with more members than stated, or larger than some payer takes. */
  GroupSizes = 1 << 1,
  /** Members of one group whose notes may say the same. */
  NotesAlike = 1 << 2,
}

/**
 * Looks at one encounter. What it finds hangs on nothing but what makes two encounters alike (engine/likeness.ts): codes,
 * contacts, modifiers, units, fields, notes written or not, and the sessions' minutes as they stand to one another.
 */
export interface EncounterRule extends Identity {
  readonly scope: 'encounter';
  /** Bits ({@link Is}) that the encounter must all have for the rule to be asked. */
  readonly needs: number;
  check(encounter: Encounter, settings: Settings, report: Report): void;
}

/** Looks at all encounters of one patient and date. What it finds hangs on no more than an {@link EncounterRule}'s. */
export interface PatientDayRule extends Identity {
  readonly scope: 'patient-day';
  /** Bits ({@link Is}) that the day must all have for the rule to be asked. */
  readonly needs: number;
  check(day: PatientDay, report: Report): void;
  /** What it also finds in all sessions of one giver and date, where two patients share minutes. */
  checkGiver?(day: ClinicianDay, report: Report): void;
}

/** Looks at all sessions of one giver and date. */
export interface ClinicianDayRule extends Identity {
  readonly scope: 'clinician-day';
  /** Bits ({@link Meets}) of which the day must have one for the rule to be asked. */
  readonly needs: number;
  check(day: ClinicianDay, report: Report): void;
}

/**
 * Looks at the encounters with group sessions and notes of one patient, in order of date: where the O and A of two dates
 * may say the same.
 */
export interface PatientRule extends Identity {
  readonly scope: 'patient';
  check(encounters: readonly Encounter[], settings: Settings, report: Report): void;
}

/** What the parser found, put into words. */
export interface ProblemDraft {
  readonly message: string;
  readonly fixes?: readonly { readonly title: string; readonly safe: boolean; readonly newText: string }[];
}

/** Words for what the parser, or the reading of ignore comments, found wrong. */
export interface ProblemRule extends Identity {
  readonly scope: 'problem';
  /** @param found the text of the part itself. */
  check(problem: Pick<Problem, 'says' | 'how' | 'replacement'>, found: string): ProblemDraft;
}

export type Rule = EncounterRule | PatientDayRule | ClinicianDayRule | PatientRule | ProblemRule;

/** Text with findings marked below their lines: carets under the range, then the rule, its severity, and `fix: title`. */
export interface Example {
  /** What the example shows, in a few words. */
  readonly title: string;
  readonly text: string;
  /** Today, where it matters (yyyymmdd). */
  readonly today?: number;
  /** The text after the fix of the marked finding is taken. */
  readonly fixed?: string;
}

/** The words of a rule, for people. Plain, short, figures first. */
export interface RuleDocs {
  /** A few words, as a heading: "-59 missing beside group". */
  readonly title: string;
  /** One line: what it finds. */
  readonly summary: string;
  /** One paragraph: why it is wrong, how it is judged, where sources differ. */
  readonly explanation: string;
  /** What it costs if missed. */
  readonly cost: string;
  /** What to do, and what the quick fix does and asserts. */
  readonly fix: string;
  /** Which payers and dates change its severity, in words. */
  readonly severities: string;
  /** Each has at least one marked finding of the rule. */
  readonly bad: readonly Example[];
  /** None has a finding of the rule. */
  readonly good: readonly Example[];
}
