// The opened folder: findings of files that are not open, as they come, change and go.
import * as assert from 'node:assert/strict';
import { ConfigurationTarget, commands, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  api,
  checked,
  closeAll,
  codeOf,
  diagnosticsOf,
  find,
  folder,
  openFile,
  replace,
  until,
  waitForDiagnostics,
  writeFile,
} from './help';

const day = (patient: string, start: string, units = 1) => `clinician "F. Older, PT"
discipline PT
payer medicare

encounter 2024-05-06 patient ${patient}
  dx M54.50
  ${start}:00-${start}:15  97110
  bill 97110-GP x${units}
`;
const DOUBLE = 'clinician-double-booked';
const codes = (uri: Uri) => diagnosticsOf(uri).map(({ code }) => codeOf(code));

describe('the folder', () => {
  const written: Uri[] = [];
  const write = async (name: string, text: string) => {
    const uri = await writeFile(name, text);
    written.push(uri);
    return uri;
  };
  const remove = (uri: Uri) => Promise.resolve(workspace.fs.delete(uri)).catch(() => {});

  afterEach(async () => {
    await closeAll();
    for (const uri of written.splice(0)) await remove(uri);
  });

  // In a browser VS Code saves by itself: then there is nothing to throw away.
  const saving = (value: string | undefined) =>
    workspace.getConfiguration('files').update('autoSave', value, ConfigurationTarget.Workspace);
  before(() => saving('off'));
  after(() => saving(undefined));

  it('shows findings of a file that is not open, and follows it', async () => {
    // The extension begins with the first file that is open.
    const { uri: open } = await openFile('folder-open.encounter', day('FOLDER-1', '08'));
    written.push(open);
    const closed = await write('folder-closed.encounter', day('FOLDER-2', '09', 2));
    await waitForDiagnostics(closed, () => codes(closed).includes('too-many-units'));
    await write('folder-closed.encounter', day('FOLDER-2', '09'));
    await waitForDiagnostics(closed, () => codes(closed).length === 0);
    const moved = Uri.joinPath(folder(), 'folder-moved.encounter');
    await write('folder-closed.encounter', day('FOLDER-2', '09', 3));
    await waitForDiagnostics(closed, () => codes(closed).length === 1);
    await workspace.fs.rename(closed, moved, { overwrite: true });
    written.push(moved);
    await waitForDiagnostics(moved, () => codes(moved).length === 1);
    await waitForDiagnostics(closed, () => codes(closed).length === 0);
    await remove(moved);
    await waitForDiagnostics(moved, () => codes(moved).length === 0);
  });

  it('follows a folder that is moved as a whole, with no file of it open', async () => {
    written.push((await openFile('folder-f.encounter', day('FOLDER-F', '15'))).uri);
    const [from, to] = ['folder-north', 'folder-south'].map((name) => Uri.joinPath(folder(), name)) as [Uri, Uri];
    const closed = await write('folder-north/deep/a.encounter', day('FOLDER-G', '16', 2));
    // A file that is put into a new folder at once, the editor may not see come: then it sees it change.
    const isFound = () => codes(closed).includes('too-many-units');
    for (let units = 3; units < 8 && !isFound(); units++) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      if (!isFound()) await write('folder-north/deep/a.encounter', day('FOLDER-G', '16', units));
    }
    await waitForDiagnostics(closed, isFound);
    const moved = Uri.joinPath(to, 'deep/a.encounter');
    written.push(moved);
    const edit = new WorkspaceEdit();
    edit.renameFile(from, to);
    const began = Date.now();
    assert.ok(await workspace.applyEdit(edit));
    await waitForDiagnostics(moved, () => codes(moved).includes('too-many-units'));
    await waitForDiagnostics(closed, () => codes(closed).length === 0);
    assert.ok(Date.now() - began < 10_000, `${Date.now() - began} ms`);
  });

  it('sees a clinician’s day across open and closed files, and an edit that is thrown away', async () => {
    const closed = await write('folder-a.encounter', day('FOLDER-A', '10'));
    // As a person opens it: what a suite opens stays open for minutes after its tab is closed.
    await commands.executeCommand('vscode.open', await write('folder-b.encounter', day('FOLDER-B', '11')));
    const { document } = window.activeTextEditor!;
    assert.deepEqual(await checked(document), []);
    await replace(document, find(document, '11:00-11:15'), '10:00-10:15');
    await waitForDiagnostics(closed, () => codes(closed).includes(DOUBLE));
    await waitForDiagnostics(document.uri, () => codes(document.uri).includes(DOUBLE));
    await closeAll();
    await waitForDiagnostics(closed, () => codes(closed).length === 0);
    await waitForDiagnostics(document.uri, () => codes(document.uri).length === 0);
  });

  it('is left alone where only open files are to be checked', async () => {
    const closed = await write('folder-c.encounter', day('FOLDER-C', '12', 2));
    const document = await openFile('folder-d.encounter', day('FOLDER-D', '13', 2));
    written.push(document.uri);
    await waitForDiagnostics(closed, () => codes(closed).length === 1);
    const settings = workspace.getConfiguration('encounter');
    try {
      await settings.update('checkFolder', false, ConfigurationTarget.Workspace);
      await waitForDiagnostics(closed, () => codes(closed).length === 0);
      assert.equal(diagnosticsOf(document.uri).length, 1);
    } finally {
      await settings.update('checkFolder', undefined, ConfigurationTarget.Workspace);
    }
    await waitForDiagnostics(closed, () => codes(closed).length === 1);
  });

  it('says how far it is read, and has commands of its own', async () => {
    const { uri } = await openFile('folder-e.encounter', day('FOLDER-E', '14'));
    written.push(uri);
    const reading = api().folder;
    await until(
      'the folder to be read',
      () => reading.progress?.state === 'read' && reading.progress.files >= 1,
      reading.onDidChange,
    );
    assert.equal(reading.progress!.checked, reading.progress!.files);
    const known = await commands.getCommands(true);
    for (const name of ['readFolder', 'stopReadingFolder', 'clearCache'])
      assert.ok(known.includes(`encounter.${name}`));
    await commands.executeCommand('encounter.clearCache');
  });
});
