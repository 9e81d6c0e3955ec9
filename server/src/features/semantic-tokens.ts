/**
 * Colours that the words alone do not give: a code that is not known, a code that is not in force on the date, and a
 * modifier that opens a pair. Everything else is coloured by the grammar.
 */

import type { Workspace } from '../engine/workspace';
import type { ClaimLine, Session } from '../model/encounter';
import { TOKEN_TYPES } from './announced';
import type { Stretch } from './code-actions';

export interface ColouredToken {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly what: 'unknown-code' | 'code-not-in-force' | 'opening-modifier';
}

/** The tokens of the lines that are in view, in the order of the text; nothing else is looked at. */
export function colouredTokensIn(workspace: Workspace, path: string, { start, end }: Stretch): ColouredToken[] {
  const file = workspace.files.get(path);
  if (!file) return [];
  const tokens: ColouredToken[] = [];
  let { block, startLine } = file.blockAt(start.line);
  for (;;) {
    if (!block.isAbove) {
      const { sessions, claims } = workspace.encounterOf(block);
      for (const one of [...sessions, ...claims].sort((a, b) => a.line - b.line)) {
        const line = startLine + one.line;
        if (line < start.line || line > end.line) continue;
        const code = codeToken(one, line);
        if (code) tokens.push(code);
        if (!('modifiers' in one)) continue;
        for (const { entry, start: from, end: to } of one.modifiers)
          if (entry?.opensPair) tokens.push({ line, start: from + 1, length: to - from - 1, what: 'opening-modifier' });
      }
    }
    startLine += block.lineCount;
    const next = file.next(block);
    if (!next || startLine > end.line) return tokens;
    block = next;
  }
}

function codeToken(
  { written, code, codeStart, codeEnd }: Session | ClaimLine,
  line: number,
): ColouredToken | undefined {
  if (!written || code) return undefined;
  const what = written.entry ? 'code-not-in-force' : 'unknown-code';
  return { line, start: codeStart, length: codeEnd - codeStart, what };
}

/** As the protocol wants them: five numbers a token, places counted from the token before. */
export function encoded(tokens: readonly ColouredToken[]): number[] {
  const data: number[] = [];
  let line = 0;
  let start = 0;
  for (const token of tokens) {
    const [type, modifiers] = NUMBERS[token.what];
    data.push(
      token.line - line,
      token.line === line ? token.start - start : token.start,
      token.length,
      type,
      modifiers,
    );
    ({ line, start } = token);
  }
  return data;
}

const NUMBERS: Readonly<Record<ColouredToken['what'], readonly [type: number, modifiers: number]>> = {
  'code-not-in-force': [TOKEN_TYPES.indexOf('function'), 1],
  'unknown-code': [TOKEN_TYPES.indexOf('variable'), 0],
  'opening-modifier': [TOKEN_TYPES.indexOf('keyword'), 0],
};
