import type { ProblemDraft, ProblemRule, RuleDocs } from './kit/rule';
import { minuteOf, timeText, type WrittenTime, writtenRange } from './kit/times';
import { clock } from './kit/words';

export const rule: ProblemRule = {
  id: 'end-before-start',
  scope: 'problem',
  severity: 'error',
  sources: ['theraplatform'],
  statements: ['T08'],
  facts: [],
  check(_, found) {
    const range = writtenRange(found);
    if (!range) return { message: `${found}: the session does not end after it starts. Correct the times.` };
    const [from, to] = range;
    if (minuteOf(to) === 0) return endsAtMidnight(from, to);
    if (minuteOf(to) === minuteOf(from))
      return { message: `${found}: starts and ends in the same minute. Write the end, or the length (15 min).` };
    return turned(found, from, to);
  },
};

/** 00:00 begins a day; its end is 24:00. */
function endsAtMidnight(from: WrittenTime, to: WrittenTime): ProblemDraft {
  const start = clock(minuteOf(from));
  if (minuteOf(from) === 0)
    return {
      message: `${start} to ${timeText(to)} is no time: midnight begins the day as 00:00 and ends it as 24:00.`,
    };
  const text = `${start}-24:00`;
  return {
    message: `${timeText(to)} is the midnight that begins the day. A session up to the end of the day is written ${text}.`,
    fixes: [{ title: `Write ${text}: you state that it ended at midnight`, safe: false, newText: text }],
  };
}

function turned(found: string, from: WrittenTime, to: WrittenTime): ProblemDraft {
  const start = minuteOf(from);
  const end = minuteOf(to);
  const fixes: { title: string; safe: boolean; newText: string }[] = [];
  const offer = (newText: string) =>
    fixes.push({ title: `Write ${newText}: you state that these were the times`, safe: false, newText });
  // 11:30-1:00 and 1:00pm-1:45am: past noon, most likely.
  if (to.half !== 'pm' && end < 720 && isLikely(start, end + 720)) {
    if (from.half) offer(`${timeText(from)}-${timeText({ ...to, half: 'pm' })}`);
    else offer(`${clock(start)}-${clock(end + 720)}`);
  }
  if (isLikely(end, start)) offer(`${timeText(to)}-${timeText(from)}`);
  return {
    message: `${found}: ends before it starts, so its minutes are not counted. Correct the times. A session past midnight is two: up to 24:00 here, and from 00:00 under the next date.`,
    fixes,
  };
}

/** A reading is offered where it makes a session of at most four hours. */
function isLikely(start: number, end: number): boolean {
  return end > start && end - start <= 240;
}

export const docs: RuleDocs = {
  title: 'Ends before it starts',
  summary: 'The end of a session is not after its start.',
  explanation:
    'A session ends after it starts, on the same day. The end of the day is 24:00; 00:00 is its beginning. A session past midnight is written as two: up to 24:00, and from 00:00 in an encounter of the next date. Without am or pm, hours run from 0 to 23. Until the times are right, the minutes of the session are not known, and rules that need them stay silent.',
  cost: 'The minutes are not counted, and neither units nor overlaps are checked.',
  fix: 'Correct the times. Likely readings are offered; each states that these were the times.',
  severities: 'Error, for every payer.',
  bad: [
    {
      title: 'The two times changed places',
      text: `encounter 2026-03-03 patient A
  10:00-09:45  97110
  ^^^^^^^^^^^ end-before-start error | Write 09:45-10:00: you state that these were the times
`,
      fixed: `encounter 2026-03-03 patient A
  09:45-10:00  97110
`,
    },
    {
      title: 'One in the afternoon is 13:00',
      text: `encounter 2026-03-03 patient A
  11:30-1:00  97110
  ^^^^^^^^^^ end-before-start error | Write 11:30-13:00: you state that these were the times
`,
      fixed: `encounter 2026-03-03 patient A
  11:30-13:00  97110
`,
    },
    {
      title: 'Midnight at the end of the day is 24:00',
      text: `encounter 2026-03-03 patient A
  23:30-00:00  97110
  ^^^^^^^^^^^ end-before-start error | Write 23:30-24:00: you state that it ended at midnight
`,
      fixed: `encounter 2026-03-03 patient A
  23:30-24:00  97110
`,
    },
    {
      title: 'No minute at all',
      text: `encounter 2026-03-03 patient A
  09:00-09:00  97110
  ^^^^^^^^^^^ end-before-start error
`,
    },
  ],
  good: [
    { title: 'A session of 15 minutes', text: 'encounter 2026-03-03 patient A\n  09:45-10:00  97110\n' },
    { title: 'Up to the end of the day', text: 'encounter 2026-03-03 patient A\n  23:30-24:00  97110\n' },
  ],
};
