/**
 * Encounter text with findings drawn below their lines:
 *
 *     bill 97110-GP x1
 *          ^^^^^ missing-59 error | Add -59 to 97110
 *
 * Carets stand under the range; then the rule, its severity, and after a bar the title of a fix it offers.
 */

import type { Finding } from '../../server/src/engine/finding';
import { Workspace, type WorkspaceOptions } from '../../server/src/engine/workspace';
import { defaultSettings } from '../../server/src/model/settings';
import { RULES } from '../../server/src/rules/registry';

export interface Mark {
  line: number;
  start: number;
  end: number;
  rule: string;
  severity?: string;
  fix?: string;
}

const MARK = /^(\s*)(\^+)\s+([a-z0-9-]+)(?:\s+(error|warning|info|hint))?\s*(?:\|\s*(.*\S)\s*)?$/;

export function readMarks(marked: string): { text: string; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of marked.split('\n')) {
    const match = MARK.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, lead = '', carets = '', rule = '', severity, fix] = match;
    const mark: Mark = { line: lines.length - 1, start: lead.length, end: lead.length + carets.length, rule };
    if (severity) mark.severity = severity;
    if (fix) mark.fix = fix;
    marks.push(mark);
  }
  return { text: lines.join('\n'), marks };
}

export interface Found {
  line: number;
  start: number;
  end: number;
  rule: string;
  severity: string;
  message: string;
  finding: Finding;
}

/** Today in tests, unless a test says otherwise. */
export const TODAY = 20261101;

export function newWorkspace(options: Partial<WorkspaceOptions> & { today?: number } = {}): Workspace {
  return new Workspace({
    rules: RULES,
    settings: defaultSettings(options.today ?? TODAY),
    keepFixes: true,
    onFault: (rule, error) => {
      throw new Error(`rule ${rule} threw: ${error instanceof Error ? error.stack : String(error)}`);
    },
    ...options,
  });
}

export function findingsIn(workspace: Workspace, path: string): Found[] {
  return [...workspace.findings(path)].map(({ finding, startLine }) => ({
    line: startLine + finding.line,
    start: finding.start,
    end: finding.end,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    finding,
  }));
}

/** Everything that is found in one text by itself. */
export function check(text: string, today = TODAY): Found[] {
  const workspace = newWorkspace({ today });
  workspace.setText('test.encounter', text);
  workspace.check();
  return findingsIn(workspace, 'test.encounter');
}

export function show(found: {
  line: number;
  start: number;
  end: number;
  rule: string;
  severity?: string | undefined;
  message?: string;
}): string {
  return `${found.line + 1}:${found.start + 1}-${found.end + 1} ${found.rule} ${found.severity ?? ''} ${found.message ?? ''}`.trim();
}

/** A text after the edits of a fix. */
export function applyEdits(
  text: string,
  edits: readonly { startLine: number; startColumn: number; endLine: number; endColumn: number; newText: string }[],
): string {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) starts.push(i + 1);
  }
  const at = (line: number, column: number) => Math.min(text.length, (starts[line] ?? text.length) + column);
  let result = text;
  const sorted = [...edits].reverse().sort((a, b) => at(b.startLine, b.startColumn) - at(a.startLine, a.startColumn));
  for (const edit of sorted) {
    result =
      result.slice(0, at(edit.startLine, edit.startColumn)) +
      edit.newText +
      result.slice(at(edit.endLine, edit.endColumn));
  }
  return result;
}

/** The edits of a fix with lines of the file instead of lines of their blocks. */
export function editsInFile(workspace: Workspace, path: string, fix: Found['finding']['fixes'][number]) {
  const file = workspace.files.get(path)!;
  return fix.edits.map((edit) => {
    const startLine = file.lineOf(edit.home as Finding['block']);
    return { ...edit, startLine: edit.startLine + startLine, endLine: edit.endLine + startLine };
  });
}
