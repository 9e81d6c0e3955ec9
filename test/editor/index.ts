// Runs in VS Code's extension host: the suites beside this file, with mocha. Those named `….two-folders.test.ts` run in a
// window of their own, on two folders that are not trusted. Both editors start it, the desktop's and the
// server's; what it prints goes to the terminal.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { reporter, testMark } from './report';

/** In a browser the workbench's own lines are among these (test/vscode/launcher.ts). */
const mark = process.env.ENCOUNTER_MARK ? testMark : '';
const print = (line: string) => console.log(`${mark}${line}`);

export async function run(): Promise<void> {
  const grep = process.env.ENCOUNTER_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, ...(grep ? { grep } : {}) });
  for (const file of readdirSync(__dirname)) {
    const inTwoFolders = file.endsWith('.two-folders.test.js');
    if (file.endsWith('.test.js') && inTwoFolders === (process.env.ENCOUNTER_WINDOW === 'two-folders'))
      mocha.addFile(join(__dirname, file));
  }
  mocha.reporter(
    reporter((sums) => {
      const file = process.env.ENCOUNTER_SUMS;
      if (file) writeFileSync(file, JSON.stringify(sums));
    }, print) as never,
  );
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
