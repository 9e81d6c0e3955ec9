// The server through Neovim's own client, set up as docs/editors.md says.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Installed, installCommand, versionOrInstall, written } from './programs';

const DAY = `payer medicare
clinician "Ren\u00e9e \u00c5str\u00f6m, PT" zzz
discipline PT

encounter 2026-03-03 patient "\u65e5\u672c"
  dx M54.50
  goal "Walk \ud83d\ude00 to the caf\u00e9"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance"
  bill 97110-GP x1
  bill 97150-GP x1
`;

const OTHER = `payer medicare
clinician "Ren\u00e9e \u00c5str\u00f6m, PT"
discipline PT

encounter 2026-03-03 patient B
  dx M54.50
  09:15-09:30  97150  group of 2  "Balance"
  bill 97150-GP x1
`;

interface Step {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

describe('Neovim', function () {
  this.timeout(240_000);
  let installed: Installed | undefined;

  before(function () {
    const version = versionOrInstall('nvim', 'neovim');
    if (version === undefined) {
      console.log('      Neovim is not on this machine, so its tests are skipped. To run them: apt install neovim,');
      console.log('      brew install neovim, or https://neovim.io; then npm test again.');
      this.skip();
    }
    console.log(`      ${version}`);
    installed = installCommand();
  });

  after(() => {
    if (installed) rmSync(installed.folder, { recursive: true, force: true });
  });

  function drive(encoding: string, setup: string): Step[] {
    const { folder, env: around } = installed!;
    const files = join(folder, encoding);
    mkdirSync(files);
    writeFileSync(join(files, 'day.encounter'), DAY);
    writeFileSync(join(files, 'other.encounter'), OTHER);
    writeFileSync(join(files, 'encounter.config.json'), '{}\n');
    const env = {
      ...around,
      FOLDER: files,
      SETUP: setup,
      ENCODING: encoding,
      RESULT: join(files, 'result.json'),
    };
    const script = join(__dirname, 'neovim.lua');
    const run = spawnSync('nvim', ['--clean', '--headless', '-n', '-c', `luafile ${script}`], {
      env,
      cwd: files,
      encoding: 'utf8',
      timeout: 120_000,
    });
    assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
    return JSON.parse(readFileSync(env.RESULT, 'utf8')) as Step[];
  }

  for (const encoding of ['utf-16', 'utf-8']) {
    it(`finds, hovers, fixes, suggests, tidies and renames, with columns in ${encoding}`, () => {
      const steps = drive(encoding, written('Neovim', 'lua')[0]!);
      const failed = steps.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
      assert.deepEqual(failed, []);
      assert.equal(steps.length, 10);
    });
  }

  it('reads every piece of its set-up', () => {
    const pieces = written('Neovim', 'lua');
    assert.equal(pieces.length, 3);
    for (const piece of pieces) {
      const file = join(installed!.folder, 'piece.lua');
      writeFileSync(file, piece);
      const read = spawnSync(
        'nvim',
        ['--clean', '--headless', '-n', '-c', `lua assert(loadfile([[${file}]]))`, '-c', 'qall!'],
        {
          encoding: 'utf8',
        },
      );
      assert.equal(read.stderr.trim(), '');
    }
  });
});
