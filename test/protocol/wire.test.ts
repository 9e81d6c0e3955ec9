// What goes out over standard output: the same JSON as ever, however it is put together.
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesOf } from '../../server/src/lsp/wire.node';

const position = fc.record({ line: fc.nat(), character: fc.nat() });
const finding = fc.record({
  range: fc.record({ start: position, end: position }),
  severity: fc.integer({ min: 1, max: 4 }),
  message: fc.string({ unit: 'binary' }),
});
const findings = fc.array(finding, { maxLength: 80 });

describe('messages as bytes', () => {
  const read = (message: object): unknown => {
    const bytes = bytesOf(message);
    const [, length, body] = /^Content-Length: (\d+)\r\n\r\n(.*)$/s.exec(bytes.toString('utf8'))!;
    assert.equal(Buffer.byteLength(body!), Number(length));
    return JSON.parse(body!);
  };
  const plain = (message: object): unknown => JSON.parse(JSON.stringify(message));

  it('say what was to be said, whatever the list of findings', () => {
    fc.assert(
      fc.property(findings, fc.nat(), (items, id) => {
        const messages = [
          { jsonrpc: '2.0', id, result: { kind: 'full', resultId: 'x', items } },
          { jsonrpc: '2.0', id, result: { items } },
          {
            jsonrpc: '2.0',
            method: 'textDocument/publishDiagnostics',
            params: { uri: 'file:///a', diagnostics: items },
          },
          {
            jsonrpc: '2.0',
            id,
            result: { isIncomplete: false, items: items.map(({ message }) => ({ label: message })) },
          },
          { jsonrpc: '2.0', id, result: null },
          { jsonrpc: '2.0', id, result: Object.freeze([...items]) },
          { jsonrpc: '2.0', result: Object.freeze(items.map(({ message }) => message)), id },
        ];
        for (const message of [...messages, ...messages]) assert.deepEqual(read(message), plain(message));
      }),
    );
  });

  it('say each of many lists, of which one is much like the next', () => {
    const pool = Array.from({ length: 120 }, (_, i) => ({
      range: { start: { line: i, character: 0 }, end: { line: i, character: 1 } },
      message: `${i % 3 ? 'finding' : 'Befund ≥'} ${'x'.repeat(i % 17)}`,
    }));
    const edit = fc.record({
      from: fc.nat(90),
      taken: fc.nat(60),
      put: fc.array(fc.constantFrom(...pool), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const items = pool.slice(0, 40);
        for (const { from, taken, put } of edits) {
          items.splice(from, taken, ...put);
          const message = { jsonrpc: '2.0', id: 1, result: { kind: 'full', items } };
          assert.deepEqual(read(message), plain(message));
        }
      }),
    );
  });

  it('take the same time for findings that were sent before, whatever they say', () => {
    const items = Array.from({ length: 40 }, (_, i) => ({
      range: { start: { line: i, character: 0 }, end: { line: i, character: 1 } },
      get message() {
        reads++;
        return `finding ${i}`;
      },
    }));
    let reads = 0;
    bytesOf({ jsonrpc: '2.0', id: 1, result: { kind: 'full', items } });
    const first = reads;
    bytesOf({ jsonrpc: '2.0', id: 2, result: { kind: 'full', items } });
    // The first one is looked at, to tell what list it is.
    assert.equal(reads - first, 1);
  });
});
