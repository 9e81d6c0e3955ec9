// The claim table: a panel beside the text that follows it, leads to its lines, and is saved as CSV.
import * as assert from 'node:assert/strict';
import { commands, FileType, type Tab, TabInputWebview, Uri, ViewColumn, window, workspace } from 'vscode';
import type { ClaimQuery, ClaimsResult } from '../../client/src/views/claims-data';
import { api, checked, closeAll, find, folder, openFile, replace, until, writeFile } from './help';

/** A day and a patient of its own for each test: whatever is in the folder is judged together. */
const march = (day: number) => `clinician "R. Ortiz, PT"
payer medicare

encounter 2031-03-0${day} patient "Table Zoe ${day}"
  09:00-09:13  97112
  bill 97112-GP x2
  bill 97110-GP
`;
const april = `encounter 2031-04-01 patient "=Table Max"
  bill 97530-GP x3
`;
const all: ClaimQuery = { sort: 'place', descending: false, text: '', finding: '' };

describe('The claim table', () => {
  const panel = () => api().claims;
  const shown = (what: string, ready: (page: ClaimsResult) => boolean) =>
    until(`the table with ${what}`, () => panel().shown && ready(panel().shown!) && panel().shown, panel().onDidShow);
  const tab = (): Tab | undefined =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('encounter.claims'));
  const codes = (page: ClaimsResult) => page.rows.map(({ code, units }) => `${code} x${units}`);

  afterEach(async () => {
    const open = tab();
    if (open) await window.tabGroups.close(open);
    await closeAll();
  });

  const show = async (name: string, text: string) => {
    const document = await openFile(name, text);
    await checked(document);
    await commands.executeCommand('encounter.showClaims');
    const uri = document.uri.toString();
    await shown('the lines of the file', ({ rows }) => rows.length > 0 && rows.every(({ path }) => path === uri));
    return document;
  };

  it('opens beside the text, with the lines of the file', async () => {
    const document = await show('table-1.encounter', march(1));
    const page = await shown('two lines', ({ rows }) => rows.length === 2);
    assert.deepEqual(codes(page), ['97112 x2', '97110 x1']);
    assert.equal(page.rows[0]!.findings.filter(({ around }) => !around)[0]?.rule, 'too-many-units');
    const opened = await until('the tab', tab, window.tabGroups.onDidChangeTabs);
    assert.equal(opened.group.viewColumn, ViewColumn.Two);
    assert.equal(page.rows[0]!.path, document.uri.toString());
    // No one's name in what the editor keeps of its windows.
    assert.equal(opened.label, 'Claim Table');
  });

  it('leads to a line, and not to one of an older table', async () => {
    const document = await show('table-2.encounter', march(2));
    await shown('two lines', ({ rows }) => rows.length === 2);
    const editor = () => window.visibleTextEditors.find((one) => one.document === document);
    const atLine = (line: number) =>
      until(
        `the cursor in line ${line}`,
        () => editor()?.selection.active.line === line,
        window.onDidChangeTextEditorSelection,
      );
    panel().hear({ kind: 'go', turn: panel().turn, row: 1, keepFocus: true });
    await atLine(6);
    panel().hear({ kind: 'go', turn: panel().turn - 1, row: 0, keepFocus: true });
    panel().hear({ kind: 'go', turn: panel().turn, row: 99, keepFocus: true });
    panel().hear({ kind: 'go', turn: panel().turn, row: 0, keepFocus: false });
    await atLine(5);
    await until(
      'the focus in the text',
      () => window.activeTextEditor?.document === document,
      window.onDidChangeActiveTextEditor,
    );
  });

  it('follows an edit, and the file that has the cursor', async () => {
    const document = await show('table-3.encounter', march(3));
    await shown('two lines', ({ rows }) => rows.length === 2);
    await replace(document, find(document, 'x2'), 'x1');
    const page = await shown('one unit', ({ rows }) => rows[0]?.units === 1);
    assert.ok(!page.rows[0]!.findings.some(({ rule }) => rule === 'too-many-units'));
    const other = await workspace.openTextDocument(await writeFile('table-4.encounter', april));
    await window.showTextDocument(other, ViewColumn.One);
    await shown('the other file', ({ rows }) => rows[0]?.code === '97530');
  });

  it('sorts and filters', async () => {
    await show('table-5.encounter', march(5));
    await shown('two lines', ({ rows }) => rows.length === 2);
    panel().hear({ kind: 'want', query: { ...all, sort: 'code' }, from: 0, count: 100 });
    const page = await shown('an order', ({ rows }) => rows[0]?.code === '97110');
    assert.deepEqual(codes(page), ['97110 x1', '97112 x2']);
    panel().hear({ kind: 'want', query: { ...all, finding: 'too-many-units' }, from: 0, count: 100 });
    assert.deepEqual(codes(await shown('one line', ({ rows }) => rows.length === 1)), ['97112 x2']);
  });

  it('shows all files', async () => {
    const open = await openFile('table-6.encounter', april);
    await checked(open);
    await checked(await openFile('table-7.encounter', march(7)));
    await commands.executeCommand('encounter.showAllClaims');
    panel().hear({ kind: 'want', query: { ...all, text: 'Table' }, from: 0, count: 100 });
    const page = await shown('lines of both', ({ rows, scope }) => rows.length >= 3 && scope.files >= 2);
    assert.ok(page.rows.some(({ file }) => file === 'table-6.encounter'));
    assert.ok(page.rows.some(({ file }) => file === 'table-7.encounter'));
  });

  it('is saved as CSV, whole, over an older file', async () => {
    const document = await show('table-8.encounter', april);
    await shown('one line', ({ rows }) => rows.length === 1);
    const target = Uri.joinPath(folder(), 'table-8.csv');
    await workspace.fs.writeFile(target, new TextEncoder().encode('old'.repeat(1000)));
    assert.ok(await panel().saveTo(target, document.uri.toString(), all));
    const bytes = await workspace.fs.readFile(target);
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    const [titles, line, end] = new TextDecoder().decode(bytes).split('\r\n');
    assert.match(titles!, /^Patient,Date,Code,/);
    assert.match(line!, /^'=Table Max,2031-04-01,97530,GP,3,/);
    assert.equal(end, '');
    const beside = await workspace.fs.readDirectory(folder());
    assert.deepEqual(
      beside.filter(([name, type]) => type === FileType.File && name.startsWith('table-8.csv')).map(([name]) => name),
      ['table-8.csv'],
    );
  });

  it('takes nothing from its page that it does not know', async () => {
    await show('table-9.encounter', march(9));
    await shown('two lines', ({ rows }) => rows.length === 2);
    const before = panel().turn;
    panel().hear({ kind: 'nonsense' });
    panel().hear({ kind: 'want', query: { ...all, sort: 'evil' }, from: 0, count: 100 });
    panel().hear({ kind: 'want', query: all, from: 0, count: 1 });
    await shown('one line', ({ rows }) => rows.length === 1);
    assert.equal(panel().turn, before);
  });
});
