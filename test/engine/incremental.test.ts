/** After any edits, what is found is what opening the final text afresh finds. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Workspace } from '../../server/src/engine/workspace';
import { findingsIn, newWorkspace } from '../support/markers';
import { anyLine, anyText } from '../support/text';

const FILES = ['a.encounter', 'b.encounter'];

function shown(workspace: Workspace, path: string): string[] {
  return findingsIn(workspace, path).map(
    (f) =>
      `${f.line}:${f.start}-${f.end} ${f.rule} ${f.severity} ${f.message} ${f.finding.related
        .map((r) => `${r.block.file.path}:${r.block.file.lineOf(r.block) + r.place.line}`)
        .join(',')} ${f.finding.fixes.map((fix) => `${fix.title} ${fix.safe}`).join(';')}`,
  );
}

/** Line starts as an editor counts them. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) starts.push(i + 1);
  }
  return starts;
}

function position(text: string, offset: number) {
  const starts = lineStarts(text);
  let line = starts.length - 1;
  while (starts[line]! > offset) line--;
  return { line, character: offset - starts[line]! };
}

const anEdit = fc.record({
  file: fc.nat(1),
  from: fc.nat(),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
  text: fc.oneof(
    fc.constantFrom('', 'x', '\n', ' ', '  ', '#', '"', 'e', '\r', '\r\n', 'encounter ', '-59', 'x2', ':'),
    anyLine.map((line) => `${line}\n`),
    anyText(6),
  ),
});

describe('a text in pieces', () => {
  it('is read as the same text at once, wherever it is cut before a header', () => {
    fc.assert(
      fc.property(anyText(60), fc.array(fc.boolean()), (text, keeps) => {
        const pieces = [''];
        for (const [i, part] of text.split(/(?<=\n)(?=encounter )/).entries()) {
          if (keeps[i]) pieces.push(part);
          else pieces[pieces.length - 1] += part;
        }
        const [whole, cut] = [newWorkspace(), newWorkspace()];
        whole.setText('a', text);
        cut.setText('a', keeps[0] ? pieces.slice(1) : pieces);
        whole.check();
        cut.check();
        const blocks = (workspace: Workspace) => [...workspace.files.get('a')!.blocks()].map((block) => block.text);
        assert.deepEqual(blocks(cut), blocks(whole));
        assert.deepEqual(shown(cut, 'a'), shown(whole, 'a'));
      }),
      { numRuns: 300 },
    );
  }).timeout(60000);
});

describe('incremental checking', () => {
  it('finds what opening the final text afresh finds', () => {
    fc.assert(
      fc.property(anyText(30), anyText(30), fc.array(anEdit, { minLength: 1, maxLength: 12 }), (a, b, edits) => {
        const texts = [a, b];
        const live = newWorkspace();
        for (const [i, path] of FILES.entries()) live.setText(path, texts[i]!);
        live.check();
        for (const edit of edits) {
          const text = texts[edit.file]!;
          let from = edit.from % (text.length + 1);
          let to = Math.min(text.length, from + edit.length);
          // An editor never cuts a line break in two.
          if (text[from] === '\n' && text[from - 1] === '\r') from--;
          if (text[to] === '\n' && text[to - 1] === '\r') to++;
          live.edit(FILES[edit.file]!, { start: position(text, from), end: position(text, to), newText: edit.text });
          texts[edit.file] = text.slice(0, from) + edit.text + text.slice(to);
          live.check();
          assert.equal(live.files.get(FILES[edit.file]!)!.text, texts[edit.file]);
        }
        const fresh = newWorkspace();
        for (const [i, path] of FILES.entries()) fresh.setText(path, texts[i]!);
        fresh.check();
        for (const path of FILES) assert.deepEqual(shown(live, path), shown(fresh, path));
      }),
      { numRuns: 400 },
    );
  }).timeout(120000);

  it('reads a header that is changed by an edit past the end of its file', () => {
    const workspace = newWorkspace();
    workspace.setText('a.encounter', 'encounter');
    workspace.edit('a.encounter', {
      start: { line: 1, character: 0 },
      end: { line: 7, character: 3 },
      newText: 'encounter',
    });
    workspace.check();
    const fresh = newWorkspace();
    fresh.setText('a.encounter', 'encounterencounter');
    fresh.check();
    assert.deepEqual(shown(workspace, 'a.encounter'), shown(fresh, 'a.encounter'));
  });
});
