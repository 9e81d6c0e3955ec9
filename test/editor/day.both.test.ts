// The day view: a panel beside the text that follows the cursor and every edit, and leads to its lines.
import * as assert from 'node:assert/strict';
import { commands, Selection, type Tab, TabInputWebview, type TextDocument, ViewColumn, window } from 'vscode';
import type { DayView } from '../../client/src/views/day-data';
import { api, checked, closeAll, find, openFile, replace, until } from './help';

/** A clinician of its own for each test: whatever is in the folder is judged together. */
const morning = (clinician: string) => `clinician "${clinician}"
discipline PT
payer medicare

encounter 2032-05-04 patient "${clinician} A"
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1

encounter 2032-05-04 patient "${clinician} B"
  dx M54.50
  09:15-09:30  97112
  bill 97112-GP x1

encounter 2032-05-05 patient "${clinician} A"
  dx M54.50
  10:00-10:30  97110
  bill 97110-GP x2
`;

describe('The day view', () => {
  const panel = () => api().day;
  const shown = (what: string, ready: (day: DayView) => boolean) =>
    until(`the day with ${what}`, () => panel().shown && ready(panel().shown!) && panel().shown, panel().onDidShow);
  const tab = (): Tab | undefined =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('encounter.day'));
  const bars = ({ lanes }: DayView) => lanes.flatMap((lane) => lane.bars);
  const editorOf = (document: TextDocument) => window.visibleTextEditors.find((one) => one.document === document)!;
  const toLine = (document: TextDocument, line: number) => {
    editorOf(document).selection = new Selection(line, 0, line, 0);
  };

  const show = async (name: string, clinician: string) => {
    const document = await openFile(`${name}.encounter`, morning(clinician));
    await checked(document);
    toLine(document, 6);
    await commands.executeCommand('encounter.showDay');
    await shown('two patients', ({ giver, lanes }) => giver === clinician && lanes.length === 2);
    return document;
  };

  afterEach(async () => {
    const open = tab();
    if (open) await window.tabGroups.close(open);
    await closeAll();
  });

  it('opens beside the text, with the sessions of the clinician’s day', async () => {
    await show('day-1', 'Day One, PT');
    const day = panel().shown!;
    assert.deepEqual(
      bars(day).map(({ code, minutes }) => `${code} ${minutes}`),
      ['97110 15', '97112 15'],
    );
    assert.equal(day.date, 20320504);
    const opened = await until('the tab', tab, window.tabGroups.onDidChangeTabs);
    assert.equal(opened.group.viewColumn, ViewColumn.Two);
    // No one's name in what the editor keeps of its windows.
    assert.equal(opened.label, 'Day');
  });

  it('follows the cursor to another day, and an edit into an overlap', async () => {
    const document = await show('day-2', 'Day Two, PT');
    await window.showTextDocument(document, ViewColumn.One);
    toLine(document, 16);
    await shown('one patient', ({ date, lanes }) => date === 20320505 && lanes.length === 1);
    toLine(document, 11);
    await shown('the session at the cursor', (day) => {
      const lit = bars(day).find(({ id }) => day.lit.includes(id));
      return day.date === 20320504 && lit?.code === '97112';
    });
    assert.equal(panel().shown!.clashes.length, 0);
    await replace(document, find(document, '09:15-09:30'), '09:10-09:30');
    const day = await shown('an overlap', ({ clashes }) => clashes.length === 1);
    assert.deepEqual(day.clashes, [{ start: 550, end: 555 }]);
    assert.ok(day.findings.some(({ rule }) => rule === 'clinician-double-booked'));
  });

  it('leads to the line of a session, and not to one of an older picture', async () => {
    const document = await show('day-3', 'Day Three, PT');
    const [first, second] = bars(panel().shown!);
    const atLine = (line: number) =>
      until(
        `the cursor in line ${line}`,
        () => editorOf(document)?.selection.active.line === line,
        window.onDidChangeTextEditorSelection,
      );
    panel().hear({ kind: 'go', turn: panel().turn, id: second!.id, keepFocus: true });
    await atLine(11);
    await shown('the session lit', ({ lit }) => lit.includes(second!.id));
    panel().hear({ kind: 'go', turn: panel().turn - 1, id: first!.id, keepFocus: true });
    panel().hear({ kind: 'go', turn: panel().turn, id: 'nonsense', keepFocus: true });
    panel().hear({ kind: 'nonsense' });
    panel().hear({ kind: 'go', turn: panel().turn, id: first!.id, keepFocus: false });
    await atLine(6);
    await until(
      'the focus in the text',
      () => window.activeTextEditor?.document === document,
      window.onDidChangeActiveTextEditor,
    );
  });
});
