/** Days that no clinic has, as a machine could put them together: twice the text takes about twice the time. */

import assert from 'node:assert/strict';
import { clock } from '../../server/src/rules/kit/words';
import { processorTime } from '../support/processor-time';

const HEAD = 'clinician "R. Ortiz, PT"\npayer medicare\ndiscipline PT\n';
const ONE = 'encounter 2026-03-03 patient A\n  dx M54.50\n';
const CODES = ['97110', '97112', '97140', '97530', '97116', '97535', '97150', '97035', 'G0283', '97161'];

const two = (n: number) => String(n).padStart(2, '0');
const code = (i: number) => CODES[i % CODES.length]!;
const session = (i: number) => `  ${clock((i * 7) % 1400)}-${clock(((i * 7) % 1400) + 15)} ${code(i)}\n`;
const together = (i: number) => `  09:00-09:15 ${code(i)}\n`;
const bill = (i: number) => `  bill ${code(i)}-GP x1\n`;
const times = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => text(i)).join('');

const date = (i: number) => `${2000 + Math.floor(i / 336)}-${two(1 + (Math.floor(i / 28) % 12))}-${two(1 + (i % 28))}`;

/** Each with the number of its lines, or encounters, that takes long enough to be measured. */
const KINDS: readonly (readonly [what: string, n: number, text: (n: number) => string])[] = [
  ['encounters of one patient and date', 1000, (n) => HEAD + times(n, (i) => ONE + together(i) + bill(i))],
  ['claim lines in one encounter', 5000, (n) => HEAD + ONE + session(0) + times(n, bill)],
  ['sessions in one encounter', 10_000, (n) => HEAD + ONE + times(n, session) + bill(0)],
  ['sessions without times', 20_000, (n) => HEAD + ONE + times(n, (i) => `  15 min ${code(i)}\n`) + bill(0)],
  ['sessions that last all day', 2000, (n) => HEAD + ONE + times(n, (i) => `  00:00-24:00 ${code(i)}\n`) + bill(0)],
  [
    'clinicians of one patient and date',
    1000,
    (n) => HEAD + times(n, (i) => `clinician "C${i}"\n${ONE}${together(i)}${bill(i)}`),
  ],
  [
    'patients of one clinician in the same minutes',
    4000,
    (n) => HEAD + times(n, (i) => `encounter 2026-03-03 patient P${i}\n  09:00-09:15 97110\n  bill 97110-GP x1\n`),
  ],
  [
    'members of one group, each with a size of its own',
    2000,
    (n) =>
      HEAD +
      times(
        n,
        (i) =>
          `encounter 2026-03-03 patient P${i}\n  09:00-09:30 97150 group of ${i + 2}\n  bill 97150-GP x1\n  O: w${i}\n`,
      ),
  ],
  [
    'manipulated regions',
    1000,
    (n) =>
      HEAD +
      times(
        n,
        (i) =>
          `${ONE}  ${10 + (i % 40)} min ${i % 2 ? '98940' : '97140'} region "r${i}"\n  bill ${i % 2 ? '98940' : '97140'} x1\n`,
      ),
  ],
  [
    'sessions that follow one another',
    700,
    (n) => HEAD + ONE + times(n, (i) => `  ${clock(i % 1439)}-${clock((i % 1439) + 1)} 97110\n`) + bill(0),
  ],
  [
    'patients of one clinician, each with a session that is not billed',
    1000,
    (n) =>
      HEAD +
      times(
        n,
        (i) =>
          `encounter 2026-03-03 patient P${i}\n  dx M54.50\n  09:00-09:15 97110\n  09:15-09:30 97140\n  bill 97110-GP x1\n`,
      ),
  ],
  [
    'groups and care alone by turns, all billed',
    1000,
    (n) =>
      HEAD +
      ONE +
      times(n, (i) => `  ${clock(i % 1400)}-${clock((i % 1400) + 9)} ${i % 2 ? '97150 group of 3' : '97110'}\n`) +
      times(n, (i) => `  bill ${i % 2 ? '97150' : '97110'}-GP${i % 3 ? '-59' : ''} x1\n`),
  ],
  [
    'claim lines again and again, each in an encounter of its own',
    800,
    (n) =>
      HEAD +
      times(n, (i) => `${ONE}  00:00-24:00 ${i % 3 ? '92508' : '90837'}\n  bill ${i % 2 ? 'G0283' : '92507'} x2\n`),
  ],
  [
    'group notes of one patient on many dates',
    1000,
    (n) =>
      HEAD +
      times(
        n,
        (i) =>
          `encounter ${date(i)} patient A\n  09:00-09:30 97150 group of 3\n  bill 97150-GP x1\n  O: Walked ${i} m with ${i * 7} cues\n`,
      ),
  ],
];

/** What grows as the square takes four times as long; a collector of garbage that comes at the wrong time half a time more. */
const MOST = 3;

describe('days of a size that no clinic has', function () {
  this.timeout(240_000);
  for (const [what, n, text] of KINDS) {
    it(`${what}: twice as many take no more than ${MOST} times as long`, () => {
      const [once, twice] = [text(n), text(2 * n)];
      processorTime(once);
      // The best of a few rounds, of each.
      let [ofOne, ofTwo] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let round = 0; round < 16; round++) {
        ofOne = Math.min(ofOne, processorTime(once));
        ofTwo = Math.min(ofTwo, processorTime(twice));
        if (round > 0 && ofTwo <= MOST * ofOne) return;
      }
      assert.fail(`${n}: ${ofOne.toFixed(0)} ms, ${2 * n}: ${ofTwo.toFixed(0)} ms`);
    });
  }
});
