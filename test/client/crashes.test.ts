import * as assert from 'node:assert/strict';
import { Crashes } from '../../client/src/crashes';

describe('a server that ends by itself', () => {
  const minute = 60_000;

  it('is started again four times in three minutes, and not a fifth time', () => {
    const crashes = new Crashes();
    const answers = [0, 1, 2, 3, 4].map((second) => crashes.mayRestart(second * 1000));
    assert.deepEqual(answers, [true, true, true, true, false]);
  });

  it('is always started again when it ends now and then', () => {
    const crashes = new Crashes();
    for (let time = 0; time < 60 * minute; time += minute) assert.equal(crashes.mayRestart(time), true);
  });

  it('has a clean slate after a restart by hand', () => {
    const crashes = new Crashes();
    for (let second = 0; second < 5; second += 1) crashes.mayRestart(second);
    crashes.forget();
    assert.equal(crashes.mayRestart(6), true);
  });
});
