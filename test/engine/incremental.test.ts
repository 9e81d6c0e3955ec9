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

  it('finds the same when defaults change above encounters that stay, whether or not each change is looked at', () => {
    const fields = [
      'clinician "R"',
      'clinician "K"',
      'assistant "M, PTA"',
      'payer medicare',
      'payer bcbs',
      'units cms',
    ];
    const defaults = fc.constantFrom(...fields, 'units midpoint', 'discipline PT', 'state AZ', '');
    const minutes = fc.integer({ min: 5, max: 40 });
    const visit = fc.record({
      above: defaults,
      patient: fc.constantFrom('A', 'B', 'C', 'D'),
      day: fc.constantFrom('03', '04'),
      first: minutes,
      second: minutes,
      group: fc.boolean(),
      // Now and then one that only the parser reads.
      odd: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constant('  ?') }),
      units: fc.integer({ min: 1, max: 3 }),
    });
    const change = fc.record({ at: fc.nat(), to: defaults, look: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(visit, { minLength: 1, maxLength: 70 }),
        fc.array(change, { maxLength: 8 }),
        (visits, changes) => {
          const lines = visits.flatMap(({ above, patient, day, first, second, group, odd, units }) => [
            above,
            `encounter 2026-03-${day} patient ${patient}`,
            '  dx M54.50',
            '  goal "Walk 200 m"',
            `  09:00-09:${String(first).padStart(2, '0')} 97110`,
            group ? `  ${second} min 97150 group of 2` : `  ${second} min 97140`,
            `  bill 97110-GP x${units}`,
            ...(odd ? [odd] : []),
            '  O: Went well.',
          ]);
          const places = lines.flatMap((_, i) => (lines[i + 1]?.startsWith('encounter') ? [i] : []));
          const text = () => `${lines.join('\n')}\n`;
          const live = newWorkspace({ keepFixes: false });
          live.setText('a', text());
          live.check();
          for (const { at, to, look } of changes) {
            const line = places[at % places.length]!;
            live.edit('a', {
              start: { line, character: 0 },
              end: { line, character: lines[line]!.length },
              newText: to,
            });
            lines[line] = to;
            if (look) live.check();
          }
          live.check();
          const fresh = newWorkspace({ keepFixes: false, judgeAll: true });
          fresh.setText('a', text());
          fresh.check();
          assert.equal(live.files.get('a')!.text, text());
          assert.deepEqual(shown(live, 'a'), shown(fresh, 'a'));
          for (const { findings, blocks } of live.files.get('a')!.chunks)
            assert.equal(
              findings,
              blocks.reduce((sum, block) => sum + block.findings.length, 0),
            );
        },
      ),
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
