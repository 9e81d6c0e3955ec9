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
  readonly speaks: readonly RuleId[];
  readonly reach: Reach;
}

const SILENCERS = new Map<RuleId, Silencer[]>();
PRECEDENCE.forEach((entry) => {
  const { speaks } = entry;
  for (const rule of entry.silent) {
    const list = SILENCERS.get(rule);
    const silencer = { speaks, reach: entry.reach };
    if (list) list.push(silencer);
    else SILENCERS.set(rule, [silencer]);
  }
});

/** So many findings of a rule, and lines of a finding, are looked through; more are looked up. */
const FEW = 16;

/**
 * All findings of a day, and which of them speak. It is asked of each once, whatever block it stands in: what is said of a
 * patient across dates silences nothing and is not silenced.
 */
export class Speakers {
  private readonly byRule = new Map<RuleId, Finding[]>();
  private readonly byLine = new Map<RuleId, Map<number, Finding[]>>();
  private readonly known = new Map<Finding, boolean>();
  private readonly spoken = new Map<readonly Finding[], boolean>();

  constructor(all: readonly Finding[]) {
    for (const finding of all) {
      const list = this.byRule.get(finding.rule);
      if (list) list.push(finding);
      else this.byRule.set(finding.rule, [finding]);
    }
  }

  /** No other finding speaks for it. */
  speaks(finding: Finding): boolean {
    const known = this.known.get(finding);
    if (known !== undefined) return known;
    this.known.set(finding, true); // Two rules never silence one another; should a table entry say so, the first asked stays.
    const silenced = (SILENCERS.get(finding.rule) ?? []).some(({ speaks, reach }) =>
      speaks.some((rule) => this.isSpokenFor(finding, rule, reach)),
    );
    this.known.set(finding, !silenced);
    return !silenced;
  }

  /** A finding of that other rule reaches it, and speaks. */
  private isSpokenFor(finding: Finding, rule: RuleId, reach: Reach): boolean {
    const all = this.byRule.get(rule);
    const { about } = finding;
    if (!all || about.length === 0) return false;
    const reachesIt = (speaking: Finding) => reaches(speaking, finding, reach) && this.speaks(speaking);
    if (all.length <= FEW) return all.some(reachesIt);
    const lines = this.linesOf(rule, all);
    if (reach === 'shares') return about.some((key) => this.isSpokenOf(lines.get(key)));
    let fewest: readonly Finding[] | undefined;
    for (const key of about) {
      const list = lines.get(key) ?? NONE;
      if (!fewest || list.length < fewest.length) fewest = list;
    }
    return fewest!.some(reachesIt);
  }

  /** One of the findings of a rule on a line speaks: asked once, since a thousand others may stand on it too. */
  private isSpokenOf(list: readonly Finding[] | undefined): boolean {
    if (!list) return false;
    let spoken = this.spoken.get(list);
    if (spoken === undefined) {
      spoken = list.some((finding) => this.speaks(finding));
      this.spoken.set(list, spoken);
    }
    return spoken;
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

function reaches(speaking: Finding, silent: Finding, reach: Reach): boolean {
  const isOf = isAbout(speaking);
  return reach === 'shares' ? silent.about.some(isOf) : silent.about.every(isOf);
}

const LINES = new WeakMap<Finding, ReadonlySet<number>>();

/** Whether a finding is about a line; the lines of one that is about many are looked up. */
function isAbout(finding: Finding): (key: number) => boolean {
  const { about } = finding;
  if (about.length <= FEW) return (key) => about.includes(key);
  let lines = LINES.get(finding);
  if (!lines) {
    lines = new Set(about);
    LINES.set(finding, lines);
  }
  const known = lines;
  return (key) => known.has(key);
}
