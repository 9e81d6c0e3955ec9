/** What we build on: few libraries, each named with its reason, of known versions and with licences that we may use. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundledLibraries, type Library, NOTICES_PATH, noticesText } from '../../server/tools/notices';

const root = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const lock = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };
const { '': ours, ...locked } = lock.packages;

/** May be part of what we ship: their text has to come along, and no more is asked. */
const SHIPPED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0']);
/** May be used to build and to test: nothing of them is shipped. */
const USED = new Set([
  ...SHIPPED,
  'WTFPL',
  'Python-2.0',
  'MPL-2.0',
  'Artistic-2.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
]);
/** Says its licence in a file: the part of VS Code's packager that signs, which we never run. */
const SAYS_ELSEWHERE = /^node_modules\/@vscode\/vsce-sign/;

/** Whether a licence may be chosen that is among these: `(MIT OR GPL-3.0-or-later)`. */
function isAmong(licence: string, known: ReadonlySet<string>): boolean {
  const plain = licence.replace(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => known.has(one.trim())));
}

describe('the libraries that are built in', function () {
  this.timeout(120_000);
  let libraries: Library[];
  before(() => {
    libraries = bundledLibraries(root);
  });

  it('are those that the decision names, each with its reason', () => {
    const [table = '', along = ''] = read('docs/decisions/0001-runtime-dependencies.md').split('They bring along:');
    const named = [...table.matchAll(/^\| ([@\w/-]+) \| [^|]+ \| ([^|]+) \|$/gm)].slice(2);
    for (const [, name, reason] of named) assert.ok(reason!.length > 40, `${name} has no reason`);
    const brought = along.split('\n\n')[0]!.split('Their licences')[0]!;
    const listed = brought
      .replace(/\([^)]*\)/g, '')
      .match(/@?[a-z][\w/-]+/g)!
      .filter((word) => word !== 'and');
    assert.deepEqual(libraries.map(({ name }) => name).sort(), [...named.map(([, name]) => name!), ...listed].sort());
  });

  it('may be shipped, and come with their licences', () => {
    for (const { name, licence } of libraries) assert.ok(isAmong(licence, SHIPPED), `${name}: ${licence}`);
    assert.equal(read(NOTICES_PATH), noticesText(libraries), 'npm run generate makes it anew');
    assert.match(read('.vscodeignore'), new RegExp(`^!${NOTICES_PATH}$`, 'm'));
  });

  it('are known to have no hole, where the registry says', function () {
    const names = new Set(libraries.map(({ name }) => name));
    const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', timeout: 60_000 });
    const report = JSON.parse(stdout || '{}') as { vulnerabilities?: Record<string, { severity: string }> };
    if (!report.vulnerabilities) {
      console.log('      the registry at hand answers no question about known holes: npm audit, where another one is');
      this.skip();
    }
    const found = Object.entries(report.vulnerabilities).filter(
      ([name, { severity }]) => names.has(name) || severity === 'high' || severity === 'critical',
    );
    assert.deepEqual(found, []);
  });
});

describe('the lock file', () => {
  it('is that of package.json, and nothing is needed where the extension runs', () => {
    const manifest = JSON.parse(read('package.json')) as Locked;
    assert.deepEqual(ours!.devDependencies, manifest.devDependencies);
    assert.equal(manifest.dependencies, undefined, 'everything that ships is bundled');
  });

  it('holds a checksum for each package, and the address of nobody’s registry', () => {
    assert.ok(Object.keys(locked).length > 100);
    for (const [path, { version, integrity, resolved, link }] of Object.entries(locked)) {
      assert.match(version ?? '', /^\d+\.\d+\.\d+/, path);
      assert.match(integrity ?? '', /^sha512-/, path);
      assert.equal(link, undefined, path);
      assert.equal(resolved, undefined, `${path}: npm config set omit-lockfile-registry-resolved true`);
    }
  });

  it('is what is installed', () => {
    const installed = JSON.parse(read('node_modules/.package-lock.json')) as typeof lock;
    for (const [path, { version }] of Object.entries(installed.packages))
      assert.equal(version, locked[path]?.version, path);
  });

  it('names licences that we may use, and no other', () => {
    for (const [path, { license }] of Object.entries(locked)) {
      const home = join(root, path, 'package.json');
      const said =
        license ?? (existsSync(home) ? (JSON.parse(readFileSync(home, 'utf8')) as Locked).license : undefined);
      if (SAYS_ELSEWHERE.test(path)) continue;
      assert.ok(isAmong(said ?? 'none', USED), `${path}: ${said}`);
    }
  });

  it('runs no script of a package when it is installed', () => {
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
  });
});
