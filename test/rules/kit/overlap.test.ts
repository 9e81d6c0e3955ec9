/** Minutes that cannot be shared: which sessions count, who shares how many, and what a fix would bring into play. */

import assert from 'node:assert/strict';
import type { Session } from '../../../server/src/model/encounter';
import { isElsewhere, isWithAnother } from '../../../server/src/rules/kit/elsewhere';
import {
  aboutSessions,
  attentionOf,
  codeAndTime,
  coveredMinutes,
  eachOverlap,
  inOrderOf,
  isGroupTreatment,
  isModality,
  isWithoutPatient,
  linesOfSessions,
  MOST_AT_ONCE,
  putUnder,
  relatedTimes,
  removableLine,
  sharedMinutes,
  staysInPlay,
  takesAttention,
} from '../../../server/src/rules/kit/overlap';
import { patientDay } from '../../support/patient-day';

const visit = (patient: string, lines: readonly string[]) =>
  `encounter 2026-03-03 patient ${patient}\n${['clinician "R. Ortiz"', 'payer commercial', ...lines].map((line) => `  ${line}\n`).join('')}`;
const dayOf = (...lines: string[]) => patientDay(visit('A', lines));
const sessionsOf = (...lines: string[]) => dayOf(...lines).encounters[0]!.sessions;
const session = (line: string) => sessionsOf(line)[0]!;

describe('sessions that take the giver’s attention', () => {
  const cases: [line: string, takes: boolean][] = [
    ['09:00-09:15 97110', true],
    ['00:00-00:15 97110', true],
    ['15 min 97110', false],
    ['09:00-09:15 97012', false],
    ['09:00-09:15 97012 one-on-one', true],
    ['09:00-09:15 97035', true],
    ['09:00-09:15 97110 by aide', false],
    ['09:00-09:15 97110 by student', true],
    ['09:00-09:15 97110 group of 2', false],
    ['09:00-09:15 97150 group of 2', true],
    ['09:00-09:15 97110 ,,', false],
    ['09:00-09:15 00000', false],
    ['09:00-09:15 97001', false],
  ];
  for (const [line, takes] of cases)
    it(`${line}: ${takes ? 'yes' : 'no'}`, () => assert.equal(takesAttention(session(line)), takes));

  it('of a giver’s day are those of known patients, by start', () => {
    const day = patientDay([
      visit('A', ['10:00-10:15 97110', '09:00-09:15 97112', '09:30-09:45 97012']),
      visit('B', ['09:20-09:25 97110']),
      'encounter 2026-03-03 patient\n  clinician "R. Ortiz"\n  09:05-09:10 97110\n',
    ]).clinicianDay('R. Ortiz')!;
    assert.deepEqual(
      attentionOf(day).map(({ start }) => start),
      [540, 560, 600],
    );
    assert.equal(attentionOf(day), attentionOf(day));
  });
});

describe('minutes that are shared', () => {
  const of = (...lines: string[]) => sessionsOf(...lines);

  it('by two: from the later start to the earlier end', () => {
    const shared = (a: string, b: string) => {
      const [one, two] = of(`${a} 97110`, `${b} 97112`);
      assert.equal(sharedMinutes(one!, two!), sharedMinutes(two!, one!));
      return sharedMinutes(one!, two!);
    };
    assert.equal(shared('09:00-09:15', '09:10-09:25'), 5);
    assert.equal(shared('09:00-10:00', '09:10-09:25'), 15);
    assert.equal(shared('09:00-09:15', '09:15-09:30'), 0);
    assert.equal(shared('09:00-09:15', '10:00-10:15'), 0);
  });

  it('with several: each minute once, in whatever order', () => {
    const covered = (...others: string[]) => {
      const [own, ...rest] = of('09:00-09:30 97110', ...others.map((time) => `${time} 97112`));
      return coveredMinutes(own!, rest);
    };
    assert.equal(covered(), 0);
    assert.equal(covered('09:25-09:40'), 5);
    assert.equal(covered('08:50-09:05'), 5);
    assert.equal(covered('09:10-09:20', '09:00-09:05'), 15);
    assert.equal(covered('09:00-09:20', '09:10-09:15', '09:18-09:25'), 25);
    assert.equal(covered('08:00-09:00', '09:30-10:00'), 0);
    assert.equal(covered('08:00-08:10', '09:10-09:20'), 10);
    assert.equal(covered('08:00-11:00'), 30);
  });

  it('are told to the one that starts later; of two that start together, to the one that is listed later', () => {
    const told = (...times: string[]) => {
      const all = of(...times.map((time) => `${time} 97110`));
      const found: string[] = [];
      eachOverlap(all, (earlier, later) => found.push(`${all.indexOf(earlier)}<${all.indexOf(later)}`));
      return found;
    };
    assert.deepEqual(told('09:10-09:25', '09:00-09:15'), ['1<0']);
    assert.deepEqual(told('09:00-09:15', '09:00-09:15'), ['0<1']);
    assert.deepEqual(told('09:00-09:15', '09:15-09:30'), []);
    assert.deepEqual(told('00:00-00:15', '00:10-00:20'), ['0<1']);
    assert.deepEqual(told('15 min', '15 min'), []);
    assert.deepEqual(told('09:00-10:00', '09:10-09:20', '09:30-09:40'), ['0<1', '0<2']);
    assert.deepEqual(told('09:00-09:30', '09:10-10:00', '09:20-09:25'), ['0<1', '0<2', '1<2']);
  });

  it('of hundreds at once, with the hundred that began last', () => {
    const told = (n: number) => {
      const all = of(...Array.from({ length: n }, () => '09:00-09:15 97110'));
      const found = new Map<Session, Session[]>();
      eachOverlap(all, (earlier, later) => putUnder(found, later, earlier));
      const last = found.get(all[n - 1]!)!;
      return [last.length, all.indexOf(last[0]!), all.indexOf(last[last.length - 1]!)];
    };
    assert.equal(MOST_AT_ONCE, 100);
    assert.deepEqual(told(100), [99, 0, 98]);
    assert.deepEqual(told(101), [100, 0, 99]);
    assert.deepEqual(told(102), [100, 1, 100]);
    assert.deepEqual(told(150), [100, 49, 148]);
  });

  it('are listed in the order of the file', () => {
    const all = of('09:00-09:15 97110', '09:00-09:15 97112', '09:00-09:15 97140');
    const [a, b, c] = all as [Session, Session, Session];
    assert.deepEqual(
      inOrderOf(
        all,
        new Map([
          [c, [b, a]],
          [a, [c, b]],
        ]),
      ),
      [
        [a, [b, c]],
        [c, [a, b]],
      ],
    );
  });
});

describe('kinds of sessions', () => {
  const code = (text: string) => session(`15 min ${text}`).code!;

  it('modalities: with someone there, and running by themselves', () => {
    for (const text of ['97032', '97035', '97012', '97010', 'G0283']) assert.equal(isModality(code(text)), true, text);
    for (const text of ['97110', '97150', '97161']) assert.equal(isModality(code(text)), false, text);
  });

  it('group treatment: 97150, 90853 and 92508, given to a group', () => {
    for (const text of ['97150', '90853', '92508']) {
      assert.equal(isGroupTreatment(session(`15 min ${text}`)), true, text);
      assert.equal(isGroupTreatment(session(`15 min ${text} one-on-one`)), false, text);
    }
    for (const text of ['97110 group of 2', '90849', '97110'])
      assert.equal(isGroupTreatment(session(`15 min ${text}`)), false);
  });

  it('without the patient: the family alone, and caregivers', () => {
    for (const text of ['90846', '97550', '97551', '97552']) assert.equal(isWithoutPatient(code(text)), true, text);
    for (const text of ['90847', '97542', '97545', '97546', '97750', '97755'])
      assert.equal(isWithoutPatient(code(text)), false, text);
  });

  it('in words', () => {
    assert.equal(codeAndTime(session('09:00-09:15 97110')), '97110, 09:00-09:15');
    assert.equal(codeAndTime(session('15 min 97110')), '97110, 15 min');
    const [said] = relatedTimes([session('09:00-09:15 97110')], codeAndTime);
    assert.deepEqual([said!.message, said!.place], ['97110, 09:00-09:15', { line: 3, start: 2, end: 13 }]);
  });
});

describe('what a finding of sessions is about', () => {
  it('the sessions, and the lines of their codes in the order of the file', () => {
    const day = dayOf(
      '09:00-09:15 97112',
      '09:10-09:25 97110',
      'bill 97110',
      'bill 97112',
      'bill 97110-59',
      'bill 97035',
    );
    const [a, b] = day.sessions;
    const lines = day.claims.slice(0, 3);
    assert.deepEqual(linesOfSessions(day, [a!, b!]), lines);
    assert.deepEqual(linesOfSessions(day, [b!, b!]), [lines[0], lines[2]]);
    assert.deepEqual(aboutSessions(day, [a!, b!]), [a, b, ...lines]);
  });

  it('no more than a hundred sessions, a hundred lines of a code, and two hundred in all', () => {
    const times = (n: number, line: string) => Array.from({ length: n }, () => line);
    const day = dayOf(
      ...times(150, '15 min 97110'),
      ...times(150, '15 min 97112'),
      ...times(150, 'bill 97110'),
      ...times(150, 'bill 97112'),
    );
    const [one, two] = [day.sessions[0]!, day.sessions[150]!];
    assert.equal(linesOfSessions(day, [one, two]).length, 200);
    assert.equal(aboutSessions(day, day.sessions).length, 200);
    assert.equal(aboutSessions(day, [one]).length, 151);
  });
});

describe('lines that are taken away', () => {
  const both = ['09:00-09:15 97110', '09:10-09:25 97112'];
  const stays = (removed: number[], ...lines: string[]) => {
    const day = dayOf(...lines);
    return staysInPlay(removed.map((at) => day.claims[at]!));
  };

  it('bring unbilled sessions into play where no line is left and minutes are shared', () => {
    assert.equal(stays([0], ...both, 'bill 97035'), false);
    assert.equal(stays([0], ...both, 'bill 97035', 'bill 97140'), true);
    assert.equal(stays([0, 1], ...both, 'bill 97035', 'bill 97140'), false);
    assert.equal(stays([0], '09:00-09:15 97110', '09:15-09:30 97112', 'bill 97035'), true);
    assert.equal(stays([0, 1], ...both, 'bill 97110', 'bill 97112'), true, 'they were in play before');
    assert.equal(stays([], ...both), true);
  });

  it('each by its own encounter', () => {
    const day = patientDay(visit('A', ['15 min 97140', 'bill 97140']) + visit('A', [...both, 'bill 97035']));
    assert.equal(staysInPlay(day.claims), false);
    assert.equal(staysInPlay(day.claims.slice(0, 1)), true);
  });

  const removable = (code: string, lines: string[], beside = '') => {
    const day = patientDay(beside === '' ? visit('A', lines) : [visit('A', lines), visit('A', [beside])]);
    const claim = day.claims.find((line) => line.code!.text === code)!;
    return removableLine(day, claim.code!, day.encounters[0]!) === claim;
  };

  it('alone: the only one of its code, in the file, with another line beside it and no add-on', () => {
    const lines = ['15 min 97110', '15 min 97112', 'bill 97110', 'bill 97112'];
    assert.equal(removable('97110', lines), true);
    assert.equal(removable('97110', [...lines, 'bill 97110-59']), false);
    assert.equal(removable('97110', ['15 min 97110', 'bill 97110']), false);
    assert.equal(removable('97110', ['bill 97110', 'bill 97112']), true, 'no session of it');
    assert.equal(removable('97035', lines, 'bill 97035'), false, 'in another file');
    assert.equal(removable('97110', lines, '15 min 97110'), false, 'that encounter has no line');
    assert.equal(removable('97545', ['120 min 97545', '15 min 97110', 'bill 97545', 'bill 97110']), true);
    assert.equal(removable('97545', ['120 min 97545', '60 min 97546', 'bill 97545', 'bill 97546']), false);
    assert.equal(removable('97110', ['bill 97110', 'bill 97545', 'bill 97546']), true);
    // The only line of an encounter whose sessions share minutes.
    const bare = patientDay(
      visit('A', ['15 min 97035', 'bill 97110']) + visit('A', ['09:00-09:15 97110', '09:10-09:25 97112', 'bill 97035']),
    );
    assert.equal(removableLine(bare, bare.claims[1]!.code!, bare.encounters[0]!), undefined);
  });
});

describe('a giver who has another patient', () => {
  const elsewhere = (own: string, other: string, patient = 'B') => {
    const day = patientDay(visit('A', [own]) + visit(patient, [other]));
    const first = day.encounters[0]!.sessions[0]!;
    return [isElsewhere(day, first), isWithAnother(day, first)];
  };

  it('in the same minutes, with attention', () => {
    assert.deepEqual(elsewhere('09:00-09:15 97110', '09:10-09:25 97112'), [true, true]);
    assert.deepEqual(elsewhere('09:00-09:15 97110', '09:15-09:30 97112'), [false, false]);
    assert.deepEqual(elsewhere('09:00-09:15 97110', '09:10-09:25 97012'), [false, false]);
    assert.deepEqual(elsewhere('09:00-09:15 97110', '09:10-09:25 97112', 'A'), [false, false]);
    assert.deepEqual(elsewhere('15 min 97110', '09:10-09:25 97112'), [false, false]);
    assert.deepEqual(elsewhere('09:00-09:15 97110', '15 min 97112'), [false, false]);
    assert.deepEqual(elsewhere('09:00-09:15 97110 by assistant "M. Lee"', '09:10-09:25 97112'), [false, false]);
  });

  it('a session that runs by itself is nowhere double-booked', () => {
    assert.equal(elsewhere('09:00-09:15 97012', '09:10-09:25 97112')[0], false);
  });

  it('nor are members of one group; another code’s group, or one patient and a group, are', () => {
    assert.deepEqual(elsewhere('09:00-09:30 97150 group of 2', '09:00-09:30 97150 group of 2'), [false, false]);
    assert.deepEqual(elsewhere('09:00-09:30 97150 group of 2', '09:00-09:30 92508 group of 2'), [true, false]);
    assert.deepEqual(elsewhere('09:00-09:30 97150 group of 2', '09:00-09:30 97110'), [true, true]);
    assert.deepEqual(elsewhere('09:00-09:30 97110', '09:00-09:30 97150 group of 2'), [true, false]);
    assert.deepEqual(elsewhere('09:00-09:30 97110', '09:00-09:30 97110'), [true, true]);
    assert.deepEqual(elsewhere('09:00-09:30 97110', '09:00-09:30 97110 group of 2'), [true, false]);
    assert.deepEqual(elsewhere('09:00-09:30 97110 group of 2', '09:00-09:30 97110'), [true, true]);
  });

  it('without a giver there is nobody to ask', () => {
    const day = patientDay('encounter 2026-03-03 patient A\n  09:00-09:15 97110\n');
    const first = day.sessions[0]!;
    assert.deepEqual([isElsewhere(day, first), isWithAnother(day, first)], [false, false]);
  });
});
