// Finds a browser: one that is on the machine, else a headless Chromium from npm.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Page, type Browser as PlaywrightBrowser } from 'playwright-core';
import { fetchPackages } from './npm';
import { Obstacle, say, step } from './progress';

/** The last one that Node 20 can install. It carries a browser and the libraries that a bare Linux lacks. */
const packaged = '143.0.4';
/** Whoever waits for something on a page has to hear of its end. */
export function pageCrash(page: Page): Promise<never> {
  return new Promise((_, reject) => {
    page.once('crash', () =>
      reject(new Obstacle("The browser's page crashed. Another browser may do better: CHROME_PATH=… names it.")),
    );
  });
}

const aptLine = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core';

export interface Browser {
  readonly executable: string;
  readonly env: Record<string, string>;
}

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath(names: string[]): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

function installed(): string | undefined {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (!existsSync(asked)) throw new Obstacle(`CHROME_PATH names a browser that is not there: ${asked}`);
    return asked;
  }
  const fixed = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [process.env.ProgramFiles, process.env['ProgramFiles(x86)']].flatMap((folder) =>
      folder
        ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
        : [],
    ),
  };
  const known = process.platform === 'darwin' ? fixed.darwin : process.platform === 'win32' ? fixed.win32 : [];
  return (
    known.find((file) => existsSync(file)) ??
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'])
  );
}

/** What keeps a browser from starting, in its own words; nothing where it starts. */
function obstacle({ executable, env }: Browser): string | undefined {
  if (process.platform === 'win32') return undefined; // `--version` opens a window there.
  const run = spawnSync(executable, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    timeout: 30_000,
  });
  if (run.status === 0) return undefined;
  const said = String(run.stderr ?? '').trim();
  return said || (run.error ? run.error.message : `it ended with code ${run.status}`);
}

export async function findBrowser(): Promise<Browser> {
  const own = installed();
  if (own) {
    const browser = { executable: own, env: {} };
    const reason = obstacle(browser);
    if (reason === undefined) return browser;
    say(`• The browser ${own} does not start (${reason.split('\n')[0]}); trying the one from npm`);
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const browser = await fetchChromium();
    const reason = obstacle(browser);
    if (reason === undefined) return browser;
    if (await installWithApt()) return { executable: onPath(['chromium']) ?? 'chromium', env: {} };
    throw new Obstacle(
      `The Chromium from npm does not start on this machine:\n\n  ${reason}\n\nOn Debian or Ubuntu this puts it right:\n\n  ${aptLine}`,
    );
  }
  throw new Obstacle(
    'No browser found. Install Chrome, Chromium or Edge, or name one: CHROME_PATH=/path/to/browser npm test',
  );
}

/** On a build machine nobody is there to type the line. */
async function installWithApt(): Promise<boolean> {
  const isRoot = process.getuid?.() === 0;
  if (!process.env.CI || !isRoot || !onPath(['apt-get'])) return false;
  return await step(`Installing a browser: ${aptLine}`, async () => {
    const run = spawnSync('sh', ['-c', aptLine], { stdio: ['ignore', 'ignore', 'inherit'] });
    return run.status === 0;
  });
}

async function unpackBrotli(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function fetchChromium(): Promise<Browser> {
  const folder = await fetchPackages(
    `chromium-${packaged}`,
    { '@sparticuz/chromium': packaged },
    `Getting Chromium ${packaged.split('.')[0]} from npm (about 270 MB on disk, once)`,
    async (partial) => {
      const bin = join(partial, 'node_modules/@sparticuz/chromium/bin');
      await mkdir(join(partial, 'chromium'));
      await unpackBrotli(join(bin, 'chromium.br'), join(partial, 'chromium/chromium'));
      await chmod(join(partial, 'chromium/chromium'), 0o755);
      for (const name of ['al2023', 'swiftshader', 'fonts']) {
        const tar = join(partial, `${name}.tar`);
        await unpackBrotli(join(bin, `${name}.tar.br`), tar);
        const run = spawnSync('tar', ['-xf', tar, '-C', join(partial, 'chromium'), '--no-same-owner']);
        if (run.status !== 0) throw new Error(`tar could not unpack ${name}: ${String(run.stderr ?? run.error)}`);
        await rm(tar);
      }
    },
  );
  const executable = join(folder, 'chromium/chromium');
  // The font and the libraries it brings are for machines that have none; elsewhere the machine's own are the better ones.
  const fonts = hasFonts() ? {} : await ownFonts(join(folder, 'chromium'));
  if (obstacle({ executable, env: {} }) === undefined) return { executable, env: fonts };
  const libraries = [join(folder, 'chromium/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return { executable, env: { ...fonts, LD_LIBRARY_PATH: libraries } };
}

const fontFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  join(homedir(), '.fonts'),
];

/** Without any font a page crashes as soon as it has text. */
function hasFonts(): boolean {
  return existsSync('/etc/fonts/fonts.conf') && fontFolders.some((folder) => holdsFont(folder, 4));
}

function holdsFont(folder: string, depth: number): boolean {
  if (depth === 0 || !existsSync(folder)) return false;
  return readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory() ? holdsFont(join(folder, entry.name), depth - 1) : /\.(ttf|otf|ttc|pf[ab])$/i.test(entry.name),
  );
}

async function ownFonts(folder: string): Promise<Record<string, string>> {
  const configuration = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts'), ...fontFolders].map((path) => `  <dir>${path}</dir>`).join('\n');
  await writeFile(
    configuration,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${folders}\n  <cachedir>${join(folder, 'font-cache')}</cachedir>\n</fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: configuration, FONTCONFIG_PATH: folder };
}

export async function launchBrowser(browser: Browser, flags: string[] = []): Promise<PlaywrightBrowser> {
  try {
    return await chromium.launch({
      executablePath: browser.executable,
      headless: true,
      args: [...quietFlags, ...flags],
      env: { ...(process.env as Record<string, string>), ...browser.env },
    });
  } catch (error) {
    throw new Obstacle(
      `The browser ${browser.executable} does not start:\n\n${String(error)}\n\nOn Debian or Ubuntu:\n\n  ${aptLine}`,
    );
  }
}
