/** What rules say on both sides of an edge that no worked case stands on: whom they name, and which fixes they leave out. */

import assert from 'node:assert/strict';
import { builtInPayer, PayerTable } from '../../server/src/model/payer';
import { defaultSettings, type Settings } from '../../server/src/model/settings';
import { RULES } from '../../server/src/rules/registry';
import { applyEdits, editsInFile, findingsIn, newWorkspace, TODAY } from '../support/markers';

interface Said {
  /** "0:5 warning": file, line and severity. */
  readonly at: string;
  readonly message: string;
  readonly sources: readonly string[];
  readonly fixes: readonly string[];
}

/** What one rule says of some files. */
function said(id: string, texts: string | readonly string[], settings: Partial<Settings> = {}): Said[] {
  const files = typeof texts === 'string' ? [texts] : texts;
  const rules = RULES.filter((rule) => rule.id === id);
  const workspace = newWorkspace({ rules, settings: { ...defaultSettings(TODAY), ...settings } });
  for (const [at, text] of files.entries()) workspace.setText(`${at}`, text);
  workspace.check();
  return files.flatMap((_, at) =>
    findingsIn(workspace, `${at}`)
      .filter(({ rule }) => rule === id)
      .map(({ line, severity, message, finding }) => ({
        at: `${at}:${line + 1} ${severity}`,
        message,
        sources: finding.sources,
        fixes: finding.fixes.map(({ title, safe }) => `${safe ? 'safe ' : ''}${title}`),
      })),
  );
}

const PT = ['clinician "R. Ortiz, PT"', 'discipline PT', 'payer medicare'];
const BH = ['clinician "J. Hart, PhD"', 'discipline BH', 'payer medicare'];
const PTA = 'by assistant "M. Lee, PTA"';

const encounter = (fields: readonly string[], lines: readonly string[], patient = 'A', date = '2026-03-03') =>
  `encounter ${date} patient ${patient}\n${[...fields, ...lines].map((line) => `  ${line}\n`).join('')}`;

describe('identical-notes', () => {
  const NOTE = 'O: Walked with two cues for ten minutes and more.';
  const members = (patients: readonly string[], ...sessions: string[]) =>
    said('identical-notes', patients.map((patient) => encounter(PT, [...sessions, NOTE], patient)).join(''));
  const names = (found: readonly Said[]) =>
    found.map(({ message }) => /those of (.+) in this/.exec(message)![1]!.replaceAll('patient ', ''));
  const GROUP = '09:00-09:30 97150 group of 5';

  it('names three others, and how many more there are', () => {
    assert.deepEqual(names(members([...'ABCD'], GROUP)), ['B, C and D', 'A, C and D', 'A, B and D', 'A, B and C']);
    assert.equal(names(members([...'ABCDE'], GROUP))[0], 'B, C, D and 1 more');
    assert.deepEqual(names(members([...'A'], GROUP)), []);
  });

  it('says it once to a member of two groups, and to one whose id cannot be read', () => {
    assert.deepEqual(names(members([...'AB'], GROUP, '14:00-14:30 97150 group of 5')), ['B', 'A']);
    assert.deepEqual(names(members(['', ''], GROUP)), ['another member', 'another member']);
    assert.deepEqual(names(members(['A', 'A'], GROUP)), []);
  });
});

describe('units-over-mue', () => {
  const own = (units: number, by?: 1 | 2 | 3): Partial<Settings> => ({
    unitLimits: { edition: 'ours', limits: new Map([['97110', { units, by }]]) },
  });
  const of = (settings: Partial<Settings>, date: string, ...lines: string[]) =>
    said('units-over-mue', encounter(PT, lines, 'A', date), settings).map(
      ({ at, message, sources }) => `${at} ${message.split('.')[0]} [${sources.join(' ')}]`,
    );
  const DATE = '2026-03-03';

  it('by the built-in limits: a warning in the year of the table, else an info', () => {
    const OVER = '97110: 7 units on one date, the limit is 6 [mueq1-26 ncci26]';
    assert.deepEqual(of({}, DATE, 'bill 97110-GP x7'), [`0:5 warning ${OVER}`]);
    assert.deepEqual(of({}, '2021-03-03', 'bill 97110-GP x7'), [`0:5 info ${OVER}`]);
    assert.deepEqual(of({}, DATE, 'bill 97110-GP x6'), []);
    assert.deepEqual(of({}, '2026-13-40', 'bill 97110-GP x7'), []);
    assert.deepEqual(of({}, DATE, 'bill 97110-GP x99', 'payer commercial'), []);
    assert.deepEqual(of({}, DATE, 'bill 97110-GP-GY x9'), []);
  });

  it('by the coder’s own: on every date, and no limit for a code that the table does not hold', () => {
    const OVER = '97110: 3 units on one date, the limit is 2 [ncci26]';
    assert.deepEqual(of(own(2, 2), DATE, 'bill 97110-GP x3'), [`0:5 warning ${OVER}`]);
    assert.deepEqual(of(own(2, 2), '2021-03-03', 'bill 97110-GP x3'), [`0:5 warning ${OVER}`]);
    assert.deepEqual(of(own(2, 2), DATE, 'bill 97112-GP x20'), []);
  });

  it('by date the lines are added up, and it is said once; by claim line they are not', () => {
    const two = (second: number) => [`bill 97110-GP x2`, `bill 97110-59-GP x${second}`, 'bill 97110-KX x1'];
    assert.deepEqual(of(own(2, 2), DATE, ...two(2)), [
      '0:6 warning 97110: 4 units on one date, the limit is 2 [ncci26]',
    ]);
    assert.deepEqual(of(own(2), DATE, ...two(1)), ['0:6 warning 97110: 3 units on one date, the limit is 2 [ncci26]']);
    assert.deepEqual(of(own(2, 1), DATE, ...two(2)), []);
    assert.deepEqual(of(own(2, 1), DATE, ...two(3)), [
      '0:6 warning 97110: 3 units on one line, the limit is 2 [ncci26]',
    ]);
  });

  it('group psychotherapy in a hospital is counted by session', () => {
    const group = (setting: string) =>
      said('units-over-mue', encounter([...BH, `setting ${setting}`], ['bill 90853 x2'])).map(({ at }) => at);
    assert.deepEqual(group('hospital'), []);
    assert.deepEqual(group('office'), ['0:6 warning']);
  });
});

describe('performed-not-billed', () => {
  const of = (...texts: string[]) =>
    said('performed-not-billed', texts).map(({ at, fixes }) => [at, ...fixes].join('; '));
  const OTHER = ['15 min 97110', 'bill 97110-GP'];

  it('is silent where a claim line of the day cannot be read, or nothing is billed', () => {
    assert.deepEqual(of(encounter(PT, [...OTHER, '15 min 97112'])), [
      '0:7 hint; Add 97112-GP x1: you state that it is to be billed',
    ]);
    assert.deepEqual(of(encounter(PT, [...OTHER, '15 min 97112', 'bill 9711'])), []);
    assert.deepEqual(of(encounter(PT, ['15 min 97112'])), []);
  });

  it('adds the line below the sessions of an encounter without a claim line', () => {
    const workspace = newWorkspace({ rules: RULES.filter(({ id }) => id === 'performed-not-billed') });
    workspace.setText('0', encounter(PT, OTHER) + encounter(PT, ['15 min 97112', 'S: Better.']));
    workspace.check();
    const [found] = findingsIn(workspace, '0');
    assert.deepEqual(
      found!.finding.fixes[0]!.edits.map(({ startLine, newText }) => [startLine, newText]),
      [[4, '\n  bill 97112-GP x1']],
    );
  });

  it('has no fix where a line in another file would have to take a 59', () => {
    const group = ['09:15-09:45 97150 group of 2', '15 min 97012', 'bill 97012-GP'];
    const exercise = ['09:00-09:15 97110', 'bill 97110-GP'];
    assert.deepEqual(of(encounter(PT, [...exercise, ...group])), [
      '0:7 hint; Add 97150-GP x1, and -59 to 97110: you state that it is to be billed',
    ]);
    assert.deepEqual(of(encounter(PT, exercise), encounter(PT, group)), ['1:5 hint']);
  });

  it('names the code by which the payer takes the service', () => {
    const words = (line: string) => said('performed-not-billed', encounter(PT, [...OTHER, line]))[0]!.message;
    assert.match(words('15 min 97014'), /^97014 \(billed as G0283\): given 15 min;/);
    assert.match(words('15 min 97130'), /^97130: 15 min recorded/);
    assert.match(words('15 min 97112'), /^97112: 15 min recorded/);
  });
});

describe('psychotherapy-same-day', () => {
  const ONE = ['09:00-09:45 90834', 'bill 90834'];
  const GROUP = ['10:00-11:00 90853 group of 8', 'bill 90853'];
  const of = (texts: string | string[], settings?: Partial<Settings>) =>
    said('psychotherapy-same-day', texts, settings).map(({ message, fixes }) =>
      [message.split(':')[0], ...fixes].join('; '),
    );

  it('asks for the 59 on the group line before October 2014, and then on the other', () => {
    assert.deepEqual(of(encounter(BH, [...ONE, ...GROUP], 'A', '2014-09-30')), [
      '90853 needs -59 (before 2014-10-01 the group line is the one that takes it); safe Add -59 to 90853',
    ]);
    assert.deepEqual(of(encounter(BH, [...ONE, ...GROUP], 'A', '2014-10-01')), [
      '90834 needs -59; safe Add -59 to 90834',
    ]);
    const files = [encounter(BH, ONE, 'A', '2014-09-30'), encounter(BH, GROUP, 'A', '2014-09-30')];
    assert.deepEqual(of(files), ['90853 needs -59 (before 2014-10-01 the group line is the one that takes it)']);
  });

  it('is silent where a line has it, or the times overlap; without clock times it proves nothing', () => {
    assert.deepEqual(of(encounter(BH, ['09:00-09:45 90834', 'bill 90834-59', ...GROUP])), []);
    assert.deepEqual(of(encounter(BH, [...ONE, '09:30-10:00 90853 group of 8', 'bill 90853'])), []);
    assert.deepEqual(of(encounter(BH, [...ONE, '60 min 90853 group of 8', 'bill 90853'])), [
      '90834 needs -59; Add -59 to 90834: you state that the services were separate',
    ]);
    assert.deepEqual(of(encounter(BH, [...ONE, 'bill 90853'])), []);
    assert.deepEqual(of(encounter(BH, ['bill 90834', ...GROUP])), []);
  });

  it('of a plan that refuses both, a 59 changes nothing', () => {
    const plan = { ...builtInPayer('Blue Plan'), refusesGroupWithIndividual: true };
    const settings = { payers: new PayerTable(new Map([['Blue Plan', plan]])) };
    const lines = ['09:00-09:45 90834', 'bill 90834-59', ...GROUP];
    const fields = ['clinician "J. Hart, PhD"', 'discipline BH', 'payer "Blue Plan"'];
    assert.deepEqual(of(encounter(fields, lines), settings), [
      '90834 and group psychotherapy (90853) on one day; Remove the 90834 line: you state that group psychotherapy is to be billed',
    ]);
  });
});

describe('pair-not-payable', () => {
  const fixes = (texts: string | string[]) =>
    said('pair-not-payable', texts)
      .filter(({ message }) => message.includes('with a visit'))
      .map((one) => one.fixes.map((title) => title.split(':')[0]).join('; '));
  const of = (...lines: string[]) => fixes(encounter(BH, ['45 min 90834', 'bill 90834', ...lines]));
  const ADD_ON = 'Bill 90836 in place of 90834';
  const VISIT = 'Remove the 99213 line';
  const TALK = 'Remove the 90834 line';

  it('beside a visit, the add-on where it is not billed yet and one line has the code', () => {
    assert.deepEqual(of('bill 99213'), [[ADD_ON, VISIT, TALK].join('; ')]);
    assert.deepEqual(of('bill 90834-59', 'bill 99213'), [VISIT]);
    assert.deepEqual(of('bill 99213', 'bill 90836'), [TALK]);
  });

  it('removes no line that an add-on needs, nor one in another file', () => {
    assert.deepEqual(of('bill 90785', 'bill 99213'), [[ADD_ON, VISIT].join('; ')]);
    assert.deepEqual(of('bill 90785', 'bill 99213', 'bill 90832'), [[ADD_ON, VISIT, TALK].join('; ')]);
    assert.deepEqual(fixes([encounter(BH, ['45 min 90834', 'bill 90834']), encounter(BH, ['bill 99213'])]), [VISIT]);
    assert.deepEqual(fixes([encounter(BH, ['bill 90834', 'bill 99213']), encounter(BH, ['45 min 90834'])]), [
      [VISIT, TALK].join('; '),
    ]);
  });
});

describe('two statements of a record that do not agree', () => {
  const COTA = 'by assistant "X. Lee, COTA"';
  const fixes = (id: string, fields: readonly string[], ...lines: string[]) =>
    said(id, encounter(fields, lines)).flatMap((one) => one.fixes.map((title) => title.split(':')[0]));

  it('a title speaks for the modifier and the discipline against it: no swap is safe', () => {
    const by = (name: string) => [`clinician "${name}"`, 'discipline PT', 'payer medicare'];
    assert.deepEqual(fixes('discipline-modifier', by('R. Ortiz, PT'), '15 min 97110', 'bill 97110-GO'), [
      'safe Change -GO to -GP',
    ]);
    assert.deepEqual(fixes('discipline-modifier', by('Y. Ota'), '15 min 97110', 'bill 97110-GO'), [
      'safe Change -GO to -GP',
    ]);
    for (const name of ['O. Tan, OTR/L', 'O. Tan OTR', 'O. Tan, MS, OTD'])
      assert.deepEqual(fixes('discipline-modifier', by(name), '15 min 97110', 'bill 97110-GO'), ['Change -GO to -GP']);
    assert.deepEqual(fixes('discipline-modifier', by('O. Tan, OTR/L'), '15 min 97110', 'bill 97110-GN'), [
      'safe Change -GN to -GP',
    ]);
    assert.deepEqual(fixes('discipline-modifier', by('O. Tan, PT, OTR'), '15 min 97110', 'bill 97110-GO'), [
      'safe Change -GO to -GP',
    ]);
    assert.deepEqual(fixes('discipline-modifier', by('O. Tan, OTR/L'), '15 min 97110', 'bill 97110-GP-GO'), [
      'Keep -GP alone',
    ]);
    assert.deepEqual(fixes('discipline-modifier', PT, `30 min 97110 ${COTA}`, 'bill 97110-GO-CO x2'), [
      'Change -GO to -GP',
    ]);
  });

  it('so with CQ and CO', () => {
    assert.deepEqual(fixes('assistant-modifier', PT, `30 min 97110 ${COTA}`, 'bill 97110-GO-CO x2'), [
      'Change -CO to -CQ',
    ]);
    assert.deepEqual(fixes('assistant-modifier', PT, `30 min 97110 ${PTA}`, 'bill 97110-GP-CO x2'), [
      'safe Change -CO to -CQ',
    ]);
  });

  it('the letter of the discipline is said and written where a line is split', () => {
    const [found] = said(
      'assistant-modifier',
      encounter(PT, ['15 min 97110', `15 min 97110 ${PTA}`, 'bill 97110-GP-CO x2']),
    );
    assert.match(found!.message, /: 1 of 2 units takes CQ, 2 have CO/);
    assert.deepEqual(found!.fixes, ['Split 97110: x1 with -CQ, x1 without']);
  });

  it('units too many are taken off the line that the record does not bear out', () => {
    const of = (...lines: string[]) => fixes('too-many-units', PT, ...lines);
    assert.deepEqual(of('30 min 97110', `15 min 97110 ${PTA}`, 'bill 97110-GP-CQ x2', 'bill 97110-GP x2'), [
      'safe Bill 97110-GP-CQ x1',
    ]);
    assert.deepEqual(of('15 min 97110', `30 min 97110 ${PTA}`, 'bill 97110-GP x2', 'bill 97110-GP-CQ x2'), [
      'safe Bill 97110-GP x1',
    ]);
    assert.deepEqual(of(`15 min 97110 ${PTA}`, '2 min 97110', 'bill 97110-GP', 'bill 97110-CQ-GP'), [
      'Remove the line 97110-GP',
    ]);
    assert.deepEqual(of('13 min 97110', '30 min 97140', 'bill 97110-GP-CQ', 'bill 97110-GP', 'bill 97140-GP x2'), [
      'Remove the line 97110-GP-CQ',
    ]);
    // Who gave the minutes is not known.
    const nobody = ['discipline PT', 'payer medicare'];
    assert.deepEqual(fixes('too-many-units', nobody, '15 min 97110', 'bill 97110-GP', 'bill 97110-CQ-GP'), [
      'Remove the line 97110-GP',
      'Remove the line 97110-CQ-GP',
    ]);
    assert.deepEqual(fixes('too-many-units', nobody, '15 min 97110', 'bill 97110-GP x3', 'bill 97110-CQ-GP'), [
      'Bill 97110-GP x1',
      'Bill 97110-GP x2',
      'Remove the line 97110-CQ-GP',
    ]);
    // An assistant's line of another code has no part in it, nor one that has not so many units, nor one in another file.
    assert.deepEqual(of('20 min 97110', `30 min 97140 ${PTA}`, 'bill 97110-GP x2', 'bill 97140-GP-CQ x2'), [
      'safe Bill 97110 x1',
    ]);
    assert.deepEqual(of('15 min 97110', 'bill 97110-GP-CQ', 'bill 97110-GP x3'), []);
    const [here, there] = [
      encounter(PT, ['30 min 97110', `15 min 97110 ${PTA}`, 'bill 97110-GP-CQ x2']),
      encounter(PT, ['bill 97110-GP x2']),
    ];
    assert.deepEqual(
      said('too-many-units', [here, there]).map((one) => one.fixes),
      [[]],
    );
    // No payer but Medicare and TRICARE reads CQ.
    const plan = ['clinician "R. Ortiz, PT"', 'discipline PT', 'payer commercial', 'units cms'];
    assert.deepEqual(fixes('too-many-units', plan, '15 min 97110', 'bill 97110', 'bill 97110-CQ'), [
      'Remove this line',
    ]);
  });

  it('and what is left has neither too many nor a wrong CQ', () => {
    for (const lines of [
      ['30 min 97110', `15 min 97110 ${PTA}`, 'bill 97110-GP-CQ x2', 'bill 97110-GP x2'],
      ['15 min 97110', `30 min 97110 ${PTA}`, 'bill 97110-GP x2', 'bill 97110-GP-CQ x2'],
      [`15 min 97110 ${PTA}`, '2 min 97110', 'bill 97110-GP', 'bill 97110-CQ-GP'],
      ['13 min 97110', '30 min 97140', 'bill 97110-GP-CQ', 'bill 97110-GP', 'bill 97140-GP x2'],
    ]) {
      const text = encounter(PT, lines);
      const workspace = newWorkspace();
      workspace.setText('a', text);
      workspace.check();
      const [found] = findingsIn(workspace, 'a').filter(({ rule }) => rule === 'too-many-units');
      const after = applyEdits(text, editsInFile(workspace, 'a', found!.finding.fixes[0]!));
      for (const rule of ['too-many-units', 'assistant-modifier'])
        assert.deepEqual(said(rule, after), [], `${rule}:\n${after}`);
    }
  });

  it('a unit moves to no other code where an assistant plays a part', () => {
    const of = (by: string, modifier: string) =>
      fixes('under-8-minutes', PT, '09:00-09:08 97530', `09:08-09:15 97110${by}`, `bill 97110-GP${modifier}`);
    assert.deepEqual(of('', ''), ['Remove 97110', 'Bill the unit as 97530, which has the larger left-over (8 min)']);
    assert.deepEqual(of(` ${PTA}`, '-CQ'), ['Remove 97110']);
    assert.deepEqual(fixes('under-8-minutes', PT, `09:00-09:08 97530 ${PTA}`, '09:08-09:15 97110', 'bill 97110-GP'), [
      'Remove 97110',
    ]);
  });

  it('two clinicians did not give a visit and its add-on', () => {
    const two = (clinician: string) =>
      said('pair-not-payable', [
        encounter(BH, ['45 min 90834', 'bill 90834']) +
          encounter([`clinician "${clinician}"`, 'discipline BH', 'payer medicare'], ['bill 99214']),
      ]);
    const [apart] = two('K. Psych, MD');
    assert.match(apart!.message, /by one discipline on one day.*two clinicians are named/);
    assert.deepEqual(
      apart!.fixes.map((title) => title.split(':')[0]),
      ['Remove the 99214 line', 'Remove the 90834 line'],
    );
    assert.match(two('J. Hart, PhD')[0]!.message, /by one clinician, and/);
  });

  it('minutes of a student are no reason to bill more', () => {
    const of = (by: string) =>
      fixes('too-few-units', PT, `09:00-09:30 97110${by}`, '09:30-09:45 97110', 'bill 97110-GP');
    assert.equal(of('').length, 1);
    assert.deepEqual(of(' by student'), []);
  });
});

describe('a fix brings no second line of what is billed', () => {
  const fixes = (id: string, ...lines: string[]) =>
    said(id, encounter(PT, lines)).flatMap((one) => one.fixes.map((title) => title.split(':')[0]));

  it('unknown-code', () => {
    assert.deepEqual(fixes('unknown-code', '15 min 97110', '15 min 97111', 'bill 97110-GP', 'bill 97111-GP').sort(), [
      'Change 97111 to 97112',
      'Change 97111 to 97112',
      'Change 97111 to 97113',
      'Change 97111 to 97113',
    ]);
  });

  it('unknown-modifier: CQ where an assistant is on file', () => {
    const CQ = /to -CQ/;
    assert.doesNotMatch(fixes('unknown-modifier', '15 min 97110', 'bill 97110-GP-CR').join(), CQ);
    assert.match(fixes('unknown-modifier', `15 min 97110 ${PTA}`, 'bill 97110-GP-CR').join(), CQ);
    assert.match(fixes('unknown-modifier', 'assistant "M. Lee, PTA"', '15 min 97110', 'bill 97110-GP-CR').join(), CQ);
    for (const modifier of ['23', '47', '54', '55', '56', '63', '73', '74'])
      assert.deepEqual(said('unknown-modifier', encounter(PT, [`bill 97110-GP-${modifier}`])), [], modifier);
  });

  it('-76 stands on no line alone', () => {
    const lines = ['09:00-09:15 97110', '09:15-09:30 97110', 'bill 97110-GP-76', 'bill 97110-GP-76'];
    assert.deepEqual(fixes('duplicate-line', ...lines), ['Merge into one line']);
    assert.deepEqual(fixes('group-units', '30 min 97150 group of 2', 'bill 97150-GP-76', 'bill 97150-GP-76'), [
      'Merge with the line of 97150 before it',
    ]);
  });

  it('of two names of a service the one goes that Medicare does not take', () => {
    assert.deepEqual(fixes('untimed-units', '15 min 97014', 'bill 97014-GP', 'bill G0283-GP'), [
      'Remove the 97014 line',
    ]);
    assert.deepEqual(fixes('untimed-units', '15 min 97014', 'bill G0283-GP', 'bill 97014-GP'), ['Remove this line']);
  });
});

describe('sources are those that say it', () => {
  const sources = (id: string, text: string) => said(id, text).map((one) => one.sources.join(' '));
  const on = (date: string, ...lines: string[]) => encounter(PT, lines, 'A', date);

  it('when a code ended and began', () => {
    assert.deepEqual(sources('deleted-code', on('2023-06-01', 'bill 97001')), ['wpt']);
    assert.deepEqual(sources('deleted-code', on('2023-06-01', 'bill 97532')), ['cog']);
    assert.deepEqual(sources('deleted-code', on('2023-06-01', 'bill 97762')), ['paa']);
    assert.deepEqual(sources('deleted-code', on('2023-06-01', 'bill 90857')), ['rtw']);
    assert.deepEqual(sources('deleted-code', on('2023-06-01', 'bill 97504')), ['']);
    assert.match(said('deleted-code', on('2023-06-01', 'bill 97504'))[0]!.message, /\(no source at hand confirms/);
    assert.match(said('deleted-code', on('2023-06-01', 'bill 99354'))[0]!.message, /\(mindcarebilling\.com\)/);
    assert.deepEqual(sources('code-not-yet-valid', on('2016-06-01', 'bill 97161')), ['wpt']);
    assert.deepEqual(sources('code-not-yet-valid', on('2017-06-01', 'bill 97763')), ['paa']);
    assert.deepEqual(sources('code-not-yet-valid', on('2019-06-01', 'bill 97129')), ['cog']);
    assert.deepEqual(sources('code-not-yet-valid', on('2014-06-01', 'bill 97110-XU')), ['ncci26']);
    assert.deepEqual(sources('code-not-yet-valid', on('2019-06-01', 'bill 97110-CQ')), ['cms-th26']);
    // G0515 came with 97127.
    const [early] = said('code-not-yet-valid', on('2014-12-31', 'bill 97129'));
    assert.match(early!.message, /it was 97532 \(/);
    assert.deepEqual(sources('code-not-yet-valid', on('2014-12-31', 'bill G0515')), ['cog']);
  });

  it('what a group note is to hold', () => {
    const group = (fields: readonly string[], code: string) =>
      sources('group-note-missing', encounter(fields, [`30 min ${code} group of 3`, `bill ${code}`]));
    assert.deepEqual(group(PT, '97150'), ['cpt97150-2026']);
    assert.deepEqual(group(BH, '90853'), ['psych-90853']);
    assert.deepEqual(group(['clinician "N. Ade, SLP"', 'discipline SLP', 'payer medicare'], '92508'), ['bpm15']);
  });

  it('an add-on that is known from nowhere', () => {
    assert.deepEqual(sources('add-on-without-primary', on('2026-03-03', 'bill 97551')), ['']);
    assert.deepEqual(sources('add-on-without-primary', encounter(BH, ['bill 90785'])), ['ncci26 rtw aapc-p1']);
  });
});

describe('units in words', () => {
  const message = (id: string, ...lines: string[]) => said(id, encounter(PT, lines))[0]!.message;

  it('what the minutes support, what other lines bill of it, what is left', () => {
    assert.match(
      message('too-many-units', '36 min 97110', 'bill 97110-GP x2', 'bill 97110-GP-76'),
      /^97110: 36 min supports 2 units\. Its other lines bill 2, which leaves 0 for this one, 1 billed/,
    );
    assert.match(
      message('too-many-units', '20 min 97110', 'bill 97110-GP x2'),
      /^97110: 20 min supports 1 unit, 2 billed/,
    );
  });

  it('no more than a date takes', () => {
    assert.match(
      message('too-few-units', '09:00-13:13 97530', 'bill 97530-GP'),
      /^97530: 253 min supports 17 units, of which a date takes 6, 1 billed: 5 units fewer/,
    );
  });
});

describe('assistant-modifier', () => {
  const fixes = (...lines: string[]) =>
    said('assistant-modifier', encounter(PT, lines)).map((one) => one.fixes.join('; '))[0];
  const ALL = `30 min 97110 ${PTA}`;
  const HALF = ['15 min 97110', `15 min 97110 ${PTA}`];
  const bills = (...modifiers: string[]) => modifiers.map((modifier) => `bill 97110-${modifier}`);

  it('is set on all lines, or on one by the coder’s choice, three choices at most', () => {
    assert.equal(fixes(ALL, 'bill 97110-GP x2'), 'safe Add -CQ to 97110');
    assert.equal(fixes(ALL, ...bills('GP', 'GP-KX')), 'safe Add -CQ to 97110');
    const STATED = 'you state that an assistant gave it';
    assert.equal(
      fixes(...HALF, ...bills('GP', '59-GP')),
      `Add -CQ to 97110-GP: ${STATED}; Add -CQ to 97110-59-GP: ${STATED}`,
    );
    const four = ['45 min 97110', `15 min 97110 ${PTA}`, ...bills('GP', '59-GP', '76-GP', '77-GP')];
    assert.equal(
      fixes(...four),
      `Add -CQ to 97110-GP: ${STATED}; Add -CQ to 97110-59-GP: ${STATED}; Add -CQ to 97110-76-GP: ${STATED}`,
    );
  });

  it('is taken off one of two', () => {
    const STATED = 'you state that the therapist gave it';
    assert.equal(
      fixes(...HALF, ...bills('GP-CQ', 'GP-CQ-KX')),
      `Remove -CQ from 97110-GP-CQ: ${STATED}; Remove -CQ from 97110-GP-CQ-KX: ${STATED}`,
    );
  });

  it('counts the lines that have it already', () => {
    const GIVEN = 'you state that an assistant gave it';
    const TAKEN = 'you state that the therapist gave it';
    assert.equal(fixes(ALL, ...bills('GP-CQ', '59-GP')), 'safe Add -CQ to 97110-59-GP');
    // KX tells no two lines apart.
    assert.equal(fixes(ALL, ...bills('GP-CQ', 'GP-KX')), '');
    assert.equal(fixes(ALL, ...bills('GP-CQ', '59-GP-CQ')), undefined);
    const two = ['15 min 97110', `30 min 97110 ${PTA}`];
    assert.equal(
      fixes(...two, ...bills('GP-CQ', '59-GP', '76-GP')),
      `Add -CQ to 97110-59-GP: ${GIVEN}; Add -CQ to 97110-76-GP: ${GIVEN}`,
    );
    const one = ['30 min 97110', `15 min 97110 ${PTA}`];
    assert.equal(
      fixes(...one, ...bills('GP-CQ', '59-GP-CQ', '76-GP')),
      `Remove -CQ from 97110-GP-CQ: ${TAKEN}; Remove -CQ from 97110-59-GP-CQ: ${TAKEN}`,
    );
    // All three have it, and one alone takes it: two lose it, whichever.
    assert.equal(
      fixes(...one, ...bills('GP-CQ', '59-GP-CQ', '76-GP-CQ')),
      ['97110-GP-CQ and 97110-59-GP-CQ', '97110-GP-CQ and 97110-76-GP-CQ', '97110-59-GP-CQ and 97110-76-GP-CQ']
        .map((lines) => `Remove -CQ from ${lines}: ${TAKEN}`)
        .join('; '),
    );
  });

  it('is set on a part of a line where no whole one is right, if the line lacks nothing else', () => {
    assert.equal(fixes(...HALF, 'bill 97110-GP x2'), 'Split 97110: x1 with -CQ, x1 without');
    assert.equal(fixes(...HALF, 'bill 97110-GP-CQ x2'), 'Split 97110: x1 with -CQ, x1 without');
    assert.equal(fixes(...HALF, 'bill 97110 x2'), '');
    const three = ['15 min 97110', `30 min 97110 ${PTA}`];
    assert.equal(fixes(...three, 'bill 97110-GP x3'), 'Split 97110: x2 with -CQ, x1 without');
    assert.equal(fixes(...three, 'bill 97110-GP-CQ x3'), 'Split 97110: x2 with -CQ, x1 without');
  });

  it('has no fix over two files, nor over more than six lines', () => {
    const kinds = ['GP', 'GP-KX', 'GP-59', 'GP-76', 'GP-77', 'GP-GA', 'GP-XE'];
    assert.equal(fixes(`90 min 97110 ${PTA}`, ...bills(...kinds.slice(0, 6))), 'safe Add -CQ to 97110');
    assert.equal(fixes(`105 min 97110 ${PTA}`, ...bills(...kinds)), '');
    const files = ['GP', 'GP-KX'].map((kind) => encounter(PT, [`15 min 97110 ${PTA}`, ...bills(kind)]));
    assert.deepEqual(
      said('assistant-modifier', files).map((one) => [one.at, one.fixes.length]),
      [['0:6 error', 0]],
    );
  });

  it('the wrong one of both is named', () => {
    const wrong = (fields: string[], ...lines: string[]) =>
      said('assistant-modifier', encounter(fields, lines)).map(
        ({ message, fixes }) => `${message.split(/[;.(]/)[0]!.trim()}; ${fixes.join('; ')}`,
      );
    const open = ['clinician "R. Ortiz"', 'payer medicare', `15 min 97110 ${PTA}`];
    assert.deepEqual(wrong(open, 'bill 97110-CQ-CO'), [
      '97110-CQ-CO: CQ and CO are on one line; Remove -CO from 97110: you state that no such assistant gave it',
    ]);
    assert.deepEqual(wrong(open, 'bill 97110-CQ-CQ'), []);
    assert.deepEqual(wrong([...PT, `15 min 97110 ${PTA}`], 'bill 97110-GP-CO'), [
      '97110-GP-CO: CO says an occupational therapy assistant; safe Change -CO to -CQ',
    ]);
    assert.deepEqual(wrong(['discipline SLP', 'payer medicare', '30 min 92507'], 'bill 92507-GN-CQ'), [
      '92507-GN-CQ: CQ says a physical therapist assistant; Remove -CQ from 92507: you state that no such assistant gave it',
    ]);
  });
});

describe('aide-time', () => {
  const of = (...lines: string[]) =>
    said('aide-time', encounter(PT, lines)).map(({ message }) => message.split('.')[0]);
  const GROUP = '15 min 97150 group of 2';

  it('of a timed code: the units that the clinician’s minutes do not give', () => {
    const bill = 'bill 97110-GP';
    assert.deepEqual(of('15 min 97110 by aide', '10 min 97110 by aide', bill), [
      '97110: 25 min by an aide and 1 unit billed on them',
    ]);
    assert.deepEqual(of('15 min 97110 by aide', '15 min 97110', bill), []);
    assert.deepEqual(of('15 min 97110 by aide', '15 min 97110', `${bill} x2`), [
      '97110: 15 min by an aide and 2 units billed on them',
    ]);
    assert.deepEqual(of('15 min 97110 by aide', '9:75-10:00 97112', bill), []);
    assert.deepEqual(of('15 min 97110 by aide', 'bill 97110-GP x'), []);
    assert.deepEqual(of('15 min 97110 by aide'), []);
  });

  it('of an untimed one: where no session of it is the clinician’s', () => {
    const FOUND = ['97150: 15 min by an aide and 1 unit billed on them'];
    assert.deepEqual(of(`${GROUP} by aide`, 'bill 97150-GP'), FOUND);
    assert.deepEqual(of(`${GROUP} by aide`, '15 min 97110', 'bill 97150-GP', 'bill 97110-GP'), FOUND);
    assert.deepEqual(of(`${GROUP} by aide`, GROUP, 'bill 97150-GP'), []);
    assert.deepEqual(of(`${GROUP} by aide`, '15 min 9711', 'bill 97150-GP'), []);
  });

  it('a student’s session while the clinician is with another patient, unless in one group', () => {
    const beside = (own: string, other: string) =>
      said(
        'aide-time',
        encounter(PT, [`09:00-09:30 ${own} by student`, `bill ${own.split(' ')[0]}-GP`]) +
          encounter(PT, [`09:00-09:30 ${other}`], 'B'),
      ).length;
    assert.equal(beside('97110', '97112'), 1);
    assert.equal(beside('97150 group of 2', '97150 group of 2'), 0);
    assert.equal(beside('97150 group of 2', '97110'), 1);
    assert.equal(beside('97110', '97150 group of 2'), 1);
    assert.equal(beside('97150 group of 2', '92508 group of 2'), 1);
  });
});

describe('co-treatment-units', () => {
  const OT = ['clinician "S. Kim, OT"', 'discipline OT', 'payer medicare'];
  const of = (pt: string[], ot: string[], ...more: string[]) =>
    said('co-treatment-units', encounter([...PT, ...more], pt) + encounter([...OT, ...more], ot)).map(({ message }) =>
      /together for (\d+) min\..* support (\d+) units?, (\d+) billed/.exec(message)?.slice(1).join(' '),
    );
  const pt = (time: string, units: number) => [`${time} 97110`, `bill 97110-GP x${units}`];
  const ot = (time: string, units: number) => [`${time} 97530`, `bill 97530-GO x${units}`];
  const HALF = '09:00-09:30';
  const asGp = (line: string) => line.replace('-GO', '-GP');
  const asGo = (line: string) => line.replace('-GP', '-GO');

  it('by the 8-minute rule: minutes of two disciplines together are counted once', () => {
    assert.deepEqual(of(pt(HALF, 2), ot(HALF, 2)), ['30 2 4']);
    assert.deepEqual(of(pt(HALF, 2), ot(HALF, 1)), ['30 2 3']);
    assert.deepEqual(of(pt(HALF, 1), ot(HALF, 1)), []);
    assert.deepEqual(of(pt(HALF, 2), ot('09:30-10:00', 2)), []);
    assert.deepEqual(of(pt(HALF, 2), ot('09:15-09:45', 2)), ['15 3 4']);
    assert.deepEqual(of(pt(HALF, 2), ['09:00-09:30 97530']), []);
    assert.deepEqual(of([...pt(HALF, 2), '9:75-10:00 97112'], ot(HALF, 2)), []);
  });

  it('by the midpoint rule: given to one, or split by whole 15 minutes', () => {
    const midpoint = (one: string[], two: string[]) => of(one, two, 'units midpoint');
    assert.deepEqual(midpoint(pt(HALF, 2), ot(HALF, 2)), ['30 2 4']);
    assert.deepEqual(midpoint(pt(HALF, 1), ot(HALF, 1)), []);
    assert.deepEqual(midpoint(pt('09:00-09:23', 1), ot('09:00-09:23', 1)), []);
    assert.deepEqual(midpoint(pt('09:00-09:46', 2), ot('09:00-09:46', 1)), []);
    assert.deepEqual(midpoint(pt('09:00-09:46', 2), ot('09:00-09:46', 2)), ['46 3 4']);
    const two = ['09:00-09:30 97110', '09:30-09:45 97112', 'bill 97110-GP x2', 'bill 97112-GP'];
    assert.deepEqual(midpoint(two, ot('09:00-09:45', 3)), ['45 3 6']);
    assert.deepEqual(midpoint(two, ot('09:00-09:45', 1)), ['45 3 4']);
    assert.deepEqual(midpoint(two, ot('09:30-10:00', 1)), []);
  });

  it('gives each lot of shared minutes to whom it earns more', () => {
    // 10 of 23 and of 18 are shared: 23 and 8 earn 3 units, 13 and 18 only 2. The same the other way round.
    assert.deepEqual(of(pt('09:00-09:23', 2), ot('09:13-09:31', 1)), []);
    assert.deepEqual(of(pt('09:13-09:31', 1), ot('09:00-09:23', 2)), []);
    const midpoint = (one: string[], two: string[]) => of(one, two, 'units midpoint');
    // Two such lots, the first worth more with the one and the second with the other.
    const first = ['09:00-09:23 97110', '10:13-10:31 97112', 'bill 97110-GP x2', 'bill 97112-GP'];
    const second = ['09:13-09:31 97530', '10:00-10:23 97535', 'bill 97530-GO', 'bill 97535-GO x2'];
    assert.deepEqual(midpoint(first, second), []);
    assert.deepEqual(midpoint(second.map(asGp), first.map(asGo)), []);
    // One code beside two: what is shared with the one says nothing of the other.
    const one = ['09:00-09:30 97110', 'bill 97110-GP x2'];
    const parts = ['09:00-09:15 97530', '09:15-09:30 97535', 'bill 97530-GO'];
    assert.deepEqual(midpoint(one, parts), ['30 2 3']);
    assert.deepEqual(midpoint(parts.map(asGp), one.map(asGo)), ['30 2 3']);
  });

  it('is said of the lines whose minutes are shared', () => {
    const lines = (pt: string[], ot: string[]) =>
      said('co-treatment-units', encounter(PT, pt) + encounter(OT, ot)).map(({ at }) => at);
    const found = lines(pt(HALF, 2), ot(HALF, 2));
    assert.equal(found.length, 1);
    // Another code of theirs, before or after and by itself, is none of them.
    assert.deepEqual(lines(pt(HALF, 2), [...ot(HALF, 2), '10:00-10:30 97535', 'bill 97535-GO x2']), found);
  });
});

describe('deleted-code', () => {
  const of = (fields: readonly string[], date: string, ...lines: string[]) =>
    said('deleted-code', encounter(fields, lines, 'A', date)).map(({ fixes }) =>
      fixes.map((title) => title.replace(/: you state that .*/, '').replace('Change ', '')).join('; '),
    )[0];
  const today = (...lines: string[]) => of(PT, '2026-03-03', ...lines);
  const talk = (...lines: string[]) => of(BH, '2026-03-03', ...lines);

  it('from the day after its last; what is billed already is no choice', () => {
    assert.equal(of(PT, '2016-12-31', 'bill 97001-GP'), undefined);
    assert.equal(of(PT, '2017-01-01', 'bill 97001-GP'), '97001 to 97161; 97001 to 97162; 97001 to 97163');
    assert.equal(today('bill 97001-GP', 'bill 97161-GP'), '97001 to 97162; 97001 to 97163');
    assert.equal(today('30 min 97504', 'bill 97504-GP x2'), '97504 to 97760');
    assert.equal(today('bill 97504-GP', 'bill 97760-GP'), '');
  });

  it('a code and its further units, on all lines together', () => {
    const FIRST = '97532 to 97129 (first 15 minutes)';
    assert.equal(today('30 min 97532', 'bill 97532-GP x2'), `${FIRST} and 97130 (the rest)`);
    assert.equal(today('30 min 97532', 'bill 97532-GP'), FIRST);
    assert.equal(today('30 min 97532', 'bill 97532-GP', 'bill 97532-GP-59'), FIRST);
    assert.equal(today('bill 97532-GP x2', 'bill 97130-GP'), '');
    assert.equal(today('bill 97532-GP x2', 'bill 97129-GP'), '');
    assert.equal(today('bill 97532-GP x2', 'bill 97532-GP x'), '');
    assert.equal(talk('45 min 90857 group of 5', 'bill 90857'), '90857 to 90853 and 90785');
  });

  it('psychotherapy by its minutes, an add-on where its code is billed', () => {
    assert.equal(talk('37 min 90806', 'bill 90806'), '90806 to 90832');
    assert.equal(talk('38 min 90806', 'bill 90806'), '90806 to 90834');
    assert.equal(talk('52 min 90806', 'bill 90806'), '90806 to 90834');
    assert.equal(talk('53 min 90806', 'bill 90806'), '90806 to 90837');
    assert.equal(talk('45 min 90806', 'bill 90806', 'bill 99213'), '90806 to 90834; 90806 to 90836');
    assert.equal(talk('45 min 90806', 'bill 90806', 'bill 90834'), '');
    assert.equal(talk('9:75-10:00 90806', 'bill 90806'), '90806 to 90832; 90806 to 90834; 90806 to 90837');
  });

  it('has no fix over two files, nor where payers take it by different codes', () => {
    const lines = ['30 min 97504', 'bill 97504-GP'];
    const two = said('deleted-code', [encounter(PT, lines), encounter(PT, lines)]);
    assert.deepEqual(
      two.map(({ fixes }) => fixes.length),
      [0, 0, 0, 0],
    );
    const early = (fields: readonly string[]) => encounter(fields, ['bill 97532'], 'A', '2018-03-03');
    const other = ['clinician "S. Kim, PT"', 'discipline PT', 'payer commercial'];
    assert.deepEqual(
      [early(PT), early(other), early(PT) + early(other)].map((text) =>
        said('deleted-code', text).map(({ fixes }) => fixes.length),
      ),
      [[1], [1], [0, 0]],
    );
  });
});

describe('patients by name', () => {
  it('each once, however many encounters of a date a patient has', () => {
    const group = '09:00-09:30 97150 group of 2';
    const two = encounter(PT, [group, 'bill 97150-GP'], 'A') + encounter(PT, [group, 'bill 97150-GP-59'], 'A');
    const [found] = said('clinician-double-booked', two + encounter(PT, ['09:10-09:20 97110', 'bill 97110-GP'], 'B'));
    assert.match(found!.message, /is also recorded with the group of patient A \(97150, 09:00-09:30\)\./);
  });

  it('as patients', () => {
    const [found] = said(
      'aide-time',
      encounter(PT, ['09:00-09:15 97110 by student', 'bill 97110-GP'], 'A') +
        encounter(PT, ['09:00-09:15 97140', 'bill 97140-GP'], 'B'),
    );
    assert.match(found!.message, /is with patient B \(97140, 09:00-09:15\)/);
  });
});

describe('clinician-double-booked', () => {
  const S = '09:00-09:15 97110';
  const B = ['09:00-09:15 97112', 'bill 97112-GP'];
  const of = (a: readonly string[], b: readonly string[] = B, ...more: string[]) =>
    said('clinician-double-booked', encounter(PT, a) + encounter(PT, b, 'B') + more.join(''));
  const isMended = (...all: Parameters<typeof of>) => {
    const fixes = of(...all)[0]!.fixes;
    assert.ok(fixes.length === 0 || fixes[0]!.startsWith('Change both to 97150 x1, group of 2:'));
    return fixes.length === 1;
  };

  it('can be a group of two where both were given the same minutes, each on a line of its own', () => {
    assert.equal(isMended([S, 'bill 97110-GP']), true);
    assert.equal(isMended([S]), true);
    assert.equal(isMended([S, 'bill 97110-GP'], ['09:00-09:16 97112', 'bill 97112-GP']), false);
    assert.equal(isMended([S, 'bill 97110-GP'], ['08:59-09:15 97112', 'bill 97112-GP']), false);
    assert.equal(isMended([S, 'bill 97110-GP'], B, encounter(PT, ['09:05-09:10 97116'], 'C')), false);
    assert.equal(isMended([S, '15 min 97110', 'bill 97110-GP']), false);
    assert.equal(isMended([S, 'bill 97110-GP', 'bill 97110-59-GP']), false);
    assert.equal(isMended([S], B, encounter(PT, ['bill 97110-GP'])), false);
    assert.equal(isMended(['09:00-09:15 97140', 'bill 97140-GP']), false);
    const files = said('clinician-double-booked', [encounter(PT, [S, 'bill 97110-GP']), encounter(PT, B, 'B')]);
    assert.deepEqual(
      files.map(({ fixes }) => fixes.length),
      [0, 0],
    );
  });

  it('and where nothing of the day is unread, or would need to be told apart from a group', () => {
    assert.equal(isMended([S, 'bill 97110-GP', 'bill 9711']), false);
    assert.equal(isMended([S, 'bill 97110-GP', '15 min 9711']), false);
    assert.equal(isMended([S, 'bill 97110-GP x']), false);
    assert.equal(isMended([S, '10:00-10:30 97150 group of 2', 'bill 97110-GP']), false);
    assert.equal(isMended([S, 'bill 97110-GP', 'bill 97150-GP']), false);
    assert.equal(isMended([S, '10:00-10:15 97140', 'bill 97110-GP', 'bill 97140-GP']), false);
    assert.equal(isMended([S, '10:00-10:15 97035', 'bill 97110-GP', 'bill 97035-GP']), true);
  });

  it('says group where the codes are of that kind', () => {
    const words = (code: string) =>
      of([`09:00-09:15 ${code}`, `bill ${code}-GP`])[0]!
        .message.split('who gave them')[1]!
        .trim();
    assert.match(words('97110'), /^\. If attention was divided, it is group/);
    assert.match(words('97542'), /^\. If attention was divided, it is group/);
    assert.match(words('97755'), /^\(/);
    assert.match(words('97161'), /^\(/);
    assert.match(words('97035'), /^\. An attended modality cannot share its minutes/);
  });

  const whom = (...all: string[]) =>
    said('clinician-double-booked', all.join('')).map(
      ({ message }) => /also recorded with (.+)\. Correct/.exec(message)![1]!,
    );

  it('names six others, members of a group together', () => {
    const seven = whom(...[...'ABCDEFG'].map((patient) => encounter(PT, [S], patient)));
    assert.equal(seven[0]!.split('patient ').length, 7);
    assert.doesNotMatch(seven[0]!, /more/);
    const eight = whom(...[...'ABCDEFGH'].map((patient) => encounter(PT, [S], patient)));
    assert.match(eight[0]!, / and 1 more$/);
    const group = '09:00-09:30 97150 group of 3';
    const members = [encounter(PT, [group], 'B'), encounter(PT, [group], 'C')];
    const GROUP = 'the group of patients B and C (97150, 09:00-09:30)';
    assert.deepEqual(whom(encounter(PT, [S]), ...members)[0], GROUP);
    assert.deepEqual(whom(encounter(PT, [S, '10:00-10:30 97150 group of 3']), ...members)[0], GROUP);
    assert.deepEqual(whom(encounter(PT, [S, group]), ...members), []);
    assert.deepEqual(whom(encounter(PT, [group]), encounter(PT, ['09:00-09:30 92508 group of 3'], 'B')), [
      'the group of patient B (92508, 09:00-09:30)',
      'the group of patient A (97150, 09:00-09:30)',
    ]);
  });

  it('is not said of a family seen together, nor of a student', () => {
    const family = (code: string) => [
      encounter(PT, ['09:00-09:50 90847']),
      encounter(PT, [`09:00-09:50 ${code}`], 'B'),
    ];
    assert.equal(whom(...family('90847')).length, 0);
    assert.equal(whom(...family('90846')).length, 2);
    assert.equal(whom(encounter(PT, [`${S} by student`]), encounter(PT, B, 'B')).length, 0);
  });
});

describe('group-size-mismatch', () => {
  it('names the first minute with the most members, in whatever order they stand', () => {
    const first = encounter(PT, ['09:00-10:00 97150 group of 2']);
    const at = (time: string, ...patients: string[]) =>
      patients.map((patient) => encounter(PT, [`${time} 97150 group`], patient));
    const [late, early] = [at('09:30-10:00', 'B', 'C'), at('09:15-09:30', 'D', 'E')];
    for (const order of [
      [...late, ...early],
      [...early, ...late],
    ]) {
      const [found] = said('group-size-mismatch', first + order.join(''));
      assert.match(found!.message, /3 members are on file at 09:15\./);
    }
  });
});

describe('manipulation-same-region', () => {
  const DC = ['clinician "T. Bell, DC"', 'discipline chiro', 'payer commercial'];
  const of = (...lines: string[]) =>
    said('manipulation-same-region', encounter(DC, ['10 min 98941 region "neck"', ...lines, 'bill 98941'])).map(
      ({ message }) => message,
    );
  const NECK = '15 min 97140 region "neck"';

  it('counts the units that minutes away from the manipulated region can give at most', () => {
    const AWAY = /^97140: 15 min are recorded for a region .* (\d+) min elsewhere give (\d+) units? at most\./;
    const give = (hip: string, units: number) =>
      of(NECK, `${hip} 97140 region "hip"`, `bill 97140-59 x${units}`).map((one) => AWAY.exec(one)?.slice(1).join(' '));
    assert.deepEqual(give('15 min', 2), ['15 1']);
    assert.deepEqual(give('15 min', 1), []);
    assert.deepEqual(give('16 min', 2), []);
    assert.deepEqual(give('16 min', 3), ['16 2']);
    assert.deepEqual(give('9:75-10:00', 2), []);
    assert.deepEqual(of('15 min 97140 region "hip"', '15 min 97140 region "knee"', 'bill 97140-59 x3'), []);
  });

  it('asks for the region where a session names none, and for the modifier where none is there', () => {
    assert.match(of(NECK, '15 min 97140', 'bill 97140-59 x2')[0]!, /^-59 says .* no region is recorded for 97140\./);
    assert.match(of(NECK, '15 min 97140 region "hip"', 'bill 97140 x2')[0]!, /where the regions differ, add -XS/);
  });
});

describe('telehealth-modifier', () => {
  const of = (line: string, setting = 'telehealth') =>
    said('telehealth-modifier', encounter(['discipline BH', 'payer medicare', `setting ${setting}`], [line])).length;

  it('wants 95, but not beside what says another kind of telehealth', () => {
    for (const line of ['bill 90834', 'bill 90834-GT', 'bill 90834-KX']) assert.equal(of(line), 1, line);
    for (const more of ['-95', '-93', '-GQ', '-KX-93', ' x', '-GY']) assert.equal(of(`bill 90834${more}`), 0, more);
    assert.deepEqual([of('bill 90834-95', 'office'), of('bill 90834-93', 'office')], [1, 0]);
  });
});

describe('end-before-start', () => {
  it('offers times of up to four hours: past noon, at midnight, or turned round', () => {
    const of = (when: string) =>
      said('end-before-start', encounter(PT, [`${when} 97110`]))[0]!.fixes.map((title) => title.split(/ |: /)[1]);
    assert.deepEqual(of('11:30-1:00'), ['11:30-13:00']);
    assert.deepEqual(of('11:30-3:30'), ['11:30-15:30']);
    assert.deepEqual(of('11:30-3:31'), []);
    assert.deepEqual(of('1:00pm-1:45am'), ['1:00pm-1:45pm']);
    assert.deepEqual(of('3:00pm-1:00pm'), ['1:00pm-3:00pm']);
    assert.deepEqual(of('10:00-6:00'), ['06:00-10:00']);
    assert.deepEqual(of('10:00-5:59'), []);
    assert.deepEqual(of('23:00-12:30'), []);
    assert.deepEqual(of('13:00-12:59'), ['12:59-13:00']);
    assert.deepEqual(of('10:00-0:00'), ['10:00-24:00']);
    assert.deepEqual(of('0:00-0:00'), []);
    assert.deepEqual(of('9:00-9:00'), []);
  });
});

describe('unknown-code', () => {
  const of = (...lines: string[]) =>
    said('unknown-code', encounter(PT, lines)).map(
      ({ at, message }) => `${at.split(' ')[1]} ${/Nearest: ([^.(]+)/.exec(message)?.[1]?.trim() ?? ''}`,
    )[0]!;

  it('a warning in physical medicine, less what others bill in it; else an info', () => {
    for (const code of ['97011', '97798', '97159', '97611', '9711O'])
      assert.match(of(`bill ${code}`), /^warning/, code);
    for (const code of ['97009', '97151', '97158', '97597', '97610', 'A9711', '12345'])
      assert.match(of(`bill ${code}`), /^info/, code);
  });

  it('names codes one slip away: one figure, or two neighbours swapped', () => {
    assert.equal(of('bill 97798'), 'warning 97799');
    assert.equal(of('bill 97611'), 'warning 97161');
    assert.equal(of('bill 97110', 'bill 91710'), 'info 97110');
    assert.equal(of('bill 97110', 'bill 79110'), 'info 97110');
    assert.equal(of('bill 97110', 'bill 79101'), 'info ');
    assert.equal(of('bill 97110', 'bill 11079'), 'info ');
    assert.equal(of('bill 97119'), 'warning 97110, 97112 and 97113');
    assert.equal(of('bill 97116', 'bill 97119'), 'warning 97116, 97110 and 97112');
  });
});

describe('what is written and not known', () => {
  it('is shown up to 40 characters', () => {
    const shown = (length: number) =>
      /^"(.*)" is not a field/.exec(said('unknown-field', encounter(PT, [`${'x'.repeat(length)} a`]))[0]!.message)![1];
    assert.equal(shown(40), 'x'.repeat(40));
    assert.equal(shown(41), `${'x'.repeat(39)}…`);
  });

  it('has a fix where it can be written right', () => {
    const of = (line: string) => said('syntax', encounter(PT, [line])).map(({ fixes }) => fixes.join('; '));
    assert.deepEqual(of('bill: 97110'), ['Remove ":"']);
    assert.deepEqual(of('goal “Walk”'), ['Write "Walk"']);
    assert.deepEqual(of('assistant none.'), ['']);
    assert.deepEqual(of('bill'), ['']);
  });
});
