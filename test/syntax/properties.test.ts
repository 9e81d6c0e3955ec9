import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockSyntax } from '../../server/src/syntax/buffer';
import { parseBlock } from '../../server/src/syntax/parser';
import { readsWhole } from '../support/pieces';
import { anyText } from '../support/text';

describe('parsing', () => {
  it('never throws, and its pieces join to the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => readsWhole(text)),
      { numRuns: 2000 },
    );
  });

  it('takes any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => readsWhole(text)),
      { numRuns: 1000 },
    );
  });

  it('takes text cut off anywhere', () => {
    fc.assert(
      fc.property(anyText(12), fc.nat(), (text, cut) => readsWhole(text.slice(0, cut % (text.length + 1)))),
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
