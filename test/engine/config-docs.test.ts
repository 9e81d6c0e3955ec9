/** docs/configuration.md and package.json against what the checker reads. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema, readConfig } from '../../server/src/engine/config';
import { RULE_DOCS } from '../../server/src/rules/docs';
import { SCHEMA_PATH, schemaFile, withSettings } from '../../server/tools/config-schema';
import { localised } from '../../server/tools/nls';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');

interface Node {
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  enum?: readonly string[];
}

describe('the page on the configuration', () => {
  const examples = [...page.matchAll(/```jsonc\n([\s\S]*?)```/g)].map((match) => match[1]!);

  it('has examples, all of them right', () => {
    assert.ok(examples.length >= 10);
    for (const example of examples) assert.deepEqual(readConfig(example).problems, [], example);
  });

  it('shows every setting in an example or a table', () => {
    const names: string[] = [];
    const walk = (node: Node) => {
      for (const [name, inner] of Object.entries(node.properties ?? {})) {
        names.push(name);
        // The rules have pages of their own.
        if (name !== 'rules') walk(inner);
      }
      if (typeof node.additionalProperties === 'object') walk(node.additionalProperties);
    };
    walk(configSchema({ rule: () => '' }) as Node);
    assert.ok(names.length > 15);
    assert.deepEqual(
      names.filter((name) => !page.includes(`\`${name}\``)),
      [],
    );
  });

  it('says messages as they are', () => {
    const said = /```text\n([\s\S]*?)```/.exec(page)![1]!.trim().split('\n');
    const { problems } = readConfig('{\n  "rules": {\n    "too-many-unit": "off",\n    "missing-59": "warn"\n  }\n}');
    assert.deepEqual(
      problems.map(({ line, column, message }) => `encounter.config.json:${line + 1}:${column + 1}: ${message}`),
      said,
    );
  });
});

describe('the schema and the settings in package.json', () => {
  it('are current', () => {
    assert.equal(readFileSync(join(root, SCHEMA_PATH), 'utf8'), schemaFile(RULE_DOCS), 'run npm run generate');
    const now = readFileSync(join(root, 'package.json'), 'utf8');
    const words = readFileSync(join(root, 'package.nls.json'), 'utf8');
    const { packageJson, nls } = localised(withSettings(now, RULE_DOCS), words);
    assert.equal(packageJson, now, 'run npm run generate');
    assert.equal(nls, words, 'run npm run generate');
  });

  it('leave the rest of package.json as it is', () => {
    const before = {
      name: 'x',
      contributes: {
        jsonValidation: [{ fileMatch: 'other.json', url: './other' }],
        languages: [{ id: 'encounter' }],
        configuration: { properties: { 'encounter.maxFileSize': { type: 'number' } } },
        commands: [],
      },
      scripts: { a: 'b' },
    };
    const after = JSON.parse(withSettings(JSON.stringify(before), RULE_DOCS)) as typeof before;
    assert.deepEqual(after.scripts, before.scripts);
    assert.deepEqual(after.contributes.jsonValidation[0], before.contributes.jsonValidation[0]);
    assert.equal(after.contributes.jsonValidation.length, 2);
    assert.deepEqual(after.contributes.configuration.properties['encounter.maxFileSize'], { type: 'number' });
    assert.deepEqual(after.contributes.languages[0], { id: 'encounter' });
    assert.equal(withSettings(JSON.stringify(after), RULE_DOCS), `${JSON.stringify(after, undefined, 2)}\n`);
  });

  it('have a line for every rule that has a page', () => {
    const rules = (configSchema({ rule: (id) => RULE_DOCS.get(id)?.summary }) as Node).properties!.rules!;
    for (const [id, { summary }] of RULE_DOCS)
      assert.equal((rules.properties![id] as { description?: string }).description, summary);
  });
});
