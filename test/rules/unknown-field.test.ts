/** Names that are not known: what is offered in their place, and where nothing is. */

import assert from 'node:assert/strict';
import { applyEdits, check, editsInFile, findingsIn, newWorkspace } from '../support/markers';

const HEADER = 'encounter 2026-03-03 patient A\n';

/** The word that a fix of the first unknown name writes; undefined where none is offered. */
function offered(text: string): string | undefined {
  const found = check(text).find((f) => f.rule === 'unknown-field');
  assert.ok(found, `no unknown-field in ${JSON.stringify(text)}`);
  return found.finding.fixes[0]?.edits[0]?.newText;
}

describe('rule unknown-field, in detail', () => {
  it('offers the nearest field, where the line is then read', () => {
    assert.equal(offered(`${HEADER}  payor medicare\n`), 'payer');
    assert.equal(offered(`${HEADER}  payor "Aetna"  # a plan\n`), 'payer');
    assert.equal(offered(`${HEADER}  payor aetna\n`), undefined);
    assert.equal(offered(`${HEADER}  clinican Ortiz\n`), undefined);
    assert.equal(offered(`${HEADER}  bil 97110-GP x1\n`), 'bill');
    assert.equal(offered(`${HEADER}  bil 97110 x0\n`), undefined);
    assert.equal(offered(`${HEADER}  dxx M54.50\n`), 'dx');
  });

  it('offers a default at the left margin, but none in the midst of an encounter', () => {
    assert.equal(offered(`payor medicare\n${HEADER}`), 'payer');
    assert.equal(offered(`${HEADER}  dx M54.50\npayor medicare\n`), 'payer');
    assert.equal(offered(`${HEADER}payor medicare\n  dx M54.50\n`), undefined);
  });

  it('offers at the left margin nothing that belongs to an encounter', () => {
    assert.equal(offered(`${HEADER}gaol "Walk"\n`), undefined);
    assert.equal(offered(`${HEADER}bil 97110 x1\n`), undefined);
    assert.equal(offered('  payor medicare\n'), undefined);
  });

  it('offers note labels written out, and none for a letter that is no label', () => {
    for (const [name, label] of [
      ['Subjective', 'S'],
      ['OBJECTIVE', 'O'],
      ['assessment', 'A'],
      ['Plan', 'P'],
      ['Notes', 'note'],
    ] as const)
      assert.equal(offered(`${HEADER}  ${name}: Well.\n`), label);
    assert.equal(offered(`${HEADER}  X: Well.\n`), undefined);
    const found = check(`${HEADER}  constructor: Well.\n`).find((f) => f.rule === 'unknown-field')!;
    assert.match(found.message, /^"constructor" is not a field or a note label, and this line is not used\. Write /);
    // A field has no colon: by its name the line would still not be read.
    assert.equal(offered(`${HEADER}  payor: medicare\n`), undefined);
  });

  it('leaves the rest of the line as it was, and its own words readable', () => {
    const text = `${HEADER}\tpayor   medicare  # as on the card\n`;
    const workspace = newWorkspace();
    workspace.setText('a', text);
    workspace.check();
    const found = findingsIn(workspace, 'a').find((f) => f.rule === 'unknown-field')!;
    const after = applyEdits(text, editsInFile(workspace, 'a', found.finding.fixes[0]!));
    assert.equal(after, `${HEADER}\tpayer   medicare  # as on the card\n`);
  });

  it('says one problem a line, however it would be read', () => {
    const found = check(`${HEADER}  payor  # ignore missing-59\n  bil 97110 x0\n  dx M54.50\n`);
    assert.deepEqual(
      found.filter((f) => f.severity !== 'info').map((f) => `${f.line} ${f.rule}`),
      ['1 unknown-field', '1 ignore-without-reason', '2 unknown-field'],
    );
  });

  it('says of a label without its colon what is missing', () => {
    for (const line of ['S ok', 'S : ok', 'note walks well']) {
      const [found] = check(`${HEADER}  dx M54.50\n  ${line}\n`).filter((f) => f.rule === 'unknown-field');
      assert.match(found!.message, /^A note begins with its label and a colon right behind it, (?:S|note): and not/);
    }
  });
});

describe('a character that nobody sees', () => {
  const said = (text: string) =>
    check(text)
      .filter((f) => f.rule === 'syntax')
      .map((f) => `${f.line}:${f.start} ${f.message}`);
  const hidden = (place: string, code: string) => [
    `${place} A character here (${code}) is hidden. It often comes with pasted text: delete it. Expected text that can be seen.`,
  ];

  it('is said in an id and in a name, by which there would be two', () => {
    assert.deepEqual(said('encounter 2026-03-03 patient A\u200b\n'), hidden('0:30', 'U+200B'));
    assert.deepEqual(said('encounter 2026-03-03 patient "MRN\u00ad 1"\n'), hidden('0:33', 'U+00AD'));
    for (const field of ['clinician', 'assistant', 'payer'])
      assert.deepEqual(said(`${field} "R.\ufeff Ortiz"\n${HEADER}`), hidden(`0:${field.length + 4}`, 'U+FEFF'));
    assert.deepEqual(said(`${HEADER}  15 min 97110 by assistant "M\u2060. Lee"\n`), hidden('1:30', 'U+2060'));
  });

  it('is left alone where no two things hang on it, and where it joins letters of a script', () => {
    assert.deepEqual(said(`${HEADER}  goal "Walk\u00ading"\n  15 min 97110 "Bal\u200bance"\n  S: well\u200b\n`), []);
    assert.deepEqual(said(`clinician "\u0645\u06cc\u200c\u062e"\n${HEADER}`), []);
  });

  it('is named where it makes a word another one', () => {
    assert.match(
      said('\u200bencounter 2026-03-03 patient A\n')[0]!,
      /Cannot read "U\+200Bencounter"\. Expected the word "encounter"/,
    );
  });
});

describe('a line that may be meant for a header', () => {
  const DAY = '  dx M54.50\n  09:00-09:15 97110 one-on-one\n  bill 97110-GP\n';
  const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n';
  const text = (line: string) => `${HEAD}${HEADER}${DAY}\n${line}\n${DAY.replace('09:00-09:15', '10:00-10:15')}`;
  const at = (line: string) => check(text(line)).filter((f) => f.line === 8);

  for (const line of [
    'encounter2026-03-03 patient B',
    'encounter-2026-03-03 patient B',
    'patient B',
    'Patient B 2026-03-03',
    'Enc 3/3/2026 B',
    'enc B',
    'encouter 3.3.26',
    'Visit with our patient B',
  ])
    it(`says that it begins none, and what counts for whom: ${line}`, () => {
      const [found] = at(line);
      assert.equal(found!.rule, 'unknown-field');
      assert.match(found!.message, /begins no encounter.*what is below it counts for the encounter above/);
    });

  for (const line of ['2026-03-03 patient B', '3/3/2026 patient B', '03.03.26 B'])
    it(`asks for the word "encounter", and not for indentation: ${line}`, () => {
      const [found] = at(line);
      assert.equal(`${found!.rule} ${found!.severity}`, 'syntax error');
      assert.match(found!.message, /Expected the word "encounter" before it, if an encounter begins here\.$/);
    });

  it('leaves no fix safe in what may be two patients’', () => {
    const fixes = (line: string) =>
      check(text(line))
        .filter((f) => f.rule === 'duplicate-line')
        .flatMap(({ finding }) => finding.fixes.map(({ title, safe }) => `${safe ? 'safe ' : ''}${title}`));
    assert.deepEqual(fixes('patient B'), ['Merge into one line: 97110 x2']);
    assert.equal(fixes('2026-03-03 patient B').join().includes('safe'), false);
    assert.deepEqual(fixes('# patient B'), ['safe Merge into one line: 97110 x2']);
    assert.deepEqual(fixes('payor medicare'), ['safe Merge into one line: 97110 x2']);
    // In another encounter of the day too.
    const day = `${HEAD}${HEADER}  dx M54.50\npatient B\n  09:00-09:15 97110\n  bill 97110-GP\n\n${HEADER}  dx M54.50\n  10:00-10:15 97140\n  10:15-10:30 97140\n  bill 97140-GP\n  bill 97140-GP\n`;
    const [found] = check(day).filter((f) => f.rule === 'duplicate-line');
    assert.deepEqual(
      found!.finding.fixes.map(({ safe }) => safe),
      [false],
    );
  });

  it('is no such line in an encounter’s own lines, nor above the first one', () => {
    const [indented] = check(`${HEADER}  dx M54.50\n  room 12 of patient B\n`).filter(
      (f) => f.rule === 'unknown-field',
    );
    assert.match(indented!.message, /not a field or a note label/);
    const [above] = check(`room 12 of patient B\n${HEADER}`).filter((f) => f.rule === 'unknown-field');
    assert.match(above!.message, /not a field or a note label/);
  });
});
