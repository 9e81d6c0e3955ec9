/** The page of promises: each names a test that is there. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const page = readFileSync(join(root, 'docs/trust.md'), 'utf8');

/** Rows of its tables: promise, test, what was seen. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:promise|---)/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

describe('the page of promises', () => {
  it('has a test for each promise', () => {
    assert.ok(rows.length > 30, `${rows.length} promises`);
    const without = rows.filter(([, test]) => !test?.includes('`test/')).map(([promise]) => promise);
    // Said plainly there, until it is measured.
    assert.ok(
      without.every((promise) => promise?.includes('mutation testing')),
      without.join('\n'),
    );
  });

  for (const [promise = '', test = ''] of rows) {
    const [, path, title] = /`(test\/[\w./-]+)` "([^"]+)"/.exec(test) ?? [];
    if (!path || !title) continue;
    it(`names a test that is there: ${promise}`, () => {
      assert.ok(existsSync(join(root, path)), path);
      assert.ok(readFileSync(join(root, path), 'utf8').includes(title), `${path}: ${title}`);
    });
  }

  it('is where a newcomer looks, with those on security and privacy', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    for (const name of ['trust', 'SECURITY', 'PRIVACY'])
      assert.ok(readme.includes(`(docs/${name}.md)`), `the README leads to docs/${name}.md`);
  });
});
