/** Minutes and units of one day, worked through in words. */

import type { Session } from '../model/encounter';
import type { ClaimDay } from '../model/patient-day';
import { minutesFor, type Pool, totalMinutes, type UnitCount, unitsOf } from '../model/units';
import { list, minutes, unitRuleName, units } from '../rules/kit/words';

/** "15 + 18 = **33 min**"; shared minutes are said to count once. */
export function sum(sessions: readonly Session[]): string {
  const lengths = sessions.map((session) => Math.max(0, session.minutes));
  const total = totalMinutes([...sessions]);
  const added = lengths.reduce((a, b) => a + b, 0);
  if (lengths.length === 1) return `**${minutes(total)}**`;
  const shown = lengths.length > 6 ? `${lengths.slice(0, 5).join(' + ')} + …` : lengths.join(' + ');
  return added === total ? `${shown} = **${minutes(total)}**` : `${shown}, shared minutes once = **${minutes(total)}**`;
}

/** "8-22 min": the minutes that give so many units. */
export function span(n: number): string {
  return n === 0 ? '1-7 min' : `${minutesFor(n)}-${minutesFor(n + 1) - 1} min`;
}

/** The codes of a pool: 97129 and 97130 are counted as one. */
export function poolName({ sessions }: Pool): string {
  return list([...new Set(sessions.map((session) => session.code!.text))]);
}

/** "2", or "1 or 2" where a tie leaves the choice. */
export function share(count: UnitCount, pool: Pool): string {
  const least = count.leastFor(pool);
  const most = count.mostFor(pool);
  if (least === most) return `${most}`;
  return most - least === 1 ? `${least} or ${most}` : `${least} to ${most}`;
}

/** "97110 **2**, 97112 **1**", and why where it is not plain. */
export function allocation(count: UnitCount): string {
  const parts = count.pools.map((pool) => `${poolName(pool)} **${share(count, pool)}**`);
  return `${parts.join(', ')}${count.isUnique ? '' : ' (a tie: either way is right)'}`;
}

/** Each code's minutes, whole 15s and left-over. */
export function workings(count: UnitCount): string[] {
  return count.pools.map((pool) => {
    const alone = unitsOf(pool.minutes);
    const parts =
      count.rule === 'midpoint'
        ? `**${units(alone)}** (${span(alone)})`
        : `${pool.whole} × 15${pool.left > 0 ? ` and ${pool.left} left over` : ''}`;
    return `${poolName(pool)}: ${sum(pool.sessions)} → ${parts}`;
  });
}

/** "47 min in all → **3 units** for the day (8-minute rule: 38-52 min)". */
export function dayTotal(count: UnitCount): string {
  if (count.rule === 'midpoint') {
    return count.pools.length > 1 ? `In all **${units(count.allowed)}**: each code by itself (midpoint rule)` : '';
  }
  return `${count.pools.length > 1 ? `All timed codes: **${minutes(count.total)}**` : minutes(count.total)} → **${units(count.allowed)}** for the day (8-minute rule: ${span(count.allowed)})`;
}

/** Where the unit rule is only assumed, and the other one gives something else. */
export function ifOtherRule(claimDay: ClaimDay): string {
  if (claimDay.unitRuleKnown) return '';
  const other = claimDay.unitsByOtherRule;
  const now = claimDay.units;
  const said = `The ${unitRuleName(now.rule)} is assumed for this payer`;
  const same = other.allowed === now.allowed && allocation(other) === allocation(now);
  return same
    ? `${said}; the ${unitRuleName(other.rule)} gives the same.`
    : `${said}; by the ${unitRuleName(other.rule)} the day gives **${units(other.allowed)}**. Write \`units ${other.rule}\` where the plan counts so.`;
}
