// What goes wrong around the extension: no word is lost, the same is found again, one thing is said, and nothing of a file
// gets into a log.
import * as assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationTarget, commands, type Diagnostic, type TextDocument, workspace } from 'vscode';
import {
  api,
  describe as brief,
  checked,
  closeAll,
  find,
  folder,
  openFile,
  replace,
  until,
  waitForDiagnostics,
  writeFile,
} from './help';

let days = 0;

/**
 * A day in a file of its own: an editor that has just closed a file may keep it, and what was found in it, for a while.
 * Ids and names stand nowhere else; the minutes do not support the units.
 */
function newDay(): { readonly name: string; readonly day: string } {
  days += 1;
  const day = DAY.replace('2026-08-11', `2026-08-${10 + days}`).replace('7731', String(7730 + days));
  return { name: `faults-${days}.encounter`, day };
}

const DAY = `clinician "Zebulon Marchbanks, PT"
discipline PT
payer medicare

encounter 2026-08-11 patient MRN-PLANTED-7731
  dx M54.50
  goal "planted-goal-5519"
  09:00-09:15  97110  one-on-one
  bill 97110-GP x2
  O: planted-note-8842
  A: better than on Monday.
`;
const PLANTED = /Marchbanks|MRN-PLANTED|planted-(?:goal|note)/i;

/** The language servers that this extension host has started. */
function servers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return (
          Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js')
        );
      } catch {
        return false; // It ended in the meantime.
      }
    })
    .map(Number);
}

function endServer(): void {
  const [pid] = servers();
  assert.ok(pid, 'there is no server to end');
  process.kill(pid, 'SIGKILL');
}

const said = (all: readonly Diagnostic[]) => all.map((one) => `${brief(one)} ${one.message}`);

/** What a server that has just been started finds in the text as it stands. */
async function foundAfresh(document: TextDocument): Promise<string[]> {
  await commands.executeCommand('encounter.restartServer');
  return said(await checked(document));
}

const speaks = (found: readonly string[]) => found.some((line) => line.includes('too-many-units'));

describe('where something goes wrong', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });
  afterEach(closeAll);

  it('a server that is ended in mid-edit comes back: no word lost, the same found', async function () {
    this.timeout(90_000);
    const { name, day } = newDay();
    const document = await openFile(name, day);
    await checked(document);
    const back = () => api().state === 'running' && servers().length === 1;
    let lines = 0;
    for (let times = 0; times < 2; times++) {
      await replace(document, find(document, 'O: '), 'O: Walked farther. ');
      endServer();
      // Said to a server that is gone, to one that comes, to one that is there: each line counts once.
      do {
        await replace(document, find(document, 'encounter'), '#\nencounter');
        lines += 1;
      } while (!back() && lines < 2000);
      await until('the server to be back', back, api().onDidChangeState);
    }
    await replace(document, find(document, 'better'), 'much better');
    const now = said(await checked(document));
    const expected = day
      .replace('O: ', `O: ${'Walked farther. '.repeat(2)}`)
      .replace('better', 'much better')
      .replace('encounter', `${'#\n'.repeat(lines)}encounter`);
    assert.equal(document.getText(), expected);
    assert.ok(speaks(now), now.join());
    assert.deepEqual(now, await foundAfresh(document));
  });

  it('a server that keeps ending is given up, which is said with a button that starts it again', async () => {
    const { name, day } = newDay();
    const document = await openFile(name, day);
    await checked(document);
    await commands.executeCommand('encounter.restartServer');
    for (let times = 1; times <= 5; times++) {
      const [old] = servers();
      endServer();
      await until(
        'its end and what follows',
        () =>
          !servers().includes(old!) &&
          ((api().state === 'running' && servers().length === 1) || api().state === 'stopped'),
        api().onDidChangeState,
      );
    }
    assert.equal(api().state, 'stopped');
    // The first button of the message that is shown, as a person would press it.
    await commands.executeCommand('notification.acceptPrimaryAction');
    await until('the server to be back', () => api().state === 'running', api().onDidChangeState);
    await checked(document);
  });

  it('a rule that throws is seen in the status, and costs no other finding', async () => {
    const { name, day } = newDay();
    const document = await openFile(name, day);
    const before = said(await checked(document));
    assert.ok(speaks(before), before.join());
    const home = mkdtempSync(join(tmpdir(), 'fault-'));
    const script = join(home, 'throw.cjs');
    // Loaded into the server before it starts: the rule is there, and throws the text of the file.
    writeFileSync(
      script,
      `const Module = require('node:module');
const load = Module._load;
Module._load = function (...args) {
  const loaded = load.apply(this, args);
  for (const part of Object.values(loaded ?? {}))
    for (const rule of Array.isArray(part?.RULES) ? part.RULES : [])
      if (rule.id === 'too-many-units') rule.check = () => { throw new Error('patient MRN-PLANTED-7731'); };
  return loaded;
};`,
    );
    const { NODE_OPTIONS } = process.env;
    process.env.NODE_OPTIONS = `--require ${script}`;
    try {
      await commands.executeCommand('encounter.restartServer');
      const now = said(await checked(document));
      assert.deepEqual(
        now,
        before.filter((line) => !line.includes('too-many-units')),
      );
      await until('the status to say so', () => api().state === 'trouble', api().onDidChangeState);
    } finally {
      if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS;
      else process.env.NODE_OPTIONS = NODE_OPTIONS;
      rmSync(home, { recursive: true });
    }
    assert.deepEqual(await foundAfresh(document), before);
    assert.equal(api().state, 'running');
  });

  it('a file that goes, or changes on the disk, under an editor with unsaved words: they stay, and are checked', async () => {
    const { name, day } = newDay();
    const document = await openFile(name, day);
    await replace(document, find(document, 'better'), 'unsaved and better');
    const before = said(await checked(document));
    await writeFile(name, day.replace('x2', 'x1'));
    await replace(document, find(document, 'unsaved'), 'still unsaved');
    assert.deepEqual(said(await checked(document)), before);
    await workspace.fs.delete(document.uri);
    await replace(document, find(document, 'still'), 'kept, still');
    assert.deepEqual(said(await checked(document)), before);
    assert.equal(document.getText(), day.replace('better', 'kept, still unsaved and better'));
    assert.equal(api().state, 'running');
  });

  it('a file without unsaved words follows the disk', async () => {
    const { name, day } = newDay();
    const document = await openFile(name, day);
    await checked(document);
    await writeFile(name, day.replace('x2', 'x1'));
    await waitForDiagnostics(document.uri, (all) => !speaks(said(all)));
  });

  it('a file that may only be read has its findings', async () => {
    const files = workspace.getConfiguration('files');
    try {
      const { name, day } = newDay();
      await files.update('readonlyInclude', { [`**/${name}`]: true }, ConfigurationTarget.Global);
      const document = await openFile(name, day);
      assert.ok(speaks(said(await checked(document))));
    } finally {
      await files.update('readonlyInclude', undefined, ConfigurationTarget.Global);
    }
  });

  it('nothing of a file is in a log, or in what the extension keeps', () => {
    const user = join(folder().fsPath, '..', 'user');
    const ours = (path: string) => /[/\\]logs[/\\]|encounter\.encounter/.test(path);
    const files = readdirSync(user, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(ours);
    assert.ok(
      files.some((path) => /Encounter\.log$/.test(path)),
      `our log is among ${files.length} files`,
    );
    for (const path of files) {
      assert.doesNotMatch(path, PLANTED);
      assert.doesNotMatch(readFileSync(path, 'latin1'), PLANTED, path);
    }
  });
});
