/**
 * Calm typing: when a finding that was not there before is shown. One that was fixed goes at once, whatever the setting;
 * so does one that an opened file brings, or a changed setting. Held back is only what typing itself has brought about.
 */

import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Counts, Report } from './convert';
import type { Change } from './documents';

export const CHECK_MODES = ['whileTyping', 'afterPause', 'onSave'] as const;
export type CheckMode = (typeof CHECK_MODES)[number];

/** Limits of the pause, in seconds: shorter is typing, longer would look like a checker that has stopped. */
export const LEAST_PAUSE = 0.2;
export const MOST_PAUSE = 10;

/** Runs a function in so many milliseconds, unless it is taken back before. */
export type After = (ms: number, run: () => void) => () => void;

export interface CalmOptions {
  readonly after: After;
  /** The reports of these documents hold more now. */
  readonly onRelease: (uris: readonly string[]) => void;
}

/** A finding that is shown, by its rule and where it is: on one line, or on one of those that an edit went over. */
interface Shown {
  readonly rule: string;
  first: number;
  last: number;
}

interface Known {
  shown: Shown[];
  holdsBack: boolean;
}

export class Calm {
  private mode: CheckMode = 'whileTyping';
  private pauseMs = 1000;
  private readonly known = new Map<string, Known>();
  /** Documents that were typed in since their findings were all shown. */
  private readonly typed = new Set<string>();
  private takeBack: () => void = () => {};

  constructor(private readonly options: CalmOptions) {}

  /** @param pause in seconds. */
  set(mode: CheckMode, pause: number): void {
    this.pauseMs = pause * 1000;
    if (mode === this.mode) return;
    this.mode = mode;
    this.releaseAll();
  }

  didChange(uri: string, changes: readonly Change[]): void {
    if (this.mode === 'whileTyping') return;
    this.typed.add(uri);
    const known = this.known.get(uri);
    if (known) for (const change of changes) moveAll(known.shown, change);
    if (this.mode !== 'afterPause') return;
    this.takeBack();
    this.takeBack = this.options.after(this.pauseMs, () => this.releaseAll());
  }

  /** Whether findings of this document may be held back now. */
  isWaiting(uri: string): boolean {
    return this.typed.has(uri);
  }

  /** A save is the end of typing in this document, in every mode. */
  didSave(uri: string): void {
    this.typed.delete(uri);
    if (this.typed.size === 0) this.releaseAll();
    else this.release([...this.known.keys()].filter((one) => !this.typed.has(one)));
  }

  didClose(uri: string): void {
    this.known.delete(uri);
    this.typed.delete(uri);
    if (this.typed.size === 0) this.releaseAll();
  }

  /** What is found now may be found for another reason than typing. */
  releaseAll(): void {
    this.takeBack();
    this.typed.clear();
    this.release([...this.known.keys()]);
  }

  private release(uris: readonly string[]): void {
    const more = uris.filter((uri) => this.known.get(uri)?.holdsBack);
    for (const uri of uris) this.known.delete(uri);
    if (more.length > 0) this.options.onRelease(more);
  }

  /** A document's report as it is to be shown now. */
  shown(uri: string, report: Report): Report {
    if (this.mode === 'whileTyping') return report;
    const known = this.known.get(uri);
    if (!known || this.typed.size === 0) {
      this.known.set(uri, { shown: report.items.flatMap(shownOf), holdsBack: false });
      return report;
    }
    const isShown = whichWereShown(report.items, known.shown);
    const items = report.items.filter((_, at) => isShown[at]);
    known.shown = items.flatMap(shownOf);
    known.holdsBack = items.length < report.items.length;
    if (!known.holdsBack) return report;
    const counts = { ...report.counts };
    let mark = 0;
    report.items.forEach((item, at) => {
      if (isShown[at]) return;
      counts[COUNT_OF[item.severity ?? DiagnosticSeverity.Error]]--;
      mark = Math.imul(mark ^ (at + 1), 0x01000193);
    });
    return { ...report, items, counts, mark: `${report.mark}~${(mark >>> 0).toString(36)}` };
  }
}

const COUNT_OF: Readonly<Record<DiagnosticSeverity, keyof Counts>> = {
  [DiagnosticSeverity.Error]: 'errors',
  [DiagnosticSeverity.Warning]: 'warnings',
  [DiagnosticSeverity.Information]: 'infos',
  [DiagnosticSeverity.Hint]: 'hints',
};

/** What is no finding of a rule, such as a file that is too large, is always shown. */
function shownOf({ code, range }: Diagnostic): Shown[] {
  return code === undefined ? [] : [{ rule: String(code), first: range.start.line, last: range.start.line }];
}

/** Follows an edit: what is behind it moves along, what it went over may be on any of its lines. */
function moveAll(shown: readonly Shown[], { range, text }: Change): void {
  if (!range) {
    for (const one of shown) {
      one.first = 0;
      one.last = Number.POSITIVE_INFINITY;
    }
    return;
  }
  const { line: from } = range.start;
  const { line: to } = range.end;
  const lastNew = from + breaksIn(text);
  for (const one of shown) {
    if (one.last < from) continue;
    if (one.first > to) one.first += lastNew - to;
    else one.first = Math.min(one.first, from);
    one.last = one.last > to ? one.last + lastNew - to : lastNew;
  }
}

function breaksIn(text: string): number {
  let breaks = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) breaks++;
  }
  return breaks;
}

/** For each finding, whether it was shown before: as many of a rule as there were, on the lines where they were. */
function whichWereShown(items: readonly Diagnostic[], before: readonly Shown[]): boolean[] {
  const exact = new Map<string, number>();
  const loose = new Map<string, Shown[]>();
  for (const one of before) {
    if (one.first === one.last) {
      const key = `${one.rule} ${one.first}`;
      exact.set(key, (exact.get(key) ?? 0) + 1);
    } else {
      const list = loose.get(one.rule);
      if (list) list.push(one);
      else loose.set(one.rule, [one]);
    }
  }
  const isShown = items.map(({ code, range }) => {
    if (code === undefined) return true;
    const key = `${code} ${range.start.line}`;
    const left = exact.get(key) ?? 0;
    if (left > 0) exact.set(key, left - 1);
    return left > 0;
  });
  if (loose.size === 0) return isShown;
  items.forEach(({ code, range: { start } }, at) => {
    if (isShown[at]) return;
    const list = loose.get(String(code));
    const found = list?.findIndex(({ first, last }) => first <= start.line && start.line <= last) ?? -1;
    if (found < 0) return;
    list!.splice(found, 1);
    isShown[at] = true;
  });
  return isShown;
}
