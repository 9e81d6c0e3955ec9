// What launcher.mjs does: VS Code's server and a headless browser, started as if they were the desktop program. It takes the
// same arguments, runs the same test module in the same kind of extension host, and ends with the same exit code.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { clickMark, testMark } from '../editor/report';
import { findBrowser, launchBrowser, pageCrash } from './browser';
import { fetchServerEditor } from './editor';
import { endOnSignals, Obstacle, runMain } from './progress';
import { startWorkbench } from './workbench';

const runLimitMs = Number(process.env.ENCOUNTER_EDITOR_TIMEOUT ?? 10 * 60 * 1000);
const startLimitMs = 60_000;

function option(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
}

function required(name: string): string {
  const value = option(name);
  if (value === undefined) throw new Obstacle(`The launcher needs --${name}=…`);
  return value;
}

runMain(async () => {
  endOnSignals();
  const development = required('extensionDevelopmentPath');
  const tests = required('extensionTestsPath');
  const folder = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
  const dataDir = required('user-data-dir');
  const verbose = process.env.ENCOUNTER_VERBOSE === '1';

  const editor = await fetchServerEditor();
  process.env.ENCOUNTER_MARK = '1';
  const workbench = await startWorkbench({
    editor,
    dataDir,
    extensionsDir: option('extensions-dir') ?? dirname(dataDir),
    smokeTest: true,
    offline: true,
    ...(verbose ? { log: (line: string) => console.error(`[server] ${line}`) } : {}),
  });
  const browser = await launchBrowser(await findBrowser());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

  // The two functions through which a test run in a browser speaks to whoever drives it.
  let talking = () => {};
  const began = new Promise<void>((resolve) => {
    talking = resolve;
  });
  const ended = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  const rest: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    const line = args.map(String).join(' ');
    if (line.startsWith(testMark)) {
      talking();
      const said = line.slice(testMark.length);
      if (said.startsWith(clickMark)) void page.locator(said.slice(clickMark.length)).first().click();
      else console.log(said);
    } else if (verbose) console.error(`[workbench] ${line}`);
    else rest.push(line);
  });
  if (verbose) page.on('console', (message) => console.error(`[page] ${message.text()}`));
  const crashed = pageCrash(page);

  await page.goto(
    workbench.url(folder, [
      ['extensionDevelopmentPath', workbench.uri(development)],
      ['extensionTestsPath', workbench.uri(tests)],
      ['skipWelcome', 'true'],
    ]),
  );
  const late = (ms: number, what: string) =>
    new Promise<never>((_, reject) => {
      setTimeout(
        () => reject(new Obstacle(`${what} within ${ms / 1000} s; ENCOUNTER_VERBOSE=1 shows more.`)),
        ms,
      ).unref();
    });
  const started = Promise.race([began, ended, crashed, late(startLimitMs, 'The tests did not begin in VS Code')]);
  let code = 1;
  try {
    await started;
    code = await Promise.race([ended, crashed, late(runLimitMs, 'The tests did not end in VS Code')]);
    return code;
  } finally {
    // The workbench has much to say that is of no use here, unless the tests themselves could not be run.
    const sums = process.env.ENCOUNTER_SUMS;
    if (code !== 0 && !(sums && existsSync(sums))) for (const line of rest.slice(-40)) console.error(line);
    await browser.close();
    await workbench.stop();
  }
});
