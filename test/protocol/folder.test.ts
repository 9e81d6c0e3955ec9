/** The folder: findings of all its files, open or not, following whatever happens to them. */

import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver';
import { diskFolders } from '../../server/src/lsp/folder.node';
import type { FolderPlace } from '../../server/src/lsp/folder-serve';
import { brief } from './client';
import { CHANGED, Clinic, CREATED, DELETED, day } from './folder-client';

const TOO_MANY = '8:17-19 too-many-units';
const DOUBLE = '7:3-14 clinician-double-booked';

describe('the folder', () => {
  let clinic: Clinic;
  beforeEach(() => {
    clinic = new Clinic();
  });
  afterEach(() => clinic.end());

  for (const [how, options] of [
    ['asked part by part', {}],
    ['asked for in one', { inOne: true }],
    ['sent', { pulls: false, asks: false }],
    ['sent, where only those of open files are asked for', { asks: false }],
  ] as const)
    describe(`findings of closed files, ${how}`, () => {
      it('are there without any file open, and go with their file', async () => {
        clinic.put('a.encounter', day('A', '2026-03-03', 2));
        clinic.put('deep/er/b.encounter', day('B', '2026-03-04'));
        clinic.put('deep/c.encounter', day('C', '2026-03-05', 2));
        await clinic.open(options);
        await clinic.shows({ 'a.encounter': [TOO_MANY], 'deep/c.encounter': [TOO_MANY] });
        clinic.remove('a.encounter');
        clinic.tell(['a.encounter', DELETED]);
        await clinic.shows({ 'deep/c.encounter': [TOO_MANY] });
      });

      it('follow a file that comes, changes and is renamed', async () => {
        await clinic.open(options);
        await clinic.settled();
        clinic.put('a.encounter', day('A', '2026-03-03', 2));
        clinic.tell(['a.encounter', CREATED]);
        await clinic.shows({ 'a.encounter': [TOO_MANY] });
        clinic.put('a.encounter', day('A'));
        clinic.tell(['a.encounter', CHANGED]);
        await clinic.shows({});
        clinic.put('a.encounter', day('A', '2026-03-03', 3));
        clinic.tell(['a.encounter', CHANGED]);
        await clinic.shows({ 'a.encounter': [TOO_MANY] });
        renameSync(join(clinic.root, 'a.encounter'), join(clinic.root, 'b.encounter'));
        clinic.tell(['a.encounter', DELETED], ['b.encounter', CREATED]);
        await clinic.shows({ 'b.encounter': [TOO_MANY] });
      });

      it('stand once, whether the file is open or not', async () => {
        clinic.put('a.encounter', day('A', '2026-03-03', 2));
        await clinic.open(options);
        await clinic.shows({ 'a.encounter': [TOO_MANY] });
        clinic.editor.open(day('A', '2026-03-03', 2), clinic.uri('a.encounter'));
        const found = await clinic.editor.findings(clinic.uri('a.encounter')).catch(() => undefined);
        if (found) assert.equal(found.length, 1);
        const sent = clinic.editor.published.filter(({ uri }) => uri === clinic.uri('a.encounter'));
        if (clinic.editor.result.capabilities.diagnosticProvider && options.asks === false)
          await clinic.editor.until('what was sent to be taken back', () =>
            clinic.editor.published.some(
              ({ uri, diagnostics }) => uri === clinic.uri('a.encounter') && diagnostics.length === 0,
            ),
          );
        else if (options.asks !== false) assert.deepEqual(sent, []);
      });

      it('are those of the disk again when an edit is thrown away', async () => {
        clinic.put('a.encounter', day('A'));
        clinic.put('b.encounter', day('B', '2026-03-03', 1, 'R. Ortiz, PT', '10:00'));
        await clinic.open(options);
        await clinic.settled();
        const uri = clinic.uri('a.encounter');
        clinic.editor.open(day('A'), uri);
        clinic.editor.replace('09:00-09:15', '10:00-10:15', uri);
        await clinic.editor.findings(uri).catch(() => {});
        await clinic.editor.until('the other file', () => clinic.shown()['b.encounter']?.[0] === DOUBLE);
        clinic.editor.close(uri);
        await clinic.shows({});
      });
    });

  it('offers what it can do', async () => {
    await clinic.open();
    const { diagnosticProvider, executeCommandProvider } = clinic.editor.result.capabilities;
    assert.equal((diagnosticProvider as { workspaceDiagnostics: boolean }).workspaceDiagnostics, true);
    for (const command of ['encounter.readFolder', 'encounter.stopReadingFolder', 'encounter.clearCache'])
      assert.ok(executeCommandProvider!.commands.includes(command));
  });

  it('sees days across files, open or not', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B'));
    await clinic.open();
    await clinic.shows({ 'a.encounter': [DOUBLE], 'b.encounter': [DOUBLE] });
    const uri = clinic.uri('a.encounter');
    clinic.editor.open(day('A'), uri);
    assert.equal((await clinic.editor.findings(uri)).length, 1);
    clinic.editor.replace('09:00-09:15', '10:00-10:15', uri);
    assert.deepEqual(await clinic.editor.findings(uri), []);
    await clinic.editor.until('the other file', () => clinic.shown()['b.encounter'] === undefined);
  });

  it('tells of an open file that the editor does not show, and so does not ask for by itself', async () => {
    clinic.put('a.encounter', day('A'));
    await clinic.open();
    await clinic.settled();
    const uri = clinic.uri('a.encounter');
    clinic.editor.open(day('A'), uri);
    clinic.editor.replace('x1', 'x2', uri);
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
    clinic.editor.replace('x2', 'x1', uri);
    await clinic.shows({});
  });

  it('says of a file what keeps it from being read', async function () {
    if (process.getuid?.() === 0) this.skip();
    clinic.put('a.encounter', day('A'));
    chmodSync(join(clinic.root, 'a.encounter'), 0);
    await clinic.open();
    await clinic.editor.until('the word', () => clinic.shown()['a.encounter']?.[0] === '1:1-2 -');
  });

  it('says that a file is too large, and reads it when the limit is raised', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03', 2).padEnd(1.5 * 1024 * 1024, '\n'));
    await clinic.open({ settings: { maxFileSize: 1 } });
    await clinic.shows({ 'a.encounter': ['1:1-2 -'] });
    clinic.editor.settings = { maxFileSize: 2 };
    void clinic.editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
  });

  it('reads bytes that are not UTF-8 as the command line does', async () => {
    clinic.put('a.encounter', Buffer.concat([Buffer.from(`${day('A')}  S: `), Buffer.from([0xe9]), Buffer.from('\n')]));
    await clinic.open();
    await clinic.shows({ 'a.encounter': ['9:6-7 syntax'] });
  });

  it('leaves out hidden folders, node_modules, links and other files', async () => {
    clinic.put('.git/a.encounter', day('A', '2026-03-03', 2));
    clinic.put('node_modules/b.encounter', day('B', '2026-03-04', 2));
    clinic.put('c.txt', day('C', '2026-03-05', 2));
    clinic.put('real/d.encounter', day('D', '2026-03-06', 2));
    symlinkSync('..', join(clinic.root, 'real', 'round'));
    symlinkSync('real', join(clinic.root, 'again'));
    symlinkSync('real/d.encounter', join(clinic.root, 'd.encounter'));
    await clinic.open();
    await clinic.shows({ 'real/d.encounter': [TOO_MANY] });
    assert.equal(clinic.state!.files, 1);
  });

  it('takes files by their ending in any case, those that come too', async () => {
    clinic.put('UP.ENCOUNTER', day('A', '2026-03-03', 2));
    await clinic.open();
    await clinic.shows({ 'UP.ENCOUNTER': [TOO_MANY] });
    clinic.put('Mixed.Encounter', day('B', '2026-03-04', 2));
    clinic.tell(['Mixed.Encounter', CREATED]);
    await clinic.shows({ 'Mixed.Encounter': [TOO_MANY], 'UP.ENCOUNTER': [TOO_MANY] });
    clinic.remove('UP.ENCOUNTER');
    clinic.tell(['UP.ENCOUNTER', DELETED]);
    await clinic.shows({ 'Mixed.Encounter': [TOO_MANY] });
  });

  it('takes the list of the editor, where it makes one', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03', 2));
    clinic.put('out/b.encounter', day('B', '2026-03-04', 2));
    await clinic.open({
      options: { files: { lists: true } },
      onConnection: (connection) => {
        connection.onRequest('encounter/listFiles', ({ folder }: { folder: string }) => {
          assert.match(folder, /\/work\/$/);
          return [clinic.uri('a.encounter')];
        });
      },
    });
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
  });

  /** Opens a folder that no disk holds: the editor lists its files, and reads them. */
  const openInMemory = (files: ReadonlyMap<string, string>) =>
    clinic.open({
      folders: ['mem:/work'],
      options: { files: { lists: true, reads: true } },
      noDisk: true,
      onConnection: (connection) => {
        connection.onRequest('encounter/listFiles', () => [...files.keys()]);
        connection.onRequest('encounter/readFile', ({ uri }: { uri: string }) => ({ text: files.get(uri) }));
      },
    });

  it('reads through the editor where there is no disk', async () => {
    const files = new Map([
      ['mem:/work/a.encounter', day('A')],
      ['mem:/work/b.encounter', day('B')],
    ]);
    await openInMemory(files);
    await clinic.settled();
    await clinic.editor.until('both', () => Object.keys(clinic.shown()).length === 2);
    files.delete('mem:/work/b.encounter');
    void clinic.editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'mem:/work/b.encounter', type: DELETED }],
    });
    await clinic.shows({});
  });

  it('reads a folder through the editor in which no encounter file is, and one that comes then', async () => {
    const files = new Map<string, string>();
    await openInMemory(files);
    await clinic.editor.until('it is read', () => clinic.state?.state === 'read');
    files.set('mem:/work/a.encounter', day('A', '2026-03-03', 2));
    void clinic.editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'mem:/work/a.encounter', type: CREATED }],
    });
    await clinic.editor.until('the file', () => Object.keys(clinic.shown()).length === 1);
    await clinic.settled();
  });

  it('checks the open files alone where it is told so, and the folder as soon as it is told otherwise', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B'));
    await clinic.open({ settings: { checkFolder: false } });
    const uri = clinic.uri('a.encounter');
    clinic.editor.open(day('A'), uri);
    assert.deepEqual(await clinic.editor.findings(uri), []);
    clinic.editor.settings = { checkFolder: true };
    void clinic.editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await clinic.editor.until('the closed file', () => clinic.shown()['b.encounter']?.[0] === DOUBLE);
    assert.equal((await clinic.editor.findings(uri)).length, 1);
    clinic.editor.settings = { checkFolder: false };
    void clinic.editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await clinic.editor.until('nothing of it', () => clinic.shown()['b.encounter'] === undefined);
    assert.deepEqual(await clinic.editor.findings(uri), []);
  });

  it('is told so by an editor without settings too', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03', 2));
    await clinic.open({ options: { checkFolder: false } });
    clinic.editor.open(day('B', '2026-03-04', 2), clinic.uri('b.encounter'));
    assert.equal((await clinic.editor.findings(clinic.uri('b.encounter'))).length, 1);
    assert.equal(clinic.shown()['a.encounter'], undefined);
  });

  it('follows a folder that goes, as one change', async () => {
    clinic.put('north/a.encounter', day('A', '2026-03-03', 2));
    clinic.put('north/deep/b.encounter', day('B', '2026-03-04', 2));
    clinic.put('northern/c.encounter', day('C', '2026-03-05', 2));
    await clinic.open();
    await clinic.editor.until('all', () => Object.keys(clinic.shown()).length === 3);
    clinic.remove('north');
    clinic.tell(['north', DELETED]);
    await clinic.shows({ 'northern/c.encounter': [TOO_MANY] });
  });

  it('follows a folder that moves, of which only that it went is told', async () => {
    clinic.put('north/a.encounter', day('A', '2026-03-03', 2));
    clinic.put('north/deep/b.encounter', day('B', '2026-03-04', 2));
    await clinic.open();
    await clinic.editor.until('both', () => Object.keys(clinic.shown()).length === 2);
    renameSync(join(clinic.root, 'north'), join(clinic.root, 'south'));
    clinic.tell(['north', DELETED]);
    await clinic.shows({ 'south/a.encounter': [TOO_MANY], 'south/deep/b.encounter': [TOO_MANY] });
  });

  it('follows a folder that its user moves or brings, before the disk tells anything', async () => {
    await clinic.open({ moves: true });
    await clinic.settled();
    const { fileOperations } = clinic.editor.result.capabilities.workspace!;
    assert.equal(fileOperations?.didRename?.filters[0]?.pattern.matches, 'folder');
    clinic.put('north/a.encounter', day('A', '2026-03-03', 2));
    void clinic.editor.connection.sendNotification('workspace/didCreateFiles', {
      files: [{ uri: clinic.uri('north') }],
    });
    await clinic.shows({ 'north/a.encounter': [TOO_MANY] });
    renameSync(join(clinic.root, 'north'), join(clinic.root, 'south'));
    void clinic.editor.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: clinic.uri('north'), newUri: clinic.uri('south') }],
    });
    await clinic.shows({ 'south/a.encounter': [TOO_MANY] });
  });

  it('goes on following the disk when it was stopped while it looked at a file', async () => {
    const held: (() => void)[] = [];
    const holding: FolderPlace = {
      store: diskFolders.store,
      readerOf(folder, listed) {
        const reader = diskFolders.readerOf(folder, listed);
        return (
          reader && {
            ...reader,
            async look(uri) {
              if (uri.includes('held')) {
                await new Promise<void>((resolve) => {
                  held.push(resolve);
                  clinic.editor.wake();
                });
              }
              return reader.look(uri);
            },
          }
        );
      },
    };
    await clinic.open({ server: { folders: holding } });
    await clinic.settled();
    clinic.put('held.encounter', day('A'));
    clinic.tell(['held.encounter', CREATED]);
    await clinic.editor.until('the look', () => held.length === 1);
    await clinic.editor.connection.sendRequest('workspace/executeCommand', { command: 'encounter.stopReadingFolder' });
    await clinic.editor.until('the word', () => clinic.state?.state === 'partly');
    held[0]!();
    clinic.put('b.encounter', day('B', '2026-03-04', 2));
    clinic.tell(['b.encounter', CREATED]);
    await clinic.shows({ 'b.encounter': [TOO_MANY] });
  });

  /** A disk of which files with a word in their names come as nothing that can be read. */
  const broken = (word: string): FolderPlace => ({
    store: diskFolders.store,
    readerOf(folder, listed) {
      const reader = diskFolders.readerOf(folder, listed);
      return (
        reader && {
          ...reader,
          async read(uri, mostBytes) {
            const content = await reader.read(uri, mostBytes);
            return uri.includes(word) ? ({ ...content, text: undefined } as never) : content;
          },
        }
      );
    },
  });

  it('reads the other files where one fails, and says so in the log, without a word of any file', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03', 2));
    clinic.put('broken.encounter', day('B', '2026-03-04', 2));
    clinic.put('c.encounter', day('C', '2026-03-05', 2));
    await clinic.open({ server: { folders: broken('broken') } });
    await clinic.shows({ 'a.encounter': [TOO_MANY], 'c.encounter': [TOO_MANY] });
    assert.equal(clinic.state?.state, 'read');
    const [line, ...more] = clinic.editor.log.filter((one) => one.includes('Failed'));
    assert.match(line!, /^Failed while reading the folder\./);
    assert.doesNotMatch(line!, /broken|97110|patient/);
    assert.deepEqual(more, []);
  });

  it('gives up where every file fails, and checks what is open', async () => {
    for (let i = 0; i < 60; i++) clinic.put(`broken-${i}.encounter`, day('A'));
    await clinic.open({ server: { folders: broken('broken') } });
    await clinic.editor.until('the word', () => clinic.state?.state === 'partly');
    const failed = clinic.editor.log.filter((one) => one.includes('Failed')).length;
    assert.equal(failed, 20);
    clinic.editor.open(day('A', '2026-03-03', 2), clinic.uri('new.encounter'));
    assert.deepEqual((await clinic.editor.findings(clinic.uri('new.encounter'))).map(brief), [TOO_MANY]);
  });

  it('asks to be told of files, and of folders that go', async () => {
    await clinic.open();
    await clinic.editor.until('the wish', () => JSON.stringify(clinic.editor.registered).includes('**/*.encounter'));
    assert.match(JSON.stringify(clinic.editor.registered), /\{"globPattern":"\*\*\/\*","kind":4\}/);
  });

  it('reads a large file piece by piece, and all of it', async () => {
    const days = Array.from({ length: 1500 }, (_, i) =>
      day(`P${i}`, '2026-03-03', i === 1400 ? 2 : 1, `Clinician ${i}`).replace(
        /^payer medicare\n/m,
        i === 0 ? '$&' : '',
      ),
    );
    clinic.put('a.encounter', days.join(''));
    clinic.put('b.encounter', day('P1', '2026-03-03', 1, 'Clinician 1'));
    await clinic.open();
    await clinic.editor.until('findings', () => clinic.shown()['a.encounter'] !== undefined);
    const fresh = new Clinic();
    try {
      await fresh.open({ asks: false });
      fresh.editor.open(days.join(''), fresh.uri('a.encounter'));
      fresh.editor.open(day('P1', '2026-03-03', 1, 'Clinician 1'), fresh.uri('b.encounter'));
      const wanted = (await fresh.editor.findings(fresh.uri('a.encounter'))).map(({ code }) => code);
      assert.deepEqual(
        clinic.shown()['a.encounter']!.map((one) => one.split(' ')[1]),
        wanted,
      );
      assert.ok(wanted.length > 0);
    } finally {
      await fresh.end();
    }
  });

  it('leads to closed files, and renames in them', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03'));
    clinic.put('b.encounter', day('A', '2026-03-04', 1, 'J. Closed, PT'));
    await clinic.open();
    await clinic.settled();
    const uri = clinic.uri('a.encounter');
    clinic.editor.open(day('A', '2026-03-03'), uri);
    const place = { textDocument: { uri }, position: { line: 4, character: 29 } };
    const { connection } = clinic.editor;
    const found: Location[] = await connection.sendRequest('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found.map((one) => one.uri).sort(), [uri, clinic.uri('b.encounter')]);
    const edit: WorkspaceEdit = await connection.sendRequest('textDocument/rename', { ...place, newName: 'A2' });
    assert.equal(edit.documentChanges!.length, 2);
    const people: SymbolInformation[] = await connection.sendRequest('workspace/symbol', { query: 'Closed' });
    assert.deepEqual(
      people.map(({ location }) => location.uri),
      [clinic.uri('b.encounter')],
    );
  });

  it('takes an opened folder in and lets a closed one go', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03', 2));
    mkdirSync(join(clinic.top, 'other'));
    writeFileSync(join(clinic.top, 'other', 'b.encounter'), day('B', '2026-03-04', 2));
    let folders = [clinic.uri('')];
    await clinic.open({
      onConnection: (connection) =>
        void connection.onRequest('workspace/workspaceFolders', () => folders.map((uri) => ({ uri, name: 'one' }))),
      folderChanges: true,
    });
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
    const other = clinic.uri('../other');
    const change = (now: string[]) => {
      folders = now;
      void clinic.editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [] },
      });
    };
    change([...folders, other]);
    await clinic.editor.until('the other', () => Object.keys(clinic.shown()).length === 2);
    change([other]);
    await clinic.editor.until('the other alone', () => !clinic.shown()['a.encounter']);
    assert.equal(Object.keys(clinic.shown()).length, 1);
  });

  it('is judged anew by a configuration that comes', async () => {
    clinic.put('a.encounter', day('A', '2026-03-03', 2));
    await clinic.open();
    await clinic.shows({ 'a.encounter': [TOO_MANY] });
    clinic.put('encounter.config.json', '{ "rules": { "too-many-units": "off" } }');
    clinic.tell(['encounter.config.json', CREATED]);
    await clinic.shows({});
  });

  it('can be stopped, says so, and goes on', async () => {
    for (let i = 0; i < 400; i++) clinic.put(`f${i}.encounter`, day(`P${i}`, '2026-03-03', 2, `C ${i}`));
    let stop = () => {};
    let reads = 0;
    const held: (() => void)[] = [];
    await clinic.open({
      folders: ['mem:/work'],
      progress: true,
      options: { files: { lists: true, reads: true } },
      noDisk: true,
      onConnection: (connection) => {
        connection.onRequest('encounter/listFiles', () =>
          Array.from({ length: 50 }, (_, i) => `mem:/work/f${i}.encounter`),
        );
        connection.onRequest('encounter/readFile', async ({ uri }: { uri: string }) => {
          if (++reads > 10) {
            clinic.editor.wake();
            await new Promise<void>((resolve) => held.push(resolve));
          }
          return { text: day(uri.replace(/\W/g, ''), '2026-03-03', 2, uri) };
        });
        stop = () =>
          void connection.sendRequest('workspace/executeCommand', { command: 'encounter.stopReadingFolder' });
      },
    });
    await clinic.editor.until('ten files', () => reads > 10);
    stop();
    await clinic.editor.until('the word', () => clinic.state?.state === 'partly');
    await clinic.editor.until('what was read', () => Object.keys(clinic.shown()).length >= 1);
    assert.ok(Object.keys(clinic.shown()).length <= 10);
    reads = -1000;
    for (const go of held) go();
    await clinic.editor.connection.sendRequest('workspace/executeCommand', { command: 'encounter.readFolder' });
    await clinic.editor.until('all', () => Object.keys(clinic.shown()).length === 50);
    assert.equal(clinic.state!.state, 'read');
  });

  it('lets a key go before ten thousand files that come at once', async () => {
    let looks = 0;
    const counting: FolderPlace = {
      store: diskFolders.store,
      readerOf(folder, listed) {
        const reader = diskFolders.readerOf(folder, listed);
        const look = (uri: string) => {
          if (++looks === 10_000) setImmediate(() => clinic.editor.wake());
          return reader!.look(uri);
        };
        return reader && { ...reader, look };
      },
    };
    clinic.put('a.encounter', day('A'));
    await clinic.open({ server: { folders: counting } });
    const uri = clinic.uri('a.encounter');
    clinic.editor.open(day('A'), uri);
    await clinic.settled();
    clinic.tell(...Array.from({ length: 10_000 }, (_, i): [string, 1] => [`f${i}.encounter`, CREATED]));
    clinic.editor.replace('x1', 'x2', uri);
    assert.equal((await clinic.editor.findings(uri)).length, 1);
    assert.ok(looks < 1000, `${looks} files were looked at before`);
    await clinic.editor.until('all of them to be looked at', () => looks === 10_000);
    await clinic.settled();
  });

  it('takes thousands of files at once, with one progress and no flood', async () => {
    await clinic.open({ progress: true });
    await clinic.settled();
    const changes: [string, 1][] = [];
    for (let i = 0; i < 3000; i++) {
      clinic.put(`f${i}.encounter`, day(`P${i}`, '2026-03-03', i % 100 === 0 ? 2 : 1, `C ${i}`));
      changes.push([`f${i}.encounter`, CREATED]);
    }
    clinic.tell(...changes);
    await clinic.editor.until('all findings', () => Object.keys(clinic.shown()).length === 30);
    assert.ok(clinic.bars.filter(({ kind }) => kind === 'begin').length <= 1);
    assert.equal(clinic.state!.files, 3000);
    assert.ok(clinic.progress.length < 100, `${clinic.progress.length} messages`);
  }).timeout(30_000);
});
