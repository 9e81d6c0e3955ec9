/**
 * What may stand in a configuration, piece by piece. Each piece reads itself from a parsed file, saying what is wrong
 * and keeping what is good, and describes itself as JSON Schema: so the checker and the editor's completion agree.
 */

import type { Node } from 'jsonc-parser';
import { RULE_IDS, type RuleId } from '../rules/kit/ids';
import { nearest } from '../text/nearest';

export type Schema = { readonly [key: string]: unknown };

/** Words for a schema that are not loaded with the checker. */
export interface SchemaWords {
  /** One line on what a rule finds. */
  rule(id: RuleId): string | undefined;
}

/** Where problems go. `error`: this part is not used. `warning`: it is used, and looks like a mistake. */
export interface Reader {
  say(node: Node, severity: 'error' | 'warning', message: string): void;
}

export interface Shape<T> {
  /** The value, or nothing where it cannot be used, which was then said. */
  read(node: Node, to: Reader): T | undefined;
  schema(words: SchemaWords): Schema;
}

/** One setting: what it does, in a sentence or two, and what may stand there. */
export interface Key<T> {
  readonly about: string;
  readonly shape: Shape<T>;
}

/** A piece of a file as it is shown in a message. */
export function shown(node: Node): string {
  if (node.type === 'object') return 'a part in { }';
  if (node.type === 'array') return 'a list in [ ]';
  const text = JSON.stringify(node.value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

function refuse(node: Node, to: Reader, expected: string, near?: string): undefined {
  to.say(
    node,
    'error',
    `Expected ${expected}, not ${shown(node)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
  return undefined;
}

/** One of a few words, each with what it means. */
export function choice<W extends string>(of: Readonly<Record<W, string>>): Shape<W> {
  const words = Object.keys(of) as W[];
  return {
    read(node, to) {
      const word = words.find((one) => one === node.value);
      if (word !== undefined) return word;
      const near = typeof node.value === 'string' ? nearest(node.value, words) : undefined;
      return refuse(node, to, either(words), near);
    },
    schema: () => ({ type: 'string', enum: words, enumDescriptions: words.map((word) => of[word]) }),
  };
}

export function yesOrNo(): Shape<boolean> {
  return {
    read: (node, to) => (typeof node.value === 'boolean' ? node.value : refuse(node, to, 'true or false')),
    schema: () => ({ type: 'boolean' }),
  };
}

export function whole(least: number, most: number): Shape<number> {
  return {
    read(node, to) {
      const n: unknown = node.value;
      if (typeof n === 'number' && Number.isInteger(n) && n >= least && n <= most) return n;
      return refuse(node, to, `a whole number from ${least} to ${most}`);
    },
    schema: () => ({ type: 'integer', minimum: least, maximum: most }),
  };
}

/** A date such as "2020-07-01", read as yyyymmdd. */
export function date(): Shape<number> {
  return {
    read(node, to) {
      const match = typeof node.value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(node.value) : undefined;
      if (match) {
        const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
        const real = new Date(Date.UTC(year, month - 1, day));
        if (real.getUTCMonth() === month - 1 && real.getUTCDate() === day) return year * 10000 + month * 100 + day;
      }
      return refuse(node, to, 'a date such as "2020-07-01"');
    },
    schema: () => ({ type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  };
}

/** A text that is not empty. */
export function text(what: string): Shape<string> {
  return {
    read: (node, to) =>
      typeof node.value === 'string' && node.value.trim() !== '' ? node.value : refuse(node, to, what),
    schema: () => ({ type: 'string', minLength: 1 }),
  };
}

/** A code, as a pattern for JSON Schema too. */
export const CODE_PATTERN = '^([0-9]{4}[0-9A-Za-z]|[A-Za-z][0-9]{4})$';
const IS_CODE = new RegExp(CODE_PATTERN);

/** A code, given back in capitals. */
export function code(): Shape<string> {
  return {
    read(node, to) {
      if (typeof node.value !== 'string' || !IS_CODE.test(node.value))
        return refuse(node, to, 'a code in quotes, such as "97110"');
      return node.value.toUpperCase();
    },
    schema: () => ({ type: 'string', pattern: CODE_PATTERN }),
  };
}

export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return {
    read(node, to) {
      if (node.type !== 'array') return refuse(node, to, 'a list in [ ]');
      const values: T[] = [];
      for (const child of node.children ?? []) {
        const value = of.read(child, to);
        if (value !== undefined) values.push(value);
      }
      return values;
    },
    schema: (words) => ({ type: 'array', items: of.schema(words), uniqueItems: true }),
  };
}

/** One, or a list of them. */
export function oneOrMore<T>(of: Shape<T>): Shape<readonly T[]> {
  const several = list(of);
  return {
    read(node, to) {
      if (node.type === 'array') return several.read(node, to);
      const one = of.read(node, to);
      return one === undefined ? undefined : [one];
    },
    schema: (words) => ({ anyOf: [of.schema(words), several.schema(words)] }),
  };
}

/** The names and values of a part in { }, the last of each name; each name that stands twice is said. */
function* entries(node: Node, to: Reader): Generator<{ name: string; nameNode: Node; value: Node | undefined }> {
  const last = new Map<string, Node>();
  for (const property of node.children ?? []) {
    const nameNode = property.children?.[0];
    if (!nameNode) continue;
    const name = String(nameNode.value);
    if (last.has(name)) to.say(nameNode, 'warning', `${shown(nameNode)} stands here twice. The later one counts.`);
    last.set(name, property);
  }
  for (const [name, property] of last) yield { name, nameNode: property.children![0]!, value: property.children![1] };
}

/** A part in { } with fixed names. */
export function keys<T extends object>(of: { readonly [K in keyof T]-?: Key<Exclude<T[K], undefined>> }): Shape<T> {
  const names = Object.keys(of) as (keyof T & string)[];
  return {
    read(node, to) {
      if (node.type !== 'object') return refuse(node, to, 'a part in { }');
      const values: Partial<T> = {};
      for (const { name, nameNode, value } of entries(node, to)) {
        const known = names.find((one) => one === name);
        if (known === undefined) {
          const near = nearest(name, names);
          const hint = near === undefined ? ` Here stand ${either(names)}.` : ` Did you mean "${near}"?`;
          to.say(nameNode, 'error', `There is no setting ${shown(nameNode)}.${hint}`);
          continue;
        }
        const read = value && of[known].shape.read(value, to);
        if (read !== undefined) values[known] = read;
      }
      return values as T;
    },
    schema: (words) => ({
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(names.map((name) => [name, described(of[name], words)])),
    }),
  };
}

export function described<T>({ about, shape }: Key<T>, words: SchemaWords): Schema {
  return { description: about, ...shape.schema(words) };
}

/** A part in { } with rule ids for names. @param listed the schema has each rule with its line. */
export function byRule<T>(of: Shape<T>, listed = false): Shape<ReadonlyMap<RuleId, T>> {
  return {
    read(node, to) {
      if (node.type !== 'object') return refuse(node, to, 'a part in { }, with names of rules');
      const values = new Map<RuleId, T>();
      for (const { name, nameNode, value } of entries(node, to)) {
        const id = RULE_IDS.find((one) => one === name);
        if (id === undefined) {
          const near = nearest(name, RULE_IDS);
          to.say(
            nameNode,
            'error',
            `There is no rule ${shown(nameNode)}.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
          );
          continue;
        }
        const read = value && of.read(value, to);
        if (read !== undefined) values.set(id, read);
      }
      return values;
    },
    schema(words) {
      if (!listed) return { type: 'object', propertyNames: { enum: RULE_IDS }, additionalProperties: of.schema(words) };
      // Said once for all of them would be shorter, but then the settings page of the editor could not list them.
      const { enumDescriptions: _, ...schema } = of.schema(words);
      const properties = RULE_IDS.map((id) => [id, { description: words.rule(id) ?? '', ...schema }]);
      return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
    },
  };
}

/** A part in { } with names of the coder's own. */
export function byName<T>(
  of: Shape<T>,
  names: {
    /** The name as it is kept, or what is wrong with it. */
    readonly read: (name: string) => { readonly name: string } | { readonly wrong: string };
    readonly pattern?: string;
  },
): Shape<ReadonlyMap<string, T>> {
  return {
    read(node, to) {
      if (node.type !== 'object') return refuse(node, to, 'a part in { }');
      const values = new Map<string, T>();
      for (const { name, nameNode, value } of entries(node, to)) {
        const kept = names.read(name);
        if ('wrong' in kept) {
          to.say(nameNode, 'error', kept.wrong);
          continue;
        }
        const read = value && of.read(value, to);
        if (read !== undefined) values.set(kept.name, read);
      }
      return values;
    },
    schema: (words) => ({
      type: 'object',
      ...(names.pattern === undefined ? {} : { propertyNames: { pattern: names.pattern } }),
      additionalProperties: of.schema(words),
    }),
  };
}
