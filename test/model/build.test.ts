/** Lines to the model: what each part of a line comes to, and what is left open where it cannot be read. */

import assert from 'node:assert/strict';
import { defaultsBelow, plainText } from '../../server/src/model/build';
import { Is } from '../../server/src/model/code';
import { NO_DEFAULTS, sameDefaults } from '../../server/src/model/defaults';
import type { ClaimLine, Encounter, Session } from '../../server/src/model/encounter';
import { PayerTable } from '../../server/src/model/payer';
import { defaultSettings } from '../../server/src/model/settings';
import { BlockSyntax } from '../../server/src/syntax/buffer';
import { Contact, Giver, Label } from '../../server/src/syntax/kinds';
import { parseBlock } from '../../server/src/syntax/parser';
import { blocksOf, encountersOf, encounterWith, textAt } from '../support/encounters';
import { TODAY } from '../support/markers';

const session = (line: string, above = ''): Session => encounterWith([line], above).sessions[0]!;
const claim = (line: string): ClaimLine => encounterWith([line]).claims[0]!;

/** The parts of a session line that findings and hovers stand on. */
const partsOf = (s: Session): string[] =>
  [s.whenPlace(), s.codePlace(), s.contactPlace(), s.byPlace()].map((place) => textAt(s.encounter, place));

describe('a text as it is compared', () => {
  it('is without its quotes, its ends trimmed, inner white space as one space', () => {
    for (const [written, plain] of [
      ['A', 'A'],
      ['"A"', 'A'],
      ['"A', 'A'],
      ['" R.  Ortiz,\tPT\u00a0"', 'R. Ortiz, PT'],
      ['5"', '5"'],
    ] as const)
      assert.equal(plainText(written), plain);
  });
});

describe('a header', () => {
  it('gives date and patient, each with its place', () => {
    const [e] = encountersOf('encounter 2026-03-03 patient "MRN  1042"  # seen early\n');
    assert.deepEqual([e!.date, e!.patient], [20260303, 'MRN 1042']);
    assert.equal(textAt(e!, e!.datePlace()), '2026-03-03');
    assert.equal(textAt(e!, e!.headerPlace()), 'encounter 2026-03-03 patient "MRN  1042"');
  });

  it('keeps what can be read of it', () => {
    const [noDay] = encountersOf('encounter 2026-02-30 patient A\n');
    assert.deepEqual([noDay!.date, noDay!.patient], [0, 'A']);
    assert.equal(textAt(noDay!, noDay!.datePlace()), '2026-02-30');
    const [noId] = encountersOf('encounter 2026-03-03\n');
    assert.deepEqual([noId!.date, noId!.patient], [20260303, undefined]);
    assert.equal(textAt(noId!, noId!.headerPlace()), 'encounter 2026-03-03');
    const [bare] = encountersOf('encounter\n');
    assert.deepEqual([bare!.date, bare!.dateStart, bare!.dateEnd], [0, -1, -1]);
    assert.equal(textAt(bare!, bare!.datePlace()), 'encounter');
    const [indented] = encountersOf('  encounter 2026-03-03 patient A\n');
    assert.equal(textAt(indented!, indented!.headerPlace()), 'encounter 2026-03-03 patient A');
    assert.equal(textAt(indented!, indented!.datePlace()), '2026-03-03');
  });
});

describe('a session', () => {
  it('has its clock times, its parts and their places', () => {
    const s = session('09:00 - 09:15  97150  group of 3  by assistant "M.  Lee, PTA"  "Balance"');
    assert.deepEqual([s.line, s.start, s.end, s.minutes, s.size], [1, 540, 555, 15, 3]);
    assert.deepEqual([s.hasClock, s.isGroup, s.counts, s.isAttended], [true, true, false, true]);
    assert.deepEqual(partsOf(s), ['09:00 - 09:15', '97150', 'group of 3', 'by assistant "M.  Lee, PTA"']);
    assert.deepEqual([s.by, s.giver, s.activity, s.region], [Giver.Assistant, 'M. Lee, PTA', 'Balance', undefined]);
    assert.equal(s.code?.text, '97150');
    assert.equal(s.code, s.written);
  });

  it('may have a length', () => {
    const s = session('15 minutes 97140 region "neck" "Hands on"');
    assert.deepEqual([s.start, s.end, s.minutes, s.hasClock], [-1, -1, 15, false]);
    assert.deepEqual(partsOf(s), ['15 minutes', '97140', '97140', '97140']);
    assert.deepEqual([s.region, s.activity, s.giver], ['neck', 'Hands on', undefined]);
    assert.equal(partsOf(session('8m 97140'))[0], '8m');
  });

  it('has no minutes where its times cannot be', () => {
    for (const when of ['09:15-09:00', '09:00-09:00', '9:75-10:00', '09:00-09:61', '0 min', '1441 min']) {
      const s = session(`${when} 97110`);
      assert.deepEqual([s.start, s.end, s.minutes], [-1, -1, -1], when);
      assert.equal(partsOf(s)[0], when);
      assert.equal(s.code?.text, '97110');
    }
    assert.deepEqual([session('23:00-24:00 97110').minutes, session('00:00-00:10 97110').start], [60, 0]);
  });

  it('has the contact that is written, else the one its code requires', () => {
    const contact = (line: string) => session(`10 min ${line}`).contact;
    assert.deepEqual(['97110', '97161', '97035', '97010', 'G0283', '97150', '92508', '99213', '97999'].map(contact), [
      Contact.OneOnOne,
      Contact.OneOnOne,
      Contact.Attendance,
      Contact.Supervised,
      Contact.Supervised,
      Contact.Group,
      Contact.Group,
      Contact.Unknown,
      Contact.Unknown,
    ]);
    assert.deepEqual(
      [
        '97110 group',
        '97110 supervised',
        '97150 one-on-one',
        '97035 one-on-one',
        '97999 group of 2',
        '97035 supervised',
      ].map(contact),
      [Contact.Group, Contact.Supervised, Contact.OneOnOne, Contact.Attendance, Contact.Group, Contact.Supervised],
    );
    assert.deepEqual(partsOf(session('10 min 97110 supervised'))[2], 'supervised');
  });

  it('counts where it is neither group nor supervised nor an aide’s', () => {
    const of = (line: string) => {
      const s = session(`10 min ${line}`);
      return [s.counts, s.isOneOnOne, s.isGroup, s.isSupervised, s.isAttended, s.byAide];
    };
    assert.deepEqual(of('97110'), [true, true, false, false, true, false]);
    assert.deepEqual(of('97035'), [true, true, false, false, true, false]);
    assert.deepEqual(of('97110 group'), [false, false, true, false, true, false]);
    assert.deepEqual(of('97110 supervised'), [false, false, false, true, false, false]);
    assert.deepEqual(of('97110 by aide'), [false, true, false, false, true, true]);
  });

  it('says what could not be read: the rest of a line is not guessed', () => {
    const cut = session('10 min 97110 whatever');
    assert.deepEqual([cut.cut, cut.contact, cut.encounter.unreadSession], [true, Contact.Unknown, false]);
    assert.equal(session('10 min 97110').cut, false);
    const written = session('10 min 97110 group whatever');
    assert.deepEqual([written.cut, written.contact], [true, Contact.Group]);
    const half = session('10 min 97110 by nobody');
    assert.deepEqual([half.by, half.giver, partsOf(half)[3]], [Giver.Aide, undefined, 'by']);
    assert.equal(partsOf(session('10 min 97150 group of ?'))[2], 'group of');
    assert.equal(session('10 min').encounter.unreadSession, true);
    const lost = session('10 min what');
    assert.deepEqual([lost.written, lost.code, lost.encounter.unreadSession], [undefined, undefined, true]);
    assert.equal(lost.encounter.unreadClaim, false);
  });

  it('hides nothing where its code is one of another field, and may where it is one of ours', () => {
    const of = (code: string, date = '2026-03-03') => {
      const [e] = encountersOf(`encounter ${date} patient A\n  10 min ${code}\n`);
      return [e!.sessions[0]!.code?.text, e!.sessions[0]!.written?.text, e!.unreadSession, e!.unreadClaim];
    };
    assert.deepEqual(of('97110'), ['97110', '97110', false, false]);
    assert.deepEqual(of('97999'), [undefined, '97999', false, false]);
    assert.deepEqual(of('12345'), [undefined, '12345', false, false]);
    assert.deepEqual(of('97009'), [undefined, '97009', false, false]);
    assert.deepEqual(of('97800'), [undefined, '97800', false, false]);
    assert.deepEqual(of('97011'), [undefined, '97011', true, false]);
    assert.deepEqual(of('97798'), [undefined, '97798', true, false]);
    assert.deepEqual(of('9711O'), [undefined, '9711O', true, false]);
    assert.deepEqual(of('A9711'), [undefined, 'A9711', false, false]);
    // Deleted, and not yet in use: known, and not to be judged on that day.
    assert.deepEqual(of('97001'), [undefined, '97001', true, false]);
    assert.deepEqual(of('97161', '2016-12-31'), [undefined, '97161', true, false]);
    assert.deepEqual(of('97161', '2017-01-01'), ['97161', '97161', false, false]);
    assert.deepEqual(of('97001', '2026-02-30'), ['97001', '97001', false, false]);
    assert.deepEqual(of('97010', '2026-02-30'), ['97010', '97010', false, false]);
  });
});

describe('lines of an encounter', () => {
  it('are each read to their own end', () => {
    const e = encounterWith([
      '09:00-09:15 97110',
      '10:00-10:15 97112 group',
      'bill 97110',
      'bill 97112',
      'P:',
      'bill 97140',
    ]);
    assert.deepEqual(
      e.sessions.map((s) => [s.line, s.start, s.end, ...partsOf(s)]),
      [
        [1, 540, 555, '09:00-09:15', '97110', '97110', '97110'],
        [2, 600, 615, '10:00-10:15', '97112', 'group', '97112'],
      ],
    );
    assert.deepEqual(
      e.claims.map((c) => [c.line, c.billStart, c.end]),
      [
        [3, 2, 12],
        [4, 2, 12],
        [6, 2, 12],
      ],
    );
    assert.equal(e.notes[0]!.isEmpty, true);
  });

  it('are looked through for what rules speak of', () => {
    const is = (...lines: string[]) => encounterWith(lines).is;
    const ofAll = Is.Timed | Is.Evaluation | Is.Visit | Is.Opening | Is.NotUsable;
    assert.equal(is() & ofAll, 0);
    assert.equal(is('10 min 97110', 'bill 97161') & ofAll, Is.Timed | Is.Evaluation);
    assert.equal(
      is('10 min 97161', 'bill 97110-59', 'bill 99213') & ofAll,
      Is.Timed | Is.Evaluation | Is.Visit | Is.Opening,
    );
    assert.equal(is('10 min 12345', 'bill 97110-GP') & ofAll, Is.Timed | Is.NotUsable);
  });

  it('that stand at the left margin are read too', () => {
    const [e] = encountersOf('encounter 2026-03-03 patient A\n09:00-09:15 97110\n');
    assert.deepEqual([e!.sessions[0]!.start, ...partsOf(e!.sessions[0]!)].slice(0, 3), [540, '09:00-09:15', '97110']);
  });
});

describe('who gave a session', () => {
  const TEAM = 'clinician "R. Ortiz, PT"\nassistant "M. Lee, PTA"\n';
  const giver = (line: string, above: string) => session(`10 min 97110 ${line}`, above).giver;

  it('is whom it names, else the assistant, else the clinician', () => {
    assert.equal(giver('', TEAM), 'M. Lee, PTA');
    assert.equal(giver('', 'clinician "R. Ortiz, PT"\n'), 'R. Ortiz, PT');
    assert.equal(giver('', ''), undefined);
    assert.equal(giver('by clinician', TEAM), 'R. Ortiz, PT');
    assert.equal(giver('by student', TEAM), 'R. Ortiz, PT');
    assert.equal(giver('by aide', TEAM), undefined);
    assert.equal(giver('by assistant "S. Kim, PTA"', TEAM), 'S. Kim, PTA');
    assert.equal(giver('by assistant: "S. Kim, PTA"', TEAM), 'S. Kim, PTA');
    assert.equal(giver('by clinician "Stairs"', TEAM), 'R. Ortiz, PT');
    assert.equal(session('10 min 97110 by clinician "Stairs"', TEAM).activity, 'Stairs');
  });

  it('is said by a field below the session too, and left open where it cannot be read', () => {
    assert.equal(encounterWith(['10 min 97110', 'clinician "S. Kim"']).sessions[0]!.giver, 'S. Kim');
    assert.equal(giver('', 'clinician "R. Ortiz, PT"\nassistant M. Lee\n'), undefined);
    assert.equal(giver('by clinician', 'clinician "R. Ortiz, PT"\nassistant M. Lee\n'), 'R. Ortiz, PT');
  });
});

describe('a claim line', () => {
  it('has its code, modifiers and units, each with its place', () => {
    const c = claim('bill 97110-59 -gp x2  # as planned');
    assert.deepEqual([c.line, c.code?.text, c.units, c.text, c.cut], [1, '97110', 2, '97110-59-GP', false]);
    assert.equal(textAt(c.encounter, c.codePlace()), '97110');
    assert.equal(textAt(c.encounter, c.unitsPlace()), 'x2');
    assert.deepEqual(
      c.modifiers.map((use) => [use.text, use.entry?.kind, textAt(c.encounter, c.modifierPlace(use))]),
      [
        ['59', 'distinct', '-59'],
        ['GP', 'discipline', '-gp'],
      ],
    );
    assert.equal(c.encounter.home.lineText(1).slice(c.billStart, c.end), 'bill 97110-59 -gp x2');
    assert.deepEqual([c.has('GP'), c.has('GO'), c.notCovered], [true, false, false]);
    assert.deepEqual([c.modifier('GP'), c.modifier('KX'), c.distinct], [c.modifiers[1], undefined, c.modifiers[0]]);
    assert.equal(c.opening, c.modifiers[0]);
  });

  it('is one unit where none is written, and ends where it can be read', () => {
    const end = (line: string) => {
      const c = claim(line);
      return [c.encounter.home.lineText(1).slice(c.billStart, c.end), c.units, c.cut, c.encounter.unreadClaim];
    };
    assert.deepEqual(end('bill 97110'), ['bill 97110', 1, false, false]);
    assert.deepEqual(end('bill 97110-GP'), ['bill 97110-GP', 1, false, false]);
    assert.deepEqual(end('bill 97110-GP ?'), ['bill 97110-GP', 1, true, false]);
    assert.deepEqual(end('bill what'), ['bill', 1, true, true]);
    assert.deepEqual(end('bill 97011'), ['bill 97011', 1, false, true]);
    assert.equal(textAt(claim('bill 97110').encounter, claim('bill 97110').unitsPlace()), '97110');
    assert.equal(claim('bill what').encounter.unreadSession, false);
    assert.deepEqual([claim('bill what').text, claim('bill what').modifiers.length], ['', 0]);
  });

  it('knows what opens a pair, and what says that care was apart', () => {
    const of = (modifier: string) => {
      const c = claim(`bill 97110-${modifier}`);
      return [c.distinct?.text, c.opening?.text, c.notCovered];
    };
    assert.deepEqual(of('XE'), ['XE', 'XE', false]);
    assert.deepEqual(of('25'), [undefined, '25', false]);
    assert.deepEqual(of('GP'), [undefined, undefined, false]);
    assert.deepEqual(of('GY'), [undefined, undefined, true]);
    assert.deepEqual(of('ZZ'), [undefined, undefined, false]);
  });

  it('knows a modifier from its first day on', () => {
    const entry = (date: string, modifier: string) =>
      encountersOf(`encounter ${date} patient A\n  bill 97110-${modifier}\n`)[0]!.claims[0]!.modifiers[0]!.entry;
    assert.equal(entry('2014-12-31', 'XE'), undefined);
    assert.equal(entry('2015-01-01', 'XE')?.kind, 'distinct');
    assert.equal(entry('2014-12-31', '59')?.kind, 'distinct');
    assert.equal(entry('2026-02-30', 'XE')?.kind, 'distinct');
    assert.equal(entry('2019-12-31', 'CQ'), undefined);
    assert.notEqual(entry('2020-01-01', 'CQ'), undefined);
  });

  it('says twelve modifiers at most', () => {
    const of = (count: number) => claim(`bill 97110${'-GP'.repeat(count)}`).text;
    assert.equal(of(12), `97110${'-GP'.repeat(12)}`);
    assert.equal(of(13), `97110${'-GP'.repeat(12)}-…`);
  });
});

describe('fields', () => {
  const ALL =
    'clinician "R. Ortiz, PT"\nassistant "M. Lee, PTA"\ndiscipline ot\npayer Medicare\nstate az\nsetting SNF\nunits MIDPOINT\n';
  const told = (e: Encounter) => [e.clinician, e.assistant, e.discipline, e.payer.name, e.state, e.setting, e.unitRule];

  it('come from above the encounter, and from within it first', () => {
    assert.deepEqual(told(encounterWith([], ALL)), [
      'R. Ortiz, PT',
      'M. Lee, PTA',
      'OT',
      'medicare',
      'AZ',
      'snf',
      'midpoint',
    ]);
    assert.deepEqual(told(encounterWith(ALL.trim().split('\n'))), told(encounterWith([], ALL)));
    assert.deepEqual(
      told(
        encounterWith(
          ['clinician "B"', 'assistant none', 'discipline SLP', 'payer "Blue Plan"', 'state none', 'setting home'],
          ALL,
        ),
      ),
      ['B', undefined, 'SLP', 'Blue Plan', undefined, 'home', 'midpoint'],
    );
    assert.deepEqual(told(encounterWith([])), [undefined, undefined, undefined, '', undefined, undefined, 'midpoint']);
  });

  it('hold for one encounter alone where they stand in it, and below where they stand at the margin', () => {
    const [a, b, c] = encountersOf(
      'payer medicare\nencounter 2026-03-03 patient A\n  payer tricare\n\nencounter 2026-03-03 patient B\n\npayer commercial\nencounter 2026-03-03 patient C\n',
    );
    assert.deepEqual([a!.payer.name, b!.payer.name, c!.payer.name], ['tricare', 'medicare', 'commercial']);
  });

  it('are not given where they cannot be read, and that is known of people and payer', () => {
    const open = (e: Encounter) => [e.clinicianUnread, e.assistantUnread, e.payerUnread];
    assert.deepEqual(open(encounterWith([], ALL)), [false, false, false]);
    assert.deepEqual(open(encounterWith(['clinician Ortiz'], ALL)), [true, false, false]);
    assert.deepEqual(open(encounterWith(['assistant Lee'], ALL)), [false, true, false]);
    assert.deepEqual(open(encounterWith(['payer medcare'], ALL)), [false, false, true]);
    assert.deepEqual(open(encounterWith(['payer none', 'clinician none', 'assistant none'], ALL)), [
      false,
      false,
      false,
    ]);
    assert.deepEqual(open(encounterWith(['payer "X" what', 'clinician "C" what'], ALL)), [false, false, false]);
    const e = encounterWith(['payer medcare', 'clinician Ortiz'], ALL);
    assert.deepEqual([e.payer.name, e.clinician], ['', undefined]);
  });

  it('keep the same defaults where a block sets none, or the same again', () => {
    const [first, second, third] = blocksOf(
      `${ALL}encounter 2026-03-03 patient A\n\nunits midpoint\nencounter 2026-03-03 patient B\n\nunits cms\nencounter 2026-03-03 patient C\n`,
    );
    assert.equal(first!.below, first!.above);
    assert.equal(second!.above, first!.above);
    assert.notEqual(third!.above, second!.above);
    assert.equal(second!.above.units, 'midpoint');
    assert.equal(third!.above.units, 'cms');
    const syntax = new BlockSyntax();
    parseBlock('units midpoint\n', 0, true, syntax);
    assert.equal(defaultsBelow(syntax, NO_DEFAULTS).units, 'midpoint');
  });

  it('are the same defaults where every one is the same', () => {
    const some = { ...NO_DEFAULTS, clinician: 'A', payer: 'medicare' };
    assert.equal(sameDefaults(some, some), true);
    assert.equal(sameDefaults(some, { ...some }), true);
    for (const key of Object.keys(NO_DEFAULTS)) {
      const other = { ...some, [key]: key.endsWith('Unread') ? true : 'other' };
      assert.equal(sameDefaults(some, other), false, key);
      assert.equal(sameDefaults(other, some), false, key);
    }
  });

  it('name diagnoses and goals, and say where one could not be read', () => {
    const of = (...lines: string[]) => {
      const e = encounterWith(lines);
      return [e.diagnoses, e.hasDiagnosisLine, e.diagnosisUnread, e.goals, e.hasGoalLine, e.goalUnread];
    };
    assert.deepEqual(of(), [[], false, false, [], false, false]);
    assert.deepEqual(of('dx m54.50, M25561', 'dx Z00'), [['M54.50', 'M25561', 'Z00'], true, false, [], false, false]);
    assert.deepEqual(of('dx M54.50 what'), [['M54.50'], true, true, [], false, false]);
    assert.deepEqual(of('goal "Walk"', 'goal "Reach"'), [[], false, false, ['Walk', 'Reach'], true, false]);
    assert.deepEqual(of('goal Walk'), [[], false, false, [], true, true]);
    assert.deepEqual(of('goal none'), [[], false, false, [], true, false]);
  });
});

describe('the unit rule of an encounter', () => {
  const of = (above: string, changes: Partial<ReturnType<typeof defaultSettings>> = {}) => {
    const e = encounterWith([], above, { ...defaultSettings(TODAY), ...changes });
    return [e.unitRule, e.unitRuleKnown];
  };
  const own = { name: 'x', unitRuleKnown: true, bound: false, medicare: false, tricare: false } as const;

  it('is that of the file, else of the configuration, else of the payer', () => {
    assert.deepEqual(of(''), ['midpoint', false]);
    assert.deepEqual(of('payer commercial\n'), ['midpoint', false]);
    assert.deepEqual(of('payer medicare\n'), ['cms', true]);
    assert.deepEqual(of('payer tricare\n'), ['cms', false]);
    assert.deepEqual(of('payer tricare\nunits midpoint\n'), ['midpoint', true]);
    assert.deepEqual(of('payer medicare\n', { units: 'midpoint' }), ['midpoint', true]);
    assert.deepEqual(of('payer tricare\n', { units: 'midpoint' }), ['midpoint', true]);
    assert.deepEqual(of('payer medicare\nunits cms\n', { units: 'midpoint' }), ['cms', true]);
  });

  it('is one that the configuration sets for the payer, before its rule for all', () => {
    const payers = (unitRuleSet: boolean) =>
      new PayerTable(new Map([['x', { ...own, unitRule: 'cms' as const, unitRuleSet }]]));
    assert.deepEqual(of('payer "x"\n', { payers: payers(true), units: 'midpoint' }), ['cms', true]);
    assert.deepEqual(of('payer "x"\n', { payers: payers(false), units: 'midpoint' }), ['midpoint', true]);
    assert.deepEqual(of('payer "x"\nunits midpoint\n', { payers: payers(true) }), ['midpoint', true]);
  });
});

describe('notes', () => {
  const notes = (...lines: string[]) =>
    encounterWith(lines).notes.map((note) => [note.label, note.line, note.text, note.isEmpty]);

  it('go on over deeper lines, and end with the first other one', () => {
    const e = encounterWith(['S: Better.', '  On stairs.', '', '  And level.', 'O: Five of six.']);
    assert.deepEqual(
      e.notes.map((note) => [note.label, note.line, note.pieces.map((piece) => piece.trim())]),
      [
        [Label.S, 1, ['Better.', 'On stairs.', 'And level.']],
        [Label.O, 5, ['Five of six.']],
      ],
    );
    assert.deepEqual(
      e.notes.map((note) => textAt(e, note.labelPlace())),
      ['S:', 'O:'],
    );
    assert.deepEqual(
      notes('A: Tired.', 'bill 97110', '  no more').map(([label, line]) => [label, line]),
      [[Label.A, 1]],
    );
  });

  it('may be empty, or say something further down', () => {
    assert.deepEqual(notes('P:'), [[Label.P, 1, '', true]]);
    assert.deepEqual(notes('P: \u3000')[0]![3], true);
    assert.equal(notes('P:', '  Go on.')[0]![3], false);
    assert.deepEqual([notes('note: Left early')[0]![0], notes('note: Left early')[0]![3]], [Label.Note, false]);
    assert.equal(String(notes('note: Left early')[0]![2]).trim(), 'Left early');
  });
});

describe('a line that cannot be read', () => {
  const open = (line: string) => {
    const e = encounterWith([line]);
    return [e.unreadSession, e.unreadClaim];
  };

  it('may be a session or a claim line where it begins with nothing known, or holds a code behind an unknown word', () => {
    assert.deepEqual(open('?? 97110'), [true, true]);
    assert.deepEqual(open('?? what'), [true, true]);
    assert.deepEqual(open('bil 97110 x1'), [true, true]);
    assert.deepEqual(open('bil G0283'), [true, true]);
    assert.deepEqual(open('color blue'), [false, false]);
    assert.deepEqual(open('color 971100'), [false, false]);
    assert.deepEqual(open('color x97110'), [false, false]);
    assert.deepEqual(open('# 97110'), [false, false]);
    assert.deepEqual(open('S: 97110'), [false, false]);
  });
});
