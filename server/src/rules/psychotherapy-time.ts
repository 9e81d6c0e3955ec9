import { type Code, Is } from '../model/code';
import type { ClaimLine, Session } from '../model/encounter';
import type { ClaimDay } from '../model/patient-day';
import { isMedicare } from '../model/payer';
import { removeLine, setCode } from './kit/edits';
import { staysInPlay } from './kit/overlap';
import type { Fix, PatientDayRule, RuleDocs, Severity } from './kit/rule';
import { minutes, when } from './kit/words';

export const rule: PatientDayRule = {
  id: 'psychotherapy-time',
  scope: 'patient-day',
  needs: Is.Psychotherapy,
  severity: 'error',
  sources: ['uth', 'oig'],
  statements: ['P10'],
  facts: ['F-PSY-08', 'F-PSY-09', 'F-PSY-12'],
  check(day, report) {
    for (const claimDay of day.claimDays) {
      const { claims } = claimDay;
      for (let i = 0; i < claims.length; i++) {
        const line = claims[i]!;
        const code = line.code!;
        if (!code.entry!.minutes || !(code.is & Is.Psychotherapy) || line.cut) continue;
        if (claims.findIndex((other) => other.code === code) < i) continue;
        const found = worstOf(claimDay, code, severityOf);
        if (!found) continue;
        report(line.encounter, line.codePlace(), {
          severity: found.severity,
          message: message(found.session),
          sources: isFamily(code) ? ['ncci26', 'uth'] : ['uth', 'oig'],
          about: [line],
          related: [
            { home: found.session.encounter.home, place: found.session.whenPlace(), message: said(found.session) },
          ],
          fixes: () => fixes(claimDay, line, found.session),
        });
      }
    }
  },
};

function said(session: Session): string {
  return session.hasClock ? `${when(session)}: ${minutes(session.minutes)}` : minutes(session.minutes);
}

function isFamily(code: Code): boolean {
  return code.number === 90846 || code.number === 90847;
}

/** How a session stands to the range of its code; nothing where it is inside. */
function severityOf(session: Session): Severity | undefined {
  const [least, most] = session.code!.entry!.minutes!;
  if (session.minutes < least) return 'error';
  if (session.minutes > most) return 'warning';
  if (isFamily(session.code!) && session.minutes < FAMILY_FULL && isMedicare(session.encounter.payer, rule.id))
    return 'info';
  return undefined;
}

/** The length in the words of the family codes; a session may be reported from 26 minutes on. */
const FAMILY_FULL = 50;
const RANK = { error: 0, warning: 1, info: 2, hint: 3 } as const;

/** The session that is furthest from right, where more are billed than are in range. */
function worstOf(
  claimDay: ClaimDay,
  code: Code,
  judge: (session: Session) => Severity | undefined,
): { session: Session; severity: Severity } | undefined {
  let worst: { session: Session; severity: Severity } | undefined;
  let inRange = 0;
  for (const session of claimDay.sessions) {
    if (session.code !== code) continue;
    // What cannot be read may be the session that is billed.
    if (session.cut || session.minutes < 0) return undefined;
    if (!session.isOneOnOne || session.byAide) continue;
    const severity = judge(session);
    if (severity === undefined) inRange++;
    else if (!worst || RANK[severity] < RANK[worst.severity]) worst = { session, severity };
  }
  if (!worst) return undefined;
  let billed = 0;
  for (const line of claimDay.claims) if (line.code === code && !line.cut) billed += line.units;
  return inRange >= billed ? undefined : worst;
}

function message(session: Session): string {
  const code = session.code!;
  const [least, most] = code.entry!.minutes!;
  const n = session.minutes;
  if (isFamily(code)) {
    return n < least
      ? `${code.text}: ${minutes(n)}, at least ${least} are needed. A session under ${least} min is not billed.`
      : `${code.text}: ${minutes(n)}. The code speaks of 50 min; from 26 on it may be reported, but some pages say that Medicare wants all 50. Have the times in the note.`;
  }
  const range = most === NO_END ? `${least} min or more` : `${least} to ${minutes(most)}`;
  const right = codeFor(code, n);
  return right
    ? `${code.text}: ${minutes(n)}, the code is for ${range}. ${minutes(n)} is ${right}.`
    : `${code.text}: ${minutes(n)}, the code is for ${range}. Under 16 min is not billed.`;
}

const NO_END = 1440;
const ALONE: readonly (readonly [least: number, code: string])[] = [
  [53, '90837'],
  [38, '90834'],
  [16, '90832'],
];
const BESIDE_VISIT: typeof ALONE = [
  [53, '90838'],
  [38, '90836'],
  [16, '90833'],
];

/** The code of the same kind whose range holds so many minutes. */
function codeFor(code: Code, n: number): string | undefined {
  const kind = BESIDE_VISIT.some(([, other]) => other === code.text) ? BESIDE_VISIT : ALONE;
  return kind.find(([least]) => n >= least)?.[1];
}

function fixes(claimDay: ClaimDay, line: ClaimLine, session: Session): readonly Fix[] {
  const code = line.code!;
  const { day } = claimDay;
  const lines = day.claims.filter((other) => other.code === code);
  const sessions = day.sessions.filter((other) => other.code === code);
  if (lines.length > 1 || sessions.length > 1 || line.units > 1 || day.unreadSession || day.unreadClaim) return [];
  if (session.minutes < code.entry!.minutes![0] && !(!isFamily(code) && codeFor(code, session.minutes))) {
    if (day.claims.some((other) => other.code!.entry?.addOnTo?.includes(code.text)) || !staysInPlay([line])) return [];
    return [
      {
        title: `Remove the ${code.text} line: the session stays recorded and is not billed`,
        safe: false,
        edits: [removeLine(line.encounter, line.line)],
      },
    ];
  }
  const right = isFamily(code) ? undefined : codeFor(code, session.minutes);
  if (!right || line.encounter.home.file !== session.encounter.home.file) return [];
  // A session of that code that was left unbilled would be billed by this line.
  if (day.sessions.some((other) => other.code!.text === right)) return [];
  for (const other of day.claims) {
    if (other === line) continue;
    if (other.code!.text === right) return [];
    const pair = day.settings.pairs.find(right, other.code!.text, day.date);
    const old = day.settings.pairs.find(code.text, other.code!.text, day.date);
    if (pair && (!old || pair.indicator < old.indicator)) return [];
  }
  const down = right < code.text;
  return [
    {
      title: down
        ? `Change ${code.text} to ${right}, session and line`
        : `Change ${code.text} to ${right}, session and line: you state that the recorded ${minutes(session.minutes)} are right`,
      safe: down,
      edits: [setCode(session, right), setCode(line, right)],
    },
  ];
}

const HEAD = `clinician "T. Okafor, LCSW"
discipline BH
`;

export const docs: RuleDocs = {
  title: 'Psychotherapy outside the minutes of its code',
  summary: 'A psychotherapy session is shorter or longer than its code says.',
  explanation:
    'Individual psychotherapy is told by the minutes of the session: 16 to 37 is 90832, 38 to 52 is 90834, 53 or more is 90837; beside a visit 90833, 90836 and 90838. Under 16 minutes is not reported. Family psychotherapy (90846, 90847) speaks of 50 minutes and may be reported from 26 by the midpoint of its time; some pages say that Medicare wants all 50. Each session is judged by itself, never the sum of a day.',
  cost: 'Time that the record does not show is the most frequent fault in psychotherapy audits. A code that is too high is paid back.',
  fix: 'Take the code of the range, on session and line together. A lower code is a safe fix where the code has one session and one line; a higher one states that the minutes are right.',
  severities: 'Error below the range; warning above it. Info for Medicare where a family session has 26 to 49 minutes.',
  bad: [
    {
      title: '45 minutes billed as 53 or more',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:45  90837
  bill 90837 x1
       ^^^^^ psychotherapy-time error | Change 90837 to 90834, session and line
`,
      fixed: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:45  90834
  bill 90834 x1
`,
    },
    {
      title: '45 minutes billed as 16 to 37',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:45  90832
  bill 90832 x1
       ^^^^^ psychotherapy-time warning | Change 90832 to 90834, session and line: you state that the recorded 45 min are right
`,
    },
    {
      title: '15 minutes are not reported',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:15  90832
  bill 90832 x1
       ^^^^^ psychotherapy-time error | Remove the 90832 line: the session stays recorded and is not billed
`,
    },
    {
      title: '25 minutes with the family',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:25  90847
  bill 90847 x1
       ^^^^^ psychotherapy-time error
`,
    },
    {
      title: '40 minutes with the family, Medicare',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:40  90847
  bill 90847 x1
       ^^^^^ psychotherapy-time info
`,
    },
  ],
  good: [
    {
      title: '52 minutes are still 90834',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:52  90834
  bill 90834 x1
`,
    },
    {
      title: '40 minutes with the family, a commercial plan',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  09:00-09:40  90847
  bill 90847 x1
`,
    },
  ],
};
