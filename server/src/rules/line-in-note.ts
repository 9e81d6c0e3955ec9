import type { ProblemRule, RuleDocs } from './kit/rule';

export const rule: ProblemRule = {
  id: 'line-in-note',
  scope: 'problem',
  severity: 'warning',
  sources: [],
  statements: [],
  facts: [],
  check(_, found) {
    return {
      message: `This reads like ${what(found)}, but it stands deeper than the note above and belongs to its text: it is not counted. If it is one, indent it no deeper than the note's label.`,
    };
  },
};

/** What the line would be by itself, by how it begins. */
function what(found: string): string {
  const first = found.charCodeAt(0) | 32;
  if (first >= 48 && first <= 57) return 'a session';
  if (/^bill\b/i.test(found)) return 'a claim line';
  return /^encounter\b/i.test(found) ? 'a header' : 'another note';
}

export const docs: RuleDocs = {
  title: 'Line inside a note',
  summary: 'A line that would be a session, claim, note or header by itself is part of the note above it.',
  explanation:
    'A note goes on over every following line that is indented deeper than its label. What stands there is text, whatever it looks like. Where it looks like a line of its own, it was most likely meant as one.',
  cost: 'A session or claim line inside a note is not counted, and the units and pairs of the day are judged without it.',
  fix: 'Indent the line no deeper than the label of the note, or leave it where it is if it is text.',
  severities: 'Warning.',
  bad: [
    {
      title: 'A claim line slipped under the note',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
  O: Floor to half kneel to stand, 4 times.
    bill 97110-GP x1
    ^^^^^^^^^^^^^^^^ line-in-note warning
`,
    },
  ],
  good: [
    {
      title: 'A note over two lines',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
  O: Floor to half kneel to stand, 4 times.
    Bills at the table were the hardest.
`,
    },
  ],
};
