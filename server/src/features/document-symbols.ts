/** The outline of a file: encounters, and in them sessions and claim lines. */

import type { Block } from '../engine/block';
import type { EncounterFile } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import type { ClaimLine, Encounter, Session } from '../model/encounter';
import { count, date as dateWords } from '../rules/kit/words';
import { BlockSyntax } from '../syntax/buffer';
import { Contact } from '../syntax/kinds';
import type { Stretch } from './code-actions';
import { MOST_ENCOUNTERS, type Run, runsOf, sameRun } from './runs';
import { lastOwnLine, lineLength, syntaxOf } from './stretch';

export interface OutlineEntry {
  readonly kind: 'run' | 'encounter' | 'session' | 'claim';
  readonly name: string;
  readonly detail: string;
  readonly range: Stretch;
  /** Within `range`: what is shown when the entry is chosen. */
  readonly selection: Stretch;
  readonly children: readonly OutlineEntry[];
}

/** With more encounters, an outline of every line helps nobody and takes long to draw: encounters alone. */
export const MOST_WITH_LINES = 1000;

/** In a file of many encounters, the same list for as long as it says the same. */
export function outlineOf(workspace: Workspace, path: string): readonly OutlineEntry[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  if (file.blockCount > MOST_ENCOUNTERS) return inRuns(workspace, file);
  const entries: OutlineEntry[] = [];
  const withLines = file.blockCount <= MOST_WITH_LINES;
  const into = new BlockSyntax();
  let line = 0;
  for (const block of file.blocks()) {
    if (!block.isAbove)
      entries.push(encounterEntry(workspace.encounterOf(block), syntaxOf(block, into), block, line, withLines));
    line += block.lineCount;
  }
  return entries;
}

export function encounterName({ patient }: Encounter): string {
  return patient === undefined ? 'patient ?' : `patient ${patient}`;
}

export function encounterDate(encounter: Encounter): string {
  return encounter.date > 0 ? dateWords(encounter.date) : 'no date';
}

function encounterEntry(
  encounter: Encounter,
  syntax: BlockSyntax,
  block: Block,
  line: number,
  withLines: boolean,
): OutlineEntry {
  const last = lastOwnLine(syntax);
  const { start, end } = encounter.headerPlace();
  const children: OutlineEntry[] = [];
  if (withLines) {
    const all = [...encounter.sessions, ...encounter.claims].sort((a, b) => a.line - b.line);
    for (const one of all) {
      const text = block.lineText(one.line);
      children.push('billStart' in one ? claimEntry(one, line, text) : sessionEntry(one, line, text));
    }
  }
  return {
    kind: 'encounter',
    name: encounterName(encounter),
    detail: encounterDate(encounter),
    range: {
      start: { line, character: 0 },
      end: { line: line + last, character: lineLength(syntax, last) },
    },
    selection: stretchOn(line, start, end),
    children,
  };
}

function sessionEntry(session: Session, startLine: number, text: string): OutlineEntry {
  const { whenStart, whenEnd, codeStart, codeEnd, written, activity } = session;
  // A time that cannot be read is shown as it is written.
  const when = whenStart < 0 ? text.slice(0, Math.max(0, codeStart)).trim() : text.slice(whenStart, whenEnd);
  const name = [when, written?.text ?? ''].filter((part) => part !== '').join('  ');
  const how = [contactWords(session), activity ?? ''].filter((part) => part !== '').join(' · ');
  const start = whenStart >= 0 ? whenStart : Math.max(0, codeStart);
  const end = Math.max(start, whenEnd, codeEnd);
  return lineEntry('session', name, how, startLine + session.line, text, start, end);
}

function claimEntry(claim: ClaimLine, startLine: number, text: string): OutlineEntry {
  const { billStart, end, line } = claim;
  return lineEntry('claim', `bill ${claim.text}`.trim(), `x${claim.units}`, startLine + line, text, billStart, end);
}

function lineEntry(
  kind: 'session' | 'claim',
  name: string,
  detail: string,
  line: number,
  text: string,
  start: number,
  end: number,
): OutlineEntry {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  // Where no part of the line can be read, the line.
  const selection = end > from ? stretchOn(line, Math.max(from, start), Math.min(to, end)) : stretchOn(line, from, to);
  return { kind, name: name || text.trim(), detail, range: stretchOn(line, from, to), selection, children: [] };
}

export function contactWords({ contact, size }: Session): string {
  switch (contact) {
    case Contact.Group:
      return size > 0 ? `group of ${size}` : 'group';
    case Contact.OneOnOne:
    case Contact.Attendance:
      return 'one-on-one';
    case Contact.Supervised:
      return 'supervised';
    default:
      return '';
  }
}

function stretchOn(line: number, start: number, end: number): Stretch {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** Encounters in one entry, or a few more, where dates are too many to be entries. */
const MOST_IN_A_RUN = 100;

/** The outline of a file that is shown in runs, with the runs that it was made of. */
const KNOWN = new WeakMap<EncounterFile, { runs: readonly Run[]; outline: readonly OutlineEntry[] }>();

/** Most keys leave every run as it was: then the outline is the same object as before. */
function inRuns(workspace: Workspace, file: EncounterFile): readonly OutlineEntry[] {
  const byDate = runsOf(workspace, file);
  const isByDate = byDate.length <= MOST_ENCOUNTERS;
  const runs = isByDate ? byDate : runsOf(workspace, file, (run) => run.encounters < MOST_IN_A_RUN);
  const known = KNOWN.get(file);
  if (known && sameRuns(known.runs, runs)) return known.outline;
  const outline = isByDate
    ? runs.map((run) => runEntry(run, dayWords(run.firstDate), count(run.encounters, 'encounter')))
    : byNumber(runs);
  KNOWN.set(file, { runs, outline });
  return outline;
}

function sameRuns(before: readonly Run[], runs: readonly Run[]): boolean {
  return before.length === runs.length && before.every((run, i) => sameRun(run, runs[i]!));
}

/** Where dates make too many entries as well: by hundreds. */
function byNumber(runs: readonly Run[]): OutlineEntry[] {
  let from = 1;
  return runs.map((run) => {
    const name = `encounters ${from} to ${from + run.encounters - 1}`;
    from += run.encounters;
    return runEntry(run, name, `${dayWords(run.firstDate)} to ${dayWords(run.lastDate)}`);
  });
}

function runEntry(
  { line, headerStart, headerEnd, lastLine, lastLength }: Run,
  name: string,
  detail: string,
): OutlineEntry {
  return {
    kind: 'run',
    name,
    detail,
    range: { start: { line, character: 0 }, end: { line: lastLine, character: lastLength } },
    selection: stretchOn(line, headerStart, headerEnd),
    children: [],
  };
}

function dayWords(date: number): string {
  return date > 0 ? dateWords(date) : 'no date';
}
