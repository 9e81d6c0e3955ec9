// Colours text with the grammar that VS Code uses, through the same engine that VS Code uses.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IGrammar } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const grammarPath = join(root, 'syntaxes', 'encounter.tmLanguage.json');

export interface Token {
  line: number;
  start: number;
  end: number;
  text: string;
  /** Innermost last; `source.encounter` and names that only group are left in. */
  scopes: string[];
}

let loaded: Promise<IGrammar> | undefined;

export function grammar(): Promise<IGrammar> {
  loaded ??= (async () => {
    const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath),
    });
    const found = await registry.loadGrammar('source.encounter');
    if (found === null) throw new Error('the grammar does not load');
    return found;
  })();
  return loaded;
}

export async function tokenize(text: string): Promise<Token[]> {
  const colours = await grammar();
  const out: Token[] = [];
  let state = textmate.INITIAL;
  const lines = text.split(/\r\n|\n|\r/);
  for (const [line, content] of lines.entries()) {
    const result = colours.tokenizeLine(content, state);
    if (result.stoppedEarly) throw new Error(`line ${line} was not coloured to its end`);
    for (const t of result.tokens) {
      const end = Math.min(t.endIndex, content.length);
      if (t.startIndex >= end) continue;
      out.push({ line, start: t.startIndex, end, text: content.slice(t.startIndex, end), scopes: t.scopes });
    }
    state = result.ruleStack;
  }
  return out;
}
