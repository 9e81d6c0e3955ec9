import assert from 'node:assert/strict';
import { allCodes, inUse, lookUpCode, mayBePrimary, successorsOn } from '../../server/src/guidance/codes';
import { lookUpFact } from '../../server/src/guidance/facts';
import { allModifiers, lookUpModifier } from '../../server/src/guidance/modifiers';
import { unitLimit, unitLimits } from '../../server/src/guidance/mue';
import { allPairs, findPair, knownFree, pairSummary, pairsOf } from '../../server/src/guidance/pairs';
import { allPayers, lookUpPayer } from '../../server/src/guidance/payers';

const TODAY = 20260303;
const code = (id: string) => {
  const entry = lookUpCode(id);
  assert.ok(entry, id);
  return entry;
};

/** Codes written as in the fact tables: single ones and ranges. */
function spread(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((item) => {
      const [first = '', last = first] = item.split('-');
      if (first === last) return [first];
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => String(Number(first) + i));
    });
}

describe('the code table', () => {
  it('has facts that exist, a confidence and a short label for every code', () => {
    for (const entry of allCodes()) {
      assert.ok(entry.facts.length > 0, `${entry.code} cites nothing`);
      for (const fact of entry.facts) assert.ok(lookUpFact(fact), `${entry.code} cites ${fact}`);
      assert.match(entry.confidence, /^(SEED|PUB2|PRIMARY|PUB1|GK)$/);
      assert.ok(entry.label.length > 0 && entry.label.length <= 60, `${entry.code}: ${entry.label}`);
      assert.match(entry.code, /^([0-9]{4}[0-9A-Z]|[A-Z][0-9]{4})$/);
    }
  });

  it('holds every live and every deleted code', () => {
    const all = spread(`
      97010 97012 97014 97016 97018 97022 97024 97026 97028 97032-97037 97039 97110 97112 97113 97116 97124 97129 97130
      97139 97140 97150 97161-97172 97530 97533 97535 97537 97542 97545 97546 97550-97552 97750 97755 97760 97761 97763
      97799 G0281 G0283 G0329 92507 92508 92521-92524 92526 92597 92607 90785 90791 90792 90832-90834 90836-90840
      90845-90847 90849 90853 98940-98943 95851 95852 95992 96125 97602 29581 29584 98979 98984 98985 99202-99205
      99211-99215 97001-97006 97532 97127 G0515 97762 97504 97520 97703 95831-95834 90857 90804-90829 99354 99355`);
    for (const id of all) code(id);
    assert.equal(all.length, [...allCodes()].length);
  });

  it('counts exactly these codes in 15-minute steps', () => {
    const timed = [...allCodes()].filter((entry) => entry.timed && inUse(entry, TODAY)).map((entry) => entry.code);
    const expected = spread(`
      97032-97036 97110 97112 97113 97116 97124 97129 97130 97140 97530 97533 97535 97537 97542 97750 97755 97760 97761
      97763`);
    assert.deepEqual(timed.sort(), expected.sort());
  });

  it('knows what contact a code requires', () => {
    const need = (contact: string, ids: string) => {
      for (const id of spread(ids)) assert.equal(code(id).contact, contact, id);
    };
    need('one-on-one', '97110 97112 97113 97116 97124 97129 97130 97139 97140 97161-97172 97530 97542 97750 97763');
    need('one-on-one', '92507 92521-92524 90832 90837 90846 90847 98940-98943');
    need('attendance', '97032-97037 97039');
    need('supervised', '97010 97012 97014 97016 97018 97022 97024 97026 97028 G0281 G0283 G0329');
    need('group', '97150 90853 90849 92508 97552');
    need('none', '97545 97550 97551 97799 90785 99213');
  });

  it('marks the lines that need GP, GO or GN', () => {
    const expected = spread(`
      97012 97016 97018 97022 97024 97026 97028 97032-97036 97039 97110 97112 97113 97116 97124 97139 97140 97150 97530
      97533 97535 97537 97542 97750 97755 97760 97761 97763 97799 G0281 G0283 97161-97168 92507 92508 92521-92524 92526`);
    const marked = [...allCodes()].filter((entry) => entry.disciplineModifier).map((entry) => entry.code);
    assert.deepEqual(marked.sort(), expected.sort());
  });

  it('dates codes on both sides', () => {
    assert.equal(inUse(code('97161'), 20161231), false);
    assert.equal(inUse(code('97161'), 20170101), true);
    assert.equal(inUse(code('97001'), 20161231), true);
    assert.equal(inUse(code('97001'), 20170101), false);
    assert.equal(inUse(code('97763'), 20171231), false);
    assert.equal(inUse(code('97763'), 20180101), true);
    assert.equal(inUse(code('97129'), 20191231), false);
    assert.equal(inUse(code('97129'), 20200101), true);
    assert.equal(inUse(code('97127'), 20191231), true);
    assert.equal(inUse(code('97127'), 20200101), false);
    assert.equal(inUse(code('90853'), 20050101), true);
  });

  it('follows successors to codes in use', () => {
    assert.deepEqual(successorsOn(code('97532'), 20180601, false).codes, ['97127']);
    assert.deepEqual(successorsOn(code('97532'), 20180601, true).codes, ['G0515']);
    const later = successorsOn(code('97532'), 20230101, false);
    assert.deepEqual(later, { codes: ['97129', '97130'], together: true, confidence: 'PUB2' });
    assert.deepEqual(successorsOn(code('97703'), 20200101, false), {
      codes: ['97763'],
      together: false,
      confidence: 'GK',
    });
    assert.deepEqual(successorsOn(code('97002'), 20170101, true).codes, ['97164']);
    assert.deepEqual(successorsOn(code('99354'), 20240101, true).codes, []);
    for (const entry of allCodes())
      for (const next of [...(entry.successors ?? []), ...(entry.successorsMedicare ?? [])]) code(next);
  });

  it('knows the primaries of add-ons, and refuses no visit for being unknown', () => {
    assert.equal(mayBePrimary(code('90785'), '90853'), true);
    assert.equal(mayBePrimary(code('90785'), '90847'), false);
    assert.equal(mayBePrimary(code('97130'), '97129'), true);
    assert.equal(mayBePrimary(code('90833'), '99213'), true);
    assert.equal(mayBePrimary(code('90833'), '99309'), true);
    assert.equal(mayBePrimary(code('90833'), '97110'), false);
    assert.equal(mayBePrimary(code('97110'), '99213'), false);
  });

  it('cites general knowledge as such', () => {
    for (const id of spread(
      '97037 97545 97546 97550-97552 97005 97006 97504 97520 97703 95831-95834 90804-90829 G0515',
    ))
      assert.equal(code(id).confidence, 'GK', id);
  });
});

describe('unit limits', () => {
  it('are those of the file', () => {
    assert.equal(unitLimit('97150'), 1);
    assert.equal(unitLimit('97110'), 6);
    assert.equal(unitLimit('97168'), 1);
    assert.equal(unitLimit('97170'), 1);
    assert.equal(unitLimit('92523'), 1);
    assert.equal(unitLimit('90838'), 2);
    assert.equal(unitLimit('G0283'), 1);
    assert.equal(unitLimit('99213'), undefined);
  });

  it('hold only codes of the table, and stand in it', () => {
    for (const [id, limit] of unitLimits()) assert.equal(code(id).mue, limit);
  });
});

describe('modifiers', () => {
  it('have facts that exist and a short label', () => {
    for (const entry of allModifiers()) {
      assert.match(entry.modifier, /^[0-9A-Z]{2}$/);
      assert.ok(entry.label.length <= 60, entry.modifier);
      assert.ok(entry.facts.length > 0);
      for (const fact of entry.facts) assert.ok(lookUpFact(fact), `${entry.modifier} cites ${fact}`);
    }
  });

  it('open a pair or do not', () => {
    const opens = [...allModifiers()].filter((entry) => entry.opensPair).map((entry) => entry.modifier);
    const expected =
      '59 XE XP XS XU 24 25 27 57 58 78 79 91 LT RT E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 ' +
      'TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LC LD LM RC RI';
    assert.deepEqual(opens.sort(), expected.split(' ').sort());
    for (const id of ['22', '76', '77', 'GP', 'KX']) assert.equal(lookUpModifier(id)?.opensPair, false, id);
  });

  it('have their first days', () => {
    assert.equal(lookUpModifier('XE')?.validFrom, 20150101);
    assert.equal(lookUpModifier('CQ')?.validFrom, 20200101);
    assert.equal(lookUpModifier('59')?.validFrom, undefined);
    assert.equal(lookUpModifier('ZZ'), undefined);
  });
});

describe('the pair table', () => {
  it('finds a pair in either order, as the same object', () => {
    const pair = findPair('97110', '97150', TODAY);
    assert.equal(pair?.column1, '97150');
    assert.equal(pair?.column2, '97110');
    assert.equal(pair?.indicator, 1);
    assert.equal(pair?.named, true);
    assert.deepEqual(pair?.facts, ['F-NCCI-23']);
    assert.equal(findPair('97150', '97110', TODAY), pair);
  });

  it('has no pair where there is none', () => {
    for (const [one, other] of [
      ['97110', '97112'],
      ['97110', '97140'],
      ['97530', '97116'],
      ['97140', '97530'],
      ['97161', '97530'],
      ['97161', '97150'],
      ['97150', '97129'],
      ['97150', '97035'],
      ['97150', '97164'],
      ['97010', '97110'],
      ['97110', '97110'],
      ['97110', '00000'],
    ] as const)
      assert.equal(findPair(one, other, TODAY), undefined, `${one}/${other}`);
  });

  it('ends 97140 with 97530 after 2020', () => {
    assert.equal(findPair('97530', '97140', 20201231)?.column1, '97140');
    assert.equal(findPair('97530', '97140', 20180101)?.indicator, 1);
    assert.equal(findPair('97530', '97140', 20210101), undefined);
  });

  it('has the pairs of late 2020 for those months only', () => {
    const late = [
      ['97530', '97116'],
      ['97161', '97140'],
      ['97163', '97140'],
      ...['97110', '97112', '97113', '97116', '97140', '97150', '97530'].map((one) => [one, '97164']),
    ] as const;
    for (const [one = '', two = ''] of late) {
      assert.equal(findPair(one, two, 20200930), undefined, `${one}/${two} before`);
      assert.equal(findPair(one, two, 20201001)?.column1, one);
      assert.equal(findPair(one, two, 20201231)?.indicator, 1);
      assert.equal(findPair(one, two, 20210101), undefined, `${one}/${two} after`);
    }
  });

  it('turns 90853 with individual psychotherapy round in October 2014', () => {
    assert.equal(findPair('90853', '90834', 20140930)?.column1, '90834');
    assert.equal(findPair('90853', '90834', 20141001)?.column1, '90853');
    assert.equal(findPair('90853', '90847', 20140930)?.column1, '90853');
  });

  it('names the pairs that a primary or twice confirmed fact names, and no others', () => {
    const named = (one: string, two: string) => findPair(one, two, TODAY)?.named;
    for (const [one, two] of [
      ['97150', '97542'],
      ['97150', '97763'],
      ['97150', '95851'],
      ['90853', '90832'],
      ['90853', '90845'],
      ['98941', '97140'],
      ['90791', '90853'],
      ['90846', '90834'],
      ['90837', '99214'],
      ['97161', '97164'],
      ['97166', '97165'],
      ['97161', '97750'],
      ['97168', '97763'],
      ['97760', '97164'],
      ['92507', '97530'],
      ['92508', '97129'],
      ['92526', 'G0283'],
      ['95992', '97112'],
    ] as const)
      assert.equal(named(one, two), true, `${one}/${two}`);
    for (const [one, two] of [
      ['97012', '97140'],
      ['97035', '97164'],
      ['97140', '97124'],
      ['97113', '97110'],
      ['97530', '97750'],
      ['97755', '97110'],
      ['97760', '97110'],
      ['97750', '97150'],
      ['98940', '97161'],
      ['90834', '90832'],
      ['90839', '90785'],
      ['90853', '99213'],
      ['90849', '90834'],
      ['92508', '92507'],
    ] as const)
      assert.equal(named(one, two), false, `${one}/${two}`);
  });

  it('carries what the manual bars beyond the indicator', () => {
    assert.equal(findPair('92507', '97129', TODAY)?.bar, 'same-hands');
    assert.equal(findPair('92508', '97533', TODAY)?.bar, 'same-hands');
    assert.equal(findPair('97761', '97168', TODAY)?.bar, 'same-hands');
    assert.equal(findPair('97162', '97755', TODAY)?.bar, 'same-hands');
    assert.equal(findPair('92526', '97150', TODAY)?.bar, 'slp');
    assert.equal(findPair('97150', '97110', TODAY)?.bar, undefined);
  });

  it('spot checks of the indicator', () => {
    for (const [one, two, indicator] of [
      ['97140', '97124', 0],
      ['97113', '97036', 0],
      ['97112', '97036', 1],
      ['97750', '97150', 0],
      ['97545', '97140', 0],
      ['97760', '97763', 0],
      ['97755', '97763', 1],
      ['90845', '90833', 0],
      ['90846', '90847', 1],
      ['90839', '90853', 0],
      ['92526', '97032', 0],
      ['98942', '98941', 0],
      ['90792', '99205', 0],
      ['97165', '99211', 1],
      ['98943', '99215', 1],
    ] as const) {
      const pair = findPair(two, one, TODAY);
      assert.equal(pair?.column1, one);
      assert.equal(pair?.indicator, indicator, `${one}/${two}`);
    }
  });

  it('holds only codes of the table, and facts that exist', () => {
    for (const pair of allPairs()) {
      code(pair.column1);
      code(pair.column2);
      assert.notEqual(pair.column1, pair.column2);
      assert.ok(pair.facts.length > 0);
      for (const fact of pair.facts) {
        const found = lookUpFact(fact);
        assert.ok(found, fact);
        if (pair.named && fact !== 'T-PAIRS') assert.match(found.confidence, /SEED|PUB2|PRIMARY/, fact);
        if (fact.startsWith('F-')) assert.equal(pair.named, true);
      }
      assert.ok(pairsOf(pair.column1).includes(pair) && pairsOf(pair.column2).includes(pair));
    }
  });

  it('has at most one pair of two codes on any date', () => {
    for (const pair of allPairs())
      for (const other of pairsOf(pair.column1)) {
        if (other === pair) continue;
        const same = [other.column1, other.column2].includes(pair.column2);
        if (same) assert.ok((other.to ?? 1e9) < (pair.from ?? 0) || (pair.to ?? 1e9) < (other.from ?? 0));
      }
  });

  it('lists the codes known to be free', () => {
    assert.equal(knownFree('97530', '97110', TODAY), true);
    assert.equal(knownFree('97530', '97140', 20201231), false);
    assert.equal(knownFree('97530', '97140', 20210101), true);
    assert.equal(knownFree('97010', '97150', TODAY), true);
    assert.equal(knownFree('97150', '97110', TODAY), false);
  });

  it('sums a code up for a hover', () => {
    const { opens, never } = pairSummary('97150', TODAY);
    assert.deepEqual(
      never.map((pair) => (pair.column1 === '97150' ? pair.column2 : pair.column1)),
      ['95851', '97750'],
    );
    assert.equal(opens.length, 17);
  });
});

describe('payers', () => {
  it('know their unit rule, and whether it is known', () => {
    assert.deepEqual(
      allPayers().map((payer) => [payer.id, payer.unitRule, payer.unitRuleKnown, payer.bound, payer.medicare]),
      [
        ['medicare', 'cms', true, true, true],
        ['medicaid', 'cms', false, true, false],
        ['tricare', 'cms', false, true, false],
        ['commercial', 'midpoint', false, false, false],
        ['workers-comp', 'midpoint', false, false, false],
      ],
    );
    for (const payer of allPayers()) for (const fact of payer.facts) assert.ok(lookUpFact(fact), fact);
    assert.equal(lookUpPayer('medicare')?.medicare, true);
    assert.equal(lookUpPayer('acme'), undefined);
  });
});
