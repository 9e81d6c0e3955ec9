import assert from 'node:assert/strict';
import { warmUp } from '../../server/src/lsp/warm-up';
import { newWorkspace } from '../support/markers';

describe('warming up', () => {
  it('reads, judges and edits days of its own bit by bit, and comes to an end', () => {
    const workspace = newWorkspace();
    const waiting: (() => void)[] = [];
    warmUp((run) => waiting.push(run), workspace);
    let bits = 0;
    for (let run = waiting.shift(); run; run = waiting.shift()) {
      run();
      bits++;
      assert.ok(waiting.length <= 1, 'one bit at a time, so that a message comes in between');
    }
    assert.equal(bits, 120);
    const { blocksRead, blocksParsed, daysChecked } = workspace.work;
    assert.ok(blocksRead > 5 * bits && daysChecked > bits, 'it checks more than one day a bit');
    assert.ok(blocksParsed > bits / 2 && blocksParsed < blocksRead / 2, 'by both readers');
  });

  it('ends where something fails, without a word', () => {
    const workspace = newWorkspace();
    workspace.check = () => {
      throw new Error('a fault');
    };
    const waiting: (() => void)[] = [];
    warmUp((run) => waiting.push(run), workspace);
    waiting.shift()!();
    assert.deepEqual(waiting, []);
  });
});
