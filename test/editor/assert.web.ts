// The few of Node's assertions that the suites for both hosts use, for the web worker, which has no Node.
class AssertionError extends Error {}

function fail(message: string | undefined, instead: string): never {
  throw new AssertionError(message ?? instead);
}

const show = (value: unknown) => JSON.stringify(value);

export function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, `expected something, got ${show(value)}`);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message, `expected ${show(expected)}, got ${show(actual)}`);
}

export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(show(actual), show(expected), message);
}

export function match(actual: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(actual)) fail(message, `expected something like ${pattern}, got ${show(actual)}`);
}
