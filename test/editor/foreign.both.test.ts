// What is not a file that a person works on gets no findings, and counts no patient twice: the old side of a diff, a
// commit's version, a notebook's cell, a panel of output.
import * as assert from 'node:assert/strict';
import {
  commands,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { api, checked, closeAll, codeOf, diagnosticsOf, openText } from './help';

const wrong = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-09-01 patient F
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x2
`;
const right = wrong.replace('x2', 'x1');

/** Nothing is found in it, and what a checked document says is what it says alone. */
async function staysSilent(foreign: TextDocument): Promise<void> {
  assert.equal(foreign.languageId, 'encounter');
  const own = await openText(right);
  assert.deepEqual(await checked(own), []);
  assert.equal(api().checkedVersion(foreign.uri), undefined);
  assert.deepEqual(diagnosticsOf(foreign.uri), []);
}

describe('foreign documents', () => {
  afterEach(closeAll);

  for (const scheme of ['gitlens', 'review', 'conflictResolution', 'pr', 'svn', 'chat-editing-text-model', 'archive'])
    it(`of ${scheme} get no findings`, async () => {
      const provider = workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: () => wrong,
      });
      try {
        const document = await workspace.openTextDocument(Uri.parse(`${scheme}:/before.encounter`));
        await window.showTextDocument(document, { preview: false });
        await staysSilent(document);
      } finally {
        provider.dispose();
      }
    });

  it('on the old side of a diff get none, and the new side has its own', async () => {
    const provider = workspace.registerTextDocumentContentProvider('old-side', {
      provideTextDocumentContent: () => right,
    });
    try {
      const left = Uri.parse('old-side:/day.encounter');
      const document = await workspace.openTextDocument({ language: 'encounter', content: wrong });
      await commands.executeCommand('vscode.diff', left, document.uri, 'then and now');
      const found = await checked(document);
      // Were the old side counted, the two would be one patient's day twice.
      assert.deepEqual(
        found.map(({ code }) => codeOf(code)),
        ['too-many-units'],
      );
      assert.deepEqual(diagnosticsOf(left), []);
    } finally {
      provider.dispose();
    }
  });

  it('in a notebook get none', async function () {
    // In a browser nothing opens one here.
    if ('importScripts' in globalThis) return this.skip();
    const cell = new NotebookCellData(NotebookCellKind.Code, wrong, 'encounter');
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData([cell]));
    await window.showNotebookDocument(notebook);
    await staysSilent(notebook.cellAt(0).document);
  });

  it('in a panel of output get none', async () => {
    const channel = window.createOutputChannel('Encounter foreign', 'encounter');
    try {
      channel.append(wrong);
      channel.show(true);
      const own = await openText(right);
      assert.deepEqual(await checked(own), []);
      for (const { uri } of workspace.textDocuments.filter(({ uri: { scheme } }) => scheme === 'output'))
        assert.deepEqual(diagnosticsOf(uri), []);
    } finally {
      channel.dispose();
    }
  });
});
