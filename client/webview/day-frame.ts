import type { DayView, Span } from '../src/views/day-data';

/** What of the day a drawing spans: whole half hours, one hour at least. */
export function frameOf({ extent }: Pick<DayView, 'extent'>): Span | undefined {
  if (!extent) return undefined;
  const start = Math.floor(extent.start / 30) * 30;
  return { start, end: Math.max(Math.ceil(extent.end / 30) * 30, start + 60) };
}
