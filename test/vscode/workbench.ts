// Starts and stops VS Code's server, and puts an extension into it the way a person does.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerEditor } from './editor';
import { Obstacle } from './progress';

const host = '127.0.0.1';

/** A plain editor: nothing that greets, asks, reports or offers to chat. A person's own settings stay what they are. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
} as const;

export interface WorkbenchOptions {
  readonly editor: ServerEditor;
  readonly dataDir: string;
  readonly extensionsDir?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly smokeTest?: boolean;
  /** No extension gallery: nothing is asked of the network. */
  readonly offline?: boolean;
  readonly log?: (line: string) => void;
}

export interface Workbench {
  readonly port: number;
  readonly authority: string;
  /** The address of a page that shows a folder, or the folders of a `.code-workspace`; `payload` goes to the workbench as it is. */
  url(folder: string | undefined, payload?: readonly (readonly [string, string])[]): string;
  /** A file or folder as the workbench names it. */
  uri(path: string): string;
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits until a server answers; fails when it takes a minute or `over` says that it never will. */
export async function answering(address: string, over = () => false): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const up = await fetch(address, { signal: AbortSignal.timeout(5000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    if (over() || Date.now() > deadline) throw new Obstacle(`Nothing answers at ${address}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function serverArguments({ editor, dataDir, extensionsDir }: WorkbenchOptions): string[] {
  return [
    editor.main,
    '--server-data-dir',
    dataDir,
    ...(extensionsDir ? ['--extensions-dir', extensionsDir] : []),
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
  ];
}

/** What the server inherits: not the variables by which an outer editor or test run would speak to it. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_|TSX_)/.test(name),
  );
  return Object.fromEntries(kept);
}

/** A person's settings in this editor, unless there are some already: what was changed by hand stays. */
async function writeSettings(dataDir: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = join(dataDir, 'data/User');
  const file = join(folder, 'settings.json');
  await mkdir(folder, { recursive: true });
  if (!existsSync(file)) await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/** `server --install-extension FILE.vsix`, what "Install from VSIX…" does. Returns the folder it was unpacked to. */
export async function installExtension(options: WorkbenchOptions, vsix: string): Promise<string> {
  const args = [...serverArguments(options), '--install-extension', vsix, '--force'];
  const child = spawn(options.editor.node, args, { env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const { code, output } = await finished(child);
  const folder = options.extensionsDir ?? join(options.dataDir, 'extensions');
  const installed = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('encounter.encounter-'));
  if (code !== 0 || installed.length !== 1) {
    throw new Obstacle(`VS Code could not install ${vsix}. It said:\n\n${output.trim()}`);
  }
  return join(folder, installed[0] as string);
}

function finished(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  await writeSettings(options.dataDir, { ...quietSettings, ...options.settings });
  const port = await freePort();
  const args = [
    ...serverArguments(options),
    '--host',
    host,
    '--port',
    String(port),
    '--without-connection-token',
    ...(options.smokeTest ? ['--enable-smoke-test-driver'] : []),
  ];
  // A group of its own, so that stopping it stops its extension hosts and language servers too.
  const child = spawn(options.editor.node, args, {
    env: { ...cleanEnvironment(), ...(options.offline ? { EXTENSIONS_GALLERY: '{}' } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      for (const line of chunk.toString().split('\n')) if (line.trim()) options.log?.(line);
    });
  }
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const stop = async () => {
    if (child.exitCode !== null || child.pid === undefined) return;
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
    const patience = setTimeout(() => {
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    }, 3000);
    await ended;
    clearTimeout(patience);
  };
  process.once('exit', () => {
    if (child.exitCode === null && child.pid !== undefined && process.platform !== 'win32') {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    }
  });

  try {
    await answering(`http://${host}:${port}/version`, () => child.exitCode !== null);
  } catch {
    await stop();
    throw new Obstacle(`VS Code's server did not start. Its last words:\n\n${output.trim()}`);
  }

  const authority = `${host}:${port}`;
  return {
    port,
    authority,
    uri: (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`,
    url(folder, payload) {
      const address = new URL(`http://${authority}/`);
      if (folder) address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
      if (payload) address.searchParams.set('payload', JSON.stringify(payload));
      return address.href;
    },
    stop,
  };
}
