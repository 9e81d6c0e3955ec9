/** Times as they are written, for rules that say what is wrong with one. */

export interface WrittenTime {
  /** As written: "9:75". */
  readonly text: string;
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | undefined;
}

const DASH = '[-\\u2010-\\u2015\\u2212]';
const TIME = '(\\d{1,2}):(\\d{2})(?:[ \\t\\xa0]*(am|pm))?';
const RANGE = new RegExp(`^${TIME}[ \\t\\xa0]*${DASH}[ \\t\\xa0]*${TIME}$`, 'i');

/** The two times of a range; nothing where the text is none. */
export function writtenRange(text: string): readonly [from: WrittenTime, to: WrittenTime] | undefined {
  const match = RANGE.exec(text.trim());
  if (!match) return undefined;
  return [timeOf(match[1], match[2], match[3]), timeOf(match[4], match[5], match[6])];
}

function timeOf(hour = '', minute = '', half?: string): WrittenTime {
  return {
    text: `${hour}:${minute}${half ?? ''}`,
    hour: Number(hour),
    minute: Number(minute),
    half: half?.toLowerCase() as WrittenTime['half'],
  };
}

/** Minutes after midnight. Only for a time that there is. */
export function minuteOf({ hour, minute, half }: WrittenTime): number {
  if (half === undefined) return hour * 60 + minute;
  return (hour % 12) * 60 + minute + (half === 'pm' ? 720 : 0);
}

/** The time in its written form. */
export function timeText({ hour, minute, half }: Omit<WrittenTime, 'text'>): string {
  const text = `${half ? hour : pad(hour)}:${pad(minute)}`;
  return half ? `${text}${half}` : text;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
