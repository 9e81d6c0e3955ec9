/** Findings of files as plain data: what every output format is made from. The JSON form is fixed: docs/command-line.md. */

import type { Finding } from '../../engine/finding';
import { editsInFile } from '../../engine/fix-all';
import type { Workspace } from '../../engine/workspace';
import type { Severity } from '../../rules/kit/rule';

export interface Position {
  line: number;
  character: number;
}
export interface Range {
  start: Position;
  end: Position;
}
export interface Diagnostic {
  rule: string;
  severity: Severity;
  message: string;
  range: Range;
  sources: string[];
  related: { path: string; range: Range; message: string }[];
  fixes: { title: string; safe: boolean; edits: { range: Range; newText: string }[] }[];
}
export interface FileReport {
  path: string;
  diagnostics: Diagnostic[];
}
export interface Summary {
  files: number;
  encounters: number;
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
}

export function newSummary(): Summary {
  return { files: 0, encounters: 0, errors: 0, warnings: 0, infos: 0, hints: 0 };
}

const COUNTED = { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' } as const;

/** The findings of one file, and what they add to the summary. */
export function reportFile(workspace: Workspace, path: string, summary: Summary): FileReport {
  const file = workspace.files.get(path)!;
  const diagnostics: Diagnostic[] = [];
  for (const { finding, startLine } of workspace.findings(path)) {
    diagnostics.push(diagnosticOf(finding, startLine));
    summary[COUNTED[finding.severity]]++;
  }
  summary.files++;
  summary.encounters += file.blockCount - 1;
  return { path, diagnostics };
}

function diagnosticOf(finding: Finding, startLine: number): Diagnostic {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: range(startLine + finding.line, finding.start, startLine + finding.line, finding.end),
    sources: [...finding.sources],
    related: finding.related.map(({ block, place, message }) => {
      const line = block.file.lineOf(block) + place.line;
      return { path: block.file.path, range: range(line, place.start, line, place.end), message };
    }),
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      edits: editsInFile(fix).map(({ start, end, newText }) => ({ range: { start, end }, newText })),
    })),
  };
}

function range(startLine: number, startCharacter: number, endLine: number, endCharacter: number): Range {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}
