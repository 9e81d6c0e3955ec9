// `npm run bench -- NAME [--write] [options]`: bundles bench/NAME.ts the way the product is bundled, and runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [name = 'in-process', ...rest] = process.argv.slice(2);
const entry = join(root, `bench/${name}.ts`);
if (!existsSync(entry)) {
  const names = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.ts'));
  console.error(`There is no bench ${name}. Files in bench/: ${names.join(', ')}`);
  process.exit(1);
}
const outfile = join(root, `.cache/bench/${name}.js`);
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['esbuild'],
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...rest], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
