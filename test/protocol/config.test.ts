/** Configurations on the disk, and what an editor sees of them. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../../server/src/cli/check';
import { diskConfigs } from '../../server/src/lsp/configs.node';
import { Editor, type EditorOptions } from './client';

const day = (patient: string, date = '2026-03-03') => `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter ${date} patient ${patient}
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x2
`;

describe('the server and configurations on the disk', () => {
  let top: string;
  let editor: Editor;
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'configs-'));
  });
  afterEach(async () => {
    await editor.shutdown();
    rmSync(top, { recursive: true, force: true });
  });

  const uri = (path: string) => pathToFileURL(join(top, path)).href;
  const put = (path: string, text: string) => {
    mkdirSync(join(top, path, '..'), { recursive: true });
    writeFileSync(join(top, path), text);
  };
  async function start(options: EditorOptions = {}): Promise<void> {
    editor = await Editor.here({ folders: [uri('work')], watches: true, ...options, server: { configs: diskConfigs } });
  }
  const tell = (path: string) =>
    editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(path), type: 2 }] });
  const severities = async (path: string) =>
    (await editor.findings(uri(path))).map(({ code, severity }) => `${code} ${severity}`);
  /** What was said last of a file that is no encounter file. */
  const problems = (path: string) => {
    const last = editor.published.filter((one) => one.uri === uri(path)).at(-1);
    return last?.diagnostics.map(
      ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
    );
  };

  it('takes the nearest above the file, within its folder, over the settings', async () => {
    put('encounter.config.json', '{ "rules": { "too-many-units": "off" } }');
    put('work/north/encounter.config.json', '{ "rules": { "too-many-units": "info" } }');
    await start({ settings: { rules: { 'too-many-units': 'warning', 'dx-missing': 'off' } } });
    editor.open(day('A'), uri('work/a.encounter'));
    editor.open(day('B', '2026-03-04').replace('  dx M54.50\n', ''), uri('work/north/deep/b.encounter'));
    editor.open(day('C'), uri('c.encounter'));
    assert.deepEqual(await severities('work/a.encounter'), ['too-many-units 2']);
    assert.deepEqual(await severities('work/north/deep/b.encounter'), ['too-many-units 3']);
    assert.deepEqual(await severities('c.encounter'), ['too-many-units 2']);
  });

  it('judges files of two configurations apart', async () => {
    put('work/b/encounter.config.json', '{}');
    await start();
    for (const [path, patient] of [
      ['a', 'A'],
      ['b/b', 'B'],
      ['c', 'C'],
    ] as const)
      editor.open(day(patient).replace('x2', 'x1'), uri(`work/${path}.encounter`));
    assert.deepEqual(await severities('work/a.encounter'), ['clinician-double-booked 1']);
    assert.deepEqual(await severities('work/b/b.encounter'), []);
  });

  it('follows a configuration that comes, changes and goes', async () => {
    await start();
    editor.open(day('A'), uri('work/a.encounter'));
    assert.deepEqual(await severities('work/a.encounter'), ['too-many-units 1']);
    await editor.until('the wish to be told', () => editor.registered.length > 0);
    assert.match(JSON.stringify(editor.registered), /\*\*\/encounter\.config\.json/);
    const to = async (text: string | undefined) => {
      if (text === undefined) rmSync(join(top, 'work/encounter.config.json'));
      else put('work/encounter.config.json', text);
      const before = editor.refreshes;
      await tell('work/encounter.config.json');
      await editor.until('a refresh', () => editor.refreshes > before);
      return severities('work/a.encounter');
    };
    assert.deepEqual(await to('{ "rules": { "too-many-units": "hint" } }'), ['too-many-units 4']);
    assert.deepEqual(await to('{ "rules": { "too-many-units": "off" } }'), []);
    assert.deepEqual(await to(undefined), ['too-many-units 1']);
  });

  it('sees it with the next file opened, in an editor that tells nothing', async () => {
    await start({ watches: false });
    editor.open(day('A'), uri('work/a.encounter'));
    assert.deepEqual(await severities('work/a.encounter'), ['too-many-units 1']);
    put('work/encounter.config.json', '{ "rules": { "too-many-units": "hint" } }');
    editor.open(day('B', '2026-03-04'), uri('work/b.encounter'));
    assert.deepEqual(await severities('work/a.encounter'), ['too-many-units 4']);
    assert.deepEqual(editor.registered, []);
  });

  it('shows what is wrong in the configuration itself, until it is mended', async () => {
    put(
      'work/encounter.config.json',
      '{\n  "rules": { "too-many-unit": "off", "too-many-units": "info" },\n  "baseline": "none.json"\n}',
    );
    await start();
    editor.open(day('A'), uri('work/a.encounter'));
    assert.deepEqual(await severities('work/a.encounter'), ['too-many-units 3']);
    await editor.until('the problems', () => problems('work/encounter.config.json') !== undefined);
    assert.deepEqual(problems('work/encounter.config.json'), [
      '2:14 There is no rule "too-many-unit". Did you mean "too-many-units"?',
      '3:15 The baseline is not used: there is no such file or folder.',
    ]);
    put('work/encounter.config.json', '{}');
    await tell('work/encounter.config.json');
    await editor.until('nothing wrong any more', () => problems('work/encounter.config.json')?.length === 0);
    for (const line of [...editor.log, ...editor.shown]) assert.ok(!line.includes('Ortiz'));
  });

  it('says two in one folder', async () => {
    put('work/encounter.config.json', '{}');
    put('work/.encounter.config.json', '{}');
    await start();
    editor.open(day('A'), uri('work/a.encounter'));
    await editor.until('the problem', () => problems('work/encounter.config.json') !== undefined);
    assert.match(problems('work/encounter.config.json')![0]!, /^1:1 Two configurations in one folder/);
  });

  it('keeps silent of what the baseline knows, and asks to be told of it', async () => {
    put('work/old.encounter', day('A'));
    put('work/encounter.config.json', '{ "baseline": "known.json" }');
    assert.equal(
      check(
        ['--write-baseline', join(top, 'work/known.json'), join(top, 'work')],
        () => {},
        () => {},
      ),
      0,
    );
    await start();
    editor.open(day('A'), uri('work/old.encounter'));
    editor.open(day('B', '2026-03-04'), uri('work/new.encounter'));
    assert.deepEqual(await severities('work/old.encounter'), []);
    assert.deepEqual(await severities('work/new.encounter'), ['too-many-units 1']);
    await editor.until('the wish to be told', () => JSON.stringify(editor.registered).includes('**/known.json'));
    rmSync(join(top, 'work/known.json'));
    const before = editor.refreshes;
    await tell('work/known.json');
    await editor.until('a refresh', () => editor.refreshes > before);
    assert.deepEqual(await severities('work/old.encounter'), ['too-many-units 1']);
  });
});
