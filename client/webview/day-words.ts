/** Everything the day's page says: figures first, in plain words. */

import * as l10n from '@vscode/l10n';
import type {
  DayBar,
  DayFigures,
  DayFinding,
  DayGroup,
  DayLane,
  DayView,
  Family,
  NothingToDraw,
  Span,
} from '../src/views/day-data';

/** "09:15" for 555. */
export function clock(minute: number): string {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** "09:00–09:15". */
export function times({ start, end }: Span): string {
  return `${clock(start)}–${clock(end)}`;
}

export function minutes(n: number): string {
  return l10n.t('{0} min', n);
}

/** "2 h 05 min"; below an hour, "47 min". */
export function duration(n: number): string {
  return n < 60 ? minutes(n) : l10n.t('{0} h {1} min', Math.floor(n / 60), pad(n % 60));
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** "2026-03-03" for 20260303. */
export function isoDate(date: number): string {
  return String(date).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

/** "Tuesday, March 3, 2026", as one writes it in the editor's language. */
export function longDate(date: number, language: string): string {
  const day = new Date(`${isoDate(date)}T00:00:00Z`);
  const parts = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(language, parts).format(day);
  } catch {
    return isoDate(date);
  }
}

export function giverName(day: DayView): string {
  return day.giver ?? l10n.t('No clinician named');
}

export function patientName({ patient }: DayLane): string {
  return patient ?? '?';
}

/** For those who hear it. */
export function patientWords({ patient }: DayLane): string {
  return patient === null ? l10n.t('A patient whose id cannot be read') : l10n.t('Patient {0}', patient);
}

export function familyName(family: Family): string {
  switch (family) {
    case 'timed':
      return l10n.t('One-on-one, timed');
    case 'group':
      return l10n.t('Group');
    case 'attended':
      return l10n.t('Modality, attended');
    case 'supervised':
      return l10n.t('Modality, supervised');
    case 'evaluation':
      return l10n.t('Evaluation');
    case 'untimed':
      return l10n.t('Other, not timed');
    case 'unknown':
      return l10n.t('Code not known');
  }
}

/** "group of 4", "one-on-one"; empty where it is not known. */
export function contactWords({ contact, size }: DayBar): string {
  switch (contact) {
    case 'one-on-one':
      return l10n.t('one-on-one');
    case 'attendance':
      return l10n.t('attended');
    case 'supervised':
      return l10n.t('supervised');
    case 'group':
      return size > 0 ? l10n.t('group of {0}', size) : l10n.t('group');
    case 'unknown':
      return '';
  }
}

/** "by K. Lee, PTA"; empty for a session of the clinician's own. */
export function byWords({ by }: DayBar): string {
  switch (by?.kind) {
    case undefined:
      return '';
    case 'aide':
      return l10n.t('by an aide');
    case 'student':
      return l10n.t('by a student');
    case 'nobody':
      return l10n.t('by nobody named');
    case 'person':
      return l10n.t('by {0}', by?.name ?? '');
  }
}

export function codeWords({ code }: DayBar): string {
  return code === '' ? '?' : code;
}

/** "09:00–09:15", "15 min, no clock time", "time cannot be read". */
export function whenWords({ span, minutes: n }: DayBar): string {
  if (span) return times(span);
  return n === null ? l10n.t('time cannot be read') : l10n.t('{0} min, no clock time', n);
}

/** "overlap 5 min"; empty where there is none. */
export function clashWords({ clashes }: { readonly clashes: readonly Span[] }): string {
  return clashes.length === 0 ? '' : l10n.t('overlap {0} min', lengthOf(clashes));
}

/** Whether its minutes count toward units, and why not; empty where there is nothing to say. */
export function countsWords({ counts, family, contact, by }: DayBar): string {
  if (counts) return l10n.t('counts toward timed units');
  if (family === 'unknown') return '';
  if (contact === 'group') return l10n.t('group: not timed');
  if (by?.kind === 'aide') return l10n.t('by an aide: does not count');
  return l10n.t('not timed');
}

/** "2 errors, 1 warning"; empty where there is none. */
export function findingsWords(findings: readonly DayFinding[]): string {
  const count = (severity: DayFinding['severity']) => findings.filter((one) => one.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  const notes = count('info');
  const hints = count('hint');
  return [
    errors === 1 ? l10n.t('1 error') : errors > 1 ? l10n.t('{0} errors', errors) : '',
    warnings === 1 ? l10n.t('1 warning') : warnings > 1 ? l10n.t('{0} warnings', warnings) : '',
    notes === 1 ? l10n.t('1 note') : notes > 1 ? l10n.t('{0} notes', notes) : '',
    hints === 1 ? l10n.t('1 hint') : hints > 1 ? l10n.t('{0} hints', hints) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

export function severityWord(severity: DayFinding['severity']): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'info':
      return l10n.t('Note');
    case 'hint':
      return l10n.t('Hint');
  }
}

/** Minutes and way of one session in a row: "15 min · one-on-one · by an aide". */
export function barDetail(bar: DayBar, day: DayView): string {
  const group = day.groups.find(({ bars }) => bars.includes(bar.id));
  const parts = [
    bar.span && bar.minutes !== null ? minutes(bar.minutes) : '',
    group ? groupWords(group) : contactWords(bar),
    bar.activity === null ? '' : `“${bar.activity}”`,
    byWords(bar),
    countsWords(bar),
    clashWords(bar),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What stands on a session below its code. */
export function barSub(bar: DayBar): string {
  return bar.span ? byWords(bar) || contactWords(bar) : whenWords(bar);
}

/** A session for those who hear it: first what is read on it, so that it can be called by that. */
export function barSentence(bar: DayBar, day: DayView): string {
  const found = bar.findings.map((index) => day.findings[index]!);
  const sub = barSub(bar);
  const parts = [
    `${codeWords(bar)} ${sub}`.trim(),
    bar.span ? l10n.t('{0} to {1}', clock(bar.span.start), clock(bar.span.end)) : '',
    bar.label,
    contactWords(bar) === sub ? '' : contactWords(bar),
    bar.span && bar.minutes !== null ? minutes(bar.minutes) : '',
    byWords(bar) === sub ? '' : byWords(bar),
    clashWords(bar),
    findingsWords(found),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** "3 of 3": billed, of those that the minutes support; a dash where there is nothing to bill by minutes. */
export function unitsWords({ supported, billing, billed }: DayFigures): string {
  if (supported === 0 && billed === 0 && billing !== 'unread') return '–';
  if (billing === 'none') return supported === null ? '?' : l10n.t('0 of {0}', supported);
  return l10n.t('{0} of {1}', billing === 'unread' ? '?' : billed, supported ?? '?');
}

/** "1 too many", "1 more possible", "+ 1 untimed"; empty where billed is what is supported, and nothing else. */
export function unitsNote(figures: DayFigures): string {
  const { billing, billedUntimed } = figures;
  if (billing === 'none') return l10n.t('not billed yet');
  if (billing === 'unread') return l10n.t('a line cannot be read');
  const off = unitsOff(figures);
  if (off > 0) return l10n.t('{0} too many', off);
  if (off < 0) return l10n.t('{0} fewer', -off);
  return billedUntimed > 0 ? l10n.t('+ {0} untimed', billedUntimed) : '';
}

/** Billed less supported; 0 where either is not known. */
export function unitsOff({ supported, billing, billed }: DayFigures): number {
  return supported === null || billing !== 'read' ? 0 : billed - supported;
}

/** The figures of a patient for those who hear them. */
export function figuresSentence(figures: DayFigures): string {
  const { timed, supported, billing, billed, billedUntimed } = figures;
  const one = supported === 1;
  const units =
    supported === null
      ? l10n.t('units not counted: a time or a code cannot be read')
      : billing === 'none'
        ? one
          ? l10n.t('1 timed unit supported, nothing billed yet')
          : l10n.t('{0} timed units supported, nothing billed yet', supported)
        : billing === 'unread'
          ? one
            ? l10n.t('1 timed unit supported, a claim line cannot be read')
            : l10n.t('{0} timed units supported, a claim line cannot be read', supported)
          : one
            ? l10n.t('1 timed unit supported, {0} billed', billed)
            : l10n.t('{0} timed units supported, {1} billed', supported, billed);
  return [
    l10n.t('{0} minutes of treatment', figures.minutes),
    timed === null ? '' : l10n.t('{0} timed', timed),
    units,
    billedUntimed > 0 ? l10n.t('{0} untimed billed', billedUntimed) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

export interface Tile {
  readonly figure: string;
  readonly caption: string;
  readonly mark?: 'error' | 'warning';
}

/** What the whole day comes to. */
export function tiles(day: DayView): Tile[] {
  const { lanes, moreLanes, busy, gaps, clashes, findings } = day;
  const patients = lanes.length + moreLanes;
  const known = lanes.every(({ figures }) => figures.supported !== null && figures.billing !== 'unread');
  const sum = (of: (figures: DayFigures) => number) => lanes.reduce((total, { figures }) => total + of(figures), 0);
  const over = lanes.some(({ figures }) => unitsOff(figures) > 0);
  const supported = sum((figures) => figures.supported ?? 0);
  const billed = sum((figures) => figures.billed);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const all: (Tile | undefined)[] = [
    { figure: String(patients), caption: patients === 1 ? l10n.t('patient') : l10n.t('patients') },
    busy.length > 0 ? { figure: duration(lengthOf(busy)), caption: l10n.t('with patients') } : undefined,
    gaps.length > 0
      ? {
          figure: duration(lengthOf(gaps)),
          caption: gaps.length === 1 ? l10n.t('free, in 1 gap') : l10n.t('free, in {0} gaps', gaps.length),
        }
      : undefined,
    moreLanes === 0
      ? {
          figure: known ? l10n.t('{0} of {1}', billed, supported) : '?',
          caption: l10n.t('timed units billed'),
          ...(over ? { mark: 'error' as const } : {}),
        }
      : undefined,
    clashes.length > 0 ? { figure: duration(lengthOf(clashes)), caption: l10n.t('overlap'), mark: 'error' } : undefined,
    errors > 0
      ? { figure: String(errors), caption: errors === 1 ? l10n.t('error') : l10n.t('errors'), mark: 'error' }
      : undefined,
    warnings > 0
      ? {
          figure: String(warnings),
          caption: warnings === 1 ? l10n.t('warning') : l10n.t('warnings'),
          mark: 'warning',
        }
      : undefined,
  ];
  return all.filter((tile) => tile !== undefined);
}

/** The day in one sentence: said when another day comes on the screen. */
export function daySentence(day: DayView, language: string): string {
  const figures = tiles(day).map(({ figure, caption }) => `${figure} ${caption}`);
  return `${giverName(day)}, ${longDate(day.date, language)}: ${figures.join(', ')}`;
}

export function groupWords({ bars, stated }: DayGroup): string {
  return stated > 0 && stated !== bars.length
    ? l10n.t('group of {0}, {1} of them here', stated, bars.length)
    : l10n.t('group of {0}', bars.length);
}

export function gapWords({ start, end }: Span): string {
  return l10n.t('{0} min free', end - start);
}

export function moreWords({ moreLanes }: DayView): string {
  return moreLanes === 1 ? l10n.t('1 more patient is not drawn') : l10n.t('{0} more patients are not drawn', moreLanes);
}

/** Why there is nothing to see, and what to do. */
export function nothingWords(why: NothingToDraw): { readonly title: string; readonly advice: string } {
  switch (why) {
    case 'no-file':
      return {
        title: l10n.t('No encounter file is in view'),
        advice: l10n.t('Open one and put the cursor into an encounter. Its day is drawn here.'),
      };
    case 'no-encounter':
      return {
        title: l10n.t('No encounter is written yet'),
        advice: l10n.t('Write one: encounter 2026-03-03 patient A. Its day is drawn here.'),
      };
    case 'no-date':
      return {
        title: l10n.t('The date cannot be read'),
        advice: l10n.t('Write it as 2026-03-03. The day is drawn here as soon as it can be read.'),
      };
    case 'not-running':
      return {
        title: l10n.t('Encounter is not running'),
        advice: l10n.t('Run the command “Encounter: Restart Server”.'),
      };
  }
}

export function noTimesWords(): { readonly title: string; readonly advice: string } {
  return {
    title: l10n.t('No session with a time on this day yet'),
    advice: l10n.t('Write one as 09:00-09:15  97110. It is drawn here.'),
  };
}
