/** The payers that the language knows by name. Hot path: labels only. */
import type { PayerEntry } from './types';

export type { PayerEntry, UnitRule } from './types';

// biome-ignore format: one line a payer
const PAYERS: readonly PayerEntry[] = [
  { id: 'medicare', label: 'Medicare, and Medicare Advantage', unitRule: 'cms', unitRuleKnown: true, bound: true, medicare: true, confidence: 'PRIMARY', facts: ['F-PAY-01', 'F-PAY-02', 'F-AMA-04'] },
  { id: 'medicaid', label: 'Medicaid', unitRule: 'cms', unitRuleKnown: false, bound: true, medicare: false, confidence: 'GK', facts: ['F-PAY-08', 'F-PAY-09', 'F-MOD-80'] },
  { id: 'tricare', label: 'TRICARE', unitRule: 'cms', unitRuleKnown: false, bound: true, medicare: false, confidence: 'PUB2', facts: ['F-PAY-03', 'F-AMA-04'] },
  { id: 'commercial', label: 'a commercial plan', unitRule: 'midpoint', unitRuleKnown: false, bound: false, medicare: false, confidence: 'PUB2', facts: ['F-AMA-04', 'F-NCCI-27', 'F-PAY-04', 'F-PAY-05', 'F-PAY-06', 'F-PAY-07', 'F-PAY-10'] },
  { id: 'workers-comp', label: "workers' compensation", unitRule: 'midpoint', unitRuleKnown: false, bound: false, medicare: false, confidence: 'GK', facts: ['F-AMA-04'] },
];

const BY_ID: ReadonlyMap<string, PayerEntry> = new Map(PAYERS.map((payer) => [payer.id, payer]));

/** The entry of a built-in payer; `undefined` for a payer named in the configuration. The name is lower-cased. */
export function lookUpPayer(name: string): PayerEntry | undefined {
  return BY_ID.get(name);
}

/** The built-in payers, in the order in which they are offered. */
export function allPayers(): readonly PayerEntry[] {
  return PAYERS;
}
