/** Sizes of groups and the record of them: to whom they are said, and where empty lines to fill in go. */

import assert from 'node:assert/strict';
import { builtInPayer, PayerTable } from '../../../server/src/model/payer';
import type { Settings } from '../../../server/src/model/settings';
import {
  addEmptyGoal,
  addEmptyNotes,
  eachGroupRecord,
  hasNoteText,
  isBilled,
  isWritten,
  sourcesOfRecord,
} from '../../../server/src/rules/kit/group-record';
import {
  firstOfEach,
  largestQuietGroup,
  psychotherapyGroupMost,
  reportLarger,
  sizeSaid,
  therapyGroupMost,
} from '../../../server/src/rules/kit/group-size';
import { Label } from '../../../server/src/syntax/kinds';
import { applyEdits } from '../../support/markers';
import { patientDay } from '../../support/patient-day';

const HEAD = 'encounter 2026-03-03 patient A\n';
const dayOf = (...lines: string[]) => patientDay(HEAD + lines.map((line) => `  ${line}\n`).join(''));

describe('the record of a group', () => {
  it('is asked for by the page of its code, else by the manual', () => {
    const of = (code: string) => sourcesOfRecord(dayOf(`bill ${code}`).claims[0]!.code!);
    assert.deepEqual(['97150', '90853', '92508', '97552', '97530'].map(of), [
      ['cpt97150-2026'],
      ['psych-90853'],
      ['bpm15'],
      ['bpm15'],
      ['bpm15'],
    ]);
  });

  const asked = (...lines: string[]) => {
    const found: number[] = [];
    eachGroupRecord(dayOf(...lines), (_, session) => found.push(session.line));
    return found;
  };

  it('is asked of a billed group session, the first of its encounter', () => {
    assert.deepEqual(asked('30 min 97150 group of 2', 'bill 97150'), [1]);
    assert.deepEqual(asked('15 min 97110', '30 min 97150', '30 min 97150', 'bill 97150', 'bill 97110'), [2]);
    assert.deepEqual(asked('30 min 97150 group of 2', 'bill 97110'), []);
    assert.deepEqual(asked('30 min 97150 one-on-one', 'bill 97150'), []);
    assert.deepEqual(asked('15 min 97110 group of 2', 'bill 97110', 'bill 97150'), []);
    assert.deepEqual(asked('30 min 92526 group of 2', 'bill 92526'), [1]);
    assert.deepEqual(asked('30 min 97110', 'bill 97110'), []);
    assert.deepEqual(asked('30 min 9715', '30 min 97150', 'bill 97150'), [2]);
  });

  it('of each encounter of the day, whichever bills it', () => {
    const text = `${HEAD}  30 min 97150 group of 2\n${HEAD}  30 min 97150 group of 2\n  bill 97150\n`;
    let count = 0;
    eachGroupRecord(patientDay(text), () => count++);
    assert.equal(count, 2);
    const day = dayOf('15 min 97014', 'bill G0283');
    assert.equal(isBilled(day, day.sessions[0]!.code!), true);
    assert.equal(isBilled(dayOf('bill 97110'), day.sessions[0]!.code!), false);
  });

  it('is written where a note has something behind its label', () => {
    const [encounter] = dayOf('O: Took part.', 'A:', 'S:   ').encounters;
    assert.deepEqual(
      [Label.O, Label.A, Label.S, Label.P].map((label) => isWritten(encounter!, label)),
      [true, false, false, false],
    );
    assert.equal(hasNoteText(encounter!), true);
    assert.equal(hasNoteText(dayOf('A:').encounters[0]!), false);
    assert.equal(hasNoteText(dayOf('15 min 97110').encounters[0]!), false);
  });

  const filled = (text: string, ...labels: (Label.O | Label.A | Label.P)[]) => {
    const [fix] = addEmptyNotes(patientDay(text).encounters[0]!, labels);
    return fix && [fix.title, applyEdits(text, fix.edits)];
  };

  it('gets those notes that it does not have, below its last line', () => {
    const text = `${HEAD}    15 min 97150\n    bill 97150\n`;
    assert.deepEqual(filled(text, Label.O, Label.A), ['Add O: A: to fill in', `${text}    O:\n    A:\n`]);
    assert.deepEqual(filled(`${text}    O:\n`, Label.O, Label.A), ['Add A: to fill in', `${text}    O:\n    A:\n`]);
    assert.equal(filled(`${text}    O:\n`, Label.O), undefined);
    const noted = `${HEAD}  15 min 97150\n    O: Took part\n      in all of it.\n`;
    assert.deepEqual(filled(noted, Label.A), ['Add A: to fill in', `${noted}    A:\n`]);
  });

  it('above blank lines and remarks that stand below it, and as its first line is indented', () => {
    const text = `${HEAD}\t15 min 97150\n`;
    const tail = '\n   \n  # a remark\n# another\n';
    assert.deepEqual(filled(`${text}${tail}`, Label.P)![1], `${text}\tP:\n${tail}`);
    assert.equal(
      filled(`${HEAD}   bill 97150\n     15 min 97150\n`, Label.P)![1],
      `${HEAD}   bill 97150\n     15 min 97150\n   P:\n`,
    );
    assert.equal(
      filled(`${HEAD}     15 min 97150\n   bill 97150\n`, Label.P)![1],
      `${HEAD}     15 min 97150\n   bill 97150\n     P:\n`,
    );
    assert.equal(filled(`${HEAD}   bill 97150\n`, Label.P)![1], `${HEAD}   bill 97150\n   P:\n`);
    assert.equal(filled(HEAD, Label.P)![1], `${HEAD}  P:\n`);
    assert.equal(filled(`${text}payer tricare\n`, Label.P)![1], `${text}\tP:\npayer tricare\n`);
    assert.equal(filled(`${HEAD}\n`, Label.P)![1], `${HEAD}  P:\n\n`);
    const two = `${HEAD}  S: One.\n    O: Two.\n`;
    assert.equal(filled(two, Label.P)![1], `${two}  P:\n`);
  });

  it('gets a goal line above the session, where it has none', () => {
    const goal = (text: string) => {
      const [encounter] = patientDay(text).encounters;
      const [fix] = addEmptyGoal(encounter!, encounter!.sessions[0]!);
      return fix && applyEdits(text, fix.edits);
    };
    assert.equal(goal(`${HEAD}    15 min 97150\n`), `${HEAD}    goal none\n    15 min 97150\n`);
    assert.equal(goal(`${HEAD}  goal none\n  15 min 97150\n`), undefined);
  });
});

describe('the size of a group', () => {
  const plan = { ...builtInPayer('Blue Plan'), groupSizeMost: 4, psychotherapyGroupSizeMost: 8 };
  const settings: Partial<Settings> = { payers: new PayerTable(new Map([['Blue Plan', plan]])) };

  it('is quiet up to 6 of 97150 and 12 of 90853, or what the payer sets', () => {
    const payer = builtInPayer('medicare');
    const code = (text: string) => dayOf(`15 min ${text}`).sessions[0]!.code!;
    assert.deepEqual([therapyGroupMost({ payer }), therapyGroupMost({ payer: plan })], [6, 4]);
    assert.deepEqual([psychotherapyGroupMost({ payer }), psychotherapyGroupMost({ payer: plan })], [12, 8]);
    assert.deepEqual(
      ['97150', '90853', '92508'].map((text) => largestQuietGroup(code(text), payer)),
      [6, 12, Number.POSITIVE_INFINITY],
    );
    assert.deepEqual(
      ['97150', '90853'].map((text) => largestQuietGroup(code(text), plan)),
      [4, 8],
    );
  });

  const member = (patient: string, session: string, payer = 'commercial') =>
    `encounter 2026-03-03 patient ${patient}\n  clinician "R. Ortiz"\n  payer ${payer}\n  ${session}\n`;
  const clinicianDay = (...members: string[]) => patientDay(members.join(''), settings).clinicianDay('R. Ortiz')!;
  const TIME = '09:00-09:30 97150';

  function told(...members: string[]) {
    const found: string[] = [];
    reportLarger(
      clinicianDay(...members),
      97150,
      therapyGroupMost,
      (group, encounter, most) => ({ severity: 'info', message: `${encounter.patient}: ${sizeSaid(group)}, ${most}` }),
      (encounter, _, draft) => {
        assert.deepEqual(
          draft.about!.map((one) => one.encounter),
          [encounter],
        );
        found.push(
          [
            draft.message,
            ...draft.related!.map(
              ({ message, home, place }) => `${message} (${home.lineText(0).slice(-1)}:${place.line})`,
            ),
          ].join('; '),
        );
      },
    );
    return found;
  }

  it('is said to each member whose payer takes fewer', () => {
    assert.deepEqual(told(member('A', `${TIME} group of 6`)), []);
    assert.deepEqual(told(member('A', `${TIME} group of 7`)), ['A: group of 7, 6']);
    assert.deepEqual(told(member('A', `${TIME} group of 5`), member('B', `${TIME} group of 5`, '"Blue Plan"')), [
      'B: group of 5, 4',
    ]);
    assert.deepEqual(told(member('A', `${TIME} group of 6`), member('B', `${TIME} group of 6`, '"Blue Plan"')), [
      'B: group of 6, 4',
    ]);
    assert.deepEqual(told(member('A', `${TIME} group of 4`, '"Blue Plan"')), []);
    assert.deepEqual(told(member('A', '09:00-09:30 90853 group of 20')), [], 'another code');
  });

  it('once to a patient, with where it is stated if that is elsewhere', () => {
    assert.deepEqual(
      told(member('A', `${TIME} group of 7`), member('A', '09:10-09:20 97150 group of 7'), member('B', TIME)),
      ['A: group of 7, 6', 'B: group of 7, 6; group of 7 is stated here (A:3)'],
    );
    assert.deepEqual(told(member('A', `${TIME} group of 3`), member('B', `${TIME} group of 8`)), [
      'A: group of 8, 6; group of 8 is stated here (B:3)',
      'B: group of 8, 6',
    ]);
  });

  it('is counted on file where none is stated', () => {
    const members = [...'ABCDEFG'].map((patient) => member(patient, TIME));
    assert.equal(told(...members.slice(0, 6)).length, 0);
    assert.deepEqual(told(...members).slice(0, 2), ['A: 7 members on file, 6', 'B: 7 members on file, 6']);
    assert.equal(told(...members).length, 7);
  });

  it('members without an id are each one by itself', () => {
    const day = clinicianDay(member('A', TIME), member('A', TIME), member('', TIME), member('', TIME));
    assert.equal(firstOfEach(day.groups.flatMap(({ sessions }) => sessions)).length, 3);
  });
});
