/** What the recorded times prove, and what a coder states by a modifier that they do not. */

import assert from 'node:assert/strict';
import { type DayPair, pairsOf } from '../../../server/src/rules/kit/pairs';
import {
  compareRegions,
  isInManipulation,
  isSpinal,
  regionsOf,
  spinalRegions,
} from '../../../server/src/rules/kit/regions';
import { fixesOf59, is59Proven, isOneVisit, provenApart } from '../../../server/src/rules/kit/separate';
import { patientDay } from '../../support/patient-day';

const visit = (
  lines: readonly string[],
  date = '2026-03-03',
  fields = ['clinician "R. Ortiz"', 'discipline PT', 'payer medicare'],
) => `encounter ${date} patient A\n${[...fields, ...lines].map((line) => `  ${line}\n`).join('')}`;

function pairIn(codes: readonly [string, string], text: string): DayPair {
  const found = pairsOf(patientDay(text)).find(
    ({ one, two }) => one.code!.text === codes[0] && two.code!.text === codes[1],
  );
  assert.ok(found, `${codes.join(' > ')} in\n${text}`);
  return found;
}

const GROUP = '09:15-09:45 97150 group of 2';

describe('the record proves two services apart', () => {
  const cases: [what: string, proven: boolean, one: string, two: string, ...lines: string[]][] = [
    ['one after the other', true, '97150', '97110', '09:00-09:15 97110', GROUP],
    ['not in the same minutes', false, '97150', '97110', '09:00-09:16 97110', GROUP],
    ['not with a length', false, '97150', '97110', '15 min 97110', GROUP],
    ['not where one of two is not', false, '97150', '97110', '09:00-09:15 97110', '15 min 97110', GROUP],
    ['not by an aide', false, '97150', '97110', '09:00-09:15 97110 by aide', GROUP],
    ['not where a group was of an aide', false, '97150', '97110', '09:00-09:15 97110', `${GROUP} by aide`],
    ['not where a line breaks off', false, '97150', '97110', '09:00-09:15 97110 ,,', GROUP],
    [
      'not where another session cannot be read',
      false,
      '97150',
      '97110',
      '09:00-09:15 97110',
      GROUP,
      '10:00-10:15 9711',
    ],
    [
      'not where the one-on-one code was given to a group',
      false,
      '97150',
      '97110',
      '09:00-09:15 97110 group of 2',
      GROUP,
    ],
    [
      'not where the group code was given to one',
      false,
      '97150',
      '97110',
      '09:00-09:15 97110',
      '09:15-09:45 97150 one-on-one',
    ],
    [
      'not of a re-evaluation, which time does not tell apart',
      false,
      '97530',
      '97164',
      '09:00-09:15 97164',
      '09:15-09:30 97530',
    ],
    ['not of a modality', false, '97012', '97140', '09:00-09:15 97012', '09:15-09:30 97140'],
    [
      'of group and individual psychotherapy',
      true,
      '90853',
      '90834',
      '09:00-09:45 90834',
      '10:00-11:00 90853 group of 8',
    ],
  ];
  for (const [what, proven, one, two, ...lines] of cases) {
    it(what, () => {
      const codes = [one, two] as const;
      const day = patientDay(visit([...lines, `bill ${one}`, `bill ${two}`]));
      const found = pairsOf(day).find((pair) => {
        const both = [pair.one.code!.text, pair.two.code!.text];
        return codes.every((code) => both.includes(code));
      });
      if (found) assert.equal(provenApart(found), proven);
      else assert.ok(!proven, 'no such pair');
    });
  }
});

describe('one visit', () => {
  const one = (line: 'one' | 'two', ...lines: string[]) => {
    const found = pairIn(['97530', '97535'], visit([...lines, 'bill 97530', 'bill 97535']));
    return isOneVisit(found, found[line]);
  };

  it('is where one follows the other, or others fill the time between', () => {
    assert.equal(one('two', '09:00-09:15 97530', '09:15-09:30 97535'), true);
    assert.equal(one('two', '09:00-09:15 97530', '09:16-09:30 97535'), false);
    assert.equal(one('two', '09:00-09:15 97530', '09:15-09:20 97110', '09:20-09:30 97535'), true);
    assert.equal(one('two', '00:00-00:15 97530', '00:15-00:30 97535'), true);
    assert.equal(one('two', '09:30-09:45 97530', '09:15-09:30 97535'), true);
  });

  it('with every session of the line', () => {
    const lines = ['09:00-09:15 97530', '09:15-09:30 97535', '14:00-14:15 97535'];
    assert.equal(one('two', ...lines), false);
    assert.equal(one('one', ...lines), true);
    assert.equal(one('one', '09:00-09:15 97535'), false, 'none of it is recorded');
  });

  it('by the same hands', () => {
    const text = (discipline: string) =>
      visit(['09:00-09:15 97530', '09:20-09:35 97535', 'bill 97530', 'bill 97535']) +
      visit(['09:15-09:20 97110'], '2026-03-03', ['clinician "S. Kim"', `discipline ${discipline}`, 'payer medicare']);
    const filled = (discipline: string) => {
      const found = pairIn(['97530', '97535'], text(discipline));
      return isOneVisit(found, found.two);
    };
    assert.equal(filled('PT'), true);
    assert.equal(filled('OT'), false);
    // One right behind the other by two disciplines is two visits, in either order.
    const two = (first: string, second: string) => {
      const other = ['clinician "S. Kim"', 'discipline OT', 'payer medicare'];
      const found = pairIn(
        ['97530', '97535'],
        visit([`${first} 97530`, 'bill 97530'], '2026-03-03', other) + visit([`${second} 97535`, 'bill 97535']),
      );
      return isOneVisit(found, found.two);
    };
    assert.equal(two('09:00-09:15', '09:15-09:30'), false);
    assert.equal(two('09:15-09:30', '09:00-09:15'), false);
    assert.equal(two('09:00-09:16', '09:15-09:30'), true);
  });
});

describe('fixes of 59', () => {
  const fixes = (text: string, codes: readonly [string, string] = ['97530', '97535']) => {
    const found = pairIn(codes, text);
    return fixesOf59(found.two, [found]).map(({ title, safe }) => `${safe ? 'safe ' : ''}${title}`);
  };
  const bills = ['bill 97530', 'bill 97535'];
  const FOLLOW = 'Add -XU to 97535: you state that they followed one another without sharing a minute';
  const VISITS = 'Add -XE to 97535: you state that they were separate visits on the day';
  const OTHER = 'Add -XP to 97535: you state that another clinician gave it';
  const STATED = 'Add -59 to 97535: you state that the services were separate';

  it('say by an X modifier what the times show', () => {
    assert.deepEqual(fixes(visit(['09:00-09:15 97530', '09:15-09:30 97535', ...bills])), [
      'safe Add -59 to 97535',
      FOLLOW,
    ]);
    assert.deepEqual(fixes(visit(['09:00-09:15 97530', '14:00-14:15 97535', ...bills])), [
      'safe Add -59 to 97535',
      VISITS,
    ]);
    assert.deepEqual(fixes(visit(['00:00-00:15 97530', '14:00-14:15 97535', ...bills])), [
      'safe Add -59 to 97535',
      VISITS,
    ]);
    assert.deepEqual(fixes(visit(['15 min 97530', '14:00-14:15 97535', ...bills])), [STATED]);
  });

  it('neither of both where the sessions are some of each, nor two visits where a length could stand between', () => {
    assert.deepEqual(fixes(visit(['09:00-09:15 97530', '09:15-09:30 97535', '14:00-14:15 97535', ...bills])), [
      'safe Add -59 to 97535',
    ]);
    assert.deepEqual(fixes(visit(['09:00-09:15 97530', '14:00-14:15 97535', '15 min 97110', ...bills])), [
      'safe Add -59 to 97535',
    ]);
  });

  it('no X modifier before 2015', () => {
    const lines = ['09:00-09:15 97530', '09:15-09:30 97535', ...bills];
    assert.deepEqual(fixes(visit(lines, '2014-12-31')), ['safe Add -59 to 97535']);
    assert.deepEqual(fixes(visit(lines, '2015-01-01')), ['safe Add -59 to 97535', FOLLOW]);
  });

  it('none where the line would be the double of another; no X modifier that would make one', () => {
    const lines = ['09:00-09:15 97530', '09:15-09:30 97535', 'bill 97530', 'bill 97535'];
    assert.deepEqual(fixes(visit([...lines, 'bill 97535-59'])), []);
    assert.deepEqual(fixes(visit([...lines, 'bill 97535-XU'])), ['safe Add -59 to 97535']);
  });

  it('another clinician, where two are named and nobody gave minutes to both', () => {
    const two = (own: string, other: string, clinician = 'S. Kim') =>
      fixes(
        visit([own, 'bill 97530']) +
          visit([other, 'bill 97535'], '2026-03-03', [`clinician "${clinician}"`, 'discipline PT', 'payer medicare']),
      );
    assert.deepEqual(two('15 min 97530', '15 min 97535'), [STATED, OTHER]);
    assert.deepEqual(two('15 min 97530', '15 min 97535', 'R. Ortiz'), [STATED]);
    assert.deepEqual(two('15 min 97530 by assistant "M. Lee"', '15 min 97535 by assistant "M. Lee"'), [STATED]);
    assert.deepEqual(two('15 min 97530 by assistant "M. Lee"', '15 min 97535'), [STATED, OTHER]);
    assert.deepEqual(two('15 min 97530 by aide', '15 min 97535'), [STATED]);
    assert.deepEqual(two('09:00-09:15 97530', '09:15-09:30 97535'), ['safe Add -59 to 97535', FOLLOW, OTHER]);
  });

  it('some sessions by a clinician of both do not show another one', () => {
    const text =
      visit(['15 min 97530', '15 min 97530 by assistant "M. Lee"', 'bill 97530']) +
      visit(['15 min 97535', '15 min 97535 by assistant "M. Lee"', 'bill 97535'], '2026-03-03', [
        'clinician "S. Kim"',
        'discipline PT',
        'payer medicare',
      ]);
    assert.deepEqual(fixes(text), [STATED]);
  });

  it('of several pairs: safe, and said by an X modifier, where all of them show it', () => {
    const day = patientDay(
      visit([
        '09:00-09:15 97535',
        '09:15-09:30 97530',
        '09:30-10:00 97150 group of 2',
        'bill 97530',
        'bill 97535',
        'bill 97150',
      ]),
    );
    const line = day.claims[1]!;
    const pairs = pairsOf(day).filter(({ two }) => two === line);
    assert.equal(pairs.length, 2);
    assert.equal(is59Proven(line, pairs), true);
    assert.equal(is59Proven(line, pairs.slice(0, 1)), true);
    const half = patientDay(
      visit([
        '09:00-09:15 97535',
        '15 min 97530',
        '09:15-10:00 97150 group of 2',
        'bill 97530',
        'bill 97535',
        'bill 97150',
      ]),
    );
    const other = half.claims[1]!;
    const both = pairsOf(half).filter(({ two }) => two === other);
    const ofGroup = both.filter(({ one }) => one.code!.text === '97150');
    assert.equal(is59Proven(other, both), false);
    assert.equal(is59Proven(other, ofGroup), false, 'it would open the other one as well');
    assert.deepEqual(
      fixesOf59(other, both).map(({ title }) => title),
      [STATED],
    );
    assert.deepEqual(
      fixesOf59(other, ofGroup).map(({ title }) => title),
      [STATED, FOLLOW],
    );
  });

  const ofLine = (at: number, ...lines: string[]) => {
    const day = patientDay(visit(lines));
    const line = day.claims[at]!;
    return { line, pairs: pairsOf(day).filter(({ two }) => two === line) };
  };
  const titles = ({ line, pairs }: ReturnType<typeof ofLine>) => fixesOf59(line, pairs).map(({ title }) => title);

  it('of several pairs: not safe for one that is open and not shown apart', () => {
    const sessions = ['09:00-09:15 97535', '09:15-09:30 97530', '30 min 97150 group of 2'];
    const { line, pairs } = ofLine(1, ...sessions, 'bill 97530', 'bill 97535', 'bill 97150-59');
    assert.equal(pairs.length, 2);
    assert.equal(is59Proven(line, pairs), false);
  });

  it('of several pairs: nothing by an X modifier where one of them is not proven', () => {
    const sessions = ['09:00-09:15 97535', '09:15-09:30 97530 by aide', '09:30-10:00 97150 group of 2'];
    assert.deepEqual(titles(ofLine(1, ...sessions, ...bills, 'bill 97150')), [STATED]);
  });

  it('of several pairs: another clinician, where it is another for all of them', () => {
    const text = (group: string) =>
      visit(['15 min 97530', 'bill 97530'], undefined, ['clinician "S. Kim"', 'discipline PT', 'payer medicare']) +
      visit(['15 min 97535', 'bill 97535']) +
      visit(['30 min 97150 group of 2', 'bill 97150'], undefined, [group, 'discipline PT', 'payer medicare']);
    const said = (group: string) => {
      const day = patientDay(text(group));
      const line = day.claims[1]!;
      return titles({ line, pairs: pairsOf(day).filter(({ two }) => two === line) });
    };
    assert.deepEqual(said('clinician "R. Ortiz"'), [STATED]);
    assert.deepEqual(said('clinician "S. Kim"'), [STATED, OTHER]);
  });

  it('a pair that is never paid is none that a 59 would open', () => {
    const sessions = ['09:00-09:15 97124', '15 min 97140', '09:15-09:45 97150 group of 2'];
    const { line, pairs } = ofLine(0, ...sessions, 'bill 97124', 'bill 97140', 'bill 97150');
    const ofGroup = pairs.filter(({ one }) => one.code!.text === '97150');
    assert.deepEqual([pairs.length, ofGroup.length], [2, 1]);
    assert.equal(is59Proven(line, ofGroup), true);
  });

  it('of two visits and one: neither is said of both', () => {
    const day = patientDay(
      visit([
        '09:00-09:15 97535',
        '09:15-09:30 97530',
        '14:00-14:30 97150 group of 2',
        'bill 97530',
        'bill 97535',
        'bill 97150',
      ]),
    );
    const line = day.claims[1]!;
    const pairs = pairsOf(day).filter(({ two }) => two === line);
    assert.deepEqual(
      fixesOf59(line, pairs).map(({ title }) => title),
      ['Add -59 to 97535'],
    );
  });
});

describe('regions of the body', () => {
  const regions = (...written: (string | undefined)[]) => {
    const day = patientDay(visit(written.map((one) => `15 min 97140${one === undefined ? '' : ` region "${one}"`}`)));
    const found = regionsOf(day.sessions);
    return found && [...found];
  };

  it('in one form each', () => {
    assert.deepEqual(regions('Neck'), ['cervical']);
    assert.deepEqual(regions('low back', 'Lumbar spine'), ['lumbar']);
    assert.deepEqual(regions('left  shoulder joint'), ['shoulder']);
    assert.deepEqual(regions('mid-back and SI joint'), ['thoracic', 'pelvic']);
    assert.deepEqual(regions('neck, , upper back; sacrum / pelvis & hip + knee'), [
      'cervical',
      'thoracic',
      'sacral',
      'pelvic',
      'hip',
      'knee',
    ]);
    assert.deepEqual(regions('hand'), ['hand']);
  });

  it('of the spine, by its letters, its vertebrae and its borders', () => {
    for (const [written, one] of [
      ['C-spine', 'cervical'],
      ['T spine', 'thoracic'],
      ['L.spine', 'lumbar'],
      ['C5', 'cervical'],
      ['C5-C7', 'cervical'],
      ['T4-8', 'thoracic'],
      ['L4/5', 'lumbar'],
      ['T12', 'thoracic'],
      ['lower lumbar', 'lumbar'],
      ['suboccipital', 'cervical'],
      ['SIJ', 'pelvic'],
      ['LS spine', 'lumbar sacral'],
      ['L5-S1', 'lumbar sacral'],
      ['T10 – 12', 'thoracic'],
      ['T 4', 't 4'],
      ['xC5', 'xc5'],
      ['C13', 'c13'],
      ['L  spine', 'lumbar'],
      ['Lspine', 'lumbar'],
      ['lumbar   back', 'lumbar back'],
      ['C7-T1', 'cervical thoracic'],
      ['cervicothoracic junction', 'cervical thoracic'],
      ['thoraco-lumbar', 'thoracic lumbar'],
      ['lumbar paraspinals', 'lumbar paraspinals'],
      ['T99', 't99'],
      ['C0', 'c0'],
    ] as const)
      for (const found of [regions(written)!, regions(written.toUpperCase())!]) {
        const words = [...new Set(found.flatMap((region) => region.split(' ')))];
        assert.deepEqual(words.join(' '), one, written);
      }
  });

  it('are not known without one, or where one session names none', () => {
    assert.equal(regions(), undefined);
    assert.equal(regions('neck', undefined), undefined);
    assert.equal(regions(','), undefined);
    assert.deepEqual(regions('spine'), ['']);
  });

  it('of the spine', () => {
    for (const region of ['cervical', 'thoracic', 'lumbar', 'sacral', 'pelvic', 'back', 'trunk', '', 'lumbar sacral'])
      assert.equal(isSpinal(region), true, region);
    assert.equal(isSpinal('lumbar paraspinals'), true);
    for (const region of ['hip', 'shoulder', 'hip joint']) assert.equal(isSpinal(region), false, region);
    assert.equal(spinalRegions(new Set(['lumbar sacral', 'hip', 'lumbar', 'cervical'])), 3);
    assert.equal(spinalRegions(new Set(['hip', 'back'])), 0);
  });

  it('of a session are those of the spinal manipulation, all of them, or are not', () => {
    const isIn = (...lines: string[]) => {
      const day = patientDay(visit(lines));
      return isInManipulation(day, day.sessions[0]!);
    };
    const NECK = '10 min 98941 region "cervical"';
    for (const code of ['97112', '97124', '97140']) assert.equal(isIn(`15 min ${code} region "neck"`, NECK), true);
    assert.equal(isIn('15 min 97110 region "neck"', NECK), false);
    assert.equal(isIn('15 min 97140 region "hip"', NECK), false);
    assert.equal(isIn('15 min 97140 region "neck, hip"', NECK), false);
    assert.equal(isIn('15 min 97140', NECK), false);
    assert.equal(isIn('15 min 97140 region "neck"', '10 min 98941'), false);
    assert.equal(isIn('15 min 97140 region "neck"', NECK, '10 min 98941'), false);
    assert.equal(isIn('15 min 97140 region "neck"', '15 min 97110', NECK), true);
    assert.equal(isIn('15 min 97140 region "neck"', '10 min 98943 region "neck"'), false);
    assert.equal(isIn('15 min 97140 region "neck"'), false);
  });

  const cases: [first: string[], second: string[], is: string][] = [
    [['lumbar'], ['lumbar'], 'same'],
    [['lumbar', 'hip'], ['hip'], 'same'],
    [['hip'], ['lumbar', 'hip'], 'unclear'],
    [['lumbar'], ['cervical'], 'different'],
    [['lumbar'], ['shoulder'], 'different'],
    [['lumbar'], ['back'], 'unclear'],
    [['hip'], ['back'], 'different'],
    [['lumbar'], ['lumbar sacral'], 'unclear'],
    [['lumbar sacral'], ['lumbar'], 'unclear'],
    [['lumbar sacral'], ['lumbar sacral'], 'same'],
    [['lumbar sacral'], ['cervical'], 'different'],
    [['lumbar'], ['upper trap'], 'unclear'],
    [['lumbar'], ['cervical word'], 'unclear'],
    [['lumbar'], ['hip word'], 'unclear'],
    [['my word'], ['lumbar'], 'unclear'],
    [['my word'], ['my word'], 'same'],
    [['lumbar'], ['cervical paraspinals'], 'different'],
    [['lumbar'], ['lumbar paraspinals'], 'unclear'],
    [['lumbar'], ['rotator cuff'], 'different'],
    [['back'], ['lumbar'], 'unclear'],
    [['back', 'hip'], ['lumbar'], 'unclear'],
    [['lumbar', 'hip'], ['back'], 'unclear'],
    [['back'], ['hip'], 'different'],
    [['shoulder blade'], ['shoulder'], 'unclear'],
    [['shoulder'], ['shoulder blade'], 'unclear'],
    [['lumbar'], ['cervical', 'back'], 'unclear'],
  ];
  for (const [first, second, is] of cases)
    it(`${first.join(' + ')} beside ${second.join(' + ')}: ${is}`, () =>
      assert.equal(compareRegions(new Set(first), new Set(second)), is));
});
