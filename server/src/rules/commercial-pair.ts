import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { codesShown } from '../model/encounter';
import { sameHands } from '../model/patient-day';
import { isBound } from '../model/payer';
import { opens } from './kit/pairs';
import type { PatientDayRule, RuleDocs } from './kit/rule';

const PAID = '97140';
const DENIED = '97530';

export const rule: PatientDayRule = {
  id: 'commercial-pair',
  scope: 'patient-day',
  needs: Is.OneOnOne,
  severity: 'info',
  sources: ['wpt'],
  statements: [],
  facts: ['F-NCCI-27', 'X-12'],
  check(day, report) {
    // Until 2020 the two were a pair in the table itself.
    if (day.claims.length < 2 || day.date === 0) return;
    const said = new Set<ClaimLine>();
    for (const line of day.claims) {
      if (line.code!.text !== DENIED || !isJudged(line)) continue;
      for (const other of day.claims) {
        if (other.code!.text !== PAID || !isJudged(other) || said.has(line)) continue;
        if (!sameHands(line.encounter, other.encounter) || day.settings.pairs.find(PAID, DENIED, day.date)) continue;
        const sessions = [day.sessionsOf(line.code!), day.sessionsOf(other.code!)] as const;
        if (codesShown(...sessions) === 'overlapping') continue;
        said.add(line);
        report(line.encounter, line.codePlace(), {
          severity: 'info',
          message: `${DENIED} with ${PAID}: no national edit joins them since 2021, but some plans still deny the two and ask for records. Where yours does, ${DENIED} takes -59 if they were given apart`,
          about: [line, other, ...sessions[0], ...sessions[1]],
          related: [{ home: other.encounter.home, place: other.codePlace(), message: `${other.text} is billed here` }],
        });
      }
    }
  },
};

function isJudged(line: ClaimLine): boolean {
  const { payer, payerUnread } = line.encounter;
  return !line.cut && !line.notCovered && !payerUnread && !opens(line) && !isBound(payer, rule.id);
}

const DAY = (payer: string, date: string) => `payer ${payer}
clinician "R. Ortiz, PT"
discipline PT

encounter ${date} patient A
  dx M54.50
  09:00-09:15  97530
  09:15-09:30  97140
`;

export const docs: RuleDocs = {
  title: '97530 with 97140, which some plans deny',
  summary: '97530 and 97140 are billed to a plan that no national edit binds, and neither has -59.',
  explanation:
    'Until the end of 2020 an edit joined 97140 and 97530. Medicare has dropped it; some commercial plans still deny the two together and ask for records.',
  cost: 'A denial and a request for records, with some plans.',
  fix: 'Look up what the plan wants. There is no quick fix, since most plans need nothing.',
  severities:
    'Info for payers that the national edits do not bind, from 2021-01-01. Nothing for Medicare, Medicaid and TRICARE.',
  bad: [
    {
      title: 'A commercial plan',
      text: `${DAY('commercial', '2026-03-03')}  bill 97530 x1
       ^^^^^ commercial-pair info
  bill 97140 x1
`,
    },
  ],
  good: [
    {
      title: 'Medicare has no such edit since 2021',
      text: `${DAY('medicare', '2021-01-01')}  bill 97530-GP x1
  bill 97140-GP x1
`,
    },
    {
      title: '-59 is there',
      text: `${DAY('commercial', '2026-03-03')}  bill 97530-59 x1
  bill 97140 x1
`,
    },
  ],
};
