/**
 * The built-in pair table: practitioner edits of the national correct-coding program. Hot path: the text below is
 * parsed once, on first use, into a square of small numbers; a look-up reads two map entries and one cell.
 */
import type { Pair } from './types';

export type { Pair } from './types';

/** The edition of the built-in pairs. It states no dates; those known from other facts are in `DATED`. */
export const PAIR_EDITION = 'PTP 2021';

/** Column one, then its column-two codes with the indicator. */
const TABLE = `
97012 > 97018:1 97140:1 97164:1 97168:1
97016 > 97018:1 97026:1 97164:1 97168:1
97018 > 97022:1 97164:1 97168:1
97022 > 97164:1 97168:1 97602:1
97024 > 97018:1 97026:1 97164:1 97168:1
97026 > 97018:1 97022:1 97164:1 97168:1
97028 > 97018:1 97022:1 97026:1 97164:1 97168:1
97032 > 97164:1 97168:1
97033 > 97164:1 97168:1
97034 > 97164:1 97168:1
97035 > 97164:1 97168:1
97036 > 97164:1 97168:1
97039 > 97164:1 97168:1
97112 > 97022:1 97036:1
97113 > 97022:1 97036:0 97110:1
97124 > 97164:1 97168:1
97129 > 97164:1 97168:1
97130 > 97164:1 97168:1
97139 > 97164:1 97168:1
97140 > 95851:1 95852:1 97018:1 97124:0 97750:1
97150 > 95851:0 97110:1 97112:1 97113:1 97116:1 97124:1 97140:1 97530:1 97533:1 97535:1 97537:1 97542:1 97760:1 97761:1 97763:1
97161 > 95851:0 95852:0 96125:1 97164:0 97750:0 97755:0 97763:0
97162 > 95851:0 95852:0 96125:1 97161:0 97164:0 97750:0 97755:0 97763:0
97163 > 95851:0 95852:0 96125:1 97161:0 97162:0 97164:0 97750:0 97755:0 97763:0
97164 > 95851:0 95852:0 96125:1 97750:0 97755:0 97763:0
97165 > 95851:0 95852:0 96125:1 97168:0 97750:0 97755:0 97763:0
97166 > 95851:0 95852:0 96125:1 97165:0 97168:0 97750:0 97755:0 97763:0
97167 > 95851:0 95852:0 96125:1 97165:0 97166:0 97168:0 97750:0 97755:0 97763:0
97168 > 95851:0 95852:0 96125:1 97750:0 97755:0 97763:0
97530 > 95851:0 95852:0 97533:1 97535:1 97537:1 97542:1 97750:1
97533 > 97164:1 97168:1
97535 > 97164:1 97168:1
97537 > 97164:1 97168:1
97542 > 97164:1 97168:1
97545 > 97140:0 97164:1 97168:1
97750 > 95851:0 95852:0 97150:0
97755 > 97035:1 97110:1 97112:1 97140:1 97530:1 97533:1 97535:1 97537:1 97542:1 97545:1 97750:0 97760:1 97761:1 97763:1
97760 > 97016:1 97110:1 97112:1 97116:1 97124:1 97140:1 97164:1 97168:1 97763:0
97761 > 97016:1 97110:1 97112:1 97116:1 97124:1 97140:1 97164:1 97168:1 97760:1 97763:0
97763 > 97016:1 97110:1 97112:1 97116:1 97124:1 97140:1
90791 > 90832:0 90833:0 90834:0 90836:0 90837:0 90838:0 90839:0 90840:0 90845:0 90846:0 90847:0 90849:0 90853:0
90792 > 90791:0 90832:0 90833:0 90834:0 90836:0 90837:0 90838:0 90839:0 90840:0 90845:0 90846:0 90847:0 90849:0 90853:0
90832 > 90839:0 90840:0
90833 > 90832:0 90839:0 90840:0
90834 > 90832:0 90833:0 90839:0 90840:0 90845:0
90836 > 90832:0 90833:0 90834:0 90839:0 90840:0
90837 > 90832:0 90833:0 90834:0 90836:0 90839:0 90840:0 90845:0
90838 > 90832:0 90833:0 90834:0 90836:0 90837:0 90839:0 90840:0 90845:0
90839 > 90785:0 90845:0 90846:0 90847:0 90849:0 90853:0
90840 > 90785:0 90845:0 90846:0 90847:0 90849:0 90853:0
90845 > 90832:0 90833:0 90836:0 90846:1 90847:1
90846 > 90832:1 90833:1 90834:1 90836:1 90837:1 90838:1 90847:1
90847 > 90832:1 90833:1 90834:1 90836:1 90837:1 90838:1
90849 > 90832:1 90833:1 90834:1 90836:1 90837:1 90838:1 90845:1 90846:1 90847:1
90853 > 90845:1 90846:1 90847:1 90849:1
92507 > 97110:1 97112:1 97150:1 97530:1 97533:1
92508 > 92507:1 97110:1 97112:1 97150:1 97530:1 97533:1
92526 > 97032:0 97110:1 97112:1 97150:1 97530:1
95992 > 97110:1 97112:1 97140:1 97530:1
98940 > 97112:1 97124:1 97140:1 97161:0 97162:0 97163:0 97164:0 97165:0 97166:0 97167:0 97168:0
98941 > 97112:1 97124:1 97140:1 97161:0 97162:0 97163:0 97164:0 97165:0 97166:0 97167:0 97168:0 98940:0
98942 > 97112:1 97124:1 97140:1 97161:0 97162:0 97163:0 97164:0 97165:0 97166:0 97167:0 97168:0 98940:0 98941:0
`;

/** Pairs that only the policy manual names. Column order and indicator of the first two are not published. */
const MANUAL = `
92507 > 97129:1 97130:1
92508 > 97129:1 97130:1
92526 > G0283:0
`;

const VISITS = '99202 99203 99204 99205 99211 99212 99213 99214 99215'.split(' ');

/** Codes with every visit in their column two, by indicator. */
const BESIDE_VISITS: readonly (readonly [codes: string, indicator: 0 | 1])[] = [
  ['90791 90792 90832 90834 90837', 0],
  ['90846 90847 90849 90853 97161 97162 97163 97164 97165 97166 97167 97168 98940 98941 98942 98943', 1],
];

/** Pairs with known dates: the row, first day, last day, facts. */
const DATED: readonly (readonly [row: string, from: number | undefined, to: number | undefined, facts: string])[] = [
  ['97140 > 97530:1', undefined, 20201231, 'F-NCCI-20'],
  ['97530 > 97116:1', 20201001, 20201231, 'F-NCCI-20 F-NCCI-21'],
  ...['97161', '97162', '97163'].map(
    (code) => [`${code} > 97140:1`, 20201001, 20201231, 'F-NCCI-20 F-NCCI-21'] as const,
  ),
  ...['97110', '97112', '97113', '97116', '97140', '97150', '97530'].map(
    (code) => [`${code} > 97164:1`, 20201001, 20201231, 'F-NCCI-20 F-NCCI-21'] as const,
  ),
  ['90853 > 90832:1 90833:1 90834:1 90836:1 90837:1 90838:1', 20141001, undefined, 'F-NCCI-24'],
  ...['90832', '90833', '90834', '90836', '90837', '90838'].map(
    (code) => [`${code} > 90853:1`, undefined, 20140930, 'F-NCCI-24'] as const,
  ),
];

const ptEvaluation = (code: number): boolean => code >= 97161 && code <= 97164;
const otEvaluation = (code: number): boolean => code >= 97165 && code <= 97168;
const evaluation = (code: number): boolean => code >= 97161 && code <= 97168;
const testWithReport = (code: number): boolean => code === 97750 || code === 97755 || code === 97763;
const speechWork = (code: number): boolean => code === 97110 || code === 97112 || code === 97150 || code === 97530;

/** The facts that name a pair: read in the authority's own text, or confirmed twice. Codes with a letter are `NaN`. */
function factsNaming(column1: string, column2: string): readonly string[] {
  const a = Number(column1);
  const b = Number(column2);
  const facts: string[] = [];
  if (a === 97150) {
    if (b >= 97110 && b <= 97763 && !evaluation(b)) facts.push('F-NCCI-23');
  } else if (a === 90853) {
    if (b === 90846 || b === 90847 || b === 90849) facts.push('F-NCCI-25');
  } else if (a >= 98940 && a <= 98942) {
    if (b === 97112 || b === 97124 || b === 97140) facts.push('F-NCCI-12');
  } else if (a === 90791 || a === 90792) {
    if (b >= 90832 && b <= 90853) facts.push('F-NCCI-17');
  } else if (a === 90846 || a === 90847) {
    if (b >= 90832 && b <= 90838) facts.push('F-NCCI-18');
  } else if (a === 90832 || a === 90834 || a === 90837) {
    if (b >= 99202) facts.push('F-NCCI-19');
  } else if (evaluation(a)) {
    if ((ptEvaluation(a) && ptEvaluation(b)) || (otEvaluation(a) && otEvaluation(b))) facts.push('F-NCCI-08');
    if (testWithReport(b)) facts.push('F-NCCI-10');
  } else if (a === 97760 || a === 97761) {
    if (b === 97164 || b === 97168) facts.push('F-NCCI-11');
  } else if (a === 92507 || a === 92508 || a === 92526) {
    if (speechWork(b)) facts.push('F-NCCI-13');
    if (a !== 92526 && (b === 97129 || b === 97130 || b === 97533)) facts.push('F-NCCI-14');
    if (a === 92526 && column2 === 'G0283') facts.push('F-NCCI-15');
  } else if (a === 95992) facts.push('F-NCCI-16');
  return facts;
}

/** What the manual says of a pair beyond its indicator. */
function barOf(facts: readonly string[]): Pair['bar'] {
  if (facts.some((fact) => fact === 'F-NCCI-10' || fact === 'F-NCCI-11' || fact === 'F-NCCI-14')) return 'same-hands';
  return facts.includes('F-NCCI-13') ? 'slp' : undefined;
}

interface Table {
  /** A small number for each code that has a pair. */
  readonly index: ReadonlyMap<string, number>;
  readonly size: number;
  /** One cell for two codes in either order: 0, or one more than the place in `versions`. */
  readonly cells: Uint16Array;
  /** The pairs of one cell: one, or one for each span of dates. */
  readonly versions: readonly (readonly Pair[])[];
  readonly byCode: ReadonlyMap<string, readonly Pair[]>;
}

let table: Table | undefined;

function build(): Table {
  const pairs: Pair[] = [];
  const put = (
    column1: string,
    column2: string,
    indicator: 0 | 1,
    extra: readonly string[],
    from?: number,
    to?: number,
  ): void => {
    const naming = factsNaming(column1, column2);
    const known = [...new Set([...naming, ...extra])];
    // Every code of the row of group therapy and of group psychotherapy counts as named; visits are no part of the row.
    const named = known.length > 0 || column1 === '97150' || (column1 === '90853' && !column2.startsWith('99'));
    const facts = known.length > 0 ? known : ['T-PAIRS'];
    pairs.push(Object.freeze({ column1, column2, indicator, named, bar: barOf(naming), from, to, facts }));
  };
  const rows = (text: string, facts: readonly string[], from?: number, to?: number): void => {
    for (const line of text.trim().split('\n')) {
      const [column1 = '', rest = ''] = line.split(' > ');
      for (const item of rest.split(' ')) {
        const [column2 = '', indicator] = item.split(':');
        put(column1, column2, indicator === '1' ? 1 : 0, facts, from, to);
      }
    }
  };
  rows(TABLE, []);
  rows(MANUAL, []);
  for (const [codes, indicator] of BESIDE_VISITS)
    for (const code of codes.split(' ')) for (const visit of VISITS) put(code, visit, indicator, []);
  for (const [row, from, to, facts] of DATED) rows(row, facts.split(' '), from, to);

  const index = new Map<string, number>();
  const byCode = new Map<string, Pair[]>();
  for (const pair of pairs)
    for (const code of [pair.column1, pair.column2]) {
      if (!index.has(code)) index.set(code, index.size);
      const list = byCode.get(code);
      if (list) list.push(pair);
      else byCode.set(code, [pair]);
    }
  const size = index.size;
  const cells = new Uint16Array(size * size);
  const versions: Pair[][] = [];
  for (const pair of pairs) {
    const a = index.get(pair.column1) ?? 0;
    const b = index.get(pair.column2) ?? 0;
    const cell = cells[a * size + b] ?? 0;
    if (cell > 0) versions[cell - 1]?.push(pair);
    else {
      versions.push([pair]);
      cells[a * size + b] = versions.length;
      cells[b * size + a] = versions.length;
    }
  }
  return { index, size, cells, versions, byCode };
}

/**
 * The pair of two codes in force on a date (yyyymmdd), in either order; `undefined` where there is none. Codes are
 * upper-cased. The same frozen object each time.
 */
export function findPair(codeA: string, codeB: string, date: number): Pair | undefined {
  table ??= build();
  const a = table.index.get(codeA);
  if (a === undefined) return undefined;
  const b = table.index.get(codeB);
  if (b === undefined) return undefined;
  const cell = table.cells[a * table.size + b];
  if (!cell) return undefined;
  const versions = table.versions[cell - 1]!;
  for (let i = 0; i < versions.length; i++) {
    const pair = versions[i]!;
    if ((pair.from === undefined || date >= pair.from) && (pair.to === undefined || date <= pair.to)) return pair;
  }
  return undefined;
}

const NONE: readonly Pair[] = Object.freeze([]);

/** Every pair of a code, in whichever column, of whatever date. */
export function pairsOf(code: string): readonly Pair[] {
  table ??= build();
  return table.byCode.get(code) ?? NONE;
}

/**
 * What a code may not be billed with on a date, for a hover: codes that a modifier opens where the services were apart,
 * and codes that nothing opens.
 */
export function pairSummary(
  code: string,
  date: number,
): { readonly opens: readonly Pair[]; readonly never: readonly Pair[] } {
  const opens: Pair[] = [];
  const never: Pair[] = [];
  for (const pair of pairsOf(code))
    if ((pair.from === undefined || date >= pair.from) && (pair.to === undefined || date <= pair.to))
      (pair.indicator === 1 ? opens : never).push(pair);
  return { opens, never };
}

/** Every built-in pair, each once. */
export function* allPairs(): Generator<Pair> {
  table ??= build();
  for (const versions of table.versions) yield* versions;
}

const NO_EDIT: ReadonlySet<string> = new Set(
  (
    '97110/97112 97110/97116 97110/97140 97110/97530 97112/97530 97116/97530 97140/97530 97113/97116 97116/97164 ' +
    '97110/97164 97140/97164 97150/97164 97164/97530 97140/97161 97161/97530 97150/97161'
  ).split(' '),
);

/**
 * Two codes that are listed as having no edit, though many expect one (in the 2021 table; not for the dates of a dated
 * pair). 97010 has none with anything.
 */
export function knownFree(codeA: string, codeB: string, date: number): boolean {
  if (codeA === '97010' || codeB === '97010') return true;
  const key = codeA < codeB ? `${codeA}/${codeB}` : `${codeB}/${codeA}`;
  return NO_EDIT.has(key) && findPair(codeA, codeB, date) === undefined;
}

/** Where pairs are looked up: the built-in set, or the coder's own file. */
export interface PairTable {
  /** What is said of it in findings. */
  readonly edition: string;
  /** The coder's own current file: what it says binds as it stands. */
  readonly isOwn: boolean;
  find(codeA: string, codeB: string, date: number): Pair | undefined;
}

export const BUILT_IN_PAIRS: PairTable = { edition: PAIR_EDITION, isOwn: false, find: findPair };
