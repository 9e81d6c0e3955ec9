/**
 * Which of two rules speaks. One defect, one finding: where two rules are about the same lines or sessions, the one
 * named here first is said and the other is not. Two defects on one line stay two findings.
 */

import type { RuleId } from '../rules/kit/ids';
import type { Finding } from './finding';

/**
 * `shares`: the silent finding is about a line or session that the speaking one is about too.
 * `covers`: everything that the silent finding is about, the speaking one is about too (the same two codes).
 */
type Reach = 'shares' | 'covers';

interface Precedence {
  readonly speaks: readonly RuleId[];
  readonly silent: readonly RuleId[];
  readonly reach: Reach;
}

const UNIT_RULES = ['under-8-minutes', 'too-many-units', 'too-few-units'] as const;
const OVERLAP_RULES = ['group-overlaps-individual', 'same-patient-overlap', 'clinician-double-booked'] as const;
const PAIR_RULES = [
  'missing-59',
  'pair-not-payable',
  'psychotherapy-same-day',
  'manipulation-same-region',
  'missing-25',
  'commercial-pair',
] as const;
const RULES_OF_59 = [
  'missing-59',
  'misplaced-59',
  'needless-59',
  'unsupported-59',
  'x-modifier-mismatch',
  'commercial-pair',
] as const;

/** In the order in which they are judged: a rule that is silenced silences none. */
const PRECEDENCE: readonly Precedence[] = [
  {
    speaks: ['one-on-one-code-in-group', 'not-a-group-procedure', 'group-code-one-on-one', 'attendance-missing'],
    silent: [...UNIT_RULES, ...OVERLAP_RULES, 'group-with-modality', 'billed-not-performed', 'performed-not-billed'],
    reach: 'shares',
  },
  {
    speaks: ['billed-not-performed', 'add-on-without-primary'],
    silent: [
      ...UNIT_RULES,
      ...PAIR_RULES,
      ...RULES_OF_59,
      'group-with-modality',
      'group-units',
      'untimed-units',
      'units-over-mue',
      'two-evaluations',
    ],
    reach: 'shares',
  },
  {
    speaks: ['aide-time', 'co-treatment-units'],
    silent: ['under-8-minutes', 'too-many-units', ...OVERLAP_RULES],
    reach: 'shares',
  },
  // Of group and one-on-one, and of group and modality, `same-patient-overlap` and `clinician-double-booked` leave those
  // very minutes out by themselves, and still speak of others of the same sessions.
  {
    speaks: ['group-overlaps-individual', 'group-with-modality', 'same-patient-overlap'],
    silent: [...RULES_OF_59],
    reach: 'covers',
  },
  { speaks: ['duplicate-line'], silent: ['too-many-units'], reach: 'shares' },
  { speaks: ['under-8-minutes'], silent: ['too-many-units'], reach: 'shares' },
  { speaks: ['group-units', 'untimed-units', 'too-many-units'], silent: ['units-over-mue'], reach: 'shares' },
  { speaks: ['group-units', 'untimed-units'], silent: ['duplicate-line'], reach: 'shares' },
  { speaks: ['two-evaluations'], silent: ['pair-not-payable'], reach: 'covers' },
  {
    speaks: ['two-evaluations', 'pair-not-payable'],
    silent: [...RULES_OF_59, 'psychotherapy-same-day', 'missing-25'],
    reach: 'covers',
  },
  {
    speaks: ['bypass-modifier-misuse'],
    silent: ['missing-59', 'psychotherapy-same-day', 'needless-59', 'x-modifier-mismatch'],
    reach: 'shares',
  },
  {
    speaks: ['chiropractic-modifier'],
    silent: ['discipline-modifier', 'code-not-for-payer', ...PAIR_RULES],
    reach: 'shares',
  },
  {
    speaks: ['psychotherapy-same-day', 'manipulation-same-region', 'missing-25'],
    silent: ['missing-59', 'unsupported-59'],
    reach: 'covers',
  },
  { speaks: ['code-not-for-payer'], silent: ['discipline-modifier'], reach: 'shares' },
  { speaks: ['evaluation-by-assistant'], silent: ['assistant-modifier'], reach: 'shares' },
  { speaks: ['missing-59', 'unsupported-59'], silent: ['times-not-recorded'], reach: 'shares' },
  { speaks: ['group-note-missing'], silent: ['group-note-incomplete'], reach: 'shares' },
];

interface Silencer {
  readonly order: number;
  readonly speaks: readonly RuleId[];
  readonly reach: Reach;
}

const SILENCERS = new Map<RuleId, Silencer[]>();
PRECEDENCE.forEach((entry, order) => {
  const { speaks } = entry;
  for (const rule of entry.silent) {
    const list = SILENCERS.get(rule);
    const silencer = { order, speaks, reach: entry.reach };
    if (list) list.push(silencer);
    else SILENCERS.set(rule, [silencer]);
  }
});

/** So many findings of a rule are looked through; more are looked up by what they are about. */
const FEW = 16;

/** Findings that may speak for others: by rule, and where a rule has many, by the lines they are about. */
export class Speakers {
  private readonly byRule = new Map<RuleId, Finding[]>();
  private readonly byLine = new Map<RuleId, Map<number, Finding[]>>();

  constructor(readonly all: readonly Finding[]) {
    for (const finding of all) {
      const list = this.byRule.get(finding.rule);
      if (list) list.push(finding);
      else this.byRule.set(finding.rule, [finding]);
    }
  }

  /** Whether one is such, of those of a rule that reach a finding. */
  some(rule: RuleId, finding: Finding, reach: Reach, is: (speaking: Finding) => boolean): boolean {
    const all = this.byRule.get(rule);
    const { about } = finding;
    if (!all || about.length === 0) return false;
    const reachesIt = (speaking: Finding) => reaches(speaking, finding, reach) && is(speaking);
    if (all.length <= FEW) return all.some(reachesIt);
    const lines = this.linesOf(rule, all);
    if (reach === 'shares') return about.some((key) => lines.get(key)?.some(is));
    let fewest: readonly Finding[] | undefined;
    for (const key of about) {
      const list = lines.get(key) ?? NONE;
      if (!fewest || list.length < fewest.length) fewest = list;
    }
    return fewest!.some(reachesIt);
  }

  private linesOf(rule: RuleId, all: readonly Finding[]): Map<number, Finding[]> {
    let lines = this.byLine.get(rule);
    if (!lines) {
      lines = new Map();
      for (const finding of all) {
        for (const key of finding.about) {
          const list = lines.get(key);
          if (list) list.push(finding);
          else lines.set(key, [finding]);
        }
      }
      this.byLine.set(rule, lines);
    }
    return lines;
  }
}

const NONE: readonly Finding[] = [];
export const NO_SPEAKERS = new Speakers(NONE);

/**
 * Leaves out the findings that another one speaks for.
 * @param beside findings of the same day, which may speak; those of the block of `findings` are passed over.
 */
export function oneFindingADefect(findings: readonly Finding[], beside: Speakers = NO_SPEAKERS): readonly Finding[] {
  const first = findings[0];
  if (!first || (findings.length < 2 && beside.all.length === 0)) return findings;
  const { block } = first;
  const own = new Speakers(findings);
  const state = new Map<Finding, boolean>();
  const speaks = (finding: Finding): boolean => {
    const known = state.get(finding);
    if (known !== undefined) return known;
    state.set(finding, true); // Two rules never silence one another; should a table entry say so, the first asked stays.
    const silenced = (SILENCERS.get(finding.rule) ?? []).some((silencer) =>
      silencer.speaks.some((rule) => {
        const silences = (other: Finding) => other !== finding && speaks(other);
        return (
          own.some(rule, finding, silencer.reach, silences) ||
          beside.some(rule, finding, silencer.reach, (other) => other.block !== block && silences(other))
        );
      }),
    );
    state.set(finding, !silenced);
    return !silenced;
  };
  return findings.filter(speaks);
}

function reaches(speaking: Finding, silent: Finding, reach: Reach): boolean {
  return reach === 'shares'
    ? silent.about.some((key) => speaking.about.includes(key))
    : silent.about.every((key) => speaking.about.includes(key));
}
