// encounter.config.json in the editor: it counts as soon as it is saved, says what is wrong in it, and completes itself.
import * as assert from 'node:assert/strict';
import { type CompletionList, ConfigurationTarget, commands, DiagnosticSeverity, Uri, workspace } from 'vscode';
import { checked, closeAll, diagnosticsOf, folder, openFile, openText, waitForDiagnostics, writeFile } from './help';

const NAME = 'encounter.config.json';
const text = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x2
`;

const severityOf = (uri: Uri) =>
  diagnosticsOf(uri).find(({ code }) => String((code as { value?: string })?.value ?? code) === 'too-many-units')
    ?.severity;

describe('the configuration', () => {
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(Uri.joinPath(folder(), NAME)).then(undefined, () => {});
  });

  it('counts as soon as it is there, changes and goes', async () => {
    const { uri } = await openFile('configured.encounter', text);
    await waitForDiagnostics(uri, () => severityOf(uri) === DiagnosticSeverity.Error);
    await writeFile(NAME, '{ "rules": { "too-many-units": "warning" } }');
    await waitForDiagnostics(uri, () => severityOf(uri) === DiagnosticSeverity.Warning);
    await writeFile(NAME, '{ "rules": { "too-many-units": "off" } }');
    await waitForDiagnostics(uri, () => severityOf(uri) === undefined);
    await workspace.fs.delete(Uri.joinPath(folder(), NAME));
    await waitForDiagnostics(uri, () => severityOf(uri) === DiagnosticSeverity.Error);
  });

  it('shows in itself what is wrong, until that is mended', async () => {
    await checked(await openFile('configured.encounter', text));
    const uri = await writeFile(NAME, '{\n  "rules": { "missing-58": "off" }\n}');
    const ours = () => diagnosticsOf(uri).filter(({ source }) => source === 'encounter');
    await waitForDiagnostics(uri, () => ours().length === 1);
    assert.equal(ours()[0]!.message, 'There is no rule "missing-58". Did you mean "missing-59"?');
    assert.equal(ours()[0]!.range.start.line, 1);
    await writeFile(NAME, '{}');
    await waitForDiagnostics(uri, () => ours().length === 0);
  });

  it('takes remarks, and completes names of rules and their values', async () => {
    const document = await openFile(NAME, '{\n  // ours\n  "rules": {\n    \n  }\n}\n');
    assert.equal(document.languageId, 'jsonc');
    const offered = async (line: number, character: number) => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(document.offsetAt(document.lineAt(line).range.start) + character),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    let names: string[] = [];
    // The editor's own JSON support may still be starting, and says nothing of when it is there.
    for (let tries = 0; tries < 50 && !names.some((name) => name.includes('missing-59')); tries++)
      names = await offered(3, 4);
    assert.ok(
      names.some((name) => name.includes('missing-59')),
      names.join(),
    );
    assert.ok(names.some((name) => name.includes('brief-episode')));
    assert.deepEqual(diagnosticsOf(document.uri), []);
  });

  it('is what the settings say, where there is no file', async () => {
    const settings = workspace.getConfiguration('encounter');
    const { uri } = await openText(text);
    await waitForDiagnostics(uri, () => severityOf(uri) === DiagnosticSeverity.Error);
    try {
      await settings.update('rules', { 'too-many-units': 'info' }, ConfigurationTarget.Workspace);
      await waitForDiagnostics(uri, () => severityOf(uri) === DiagnosticSeverity.Information);
    } finally {
      await settings.update('rules', undefined, ConfigurationTarget.Workspace);
    }
    await waitForDiagnostics(uri, () => severityOf(uri) === DiagnosticSeverity.Error);
  });
});
