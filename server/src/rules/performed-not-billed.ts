import { Is } from '../model/code';
import { draftOf, hasLine, type LineDraft, serviceOf, type Unbilled } from './kit/claim-draft';
import { addLinesAfter, addModifierFirst, claimText, joinInserts } from './kit/edits';
import { isSameService } from './kit/performed';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { list, minutes, units, when } from './kit/words';

export const rule: PatientDayRule = {
  id: 'performed-not-billed',
  scope: 'patient-day',
  needs: 0,
  severity: 'hint',
  sources: ['aca-group', 'cms'],
  statements: ['A02'],
  facts: ['F-DOC-01', 'F-8MIN-06'],
  check(day, report) {
    if (day.unreadClaim || day.claims.length === 0) return;
    let said: Set<number> | undefined;
    for (const session of day.sessions) {
      const code = session.code!;
      if (hasLine(day.claims, code) || said?.has(code.pool)) continue;
      said ??= new Set();
      said.add(code.pool);
      const claimDay = day.claimDayOf(session.encounter);
      if (
        !claimDay.sessions.some((other) => !isSameService(other.code!, code) && hasLine(claimDay.claims, other.code!))
      )
        continue;
      const unbilled = serviceOf(day, session, 'any');
      if (typeof unbilled === 'string') continue;
      report(session.encounter, session.codePlace(), {
        severity: 'hint',
        message: message(unbilled),
        about: unbilled.sessions,
        fixes: () => fixes(unbilled),
      });
    }
  },
};

function message({ sessions, line, units: earned, first }: Unbilled): string {
  const code = first.code!;
  const as =
    isSameService(line.code!, code) && line.code !== code && !(line.code!.is & Is.Cognitive)
      ? ` (billed as ${line.code!.text})`
      : '';
  if (code.is & Is.Timed) {
    let sum = 0;
    for (const session of sessions) sum += session.minutes;
    return `${code.text}${as}: ${minutes(sum)} recorded, which support ${units(earned)}; no line bills it. Add the line, unless it is left unbilled on purpose.`;
  }
  return `${code.text}${as}: given ${list(sessions.map(when))}; no line bills it. Add the line, unless it is left unbilled on purpose.`;
}

/** The line with what the record proves to belong on it; none where something it would need is not proven. */
function fixes(unbilled: Unbilled): readonly Fix[] {
  const draft = draftOf(unbilled);
  if (typeof draft === 'string') return [];
  const { encounter } = unbilled.first;
  if (draft.opened.some((other) => other.encounter.home.file !== encounter.home.file)) return [];
  return [added(unbilled, draft)];
}

function added({ first: { encounter } }: Unbilled, { lines, opened }: LineDraft): Fix {
  let after = 0;
  for (const claim of encounter.claims) after = Math.max(after, claim.line);
  if (after === 0) for (const session of encounter.sessions) after = Math.max(after, session.line);
  const texts = lines.map(({ code, modifiers, units: billed }) => claimText(code, modifiers, billed));
  const what = list(texts.map((text) => text.slice('bill '.length)));
  const and = opened.length > 0 ? `, and -59 to ${list(opened.map((other) => other.code!.text))}` : '';
  return {
    title: `Add ${what}${and}: you state that it is to be billed`,
    safe: false,
    edits: joinInserts([
      ...opened.map((other) => addModifierFirst(other, '59')),
      addLinesAfter(encounter, after, texts),
    ]),
  };
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Given, and not billed',
  summary: 'A session of a billable code has no claim line, though other sessions of the day have.',
  explanation:
    'Care may be recorded and rightly left unbilled, so this is a hint. It is silent where a line would earn nothing or be wrong: too few minutes, minutes that a billed session holds already, an aide, a group of one, a code that another billed code shuts out, and hot or cold packs for Medicare. It is silent too while a claim line of the day cannot be read.',
  cost: 'Care that was given is not paid.',
  fix: 'Add the line. The fix adds it with the units that the minutes support beside what is billed, and with those modifiers alone that the record proves; it is not offered where the line would need one that it does not prove. By taking it you state that the service is to be billed.',
  severities: 'Hint, for every payer.',
  bad: [
    {
      title: '15 minutes of 97112 without a line',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112
               ^^^^^ performed-not-billed hint | Add 97112-GP x1: you state that it is to be billed
  bill 97110-GP x1
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112
  bill 97110-GP x1
  bill 97112-GP x1
`,
    },
    {
      title: 'One-on-one beside a billed group: the line needs -59, and the times prove it',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
               ^^^^^ performed-not-billed hint | Add 97110-59-GP x1: you state that it is to be billed
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      title: 'Seven minutes that the day still gives a unit',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:33  97110
  09:33-09:40  97140
               ^^^^^ performed-not-billed hint | Add 97140-GP x1: you state that it is to be billed
  bill 97110-GP x2
`,
    },
  ],
  good: [
    {
      title: '8 minutes of ultrasound that the day gives no unit',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:18  97110
  09:18-09:31  97140
  09:31-09:41  97116
  09:41-09:49  97035
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97116-GP x1
`,
    },
    {
      title: 'A hot pack, which Medicare does not pay apart',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  97010
  09:10-09:25  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'An aide gave it',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112  by aide
  bill 97110-GP x1
`,
    },
  ],
};
