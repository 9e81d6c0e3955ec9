import { lookUpCode, mayBePrimary, successorsOn } from '../guidance/codes';
import { type Code, Is } from '../model/code';
import type { ClaimLine, Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { isMedicare } from '../model/payer';
import { addLinesAfter, claimText, setCode, setUnits } from './kit/edits';
import { inOneFile, isClaim, writtenAs } from './kit/lines';
import type { Edit, Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { date, list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'deleted-code',
  scope: 'patient-day',
  needs: Is.NotUsable,
  severity: 'error',
  sources: ['paa', 'cog', 'wpt', 'rtw'],
  statements: [],
  facts: ['T-DELETED'],
  check(day, report) {
    for (const line of writtenAs(day, () => true)) {
      const code = line.written!;
      const last = code.entry?.deletedAfter;
      if (line.code || last === undefined || day.date <= last) continue;
      const next = successors(day, line);
      const instead =
        next.codes.length === 0
          ? 'It has no code in its place.'
          : `Use ${next.together ? list(next.codes, 'and') : list(next.codes, 'or')}.`;
      const sources = SAID_BY.get(code.text) ?? NO_SOURCES;
      report(line.encounter, line.codePlace(), {
        severity: code.entry!.confidence === 'GK' ? 'warning' : 'error',
        sources,
        ...(sources.length === 0 && { basis: FROM_ELSEWHERE.get(code.text) ?? 'no source at hand confirms the day' }),
        message: `${code.text} was last valid on ${date(last)}; this is ${date(day.date)}. ${instead}`,
        about: [line],
        fixes: () => fixes(day, line, next),
      });
    }
  },
};

/** Who says that a code ended (T-DELETED); for the others no source at hand does. */
const SAID_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ...['97001', '97002', '97003', '97004'].map((code): [string, string[]] => [code, ['wpt']]),
  ...['97532', '97127', 'G0515'].map((code): [string, string[]] => [code, ['cog']]),
  ['97762', ['paa']],
  ['90857', ['rtw']],
]);
const FROM_ELSEWHERE: ReadonlyMap<string, string> = new Map(
  ['99354', '99355'].map((code) => [code, 'mindcarebilling.com'] as const),
);
const NO_SOURCES: readonly string[] = [];

type Successors = ReturnType<typeof successorsOn>;

function successors(day: PatientDay, line: Session | ClaimLine): Successors {
  return successorsOn(line.written!.entry!, day.date, isMedicare(line.encounter.payer, rule.id));
}

/** Session and line together, so that what was given and what is billed stay one. */
function fixes(day: PatientDay, line: Session | ClaimLine, next: Successors): readonly Fix[] {
  const code = line.written!;
  const lines = writtenAs(day, (text) => text === code.text);
  if (!inOneFile(lines, line)) return [];
  // What a payer calls the service may differ between the lines of a day.
  if (lines.some((other) => successors(day, other).codes.join() !== next.codes.join())) return [];
  // A second line of what is billed already would be one too many.
  const billed = (text: string) => day.claims.some((other) => other.code!.text === text);
  const [first, second] = next.codes;
  if (first === undefined) return [];
  if (next.together) {
    if (second === undefined || billed(first) || billed(second) || lines.some((other) => other.cut)) return [];
    return [together(code, lines, first, second)];
  }
  if (next.codes.length === 1) {
    if (billed(first)) return [];
    if (becomesUntimed(code, first) && lines.filter(isClaim).length > 1) return [];
    const safe = next.confidence === 'PUB2' || next.confidence === 'SEED';
    return [change(code, lines, first, safe, safe ? '' : `: you state that ${first} was given`)];
  }
  return next.codes
    .filter((choice) => !billed(choice) && mayStand(day, lines, choice))
    .map((choice) => change(code, lines, choice, false, `: you state that ${choice} was given`));
}

/** The recorded minutes are in the code's range, and an add-on has a code that it goes with. */
function mayStand(day: PatientDay, lines: readonly (Session | ClaimLine)[], choice: string): boolean {
  const entry = lookUpCode(choice);
  if (entry?.addOnTo && !day.claims.some((other) => mayBePrimary(entry, other.code!.text))) return false;
  const range = entry?.minutes;
  if (!range) return true;
  return lines.every(
    (line) => isClaim(line) || line.minutes < 0 || (line.minutes >= range[0] && line.minutes <= range[1]),
  );
}

/** A code counted in 15-minute units became one that is paid by the session: x1, whatever was billed. */
function becomesUntimed(code: Code, to: string): boolean {
  return (code.is & Is.Timed) !== 0 && !lookUpCode(to)!.timed;
}

function change(code: Code, lines: readonly (Session | ClaimLine)[], to: string, safe: boolean, states: string): Fix {
  const edits = lines.map((line) => setCode(line, to));
  const once = lines.filter((line): line is ClaimLine => isClaim(line) && line.units > 1 && becomesUntimed(code, to));
  for (const line of once) edits.push(setUnits(line, 1));
  return { title: `Change ${code.text} to ${to}${once.length > 0 ? ' x1' : ''}${states}`, safe, edits };
}

/** A code that became a code and its add-on: the first unit of the one, the rest of the other. */
function together(code: Code, lines: readonly (Session | ClaimLine)[], first: string, second: string): Fix {
  const edits: Edit[] = [];
  let added = false;
  let billed = false;
  for (const line of lines) {
    const isFurther = isClaim(line) && billed && second === '97130';
    edits.push(setCode(line, isFurther ? second : first));
    if (!isClaim(line)) continue;
    if (second === '97130' && !billed && line.units > 1) {
      const modifiers = line.modifiers.map((use) => use.text);
      edits.push(setUnits(line, 1));
      edits.push(addLinesAfter(line.encounter, line.line, [claimText(second, modifiers, line.units - 1)]));
      added = true;
    } else if (second !== '97130' && !billed) {
      edits.push(addLinesAfter(line.encounter, line.line, [claimText(second, [], 1)]));
      added = true;
    }
    billed = true;
  }
  const what =
    second === '97130'
      ? `${first} (first 15 minutes)${added ? ` and ${second} (the rest)` : ''}`
      : `${first}${added ? ` and ${second}` : ''}`;
  return { title: `Change ${code.text} to ${what}: you state that this was given`, safe: false, edits };
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Code no longer valid',
  summary: 'A code was deleted before the date of service.',
  explanation:
    'The code set changes each year, and the date of service decides. 97001 and 97002 became 97161-97164 in 2017, 97762 became 97763 in 2018, 97532 became 97127 (G0515 for Medicare) in 2018, and both of these became 97129 with 97130 in 2020. Nothing else is judged on a line whose code is not valid.',
  cost: 'The line is denied.',
  fix: 'Use the code that came in its place, on session and line. The fix is safe where one code came in its place and that is confirmed; where several did, the choice is yours.',
  severities:
    'Error; warning for old codes whose end no source at hand confirms. The payer matters for 97532 alone, which Medicare followed by G0515.',
  bad: [
    {
      title: '97762 in 2018, on session and line',
      text: `payer medicare
${HEAD}
encounter 2018-02-01 patient A
  dx M25.561
  09:00-09:15  97762
               ^^^^^ deleted-code error
  bill 97762-GP x1
       ^^^^^ deleted-code error | Change 97762 to 97763
`,
      fixed: `payer medicare
${HEAD}
encounter 2018-02-01 patient A
  dx M25.561
  09:00-09:15  97763
  bill 97763-GP x1
`,
    },
    {
      title: '97001 became three codes: the choice is yours',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:40  97001
               ^^^^^ deleted-code error
  bill 97001 x1
       ^^^^^ deleted-code error | Change 97001 to 97162: you state that 97162 was given
`,
    },
    {
      title: '97532 in 2018: Medicare took G0515',
      text: `payer medicare
clinician "K. Mori, OTR"
discipline OT

encounter 2018-03-01 patient A
  dx R41.841
  09:00-09:15  97532
               ^^^^^ deleted-code error
  bill 97532-GO x1
       ^^^^^ deleted-code error
`,
    },
    {
      title: 'An old code whose end is not confirmed',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  95831
               ^^^^^ deleted-code warning
  bill 95831 x1
       ^^^^^ deleted-code warning
`,
    },
    {
      title: '97532 was counted in 15-minute units; 97127 is paid by the session',
      text: `payer commercial
clinician "K. Mori, OTR"
discipline OT

encounter 2018-03-01 patient A
  dx I69.31
  09:00-09:45  97532
               ^^^^^ deleted-code error | Change 97532 to 97127 x1
  bill 97532 x3
       ^^^^^ deleted-code error | Change 97532 to 97127 x1
`,
      fixed: `payer commercial
clinician "K. Mori, OTR"
discipline OT

encounter 2018-03-01 patient A
  dx I69.31
  09:00-09:45  97127
  bill 97127 x1
`,
    },
  ],
  good: [
    {
      title: 'The last day of 97762',
      text: `payer medicare
${HEAD}
encounter 2017-12-31 patient A
  dx M25.561
  09:00-09:15  97762
  bill 97762-GP x1
`,
    },
  ],
};
