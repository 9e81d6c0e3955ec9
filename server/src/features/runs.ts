/**
 * Encounters that follow one another under one date: what a file is made of where its encounters are too many to show each.
 * A chunk is read once and remembered, so that an edit costs its chunk and the walk over the others.
 */

import type { Block } from '../engine/block';
import type { Chunk, EncounterFile } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import { dateOfDay, lastOwnLine, lineLength, syntaxOf } from './stretch';

/** With more encounters in a file, what is shown of it goes by dates. */
export const MOST_ENCOUNTERS = 5000;

/** Lines count from the start of the file. */
export interface Run {
  /** yyyymmdd of its first and its last encounter; 0 where there is none. */
  readonly firstDate: number;
  lastDate: number;
  encounters: number;
  /** The first header: its line, and where the header begins and ends in it. */
  line: number;
  readonly headerStart: number;
  readonly headerEnd: number;
  /** The last line of the last encounter's own, and its length. */
  lastLine: number;
  lastLength: number;
}

const KNOWN = new WeakMap<Chunk, readonly Run[]>();

/** The runs of a file. @param belongs whether a run goes on with the next one, which follows it. */
export function runsOf(
  workspace: Workspace,
  file: EncounterFile,
  belongs: (run: Run, next: Run) => boolean = sameDate,
): Run[] {
  const runs: Run[] = [];
  let startLine = 0;
  let last: Run | undefined;
  for (const chunk of file.chunks) {
    for (const part of runsIn(workspace, chunk)) {
      if (last && belongs(last, part)) {
        last.encounters += part.encounters;
        last.lastDate = part.lastDate;
        last.lastLine = startLine + part.lastLine;
        last.lastLength = part.lastLength;
      } else {
        last = { ...part, line: startLine + part.line, lastLine: startLine + part.lastLine };
        runs.push(last);
      }
    }
    startLine += chunk.lines;
  }
  return runs;
}

export function sameRun(a: Run, b: Run): boolean {
  return (
    a.line === b.line &&
    a.lastLine === b.lastLine &&
    a.lastLength === b.lastLength &&
    a.encounters === b.encounters &&
    a.firstDate === b.firstDate &&
    a.lastDate === b.lastDate &&
    a.headerStart === b.headerStart &&
    a.headerEnd === b.headerEnd
  );
}

function sameDate(run: Run, next: Run): boolean {
  return run.lastDate === next.firstDate;
}

/** The runs of one chunk, lines from its start. Its text never changes: an edit makes new chunks. */
function runsIn(workspace: Workspace, chunk: Chunk): readonly Run[] {
  let runs = KNOWN.get(chunk);
  if (!runs) {
    runs = readRuns(workspace, chunk);
    KNOWN.set(chunk, runs);
  }
  return runs;
}

function readRuns(workspace: Workspace, chunk: Chunk): Run[] {
  const runs: Run[] = [];
  let line = 0;
  let end: { block: Block; line: number } | undefined;
  const close = () => {
    const run = runs[runs.length - 1];
    if (!run || !end) return;
    const syntax = syntaxOf(end.block);
    const own = lastOwnLine(syntax);
    run.lastLine = end.line + own;
    run.lastLength = lineLength(syntax, own);
  };
  for (const block of chunk.blocks) {
    if (!block.isAbove) {
      const date = dateOfDay(block.dayKey);
      const run = runs[runs.length - 1];
      if (run && run.lastDate === date) run.encounters++;
      else {
        close();
        const { start, end } = workspace.encounterOf(block).headerPlace();
        const header = { headerStart: start, headerEnd: end };
        runs.push({ firstDate: date, lastDate: date, encounters: 1, line, ...header, lastLine: line, lastLength: 0 });
      }
      end = { block, line };
    }
    line += block.lineCount;
  }
  close();
  return runs;
}
