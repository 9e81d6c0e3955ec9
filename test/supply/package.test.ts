/** The package that a person installs: what is in it, and that anyone who builds it gets the same. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packFolder } from '../vscode/extension';

const root = resolve(__dirname, '../..');
/** All that a package is built from. */
const BUILT_FROM = [
  'client',
  'server',
  'syntaxes',
  'snippets',
  'samples',
  'docs',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'package.json',
  'package.nls.json',
  'esbuild.mjs',
  'tsconfig.json',
  '.vscodeignore',
];

/** The names in a zip file, from its directory at the end. */
function namesIn(zip: Buffer): string[] {
  const names: string[] = [];
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; ) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    const next = at + 46 + name + extra + comment;
    at = zip.toString('latin1', next, next + 4) === 'PK\x01\x02' ? next : -1;
  }
  return names;
}

describe('the package', function () {
  this.timeout(240_000);
  let top: string;
  before(() => {
    top = mkdtempSync(join(tmpdir(), 'package-'));
  });
  after(() => rmSync(top, { recursive: true, force: true }));

  /** The project once more, elsewhere, with other times, and packed there. */
  function packed(name: string, time: number): Buffer {
    const folder = join(top, name);
    mkdirSync(folder);
    for (const part of BUILT_FROM) cpSync(join(root, part), join(folder, part), { recursive: true });
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      utimesSync(join(folder, entry), time, time);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const vsix = join(top, `${name}.vsix`);
    packFolder(folder, vsix);
    return readFileSync(vsix);
  }

  it('is the same, byte for byte, built elsewhere and at another time', () => {
    const [one, two] = [packed('one', 1_600_000_000), packed('another place', 1_700_000_001)];
    const sums = [one, two].map((vsix) => createHash('sha256').update(vsix).digest('hex'));
    assert.equal(sums[0], sums[1]);
    const names = namesIn(one);
    assert.ok(names.includes('extension/docs/third-party-notices.txt'), names.join('\n'));
    assert.ok(names.includes('extension/dist/server.js'));
    for (const name of names) assert.doesNotMatch(name, /node_modules|\.map$|\.ts$|test|bench|\.env|\.git/, name);
    // A build's place is in none of its files.
    for (const file of readdirSync(join(top, 'one/dist'))) {
      const text = readFileSync(join(top, 'one/dist', file), 'utf8');
      assert.ok(!text.includes(top) && !text.includes(root), `${file} names the folder that it was built in`);
    }
  });
});
