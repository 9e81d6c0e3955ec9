// Samples, snippets and the examples of the language page through the checker, with every rule there is.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from '../../server/src/engine/workspace';
import { defaultSettings } from '../../server/src/model/settings';
import { RULES } from '../../server/src/rules/registry';
import { expand, inPlace, snippets } from './snippets';
import { root } from './tokenize';

interface Found {
  line: number;
  rule: string;
  severity: string;
  message: string;
}

function check(files: Record<string, string>): Record<string, Found[]> {
  const faults: unknown[] = [];
  const workspace = new Workspace({
    rules: RULES,
    settings: defaultSettings(20260401),
    onFault: (_, error) => faults.push(error),
  });
  for (const [path, text] of Object.entries(files)) workspace.setText(path, text);
  workspace.check();
  assert.deepEqual(faults, []);
  return Object.fromEntries(
    Object.keys(files).map((path) => [
      path,
      [...workspace.findings(path)].map(({ finding, startLine }) => ({
        line: startLine + finding.line,
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
      })),
    ]),
  );
}

const folder = join(root, 'samples');
const samples = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.encounter'))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
);
const known = new Set<string>(RULES.map((rule) => rule.id));
const clinicDay = 'clinic-day.encounter';

describe('the samples, checked together', () => {
  const found = check(samples);
  for (const file of Object.keys(samples))
    if (file !== clinicDay) it(`${file}: nothing is found`, () => assert.deepEqual(found[file], []));

  const lines = samples[clinicDay]!.split('\n');
  const headers = lines.flatMap((line, at) => (line.startsWith('encounter') ? [at] : []));
  for (const [i, at] of headers.entries()) {
    const mark = /\(([a-z0-9-]+)\):/.exec(lines[at - 1]!)?.[1];
    it(`${clinicDay}: ${lines[at]}: ${mark ?? 'nothing'}`, function () {
      // A rule that is not written yet leaves its mistake to others, or to nobody.
      if (mark !== undefined && !known.has(mark)) return this.skip();
      const here = found[clinicDay]!.filter((f) => f.line >= at && f.line < (headers[i + 1] ?? lines.length));
      const expected = mark === undefined ? [] : [mark];
      assert.deepEqual(
        [...new Set(here.map((f) => f.rule))],
        expected,
        here.map((f) => `${f.line + 1}: ${f.message}`).join('\n'),
      );
      const better = lines[at - 1]!.startsWith('# Could be better');
      assert.ok(here.every((f) => (f.severity === 'hint') === better));
    });
  }
});

describe('the snippets, taken and left as they are', () => {
  for (const [name, snippet] of Object.entries(snippets))
    it(`${name}: no error, no warning`, () => {
      const found = check({ 'a.encounter': inPlace[name]!(expand(snippet.body)) });
      assert.deepEqual(
        found['a.encounter']!.filter((f) => f.severity === 'error' || f.severity === 'warning'),
        [],
      );
    });
});

describe('the examples of the language page', () => {
  const page = readFileSync(join(root, 'docs', 'language.md'), 'utf8');
  const examples = [...page.matchAll(/^```encounter\n([\s\S]*?)^```$/gm)].map((m) => m[1]!);
  for (const [at, example] of examples.entries())
    if (example.includes('bill') && !example.startsWith(' '))
      it(`example ${at + 1}: no error, no warning`, () => {
        const found = check({ 'a.encounter': example });
        assert.deepEqual(
          found['a.encounter']!.filter((f) => f.severity === 'error' || f.severity === 'warning'),
          [],
        );
      });
});
