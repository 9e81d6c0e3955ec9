/** A clinician's day as the server tells it (`encounter/day`), and what the panel and its page say to one another. */

/** Minutes after midnight; `end` is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface DayPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export type Family = 'timed' | 'group' | 'attended' | 'supervised' | 'evaluation' | 'untimed' | 'unknown';
export type BarContact = 'one-on-one' | 'attendance' | 'group' | 'supervised' | 'unknown';
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A session. */
export interface DayBar {
  readonly id: string;
  readonly place: DayPlace;
  /** Nothing where the session has a length alone, or a time that cannot be. */
  readonly span: Span | null;
  readonly minutes: number | null;
  readonly code: string;
  readonly label: string;
  readonly family: Family;
  readonly contact: BarContact;
  /** The stated size of the group; 0 where none is. */
  readonly size: number;
  readonly activity: string | null;
  /** Who gave it, where that is not the clinician of the day. */
  readonly by: { readonly kind: 'person' | 'aide' | 'student' | 'nobody'; readonly name: string | null } | null;
  /** Its minutes count toward timed units. */
  readonly counts: boolean;
  /** Bars of one lane that share minutes stand below one another. */
  readonly row: number;
  /** Minutes that a rule on overlap speaks of. */
  readonly clashes: readonly Span[];
  /** Indexes into the findings of the day. */
  readonly findings: readonly number[];
}

export interface DayFigures {
  readonly minutes: number;
  readonly timed: number | null;
  readonly supported: number | null;
  readonly billing: 'read' | 'none' | 'unread';
  readonly billed: number;
  readonly billedUntimed: number;
}

/** A patient. */
export interface DayLane {
  readonly id: string;
  readonly patient: string | null;
  readonly place: DayPlace;
  readonly bars: readonly DayBar[];
  readonly rows: number;
  readonly figures: DayFigures;
  readonly findings: readonly number[];
}

export interface DayGroup extends Span {
  readonly code: string;
  readonly bars: readonly string[];
  readonly stated: number;
  readonly onFile: number;
}

export interface DayFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly place: DayPlace;
}

export interface DayView {
  readonly giver: string | null;
  /** yyyymmdd. */
  readonly date: number;
  readonly lanes: readonly DayLane[];
  /** Patients that are not drawn. */
  readonly moreLanes: number;
  readonly groups: readonly DayGroup[];
  readonly findings: readonly DayFinding[];
  readonly busy: readonly Span[];
  readonly gaps: readonly Span[];
  readonly clashes: readonly Span[];
  readonly extent: Span | null;
  readonly lit: readonly string[];
  readonly litLane: string | null;
}

/** One clinician's day in a file, for a list to choose from. */
export interface DayInFile {
  readonly giver: string;
  readonly date: number;
  readonly line: number;
  readonly encounters: number;
}

/** Why there is nothing to draw. */
export type NoDay = 'no-file' | 'no-encounter' | 'no-date' | 'not-running';

/** Where the picture is taken from: kept by the page, so that it is there again when the window is. */
export interface DayOrigin {
  readonly uri: string;
  readonly line: number;
}

export type ToDayPage =
  /** `turn` grows with each day sent; what the page asks for is asked of the day with that turn. */
  | { readonly kind: 'day'; readonly day: DayView; readonly turn: number; readonly origin: DayOrigin }
  | { readonly kind: 'none'; readonly why: NoDay }
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
      return typeof why === 'string' ? { kind, why: why as NoDay } : undefined;
    case 'day':
      if (typeof day !== 'object' || day === null || typeof turn !== 'number') return undefined;
      return { kind, day: day as DayView, turn, origin: origin as DayOrigin };
    default:
      return undefined;
  }
}
