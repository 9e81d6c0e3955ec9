/**
 * Writes what is made from the rule files: the registries that the engine and the documentation load, a page for each
 * rule, the tables of rules, the schemas of the configuration, the words that a translation is made
 * from, and the licences of the libraries that are built in.
 * `npm run generate` writes; with `--check` it only says, by exit code 1, which files are not current.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RULE_IDS, type RuleId } from '../src/rules/kit/ids';

const root = join(__dirname, '..', '..');
const checkOnly = process.argv.includes('--check');
let stale = 0;

const rulesFolder = join(root, 'server/src/rules');
const ids = readdirSync(rulesFolder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => (RULE_IDS as readonly string[]).includes(name))
  .sort((a, b) => RULE_IDS.indexOf(a as never) - RULE_IDS.indexOf(b as never));

const camel = (id: string) => id.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
const HEAD = '// Made by `npm run generate` from the rule files. Do not edit.\n\n';

/** @param types what else is imported, by its path. */
function imports(what: string, types: Readonly<Record<string, string>>): string {
  const lines = new Map(ids.map((id) => [`./${id}`, `import { ${what} as ${camel(id)} } from './${id}';`]));
  for (const [path, type] of Object.entries(types)) lines.set(path, `import type { ${type} } from '${path}';`);
  return [...lines.keys()]
    .sort()
    .map((path) => lines.get(path))
    .join('\n');
}

write(
  'server/src/rules/registry.ts',
  `${HEAD}${imports('rule', { './kit/rule': 'Rule' })}\n\n/** Every rule, in the order of its id list. */\nexport const RULES: readonly Rule[] = [\n${ids.map((id) => `  ${camel(id)},`).join('\n')}\n];\n`,
);
write(
  'server/src/rules/docs.ts',
  `${HEAD}${imports('docs', { './kit/ids': 'RuleId', './kit/rule': 'RuleDocs' })}\n\n/** The words of every rule. Loaded when first asked for. */\nexport const RULE_DOCS: ReadonlyMap<RuleId, RuleDocs> = new Map<RuleId, RuleDocs>([\n${ids.map((id) => `  ['${id}', ${camel(id)}],`).join('\n')}\n]);\n`,
);

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
write(
  'server/src/text/version.ts',
  `// Made by \`npm run generate\` from package.json. Do not edit.\n\nexport const VERSION = '${version}';\n`,
);

/** Loaded only now: all that follows comes from the registries just written. */
async function cites(): Promise<void> {
  const { RULES } = await import('../src/rules/registry');
  const quoted = (names: readonly string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`;
  const rows = RULES.map(({ id, sources, statements, facts }) => {
    const cells = [`sources: ${quoted(sources)}`, `statements: ${quoted(statements)}`, `facts: ${quoted(facts)}`];
    return `  ['${id}', { ${cells.join(', ')} }],`;
  });
  write(
    'server/src/rules/cites.ts',
    `${HEAD}import type { RuleId } from './kit/ids';\n\n/** What a rule rests on: ids of sources, statements and facts. */\nexport interface RuleCites {\n  readonly sources: readonly string[];\n  readonly statements: readonly string[];\n  readonly facts: readonly string[];\n}\n\n/** The same as in the rules, for the prose, which loads no rule. */\n// biome-ignore format: one line a rule\nexport const RULE_CITES: ReadonlyMap<RuleId, RuleCites> = new Map<RuleId, RuleCites>([\n${rows.join('\n')}\n]);\n`,
  );
}

async function pages(): Promise<void> {
  const { docsPage, ruleIndex, ruleTable } = await import('./rule-pages');
  const { RULES } = await import('../src/rules/registry');
  for (const rule of RULES) write(`docs/rules/${rule.id}.md`, docsPage(rule.id as RuleId));
  write('docs/rules/README.md', ruleIndex());
  for (const name of readdirSync(join(root, 'docs/rules'))) {
    const id = name.replace(/\.md$/, '');
    if (id !== 'README' && !RULES.some((rule) => rule.id === id)) remove(`docs/rules/${name}`);
  }
  const readme = join(root, 'README.md');
  if (existsSync(readme)) {
    const text = readFileSync(readme, 'utf8');
    const table = `<!-- rules: made by npm run generate -->\n${ruleTable('docs/rules/')}\n<!-- /rules -->`;
    write(
      'README.md',
      text.replace(/<!-- rules:[\s\S]*?<!-- \/rules -->/, () => table),
    );
  }
}

async function schemas(): Promise<void> {
  const { SCHEMA_PATH, schemaFile, withSettings } = await import('./config-schema');
  const { localised } = await import('./nls');
  const { RULE_DOCS } = await import('../src/rules/docs');
  write(SCHEMA_PATH, schemaFile(RULE_DOCS));
  const nls = join(root, 'package.nls.json');
  const words = existsSync(nls) ? readFileSync(nls, 'utf8') : '{}';
  const manifest = localised(withSettings(readFileSync(join(root, 'package.json'), 'utf8'), RULE_DOCS), words);
  write('package.json', manifest.packageJson);
  write('package.nls.json', manifest.nls);
}

async function words(): Promise<void> {
  const { L10N_PATH, l10nBundle } = await import('./l10n');
  write(L10N_PATH, await l10nBundle(root));
}

async function notices(): Promise<void> {
  const { bundledLibraries, NOTICES_PATH, noticesText } = await import('./notices');
  write(NOTICES_PATH, noticesText(bundledLibraries(root)));
}

function write(path: string, text: string): void {
  const full = join(root, path);
  if (existsSync(full) && readFileSync(full, 'utf8') === text) return;
  if (checkOnly) {
    console.error(`${path} is not current: run npm run generate`);
    stale++;
  } else {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    console.log(`wrote ${path}`);
  }
}

function remove(path: string): void {
  if (checkOnly) {
    console.error(`${path} belongs to no rule: run npm run generate`);
    stale++;
  } else rmSync(join(root, path));
}

cites()
  .then(pages)
  .then(schemas)
  .then(words)
  .then(notices)
  .then(() => {
    if (stale > 0) process.exitCode = 1;
  });
