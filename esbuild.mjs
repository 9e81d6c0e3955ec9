// Builds everything that is shipped, and nothing else: `node esbuild.mjs [--production] [--watch] [--out=FOLDER]`.
//
//   dist/client.js        the extension, in desktop VS Code and in a browser
//   dist/server.js        the language server up to its first answer, on Node and in a web worker
//   dist/checker.js       the rest of it, loaded when that answer is out
//   dist/cli.js           the command line, `encounter`
//   dist/core.js          what these two share: parser, model, rules
//   dist/features.js      hover, suggestions and the like, loaded when the first of them is asked for
//   dist/guidance.js      everything with prose, loaded when a person first asks for it
//   dist/worker.js        starts the server in a web worker
//   dist/NAME-view.js     the page of a web view, with dist/NAME-view.css beside it
//   dist/index-worker.js  builds the index of a coder's own pairs, away from the server's thread
//   dist/listing-worker.js  lists the files of a folder, away from it too
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { minify } from 'terser';

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const given = (option) => process.argv.find((word) => word.startsWith(`--${option}=`))?.slice(option.length + 3);
const out = given('out') ?? 'dist';
/** A file that is told which modules of other packages were built in, as JSON. */
const modulesFile = given('modules');
const prose = ['features/prose', 'guidance/bundle', 'rules/docs'].map((file) => resolve(root, `server/src/${file}.ts`));

/**
 * The prose is a bundle of its own: `import('…/features/prose')`, and `…/guidance/bundle` and `…/rules/docs`, which are
 * parts of it, become a `require('./guidance.js')` that runs when it is reached.
 */
const proseApart = {
  name: 'prose-apart',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /(^|\/)(prose|bundle|docs)$/ }, (args) => {
      if (args.kind === 'entry-point' || !prose.includes(resolve(args.resolveDir, `${args.path}.ts`))) return null;
      return { path: './guidance.js', external: true };
    });
  },
};

/** `encounter lsp` is the server that lies beside the command line. */
const serverApart = {
  name: 'server-apart',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /\/lsp\/main\.node$/ }, () => ({ path: './server.js', external: true }));
  },
};

/** The server has its checker beside it, and the checker has the server's protocol library. */
const checkerApart = {
  name: 'checker-apart',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^\.\/checker$/ }, () => ({ path: './checker.js', external: true }));
  },
};
const libraryFromServer = {
  name: 'library-from-server',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^vscode-languageserver$/ }, ({ path }) => ({ path, namespace: 'library' }));
    pluginBuild.onResolve({ filter: /^\.\/server\.js$/, namespace: 'library' }, ({ path }) => ({
      path,
      external: true,
    }));
    pluginBuild.onLoad({ filter: /.*/, namespace: 'library' }, () => ({
      contents: "module.exports = require('./server.js').library;",
    }));
  },
};

const layers = /^server\/src\/(text|syntax|guidance|model|rules|engine|features)\//;
/** Small modules without any import and any state: each bundle has its own, so that none is loaded for their sake. */
const leaves = ['server/src/syntax/kinds.ts', 'server/src/features/announced.ts'];

/** The names that a module exports, found out once. */
async function exportsOf(file) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: false,
    format: 'esm',
    write: false,
    metafile: true,
    outfile: 'module.js',
    logLevel: 'silent',
  });
  return metafile.outputs['module.js'].exports;
}

/**
 * What `lsp/`, `cli/` and `disk/` import of the layers below them is shipped once: that of `features/` in features.js, all
 * else in core.js. An import of a module there becomes a look into the table of modules that the file exports. features.js
 * is loaded when something of it is used, not when it is imported: what has to be there to check a file stays small.
 * @param inFeatures whether this is the bundle of features itself, which holds its own.
 */
const coreApart = (wanted, inFeatures = false) => ({
  name: 'core-apart',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^\.\.?\// }, (args) => {
      const file = relative(root, resolve(args.resolveDir, `${args.path}.ts`)).replaceAll('\\', '/');
      if (args.namespace !== 'file' || !layers.test(file) || leaves.includes(file)) return null;
      if (prose.includes(resolve(root, file))) return null;
      const isFeature = file.startsWith('server/src/features/');
      if (isFeature && inFeatures) return null;
      wanted[isFeature ? 'features' : 'core'].add(file);
      return { path: file, namespace: isFeature ? 'features' : 'core', sideEffects: false };
    });
    pluginBuild.onResolve({ filter: /^\.\/(core|features)\.js$/ }, ({ path, namespace }) =>
      namespace === 'file' ? null : { path, external: true },
    );
    pluginBuild.onLoad({ filter: /.*/, namespace: 'core' }, ({ path }) => ({
      contents: `module.exports = require('./core.js')[${JSON.stringify(path)}];`,
    }));
    pluginBuild.onLoad({ filter: /.*/, namespace: 'features' }, async ({ path }) => {
      const names = await exportsOf(path);
      const getters = names.map((name) => `get ${name}() { return load().${name}; }`);
      return {
        contents: `const load = () => require('./features.js')[${JSON.stringify(path)}];
          module.exports = { ${getters.join(', ')} };`,
      };
    });
  },
});

/** A file that exports these modules by their paths. */
const tableOf = (modules) => ({
  contents: [
    ...modules.map((file, i) => `import * as m${i} from './${file}';`),
    `module.exports = { ${modules.map((file, i) => `${JSON.stringify(file)}: m${i}`).join(', ')} };`,
  ].join('\n'),
  resolveDir: root,
});

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
/** Libraries with a part for each place give both. */
const both = {
  ...node,
  conditions: ['node', 'browser', 'import', 'module'],
  // `import()` of a bundle of ours becomes `require`, which a worker has from worker.js.
  supported: { 'dynamic-import': false },
};
/** A file that a worker loads too: its names are its own, and what it asks for is `require` in both places. */
const own = { banner: { js: '((require, module) => {' }, footer: { js: '})(require, module);' } };

/** The web views: `client/webview/NAME.ts`, which imports its style. */
const pages = ['claims', 'day'];

/** Which modules the bundles ask of one another: found out by building them, without writing. */
const wanted = { core: new Set(), features: new Set() };
const dry = (options) => build({ ...options, write: false }).catch(() => process.exit(1));
const onCore = [
  {
    ...both,
    ...own,
    entryPoints: ['server/src/lsp/main.ts'],
    outfile: 'dist/server.js',
    plugins: [proseApart, checkerApart, coreApart(wanted), ruleWordsApart],
  },
  {
    ...both,
    ...own,
    entryPoints: ['server/src/lsp/checker.ts'],
    outfile: 'dist/checker.js',
    plugins: [proseApart, libraryFromServer, coreApart(wanted), ruleWordsApart],
  },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    plugins: [proseApart, serverApart, coreApart(wanted), ruleWordsApart],
    banner: { js: '#!/usr/bin/env node' },
  },
];
await Promise.all(onCore.map(dry));
const features = {
  ...node,
  ...own,
  stdin: tableOf([...wanted.features].sort()),
  outfile: 'dist/features.js',
  plugins: [proseApart, coreApart(wanted, true), ruleWordsApart],
};
await dry(features);
const bundles = [
  { ...both, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  ...onCore,
  {
    ...node,
    ...own,
    stdin: tableOf([...wanted.core].sort()),
    outfile: 'dist/core.js',
    plugins: [proseApart, ruleWordsApart],
  },
  features,
  { ...node, ...own, entryPoints: ['server/src/features/prose.ts'], outfile: 'dist/guidance.js' },
  { ...node, entryPoints: ['server/src/disk/index-worker.ts'], outfile: 'dist/index-worker.js' },
  { ...node, entryPoints: ['server/src/disk/listing-worker.ts'], outfile: 'dist/listing-worker.js' },
  { ...shared, entryPoints: ['server/src/lsp/worker.web.ts'], outfile: 'dist/worker.js', format: 'iife' },
  ...pages.map((name) => ({
    ...shared,
    tsconfig: 'client/webview/tsconfig.json',
    entryPoints: [`client/webview/${name}.ts`],
    outfile: `dist/${name}-view.js`,
    format: 'iife',
  })),
];

for (const options of bundles) options.outfile = options.outfile.replace(/^dist/, () => out);

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;

/** Minified once more, after esbuild: drops what is never read across a whole bundle, a tenth of what people fetch. */
async function smaller(outfile) {
  const file = resolve(root, outfile);
  const script = await readFile(file, 'utf8');
  const { code } = await minify(script, {
    ecma: 2020,
    compress: { ecma: 2020, passes: 3, pure_getters: true },
    format: { comments: false },
  });
  await writeFile(file, code);
}

async function finished(outfile) {
  const file = resolve(root, outfile);
  if (outfile === `${out}/cli.js`) await chmod(file, 0o755);
  return `  ${outfile.padEnd(20)} ${kilobytes((await stat(file)).size).padStart(8)}`;
}

/** What is in the bundles of other packages' files, each once. */
function modulesOf(built) {
  const outputs = built.flatMap(({ metafile }) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput),
  );
  return [...new Set(inputs.map(([path]) => path))].filter((path) => path.includes('node_modules/')).sort();
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
  await rm(resolve(root, out), { recursive: true, force: true });
  // esbuild has shown by then what is wrong, and where.
  const built = await Promise.all(bundles.map((options) => build(options))).catch(() => process.exit(1));
  if (production) await Promise.all(bundles.map(({ outfile }) => smaller(outfile)));
  for (const { outfile } of bundles) console.log(await finished(outfile));
  if (modulesFile) await writeFile(modulesFile, JSON.stringify(modulesOf(built), undefined, 2));
  console.log(`built ${bundles.length} bundles in ${Date.now() - started} ms${production ? ', minified' : ''}`);
}
