// The server through Emacs and Eglot, set up as docs/editors.md says.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Installed, installCommand, versionOf, written } from './programs';

const DAY = `payer medicare
clinician "Ren\u00e9e \u00c5str\u00f6m, PT" zzz
discipline PT

encounter 2026-03-03 patient "\u65e5\u672c"
  dx M54.50
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance"
  bill 97110-GP x1
  bill 97150-GP x1
`;

// Eglot is part of Emacs from 29 on; Debian has it as a package for 28, whose start files `--batch` alone does not read.
const EGLOT = ['--batch', '--eval', '(package-initialize)'];

describe('Emacs', function () {
  this.timeout(240_000);
  let installed: Installed | undefined;

  before(function () {
    const version = versionOf('emacs');
    if (version === undefined || versionOf('emacs', [...EGLOT, '--eval', "(require 'eglot)"]) === undefined) {
      console.log(
        '      Emacs with Eglot is not on this machine, so its test is skipped. To run it: Emacs 29 or later,',
      );
      console.log('      or apt install emacs-nox elpa-eglot; then npm test again.');
      this.skip();
    }
    console.log(`      ${version}`);
    installed = installCommand();
  });

  after(() => {
    if (installed) rmSync(installed.folder, { recursive: true, force: true });
  });

  it('shows findings where they belong, and tidies', () => {
    const { folder, env } = installed!;
    const files = join(folder, 'files');
    mkdirSync(files);
    writeFileSync(join(files, 'day.encounter'), DAY);
    const setup = join(folder, 'setup.el');
    writeFileSync(setup, written('Emacs', 'elisp').join('\n'));
    const run = spawnSync('emacs', [...EGLOT, '-l', join(__dirname, 'emacs.el')], {
      env: { ...env, FOLDER: files, SETUP: setup },
      encoding: 'utf8',
      timeout: 120_000,
    });
    const lines = run.stdout.trim().split('\n');
    assert.equal(lines[0], 'mode: encounter-mode', `${run.stdout}${run.stderr}`);
    assert.match(lines[1]!, /^findings: zzz \| .*97110/);
    assert.equal(lines[2], 'tidied: payer medicare');
    // Nothing came that it does not know.
    assert.doesNotMatch(run.stderr, /unknown|error|warning/i);
  });
});
