// Two folders in one window, each with a configuration of its own: every file is judged by that of its folder.
import * as assert from 'node:assert/strict';
import { DiagnosticSeverity, type TextDocument, Uri, window, workspace } from 'vscode';
import { checked, closeAll, codeOf } from './help';

const text = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x2
`;

async function openIn(folder: string, name: string, content: string): Promise<TextDocument> {
  const found = workspace.workspaceFolders?.find((one) => one.name === folder);
  assert.ok(found, `no folder ${folder}`);
  const uri = Uri.joinPath(found.uri, name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const document = await workspace.openTextDocument(uri);
  // A tab of its own: one in preview would be closed by the next.
  await window.showTextDocument(document, { preview: false });
  return document;
}

const configIn = (folder: string, rules: Record<string, string>) =>
  openIn(folder, 'encounter.config.json', JSON.stringify({ rules }));

async function severities(document: TextDocument): Promise<string[]> {
  return (await checked(document)).map(({ code, severity }) => `${codeOf(code)} ${DiagnosticSeverity[severity]}`);
}

describe('two folders in one window', () => {
  afterEach(closeAll);

  it('are judged each by the configuration of its own', async () => {
    await configIn('north', { 'too-many-units': 'warning' });
    await configIn('south', { 'too-many-units': 'off', 'dx-missing': 'info' });
    const north = await openIn('north', 'day.encounter', text);
    const south = await openIn('south', 'day.encounter', text.replace('  dx M54.50\n', ''));
    assert.deepEqual(await severities(north), ['too-many-units Warning']);
    assert.deepEqual(await severities(south), ['dx-missing Information']);
  });

  it('do not put the days of one patient id together where they are configured apart', async () => {
    await configIn('north', { 'too-many-units': 'warning' });
    await configIn('south', { 'too-many-units': 'error' });
    const line = '  bill 97110-GP x1\n';
    const once = text.replaceAll('2026-03-03', '2026-05-04').replace('  bill 97110-GP x2\n', line);
    const north = await openIn('north', 'once.encounter', once);
    const south = await openIn('south', 'once.encounter', once);
    assert.deepEqual(await severities(north), []);
    assert.deepEqual(await severities(south), []);
    const twice = await openIn('south', 'twice.encounter', once);
    assert.deepEqual(await severities(twice), ['same-patient-overlap Error', 'duplicate-line Information']);
    assert.deepEqual(await severities(north), []);
  });
});
