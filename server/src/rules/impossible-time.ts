import type { ProblemDraft, ProblemRule, RuleDocs } from './kit/rule';
import { timeText, type WrittenTime, writtenRange } from './kit/times';

export const rule: ProblemRule = {
  id: 'impossible-time',
  scope: 'problem',
  severity: 'error',
  sources: ['theraplatform'],
  statements: ['T08'],
  facts: [],
  check(_, found) {
    const range = writtenRange(found);
    if (!range) return noLength(found);
    const [from, to] = range;
    const faults = [faultOf(from, false), faultOf(to, true)].filter((fault) => fault !== '');
    return {
      message: `${found}: ${faults.join('; ')}. The minutes are not counted until it is corrected.`,
      fixes: withoutHalf(from, to),
    };
  },
};

function noLength(found: string): ProblemDraft {
  const length = Number.parseInt(found, 10);
  return {
    message:
      length === 0
        ? `${found}: a session has at least 1 min. Write its minutes, or remove the line.`
        : `${found}: a day has 1440 min. Write the minutes of this session alone.`,
  };
}

/** What is wrong with a time; '' where nothing is. */
function faultOf(time: WrittenTime, isEnd: boolean): string {
  const { text, hour, minute, half } = time;
  if (half !== undefined && (hour < 1 || hour > 12))
    return hour === 0
      ? `${text} is no time, since hours with am or pm run from 1 to 12 (midnight is 12:00am)`
      : `${text} is no time, since hours with am or pm run from 1 to 12`;
  if (minute > 59) return `${text} is no time, since minutes run from 00 to 59`;
  if (hour === 24 && minute === 0 && !isEnd) return '24:00 ends a day, and the next one begins at 00:00';
  if (half === undefined && (hour > 24 || (hour === 24 && minute > 0)))
    return `${text} is no time, since hours run from 0 to 23 (24:00 is an end only)`;
  return '';
}

/** 13:00pm-14:00pm: the 24-hour times are right, and the pm is one too many. */
function withoutHalf(from: WrittenTime, to: WrittenTime): NonNullable<ProblemDraft['fixes']> {
  if (from.half === undefined || from.minute > 59 || to.minute > 59) return [];
  const fits = ({ hour, half }: WrittenTime) => hour < 24 && half === (hour < 12 ? 'am' : 'pm');
  if (!fits(from) || !fits(to)) return [];
  const newText = `${timeText({ ...from, half: undefined })}-${timeText({ ...to, half: undefined })}`;
  if (from.hour * 60 + from.minute >= to.hour * 60 + to.minute) return [];
  return [{ title: `Write ${newText}: you state that these were the times`, safe: false, newText }];
}

export const docs: RuleDocs = {
  title: 'No such time',
  summary: 'A time that no clock shows, or a length that no session has.',
  explanation:
    'Hours run from 0 to 23 and minutes from 00 to 59. With am or pm, hours run from 1 to 12: 12:00am is midnight, 12:00pm noon. 24:00 is the end of a day and never a start. A length is 1 to 1440 minutes. Until it is right, the minutes of the session are not known, and rules that need them stay silent.',
  cost: 'The minutes are not counted, and neither units nor overlaps are checked.',
  fix: 'Write the time as the clock showed it. Where pm stands behind a 24-hour time, it can be taken off.',
  severities: 'Error, for every payer.',
  bad: [
    {
      title: 'Minute 75',
      text: `encounter 2026-03-03 patient A
  9:75-10:15  97110
  ^^^^^^^^^^ impossible-time error
`,
    },
    {
      title: 'A 24-hour time with pm',
      text: `encounter 2026-03-03 patient A
  13:00pm-13:15pm  97110
  ^^^^^^^^^^^^^^^ impossible-time error | Write 13:00-13:15: you state that these were the times
`,
      fixed: `encounter 2026-03-03 patient A
  13:00-13:15  97110
`,
    },
    {
      title: 'A session of no minutes',
      text: `encounter 2026-03-03 patient A
  0 min  97110
  ^^^^^ impossible-time error
`,
    },
  ],
  good: [
    {
      title: 'Past noon, both ways',
      text: 'encounter 2026-03-03 patient A\n  13:00-13:15  97110\n  2:00pm-2:15pm  97112\n',
    },
    { title: 'Up to the end of the day', text: 'encounter 2026-03-03 patient A\n  23:30-24:00  97110\n' },
  ],
};
