import { mayBePrimary } from '../guidance/codes';
import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { type PatientDay, sameHands } from '../model/patient-day';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'add-on-without-primary',
  scope: 'patient-day',
  needs: Is.AddOn,
  severity: 'error',
  sources: ['ncci26', 'rtw', 'aapc-p1'],
  statements: [],
  facts: ['F-PSY-07', 'X-10', 'F-PSY-08'],
  check(day, report) {
    if (day.unreadClaim) return;
    let said: Set<number> | undefined;
    for (const line of day.claims) {
      const code = line.code!;
      if (!(code.is & Is.AddOn) || said?.has(code.key) || hasPrimary(day, line)) continue;
      said ??= new Set();
      said.add(code.key);
      const others = day.claims.filter((other) => couldBe(line, other));
      report(line.encounter, line.codePlace(), {
        severity: code.entry!.confidence === 'GK' ? 'info' : 'error',
        ...(code.entry!.confidence === 'GK' && { sources: [], basis: 'no source at hand confirms more' }),
        message: `${code.text} is an add-on and is never billed alone: it goes with ${primaries(line)}${others.length > 0 ? ' by the same clinician or discipline' : ''}, and none is billed on this day. Bill it, or remove ${code.text}.`,
        about: day.claims.filter((other) => other.code === code && !hasPrimary(day, other)),
        related: others.map((other) => ({
          home: other.encounter.home,
          place: other.codePlace(),
          message: `${other.text} is billed here, by other hands`,
        })),
      });
    }
  },
};

function couldBe(line: ClaimLine, other: ClaimLine): boolean {
  return other !== line && other.written !== undefined && mayBePrimary(line.code!.entry!, other.written.text);
}

/** A primary counts also where its own code cannot be judged, and a code next to the add-on's that is in no table may be one mistyped. */
function hasPrimary(day: PatientDay, line: ClaimLine): boolean {
  for (const encounter of day.encounters) {
    for (const other of encounter.claims) {
      const { written } = other;
      if (written && !written.entry && written.number >= 90785 && written.number <= 90899) return true;
      if (couldBe(line, other) && sameHands(other.encounter, line.encounter)) return true;
    }
  }
  return false;
}

function primaries(line: ClaimLine): string {
  const codes = line.code!.entry!.addOnTo!;
  return codes[0]!.startsWith('99') ? 'a visit, such as 99202-99215' : list(codes, 'or');
}

const HEAD = `payer commercial
clinician "D. Reyes, LCSW"
discipline BH
`;

export const docs: RuleDocs = {
  title: 'Add-on without its primary',
  summary: 'An add-on code is billed, and no code that it may go with is billed on the day.',
  explanation:
    '90785 goes with a psychiatric evaluation, individual psychotherapy or 90853; 90833, 90836 and 90838 go with a visit; 90840 with 90839; 97130 with 97129; 97546 with 97545; 97551 with 97550. The primary stands for the same patient and date, by the same clinician or one of the same discipline. Some pages let 90785 stand with family psychotherapy (90846, 90847); the guides that explain it do not list these, and it is refused here. Nothing is said while a claim line of the day cannot be read.',
  cost: 'The add-on is denied.',
  fix: 'Bill the primary that was given, or remove the add-on. There is no quick fix: which of them is right is not in the record.',
  severities: 'Error, for every payer. For 97546 and 97551: info, since no source at hand confirms more.',
  bad: [
    {
      title: '90785 with family psychotherapy alone',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  10:00-10:50  90847
  bill 90847 x1
  bill 90785 x1
       ^^^^^ add-on-without-primary error
`,
    },
    {
      title: '97130 without 97129',
      text: `payer medicare
clinician "K. Mori, OTR"
discipline OT

encounter 2026-03-03 patient A
  dx R41.841
  09:00-09:30  97130
  bill 97130-GO x1
       ^^^^^ add-on-without-primary error
`,
    },
    {
      title: 'Work hardening: an info',
      text: `payer workers-comp
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  08:00-11:00  97546
  bill 97546 x1
       ^^^^^ add-on-without-primary info
`,
    },
  ],
  good: [
    {
      title: '90785 with 90853, for a member whose communication was complicated',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  goal "Speak up in company"
  10:00-11:00  90853  group of 8
  bill 90853 x1
  bill 90785 x1
  O: Spoke twice, with the interpreter.
  A: More at ease than last week.
  P: Continue weekly.
`,
    },
    {
      title: '90833 with a visit',
      text: `payer commercial
clinician "J. Vance, MD"
discipline BH

encounter 2026-03-03 patient A
  dx F41.1
  10:00-10:20  90833
  bill 99213 x1
  bill 90833 x1
`,
    },
  ],
};
