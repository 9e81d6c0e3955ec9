// What the first minutes ask of the server: the frame of a day, and the editions that a file is judged by.
import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { editionsWith } from '../../server/src/guidance/editions';
import { diskConfigs } from '../../server/src/lsp/configs.node';
import { Editor, URI } from './client';

const textDocument = { uri: URI };
const HELD = 'clinician "R. Ortiz, PT"\npayer medicaid\n\nencounter 2026-03-03 patient A\n  dx M54.50';

describe('the first minutes, over the protocol', () => {
  let editor: Editor;
  afterEach(() => editor.shutdown());

  it('a new day: what to choose from, and the frame with its place', async () => {
    editor = await Editor.here();
    editor.open(HELD);
    editor.open('clinician "L. Meyer, OTR"\n', 'file:///other.encounter');
    const choices: { last: string; clinicians: string[]; payers: { name: string }[] } =
      await editor.connection.sendRequest('encounter/newDayChoices', { textDocument });
    assert.equal(choices.last, '2026-03-03');
    assert.deepEqual(choices.clinicians, ['R. Ortiz, PT', 'L. Meyer, OTR']);
    assert.equal(choices.payers[0]!.name, 'medicaid');
    const day = { textDocument, date: '2026-03-04', clinician: 'R. Ortiz, PT', payer: 'medicaid' };
    assert.deepEqual(await editor.connection.sendRequest('encounter/newDay', day), {
      range: { start: { line: 4, character: 11 }, end: { line: 4, character: 11 } },
      breaks: 2,
      snippet: `clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicaid\n\nencounter 2026-03-04 patient \${1:}\n  $0`,
    });
  });

  it('is nothing for a file that is not open, and for what is no day', async () => {
    editor = await Editor.here();
    assert.equal(await editor.connection.sendRequest('encounter/newDayChoices', { textDocument }), null);
    editor.open('');
    for (const odd of [
      { date: 20260304, payer: 'medicare' },
      { date: 'today', payer: 'medicare' },
      { date: '2026-03-04' },
    ])
      assert.equal(await editor.connection.sendRequest('encounter/newDay', { textDocument, ...odd }), null);
  });

  it('the editions of a file are those of the tool, save where the coder’s own tables count', async () => {
    const top = mkdtempSync(join(tmpdir(), 'editions-'));
    try {
      writeFileSync(join(top, 'mue.csv'), 'HCPCS/CPT Code,Practitioner Services MUE Values\n97110,4\n');
      writeFileSync(join(top, 'encounter.config.json'), '{ "unitLimits": "mue.csv" }');
      editor = await Editor.here({ folders: [pathToFileURL(top).href], server: { configs: diskConfigs } });
      assert.deepEqual(await editor.connection.sendRequest('encounter/editions', {}), editionsWith());
      const uri = pathToFileURL(join(top, 'a.encounter')).href;
      editor.open(HELD, uri);
      assert.deepEqual(
        await editor.connection.sendRequest('encounter/editions', { textDocument: { uri } }),
        editionsWith({ unitLimits: 'your file mue.csv' }),
      );
    } finally {
      rmSync(top, { recursive: true, force: true });
    }
  });
});
