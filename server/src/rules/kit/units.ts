/** What the rules about 15-minute units share: how severe, and the figures in words. */

import type { ClaimLine } from '../../model/encounter';
import type { ClaimDay } from '../../model/patient-day';
import type { LineUnits, Pool } from '../../model/units';
import type { Related, Severity } from './rule';
import { minutes, unitRuleName, units, when } from './words';

/** What the other rule supports on a line. */
function byOtherRule(claimDay: ClaimDay, line: ClaimLine): number {
  for (const judged of claimDay.lineUnitsByOtherRule) if (judged.line === line) return judged.supported;
  return 0;
}

/** Error; warning where the unit rule is only assumed and the other one would support the line. */
export function unitSeverity(claimDay: ClaimDay, { line, billed }: LineUnits): Severity {
  if (claimDay.unitRuleKnown) return 'error';
  return byOtherRule(claimDay, line) >= billed ? 'warning' : 'error';
}

/** The other rule's count, said where the rule in force is only assumed and the two differ. */
export function otherCount(claimDay: ClaimDay, { line, supported }: LineUnits): string {
  if (claimDay.unitRuleKnown) return '';
  const other = byOtherRule(claimDay, line);
  if (other === supported) return '';
  const { rule, allowed } = claimDay.unitsByOtherRule;
  const code = line.code!.text;
  return ` The rule is assumed for this payer: by the ${unitRuleName(rule)} the day gives ${units(allowed)}, ${code} ${units(other)}. Write the payer's rule as "units cms" or "units midpoint".`;
}

/** Who says so, by the rule in force. */
export function unitSources(claimDay: ClaimDay): readonly string[] {
  return claimDay.unitRule === 'cms' ? ['aca-group', 'cms'] : ['aca-group', 'wpt'];
}

/** No visit has as many. */
const MOST_RELATED = 100;

/** The sessions whose minutes were counted for a code. */
export function relatedSessions(pool: Pool): Related[] {
  return pool.sessions.slice(0, MOST_RELATED).map((session) => ({
    home: session.encounter.home,
    place: session.whenPlace(),
    message: session.hasClock
      ? `${session.code!.text}, ${when(session)}: ${minutes(session.minutes)}`
      : `${session.code!.text}: ${minutes(session.minutes)}`,
  }));
}

/** More than one timed code counts in the day's total. */
export function isPooled(claimDay: ClaimDay): boolean {
  return claimDay.unitRule === 'cms' && claimDay.units.pools.length > 1;
}

/** "All timed codes: 40 min, which give 3 units for the day." */
export function dayTotal(claimDay: ClaimDay): string {
  const { total, allowed, pools } = claimDay.units;
  const sum = pools.reduce((minutesSoFar, pool) => minutesSoFar + pool.minutes, 0);
  const once = sum > total ? ', each minute counted once' : '';
  return `All timed codes: ${minutes(total)}${once}, which give ${units(allowed)} for the day.`;
}
