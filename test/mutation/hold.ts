/** The part of quick.mjs that runs within the copy: every change of `mutants.json` against the tests that run through it. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** What the instrumented code looks at: which change is on, and what each test runs through. */
interface Switch {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: Record<string, number>; perTest: { one?: Record<string, number> } };
}

interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

const LOOPS_AFTER = 200_000;

/** The tests of some files, as plain functions. */
function testsOf(files: readonly string[]): Test[] {
  const tests: Test[] = [];
  const path: string[] = [];
  let hooked = 0;
  const context = { timeout: () => context, slow: () => context, skip: () => {}, retries: () => context };
  const describe = (name: string, body: (this: unknown) => void) => {
    path.push(name);
    const [before, from] = [hooked, tests.length];
    body.call(context);
    if (hooked > before) tests.length = from;
    path.pop();
    return context;
  };
  const it = (name: string, body?: (this: unknown) => unknown) => {
    if (body && body.length === 0) tests.push({ name: [...path, name].join(' › '), run: () => body.call(context) });
    return context;
  };
  const hook = () => void hooked++;
  Object.assign(globalThis, { describe, it, before: hook, beforeEach: hook, after: hook, afterEach: hook });
  Object.assign(describe, { skip: () => {} });
  Object.assign(it, { skip: () => {} });
  for (const file of files) require(resolve(file));
  return tests;
}

async function passes(test: Test): Promise<boolean> {
  try {
    await test.run();
    return true;
  } catch {
    return false;
  }
}

async function hold(files: readonly string[]): Promise<void> {
  const world = globalThis as { __stryker__?: Switch };
  world.__stryker__ ??= {};
  const on = world.__stryker__;
  const mutants: Mutant[] = JSON.parse(readFileSync('mutants.json', 'utf8'));
  const tests = testsOf(files);
  // What ran while files were loaded was decided once: it cannot be switched.
  on.mutantCoverage ??= { static: {}, perTest: {} };
  const coverage = on.mutantCoverage;
  const once = new Set(Object.keys(coverage.static));
  const through = new Map<string, { test: Test; ms: number }[]>();
  for (const test of tests) {
    on.currentTestId = 'one';
    coverage.perTest = {};
    const from = performance.now();
    const isGreen = await passes(test);
    const ms = performance.now() - from;
    for (const id of isGreen ? Object.keys(coverage.perTest.one ?? {}) : [])
      through.set(id, [...(through.get(id) ?? []), { test, ms }]);
  }
  on.currentTestId = undefined;
  const count = new Map<string, { killed: number; all: number }>();
  for (const { id, fileName, location, mutatorName, replacement } of mutants) {
    const reached = (through.get(id) ?? []).sort((a, b) => a.ms - b.ms);
    if (once.has(id) && reached.length === 0) continue;
    on.activeMutant = id;
    let isKilled = false;
    for (const { test } of reached) {
      on.hitCount = 0;
      on.hitLimit = LOOPS_AFTER;
      if (!(await passes(test))) {
        isKilled = true;
        break;
      }
    }
    on.activeMutant = undefined;
    const of = count.get(fileName) ?? { killed: 0, all: 0 };
    count.set(fileName, of);
    of.all++;
    if (isKilled) of.killed++;
    else
      console.log(
        `${fileName}:${location.start.line + 1} ${mutatorName} ${reached.length === 0 ? '(no test runs here) ' : ''}=> ${replacement.slice(0, 100).replace(/\s+/g, ' ')}`,
      );
  }
  for (const [file, { killed, all }] of count)
    console.log(`${file}: ${killed} of ${all} noticed, ${((killed / all) * 100).toFixed(1)} %`);
}

void hold(process.argv.slice(2));
