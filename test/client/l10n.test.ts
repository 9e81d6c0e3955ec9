// Every word that the client or one of its pages shows goes through VS Code's localisation, and the bundle that a
// translation is made from holds all of them.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as ts from 'typescript';
import { L10N_PATH, l10nBundle, shownFiles } from '../../server/tools/l10n';

const root = resolve(__dirname, '../..');

/** Calls whose words nobody reads: errors for the log, the log itself, names that VS Code knows things by. */
const UNSHOWN_CALLS =
  /(?:^|\.)(?:Error|LanguageClient|createOutputChannel|Worker|TypeError|RangeError|error|warn|info|debug|trace|querySelector(?:All)?|closest|matches|executeCommand|registerCommand|setProperty|createElementNS|setAttributeNS|addEventListener|RegExp|test|replace|split|join|Uri\.parse)$/;

/** Names, the same in every language. */
const NAMES = new Set(['Encounter', 'R. Ortiz, PT']);

/** What the pages' style sheets call things. */
const classes = new Set(
  readdirSync(join(root, 'client/webview'))
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => [...readFileSync(join(root, 'client/webview', name), 'utf8').matchAll(/\.([a-z][\w-]*)/g)])
    .map(([, name]) => name!),
);

/** Words of a language: two of them, or one that begins a sentence. Ids, keys and style sheets are not. */
function looksShown(text: string): boolean {
  const bare = text.replace(/\$\([\w~-]+\)/g, '').trim();
  if (NAMES.has(bare) || bare.split(/[ …]+/).every((word) => word === '' || classes.has(word))) return false;
  if (/[{};<>=\\]|^[\w-]+:|^\W*$/.test(bare) && !/[.!?]$/.test(bare)) return false;
  return /\p{L}{2,}[,:]? \p{L}{2,}/u.test(bare) || /^\p{Lu}\p{Ll}{2,}[.!?…]?$/u.test(bare);
}

/** Literals that look like words for a person and are handed to nothing that translates, `line: text`. */
function plainWords(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = node.expression.getText(source);
      if (callee.endsWith('l10n.t')) {
        // The first one is translated; what stands in for {0} may be words again.
        for (const argument of node.arguments?.slice(1) ?? []) visit(argument);
        return;
      }
      if (UNSHOWN_CALLS.test(callee)) {
        for (const argument of node.arguments ?? []) if (!ts.isStringLiteralLike(argument)) visit(argument);
        return;
      }
    }
    // A comparison, the name of a property, a case: these are read by the program.
    const { parent } = node;
    const isName =
      (ts.isPropertyAssignment(parent ?? node) && (parent as ts.PropertyAssignment).name === node) ||
      ts.isElementAccessExpression(parent ?? node) ||
      ts.isCaseClause(parent ?? node) ||
      (ts.isBinaryExpression(parent ?? node) &&
        /[=!]==?/.test((parent as ts.BinaryExpression).operatorToken.getText(source)) &&
        (parent as ts.BinaryExpression).operatorToken.kind !== ts.SyntaxKind.EqualsToken);
    const words = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
        : '';
    if (words !== '' && !isName && looksShown(words)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${file}:${line + 1}: ${words}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the words of the client', () => {
  it('all go through localisation', () => {
    const plain = shownFiles(root).flatMap((file) => plainWords(file, readFileSync(join(root, file), 'utf8')));
    assert.deepEqual(plain, []);
  });

  it('would be missed if one did not', () => {
    const caught = (code: string) => plainWords('x.ts', code).length;
    assert.equal(caught("window.showErrorMessage('Something went wrong');"), 1);
    assert.equal(caught("pick.title = 'Codes';"), 1);
    assert.equal(caught('pick.title = `The guidance says nothing of $' + '{words}`;'), 1);
    assert.equal(caught("button.textContent = 'Save…';"), 1);
    assert.equal(caught("l10n.t('{0} of {1}', 'All lines', n);"), 1);
    assert.equal(caught("window.showErrorMessage(l10n.t('Something went wrong'));"), 0);
    assert.equal(caught("import x from 'Some thing'; throw new Error('there is no server');"), 0);
    assert.equal(caught("commands.executeCommand('workbench.action.quickOpen', uri);"), 0);
  });

  it('are all in the bundle, as it is made from the files now', async function () {
    this.timeout(60_000);
    assert.equal(readFileSync(join(root, L10N_PATH), 'utf8'), await l10nBundle(root), 'run npm run generate');
  });

  it('use each place of theirs that is filled in, and no other', () => {
    const texts = Object.keys(JSON.parse(readFileSync(join(root, L10N_PATH), 'utf8')) as Record<string, string>);
    assert.ok(texts.length > 50);
    for (const text of texts) {
      const places = [...new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, n]) => Number(n)))].sort((a, b) => a - b);
      assert.deepEqual(
        places,
        places.map((_, n) => n),
        text,
      );
    }
  });
});
