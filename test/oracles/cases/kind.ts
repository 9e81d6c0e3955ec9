/**
 * What a worked case is. A case is written down before anyone looks at what the checker says about it: the day as the
 * source tells it, and the findings that the answer asks for.
 *
 * Expected findings are drawn below their lines, carets under the place: see test/support/markers.ts. A day without
 * carets raises no error and no warning. Errors and warnings that are not drawn fail the test; infos and hints are
 * looked for only where they are drawn.
 */
export interface OracleCase {
  /** OP: the situation and its answer are published. OD: worked out from a confirmed rule. V: a variation of our own. */
  readonly id: string;
  readonly title: string;
  /** Keys of the sources, or what the case is worked out from. */
  readonly source: string;
  /** Facts that the answer rests on. */
  readonly facts: readonly string[];
  /** By whose rule the answer holds. */
  readonly payer: string;
  readonly days: readonly OracleDay[];
}

/** One way to write the case down and bill it. */
export interface OracleDay {
  /** The id of the case; further ways have a letter behind it. */
  readonly id: string;
  /** What is billed here, and what is right or wrong about it. */
  readonly says: string;
  /** The encounter text; or several files, by name. */
  readonly text: string | Readonly<Record<string, string>>;
  /** The lines that all safe fixes together change, as they read afterwards. Nothing is left to find then. */
  readonly fixed?: readonly string[];
  /** No safe fix is offered: the record does not prove which way is right. */
  readonly noSafeFix?: true;
}

/** R. Ortiz, physical therapist, with a Medicare patient, 3 March 2026. */
export const PT_MEDICARE = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50`;

/** The same with a plan whose units are known to be counted code by code. */
export const PT_MIDPOINT = `clinician "R. Ortiz, PT"
discipline PT
payer commercial
units midpoint

encounter 2026-03-03 patient A
  dx M54.50`;

/** The same with a plan of which nothing is known. */
export const PT_COMMERCIAL = `clinician "R. Ortiz, PT"
discipline PT
payer commercial

encounter 2026-03-03 patient A
  dx M54.50`;

/** One clinician's morning, several patients: what stands at the left margin holds for all of them. */
export const PT_DAY = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

/** Goal and notes of three members of a group, each with words of their own. */
export const NOTES_A = `  goal "Walk 200 m without a rail"
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.`;

export const NOTES_B = `  goal "Carry shopping up one flight"
  O: Joined six of eight tasks, one rest.
  A: Tires later than on Monday.
  P: Add the ramp.`;

export const NOTES_C = `  goal "Stand at the sink for ten minutes"
  O: Needed a chair nearby, let go of it twice.
  A: Balance improved while reaching to the left.
  P: Same class on Thursday.`;
