/** Bytes that are no messages: the server says so and ends, so that the editor starts another one; it never waits for good. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { Framing } from '../../server/src/lsp/framing';

const MAIN = join(__dirname, '../../server/src/lsp/main.ts');
const bytes = (text: string) => new TextEncoder().encode(text);
const message = (body: string) => `Content-Length: ${bytes(body).length}\r\n\r\n${body}`;

const LOST: readonly (readonly [what: string, text: string])[] = [
  ['words before the header', `hello\n${message('{}')}`],
  ['words on a line of their own', `hello\r\n${message('{}')}`],
  ['no length', 'Content-Type: x\r\n\r\n{}'],
  ['a length that is no number', 'Content-Length: two\r\n\r\n{}'],
  ['a length below nothing', 'Content-Length: -5\r\n\r\n{}'],
  ['a length that nobody can hold', 'Content-Length: 99999999999\r\n\r\n{}'],
  ['a length that is too short', `Content-Length: 1\r\n\r\n{}${message('{}')}`],
  ['a length that is too long', `Content-Length: 9\r\n\r\n{}${message('{}')}`],
  ['a header without end', `A: ${'x'.repeat(5000)}`],
  ['zeros', '\0\0\0\0'],
];

describe('bytes that are no messages', () => {
  for (const [what, text] of LOST)
    it(`are seen, in one piece or many: ${what}`, () => {
      assert.equal(new Framing().take(bytes(text)), false);
      const framing = new Framing();
      assert.ok([...bytes(text)].some((byte) => !framing.take(Uint8Array.of(byte))));
      assert.equal(framing.take(bytes(message('{}'))), false, 'nothing behind them counts');
    });

  it('are never seen in messages, wherever they are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.nat(200)), (bodies, cuts) => {
        const all = bytes(bodies.map((body) => `Content-Type: a; b\r\n${message(body)}`).join(''));
        const framing = new Framing();
        let at = 0;
        for (const cut of cuts) {
          assert.ok(framing.take(all.subarray(at, at + cut)));
          at += cut;
        }
        assert.ok(framing.take(all.subarray(at)));
        assert.equal(framing.isWithin, false);
      }),
    );
  });

  it('are waited for where a message has begun', () => {
    const framing = new Framing();
    assert.equal(framing.isWithin, false);
    for (const part of ['Content-Le', 'ngth: 3\r\n', '\r\n', '{ ']) {
      assert.ok(framing.take(bytes(part)));
      assert.equal(framing.isWithin, true, part);
    }
    assert.ok(framing.take(bytes('}')));
    assert.equal(framing.isWithin, false);
  });

  it('end the server with one line, in which none of them stands', async function () {
    this.timeout(60_000);
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN, '--stdio'], { stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdin.write('PLANTED-7731\n');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    assert.equal(code, 1);
    assert.match(said, /^The server ended: what came in is not a message of the language server protocol\.$/m);
    assert.doesNotMatch(said, /PLANTED/);
  });
});
