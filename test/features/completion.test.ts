/** Completion at marked places: what is offered first, what is not offered, and what a taken suggestion leaves. */

import assert from 'node:assert/strict';
import { suggestionDocs, suggestionsAt } from '../../server/src/features/completion';
import * as prose from '../../server/src/features/prose';
import { RULE_IDS } from '../../server/src/rules/kit/ids';
import { manyEncounters, withCursor } from '../support/cursor';
import { take } from '../support/suggest';

const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n\n';
const A = `${HEAD}encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-59-GP x1
  bill 97150-GP x1
  S: Feels steadier on stairs.

`;
const B = `${A}encounter 2026-03-03 patient B\n`;
const UNBILLED = `${B}  09:15-09:31  97150  group of 2  "Balance and core"\n  09:31-09:49  97110  one-on-one\n`;

function at(marked: string, trigger?: string) {
  const { workspace, path, line, character } = withCursor(marked);
  return suggestionsAt(workspace, path, { line, character }, trigger);
}
const labels = (marked: string, trigger?: string) => at(marked, trigger)?.items.map(({ label }) => label) ?? [];
const first = (marked: string, count: number) => labels(marked).slice(0, count);
const detail = (marked: string, label: string) => at(marked)?.items.find((item) => item.label === label)?.detail;

describe('completion', () => {
  describe('at the beginning of a line', () => {
    it('asks in an empty file who, as what and for whom, then for the encounter', () => {
      assert.deepEqual(first('|', 4), ['clinician', 'discipline', 'payer', 'encounter 2026-11-01 patient']);
    });

    it('leaves out the defaults that are given', () => {
      const offered = labels('clinician "R. Ortiz, PT"\n|');
      assert.ok(!offered.includes('clinician'));
      assert.equal(offered[0], 'discipline');
    });

    it('offers the next encounter with the date of the last', () => {
      assert.equal(labels(`${A}|`)[0], 'encounter 2026-03-03 patient');
      assert.equal(take(`${A}enc|`, 'encounter 2026-03-03 patient'), `${A}encounter 2026-03-03 patient |`);
      assert.equal(take(`${A}  |`, 'encounter 2026-03-03 patient'), `${A}encounter 2026-03-03 patient |`);
    });

    it('offers no default in the midst of an encounter', () => {
      const payer = (marked: string) => at(marked)!.items.filter(({ newText }) => newText === 'payer ').length;
      assert.equal(payer(A.replace('  bill', '|\n  bill')), 0);
      assert.equal(payer(`${A}|`), 1);
    });

    it('offers no line of an encounter below a default that speaks of the next one', () => {
      for (const indent of ['', '  ']) {
        const offered = labels(`${A}payer commercial\n${indent}|\nencounter 2026-03-03 patient B\n`);
        assert.ok(offered.includes('encounter 2026-03-03 patient'));
        for (const label of ['dx', 'bill', 'S:', '09:30-09:45']) assert.ok(!offered.includes(label), label);
      }
    });

    it('offers what holds for a day where defaults can stand', () => {
      const day = 'Day: who, discipline, payer';
      assert.ok(labels(`${A}|`).includes(day));
      assert.ok(!labels(A.replace('  bill', '|\n  bill')).includes(day));
    });

    it('offers the fields of an encounter that are not given', () => {
      assert.deepEqual(first(`${B}  |`, 2), ['dx', 'goal']);
      const offered = first(`${B}  dx M54.50\n  |`, 3);
      assert.equal(offered[0], 'goal');
      assert.ok(!offered.includes('dx'));
    });

    it('offers the notes that are missing', () => {
      const offered = labels(`${UNBILLED}  bill 97110-59-GP x1\n  bill 97150-GP x1\n  S: Tired.\n  |`);
      assert.deepEqual(offered.slice(0, 3), ['O:', 'A:', 'P:']);
      assert.ok(!offered.includes('S:'));
    });

    it('offers whole encounters as snippets, and notes where there is none', () => {
      const group = at(`${A}gro|`)!.items.find(({ label }) => label === 'Group of 2');
      assert.match(group!.snippet!, /^encounter \$\{1:2026-03-03\} patient/);
      assert.ok(labels(`${B}  |`).includes('Note'));
      assert.ok(!labels(`${B}  S: x\n  |`).includes('Note'));
      assert.ok(!labels(`${B}  09:30-09:45  gro|`).includes('Group of 2'));
    });

    it('indents what belongs to the encounter above', () => {
      assert.ok(take(`${B}|`, 'dx').endsWith('patient B\n  dx |'));
    });
  });

  describe('in the midst of a line', () => {
    it('offers nothing behind a closing quote', () => {
      for (const text of [
        'clinician "R. Ortiz, PT"|\n',
        `${HEAD}encounter 2026-03-03 patient "A b"|\n`,
        `${A}  goal "Walk 200 m"|\n`,
        `${B}  09:30-09:45  97110  "Balance and core"|\n`,
      ])
        for (const trigger of [undefined, '"']) assert.deepEqual(labels(text, trigger), [], text);
    });

    it('writes the name of a field alone where its value stands', () => {
      assert.equal(take('cli| "R. Ortiz, PT"\n', 'clinician'), 'clinician| "R. Ortiz, PT"\n');
      const offered = labels('|ian "R. Ortiz, PT"\n');
      assert.equal(offered[0], 'clinician');
      for (const label of ['discipline', 'setting']) assert.ok(!offered.includes(label), label);
      assert.ok(!at('cli| "R. Ortiz, PT"\n')!.items.some(({ snippet, again }) => snippet ?? again));
    });

    it('puts a value in the place of the one that stands there', () => {
      assert.equal(take(`${A}clinician |"M. Chen, PT"\n`, '"R. Ortiz, PT"'), `${A}clinician "R. Ortiz, PT"|\n`);
      assert.equal(take(`${A}encounter 2026-03-04 patient |"B 1"\n`, 'A'), `${A}encounter 2026-03-04 patient A|\n`);
      assert.equal(take(`${B}  9|:31 - 09:49  97110\n`, '09:30-09:45'), `${B}  09:30-09:45|  97110\n`);
    });

    it('puts one contact in the place of another, with its size', () => {
      const line = `${B}  09:30-09:45  97150  `;
      assert.equal(take(`${line}|group of 3\n`, 'group of 2'), `${line}group of 2|\n`);
      assert.equal(take(`${line}gr|oup of 3  "Balance"\n`, 'group of 4'), `${line}group of 4|  "Balance"\n`);
    });

    it('keeps the reason that stands behind a rule id', () => {
      assert.equal(take('# ignore mis|: by letter\n', 'missing-59'), '# ignore missing-59|: by letter\n');
      assert.equal(
        take('# ignore mis|ing-5, group-units: x\n', 'missing-59'),
        '# ignore missing-59|, group-units: x\n',
      );
    });

    it('offers no example in the place of a goal that stands there', () => {
      const example = '"Walk 200 m without a rail"';
      assert.ok(labels(`${B}  goal "|`).includes(example));
      assert.ok(labels(`${B}  goal "|"`).includes(example));
      assert.ok(!labels(`${B}  goal "Wa|lk to the shop"`).includes(example));
    });

    it('offers nothing that would leave the line unreadable', () => {
      assert.deepEqual(labels(`${HEAD}|encounter 2026-03-03 patient A\n`), ['encounter']);
      const offered = labels(`${A}  |dx M54.50\n`);
      for (const label of ['09:30-09:45', 'bill', 'payer', 'Encounter']) assert.ok(!offered.includes(label), label);
      assert.equal(
        take(`${B}  09:30-09:45  97110  |"Balance"\n`, 'one-on-one'),
        `${B}  09:30-09:45  97110  one-on-one |"Balance"\n`,
      );
    });
  });

  describe('in a header', () => {
    it('offers dates near by and today, and goes on with the patient', () => {
      assert.deepEqual(labels(`${A}encounter |`), ['2026-03-03', '2026-11-01']);
      assert.ok(take(`${A}encounter |`, '2026-03-03').endsWith('encounter 2026-03-03 patient |'));
      assert.ok(
        take(A.replace('2026-03-03 patient', '|2026-03-03 patient'), '2026-11-01').includes('11-01| patient A'),
      );
    });

    it('offers ids in use, those of another date first, quoted where they must be', () => {
      const text = `${A}encounter 2026-03-01 patient "MRN 7"\n\nencounter 2026-03-03 patient |`;
      assert.deepEqual(labels(text), ['"MRN 7"', 'A']);
      assert.equal(detail(text, 'A'), 'already on this date');
      assert.deepEqual(labels(`${text.replace('|', '"MR|')}"`), ['"MR"', '"MRN 7"']);
    });

    it('does not offer the id that is being typed', () => {
      assert.deepEqual(labels(`${A}encounter 2026-03-03 patient MR|`), []);
    });

    it('puts a new id before those that only begin so: Enter ends the line, and takes no other patient', () => {
      const text = `${A}encounter 2026-03-03 patient A10\n\nencounter 2026-03-04 patient A1|`;
      assert.deepEqual(labels(text), ['A1', 'A10']);
      assert.equal(detail(text, 'A1'), 'a new patient');
      assert.equal(at(text)!.incomplete, true);
    });
  });

  describe('of a field', () => {
    it('offers the values there are', () => {
      assert.deepEqual(labels('discipline |'), ['PT', 'OT', 'SLP', 'chiro', 'BH']);
      assert.deepEqual(first('payer med|', 2), ['medicare', 'medicaid']);
      assert.deepEqual(labels('units |'), ['cms', 'midpoint']);
    });

    it('offers clinicians and assistants in use, each in their place', () => {
      const text = `clinician "R. Ortiz, PT"\nassistant "M. Lee, PTA"\n\nencounter 2026-03-03 patient A\n  `;
      assert.equal(labels(`${text}clinician |`)[0], '"R. Ortiz, PT"');
      assert.ok(!labels(`${text}clinician |`).includes('"M. Lee, PTA"'));
      assert.equal(labels(`${text}assistant |`)[0], '"M. Lee, PTA"');
      assert.ok(take(`${text}clinician "R|"`, '"R. Ortiz, PT"').endsWith('clinician "R. Ortiz, PT"|'));
    });

    it('offers what the patient had on another day', () => {
      const next = A.replace('03-03', '03-05') + A.slice(HEAD.length);
      const text = `${next.trimEnd()}\n\nencounter 2026-03-09 patient A\n  `;
      assert.deepEqual(labels(`${text}dx |`), ['M54.50']);
      assert.equal(labels(`${text}goal |`)[0], '"Walk 200 m without a rail"');
      assert.deepEqual(labels(`${text}dx M54.50, |`), []);
    });

    it('offers nothing behind a value', () => {
      assert.deepEqual(labels('payer medicare |'), []);
      assert.deepEqual(labels('clinician "R. Ortiz, PT" |'), []);
    });
  });

  describe('of times', () => {
    it('goes on where giver and patient are free', () => {
      assert.deepEqual(first(`${A.trimEnd().replace(/\n {2}(bill|S).*/g, '')}\n  0|`, 2), [
        '09:30-09:45',
        '09:30-10:00',
      ]);
      const other = `${B}  dx M54.50\n  goal "x"\n  |`;
      assert.ok(labels(other).includes('09:30-09:45'));
      assert.equal(detail(other, '09:30-09:45'), '15 min, free from 09:30');
    });

    it('fills the room before the next session of the giver, and runs into none', () => {
      const day = (other: string) =>
        `${HEAD}encounter 2026-03-03 patient A\n  ${other}  97110\n\nencounter 2026-03-03 patient B\n  09:00-09:20  97110\n  |`;
      const early = (other: string) => labels(day(other)).filter((label) => label.startsWith('09:20'));
      assert.deepEqual(early('10:00-10:15'), ['09:20-09:35', '09:20-09:50']);
      assert.deepEqual(early('09:30-09:45'), ['09:20-09:30']);
      assert.deepEqual(early('09:25-09:45'), []);
      assert.ok(labels(day('09:25-09:45')).includes('09:45-10:00'));
    });

    it('begins the day at 09:00', () => {
      assert.ok(labels(`${HEAD}encounter 2026-03-03 patient A\n  0|`).includes('09:00-09:15'));
    });

    it('offers the group that has room for another member, as a whole line', () => {
      const line = '09:15-09:30  97150  group of 2  "Balance and core"';
      assert.equal(take(`${B}  |`, line), `${B}  ${line}|`);
      const full = `${B}  ${line}\n\nencounter 2026-03-03 patient C\n  |`;
      assert.ok(!labels(full).includes(line));
    });

    it('goes on from a time that is typed, and takes lengths', () => {
      assert.deepEqual(first(`${B}  10:05-|`, 2), ['10:05-10:20', '10:05-10:35']);
      assert.equal(take(`${B}  10:05-|`, '10:05-10:20'), `${B}  10:05-10:20  |`);
      assert.deepEqual(labels(`${B}  20 m|`), ['20 min']);
      assert.equal(at(`${B}  9:|`)?.items.find(({ label }) => label === '09:30-09:45')?.filter, '9:30-09:45');
    });
  });

  describe('of a time while it is typed', () => {
    const day = `${HEAD}encounter 2026-03-03 patient A\n  `;

    it('offers what begins so, and never a range that only ends so', () => {
      assert.deepEqual(first(`${day}9|`, 1), ['09:00-09:15']);
      assert.deepEqual(first(`${day}10|`, 1), ['10:00-10:15']);
      assert.deepEqual(first(`${day}10:|`, 1), ['10:00-10:15']);
      assert.deepEqual(first(`${day}10:3|`, 1), ['10:30-10:45']);
      assert.deepEqual(first(`${day}10:00|`, 1), ['10:00-10:15']);
      assert.deepEqual(labels(`${day}99|`), ['99 min']);
      assert.deepEqual(first(`${day}15|`, 2), ['15 min', '15:00-15:15']);
      for (const typed of ['1', '10', '10:0', '10:00', '10:00-1'])
        assert.ok(labels(`${day}${typed}|`).every((label) => label.startsWith(typed)));
    });

    it('is asked for by a figure, as all that is not in quotes, a note or a comment', () => {
      assert.deepEqual(labels(`${day}9|`, '9'), labels(`${day}9|`));
      assert.ok(labels(`${day}09:00-09:15  971|`, '1').includes('97110'));
      assert.ok(labels(`${day}09:00-09:15  97150  group of 2|`, '2').includes('2'));
      for (const other of ['09:00-09:15  97110  "Leg press 3|', 'goal "Walk 2|', 'S: 2|', '# 2|', '# ignore 5|'])
        assert.deepEqual(labels(`${day}${other}`, '2'), [], other);
    });

    it('is asked for again at each figure', () => {
      assert.equal(at(`${day}|`)!.incomplete, true);
      assert.equal(at(`${day}10|`)!.incomplete, true);
      assert.equal(at(`${day}d|`)!.incomplete, false);
    });
  });

  it('writes the quotes of a goal and a clinician before anything is typed', () => {
    const snippet = (marked: string, label: string) => at(marked)!.items.find((item) => item.label === label)!;
    assert.equal(snippet(`${B}  |`, 'goal').snippet, `goal "\${1:Walk 200 m without a rail}"$0`);
    const again = snippet(`${A}encounter 2026-03-09 patient A\n  |`, 'goal');
    assert.deepEqual([again.snippet, again.again], ['goal "$1"$0', true]);
    assert.equal(labels(`${A}encounter 2026-03-09 patient A\n  goal "|"`)[0], '"Walk 200 m without a rail"');
    const clinician = snippet(
      `discipline PT\nencounter 2026-03-03 patient A\n  clinician "R. Ortiz, PT"\n\n|`,
      'clinician',
    );
    assert.deepEqual([clinician.snippet, clinician.again], ['clinician "$1"$0', true]);
  });

  describe('of codes', () => {
    const session = `${B}  09:30-09:45  `;

    it('finds them by number or by words, those of the day first', () => {
      assert.deepEqual(first(`${session}|`, 2), ['97110', '97150']);
      assert.deepEqual(labels(`${session}exercise in water|`), ['97113']);
      assert.match(at(`${session}wat|`)!.items.find(({ label }) => label === '97113')!.filter!, /aquatic water pool/);
      assert.ok(take(`${session}971|`, '97112').endsWith('09:30-09:45  97112|'));
    });

    it('puts those of the discipline first', () => {
      const text = (discipline: string) => `discipline ${discipline}\nencounter 2026-03-03 patient A\n  15 min  |`;
      assert.equal(labels(text('SLP'))[0], '97150');
      assert.ok(labels(text('SLP')).indexOf('92507') < labels(text('SLP')).indexOf('97110'));
      assert.ok(labels(text('BH')).indexOf('90853') < labels(text('BH')).indexOf('97110'));
      assert.ok(labels(text('PT')).indexOf('97110') < labels(text('PT')).indexOf('90853'));
    });

    it('offers a deleted code for its own dates alone, and a new one from its first day on', () => {
      const text = (date: string) => `encounter ${date} patient A\n  15 min  |`;
      assert.ok(!labels(text('2026-03-03')).includes('97532'));
      assert.ok(labels(text('2017-03-03')).includes('97532'));
      assert.match(detail(text('2017-03-03'), '97532')!, /; until 2017-12-31$/);
      assert.ok(!labels(text('2016-12-31')).includes('97161'));
      assert.ok(labels(text('2017-01-01')).includes('97161'));
    });
  });

  describe('behind the code of a session', () => {
    const session = (code: string) => `${B}  09:30-09:45  ${code} |`;

    it('offers only contact words that fit the code', () => {
      assert.ok(labels(session('97110')).includes('one-on-one'));
      assert.ok(!labels(session('97110')).some((label) => /^group|^supervised/.test(label)));
      assert.equal(labels(session('97150'))[0], 'group of 2');
      assert.ok(!labels(session('97150')).some((label) => /^one-on-one|^supervised/.test(label)));
      assert.ok(labels(session('97014')).includes('supervised'));
    });

    it('offers group sizes and activities of the day', () => {
      const day = B.replace('group of 2', 'group of 5');
      assert.equal(labels(`${day}  09:15-09:30  97150 group of |`)[0], '5');
      assert.deepEqual(labels(`${B}  09:15-09:30  97150  group of 2  "B|"`), ['"Balance and core"']);
      assert.ok(take(`${B}  09:15-09:30  97150 "B|"`, '"Balance and core"').endsWith('97150 "Balance and core"|'));
    });

    it('offers each part once', () => {
      const offered = labels(`${B}  09:30-09:45  97110  one-on-one by aide |`);
      assert.ok(offered.length > 0);
      assert.ok(!offered.some((label) => /^one-on-one|^by /.test(label)));
    });

    it('offers assistants by name', () => {
      const text = `assistant "M. Lee, PTA"\n${B}  09:30-09:45  97110 by |`;
      assert.equal(labels(text)[0], 'assistant "M. Lee, PTA"');
    });

    it('says nothing unasked where the line may end', () => {
      assert.deepEqual(labels(session('97110'), ' '), []);
      assert.ok(labels(session('97150'), ' ').length > 0);
    });
  });

  describe('of a claim', () => {
    it('offers the lines worked out from the sessions', () => {
      assert.deepEqual(first(`${UNBILLED}  |`, 4), [
        'bill 97150 x1, 97110 x1',
        'bill 97150-GP x1',
        'bill 97110-59-GP x1',
        'bill',
      ]);
      assert.equal(detail(`${UNBILLED}  |`, 'bill 97110-59-GP x1'), '18 min support 1');
      const whole = '  bill 97150-GP x1\n  bill 97110-59-GP x1|';
      assert.equal(take(`${UNBILLED}  |`, 'bill 97150 x1, 97110 x1'), UNBILLED + whole);
      assert.equal(take(`${UNBILLED}  bill |`, '97110-59-GP x1'), `${UNBILLED}  bill 97110-59-GP x1|`);
      assert.equal(take(`${UNBILLED}  bill 971|`, '97110-59-GP x1'), `${UNBILLED}  bill 97110-59-GP x1|`);
    });

    it('takes a -59 on a line that stands along with the new line', () => {
      const text = `${UNBILLED}  bill 97110-GP x1\n  |`;
      const [item] = at(text)!.items;
      assert.equal(item!.label, 'bill 97150 x1');
      assert.match(item!.detail!, /and -59 to 97110$/);
      assert.equal(take(text, 'bill 97150 x1'), `${UNBILLED}  bill 97110-59-GP x1\n  bill 97150-GP x1|`);
    });

    it('offers the modifiers that the line misses, with the reason', () => {
      const text = `${UNBILLED}  bill 97110|`;
      assert.deepEqual(first(text, 3), ['-59-GP x1', '-59', '-GP']);
      assert.equal(detail(text, '-59'), 'the times show it apart from 97150');
      assert.equal(take(text, '-59'), `${UNBILLED}  bill 97110-59|`);
      assert.equal(labels(`${UNBILLED}  bill 97110-59|`)[0], '-GP');
      assert.equal(take(`${UNBILLED}  bill 97110-5|`, '-59-GP x1'), `${UNBILLED}  bill 97110-59-GP x1|`);
      assert.ok(!labels(`${UNBILLED}  bill 97110-GP|`).includes('-GO'));
    });

    it('does not say that a modifier is proven where it is not', () => {
      const text = `${UNBILLED.replace('09:31-09:49', '18 min')}  bill 97110|`;
      assert.equal(detail(text, '-59'), 'distinct service');
    });

    it('offers units, those that the sessions support first', () => {
      assert.equal(detail(`${UNBILLED}  bill 97110-59-GP |`, 'x1'), '18 min support 1');
      assert.deepEqual(labels(`${UNBILLED}  bill 97150-GP x|`), ['x1']);
      assert.deepEqual(labels(`${UNBILLED}  bill 97150-GP |`, ' '), ['x1']);
      assert.deepEqual(labels(`${UNBILLED}  bill 97150-GP x1 |`), []);
    });
  });

  describe('of rule ids', () => {
    it('puts those found on the line first', () => {
      const marked = withCursor(`${UNBILLED}  # ignore |\n  bill 97110-GP x3\n`);
      marked.workspace.check();
      const items = suggestionsAt(marked.workspace, marked.path, marked)!.items;
      assert.equal(items[0]!.label, 'too-many-units');
      assert.equal(items.length, RULE_IDS.length - 2);
    });

    it('goes on behind a comma, and takes the place of what is typed', () => {
      assert.ok(take(`${B}  # ignore missing-59, gr|`, 'group-size').includes('# ignore missing-59, group-size: |'));
      assert.ok(take(`${B}  # |`, 'ignore').endsWith('# ignore |'));
      assert.deepEqual(labels(`${B}  # ask the |`), []);
    });
  });

  it('stays out of notes and what carries them on', () => {
    for (const text of ['  S: Feels |', '  S: Feels\n    |', '  S: bill |', '  S: x\n    bill |'])
      assert.deepEqual(labels(B + text), [], text);
  });

  it('answers anywhere in a text without a fault', () => {
    const text = `${UNBILLED}  bill 97110-5\n  # ignore x\n  by\n  "\n  15 min 97140 region "lu\nencounter\nencounter 2026-13-01 patient`;
    for (let offset = 0; offset <= text.length; offset++) at(`${text.slice(0, offset)}|${text.slice(offset)}`);
  });

  it('has documentation for what it offers, told by what it is', () => {
    const { workspace } = withCursor(`${A}|`);
    const docs = (marked: string, label: string) => {
      const { about } = at(marked)!.items.find((item) => item.label === label)!;
      return suggestionDocs(workspace, about!, 20260303, prose) ?? '';
    };
    assert.match(docs(`${B}  15 min  |`, '97110'), /^\*\*97110\*\* · exercise/);
    assert.match(docs(`${UNBILLED}  bill 97110|`, '-59'), /^\*\*-59\*\* · distinct/);
    assert.match(docs('payer |', 'medicare'), /^\*\*medicare\*\*/);
    assert.match(docs('|', 'discipline'), /^\*\*discipline\*\*/);
    assert.match(docs(`${B}  |`, 'dx'), /^\*\*dx\*\*/);
    assert.match(docs(`${B}  |`, 'O:'), /^\*\*O:\*\*/);
    assert.match(docs(`${B}  # ignore |`, 'missing-59'), /^\*\*missing-59\*\*/);
    assert.match(docs(`${B}  15 min 97110 |`, 'one-on-one'), /one-on-one/);
  });

  it('speaks of no session or claim in the documentation of a code', () => {
    const { workspace } = withCursor('|');
    const text = suggestionDocs(workspace, '  bill x 97110|', 20260303, prose)!;
    assert.doesNotMatch(text, /\*\*Here:\*\*/);
  });

  it('costs the same in a file of any size', () => {
    const work = (count: number) => {
      const text = manyEncounters(count);
      const lines = text.split('\n').length;
      const { workspace, path } = withCursor(`${text}  |`);
      workspace.check();
      const before = { ...workspace.work };
      const places = ['  bill ', '  0', '  15 min  ', 'encounter 2026-03-03 patient '];
      for (const typed of places) {
        workspace.edit(path, {
          start: { line: lines - 1, character: 0 },
          end: { line: lines - 1, character: 999 },
          newText: typed,
        });
        assert.ok(suggestionsAt(workspace, path, { line: lines - 1, character: typed.length }));
      }
      return workspace.work.encountersBuilt - before.encountersBuilt + workspace.work.blocksRead - before.blocksRead;
    };
    // Beyond the encounters that are at hand.
    assert.equal(work(4000), work(2000));
  });
});
