import type { ModifierUse } from '../model/encounter';
import { isMedicare } from '../model/payer';
import type { EncounterRule, RuleDocs } from './kit/rule';

export const rule: EncounterRule = {
  id: 'telehealth-modifier',
  scope: 'encounter',
  needs: 0,
  severity: 'info',
  sources: ['cms-tel26', 'cms-th26'],
  statements: ['T20', 'P15'],
  facts: ['F-MOD-40', 'F-MOD-41', 'X-17'],
  check(encounter, _settings, report) {
    const { setting } = encounter;
    if (setting === undefined) return;
    const remote = setting === 'telehealth';
    if (remote && !isMedicare(encounter.payer, rule.id)) return;
    for (const line of encounter.claims) {
      const { code } = line;
      if (!code || line.notCovered) continue;
      if (!remote) {
        for (const use of line.modifiers) {
          if (!isLive(use)) continue;
          report(encounter, line.modifierPlace(use), {
            severity: 'info',
            message: `${line.text}: ${use.text} says telehealth, the setting is ${setting}. Correct one of them.`,
            about: [line],
          });
        }
      } else if (!line.cut && !line.has('95') && !isOtherTelehealth(line.modifiers)) {
        const old = line.has('GT') ? ' GT is the older form.' : '';
        report(encounter, line.codePlace(), {
          severity: 'info',
          message: `${code.text} has no 95, and the setting is telehealth: Medicare tells live picture and sound by it.${old} See that the code is on the telehealth list of the year.`,
          about: [line],
        });
      }
    }
  },
};

function isLive(use: ModifierUse): boolean {
  return use.text === '95' || use.text === 'GT';
}

/** By sound alone, or recorded and sent on: telehealth of another kind, which 95 would belie. */
function isOtherTelehealth(modifiers: readonly ModifierUse[]): boolean {
  for (const use of modifiers) if (use.text === '93' || use.text === 'GQ') return true;
  return false;
}

const HEAD = `clinician "D. Reyes, LCSW"
discipline BH
`;

export const docs: RuleDocs = {
  title: '95 and the setting',
  summary: 'A Medicare line by telehealth has no 95, or a line given elsewhere has 95 or GT.',
  explanation:
    '95 says that a service was given with live picture and sound; GT is its older form. Which codes may be given so changes from year to year: of the therapy codes several were opened in 2020, and whether 97150 is on the list today is not confirmed. Therapists may bill Medicare telehealth until the end of 2027. 93 (sound alone) and GQ stand in the place of 95. Where no setting is given, nothing is said.',
  cost: 'The line is denied, or paid at the wrong rate.',
  fix: 'Add 95, or correct the setting. There is no quick fix: how the care was given is not in the record.',
  severities: 'Info. 95 missing: Medicare. 95 or GT elsewhere: every payer.',
  bad: [
    {
      title: 'Telehealth to Medicare without 95',
      text: `payer medicare
setting telehealth
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  10:00-10:45  90834
  bill 90834 x1
       ^^^^^ telehealth-modifier info
`,
    },
    {
      title: '95 in the office',
      text: `payer commercial
setting office
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  10:00-10:45  90834
  bill 90834-95 x1
            ^^^ telehealth-modifier info
`,
    },
  ],
  good: [
    {
      title: 'Telehealth with 95',
      text: `payer medicare
setting telehealth
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  10:00-10:45  90834
  bill 90834-95 x1
`,
    },
    {
      title: 'A commercial plan without 95',
      text: `payer commercial
setting telehealth
${HEAD}
encounter 2026-03-03 patient A
  dx F41.1
  10:00-10:45  90834
  bill 90834 x1
`,
    },
  ],
};
