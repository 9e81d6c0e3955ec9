// ARCHITECTURE.md, held to: an import that the layers forbid fails here.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { importsOf, layers, objection } from './imports';

const root = resolve(__dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function project(): { file: string; text: string }[] {
  return ['client/src', 'client/webview', 'server/src']
    .flatMap((folder) => sources(join(root, folder)))
    .map((path) => ({ file: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

function objections(files: { file: string; text: string }[]): string[] {
  return files.flatMap(({ file, text }) =>
    importsOf(file, text).flatMap((one) => {
      const why = objection(file, one);
      return why ? [`${file} imports '${one.specifier}': ${why}`] : [];
    }),
  );
}

describe('imports', () => {
  it('point up the list of layers, everywhere', () => {
    const files = project();
    assert.ok(files.length > 10, 'the sources were not found');
    assert.deepEqual(objections(files), []);
  });

  it('belong to files of a known layer', () => {
    const strays = project()
      .map(({ file }) => file)
      .filter((file) => file.startsWith('server/src/'))
      .filter((file) => !layers.some((layer) => file.startsWith(`server/src/${layer}/`)));
    assert.deepEqual(strays, []);
  });
});

describe('the check of imports', () => {
  const forbidden: [string, string][] = [
    ['server/src/text/lines.ts', "import { parse } from '../syntax/parser';"],
    ['server/src/syntax/parser.ts', "export * from '../rules/registry';"],
    ['server/src/guidance/codes.ts', "import type { Unit } from '../model/units';"],
    ['server/src/rules/missing-59.ts', "const engine = await import('../engine/run');"],
    ['server/src/rules/kit/units.ts', "import { run } from '../../engine/run';"],
    ['server/src/engine/run.ts', "const { readFileSync } = require('node:fs');"],
    ['server/src/model/day.ts', "import path from 'path';"],
    ['server/src/features/hover.ts', "import { Connection } from 'vscode-languageserver';"],
    ['server/src/features/hover.ts', "import { Connection } from 'vscode-languageserver/node';"],
    ['server/src/engine/run.ts', "import { Range } from 'vscode-languageserver-types';"],
    ['server/src/features/hover.ts', "type Connection = import('../lsp/server').Connection;"],
    ['server/src/lsp/server.ts', "import { readFile } from 'node:fs/promises';"],
    ['server/src/lsp/main.node.ts', "import { main } from '../cli/main';"],
    ['server/src/lsp/server.ts', "import { writeWhole } from '../disk/write';"],
    ['server/src/features/hover.ts', "import { writeWhole } from '../disk/write';"],
    ['server/src/disk/write.ts', "import { main } from '../cli/main';"],
    ['server/src/cli/check.ts', "import { convert } from '../lsp/convert';"],
    ['server/src/lsp/server.ts', "import * as vscode from 'vscode';"],
    ['server/src/rules/missing-59.ts', "import { cases } from '../../../test/support/text';"],
    ['client/src/client.ts', "import { rules } from '../../server/src/rules/registry';"],
    ['client/src/client.ts', "import { type Rule } from '../../server/src/rules/kit/rule';"],
    ['client/src/client.ts', "export * from '../../server/src/lsp/claims';"],
    ['client/src/client.ts', "import { join } from 'node:path';"],
  ];
  for (const [file, text] of forbidden) {
    it(`catches ${text} in ${file}`, () => assert.equal(objections([{ file, text }]).length, 1));
  }

  const allowed: [string, string][] = [
    ['server/src/rules/missing-59.ts', "import { minutes } from '../model/units';"],
    ['server/src/rules/missing-59.ts', "import { modifier } from './kit/modifiers';"],
    ['server/src/features/hover.ts', "import type { Range } from 'vscode-languageserver-types';"],
    ['server/src/lsp/server.ts', "import { hoverAt } from '../features/hover';"],
    ['server/src/lsp/main.node.ts', "import { readFile } from 'node:fs/promises';"],
    ['server/src/cli/main.ts', "import { argv } from 'node:process';"],
    ['server/src/cli/fix.ts', "import { writeWhole } from '../disk/write';"],
    ['server/src/lsp/main.node.ts', "import { writeWhole } from '../disk/write';"],
    ['server/src/disk/write.ts', "import { renameSync } from 'node:fs';"],
    ['server/src/cli/lsp.ts', "const start = () => import('../lsp/main.node');"],
    ['client/src/requests.ts', "import type { ClaimsResult } from '../../server/src/lsp/claims';"],
    ['client/src/requests.ts', "export type { Answer } from '../../server/src/features/search';"],
    ['client/src/extension.node.ts', "import { join } from 'node:path';"],
  ];
  for (const [file, text] of allowed) {
    it(`lets ${text} pass in ${file}`, () => assert.deepEqual(objections([{ file, text }]), []));
  }

  it('reads no import out of comments and strings', () => {
    const text = "// import '../engine/run'\nconst a = \"import x from '../engine/run'\";\n";
    assert.deepEqual(importsOf('server/src/text/lines.ts', text), []);
  });
});
