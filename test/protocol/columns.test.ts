// An editor that counts columns in bytes, or in characters, sees the same as one that counts UTF-16 units.
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position } from 'vscode-languageserver';
import { Columns } from '../../server/src/lsp/columns';
import { newWorkspace } from '../support/markers';
import { Editor, everywhere, positionAt, URI } from './client';

const DAY = `# caf\u00e9 \ud83d\ude00
payer medicare
clinician "Ren\u00e9e \u00c5str\u00f6m, PT"
discipline PT

encounter 2026-03-03 patient "\u65e5\u672c-1"
  dx M54.50
  goal "\ud83d\ude00 Walk to the caf\u00e9" measured by "300 m \u2026"
  09:00-09:15  97110  one-on-one  "\u00dcbung \ud83c\udfcb"
  09:15-09:30  97150  group of 2  "Balance \u00e9"
  bill 97110-GP x1   # \u00e9\ud83d\ude00 ignore nothing
  bill 97150-GP x2
  S: \ud83d\ude00\ud83d\ude00 Better \u00e9 today, \u65e5\u672c\r
     and 97110 more\r
  A: ok

encounter 2026-03-03 patient B\r\n  clinician "Ren\u00e9e \u00c5str\u00f6m, PT"
  09:15-09:30  97150  group of 2  "Balance \u00e9"
  bill 97150-GP x1
`;

type Measure = (text: string) => number;
const MEASURES: Readonly<Record<string, Measure>> = {
  'utf-16': (text) => text.length,
  // Half a pair alone is three bytes in both.
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-32': (text) => [...text].length,
};

const lineOf = (text: string, line: number) => text.split(/\r\n|\n|\r/)[line] ?? '';

/** Every position in a message of the protocol, turned by a test's own reckoning. */
function turned(value: unknown, turn: (position: Position) => Position): unknown {
  if (Array.isArray(value)) return value.map((one) => turned(one, turn));
  if (typeof value !== 'object' || value === null) return value;
  if ('line' in value && 'character' in value) return turn(value as Position);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, turned(one, turn)]));
}

describe('columns', () => {
  const encodings = ['utf-8', 'utf-32'] as const;

  it('are counted as the editor likes best of what we know', async () => {
    for (const [offered, chosen] of [
      [['utf-8', 'utf-16'], 'utf-8'],
      [['utf-16', 'utf-8'], 'utf-16'],
      [['utf-32', 'utf-8', 'utf-16'], 'utf-32'],
      [['ebcdic', 'utf-8'], 'utf-8'],
      [[], 'utf-16'],
    ] as const) {
      const editor = await Editor.here({ encodings: offered });
      assert.equal(editor.result.capabilities.positionEncoding, chosen);
      await editor.shutdown();
    }
  });

  for (const encoding of encodings) {
    it(`in ${encoding} mean the same, in whatever is asked and edited`, async function () {
      this.timeout(120_000);
      const edit = fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 12 }),
        newText: fc.constantFrom(
          '',
          'x',
          '\u00e9',
          '\ud83d\ude00',
          '\n',
          '\r\n',
          '  bill 97110-GP x2 # \u65e5\n',
          '-59',
          '"',
        ),
      });
      const place = fc.double({ min: 0, max: 1, noNaN: true });
      await fc.assert(
        fc.asyncProperty(
          fc.array(edit, { maxLength: 5 }),
          fc.array(place, { minLength: 4, maxLength: 4 }),
          async (edits, places) => {
            await alike(encoding, edits, places);
          },
        ),
        { numRuns: 25 },
      );
    });
  }

  async function alike(
    encoding: string,
    edits: readonly { at: number; length: number; newText: string }[],
    places: readonly number[],
  ): Promise<void> {
    const ours = await Editor.here({ encodings: ['utf-16'] });
    const theirs = await Editor.here({ encodings: [encoding] });
    const measure = MEASURES[encoding]!;
    const toTheirs = (position: Position): Position => ({
      line: position.line,
      character: measure(lineOf(ours.text(), position.line).slice(0, position.character)),
    });
    const toOurs = ({ line, character }: Position): Position => {
      const text = lineOf(ours.text(), line);
      let units = 0;
      while (units < text.length && measure(text.slice(0, units)) < character) units++;
      // Not between the halves of a pair.
      if (/[\udc00-\udfff]/.test(text[units] ?? '') && measure(text.slice(0, units + 1)) === character) units++;
      return { line, character: units };
    };
    ours.open(DAY);
    theirs.open(DAY);
    for (const { at, length, newText } of edits) {
      const text = ours.text();
      const start = whole(text, Math.floor(at * text.length));
      const end = Math.max(start, whole(text, Math.min(text.length, start + length)));
      const range = { start: positionAt(text, start), end: positionAt(text, end) };
      const converted = { start: toTheirs(range.start), end: toTheirs(range.end) };
      ours.edit(start, end, newText);
      void theirs.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: URI, version: ours.version() },
        contentChanges: [{ range: converted, text: newText }],
      });
    }
    const ask = async (method: string, params: object = {}): Promise<void> => {
      const textDocument = { uri: URI };
      const answered = (editor: Editor, given: object): Promise<unknown> =>
        editor.connection.sendRequest(method, given).catch((error: { code: number }) => ({ code: error.code }));
      const one = await answered(ours, { textDocument, ...params });
      const other = await answered(theirs, turned({ textDocument, ...params }, toTheirs) as object);
      assert.deepEqual(
        withTokens(turned(other, toOurs), toOurs),
        withTokens(one, (position) => position),
        method,
      );
    };
    const range = everywhere;
    await ask('textDocument/diagnostic');
    await ask('textDocument/documentSymbol');
    await ask('textDocument/foldingRange');
    await ask('textDocument/codeLens');
    await ask('textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } });
    await ask('textDocument/inlayHint', { range });
    await ask('textDocument/semanticTokens/range', { range });
    await ask('workspace/symbol', { query: '\u65e5' });
    for (const at of places) {
      const position = positionAt(ours.text(), whole(ours.text(), Math.floor(at * ours.text().length)));
      for (const method of ['hover', 'definition', 'documentHighlight', 'prepareRename', 'completion'])
        await ask(`textDocument/${method}`, { position });
      await ask('textDocument/references', { position, context: { includeDeclaration: true } });
      await ask('textDocument/selectionRange', { positions: [position] });
      await ask('textDocument/rename', { position, newName: '\u00c9va' });
      await ask('textDocument/codeAction', { range: { start: position, end: position }, context: { diagnostics: [] } });
      await ask('encounter/codeEdit', { position, code: '97112' });
    }
    await Promise.all([ours.shutdown(), theirs.shutdown()]);
  }

  /** Semantic tokens as places: their numbers are columns too. */
  function withTokens(answer: unknown, toOurs: (position: Position) => Position): unknown {
    const { data } = (answer ?? {}) as { data?: unknown };
    if (!Array.isArray(data)) return answer;
    const tokens: unknown[] = [];
    let line = 0;
    let start = 0;
    for (let i = 0; i < data.length; i += 5) {
      start = data[i] === 0 ? start + data[i + 1] : data[i + 1];
      line += data[i];
      const end = toOurs({ line, character: start + data[i + 2] });
      tokens.push([toOurs({ line, character: start }), end, data[i + 3], data[i + 4]]);
    }
    return tokens;
  }

  function whole(text: string, at: number): number {
    const inside = (text[at - 1] === '\r' && text[at] === '\n') || /[\udc00-\udfff]/.test(text[at] ?? '');
    return inside ? at + 1 : at;
  }

  it('within a character are at its start, past the end of a line at its end', () => {
    const workspace = newWorkspace();
    workspace.setText('a', 'a\u00e9\ud83d\ude00z\nq');
    const columns = new Columns('utf-8', (uri) => workspace.files.get(uri));
    const at = (character: number) => columns.taken({ uri: 'a', position: { line: 0, character } }).position.character;
    // a: 1 byte, é: 2, the face: 4, z: 1.
    assert.deepEqual([0, 1, 2, 3, 4, 6, 7, 8, 99].map(at), [0, 1, 1, 2, 2, 2, 4, 5, 5]);
  });

  it('of a file that is not known, and what we gave along for ourselves, stay as they are', () => {
    const columns = new Columns('utf-8', () => undefined);
    const message = { uri: 'b', position: { line: 3, character: 7 }, data: { line: 1, character: 2 } };
    assert.deepEqual(columns.taken(message), message);
    assert.deepEqual(columns.given(message), message);
  });
});
