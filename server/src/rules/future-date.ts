import type { EncounterRule, RuleDocs } from './kit/rule';
import { count, date } from './kit/words';

export const rule: EncounterRule = {
  id: 'future-date',
  scope: 'encounter',
  needs: 0,
  severity: 'warning',
  sources: ['encounter'],
  statements: [],
  facts: [],
  check(encounter, settings, report) {
    if (encounter.date <= settings.today || encounter.claims.length === 0) return;
    const lines = encounter.claims.length;
    report(encounter, encounter.datePlace(), {
      severity: 'warning',
      message: `${date(encounter.date)} is ahead of today, ${date(settings.today)}, and ${count(lines, 'line is', 'lines are')} billed for it. Correct the date, or bill once the care has been given.`,
    });
  },
};

const HEAD = `payer commercial
clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Billed ahead of its date',
  summary: 'Something is billed for a date of service that has not come yet.',
  explanation:
    'Care is billed after it was given. A date ahead of today is most often a wrong year or month. Today is the date of this machine, or the one given with --today. An encounter that is only planned, with no claim line, is fine.',
  cost: 'The claim is sent back.',
  fix: 'Correct the date, or take the claim lines out until the day has come.',
  severities: 'Warning, for every payer.',
  bad: [
    {
      title: 'The wrong year',
      today: 20260310,
      text: `${HEAD}
encounter 2027-03-03 patient A
          ^^^^^^^^^^ future-date warning
  dx M54.50
  09:00-09:15  97110
  bill 97110 x1
`,
    },
  ],
  good: [
    {
      title: 'Today itself',
      today: 20260303,
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110 x1
`,
    },
    {
      title: 'Planned and not billed',
      today: 20260310,
      text: `${HEAD}
encounter 2026-03-12 patient A
  dx M54.50
  09:00-09:15  97110
`,
    },
  ],
};
