/**
 * When Node's compiler makes code fast. It does so early, in a thread beside ours: while the first files are read and the
 * first keys are answered it works on more code than pays, and on machines with few cores takes their time away. Asked to
 * wait for code that runs very often, it leaves the first minute to the work itself.
 */

import { setFlagsFromString } from 'node:v8';

/** By version of the engine: in Node 20, 22 and 24. Others are left as they are, since they may not know these words. */
export const FLAGS: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=400000', '--max-inlined-bytecode-size-cumulative=300'],
  12: ['--invocation-count-for-turbofan=30000', '--max-inlined-bytecode-size-cumulative=300'],
  13: ['--invocation-count-for-turbofan=30000'],
};

export function compileLater(): void {
  const [version] = process.versions.v8.split('.');
  for (const flag of FLAGS[version!] ?? []) setFlagsFromString(flag);
}
