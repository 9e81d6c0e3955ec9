import * as assert from 'node:assert/strict';
import { commands, languages, window, workspace } from 'vscode';
import { api, checked, closeAll, extension, openFile, openText, until } from './help';

const encounter = 'encounter 2026-03-03 patient A\n  09:00-09:15  97110  one-on-one\n';

describe('the extension', () => {
  afterEach(closeAll);

  it('stays asleep while no encounter file is open', async () => {
    assert.equal(extension().isActive, false);
    await openText('encounter 2026-03-03 patient A\n', 'plaintext');
    assert.equal(extension().isActive, false);
  });

  it('wakes when an encounter file opens, and its server runs', async () => {
    const document = await openFile('first.encounter', encounter);
    assert.equal(document.languageId, 'encounter');
    await checked(document);
    assert.equal(extension().isActive, true);
    assert.equal(api().state, 'running');
  });

  it('brings the language and its settings', async () => {
    assert.ok((await languages.getLanguages()).includes('encounter'));
    const document = await openText(encounter);
    const scope = { uri: document.uri, languageId: 'encounter' };
    const settings = workspace.getConfiguration('editor', scope);
    assert.equal(settings.get('tabSize'), 2);
    assert.equal(settings.get('wordBasedSuggestions'), 'off');
    assert.equal(workspace.getConfiguration('encounter').get('maxFileSize'), 50);
  });

  it('brings its commands', async () => {
    const all = await commands.getCommands(true);
    for (const command of ['encounter.restartServer', 'encounter.showLog']) assert.ok(all.includes(command), command);
  });

  it('is shown an encounter file in an editor', async () => {
    const document = await openText(encounter);
    await until('the editor', () => window.activeTextEditor?.document === document, window.onDidChangeActiveTextEditor);
  });
});
