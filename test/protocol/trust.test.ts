// A folder that is not trusted: its configuration counts, but no file that it names is read, until trust is granted.
import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConfigReader } from '../../server/src/lsp/configs';
import { diskConfigs } from '../../server/src/lsp/configs.node';
import { brief, Editor } from './client';

const DAY = `payer medicare
discipline PT
clinician "R. Ortiz, PT"

encounter 2026-03-03 patient A
  09:00-09:15  97110
  09:15-09:30  97112
  bill 97110-GP x1
  bill 97112-GP x1
`;
const PAIRS =
  'Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tRationale\n97110\t97112\t\t20260101\t*\t1\tx\n';
const CONFIG = `{
  "edits": "ptp.txt",
  "unitLimits": "mue.csv",
  "baseline": "known.json",
  "rules": { "dx-missing": "off" }
}`;

describe('a folder that is not trusted', () => {
  let top: string;
  let editor: Editor;
  let followed: boolean[];
  const uri = (path: string) => pathToFileURL(join(top, path)).href;

  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'trust-'));
    mkdirSync(join(top, 'work'));
    writeFileSync(join(top, 'work/ptp.txt'), PAIRS);
    writeFileSync(join(top, 'work/encounter.config.json'), CONFIG);
    followed = [];
  });
  afterEach(async () => {
    await editor.shutdown();
    rmSync(top, { recursive: true, force: true });
  });

  async function start(initializationOptions: Record<string, unknown>): Promise<void> {
    const configs: ConfigReader = {
      ...diskConfigs,
      read: (one, follow) => {
        followed.push(follow);
        return diskConfigs.read(one, follow);
      },
    };
    editor = await Editor.here({ folders: [uri('work')], initializationOptions, server: { configs } });
    editor.open(DAY, uri('work/a.encounter'));
  }
  const rules = async () => (await editor.findings(uri('work/a.encounter'))).map(({ code }) => String(code));
  const notes = () =>
    editor.published.filter((one) => one.uri === uri('work/encounter.config.json')).at(-1)?.diagnostics ?? [];
  async function becomes(expected: string[]): Promise<void> {
    for (let i = 0; i < 300 && JSON.stringify(await rules()) !== JSON.stringify(expected); i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(await rules(), expected);
  }

  it('has its configuration, without the files that it names, and says so there', async () => {
    await start({ trusted: false });
    assert.deepEqual(await rules(), []);
    await editor.until('the notes', () => notes().length === 3);
    assert.deepEqual(
      notes().map((note) => `${brief(note)} ${note.severity}`),
      ['2:12-21 - 3', '3:17-26 - 3', '4:15-27 - 3'],
    );
    for (const { message } of notes()) assert.match(String(message), /^Not used: this folder is not trusted/);
    assert.deepEqual([...new Set(followed)], [false]);
  });

  it('follows them as soon as it is trusted, and no longer when it is not', async () => {
    await start({ trusted: false });
    assert.deepEqual(await rules(), []);
    await editor.connection.sendNotification('encounter/trust', { trusted: true });
    await becomes(['missing-59']);
    await editor.until('what is wrong with them now', () => notes().length === 2);
    for (const { message } of notes()) assert.doesNotMatch(String(message), /trusted/);
    await editor.connection.sendNotification('encounter/trust', { trusted: false });
    await becomes([]);
  });

  it('takes nothing but true for trust', async () => {
    await start({ trusted: false });
    for (const params of [{ trusted: 'yes' }, {}, undefined])
      await editor.connection.sendNotification('encounter/trust', params);
    assert.deepEqual(await rules(), []);
  });

  it('is what an editor without such a thing never has', async () => {
    await start({});
    await becomes(['missing-59']);
  });
});
