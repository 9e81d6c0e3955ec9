// The first minutes: a new file, a new clinic day by three questions, the sample, and what an empty file says.
import * as assert from 'node:assert/strict';
import { type CodeLens, commands, Position, type TextDocument, window, workspace } from 'vscode';
import { checked, closeAll, codeOf, openText, until } from './help';

const day = { date: '2026-03-09', clinician: 'R. Ortiz, PT', payer: 'medicare' };
const frame = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-09 patient 
  `;

const plain = (document: TextDocument) => document.getText().replaceAll('\r\n', '\n');

async function lensTitles(document: TextDocument): Promise<string[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
  return (lenses ?? []).map(({ command }) => command?.command ?? '').filter((name) => name !== '');
}

function activeDocument(): TextDocument {
  assert.ok(window.activeTextEditor);
  return window.activeTextEditor!.document;
}

/** Presses Enter in whatever box is open, until the command has come to its end. */
async function enterUntilDone(running: Thenable<unknown>): Promise<void> {
  let done = false;
  void running.then(
    () => {
      done = true;
    },
    () => {
      done = true;
    },
  );
  for (let tries = 0; !done && tries < 2000; tries++)
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  assert.ok(done, 'the questions did not end');
}

describe('first use', () => {
  afterEach(closeAll);

  it('a new encounter file is empty, and says how to go on', async () => {
    await commands.executeCommand('encounter.newFile');
    const document = activeDocument();
    assert.equal(document.languageId, 'encounter');
    assert.equal(document.getText(), '');
    assert.equal(document.isUntitled, true);
    assert.deepEqual(await checked(document), []);
    const offered = await lensTitles(document);
    for (const command of ['encounter.newDay', 'editor.action.triggerSuggest', 'encounter.showWalkthrough'])
      assert.ok(offered.includes(command), offered.join());
  });

  it('a file with text says nothing of the kind', async () => {
    const document = await openText('# ours\n');
    await checked(document);
    assert.deepEqual(
      (await lensTitles(document)).filter((command) => command === 'encounter.newDay'),
      [],
    );
  });

  it('a new clinic day, without any file open, makes one', async () => {
    await commands.executeCommand('encounter.newDay', day);
    const document = activeDocument();
    assert.equal(plain(document), frame);
    // The cursor waits for the patient; Tab goes on to the patient's first line.
    const { active } = window.activeTextEditor!.selection;
    assert.deepEqual([active.line, active.character], [4, 29]);
    await commands.executeCommand('type', { text: 'A' });
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await commands.executeCommand('type', { text: 'dx M54.50' });
    assert.equal(plain(document), frame.replace('patient \n  ', 'patient A\n  dx M54.50'));
    assert.deepEqual(
      (await checked(document)).map(({ code }) => codeOf(code)),
      [],
    );
  });

  it('a new day stands below the last one, and one undo takes it back', async () => {
    const text =
      'clinician "L. Meyer, OTR"\ndiscipline OT\npayer medicaid\n\nencounter 2026-03-02 patient B\n  dx M25.561';
    const document = await openText(text);
    await checked(document);
    await commands.executeCommand('encounter.newDay', day);
    assert.equal(plain(document), `${text}\n\n${frame}`);
    await commands.executeCommand('undo');
    await until('the text as it was', () => plain(document) === text, workspace.onDidChangeTextDocument);
  });

  it('a new day is asked for by keyboard alone: Enter takes what is likely', async () => {
    const text =
      'clinician "L. Meyer, OTR"\ndiscipline OT\npayer medicaid\n\nencounter 2026-03-02 patient B\n  dx M25.561\n';
    const document = await openText(text);
    await checked(document);
    await enterUntilDone(commands.executeCommand('encounter.newDay'));
    const [, added] = plain(document).split(/(?=^clinician )/m);
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((n) => String(n).padStart(2, '0'))
      .join('-');
    assert.equal(added, `clinician "L. Meyer, OTR"\ndiscipline OT\npayer medicaid\n\nencounter ${today} patient \n  `);
  });

  it('the sample day is a file of the person’s own, and full of findings', async () => {
    await commands.executeCommand('encounter.openSample');
    const document = activeDocument();
    assert.equal(document.isUntitled, true);
    const found = await checked(document);
    assert.ok(found.some(({ code }) => codeOf(code) === 'missing-59'));
  });

  it('an unsaved file begins with its own words, though one of that name was closed just now', async () => {
    for (let times = 0; times < 3; times++) {
      await commands.executeCommand('encounter.openSample');
      const sample = activeDocument();
      assert.match(sample.getText(), /^# A busy clinic day/);
      await window.activeTextEditor!.edit((edit) => edit.insert(new Position(0, 0), 'clinician "Somebody else"\n'));
      await closeAll();
      await commands.executeCommand('encounter.newFile');
      assert.equal(activeDocument().getText(), '');
      await closeAll();
    }
  });

  it('the steps to begin with open', async () => {
    await commands.executeCommand('encounter.showWalkthrough');
    await until(
      'their tab',
      () => window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /welcome|walkthrough/i.test(label))),
      window.tabGroups.onDidChangeTabs,
    );
  });
});
