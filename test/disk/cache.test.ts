/** What is kept of folders: whole or not at all, for its owner alone, and nothing in it that anyone could read. */

import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderCache } from '../../server/src/disk/cache';

describe('the cache of folders', () => {
  let top: string;
  let folder: string;
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'cache-'));
    folder = join(top, 'storage', 'folders');
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));

  const CONTENT = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
  const stored = () => readdirSync(folder).filter((name) => name.endsWith('.folder'));
  const load = async (name = 'a', cache = new FolderCache(folder)) => {
    const found = await cache.load(name);
    return found && new Uint8Array(found);
  };

  it('gives back what was kept, to the next process too', async () => {
    const cache = new FolderCache(folder);
    assert.equal(await cache.load('a'), undefined);
    await cache.save('a', CONTENT);
    await cache.save('b', new Uint8Array(0));
    assert.deepEqual(await load('a', cache), CONTENT);
    assert.deepEqual(await load('a'), CONTENT);
    assert.deepEqual(await load('b'), new Uint8Array(0));
    assert.equal(await load('c'), undefined);
    assert.equal(new FolderCache(folder).hash('words'), cache.hash('words'));
  });

  it('makes other numbers of the same words in every installation', () => {
    const here = new FolderCache(folder);
    const there = new FolderCache(join(top, 'other'));
    assert.notEqual(here.hash('A'), there.hash('A'));
    assert.notEqual(here.hash('A'), here.hash('B'));
    for (let i = 0; i < 100; i++) assert.ok(Number.isSafeInteger(here.hash(`${i}`)));
  });

  it('is its owner’s alone', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    await new FolderCache(folder).save('a', CONTENT);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
  });

  it('holds nothing of a name, in a file or in its name', async () => {
    await new FolderCache(folder).save('file:///home/someone/patients/Smith', CONTENT);
    for (const name of readdirSync(folder)) {
      assert.match(name, /^(key|[0-9a-f]{32}\.folder)$/);
      assert.ok(!readFileSync(join(folder, name), 'latin1').includes('Smith'));
    }
  });

  it('gives words back to who has the text that they are about, and the key', () => {
    const cache = new FolderCache(folder);
    const sealed = cache.seal('two units too many for Ä', 'the text');
    assert.equal(new FolderCache(folder).unseal(sealed, 'the text'), 'two units too many for Ä');
    assert.equal(cache.unseal(sealed, 'the texts'), undefined);
    assert.equal(new FolderCache(join(top, 'other')).unseal(sealed, 'the text'), undefined);
    for (let at = 0; at < sealed.length; at++) {
      const bad = Uint8Array.from(sealed);
      bad[at]! ^= 1;
      assert.equal(cache.unseal(bad, 'the text'), undefined, `byte ${at}`);
      assert.equal(cache.unseal(sealed.subarray(0, at), 'the text'), undefined, `cut at ${at}`);
    }
    assert.ok(!Buffer.from(sealed).includes('units'));
    assert.notDeepEqual(cache.seal('words', 'the text'), cache.seal('words', 'the text'));
    assert.equal(cache.unseal(cache.seal('', ''), ''), '');
  });

  it('is a cold start where anything of it is damaged', async () => {
    const cache = new FolderCache(folder);
    await cache.save('a', CONTENT);
    const path = join(folder, stored()[0]!);
    const good = readFileSync(path);
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at]! ^= 1;
      writeFileSync(path, bad);
      assert.equal(await load(), undefined, `byte ${at}`);
      writeFileSync(path, good.subarray(0, at));
      assert.equal(await load(), undefined, `cut at ${at}`);
    }
    writeFileSync(path, good);
    assert.deepEqual(await load(), CONTENT);
    writeFileSync(join(folder, 'key'), 'short');
    assert.equal(await load(), undefined);
  });

  it('does not take what was kept of one folder for another', async () => {
    const cache = new FolderCache(folder);
    await cache.save('a', CONTENT);
    const [a] = stored();
    await cache.save('b', new Uint8Array([9]));
    const b = stored().find((name) => name !== a)!;
    writeFileSync(join(folder, b), readFileSync(join(folder, a!)));
    assert.equal(await load('b'), undefined);
  });

  it('is no trouble where it cannot be kept', async () => {
    writeFileSync(join(top, 'storage'), 'a file in the way');
    const cache = new FolderCache(folder);
    await cache.save('a', CONTENT);
    assert.equal(await cache.load('a'), undefined);
    assert.equal(cache.hash('A'), cache.hash('A'));
    cache.clear();
  });

  it('is taken away, with its key', async () => {
    const cache = new FolderCache(folder);
    await cache.save('a', CONTENT);
    const before = cache.hash('A');
    writeFileSync(join(folder, 'someone-elses.txt'), 'stays');
    cache.clear();
    assert.deepEqual(readdirSync(folder), ['someone-elses.txt']);
    assert.equal(await cache.load('a'), undefined);
    assert.notEqual(cache.hash('A'), before);
  });

  it('forgets folders that were not opened for long', async () => {
    const cache = new FolderCache(folder);
    await cache.save('old', CONTENT);
    const [old] = stored();
    const long = (Date.now() - 91 * 24 * 3600 * 1000) / 1000;
    utimesSync(join(folder, old!), long, long);
    await cache.save('new', CONTENT);
    assert.equal(await load('old'), undefined);
    assert.deepEqual(await load('new'), CONTENT);
  });
});
