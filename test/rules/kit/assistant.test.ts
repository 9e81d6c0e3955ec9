/** Who gave the minutes, and which units of them are the assistant's: F-MOD-20 to F-MOD-24, line by line. */

import assert from 'node:assert/strict';
import {
  assistantModifierOf,
  assistantUnits,
  isAssistantByTitle,
  isAssistants,
  isByAssistant,
  Role,
  readsAssistants,
  roleOf,
  sharedMinutes,
  shareOf,
  staysRight,
  takesAssistant,
  untimedIsAssistants,
} from '../../../server/src/rules/kit/assistant';
import { patientDay } from '../../support/patient-day';

const PTA = 'by assistant "M. Lee, PTA"';

function dayOf(fields: string, body: string) {
  return patientDay(`encounter 2026-03-03 patient A\n  ${fields.split('; ').join('\n  ')}\n  dx M54.50\n${body}`);
}

const FIELDS = 'clinician "R. Ortiz, PT"; discipline PT; payer medicare';
const lines = (...all: string[]) => all.map((line) => `  ${line}\n`).join('');
const sessions = (...all: string[]) => dayOf(FIELDS, lines(...all)).encounters[0]!.sessions;

describe('the assistant modifier of a line', () => {
  const of = (fields: string, line: string) =>
    assistantModifierOf(dayOf(fields, lines('09:00-09:15 97530', line)).claims[0]!);

  it('is that of the discipline', () => {
    assert.equal(of('discipline PT', 'bill 97530-GO x1'), 'CQ');
    assert.equal(of('discipline OT', 'bill 97530-GP x1'), 'CO');
    assert.equal(of('discipline SLP', 'bill 97530-GP x1'), undefined);
  });

  it('without one, that of GP or GO; of both or neither it is not known', () => {
    assert.equal(of('clinician "R. Ortiz"', 'bill 97530-GP x1'), 'CQ');
    assert.equal(of('clinician "R. Ortiz"', 'bill 97530-GO x1'), 'CO');
    assert.equal(of('clinician "R. Ortiz"', 'bill 97530-GP-GO x1'), undefined);
    assert.equal(of('clinician "R. Ortiz"', 'bill 97530 x1'), undefined);
  });
});

describe('a line of fewer units', () => {
  const right = (sessions: string[], bills: string[], at: number, by = 1) => {
    const day = dayOf(FIELDS, lines(...sessions, ...bills));
    const all = day.claims;
    const share = shareOf(day.claimDays[0]!, all, all[0]!)!;
    return staysRight(share, all[at]!, by);
  };
  const THERAPIST = '30 min 97110';
  const ASSISTANT = `15 min 97110 ${PTA}`;

  it('leaves CQ where it is true, or not', () => {
    const mixed = ['bill 97110-GP-CQ x2', 'bill 97110-GP x2'];
    assert.equal(right([THERAPIST, ASSISTANT], mixed, 0), true);
    assert.equal(right([THERAPIST, ASSISTANT], mixed, 1), false);
    const other = ['bill 97110-GP x2', 'bill 97110-GP-CQ x2'];
    assert.equal(right(['15 min 97110', `30 min 97110 ${PTA}`], other, 0), true);
    assert.equal(right(['15 min 97110', `30 min 97110 ${PTA}`], other, 1), false);
    assert.equal(right([THERAPIST], ['bill 97110-GP-CQ', 'bill 97110-GP x2'], 0), true);
    assert.equal(right([THERAPIST], ['bill 97110-GP-CO', 'bill 97110-GP x2'], 1), false);
    assert.equal(right([`30 min 97110 ${PTA}`], ['bill 97110-GP-CQ x3', 'bill 97110-GP'], 0, 2), false);
    assert.equal(right([`30 min 97110 ${PTA}`], ['bill 97110-GP-CQ x2', 'bill 97110-GP'], 1), true);
    const parts = ['22 min 97110', `8 min 97110 ${PTA}`];
    assert.equal(right(parts, ['bill 97110-GP x2', 'bill 97110-GP-CQ'], 0), true);
  });

  it('is an assistant’s by CQ or CO', () => {
    const of = (line: string) => isAssistants(dayOf(FIELDS, lines(line)).claims[0]!);
    assert.deepEqual(['bill 97110-CQ', 'bill 97110-GO-CO', 'bill 97110-GP', 'bill 97110'].map(of), [
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('who gave a session', () => {
  const role = (fields: string, session: string) => roleOf(dayOf(fields, lines(session)).encounters[0]!.sessions[0]!);

  it('is whom it names', () => {
    assert.equal(role(FIELDS, `09:00-09:15 97110 ${PTA}`), Role.Assistant);
    assert.equal(role(FIELDS, '09:00-09:15 97110 by aide'), Role.Nobody);
    assert.equal(role(FIELDS, '09:00-09:15 97110 by student'), Role.Therapist);
    assert.equal(role(FIELDS, '09:00-09:15 97110 by clinician'), Role.Therapist);
  });

  it('else the assistant of the encounter, else its clinician', () => {
    assert.equal(role(`${FIELDS}; assistant "M. Lee, PTA"`, '09:00-09:15 97110'), Role.Assistant);
    assert.equal(role(`${FIELDS}; assistant none`, '09:00-09:15 97110'), Role.Therapist);
    assert.equal(role(FIELDS, '09:00-09:15 97110'), Role.Therapist);
    assert.equal(role('discipline PT', '09:00-09:15 97110'), Role.Unknown);
    assert.equal(role(`${FIELDS}; assistant M. Lee`, '09:00-09:15 97110'), Role.Unknown);
  });

  it('is open where the clinician is an assistant by title, or the line breaks off', () => {
    for (const title of ['PTA', 'OTA', 'COTA', 'LPTA', 'pta']) {
      assert.equal(role(`clinician "M. Lee, ${title}"`, '09:00-09:15 97110'), Role.Unknown, title);
      assert.equal(role(`clinician "M. Lee, ${title}"`, '09:00-09:15 97110 by clinician'), Role.Unknown, title);
    }
    for (const name of ['M. Lee PTA', 'M. Lee COTA/L', 'Lee, M., PTA', 'R. Ortiz, PT, with M. Lee, PTA'])
      assert.equal(role(`clinician "${name}"`, '09:00-09:15 97110'), Role.Unknown, name);
    for (const name of ['Y. Ota, PT', 'Y. Ota', 'Ota, Y., PT'])
      assert.equal(role(`clinician "${name}"`, '09:00-09:15 97110'), Role.Therapist, name);
    assert.equal(role('clinician "M. Leota"', '09:00-09:15 97110'), Role.Therapist);
    assert.equal(role('discipline PT', '09:00-09:15 97110 by clinician'), Role.Therapist);
    assert.equal(role(FIELDS, '09:00-09:15 97110 by assistant "M. Lee, PTA" ,,'), Role.Unknown);
  });

  it('is an assistant where the session or the encounter says so', () => {
    const is = (fields: string, session: string) =>
      isByAssistant(dayOf(fields, lines(session)).encounters[0]!.sessions[0]!);
    assert.equal(is(FIELDS, `09:00-09:15 97110 ${PTA}`), true);
    assert.equal(is(FIELDS, '09:00-09:15 97110'), false);
    assert.equal(is(`${FIELDS}; assistant "M. Lee, PTA"`, '09:00-09:15 97110'), true);
    assert.equal(is(`${FIELDS}; assistant "M. Lee, PTA"`, '09:00-09:15 97110 by clinician'), false);
    assert.equal(is(`${FIELDS}; assistant M. Lee`, '09:00-09:15 97110'), false);
  });
});

describe('an assistant by title', () => {
  it('has the title, and no therapist beside', () => {
    for (const name of ['M. Lee, PTA', 'M. Lee PTA', 'M. Lee, COTA/L', 'Lee, M., LPTA', 'PTA', 'Md Ali, PTA'])
      assert.equal(isAssistantByTitle(name), true, name);
    for (const name of ['Y. Ota, PT', 'Y. Ota', 'R. Ortiz, PT, with M. Lee, PTA', 'K. Mori, OTR, COTA', 'R. Ortiz'])
      assert.equal(isAssistantByTitle(name), false, name);
  });
});

describe('minutes of therapist and assistant', () => {
  const of = (...all: string[]) => sharedMinutes(sessions(...all));

  it('are lengths added, and minutes of the clock once', () => {
    assert.deepEqual(of('10 min 97110', `7 min 97110 ${PTA}`, '5 min 97110'), { therapist: 15, assistant: 7 });
    assert.deepEqual(of('00:00-00:15 97110', `00:15-00:23 97110 ${PTA}`), { therapist: 15, assistant: 8 });
    assert.deepEqual(of(`00:00-00:15 97110 ${PTA}`), { therapist: 0, assistant: 15 });
    assert.deepEqual(of('09:10-09:30 97110', '09:00-09:20 97110', '09:12-09:18 97110'), {
      therapist: 30,
      assistant: 0,
    });
  });

  it('together are the therapist’s', () => {
    assert.deepEqual(of('09:00-09:20 97110', `09:10-09:30 97110 ${PTA}`), { therapist: 20, assistant: 10 });
    assert.deepEqual(of('09:00-09:30 97110', `09:00-09:30 97110 ${PTA}`), { therapist: 30, assistant: 0 });
  });

  it('of an aide are nobody’s, and none are known where a giver or a time is not', () => {
    assert.deepEqual(of('09:00-09:15 97110', '09:15-09:30 97110 by aide'), { therapist: 15, assistant: 0 });
    assert.equal(of('09:00-09:15 97110', '9:75-10:00 97110'), undefined);
    assert.equal(sharedMinutes(dayOf('discipline PT', lines('09:00-09:15 97110')).sessions), undefined);
    assert.deepEqual(sharedMinutes([]), { therapist: 0, assistant: 0 });
  });
});

describe('units that an assistant furnished', () => {
  const cases: [what: string, therapist: number, assistant: number, billed: number, least: number, most: number][] = [
    // A code of few minutes can have a unit by the minutes of others that are totalled with it.
    ['7 minutes of the therapist alone', 7, 0, 1, 0, 0],
    ['1 minute of the assistant alone', 0, 1, 1, 1, 1],
    ['14 minutes of the assistant alone, two units', 0, 14, 2, 2, 2],
    ['14 minutes of the therapist alone, two units', 14, 0, 2, 0, 0],
    ['8 of the therapist make the last unit the therapist’s', 8, 14, 1, 0, 0],
    ['7 do not', 7, 14, 1, 1, 1],
    ['two units left over, 8 of them the therapist’s', 8, 14, 2, 1, 1],
    ['two units left over, 7 of them the therapist’s: one or both', 7, 14, 2, 1, 2],
    ['whole units first: one of each, none left over', 15, 15, 2, 1, 1],
    ['three units, of 30 and 20', 30, 20, 3, 1, 1],
    ['three units, of 20 and 30', 20, 30, 3, 2, 2],
    ['fewer units than whole ones', 45, 30, 2, 0, 2],
    ['no unit', 15, 15, 0, 0, 0],
    ['2 minutes of the assistant beside 6', 6, 2, 1, 1, 1],
    ['1 minute of the assistant beside 7: either', 7, 1, 1, 0, 1],
  ];
  for (const [what, therapist, assistant, billed, least, most] of cases)
    it(what, () => assert.deepEqual(assistantUnits({ therapist, assistant }, billed), { least, most }));

  it('where more are supported than billed, either could be the one that is left out', () => {
    assert.deepEqual(assistantUnits({ therapist: 30, assistant: 15 }, 2, 1), { least: 0, most: 1 });
    assert.deepEqual(assistantUnits({ therapist: 15, assistant: 30 }, 2, 1), { least: 1, most: 2 });
    assert.deepEqual(assistantUnits({ therapist: 15, assistant: 30 }, 1, 2), { least: 0, most: 1 });
  });

  it('of an untimed service: more than a tenth, by each way of rounding', () => {
    const is = (therapist: number, assistant: number) => untimedIsAssistants({ therapist, assistant });
    assert.equal(is(0, 0), undefined);
    assert.equal(is(30, 0), false);
    assert.equal(is(0, 1), true);
    assert.equal(is(27, 3), false);
    assert.equal(is(26, 4), true);
    // 4 of 38 is 10.5 percent: 11 in whole percents, but a tenth of 38 is 4 in whole minutes.
    assert.equal(is(34, 4), undefined);
    // 21 of 204 is 10.3 percent: 10 in whole percents, and a minute more than a tenth.
    assert.equal(is(183, 21), undefined);
  });
});

describe('lines that CQ and CO speak of', () => {
  it('are therapy that is covered and read to its end', () => {
    const takes = (line: string) => takesAssistant(dayOf(FIELDS, lines('09:00-09:30 97110', line)).claims[0]!);
    assert.equal(takes('bill 97110-GP x1'), true);
    assert.equal(takes('bill 97110-GP-GY x1'), false);
    assert.equal(takes('bill 97110-GP x'), false);
    assert.equal(takes('bill 90837 x1'), false);
  });

  it('are of Medicare from 2020, and of TRICARE from 16 April 2020', () => {
    const reads = (payer: string, date: string) =>
      readsAssistants(patientDay(`payer ${payer}\nencounter ${date} patient A\n`).encounters[0]!, 'assistant-modifier');
    assert.deepEqual([reads('medicare', '2019-12-31'), reads('medicare', '2020-01-01')], [false, true]);
    assert.deepEqual([reads('tricare', '2020-04-15'), reads('tricare', '2020-04-16')], [false, true]);
    assert.equal(reads('medicaid', '2026-03-03'), false);
  });
});

describe('the assistant’s share of the lines of a service', () => {
  function share(adding: number, ...all: string[]) {
    const day = dayOf(FIELDS, lines(...all));
    const claimDay = day.claimDays[0]!;
    const code = (claimDay.claims[0] ?? claimDay.sessions[0])!;
    const own = claimDay.claims.filter((line) => line.code === code.code && takesAssistant(line));
    return shareOf(claimDay, own, code, adding)?.range;
  }

  it('hangs on the minutes of its own sessions', () => {
    const both = ['09:00-09:15 97110', `09:15-09:30 97110 ${PTA}`];
    assert.deepEqual(share(0, ...both, 'bill 97110-GP x2'), { least: 1, most: 1 });
    assert.deepEqual(share(0, ...both, 'bill 97110-GP x1'), { least: 0, most: 1 });
    assert.deepEqual(share(2, ...both), { least: 1, most: 1 });
    assert.deepEqual(share(1, ...both), { least: 0, most: 1 });
    assert.deepEqual(share(0, ...both, `09:30-09:45 97112 ${PTA}`, 'bill 97110-GP x2', 'bill 97112-GP x1'), {
      least: 1,
      most: 1,
    });
  });

  it('of what the minutes do not support nothing is known', () => {
    assert.deepEqual(share(0, '09:00-09:15 97110', 'bill 97110-GP x3'), { least: 0, most: 2 });
  });

  it('is not known without a session, without all minutes, or with a line that breaks off or is not judged', () => {
    const both = ['09:00-09:15 97110', `09:15-09:30 97110 ${PTA}`];
    assert.equal(share(0, '09:00-09:15 97112', 'bill 97110-GP x1'), undefined);
    assert.equal(share(0, 'bill 97150-GP x1'), undefined);
    assert.equal(share(0, ...both, '9:75-10:00 97112', 'bill 97110-GP x2'), undefined);
    assert.equal(share(0, ...both, 'bill 97110-GP x2', 'bill 97112-GP x'), undefined);
    assert.deepEqual(share(0, ...both, 'bill 97110-GP x2', 'bill 97150-GP x'), { least: 1, most: 1 });
    assert.equal(share(0, ...both, 'bill 97110-GP x1', 'bill 97110-GP-GY x1'), undefined);
  });

  it('of an untimed service is all units or none; either where the ways of rounding part', () => {
    const group = (from: number) => [
      `09:00-09:${from} 97150 group of 2`,
      `09:${from}-09:30 97150 group of 2 ${PTA}`,
      'bill 97150-GP x1',
    ];
    assert.deepEqual(share(0, ...group(28)), { least: 0, most: 0 });
    assert.deepEqual(share(0, ...group(20)), { least: 1, most: 1 });
    assert.deepEqual(share(0, '26 min 97150 group of 2', `3 min 97150 group of 2 ${PTA}`, 'bill 97150-GP x1'), {
      least: 0,
      most: 1,
    });
  });
});
