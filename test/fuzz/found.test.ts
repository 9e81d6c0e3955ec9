/** What the fuzz runs have found, kept. Each failed when it was found. */

import assert from 'node:assert/strict';
import { formatText } from '../../server/src/features/format';
import { readsWhole } from '../support/pieces';
import { opened, shown } from './targets/edits';

describe('found by fuzzing', () => {
  it('a byte-order mark before a header without a date', () => {
    readsWhole('\ufeffencounter\n');
    assert.equal(formatText('\ufeffencounter\n'), '\ufeffencounter\n');
  });

  it('a byte-order mark that moves away from the start of its file', () => {
    const text = '\ufeffencounter 2026-03-03 patient A\n  09:00-09:15  97110\n';
    const live = opened([text]);
    live.edit('a.encounter', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 }, newText: '\n' });
    live.check();
    assert.deepEqual(shown(live, 'a.encounter'), shown(opened([`\n${text}`]), 'a.encounter'));
  });
});
