/** CQ and CO: the units of an assistant, from minutes to findings. */

import assert from 'node:assert/strict';
import { assistantUnits, type SharedMinutes, untimedIsAssistants } from '../../server/src/rules/kit/assistant';
import { check } from '../support/markers';

const by = (therapist: number, assistant: number): SharedMinutes => ({ therapist, assistant });

describe('assistant units of a timed code', () => {
  const cases: [what: string, therapist: number, assistant: number, billed: number, least: number, most: number][] = [
    ['all by the therapist', 30, 0, 2, 0, 0],
    ['all by the assistant', 0, 30, 2, 2, 2],
    ['OP-071: 23 and 13, two units', 13, 23, 2, 1, 1],
    ['OD-051: 12 and 14, two units', 12, 14, 2, 1, 1],
    ['OD-052: 8 of the therapist, 7 of the assistant', 8, 7, 1, 0, 0],
    ['OD-053: 7 of the therapist, 8 of the assistant', 7, 8, 1, 1, 1],
    ['15 whole minutes each', 15, 15, 2, 1, 1],
    ['two-unit exception at its ends', 9, 14, 2, 1, 1],
    ['two-unit exception at its other end', 14, 14, 2, 1, 1],
    ['a whole unit of the therapist, and 5 with 5', 20, 5, 2, 1, 1],
    ['whole units of both, and 7 with 8', 22, 23, 3, 2, 2],
    ['whole units of both, and 8 with 7', 23, 22, 3, 1, 1],
    ['one minute left over belongs to a fixed unit', 16, 1, 1, 0, 0],
    ['7 with 2: more than a tenth of a unit', 7, 2, 1, 1, 1],
    ['7 with 1: by the unit not, by the minutes given yes', 7, 1, 1, 0, 1],
  ];
  for (const [what, therapist, assistant, billed, least, most] of cases) {
    it(what, () => assert.deepEqual(assistantUnits(by(therapist, assistant), billed), { least, most }));
  }

  it('leaves free which units are billed where more are supported', () => {
    assert.deepEqual(assistantUnits(by(15, 15), 1, 1), { least: 0, most: 1 });
    assert.deepEqual(assistantUnits(by(0, 30), 1, 1), { least: 1, most: 1 });
    assert.deepEqual(assistantUnits(by(30, 0), 1, 1), { least: 0, most: 0 });
  });

  it('knows nothing of units that the minutes do not support', () => {
    assert.deepEqual(assistantUnits(by(15, 0), 2, 0, 1), { least: 0, most: 1 });
    assert.deepEqual(assistantUnits(by(0, 15), 2, 0, 1), { least: 1, most: 2 });
  });

  it('never gives an assistant fewer units for more minutes, nor more than are billed', () => {
    for (let therapist = 0; therapist <= 45; therapist++) {
      for (let assistant = 0; assistant <= 45; assistant++) {
        const units = Math.floor((therapist + assistant + 7) / 15);
        const { least, most } = assistantUnits(by(therapist, assistant), units);
        assert.ok(least >= 0 && least <= most && most <= units, `${therapist} ${assistant}: ${least} ${most}`);
        if (assistant === 0) assert.equal(most, 0);
        if (therapist === 0) assert.equal(least, units);
        // 15 whole minutes of one person are that person's.
        assert.ok(units - most >= Math.min(units, Math.floor(therapist / 15)));
        assert.ok(most >= Math.floor(assistant / 15));
      }
    }
  });
});

describe('assistant share of an untimed service (OD-054)', () => {
  const share = (therapist: number, assistant: number) => untimedIsAssistants(by(therapist, assistant));
  it('all of it', () => assert.equal(share(0, 30), true));
  it('2 of 30', () => assert.equal(share(28, 2), false));
  it('3 of 30, a tenth and not more', () => assert.equal(share(27, 3), false));
  it('4 of 30', () => assert.equal(share(26, 4), true));
  it('3 of 29: the ways of rounding part, and both are right', () => assert.equal(share(26, 3), undefined));
});

const HEAD = `payer medicare
clinician "R. Ortiz, PT"
discipline PT
encounter 2026-03-03 patient A
  dx M54.50
`;

/** Findings of the rule, with their fixes. */
function found(text: string, head = HEAD): string[] {
  return check(head + text)
    .filter((f) => f.rule === 'assistant-modifier')
    .map(
      (f) =>
        `${f.line - head.split('\n').length + 2}: ${f.finding.fixes.map((fix) => `${fix.safe ? 'safe ' : ''}${fix.title}`).join(' | ')}`,
    );
}

/** All errors. */
function errors(text: string, head = HEAD): string[] {
  return check(head + text)
    .filter((f) => f.severity === 'error')
    .map((f) => `${f.rule}: ${f.message}`);
}

const ASSISTANT = 'by assistant "K. Poe, PTA"';

describe('assistant-modifier on a day', () => {
  const day71 = `  09:00-09:23  97110  ${ASSISTANT}
  09:23-09:36  97110
  09:36-10:06  97140
`;
  it('OP-071: CQ on one of two units is right', () => {
    assert.deepEqual(errors(`${day71}  bill 97110-GP-CQ x1\n  bill 97110-GP x1\n  bill 97140-GP x2\n`), []);
  });
  it('OP-071: on both it is wrong', () => {
    assert.deepEqual(found(`${day71}  bill 97110-GP-CQ x2\n  bill 97140-GP x2\n`), [
      '4: Split 97110: x1 with -CQ, x1 without',
    ]);
  });
  it('OP-071: on none it is wrong', () => {
    assert.deepEqual(found(`${day71}  bill 97110-GP x2\n  bill 97140-GP x2\n`), [
      '4: Split 97110: x1 with -CQ, x1 without',
    ]);
  });
  it('OP-071: on the code of the therapist alone it is wrong; the coder may have left the assistant out', () => {
    assert.deepEqual(found(`${day71}  bill 97110-GP-CQ x1\n  bill 97110-GP x1\n  bill 97140-GP-CQ x2\n`), [
      '6: Remove -CQ from 97140: you state that the therapist gave it',
    ]);
  });
  it('OP-073: two units of the therapist, the others of the assistant', () => {
    const text = `  09:00-09:30  97110
  09:30-09:45  97140  ${ASSISTANT}
  09:45-10:00  97112  ${ASSISTANT}
`;
    assert.deepEqual(errors(`${text}  bill 97110-GP x2\n  bill 97140-GP-CQ x1\n  bill 97112-GP-CQ x1\n`), []);
    assert.deepEqual(found(`${text}  bill 97110-GP x2\n  bill 97140-GP x1\n  bill 97112-GP-CQ x1\n`), [
      '5: safe Add -CQ to 97140',
    ]);
  });
  it('OP-074: both together the whole time, no CQ', () => {
    const text = `  09:00-09:30  97530\n  09:00-09:30  97530  ${ASSISTANT}\n`;
    assert.deepEqual(errors(`${text}  bill 97530-GP x2\n`), []);
    assert.deepEqual(found(`${text}  bill 97530-GP-CQ x2\n`), ['3: safe Remove -CQ from 97530']);
  });
  it('OD-054: group of 30 minutes', () => {
    const group = (minutes: number) => `  goal "Walk 200 m without a rail"
  09:00-09:${String(30 - minutes).padStart(2, '0')}  97150  group of 2  "Balance"
  09:${String(30 - minutes).padStart(2, '0')}-09:30  97150  group of 2  "Balance"  ${ASSISTANT}
`;
    assert.deepEqual(found(`${group(2)}  bill 97150-GP x1\n`), []);
    assert.deepEqual(found(`${group(2)}  bill 97150-GP-CQ x1\n`), ['4: safe Remove -CQ from 97150']);
    assert.deepEqual(found(`${group(4)}  bill 97150-GP-CQ x1\n`), []);
    assert.deepEqual(found(`${group(4)}  bill 97150-GP x1\n`), ['4: safe Add -CQ to 97150']);
  });
  it('OD-055: GO with CQ', () => {
    const head = 'payer medicare\nclinician "K. Mori"\nencounter 2026-03-03 patient A\n  dx M25.511\n';
    assert.deepEqual(found(`  09:00-09:15  97530  by assistant "L. Adams"\n  bill 97530-GO-CQ x1\n`, head), [
      '2: Change -CQ to -CO: you state that an occupational therapy assistant gave it',
    ]);
  });
  it('SLP takes neither', () => {
    const head =
      'payer medicare\nclinician "A. Bell, SLP"\ndiscipline SLP\nencounter 2026-03-03 patient A\n  dx R13.10\n';
    assert.equal(found(`  09:00-09:30  92526\n  bill 92526-GN-CQ x1\n`, head).length, 1);
    assert.deepEqual(found(`  09:00-09:30  92526  by assistant "B. Cole"\n  bill 92526-GN x1\n`, head), []);
  });
  it('says nothing where a giver is not known', () => {
    const head = 'payer medicare\ndiscipline PT\nencounter 2026-03-03 patient A\n  dx M54.50\n';
    assert.deepEqual(found(`  09:00-09:15  97110  ${ASSISTANT}\n  09:15-09:30  97110\n  bill 97110-GP x2\n`, head), []);
    const named = HEAD.replace('R. Ortiz, PT', 'K. Poe, PTA');
    assert.deepEqual(found(`  09:00-09:15  97110\n  bill 97110-GP-CQ x1\n`, named), []);
  });
  it('does not state for the coder that no assistant was there', () => {
    assert.deepEqual(found(`  09:00-09:15  97110\n  bill 97110-GP-CQ x1\n`), [
      '2: Remove -CQ from 97110: you state that the therapist gave it',
    ]);
    assert.deepEqual(found(`  09:00-09:15  97110  by clinician\n  bill 97110-GP-CQ x1\n`), [
      '2: safe Remove -CQ from 97110',
    ]);
  });
  it('leaves aides out', () => {
    assert.deepEqual(found(`  09:00-09:15  97110\n  09:15-09:30  97112  by aide\n  bill 97110-GP x1\n`), []);
  });
  it("leaves it to the coder which of two lines is the assistant's", () => {
    const text = `  09:00-09:15  97110\n  09:15-09:30  97110  ${ASSISTANT}\n  bill 97110-GP x1\n  bill 97110-GP-KX x1\n`;
    assert.deepEqual(found(text), [
      '3: Add -CQ to 97110-GP: you state that an assistant gave it | Add -CQ to 97110-GP-KX: you state that an assistant gave it',
    ]);
  });
  it('an evaluation by an assistant is said once, as that', () => {
    const all = errors(`  09:00-09:40  97161  ${ASSISTANT}\n  bill 97161-GP x1\n`);
    assert.equal(all.length, 1, all.join('\n'));
    assert.match(all[0]!, /^evaluation-by-assistant/);
  });
  it('starts on its days', () => {
    const on = (payer: string, date: string) =>
      found(
        `  09:00-09:15  97110  ${ASSISTANT}\n  bill 97110-GP x1\n`,
        `payer ${payer}\nclinician "R. Ortiz, PT"\ndiscipline PT\nencounter ${date} patient A\n  dx M54.5\n`,
      ).length;
    assert.deepEqual([on('medicare', '2019-12-31'), on('medicare', '2020-01-01')], [0, 1]);
    assert.deepEqual([on('tricare', '2020-04-15'), on('tricare', '2020-04-16')], [0, 1]);
    assert.deepEqual([on('medicaid', '2026-03-03'), on('commercial', '2026-03-03')], [0, 0]);
  });
});
