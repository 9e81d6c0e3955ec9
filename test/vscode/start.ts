// `npm start`: the packaged extension in a real VS Code, with the samples open.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchServerEditor, installedDesktop } from './editor';
import { packageAndSay } from './extension';
import { cache, root, samples } from './paths';
import { Obstacle, runMain, say, step } from './progress';
import { installExtension, startWorkbench } from './workbench';

const usage = `npm start                 VS Code from npm, in your browser
npm start -- --desktop    the desktop VS Code on this machine (its command 'code' has to be on the path)
npm start -- --no-open    do not open a browser, only print the address
npm start -- FOLDER       open this folder instead of the samples`;

/** One clinic day with one of each error: what a newcomer sees first. */
const firstSample = 'clinic-day.encounter';

runMain(async () => {
  const args = process.argv.slice(2);
  const folder = args.find((arg) => !arg.startsWith('-'));
  const unknown = args.find((arg) => arg.startsWith('-') && !['--desktop', '--no-open'].includes(arg));
  if (unknown) throw new Obstacle(`There is no option ${unknown}.\n\n${usage}`);
  const shown = folder ? join(process.cwd(), folder) : existsSync(samples) ? samples : root;
  if (!existsSync(shown)) throw new Obstacle(`There is no folder ${shown}.`);
  if (args.includes('--desktop')) return await startDesktop(shown);
  return await startInBrowser(shown, !args.includes('--no-open'));
});

async function startDesktop(folder: string): Promise<number> {
  const code = installedDesktop();
  if (!code) {
    throw new Obstacle(
      "No desktop VS Code found: its command 'code' is not on the path. In VS Code, run\n" +
        '"Shell Command: Install \'code\' command in PATH"; or use: npm start',
    );
  }
  const { vsix } = await packageAndSay();
  const shell = process.platform === 'win32';
  const profile = [
    '--user-data-dir',
    join(cache, 'desktop-user'),
    '--extensions-dir',
    join(cache, 'desktop-extensions'),
  ];
  await step('Installing it into a profile of its own (your own VS Code stays as it is)', async () => {
    const run = spawnSync(code, [...profile, '--install-extension', vsix, '--force'], { shell, encoding: 'utf8' });
    if (run.status !== 0) throw new Obstacle(`${code} could not install it:\n\n${run.stdout}${run.stderr}`);
  });
  const first = folder === samples ? [join(samples, firstSample)] : [];
  spawn(code, [...profile, '--new-window', folder, ...first], { shell, stdio: 'ignore', detached: true }).unref();
  say(`• Opening ${folder} in the desktop VS Code`);
  return 0;
}

async function startInBrowser(folder: string, open: boolean): Promise<number> {
  const { vsix } = await packageAndSay();
  const editor = await fetchServerEditor();
  const dataDir = join(cache, 'start');
  await mkdir(dataDir, { recursive: true });
  await step('Installing it into VS Code', () => installExtension({ editor, dataDir }, vsix));
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  const workbench = await step('Starting VS Code', () => startWorkbench({ editor, dataDir }));
  const first = folder === samples ? join(samples, firstSample) : undefined;
  const address = workbench.url(folder, first && existsSync(first) ? [['openFile', workbench.uri(first)]] : undefined);
  say(`\nVS Code with Encounter is at\n\n    ${address}\n`);
  const opened = open && openInBrowser(address);
  say(opened ? 'Your browser opens it.' : 'Open this address in your browser.');
  if (installedDesktop()) say('There is a desktop VS Code on this machine too: npm start -- --desktop');
  say('Ctrl-C ends it.');
  await asked;
  await workbench.stop();
  say('\nVS Code has ended.');
  return 0;
}

function openInBrowser(address: string): boolean {
  const { platform } = process;
  const screen = platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen || process.env.CI) return false;
  const [command, args]: [string, string[]] =
    platform === 'darwin'
      ? ['open', [address]]
      : platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => say(`(${command} is not there; open the address yourself.)`));
  child.unref();
  return true;
}
