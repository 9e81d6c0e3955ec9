// Which file may import what. The layers of the server stand in a row, and an import points to an earlier one or to its own.
import { posix } from 'node:path';
import ts from 'typescript';

export const layers = [
  'text',
  'syntax',
  'guidance',
  'model',
  'rules',
  'engine',
  'disk',
  'features',
  'lsp',
  'cli',
] as const;
type Layer = (typeof layers)[number];

/** The one place where two layers that do not know one another meet: `encounter lsp` starts the language server. */
const cliMayStart = 'server/src/lsp/main.node';

export interface Import {
  readonly specifier: string;
  /** Nothing of it is there when the program runs. */
  readonly isType: boolean;
}

/** Every module that a file names, however it does so: import, export from, import(), require(), import type. */
export function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isExternalModuleReference(node)
          ? node.expression
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || isRequire(node))
              ? node.arguments[0]
              : undefined;
    if (named && ts.isStringLiteralLike(named)) found.push({ specifier: named.text, isType: isOfTypes(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `import { type A }` is none: the module itself would still be loaded. */
function isOfTypes(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

function isRequire({ expression }: ts.CallExpression): boolean {
  return ts.isIdentifier(expression) && expression.text === 'require';
}

/** What is wrong with one import, or nothing. Paths are relative to the project, with `/`. */
export function objection(file: string, { specifier, isType }: Import): string | undefined {
  const target = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined;
  const layer = layerOf(file);
  if (file.startsWith('client/')) {
    if (target?.startsWith('server/') && !isType) return 'the client starts the server and knows its types alone';
    if (specifier.startsWith('node:') && !file.endsWith('.node.ts')) return 'only *.node.ts of the client may use Node';
    return undefined;
  }
  if (!layer) return undefined;
  if (target !== undefined) {
    // What is data for VS Code and for us stands once.
    if (target === 'snippets/encounter.json' && layer === 'features') return undefined;
    if (!target.startsWith('server/src/')) return 'the server imports nothing from outside server/src';
    const other = layerOf(target) ?? layerOf(`${target}/index.ts`);
    if (!other) return 'every file of the server belongs to a layer';
    if (other === layer) return undefined;
    if (other === 'disk' && !mayUseNode(layer, file)) return 'only cli and lsp/*.node.ts may reach the disk';
    if (layer === 'lsp' && other === 'cli') return 'lsp and cli do not know one another';
    if (layer === 'cli' && other === 'lsp') {
      return target === cliMayStart ? undefined : `cli may start ${cliMayStart} and import nothing else of lsp`;
    }
    return layers.indexOf(other) < layers.indexOf(layer)
      ? undefined
      : `${layer} comes before ${other}: an import only points up the list`;
  }
  if (specifier === 'vscode') return 'the server knows no editor';
  if (specifier.startsWith('node:') || isNodeModule(specifier)) {
    return mayUseNode(layer, file) ? undefined : 'only disk, cli and lsp/*.node.ts may use Node';
  }
  if (/^vscode-languageserver-types(\/|$)/.test(specifier)) {
    return layer === 'features' || layer === 'lsp' ? undefined : 'the vocabulary of the protocol begins at features';
  }
  if (/^vscode-(languageserver|jsonrpc)/.test(specifier)) {
    return layer === 'lsp' ? undefined : 'only lsp knows the protocol';
  }
  return undefined;
}

function mayUseNode(layer: Layer, file: string): boolean {
  return layer === 'disk' || layer === 'cli' || (layer === 'lsp' && file.endsWith('.node.ts'));
}

function layerOf(file: string): Layer | undefined {
  const name = /^server\/src\/([^/]+)\//.exec(file)?.[1];
  return layers.find((layer) => layer === name);
}

const nodeModules = [
  'fs',
  'path',
  'os',
  'url',
  'util',
  'crypto',
  'process',
  'child_process',
  'worker_threads',
  'stream',
];

function isNodeModule(specifier: string): boolean {
  return nodeModules.includes(specifier.split('/')[0] ?? '');
}
