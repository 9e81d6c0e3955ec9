import assert from 'node:assert/strict';
import { expand, inPlace, snippets } from './snippets';
import { tokenize } from './tokenize';

describe('snippets', () => {
  it('all have a place where they are tried', () =>
    assert.deepEqual(Object.keys(snippets).sort(), Object.keys(inPlace).sort()));

  it('no two answer to the same word', () => {
    const all = Object.values(snippets).flatMap((s) => s.prefix);
    assert.deepEqual(all, [...new Set(all)]);
  });

  for (const [name, snippet] of Object.entries(snippets)) {
    it(`${name}: every stop is used up, once each in order, and the last is the end`, () => {
      const text = snippet.body.join('\n');
      const stops = [...text.matchAll(/\$\{?(\d+)/g)].map((m) => Number(m[1]));
      assert.equal(stops.at(-1), 0);
      assert.equal(stops.filter((n) => n === 0).length, 1);
      assert.ok(!expand(snippet.body).includes('$'));
    });
    it(`${name}: every word has its colour`, async () => {
      const plain = (await tokenize(inPlace[name]!(expand(snippet.body)))).filter(
        (t) => t.text.trim() !== '' && t.scopes.every((s) => /^(source|meta(?!\.note\.text)|invalid)\./.test(s)),
      );
      assert.deepEqual(plain, []);
    });
    it(`${name}: says what it is`, () => assert.match(snippet.description, /^[A-Z0-9].*\.$/));
  }
});
