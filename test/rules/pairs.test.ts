/** Pairs and the modifiers that open them: both sides of every date, of every payer, and of "same hands". */

import assert from 'node:assert/strict';
import { allPairs } from '../../server/src/guidance/pairs';
import {
  applyEdits,
  check,
  editsInFile,
  type Found,
  findingsIn,
  newWorkspace,
  readMarks,
  show,
} from '../support/markers';

const PAIR_RULES = new Set([
  'missing-59',
  'misplaced-59',
  'needless-59',
  'unsupported-59',
  'x-modifier-mismatch',
  'psychotherapy-same-day',
  'pair-not-payable',
  'bypass-modifier-misuse',
  'missing-25',
  'two-evaluations',
  'commercial-pair',
  'manipulation-same-region',
]);

const ofPairs = (found: readonly Found[]) => found.filter((f) => PAIR_RULES.has(f.rule));

/** What the pair rules find is what is marked, no more and no less. */
function expects(marked: string): void {
  const { text, marks } = readMarks(marked);
  assert.deepEqual(
    ofPairs(check(text)).map((f) => show({ ...f, message: '' })),
    marks.map((mark) => show(mark)),
  );
}

interface Day {
  date?: string;
  payer?: string | undefined;
  discipline?: string;
  clinician?: string;
  setting?: string;
}

/** One encounter. Lines are indented; lines of marks are kept as they stand. */
function day(where: Day, ...lines: string[]): string {
  const { date = '2026-03-03', payer, discipline = 'PT', clinician = 'R. Ortiz', setting } = where;
  const fields = [`clinician "${clinician}"`, `discipline ${discipline}`];
  if (payer) fields.push(`payer ${payer}`);
  if (setting) fields.push(`setting ${setting}`);
  return [
    `encounter ${date} patient A`,
    ...fields.map((field) => `  ${field}`),
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** Severity of each finding of one rule, with its line: "error 97110". */
function found(text: string, rule: string): string[] {
  const lines = text.split('\n');
  return check(text)
    .filter((f) => f.rule === rule)
    .map((f) => `${f.severity} ${lines[f.line]!.slice(f.start, f.end)}`);
}

interface Offer {
  title: string;
  safe: boolean;
  text: string;
}

/** The fixes that the first finding of a rule offers, with the text after each. */
function offers(text: string, rule: string): Offer[] {
  const workspace = newWorkspace();
  workspace.setText('test.encounter', text);
  workspace.check();
  const first = findingsIn(workspace, 'test.encounter').find((f) => f.rule === rule);
  assert.ok(first, `no ${rule} found`);
  return first.finding.fixes.map((fix) => ({
    title: fix.title,
    safe: fix.safe,
    text: applyEdits(text, editsInFile(workspace, 'test.encounter', fix)),
  }));
}

const titles = (text: string, rule: string) =>
  offers(text, rule).map(({ title, safe }) => `${safe ? 'safe' : 'alone'}: ${title}`);
const bills = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim().startsWith('bill '))
    .map((line) => line.trim());

const APART = ['09:00-09:15  97110', '09:15-09:30  97150  group of 2'];

describe('missing-59: payers, dates and hands', () => {
  const row = (where: Day) => day(where, '09:00-09:15  97530', '09:15-09:30  97535', 'bill 97530 x1', 'bill 97535 x1');

  it('group is an error whoever pays', () => {
    for (const payer of ['medicare', 'medicaid', 'tricare', 'commercial', 'workers-comp', undefined])
      assert.deepEqual(
        found(day({ payer }, ...APART, 'bill 97110 x1', 'bill 97150 x1'), 'missing-59'),
        ['error 97110'],
        payer,
      );
  });

  it('group in a hospital is an error too: the pair is named', () => {
    const text = day({ payer: 'medicare', setting: 'hospital' }, ...APART, 'bill 97110 x1', 'bill 97150 x1');
    assert.deepEqual(found(text, 'missing-59'), ['error 97110']);
  });

  it('a pair of the 2021 table alone: warning, error in 2021, warning again', () => {
    assert.deepEqual(found(row({ payer: 'medicare', date: '2020-12-31' }), 'missing-59'), ['warning 97535']);
    assert.deepEqual(found(row({ payer: 'medicare', date: '2021-01-01' }), 'missing-59'), ['error 97535']);
    assert.deepEqual(found(row({ payer: 'medicaid', date: '2021-12-31' }), 'missing-59'), ['error 97535']);
    assert.deepEqual(found(row({ payer: 'tricare', date: '2022-01-01' }), 'missing-59'), ['warning 97535']);
  });

  it('and info where another table holds, and for payers that no edit binds', () => {
    for (const setting of ['hospital', 'snf', 'home'])
      assert.deepEqual(
        found(row({ payer: 'medicare', date: '2021-06-01', setting }), 'missing-59'),
        ['info 97535'],
        setting,
      );
    assert.deepEqual(found(row({ payer: 'medicare', setting: 'office' }), 'missing-59'), ['warning 97535']);
    assert.deepEqual(found(row({ payer: 'commercial', date: '2021-06-01' }), 'missing-59'), ['info 97535']);
    assert.deepEqual(found(row({}), 'missing-59'), ['info 97535']);
  });

  it('97140 with 97530 until 2020-12-31', () => {
    const text = (date: string) =>
      day({ payer: 'medicare', date }, '09:00-09:15  97530', '09:15-09:30  97140', 'bill 97530 x1', 'bill 97140 x1');
    assert.deepEqual(found(text('2019-09-10'), 'missing-59'), ['error 97530']);
    assert.deepEqual(found(text('2020-12-31'), 'missing-59'), ['error 97530']);
    assert.deepEqual(ofPairs(check(text('2021-01-01'))).map(show), []);
  });

  it('97530 with 97116, evaluations with 97140 and common codes with 97164: October to December 2020 alone', () => {
    const pairs = [
      ['97530', '97116'],
      ['97161', '97140'],
      ['97162', '97140'],
      ['97163', '97140'],
      ...['97110', '97112', '97113', '97116', '97140', '97530'].map((code) => [code, '97164']),
    ];
    for (const [one, two] of pairs) {
      const text = (date: string) =>
        day(
          { payer: 'medicare', date },
          `09:00-09:15  ${one}`,
          `09:15-09:30  ${two}`,
          `bill ${one} x1`,
          `bill ${two} x1`,
        );
      assert.deepEqual(found(text('2020-09-30'), 'missing-59'), [], `${one} ${two}`);
      assert.deepEqual(found(text('2020-10-01'), 'missing-59'), [`error ${two}`], `${one} ${two}`);
      assert.deepEqual(found(text('2020-12-31'), 'missing-59'), [`error ${two}`], `${one} ${two}`);
      assert.deepEqual(found(text('2021-01-01'), 'missing-59'), [], `${one} ${two}`);
    }
  });

  it('97150 with 97164 in those months binds as any other pair does, not as group', () => {
    const text = (payer: string, date: string) =>
      day({ payer, date }, '09:00-09:15  97164', '09:15-09:30  97150  group of 2', 'bill 97164 x1', 'bill 97150 x1');
    assert.deepEqual(found(text('medicare', '2020-11-15'), 'missing-59'), ['error 97164']);
    assert.deepEqual(found(text('commercial', '2020-11-15'), 'missing-59'), ['info 97164']);
    assert.deepEqual(found(text('medicare', '2021-01-01'), 'missing-59'), []);
  });

  it('no dated pair where the date cannot be read', () => {
    const text = day(
      { payer: 'medicare', date: '2020-02-30' },
      '09:00-09:15  97530',
      '09:15-09:30  97140',
      'bill 97530 x1',
      'bill 97140 x1',
    );
    assert.deepEqual(ofPairs(check(text)).map(show), []);
  });

  it('two disciplines: info for any pair, nothing with a 59; two payers: nothing', () => {
    const text = (two: Day, line: string) =>
      day({ payer: 'medicare' }, '09:00-09:30  97150  group of 2', 'bill 97150-GP x1') +
      day({ payer: 'medicare', discipline: 'OT', clinician: 'L. Chen', ...two }, '10:00-10:15  97530', line);
    assert.deepEqual(found(text({}, 'bill 97530-GO x1'), 'missing-59'), ['info 97530']);
    assert.deepEqual(ofPairs(check(text({}, 'bill 97530-59-GO x1'))).map(show), []);
    assert.deepEqual(ofPairs(check(text({ payer: 'commercial' }, 'bill 97530 x1'))).map(show), []);
    // One discipline, or one clinician: the same hands.
    assert.deepEqual(found(text({ discipline: 'PT' }, 'bill 97530-GP x1'), 'missing-59'), ['error 97530']);
    assert.deepEqual(found(text({ clinician: 'R. Ortiz' }, 'bill 97530-GO x1'), 'missing-59'), ['error 97530']);
  });

  it('is silent where the times overlap, on GY lines, and where a line breaks off', () => {
    const group = '09:15-09:30  97150  group of 2';
    assert.deepEqual(found(day({}, '09:00-09:20  97110', group, 'bill 97110 x1', 'bill 97150 x1'), 'missing-59'), []);
    assert.deepEqual(found(day({}, ...APART, 'bill 97110-GY x1', 'bill 97150 x1'), 'missing-59'), []);
    assert.deepEqual(found(day({}, ...APART, 'bill 97110 -5 x1', 'bill 97150 x1'), 'missing-59'), []);
    // Touching is not overlapping.
    assert.deepEqual(found(day({}, '09:00-09:15  97110', group, 'bill 97110 x1', 'bill 97150 x1'), 'missing-59'), [
      'error 97110',
    ]);
  });

  it('any opening modifier on either line opens; 22 does not', () => {
    const text = (a: string, b: string) => day({}, ...APART, `bill 97110${a} x1`, `bill 97150${b} x1`);
    for (const modifier of ['-59', '-XU', '-XE', '-XP', '-XS', '-LT']) {
      assert.deepEqual(found(text(modifier, ''), 'missing-59'), [], modifier);
      assert.deepEqual(found(text('', modifier), 'missing-59'), [], modifier);
    }
    assert.deepEqual(found(text('-22', ''), 'missing-59'), ['error 97110']);
  });

  it('an X modifier before 2015 is said of itself', () => {
    const text = (date: string, modifier: string) =>
      day({ payer: 'medicare', date }, ...APART, `bill 97110${modifier} x1`, 'bill 97150 x1');
    assert.deepEqual(found(text('2014-12-31', '-XU'), 'missing-59'), []);
    assert.deepEqual(found(text('2014-12-31', ''), 'missing-59'), ['error 97110']);
  });
});

describe('missing-59: fixes', () => {
  const bare = (...lines: string[]) => day({ payer: 'medicare' }, ...lines);

  it('safe where clock times prove it, with XU beside it where back to back', () => {
    assert.deepEqual(titles(bare(...APART, 'bill 97110-GP x1', 'bill 97150-GP x1'), 'missing-59'), [
      'safe: Add -59 to 97110',
      'alone: Add -XU to 97110: you state that they followed one another without sharing a minute',
    ]);
  });

  it('XE where the two were apart in the day, and not where other sessions fill the time between', () => {
    const text = (between: string[]) =>
      bare('09:00-09:15  97110', '14:00-14:30  97150  group of 2', ...between, 'bill 97110 x1', 'bill 97150 x1');
    assert.deepEqual(titles(text([]), 'missing-59'), [
      'safe: Add -59 to 97110',
      'alone: Add -XE to 97110: you state that they were separate visits on the day',
    ]);
    assert.deepEqual(titles(text(['09:15-14:00  97545']), 'missing-59'), [
      'safe: Add -59 to 97110',
      'alone: Add -XU to 97110: you state that they followed one another without sharing a minute',
    ]);
  });

  it('no X modifier is offered before 2015-01-01', () => {
    const text = (date: string) => day({ date }, ...APART, 'bill 97110 x1', 'bill 97150 x1');
    assert.equal(titles(text('2014-12-31'), 'missing-59').length, 1);
    assert.equal(titles(text('2015-01-01'), 'missing-59').length, 2);
  });

  it('XP where two clinicians gave the two', () => {
    const text =
      day({}, '09:00-09:30  97150  group of 2', 'bill 97150 x1') +
      day({ clinician: 'K. Lee' }, '14:00-14:15  97110', 'bill 97110 x1');
    assert.deepEqual(titles(text, 'missing-59'), [
      'safe: Add -59 to 97110',
      'alone: Add -XE to 97110: you state that they were separate visits on the day',
      'alone: Add -XP to 97110: you state that another clinician gave it',
    ]);
  });

  const alone = (text: string) => {
    const [first] = offers(text, 'missing-59');
    assert.equal(first!.safe, false, first!.title);
    assert.match(first!.title, /you state/);
  };

  it('alone without times, with an unreadable session, with an aide, and where a contact says otherwise', () => {
    const claims = ['bill 97110 x1', 'bill 97150 x1'];
    alone(bare('15 min  97110', '09:15-09:30  97150  group of 2', ...claims));
    alone(bare(...APART, '10:00-9:00  97110', ...claims));
    alone(bare(...APART, '10:00-10:15  9711', ...claims));
    alone(bare('09:00-09:15  97110  by aide', '09:15-09:30  97150  group of 2', ...claims));
    alone(bare('09:00-09:15  97110  group of 2', '09:15-09:30  97150  group of 2', ...claims));
    alone(bare('09:00-09:15  97110  grup of 2', '09:15-09:30  97150  group of 2', ...claims));
  });

  it('alone for codes that time does not tell apart', () => {
    alone(bare('09:00-09:15  97535', '09:15-09:30  97164', 'bill 97535 x1', 'bill 97164 x1'));
    alone(bare('09:00-09:15  97110', '09:15-09:30  95992', 'bill 97110 x1', 'bill 95992 x1'));
    alone(bare('09:00-09:15  92507', '09:15-09:30  92508  group of 3', 'bill 92507 x1', 'bill 92508 x1'));
    alone(bare('09:00-09:15  97755', '09:15-09:30  97035', 'bill 97755 x1', 'bill 97035 x1'));
  });

  it('alone where the same 59 would open a pair that nothing proves', () => {
    // 97530 is apart from the group; 97535, whose pair with 97530 it would open as well, has only a length.
    const text = bare(
      '09:00-09:15  97530',
      '09:15-09:30  97150  group of 2',
      '15 min  97535',
      'bill 97530 x1',
      'bill 97150 x1',
      'bill 97535-XS x1',
    );
    assert.equal(offers(text, 'missing-59')[0]!.safe, true);
    alone(text.replace('97535-XS', '97535'));
  });

  it('says one -59 for all pairs of a line, and keeps what else is on it', () => {
    const text = bare(
      '09:00-09:15  97535',
      '09:15-09:30  97530',
      '09:30-09:45  97150  group of 2',
      'bill  97535  -GP  x1  # done',
      'bill 97530-59-GP x1',
      'bill 97150-GP x1',
    );
    assert.deepEqual(found(text, 'missing-59'), ['error 97535']);
    const one = offers(text, 'missing-59')[0]!;
    assert.ok(one.text.includes('  bill  97535-59  -GP  x1  # done\n'), one.text);
    assert.deepEqual(found(one.text, 'missing-59'), []);
  });

  it('each line of a code needs its own', () => {
    const text = bare(...APART, '09:30-09:45  97110', 'bill 97110-59-GP x1', 'bill 97110-GP-CQ x1', 'bill 97150-GP x1');
    assert.deepEqual(found(text, 'missing-59'), ['error 97110']);
  });
});

describe('misplaced-59', () => {
  const text = (date: string, payer: string) =>
    day({ payer, date }, ...APART, 'bill 97110-GP x1', 'bill 97150-59-GP x1');

  it('an error for Medicare up to 2019-06-30, a hint from 2019-07-01 and for all others', () => {
    assert.deepEqual(found(text('2019-06-30', 'medicare'), 'misplaced-59'), ['error -59']);
    assert.deepEqual(found(text('2019-07-01', 'medicare'), 'misplaced-59'), ['hint -59']);
    for (const payer of ['medicaid', 'tricare', 'commercial'])
      assert.deepEqual(found(text('2019-06-30', payer), 'misplaced-59'), ['hint -59'], payer);
  });

  it('moves the modifier that is there to every line that it opens', () => {
    const [fix] = offers(
      day({}, ...APART, '09:30-09:45  97112', 'bill 97110-GP x1', 'bill 97112 -GP x1', 'bill 97150-XU-GP x1'),
      'misplaced-59',
    );
    assert.equal(fix!.title, 'Move -XU to 97110 and 97112');
    assert.equal(fix!.safe, true);
    assert.deepEqual(bills(fix!.text), ['bill 97110-XU-GP x1', 'bill 97112-XU -GP x1', 'bill 97150-GP x1']);
  });

  it('alone without times; silent where they overlap, on both lines, and where the pair is never paid', () => {
    const claims = ['bill 97110 x1', 'bill 97150-59 x1'];
    const length = day({}, '15 min  97110', '09:15-09:30  97150  group of 2', ...claims);
    assert.equal(offers(length, 'misplaced-59')[0]!.safe, false);
    assert.deepEqual(
      found(day({}, '09:10-09:20  97110', '09:15-09:30  97150  group of 2', ...claims), 'misplaced-59'),
      [],
    );
    assert.deepEqual(found(day({}, ...APART, 'bill 97110-XE x1', 'bill 97150-59 x1'), 'misplaced-59'), []);
    assert.deepEqual(
      found(
        day({ payer: 'medicare' }, '09:00-09:15  97140', '09:15-09:30  97124', 'bill 97140-59 x1', 'bill 97124 x1'),
        'misplaced-59',
      ),
      [],
    );
  });

  it('a 59 on column two of one pair opens the next from July 2019; before, that one needs its own', () => {
    const chain = (date: string) =>
      day(
        { payer: 'medicare', date },
        '09:00-09:15  95992',
        '09:15-09:30  97530',
        '09:30-09:45  97535',
        'bill 95992 x1',
        'bill 97530-59 x1',
        'bill 97535 x1',
      );
    const rules = (date: string) => ofPairs(check(chain(date))).map((f) => `${f.rule} ${f.severity}`);
    assert.deepEqual(rules('2019-07-01'), []);
    assert.deepEqual(rules('2019-06-30'), ['missing-59 warning']);
    assert.deepEqual(found(chain('2019-06-30'), 'missing-59'), ['warning 97535']);
  });

  it('weighs as much as the pair', () => {
    const table = (setting?: string) =>
      day(
        { payer: 'medicare', date: '2019-06-30', ...(setting && { setting }) },
        '09:00-09:15  97530',
        '09:15-09:30  97535',
        'bill 97530-59 x1',
        'bill 97535 x1',
      );
    assert.deepEqual(found(table(), 'misplaced-59'), ['warning -59']);
    assert.deepEqual(found(table('hospital'), 'misplaced-59'), ['info -59']);
  });

  it('no fix makes two lines of a code alike', () => {
    const twice = day({}, ...APART, 'bill 97110-59 x1', 'bill 97110 x1', 'bill 97150 x1');
    assert.deepEqual(found(twice, 'missing-59'), ['error 97110']);
    assert.deepEqual(offers(twice, 'missing-59'), []);
  });

  it('group psychotherapy: 90853 is column one from 2014-10-01, column two before', () => {
    const mental = (date: string, individual: string, group: string) =>
      day(
        { payer: 'medicare', discipline: 'BH', date },
        '09:00-10:00  90853  group of 8',
        '10:00-10:30  90832',
        `bill ${group} x1`,
        `bill ${individual} x1`,
      );
    assert.deepEqual(found(mental('2014-09-30', '90832-59', '90853'), 'misplaced-59'), ['error -59']);
    assert.deepEqual(found(mental('2014-09-30', '90832', '90853-59'), 'misplaced-59'), []);
    assert.deepEqual(found(mental('2014-10-01', '90832-59', '90853'), 'misplaced-59'), []);
    assert.deepEqual(found(mental('2014-10-01', '90832', '90853-59'), 'misplaced-59'), ['error -59']);
    assert.deepEqual(found(mental('2019-07-01', '90832', '90853-59'), 'misplaced-59'), ['hint -59']);
  });
});

describe('needless-59', () => {
  const lone = (where: Day, line = 'bill 97110-59 x1') => day(where, '09:00-09:15  97110', line);

  it('warning where nothing else is billed and the edits bind, else hint', () => {
    for (const payer of ['medicare', 'medicaid', 'tricare'])
      assert.deepEqual(found(lone({ payer }), 'needless-59'), ['warning -59'], payer);
    for (const payer of ['commercial', 'workers-comp', undefined])
      assert.deepEqual(found(lone({ payer }), 'needless-59'), ['hint -59'], payer);
    assert.deepEqual(found(lone({ payer: 'medicare' }, 'bill 97110-XE x1'), 'needless-59'), ['warning -XE']);
  });

  it('hint beside a code that is merely in no pair with it', () => {
    const text = day(
      { payer: 'medicare' },
      '09:00-09:15  97110',
      '09:15-09:30  97035',
      'bill 97110-59 x1',
      'bill 97035 x1',
    );
    assert.deepEqual(found(text, 'needless-59'), ['hint -59']);
    assert.deepEqual(found(text.replaceAll('97035', '97112'), 'needless-59'), ['warning -59']);
    assert.deepEqual(found(text.replaceAll('97035', '97010'), 'needless-59'), ['warning -59']);
  });

  it('never where a pair of either kind, a second line, or a code that the table does not hold is there', () => {
    const beside = (...lines: string[]) => found(day({ payer: 'medicare' }, ...lines), 'needless-59');
    assert.deepEqual(beside('bill 97110-59 x1', 'bill 97150 x1'), []);
    assert.deepEqual(beside('bill 97124-59 x1', 'bill 97140 x1'), []);
    assert.deepEqual(beside('bill 97110-59 x1', 'bill 97110-CQ x1'), []);
    assert.deepEqual(beside('bill 97110-59 x1', 'bill 64450 x1'), []);
    assert.deepEqual(beside('bill 97110-59 x1', 'bill 9711 x1'), []);
    assert.deepEqual(beside('bill 97140-59 x1', 'bill 29581 x1'), []);
    assert.deepEqual(beside('bill 97110-59 x1', 'bill 97150 x1,'), []);
    for (const code of ['97129', '97130', '97139'])
      assert.deepEqual(beside(`bill ${code}-59 x1`, 'bill 97150 x1'), [], code);
  });

  it('looks at everyone who billed the patient that day', () => {
    const text =
      lone({ payer: 'medicare' }) +
      day({ payer: 'commercial', discipline: 'OT', clinician: 'L. Chen' }, 'bill 97150 x1');
    assert.deepEqual(found(text, 'needless-59'), []);
  });

  it('leaves 97530 with 97140 alone where plans may want the 59', () => {
    const text = (payer: string) =>
      day({ payer }, '09:00-09:15  97140', '09:15-09:30  97530', 'bill 97140 x1', 'bill 97530-59 x1');
    assert.deepEqual(ofPairs(check(text('commercial'))).map(show), []);
    assert.deepEqual(found(text('medicare'), 'needless-59'), ['warning -59']);
  });

  it('is alone, and removes what stands there', () => {
    const [fix] = offers(lone({ payer: 'medicare' }, 'bill 97110 -59 -GP x1'), 'needless-59');
    assert.equal(fix!.safe, false);
    assert.deepEqual(bills(fix!.text), ['bill 97110 -GP x1']);
  });
});

describe('unsupported-59', () => {
  const text = (modifier: string, ...sessions: string[]) =>
    day({ payer: 'medicare' }, ...sessions, `bill 97110${modifier}-GP x1`, 'bill 97150-GP x1');
  const group = '09:15-09:30  97150  group of 2';

  it('a length is not a time: warning for group, info for other pairs', () => {
    assert.deepEqual(found(text('-59', '15 min  97110', group), 'unsupported-59'), ['warning -59']);
    assert.deepEqual(found(text('-XU', '15 min  97110', group), 'unsupported-59'), ['warning -XU']);
    assert.deepEqual(
      found(day({}, '15 min  97530', '20 min  97535', 'bill 97530 x1', 'bill 97535-59 x1'), 'unsupported-59'),
      ['info -59'],
    );
  });

  it('stands on the 59, whichever line has it', () => {
    const onGroup = day({}, '15 min  97110', group, 'bill 97110 x1', 'bill 97150-59 x1');
    assert.deepEqual(found(onGroup, 'unsupported-59'), ['warning -59']);
  });

  it('silent with XS and XP, without sessions, with clock times, with a time that cannot be read, beside manipulation', () => {
    assert.deepEqual(found(text('-XS', '15 min  97110', group), 'unsupported-59'), []);
    assert.deepEqual(found(text('-XP', '15 min  97110', group), 'unsupported-59'), []);
    assert.deepEqual(found(text('-59', group), 'unsupported-59'), []);
    assert.deepEqual(found(text('-59', '09:00-09:15  97110', group), 'unsupported-59'), []);
    assert.deepEqual(found(text('-59', '09:75-10:00  97110', group), 'unsupported-59'), []);
    assert.deepEqual(
      found(
        day(
          { payer: 'medicaid', discipline: 'chiro' },
          '10 min  98940',
          '15 min  97140',
          'bill 98940 x1',
          'bill 97140-59 x1',
        ),
        'unsupported-59',
      ),
      [],
    );
  });

  it('one finding for a 59 that several pairs rest on', () => {
    const several = day(
      {},
      '15 min  97535',
      '15 min  97530',
      group,
      'bill 97535-59 x1',
      'bill 97530-XS x1',
      'bill 97150-XS x1',
    );
    assert.deepEqual(found(several, 'unsupported-59'), []);
    const both = day({}, '15 min  97535', group, '15 min  97755', 'bill 97535-59 x1', 'bill 97755 x1', 'bill 97150 x1');
    assert.deepEqual(found(both, 'unsupported-59'), ['warning -59']);
  });
});

describe('x-modifier-mismatch', () => {
  const text = (modifier: string, session: string, date = '2026-03-03') =>
    day({ date }, session, '09:15-09:30  97150  group of 2', `bill 97110-${modifier} x1`, 'bill 97150 x1');

  it('from 2015-01-01', () => {
    assert.deepEqual(found(text('XE', '09:00-09:15  97110', '2014-12-31'), 'x-modifier-mismatch'), []);
    assert.deepEqual(found(text('XE', '09:00-09:15  97110', '2015-01-01'), 'x-modifier-mismatch'), ['warning -XE']);
    assert.deepEqual(found(text('XP', '09:00-09:15  97110', '2015-01-01'), 'x-modifier-mismatch'), ['warning -XP']);
  });

  it('XE: not where apart, overlapping or unknown, nor where one session was a visit of its own', () => {
    assert.deepEqual(found(text('XE', '16:00-16:15  97110'), 'x-modifier-mismatch'), []);
    assert.deepEqual(found(text('XE', '15 min  97110'), 'x-modifier-mismatch'), []);
    assert.deepEqual(found(text('XE', '09:00-09:20  97110'), 'x-modifier-mismatch'), []);
    assert.deepEqual(found(text('XE', '09:00-09:15  97110\n  16:00-16:15  97110'), 'x-modifier-mismatch'), []);
    assert.deepEqual(found(text('XU', '09:00-09:15  97110'), 'x-modifier-mismatch'), []);
  });

  it('XP: not where two people gave them or a giver is unknown', () => {
    assert.deepEqual(found(text('XP', '16:00-16:15  97110'), 'x-modifier-mismatch'), ['warning -XP']);
    assert.deepEqual(found(text('XP', '15 min  97110'), 'x-modifier-mismatch'), ['warning -XP']);
    assert.deepEqual(found(text('XP', '09:00-09:15  97110  by assistant "K. Lee"'), 'x-modifier-mismatch'), []);
    const nobody = text('XP', '09:00-09:15  97110').replace('  clinician "R. Ortiz"\n', '');
    assert.deepEqual(found(nobody, 'x-modifier-mismatch'), []);
  });

  it('true of one of its pairs, it has its place', () => {
    const both = day(
      {},
      '09:00-09:15  97535',
      '09:15-09:30  97755',
      '16:00-16:30  97150  group of 2',
      'bill 97535-XE x1',
      'bill 97755 x1',
      'bill 97150 x1',
    );
    assert.deepEqual(found(both, 'x-modifier-mismatch'), []);
  });

  it('offers XU where the times are shown separate, and 59', () => {
    assert.deepEqual(
      offers(text('XE', '09:00-09:15  97110'), 'x-modifier-mismatch').map((fix) => bills(fix.text)[0]),
      ['bill 97110-XU x1', 'bill 97110-59 x1'],
    );
    assert.deepEqual(
      offers(text('XP', '15 min  97110'), 'x-modifier-mismatch').map((fix) => bills(fix.text)[0]),
      ['bill 97110-59 x1'],
    );
  });
});

describe('psychotherapy-same-day', () => {
  const text = (code: string, where: Day = {}, modifier = '') =>
    day(
      { payer: 'medicare', discipline: 'BH', ...where },
      '09:00-10:00  90853  group of 8',
      `10:00-11:00  ${code}`,
      'bill 90853 x1',
      `bill ${code}${modifier} x1`,
    );

  it('all individual and family codes, and several families together; it speaks alone', () => {
    for (const code of ['90832', '90834', '90837', '90845', '90846', '90847', '90849'])
      assert.deepEqual(
        ofPairs(check(text(code))).map((f) => `${f.rule} ${f.severity}`),
        ['psychotherapy-same-day error'],
        code,
      );
    assert.deepEqual(found(text('90832', { payer: 'commercial' }), 'psychotherapy-same-day'), ['info 90832']);
    assert.deepEqual(found(text('90832', {}, '-XE'), 'psychotherapy-same-day'), []);
  });

  it('the 59 goes on the line that is column two on the day', () => {
    const billedAfter = (date: string) => bills(offers(text('90832', { date }), 'psychotherapy-same-day')[0]!.text);
    assert.deepEqual(billedAfter('2014-09-30'), ['bill 90853-59 x1', 'bill 90832 x1']);
    assert.deepEqual(billedAfter('2014-10-01'), ['bill 90853 x1', 'bill 90832-59 x1']);
    // Family psychotherapy was never the other way round.
    const family = offers(text('90847', { date: '2014-09-30' }), 'psychotherapy-same-day')[0]!;
    assert.deepEqual(bills(family.text), ['bill 90853 x1', 'bill 90847-59 x1']);
  });

  it('says one 59 where the individual line has a second pair', () => {
    const three = day(
      { payer: 'medicare', discipline: 'BH' },
      '09:00-10:00  90853  group of 8',
      '10:00-10:30  90832',
      '10:30-11:00  90847',
      'bill 90853 x1',
      'bill 90832 x1',
      'bill 90847-59 x1',
    );
    assert.deepEqual(found(three, 'psychotherapy-same-day'), ['error 90832']);
    assert.deepEqual(found(three, 'missing-59'), []);
  });

  it('is silent where the times overlap', () => {
    const overlapping = text('90832').replace('10:00-11:00', '09:30-10:00');
    assert.deepEqual(found(overlapping, 'psychotherapy-same-day'), []);
  });
});

describe('pair-not-payable', () => {
  const text = (one: string, two: string, where: Day = {}) =>
    day(
      { payer: 'medicare', ...where },
      `09:00-09:30  ${one}`,
      `09:30-09:45  ${two}`,
      `bill ${one} x1`,
      `bill ${two}-59 x1`,
    );

  it('named pairs are errors, those of the 2021 table alone only in 2021, and no edit binds other payers', () => {
    assert.deepEqual(found(text('97161', '97750'), 'pair-not-payable'), ['error 97750']);
    assert.deepEqual(found(text('97161', '97750', { setting: 'hospital' }), 'pair-not-payable'), ['error 97750']);
    assert.deepEqual(found(text('97140', '97124', { date: '2020-12-31' }), 'pair-not-payable'), ['warning 97124']);
    assert.deepEqual(found(text('97140', '97124', { date: '2021-01-01' }), 'pair-not-payable'), ['error 97124']);
    assert.deepEqual(found(text('97140', '97124', { date: '2021-01-01', setting: 'snf' }), 'pair-not-payable'), [
      'info 97124',
    ]);
    assert.deepEqual(found(text('97140', '97124', { payer: 'commercial' }), 'pair-not-payable'), ['info 97124']);
  });

  it('what the manual bars by the same hands, though the indicator is 1; the 59 rules say nothing beside it', () => {
    for (const [one, two] of [
      ['97760', '97164'],
      ['97761', '97168'],
      ['92507', '97533'],
      ['92508', '97129'],
    ] as const) {
      const rules = ofPairs(check(text(one, two))).map((f) => `${f.rule} ${f.severity}`);
      assert.deepEqual(rules, ['pair-not-payable error'], `${one} ${two}`);
    }
  });

  it('one speech-language pathologist: only where the times are not shown separate', () => {
    const slp = (where: Day, ...sessions: string[]) =>
      found(
        day({ payer: 'medicare', discipline: 'SLP', ...where }, ...sessions, 'bill 92507 x1', 'bill 97530-59 x1'),
        'pair-not-payable',
      );
    assert.deepEqual(slp({}, '30 min  92507', '15 min  97530'), ['error 97530']);
    assert.deepEqual(slp({}, '09:00-09:30  92507', '09:30-09:45  97530'), []);
    assert.deepEqual(slp({ discipline: 'OT' }, '30 min  92507', '15 min  97530'), []);
  });

  it('two disciplines: info without a modifier, nothing with one', () => {
    const apart = (line: string) =>
      ofPairs(
        check(
          day({ payer: 'medicare' }, '09:00-09:30  97161', 'bill 97161-GP x1') +
            day({ payer: 'medicare', discipline: 'OT', clinician: 'L. Chen' }, '10:00-10:15  97750', line),
        ),
      ).map((f) => `${f.rule} ${f.severity}`);
    assert.deepEqual(apart('bill 97750-GO x1'), ['pair-not-payable info']);
    assert.deepEqual(apart('bill 97750-59-GO x1'), []);
  });

  it('92507 by an SLP with 97129 by an OT takes a modifier', () => {
    const apart = (line: string) =>
      ofPairs(
        check(
          day(
            { payer: 'medicare', discipline: 'SLP', clinician: 'J. Park' },
            '09:00-09:30  92507',
            'bill 92507-GN x1',
          ) + day({ payer: 'medicare', discipline: 'OT', clinician: 'L. Chen' }, '10:00-10:15  97129', line),
        ),
      ).map((f) => `${f.rule} ${f.severity}`);
    assert.deepEqual(apart('bill 97129-GO x1'), ['missing-59 info']);
    assert.deepEqual(apart('bill 97129-59-GO x1'), []);
  });

  it('beside a visit, the add-on: on the line and on the session', () => {
    const visit = day(
      { payer: 'medicare', discipline: 'BH' },
      '09:00-09:45  90834',
      'bill 99214-25 x1',
      'bill 90834 x1',
    );
    const fixes = offers(visit, 'pair-not-payable');
    assert.ok(fixes.every((fix) => !fix.safe));
    assert.ok(fixes[0]!.text.includes('09:00-09:45  90836'));
    assert.deepEqual(bills(fixes[0]!.text), ['bill 99214-25 x1', 'bill 90836 x1']);
  });

  it('does not offer to remove the primary of an add-on', () => {
    const cognitive = day(
      { payer: 'medicare', discipline: 'SLP' },
      '09:00-09:30  92507',
      '09:30-10:00  97129',
      'bill 92507 x1',
      'bill 97129 x1',
      'bill 97130 x1',
    );
    assert.deepEqual(found(cognitive, 'pair-not-payable'), ['error 97129', 'error 97130']);
    for (const { text: after } of offers(cognitive, 'pair-not-payable'))
      assert.ok(!after.includes('bill 97130') || after.includes('bill 97129'), after);
  });

  it('leaves two evaluations to their own rule', () => {
    assert.deepEqual(
      ofPairs(check(text('97161', '97164'))).map((f) => `${f.rule} ${f.severity}`),
      ['two-evaluations error'],
    );
  });
});

describe('two-evaluations', () => {
  it('whoever gave them; a PT and an OT evaluation by one clinician', () => {
    const two = (first: string, second: string, where: Day) =>
      found(
        day({ payer: 'medicare' }, `09:00-09:30  ${first}`, `bill ${first} x1`) +
          day({ payer: 'medicare', ...where }, `10:00-10:30  ${second}`, `bill ${second} x1`),
        'two-evaluations',
      );
    assert.deepEqual(two('97161', '97164', { clinician: 'K. Lee' }), ['error 97164']);
    assert.deepEqual(two('97165', '97168', { clinician: 'K. Lee', payer: 'commercial' }), ['warning 97168']);
    assert.deepEqual(two('97162', '97166', { clinician: 'L. Chen', discipline: 'OT' }), []);
    assert.deepEqual(two('97162', '97166', { discipline: 'OT' }), ['error 97166']);
    // One code twice is a matter of its units.
    assert.deepEqual(two('97161', '97161', { clinician: 'K. Lee' }), []);
  });
});

describe('missing-25', () => {
  const text = (code: string, visit: string, where: Day = {}) =>
    day({ payer: 'medicaid', ...where }, `09:00-09:30  ${code}`, `bill ${visit} x1`, `bill ${code} x1`);

  it('beside manipulation, an evaluation and family or group psychotherapy', () => {
    for (const code of ['98940', '98943', '97161', '97168', '90846', '90849', '90853'])
      assert.deepEqual(
        ofPairs(check(text(code, '99213'))).map((f) => `${f.rule} ${f.severity}`),
        ['missing-25 warning'],
        code,
      );
    assert.deepEqual(found(text('97110', '99213'), 'missing-25'), []);
    assert.deepEqual(found(text('98940', '99213-25'), 'missing-25'), []);
    assert.deepEqual(found(text('98940', '99213', { payer: 'commercial' }), 'missing-25'), ['info 99213']);
    assert.deepEqual(found(text('98940', '99213', { setting: 'hospital' }), 'missing-25'), ['info 99213']);
  });

  it('a 59 on the visit is said of itself', () => {
    assert.deepEqual(
      ofPairs(check(text('98940', '99213-59'))).map((f) => f.rule),
      ['bypass-modifier-misuse'],
    );
  });
});

describe('bypass-modifier-misuse', () => {
  const text = (oneOnOne: string, group = '97150', where: Day = {}) =>
    day({ payer: 'medicare', ...where }, ...APART, `bill ${oneOnOne} x1`, `bill ${group} x1`);
  const rules = (written: string) => ofPairs(check(written)).map((f) => `${f.rule} ${f.severity}`);

  it('76 and 77 open nothing, and speak for the 59 that is missing', () => {
    assert.deepEqual(rules(text('97110-76')), ['bypass-modifier-misuse error']);
    assert.deepEqual(rules(text('97110-77', '97150', { payer: 'commercial' })), ['bypass-modifier-misuse error']);
    assert.deepEqual(rules(text('97110', '97150-76')), ['bypass-modifier-misuse error']);
    assert.deepEqual(rules(text('97110-76-59')), []);
    assert.deepEqual(rules(text('97110-76').replace('97110-76 x1', '97110-76 x1\n  bill 97110-59 x1')), [
      'missing-59 error',
    ]);
  });

  it('76 away from any pair is not our matter', () => {
    assert.deepEqual(rules(day({}, '09:00-09:15  97110', 'bill 97110-76 x1')), []);
  });

  it('puts 59 on every line that the pairs refuse', () => {
    assert.deepEqual(bills(offers(text('97110-76'), 'bypass-modifier-misuse')[0]!.text), [
      'bill 97110-59 x1',
      'bill 97150 x1',
    ]);
    const wide = day({}, ...APART, '09:30-09:45  97112', 'bill 97110 x1', 'bill 97112 x1', 'bill 97150-76 x1');
    const [fix] = offers(wide, 'bypass-modifier-misuse');
    assert.equal(fix!.safe, true);
    assert.deepEqual(bills(fix!.text), ['bill 97110-59 x1', 'bill 97112-59 x1', 'bill 97150 x1']);
    assert.deepEqual(rules(fix!.text), []);
  });

  it('puts it there by itself only where the times prove it of every line', () => {
    const wide = (other: string) => day({}, ...APART, other, 'bill 97110 x1', 'bill 97112 x1', 'bill 97150-76 x1');
    const fixes = (text: string) => titles(text, 'bypass-modifier-misuse');
    assert.deepEqual(fixes(wide('09:30-09:45  97112')), [
      'safe: Add -59 to 97110 and 97112, and remove -76 from 97150',
    ]);
    assert.deepEqual(fixes(wide('15 min  97112')), [
      'alone: Add -59 to 97110 and 97112, and remove -76 from 97150: you state that the services were separate',
    ]);
    // One of the two was given in minutes of the group: 59 would be untrue.
    assert.deepEqual(fixes(wide('09:20-09:35  97112')), []);
  });

  it('makes no second line of one that has 59, and opens none in another file', () => {
    const two = (...lines: string[]) => titles(day({}, ...APART, ...lines), 'bypass-modifier-misuse');
    assert.deepEqual(two('bill 97110 x1', 'bill 97110-59 x1', 'bill 97150-76 x1'), []);
    assert.deepEqual(two('bill 97110-25 x1', 'bill 97110-59 x1', 'bill 97150 x1'), []);
    assert.equal(two('bill 97110-25 x1', 'bill 97150 x1').length, 1);
    const workspace = newWorkspace();
    workspace.setText('a', day({}, APART[0]!, 'bill 97110 x1'));
    workspace.setText('b', day({}, APART[1]!, 'bill 97150-76 x1'));
    workspace.check();
    const [said] = findingsIn(workspace, 'b').filter(({ rule }) => rule === 'bypass-modifier-misuse');
    assert.deepEqual(said!.finding.fixes, []);
  });

  it('says 25 beside a modifier that nobody knows, and asks for 59 where nothing else opens the pair', () => {
    const said = (line: string, group = '97150', where: Day = {}) =>
      check(text(line, group, where))
        .filter(({ rule }) => rule === 'bypass-modifier-misuse')
        .map(({ message }) => /it is -59|Remove it/.exec(message)![0]);
    assert.deepEqual(said('97110-25'), ['it is -59']);
    assert.deepEqual(said('97110-25-Z9'), ['it is -59']);
    assert.deepEqual(said('97110-25-59'), ['Remove it']);
    assert.deepEqual(said('97110-25', '97150-59'), ['Remove it']);
    // Until July 2019 Medicare read 59 on column two alone.
    assert.deepEqual(said('97110-25', '97150-59', { date: '2019-06-30' }), ['it is -59']);
    assert.deepEqual(said('97110-25', '97150-59', { date: '2019-06-30', payer: 'commercial' }), ['Remove it']);
  });

  it('76 speaks for its own line alone', () => {
    const wide = day({}, ...APART, '09:30-09:45  97112', 'bill 97110-76 x1', 'bill 97112 x1', 'bill 97150 x1');
    assert.deepEqual(rules(wide).sort(), ['bypass-modifier-misuse error', 'missing-59 error']);
  });

  it('59 beside an X modifier speaks for a mismatch on that line', () => {
    assert.deepEqual(rules(text('97110-59-XE')), ['bypass-modifier-misuse error']);
    assert.deepEqual(
      offers(text('97110-59-XU-GP'), 'bypass-modifier-misuse').map((fix) => bills(fix.text)[0]),
      ['bill 97110-XU-GP x1', 'bill 97110-59-GP x1'],
    );
    assert.deepEqual(rules(text('97110-XU')), []);
  });

  it('59 on a visit is 25, or nothing where 25 is there', () => {
    const visit = (line: string) =>
      day({ payer: 'medicaid' }, '09:00-09:10  98940', `bill ${line} x1`, 'bill 98940 x1');
    assert.deepEqual(bills(offers(visit('99213-59'), 'bypass-modifier-misuse')[0]!.text)[0], 'bill 99213-25 x1');
    assert.deepEqual(bills(offers(visit('99213-25-59'), 'bypass-modifier-misuse')[0]!.text)[0], 'bill 99213-25 x1');
    assert.deepEqual(rules(visit('99213-59')), ['bypass-modifier-misuse error']);
  });

  it('25 in place of 59 becomes 59, and nothing else is found then', () => {
    const [fix] = offers(text('97110-25'), 'bypass-modifier-misuse');
    assert.equal(fix!.safe, false);
    assert.match(fix!.title, /you state/);
    assert.deepEqual(bills(fix!.text), ['bill 97110-59 x1', 'bill 97150 x1']);
    assert.deepEqual(rules(fix!.text), []);
    assert.deepEqual(
      bills(offers(text('97110-25', '97150-59'), 'bypass-modifier-misuse')[0]!.text)[0],
      'bill 97110 x1',
    );
  });
});

describe('manipulation-same-region', () => {
  const text = (manipulation: string, therapy: string, modifier: string, payer = 'medicaid', date = '2026-03-03') =>
    day(
      { payer, discipline: 'chiro', date },
      `09:00-09:10  ${manipulation}`,
      `09:10-09:25  ${therapy}`,
      `bill ${manipulation.slice(0, 5)} x1`,
      `bill ${therapy.slice(0, 5)}${modifier} x1`,
    );
  const severities = (...args: Parameters<typeof text>) => found(text(...args), 'manipulation-same-region');

  it('the same region, 59 or not', () => {
    for (const modifier of ['', '-59', '-XS']) {
      assert.deepEqual(
        severities('98940 region "lumbar"', '97140 region "Lumbar spine"', modifier),
        ['error 97140'],
        modifier,
      );
      assert.deepEqual(
        severities('98940 region "neck"', '97124 region "cervical"', modifier, 'commercial'),
        ['warning 97124'],
        modifier,
      );
    }
    assert.deepEqual(
      offers(text('98940 region "lumbar"', '97140 region "lumbar"', ''), 'manipulation-same-region'),
      [],
    );
    for (const [manipulated, treated] of [
      ['C-spine', 'cervical'],
      ['T-spine', 'thoracic'],
      ['lumbar', 'L4-L5'],
      ['C5', 'neck'],
      ['SI joint', 'SIJ'],
      ['LS spine', 'L5-S1'],
      ['atlas', 'suboccipital'],
    ]) {
      const [first, second] = [`98940 region "${manipulated}"`, `97140 region "${treated}"`];
      assert.deepEqual(severities(first, second, '-59'), ['error 97140'], manipulated);
      assert.deepEqual(offers(text(first, second, ''), 'manipulation-same-region'), [], manipulated);
    }
    assert.deepEqual(severities('98941 region "cervical, thoracic and lumbar"', '97112 region "low back"', '-59'), [
      'error 97112',
    ]);
  });

  it('another region or none: warning without a modifier; info with one and no region; else nothing', () => {
    for (const payer of ['medicaid', 'commercial']) {
      assert.deepEqual(severities('98940 region "lumbar"', '97140 region "shoulder"', '', payer), ['warning 97140']);
      assert.deepEqual(severities('98940', '97140', '', payer), ['warning 97140']);
      assert.deepEqual(severities('98940 region "lumbar"', '97140', '-59', payer), ['info 97140']);
      assert.deepEqual(severities('98940 region "lumbar"', '97140 region "shoulder"', '-XS', payer), []);
    }
  });

  it('the 59 rules say nothing beside it', () => {
    assert.deepEqual(
      ofPairs(check(text('98940', '97140', ''))).map((f) => f.rule),
      ['manipulation-same-region'],
    );
  });

  it('XS is safe only where the regions on record prove it, and is 59 before 2015', () => {
    const fix = (...args: Parameters<typeof text>) => {
      const [first] = offers(text(...args), 'manipulation-same-region');
      return `${first!.safe ? 'safe' : 'alone'} ${bills(first!.text)[1]!.slice(5)}`;
    };
    assert.equal(fix('98940 region "lumbar"', '97140 region "cervical"', ''), 'safe 97140-XS x1');
    assert.equal(fix('98940 region "lumbar"', '97140', ''), 'alone 97140-XS x1');
    assert.equal(fix('98940 region "lumbar"', '97140 region "lumbar paraspinals"', ''), 'alone 97140-XS x1');
    assert.equal(fix('98940 region "spine"', '97140 region "cervical"', ''), 'alone 97140-XS x1');
    for (const [manipulated, treated] of [
      ['lumbar', 'piriformis'],
      ['cervicothoracic', 'cervical'],
      ['lumbosacral', 'lower back'],
      ['atlas and lumbar', 'suboccipital muscles'],
      ['neck', 'my own word'],
    ])
      assert.equal(
        fix(`98940 region "${manipulated}"`, `97140 region "${treated}"`, ''),
        'alone 97140-XS x1',
        `${manipulated}, ${treated}`,
      );
    // Three regions were manipulated and one is on record: the neck may be another of them, the shoulder is none.
    assert.equal(fix('98941 region "lumbar"', '97140 region "cervical"', ''), 'alone 97140-XS x1');
    assert.equal(fix('98941 region "lumbar"', '97140 region "left shoulder"', ''), 'safe 97140-XS x1');
    assert.equal(
      fix('98940 region "lumbar"', '97140 region "cervical"', '', 'medicaid', '2014-12-31'),
      'safe 97140-59 x1',
    );
  });
});

describe('commercial-pair', () => {
  const text = (payer: string | undefined, date: string, modifier = '') =>
    day({ payer, date }, '09:00-09:15  97140', '09:15-09:30  97530', `bill 97140${modifier} x1`, 'bill 97530 x1');

  it('from 2021 for payers that no edit binds; before, the pair itself', () => {
    const rules = (...args: Parameters<typeof text>) =>
      ofPairs(check(text(...args))).map((f) => `${f.rule} ${f.severity}`);
    for (const payer of ['commercial', 'workers-comp', undefined]) {
      assert.deepEqual(rules(payer, '2021-01-01'), ['commercial-pair info'], payer);
      assert.deepEqual(rules(payer, '2020-12-31'), ['missing-59 info'], payer);
      assert.deepEqual(rules(payer, '2021-01-01', '-59'), [], payer);
    }
    assert.deepEqual(rules('medicare', '2021-01-01'), []);
  });
});

describe('which rule speaks', () => {
  const loud = (text: string) =>
    check(text)
      .filter((f) => f.severity === 'error' || f.severity === 'warning')
      .map((f) => f.rule);
  const all = (text: string) => check(text).map((f) => f.rule);

  it('a line without a session is said to have none, and no 59 is asked of it', () => {
    const text = day({}, '09:15-09:30  97150  group of 2', 'bill 97110 x1', 'bill 97150 x1');
    assert.deepEqual(loud(text), ['billed-not-performed']);
  });

  it('an overlap speaks for the 59 of its two codes, there or not', () => {
    for (const modifier of ['', '-59', '-XE', '-XP']) {
      const text = day(
        {},
        '09:00-09:20  97110',
        '09:15-09:30  97150  group of 2',
        `bill 97110${modifier} x1`,
        'bill 97150 x1',
      );
      assert.deepEqual(loud(text), ['group-overlaps-individual'], modifier);
    }
  });

  it('a missing or unsupported 59 speaks for times that are not recorded', () => {
    for (const modifier of ['', '-59']) {
      const text = day(
        {},
        '15 min  97110',
        '09:15-09:30  97150  group of 2',
        `bill 97110${modifier} x1`,
        'bill 97150 x1',
      );
      assert.ok(!all(text).includes('times-not-recorded'), modifier);
    }
    const text = day({}, '15 min  97110', '09:15-09:30  97150  group of 2', 'bill 97110-XS x1', 'bill 97150 x1');
    assert.ok(all(text).includes('times-not-recorded'));
  });

  it('a chiropractor for Medicare: what is not covered is said first', () => {
    const text = day(
      { payer: 'medicare', discipline: 'chiro' },
      '09:00-09:10  98940  region "lumbar"',
      '09:10-09:25  97140  region "lumbar"',
      'bill 98940-AT x1',
      'bill 97140 x1',
    );
    assert.ok(!all(text).includes('manipulation-same-region'));
    assert.ok(all(text.replace('payer medicare', 'payer medicaid')).includes('manipulation-same-region'));
  });
});

describe('every pair of the table', () => {
  const GROUPS = new Set(['97150', '90853', '90849', '92508']);
  const session = (code: string, from: string, to: string) =>
    `${from}-${to}  ${code}${GROUPS.has(code) ? '  group of 3' : ''}`;

  for (const [payer, date] of [
    ['medicare', '2019-06-30'],
    ['medicare', '2021-03-03'],
    ['commercial', '2026-03-03'],
  ] as const) {
    it(`${payer} on ${date}: is said once, and every fix removes what it is offered for and brings no error`, () => {
      for (const pair of allPairs()) {
        const text = day(
          { payer, date },
          session(pair.column1, '09:00', '09:55'),
          session(pair.column2, '09:55', '10:50'),
          `bill ${pair.column1} x1`,
          `bill ${pair.column2} x1`,
        );
        const name = `${pair.column1} ${pair.column2}`;
        const workspace = newWorkspace();
        workspace.setText('test.encounter', text);
        workspace.check();
        const before = findingsIn(workspace, 'test.encounter');
        const said = ofPairs(before);
        assert.ok(said.length <= 1, `${name}: ${said.map(show).join(' / ')}`);
        for (const f of said) {
          for (const fix of f.finding.fixes) {
            const after = check(applyEdits(text, editsInFile(workspace, 'test.encounter', fix)));
            assert.ok(!after.some((g) => g.rule === f.rule), `${name}: "${fix.title}" leaves ${f.rule}`);
            const errors = (list: readonly Found[]) => list.filter((g) => g.severity === 'error' && g.rule !== f.rule);
            assert.ok(errors(after).length <= errors(before).length, `${name}: "${fix.title}" brings an error`);
          }
        }
      }
    });
  }
});

describe('a day without a fault', () => {
  it('the worked case of two patients in turns and in a group', () => {
    expects(
      day(
        { payer: 'medicare' },
        '10:00-10:15  97110',
        '10:15-10:31  97150  group of 2',
        'bill 97110-59-GP x1',
        'bill 97150-GP x1',
      ),
    );
  });

  it('an evaluation with treatment needs no modifier', () => {
    expects(
      day(
        { payer: 'medicare' },
        '09:00-09:30  97162',
        '09:30-09:45  97140',
        '09:45-10:00  97110',
        'bill 97162-GP x1',
        'bill 97140-GP x1',
        'bill 97110-GP x1',
      ),
    );
  });

  it('marks stand where they are expected', () => {
    expects(`encounter 2026-03-03 patient A
  09:00-09:15  97110
  09:15-09:30  97150  group of 2
  bill 97110 x1
       ^^^^^ missing-59 error
  bill 97150 x1
`);
  });
});
