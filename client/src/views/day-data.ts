/** A clinician's day as the server tells it (`encounter/day`), and what the panel and its page say to one another. */

import type { DayPlace, DayView, NoDay } from '../../../server/src/features/day-view';

export type {
  DayBar,
  DayFigures,
  DayFinding,
  DayGroup,
  DayInFile,
  DayLane,
  DayPlace,
  DayView,
  Family,
  Span,
} from '../../../server/src/features/day-view';

/** Why there is nothing to draw. */
export type NothingToDraw = NoDay | 'no-file' | 'not-running';

/** Where the picture is taken from: kept by the page, so that it is there again when the window is. */
export interface DayOrigin {
  readonly uri: string;
  readonly line: number;
}

export type ToDayPage =
  /** `turn` grows with each day sent; what the page asks for is asked of the day with that turn. */
  | { readonly kind: 'day'; readonly day: DayView; readonly turn: number; readonly origin: DayOrigin }
  | { readonly kind: 'none'; readonly why: NothingToDraw }
  /** Moves the focus to the session at the cursor. */
  | { readonly kind: 'focus' }
  /** Asks for the picture as a file. */
  | { readonly kind: 'draw' };

export type FromDayPage =
  /** To the line of a bar, a lane or a finding. */
  | { readonly kind: 'go'; readonly turn: number; readonly id: string; readonly keepFocus: boolean }
  /** Back to the text. */
  | { readonly kind: 'back' }
  /** Another day of the file. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'picture'; readonly date: number; readonly svg: string };

/** How a finding is called in `go`. */
export function findingId(index: number): string {
  return `finding-${index}`;
}

/** Where what is called by an id stands. */
export function placeOf(day: DayView, id: string): DayPlace | undefined {
  const finding = /^finding-(\d+)$/.exec(id);
  if (finding) return day.findings[Number(finding[1])]?.place;
  for (const lane of day.lanes) {
    if (lane.id === id) return lane.place;
    const bar = lane.bars.find((one) => one.id === id);
    if (bar) return bar.place;
  }
  return undefined;
}

/** A picture larger than this is none of ours. */
const mostCharacters = 4_000_000;

/** A message of the page, as it should be; nothing where it is not. */
export function readFromDayPage(message: unknown): FromDayPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, turn, id, keepFocus, date, svg } = message as Record<string, unknown>;
  switch (kind) {
    case 'back':
    case 'choose':
      return { kind };
    case 'go':
      if (typeof turn !== 'number' || typeof id !== 'string' || typeof keepFocus !== 'boolean') return undefined;
      return { kind, turn, id, keepFocus };
    case 'picture':
      if (typeof svg !== 'string' || !svg.startsWith('<svg ') || svg.length > mostCharacters) return undefined;
      return typeof date === 'number' && Number.isInteger(date) ? { kind, date, svg } : undefined;
    default:
      return undefined;
  }
}

/** A message of the panel; nothing where it is no message of ours. What is in a day is the server's own word. */
export function readToDayPage(message: unknown): ToDayPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, day, turn, origin, why } = message as Record<string, unknown>;
  switch (kind) {
    case 'focus':
    case 'draw':
      return { kind };
    case 'none':
      return typeof why === 'string' ? { kind, why: why as NothingToDraw } : undefined;
    case 'day':
      if (typeof day !== 'object' || day === null || typeof turn !== 'number') return undefined;
      return { kind, day: day as DayView, turn, origin: origin as DayOrigin };
    default:
      return undefined;
  }
}
