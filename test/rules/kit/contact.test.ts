/** Code against contact: which of them cannot both be right, and when a group may be made of it. */

import assert from 'node:assert/strict';
import type { PatientDay } from '../../../server/src/model/patient-day';
import {
  aboutFault,
  ContactFault,
  contactFault,
  faultyCodes,
  groupInstead,
  inGroup,
  relatedLines,
} from '../../../server/src/rules/kit/contact';
import { applyEdits } from '../../support/markers';
import { patientDay } from '../../support/patient-day';

const HEAD = 'encounter 2026-03-03 patient A\n';
const FIELDS = ['clinician "R. Ortiz"', 'discipline PT', 'payer medicare'];
const visit = (lines: readonly string[], fields = FIELDS) =>
  `${HEAD}${[...fields, ...lines].map((line) => `  ${line}\n`).join('')}`;
const dayOf = (...lines: string[]) => patientDay(visit(lines));

describe('code and contact', () => {
  const cases: [line: string, fault: ContactFault][] = [
    ['97110', ContactFault.None],
    ['97110 group of 4', ContactFault.OneOnOneInGroup],
    ['97110 group of 1', ContactFault.OneOnOneInGroup],
    ['97110 supervised', ContactFault.AttendanceMissing],
    ['97112 group', ContactFault.OneOnOneInGroup],
    ['97129 group of 2', ContactFault.NotForGroups],
    ['97140 group of 2', ContactFault.NotForGroups],
    ['97035 group of 2', ContactFault.NotForGroups],
    ['97012 group of 2', ContactFault.NotForGroups],
    ['97012 supervised', ContactFault.None],
    ['97012', ContactFault.None],
    ['97012 one-on-one', ContactFault.None],
    ['97035 supervised', ContactFault.AttendanceMissing],
    ['97161 group of 2', ContactFault.NotForGroups],
    ['97161 supervised', ContactFault.AttendanceMissing],
    ['90791 group of 2', ContactFault.NotForGroups],
    ['90834 group of 2', ContactFault.NotForGroups],
    ['97150', ContactFault.None],
    ['97150 group of 2', ContactFault.None],
    ['97150 group of 1', ContactFault.GroupCodeOneOnOne],
    ['97150 one-on-one', ContactFault.GroupCodeOneOnOne],
    ['97150 supervised', ContactFault.AttendanceMissing],
    ['90853 one-on-one', ContactFault.GroupCodeOneOnOne],
    ['90853 group of 1', ContactFault.GroupCodeOneOnOne],
    ['92508 one-on-one', ContactFault.GroupCodeOneOnOne],
    ['92508 group of 1', ContactFault.GroupCodeOneOnOne],
    ['90849 one-on-one', ContactFault.GroupCodeOneOnOne],
    ['90849 group of 1', ContactFault.GroupCodeOneOnOne],
    ['92526 group of 3', ContactFault.None],
    ['97545 group of 3', ContactFault.None],
    ['97550 supervised', ContactFault.None],
    ['92507 group of 2', ContactFault.NotForGroups],
    ['92507', ContactFault.None],
    ['98941 group of 2', ContactFault.NotForGroups],
    ['98941', ContactFault.None],
    ['97552 one-on-one', ContactFault.None],
    ['97552 group of 1', ContactFault.None],
    ['99999 group of 2', ContactFault.None],
    ['99213 group of 2', ContactFault.None],
    ['97001 group of 2', ContactFault.None],
    ['97150 group of two', ContactFault.None],
  ];
  for (const [line, fault] of cases)
    it(`${line}: ${ContactFault[fault]}`, () =>
      assert.equal(contactFault(dayOf(`15 min ${line}`).encounters[0]!.sessions[0]!), fault));

  it('are said once a code, with all its sessions', () => {
    const day = dayOf('15 min 97110 group of 4', '15 min 97112 group', '15 min 97110', '10 min 97110 group of 4');
    const found = faultyCodes(day, ContactFault.OneOnOneInGroup);
    assert.deepEqual(
      found.map(({ code, first, sessions }) => [code.text, first.line, sessions.map(({ line }) => line)]),
      [
        ['97110', 4, [4, 7]],
        ['97112', 5, [5]],
      ],
    );
    assert.deepEqual(faultyCodes(day, ContactFault.GroupCodeOneOnOne), []);
    assert.equal(inGroup(day.sessions[0]!), 'in a group of 4');
    assert.equal(inGroup(day.sessions[1]!), 'in a group');
  });

  const about = (code: string, ...lines: string[]) => {
    const day = dayOf(`15 min ${code} group of 2`, ...lines);
    const session = day.sessions[0]!;
    const one = { code: session.code!, first: session, sessions: [session] };
    return aboutFault(day, one).map((part) => part.line - 3);
  };

  it('are about the lines of the code, and of the group code that it should have been', () => {
    assert.deepEqual(about('97110', 'bill 97110', 'bill 97150', 'bill 97112'), [1, 2, 3]);
    assert.deepEqual(about('97542', 'bill 97150'), [1, 2]);
    assert.deepEqual(about('97750', 'bill 97150'), [1]);
    assert.deepEqual(about('97129', 'bill 97150'), [1, 2]);
    assert.deepEqual(about('90834', 'bill 90853', 'bill 97150'), [1, 2]);
    assert.deepEqual(about('92507', 'bill 97150', 'bill 92508'), [1, 3]);
    assert.deepEqual(about('97012', 'bill 97150', 'bill G0283'), [1]);
  });

  it('but not of a group code that has sessions of its own', () => {
    assert.deepEqual(about('97110', '15 min 97150 group of 2', 'bill 97110', 'bill 97150'), [1, 3]);
  });

  it('name the lines that bill the code', () => {
    const day = dayOf('15 min 97110 group of 2', 'bill 97110-GP x2', 'bill 97112-GP x1');
    const [line] = relatedLines(day, day.sessions[0]!.code!);
    assert.deepEqual([line!.message, line!.place.line], ['97110-GP x2 is billed here', 5]);
    assert.equal(relatedLines(day, day.sessions[0]!.code!).length, 1);
  });
});

describe('a group made of one-on-one codes', () => {
  const MEANT = new Set(['97110', '97112']);
  function made(text: string, day: PatientDay = patientDay(text)): string[] {
    const first = day.sessions.find((session) => session.isGroup && MEANT.has(session.code!.text))!;
    const [fix] = groupInstead(day, first, (code) => MEANT.has(code.text));
    if (!fix) return [];
    assert.equal(fix.safe, false);
    const after = applyEdits(text, fix.edits).split('\n');
    return [
      fix.title.replace(/: you state.*/, ''),
      ...after
        .slice(4)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ];
  }
  const of = (...lines: string[]) => made(visit(lines));
  const SESSION = '09:00-09:30 97110 group of 4';
  const GROUP = '09:00-09:30 97150 group of 4';

  it('changes session and line together', () => {
    assert.deepEqual(of(SESSION, 'bill 97110-GP x2'), ['Change 97110 to 97150 x1', GROUP, 'bill 97150-GP x1']);
    assert.deepEqual(of(SESSION), ['Change 97110 to 97150', GROUP]);
    assert.deepEqual(of(SESSION, 'bill 97110-59-GP-KX'), ['Change 97110 to 97150 x1', GROUP, 'bill 97150-GP-KX']);
  });

  it('keeps one line of several, and none beside 97150', () => {
    assert.deepEqual(of(SESSION, '09:30-10:00 97112 group of 4', 'bill 97110-GP x2', 'bill 97112-GP x2'), [
      'Change 97110 and 97112 to 97150 x1',
      GROUP,
      '09:30-10:00 97150 group of 4',
      'bill 97150-GP x1',
    ]);
    assert.deepEqual(of(SESSION, '10:00-10:30 97150 group of 4', 'bill 97110-GP x2', 'bill 97150-GP x1'), [
      'Change the 97110 session to 97150 and remove the 97110 line',
      GROUP,
      '10:00-10:30 97150 group of 4',
      'bill 97150-GP x1',
    ]);
  });

  it('is not offered where the day holds what only the coder can decide', () => {
    assert.deepEqual(of(SESSION, '10:00-10:15 9711', 'bill 97110'), [], 'a session that cannot be read');
    assert.deepEqual(of(SESSION, 'bill 97110', 'bill 9711'), [], 'a line that cannot be read');
    assert.deepEqual(of(`${SESSION} ,,`, 'bill 97110'), [], 'a session that breaks off');
    assert.deepEqual(of(SESSION, 'bill 97110 x'), [], 'a line that breaks off');
    assert.deepEqual(of('09:00-09:30 97110 group of 1', 'bill 97110'), [], 'a group of 1');
    assert.deepEqual(of(`${SESSION} by aide`, 'bill 97110'), [], 'an aide');
    assert.deepEqual(of(SESSION, '09:10-09:20 97140', 'bill 97110'), [], 'the same minutes');
    assert.deepEqual(of(SESSION, '09:10-09:20 97012', 'bill 97110').length, 4, 'of a modality by itself they are not');
    assert.deepEqual(of(SESSION, '09:30-10:00 97110', 'bill 97110 x4'), [], 'some of it was one-on-one');
    assert.deepEqual(of(SESSION, '10:00-10:30 97150 group of 2', 'bill 97110'), [], 'a group that was left unbilled');
    assert.deepEqual(of(SESSION, '10:00-10:15 97140', 'bill 97110', 'bill 97140'), [], 'a pair to be told apart');
    assert.equal(of(SESSION, '10:00-10:15 97140', 'bill 97110', 'bill 97140-59').length, 5, 'one that is');
    assert.equal(of(SESSION, '10:00-10:15 97035', 'bill 97110', 'bill 97035').length, 5, 'no pair');
    assert.deepEqual(of(SESSION, '10:00-10:15 97035', 'bill 97110', 'bill 97035 x'), [], 'another line breaks off');
  });

  it('an assistant’s where the lines say so', () => {
    const assistant = `${SESSION} by assistant "M. Lee, PTA"`;
    assert.deepEqual(of(assistant, 'bill 97110-GP'), []);
    assert.equal(of(assistant, 'bill 97110-GP-CQ').length, 3);
    assert.equal(of(assistant, 'bill 97110-GO-CO').length, 3);
    assert.equal(of(assistant).length, 2, 'nothing is billed');
    assert.equal(of(assistant, 'bill 97110-GP-GY').length, 3, 'no CQ on what is not covered');
    assert.deepEqual(of(assistant, 'bill 97110-GP-CQ', 'bill 97110-GP'), [], 'on each of them');
    const other = made(visit([assistant, 'bill 97110'], ['clinician "R. Ortiz"', 'payer commercial', '# -']));
    assert.equal(other.length, 3, 'another payer asks for none');
  });

  it('by one’s hands, in one file, and where the giver has no other patient', () => {
    const two = (fields: string[]) =>
      visit([SESSION, 'bill 97110']) + visit(['10:00-10:30 97112 group of 4', 'bill 97112'], fields);
    assert.ok(made(two(FIELDS)).length > 0);
    assert.deepEqual(made(two(['clinician "S. Kim"', 'discipline OT', 'payer medicare'])), []);
    const files = [visit([SESSION, 'bill 97110']), visit(['10:00-10:30 97112 group of 4', 'bill 97112'])];
    assert.deepEqual(made(files[0]!, patientDay(files)), []);
    const busy = `${visit([SESSION, 'bill 97110'])}${visit(['09:10-09:25 97140']).replace('patient A', 'patient B')}`;
    assert.deepEqual(made(busy), []);
  });

  it('takes no two last lines without a break', () => {
    const two = visit([SESSION, '09:30-10:00 97112 group of 4', 'bill 97110-GP x2', 'bill 97112-GP x2']);
    assert.ok(made(two).length > 0);
    assert.deepEqual(made(two.slice(0, -1)), []);
    assert.ok(made(`${two}  P: Go on.`).length > 0);
    assert.deepEqual(made(visit([SESSION, 'bill 97110-GP']).slice(0, -1)), [
      'Change 97110 to 97150 x1',
      GROUP,
      'bill 97150-GP',
    ]);
  });
});
