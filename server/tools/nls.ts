/** Words of package.json that VS Code shows: they stand in package.nls.json, so that they can be translated. */

const WORDS = new Set([
  'title',
  'description',
  'markdownDescription',
  'category',
  'label',
  'contents',
  'shortTitle',
  'displayName',
  'altText',
]);
const LISTS = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);
/** Parts of a path that say nothing. */
const SILENT = new Set(['configuration', 'properties', 'configurationDefaults', 'walkthroughs']);

export interface Localised {
  /** package.json with `%KEY%` in place of words. */
  readonly packageJson: string;
  /** package.nls.json: the words by key, those that nothing names left out. */
  readonly nls: string;
}

/** @param nls package.nls.json as it is, `{}` where there is none. */
export function localised(packageJson: string, nls: string): Localised {
  const manifest = JSON.parse(packageJson) as { contributes: Record<string, unknown> } & Record<string, unknown>;
  const before = JSON.parse(nls) as Record<string, string>;
  const words: Record<string, string> = {};

  const moved = (text: string, path: readonly string[]): string => {
    const known = /^%(.+)%$/.exec(text)?.[1];
    const key = known ?? path.join('.');
    const said = known === undefined ? text : before[known];
    if (said === undefined) throw new Error(`package.json: ${text} is not in package.nls.json`);
    words[key] = said;
    return `%${key}%`;
  };
  const walk = (value: unknown, path: readonly string[], name: string): unknown => {
    if (typeof value === 'string') return WORDS.has(name) ? moved(value, path) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value))
      return value.map((item: unknown, at) => {
        if (typeof item === 'string') return LISTS.has(name) ? moved(item, [...path, String(at + 1)]) : item;
        const named = item as { command?: string; id?: string } | null;
        return walk(item, [...path, short(named?.command ?? named?.id ?? String(at + 1))], '');
      });
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        walk(item, SILENT.has(key) ? path : [...path, short(key)], key),
      ]),
    );
  };
  // What stands beside the contributions and is shown as well.
  for (const name of ['displayName', 'description', 'capabilities'])
    if (manifest[name] !== undefined) manifest[name] = walk(manifest[name], [name], name);
  manifest.contributes = walk(manifest.contributes, [], '') as Record<string, unknown>;
  return {
    packageJson: `${JSON.stringify(manifest, undefined, 2)}\n`,
    nls: `${JSON.stringify(words, undefined, 2)}\n`,
  };
}

function short(name: string): string {
  return name.replace(/^encounter\./, '');
}
