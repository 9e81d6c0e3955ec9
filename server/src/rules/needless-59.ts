import { knownFree } from '../guidance/pairs';
import { Is } from '../model/code';
import type { ClaimLine, ModifierUse } from '../model/encounter';
import type { PatientDay } from '../model/patient-day';
import { isBound } from '../model/payer';
import { removeModifier } from './kit/edits';
import { hasOtherTable } from './kit/pairs';
import type { PatientDayRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: PatientDayRule = {
  id: 'needless-59',
  scope: 'patient-day',
  needs: Is.Opening,
  severity: 'warning',
  sources: ['ncci26', 'ptp21'],
  statements: ['A14'],
  facts: ['F-MOD-01', 'F-NCCI-26'],
  check(day, report) {
    if (day.date === 0 || day.unreadClaim) return;
    for (const line of day.claims) {
      const use = line.distinct;
      if (!use || line.cut || line.notCovered || !isNeedless(day, line)) continue;
      const others = day.claims.filter((other) => other !== line);
      const { pairs } = day.settings;
      // The coder's own current file says it of all codes; the built-in set only of those listed as having no edit.
      const free = pairs.isOwn || others.every((other) => knownFree(line.code!.text, other.code!.text, day.date));
      const bound = isBound(line.encounter.payer, rule.id);
      const sure = others.length === 0 || (free && !hasOtherTable(line.encounter.setting));
      report(line.encounter, line.modifierPlace(use), {
        severity: bound && sure && !line.encounter.payerUnread ? 'warning' : 'hint',
        message: message(line, use, others),
        ...(others.length > 0 && {
          basis: pairs.isOwn ? `NCCI edits, ${pairs.edition}` : 'NCCI edits, 2021 set: check the current quarter',
        }),
        sources: others.length > 0 && !pairs.isOwn ? ['ncci26', 'ptp21'] : ['ncci26'],
        about: [line],
        related: others.map((other) => ({
          home: other.encounter.home,
          place: other.codePlace(),
          message: `${other.text} is billed here`,
        })),
        fixes: () => {
          const uses = line.modifiers.filter((each) => each.entry?.kind === 'distinct');
          return [
            {
              title: `Remove ${list(uses.map((each) => `-${each.text}`))} from ${line.code!.text}`,
              safe: false,
              edits: uses.map((each) => removeModifier(line, each)),
            },
          ];
        },
      });
    }
  },
};

/** No pair with any line of the day, whoever billed it and whatever a modifier can do; no second line of its code. */
function isNeedless(day: PatientDay, line: ClaimLine): boolean {
  const code = line.code!;
  for (const { claims } of day.encounters) {
    for (const other of claims) {
      if (other === line) continue;
      // A code that is not in the table may have an edit that the table does not know.
      if (!other.code || other.code.service === code.service) return false;
      const pair = other.code.text;
      if (day.settings.pairs.find(code.text, pair, day.date)) return false;
      if (isUnlisted(code.text, pair) || isUnlisted(pair, code.text)) return false;
      if (isAskedByPlans(line, code.text, pair)) return false;
      if (other.code.is & Is.Group && (code.is & Is.Cognitive || code.text === '97139')) return false;
    }
  }
  return true;
}

/** Compression wraps and manual therapy take a modifier, though the built-in table does not hold them. */
function isUnlisted(a: string, b: string): boolean {
  return a === '97140' && (b === '29581' || b === '29584');
}

/** Plans that no edit binds may want it all the same: see `commercial-pair`. */
function isAskedByPlans(line: ClaimLine, a: string, b: string): boolean {
  return (
    ((a === '97530' && b === '97140') || (a === '97140' && b === '97530')) && !isBound(line.encounter.payer, rule.id)
  );
}

function message(line: ClaimLine, use: ModifierUse, others: readonly ClaimLine[]): string {
  const code = line.code!.text;
  if (others.length === 0)
    return `-${use.text} on ${code}, and nothing else is billed that day: there is nothing for it to be distinct from. Remove it, unless the payer asks for it.`;
  const codes = list([...new Set(others.map((other) => other.code!.text))], 'or');
  return `-${use.text} on ${code}: no edit joins it with ${codes}, so there is nothing for -${use.text} to open. Remove it, unless the payer has an edit of its own.`;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
`;

export const docs: RuleDocs = {
  title: '-59 with nothing to open',
  summary: '-59 or an X modifier stands on a line that no edit joins with anything billed that day.',
  explanation:
    '-59 says that a service was distinct from another one that an edit would swallow. Where nothing billed for the patient that day, by anyone, is in a pair with the code, it says nothing, and its habitual use draws reviews. Not said where the code stands on a second line, beside a code that the table does not hold, nor for 97129, 97130 and 97139 beside group.',
  cost: 'Payers watch how often -59 is used; where it does no work it only raises that count.',
  fix: 'Remove it. The fix is never run by itself, since the payer may have an edit of its own.',
  severities:
    'Medicare, Medicaid, TRICARE: warning where nothing else is billed that day, or only codes that are listed as having no edit with it; hint where the table merely names no pair, and in a hospital, nursing facility or at home. Other payers: hint.',
  bad: [
    {
      title: 'Nothing else is billed',
      text: `payer medicare
${HEAD}  09:00-09:15  97110
  bill 97110-59-GP x1
            ^^^ needless-59 warning | Remove -59 from 97110
`,
      fixed: `payer medicare
${HEAD}  09:00-09:15  97110
  bill 97110-GP x1
`,
    },
    {
      title: '97110 and 97140 are listed as having no edit',
      text: `payer medicare
${HEAD}  09:00-09:15  97110
  09:15-09:30  97140
  bill 97110-GP x1
  bill 97140-59-GP x1
            ^^^ needless-59 warning
`,
    },
    {
      title: 'A pair that the table merely does not name, and a plan that no edit binds',
      text: `payer commercial
${HEAD}  09:00-09:15  97110
  09:15-09:30  97140
  bill 97110 x1
  bill 97140-59 x1
            ^^^ needless-59 hint
`,
    },
  ],
  good: [
    {
      title: 'Group and one-on-one are a pair',
      text: `payer medicare
${HEAD}  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      title: '97140 and 97530 were a pair until 2020-12-31',
      text: `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2020-12-31 patient A
  dx M54.50
  09:00-09:15  97140
  09:15-09:30  97530
  bill 97140-GP x1
  bill 97530-59-GP x1
`,
    },
  ],
};
