/** Minutes to units, against the definition written out a second time: every allocation, one by one. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Pool, UnitCount, unitsOf } from '../../server/src/model/units';
import { check, type Found, show } from '../support/markers';

// ------------------------------------------------------------------------------------- The definition, a second time

/** 8-22 is 1, 23-37 is 2, and so on: by counting up, not by division. */
function unitsByTable(minutes: number): number {
  let units = 0;
  for (let least = 8; least <= minutes; least += 15) units++;
  return units;
}

/** Every way to choose `count` of some things. */
function choices<T>(things: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  if (things.length < count) return [];
  const [first, ...rest] = things as [T, ...T[]];
  return [...choices(rest, count - 1).map((chosen) => [first, ...chosen]), ...choices(rest, count)];
}

/** Every allocation of the `cms` rule: the units of each code, in the order of the minutes given. */
function allocations(minutes: readonly number[], total: number): number[][] {
  const allowed = unitsByTable(total);
  const wholes = minutes.map((m) => Math.floor(m / 15));
  const rests = minutes.map((m) => m % 15);
  let spare = allowed;
  for (const whole of wholes) spare -= whole;
  if (spare < 0) {
    // The whole 15s alone exceed the total: any of them, up to the total.
    let ways: number[][] = [[]];
    for (const whole of wholes)
      ways = ways.flatMap((way) => Array.from({ length: whole + 1 }, (_, units) => [...way, units]));
    return ways.filter((way) => way.reduce((sum, units) => sum + units, 0) === allowed);
  }
  const withRest = rests.map((rest, code) => ({ rest, code })).filter(({ rest }) => rest > 0);
  // One each to the largest: a choice is right where no code left out has a larger remainder than one chosen.
  return choices(withRest, Math.min(spare, withRest.length))
    .filter((chosen) => withRest.every((out) => chosen.includes(out) || chosen.every(({ rest }) => rest >= out.rest)))
    .map((chosen) => wholes.map((whole, code) => whole + (chosen.some((one) => one.code === code) ? 1 : 0)));
}

function supportedByDefinition(minutes: readonly number[], total: number, billed: readonly number[]): boolean {
  return allocations(minutes, total).some((way) => way.every((units, code) => units >= (billed[code] ?? 0)));
}

// ---------------------------------------------------------------------------------------------------------- Helpers

function poolsOf(minutes: readonly number[]): Pool[] {
  return minutes.map((m, key) => ({
    key,
    code: undefined as never,
    sessions: [],
    minutes: m,
    whole: Math.floor(m / 15),
    left: m % 15,
  }));
}

function billedMap(billed: readonly number[]): Map<number, number> {
  return new Map(billed.map((units, key) => [key, units]));
}

const someMinutes = fc.array(fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 70 })), {
  minLength: 1,
  maxLength: 5,
});
/** Pools with a total: what is added up, less what overlapping clocks cover twice. */
const day = someMinutes.chain((minutes) => {
  const sum = minutes.reduce((a, b) => a + b, 0);
  return fc.record({
    minutes: fc.constant(minutes),
    total: fc.oneof(fc.constant(sum), fc.integer({ min: Math.max(...minutes), max: sum })),
    billed: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: minutes.length, maxLength: minutes.length }),
  });
});

const RUNS = { numRuns: 2000 };

describe('units of a day', () => {
  it('minutes to units, as the table prints them', () => {
    const printed = [7, 8, 22, 23, 37, 38, 52, 53, 67, 68, 82, 83, 97, 98, 112, 113, 127, 128];
    assert.deepEqual(printed.map(unitsOf), [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9]);
    for (let m = 0; m <= 1440; m++) assert.equal(unitsOf(m), unitsByTable(m), `${m} min`);
  });

  it('cms: what is supported is what some allocation gives', () => {
    fc.assert(
      fc.property(day, ({ minutes, total, billed }) => {
        const count = new UnitCount('cms', poolsOf(minutes), total);
        assert.equal(count.supports(billedMap(billed)), supportedByDefinition(minutes, total, billed));
      }),
      RUNS,
    );
  });

  it('cms: every allocation is accepted, and none with one unit more', () => {
    fc.assert(
      fc.property(day, ({ minutes, total }) => {
        const count = new UnitCount('cms', poolsOf(minutes), total);
        const ways = allocations(minutes, total);
        assert.ok(ways.length > 0);
        for (const way of ways) {
          assert.equal(
            way.reduce((sum, units) => sum + units, 0),
            count.allowed,
          );
          assert.ok(count.supports(billedMap(way)), `${way} of ${minutes}`);
          way.forEach((units, code) => {
            const more = way.map((u, other) => (other === code ? units + 1 : u));
            assert.equal(count.supports(billedMap(more)), false, `${more} of ${minutes}`);
          });
        }
      }),
      RUNS,
    );
  });

  it('cms: the most and the least of each code, and whether there is one way only', () => {
    fc.assert(
      fc.property(day, ({ minutes, total }) => {
        const pools = poolsOf(minutes);
        const count = new UnitCount('cms', pools, total);
        const ways = allocations(minutes, total);
        pools.forEach((pool, code) => {
          assert.equal(count.mostFor(pool), Math.max(...ways.map((way) => way[code]!)), `most of ${code}`);
          assert.equal(count.leastFor(pool), Math.min(...ways.map((way) => way[code]!)), `least of ${code}`);
        });
        assert.equal(count.isUnique, new Set(ways.map(String)).size === 1);
      }),
      RUNS,
    );
  });

  it('adding gives as many as are supported, and not one less', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('cms' as const, 'midpoint' as const), ({ minutes, total, billed }, rule) => {
        const count = new UnitCount(rule, poolsOf(minutes), total);
        const sums = new Map<number, number>();
        billed.forEach((units, key) => {
          const before = sums.get(key) ?? 0;
          const given = count.add(sums, key, units);
          assert.ok(given <= units);
          assert.equal(sums.get(key) ?? 0, before + given);
          assert.ok(count.supports(sums));
          if (given < units) assert.equal(count.supports(new Map(sums).set(key, before + given + 1)), false);
        });
      }),
      RUNS,
    );
  });

  it('midpoint: each code by itself', () => {
    fc.assert(
      fc.property(day, ({ minutes, total, billed }) => {
        const count = new UnitCount('midpoint', poolsOf(minutes), total);
        assert.equal(
          count.supports(billedMap(billed)),
          minutes.every((m, code) => billed[code]! <= unitsByTable(m)),
        );
      }),
      RUNS,
    );
  });
});

// ------------------------------------------------------------------------------------------- From text to findings

const CODES = ['97110', '97112', '97116', '97140', '97530'];
const UNIT_RULES = ['too-many-units', 'under-8-minutes'];

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Sessions that may overlap, with clocks or lengths; and lines in some order. */
const encounter = fc.record({
  sessions: fc.array(
    fc.record({
      code: fc.nat(CODES.length - 1),
      start: fc.integer({ min: 540, max: 640 }),
      length: fc.integer({ min: 1, max: 40 }),
      hasClock: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  billed: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: CODES.length, maxLength: CODES.length }),
  rule: fc.constantFrom('cms' as const, 'midpoint' as const),
});

/** The minutes of some sessions: lengths added up, clock minutes counted once, minute by minute. */
function minutesOf(sessions: readonly { start: number; length: number; hasClock: boolean }[]): number {
  let lengths = 0;
  const minutes = new Set<number>();
  for (const { start, length, hasClock } of sessions) {
    if (!hasClock) lengths += length;
    else for (let m = start; m < start + length; m++) minutes.add(m);
  }
  return lengths + minutes.size;
}

describe('units, from text to findings', () => {
  it('a line is said where no allocation supports the sum, and on no other line', () => {
    fc.assert(
      fc.property(encounter, ({ sessions, billed, rule }) => {
        const lines = billed.map((units, code) => ({ units, code })).filter(({ units }) => units > 0);
        const text = [
          'encounter 2026-03-03 patient A',
          '  clinician "R. Ortiz, PT"',
          '  discipline PT',
          '  payer medicare',
          `  units ${rule}`,
          '  dx M54.50',
          ...sessions.map(({ code, start, length, hasClock }) =>
            hasClock ? `  ${clock(start)}-${clock(start + length)}  ${CODES[code]}` : `  ${length} min  ${CODES[code]}`,
          ),
          ...lines.map(({ units, code }) => `  bill ${CODES[code]}-GP x${units}`),
          '',
        ].join('\n');
        const minutes = CODES.map((_, code) => minutesOf(sessions.filter((session) => session.code === code)));
        const total = minutesOf(sessions);
        const supports = (sums: readonly number[]) =>
          rule === 'cms'
            ? supportedByDefinition(minutes, total, sums)
            : sums.every((units, code) => units <= unitsByTable(minutes[code]!));
        const sums = CODES.map(() => 0);
        const expected: number[] = [];
        lines.forEach(({ units, code }, index) => {
          if (minutes[code] === 0) return;
          for (let more = units; more >= 0; more--) {
            const next = sums.map((sum, other) => (other === code ? sum + more : sum));
            if (!supports(next)) continue;
            sums[code] = next[code]!;
            if (more < units) expected.push(6 + sessions.length + index);
            break;
          }
        });
        const found = check(text).filter((f) => UNIT_RULES.includes(f.rule));
        assert.deepEqual(
          found.map((f) => f.line),
          expected,
          `${text}\n${found.map(show).join('\n')}`,
        );
      }),
      { numRuns: 300 },
    );
  });

  function unitFindings(text: string): string[] {
    return check(text)
      .filter((f) => ['too-many-units', 'under-8-minutes', 'too-few-units'].includes(f.rule))
      .map((f: Found) => `${f.rule} ${f.severity} ${text.split('\n')[f.line]!.trim()}`);
  }

  function dayOf(payer: string, body: string): string {
    return `encounter 2026-03-03 patient A\n  clinician "R. Ortiz, PT"\n  discipline PT\n  payer ${payer}\n  dx M54.50\n${body}`;
  }

  const cases: [name: string, payer: string, body: string, expected: string[]][] = [
    ['OP-001: 24 + 23', 'medicare', '  24 min 97112\n  23 min 97110\n  bill 97112-GP x2\n  bill 97110-GP x1\n', []],
    [
      'OP-001: two units for the shorter as well',
      'medicare',
      '  24 min 97112\n  23 min 97110\n  bill 97112-GP x2\n  bill 97110-GP x2\n',
      ['too-many-units error bill 97110-GP x2'],
    ],
    [
      'OP-002: 20 + 20, the third to the first',
      'medicare',
      '  20 min 97112\n  20 min 97110\n  bill 97112-GP x2\n  bill 97110-GP x1\n',
      [],
    ],
    [
      'OP-002: the third to the second',
      'medicare',
      '  20 min 97112\n  20 min 97110\n  bill 97112-GP x1\n  bill 97110-GP x2\n',
      [],
    ],
    [
      'OP-002: three of one code',
      'medicare',
      '  20 min 97112\n  bill 97112-GP x3\n  20 min 97110\n',
      ['too-many-units error bill 97112-GP x3'],
    ],
    ['OP-004: 33 + 7', 'medicare', '  33 min 97110\n  7 min 97140\n  bill 97110-GP x2\n  bill 97140-GP x1\n', []],
    [
      'OP-005: a fourth unit for 97035',
      'medicare',
      '  18 min 97110\n  13 min 97140\n  10 min 97116\n  8 min 97035\n  bill 97110-GP x1\n  bill 97140-GP x1\n  bill 97116-GP x1\n  bill 97035-GP x1\n',
      ['too-many-units error bill 97035-GP x1'],
    ],
    [
      'OP-010: 7 minutes alone',
      'medicare',
      '  7 min 97140\n  bill 97140-GP x1\n',
      ['under-8-minutes error bill 97140-GP x1'],
    ],
    [
      'OP-016: 7 + 7 + 7, one each',
      'medicare',
      '  7 min 97112\n  7 min 97110\n  7 min 97140\n  bill 97112-GP x1\n  bill 97110-GP x1\n  bill 97140-GP x1\n',
      ['too-many-units error bill 97110-GP x1', 'too-many-units error bill 97140-GP x1'],
    ],
    [
      'OD-009: the smaller left-over has the unit',
      'medicare',
      '  5 min 97110\n  6 min 97140\n  bill 97110-GP x1\n',
      ['under-8-minutes error bill 97110-GP x1'],
    ],
    [
      'OD-010: 16 + 6 is one unit',
      'medicare',
      '  16 min 97110\n  6 min 97140\n  bill 97110-GP x1\n  bill 97140-GP x1\n',
      ['under-8-minutes error bill 97140-GP x1'],
    ],
    [
      'OD-008: midpoint, assumed: the first unit is one that the other rule gives, the second no rule gives',
      'commercial',
      '  7 min 97110\n  7 min 97140\n  bill 97110 x1\n  bill 97140 x1\n',
      ['under-8-minutes warning bill 97110 x1', 'under-8-minutes error bill 97140 x1'],
    ],
    [
      'OD-020: midpoint, assumed, against 3 units of the 8-minute rule',
      'commercial',
      '  20 min 97112\n  20 min 97110\n  bill 97112 x2\n  bill 97110 x1\n',
      ['too-many-units warning bill 97112 x2'],
    ],
    [
      'TRICARE, assumed cms: what midpoint would give is a warning',
      'tricare',
      '  24 min 97112\n  23 min 97110\n  bill 97112-GP x2\n  bill 97110-GP x2\n',
      ['too-many-units warning bill 97110-GP x2'],
    ],
    [
      'two lines of a code with 6 minutes are one fault',
      'medicare',
      '  6 min 97110\n  bill 97110-GP x1\n  bill 97110-59-GP x1\n',
      ['under-8-minutes error bill 97110-GP x1'],
    ],
    [
      'OD-023: group minutes raise nothing',
      'medicare',
      '  10:00-10:20 97110\n  10:20-10:50 97150 group of 2\n  bill 97110-59-GP x3\n  bill 97150-GP x1\n',
      ['too-many-units error bill 97110-59-GP x3'],
    ],
    [
      'OD-024: evaluation minutes do not help',
      'medicare',
      '  30 min 97161\n  7 min 97110\n  bill 97161-GP x1\n  bill 97110-GP x1\n',
      ['under-8-minutes error bill 97110-GP x1'],
    ],
    [
      'the same clock minutes count once',
      'medicare',
      '  09:00-09:20 97110\n  09:10-09:30 97110\n  bill 97110-GP x3\n',
      ['too-many-units error bill 97110-GP x3'],
    ],
    [
      '97129 is one unit a day, the rest is 97130',
      'medicare',
      '  30 min 97129\n  bill 97129-GP x2\n',
      ['too-many-units error bill 97129-GP x2'],
    ],
    ['97129 with 97130', 'medicare', '  38 min 97129\n  bill 97129-GP x1\n  bill 97130-GP x2\n', []],
    [
      'a line not covered by law is judged by its time',
      'medicare',
      '  15 min 97110\n  bill 97110-GY x2\n',
      ['too-many-units error bill 97110-GY x2'],
    ],
    [
      'a session with a wrong time: silent',
      'medicare',
      '  10:15-10:00 97110\n  15 min 97110\n  bill 97110-GP x3\n',
      [],
    ],
    ['a session that cannot be read: silent', 'medicare', '  15 min\n  15 min 97110\n  bill 97110-GP x3\n', []],
    [
      'a group with a wrong time takes nothing from the timed units',
      'medicare',
      '  10:15-10:00 97150 group of 2\n  15 min 97110\n  bill 97110-59-GP x2\n  bill 97150-GP x1\n',
      ['too-many-units error bill 97110-59-GP x2'],
    ],
    [
      'a line that breaks off may have more: no hint',
      'medicare',
      '  30 min 97110\n  bill 97110-GP x1\n  bill 97110 y\n',
      [],
    ],
    ['the hint stops at the unit limit', 'medicare', '  150 min 97112\n  bill 97112-GP x4\n', []],
  ];
  for (const [name, payer, body, expected] of cases) {
    it(name, () => assert.deepEqual(unitFindings(dayOf(payer, body)), expected));
  }

  it('says both counts where the rule is assumed, and the day’s total where codes are pooled', () => {
    const [finding] = check(
      dayOf('commercial', '  20 min 97112\n  20 min 97110\n  bill 97112 x2\n  bill 97110 x1\n'),
    ).filter((f) => f.rule === 'too-many-units');
    assert.match(finding!.message, /^97112: 20 min supports 1 unit, 2 billed\./);
    assert.match(finding!.message, /by the 8-minute rule the day gives 3 units, 97112 2 units/);
    const [short] = check(
      dayOf('medicare', '  16 min 97110\n  6 min 97140\n  bill 97110-GP x1\n  bill 97140-GP x1\n'),
    ).filter((f) => f.rule === 'under-8-minutes');
    assert.match(short!.message, /^97140: 6 min is under 8 and supports no unit, 1 billed\./);
    assert.match(short!.message, /22 min, which give 1 unit for the day/);
  });

  it('lowers units safely only where one way is possible and the rule is known', () => {
    const safe = (payer: string, body: string) =>
      check(dayOf(payer, body))
        .filter((f) => f.rule === 'too-many-units')
        .flatMap((f) => f.finding.fixes.map((fix) => `${fix.title} ${fix.safe}`));
    assert.deepEqual(safe('medicare', '  22 min 97110\n  bill 97110-GP x2\n'), ['Bill 97110 x1 true']);
    assert.deepEqual(safe('tricare', '  22 min 97110\n  bill 97110-GP x2\n'), ['Bill 97110 x1 false']);
    assert.deepEqual(safe('medicare', '  20 min 97110\n  20 min 97112\n  bill 97110-GP x3\n'), ['Bill 97110 x2 false']);
  });
});
