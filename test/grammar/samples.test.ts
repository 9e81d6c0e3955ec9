import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, tokenize } from './tokenize';

const folder = join(root, 'samples');
const files = readdirSync(folder).filter((f) => f.endsWith('.encounter'));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('samples', () => {
  it('are there', () => assert.ok(files.length >= 6));

  for (const file of files) {
    it(`${file}: nothing in it is marked invalid`, async () => {
      const bad = (await tokenize(read(file))).filter((t) => t.scopes.some((s) => s.startsWith('invalid')));
      assert.deepEqual(bad, []);
    });

    // A word without a colour is a word that the grammar does not know. One is meant: a mistake that the sample shows.
    it(`${file}: every word has its colour`, async () => {
      const meant = file === 'clinic-day.encounter' ? ['1:00-1:45pm', 'payor medicare'] : [];
      const plain = (await tokenize(read(file)))
        .filter((t) => t.text.trim() !== '' && t.scopes.every((s) => /^(source|meta(?!\.note\.text))\./.test(s)))
        .map((t) => t.text.trim());
      assert.deepEqual(plain, meant);
    });

    it(`${file}: has a line in the README`, () => {
      assert.ok(readFileSync(join(folder, 'README.md'), 'utf8').includes(`(${file})`));
    });
  }

  it('stand on different days, so that none changes what is found in another', () => {
    const seen = new Map<string, string>();
    for (const file of files)
      for (const [, date] of read(file).matchAll(/^encounter (\S+)/gm)) {
        assert.equal(seen.get(date!) ?? file, file, `${date} is in two files`);
        seen.set(date!, file);
      }
  });

  it('the clinic day opens with the code that lacks its -59, where the language page says', () => {
    const line = read('clinic-day.encounter').split('\n')[10]!;
    assert.equal(line, '  bill 97110-GP x1');
    assert.equal(line.slice(7, 12), '97110');
  });

  it('the clinic day names each mistake above the encounter that has it', () => {
    const lines = read('clinic-day.encounter').split('\n');
    for (const [at, line] of lines.entries())
      if (line.startsWith('encounter'))
        assert.match(lines[at - 1]!, /^# (Right|(Wrong|Could be better) \([a-z0-9-]+\)): .+\.$/);
  });
});
