/** The coder's own pair and unit-limit files, in an editor: used when they are ready, refused with their line when damaged. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diskConfigs } from '../../server/src/lsp/configs.node';
import { Editor, type EditorOptions } from './client';

const DAY = `payer medicare
discipline PT
clinician "R. Ortiz, PT"

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112
  bill 97110-GP x1
  bill 97112-GP x1
`;
const HEADINGS = 'Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tRationale\n';
const PAIR = `${HEADINGS}97110\t97112\t\t20260101\t*\t1\tx\n`;

describe("the server and the coder's own tables", () => {
  let top: string;
  let editor: Editor;
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'tables-'));
    mkdirSync(join(top, 'work'));
  });
  afterEach(async () => {
    await editor.shutdown();
    rmSync(top, { recursive: true, force: true });
  });
  const uri = (path: string) => pathToFileURL(join(top, path)).href;
  const rules = async () => (await editor.findings(uri('work/a.encounter'))).map(({ code }) => code);
  async function start(options: EditorOptions = {}): Promise<void> {
    editor = await Editor.here({ folders: [uri('work')], ...options, server: { configs: diskConfigs } });
    editor.open(DAY, uri('work/a.encounter'));
  }
  /** Waits until the findings are as expected: an index is built while the editor goes on. */
  async function becomes(expected: string[]): Promise<void> {
    for (let i = 0; i < 200; i++) {
      if (JSON.stringify(await rules()) === JSON.stringify(expected)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.deepEqual(await rules(), expected);
  }

  it('judges by the pairs that the configuration names, once their index is there', async () => {
    writeFileSync(join(top, 'work/ptp.txt'), PAIR);
    writeFileSync(join(top, 'work/encounter.config.json'), '{ "edits": "ptp.txt" }');
    await start();
    await becomes(['missing-59']);
    // The index stands ready for the next time.
    await editor.shutdown();
    await start();
    assert.deepEqual(await rules(), ['missing-59']);
  });

  it('judges by the files that the settings name', async () => {
    writeFileSync(join(top, 'ptp.txt'), PAIR);
    writeFileSync(join(top, 'mue.csv'), '97112,0,2 Date of Service Edit: Policy,x\n');
    await start({ settings: { edits: [join(top, 'ptp.txt')], unitLimits: join(top, 'mue.csv') } });
    await becomes(['missing-59', 'units-over-mue']);
  });

  it('refuses a damaged file with its line, and keeps the built-in table', async () => {
    writeFileSync(join(top, 'work/ptp.txt'), `${PAIR}97110\t97113\t\tsoon\t*\t1\tx\n`);
    writeFileSync(join(top, 'work/encounter.config.json'), '{ "edits": "ptp.txt" }');
    await start();
    const said = () =>
      editor.published
        .filter((one) => one.uri === uri('work/encounter.config.json'))
        .at(-1)
        ?.diagnostics.map(({ message }) => message);
    await editor.until('the refusal', () => (said()?.length ?? 0) > 0);
    assert.deepEqual(said(), [
      'ptp.txt, line 3: expected an effective date such as 20260101. The built-in table is used.',
    ]);
    assert.deepEqual(await rules(), []);
  });

  it('says a setting that names no file', async () => {
    await start({ settings: { unitLimits: join(top, 'gone.csv') } });
    await rules();
    await editor.until('the complaint', () => editor.shown.length > 0);
    assert.match(JSON.stringify(editor.shown), /Setting encounter\.unitLimits: gone\.csv: there is no such file/);
  });
});
