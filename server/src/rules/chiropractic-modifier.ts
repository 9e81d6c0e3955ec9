import { Is } from '../model/code';
import type { ClaimLine } from '../model/encounter';
import { isMedicare } from '../model/payer';
import { addModifierLast, removeModifier } from './kit/edits';
import { becomesDouble, modifiersAfter } from './kit/lines';
import type { EncounterRule, RuleDocs } from './kit/rule';

/** AT beside GA is sent back from this day of service on. */
const AT_WITHOUT_GA = 20151101;

export const rule: EncounterRule = {
  id: 'chiropractic-modifier',
  scope: 'encounter',
  needs: 0,
  severity: 'error',
  sources: ['ngs-c', 'pal-c'],
  statements: [],
  facts: ['F-MOD-60', 'F-MOD-61', 'F-PAY-11'],
  check(encounter, _settings, report) {
    if (!isMedicare(encounter.payer, rule.id)) return;
    for (const line of encounter.claims) {
      const { code } = line;
      if (!code || line.cut) continue;
      const at = line.modifier('AT');
      const { text } = code;
      if (code.is & Is.SpinalManipulation) {
        if (!at && !hasNotice(line)) {
          report(encounter, line.codePlace(), {
            severity: 'error',
            message: `${text} has none of AT, GA, GX, GY, GZ. Medicare pays manipulation as active treatment alone, which AT says; the others say why it is not.`,
            about: [line],
            fixes: () => [
              {
                title: `Add -AT to ${text}: you state active treatment`,
                safe: false,
                edits: [addModifierLast(line, 'AT')],
              },
            ],
          });
        } else if (at && line.has('GA') && encounter.date >= AT_WITHOUT_GA) {
          report(encounter, line.modifierPlace(at), {
            severity: 'error',
            message: `${text} has AT and GA: AT says active treatment, GA that payment is not expected. Keep one of them.`,
            about: [line],
            fixes: () => [
              {
                title: `Remove -AT from ${text}: you state that it is not active treatment`,
                safe: false,
                edits: [removeModifier(line, at)],
              },
            ],
          });
        }
        continue;
      }
      if (at) {
        report(encounter, line.modifierPlace(at), {
          severity: 'error',
          message: `${text} has AT, which stands on 98940-98942 alone.`,
          // On another discipline's line it is one fault beside others.
          about: encounter.discipline === 'chiro' ? [line] : [],
          fixes: () => [
            {
              title: `Remove -AT from ${text}: you state that it does not speak of this line`,
              safe: false,
              edits: [removeModifier(line, at)],
            },
          ],
        });
      }
      if (encounter.discipline === 'chiro' && !line.has('GY') && !line.has('GX')) {
        report(encounter, line.codePlace(), {
          severity: 'error',
          message: `${text} by a chiropractor has neither GY nor GX. Of a chiropractor's services Medicare covers 98940-98942 alone; GY says that this one is not covered.`,
          about: [line],
          fixes: () => [
            ...(becomesDouble(line, modifiersAfter(line, [], ['GY']))
              ? []
              : [{ title: `Add -GY to ${text}`, safe: true, edits: [addModifierLast(line, 'GY')] }]),
            {
              title: `Add -GX to ${text}: you state that a voluntary notice was given`,
              safe: false,
              edits: [addModifierLast(line, 'GX')],
            },
          ],
        });
      }
    }
  },
};

function hasNotice(line: ClaimLine): boolean {
  for (const use of line.modifiers) if (use.entry?.kind === 'notice') return true;
  return false;
}

const HEAD = `clinician "P. Lund, DC"
discipline chiro
`;

export const docs: RuleDocs = {
  title: 'AT, GY or GX for Medicare',
  summary:
    'A manipulation line does not say AT or why not, AT stands where it may not, or another service by a chiropractor lacks GY.',
  explanation:
    "Of a chiropractor's services Medicare covers manipulation of the spine (98940-98942) and that only as active treatment, which AT says. Maintenance care goes without AT and with GA, GX, GY or GZ. AT and GA contradict one another and are sent back together since 2015-11-01. Whatever else a chiropractor gives, therapy and group included, is not covered: GY says so, GX that a voluntary notice was given.",
  cost: 'Denied, or sent back; without a notice the patient cannot be billed for it.',
  fix: 'Add AT only where treatment was active: taking that fix states it. GY on the other services is safe, since none of them is covered; GX states that a notice was given. Removing AT is yours to decide.',
  severities: 'Error for Medicare. Off for other payers. AT beside GA: from 2015-11-01.',
  bad: [
    {
      title: '98941 without AT',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M99.03
  09:00-09:15  98941
  bill 98941 x1
       ^^^^^ chiropractic-modifier error | Add -AT to 98941: you state active treatment
`,
    },
    {
      title: 'AT and GA on one line',
      text: `payer medicare
${HEAD}
encounter 2015-11-01 patient A
  dx M99.03
  09:00-09:15  98940
  bill 98940-AT-GA x1
            ^^^ chiropractic-modifier error | Remove -AT from 98940: you state that it is not active treatment
`,
    },
    {
      title: 'Group by a chiropractor, with AT: two faults',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Sit through a meeting"
  09:00-09:30  97150  group of 3  "Back class"
  bill 97150-AT x1
       ^^^^^ chiropractic-modifier error | Add -GY to 97150
            ^^^ chiropractic-modifier error | Remove -AT from 97150: you state that it does not speak of this line
  O: Did all exercises, one cue.
  A: Bends further than last week.
  P: Continue weekly.
`,
    },
  ],
  good: [
    {
      title: 'Active treatment, and exercise that is not covered',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M99.03
  09:00-09:10  98941
  09:10-09:25  97110
  bill 98941-AT x1
  bill 97110-GY x1
`,
    },
    {
      title: 'AT with GA on the day before',
      text: `payer medicare
${HEAD}
encounter 2015-10-31 patient A
  dx M99.03
  09:00-09:15  98940
  bill 98940-AT-GA x1
`,
    },
    {
      title: 'A commercial plan wants none of them',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M99.03
  09:00-09:10  98941
  09:10-09:25  97110
  bill 98941 x1
  bill 97110 x1
`,
    },
  ],
};
