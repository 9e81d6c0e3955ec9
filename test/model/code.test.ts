/** What a code, a payer and a stretch of dates are: every code of the table by name, on both sides of each edge. */

import assert from 'node:assert/strict';
import { allCodes, lookUpCode } from '../../server/src/guidance/codes';
import { allModifiers } from '../../server/src/guidance/modifiers';
import { allPairs, BUILT_IN_PAIRS } from '../../server/src/guidance/pairs';
import type { CodeEntry } from '../../server/src/guidance/types';
import { Code, CodeTable, Is, isUsable, modifierOf } from '../../server/src/model/code';
import { Eras } from '../../server/src/model/eras';
import { builtInPayer, isBound, isMedicare, type Payer, PayerTable } from '../../server/src/model/payer';
import { BRIEF_EPISODE, dayNumber, defaultSettings } from '../../server/src/model/settings';
import { Shared, SharedKey } from '../../server/src/model/shared';
import { wordKey } from '../../server/src/text/chars';
import { TODAY } from '../support/markers';

/** Every code of the table of which this holds; ranges are written `97161-97168` where the table has all of them. */
const ARE: readonly (readonly [is: Is, codes: string])[] = [
  [Is.Timed, '97032-97036 97110-97124 97129 97130 97140 97504 97520 97530-97542 97703 97750-97763 G0515'],
  [Is.OneOnOne, '97110-97124 97127-97140 97504-97542 97703 97750-97763'],
  [Is.AttendedModality, '97032-97039'],
  [Is.SupervisedModality, '97010-97028 G0281 G0283 G0329'],
  [Is.Group, '97150'],
  [Is.GroupPsychotherapy, '90853'],
  [Is.GroupCode, '90849 90853 90857 92508 97150 97552'],
  [Is.MayBeGroup, '92526 97545 97546'],
  [Is.GroupFamily, '97110-97127 97139'],
  [Is.Evaluation, '92521-92524 92597 92607 97001-97006 97161-97172'],
  [Is.Psychotherapy, '90804-90847'],
  [Is.Visit, '99202-99215'],
  [Is.SpinalManipulation, '98940-98942'],
  [Is.Speech, '92507 92508 92526'],
  [Is.AddOn, '90785 90833 90836 90838 90840 97130 97546 97551'],
  [
    Is.DisciplineModifier,
    '92507-92526 97012 97016-97036 97039-97124 97139-97168 97530 97533-97542 97750-97761 97763 97799 G0281 G0283',
  ],
  [Is.Cognitive, '97127-97130 97532 G0515'],
  [
    Is.Therapy,
    '92507-92526 97001-97004 97012 97016-97036 97039-97168 97504-97542 97550-97552 97703-98939 98979-98985 G0281 G0283 G0329 G0515',
  ],
  [Is.Manipulation, '98940-98943'],
  [Is.PsychiatricEvaluation, '90791 90792'],
  [Is.Opening, ''],
  [Is.NotUsable, ''],
];

const ALL = [...allCodes()].map(({ code }) => code).sort();
/** A table of its own each time: what it remembers is no test's business. */
const codeOf = (text: string) => new CodeTable().of(text);
const PAIRS = [...allPairs()];

describe('a code is', () => {
  for (const [is, codes] of ARE)
    it(Is[is]!, () => {
      const meant = codes.split(' ').filter((part) => part !== '');
      const holds = (code: string) =>
        meant.some((part) => {
          const [from, to = from] = part.split('-');
          return code >= from! && code <= to!;
        });
      assert.deepEqual(
        ALL.filter((code) => codeOf(code).is & is),
        ALL.filter(holds),
      );
    });
});

/** An entry of a configuration that says nothing of itself but this. */
const added = (code: string, own: Partial<CodeEntry>): CodeEntry => ({
  ...lookUpCode('99213')!,
  code,
  label: 'own',
  family: 'one-on-one',
  contact: 'none',
  ...own,
});

describe('a code', () => {
  it('has a number where it is one, and nothing to judge where it is in no table', () => {
    const of = (text: string) => {
      const code = codeOf(text);
      return [code.text, code.number, code.is, code.entry?.code];
    };
    assert.deepEqual(of('12345'), ['12345', 12345, 0, undefined]);
    assert.deepEqual(of('g0283').slice(0, 2), ['G0283', 0]);
    assert.deepEqual(of('0001T'), ['0001T', 0, 0, undefined]);
    assert.equal(new Code('971101', undefined).number, 0);
    assert.equal(codeOf('12345').label, 'a code that is not in the table');
    assert.equal(codeOf('97110').label, codeOf('97110').entry!.label);
  });

  it('is counted with another, or is one service with another', () => {
    const [c97129, c97130, c97014, g0283] = ['97129', '97130', '97014', 'G0283'].map((text) => codeOf(text));
    assert.equal(c97130!.pool, c97129!.pool);
    assert.equal(c97129!.pool, c97129!.key);
    assert.notEqual(c97130!.service, c97129!.service);
    assert.equal(c97014!.service, g0283!.service);
    assert.equal(g0283!.service, g0283!.key);
    assert.notEqual(c97014!.pool, g0283!.pool);
    assert.equal(c97130!.service, c97130!.key);
  });

  it('is one object however it is written, and may be one that the configuration adds', () => {
    const own = new CodeTable(
      new Map([
        ['S9999', added('S9999', {})],
        ['97110', added('97110', { label: 'mine' })],
      ]),
    );
    assert.equal(own.of('s9999'), own.of('S9999'));
    assert.equal(own.of('S9999').entry?.label, 'own');
    assert.equal(own.of('97110').label, 'mine');
    assert.equal(own.of('97112').label, codeOf('97112').label);
    assert.equal(
      own.get(wordKey('97999'), () => '97999'),
      own.of('97999'),
    );
  });

  it('of no table is kept, up to a number of them; one of the table always', () => {
    const full = new CodeTable();
    const first = full.of('00000');
    for (let i = 1; i < 4096; i++) full.of(String(i).padStart(5, '0'));
    assert.equal(full.of('00000'), first);
    assert.equal(full.of('04095'), full.of('04095'));
    assert.notEqual(full.of('05000'), full.of('05000'));
    assert.equal(full.of('97110'), full.of('97110'));
  });

  it('is what the configuration says of its numbers and families', () => {
    const is = (code: string, own: Partial<CodeEntry>) => new Code(code, added(code, own)).is;
    // By number: on both sides of each edge.
    for (const [code, oneOnOne, family] of [
      ['97109', false, false],
      ['97110', true, true],
      ['97139', true, true],
      ['97140', true, false],
      ['97542', true, false],
      ['97543', false, false],
      ['97749', false, false],
      ['97750', true, false],
      ['97763', true, false],
      ['97764', false, false],
      ['97129', true, false],
      ['97130', true, false],
    ] as const) {
      assert.equal((is(code, {}) & Is.OneOnOne) !== 0, oneOnOne, code);
      assert.equal((is(code, {}) & Is.GroupFamily) !== 0, family, code);
    }
    for (const [code, spinal] of [
      ['98939', false],
      ['98940', true],
      ['98942', true],
      ['98943', false],
    ] as const)
      assert.equal((is(code, {}) & Is.SpinalManipulation) !== 0, spinal, code);
    // By contact and family together.
    for (const family of ['test', 'orthotic', 'one-on-one'] as const) {
      assert.equal(is('S9999', { family, contact: 'one-on-one' }) & Is.OneOnOne, Is.OneOnOne);
      assert.equal(is('S9999', { family, contact: 'none' }) & Is.OneOnOne, 0);
    }
    assert.equal(is('S9999', { family: 'visit', contact: 'one-on-one' }) & Is.OneOnOne, 0);
    assert.equal(is('97116', { family: 'group' }) & Is.OneOnOne, 0);
    assert.equal(is('97116', { family: 'evaluation' }) & Is.OneOnOne, 0);
    assert.equal(is('S9999', { therapy: 'unknown' }) & Is.Therapy, 0);
  });

  it('can be used from its first day to its last; a day that cannot be read refuses none', () => {
    const usable = (text: string, date: number) => isUsable(codeOf(text), date);
    assert.deepEqual([usable('97161', 20161231), usable('97161', 20170101)], [false, true]);
    assert.deepEqual([usable('97001', 20161231), usable('97001', 20170101)], [true, false]);
    assert.deepEqual([usable('97001', 0), usable('97161', 0), usable('12345', 0)], [true, true, false]);
  });
});

let ownKey = wordKey('ZZZ');

describe('a modifier', () => {
  it('is known by its key, in any case; another is not', () => {
    const notAgain = () => assert.fail('asked for again');
    // Keys that nothing else has: what is remembered of them is no other test's business.
    const [known, unknown] = [ownKey++, ownKey++];
    assert.equal(modifierOf(known, () => 'xe')?.modifier, 'XE');
    assert.equal(modifierOf(known, notAgain)?.modifier, 'XE');
    assert.equal(
      modifierOf(unknown, () => 'QQ'),
      undefined,
    );
    assert.equal(modifierOf(unknown, notAgain), undefined);
  });
});

describe('a payer', () => {
  const of = ({ unitRule, unitRuleKnown, bound, medicare, tricare }: Payer) => [
    unitRule,
    unitRuleKnown,
    bound,
    medicare,
    tricare,
  ];

  it('is bound by the national edits, or is not', () => {
    assert.deepEqual(of(builtInPayer('medicare')), ['cms', true, true, true, false]);
    assert.deepEqual(of(builtInPayer('MEDICAID')), ['cms', false, true, false, false]);
    assert.deepEqual(of(builtInPayer('tricare')), ['cms', false, true, false, true]);
    assert.deepEqual(of(builtInPayer('Tricare')), ['cms', false, true, false, true]);
    assert.deepEqual(of(builtInPayer('commercial')), ['midpoint', false, false, false, false]);
    assert.deepEqual(of(builtInPayer('workers-comp')), ['midpoint', false, false, false, false]);
    assert.deepEqual(of(builtInPayer('Blue Plan')), ['midpoint', false, false, false, false]);
    assert.deepEqual(of(new PayerTable().get(undefined)), ['midpoint', false, false, false, false]);
    assert.deepEqual([builtInPayer('Blue Plan').name, new PayerTable().get(undefined).name], ['Blue Plan', '']);
    assert.equal(builtInPayer('Medicare').name, 'Medicare');
  });

  it('is as the configuration has it, a built-in one in any capitals too', () => {
    const own: Payer = { ...builtInPayer('medicare'), groupSizeMost: 4 };
    const plan: Payer = { ...builtInPayer('Blue Plan'), bound: true };
    const payers = new PayerTable(
      new Map([
        ['medicare', own],
        ['Blue Plan', plan],
      ]),
    );
    assert.deepEqual(payers.names, ['medicare', 'Blue Plan']);
    assert.equal(payers.get('medicare'), own);
    assert.deepEqual(payers.get('Medicare'), { ...own, name: 'Medicare' });
    assert.equal(payers.get('Medicare'), payers.get('Medicare'));
    assert.equal(payers.get('Blue Plan'), plan);
    assert.equal(payers.get('blue plan').bound, false);
    assert.equal(payers.get('Tricare').tricare, true);
    assert.deepEqual(new PayerTable().names, []);
  });

  it('is kept, up to a number of them', () => {
    const payers = new PayerTable();
    const first = payers.get('P0');
    for (let i = 1; i < 4096; i++) payers.get(`P${i}`);
    assert.equal(payers.get('P0'), first);
    assert.equal(payers.get('P4095'), payers.get('P4095'));
    assert.notEqual(payers.get('P5000'), payers.get('P5000'));
    assert.equal(payers.get('P5000').name, 'P5000');
  });

  it('may stand elsewhere for one rule than as a whole', () => {
    const at = (payer: Payer) => [isBound(payer, 'r'), isMedicare(payer, 'r')];
    const medicare = builtInPayer('medicare');
    const plan = builtInPayer('Blue Plan');
    assert.deepEqual(
      [at(medicare), at(plan), at(builtInPayer('tricare'))],
      [
        [true, true],
        [false, false],
        [true, false],
      ],
    );
    assert.deepEqual(at({ ...medicare, standing: { r: 'else' } }), [false, false]);
    assert.deepEqual(at({ ...medicare, standing: { other: 'else' } }), [true, true]);
    assert.deepEqual(at({ ...plan, standing: { r: 'N' } }), [true, false]);
    assert.deepEqual(at({ ...medicare, standing: { r: 'N' } }), [true, false]);
    assert.deepEqual(at({ ...plan, standing: { r: 'M' } }), [true, true]);
  });
});

describe('eras', () => {
  const settings = defaultSettings(TODAY);
  const ofRule = () => new Eras(settings, [20180101]);
  const isOne = (a: number, b: number, all = ofRule()) => all.of(a) === all.of(b);

  it('part where a modifier begins, a pair begins or ends, or a rule judges otherwise', () => {
    for (const [last, first] of [
      [20141231, 20150101], // XE and the like
      [20191231, 20200101], // CQ and CO
      [20171231, 20180101], // the rule of this test
    ] as const) {
      assert.equal(isOne(last, first), false, `${first}`);
      assert.equal(isOne(first, first), true);
    }
    for (const { from, to } of PAIRS) {
      if (from !== undefined) assert.equal(isOne(from - 1, from), false, `a pair from ${from}`);
      if (to !== undefined) assert.equal(isOne(to, to + 1), false, `a pair to ${to}`);
    }
    assert.equal(isOne(20260302, 20260303), true);
    assert.equal(isOne(20260303, 20260302), true);
    assert.equal(isOne(20110101, 20110102), true);
    assert.equal(isOne(20171230, 20171231), true);
    assert.equal(isOne(20180101, 20180102), true);
  });

  it('ascend with the date, in whatever order they are asked for', () => {
    const dates = [20100101, 20141231, 20150101, 20180101, 20200101, 20260303];
    const eras = ofRule();
    const up = dates.map((date) => eras.of(date));
    const down = [...dates]
      .reverse()
      .map((date) => eras.of(date))
      .reverse();
    assert.deepEqual(up, down);
    assert.deepEqual(
      [...up].sort((a, b) => a - b),
      up,
    );
    assert.equal(new Set(up).size > 4, true);
  });

  it('part where a payer of the configuration begins to want the discipline modifier', () => {
    const plan: Payer = { ...builtInPayer('Blue Plan'), disciplineModifierFrom: 20230701 };
    const payers = new PayerTable(new Map([['Blue Plan', plan]]));
    const own = new Eras({ ...settings, payers }, []);
    assert.equal(isOne(20230630, 20230701, own), false);
    assert.equal(isOne(20230630, 20230701), true);
  });

  it('are the dates themselves where the pairs are the coder’s own', () => {
    const own = new Eras({ ...settings, pairs: { ...BUILT_IN_PAIRS, isOwn: true } }, []);
    assert.equal(own.of(20260303), 20260303);
    assert.equal(isOne(20260302, 20260303, own), false);
  });

  it('are counted only where something changes', () => {
    const firsts = new Set([20180101]);
    for (const { validFrom } of allModifiers()) if (validFrom) firsts.add(validFrom);
    for (const { from, to } of PAIRS) {
      if (from !== undefined) firsts.add(from);
      if (to !== undefined) firsts.add(to + 1);
    }
    assert.equal(new Eras(settings, [20180101]).of(99991231), firsts.size);
  });
});

describe('settings', () => {
  it('are the built-in ones where nothing is set', () => {
    const settings = defaultSettings(20260303);
    assert.deepEqual([settings.today, settings.briefEpisode, BRIEF_EPISODE], [20260303, 5, 5]);
    assert.equal(settings.pairs, BUILT_IN_PAIRS);
    assert.equal(settings.codes.of('97110').label, codeOf('97110').label);
    assert.equal(settings.payers.get('medicare').medicare, true);
    assert.deepEqual([settings.units, settings.unitLimits], [undefined, undefined]);
  });

  it('have today as a number', () => {
    assert.equal(dayNumber(new Date(2026, 0, 1)), 20260101);
    assert.equal(dayNumber(new Date(2026, 11, 31)), 20261231);
  });
});

describe('what rules share of a day', () => {
  it('is kept by its own key', () => {
    const [a, b] = [new SharedKey<string>(), new SharedKey<string>()];
    const shared = new Shared();
    assert.equal(shared.of(a), undefined);
    assert.equal(shared.keep(a, 'x'), 'x');
    assert.equal(shared.keep(b, 'y'), 'y');
    assert.deepEqual([shared.of(a), shared.of(b), new Shared().of(a)], ['x', 'y', undefined]);
    assert.equal(new Shared().of({ index: 0, value: '' }), undefined);
  });
});
