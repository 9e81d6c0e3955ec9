/** Minutes to units, by themselves: from both sides of each edge. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildEncounter } from '../../server/src/model/build';
import { NO_DEFAULTS } from '../../server/src/model/defaults';
import type { Session } from '../../server/src/model/encounter';
import { poolsOf } from '../../server/src/model/patient-day';
import { defaultSettings } from '../../server/src/model/settings';
import { judgeUnits, minutesFor, totalMinutes, UnitCount, unitsOf } from '../../server/src/model/units';
import { BlockSyntax } from '../../server/src/syntax/buffer';
import { parseBlock } from '../../server/src/syntax/parser';
import { TODAY } from '../support/markers';

function encounterOf(...lines: string[]) {
  const text = `encounter 2026-03-03 patient A\n${lines.map((line) => `  ${line}\n`).join('')}`;
  const syntax = new BlockSyntax();
  parseBlock(text, 0, false, syntax);
  const all = text.split('\n');
  const home = { id: 1, file: { path: 'a', hasNotes: false }, lineCount: all.length, endsWithBreak: true };
  return buildEncounter(syntax, { ...home, lineText: (line) => all[line]! }, NO_DEFAULTS, defaultSettings(TODAY));
}

const sessionsOf = (...lines: string[]): Session[] => encounterOf(...lines).sessions;

function countOf(rule: 'cms' | 'midpoint', ...lines: string[]): UnitCount {
  const sessions = sessionsOf(...lines);
  return new UnitCount(rule, poolsOf(sessions), totalMinutes(sessions));
}

/** Most and least units of each code, in the order of first sessions. */
const ranges = (count: UnitCount) => count.pools.map((pool) => [count.leastFor(pool), count.mostFor(pool)]);

describe('units of minutes', () => {
  it('begin at 8 minutes, and again at each 15 from there', () => {
    assert.deepEqual([0, 7, 8, 22, 23, 37, 38, 52, 53].map(unitsOf), [0, 0, 1, 1, 2, 2, 3, 3, 4]);
    assert.deepEqual([-1, 0, 1, 2, 3].map(minutesFor), [0, 0, 8, 23, 38]);
    for (let units = 1; units < 20; units++) {
      assert.equal(unitsOf(minutesFor(units)), units);
      assert.equal(unitsOf(minutesFor(units) - 1), units - 1);
    }
  });
});

describe('minutes of sessions', () => {
  const total = (...lines: string[]) => totalMinutes(sessionsOf(...lines));

  it('are lengths added up, and each minute of the clock once', () => {
    assert.equal(total(), 0);
    assert.equal(total('10 min 97110', '5 min 97110'), 15);
    assert.equal(total('00:00-00:10 97110'), 10);
    assert.equal(total('00:00-00:10 97110', '00:05-00:20 97112'), 20);
    assert.equal(total('09:20-09:30 97110', '09:00-09:10 97110', '7 min 97110'), 27);
    assert.equal(total('09:00-10:00 97110', '09:10-09:20 97112', '09:50-10:05 97112'), 65);
    assert.equal(total('09:00-09:15 97110', '09:15-09:30 97110'), 30);
  });

  it('leave out what cannot be read', () => {
    assert.equal(total('9:75-10:00 97110', '5 min 97110'), 5);
  });
});

describe('units of a day', () => {
  it('by the midpoint rule are those of each code', () => {
    const count = countOf('midpoint', '8 min 97110', '23 min 97112', '7 min 97140');
    assert.deepEqual([count.allowed, count.total], [3, 38]);
    assert.deepEqual(ranges(count), [
      [1, 1],
      [2, 2],
      [0, 0],
    ]);
    assert.equal(count.isUnique, true);
    assert.deepEqual([countOf('midpoint', '8 min 97110', '8 min 97112').allowed, count.ties], [2, 0]);
    const keys = count.pools.map(({ key }) => key);
    const supports = (...units: number[]) => count.supports(new Map(keys.map((key, i) => [key, units[i]!])));
    assert.deepEqual([supports(1, 2, 0), supports(2, 1, 0), supports(0, 0, 1)], [true, false, false]);
  });

  it('by the 8-minute rule: whole 15s first, what is left to the largest rest', () => {
    const count = countOf('cms', '24 min 97110', '22 min 97112', '15 min 97140');
    assert.equal(count.allowed, 4);
    assert.deepEqual(ranges(count), [
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
    assert.equal(count.isUnique, true);
  });

  it('leave a tie free, and no more of it than there is', () => {
    const count = countOf('cms', '20 min 97110', '20 min 97112', '20 min 97140');
    assert.deepEqual([count.allowed, count.ties], [4, 1]);
    assert.deepEqual(ranges(count), [
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    assert.equal(count.isUnique, false);
    const [a, b, c] = count.pools.map(({ key }) => key);
    const supports = (...units: [number, number, number]) =>
      count.supports(new Map([a!, b!, c!].map((key, i) => [key, units[i]!])));
    assert.equal(supports(2, 1, 1), true);
    assert.equal(supports(1, 1, 2), true);
    assert.equal(supports(2, 2, 0), false);
    assert.equal(supports(3, 0, 0), false);
    assert.equal(supports(0, 0, 0), true);
  });

  it('give a code under 8 minutes the unit that is left', () => {
    const count = countOf('cms', '7 min 97110', '7 min 97112', '7 min 97140');
    assert.deepEqual([count.allowed, count.ties], [1, 1]);
    const short = countOf('cms', '4 min 97110', '5 min 97112');
    assert.deepEqual(ranges(short), [
      [0, 0],
      [1, 1],
    ]);
  });

  it('share what there is where the whole 15s alone exceed the total', () => {
    const count = countOf('cms', '09:00-09:30 97110', '09:00-09:30 97112');
    assert.equal(count.allowed, 2);
    assert.deepEqual(ranges(count), [
      [0, 2],
      [0, 2],
    ]);
    const [a, b] = count.pools.map(({ key }) => key) as [number, number];
    assert.equal(
      count.supports(
        new Map([
          [a, 1],
          [b, 1],
        ]),
      ),
      true,
    );
    assert.equal(
      count.supports(
        new Map([
          [a, 2],
          [b, 1],
        ]),
      ),
      false,
    );
  });

  it('are added as many as are supported', () => {
    const count = countOf('cms', '38 min 97110');
    const { key } = count.pools[0]!;
    const billed = new Map<number, number>();
    assert.equal(count.add(billed, key, 2), 2);
    assert.equal(count.add(billed, key, 4), 1);
    assert.equal(count.add(billed, key, 1), 0);
    assert.equal(billed.get(key), 3);
    assert.equal(count.pool(key), count.pools[0]);
    assert.equal(count.pool(-1), undefined);
  });
});

/** Every way to give out units that the 8-minute rule allows, one after the other, as language.md words it. */
function allocations({ pools, allowed }: UnitCount): number[][] {
  const whole = pools.map((pool) => pool.whole);
  const spare = allowed - whole.reduce((sum, units) => sum + units, 0);
  const ways: number[][] = [];
  const give = (at: number, rest: number, way: number[]): void => {
    if (at === pools.length) {
      if (rest === 0) ways.push(way);
      return;
    }
    if (spare < 0) for (let units = 0; units <= whole[at]!; units++) give(at + 1, rest - units, [...way, units]);
    else for (const more of [0, 1]) give(at + 1, rest - more, [...way, whole[at]! + more]);
  };
  if (spare < 0) give(0, allowed, []);
  else give(0, Math.min(spare, pools.filter(({ left }) => left > 0).length), []);
  return ways.filter((way) => {
    if (spare < 0) return true;
    const got = pools.filter((pool, i) => way[i]! > pool.whole).map(({ left }) => left);
    const not = pools.filter((pool, i) => way[i]! === pool.whole).map(({ left }) => left);
    return Math.min(...got, 15) >= Math.max(...not, 0) && !got.includes(0);
  });
}

describe('the 8-minute rule', () => {
  const CODES = ['97110', '97112', '97140', '97530'];
  it('supports what some allocation gives, and nothing else', () => {
    const session = fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 40 }), fc.option(fc.nat(40)));
    fc.assert(
      fc.property(
        fc.array(session, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
        (all, asked) => {
          const clock = (minute: number) => `09:${String(minute).padStart(2, '0')}`;
          const count = countOf(
            'cms',
            ...all.map(
              ([code, length, at]) =>
                `${at === null ? `${length} min` : `${clock(at)}-${clock(Math.min(at + length, 59))}`} ${CODES[code]}`,
            ),
          );
          const ways = allocations(count);
          assert.ok(ways.length > 0);
          for (const [i, pool] of count.pools.entries()) {
            const given = ways.map((way) => way[i]!);
            assert.deepEqual([count.leastFor(pool), count.mostFor(pool)], [Math.min(...given), Math.max(...given)]);
          }
          assert.equal(count.isUnique, new Set(ways.map(String)).size === 1);
          const isGiven = ways.some((way) => way.every((units, i) => units >= asked[i]!));
          assert.equal(count.supports(new Map(count.pools.map(({ key }, i) => [key, asked[i]!]))), isGiven);
        },
      ),
      { numRuns: 1500, seed: 7 },
    );
  });
});

describe('claim lines against the units of a day', () => {
  const judged = (...lines: string[]) => {
    const { sessions, claims } = encounterOf(...lines);
    const count = new UnitCount('cms', poolsOf(sessions), totalMinutes(sessions));
    return judgeUnits(count, claims).map(({ line, billed, supported }) => `${line.code!.text} ${billed} ${supported}`);
  };

  it('count the lines before, and leave out a code without a session', () => {
    assert.deepEqual(judged('30 min 97110', 'bill 97110 x1', 'bill 97140 x1', 'bill 12345', 'bill 97110 x2'), [
      '97110 1 1',
      '97110 2 1',
    ]);
  });

  it('give 97129 its first unit alone', () => {
    assert.deepEqual(judged('45 min 97129', 'bill 97129 x2', 'bill 97130 x2', 'bill 97129 x1'), [
      '97129 2 1',
      '97130 2 2',
      '97129 1 0',
    ]);
    assert.deepEqual(judged('45 min 97129', 'bill 97129 x1', 'bill 97129 x1', 'bill 97130 x1'), [
      '97129 1 1',
      '97129 1 0',
      '97130 1 1',
    ]);
    assert.deepEqual(judged('45 min 97129', 'bill 97130 x1', 'bill 97129 x1'), ['97130 1 1', '97129 1 1']);
    assert.deepEqual(judged('5 min 97129', 'bill 97129 x1', 'bill 97129 x1'), ['97129 1 0', '97129 1 0']);
  });
});
