// A file with more findings than anyone reads: some are shown, those that count now, and it says how many there are.
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { Columns } from '../../server/src/lsp/columns';
import { type ReportOptions, reportOf, Shown } from '../../server/src/lsp/shown';
import { newWorkspace } from '../support/markers';
import { Editor, URI } from './client';

/** Encounters with one finding each, on their last line: the 15 minutes support 1 unit. */
const LINES = 6;
const wrong = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => {
    const patient = `P${String(from + i).padStart(5, '0')}`;
    return `encounter 2026-03-03 patient ${patient}
  payer medicare
  clinician "C${from + i}, PT"
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP x2
`;
  }).join('');

const rules = (findings: readonly Diagnostic[]) => new Set(findings.map(({ code }) => code));
const encounterOf = ({ range }: Diagnostic) => Math.floor(range.start.line / LINES);

describe('more findings than are shown', () => {
  let editor: Editor;
  afterEach(() => editor.shutdown());

  const shown = async () => {
    const [note, ...findings] = await editor.findings();
    return { note: note!, encounters: findings.map(encounterOf), findings };
  };

  it('shows the first thousand, and says how many there are', async () => {
    editor = await Editor.here();
    editor.open(wrong(1500));
    const { note, encounters, findings } = await shown();
    assert.equal(note.severity, 3);
    assert.equal(
      String(note.message),
      '1,500 findings in this file; shown are the first 1,000. To see all, set encounter.maxFindings to 0, or run "encounter check".',
    );
    assert.deepEqual(encounters, [...Array(1000).keys()]);
    assert.deepEqual([...rules(findings)], ['too-many-units']);
    await editor.until('a status', () => editor.statuses.at(-1)?.findings.errors === 1500);
  });

  it('shows the first ones and those around the last edit', async () => {
    editor = await Editor.here();
    editor.open(wrong(3000));
    await editor.findings();
    editor.replace('patient P02000', 'patient X02000');
    const { note, encounters } = await shown();
    assert.match(
      String(note.message),
      /^3,000 findings in this file; shown are the first 250, and those around your last edit/,
    );
    assert.equal(encounters.length, 1000);
    assert.deepEqual(encounters.slice(0, 250), [...Array(250).keys()]);
    const near = encounters.slice(250);
    assert.deepEqual(
      near,
      [...Array(750).keys()].map((i) => near[0]! + i),
    );
    assert.ok(near[0]! < 2000 - 150 && near.at(-1)! > 2000 + 150, `${near[0]}-${near.at(-1)}`);
  });

  it('leaves what is shown as it is from key to key at one place', async () => {
    editor = await Editor.here();
    editor.open(wrong(3000));
    editor.replace('patient P02000', 'patient X02000');
    const first = await editor.pull();
    editor.replace('patient X02000', 'patient Y02000');
    assert.equal((await editor.pull(URI, first.resultId)).kind, 'unchanged');
    editor.replace('patient Y02000', 'patient P02000 ');
    assert.equal((await editor.pull(URI, first.resultId)).kind, 'unchanged');
    const at = editor.text().indexOf('x2', editor.text().indexOf('P02000'));
    editor.edit(at, at + 2, 'x1');
    const fixed = await editor.pull(URI, first.resultId);
    assert.ok(fixed.kind === 'full' && !fixed.items.some((item) => encounterOf(item) === 2000));
  });

  it('shows as many as the setting says, or all', async () => {
    editor = await Editor.here({ settings: { maxFindings: 5 } });
    editor.open(wrong(40));
    await editor.hover({ line: 0, character: 0 });
    assert.deepEqual((await shown()).encounters, [0, 1, 2, 3, 4]);
    editor.settings = { maxFindings: 0 };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until('the settings', () => editor.asked > 1);
    await editor.hover({ line: 0, character: 0 });
    assert.equal((await editor.findings()).length, 40);
    editor.settings = { maxFindings: -1 };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until('a complaint', () => editor.shown.length > 0);
    assert.match(editor.shown[0]!, /maxFindings is -1; expected a whole number from 0 \(all\) to 100000\. 0 stays/);
  });

  it('sends no more to an editor that does not ask', async () => {
    editor = await Editor.here({ pulls: false });
    editor.open(wrong(1200));
    const { encounters } = await shown();
    assert.equal(encounters.length, 1000);
  });

  it('says nothing more where all are shown', async () => {
    editor = await Editor.here();
    editor.open(wrong(1000));
    assert.deepEqual((await editor.findings()).map(encounterOf), [...Array(1000).keys()]);
  });
});

describe('what is shown of a file', () => {
  const uri = 'a.encounter';
  const options = (more: Partial<ReportOptions> = {}): ReportOptions => ({ related: true, ...more });

  it('keeps what was made of all that an edit left alone', () => {
    const workspace = newWorkspace();
    const kept = new Shown(() => options());
    workspace.setText(uri, wrong(1000));
    workspace.check();
    const before = kept.report(workspace, uri).items;
    workspace.edit(uri, {
      start: { line: 503 * LINES, character: 30 },
      end: { line: 503 * LINES, character: 30 },
      newText: 'Z',
    });
    workspace.check();
    const after = kept.report(workspace, uri).items;
    assert.equal(after.length, 1000);
    const anew = after.filter((item) => !before.includes(item));
    // Those of one chunk.
    assert.ok(anew.length > 0 && anew.length <= 64, String(anew.length));
  });

  it('is the same after any edits as where it is made afresh', () => {
    const piece = fc.constantFrom(
      wrong(1, 900),
      wrong(3, 700),
      '  bill 97110-GP x2\n',
      '  09:00-09:15  97110  one-on-one\n',
      '  clinician "C1, PT"\n',
      '\n',
      '# \u00e9\ud83d\ude00\n',
      'x',
      '',
    );
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      lines: fc.integer({ min: 0, max: 9 }),
      character: fc.integer({ min: 0, max: 20 }),
      newText: piece,
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0, 1, 7, 60),
        fc.constantFrom('utf-16' as const, 'utf-8' as const),
        (count, edits, most, encoding) => {
          const workspace = newWorkspace();
          const columns = new Columns(encoding, (path) => workspace.files.get(path));
          const given = () => options({ most, columns });
          const kept = new Shown(given);
          workspace.setText(uri, wrong(count));
          workspace.check();
          kept.report(workspace, uri);
          for (const { at, lines, character, newText } of edits) {
            const line = Math.floor(at * workspace.files.get(uri)!.lineCount);
            const range = { start: { line, character }, end: { line: line + lines, character } };
            workspace.edit(uri, { ...range, newText });
            kept.didChange(uri, [{ range, text: newText }]);
            workspace.check();
            const fresh = new Shown(given);
            fresh.didChange(uri, [{ range, text: newText }]);
            assert.deepEqual(kept.report(workspace, uri), fresh.report(workspace, uri));
            const all = reportOf(workspace, uri, options({ columns }));
            const found = [...workspace.findings(uri)];
            assert.deepEqual(
              all.items.map(({ range: { start }, code, message }) => [start.line, code, message]),
              found.map(({ finding, startLine }) => [startLine + finding.line, finding.rule, finding.message]),
            );
            const part = kept.report(workspace, uri);
            assert.deepEqual(part.counts, all.counts);
            const cut = most > 0 && found.length > most;
            assert.equal(part.items.length, cut ? most + 1 : found.length);
            if (cut) for (const item of part.items.slice(1)) assert.ok(all.items.some((one) => same(one, item)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const same = (a: Diagnostic, b: Diagnostic) => JSON.stringify(a) === JSON.stringify(b);
});
