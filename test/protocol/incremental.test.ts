/** Whatever is typed, in whatever order, the findings are those of opening the final text afresh. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { Editor } from './client';

const PIECES = [
  'encounter 2026-03-03 patient A\n',
  'encounter 2026-03-03 patient B\n',
  '  encounter 2026-03-04 patient A\n',
  '  09:00-09:15  97110  one-on-one\n',
  '  09:10-09:30  97150  group of 2  "Balance"\n',
  '  20 min 97112\n',
  '  bill 97110-GP x1\n',
  '  bill 97110-59-GP x3\n',
  '  bill 97150 x2\n',
  '  O: Took part.\n     and went on\n',
  '  goal "Walk"\n',
  'payer medicare\n',
  'payer commercial\r\n',
  'clinician "R. Ortiz, PT"\n',
  'discipline PT\n',
  '  # ignore missing-59: known\n',
  '# ignore missing-59, dx-missing: whole file\n',
  '  dx M54.50\r',
  '\n',
  '\r\n',
  '"',
  '-59',
  ' ',
  '\u00e9\ud83d\ude00',
];

const piece = fc.constantFrom(...PIECES);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const edit = fc.record({
  file: fc.integer({ min: 0, max: 1 }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
  newText: fc.oneof(fc.constant(''), piece, text),
});

const FILES = ['file:///clinic/a.encounter', 'file:///clinic/b.encounter'] as const;
const folders = ['file:///clinic'];

const plain = (findings: readonly Diagnostic[]) =>
  findings.map(({ range, code, severity, message, relatedInformation }) => ({
    range,
    code,
    severity,
    message,
    related: relatedInformation ?? [],
  }));

/** An edit never falls inside a pair of UTF-16 units or between CR and LF: no editor has a cursor there. */
function whole(content: string, at: number): number {
  const inside = (i: number) =>
    (content[i - 1] === '\r' && content[i] === '\n') || /[\udc00-\udfff]/.test(content[i] ?? '');
  return inside(at) ? at + 1 : at;
}

describe('typing', () => {
  for (const pulls of [true, false]) {
    it(`ends where opening afresh does, findings ${pulls ? 'asked for' : 'sent'}`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(
          fc.tuple(text, text),
          fc.array(edit, { minLength: 1, maxLength: 8 }),
          async (starts, edits) => {
            const typed = await Editor.here({ pulls, folders });
            FILES.forEach((uri, i) => {
              typed.open(starts[i]!, uri);
            });
            for (const { file, at, length, newText } of edits) {
              const uri = FILES[file]!;
              const now = typed.text(uri);
              const start = whole(now, Math.floor(at * now.length));
              const end = whole(now, Math.min(now.length, start + length));
              typed.edit(start, Math.max(start, end), newText, uri);
              // Sometimes the findings are looked at in between, sometimes changes pile up.
              if (length % 2 === 0) await typed.findings(uri);
            }
            const fresh = await Editor.here({ pulls, folders });
            for (const uri of FILES) fresh.open(typed.text(uri), uri);
            // Both files are at hand before either is compared: what one says may hang on the other.
            for (const editor of [typed, fresh]) for (const uri of FILES) await editor.findings(uri);
            for (const uri of FILES)
              assert.deepEqual(
                plain(await settled(typed, uri)),
                plain(await settled(fresh, uri)),
                JSON.stringify(FILES.map((name) => typed.text(name))),
              );
            await Promise.all([typed.shutdown(), fresh.shutdown()]);
          },
        ),
        { numRuns: pulls ? 120 : 60 },
      );
    });
  }
});

/** The last findings, after all that was sent before is dealt with. */
async function settled(editor: Editor, uri: string): Promise<Diagnostic[]> {
  // A request is answered after every change that was sent before it; findings that are sent follow within a turn or two.
  for (let i = 0; i < 3; i++) await editor.hover({ line: 0, character: 0 }, uri);
  return editor.findings(uri);
}
