/** What happens to files while the folder is being listed: a list is older than what was seen since it was begun. */

import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { diskFolders } from '../../server/src/lsp/folder.node';
import type { Listed } from '../../server/src/lsp/folder-files';
import type { FolderPlace } from '../../server/src/lsp/folder-serve';
import { Clinic, CREATED, DELETED, day } from './folder-client';

const TOO_MANY = '8:17-19 too-many-units';
const DOUBLE = '7:3-14 clinician-double-booked';

describe('while the folder is listed', () => {
  let clinic: Clinic;
  /** How often a file was looked at by itself, and how often one was read. */
  let looks: number;
  let reads: number;
  /** The list of the whole folder is made, and is not told in full yet. */
  let isListed: boolean;
  let goOn: () => void;

  beforeEach(() => {
    clinic = new Clinic();
    looks = 0;
    reads = 0;
    isListed = false;
  });
  afterEach(() => clinic.end());

  /** @param waits before its files are told, or before it is said to be over. */
  const late = (waits: 'to tell' | 'to end'): FolderPlace => ({
    store: diskFolders.store,
    readerOf(folder, listed) {
      const reader = diskFolders.readerOf(folder, listed);
      if (!reader) return undefined;
      const gone = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return {
        async list(top, tell, isOver) {
          if (top !== folder) return reader.list(top, tell, isOver);
          const all: (readonly Listed[])[] = [];
          await reader.list(top, (files) => all.push(files), isOver);
          if (waits === 'to end') for (const files of all) tell(files);
          isListed = true;
          clinic.editor?.wake();
          await gone;
          if (waits === 'to tell') for (const files of all) tell(files);
        },
        async look(uri) {
          const seen = await reader.look(uri);
          looks++;
          setImmediate(() => clinic.editor.wake());
          return seen;
        },
        async read(uri, mostBytes) {
          const content = await reader.read(uri, mostBytes);
          reads++;
          setImmediate(() => clinic.editor.wake());
          return content;
        },
      };
    },
  });
  const open = async (waits: 'to tell' | 'to end', options: { cache?: boolean } = {}) => {
    await clinic.open({ ...options, server: { folders: late(waits) } });
    await clinic.editor.until('the list', () => isListed);
    looks = 0;
    reads = 0;
  };

  it('a file that comes stays', async () => {
    clinic.put('a.encounter', day('A'));
    await open('to end');
    clinic.put('b.encounter', day('B', '2026-03-04', 2));
    clinic.tell(['b.encounter', CREATED]);
    await clinic.editor.until('the file to be read', () => reads > 0);
    goOn();
    await clinic.shows({ 'b.encounter': [TOO_MANY] });
    assert.equal(clinic.state?.files, 2);
  });

  it('the files of a folder that comes stay', async () => {
    await open('to end');
    clinic.put('north/deep/b.encounter', day('B', '2026-03-04', 2));
    clinic.tell(['north', CREATED]);
    await clinic.editor.until('the file to be read', () => reads > 0);
    goOn();
    await clinic.shows({ 'north/deep/b.encounter': [TOO_MANY] });
  });

  it('a file stays that was opened, saved for the first time and closed', async () => {
    await open('to end');
    const text = day('B', '2026-03-04', 2);
    clinic.put('b.encounter', text);
    clinic.editor.open(text, clinic.uri('b.encounter'));
    clinic.editor.close(clinic.uri('b.encounter'));
    await clinic.editor.until('the file to be read', () => reads > 0);
    goOn();
    await clinic.shows({ 'b.encounter': [TOO_MANY] });
  });

  it('a file that goes is gone, though it was known from before and listed', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B', '2026-03-04'));
    await clinic.open({ cache: true });
    await clinic.settled();
    await clinic.close();
    await open('to tell', { cache: true });
    clinic.remove('a.encounter');
    clinic.tell(['a.encounter', DELETED]);
    await clinic.editor.until('the look', () => looks > 0);
    goOn();
    await clinic.settled();
    assert.equal(clinic.state?.files, 1);
  });

  it('a file that goes after it was entered is gone', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B'));
    await clinic.open({ server: { folders: late('to end') } });
    await clinic.editor.until('both to be read', () => reads === 2);
    clinic.remove('b.encounter');
    clinic.tell(['b.encounter', DELETED]);
    await clinic.editor.until('the look', () => looks > 0);
    goOn();
    await clinic.settled();
    await clinic.shows({});
    assert.equal(clinic.state?.files, 1);
  });

  it('a file that is renamed is listed once, by its new name', async () => {
    clinic.put('a.encounter', day('A'));
    clinic.put('b.encounter', day('B'));
    await open('to tell');
    renameSync(join(clinic.root, 'b.encounter'), join(clinic.root, 'c.encounter'));
    clinic.tell(['b.encounter', DELETED], ['c.encounter', CREATED]);
    await clinic.editor.until('both looks', () => looks > 1);
    goOn();
    await clinic.shows({ 'a.encounter': [DOUBLE], 'c.encounter': [DOUBLE] });
    assert.equal(clinic.state?.files, 2);
  });
});
