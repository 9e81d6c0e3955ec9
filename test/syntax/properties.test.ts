import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockSyntax } from '../../server/src/syntax/buffer';
import { parseBlock } from '../../server/src/syntax/parser';
import { parseAll } from '../support/syntax';
import { anyText } from '../support/text';

/** Every token and every gap of a block, in order. Gaps are white space and line breaks, and a byte-order mark. */
function pieces(syntax: BlockSyntax, isFirst: boolean): string {
  let at = 0;
  let joined = '';
  const gap = (to: number) => {
    const text = syntax.slice(at, to);
    assert.match(
      text,
      isFirst && at === 0 ? /^\ufeff?[ \t\xa0\r\n]*$/ : /^[ \t\xa0\r\n]*$/,
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

function holds(text: string): void {
  const blocks = parseAll(text);
  assert.equal(blocks.map((syntax, i) => pieces(syntax, i === 0)).join(''), text);
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

describe('parsing', () => {
  it('never throws, and its pieces join to the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => holds(text)),
      { numRuns: 2000 },
    );
  });

  it('takes any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => holds(text)),
      { numRuns: 1000 },
    );
  });

  it('takes text cut off anywhere', () => {
    fc.assert(
      fc.property(anyText(12), fc.nat(), (text, cut) => holds(text.slice(0, cut % (text.length + 1)))),
      { numRuns: 1000 },
    );
  });

  it('takes twice the time for twice the text, also of the worst lines', () => {
    const worst = [
      `  bill 97110${'-59'.repeat(20000)}\n`,
      `  09:00-09:15 97110 ${'"'.repeat(60000)}\n`,
      `  S: ${'x'.repeat(60000)}\n${'    y\n'.repeat(10000)}`,
      `  dx ${'M54.50,'.repeat(10000)}\n`,
      `# ignore ${'a-b,'.repeat(15000)}\n`,
      `${' '.repeat(60000)}\n`,
      'a 1 patient b\n'.repeat(5000),
      '\u202e'.repeat(60000),
    ];
    const buffer = new BlockSyntax();
    for (const line of worst) {
      const time = (text: string) => {
        const best = [1, 2, 3].map(() => {
          const from = performance.now();
          // One buffer for all blocks, as the checker has it: a buffer each would be a test of the memory.
          let at = parseBlock(text, 0, true, buffer);
          while (at < text.length) at = parseBlock(text, at, false, buffer);
          return performance.now() - from;
        });
        return Math.min(...best);
      };
      const once = `encounter 2026-03-03 patient A\n${line}`;
      time(once);
      const one = time(once.repeat(2));
      const four = time(once.repeat(8));
      assert.ok(
        four < Math.max(one, 2) * 16,
        `${JSON.stringify(line.slice(0, 20))}: ${one} ms, then ${four} ms for four times`,
      );
    }
  });
});
