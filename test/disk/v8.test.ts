import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { COLLECT_SOONER, COMPILE_LATER } from '../../server/src/disk/v8';

const [engine] = process.versions.v8.split('.');

describe('what the engine is told', () => {
  it('is known to this version of Node, which else would say so in the midst of the output', function () {
    const flags = [...(COMPILE_LATER[engine!] ?? []), ...(COLLECT_SOONER[engine!] ?? [])];
    if (flags.length === 0) this.skip();
    const { status, stderr } = spawnSync(process.execPath, [...flags, '-e', '0'], { encoding: 'utf8' });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  });

  it('is nothing where a version is not listed', () => {
    for (const flags of [COMPILE_LATER, COLLECT_SOONER]) assert.deepEqual(Object.keys(flags), ['11', '12', '13']);
  });

  it('is said without a word on either output', () => {
    const v8 = require.resolve('../../server/src/disk/v8');
    const script = `const v8 = require(${JSON.stringify(v8)}); v8.compileLater(); v8.collectSooner(); process.stdout.write('done')`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' });
    assert.deepEqual({ stdout, stderr }, { stdout: 'done', stderr: '' });
  });
});
