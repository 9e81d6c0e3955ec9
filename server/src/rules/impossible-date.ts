import type { ProblemRule, RuleDocs } from './kit/rule';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const rule: ProblemRule = {
  id: 'impossible-date',
  scope: 'problem',
  severity: 'error',
  sources: ['theraplatform'],
  statements: ['T08'],
  facts: [],
  check(_, found) {
    const year = Number(found.slice(0, 4));
    const month = Number(found.slice(5, 7));
    const day = Number(found.slice(8, 10));
    return {
      message: `${found}: ${why(year, month, day)}. Write the date of service as year-month-day, such as 2026-03-03. Until then the encounter is judged by itself.`,
    };
  },
};

function why(year: number, month: number, day: number): string {
  if (year < 1) return 'there is no year 0';
  const name = MONTHS[month - 1];
  if (name === undefined) {
    // The day and the month changed places.
    if (month > 12 && day >= 1 && day <= 12) return `there is no month ${month}; the month stands before the day`;
    return `there is no month ${month}`;
  }
  const days = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day < 1) return 'the first day of a month is 01';
  if (day > days) return `${name}${month === 2 ? ` ${year}` : ''} has ${days} days`;
  return 'there is no such day';
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export const docs: RuleDocs = {
  title: 'No such day',
  summary: 'The date of an encounter is not in the calendar.',
  explanation:
    'Dates are written year-month-day, such as 2026-03-03. Codes, pairs and rules are those in force on the date of service, and a day’s sessions are judged together, so nothing that hangs on the date can be checked without it. The encounter then stands by itself.',
  cost: 'The encounter is not checked against the patient’s and the clinician’s other sessions of the day.',
  fix: 'Write the date of service.',
  severities: 'Error, for every payer.',
  bad: [
    {
      title: '30 February',
      text: `encounter 2026-02-30 patient A
          ^^^^^^^^^^ impossible-date error
`,
    },
    {
      title: 'Day and month changed places',
      text: `encounter 2026-25-03 patient A
          ^^^^^^^^^^ impossible-date error
`,
    },
  ],
  good: [{ title: '29 February of a leap year', text: 'encounter 2024-02-29 patient A\n' }],
};
