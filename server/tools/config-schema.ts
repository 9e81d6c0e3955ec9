/** The JSON Schema of `encounter.config.json`, and the editor's settings of the same names in package.json. */

import { CONFIG_NAMES, configSchema, editorSchemas, MACHINE_SETTINGS } from '../src/engine/config';
import type { Schema, SchemaWords } from '../src/engine/config-shapes';
import { BRIEF_EPISODE } from '../src/model/settings';
import type { RuleId } from '../src/rules/kit/ids';
import type { RuleDocs } from '../src/rules/kit/rule';

export const SCHEMA_PATH = 'docs/encounter.config.schema.json';

export function schemaFile(docs: ReadonlyMap<RuleId, RuleDocs>): string {
  return `${JSON.stringify(configSchema(wordsOf(docs)), undefined, 2)}\n`;
}

function wordsOf(docs: ReadonlyMap<RuleId, RuleDocs>): SchemaWords {
  return { rule: (id) => docs.get(id)?.summary };
}

interface Package {
  contributes: {
    jsonValidation?: { fileMatch: string | readonly string[]; url: string }[];
    languages: { id: string; filenames?: readonly string[] }[];
    configuration: { properties: Record<string, unknown> };
  };
}

/** package.json with our settings as they are now, and everything else as it was. */
export function withSettings(packageJson: string, docs: ReadonlyMap<RuleId, RuleDocs>): string {
  const all = JSON.parse(packageJson) as Package;
  const { contributes } = all;
  const { properties } = contributes.configuration;
  for (const [name, schema] of Object.entries(editorSchemas(wordsOf(docs))))
    properties[`encounter.${name}`] = MACHINE_SETTINGS.has(name)
      ? fileSetting(schema, name)
      : { ...schema, ...standardOf(schema), scope: 'window' };

  const url = `./${SCHEMA_PATH}`;
  const others = (contributes.jsonValidation ?? []).filter((entry) => entry.url !== url);
  contributes.jsonValidation = [...others, { fileMatch: [...CONFIG_NAMES], url }];

  // Comments are fine in a configuration, so the editor must not underline them.
  const jsonc = contributes.languages.find(({ id }) => id === 'jsonc');
  if (jsonc) jsonc.filenames = [...CONFIG_NAMES];
  else contributes.languages.push({ id: 'jsonc', filenames: [...CONFIG_NAMES] });
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

/** A setting that names files. An editor has a list for one as well. */
function fileSetting(schema: Schema, name: string): Schema {
  const { description } = schema;
  return name === 'edits'
    ? { description, type: 'array', items: { type: 'string' }, default: [], scope: 'machine' }
    : { description, type: ['string', 'null'], default: null, scope: 'machine' };
}

/** What VS Code shows for a setting that is not set. */
function standardOf(schema: Schema): Schema {
  if (schema.type === 'object') return { default: {} };
  if (schema.type === 'integer') return { default: BRIEF_EPISODE };
  return {
    type: ['string', 'null'],
    enum: [null, ...(schema.enum as string[])],
    enumDescriptions: ["Each payer's own rule.", ...(schema.enumDescriptions as string[])],
    default: null,
  };
}
