/** Billed units, worked out here by themselves and not by the checker's own code. Minutes and units are by code. */

/** By the 8-minute rule: whole 15s, then the largest left-overs. Ties go to the first. */
export function cmsUnits(minutes: ReadonlyMap<string, number>): Map<string, number> {
  let total = 0;
  for (const m of minutes.values()) total += m;
  const allowed = total < 8 ? 0 : Math.floor((total + 7) / 15);
  const units = new Map<string, number>();
  let given = 0;
  for (const [code, m] of minutes) {
    units.set(code, Math.floor(m / 15));
    given += Math.floor(m / 15);
  }
  const rest = [...minutes].filter(([, m]) => m % 15 > 0).sort(([, a], [, b]) => (b % 15) - (a % 15));
  for (const [code] of rest) {
    if (given >= allowed) break;
    units.set(code, units.get(code)! + 1);
    given++;
  }
  return units;
}

/** By the midpoint rule: each code by itself. */
export function midpointUnits(minutes: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...minutes].map(([code, m]) => [code, m < 8 ? 0 : Math.floor((m + 7) / 15)]));
}
