/** Texts with all their errors and warnings drawn below the lines; of hints and infos, only those that are drawn. */

import assert from 'node:assert/strict';
import { findingsIn, newWorkspace, readMarks, show, TODAY } from './markers';

/** The lines of an encounter under the usual defaults, as they stand. */
export const under = (payer: string, body: string) =>
  `clinician "T"\ndiscipline PT\npayer ${payer}\nencounter 2026-03-03 patient A\n  dx M54.50\n${body}`;

/** Checks files together, and that nothing is found but what is drawn. */
export function exactly(files: Record<string, string>, today = TODAY): void {
  const workspace = newWorkspace({ today });
  const read = Object.entries(files).map(([path, marked]) => ({ path, ...readMarks(marked) }));
  for (const { path, text } of read) workspace.setText(path, text);
  workspace.check();
  for (const { path, text, marks } of read) {
    const found = findingsIn(workspace, path);
    const drawn = (f: { line: number; start: number; end: number; rule: string }) =>
      marks.some((m) => m.line === f.line && m.start === f.start && m.end === f.end && m.rule === f.rule);
    const bare = (f: { line: number; start: number; end: number; rule: string; severity?: string }) =>
      show({ line: f.line, start: f.start, end: f.end, rule: f.rule, severity: f.severity });
    const actual = found.filter((f) => f.severity === 'error' || f.severity === 'warning' || drawn(f)).map(bare);
    const expected = marks.map(bare);
    const messages = found.map((f) => show(f)).join('\n');
    assert.deepEqual(actual.sort(), expected.sort(), `${path}\n${text}\n\nfound:\n${messages}`);
  }
}
