/** Every regular expression that reads what is not ours: in the code, the grammar, and the language configuration. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');

export interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name));
}

/** Literals, and what is put together for `new RegExp` out of constants. */
export function inCode(...folders: string[]): Found[] {
  const files = folders.flatMap(filesBelow);
  const program = ts.createProgram(files, {
    noLib: true,
    allowJs: false,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  });
  const checker = program.getTypeChecker();
  const found: Found[] = [];

  /** The text of a constant, whatever constants it is made of. */
  const textOf = (node: ts.Expression): string => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf('/'));
    if (ts.isTemplateExpression(node))
      return node.head.text + node.templateSpans.map((span) => textOf(span.expression) + span.literal.text).join('');
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
      return textOf(node.left) + textOf(node.right);
    if (ts.isIdentifier(node)) {
      let symbol = checker.getSymbolAtLocation(node);
      if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
      const declared = symbol?.valueDeclaration;
      if (declared && ts.isVariableDeclaration(declared) && declared.initializer) return textOf(declared.initializer);
    }
    const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
    const where = `${relative(root, node.getSourceFile().fileName)}:${line + 1}`;
    throw new Error(`${where}: a regular expression of ${node.getText()}, which is no constant, cannot be judged`);
  };

  for (const file of program.getSourceFiles()) {
    if (!files.includes(join(file.fileName))) continue;
    const visit = (node: ts.Node): void => {
      const where = `${relative(root, file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        found.push({ where, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'RegExp'
      ) {
        const [source, flags] = node.arguments ?? [];
        found.push({ where, source: textOf(source!), flags: flags ? textOf(flags) : '' });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** Patterns of a grammar, of Oniguruma, as far as they can be said in JavaScript: without case, where that is a part's. */
export function inGrammar(path: string): Found[] {
  const found: Found[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (/^(match|begin|end|while)$/.test(key) && typeof inner === 'string')
        found.push({
          where: `${path}: ${inner.slice(0, 40)}`,
          source: inner
            .replace(/\\x\{([0-9A-Fa-f]+)\}/g, '\\u{$1}')
            .replaceAll('(?i:', '(?:')
            // In the pattern of an end it stands for the text that the beginning matched, letter for letter.
            .replace(/\\1/g, '  '),
          flags: 'iu',
        });
      visit(inner);
    }
  };
  visit(JSON.parse(readFileSync(join(root, path), 'utf8')));
  return found;
}

/** Patterns of a language configuration, which VS Code runs on what is typed. */
export function inConfiguration(path: string): Found[] {
  const found: Found[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { pattern, flags } = value as { pattern?: unknown; flags?: unknown };
    if (typeof pattern === 'string')
      found.push({ where: `${path}: ${pattern.slice(0, 40)}`, source: pattern, flags: String(flags ?? '') });
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(JSON.parse(readFileSync(join(root, path), 'utf8')));
  return found;
}
