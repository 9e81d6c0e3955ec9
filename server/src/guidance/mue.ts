/** Unit limits: the most units of a code for one patient on one date. Hot path: parsed once, on first use. */

/** The edition of the built-in limits. Whether they are checked by line or by date is not known (F-MUE-01, F-MUE-02). */
export const UNIT_LIMIT_EDITION = 'Medicaid practitioner 2026 Q1';

const TABLE = `
97010 1  97012 1  97014 1  97016 1  97018 1  97022 1  97024 1  97026 1  97028 1
97032 4  97033 4  97034 2  97035 2  97036 3  97037 1  97039 1
97110 6  97112 4  97113 6  97116 4  97124 4  97129 1  97130 7  97139 1  97140 6
97150 1
97161-97172 1
97530 6  97533 4  97535 8  97537 6  97542 8  97545 1  97546 2  97550 1  97551 2  97552 1
97750 8  97755 8  97760 6  97761 6  97763 6  97799 1
90785 3  90791 1  90792 1  90832 2  90833 2  90834 2  90836 2  90837 2  90838 2
90839 1  90840 3  90845 1  90846 1  90847 1  90849 1  90853 1
92507 1  92508 1  92521-92524 1  92526 1  96125 3
98940-98943 1  95851 3  95852 1  95992 1  G0283 1  G0281 1  G0329 1
`;

let limits: Map<string, number> | undefined;

function read(): Map<string, number> {
  const map = new Map<string, number>();
  for (const [, first = '', last, units] of TABLE.matchAll(/(\w{5})(?:-(\d{5}))? (\d+)/g)) {
    if (last === undefined) map.set(first, Number(units));
    else for (let code = Number(first); code <= Number(last); code++) map.set(String(code), Number(units));
  }
  return map;
}

/** The most units of a code on one date, or `undefined` where the built-in table has none. The code is upper-cased. */
export function unitLimit(code: string): number | undefined {
  limits ??= read();
  return limits.get(code);
}

/** Every code with a limit. */
export function unitLimits(): ReadonlyMap<string, number> {
  limits ??= read();
  return limits;
}
