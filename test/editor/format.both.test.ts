// Tidying as a coder does it: the whole document, a selection, and as they type. Runs in the extension host on Node and in
// the one in a web worker.
import * as assert from 'node:assert/strict';
import { commands, Selection, window, workspace } from 'vscode';
import { checked, closeAll, describe as described, find, openText, until } from './help';

const messy = `CLINICIAN "R. Ortiz, PT"
discipline pt
payer   Medicare   # since January

encounter 2026-03-03 patient "A"
    DX m54.50
    goal "Walk 200 m without a rail"
    9:00 AM – 9:15 AM 97110 one-on-one
    20min 97140
    bill 97110 -gp
    bill 97140 -59 -gp X1
    bill 97530x1
    S: Feels   steadier on stairs.
       Slept well.



encounter 2026-03-04 patient B
    15min   97110
`;
const tidy = `clinician "R. Ortiz, PT"
discipline PT
payer medicare  # since January

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  20 min       97140
  bill 97110-GP
  bill 97140-59-GP x1
    bill 97530x1
  S: Feels   steadier on stairs.
     Slept well.

encounter 2026-03-04 patient B
  15 min  97110
`;

describe('format', () => {
  afterEach(closeAll);

  it('tidies a document: the same words, the same findings, the cursor where it was', async () => {
    const document = await openText(messy);
    const rules = (await checked(document)).map((finding) => described(finding).split(' ')[1]);
    assert.ok(rules.length > 0);
    const editor = window.activeTextEditor!;
    const cursor = find(document, 'steadier').start;
    editor.selection = new Selection(cursor, cursor);
    await commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), tidy);
    assert.deepEqual(editor.selection.active, find(document, 'steadier').start);
    assert.deepEqual(
      (await checked(document)).map((finding) => described(finding).split(' ')[1]),
      rules,
    );

    const { version } = document;
    await commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.version, version, 'a tidy document is not changed');
  });

  it('tidies the encounter of a selection, and no other', async () => {
    const document = await openText(messy);
    await checked(document);
    const { start } = find(document, '15min');
    window.activeTextEditor!.selection = new Selection(start, start.translate(0, 3));
    await commands.executeCommand('editor.action.formatSelection');
    assert.equal(document.getText(), messy.replace('    15min   97110', '  15 min  97110'));
  });

  it('tidies a line when Enter leaves it', async () => {
    assert.equal(workspace.getConfiguration('editor', { languageId: 'encounter' }).get('formatOnType'), true);
    const document = await openText('encounter 2026-03-04 patient B\n  9:00 am – 9:15 am 97110');
    await checked(document);
    const end = document.lineAt(1).range.end;
    window.activeTextEditor!.selection = new Selection(end, end);
    await commands.executeCommand('type', { text: '\n' });
    await until(
      'the line to be tidied',
      () => document.lineAt(1).text === '  09:00-09:15  97110',
      workspace.onDidChangeTextDocument,
    );
    assert.equal(document.lineCount, 3);
    assert.equal(window.activeTextEditor!.selection.active.line, 2);
  });
});
