/** What Node's engine is told of how we run: when to compile, and how much garbage to keep. Decision 0021. */

import { setFlagsFromString } from 'node:v8';

/**
 * By version of the engine: in Node 20, 22 and 24. Others are left as they are, since they may not know these words, and would
 * say so in the midst of our output.
 */
export const COMPILE_LATER: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=400000', '--max-inlined-bytecode-size-cumulative=300'],
  12: ['--invocation-count-for-turbofan=30000', '--max-inlined-bytecode-size-cumulative=300'],
  13: ['--invocation-count-for-turbofan=30000'],
};
/** Clears up when some 15 % of what is held may be garbage. Else it is twice as much before anyone looks. */
export const COLLECT_SOONER: Readonly<Record<string, readonly string[]>> = {
  11: ['--heap-growing-percent=15'],
  12: ['--heap-growing-percent=15'],
  13: ['--heap-growing-percent=15'],
};

/** Code that runs often is compiled when it runs very often: until then the compiler leaves the machine to us. */
export function compileLater(): void {
  tell(COMPILE_LATER);
}

/** For a process that stays for the day: it holds little beside what it needs, and looks more often. */
export function collectSooner(): void {
  tell(COLLECT_SOONER);
}

function tell(flags: Readonly<Record<string, readonly string[]>>): void {
  const [version] = process.versions.v8.split('.');
  for (const flag of flags[version!] ?? []) setFlagsFromString(flag);
}
