/** What holds of every text that is parsed. */

import assert from 'node:assert/strict';
import type { BlockSyntax } from '../../server/src/syntax/buffer';
import { parseAll } from './syntax';

/** Every token and every gap of a block, in order. Gaps are white space and line breaks, and a byte-order mark first. */
function pieces(syntax: BlockSyntax): string {
  let at = 0;
  let joined = '';
  const gap = (to: number) => {
    const text = syntax.slice(at, to);
    assert.match(
      text,
      at === 0 ? /^\ufeff?[ \t\xa0\r\n]*$/ : /^[ \t\xa0\r\n]*$/,
      `not white space: ${JSON.stringify(text)}`,
    );
    joined += text;
    at = to;
  };
  for (let line = 0; line < syntax.lineCount; line++) {
    for (let t = syntax.firstToken(line); t < syntax.endToken(line); t++) {
      assert.ok(syntax.start(t) >= at, 'tokens stand in order');
      assert.ok(syntax.end(t) > syntax.start(t), 'no token is empty');
      gap(syntax.start(t));
      joined += syntax.tokenText(t);
      at = syntax.end(t);
      assert.ok(at <= syntax.lineEnd(line), 'a token stays on its line');
    }
  }
  gap(syntax.length);
  return joined;
}

/** Its pieces join to the text; tokens and problems stand where they can. */
export function readsWhole(text: string): void {
  const blocks = parseAll(text);
  assert.equal(blocks.map(pieces).join(''), text);
  for (const syntax of blocks) {
    for (const problem of syntax.problems) {
      assert.ok(problem.end > problem.start, `${problem.rule} stands on nothing`);
      assert.ok(problem.start >= syntax.lineStart(problem.line), 'a problem stands on its line');
      assert.ok(problem.end <= syntax.lineEnd(problem.line), 'a problem stands on one line');
    }
    const perLine = syntax.problems.filter((p) => p.rule === 'syntax').map((p) => p.line);
    assert.equal(new Set(perLine).size, perLine.length, 'a line has one syntax problem at most');
  }
}
