import { allCodes, inUse } from '../guidance/codes';
import { lookUpModifier } from '../guidance/modifiers';
import type { CodeEntry } from '../guidance/types';
import { type Code, Is } from '../model/code';
import type { ClaimLine, ModifierUse, Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { isMedicare, type Payer } from '../model/payer';
import { removeLine, removeModifier, setCode, setUnits, swapModifier } from './kit/edits';
import { inOneFile, isClaim, writtenAs } from './kit/lines';
import type { Edit, Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { date, list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'code-not-yet-valid',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['wpt', 'paa', 'cog', 'ncci26', 'cms-th26'],
  statements: [],
  facts: ['T-DELETED', 'T-MODIFIERS', 'F-NCCI-05', 'F-MOD-20'],
  check(day, report) {
    if (day.date === 0) return;
    for (const line of day.is & Is.NotUsable ? writtenAs(day, () => true) : []) {
      const from = line.written!.entry?.validFrom;
      if (line.code || from === undefined || day.date >= from) continue;
      const before = codesOn(day, line);
      const instead =
        before.length > 0 ? `On ${date(day.date)} it was ${list(before, 'or')}.` : `This is ${date(day.date)}.`;
      report(line.encounter, line.codePlace(), {
        severity: 'error',
        message: `${line.written!.text} is valid from ${date(from)} on. ${instead}`,
        sources: [SAID_BY[line.written!.entry!.family] ?? 'ncci26'],
        about: [line],
        fixes: () => codeFixes(day, line, before),
      });
    }
    if (day.date >= NEWEST_MODIFIER) return;
    for (const encounter of day.encounters) {
      for (const line of encounter.claims) {
        if (line.notCovered) continue;
        for (const use of line.modifiers) {
          if (use.entry) continue;
          const from = lookUpModifier(use.text)?.validFrom;
          if (from === undefined || day.date >= from) continue;
          report(encounter, line.modifierPlace(use), {
            severity: 'error',
            message: `${use.text} is valid from ${date(from)} on; this is ${date(day.date)}. ${modifierInstead(use)}`,
            sources: [lookUpModifier(use.text)!.kind === 'assistant' ? 'cms-th26' : 'ncci26'],
            about: [line],
            fixes: () => modifierFixes(line, use),
          });
        }
      }
    }
  },
};

/** Who says when the codes of a family began (T-DELETED). */
const SAID_BY: Readonly<Record<string, string>> = { evaluation: 'wpt', cognitive: 'cog', orthotic: 'paa' };
/** The first day of the youngest modifiers: CQ and CO. */
const NEWEST_MODIFIER = 20200101;

// ------------------------------------------------------------------------------------------------------------- Codes

/** What the service was called on the day: the codes that this one came in the place of. */
function codesOn(day: PatientDay, line: Session | ClaimLine): readonly string[] {
  const { payer } = line.encounter;
  const found = new Set<string>();
  const seen = new Set<string>();
  const search = (code: string): void => {
    if (seen.has(code)) return;
    seen.add(code);
    for (const entry of allCodes()) {
      if (entry.deletedAfter === undefined || !followedBy(entry, code)) continue;
      if (!inUse(entry, day.date)) search(entry.code);
      else if (isTaken(entry, payer)) found.add(entry.code);
    }
  };
  search(line.written!.text);
  return [...found];
}

function followedBy(entry: CodeEntry, code: string): boolean {
  return (entry.successors?.includes(code) || entry.successorsMedicare?.includes(code)) ?? false;
}

function isTaken(entry: CodeEntry, payer: Payer): boolean {
  return isMedicare(payer, rule.id) ? entry.notForMedicare === undefined : !entry.medicareOnly;
}

const COGNITIVE = new Set(['97129', '97130']);

/** The code of that day on session and line; 97129 and 97130 were one code, and so become one line. */
function codeFixes(day: PatientDay, line: Session | ClaimLine, before: readonly string[]): readonly Fix[] {
  const { text } = line.written!;
  const fits = COGNITIVE.has(text) ? (code: string) => COGNITIVE.has(code) : (code: string) => code === text;
  const lines = writtenAs(day, fits);
  if (!inOneFile(lines, line) || lines.some((other) => other.cut)) return [];
  if (new Set(lines.map((other) => other.encounter.payer.name)).size > 1) return [];
  const names = list([...new Set(lines.map((other) => other.written!.text))]);
  return before.map((code) => ({
    title: `Change ${names} to ${code}: you state that ${code} was given`,
    safe: false,
    edits: changed(lines, day.settings.codes.of(code)),
  }));
}

function changed(lines: readonly (Session | ClaimLine)[], code: Code): Edit[] {
  const edits: Edit[] = [];
  const claims = lines.filter(isClaim);
  let sum = 0;
  for (const line of claims) sum += line.units;
  const merged = claims.some((line) => line.written!.text === '97130');
  const units = code.is & Is.Timed ? sum : 1;
  for (const line of lines) {
    if (!isClaim(line) || !merged) edits.push(setCode(line, code.text));
    else if (line !== claims[0]) edits.push(removeLine(line.encounter, line.line));
    else {
      edits.push(setCode(line, code.text));
      if (line.units !== units) edits.push(setUnits(line, units));
    }
  }
  return edits;
}

// --------------------------------------------------------------------------------------------------------- Modifiers

function isAssistant(use: ModifierUse): boolean {
  return use.text === 'CQ' || use.text === 'CO';
}

function modifierInstead(use: ModifierUse): string {
  return isAssistant(use) ? 'Until then an assistant was not told apart: leave it out.' : 'Use 59.';
}

function modifierFixes(line: ClaimLine, use: ModifierUse): readonly Fix[] {
  const code = line.written?.text ?? 'the line';
  if (isAssistant(use) || line.has('59'))
    return [{ title: `Remove -${use.text} from ${code}`, safe: false, edits: [removeModifier(line, use)] }];
  return [
    {
      title: `Change -${use.text} to -59: you state that the services were separate`,
      safe: false,
      edits: [swapModifier(line, use, '59')],
    },
  ];
}

export const docs: RuleDocs = {
  title: 'Code or modifier not yet valid',
  summary: 'A code or modifier is used for a date of service before its first day.',
  explanation:
    'The date of service decides which codes there are: 97161-97168 from 2017, 97763 from 2018, 97129 and 97130 from 2020; of the modifiers XE, XP, XS and XU from 2015, CQ and CO from 2020. Nothing else is judged on a line whose code is not valid.',
  cost: 'The line is denied.',
  fix: 'Use the code of that day, on session and line. The fix offers it; you state that this was given. An X modifier becomes 59; CQ and CO go.',
  severities:
    'Error, for every payer. Which code was valid may depend on the payer: G0515 for Medicare, 97127 for the others.',
  bad: [
    {
      title: '97163 in 2016',
      text: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2016-12-31 patient A
  dx M54.5
  09:00-09:40  97163
               ^^^^^ code-not-yet-valid error
  bill 97163 x1
       ^^^^^ code-not-yet-valid error | Change 97163 to 97001: you state that 97001 was given
`,
      fixed: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2016-12-31 patient A
  dx M54.5
  09:00-09:40  97001
  bill 97001 x1
`,
    },
    {
      title: '97129 and 97130 in 2019 were one code: G0515 for Medicare',
      text: `payer medicare
clinician "K. Mori, OTR"
discipline OT

encounter 2019-12-31 patient A
  dx R41.841
  09:00-09:30  97129
               ^^^^^ code-not-yet-valid error
  bill 97129-GO x1
       ^^^^^ code-not-yet-valid error | Change 97129 and 97130 to G0515: you state that G0515 was given
  bill 97130-GO x1
       ^^^^^ code-not-yet-valid error
`,
      fixed: `payer medicare
clinician "K. Mori, OTR"
discipline OT

encounter 2019-12-31 patient A
  dx R41.841
  09:00-09:30  G0515
  bill G0515-GO x2
`,
    },
    {
      title: 'XU in 2014',
      text: `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2014-12-31 patient A
  dx M54.5
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530-GP x1
  bill 97535-XU-GP x1
            ^^^ code-not-yet-valid error | Change -XU to -59: you state that the services were separate
`,
    },
    {
      title: 'CQ in 2019',
      text: `payer medicare
clinician "R. Ortiz, PT"
assistant "K. Poe, PTA"
discipline PT

encounter 2019-12-31 patient A
  dx M54.5
  09:00-09:15  97110
  bill 97110-GP-CQ x1
               ^^^ code-not-yet-valid error | Remove -CQ from 97110
`,
    },
  ],
  good: [
    {
      title: 'The first day of 97163',
      text: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2017-01-01 patient A
  dx M54.5
  09:00-09:40  97163
  bill 97163 x1
`,
    },
    {
      title: 'The first day of CQ',
      text: `payer medicare
clinician "R. Ortiz, PT"
assistant "K. Poe, PTA"
discipline PT

encounter 2020-01-01 patient A
  dx M54.5
  09:00-09:15  97110
  bill 97110-GP-CQ x1
`,
    },
  ],
};
