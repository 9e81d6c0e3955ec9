/** What a server holds after many edits all over its file. */

import type { Document, Edit, Expected } from './document';
import type { Rounds } from './measure';

const FEW = 1000;
const MANY = 10_000;

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
  await type(FEW);
  const after = client.memory();
  if (!after) return;
  rounds.add('memory', after.now);
  rounds.add('memory peak', after.peak);
  if (!long) return;
  await type(MANY);
  rounds.add('memory growth', (client.memory()!.now / after.now - 1) * 100);
}
