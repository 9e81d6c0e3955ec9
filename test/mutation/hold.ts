/** The part of quick.mjs that runs within the copy: every change of `mutants.json` against the tests that run through it. */

import { appendFileSync, existsSync, readFileSync } from 'node:fs';
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

/** A test that runs through a change: how long it takes, and how many changes it runs through. */
interface Reached {
  readonly test: Test;
  readonly ms: number;
  readonly all: number;
}

const LOOPS_AFTER = 200_000;
/** A change that so long a run of tests does not notice counts as not noticed. */
const MOST_MS = Number(process.env.ENCOUNTER_MUTANT_MS ?? 20_000);
const SKIPPED = Symbol('skipped');
/** What was found, change by change: quick.mjs starts anew behind one that never comes to an end. */
const FOUND = 'found.ndjson';

interface Found {
  readonly id: string;
  readonly isKilled?: boolean;
  /** Begun, and to be ended by then. */
  readonly until?: number;
}

/** What was found before; one that was begun and not ended is noticed. */
function foundBefore(): Map<string, boolean> {
  const lines: Found[] = existsSync(FOUND)
    ? readFileSync(FOUND, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : [];
  return new Map(lines.map(({ id, isKilled }) => [id, isKilled ?? true]));
}

const say = (found: Found) => appendFileSync(FOUND, `${JSON.stringify(found)}\n`);

type Body = (this: unknown) => unknown;
interface Hooks {
  readonly before: Body[];
  readonly after: Body[];
}

/** The tests of some files, as plain functions: each brings the hooks of all that it stands in. */
function testsOf(files: readonly string[]): Test[] {
  const tests: Test[] = [];
  const path: string[] = [];
  const hooks: Hooks[] = [{ before: [], after: [] }];
  const skip = () => {
    throw SKIPPED;
  };
  const context = { timeout: () => context, slow: () => context, skip, retries: () => context };
  const describe = (name: string, body: Body) => {
    path.push(name);
    hooks.push({ before: [], after: [] });
    body.call(context);
    hooks.pop();
    path.pop();
    return context;
  };
  const it = (name: string, body?: Body) => {
    if (!body || body.length > 0) return context;
    const around = [...hooks];
    const run = async () => {
      for (const { before } of around) for (const hook of before) await hook.call(context);
      try {
        await body.call(context);
      } finally {
        for (const { after } of around) for (const hook of after) await hook.call(context);
      }
    };
    tests.push({ name: [...path, name].join(' › '), run });
    return context;
  };
  const before = (hook: Body) => void hooks[hooks.length - 1]!.before.push(hook);
  const after = (hook: Body) => void hooks[hooks.length - 1]!.after.push(hook);
  Object.assign(globalThis, { describe, it, before, beforeEach: before, after, afterEach: after });
  Object.assign(describe, { skip: () => {} });
  Object.assign(it, { skip: () => {} });
  for (const file of files) {
    require(resolve(file));
    // Those at the top of a file are its own.
    hooks[0] = { before: [], after: [] };
  }
  return tests;
}

async function passes(test: Test): Promise<boolean> {
  try {
    await test.run();
    return true;
  } catch (error) {
    return error === SKIPPED;
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
  const before = foundBefore();
  const through = new Map<string, Reached[]>();
  for (const test of tests) {
    on.currentTestId = 'one';
    coverage.perTest = {};
    const from = performance.now();
    const isGreen = await passes(test);
    const ms = performance.now() - from;
    const ids = isGreen ? Object.keys(coverage.perTest.one ?? {}) : [];
    for (const id of ids) through.set(id, [...(through.get(id) ?? []), { test, ms, all: ids.length }]);
  }
  on.currentTestId = undefined;
  const count = new Map<string, { killed: number; all: number }>();
  // What a change does is mostly noticed where one beside it was, and by tests of little else.
  const noticed = new Map<string, Map<Test, number>>();
  for (const { id, fileName, location, mutatorName, replacement } of mutants) {
    const by = noticed.get(fileName) ?? new Map<Test, number>();
    noticed.set(fileName, by);
    const order = ({ test, ms, all }: Reached) => (ms * all) / (1 + (by.get(test) ?? 0));
    const reached = (through.get(id) ?? []).sort((a, b) => order(a) - order(b));
    if (once.has(id) && reached.length === 0) continue;
    const known = before.get(id);
    let isKilled = known ?? false;
    const until = performance.now() + MOST_MS;
    for (const { test, ms } of known === undefined ? reached : []) {
      say({ id, until: Date.now() + 10_000 + 5 * ms });
      on.activeMutant = id;
      on.hitCount = 0;
      on.hitLimit = LOOPS_AFTER;
      isKilled = !(await passes(test));
      on.activeMutant = undefined;
      if (isKilled) {
        by.set(test, (by.get(test) ?? 0) + 1);
        // Something that is remembered beyond a test would make every later answer wrong.
        if (!(await passes(test)))
          console.log(
            `${fileName}:${location.start.line + 1} was felt after it was gone: the figures are worth nothing`,
          );
        break;
      }
      if (performance.now() > until) break;
    }
    const of = count.get(fileName) ?? { killed: 0, all: 0 };
    count.set(fileName, of);
    of.all++;
    if (known === undefined) say({ id, isKilled });
    if (isKilled) of.killed++;
    else if (known === undefined)
      console.log(
        `${fileName}:${location.start.line + 1} ${mutatorName} ${reached.length === 0 ? '(no test runs here) ' : ''}=> ${replacement.slice(0, 100).replace(/\s+/g, ' ')}`,
      );
  }
  for (const [file, { killed, all }] of count)
    console.log(`${file}: ${killed} of ${all} noticed, ${((killed / all) * 100).toFixed(1)} %`);
  let [killed, all] = [0, 0];
  for (const one of count.values()) [killed, all] = [killed + one.killed, all + one.all];
  if (count.size > 1) console.log(`together: ${killed} of ${all} noticed, ${((killed / all) * 100).toFixed(1)} %`);
}

void hold(process.argv.slice(2));
