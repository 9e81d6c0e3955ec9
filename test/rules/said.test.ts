/** Every rule says what it said before: a change of its words, places, figures or fixes is seen and read. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../server/src/rules/registry';
import { variants } from '../support/variants';
import { print, read, saidOf } from './said';

const FOLDER = join(__dirname, 'said');
const HINT = 'if that is meant, run `npm run said`, read the difference, and name it in the changelog';

describe('what the rules say', () => {
  it('is on record for each rule, and for no other', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), RULES.map(({ id }) => `${id}.txt`).sort());
  });

  for (const rule of RULES) {
    const days = read(readFileSync(join(FOLDER, `${rule.id}.txt`), 'utf8'));
    it(`of ${rule.id} has a day where it speaks`, () => assert.ok(days.some(({ says }) => says !== '')));

    // A test a day: mutation testing then asks only the days that reach what it changed.
    for (const [at, { text, says, steps }] of days.entries()) {
      it(`${rule.id} says what it said before, on day ${at + 1}`, () => {
        assert.equal(saidOf(rule, text), says, `${HINT}. The day:\n${text}`);
        const texts = variants(text);
        for (const [step, before] of steps) {
          const now = saidOf(rule, texts[step]!);
          assert.equal(print(now), before, `${HINT}. Step ${step}:\n${texts[step]}\nNow it says:\n${now}`);
        }
      });
    }
  }
});
