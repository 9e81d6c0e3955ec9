/** The characters of a text, a stretch of it at a time: by Node's own way and by the plain one. */

import assert from 'node:assert/strict';
import { codesOf, MOST_AT_HAND, TextWindow } from '../../server/src/text/window';

const ways: readonly (readonly [string, () => TextWindow])[] = [
  ['as Node copies them', () => new TextWindow()],
  ['one by one, as in a browser', () => new TextWindow(null)],
];

for (const [name, make] of ways) {
  describe(`characters, ${name}`, () => {
    const at = (window: TextWindow) => String.fromCharCode(...window.codes.subarray(0, window.count));

    it('are those of the text, and zeros behind them', () => {
      const window = make();
      for (const text of [
        '',
        'x',
        'bill 97110\n',
        'caf\u00e9',
        'a \u2013 b\n',
        '\ud83d\ude00\n',
        '\ud83d',
        '\ufffe\0\u202e',
      ] as const) {
        window.begin(text);
        window.take(0);
        assert.equal(at(window), text);
        assert.ok(window.isLast);
        assert.deepEqual([...window.codes.subarray(text.length, text.length + 32)], new Array(32).fill(0));
        assert.deepEqual([...codesOf(text)], [...window.codes.subarray(0, text.length + 1)]);
      }
    });

    it('are whole lines, stretch by stretch', () => {
      const window = make();
      const line = 'O: walks 50 m \u2013 with a cane\r\n';
      const text = line.repeat(2000);
      window.begin(text);
      let whole = '';
      for (let from = 0; from < text.length; from += window.count) {
        window.take(from);
        assert.equal(window.base, from);
        assert.equal(window.count % line.length, 0);
        assert.ok(window.count > MOST_AT_HAND - line.length || window.isLast);
        assert.equal(window.codes[window.count], 0);
        assert.equal(window.slice(3, 8), 'walks');
        whole += at(window);
      }
      assert.equal(whole, text);
    });

    it('are none where a line is too long, and all of it where it is the last and is not', () => {
      const window = make();
      window.begin('x'.repeat(MOST_AT_HAND + 1));
      window.take(0);
      assert.deepEqual([window.count, window.isLast], [0, false]);
      window.take(1);
      assert.deepEqual([window.count, window.isLast], [MOST_AT_HAND, true]);
    });
  });
}
