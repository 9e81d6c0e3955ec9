/** The language, form by form: what is read, what cannot be, and where that is said. */

import assert from 'node:assert/strict';
import { buildEncounter } from '../../server/src/model/build';
import { NO_DEFAULTS } from '../../server/src/model/defaults';
import type { Encounter } from '../../server/src/model/encounter';
import { defaultSettings } from '../../server/src/model/settings';
import { Contact, Giver } from '../../server/src/syntax/kinds';
import { newWorkspace } from '../support/markers';
import { lineKinds, parseAll, problems } from '../support/syntax';

const HOME = { id: 1, file: { path: '', hasNotes: false }, lineCount: 1, lineText: () => '', endsWithBreak: true };

/** The encounter of a text that holds one. */
function encounter(lines: string): Encounter {
  const [, block] = parseAll(`encounter 2026-03-03 patient A\n${lines}`);
  return buildEncounter(block!, HOME, NO_DEFAULTS, defaultSettings(20261101));
}

/** The encounters of a file with the defaults that reach them. */
function encountersOf(text: string): Encounter[] {
  const workspace = newWorkspace({ rules: [] });
  workspace.setText('a', text);
  return [...workspace.files.get('a')!.blocks()].filter((b) => !b.isAbove).map((b) => workspace.encounterOf(b));
}

function session(line: string) {
  const { sessions } = encounter(`  ${line}\n`);
  assert.equal(sessions.length, 1, line);
  return sessions[0]!;
}

function claim(line: string) {
  const { claims } = encounter(`  ${line}\n`);
  assert.equal(claims.length, 1, line);
  return claims[0]!;
}

/** What is wrong with one line of an encounter: rule and part. */
function wrong(line: string): string[] {
  return problems(`encounter 2026-03-03 patient A\n${line}\n`).map((p) => `${p.rule}: ${p.part}`);
}

describe('kinds of lines', () => {
  it('knows every kind', () => {
    const text = [
      'payer medicare',
      'encounter 2026-03-03 patient A',
      '  dx M54.50',
      '  09:00-09:15 97110',
      '  bill 97110 x1',
      '  S: better',
      '    and steadier',
      '',
      '# remark',
      '  payr medicare',
      '  ???',
    ].join('\n');
    assert.deepEqual(lineKinds(text), [
      'default',
      'header',
      'field',
      'session',
      'claim',
      'note',
      'note more',
      'blank',
      'comment',
      'unknown field',
      'broken',
    ]);
  });

  it('reads LF, CRLF and CR, tabs, no-break spaces and a byte-order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `\ufeffpayer medicare${end}encounter 2026-03-03 patient A${end}\t09:00-09:15\t97110${end}\u00a0\u00a0bill 97110 x1${end}`;
      assert.deepEqual(lineKinds(text), ['default', 'header', 'session', 'claim']);
      assert.deepEqual(problems(text), []);
    }
  });

  it('reads keywords, names and values in any case', () => {
    const [e] = encountersOf(
      'PAYER Medicare\nDiscipline pt\nEncounter 2026-03-03 Patient A\n  DX m54.50\n  9:00 AM-9:15 Am 97110 ONE-ON-ONE BY CLINICIAN\n  BILL g0283-gp X2\n  s: text\n',
    );
    assert.equal(e!.payer.name, 'medicare');
    assert.equal(e!.discipline, 'PT');
    assert.deepEqual(e!.diagnoses, ['M54.50']);
    assert.equal(e!.sessions[0]!.contact, Contact.OneOnOne);
    assert.equal(e!.sessions[0]!.by, Giver.Clinician);
    assert.equal(e!.claims[0]!.text, 'G0283-GP');
    assert.equal(e!.claims[0]!.units, 2);
    assert.equal(e!.notes.length, 1);
  });
});

describe('headers', () => {
  it('takes a word or a string as id, and compares them alike', () => {
    const ids = encountersOf(
      'encounter 2026-03-03 patient A#1\nencounter 2026-03-03 patient "A#1"\nencounter 2026-03-03 patient " MRN   1042 " # new\n',
    ).map((e) => e.patient);
    assert.deepEqual(ids, ['A#1', 'A#1', 'MRN 1042']);
  });

  it('says what cannot be read, and starts an encounter all the same', () => {
    const cases: [string, string][] = [
      ['encounter', 'syntax: encounter'],
      ['encounter 3/3/2026 patient A', 'syntax: 3/3/2026'],
      ['encounter 2026-3-3 patient A', 'syntax: 2026-3-3'],
      ['encounter 2026-03-03', 'syntax: 2026-03-03'],
      ['encounter 2026-03-03 A', 'syntax: A'],
      ['encounter 2026-03-03 patient', 'syntax: patient'],
      ['encounter 2026-03-03 patient # A', 'syntax: patient'],
      ['encounter 2026-03-03 patient ""', 'syntax: ""'],
      ['encounter 2026-03-03 patient "A', 'syntax: "A'],
      ['encounter 2026-03-03 patient A B', 'syntax: B'],
      ['encounter 2026-02-29 patient A', 'impossible-date: 2026-02-29'],
      ['encounter: 2026-03-03 patient A', 'syntax: :'],
      ['encounter 2026-03-03 patient: A', 'syntax: :'],
      ['  encounter 2026-03-03 patient A', 'syntax: encounter'],
      ['encuonter 2026-03-03 patient A', 'syntax: encuonter'],
      ['encounter, 2026-03-03 patient A', 'syntax: encounter,'],
      ['visit someday patient A', 'syntax: visit'],
      ['visit 2026-03-03', 'syntax: visit'],
    ];
    for (const [line, said] of cases) {
      const text = `encounter 2026-03-03 patient Z\n${line}\n  09:00-09:15 97110\n`;
      assert.deepEqual(
        problems(text).map((p) => `${p.rule}: ${p.part}`),
        [said],
        line,
      );
      const [first, second] = encountersOf(text);
      assert.equal(first!.sessions.length, 0, `${line}: the session is not the patient's above`);
      assert.equal(second!.sessions.length, 1, line);
    }
  });

  it('knows leap years', () => {
    assert.deepEqual(problems('encounter 2024-02-29 patient A\n'), []);
    assert.equal(problems('encounter 2100-02-29 patient A\n')[0]!.rule, 'impossible-date');
  });

  it('does not take another line for a header', () => {
    for (const line of [
      'clinician "2026-03-03 patient A"',
      'S: 2026-03-03 seen again',
      '# 2026-03-03 patient A',
      'note patient',
    ])
      assert.equal(lineKinds(`encounter 2026-03-03 patient Z\n${line}\n`)[1] === 'header', false, line);
  });
});

describe('sessions', () => {
  it('reads a clock range in every form', () => {
    const forms: [string, number, number][] = [
      ['09:00-09:15', 540, 555],
      ['9:00-9:15', 540, 555],
      ['9:00 - 9:15', 540, 555],
      ['09:00–09:15', 540, 555],
      ['09:00—09:15', 540, 555],
      ['09:00−09:15', 540, 555],
      ['09:00‑09:15', 540, 555],
      ['1:00pm-1:45pm', 780, 825],
      ['11:45 am - 12:15 pm', 705, 735],
      ['12:00am-12:15am', 0, 15],
      ['23:00-24:00', 1380, 1440],
    ];
    for (const [when, start, end] of forms) {
      const s = session(`${when}  97110`);
      assert.deepEqual([s.start, s.end, s.minutes], [start, end, end - start], when);
      assert.deepEqual(wrong(`  ${when}  97110`), [], when);
    }
  });

  it('reads a length', () => {
    for (const when of ['15 min', '15min', '15 m', '15 minutes', '15 MIN']) {
      const s = session(`${when} 97110`);
      assert.deepEqual([s.start, s.minutes], [-1, 15], when);
    }
    assert.equal(session('1440 min 97110').minutes, 1440);
  });

  it('refuses what is no time, and keeps the code', () => {
    const cases: [string, string][] = [
      ['9-10 97110', 'syntax: 9-10'],
      ['9am-10am 97110', 'syntax: 9am-10am'],
      ['0900-0915 97110', 'syntax: 0900-0915'],
      ['9:5-9:20 97110', 'syntax: 9:5-9:20'],
      ['1:00-1:45pm 97110', 'syntax: 1:00-1:45pm'],
      ['09:00 97110', 'syntax: 09:00'],
      ['15 97110', 'syntax: 15'],
      ['15 hours 97110', 'syntax: 15 hours'],
      ['1 hr 97110', 'syntax: 1 hr'],
      ['15mins 97110', 'syntax: 15mins'],
      ['15 minute 97110', 'syntax: 15 minute'],
      ['15 feels 97110', 'syntax: 15'],
      ['97110 one-on-one', 'syntax: 97110'],
      ['9:75-10:00 97110', 'impossible-time: 9:75-10:00'],
      ['13:00pm-2:00pm 97110', 'impossible-time: 13:00pm-2:00pm'],
      ['24:00-24:00 97110', 'impossible-time: 24:00-24:00'],
      ['0 min 97110', 'impossible-time: 0 min'],
      ['1441 min 97110', 'impossible-time: 1441 min'],
      ['10:00-09:00 97110', 'end-before-start: 10:00-09:00'],
      ['10:00-10:00 97110', 'end-before-start: 10:00-10:00'],
      ['23:45-00:15 97110', 'end-before-start: 23:45-00:15'],
    ];
    for (const [line, said] of cases) {
      assert.deepEqual(wrong(`  ${line}`), [said], line);
      const s = session(line);
      assert.equal(s.written?.text, '97110', line);
      assert.equal(s.minutes, -1, line);
    }
  });

  it('takes the parts in any order, each once', () => {
    const s = session('09:00-09:15 97150 "Balance" by assistant "M. Lee, PTA" group of 4 region "lumbar"');
    assert.deepEqual(
      [s.contact, s.size, s.activity, s.giver, s.region],
      [Contact.Group, 4, 'Balance', 'M. Lee, PTA', 'lumbar'],
    );
    assert.deepEqual(wrong('  09:00-09:15 97110 group group'), ['syntax: group']);
    assert.deepEqual(wrong('  09:00-09:15 97110 "a" "b"'), ['syntax: "b"']);
  });

  it('says what a part lacks', () => {
    const cases: [string, string][] = [
      ['09:00-09:15', 'syntax: 09:00-09:15'],
      ['09:00-09:15 9711', 'syntax: 9711'],
      ['09:00-09:15 97110x', 'syntax: 97110x'],
      ['09:00-09:15 97110 alone', 'syntax: alone'],
      ['09:00-09:15 97150 group of', 'syntax: of'],
      ['09:00-09:15 97150 group of 0', 'syntax: 0'],
      ['09:00-09:15 97150 group of 97110', 'syntax: 97110'],
      ['09:00-09:15 97150 group of many', 'syntax: many'],
      ['09:00-09:15 97110 by', 'syntax: by'],
      ['09:00-09:15 97110 by PTA', 'syntax: PTA'],
      ['09:00-09:15 97110 by constructor', 'syntax: constructor'],
      ['09:00-09:15 97110 by __proto__', 'syntax: __proto__'],
      ['09:00-09:15 97110 by assistant', 'syntax: assistant'],
      ['09:00-09:15 97110 by assistant Lee', 'syntax: Lee'],
      ['09:00-09:15 97110 region lumbar', 'syntax: lumbar'],
      ['09:00-09:15 97110 "open', 'syntax: "open'],
      ['09:00-09:15 97110 ""', 'syntax: ""'],
      ['09:00-09:15 97110 “Balance”', 'syntax: “Balance”'],
    ];
    for (const [line, said] of cases) assert.deepEqual(wrong(`  ${line}`), [said], line);
  });

  it('gives the contact that the code requires where none is written', () => {
    const contact = (code: string) => session(`15 min ${code}`).contact;
    assert.equal(contact('97110'), Contact.OneOnOne);
    assert.equal(contact('97161'), Contact.OneOnOne);
    assert.equal(contact('90834'), Contact.OneOnOne);
    assert.equal(contact('97035'), Contact.Attendance);
    assert.equal(contact('G0283'), Contact.Supervised);
    assert.equal(contact('97012'), Contact.Supervised);
    for (const code of ['97150', '90853', '90849', '92508', '97552']) assert.equal(contact(code), Contact.Group, code);
    assert.equal(contact('97545'), Contact.Unknown);
    assert.equal(session('15 min 97035 one-on-one').contact, Contact.Attendance);
    assert.equal(session('15 min 97150 one-on-one').contact, Contact.OneOnOne);
  });

  it('names the giver', () => {
    const [a, b] = encountersOf(
      'clinician "C"\nencounter 2026-03-03 patient A\n  15 min 97110 by student\n  15 min 97110 by aide\n  15 min 97110 by assistant "X"\n  15 min 97110\nencounter 2026-03-03 patient B\n  15 min 97110\n  15 min 97110 by clinician\n  assistant "N"\n',
    );
    assert.deepEqual(
      a!.sessions.map((s) => s.giver),
      ['C', undefined, 'X', 'C'],
    );
    assert.deepEqual(
      b!.sessions.map((s) => s.giver),
      ['N', 'C'],
    );
  });
});

describe('claim lines', () => {
  it('takes modifiers attached or after the code', () => {
    for (const line of [
      'bill 97110-59-GP x2',
      'bill 97110 -59 -GP x2',
      'bill 97110 -59-gp X2',
      'bill 97110–59—GP x2',
    ]) {
      const c = claim(line);
      assert.equal(c.text, '97110-59-GP', line);
      assert.equal(c.units, 2, line);
      assert.deepEqual(wrong(`  ${line}`), [], line);
    }
    assert.equal(claim('bill 97110').units, 1);
    assert.equal(claim('bill 97110 x999').units, 999);
  });

  it('refuses the rest, and keeps what stands before it', () => {
    const cases: [string, string][] = [
      ['bill', 'syntax: bill'],
      ['bill 97110x2', 'syntax: 97110x2'],
      ['bill 97110 x0', 'syntax: x0'],
      ['bill 97110 x1000', 'syntax: x1000'],
      ['bill 97110 x1.5', 'syntax: x1.5'],
      ['bill 97110 x 2', 'syntax: x'],
      ['bill 97110 2', 'syntax: 2'],
      ['bill 97110-5 x1', 'syntax: -5'],
      ['bill 97110-590 x1', 'syntax: -590'],
      ['bill 97110 - 59', 'syntax: -'],
      ['bill 97110 x1 -59', 'syntax: -59'],
      ['bill 97110, 97112', 'syntax: 97110,'],
      ['bill 97110-59x2', 'syntax: -59x2'],
    ];
    for (const [line, said] of cases) {
      assert.deepEqual(wrong(`  ${line}`), [said], line);
      assert.equal(claim(line).cut, true, line);
    }
    assert.equal(claim('bill 97110-59 -5').text, '97110-59');
  });
});

describe('fields', () => {
  it('holds a default for the encounters below it, until set again', () => {
    const [a, b, c] = encountersOf(
      'payer medicare\nclinician "C"\nencounter 2026-03-03 patient A\n\npayer commercial\nencounter 2026-03-03 patient B\n  clinician "D"\nencounter 2026-03-03 patient C\n  payer none\n',
    );
    assert.deepEqual([a!.payer.name, a!.clinician], ['medicare', 'C']);
    assert.deepEqual([b!.payer.name, b!.clinician], ['commercial', 'D']);
    assert.deepEqual([c!.payer.name, c!.clinician], ['', 'C']);
  });

  it('refuses values that are none', () => {
    const cases: [string, string][] = [
      ['payer', 'syntax: payer'],
      ['payer bluecross', 'syntax: bluecross'],
      ['payer "Blue Cross" x', 'syntax: x'],
      ['clinician Ortiz', 'syntax: Ortiz'],
      ['discipline "PT"', 'syntax: "PT"'],
      ['state Arizona', 'syntax: Arizona'],
      ['units ama', 'syntax: ama'],
      ['dx back pain', 'syntax: back'],
      ['dx M54.50 M25.561', 'syntax: M25.561'],
      ['dx M54.50,', 'syntax: ,'],
      ['goal walk', 'syntax: walk'],
      ['payer: medicare', 'syntax: :'],
      ['payr medicare', 'unknown-field: payr'],
      ['Q: text', 'unknown-field: Q'],
    ];
    for (const [line, said] of cases) assert.deepEqual(wrong(`  ${line}`), [said], line);
  });

  it('reads a keyword or field name without its colon', () => {
    const cases: [string, string][] = [
      ['payer: medicare', 'payer medicare'],
      ['clinician:"C"', 'clinician "C"'],
      ['dx:M54.50', 'dx M54.50'],
      ['bill: 97110-59 x2', 'bill 97110-59 x2'],
      ['bill:97110', 'bill 97110'],
      ['15 min 97150 group: of 4', '15 min 97150 group of 4'],
      ['15 min 97150 group of: 4 "Balance"', '15 min 97150 group of 4 "Balance"'],
      ['15 min 97110 one-on-one: "Balance"', '15 min 97110 one-on-one "Balance"'],
      ['15 min 97110 by: aide', '15 min 97110 by aide'],
      ['15 min 97110 by assistant: "M. Lee, PTA"', '15 min 97110 by assistant "M. Lee, PTA"'],
      ['15 min 97140 region:"lumbar" "Hands"', '15 min 97140 region "lumbar" "Hands"'],
    ];
    // What is read of a line, without where it stands.
    const read = (line: string) => {
      const { payer, clinician, diagnoses, sessions, claims } = encounter(`  ${line}\n`);
      return JSON.stringify([
        [payer.name, clinician, diagnoses],
        sessions.map((s) => [
          s.written?.text,
          s.minutes,
          s.contact,
          s.size,
          s.by,
          s.giver,
          s.region,
          s.activity,
          s.cut,
        ]),
        claims.map((c) => [c.text, c.units, c.cut]),
      ]);
    };
    for (const [line, without] of cases) {
      assert.deepEqual(wrong(`  ${line}`), ['syntax: :'], line);
      assert.deepEqual(wrong(`  ${without}`), [], without);
      assert.equal(read(line), read(without), line);
      const text = `encounter 2026-03-03 patient A\n  ${line}\n`;
      const { start, end, replacement } = parseAll(text)[1]!.problems[0]!;
      assert.equal(`${text.slice(0, start)}${replacement}${text.slice(end)}`, text.replace(line, without), 'the fix');
    }
    assert.equal(encountersOf('encounter 2026-03-03 patient: A\n')[0]!.patient, 'A');
    assert.deepEqual(wrong('  15 min 97110 one-on-one:: x'), ['syntax: :'], 'one is read over');
    assert.deepEqual(wrong('  15 min 97110 alone: x'), ['syntax: alone:'], 'no word of the language');
  });

  it('asks for straight quotes only where a string may stand', () => {
    const says = (line: string) => {
      const [, block] = parseAll(`encounter 2026-03-03 patient A\n  ${line}\n`);
      return block!.problems.map((p) => `${block!.slice(p.start, p.end)}: ${p.says}; ${p.replacement}`);
    };
    for (const line of [
      'clinician “C”',
      'payer “C”',
      'goal “C”',
      '15 min 97110 “C”',
      '15 min 97110 by assistant “C”',
      '15 min 97140 region “C”',
    ])
      assert.deepEqual(says(line), ['“C”: straight quotes; "C"'], line);
    for (const [line, said] of [
      ['dx “M54.50”', '“M54.50”: an ICD-10-CM code such as M54.50'],
      ['discipline “PT”', '“PT”: PT, OT, SLP, chiro or BH'],
      ['15 min “97110”', '“97110”: a code such as 97110'],
      ['15 min 97150 group of “2”', '“2”: the number of patients in the group, such as group of 4'],
      ['15 min 97150 "one" “two”', '“two”: each part of a session once only'],
      ['bill “97110”', '“97110”: a code such as 97110'],
      ['“x”', '“x”: a field, a session, bill or a note'],
    ])
      assert.deepEqual(says(line!), [`${said}; undefined`], line);
  });

  it('uses a string that something hangs on, and not what hangs on it', () => {
    assert.deepEqual(wrong('  goal "Walk"far'), ['syntax: far']);
    assert.deepEqual(encounter('  goal "Walk"far\n').goals, ['Walk']);
    assert.equal(session('15 min 97110 "Stairs"x').activity, 'Stairs');
  });

  it('takes dx with or without its dot, with or without spaces at the comma', () => {
    assert.deepEqual(encounter('  dx M5450,M25.561 , z47\n').diagnoses, ['M5450', 'M25.561', 'Z47']);
  });

  it('says a field given twice at the later one, which counts', () => {
    const text = 'encounter 2026-03-03 patient A\n  payer medicare\n  payer commercial\n  dx M54.50\n  dx M25.561\n';
    assert.deepEqual(
      problems(text).map((p) => `${p.line} ${p.rule}`),
      ['2 duplicate-field'],
    );
    assert.equal(encountersOf(text)[0]!.payer.name, 'commercial');
    assert.deepEqual(
      problems('payer medicare\npayer commercial\n').map((p) => p.rule),
      ['duplicate-field'],
    );
    assert.deepEqual(problems('payer medicare\nencounter 2026-03-03 patient A\npayer medicare\n'), []);
  });
});

describe('notes', () => {
  it('goes on over deeper lines and blank lines between them', () => {
    const { notes } = encounter('  S: one\n    two\n\n    three\n  O: four\n');
    assert.deepEqual(
      notes.map((n) => n.text),
      ['one two three', 'four'],
    );
  });

  it('compares leading white space character by character', () => {
    assert.deepEqual(lineKinds('encounter 2026-03-03 patient A\n\tS: one\n        two\n\t two\n').slice(2), [
      'unknown field',
      'unknown field',
    ]);
    assert.deepEqual(lineKinds('encounter 2026-03-03 patient A\n\tS: one\n\t two\n').slice(2), ['note more']);
  });

  it('is ended by a comment', () => {
    assert.deepEqual(lineKinds('encounter 2026-03-03 patient A\n  S: one\n  # x\n    two\n').slice(2), [
      'comment',
      'unknown field',
    ]);
  });

  it('is text, also with a number sign and quotes', () => {
    assert.equal(encounter('  S: did #3 "twice # over\n').notes[0]!.text, 'did #3 "twice # over');
  });

  it('says a line that is lost in it', () => {
    for (const line of [
      '09:00-09:15 97110',
      '15 min 97110 group',
      'bill 97110-59 x1',
      'encounter 2026-03-03 patient B',
      '9:00  -  9:15  am 97110',
      '15  min 97110',
      '99999 min 97110',
      'O: more',
    ])
      assert.deepEqual(wrong(`  S: one\n    ${line}`), [`line-in-note: ${line}`], line);
    for (const line of [
      '10 reps of squats',
      '15 min on the bike',
      'bill him later',
      'Plan: go on',
      'encounter with stairs',
    ])
      assert.deepEqual(wrong(`  S: one\n    ${line}`), [], line);
  });
});

describe('places', () => {
  it('says lines of an encounter at the left margin, and reads them', () => {
    const text = 'encounter 2026-03-03 patient A\n09:00-09:15 97110\nbill 97110 x1\ndx M54.50\nS: one\n  two\n';
    assert.deepEqual(
      problems(text).map((p) => `${p.rule}: ${p.part}`),
      ['syntax: 09:00-09:15', 'syntax: bill', 'syntax: dx', 'syntax: S', 'unknown-field: two'],
    );
    const [e] = encountersOf(text);
    assert.deepEqual([e!.sessions.length, e!.claims.length, e!.diagnoses.length, e!.notes.length], [1, 1, 1, 1]);
  });

  it('says lines that have no encounter above them', () => {
    assert.deepEqual(
      problems('  payer medicare\n  09:00-09:15 97110\n').map((p) => `${p.rule}: ${p.part}`),
      ['syntax: payer', 'syntax: 09:00-09:15'],
    );
  });

  it('says a default in the midst of an encounter', () => {
    const text = 'encounter 2026-03-03 patient A\n  09:00-09:15 97110\npayer medicare\n  # remark\n\n  bill 97110 x1\n';
    assert.deepEqual(
      problems(text).map((p) => `${p.line} ${p.rule}: ${p.part}`),
      ['2 syntax: payer'],
    );
    assert.equal(encountersOf(text)[0]!.claims.length, 1);
  });

  it('says characters that may stand nowhere', () => {
    for (const c of [
      '\u0000',
      '\u0007',
      '\u001b',
      '\u007f',
      '\u0085',
      '\ufffd',
      '\u202a',
      '\u202e',
      '\u2066',
      '\u2069',
    ]) {
      for (const line of [
        `  S: a${c}b`,
        `  bill 97110-59${c} x1`,
        `  # a${c}`,
        `  goal "a${c}b"`,
        `  09:00-09:15 97110 ${c}`,
      ])
        assert.deepEqual(wrong(line), [`syntax: ${c}`], JSON.stringify(line));
    }
  });

  it('says such a character where it stands, also in the midst of a part', () => {
    const c = '\u0007';
    for (const line of [
      `  09:00-09:15${c} 97110`,
      `  09:00-${c}09:15 97110`,
      `  9:00 ${c}- 9:15 97110`,
      `  9:00 -${c} 9:15 97110`,
      `  15 ${c}min 97110`,
      `  15 min 97110 one-on-${c}one`,
      `  15 min 97110 "two ${c}words and more"`,
      `  15 min 97110 region "low${c} back" one-on-one`,
      `  goal "Walk 200 m${c} far"`,
      `  goal "Walk 200 m"${c}`,
      `  payer workers-${c}comp`,
      `  bill 97110-5${c}9 x1`,
      `encounter 2026-03-${c}04 patient B`,
      `encounter 2026-03-04 patient "MRN 10${c}42"`,
    ])
      assert.deepEqual(wrong(line), [`syntax: ${c}`], JSON.stringify(line));
    assert.deepEqual(wrong(`  goal "Walk ${c}200 m`), [`syntax: "Walk ${c}200 m`], 'closed nowhere');
    assert.deepEqual(wrong(`  bill # ${c}`), ['syntax: bill'], 'the code is not behind it');
    assert.deepEqual(encounter(`  goal "one ${c} two"\n  goal "three"\n`).goals, ['three']);
  });

  it('makes no note of a field or bill whose colon such a character hangs on', () => {
    for (const line of ['  payer:\u0007', '  bill:\u0007 97110'])
      assert.deepEqual(wrong(`${line}\n    15 min 97112`), ['syntax: \u0007'], line);
    assert.equal(encounter('  bill:\u0007 97110\n    15 min 97112\n').sessions.length, 1);
  });
});
