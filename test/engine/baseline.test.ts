import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Baseline, readBaseline } from '../../server/src/engine/baseline';
import { Workspace } from '../../server/src/engine/workspace';
import { defaultSettings } from '../../server/src/model/settings';
import { RULES } from '../../server/src/rules/registry';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare
`;
const day = (patient: string, lines = '  09:00-09:15  97110\n  bill 97110-GP x2\n') =>
  `\nencounter 2026-03-03 patient ${patient}\n  dx M54.50\n${lines}`;

function checked(files: Readonly<Record<string, string>>, baseline?: Baseline): Workspace {
  const workspace = new Workspace({ rules: RULES, settings: defaultSettings(20260401), baseline });
  for (const [path, text] of Object.entries(files)) workspace.setText(path, text);
  workspace.check();
  return workspace;
}

/** `path:line rule` of all that is shown, lines from 1. */
function shown(workspace: Workspace): string[] {
  return [...workspace.files.keys()].flatMap((path) =>
    [...workspace.findings(path)].map(
      ({ finding, startLine }) => `${path}:${startLine + finding.line + 1} ${finding.rule}`,
    ),
  );
}

/** The baseline of these files, written and read again. */
function baselineOf(files: Readonly<Record<string, string>>, salt = 'salt'): Baseline {
  const workspace = checked(files);
  const all = Object.keys(files).map((path) => ({ workspace, path, fromFolder: path }));
  const read = readBaseline(Baseline.of(salt, all, hash).text(), hash);
  assert.ok('baseline' in read);
  return read.baseline;
}

describe('a baseline', () => {
  const A = { 'a.encounter': HEAD + day('anna-4711') };

  it('holds back what was there, and counts it', () => {
    assert.deepEqual(shown(checked(A)), ['a.encounter:8 too-many-units']);
    const baseline = baselineOf(A);
    assert.equal(baseline.size, 1);
    const workspace = checked(A, baseline);
    assert.deepEqual(shown(workspace), []);
    assert.equal(workspace.knownFindings, 1);
    assert.equal(baseline.stale(['a.encounter']), 0);
  });

  it('holds it back wherever the encounter goes, and however it is spaced', () => {
    const moved = `${HEAD}${day('other', '  09:00-09:15  97110\n  bill 97110-GP x1\n')}${day('anna-4711').replaceAll('  ', '    ')}`;
    for (const files of [{ 'a.encounter': moved }, { 'b.encounter': moved }]) {
      const workspace = checked(files, baselineOf(A));
      assert.equal(shown(workspace).filter((one) => one.endsWith('too-many-units')).length, 0);
      assert.equal(workspace.knownFindings, 1);
    }
  });

  it('shows the same line with another patient, and what is new on the same day', () => {
    const other = { 'a.encounter': HEAD + day('anna-4711') + day('ben-0815') };
    assert.deepEqual(
      shown(checked(other, baselineOf(A))).filter((one) => one.includes('too-many')),
      ['a.encounter:13 too-many-units'],
    );
  });

  it('shows a known finding again once its line says something else', () => {
    const worse = { 'a.encounter': A['a.encounter'].replace('x2', 'x3') };
    assert.deepEqual(shown(checked(worse, baselineOf(A))), ['a.encounter:8 too-many-units']);
  });

  it('holds back no more of the same than there were', () => {
    const twice = '  bill 97110-GP x2\n';
    const two = { 'a.encounter': HEAD + day('anna-4711', `  09:00-09:15  97110\n${twice}${twice}`) };
    const before = shown(checked(two)).length;
    const now = shown(checked(two, baselineOf(A)));
    assert.ok(before > 1);
    assert.equal(now.length, before - 1);
  });

  it('says what is gone, of the files that were checked', () => {
    const baseline = baselineOf({ ...A, 'b.encounter': HEAD + day('ben-0815').replace('03-03', '03-04') });
    assert.equal(baseline.size, 2);
    const mended = { 'a.encounter': A['a.encounter'].replace('x2', 'x1') };
    assert.deepEqual(shown(checked(mended, baseline)), []);
    assert.equal(baseline.stale(['a.encounter']), 1);
    assert.equal(baseline.stale(['c.encounter']), 0);
    assert.equal(baseline.stale(['a.encounter', 'b.encounter']), 2);
  });

  it('follows edits', () => {
    const workspace = checked(A, baselineOf(A));
    const at = { line: 7, character: 18 };
    workspace.edit('a.encounter', { start: { line: 7, character: 17 }, end: at, newText: '4' });
    workspace.check();
    assert.deepEqual(shown(workspace), ['a.encounter:8 too-many-units']);
    assert.equal(workspace.knownFindings, 0);
    workspace.edit('a.encounter', { start: { line: 7, character: 17 }, end: at, newText: '2' });
    workspace.check();
    assert.deepEqual([shown(workspace), workspace.knownFindings], [[], 1]);
    workspace.remove('a.encounter');
    workspace.check();
    assert.equal(workspace.knownFindings, 0);
  });

  it('takes no fix of a known finding', () => {
    const workspace = checked(A, baselineOf(A));
    const block = [...workspace.files.get('a.encounter')!.blocks()][1]!;
    assert.deepEqual(workspace.withFixes(block), []);
  });

  it('holds no text, id, date or path, and is the same for the same', () => {
    const workspace = checked(A);
    const of = (salt: string) =>
      Baseline.of(salt, [{ workspace, path: 'a.encounter', fromFolder: 'a.encounter' }], hash).text();
    for (const word of ['anna', '4711', '2026', '97110', 'bill', 'a.encounter', 'Ortiz'])
      assert.ok(!of('s').includes(word), word);
    assert.equal(of('s'), of('s'));
    assert.notEqual(of('s'), of('t').replace('"t"', '"s"'));
  });

  const damaged: [name: string, text: string, wrong: RegExp, line: number][] = [
    ['an empty one', '', /damaged/, 0],
    ['one cut off', '{\n  "version": 1,\n  "salt": "s",\n  "kno', /damaged/, 3],
    ['one in a conflict', '{\n  "version": 1,\n<<<<<<< HEAD\n  "salt": "s" }', /damaged/, 2],
    ['another file', '{ "rules": {} }', /not a baseline/, 0],
    ['a later one', '{ "version": 2 }', /later version/, 0],
    [
      'a damaged entry',
      '{ "version": 1, "salt": "s", "known": [{ "file": "a", "rule": "b", "mark": "c", "count": 0 }] }',
      /Entry 1/,
      0,
    ],
  ];
  for (const [name, text, wrong, line] of damaged) {
    it(`refuses ${name}`, () => {
      const read = readBaseline(text, hash);
      assert.ok('wrong' in read);
      assert.match(read.wrong, wrong);
      assert.equal(read.line, line);
    });
  }
});
