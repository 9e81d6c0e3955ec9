/** Pairs of claim lines: which a day has, what opens them, how severe a fault of one is. */

import assert from 'node:assert/strict';
import type { Pair } from '../../../server/src/guidance/types';
import { builtInPayer, PayerTable } from '../../../server/src/model/payer';
import type { Settings } from '../../../server/src/model/settings';
import {
  aboutPairs,
  DayPair,
  differ,
  hasOtherTable,
  hasUnbornModifier,
  isEvaluationPair,
  isFor59,
  isGroupPair,
  isGroupPsychotherapyPair,
  isManipulationPair,
  isNeededOn,
  isNeverPaid,
  isOtherTable,
  isUnopened,
  isVisitPair,
  opens,
  otherCodes,
  otherLines,
  pairBasis,
  pairSeverity,
  pairsOf,
  pairsTo,
  pairsWith,
  payerUnread,
  readsColumnTwoOnly,
  whereItHolds,
  worstOf,
} from '../../../server/src/rules/kit/pairs';
import { patientDay } from '../../support/patient-day';

const FIELDS = ['clinician "R. Ortiz"', 'discipline PT', 'payer medicare'];

/** One encounter of patient A; a field given again outweighs the usual one. */
function encounter(lines: readonly string[], date = '2026-03-03'): string {
  const given = lines.map((line) => line.split(' ')[0]!);
  const fields = FIELDS.filter((field) => !given.includes(field.split(' ')[0]!));
  return `encounter ${date} patient A\n${[...fields, ...lines].map((line) => `  ${line}\n`).join('')}`;
}

const dayOf = (lines: readonly string[], date?: string, settings?: Partial<Settings>) =>
  patientDay(encounter(lines, date), settings);

const table = (pair: Partial<Pair>, edition = 'own 2026'): Partial<Settings> => {
  const whole: Pair = {
    column1: '97110',
    column2: '97112',
    indicator: 1,
    named: false,
    bar: undefined,
    from: undefined,
    to: undefined,
    facts: [],
    ...pair,
  };
  const codes = [whole.column1, whole.column2];
  return {
    pairs: { edition, isOwn: true, find: (a, b) => (codes.includes(a) && codes.includes(b) ? whole : undefined) },
  };
};

const named = (found: DayPair) => `${found.one.text} > ${found.two.text}`;

describe('the pairs of a day', () => {
  it('are those of its lines, in file order, column one first', () => {
    const day = dayOf(['bill 97110 x1', 'bill 97150 x1', 'bill 97112 x1', 'bill 97035 x1']);
    assert.deepEqual(pairsOf(day).map(named), ['97150 > 97110', '97150 > 97112']);
    const [exercise, group, , ultrasound] = day.claims;
    assert.deepEqual(pairsWith(exercise!).map(named), ['97150 > 97110']);
    assert.deepEqual(pairsWith(group!).map(named), ['97150 > 97110', '97150 > 97112']);
    assert.deepEqual(pairsTo(exercise!).map(named), ['97150 > 97110']);
    assert.deepEqual(pairsTo(group!), []);
    assert.deepEqual(pairsWith(ultrasound!), []);
    assert.equal(pairsOf(day), pairsOf(day), 'found once');
  });

  it('leave out a line that is not covered, and one that breaks off', () => {
    assert.equal(pairsOf(dayOf(['bill 97110-GY x1', 'bill 97150 x1'])).length, 0);
    assert.equal(pairsOf(dayOf(['bill 97110 x', 'bill 97150 x1'])).length, 0);
    assert.equal(pairsOf(dayOf(['bill 97110 x1'])).length, 0);
    assert.deepEqual(pairsWith(dayOf(['bill 97110 x1']).claims[0]!), []);
  });

  it('where the date cannot be read, are those that hold on every date', () => {
    const lines = ['bill 97110 x1', 'bill 97112 x1'];
    const count = (pair: Partial<Pair>, date: string) => pairsOf(dayOf(lines, date, table(pair))).length;
    assert.equal(count({}, '2026-13-40'), 1);
    assert.equal(count({ from: 20200101 }, '2026-13-40'), 0);
    assert.equal(count({ to: 20301231 }, '2026-13-40'), 0);
    assert.equal(count({ from: 20200101, to: 20301231 }, '2026-03-03'), 1);
  });

  const times = (n: number, line: (index: number) => string) => Array.from({ length: n }, (_, index) => line(index));
  const places = (day: ReturnType<typeof dayOf>) =>
    pairsOf(day).map(({ one, two }) => [day.claims.indexOf(one), day.claims.indexOf(two)] as const);

  it('of 64 lines are all; of more, each line with the first two of those that are alike', () => {
    const half = (n: number) => [...times(n, () => 'bill 97110 x1'), ...times(n, () => 'bill 97150 x1')];
    assert.equal(pairsOf(dayOf(half(32))).length, 32 * 32);
    const day = dayOf(half(33));
    const found = places(day);
    assert.equal(found.length, 33 * 2 + 33 * 2 - 2 * 2);
    assert.ok(found.every(([one, two]) => one >= 33 && two < 33 && (one < 35 || two < 2)));
    const order = found.map(([one, two]) => two * 100 + one);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
  });

  it('of more than 64 that differ, each line with the first 32 of another code', () => {
    const letters = 'ABCDEFGHIJ';
    const modifier = (index: number) => `${letters[Math.floor(index / 10)]}${index % 10}`;
    const lines = [
      ...times(40, (index) => `bill 97110-${modifier(index)} x1`),
      ...times(40, (index) => `bill 97150-${modifier(index)} x1`),
    ];
    const found = places(dayOf(lines));
    assert.equal(found.length, 40 * 32 + 40 * 32 - 32 * 32);
    assert.ok(found.every(([one, two]) => one < 72 || two < 32));
    assert.equal(pairsWith(dayOf([...lines, 'bill 97035 x1']).claims[80]!).length, 0);
  });

  it('of two lines of one code too, and never of a line with itself', () => {
    const own = table({ column1: '97110', column2: '97110' });
    assert.equal(
      pairsOf(
        dayOf(
          times(2, () => 'bill 97110 x1'),
          undefined,
          own,
        ),
      ).length,
      1,
    );
    const found = places(
      dayOf(
        times(65, () => 'bill 97110 x1'),
        undefined,
        own,
      ),
    );
    assert.ok(found.every(([one, two]) => one !== two));
    assert.equal(found.length, 64 + 63);
  });

  it('of many lines in several encounters, tell those apart that are judged apart', () => {
    const day = (...second: string[]) =>
      patientDay(
        encounter(times(33, () => 'bill 97110 x1')) +
          encounter([...second, ...times(3, () => 'bill 97110 x1'), ...times(30, () => 'bill 97150 x1')]),
      );
    const partners = (...second: string[]) => pairsWith(day(...second).claims[65]!).length;
    assert.equal(partners(), 2);
    assert.equal(partners('clinician "S. Kim"'), 4);
    assert.equal(partners('discipline OT'), 4);
    assert.equal(partners('payer commercial'), 4);
    assert.equal(partners('setting hospital'), 4);
  });
});

describe('what opens a pair', () => {
  const line = (text: string, date?: string) => dayOf([text], date).claims[0]!;

  it('59 or an X modifier, one from before 2015 too', () => {
    assert.equal(opens(line('bill 97110-59 x1')), true);
    assert.equal(opens(line('bill 97110-GP x1')), false);
    for (const x of ['XE', 'XP', 'XS', 'XU']) {
      assert.equal(opens(line(`bill 97110-${x} x1`)), true, x);
      assert.equal(hasUnbornModifier(line(`bill 97110-GP-${x} x1`, '2014-12-31')), true, x);
      assert.equal(opens(line(`bill 97110-${x} x1`, '2014-12-31')), true, x);
      assert.equal(hasUnbornModifier(line(`bill 97110-${x} x1`, '2015-01-01')), false, x);
    }
    assert.equal(hasUnbornModifier(line('bill 97110-ZZ x1', '2014-12-31')), false);
    assert.equal(hasUnbornModifier(line('bill 97110-59 x1', '2014-12-31')), false);
  });

  it('on column two alone, for Medicare until July 2019', () => {
    const reads = (date: string, ...more: string[]) => readsColumnTwoOnly(dayOf(more, date).encounters[0]!);
    assert.equal(reads('2019-06-30'), true);
    assert.equal(reads('2019-07-01'), false);
    assert.equal(reads('2019-06-30', 'payer commercial'), false);
    assert.equal(reads('2019-06-31'), false, 'a date that there is not');
  });

  it('on either line since; then one of another pair opens this one too', () => {
    const unopened = (lines: string[], date?: string) => pairsOf(dayOf(lines, date)).filter(isUnopened).map(named);
    assert.deepEqual(unopened(['bill 97110 x1', 'bill 97150 x1']), ['97150 > 97110']);
    assert.deepEqual(unopened(['bill 97110-59 x1', 'bill 97150 x1']), []);
    assert.deepEqual(unopened(['bill 97110 x1', 'bill 97150-59 x1']), []);
    assert.deepEqual(unopened(['bill 97110 x1', 'bill 97150-59 x1'], '2019-06-30'), []);
    // 97535 carries it as column two of 97530, and is column one of 97164.
    const three = ['bill 97530 x1', 'bill 97535-59 x1', 'bill 97164 x1'];
    assert.deepEqual(unopened(three, '2019-06-30'), ['97535-59 > 97164']);
    assert.deepEqual(unopened(three, '2019-07-01'), []);
  });

  it('is needed where the line is column two of another pair by the same hands, or of two disciplines', () => {
    const needed = (...lines: string[]) => {
      const day = dayOf(lines);
      const found = pairsOf(day).find(({ two }) => two.code!.text === '97164')!;
      return isNeededOn(found.one);
    };
    assert.equal(needed('bill 97530 x1', 'bill 97535-59 x1', 'bill 97164 x1'), true);
    assert.equal(needed('bill 97535-59 x1', 'bill 97164 x1'), false);
    const across = (first: string) => {
      const day = patientDay(encounter([first, 'bill 97530 x1']) + encounter(['bill 97535-59 x1', 'bill 97164 x1']));
      const found = pairsOf(day).find(({ two }) => two.code!.text === '97164')!;
      return isNeededOn(found.one);
    };
    assert.equal(across('clinician "S. Kim"\n  discipline OT'), true);
    assert.equal(across('clinician "S. Kim"\n  discipline OT\n  payer commercial'), false);
    // 97124 is never paid beside 97140, by two disciplines as little as by one.
    const zero = patientDay(
      encounter(['clinician "S. Kim"', 'discipline OT', 'bill 97140 x1']) +
        encounter(['bill 97124-59 x1', 'bill 97164 x1']),
    );
    assert.equal(isNeededOn(zero.claims[1]!), false);
    // 97763 is never paid beside 97761: no modifier is needed there.
    const barred = dayOf(['bill 97761 x1', 'bill 97763-59 x1', 'bill 97110 x1']);
    assert.equal(isNeededOn(barred.claims[1]!), false);
  });
});

/** A pair of two lines, whatever the tables say of their codes. */
function pair(
  a: string,
  b: string,
  more: Partial<Pair> = {},
  where: { one?: string[]; two?: string[]; date?: string; same?: boolean } = {},
) {
  const { one = [], two = one, date, same = true } = where;
  const day = patientDay(encounter([...one, `bill ${a} x1`], date) + encounter([...two, `bill ${b} x1`], date));
  const [first, second] = day.claims;
  const whole: Pair = {
    column1: a,
    column2: b,
    indicator: 1,
    named: false,
    bar: undefined,
    from: undefined,
    to: undefined,
    facts: [],
    ...more,
  };
  return new DayPair(day, whole, first!, second!, same);
}

describe('kinds of pairs', () => {
  const kinds: [kind: (found: DayPair) => boolean, a: string, b: string, is: boolean][] = [
    [isGroupPair, '97150', '97110', true],
    [isGroupPair, '97110', '97150', false],
    [isGroupPair, '97150', '97035', false],
    [isGroupPair, '97530', '97535', false],
    [isGroupPsychotherapyPair, '90853', '90834', true],
    [isGroupPsychotherapyPair, '90834', '90853', true],
    [isGroupPsychotherapyPair, '90853', '90849', true],
    [isGroupPsychotherapyPair, '90849', '90853', true],
    [isGroupPsychotherapyPair, '90853', '90847', true],
    [isGroupPsychotherapyPair, '90853', '90791', false],
    [isGroupPsychotherapyPair, '90853', '97150', false],
    [isGroupPsychotherapyPair, '97150', '90834', false],
    [isGroupPsychotherapyPair, '90834', '90849', false],
    [isGroupPsychotherapyPair, '97110', '97112', false],
    [isManipulationPair, '98941', '97140', true],
    [isManipulationPair, '98943', '97140', false],
    [isManipulationPair, '98941', '97012', false],
    [isManipulationPair, '97140', '98941', false],
    [isVisitPair, '97161', '99213', true],
    [isVisitPair, '99213', '97161', false],
    [isVisitPair, '98941', '97140', false],
  ];
  for (const [kind, a, b, is] of kinds) {
    it(`${kind.name}: ${a} with ${b} ${is ? 'is' : 'is not'}`, () => {
      assert.equal(kind(pair(a, b)), is);
      assert.equal(kind(pair(a, b, { indicator: 0 })), false, 'no modifier opens it');
    });
  }

  it('isEvaluationPair: two of one discipline, whatever the indicator', () => {
    const is = (a: string, b: string) => isEvaluationPair(pair(a, b, { indicator: 0 }));
    assert.equal(is('97161', '97164'), true);
    assert.equal(is('97165', '97168'), true);
    assert.equal(is('97161', '97168'), false);
    assert.equal(is('97168', '97161'), false);
    assert.equal(is('97161', '97110'), false);
    assert.equal(is('97110', '97164'), false);
    assert.equal(is('97165', '97110'), false);
  });

  it('isNeverPaid: by the table, or by what the manual says of the same hands and of speech therapists', () => {
    assert.equal(isNeverPaid(pair('97161', '97164', { indicator: 0 }, { same: false })), true);
    assert.equal(isNeverPaid(pair('97530', '97535')), false);
    assert.equal(isNeverPaid(pair('97161', '97750', { bar: 'same-hands' })), true);
    assert.equal(isNeverPaid(pair('97161', '97750', { bar: 'same-hands' }, { same: false })), false);
    const slp = ['discipline SLP', 'clinician "B. Cole, SLP"'];
    const times = (from: string, ...more: string[]) => [...slp, `${from} 92507`, ...more];
    const speech = (one: string[], two: string[]) => isNeverPaid(pair('92507', '97530', { bar: 'slp' }, { one, two }));
    assert.equal(speech(slp, slp), true);
    assert.equal(speech(slp, ['discipline OT', 'clinician "B. Cole, SLP"']), false);
    assert.equal(speech(['discipline OT'], slp), false);
    assert.equal(speech(['discipline OT', 'clinician "B. Cole, SLP"'], slp), false);
    assert.equal(speech(slp, ['discipline SLP', 'clinician "D. Wu, SLP"']), false);
    assert.equal(speech(times('09:00-09:30'), [...slp, '09:30-09:45 97530']), false, 'shown separate');
    assert.equal(speech(times('30 min'), [...slp, '15 min 97530']), true);
  });

  it('isFor59: by the same hands, payable, and no matter of 25', () => {
    assert.equal(isFor59(pair('97530', '97535')), true);
    assert.equal(isFor59(pair('97530', '97535', {}, { same: false })), false);
    assert.equal(isFor59(pair('97530', '97535', { indicator: 0 })), false);
    assert.equal(isFor59(pair('97161', '99213')), false);
  });

  it('of two disciplines are told from those of two payers', () => {
    assert.equal(pair('97530', '97535', {}, { same: false }).acrossDisciplines, true);
    assert.equal(pair('97530', '97535').acrossDisciplines, false);
    const payers = { one: ['payer medicare'], two: ['payer commercial'], same: false };
    assert.equal(pair('97530', '97535', {}, payers).acrossDisciplines, false);
  });

  it('payerUnread: of either line', () => {
    const unread = (one: string[], two: string[]) => payerUnread(pair('97530', '97535', {}, { one, two }));
    assert.equal(unread(['payer medicare'], ['payer medicare']), false);
    assert.equal(unread(['payer medcare'], ['payer medicare']), true);
    assert.equal(unread(['payer medicare'], ['payer medcare']), true);
  });
});

describe('how severe a fault of a pair is', () => {
  const severity = (
    more: Partial<Pair>,
    where: Parameters<typeof pair>[3] = {},
    codes: readonly [string, string] = ['97530', '97535'],
  ) => {
    const found = pair(codes[0], codes[1], more, where);
    return [pairSeverity(found, 'missing-59'), whereItHolds(found, 'missing-59').trim()];
  };
  const NO_EDIT = 'No national edit binds this payer, but many plans use them.';
  const ELSEWHERE = 'In this setting another pair table holds: look there.';

  it('named: error on every date; else error in 2021 alone', () => {
    assert.deepEqual(severity({ named: true }), ['error', '']);
    assert.deepEqual(severity({}), ['warning', '']);
    assert.deepEqual(severity({}, { date: '2021-01-01' }), ['error', '']);
    assert.deepEqual(severity({}, { date: '2021-12-31' }), ['error', '']);
    assert.deepEqual(severity({}, { date: '2020-12-31' }), ['warning', '']);
  });

  it('info where another table holds for either line, unless it is named', () => {
    for (const setting of ['hospital', 'snf', 'home']) {
      assert.equal(hasOtherTable(setting), true);
      assert.deepEqual(severity({}, { one: [`setting ${setting}`], two: [] }), ['info', ELSEWHERE]);
      assert.deepEqual(severity({}, { one: [], two: [`setting ${setting}`] }), ['info', ELSEWHERE]);
      assert.deepEqual(severity({ named: true }, { one: [`setting ${setting}`] }), ['error', '']);
    }
    for (const setting of ['office', 'telehealth', undefined]) assert.equal(hasOtherTable(setting), false);
    assert.equal(isOtherTable(pair('97530', '97535')), false);
  });

  it('info where no edit binds the payer, but for the group pairs; info across disciplines', () => {
    assert.deepEqual(severity({ named: true }, { one: ['payer commercial'] }), ['info', NO_EDIT]);
    assert.deepEqual(severity({}, { one: ['payer commercial'] }, ['97150', '97110']), ['error', '']);
    assert.deepEqual(severity({}, { same: false }, ['97150', '97110']), ['info', '']);
    assert.deepEqual(severity({ named: true }, { same: false }), ['info', '']);
  });

  it('as the configuration says for one rule', () => {
    const payer = { ...builtInPayer('Blue Plan'), standing: { 'missing-59': 'N' as const } };
    const settings = { payers: new PayerTable(new Map([['Blue Plan', payer]])) };
    const day = dayOf(['payer "Blue Plan"', 'bill 97530 x1', 'bill 97535 x1'], '2021-03-03', settings);
    const [found] = pairsOf(day);
    assert.equal(pairSeverity(found!, 'missing-59'), 'error');
    assert.equal(pairSeverity(found!, 'misplaced-59'), 'info');
  });

  it('the worst of several, the first of those alike', () => {
    const [low, mid, high] = [
      pair('97530', '97535', {}, { same: false }),
      pair('97530', '97535'),
      pair('97530', '97535', { named: true }),
    ];
    assert.equal(worstOf([low, mid, high], 'missing-59'), high);
    assert.equal(worstOf([high, mid, low], 'missing-59'), high);
    assert.equal(worstOf([low, mid], 'missing-59'), mid);
    const alike = pair('97530', '97535');
    assert.equal(worstOf([mid, alike], 'missing-59'), mid);
  });

  it('rests on the table that it is from', () => {
    assert.equal(pairBasis(pair('97530', '97535', { named: true })), 'NCCI edit');
    assert.equal(pairBasis(pair('97530', '97535')), 'NCCI edits, 2021 set: check the current quarter');
    const day = dayOf(['bill 97110 x1', 'bill 97112 x1'], undefined, table({ named: true }, 'April 2026'));
    assert.equal(pairBasis(pairsOf(day)[0]!), 'NCCI edit, April 2026');
  });
});

describe('what a finding of pairs names', () => {
  it('is lines and sessions, each once, no more than a hundred and a pair', () => {
    const day = dayOf([
      '09:00-09:15 97110',
      '09:15-09:30 97112',
      '09:30-10:00 97150',
      'bill 97110 x1',
      'bill 97112 x1',
      'bill 97150 x1',
    ]);
    const [exercise, balance, group] = day.sessions;
    const [a, b, c] = day.claims;
    assert.deepEqual(aboutPairs(pairsOf(day)), [a, c, exercise, group, b, balance]);
    assert.deepEqual(otherCodes(c!, pairsWith(c!)), ['97110', '97112']);
    assert.deepEqual(otherCodes(a!, pairsWith(a!)), ['97150']);
    assert.deepEqual(
      otherLines(c!, pairsWith(c!)).map(({ message, place }) => [message, place.line]),
      [
        ['97110 is billed here', a!.line],
        ['97112 is billed here', b!.line],
      ],
    );
    const many = dayOf([
      ...Array.from({ length: 120 }, () => '15 min 97110'),
      ...Array.from({ length: 120 }, () => '15 min 97150 group of 2'),
      'bill 97110 x1',
      'bill 97150 x1',
      'bill 97112 x1',
    ]);
    assert.equal(aboutPairs(pairsOf(many)).length, 202);
  });

  it('two that are both named, and are not the same', () => {
    assert.equal(differ('a', 'b'), true);
    assert.equal(differ('a', 'a'), false);
    assert.equal(differ(undefined, 'b'), false);
    assert.equal(differ('a', undefined), false);
  });
});
