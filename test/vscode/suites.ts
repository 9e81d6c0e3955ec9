// Bundles the editor suites. A suite named `….both.test.ts` uses nothing of Node and runs in a web worker too.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { out, root } from './paths';

const folder = join(root, 'test/editor');
const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  sourcemap: 'inline',
  logLevel: 'error',
};

/** One file a suite, and the module that starts them; mocha comes from the project's own packages. */
export async function bundleNodeSuites(): Promise<string> {
  const outdir = join(out, 'editor');
  // A suite that went, or has another name now, would be run for ever.
  rmSync(outdir, { recursive: true, force: true });
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  await build({
    ...common,
    platform: 'node',
    external: ['vscode', 'mocha'],
    entryPoints: [join(folder, 'index.ts'), ...names.map((name) => join(folder, name))],
    outdir,
  });
  return join(outdir, 'index.js');
}

export async function bundleWebSuites(outfile: string): Promise<void> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.both.test.ts'));
  const load = names.map((name) => `await import('./${name}');`).join(' ');
  await build({
    ...common,
    platform: 'browser',
    external: ['vscode'],
    define: { 'process.env.ENCOUNTER_GREP': JSON.stringify(process.env.ENCOUNTER_GREP ?? '') },
    alias: { 'node:assert/strict': join(folder, 'assert.web.ts') },
    stdin: {
      contents: `import { start } from './web'; export const run = () => start(async () => { ${load} });`,
      resolveDir: folder,
    },
    outfile,
  });
}
