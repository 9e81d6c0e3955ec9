/** Suggestions in the midst of a line: those alone with which the rest of it still reads. */

import { BlockSyntax } from '../syntax/buffer';
import { parseBlock } from '../syntax/parser';
import type { Cursor, Suggestion } from './completion-cursor';

const syntax = new BlockSyntax();

/**
 * The suggestions that can be taken with something standing behind them, each with white space before that where it has
 * none. A line that cannot be read as it is stays the coder's to mend: then all are offered.
 *
 * @param start column from which on they replace the line. @param behind what of the line is not replaced.
 */
export function fitting(
  cursor: Cursor,
  items: readonly Suggestion[],
  start: number,
  behind: string,
): readonly Suggestion[] {
  const before = cursor.prefix.slice(0, start);
  const most = Math.min(problems(cursor, cursor.prefix + cursor.rest), problems(cursor, before + behind));
  const apart = /^[ \t\xa0]/.test(behind) ? [''] : ['', ' '];
  return items.flatMap((item) => {
    const { again, snippet, newText, ...plain } = item;
    // It has lines of its own to come.
    if (item.kind === 'template') return [];
    const lead = item.fromMargin ? '' : before;
    const reads = (text: string) => problems(cursor, lead + text + behind) <= most;
    for (const gap of apart) {
      const asText = newText !== '' && reads(newText + gap);
      const asSnippet = snippet !== undefined && reads(filledIn(snippet) + gap);
      if (!asText && !asSnippet) continue;
      return {
        ...plain,
        newText: asText ? newText + gap : '',
        ...(asSnippet ? { snippet: snippet + gap } : {}),
        // What follows stands there already; of modifiers there may be more.
        ...(again && (item.kind === 'modifier' || most > 0) ? { again } : {}),
      };
    }
    return [];
  });
}

/** How much of a text cannot be read where the cursor's line stands. */
function problems({ block, line }: Cursor, text: string): number {
  const whole = !block.isAbove && line > 0 ? `encounter 2026-03-03 patient A\n${text}` : text;
  let found = 0;
  let above = block.isAbove;
  for (let at = 0; at < whole.length; above = false) {
    at = parseBlock(whole, at, above, syntax);
    found += syntax.problems.filter(({ rule }) => rule === 'syntax').length;
  }
  return found;
}

/** A snippet with something in its places: `"${1:Name, PT}"$0`. */
function filledIn(snippet: string): string {
  let text = '';
  for (let at = 0; at < snippet.length; at++) {
    const char = snippet[at]!;
    if (char === '\\') text += snippet[++at] ?? '';
    else if (char === '$') {
      const named = snippet[at + 1] === '{';
      const number = snippet[at + (named ? 2 : 1)];
      if (!named && number !== '0') text += 'x';
      at += named ? 3 : 1;
    } else if (char !== '}') text += char;
  }
  return text;
}
