import { allCodes } from '../guidance/codes';
import { type Code, Is, isUsable } from '../model/code';
import type { ClaimLine, Encounter, Session } from '../model/encounter';
import type { Settings } from '../model/settings';
import { setCode } from './kit/edits';
import { isClaim } from './kit/lines';
import type { EncounterRule, Fix, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: EncounterRule = {
  id: 'unknown-code',
  scope: 'encounter',
  needs: Is.NotUsable,
  severity: 'warning',
  sources: ['encounter'],
  statements: [],
  facts: [],
  check(encounter, settings, report) {
    const say = (line: Session | ClaimLine): void => {
      const { written } = line;
      if (!written || written.entry) return;
      const near = nearestCodes(encounter, written, settings);
      const ours = isOurs(written);
      const instead = near.length > 0 ? ` Nearest: ${list(near)}.` : '';
      report(encounter, line.codePlace(), {
        severity: ours ? 'warning' : 'info',
        message: ours
          ? `${written.text} is not in the code table: this line is not checked. Correct the code, or add it to the configuration.${instead}`
          : `${written.text} is not in the code table: not checked.${instead}`,
        about: [line],
        fixes: () => fixes(encounter, written, near),
      });
    };
    for (const session of encounter.sessions) say(session);
    for (const line of encounter.claims) say(line);
  },
};

/** Physical medicine, less the codes in it that others bill: behaviour analysis and wound care. */
function isOurs({ text, number: n }: Code): boolean {
  // A letter for a figure: 9711O.
  if (n === 0) return text.startsWith('97');
  return n >= 97010 && n <= 97799 && !(n >= 97151 && n <= 97158) && !(n >= 97597 && n <= 97610);
}

const MOST = 3;

/**
 * Codes that one slip of the hand away from what is written: those that the encounter holds elsewhere first. Outside
 * physical medicine these alone, since a code of another field is most often meant.
 */
function nearestCodes(encounter: Encounter, written: Code, settings: Settings): readonly string[] {
  const here: string[] = [];
  const seen = new Set<string>();
  for (const line of [...encounter.sessions, ...encounter.claims]) {
    const { code } = line;
    if (!code || seen.has(code.text)) continue;
    seen.add(code.text);
    if (isOneSlip(written.text, code.text)) here.push(code.text);
  }
  if (!isOurs(written)) return here.slice(0, MOST);
  for (const { code } of allCodes()) {
    if (here.length >= MOST) break;
    if (seen.has(code) || !isOneSlip(written.text, code)) continue;
    if (isUsable(settings.codes.of(code), encounter.date)) here.push(code);
  }
  return here.slice(0, MOST);
}

/** One character wrong, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let first = -1;
  let wrong = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (wrong === 0) first = i;
    wrong++;
  }
  if (wrong === 1) return true;
  return wrong === 2 && a[first] === b[first + 1] && a[first + 1] === b[first];
}

/** Session and line together, so that what was given and what is billed stay one. */
function fixes(encounter: Encounter, written: Code, near: readonly string[]): readonly Fix[] {
  const lines = [...encounter.sessions, ...encounter.claims].filter((line) => line.written === written);
  // A second line of what is billed already would be one too many.
  const isBilled = (code: string) => lines.some(isClaim) && encounter.claims.some((line) => line.code?.text === code);
  const free = near.filter((code) => !isBilled(code));
  return free.map((code) => ({
    title: `Change ${written.text} to ${code}: you state that ${code} was given`,
    safe: false,
    edits: lines.map((line) => setCode(line, code)),
  }));
}

const HEAD = `payer medicare
clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Code not in the table',
  summary: 'A code is neither in the built-in table nor in the configuration, so that its line is not checked.',
  explanation:
    'The table holds the codes of outpatient therapy and of psychotherapy, old ones too. A code between 97010 and 97799 that it does not hold is most often mistyped. Codes of other fields are left alone: a note says that they are not checked. Codes that you bill and the table lacks can be added in the configuration.',
  cost: 'A mistyped code is denied, and until it is corrected nothing else is checked on its line.',
  fix: 'Correct the code. The fixes offer the nearest codes, on session and line together; by taking one you state that this service was given.',
  severities:
    'Warning for 97010-97799 (less 97151-97158 and 97597-97610), info for all others. Payer and date do not matter.',
  bad: [
    {
      title: 'Two figures swapped, on session and line',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97101
               ^^^^^ unknown-code warning
  bill 97101-GP x1
       ^^^^^ unknown-code warning | Change 97101 to 97110: you state that 97110 was given
`,
      fixed: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'A code of another field of medicine',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
  bill 20610 x1
       ^^^^^ unknown-code info
`,
    },
  ],
  good: [
    {
      title: 'An old code is known, and judged by its dates',
      text: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2016-05-03 patient A
  dx M54.5
  09:00-09:30  97001
  bill 97001 x1
`,
    },
  ],
};
