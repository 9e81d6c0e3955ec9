/** What the fuzz runs have found, kept. Each failed when it was found. */

import assert from 'node:assert/strict';
import { LSPErrorCodes } from 'vscode-languageserver';
import { formatText } from '../../server/src/features/format';
import { Editor } from '../protocol/client';
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

  it('a hover that waits while its file is closed and opened again', async () => {
    const editor = await Editor.here();
    editor.open('');
    const asked = editor.hover({ line: 0, character: 0 }).catch(({ code }: { code: number }) => code);
    editor.open('clinician "R. Ortiz, PT"\n');
    // Given up, or answered of the empty text before the next one came: never of the one with the other.
    const answer = await asked;
    assert.ok(answer === null || answer === LSPErrorCodes.ContentModified);
    assert.ok(await editor.hover({ line: 0, character: 0 }));
    await editor.shutdown();
  });

  it('a group in an encounter without a date, when the only note of its file goes', () => {
    const group = 'encounter\n  09:15-09:30  97150  group of 2\n  bill 97150 x1\n';
    const texts = [`${group}\nencounter 2026-03-03 patient A\n  O: Took part.\n`];
    const live = opened(texts);
    const before = shown(live, 'a.encounter');
    live.edit('a.encounter', { start: { line: 5, character: 2 }, end: { line: 5, character: 4 }, newText: '' });
    live.check();
    const fresh = shown(opened([texts[0]!.replace('O:', '')]), 'a.encounter');
    const ofGroup = (all: readonly string[]) => all.filter((one) => one.includes('group-note-missing'));
    assert.notDeepEqual(ofGroup(fresh), ofGroup(before));
    assert.deepEqual(shown(live, 'a.encounter'), fresh);
  });

  it('a fix that hangs on where the clinician was with another patient, in another file', () => {
    const day = (patient: string, code: string, more: string) =>
      `clinician "R. Ortiz, PT"\n\nencounter 2026-03-03 patient ${patient}\n  09:00-09:15  ${code}\n${more}`;
    const texts = [day('A', '97110', '  09:15-09:30  97150  group of 2\n  bill 97150 x1\n'), day('B', '97140', '')];
    const live = opened(texts);
    const before = shown(live, 'a.encounter');
    live.edit('b.encounter', { start: { line: 0, character: 0 }, end: { line: 0, character: 1 }, newText: '' });
    live.check();
    const fresh = shown(opened([texts[0]!, texts[1]!.slice(1)]), 'a.encounter');
    assert.notDeepEqual(fresh, before);
    assert.deepEqual(shown(live, 'a.encounter'), fresh);
  });
});
