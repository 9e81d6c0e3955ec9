/** The claim lines of files as a table. */

import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Workspace } from '../../server/src/engine/workspace';
import { ALL_CLAIMS, CLAIM_COLUMNS, type ClaimQuery } from '../../server/src/features/claim-order';
import { ClaimTable } from '../../server/src/features/claim-table';
import { newWorkspace } from '../support/markers';
import { anyText } from '../support/text';

type Files = Readonly<Record<string, string>>;

function filled(files: Files): Workspace {
  const workspace = newWorkspace({});
  for (const [path, text] of Object.entries(files)) workspace.setText(path, text);
  workspace.check();
  return workspace;
}

const sourcesOf = (workspace: Workspace) => [...workspace.files.values()].map((file) => ({ workspace, file }));

function view(files: Files, query: Partial<ClaimQuery> = {}) {
  return new ClaimTable().view(sourcesOf(filled(files)), { ...ALL_CLAIMS, ...query });
}

const DAY = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
encounter 2026-03-03 patient A10
  09:00-09:20  97110
  09:20-09:40  97150  group of 2
  bill 97110-59-GP x2
  bill 97150-GP
encounter 2026-03-02 patient A2
  09:00-09:15  97112
  bill 97112-GP x1
encounter 2026-03-04 patient B
  10:00-10:15  97110
`;

const lines = (files: Files, query: Partial<ClaimQuery> = {}) =>
  view(files, query)
    .page(0, 1000)
    .map(({ patient, code }) => `${patient} ${code}`);

describe('the claim table', () => {
  it('has a row for every claim line, with what holds for it', () => {
    const [first] = view({ 'file:///c/a.encounter': DAY }).page(0, 1);
    const { findings, ...rest } = first!;
    assert.deepEqual(rest, {
      path: 'file:///c/a.encounter',
      file: 'a.encounter',
      line: 6,
      patient: 'A10',
      date: '2026-03-03',
      code: '97110',
      label: 'exercise for strength, stamina and mobility',
      modifiers: '59 GP',
      units: 2,
      payer: 'medicare',
      clinician: 'R. Ortiz, PT',
    });
    const own = findings.filter(({ around }) => !around).map(({ rule, severity, line }) => ({ rule, severity, line }));
    assert.deepEqual(own, [{ rule: 'too-many-units', severity: 'error', line: 6 }]);
    // No diagnosis: said on the first line of the encounter.
    assert.ok(findings.some(({ rule, around, line }) => rule === 'dx-missing' && around && line === 3));
  });

  it('counts lines, units, patients, findings, and the codes', () => {
    const { sums, scope } = view({ a: DAY });
    assert.equal(sums.lines, 3);
    assert.equal(sums.units, 4);
    assert.equal(sums.patients, 2);
    assert.deepEqual(
      sums.codes.map(({ code, lines: n, units }) => `${code} ${n} ${units}`),
      ['97110 1 2', '97112 1 1', '97150 1 1'],
    );
    assert.equal(sums.errors, 1);
    assert.equal(scope.all, 3);
    assert.equal(scope.encounters, 3);
    assert.equal(scope.unbilled, 1);
    assert.equal(scope.rules.get('too-many-units'), 1);
  });

  it('counts every finding of the workspace once', () => {
    fc.assert(
      fc.property(anyText(60), anyText(30), (a, b) => {
        const workspace = filled({ a, b });
        const { sums, scope } = new ClaimTable().view(sourcesOf(workspace), ALL_CLAIMS);
        const all = [...workspace.findings('a'), ...workspace.findings('b')].length;
        assert.equal(sums.errors + sums.warnings + sums.notes + scope.elsewhere, all);
      }),
      { numRuns: 60 },
    );
  });

  it('sorts by every column, both ways, and loses no line', () => {
    assert.deepEqual(lines({ a: DAY }, { sort: 'patient' }), ['A2 97112', 'A10 97110', 'A10 97150']);
    assert.deepEqual(lines({ a: DAY }, { sort: 'patient', descending: true }), ['A10 97110', 'A10 97150', 'A2 97112']);
    assert.deepEqual(lines({ a: DAY }, { sort: 'date' }), ['A2 97112', 'A10 97110', 'A10 97150']);
    assert.deepEqual(lines({ a: DAY }, { sort: 'code' }), ['A10 97110', 'A2 97112', 'A10 97150']);
    assert.deepEqual(lines({ a: DAY }, { sort: 'units', descending: true })[0], 'A10 97110');
    assert.deepEqual(lines({ a: DAY }, { sort: 'findings', descending: true })[0], 'A10 97110');
    assert.deepEqual(lines({ a: DAY }, { sort: 'place', descending: true }), ['A2 97112', 'A10 97150', 'A10 97110']);
    const all = lines({ a: DAY }).sort();
    for (const sort of CLAIM_COLUMNS)
      for (const descending of [false, true]) assert.deepEqual(lines({ a: DAY }, { sort, descending }).sort(), all);
  });

  it('puts lines without a value last, either way', () => {
    const text = `encounter 2026-03-03 patient
  bill 97110
encounter 2026-03-03 patient A
  bill 97112
`;
    for (const descending of [false, true])
      assert.deepEqual(lines({ a: text }, { sort: 'patient', descending }), ['A 97112', ' 97110']);
  });

  it('filters by words, each in one of the columns', () => {
    assert.deepEqual(lines({ a: DAY }, { text: 'a10 97110' }), ['A10 97110']);
    assert.deepEqual(lines({ a: DAY }, { text: '97110-59' }), ['A10 97110']);
    assert.deepEqual(lines({ a: DAY }, { text: '2026-03-02' }), ['A2 97112']);
    assert.deepEqual(lines({ a: DAY }, { text: 'ORTIZ medi 97150' }), ['A10 97150']);
    assert.deepEqual(lines({ a: DAY }, { text: 'nobody' }), []);
  });

  it('filters by finding: any, none, a severity, a rule; those of the encounter count', () => {
    const clean =
      'encounter 2026-03-02 patient Z\n  clinician "K"\n  payer commercial\n  dx M54.50\n  09:00-09:15 97112\n  bill 97112-GP\n';
    const files = { a: DAY, b: clean };
    assert.deepEqual(lines(files, { finding: 'none' }), ['Z 97112']);
    assert.deepEqual(lines(files, { finding: 'any' }).length, 3);
    assert.deepEqual(lines(files, { finding: 'too-many-units' }), ['A10 97110']);
    assert.deepEqual(lines(files, { finding: 'error' }), ['A10 97110']);
    // No diagnosis: it stands on the header, and each line of the encounter is held up by it.
    assert.deepEqual(lines(files, { finding: 'dx-missing' }), ['A10 97110', 'A10 97150', 'A2 97112']);
    assert.deepEqual(lines(files, { finding: 'note', text: 'A2' }), ['A2 97112']);
  });

  it('shows what cannot be read as not read', () => {
    const [row] = view({ a: 'encounter 2026-03-03 patient A\n  bill 97110-GP xtwo\n' }).page(0, 1);
    assert.equal(row!.units, null);
    assert.equal(row!.code, '97110');
    assert.equal(view({ a: 'encounter 2026-03-03 patient A\n  bill 97110-GP xtwo\n' }).sums.units, 0);
  });

  it('names files without the folders they share', () => {
    const files = { 'file:///c/x/march.encounter': DAY, 'file:///c/y/a%20b.encounter': DAY };
    const names = new Set(
      view(files)
        .page(0, 100)
        .map(({ file }) => file),
    );
    assert.deepEqual([...names], ['x/march.encounter', 'y/a b.encounter']);
  });

  it('finds a line of the file in the table', () => {
    const table = view({ a: DAY }, { sort: 'patient' });
    assert.equal(table.find('a', 6), 1);
    assert.equal(table.find('a', 5), -1);
  });

  it('after edits is the table of the final text', () => {
    const edit = fc.record({
      line: fc.integer({ min: 0, max: 40 }),
      lines: fc.integer({ min: 0, max: 3 }),
      newText: anyText(4),
    });
    fc.assert(
      fc.property(anyText(40), fc.array(edit, { maxLength: 6 }), (text, edits) => {
        const workspace = filled({ a: text });
        const table = new ClaimTable();
        table.view(sourcesOf(workspace), ALL_CLAIMS);
        for (const { line, lines: over, newText } of edits) {
          workspace.edit('a', { start: { line, character: 0 }, end: { line: line + over, character: 0 }, newText });
          workspace.check();
          const now = table.view(sourcesOf(workspace), ALL_CLAIMS);
          const fresh = view({ a: workspace.files.get('a')!.text });
          assert.deepEqual(now.page(0, 1000), fresh.page(0, 1000));
          assert.deepEqual(now.sums, fresh.sums);
          assert.deepEqual(now.scope, fresh.scope);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('shows what a changed default says, where nothing else is found', () => {
    const text = [
      ...['clinician "R. Ortiz, PT"', 'discipline PT', 'payer commercial', ''],
      ...['encounter 2026-03-03 patient A', '  dx M54.50', '  goal "Walk 200 m"', '  09:00-09:15  97110'],
      ...['  bill 97110-GP x1', '  S: Well.', '  O: Walked 80 m.', '  A: Better.', '  P: Go on.', ''],
    ].join('\n');
    const workspace = filled({ a: text });
    const table = new ClaimTable();
    const row = () => table.view(sourcesOf(workspace), ALL_CLAIMS).page(0, 1)[0]!;
    assert.deepEqual([row().payer, row().findings], ['commercial', []]);
    workspace.edit('a', { start: { line: 2, character: 6 }, end: { line: 2, character: 16 }, newText: 'workers-comp' });
    workspace.check();
    assert.deepEqual([row().payer, row().findings], ['workers-comp', []]);
  });

  it('is read in steps, and the steps read everything', () => {
    const workspace = filled({ a: DAY.repeat(60) });
    const table = new ClaimTable();
    const built = () => workspace.work.encountersBuilt;
    let steps = 0;
    for (const _ of table.reading(sourcesOf(workspace))) steps++;
    assert.ok(steps >= 5, String(steps));
    const before = built();
    table.view(sourcesOf(workspace), ALL_CLAIMS);
    assert.equal(built(), before);
  });

  it('is CSV with titles, ISO dates, and no line lost over its pages', () => {
    const hostile = `encounter 2026-03-03 patient "=cmd|'/c calc'!A1"
  clinician "+Zoe; @x"
  bill 97110-59-GP x1
encounter 2026-03-03 patient 0042
  bill 97112-GP x1
`;
    const table = view({ a: hostile });
    const text = [0, 1].map((from) => table.csv(from, 1)).join('');
    assert.ok(text.startsWith('\ufeffPatient,Date,Code,'));
    assert.ok(text.endsWith('\r\n'));
    const [titles, first, second] = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][];
    assert.equal(titles!.length, first!.length);
    assert.deepEqual(first!.slice(0, 7), ["'=cmd|'/c calc'!A1", '2026-03-03', '97110', '59 GP', '1', '', "'+Zoe; '@x"]);
    assert.equal(second![0], "'0042");
    assert.deepEqual(first!.slice(-2), ['a', '3']);
  });
});
