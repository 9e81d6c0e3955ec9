/** The outline of a file: encounters, and in them sessions and claim lines. */

import type { Block } from '../engine/block';
import type { EncounterFile } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import type { ClaimLine, Encounter, Session } from '../model/encounter';
import { count, date as dateWords } from '../rules/kit/words';
import { Contact } from '../syntax/kinds';
import type { Stretch } from './code-actions';
import { dateOfDay, lastOwnLine, lineLength, syntaxOf } from './stretch';

export interface OutlineEntry {
  readonly kind: 'date' | 'encounter' | 'session' | 'claim';
  readonly name: string;
  readonly detail: string;
  readonly range: Stretch;
  /** Within `range`: what is shown when the entry is chosen. */
  readonly selection: Stretch;
  readonly children: readonly OutlineEntry[];
}

/** With more encounters, an outline of every line helps nobody and takes long to draw: encounters alone. */
export const MOST_WITH_LINES = 1000;
/** With more still: the dates, one entry for all encounters of a date that follow one another. */
export const MOST_ENCOUNTERS = 5000;

export function outlineOf(workspace: Workspace, path: string): OutlineEntry[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  if (file.blockCount > MOST_ENCOUNTERS) return byDate(workspace, file);
  const entries: OutlineEntry[] = [];
  const withLines = file.blockCount <= MOST_WITH_LINES;
  let line = 0;
  for (const block of file.blocks()) {
    if (!block.isAbove) entries.push(encounterEntry(workspace.encounterOf(block), block, line, withLines));
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

function encounterEntry(encounter: Encounter, block: Block, line: number, withLines: boolean): OutlineEntry {
  const syntax = syntaxOf(block);
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

/** Only the first and the last encounter of each run are read. */
function byDate(workspace: Workspace, file: EncounterFile): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let run: { date: number; first: Block; last: Block; line: number; lastLine: number; encounters: number } | undefined;
  const end = () => {
    if (!run) return;
    const { first, last, line, lastLine, encounters } = run;
    const syntax = syntaxOf(last);
    const own = lastOwnLine(syntax);
    const header = workspace.encounterOf(first).headerPlace();
    entries.push({
      kind: 'date',
      name: run.date > 0 ? dateWords(run.date) : 'no date',
      detail: count(encounters, 'encounter'),
      range: { start: { line, character: 0 }, end: { line: lastLine + own, character: lineLength(syntax, own) } },
      selection: stretchOn(line, header.start, header.end),
      children: [],
    });
  };
  let line = 0;
  for (const block of file.blocks()) {
    if (!block.isAbove) {
      const date = dateOfDay(block.dayKey);
      if (run?.date === date) {
        run.last = block;
        run.lastLine = line;
        run.encounters++;
      } else {
        end();
        run = { date, first: block, last: block, line, lastLine: line, encounters: 1 };
      }
    }
    line += block.lineCount;
  }
  end();
  return entries;
}
