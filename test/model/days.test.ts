/** Days: what stands together, how sessions stand in time, and who was in a group. */

import assert from 'node:assert/strict';
import { ClinicianDay, groupsOf } from '../../server/src/model/clinician-day';
import { Is } from '../../server/src/model/code';
import { codesShown, type Session, shownOverlapping, shownSeparate } from '../../server/src/model/encounter';
import { type PatientDay, sameHands } from '../../server/src/model/patient-day';
import { defaultSettings } from '../../server/src/model/settings';
import { SharedKey } from '../../server/src/model/shared';
import { dayOf, encountersOf, encounterWith } from '../support/encounters';
import { TODAY } from '../support/markers';

const settings = defaultSettings(TODAY);
const sessions = (...lines: string[]): Session[] => encounterWith(lines).sessions;

/** A day of encounters that hold these lines each. */
const day = (...encounters: (readonly string[])[]): PatientDay =>
  dayOf(
    encountersOf(
      encounters
        .map((lines) => `encounter 2026-03-03 patient A\n${lines.map((line) => `  ${line}\n`).join('')}`)
        .join(''),
    ),
  );
const codesOf = (all: readonly { code: { text: string } | undefined }[]) => all.map(({ code }) => code!.text);
const code = (text: string) => settings.codes.of(text);

describe('two sessions', () => {
  const two = (a: string, b: string) => {
    const [x, y] = sessions(`${a} 97110`, `${b} 97112`) as [Session, Session];
    assert.deepEqual([shownOverlapping(y, x), shownSeparate(y, x)], [shownOverlapping(x, y), shownSeparate(x, y)]);
    return [shownOverlapping(x, y), shownSeparate(x, y)];
  };

  it('overlap where they share a minute: a range holds its start and not its end', () => {
    assert.deepEqual(two('09:00-09:15', '09:15-09:30'), [false, true]);
    assert.deepEqual(two('09:00-09:16', '09:15-09:30'), [true, false]);
    assert.deepEqual(two('09:00-10:00', '09:15-09:30'), [true, false]);
    assert.deepEqual(two('00:00-00:10', '00:05-00:10'), [true, false]);
    assert.deepEqual(two('00:00-00:10', '23:00-24:00'), [false, true]);
  });

  it('are shown neither way where a time is not known', () => {
    assert.deepEqual(two('09:00-09:15', '15 min'), [false, false]);
    assert.deepEqual(two('00:00-00:15', '15 min'), [false, false]);
    assert.deepEqual(two('15 min', '15 min'), [false, false]);
  });
});

describe('two codes', () => {
  const shown = (a: readonly string[], b: readonly string[]) =>
    codesShown(sessions(...a.map((when) => `${when} 97110`)), sessions(...b.map((when) => `${when} 97112`)));
  const at = (minute: number, length: number) => {
    const clock = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
    return `${clock(minute)}-${clock(minute + length)}`;
  };
  /** Twenty sessions, ten minutes each, each half an hour after the one before. */
  const twenty = (from: number) => Array.from({ length: 20 }, (_, i) => at(from + i * 30, 10));

  it('overlap where one session of each does, else are not shown where one time is missing', () => {
    assert.equal(shown([], ['09:00-09:15']), 'not-shown');
    assert.equal(shown(['09:00-09:15'], []), 'not-shown');
    assert.equal(shown(['09:00-09:15'], ['09:15-09:30']), 'separate');
    assert.equal(shown(['09:00-09:15'], ['09:14-09:30']), 'overlapping');
    assert.equal(shown(['09:00-09:15', '8 min'], ['09:15-09:30']), 'not-shown');
    assert.equal(shown(['09:00-09:15', '8 min'], ['09:10-09:30']), 'overlapping');
    assert.equal(shown(['8 min', '09:00-09:15'], ['09:10-09:30']), 'overlapping');
  });

  it('stand to one another in the same way where they have very many sessions', () => {
    const a = twenty(0);
    assert.equal(shown(a, twenty(10)), 'separate');
    assert.equal(shown(twenty(10), a), 'separate');
    assert.equal(shown(a, twenty(9)), 'overlapping');
    assert.equal(shown(twenty(9), a), 'overlapping');
    assert.equal(shown(a, [...twenty(10), '8 min']), 'not-shown');
    assert.equal(shown([...a, '8 min'], twenty(10)), 'not-shown');
    assert.equal(shown(a, [...twenty(9), '8 min']), 'overlapping');
    // One long session, and those that come long after it began.
    assert.equal(shown([at(0, 700), ...a], [at(690, 5), ...twenty(720)]), 'overlapping');
    assert.equal(shown([at(690, 5), ...twenty(720)], [at(0, 700), ...a]), 'overlapping');
    assert.equal(shown([at(0, 700), ...a], twenty(700)), 'separate');
    assert.equal(shown(twenty(700), [at(0, 700), ...a]), 'separate');
  });

  it('of one service do not overlap with themselves', () => {
    const own = sessions('09:00-09:15 97110', '10:00-10:15 97110');
    assert.equal(codesShown(own, own), 'separate');
    const many = sessions(...twenty(0).map((when) => `${when} 97110`));
    assert.equal(codesShown(many, many), 'separate');
    assert.equal(codesShown(sessions('8 min 97110'), sessions('8 min 97110')), 'not-shown');
    const one = sessions('8 min 97110');
    assert.equal(codesShown(one, one), 'separate');
  });
});

describe('a patient-day', () => {
  const CARE = ['09:00-09:15 97110', '09:15-09:30 97140', 'bill 97110-GP', 'bill 97140-GP'];

  it('holds the sessions and lines that can be judged, in order, and the bits of all', () => {
    const both = day(CARE, ['10:00-10:15 97112', '10:15-10:30 97011', 'bill 97112-59', 'bill 97011']);
    assert.equal(both.date, 20260303);
    assert.deepEqual(codesOf(both.sessions), ['97110', '97140', '97112']);
    assert.deepEqual(codesOf(both.claims), ['97110', '97140', '97112']);
    assert.deepEqual([both.unreadSession, both.unreadClaim], [true, true]);
    assert.deepEqual([day(CARE).unreadSession, day(CARE).unreadClaim], [false, false]);
    for (const is of [Is.Timed, Is.OneOnOne, Is.Opening, Is.NotUsable])
      assert.equal((both.is & is) !== 0, true, Is[is]);
    for (const is of [Is.Opening, Is.NotUsable, Is.Group]) assert.equal(day(CARE).is & is, 0, Is[is]);
    assert.equal(
      both.encounters.every((encounter) => encounter.day === both),
      true,
    );
    const first = day(['09:00-09:15 97011', 'bill 97011'], CARE);
    assert.deepEqual([first.unreadSession, first.unreadClaim], [true, true]);
  });

  it('has bits of what only one line says', () => {
    assert.equal(day(['bill 97110-59']).is & Is.Opening, Is.Opening);
    assert.equal(day(['bill 97110-GP']).is & Is.Opening, 0);
    assert.equal(day(['10 min 97999']).is, Is.NotUsable);
    assert.equal((day(['10 min 97110', '10 min 97150']).is & (Is.Group | Is.GroupFamily)) !== 0, true);
    assert.equal(day(['10 min 97150', '10 min 97035', 'bill 97999']).is & Is.Group, Is.Group);
    assert.equal(day(['10 min 97150', 'bill 97110-59', 'bill 99213']).is & Is.Group, Is.Group);
  });

  it('finds the encounter of a place, among few and many', () => {
    for (const count of [1, 7, 8, 9]) {
      const of = day(...Array.from({ length: count }, () => CARE));
      for (const encounter of of.encounters) assert.equal(of.encounterAt(encounter.home), encounter);
      assert.equal(of.encounterAt(encounterWith([]).home), undefined);
    }
  });

  it('asks for the clinician-day where it is told how', () => {
    assert.equal(day(CARE).clinicianDay('R'), undefined);
    const [e] = encountersOf('encounter 2026-03-03 patient A\n');
    const own = new ClinicianDay('R', 20260303, [e!], settings);
    const { constructor: Day } = day(CARE) as unknown as { constructor: typeof PatientDay };
    const asked: string[] = [];
    const told = new Day([e!], settings, (of, giver) => {
      asked.push(`${of.date} ${giver}`);
      return own;
    });
    assert.equal(told.clinicianDay('R'), own);
    assert.deepEqual(asked, ['20260303 R']);
    assert.equal(told.shared, told.shared);
  });

  it('knows sessions and lines by service', () => {
    const of = day(['10 min 97014', '10 min G0283', '10 min 97110', 'bill 97014', 'bill G0283', 'bill 97110']);
    assert.deepEqual(codesOf(of.sessionsOf(code('G0283'))), ['97014', 'G0283']);
    assert.deepEqual(codesOf(of.linesOf(code('97014'))), ['97014', 'G0283']);
    assert.deepEqual(codesOf(of.sessionsOf(code('97110'))), ['97110']);
    assert.deepEqual([of.sessionsOf(code('97112')), of.linesOf(code('97112'))], [[], []]);
    assert.deepEqual(codesOf(of.claimDays[0]!.linesOf(code('97014'))), ['97014', 'G0283']);
    assert.deepEqual(of.claimDays[0]!.linesOf(code('97112')), []);
  });

  it('says how two codes stand in time, the same each time it is asked', () => {
    const of = day(['09:00-09:15 97110', '09:15-09:30 97140', '09:10-09:20 97112', '5 min 97116']);
    const ask = (a: string, b: string) => of.shownOf(code(a), code(b));
    for (let i = 0; i < 2; i++) {
      assert.equal(ask('97110', '97140'), 'separate');
      assert.equal(ask('97110', '97112'), 'overlapping');
      assert.equal(ask('97110', '97116'), 'not-shown');
      assert.equal(ask('97112', '97140'), 'overlapping');
      assert.equal(ask('97110', '97530'), 'not-shown');
    }
  });

  it('keeps what its rules share', () => {
    const [of, other] = [day(['10 min 97110']), day(['10 min 97110'])];
    const key = new SharedKey<string>();
    assert.equal(of.shared.of(key), undefined);
    of.shared.keep(key, 'x');
    assert.deepEqual([of.shared.of(key), other.shared.of(key)], ['x', undefined]);
  });

  it('judges overlap of what is billed, or where nothing is billed yet', () => {
    const inPlay = (...encounters: (readonly string[])[]) => {
      const of = day(...encounters);
      return of.encounters.flatMap((e) => e.sessions).map((session) => of.inPlay(session));
    };
    assert.deepEqual(inPlay(['10 min 97110', '10 min 97112']), [true, true]);
    assert.deepEqual(inPlay(['10 min 97110', '10 min 97112', 'bill 97110']), [true, false]);
    assert.deepEqual(inPlay(['10 min 97110', 'bill 97140'], ['10 min 97112', 'bill 97110']), [true, false]);
    assert.deepEqual(inPlay(['10 min 97110', '10 min what', 'bill 97110']), [true, false]);
    assert.deepEqual(inPlay(['10 min 97110'], ['bill 97140']), [true]);
  });
});

describe('claim-days', () => {
  const HEAD = 'encounter 2026-03-03 patient A\n';
  const of = (...fields: string[]) =>
    dayOf(encountersOf(fields.map((field, i) => `${HEAD}${field}  10 min 97110\n  bill 97110 x${i + 1}\n`).join('')));
  const sizes = (...fields: string[]) => of(...fields).claimDays.map(({ encounters }) => encounters.length);

  it('are the encounters of one payer, one discipline and one unit rule', () => {
    assert.deepEqual(sizes('', ''), [2]);
    assert.deepEqual(sizes('  payer medicare\n', '  payer medicare\n', '  payer tricare\n'), [2, 1]);
    assert.deepEqual(sizes('  payer medicare\n', '  payer tricare\n', '  payer medicare\n'), [2, 1]);
    assert.deepEqual(sizes('  discipline PT\n', '  discipline OT\n', ''), [1, 1, 1]);
    assert.deepEqual(sizes('  units cms\n', '  units midpoint\n', ''), [1, 2]);
    assert.deepEqual(sizes(''), [1]);
  });

  it('hold what is theirs', () => {
    const two = of(
      '  payer medicare\n  discipline PT\n',
      '  payer commercial\n',
      '  payer medicare\n  discipline PT\n',
    );
    const [medicare, commercial] = two.claimDays;
    assert.deepEqual(
      [medicare!.payer.name, medicare!.discipline, medicare!.unitRule, medicare!.unitRuleKnown],
      ['medicare', 'PT', 'cms', true],
    );
    assert.deepEqual(
      [commercial!.payer.name, commercial!.discipline, commercial!.unitRule, commercial!.unitRuleKnown],
      ['commercial', undefined, 'midpoint', false],
    );
    assert.deepEqual(
      medicare!.claims.map(({ units }) => units),
      [1, 3],
    );
    assert.deepEqual(
      commercial!.claims.map(({ units }) => units),
      [2],
    );
    assert.deepEqual([medicare!.sessions.length, commercial!.sessions.length], [2, 1]);
    assert.deepEqual([medicare!.units.total, commercial!.units.total], [20, 10]);
    for (const encounter of two.encounters)
      assert.equal(two.claimDayOf(encounter).encounters.includes(encounter), true);
    assert.equal(two.claimDayOf(two.encounters[1]!), commercial);
    const one = of('', '');
    assert.equal(one.claimDayOf(one.encounters[1]!), one.claimDays[0]);
    assert.equal(one.claimDays, one.claimDays);
  });

  it('leave out what cannot be judged', () => {
    const text = `${HEAD}  payer medicare\n  10 min 97011\n  10 min 97110\n  bill 97011\n  bill 97110\n${HEAD}  payer tricare\n`;
    const parted = dayOf(encountersOf(text)).claimDays[0]!;
    assert.deepEqual([codesOf(parted.sessions), codesOf(parted.claims)], [['97110'], ['97110']]);
  });

  it('count sessions of timed codes: not group, not supervised, not an aide’s', () => {
    const one = day([
      '10 min 97110',
      '10 min 97112 group',
      '10 min 97140 supervised',
      '10 min 97530 by aide',
      '10 min 97010',
      '10 min 97161',
      '10 min 97035',
      'bill 97110',
      'bill 97161',
      'bill 97035 ?',
      'bill 97140',
    ]).claimDays[0]!;
    assert.deepEqual(codesOf(one.timedSessions), ['97110', '97035']);
    assert.deepEqual(codesOf(one.timedLines), ['97110', '97140']);
    assert.equal(one.timedSessions, one.timedSessions);
    assert.equal(one.timedLines, one.timedLines);
    assert.deepEqual([one.units.total, one.units.rule, one.unitsByOtherRule.rule], [20, 'midpoint', 'cms']);
    assert.deepEqual(
      [one.unitsByOtherRule.total, one.units, one.unitsByOtherRule],
      [20, one.units, one.unitsByOtherRule],
    );
    assert.equal(one.pools, one.pools);
  });

  it('know their minutes where every one that a unit could rest on can be read', () => {
    const known = (...lines: string[]) => day(lines).claimDays[0]!.minutesKnown;
    assert.equal(known('10 min 97110'), true);
    assert.equal(known('9:75-10:00 97110', '10 min 97140'), false);
    assert.equal(known('10 min 97110 whatever'), false);
    assert.equal(known('10 min what'), false);
    assert.equal(known('9:75-10:00 97010', '10 min 97010 whatever'), true);
    assert.equal(known(), true);
    const [a, b] = dayOf(
      encountersOf(`${HEAD}  payer medicare\n  9:75-10:00 97110\n${HEAD}  payer tricare\n  10 min 97110\n`),
    ).claimDays;
    assert.deepEqual([a!.minutesKnown, b!.minutesKnown], [false, true]);
  });

  it('total as the worked case does: 33 minutes and 7 are 40, three units', () => {
    const one = dayOf(
      encountersOf(
        `payer medicare\n${HEAD}  11:00-11:33 97110\n  11:33-11:40 97140\n  bill 97110-GP x2\n  bill 97140-GP x1\n`,
      ),
    ).claimDays[0]!;
    assert.deepEqual([one.units.total, one.units.allowed], [40, 3]);
    assert.deepEqual(
      one.pools.map(({ code: of, minutes, whole, left }) => [of.text, minutes, whole, left]),
      [
        ['97110', 33, 2, 3],
        ['97140', 7, 0, 7],
      ],
    );
    assert.deepEqual(
      one.lineUnits.map(({ billed, supported }) => [billed, supported]),
      [
        [2, 2],
        [1, 1],
      ],
    );
    // By the midpoint rule 7 minutes are none.
    assert.deepEqual([one.unitsByOtherRule.rule, one.unitsByOtherRule.allowed], ['midpoint', 2]);
    assert.deepEqual(
      one.lineUnitsByOtherRule.map(({ billed, supported }) => [billed, supported]),
      [
        [2, 2],
        [1, 0],
      ],
    );
    assert.deepEqual([one.lineUnits, one.lineUnitsByOtherRule], [one.lineUnits, one.lineUnitsByOtherRule]);
    assert.equal(one.lineUnits, one.lineUnits);
    assert.equal(one.lineUnitsByOtherRule, one.lineUnitsByOtherRule);
    assert.equal(one.units, one.units);
    assert.equal(one.unitsByOtherRule, one.unitsByOtherRule);
  });

  it('count 97129 and 97130 as one', () => {
    const one = day(['20 min 97129', '30 min 97130', '15 min 97110']).claimDays[0]!;
    assert.deepEqual(
      one.pools.map(({ code: of, minutes, sessions: own }) => [of.text, minutes, own.length]),
      [
        ['97129', 50, 2],
        ['97110', 15, 1],
      ],
    );
  });
});

describe('the same hands', () => {
  const same = (a: string, b: string) => {
    const [x, y] = encountersOf(`encounter 2026-03-03 patient A\n${a}encounter 2026-03-03 patient A\n${b}`);
    assert.equal(sameHands(x!, x!), true);
    assert.equal(sameHands(y!, x!), sameHands(x!, y!));
    return sameHands(x!, y!);
  };
  const R = '  clinician "R"\n';
  const S = '  clinician "S"\n';
  const PT = '  discipline PT\n';
  const OT = '  discipline OT\n';

  it('are one payer’s, and one clinician’s or one discipline’s', () => {
    assert.equal(same('', ''), true);
    assert.equal(same('  payer medicare\n', '  payer tricare\n'), false);
    assert.equal(same(`${R}  payer medicare\n`, `${R}  payer tricare\n`), false);
    assert.equal(same(R + PT, R + OT), true);
    assert.equal(same(R + PT, S + PT), true);
    assert.equal(same(R + PT, S + OT), false);
    assert.equal(same(R + PT, S), true);
    assert.equal(same(PT, OT), false);
  });
});

describe('a clinician-day', () => {
  it('holds the sessions of one giver whose code can be judged', () => {
    const encounters = encountersOf(
      'clinician "R"\nencounter 2026-03-03 patient A\n  10 min 97110\n  10 min 97112 by assistant "M"\n  10 min 97011\nencounter 2026-03-03 patient B\n  10 min 97140\n',
    );
    const of = (giver: string) => codesOf(new ClinicianDay(giver, 20260303, encounters, settings).sessions);
    assert.deepEqual([of('R'), of('M'), of('S')], [['97110', '97140'], ['97112'], []]);
  });

  it('knows the group of a session', () => {
    const encounters = encountersOf(
      'clinician "R"\nencounter 2026-03-03 patient A\n  09:00-09:15 97150\n  09:15-09:30 97110\nencounter 2026-03-03 patient B\n  09:00-09:15 97150\n',
    );
    const own = new ClinicianDay('R', 20260303, encounters, settings);
    assert.equal(own.groups.length, 1);
    assert.equal(own.groups, own.groups);
    for (const { sessions: all } of encounters) assert.equal(own.groupOf(all[0]!), own.groups[0]);
    assert.equal(own.groupOf(encounters[0]!.sessions[1]!), undefined);
    assert.equal(own.shared, own.shared);
  });
});

describe('a group', () => {
  /** Each group as the patients of its sessions, with its sizes: stated, on file, taken. */
  const groups = (...lines: string[]) => {
    const encounters = encountersOf(
      lines
        .map((line) => {
          const [, id = '', rest = ''] = /^(\S+) (.*)$/.exec(line)!;
          return `encounter 2026-03-03${id === '?' ? '' : ` patient ${id}`}\n  ${rest}\n`;
        })
        .join(''),
    );
    return groupsOf(encounters.flatMap((encounter) => encounter.sessions)).map((group) => [
      group.sessions.map(({ encounter }) => encounter.patient ?? '?').join(''),
      group.statedSize,
      group.sizeOnFile,
      group.size,
    ]);
  };

  it('is of those whose times overlap, directly or through one another', () => {
    assert.deepEqual(groups('A 09:00-09:15 97150', 'B 09:00-09:15 97150'), [['AB', 0, 2, 2]]);
    assert.deepEqual(groups('A 09:00-09:15 97150', 'B 09:15-09:30 97150'), [
      ['A', 0, 1, 1],
      ['B', 0, 1, 1],
    ]);
    assert.deepEqual(groups('A 09:00-09:20 97150', 'B 09:30-09:50 97150', 'C 09:15-09:40 97150'), [['ABC', 0, 2, 2]]);
    assert.deepEqual(groups('A 09:00-10:00 97150', 'B 09:05-09:10 97150', 'C 09:50-10:10 97150'), [['ABC', 0, 2, 2]]);
    assert.deepEqual(groups('C 09:10-09:20 97150', 'A 09:00-09:15 97150', 'B 11:00-11:15 97150'), [
      ['CA', 0, 2, 2],
      ['B', 0, 1, 1],
    ]);
    assert.deepEqual(groups('A 00:00-00:15 97150', 'B 00:00-00:15 97150'), [['AB', 0, 2, 2]]);
    assert.deepEqual(
      groups('A 09:00-09:30 97150', 'B 09:00-09:10 97150', 'C 09:10-09:20 97150', 'D 09:20-09:40 97150'),
      [['ABCD', 0, 2, 2]],
    );
  });

  it('is of one code, and of group sessions alone', () => {
    assert.deepEqual(groups('A 09:00-09:15 97150', 'B 09:00-09:15 90853', 'C 09:00-09:15 97150'), [
      ['AC', 0, 2, 2],
      ['B', 0, 1, 1],
    ]);
    assert.deepEqual(groups('A 09:00-09:15 97110', 'B 09:00-09:15 97150 one-on-one'), []);
    assert.deepEqual(groups('A 09:00-09:15 97110 group of 3', 'B 09:00-09:15 97110 group'), [['AB', 3, 2, 3]]);
    assert.deepEqual(groups('A 09:00-09:15 97999 group', 'B 9:75-10:00 97150'), []);
  });

  it('without times is of those that name one activity; none named, each by itself', () => {
    assert.deepEqual(
      groups(
        'A 15 min 97150 "Ball"',
        'B 15 min 97150 "Mat"',
        'C 20 min 97150 "Ball"',
        'D 15 min 97150',
        'E 15 min 97150',
      ),
      [
        ['D', 0, 1, 1],
        ['E', 0, 1, 1],
        ['AC', 0, 2, 2],
        ['B', 0, 1, 1],
      ],
    );
    assert.deepEqual(groups('A 15 min 97150 "Ball"', 'B 09:00-09:15 97150 "Ball"'), [
      ['B', 0, 1, 1],
      ['A', 0, 1, 1],
    ]);
  });

  it('counts each patient once, and one whose id cannot be read by itself', () => {
    assert.deepEqual(groups('A 09:00-09:15 97150', 'A 09:05-09:15 97150', 'B 09:00-09:15 97150'), [['AAB', 0, 2, 2]]);
    assert.deepEqual(groups('? 09:00-09:15 97150', '? 09:00-09:15 97150'), [['??', 0, 2, 2]]);
    assert.deepEqual(groups('A 15 min 97150 "B"', 'A 15 min 97150 "B"', '? 15 min 97150 "B"'), [['AA?', 0, 2, 2]]);
    const encounters = encountersOf(
      'encounter 2026-03-03 patient A\n  15 min 97150 "B"\nencounter 2026-03-03 patient A\n  15 min 97150 "B"\n',
    );
    const [group] = groupsOf(encounters.flatMap((encounter) => encounter.sessions));
    assert.deepEqual(group!.members, [encounters[0]]);
    assert.equal(group!.code.text, '97150');
  });

  it('has the largest size that is stated, else the most patients in one minute', () => {
    assert.deepEqual(groups('A 09:00-09:15 97150 group of 3', 'B 09:00-09:15 97150 group of 5'), [['AB', 5, 2, 5]]);
    assert.deepEqual(groups('A 09:00-09:15 97150 group of 1', 'B 09:00-09:15 97150'), [['AB', 1, 2, 1]]);
  });
});
