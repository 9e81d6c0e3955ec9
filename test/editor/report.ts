// One line a test and one line with the sums, the same in an extension host, in a web worker and in a terminal: only
// `console.log` is there in all three.
import type Mocha from 'mocha';

/** In a browser the workbench prints too; what the tests print begins with this there. */
export const testMark = 'test| ';
/** A suite has the page clicked, where there is one: what follows is a selector. */
export const clickMark = '##click ';
/** Where no file can be written, the sums are on a line that begins so. */
export const sumsMark = '##sums ';

export interface Sums {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
}

/** A mocha reporter; the sums go to `tell` at the end. */
export function reporter(
  tell: (sums: Sums) => void,
  print = (line: string) => console.log(line),
): new (
  runner: Mocha.Runner,
) => object {
  return class {
    constructor(runner: Mocha.Runner) {
      report(runner, tell, print);
    }
  };
}

function report(runner: Mocha.Runner, tell: (sums: Sums) => void, print: (line: string) => void): void {
  let passed = 0;
  let pending = 0;
  const failures: { title: string; error: string }[] = [];
  let depth = 0;
  const line = (text: string) => print(`${'  '.repeat(depth)}${text}`);

  runner.on('suite', (suite) => {
    if (!suite.root) line(suite.title);
    depth += 1;
  });
  runner.on('suite end', () => {
    depth -= 1;
  });
  runner.on('pass', (test) => {
    passed += 1;
    line(`✓ ${test.title}${test.speed === 'slow' ? ` (${test.duration} ms)` : ''}`);
  });
  runner.on('pending', (test) => {
    pending += 1;
    line(`- ${test.title}`);
  });
  runner.on('fail', (test, error) => {
    failures.push({ title: test.fullTitle(), error: error.stack ?? String(error) });
    line(`✗ ${test.title}`);
  });
  runner.on('end', () => {
    for (const { title, error } of failures) print(`\n  ${title}\n    ${error.replaceAll('\n', '\n    ')}`);
    tell({ passed, failed: failures.length, pending });
  });
}
