// Runs in VS Code's extension host in a web worker, with mocha's build for browsers. The bundler adds the suites that both
// hosts can run (test/vscode/suites.ts).
import 'mocha/mocha';
import { reporter, sumsMark } from './report';

export async function start(loadSuites: () => Promise<unknown>): Promise<void> {
  mocha.setup({
    ui: 'bdd',
    timeout: 30_000,
    reporter: reporter((sums) => console.log(`${sumsMark}${JSON.stringify(sums)}`)) as never,
  });
  await loadSuites();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
