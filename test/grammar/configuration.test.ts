import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tokenize';

interface Pattern {
  pattern: string;
  flags?: string;
}
interface Configuration {
  wordPattern: Pattern;
  folding: { offSide: boolean };
  onEnterRules: { beforeText: Pattern; action: { indent: string; appendText?: string } }[];
}

const configuration = JSON.parse(
  readFileSync(join(root, 'syntaxes', 'language-configuration.json'), 'utf8'),
) as Configuration;

const regex = (p: Pattern, more = '') => new RegExp(p.pattern, (p.flags ?? '') + more);
const words = (text: string) => [...text.matchAll(regex(configuration.wordPattern, 'g'))].map((m) => m[0]);

/** What Enter at the end of a line adds beside the indent that the line has. */
function onEnter(line: string): string | undefined {
  const rule = configuration.onEnterRules.find((r) => regex(r.beforeText).test(line));
  return rule === undefined ? undefined : (rule.action.appendText ?? '');
}

describe('what a word is, for a double click and for suggestions', () => {
  const cases: [string, string[]][] = [
    ['encounter 2026-03-03 patient MRN-1042', ['encounter', '2026-03-03', 'patient', 'MRN-1042']],
    ['  09:00-09:15  97110  one-on-one', ['09:00', '09:15', '97110', 'one-on-one']],
    ['  9:00am – 9:15am G0283', ['9:00am', '9:15am', 'G0283']],
    ['  bill 97110-59-GP x2', ['bill', '97110', '59', 'GP', 'x2']],
    ['  bill 97110 -59 -GP', ['bill', '97110', '59', 'GP']],
    ['  bill 97110–59', ['bill', '97110', '59']],
    ['  dx M54.50, M25561,G20.A1', ['dx', 'M54.50', 'M25561', 'G20.A1']],
    ['  payer workers-comp', ['payer', 'workers-comp']],
    ['# ignore missing-59, too-many-units: seen', ['ignore', 'missing-59', 'too-many-units', 'seen']],
    ["  S: Didn't tire, walked 200 m.", ['S', "Didn't", 'tire', 'walked', '200', 'm']],
    ['  goal "Ir al baño solo"', ['goal', 'Ir', 'al', 'baño', 'solo']],
    ['  15 min 97110 by aide', ['15', 'min', '97110', 'by', 'aide']],
    ['encounter 2026-03-03 patient A#1', ['encounter', '2026-03-03', 'patient', 'A#1']],
  ];
  for (const [text, expected] of cases) it(text.trim(), () => assert.deepEqual(words(text), expected));
  it('is never empty', () => assert.equal(regex(configuration.wordPattern).exec('')?.[0], undefined));
  it('a long line takes no time', () => {
    const start = performance.now();
    for (const piece of ['a', 'a-', '_', '1', '12:', '-59', 'M5'])
      assert.ok(words(piece.repeat(200_000 / piece.length)).length > 0 || piece === '12:');
    assert.ok(performance.now() - start < 2_000);
  });
});

describe('what Enter does', () => {
  it('after a header, two spaces', () => {
    assert.equal(onEnter('encounter 2026-03-03 patient A'), '  ');
    assert.equal(onEnter('Encounter 2026-03-03 patient "A 1" # new'), '  ');
  });
  it('after a note, the indent that it has', () => {
    assert.equal(onEnter('  S: Feels steadier.'), '');
    assert.equal(onEnter('\tnote:'), '');
  });
  it('elsewhere, what the editor does', () => {
    for (const line of ['', '# encounter 2026-03-03', 'encounter', '  bill 97110 x1', 'encounters x'])
      assert.equal(onEnter(line), undefined, line);
  });
  it('an encounter folds under its header', () => assert.equal(configuration.folding.offSide, true));
});
