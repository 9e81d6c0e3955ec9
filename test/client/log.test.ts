import assert from 'node:assert/strict';
import { logWithoutContents } from '../../client/src/log';

/** Keeps what is written, as VS Code's log does: an object that cannot be changed. */
function newLog() {
  const lines: string[] = [];
  const write = (text: string | Error) => {
    lines.push(String(text));
  };
  const log = Object.freeze({
    name: 'Encounter',
    lines,
    ...{ trace: write, debug: write, info: write, warn: write, error: write },
    ...{ append: write, appendLine: write, replace: write },
    shown: () => lines.length,
  });
  return { log: logWithoutContents(log), lines };
}

describe('the log', () => {
  it('writes what happened, and nothing of what is in a message', () => {
    const { log, lines } = newLog();
    log.trace('Sending request \'textDocument/hover - (7)\'.\nParams: {\n  "text": "patient MRN-1042"\n}');
    log.trace('{"text":"patient MRN-1042"}');
    log.appendLine('[{"text":"patient MRN-1042"}]');
    log.info('The server has started');
    assert.deepEqual(lines, ["Sending request 'textDocument/hover - (7)'.", 'The server has started']);
  });

  it('keeps the places in the code of an error, and not its words', () => {
    const { log, lines } = newLog();
    log.error('Request textDocument/rename failed.\n  Message: MRN-1042 is another patient\n  Code: -32803');
    log.error(Object.assign(new Error('cannot read "patient MRN-1042"\n  at MRN-1042, twice'), { code: 'EIO' }));
    const said = lines.join('\n');
    assert.match(said, /^Request textDocument\/rename failed\.\nError EIO\n\s+at .*log\.test\.ts:\d+:\d+/);
    assert.doesNotMatch(said, /MRN|patient/);
  });

  it('is the log in all else', () => {
    const { log, lines } = newLog();
    assert.equal(log.name, 'Encounter');
    assert.equal(log.shown(), 0);
    assert.equal(log.lines, lines);
  });
});
