import { mayBePrimary } from '../guidance/codes';
import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { sameHands } from '../model/patient-day';
import { removeLine, setCode } from './kit/edits';
import {
  aboutPairs,
  type DayPair,
  differ,
  isEvaluationPair,
  isNeverPaid,
  isUnopened,
  otherCodes,
  otherLines,
  pairBasis,
  pairSeverity,
  pairsOf,
  pairsTo,
  payerUnread,
  whereItHolds,
  worstOf,
} from './kit/pairs';
import { isUnperformed } from './kit/performed';
import type { Edit, Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

/** What is billed beside a visit in place of individual psychotherapy. */
const ADD_ON: Readonly<Record<string, string>> = { '90832': '90833', '90834': '90836', '90837': '90838' };

export const rule: PatientDayRule = {
  id: 'pair-not-payable',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['ncci26', 'ptp21'],
  statements: [],
  facts: [
    'F-NCCI-01',
    'F-NCCI-08',
    'F-NCCI-09',
    'F-NCCI-10',
    'F-NCCI-11',
    'F-NCCI-12',
    'F-NCCI-13',
    'F-NCCI-14',
    'F-NCCI-15',
    'F-NCCI-16',
    'F-NCCI-17',
    'F-NCCI-19',
    'X-22',
  ],
  check(day, report) {
    const all = pairsOf(day);
    let said: Set<ClaimLine> | undefined;
    for (const first of all) {
      if (!isRefused(first)) continue;
      const line = first.two;
      if (said?.has(line)) continue;
      said ??= new Set();
      said.add(line);
      const pairs = pairsTo(line).filter(isRefused);
      const worst = worstOf(pairs, rule.id);
      report(line.encounter, line.codePlace(), {
        severity: pairSeverity(worst, rule.id),
        message: message(line, pairs, worst) + whereItHolds(worst, rule.id),
        basis: pairBasis(worst),
        sources: worst.pair.named ? ['ncci26'] : ['ptp21'],
        about: aboutPairs(pairs),
        related: otherLines(line, pairs),
        fixes: () => fixes(line, pairs),
      });
    }
  },
};

/** Two evaluations have a rule of their own. Across two disciplines nothing is said where a modifier is there. */
function isRefused(found: DayPair): boolean {
  if (!isNeverPaid(found) || isEvaluationPair(found) || payerUnread(found)) return false;
  if (isUnperformed(found.day, found.one) || isUnperformed(found.day, found.two)) return false;
  return found.sameHands || (found.acrossDisciplines && isUnopened(found));
}

function message(line: ClaimLine, pairs: readonly DayPair[], worst: DayPair): string {
  const code = line.code!.text;
  const others = list(otherCodes(line, pairs));
  const other = worst.one.code!.text;
  const addOn = (line.code!.is & Is.Visit) !== 0 ? ADD_ON[other] : undefined;
  if (!worst.sameHands)
    return `${code} and ${others} are not paid together by one clinician or one discipline. Here two disciplines billed them: a modifier says so, where the payer takes one.`;
  if (addOn !== undefined && byTwo(worst))
    return `${other} is not billed with a visit (${code}) by one discipline on one day, and -59 and -25 do not help. Here two clinicians are named: bill one of them, or state each one's own discipline.`;
  if (addOn !== undefined)
    return `${other} is not billed with a visit (${code}) by one clinician, and -59 and -25 do not help: beside a visit, psychotherapy is the add-on ${addOn}.`;
  if (worst.pair.bar === 'slp')
    return `${code} and ${others} by one speech-language pathologist, and no clock times show two services: ${code} is then a part of ${others}. -59 does not help; bill one, or record the times.`;
  if (worst.pair.indicator === 1)
    return `${code} is not billed with ${others} by one clinician or one discipline on one day: -59 does not help. Bill one of them.`;
  return `${code} is not paid beside ${others} on one day: no modifier opens this pair (indicator 0), so -59 does not help. Bill one of them.`;
}

function byTwo({ one, two }: DayPair): boolean {
  return differ(one.encounter.clinician, two.encounter.clinician);
}

function fixes(line: ClaimLine, pairs: readonly DayPair[]): readonly Fix[] {
  const result: Fix[] = [];
  if (pairs.length === 1) {
    const addOn = withAddOn(pairs[0]!);
    if (addOn) result.push(addOn);
  }
  const remove = (removed: ClaimLine, kept: string) => {
    if (removed.encounter.home.file !== line.encounter.home.file || leavesAddOnAlone(removed)) return;
    result.push({
      title: `Remove the ${removed.code!.text} line: you state that ${kept} is to be billed`,
      safe: false,
      edits: [removeLine(removed.encounter, removed.line)],
    });
  };
  remove(line, list(otherCodes(line, pairs)));
  if (pairs.length === 1) remove(pairs[0]!.one, line.code!.text);
  return result;
}

/** The add-on in place of individual psychotherapy, on the claim line and its sessions: one clinician gave both. */
function withAddOn(found: DayPair): Fix | undefined {
  const { one, two, day, sameHands, sessionsOne } = found;
  if (!sameHands || byTwo(found)) return undefined;
  const code = ADD_ON[one.code!.text];
  if (code === undefined || !(two.code!.is & Is.Visit) || day.linesOf(one.code!).length > 1) return undefined;
  const { file } = two.encounter.home;
  const lines = [one, ...sessionsOne];
  if (lines.some((each) => each.encounter.home.file !== file)) return undefined;
  if (day.claims.some((line) => line.code!.text === code)) return undefined;
  const edits: Edit[] = lines.map((each) => setCode(each, code));
  return {
    title: `Bill ${code} in place of ${one.code!.text}: you state that the visit and the psychotherapy were both given`,
    safe: false,
    edits,
  };
}

/** Without the line an add-on of the day would stand without its primary. */
function leavesAddOnAlone(line: ClaimLine): boolean {
  const { claims } = line.encounter.day;
  return claims.some((addOn) => {
    const entry = addOn.code!.entry!;
    if (addOn === line || !mayBePrimary(entry, line.code!.text)) return false;
    return !claims.some(
      (other) =>
        other !== line &&
        other !== addOn &&
        sameHands(other.encounter, addOn.encounter) &&
        mayBePrimary(entry, other.code!.text),
    );
  });
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
`;
const EVALUATION = (payer: string) => `payer ${payer}
${HEAD}  09:00-09:30  97161
  09:30-09:45  97750
`;
const SPEECH = `payer medicare
clinician "J. Park, SLP"
discipline SLP

encounter 2026-03-03 patient A
  dx R47.01
`;

export const docs: RuleDocs = {
  title: 'Two codes that are never paid together',
  summary: 'Two codes that no modifier opens are billed for one patient on one day by one clinician or one discipline.',
  explanation:
    'Edits with indicator 0 let no modifier through: one of the two codes is refused whatever is on the line. The policy manual bars others besides, where one clinician or one discipline gave both: tests and orthotics with an evaluation or re-evaluation, and speech treatment with 97129, 97130 or 97533. One speech-language pathologist does not bill 97110, 97112, 97150 or 97530 as a part of 92507, 92508 or 92526; where clock times show two services, that pair is judged like any other. A visit is not billed with 90832, 90834 or 90837: there the add-ons 90833, 90836 and 90838 are right.',
  cost: 'The second code is refused, and a -59 on it draws a review.',
  fix: 'Bill one of the two, or the add-on beside a visit. The fix removes a line or changes a code, so it is never run by itself.',
  severities:
    'Medicare, Medicaid, TRICARE: error where the policy manual or two sources name the pair; where only the 2021 table does, error in 2021, warning in other years, and info in a hospital, nursing facility or at home. Other payers: info. Two disciplines: info, and nothing where a modifier is on a line.',
  bad: [
    {
      title: 'A performance test with an evaluation by one therapist',
      text: `${EVALUATION('medicare')}  bill 97161-GP x1
  bill 97750-59-GP x1
       ^^^^^ pair-not-payable error | Remove the 97750 line: you state that 97161 is to be billed
`,
      fixed: `${EVALUATION('medicare')}  bill 97161-GP x1
`,
    },
    {
      title: 'The same for a commercial plan',
      text: `${EVALUATION('commercial')}  bill 97161 x1
  bill 97750 x1
       ^^^^^ pair-not-payable info
`,
    },
    {
      title: 'A pair that the 2021 table alone names is a warning in other years',
      text: `payer medicare
${HEAD}  09:00-09:15  97140
  09:15-09:30  97124
  bill 97140-GP x1
  bill 97124-59-GP x1
       ^^^^^ pair-not-payable warning
`,
    },
    {
      title: 'A visit with individual psychotherapy',
      text: `payer medicare
clinician "S. Haddad, MD"
discipline BH

encounter 2026-03-03 patient A
  dx F33.1
  09:00-09:45  90834
  bill 99214 x1
       ^^^^^ pair-not-payable error | Bill 90836 in place of 90834: you state that the visit and the psychotherapy were both given
  bill 90834 x1
`,
    },
    {
      title: 'Exercise by the speech-language pathologist, without times of its own',
      text: `${SPEECH}  30 min  92507
  15 min  97110
  bill 92507-GN x1
  bill 97110-59-GN x1
       ^^^^^ pair-not-payable error
`,
    },
  ],
  good: [
    {
      title: 'An evaluation by a PT and a test by an OT, with a modifier',
      text: `payer medicare

encounter 2026-03-03 patient A
  clinician "R. Ortiz, PT"
  discipline PT
  dx M54.50
  09:00-09:30  97161
  bill 97161-GP x1

encounter 2026-03-03 patient A
  clinician "L. Chen, OT"
  discipline OT
  dx M54.50
  10:00-10:15  97750
  bill 97750-59-GO x1
`,
    },
    {
      title: 'Speech treatment and exercise that clock times show apart',
      text: `${SPEECH}  09:00-09:30  92507
  09:30-09:45  97110
  bill 92507-GN x1
  bill 97110-59-GN x1
`,
    },
  ],
};
