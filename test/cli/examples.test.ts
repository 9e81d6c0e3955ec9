/** The examples of docs/examples, run: the git hook in a repository of its own, and the build script. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const root = resolve(__dirname, '../..');
const examples = join(root, 'docs/examples');

const RIGHT = `payer medicare
discipline PT
clinician "R. Ortiz, PT"

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
`;
const WRONG = RIGHT.replace('x1', 'x3');

describe('the examples for git and build servers', function () {
  this.timeout(60000);
  let folder: string;
  let environment: NodeJS.ProcessEnv;

  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'examples-'));
    const cli = join(folder, 'cli.js');
    buildSync({
      absWorkingDir: root,
      entryPoints: ['server/src/cli/main.ts'],
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      outfile: cli,
      logLevel: 'error',
    });
    const command = join(folder, 'encounter');
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
    chmodSync(command, 0o755);
    environment = {
      ...process.env,
      PATH: `${folder}:${process.env.PATH}`,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    };
    delete environment.GITHUB_ACTIONS;
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  function run(command: string, args: string[], cwd: string, more: NodeJS.ProcessEnv = {}) {
    return spawnSync(command, args, { cwd, env: { ...environment, ...more }, encoding: 'utf8' });
  }

  it('refuse a commit with an error, judged as it is in the commit, and take one without', function () {
    try {
      execFileSync('git', ['--version']);
    } catch {
      this.skip();
    }
    const repository = join(folder, 'repository');
    mkdirSync(repository);
    const git = (...args: string[]) => run('git', args, repository);
    git('init', '--quiet');
    git('config', 'user.name', 'Test');
    git('config', 'user.email', 'test@example.invalid');
    copyFileSync(join(examples, 'pre-commit'), join(repository, '.git/hooks/pre-commit'));
    chmodSync(join(repository, '.git/hooks/pre-commit'), 0o755);

    writeFileSync(join(repository, 'a day.encounter'), WRONG);
    git('add', '.');
    // What is not in the commit does not count.
    writeFileSync(join(repository, 'a day.encounter'), RIGHT);
    const refused = git('commit', '--quiet', '-m', 'wrong');
    assert.equal(refused.status, 1);
    assert.match(refused.stdout + refused.stderr, /a day\.encounter:8:\d+: error: .*\[too-many-units\]/);
    assert.match(refused.stderr, /Not committed/);

    git('add', '.');
    const taken = git('commit', '--quiet', '-m', 'right');
    assert.equal(taken.status, 0, taken.stderr);
    writeFileSync(join(repository, 'notes.txt'), 'nothing of ours');
    git('add', '.');
    assert.equal(git('commit', '--quiet', '-m', 'notes').status, 0);
  });

  it('fail a build on an error, and keep a report', () => {
    const clinic = join(folder, 'clinic');
    mkdirSync(clinic);
    writeFileSync(join(clinic, 'a.encounter'), WRONG);
    const script = join(examples, 'check.sh');
    const failed = run('sh', [script, 'clinic', 'out.sarif'], folder);
    assert.equal(failed.status, 1);
    assert.match(failed.stdout, /^clinic\/a\.encounter:8:/);
    assert.equal(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results.length, 1);
    assert.match(run('sh', [script, 'clinic'], folder, { GITHUB_ACTIONS: 'true' }).stdout, /^::error file=clinic\/a/);
    writeFileSync(join(clinic, 'a.encounter'), RIGHT);
    assert.equal(run('sh', [script, 'clinic'], folder).status, 0);
  });

  it('are what the workflow calls', () => {
    assert.match(
      readFileSync(join(examples, 'github-workflow.yml'), 'utf8'),
      /docs\/examples\/check\.sh clinic encounter\.sarif/,
    );
  });
});
