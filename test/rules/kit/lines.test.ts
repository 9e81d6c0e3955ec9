/** A claim line by itself: its payer, its discipline, its sessions, once a day; and figures in words. */

import assert from 'node:assert/strict';
import { builtInPayer, type Payer, PayerTable } from '../../../server/src/model/payer';
import {
  disciplineAgrees,
  isDisciplineModifier,
  isTherapy,
  isTitled,
  missesDisciplineModifier,
  modifierOfDiscipline,
  modifierOfEvaluation,
  possibleModifiers,
  wantedModifier,
  wantsDisciplineModifier,
} from '../../../server/src/rules/kit/discipline';
import {
  billedAndAllowed,
  isRead,
  linesUpTo,
  onceFixes,
  relatedLines,
  sameModifiers,
  separateSessions,
} from '../../../server/src/rules/kit/once';
import { payerCode, Refusal, refusalOf, treatsUlcer } from '../../../server/src/rules/kit/payer-code';
import { hasSessions, isPerformed, isSameService, isUnperformed } from '../../../server/src/rules/kit/performed';
import { minuteOf, timeText, writtenRange } from '../../../server/src/rules/kit/times';
import {
  dayTotal,
  isPooled,
  otherCount,
  relatedSessions,
  unitSeverity,
  unitSources,
} from '../../../server/src/rules/kit/units';
import {
  clock,
  count,
  date,
  list,
  minutes,
  unitRuleName,
  units,
  when,
  whens,
} from '../../../server/src/rules/kit/words';
import { patientDay } from '../../support/patient-day';

interface Where {
  discipline?: string;
  payer?: string;
  date?: string;
  more?: string[];
  plan?: Partial<Payer>;
}

function dayOf(
  { discipline, payer = 'medicare', date = '2026-03-03', more = [], plan = {} }: Where,
  ...lines: string[]
) {
  const fields = [
    'clinician "R. Ortiz"',
    `payer ${payer}`,
    ...(discipline ? [`discipline ${discipline}`] : []),
    ...more,
  ];
  const text = `encounter ${date} patient A\n${[...fields, ...lines].map((line) => `  ${line}\n`).join('')}`;
  const payers = new PayerTable(new Map([['Blue Plan', { ...builtInPayer('Blue Plan'), ...plan }]]));
  return patientDay(text, { payers });
}

const lineOf = (line: string, where: Where = {}) => dayOf(where, `bill ${line}`).claims[0]!;
const PLAN = '"Blue Plan"';

describe('GP, GO and GN', () => {
  it('are those of the discipline, or of the one whose evaluation it is', () => {
    const wanted = (code: string, discipline?: string) =>
      wantedModifier(lineOf(code, discipline ? { discipline } : {}));
    assert.deepEqual(
      ['PT', 'OT', 'SLP', 'chiro', 'BH', undefined].map((one) => wanted('97110', one)),
      ['GP', 'GO', 'GN', undefined, undefined, undefined],
    );
    assert.equal(wanted('97161', 'OT'), 'GP');
    assert.equal(wanted('97166', 'PT'), 'GO');
    assert.equal(modifierOfEvaluation(lineOf('97161')), 'GP');
    assert.equal(modifierOfEvaluation(lineOf('97110')), undefined);
    assert.equal(modifierOfEvaluation(lineOf('92507')), undefined, 'speech treatment is no evaluation');
    assert.equal(modifierOfDiscipline(dayOf({ discipline: 'SLP' }).encounters[0]!), 'GN');
    assert.deepEqual(lineOf('97110-59-GP-KX').modifiers.map(isDisciplineModifier), [false, true, false]);
    assert.equal(isDisciplineModifier(lineOf('97110-ZZ').modifiers[0]!), false);
  });

  it('agree with the code where the discipline bills it', () => {
    assert.equal(disciplineAgrees(lineOf('97110', { discipline: 'PT' })), true);
    assert.equal(disciplineAgrees(lineOf('97110', { discipline: 'SLP' })), false);
    assert.equal(disciplineAgrees(lineOf('97110')), false);
    assert.deepEqual(possibleModifiers(lineOf('97110')), ['GP', 'GO']);
    assert.deepEqual(possibleModifiers(lineOf('97150')), ['GP', 'GO', 'GN']);
    assert.deepEqual(possibleModifiers(lineOf('90834')), []);
    assert.deepEqual(
      [isTherapy(lineOf('97110')), isTherapy(lineOf('97161')), isTherapy(lineOf('90834')), isTherapy(lineOf('99213'))],
      [true, true, false, false],
    );
  });

  it('are wanted by Medicare, and by a payer from its day on', () => {
    const wants = (line: string, where: Where) => wantsDisciplineModifier(lineOf(line, where), 'discipline-modifier');
    assert.equal(wants('97110', { discipline: 'PT' }), true);
    assert.equal(wants('97110', {}), true);
    assert.equal(wants('97110', { discipline: 'chiro' }), false);
    assert.equal(wants('90834', { discipline: 'BH' }), false);
    assert.equal(wants('97110', { payer: 'commercial' }), false);
    assert.equal(wants('97110', { payer: PLAN, plan: { disciplineModifierFrom: 20260303 } }), true);
    assert.equal(wants('97110', { payer: PLAN, plan: { disciplineModifierFrom: 20260304 } }), false);
  });

  it('are said by titles too, behind a comma or as the last word', () => {
    const titled = (name: string, modifier: 'GP' | 'GO' | 'GN', ...sessions: string[]) =>
      isTitled(
        dayOf({ discipline: 'PT', more: [`clinician ${name}`] }, ...sessions, 'bill 97110').claims[0]!,
        modifier,
      );
    for (const [modifier, names] of [
      ['GP', ['"A. B, PT"', '"A. B, MS, DPT"', '"A. B, PTA"', '"A. B, LPTA"', '"A. B PT"']],
      ['GO', ['"A. B, OT"', '"A. B, OTR/L"', '"A. B, otd"', '"A. B, COTA/L"', '"A. B OTR/L"']],
      ['GN', ['"A. B, SLP"', '"A. B, CCC-SLP"', '"A. B, SLPA"', '"A. B SLP"']],
    ] as const)
      for (const name of names)
        for (const other of ['GP', 'GO', 'GN'] as const) assert.equal(titled(name, other), other === modifier, name);
    // A name is no title, and two titles say nothing.
    for (const name of ['"Y. Ota"', '"Y. Ot"', '"PT, Anna"', '"OT B"', '"A. B, PT, OTR"', '", Anna"', 'none'])
      assert.equal(titled(name, 'GO'), false, name);
    assert.equal(titled('"OT Smith, PT"', 'GP'), true);
    assert.equal(titled('", Otr"', 'GO'), true);
    assert.equal(titled('none', 'GO', '15 min 97110 by assistant "X, COTA"'), true);
    assert.equal(titled('none', 'GO', '15 min 97112 by assistant "X, COTA"'), false);
    assert.equal(titled('none', 'GO', '15 min 9999Z by assistant "X, COTA"'), false);
    assert.equal(titled('"A. B, PT"', 'GO', '15 min 97110', '15 min 97110 by assistant "X, COTA"'), true);
  });

  it('are missed by Medicare on what is therapy under a plan alone', () => {
    const misses = (line: string, where: Where) => missesDisciplineModifier(lineOf(line, where), 'discipline-modifier');
    assert.equal(misses('97110', { discipline: 'PT' }), true);
    assert.equal(misses('97129', { discipline: 'OT' }), true);
    assert.equal(misses('97129', {}), false);
    assert.equal(misses('97129', { discipline: 'OT', payer: 'commercial' }), false);
    assert.equal(misses('97110', { discipline: 'chiro' }), false);
    assert.equal(misses('90834', { discipline: 'BH' }), false);
    assert.equal(misses('99213', { discipline: 'PT' }), false);
    assert.equal(misses('97169', { discipline: 'PT' }), false);
  });
});

describe('codes that a payer takes', () => {
  const refuses = (code: string, where: Where = {}) => {
    const line = lineOf(code, where);
    const { payer } = line.encounter;
    return [
      Refusal[refusalOf(line.code!, payer, 'code-not-for-payer')],
      payerCode(line.code!, payer, 'code-not-for-payer'),
    ];
  };

  it('Medicare: another code, inside others, or none', () => {
    assert.deepEqual(refuses('97110'), ['None', '97110']);
    assert.deepEqual(refuses('97014'), ['OtherCode', 'G0283']);
    assert.deepEqual(refuses('97010'), ['Bundled', undefined]);
    assert.deepEqual(refuses('97169'), ['NotCovered', undefined]);
    assert.deepEqual(refuses('G0515', { date: '2019-03-03' }), ['None', 'G0515']);
  });

  it('others: codes of Medicare alone, and those that they do not take', () => {
    assert.deepEqual(refuses('97014', { payer: 'commercial' }), ['None', '97014']);
    assert.deepEqual(refuses('G0515', { payer: 'commercial', date: '2019-03-03' }), ['OtherCode', '97127']);
    assert.deepEqual(refuses('G0515', { payer: 'none', date: '2019-03-03' }), ['None', 'G0515']);
    const plan = { codesNotTaken: new Set(['97014', '97110']) };
    assert.deepEqual(refuses('97014', { payer: PLAN, plan }), ['OtherCode', 'G0283']);
    assert.deepEqual(refuses('97110', { payer: PLAN, plan }), ['NotCovered', undefined]);
    assert.deepEqual(refuses('97112', { payer: PLAN, plan }), ['None', '97112']);
  });

  it('ulcers of the skin, with a dot or without', () => {
    const ulcer = (...dx: string[]) => treatsUlcer(dayOf({}, ...dx.map((one) => `dx ${one}`)));
    for (const one of ['L89.152', 'L97.411', 'L97411', 'L98.491', 'M54.50, L98.41'])
      assert.equal(ulcer(one), true, one);
    for (const one of ['L98.8', 'M54.50', 'L88', 'L90.5', 'S72.001A, R29.898']) assert.equal(ulcer(one), false, one);
    assert.equal(ulcer(), false);
    assert.equal(ulcer('M54.50', 'L89.152'), true);
  });
});

describe('lines and the sessions that they ask for', () => {
  it('add-ons, visits, long visits and devices have none', () => {
    for (const code of ['97110', '97150', '90834', '97545']) assert.equal(hasSessions(lineOf(code).code!), true, code);
    for (const code of ['97546', '90785', '99213', '98984', '98979'])
      assert.equal(hasSessions(lineOf(code).code!), false, code);
    assert.equal(hasSessions(lineOf('99354', { date: '2022-03-03' }).code!), false);
  });

  it('97014 is G0283, and 97130 goes with 97129', () => {
    const code = (text: string) => lineOf(text).code!;
    assert.equal(isSameService(code('97014'), code('G0283')), true);
    assert.equal(isSameService(code('97129'), code('97130')), true);
    assert.equal(isSameService(code('97110'), code('97112')), false);
  });

  it('a line without a session, where the day has sessions and all can be read', () => {
    const not = (...lines: string[]) => {
      const day = dayOf({}, ...lines);
      assert.equal(
        isPerformed(day, day.claims[0]!.code!),
        day.sessions.some(({ code }) => code!.text === day.claims[0]!.code!.text),
      );
      return isUnperformed(day, day.claims[0]!);
    };
    assert.equal(not('15 min 97112', 'bill 97110'), true);
    assert.equal(not('15 min 97110', '15 min 97112', 'bill 97110'), false);
    assert.equal(not('bill 97110'), false);
    assert.equal(not('15 min 97112', '15 min 9711', 'bill 97110'), false);
    assert.equal(not('15 min 97112', 'bill 99213'), false);
  });
});

describe('one unit a date', () => {
  const all = (more: string[], ...lines: string[]) => {
    const day = dayOf({ more }, ...lines);
    const claimDay = day.claimDays[0]!;
    return { claimDay, lines: linesUpTo(claimDay, day.claims[day.claims.length - 1]!) };
  };

  it('counts the lines of the service up to this one, but for those that are not judged', () => {
    const { lines, claimDay } = all([], 'bill G0283', 'bill G0283-GY', 'bill 97014', 'bill 97012', 'bill G0283 x');
    assert.deepEqual(
      lines.map(({ line }) => line),
      [3, 5],
    );
    assert.deepEqual(linesUpTo(claimDay, lines[0]!), [lines[0]]);
    assert.equal(isRead(lineOf('97012')), true);
    assert.equal(isRead(lineOf('97012-GY')), false);
    assert.equal(isRead(lineOf('97012 x')), false);
  });

  it('says what is billed', () => {
    const said = (...lines: string[]) => billedAndAllowed(all([], ...lines).lines);
    assert.equal(said('bill 97012 x3'), '97012: 3 units billed, 1 allowed.');
    assert.equal(said('bill 97012', 'bill 97012 x2'), '97012: a second line, 3 units in all, 1 allowed.');
    assert.equal(
      said('bill 97012', 'bill 97012', 'bill 97012'),
      '97012: line 3 of the day, 3 units in all, 1 allowed.',
    );
    assert.equal(
      said('bill 97014', 'bill G0283'),
      'G0283: a second line (97014 is the same service), 2 units in all, 1 allowed.',
    );
    const { lines } = all([], 'bill 97012', 'bill 97012-59', 'bill 97012');
    assert.deepEqual(
      relatedLines(lines).map(({ message, place }) => `${place.line} ${message}`),
      ['3 97012 x1 is billed here', '4 97012-59 x1 is billed here'],
    );
    const many = all([], ...Array.from({ length: 130 }, () => 'bill 97012')).lines;
    assert.equal(relatedLines(many).length, 100);
    assert.equal(relatedLines(many.slice(0, 101)).length, 100);
  });

  it('in a hospital, one for each separate session of group psychotherapy', () => {
    const hospital = ['setting hospital'];
    const separate = (more: string[], ...lines: string[]) => {
      const one = all(more, ...lines);
      return separateSessions(one.claimDay, one.lines);
    };
    const twice = ['09:00-10:00 90853 group of 8', '14:00-15:00 90853 group of 8'];
    assert.equal(separate(hospital, ...twice, 'bill 90853 x2'), true);
    assert.equal(separate(hospital, ...twice, 'bill 90853', 'bill 90853'), true);
    assert.equal(separate(hospital, ...twice, 'bill 90853 x3'), false);
    assert.equal(separate(hospital, ...twice, 'bill 90853'), false);
    assert.equal(separate(['setting office'], ...twice, 'bill 90853 x2'), false);
    assert.equal(
      separate(hospital, '09:00-10:00 90853 group of 8', '09:30-10:30 90853 group of 8', 'bill 90853 x2'),
      false,
    );
    assert.equal(separate(hospital, '09:00-10:00 90849', '14:00-15:00 90849', 'bill 90849 x2'), true);
    assert.equal(separate(hospital, '09:00-10:00 90849', '14:00-15:00 90853', 'bill 90853 x2'), false);
    assert.equal(separate(hospital, '09:00-10:00 97150', '14:00-15:00 97150', 'bill 97150 x2'), false);
    const mixed =
      'encounter 2026-03-03 patient A\n  setting hospital\n  09:00-10:00 90853\n  bill 90853\nencounter 2026-03-03 patient A\n  14:00-15:00 90853\n  bill 90853\n';
    const day = patientDay(mixed).claimDays[0]!;
    assert.equal(separateSessions(day, day.claims), false);
  });

  it('is mended by x1; a later line goes, safely where it says nothing more', () => {
    const fixes = (...lines: string[]) =>
      onceFixes(all([], ...lines).lines).map(({ title, safe }) => `${safe ? 'safe ' : ''}${title}`);
    assert.deepEqual(fixes('bill 97012 x3'), ['safe Bill 97012 x1']);
    assert.deepEqual(fixes('bill 97012', 'bill 97012'), ['safe Merge with the line of 97012 before it']);
    assert.deepEqual(fixes('bill 97012-GP-KX', 'bill 97012-KX-GP'), ['safe Merge with the line of 97012 before it']);
    assert.deepEqual(fixes('bill 97012', 'bill 97012-59'), [
      'Remove this line: you state that 97012 stands for the day',
    ]);
    assert.deepEqual(fixes('bill 97014', 'bill G0283'), [
      'Remove the 97014 line: you state that G0283 stands for the day',
    ]);
    // -76 on one line alone would not be true.
    assert.deepEqual(fixes('bill 97012-76', 'bill 97012-76'), ['Merge with the line of 97012 before it']);
    assert.deepEqual(fixes('bill 97012-ZZ', 'bill 97012-ZZ'), ['safe Merge with the line of 97012 before it']);
    // Which of two names stands is Medicare's to say; of three lines nobody says it.
    assert.deepEqual(fixes('bill G0283', 'bill 97014'), ['Remove this line: you state that G0283 stands for the day']);
    assert.deepEqual(fixes('bill 97014', 'bill 97014'), ['safe Merge with the line of 97014 before it']);
    assert.deepEqual(fixes('bill 97014', 'bill G0283', 'bill G0283'), [
      'Remove this line: you state that 97014 stands for the day',
    ]);
    const plan = dayOf({ payer: 'commercial' }, 'bill 97014', 'bill G0283').claims;
    assert.deepEqual(
      onceFixes(plan).map(({ title }) => title),
      ['Remove this line: you state that 97014 stands for the day'],
    );
    const [gone] = onceFixes(dayOf({}, 'bill 97014', 'bill G0283').claims);
    assert.deepEqual(
      gone!.edits.map(({ startLine }) => startLine),
      [3],
    );
    const two =
      'encounter 2026-03-03 patient A\n  bill 97012\nencounter 2026-03-03 patient A\n  09:00-09:15 97110\n  09:10-09:20 97112\n  bill 97012\n';
    assert.deepEqual(onceFixes(patientDay(two).claims), []);
  });

  it('the same modifiers in any order', () => {
    assert.equal(sameModifiers(lineOf('97012-GP-KX'), lineOf('97012-KX-GP')), true);
    assert.equal(sameModifiers(lineOf('97012-GP'), lineOf('97012')), false);
    assert.equal(sameModifiers(lineOf('97012'), lineOf('97012-GP')), false);
  });
});

describe('units of 15 minutes in words', () => {
  const claimDay = (where: Where, ...lines: string[]) => dayOf(where, ...lines).claimDays[0]!;

  it('an error; a warning where the rule is assumed and the other one supports the line', () => {
    const severity = (where: Where, ...lines: string[]) => {
      const day = claimDay(where, ...lines);
      return [unitSeverity(day, day.lineUnits[0]!), otherCount(day, day.lineUnits[0]!)];
    };
    const two = ['7 min 97110', '8 min 97112', 'bill 97110', 'bill 97112'];
    assert.equal(severity({}, ...two)[0], 'error');
    assert.equal(severity({}, ...two)[1], '');
    // 8 and 10: by the midpoint rule each is a unit; by the 8-minute rule 18 minutes are one, of the longer.
    const tens = ['8 min 97110', '10 min 97112', 'bill 97110 x2', 'bill 97112'];
    const [how, other] = severity({ payer: 'commercial' }, ...tens);
    assert.equal(how, 'error');
    assert.match(
      other!,
      /^ The rule is assumed for this payer: by the 8-minute rule the day gives 1 unit, 97110 0 units\./,
    );
    // 24 minutes are 2 units by either.
    assert.deepEqual(severity({ payer: 'commercial' }, '24 min 97110', 'bill 97110 x3'), ['error', '']);
    // 20 and 6: by the midpoint rule 1 and 0; by the 8-minute rule 26 minutes are 2.
    const [mild] = severity({ payer: 'commercial' }, '20 min 97110', '6 min 97112', 'bill 97112');
    assert.equal(mild, 'warning');
    assert.equal(
      severity({ payer: 'commercial', more: ['units midpoint'] }, '20 min 97110', '6 min 97112', 'bill 97112')[0],
      'error',
    );
  });

  it('names who says so, and the whole day', () => {
    const cms = claimDay({}, '09:00-09:20 97110', '09:10-09:30 97112', 'bill 97110');
    assert.deepEqual(unitSources(cms), ['aca-group', 'cms']);
    assert.deepEqual(unitSources(claimDay({ more: ['units midpoint'] }, '15 min 97110')), ['aca-group', 'wpt']);
    assert.equal(dayTotal(cms), 'All timed codes: 30 min, each minute counted once, which give 2 units for the day.');
    assert.equal(
      dayTotal(claimDay({}, '25 min 97110', '15 min 97112')),
      'All timed codes: 40 min, which give 3 units for the day.',
    );
    assert.equal(isPooled(cms), true);
    assert.equal(isPooled(claimDay({}, '15 min 97110')), false);
    assert.equal(isPooled(claimDay({ more: ['units midpoint'] }, '15 min 97110', '15 min 97112')), false);
    const [pool] = claimDay({}, '09:00-09:20 97110', '7 min 97110').units.pools;
    assert.deepEqual(
      relatedSessions(pool!).map(({ message }) => message),
      ['97110, 09:00-09:20: 20 min', '97110: 7 min'],
    );
    const [many] = claimDay({}, ...Array.from({ length: 130 }, () => '7 min 97110')).units.pools;
    assert.equal(relatedSessions(many!).length, 100);
  });
});

describe('figures in words', () => {
  it('of one and of several', () => {
    assert.deepEqual([minutes(13), units(0), units(1), units(2)], ['13 min', '0 units', '1 unit', '2 units']);
    assert.deepEqual(
      [count(1, 'patient'), count(3, 'patient'), count(2, 'body', 'bodies')],
      ['1 patient', '3 patients', '2 bodies'],
    );
    assert.deepEqual([clock(0), clock(555), clock(1439)], ['00:00', '09:15', '23:59']);
    assert.deepEqual([date(20260303), date(20261231), date(20200101)], ['2026-03-03', '2026-12-31', '2020-01-01']);
    assert.deepEqual([unitRuleName('cms'), unitRuleName('midpoint')], ['8-minute rule', 'midpoint rule']);
  });

  it('lists up to twelve, and of more ten and how many', () => {
    const letters = [...'ABCDEFGHIJKLM'];
    assert.deepEqual(
      [0, 1, 2, 3].map((n) => list(letters.slice(0, n))),
      ['', 'A', 'A and B', 'A, B and C'],
    );
    assert.equal(list(letters.slice(0, 3), 'or'), 'A, B or C');
    assert.equal(list(letters.slice(0, 12)), 'A, B, C, D, E, F, G, H, I, J, K and L');
    assert.equal(list(letters), 'A, B, C, D, E, F, G, H, I, J and 3 more');
    assert.equal(list(letters, 'and', false), 'A, B, C, D, E, F, G, H, I, J and at least 3 more');
  });

  it('times, or lengths', () => {
    const sessions = dayOf({}, '00:00-00:15 97110', '15 min 97110').sessions;
    assert.deepEqual(sessions.map(when), ['00:00-00:15', '15 min']);
    assert.equal(whens(sessions), '00:00-00:15, 15 min');
    const many = dayOf({}, ...Array.from({ length: 13 }, () => '15 min 97110')).sessions;
    assert.equal(whens(many.slice(0, 12)), Array.from({ length: 12 }, () => '15 min').join(', '));
    assert.match(whens(many), / and 3 more$/);
  });

  it('written times, read', () => {
    const read = (text: string) =>
      writtenRange(text)?.map((time) => `${time.text}=${timeText(time)}=${minuteOf(time)}`);
    assert.deepEqual(read('9:00-10:05'), ['9:00=09:00=540', '10:05=10:05=605']);
    assert.deepEqual(read(' 12:00 AM – 12:30pm '), ['12:00AM=12:00am=0', '12:30pm=12:30pm=750']);
    assert.deepEqual(read('1:15PM-2:00 pm'), ['1:15PM=1:15pm=795', '2:00pm=2:00pm=840']);
    assert.equal(read('9:00'), undefined);
    assert.equal(read('9-10'), undefined);
    assert.equal(read('x 9:00-10:00'), undefined);
    assert.equal(read('9:00-10:00 x'), undefined);
  });
});
