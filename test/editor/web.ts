// Runs in VS Code's extension host in a web worker, with mocha's build for browsers. The bundler adds the suites that both
// hosts can run (test/vscode/suites.ts).
import 'mocha/mocha';
import { reporter, sumsMark, testMark } from './report';

const print = (line: string) => console.log(`${testMark}${line}`);

export async function start(loadSuites: () => Promise<unknown>): Promise<void> {
  // Put in by the bundler.
  const grep = process.env.ENCOUNTER_GREP;
  mocha.setup({
    ...(grep ? { grep } : {}),
    ui: 'bdd',
    timeout: 30_000,
    reporter: reporter((sums) => print(`${sumsMark}${JSON.stringify(sums)}`), print) as never,
  });
  await loadSuites();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
