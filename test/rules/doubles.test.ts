/** Two lines of one code that no modifier tells apart: one meaning for the finding and for the fixes that could make such. */

import assert from 'node:assert/strict';
import { check } from '../support/markers';

const HEAD = 'payer medicare\nclinician "R. Ortiz, PT"\ndiscipline PT\n\nencounter 2026-03-03 patient A\n  dx M54.50\n';
const GROUP = '  09:15-09:30  97150  group of 2\n  bill 97150-GP x1\n  O: a\n  A: b\n  P: c\n  goal "g"\n';

const isDuplicate = (one: string, two: string): boolean =>
  check(`${HEAD}  09:00-09:30  97110\n  bill ${one} x1\n  bill ${two} x1\n`).some(
    ({ rule }) => rule === 'duplicate-line',
  );

/** Fixes of a 59 that is missing on the first line. */
function fixesOf59(one: string, two: string): string[] {
  const found = check(`${HEAD}  08:00-08:30  97110\n${GROUP}  bill ${one} x1\n  bill ${two} x1\n`);
  return found
    .filter(({ rule, line }) => rule === 'missing-59' && line === 13)
    .flatMap(({ finding }) => finding.fixes.map(({ title }) => title));
}

describe('two lines of one code', () => {
  for (const [one, two] of [
    ['97110-GP', '97110-GP'],
    ['97110-GP', '97110-GP-KX'],
    ['97110-KX-GP', '97110-GP-KX'],
    ['97110-GY-GP', '97110-GP-GY'],
  ] as const)
    it(`are doubles: ${one} and ${two}`, () => assert.equal(isDuplicate(one, two), true));

  for (const [one, two] of [
    ['97110-GP', '97110-59-GP'],
    ['97110-GP', '97110-76-GP'],
    ['97110-GP', '97110-GO'],
    ['97110-GP', '97110-CQ-GP'],
    ['97110-LT-GP', '97110-RT-GP'],
    ['97110-GP', '97110-GP-GY'],
    ['97110-GP', '97110-GP-ZZ'],
  ] as const)
    it(`are two: ${one} and ${two}`, () => assert.equal(isDuplicate(one, two), false));

  it('take no 59 where that would make them doubles, and one where GY tells them apart', () => {
    assert.deepEqual(fixesOf59('97110-GP', '97110-59-GP'), []);
    assert.deepEqual(fixesOf59('97110-GP', '97110-GP'), []);
    assert.ok(fixesOf59('97110-GP', '97110-59-GP-GY').length > 0);
  });
});
