/** Notes that are the same, sizes of groups, and what a group's record lacks: beyond the rules' own examples. */

import assert from 'node:assert/strict';
import { check, findingsIn, newWorkspace, readMarks } from '../support/markers';

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;

interface Member {
  patient?: string;
  date?: string;
  when?: string;
  contact?: string;
  code?: string;
  notes?: string;
  head?: string;
  bill?: string;
  activity?: string;
}

function member({
  patient = 'A',
  date = '2026-03-03',
  when = '09:15-09:30',
  contact = 'group of 2',
  code = '97150',
  notes = '  O: Took part.\n  A: Better.\n  P: Go on.\n',
  head = '  dx M54.50\n  goal "Walk 200 m"\n',
  bill = `  bill ${code}-GP x1\n`,
  activity = '',
}: Member): string {
  return `\nencounter ${date} patient ${patient}\n${head}  ${when}  ${code}  ${contact}  ${activity}\n${bill}${notes}`;
}

function only(rule: string, text: string) {
  return check(text).filter((found) => found.rule === rule);
}

const TEN = 'one two three four five six seven eight nine ten';

describe('rule identical-notes, in detail', () => {
  const pair = (a: string, b: string, extra: Member = {}) =>
    only(
      'identical-notes',
      HEAD + member({ patient: 'A', notes: a, ...extra }) + member({ patient: 'B', notes: b, ...extra }),
    ).length;

  it('finds nine words in ten, and not eight', () => {
    assert.equal(pair(`  O: ${TEN}\n`, `  O: ${TEN.replace('five', 'hop')}\n`), 2);
    assert.equal(pair(`  O: ${TEN}\n`, `  O: ${TEN.replace('five', 'hop').replace('six', 'skip')}\n`), 0);
  });

  it('counts by the longer text', () => {
    assert.equal(pair(`  O: ${TEN}\n`, `  O: ${TEN} eleven\n`), 2);
    assert.equal(pair(`  O: ${TEN}\n`, `  O: ${TEN} eleven twelve\n`), 0);
  });

  it('asks for the same order', () => {
    assert.equal(pair(`  O: ${TEN}\n`, '  O: ten nine eight seven six five four three two one\n'), 0);
  });

  it('sets case, punctuation and ids aside, and keeps figures', () => {
    assert.equal(pair('  O: A walked 80 m; rested.\n', '  O: B WALKED 80 m, rested\n'), 2);
    assert.equal(pair('  O: A walked 80 m; rested.\n', '  O: B walked 90 m; rested.\n'), 0);
    assert.equal(pair('  O: Worked with B today.\n', '  O: Worked with A today.\n'), 2);
    assert.equal(pair('  O: Held 3.5 kg.\n', '  O: Held 35 kg.\n'), 0);
    assert.equal(pair('  O: ÜBUNG didn’t hurt\n', "  O: übung - didn't hurt…\n"), 2);
    assert.equal(pair('  O: übung one\n', '  O: ubung one\n'), 0);
  });

  it('compares O and A as one text, and neither S nor P', () => {
    assert.equal(pair('  O: one two\n  A: three four\n', '  O: one two three\n  A: four\n'), 2);
    assert.equal(pair('  S: same\n  O: one\n  P: same\n', '  S: same\n  O: two\n  P: same\n'), 0);
    assert.equal(pair('  P: same\n', '  P: same\n'), 0);
  });

  it('reads a note over several lines', () => {
    assert.equal(pair('  O: one two\n    three\n', '  O: one\n    two three\n'), 2);
  });

  it('compares members of one group only', () => {
    const note = `  O: ${TEN}\n`;
    const at = (patient: string, when: string) => member({ patient, when, notes: note });
    assert.equal(only('identical-notes', HEAD + at('A', '09:00-09:30') + at('B', '09:15-09:45')).length, 2);
    assert.equal(only('identical-notes', HEAD + at('A', '09:00-09:30') + at('B', '09:30-10:00')).length, 0);
  });

  it('is said once to each, and names the others', () => {
    const note = `  O: ${TEN}\n`;
    const found = only(
      'identical-notes',
      HEAD + ['A', 'B', 'C'].map((patient) => member({ patient, contact: 'group of 3', notes: note })).join(''),
    );
    assert.equal(found.length, 3);
    assert.match(found[0]!.message, /patient B and patient C/);
    assert.deepEqual(
      found.map((f) => f.finding.related.length),
      [2, 2, 2],
    );
  });

  it('takes no time for a group of very long notes', () => {
    const words = Array.from({ length: 20000 }, (_, i) => `w${(i * 7919) % 5000}`);
    const members = Array.from({ length: 12 }, (_, i) =>
      member({ patient: `P${i}`, contact: 'group of 12', notes: `  O: ${words.slice(i * 37).join(' ')}\n` }),
    );
    const start = process.hrtime.bigint();
    only('identical-notes', HEAD + members.join(''));
    const spent = Number(process.hrtime.bigint() - start) / 1e6;
    assert.ok(spent < 2000, `${spent} ms`);
  });
});

describe('rule cloned-note, in detail', () => {
  it('stands on the later date, and on every later one', () => {
    const note = `  O: ${TEN}\n`;
    const text =
      HEAD + ['2026-03-10', '2026-03-03', '2026-03-05'].map((date) => member({ date, notes: note })).join('');
    const found = only('cloned-note', text);
    assert.equal(found.length, 2);
    assert.match(found.map((f) => f.message).join('\n'), /2026-03-05[\s\S]*2026-03-03/);
  });

  it('says nothing of two groups of one date, or of another patient', () => {
    const note = `  O: ${TEN}\n`;
    assert.equal(
      only('cloned-note', HEAD + member({ notes: note }) + member({ when: '14:00-14:30', notes: note })).length,
      0,
    );
    assert.equal(
      only('cloned-note', HEAD + member({ notes: note }) + member({ patient: 'B', date: '2026-03-05', notes: note }))
        .length,
      0,
    );
  });

  it('finds a copy from another file, and loses it when the copy is mended', () => {
    const note = `  O: ${TEN}\n`;
    const workspace = newWorkspace();
    workspace.setText('a.encounter', HEAD + member({ notes: note }));
    workspace.setText('b.encounter', HEAD + member({ date: '2026-03-05', notes: note }));
    workspace.check();
    const count = () => findingsIn(workspace, 'b.encounter').filter((f) => f.rule === 'cloned-note').length;
    assert.equal(count(), 1);
    workspace.setText('a.encounter', HEAD + member({ notes: '  O: Something else.\n' }));
    workspace.check();
    assert.equal(count(), 0);
  });
});

describe('rule group-note-missing, in detail', () => {
  it('takes empty parts for no note, and any text for one', () => {
    const other = member({ patient: 'B' });
    const empty = '  S:\n  O:\n  A:\n  P:\n';
    assert.equal(only('group-note-missing', HEAD + member({ notes: empty }) + other).length, 1);
    assert.equal(only('group-note-missing', HEAD + member({ notes: '  note: See chart.\n' }) + other).length, 0);
    assert.equal(only('group-note-missing', HEAD + member({ notes: '  Exercise: All.\n' }) + other).length, 0);
  });

  it('offers only the parts that are not there', () => {
    const [found] = only('group-note-missing', HEAD + member({ notes: '  O:\n' }) + member({ patient: 'B' }));
    assert.deepEqual(
      found!.finding.fixes.map((fix) => fix.title),
      ['Add S: A: P: to fill in'],
    );
    const [full] = only(
      'group-note-missing',
      HEAD + member({ notes: '  S:\n  O:\n  A:\n  P:\n' }) + member({ patient: 'B' }),
    );
    assert.equal(full!.finding.fixes.length, 0);
  });

  it('is a warning only in a file with notes, be they empty', () => {
    const severity = (text: string) => only('group-note-missing', text).map((f) => f.severity);
    assert.deepEqual(severity(HEAD + member({ notes: '' })), ['info']);
    assert.deepEqual(severity(HEAD + member({ notes: '' }) + member({ patient: 'B', notes: '  O:\n' })), [
      'warning',
      'warning',
    ]);
    assert.deepEqual(severity(HEAD + member({ notes: '' }) + member({ patient: 'B' })), ['warning']);
  });

  it('follows the file: the last note gone, a warning is an info', () => {
    const workspace = newWorkspace();
    const text = HEAD + member({ notes: '' }) + member({ patient: 'B', notes: '  O: Well.\n' });
    workspace.setText('a.encounter', text);
    workspace.check();
    const severities = () =>
      findingsIn(workspace, 'a.encounter')
        .filter((f) => f.rule === 'group-note-missing')
        .map((f) => f.severity);
    assert.deepEqual(severities(), ['warning']);
    const line = text.split('\n').findIndex((l) => l.includes('O: Well.'));
    workspace.edit('a.encounter', {
      start: { line, character: 0 },
      end: { line: line + 1, character: 0 },
      newText: '',
    });
    workspace.check();
    assert.deepEqual(severities(), ['info', 'info']);
  });

  it('asks only where the group is billed', () => {
    assert.equal(
      only('group-note-missing', HEAD + member({ notes: '', bill: '' }) + member({ patient: 'B' })).length,
      0,
    );
  });

  it('asks the encounter with the session, also where another one bills it', () => {
    const bills = '\nencounter 2026-03-03 patient A\n  dx M54.50\n  bill 97150-GP x1\n  note: Billed late.\n';
    const found = only('group-note-missing', HEAD + member({ notes: '', bill: '' }) + bills);
    assert.equal(found.length, 1);
    assert.equal(found[0]!.line, 4);
  });
});

describe('rule group-note-incomplete, in detail', () => {
  it('names what is missing', () => {
    const [found] = only('group-note-incomplete', HEAD + member({ notes: '  S: Fine.\n' }));
    assert.match(found!.message, /part taken \(O\), response or progress \(A\) and the plan \(P\)/);
  });
  it('does not judge a free note', () => {
    assert.equal(only('group-note-incomplete', HEAD + member({ notes: '  note: Took part well.\n' })).length, 0);
  });
  it('takes an empty part for a missing one', () => {
    const [found] = only('group-note-incomplete', HEAD + member({ notes: '  O: All.\n  A: Better.\n  P:\n' }));
    assert.match(found!.message, /lacks the plan \(P\)/);
    assert.equal(found!.finding.fixes.length, 0);
  });
});

describe('rule group-goal-missing and dx-missing, in detail', () => {
  it('take none for not given, and what cannot be read for unknown', () => {
    const goals = (line: string) => only('group-goal-missing', HEAD + member({ head: `  dx M54.50\n${line}` })).length;
    assert.equal(goals('  goal none\n'), 1);
    assert.equal(goals('  goal Walk 200 m\n'), 0);
    const dx = (line: string) => only('dx-missing', HEAD + member({ head: `${line}  goal "Walk"\n` })).length;
    assert.equal(dx('  dx none\n'), 1);
    assert.equal(dx('  dx 54.50\n'), 0);
    assert.equal(dx(''), 1);
  });
});

describe('rules on the size of groups, in detail', () => {
  const sizes = (rule: string, members: Member[]) =>
    only(rule, HEAD + members.map((m, i) => member({ patient: `P${i}`, ...m })).join(''));
  const many = (n: number, m: Member) => Array.from({ length: n }, () => m);

  it('group-size takes the stated size, else the one on file', () => {
    assert.equal(sizes('group-size', many(7, { contact: 'group' })).length, 7);
    assert.equal(sizes('group-size', many(6, { contact: 'group' })).length, 0);
    assert.equal(sizes('group-size', [{ contact: 'group of 7' }, { contact: 'group' }]).length, 2);
    assert.equal(
      sizes('group-size', [...many(3, { when: '09:00-09:15' }), ...many(4, { when: '09:15-09:30' })]).length,
      0,
    );
  });

  it('group-size-mismatch: very same times with different sizes', () => {
    const found = (a: Member, b: Member) => sizes('group-size-mismatch', [a, b]).length;
    assert.equal(found({ contact: 'group of 3' }, { contact: 'group of 4' }), 2);
    assert.equal(found({ contact: 'group of 3' }, { contact: 'group' }), 0);
    assert.equal(found({ contact: 'group of 3' }, { contact: 'group of 4', when: '09:15-09:31' }), 0);
    assert.equal(
      found(
        { contact: 'group of 3', when: '15 min', activity: '"Balance"' },
        { contact: 'group of 4', when: '15 min', activity: '"Balance"' },
      ),
      0,
    );
  });

  it('group-size-mismatch: more on file in one minute than the size says', () => {
    assert.equal(sizes('group-size-mismatch', many(3, { contact: 'group of 2' })).length, 3);
    assert.equal(sizes('group-size-mismatch', [{}, {}, { contact: 'group' }]).length, 2);
    const turn = [{ when: '09:00-09:30' }, { when: '09:00-09:15' }, { when: '09:15-09:30' }];
    assert.equal(sizes('group-size-mismatch', turn).length, 0);
    // One patient with two sessions is one member.
    assert.equal(sizes('group-size-mismatch', [{}, {}, { patient: 'P1' }]).length, 0);
  });

  it('group-size-mismatch: without clock times, one activity is one group', () => {
    const class_ = { contact: 'group of 2', when: '15 min', activity: '"Balance"' };
    assert.equal(sizes('group-size-mismatch', many(3, class_)).length, 3);
    assert.equal(sizes('group-size-mismatch', many(2, class_)).length, 0);
    assert.equal(sizes('group-size-mismatch', many(3, { ...class_, activity: '' })).length, 0);
  });

  it('group-size-mismatch leaves a group of one to group-code-one-on-one', () => {
    const members: Member[] = [{ contact: 'group of 1' }, { contact: 'group of 2' }];
    assert.equal(sizes('group-size-mismatch', members).length, 0);
    assert.equal(sizes('group-code-one-on-one', members).length, 1);
  });

  it('group-size-missing asks a billed session that states none, once a code', () => {
    assert.equal(sizes('group-size-missing', [{ contact: '' }]).length, 1);
    assert.equal(sizes('group-size-missing', [{ contact: 'group', bill: '' }]).length, 0);
    assert.equal(sizes('group-size-missing', [{ contact: 'group of x' }]).length, 0);
    const two = '  14:00-14:15  97150  group\n  bill 97150-GP x1\n';
    assert.equal(sizes('group-size-missing', [{ contact: 'group', bill: two }]).length, 1);
  });
});

describe('rule missing-clinician and missing-payer, in detail', () => {
  const found = (text: string) =>
    check(text)
      .map((f) => f.rule)
      .filter((rule) => rule === 'missing-clinician' || rule === 'missing-payer');
  const visit = '\nencounter 2026-03-03 patient A\n  dx M17.0\n  14:00-14:15  97530\n  bill 97530-GP x1\n';

  it('say what is not given, by a default or by none', () => {
    assert.deepEqual(found(`discipline PT\n${visit}`), ['missing-clinician', 'missing-payer']);
    assert.deepEqual(found(HEAD + visit.replace('  dx', '  clinician none\n  payer none\n  dx')), [
      'missing-clinician',
      'missing-payer',
    ]);
  });
  it('are silent where the value cannot be read, in the encounter and as a default', () => {
    assert.deepEqual(found(HEAD + visit.replace('  dx', '  clinician Ortiz\n  payer aetna\n  dx')), []);
    assert.deepEqual(found(`clinician Ortiz\npayer aetna\n${visit}`), []);
  });
  it('are silent where there is nothing to judge', () => {
    assert.deepEqual(found('encounter 2026-03-03 patient A\n  dx M17.0\n'), []);
  });
  it('missing-clinician is silent where every session names its giver', () => {
    assert.deepEqual(found(`payer medicare\nassistant "M. Lee, PTA"\n${visit}`), []);
    assert.deepEqual(found(`payer medicare\n${visit.replace('97530\n', '97530  by aide\n')}`), []);
    assert.deepEqual(found(`payer medicare\n${visit.replace('97530\n', '97530  by student\n')}`), [
      'missing-clinician',
    ]);
  });
});

describe('rules of code against contact, in detail', () => {
  const rules = (text: string, ...names: string[]) =>
    check(text)
      .filter((f) => names.length === 0 || names.includes(f.rule))
      .filter((f) => f.severity === 'error')
      .map((f) => f.rule);

  it('speak for the units and the missing 97150 session', () => {
    assert.deepEqual(rules(HEAD + member({ code: '97110', bill: '  bill 97150-GP x1\n' })), [
      'one-on-one-code-in-group',
    ]);
    assert.deepEqual(rules(HEAD + member({ code: '97110', bill: '  bill 97110-GP x3\n' })), [
      'one-on-one-code-in-group',
    ]);
  });

  it('say one finding a code, on the first session', () => {
    const twice = member({ code: '97110', bill: '  10:00-10:15  97110  group of 2\n  bill 97110-GP x1\n' });
    const found = only('one-on-one-code-in-group', HEAD + twice);
    assert.equal(found.length, 1);
    assert.equal(found[0]!.line, 7);
  });

  it('offer no fix that would bring another error', () => {
    const fixes = (m: Member) =>
      check(HEAD + member(m))
        .filter((f) => f.rule === 'one-on-one-code-in-group')
        .flatMap((f) => f.finding.fixes).length;
    assert.equal(fixes({ code: '97110' }), 1);
    // A group of one is no group.
    assert.equal(fixes({ code: '97110', contact: 'group of 1' }), 0);
    // 97112 beside 97150 would need -59.
    assert.equal(fixes({ code: '97110', bill: '  10:00-10:15  97112\n  bill 97110-GP x1\n  bill 97112-GP x1\n' }), 0);
    assert.equal(
      fixes({ code: '97110', bill: '  10:00-10:15  97112\n  bill 97110-GP x1\n  bill 97112-59-GP x1\n' }),
      1,
    );
    // One-on-one minutes of the same code: the line stands for both.
    assert.equal(fixes({ code: '97110', bill: '  10:00-10:15  97110\n  bill 97110-GP x2\n' }), 0);
    // Another session in the same minutes.
    assert.equal(fixes({ code: '97110', bill: '  09:20-09:35  97140\n  bill 97110-GP x1\n' }), 0);
    // A line that cannot be read may be the one.
    assert.equal(fixes({ code: '97110', bill: '  bill 97110-GP x1\n  bill 971SO x1\n' }), 0);
  });

  it('drop the line where 97150 is billed already', () => {
    const marked = readMarks(HEAD + member({ code: '97110', bill: '  bill 97110-GP x1\n  bill 97150-GP x1\n' })).text;
    const [found] = only('one-on-one-code-in-group', marked);
    assert.match(found!.finding.fixes[0]!.title, /remove the 97110 line/);
  });

  it('judge by what group therapy covers', () => {
    const on = (code: string, contact: string) =>
      check(`payer commercial\nclinician "X"\n${member({ code, contact, bill: '', notes: '' })}`)
        .filter((f) =>
          ['one-on-one-code-in-group', 'not-a-group-procedure', 'group-code-one-on-one', 'attendance-missing'].includes(
            f.rule,
          ),
        )
        .map((f) => `${f.rule} ${f.severity}`);
    for (const code of ['97110', '97112', '97113', '97116', '97124', '97139'])
      assert.deepEqual(on(code, 'group of 2'), ['one-on-one-code-in-group error'], code);
    for (const code of [
      '97032',
      '97035',
      '97129',
      '97130',
      '97140',
      '97530',
      '97542',
      '97750',
      '97763',
      '97161',
      '92521',
      '90834',
      '90847',
      '90791',
      '92507',
      '98941',
      '98943',
    ])
      assert.deepEqual(on(code, 'group of 2'), ['not-a-group-procedure error'], code);
    for (const code of ['97010', '97012', 'G0283'])
      assert.deepEqual(on(code, 'group of 2'), ['not-a-group-procedure warning'], code);
    for (const code of ['97150', '90853', '90849', '92508', '97552', '92526', '97545', '97546', '97799'])
      assert.deepEqual(on(code, 'group of 2'), [], code);
    for (const code of ['97150', '90853', '90849', '92508']) {
      assert.deepEqual(on(code, 'one-on-one'), ['group-code-one-on-one error'], code);
      assert.deepEqual(on(code, 'group of 1'), ['group-code-one-on-one error'], code);
      assert.deepEqual(on(code, 'group'), [], code);
    }
    for (const code of ['97110', '97150', '97035', '97161', '90853', '90834', '98941', '92507', '97750'])
      assert.deepEqual(on(code, 'supervised'), ['attendance-missing error'], code);
    for (const code of ['97010', '97014', '97799', '95992']) assert.deepEqual(on(code, 'supervised'), [], code);
  });
});
