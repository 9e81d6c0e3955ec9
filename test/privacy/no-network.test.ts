/** No file of ours names what reaches a network or another program: neither on Node nor in a browser. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const MODULE =
  /(?:from|require\(|import\()\s*'(?:node:)?(net|tls|http|https|http2|dgram|dns|dns\/promises|child_process|cluster|inspector)'/;
const IN_A_BROWSER =
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|createTelemetryLogger|asExternalUri)\b/;

/** The code without comments, where such words may stand. */
function code(path: string): string {
  return readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

describe('our own code', () => {
  for (const folder of ['server/src', 'client/src', 'client/webview'])
    it(`reaches for no network, and starts no program: ${folder}`, () => {
      const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.ts'),
      );
      assert.ok(files.length > 0);
      const found = files.flatMap((name) => {
        const path = join(root, folder, name);
        const hit = MODULE.exec(code(path)) ?? IN_A_BROWSER.exec(code(path));
        return hit ? [`${relative(root, path)}: ${hit[0]}`] : [];
      });
      assert.deepEqual(found, []);
    });
});
