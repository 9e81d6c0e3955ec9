// A window that is not trusted: no file that a folder's configuration or settings name is read, until it is trusted.
import * as assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, Uri, window, workspace } from 'vscode';
import { api, checked, closeAll, codeOf, diagnosticsOf, folder, openFile, waitForDiagnostics, writeFile } from './help';
import { clickMark, testMark } from './report';

const day = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-07-06 patient T
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112
  bill 97110-GP x1
  bill 97112-GP x1
`;
const pairs =
  'Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tRationale\n97110\t97112\t\t20260101\t*\t1\tx\n';

describe('a window that is not trusted', () => {
  before(async () => {
    await writeFile('ptp.txt', pairs);
    await writeFile('encounter.config.json', '{\n  "edits": "ptp.txt"\n}\n');
  });
  after(async () => {
    await closeAll();
    await workspace.fs.delete(Uri.joinPath(folder(), 'encounter.config.json'));
  });

  it('is checked all the same, by the tables of the tool', async () => {
    assert.equal(workspace.isTrusted, false);
    const document = await openFile('trust.encounter', day);
    assert.deepEqual(await checked(document), []);
    assert.equal(api().state, 'running');
  });

  it('says in the configuration which files are not read', async () => {
    const uri = Uri.joinPath(folder(), 'encounter.config.json');
    const [note] = await waitForDiagnostics(uri, (all) => all.some(({ source }) => source === 'encounter'));
    assert.match(note!.message, /^Not used: this folder is not trusted/);
    assert.equal(note!.severity, DiagnosticSeverity.Information);
    assert.equal(note!.range.start.line, 1);
  });

  it('takes no path, and no wish to log what is in the files, from the window’s settings', () => {
    const settings = workspace.getConfiguration('encounter');
    assert.deepEqual(settings.get('edits'), []);
    assert.equal(settings.get('trace.server'), 'off');
  });

  it('follows the configuration as soon as it is trusted, without starting anew', async function () {
    // Only where the harness has a page to click on.
    if (!process.env.ENCOUNTER_MARK) return this.skip();
    const document = await openFile('trust.encounter', day);
    assert.deepEqual(await checked(document), []);
    const before = process.pid;
    await commands.executeCommand('workbench.trust.manage');
    console.log(
      `${testMark}${clickMark}.workspace-trust-editor .workspace-trust-buttons-row .monaco-button >> text="Trust"`,
    );
    await waitForDiagnostics(document.uri, (all) => all.some(({ code }) => codeOf(code) === 'missing-59'));
    assert.equal(workspace.isTrusted, true);
    assert.equal(process.pid, before);
    await window.showTextDocument(document);
    assert.deepEqual(
      diagnosticsOf(Uri.joinPath(folder(), 'encounter.config.json')).filter(({ source }) => source === 'encounter'),
      [],
    );
  });
});
