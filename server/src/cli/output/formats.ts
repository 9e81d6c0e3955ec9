/** One writer a format. Each is given the files in order of path, and the summary at the end. */

import type { FileReport, Summary } from './report';

export interface Format {
  /** What is printed for one file. */
  file(report: FileReport): string;
  /** What stands before the first file, between files and after the last. */
  readonly before?: string;
  readonly between?: string;
  after?(summary: Summary): string;
  /** A file stands by itself, wherever in the output. */
  readonly inAnyOrder?: boolean;
  /** Whether a summary for people goes to standard error. */
  readonly summary: boolean;
}

const text: Format = {
  summary: true,
  file({ path: given, diagnostics }) {
    const path = onOneLine(given);
    let out = '';
    for (const { range, severity, message, rule, fixes } of diagnostics) {
      out += `${path}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${message} [${rule}]\n`;
      const safe = fixes.find((fix) => fix.safe);
      if (safe) out += `    fix: ${safe.title}\n`;
    }
    return out;
  },
};

/** A file's name may hold a line break, or what a terminal would obey. */
function onOneLine(path: string): string {
  return path.replace(/\p{Cc}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** One object; a file a line within it, so that a reader need not hold it all. */
const json: Format = {
  summary: false,
  before: '{"version":1,"files":[',
  between: ',',
  file: (report) => `\n${JSON.stringify(report)}`,
  after: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
};

const ndjson: Format = {
  summary: false,
  inAnyOrder: true,
  file: (report) => `${JSON.stringify(report)}\n`,
};

const GITHUB_LEVEL = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** Workflow commands, which GitHub shows beside the lines of a change. */
const github: Format = {
  summary: true,
  file({ path, diagnostics }) {
    let out = '';
    for (const { range, severity, message, rule } of diagnostics) {
      const { start, end } = range;
      const at = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1},title=${property(rule)}`;
      out += `::${GITHUB_LEVEL[severity]} ${at}::${escaped(message)}\n`;
    }
    return out;
  },
};

function escaped(value: string): string {
  return value.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
function property(value: string): string {
  return escaped(value).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** One log for the whole run, so it is printed at the end. */
function sarif(): Format {
  const reports: FileReport[] = [];
  return {
    summary: false,
    file(report) {
      reports.push(report);
      return '';
    },
    after: () => `${(require('./sarif') as typeof import('./sarif')).sarifLog(reports)}\n`,
  };
}

export const FORMATS: Readonly<Record<string, () => Format>> = {
  text: () => text,
  json: () => json,
  ndjson: () => ndjson,
  sarif,
  github: () => github,
};
