import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { FLAGS } from '../../server/src/disk/compiler';

const [engine] = process.versions.v8.split('.');

describe('what the compiler is told', () => {
  it('is known to this version of Node, which else would say so in the midst of the output', function () {
    const flags = FLAGS[engine!];
    if (!flags) this.skip();
    const { status, stderr } = spawnSync(process.execPath, [...flags, '-e', '0'], { encoding: 'utf8' });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  });

  it('is nothing where a version is not listed', () => {
    assert.deepEqual(Object.keys(FLAGS), ['11', '12', '13']);
  });

  it('is said without a word on either output', () => {
    const compiler = require.resolve('../../server/src/disk/compiler');
    const script = `require(${JSON.stringify(compiler)}).compileLater(); process.stdout.write('done')`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' });
    assert.deepEqual({ stdout, stderr }, { stdout: 'done', stderr: '' });
  });
});
