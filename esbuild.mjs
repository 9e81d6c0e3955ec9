// Builds everything that is shipped, and nothing else: `node esbuild.mjs [--production] [--watch]`.
//
//   dist/client.js      the extension in desktop VS Code          dist/web/client.js   the same in a browser
//   dist/server.js      the language server on Node               dist/web/server.js   the same in a web worker
//   dist/cli.js         the command line, `encounter`
//   dist/index-worker.js builds the index of a coder's own pairs, away from the server's thread
//   dist/guidance.js    everything with prose; server.js and cli.js load it when a person first asks for it
import { existsSync } from 'node:fs';
import { chmod, readFile, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const prose = ['server/src/features/prose.ts', 'server/src/guidance/bundle.ts'].map((file) => resolve(root, file));

/**
 * On Node the prose is a bundle of its own: `import('…/features/prose')` and `require('…/guidance/bundle')`, which is
 * a part of it, become a `require('./guidance.js')` that runs when it is reached. In a browser it stays inside the
 * worker's one file.
 */
const proseApart = {
  name: 'prose-apart',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /(^|\/)(prose|bundle)$/ }, (args) => {
      if (args.kind === 'entry-point' || !prose.includes(resolve(args.resolveDir, `${args.path}.ts`))) return null;
      return { path: './guidance.js', external: true };
    });
  },
};

/**
 * The words of a rule, its `docs`, are left out where nothing reads them. The bundler cannot see that by itself where the
 * examples are put together from pieces, so it is told.
 */
const ruleWordsApart = {
  name: 'rule-words-apart',
  setup(pluginBuild) {
    pluginBuild.onLoad({ filter: /server[\\/]src[\\/]rules[\\/][a-z0-9-]+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const docs = /^(export const docs: RuleDocs = )(\{.*^\});$/ms;
      return { contents: source.replace(docs, '$1/* @__PURE__ */ (() => ($2))();'), loader: 'ts' };
    });
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...node, entryPoints: ['client/src/extension.node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    ...node,
    entryPoints: ['server/src/lsp/main.node.ts'],
    outfile: 'dist/server.js',
    plugins: [proseApart, ruleWordsApart],
  },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    plugins: [proseApart, ruleWordsApart],
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: ['server/src/features/prose.ts'], outfile: 'dist/guidance.js' },
  { ...node, entryPoints: ['server/src/disk/index-worker.ts'], outfile: 'dist/index-worker.js' },
  {
    ...browser,
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/web/client.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...browser, entryPoints: ['server/src/lsp/main.web.ts'], outfile: 'dist/web/server.js', format: 'iife' },
].filter(({ entryPoints }) => existsSync(resolve(root, entryPoints[0])));

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;

async function finished(outfile) {
  const file = resolve(root, outfile);
  if (outfile === 'dist/cli.js') await chmod(file, 0o755);
  return `  ${outfile.padEnd(20)} ${kilobytes((await stat(file)).size).padStart(8)}`;
}

if (watch) {
  console.log('building');
  let pending = bundles.length;
  const report = {
    name: 'report',
    setup(pluginBuild) {
      pluginBuild.onEnd(async ({ errors }) => {
        if (errors.length === 0) console.log(await finished(pluginBuild.initialOptions.outfile));
        pending -= 1;
        if (pending === 0) console.log('watching for changes');
      });
    },
  };
  for (const options of bundles) {
    const watcher = await context({ ...options, plugins: [...(options.plugins ?? []), report] });
    await watcher.watch();
  }
} else {
  const started = Date.now();
  await rm(resolve(root, 'dist'), { recursive: true, force: true });
  // esbuild has shown by then what is wrong, and where.
  await Promise.all(bundles.map((options) => build(options))).catch(() => process.exit(1));
  for (const { outfile } of bundles) console.log(await finished(outfile));
  console.log(`built ${bundles.length} bundles in ${Date.now() - started} ms${production ? ', minified' : ''}`);
}
