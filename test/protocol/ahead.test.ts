// What is loaded before it is asked for: once, when nobody types.
import * as assert from 'node:assert/strict';
import { Ahead, QUIET } from '../../server/src/lsp/ahead';

describe('loading ahead', () => {
  let timers: { ms: number; run: () => void }[];
  let loads: number;
  let ahead: Ahead;

  beforeEach(() => {
    timers = [];
    loads = 0;
    const after = (ms: number, run: () => void) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    };
    ahead = new Ahead(after, () => {
      loads++;
      throw new Error('not there');
    });
  });

  const pass = () => {
    for (const { run } of timers.splice(0)) run();
  };

  it('waits for a pause, which every key begins again, and happens once', () => {
    ahead.wait();
    ahead.wait();
    assert.deepEqual(
      timers.map(({ ms }) => ms),
      [QUIET],
    );
    assert.equal(loads, 0);
    pass();
    assert.equal(loads, 1);
    ahead.wait();
    assert.equal(timers.length, 0);
  });

  it('does not happen after the end', () => {
    ahead.wait();
    ahead.end();
    ahead.wait();
    pass();
    assert.equal(loads, 0);
  });
});
