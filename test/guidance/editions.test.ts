// The editions that findings hang on, and that a release says which findings can change with them.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { version } from '../../server/src/cli/version';
import { editionsWith } from '../../server/src/guidance/editions';

const changelog = readFileSync(resolve(__dirname, '../../CHANGELOG.md'), 'utf8');

describe('editions', () => {
  it('are named by the command line, each on a line', () => {
    const said = version();
    for (const edition of Object.values(editionsWith())) assert.ok(said.includes(`: ${edition}\n`), edition);
    assert.match(said, /^encounter \d+\.\d+\.\d+\n/);
  });

  it('of the coder’s own tables stand in the place of the built-in ones', () => {
    const own = editionsWith({ pairs: 'your file ptp.txt' });
    assert.equal(own.pairs, 'your file ptp.txt');
    assert.equal(own.unitLimits, editionsWith().unitLimits);
  });

  it('are in the newest part of the changelog, under what can change', () => {
    const [, newest = ''] = changelog.split(/^## /m);
    const [, change = ''] = newest.split(/^### Findings that can change$/m);
    assert.notEqual(change.trim(), '', 'no heading "Findings that can change"');
    for (const [table, edition] of Object.entries(editionsWith()))
      assert.ok(change.includes(edition), `${table}: ${edition} is not named`);
  });
});
