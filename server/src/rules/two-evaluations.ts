import { Is } from '../model/code';
import type { ClaimLine, Session } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { isBound } from '../model/payer';
import { removeLine } from './kit/edits';
import { isOtEvaluation, isPtEvaluation } from './kit/pairs';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'two-evaluations',
  scope: 'patient-day',
  needs: Is.Evaluation,
  severity: 'error',
  sources: ['ncci26'],
  statements: [],
  facts: ['F-NCCI-08'],
  check(day, report) {
    const claims = day.claims.filter(isJudged);
    for (const [index, later] of claims.entries()) {
      const before = claims.slice(0, index).filter((line) => isSecond(line, later));
      if (before.length === 0) continue;
      report(later.encounter, later.codePlace(), {
        severity: isBound(later.encounter.payer, rule.id) ? 'error' : 'warning',
        message: message(later, before),
        about: about(day, [...before, later]),
        related: before.map((line) => ({
          home: line.encounter.home,
          place: line.codePlace(),
          message: `${line.text} is billed here`,
        })),
        fixes: () =>
          [later, ...before]
            .filter(
              (line) =>
                line === later || (before.length === 1 && line.encounter.home.file === later.encounter.home.file),
            )
            .map((line) => ({
              title: `Remove the ${line.code!.text} line: you state that ${line === later ? list(codes(before)) : later.code!.text} is the one to bill`,
              safe: false,
              edits: [removeLine(line.encounter, line.line)],
            })),
      });
    }
  },
};

function isJudged(line: ClaimLine): boolean {
  return (line.code!.is & Is.Evaluation) !== 0 && !line.cut && !line.notCovered;
}

/** Two codes of one discipline's evaluations, whoever gave them; or one of each by one clinician. */
function isSecond(earlier: ClaimLine, later: ClaimLine): boolean {
  const a = earlier.code!;
  const b = later.code!;
  // One code on two lines is a matter of its units.
  if (a === b) return false;
  const pt = isPtEvaluation(a);
  const ot = isOtEvaluation(a);
  if ((pt && isPtEvaluation(b)) || (ot && isOtEvaluation(b))) return true;
  if (!(pt && isOtEvaluation(b)) && !(ot && isPtEvaluation(b))) return false;
  const { clinician } = earlier.encounter;
  return clinician !== undefined && clinician === later.encounter.clinician;
}

function codes(lines: readonly ClaimLine[]): string[] {
  return [...new Set(lines.map((line) => line.code!.text))];
}

function about(day: PatientDay, lines: readonly ClaimLine[]): (Session | ClaimLine)[] {
  const ofCodes = new Set(lines.map((line) => line.code!));
  return [...lines, ...new Set([...ofCodes].flatMap((code) => day.sessionsOf(code)))];
}

function message(later: ClaimLine, earlier: readonly ClaimLine[]): string {
  const code = later.code!.text;
  const others = list(codes(earlier));
  const pt = isPtEvaluation(later.code!);
  if (pt === isPtEvaluation(earlier[0]!.code!)) {
    const range = pt ? 'PT evaluation or re-evaluation (97161-97164)' : 'OT evaluation or re-evaluation (97165-97168)';
    return `${earlier.length + 1} lines for one patient on one day, ${others} and ${code}: only one ${range} is paid. Keep the one that was done; -59 does not help.`;
  }
  return `${others} and ${code}: a PT and an OT evaluation on one day take two clinicians, and ${later.encounter.clinician!} is named for both. Name the other clinician, or keep one.`;
}

const DAY = (payer: string) => `payer ${payer}
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:30  97161
  09:30-09:50  97164
`;

export const docs: RuleDocs = {
  title: 'Two evaluations on one day',
  summary: 'Two PT evaluations, two OT evaluations, or a PT and an OT evaluation by one clinician, on one day.',
  explanation:
    'Of 97161-97164 only one is paid for a patient on one date, and of 97165-97168 only one, whoever gave them and whatever the modifier. A PT and an OT evaluation on one date are right where two clinicians gave them.',
  cost: 'The second evaluation is refused, or taken back.',
  fix: 'Keep the evaluation that was done and remove the other. The fix removes a line, so it is never run by itself.',
  severities: 'Medicare, Medicaid, TRICARE: error. Other payers: warning.',
  bad: [
    {
      title: 'An evaluation and a re-evaluation',
      text: `${DAY('medicare')}  bill 97161-GP x1
  bill 97164-GP x1
       ^^^^^ two-evaluations error | Remove the 97164 line: you state that 97161 is the one to bill
`,
      fixed: `${DAY('medicare')}  bill 97161-GP x1
`,
    },
    {
      title: 'The same for a commercial plan',
      text: `${DAY('commercial')}  bill 97161 x1
  bill 97164 x1
       ^^^^^ two-evaluations warning
`,
    },
  ],
  good: [
    {
      title: 'A PT and an OT evaluation by two clinicians',
      text: `payer medicare

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  discipline PT
  dx M54.50
  09:00-09:30  97162
  bill 97162-GP x1

encounter 2026-03-03 patient A
  clinician "L. Chen, OT"
  discipline OT
  dx M54.50
  10:00-10:30  97166
  bill 97166-GO x1
`,
    },
  ],
};
