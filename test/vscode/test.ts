// `npm test`: everything that can be tested on this machine, and one line with the sums at the end.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { type Sums, sumsMark } from '../editor/report';
import { fetchDesktopEditor, fetchServerEditor } from './editor';
import { packageAndSay } from './extension';
import { out, root } from './paths';
import { Obstacle, runMain, say, seconds, step } from './progress';
import { bundleNodeSuites } from './suites';
import { runWebSuites } from './web';
import { installExtension, quietSettings } from './workbench';

const groups = ['unit', 'editor', 'pages', 'two-folders', 'web'] as const;
type Group = (typeof groups)[number];

const usage = `npm test                                          everything
npm test -- --only unit|editor|pages|two-folders|web    one part of it; more of them with more --only
npm test -- --grep TEXT                           only the tests whose title holds TEXT`;

interface Result extends Sums {
  readonly group: Group;
  readonly ms: number;
}

function readArguments(args: string[]): readonly Group[] {
  const wanted: Group[] = [];
  for (let at = 0; at < args.length; at += 2) {
    const [option, value] = [args[at], args[at + 1]];
    if (option === '--only' && groups.includes(value as Group)) wanted.push(value as Group);
    else if (option === '--grep' && value) process.env.ENCOUNTER_GREP = value;
    else throw new Obstacle(`Cannot read "${args.slice(at).join(' ')}".\n\n${usage}`);
  }
  return wanted.length > 0 ? wanted : groups;
}

/** What a group's run tells of itself: its exit code, and the sums that its reporter left in the file. */
type Run = (sumsFile: string) => Promise<number>;

/** Runs a group; whatever goes wrong besides a failing test (no sums, a bad exit code) counts as one failure. */
async function runGroup(group: Group, run: Run): Promise<Result> {
  say(`\n• The ${group} tests`);
  const started = Date.now();
  const sumsFile = join(out, `${group}-sums.json`);
  await mkdir(out, { recursive: true });
  await rm(sumsFile, { force: true });
  let reason: string | undefined;
  try {
    const code = await run(sumsFile);
    if (code !== 0) reason = `they ended with code ${code}`;
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  const sums = existsSync(sumsFile) ? (JSON.parse(await readFile(sumsFile, 'utf8')) as Sums) : undefined;
  if (!sums) reason ??= 'they did not come to their end';
  else if (sums.failed > 0) reason = undefined;
  else if (sums.passed === 0) reason ??= 'there was none to run';
  if (reason) say(`\nThe ${group} tests failed as a whole: ${reason}`);
  const { passed, failed, pending } = sums ?? { passed: 0, failed: 0, pending: 0 };
  return { group, passed, failed: failed + (reason ? 1 : 0), pending, ms: Date.now() - started };
}

function runUnit(sumsFile: string): Promise<number> {
  return runApart(sumsFile);
}

/** The pages of our web views, in a real VS Code that this process drives from outside. */
async function runPages(sumsFile: string): Promise<number> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  process.env.ENCOUNTER_VSIX = join(out, `encounter-${version}.vsix`);
  return await runApart(sumsFile, 'pages');
}

/** Suites in a process of their own, on Node. */
function runApart(sumsFile: string, ...folder: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ENCOUNTER_SUMS: sumsFile };
    const args = ['--import', 'tsx', join(root, 'test/vscode/unit.ts'), ...folder];
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The packaged extension, unpacked by VS Code itself: what the editor suites run against is what a person installs. */
async function unpack(): Promise<string> {
  const { vsix } = await packageAndSay();
  const editor = await fetchServerEditor();
  const dataDir = join(out, 'installed');
  await rm(dataDir, { recursive: true, force: true });
  return await step('Installing it into VS Code', () => installExtension({ editor, dataDir }, vsix));
}

async function runEditor(unpacked: string, sumsFile: string): Promise<number> {
  const suites = await bundleNodeSuites();
  const desktop = await fetchDesktopEditor();
  const work = join(out, 'editor-run');
  await rm(work, { recursive: true, force: true });
  const folder = join(work, 'folder');
  await mkdir(folder, { recursive: true });
  return await runTests({
    vscodeExecutablePath: desktop ?? join(root, 'test/vscode/launcher.mjs'),
    extensionDevelopmentPath: unpacked,
    extensionTestsPath: suites,
    extensionTestsEnv: { ENCOUNTER_SUMS: sumsFile },
    launchArgs: [
      folder,
      `--user-data-dir=${join(work, 'user')}`,
      `--extensions-dir=${join(work, 'extensions')}`,
      '--disable-extensions',
    ],
  });
}

/** A window with two folders, each with a configuration of its own, that the person has not said to trust. */
async function runTwoFolders(unpacked: string, sumsFile: string): Promise<number> {
  const suites = await bundleNodeSuites();
  const desktop = await fetchDesktopEditor();
  const work = join(out, 'two-folders-run');
  await rm(work, { recursive: true, force: true });
  for (const name of ['north', 'south']) await mkdir(join(work, name), { recursive: true });
  const both = join(work, 'both.code-workspace');
  // What a folder brings along and must not be followed: a setting that names a file.
  const settings = { 'encounter.edits': ['from-the-workspace.txt'], 'encounter.trace.server': 'verbose' };
  await writeFile(both, JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }], settings }));
  const user = join(work, 'user');
  const own = {
    ...quietSettings,
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  };
  // The desktop build keeps them in the one place, the server build in the other.
  for (const folder of [join(user, 'User'), join(user, 'data/User')]) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'settings.json'), JSON.stringify(own));
  }
  return await runTests({
    vscodeExecutablePath: desktop ?? join(root, 'test/vscode/launcher.mjs'),
    extensionDevelopmentPath: unpacked,
    extensionTestsPath: suites,
    extensionTestsEnv: { ENCOUNTER_SUMS: sumsFile, ENCOUNTER_WINDOW: 'two-folders' },
    launchArgs: [
      both,
      `--user-data-dir=${user}`,
      `--extensions-dir=${join(work, 'extensions')}`,
      '--disable-extensions',
    ],
  });
}

async function runWeb(unpacked: string, sumsFile: string): Promise<number> {
  let sums = '';
  const code = await runWebSuites(unpacked, (line) => {
    if (line.startsWith(sumsMark)) sums = line.slice(sumsMark.length);
    else console.log(line);
  });
  if (sums) await writeFile(sumsFile, sums);
  return code;
}

runMain(async () => {
  const wanted = readArguments(process.argv.slice(2));
  const started = Date.now();
  const unpacked = wanted.some((group) => group !== 'unit') ? await unpack() : '';
  const results: Result[] = [];
  if (wanted.includes('unit')) results.push(await runGroup('unit', runUnit));
  if (wanted.includes('editor')) results.push(await runGroup('editor', (file) => runEditor(unpacked, file)));
  if (wanted.includes('pages')) results.push(await runGroup('pages', runPages));
  if (wanted.includes('two-folders'))
    results.push(await runGroup('two-folders', (file) => runTwoFolders(unpacked, file)));
  if (wanted.includes('web')) results.push(await runGroup('web', (file) => runWeb(unpacked, file)));

  const sum = (key: 'passed' | 'failed' | 'pending') => results.reduce((total, result) => total + result[key], 0);
  say('');
  for (const { group, passed, failed, pending, ms } of results) {
    say(
      `• ${group}: ${passed} of ${passed + failed} in ${seconds(ms)}${pending ? `, ${pending} not for this machine` : ''}`,
    );
  }
  say(`• all in ${seconds(Date.now() - started)}`);
  const skipped = sum('pending') ? `, ${sum('pending')} skipped` : '';
  say(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return sum('failed') > 0 ? 1 : 0;
});
