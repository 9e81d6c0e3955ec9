import { type Code, Is } from '../model/code';
import type { EncounterRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: EncounterRule = {
  id: 'code-not-for-discipline',
  scope: 'encounter',
  needs: 0,
  severity: 'warning',
  sources: ['paa', 'fac2'],
  statements: [],
  facts: ['T-CODES', 'F-MOD-06'],
  check(encounter, _settings, report) {
    const { discipline } = encounter;
    if (discipline === undefined || !(encounter.is & OWNED)) return;
    let said: Set<Code> | undefined;
    for (const line of encounter.claims) {
      const { code } = line;
      if (!code || !isOwned(code) || said?.has(code)) continue;
      const { disciplines } = code.entry!;
      // An athletic trainer's codes are of no discipline that the language knows.
      if (disciplines.length === 0 || disciplines.includes(discipline)) continue;
      said ??= new Set();
      said.add(code);
      report(encounter, line.codePlace(), {
        severity: 'warning',
        message: `${code.text} is ${kind(code)} of ${list(
          disciplines.map((name) => NAME[name]!),
          'or',
        )}; the encounter is under discipline ${discipline}. Correct the code or the discipline.`,
        about: [line],
      });
    }
  },
};

const OF_ONE = Is.Evaluation | Is.PsychiatricEvaluation | Is.Psychotherapy | Is.GroupPsychotherapy | Is.Manipulation;
/** What an encounter must hold for such a code to be in it; 90849 is a group code among others. */
const OWNED = OF_ONE | Is.GroupCode;

function isOwned(code: Code): boolean {
  return (code.is & OF_ONE) !== 0 || code.number === 90849;
}

const NAME: Readonly<Record<string, string>> = {
  PT: 'physical therapy',
  OT: 'occupational therapy',
  SLP: 'speech-language pathology',
  chiro: 'chiropractic',
  BH: 'behavioral health',
};

function kind(code: Code): string {
  if (code.is & (Is.Evaluation | Is.PsychiatricEvaluation)) return 'an evaluation';
  return code.is & Is.Manipulation ? 'a manipulation code' : 'a psychotherapy code';
}

export const docs: RuleDocs = {
  title: "Another discipline's code",
  summary: 'An evaluation, psychotherapy or manipulation code is billed under a discipline that does not give it.',
  explanation:
    '97161-97164 are evaluations of physical therapy, 97165-97168 of occupational therapy, 92521-92524 of speech-language pathology. Psychotherapy is behavioral health, 98940-98943 chiropractic. Most other therapy codes are shared by disciplines and raise nothing. Where the encounter gives no discipline, nothing is said.',
  cost: 'The line is denied, or the clinician is asked to show a licence for it.',
  fix: 'Correct the code or the discipline. There is no quick fix: which of the two is wrong is not in the record.',
  severities: 'Warning, for every payer.',
  bad: [
    {
      title: 'An OT evaluation under PT',
      text: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:40  97166
  bill 97166 x1
       ^^^^^ code-not-for-discipline warning
`,
    },
    {
      title: 'Manipulation under PT',
      text: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  98940
  bill 98940 x1
       ^^^^^ code-not-for-discipline warning
`,
    },
    {
      title: 'Psychotherapy under OT',
      text: `payer commercial
clinician "K. Mori, OTR"
discipline OT

encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:45  90834
  bill 90834 x1
       ^^^^^ code-not-for-discipline warning
`,
    },
  ],
  good: [
    {
      title: 'An OT evaluation under OT',
      text: `payer commercial
clinician "K. Mori, OTR"
discipline OT

encounter 2026-03-03 patient A
  dx M25.511
  09:00-09:40  97166
  bill 97166 x1
`,
    },
    {
      title: 'No discipline given',
      text: `payer commercial
clinician "K. Mori"

encounter 2026-03-03 patient A
  dx M25.511
  09:00-09:40  97166
  bill 97166 x1
`,
    },
  ],
};
