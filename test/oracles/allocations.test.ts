/**
 * Units by a second way: all splits of a day's units are written out from the published rule and compared with what the
 * checker says. A split that the rule allows is silent, one unit more anywhere is not.
 */

import assert from 'node:assert/strict';
import { check } from '../support/markers';

const CODES = ['97110', '97112', '97140'] as const;
const MINUTES = [3, 7, 8, 14, 15, 20, 22, 23, 33];

const unitsOf = (minutes: number) => [8, 23, 38, 53, 68, 83, 98, 113].filter((least) => minutes >= least).length;

/** Every way in which the 8-minute rule may give a day's units to its codes. */
function allocations(minutes: readonly number[]): number[][] {
  const whole = minutes.map((m) => Math.floor(m / 15));
  const left = minutes.map((m) => m % 15);
  const spare = unitsOf(minutes.reduce((a, b) => a + b, 0)) - whole.reduce((a, b) => a + b, 0);
  const found: number[][] = [];
  for (let chosen = 0; chosen < 1 << minutes.length; chosen++) {
    const gets = minutes.map((_, i) => (chosen >> i) & 1);
    if (gets.reduce((a, b) => a + b, 0) !== Math.min(spare, left.filter((m) => m > 0).length)) continue;
    if (gets.some((yes, i) => yes && left[i] === 0)) continue;
    // Nobody without a unit has more left over than somebody with one.
    const least = Math.min(...left.filter((_, i) => gets[i]));
    if (left.some((m, i) => !gets[i] && m > least)) continue;
    found.push(whole.map((units, i) => units + gets[i]!));
  }
  return found;
}

function day(payer: string, minutes: readonly number[], units: readonly number[]): string {
  const sessions = minutes.map((m, i) => `  ${m} min  ${CODES[i]}\n`).join('');
  const lines = units.map((n, i) => (n > 0 ? `  bill ${CODES[i]}-GP x${n}\n` : '')).join('');
  return `clinician "R. Ortiz, PT"\ndiscipline PT\n${payer}\n\nencounter 2026-03-03 patient A\n  dx M54.50\n${sessions}${lines}`;
}

const faults = (text: string) => check(text).filter((f) => f.severity === 'error' || f.severity === 'warning');

const days: number[][] = [];
for (const a of MINUTES) for (const b of MINUTES) for (const c of MINUTES) if (a <= b && b <= c) days.push([a, b, c]);

describe('units by a second way', () => {
  it('accepts every split that the 8-minute rule allows, and one unit more of nothing', () => {
    for (const minutes of days) {
      const allowed = allocations(minutes);
      assert.ok(allowed.length > 0, minutes.join());
      for (const units of allowed) {
        assert.deepEqual(
          faults(day('payer medicare', minutes, units)).map((f) => f.message),
          [],
          `${minutes.join(', ')} min as ${units.join(', ')}`,
        );
        for (const more of [0, 1, 2]) {
          const billed = units.map((n, i) => n + (i === more ? 1 : 0));
          const found = faults(day('payer medicare', minutes, billed));
          assert.ok(
            found.length > 0 && found.every((f) => f.rule === 'too-many-units' || f.rule === 'under-8-minutes'),
            `${minutes.join(', ')} min as ${billed.join(', ')}: ${found.map((f) => f.rule).join(', ') || 'silent'}`,
          );
        }
      }
    }
  });

  it('code by code: what each earns by itself, and one unit more of nothing', () => {
    for (const minutes of days) {
      const units = minutes.map(unitsOf);
      assert.deepEqual(faults(day('payer commercial\nunits midpoint', minutes, units)), []);
      for (const more of [0, 1, 2]) {
        const billed = units.map((n, i) => n + (i === more ? 1 : 0));
        const found = faults(day('payer commercial\nunits midpoint', minutes, billed));
        assert.deepEqual(
          found.map((f) => f.rule),
          [minutes[more]! < 8 ? 'under-8-minutes' : 'too-many-units'],
          `${minutes.join(', ')} min as ${billed.join(', ')}`,
        );
      }
    }
  });
});
