/** What a server holds after many edits all over its file. */

import type { Document, Edit, Expected } from './document';
import type { Rounds } from './measure';

const FEW = 1000;
const MANY = 10_000;
/** Looks at the end of each: what a process holds swings with its collector, so one look says little. */
const LOOKS = 10;
const EDITS_A_LOOK = 50;

/**
 * @param make sets one place wrong and right again, then the next, so that the findings stay few.
 * @param long goes on to 10,000 edits; else to 1,000.
 */
export async function measureMemory(
  rounds: Rounds,
  document: Document,
  make: (i: number) => { edit: Edit; expected: Expected },
  long: boolean,
): Promise<void> {
  const { client } = document;
  let i = 0;
  const type = async (until: number) => {
    for (; i < until; i++) {
      const { edit, expected } = make(i);
      await document.key(edit, expected);
    }
  };
  if (!client.memory()) return;
  const meanUntil = async (edits: number) => {
    let sum = 0;
    for (let look = LOOKS - 1; look >= 0; look--) {
      await type(edits - look * EDITS_A_LOOK);
      sum += client.memory()!.now;
    }
    return sum / LOOKS;
  };
  const after = await meanUntil(FEW);
  rounds.add('memory', after);
  rounds.add('memory peak', client.memory()!.peak);
  if (!long) return;
  rounds.add('memory growth', ((await meanUntil(MANY)) / after - 1) * 100);
}
