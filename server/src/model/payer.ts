import { lookUpPayer } from '../guidance/payers';
import type { UnitRule } from '../syntax/kinds';

/** What the checker knows of a payer: its unit rule, and whether the national edits bind it. */
export interface Payer {
  /** As written in the file, or '' where none is given. */
  readonly name: string;
  readonly unitRule: UnitRule;
  /** The rule is known from the configuration or from Medicare, not assumed. */
  readonly unitRuleKnown: boolean;
  /** The configuration sets it for this payer by name: it goes before a rule for every payer. */
  readonly unitRuleSet?: boolean;
  /** "N": the national edits and unit limits bind it. */
  readonly bound: boolean;
  /** "M": Medicare, Medicare Advantage too. */
  readonly medicare: boolean;
  readonly tricare: boolean;
  /** The most patients in a 97150 group, where the payer sets one. */
  readonly groupSizeMost?: number;
  /** The most patients in a 90853 group, where the payer sets one. */
  readonly psychotherapyGroupSizeMost?: number;
  /** GP, GO or GN is wanted from this date of service (yyyymmdd) on. */
  readonly disciplineModifierFrom?: number;
  /** Group and individual psychotherapy on one day are both refused. */
  readonly refusesGroupWithIndividual?: boolean;
  readonly codesNotTaken?: ReadonlySet<string>;
  /** Rules for which the payer stands elsewhere than as a whole. */
  readonly standing?: Readonly<Record<string, 'N' | 'M' | 'else'>>;
}

const NO_PAYER: Payer = {
  name: '',
  unitRule: 'midpoint',
  unitRuleKnown: false,
  bound: false,
  medicare: false,
  tricare: false,
};

/** The payers a workspace knows: the built-in ones and those its configuration names. */
export class PayerTable {
  private readonly known = new Map<string, Payer>();

  constructor(private readonly configured: ReadonlyMap<string, Payer> = new Map()) {}

  /** The payers that the configuration names. */
  get names(): readonly string[] {
    return [...this.configured.keys()];
  }

  get(name: string | undefined): Payer {
    if (name === undefined) return NO_PAYER;
    let payer = this.known.get(name);
    if (!payer) {
      payer = this.configured.get(name) ?? this.renamed(name) ?? builtInPayer(name);
      if (this.known.size < 4096) this.known.set(name, payer);
    }
    return payer;
  }

  /** A built-in payer in other capitals, where the configuration changed it. */
  private renamed(name: string): Payer | undefined {
    const lower = name.toLowerCase();
    const payer = lookUpPayer(lower) && this.configured.get(lower);
    return payer && { ...payer, name };
  }
}

/** A payer as it is without a configuration. */
export function builtInPayer(name: string): Payer {
  const entry = lookUpPayer(name.toLowerCase());
  if (!entry) return { ...NO_PAYER, name };
  return {
    name,
    unitRule: entry.unitRule,
    unitRuleKnown: entry.unitRuleKnown,
    bound: entry.bound,
    medicare: entry.medicare,
    tricare: entry.id === 'tricare',
  };
}

/** "N" for a rule: bound by the national edits as a whole, or by configuration for this rule. */
export function isBound(payer: Payer, rule: string): boolean {
  const own = payer.standing?.[rule];
  return own ? own !== 'else' : payer.bound;
}

/** "M" for a rule. */
export function isMedicare(payer: Payer, rule: string): boolean {
  const own = payer.standing?.[rule];
  return own ? own === 'M' : payer.medicare;
}
