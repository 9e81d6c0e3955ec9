// Asking the guidance, and its pages inside the editor: no network, no machine behind a browser.
import * as assert from 'node:assert/strict';
import {
  commands,
  type Position,
  Range,
  type Tab,
  TabInputCustom,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { api, checked, closeAll, codeOf, find, openText, until, waitForDiagnostics } from './help';

const day = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-GP x1
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

/** The rendered page that is in front, once it is. */
function page(path: string): Promise<Tab> {
  const shown = () =>
    window.tabGroups.all
      .map(({ activeTab }) => activeTab)
      .find((tab) => tab?.input instanceof TabInputCustom && tab.input.uri.path === path);
  return until(`the page ${path}`, shown, window.tabGroups.onDidChangeTabs, window.tabGroups.onDidChangeTabGroups);
}

/** Through the editor itself: what it says of the cursor while it opens would undo what is only set here. */
async function putCursor(document: TextDocument, at: Position): Promise<void> {
  await window.showTextDocument(document, { selection: new Range(at, at) });
}

/** Runs a command that opens a list of answers, and waits for these. */
async function answers(command: string, words: string) {
  const { onDidAnswer } = api();
  const answered = new Promise<readonly { kind: string; id: string }[]>((resolve) => {
    const listener = onDidAnswer((found) => {
      listener.dispose();
      resolve(found);
    });
  });
  await commands.executeCommand(command, words);
  return answered;
}

/** Takes the first line of the open list, as Enter does. */
async function accept(): Promise<void> {
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

describe('the guidance in the editor', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('finds 97113 for "exercise in water" and opens its page, rendered', async () => {
    await checked(await openText(day));
    const [first] = await answers('encounter.askGuidance', 'exercise in water');
    assert.deepEqual([first?.kind, first?.id], ['code', '97113']);
    await accept();
    await page('/code/97113.md');
  });

  it('leaves nothing open where the list is left', async () => {
    const document = await openText(day);
    await checked(document);
    await answers('encounter.askGuidance', 'exercise in water');
    await page('/code/97113.md');
    assert.equal(window.activeTextEditor?.document, document);
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await until(
      'the page to be closed',
      () => window.tabGroups.all.flatMap(({ tabs }) => tabs).every(({ input }) => !(input instanceof TabInputCustom)),
      window.tabGroups.onDidChangeTabs,
    );
  });

  it("opens the rule's page, rendered, from the link on a finding", async () => {
    const document = await openText(day);
    const findings = await waitForDiagnostics(document.uri, (all) =>
      all.some(({ code }) => codeOf(code) === 'missing-59'),
    );
    const link = findings.find(({ code }) => codeOf(code) === 'missing-59')?.code;
    assert.ok(typeof link === 'object');
    assert.equal(link.target.toString(), 'encounter-guidance:/rule/missing-59.md');
    await commands.executeCommand('vscode.open', link.target);
    const tab = await page('/rule/missing-59.md');
    assert.equal((tab.input as TabInputCustom).viewType, 'vscode.markdown.preview.editor');
    const text = (await workspace.openTextDocument(link.target)).getText();
    assert.match(text, /^# missing-59\n/);
    assert.match(text, /97110 needs -59/);
  });

  it('shows the rule of the finding at the cursor', async () => {
    const document = await openText(day);
    await waitForDiagnostics(document.uri, (all) => all.some(({ code }) => codeOf(code) === 'missing-59'));
    const { start } = find(document, '97110', 'bill ');
    await putCursor(document, start);
    await commands.executeCommand('encounter.showRule');
    await page('/rule/missing-59.md');
  });

  it('writes a code that was looked up where the cursor is', async () => {
    const document = await openText(day.replace('97110  one-on-one', ' one-on-one'));
    await checked(document);
    const at = find(document, '09:00-09:15  ').end;
    await putCursor(document, at);
    const [first] = await answers('encounter.lookUpCode', 'exercise in water');
    assert.equal(first?.id, '97113');
    await accept();
    await until(
      'the code in the file',
      () => document.getText().includes('09:00-09:15  97113 one-on-one'),
      workspace.onDidChangeTextDocument,
    );
  });

  it('opens the page of a code where none can stand', async () => {
    const document = await openText(day);
    await checked(document);
    const { end } = find(document, 'Fewer cues');
    await putCursor(document, end);
    await answers('encounter.lookUpCode', '97113');
    await accept();
    await page('/code/97113.md');
    assert.ok(!document.getText().includes('97113'), document.getText());
  });

  it('has no page for what there is not', async () => {
    await checked(await openText(day));
    const opened = await workspace.openTextDocument(Uri.parse('encounter-guidance:/rule/missing-95.md')).then(
      () => true,
      () => false,
    );
    assert.equal(opened, false);
  });
});
