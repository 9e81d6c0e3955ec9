/**
 * The configuration: `encounter.config.json` and the editor's settings of the same names. Text in; settings, rule
 * control and problems with their places out. What is wrong is said and left out, and what is good counts.
 */

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { allCodes, lookUpCode } from '../guidance/codes';
import { BUILT_IN_PAIRS } from '../guidance/pairs';
import type { CodeEntry, ContactNeed, Discipline, Family } from '../guidance/types';
import { CodeTable } from '../model/code';
import { builtInPayer, type Payer, PayerTable } from '../model/payer';
import { BRIEF_EPISODE, type Settings } from '../model/settings';
import type { RuleId } from '../rules/kit/ids';
import type { Severity } from '../rules/kit/rule';
import { DISCIPLINES, PAYERS, type UnitRule } from '../syntax/kinds';
import { nearest } from '../text/nearest';
import {
  byName,
  byRule,
  CODE_PATTERN,
  choice,
  code,
  date,
  described,
  type Key,
  keys,
  list,
  oneOrMore,
  type Schema,
  type SchemaWords,
  shown,
  text,
  whole,
  yesOrNo,
} from './config-shapes';
import type { RuleControl } from './workspace';

/** Names under which a folder's configuration is found; the first is used where a folder has both. */
export const CONFIG_NAMES = ['encounter.config.json', '.encounter.config.json'] as const;

/** A longer text is no configuration. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

export type RuleSetting = Severity | 'off';
/** Whose coding edits a payer follows. */
export type Follows = 'medicare' | 'national' | 'none';

export interface PayerSettings {
  readonly like?: (typeof PAYERS)[number];
  readonly units?: UnitRule;
  readonly follows?: Follows;
  readonly followsByRule?: ReadonlyMap<RuleId, Follows>;
  readonly groupSizeMost?: number;
  readonly psychotherapyGroupSizeMost?: number;
  /** yyyymmdd. */
  readonly disciplineModifierFrom?: number;
  readonly codesNotTaken?: readonly string[];
  readonly refusesGroupWithIndividual?: boolean;
}

export interface CodeSettings {
  readonly like?: string;
  readonly label?: string;
  readonly timed?: boolean;
  readonly contact?: ContactNeed;
  readonly disciplines?: readonly Discipline[];
}

/** What a configuration says, checked. File names are as written: from the folder of the configuration. */
export interface Config {
  readonly rules?: ReadonlyMap<RuleId, RuleSetting>;
  /** By name; built-in payers in lower case. */
  readonly payers?: ReadonlyMap<string, PayerSettings>;
  readonly units?: UnitRule;
  readonly briefEpisodeMinutes?: number;
  /** By code, in capitals. */
  readonly codes?: ReadonlyMap<string, CodeSettings>;
  /** Read one after another, as one. */
  readonly edits?: readonly string[];
  readonly unitLimits?: string;
  readonly baseline?: string;
}

/** A stretch of a configuration. Lines and columns from 0, columns in UTF-16 units. */
export interface ConfigPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something wrong in a configuration. */
export interface ConfigProblem extends ConfigPlace {
  /** `error`: this part is not used. `warning`: it is used, and looks like a mistake. `info`: no fault of the text. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The outermost setting that it is in. */
  readonly under: string | undefined;
}

export interface ReadConfig {
  readonly config: Config;
  /** False where nothing of it could be read. */
  readonly usable: boolean;
  /** Where the value of each outermost setting stands, for what is found wrong with it later. */
  readonly at: ReadonlyMap<string, ConfigPlace>;
  /** By place. */
  readonly problems: readonly ConfigProblem[];
}

// ----------------------------------------------------------------------------------------------------- What there is

const UNITS = choice<UnitRule>({
  cms: "Medicare's 8-minute rule: all timed codes of a day are counted together.",
  midpoint: 'The midpoint rule: each timed code is counted by itself.',
});

const FOLLOWS = choice<Follows>({
  medicare: "Medicare's own rules, and the national coding edits and unit limits.",
  national: 'The national coding edits (NCCI) and unit limits, as Medicaid and TRICARE do.',
  none: 'None of them by itself, as most commercial plans.',
});

const RULES: Key<ReadonlyMap<RuleId, RuleSetting>> = {
  about:
    'How severe the findings of a rule are: error (the claim is wrong), warning (it probably is), info, hint (hardly visible), or off. A rule that is not named keeps its own severity.',
  shape: byRule(
    choice<RuleSetting>({
      error: 'The claim is wrong: the check fails.',
      warning: 'The claim is probably wrong.',
      info: 'Worth knowing.',
      hint: 'A suggestion, hardly visible in the editor.',
      off: 'Not said at all.',
    }),
    true,
  ),
};

const PAYERS_KEY: Key<ReadonlyMap<string, PayerSettings>> = {
  about:
    'What your payers want, by the name that stands in the file: payer "Acme Health". The built-in payers can be changed in the same way.',
  shape: byName(
    keys<PayerSettings>({
      like: {
        about:
          'The built-in payer that it is like, in all that is not set here. A Medicare Advantage plan is like medicare.',
        shape: choice({
          medicare: 'Medicare, and Medicare Advantage.',
          medicaid: 'Medicaid.',
          tricare: 'TRICARE.',
          commercial: 'A commercial plan.',
          'workers-comp': "Workers' compensation.",
        }),
      },
      units: { about: 'How it counts minutes into units.', shape: UNITS },
      follows: { about: 'Whose coding edits and unit limits bind it.', shape: FOLLOWS },
      followsByRule: {
        about: 'The same for single rules, where it differs from the rest.',
        shape: byRule(FOLLOWS),
      },
      groupSizeMost: { about: 'The most patients it takes in a 97150 group.', shape: whole(2, 100) },
      psychotherapyGroupSizeMost: { about: 'The most patients it takes in a 90853 group.', shape: whole(2, 100) },
      disciplineModifierFrom: {
        about: 'The first date of service from which it wants GP, GO or GN on therapy lines.',
        shape: date(),
      },
      codesNotTaken: {
        about: 'Codes that it does not take.',
        shape: list(code()),
      },
      refusesGroupWithIndividual: {
        about: 'It refuses group and individual psychotherapy on one date, with a modifier too.',
        shape: yesOrNo(),
      },
    }),
    {
      read(name) {
        if (name.trim() === '') return { wrong: 'A payer needs a name between the quotes.' };
        const lower = name.toLowerCase();
        return { name: (PAYERS as readonly string[]).includes(lower) ? lower : name };
      },
    },
  ),
};

const UNITS_KEY: Key<UnitRule> = {
  about:
    'The unit rule for every payer that has none of its own under payers, Medicare too. A file may still say otherwise.',
  shape: UNITS,
};

const BRIEF_KEY: Key<number> = {
  about: `One-on-one episodes shorter than this many minutes are remarked on (brief-episode). ${BRIEF_EPISODE} where nothing is set.`,
  shape: whole(0, 60),
};

const CODES: Key<ReadonlyMap<string, CodeSettings>> = {
  about: 'Codes that the built-in table does not hold, so that they are judged and not called unknown.',
  shape: byName(
    keys<CodeSettings>({
      like: {
        about: 'A code of the built-in table that it is like: timed, contact and disciplines are taken from there.',
        shape: code(),
      },
      label: { about: 'What it is, in a few words.', shape: text('a few words in quotes') },
      timed: { about: 'Counted in 15-minute units.', shape: yesOrNo() },
      contact: {
        about: 'The contact that it needs.',
        shape: choice<ContactNeed>({
          'one-on-one': 'One-on-one.',
          attendance: 'Constant attendance.',
          supervised: 'Supervision is enough.',
          group: 'Given to a group.',
          none: 'Nothing known.',
        }),
      },
      disciplines: {
        about: 'Who bills it.',
        shape: list(
          choice<Discipline>({
            PT: 'Physical therapy.',
            OT: 'Occupational therapy.',
            SLP: 'Speech-language pathology.',
            chiro: 'Chiropractic.',
            BH: 'Behavioral health.',
          }),
        ),
      },
    }),
    {
      pattern: CODE_PATTERN,
      read(name) {
        if (!new RegExp(CODE_PATTERN).test(name))
          return { wrong: `${JSON.stringify(name.slice(0, 20))} is not a code: five characters, such as "97110".` };
        const capitals = name.toUpperCase();
        if (lookUpCode(capitals)) return { wrong: `${capitals} is in the built-in table, which stays in force.` };
        return { name: capitals };
      },
    },
  ),
};

const FILE = text('the name of a file in quotes');
const HERE = 'Named from the folder of this configuration.';

const CONFIG = keys<Config & { $schema?: string }>({
  $schema: { about: 'Where this list of settings is described, for editors.', shape: text('an address in quotes') },
  rules: RULES,
  payers: PAYERS_KEY,
  units: UNITS_KEY,
  briefEpisodeMinutes: BRIEF_KEY,
  codes: CODES,
  edits: {
    about: `Your current files of coding edits (NCCI practitioner pairs), as CMS publishes them: one, or a list. ${HERE}`,
    shape: oneOrMore(FILE),
  },
  unitLimits: { about: `Your current file of unit limits (MUE), as CMS publishes it. ${HERE}`, shape: FILE },
  baseline: {
    about: `The file of findings that were there already; they are counted and not shown. ${HERE}`,
    shape: FILE,
  },
});

/** The settings that an editor has too, under `encounter.` and the same name. */
const IN_EDITOR = {
  rules: RULES,
  payers: PAYERS_KEY,
  units: UNITS_KEY,
  briefEpisodeMinutes: BRIEF_KEY,
  edits: {
    about:
      'Your current files of coding edits (NCCI practitioner pairs), as CMS publishes them: a list of whole paths. No folder that you open can set it.',
    shape: oneOrMore(FILE),
  },
  unitLimits: {
    about:
      'Your current file of unit limits (MUE), as CMS publishes it: a whole path. No folder that you open can set it.',
    shape: FILE,
  },
};

/** Settings that name files on this machine: no folder that is opened may set them. */
export const MACHINE_SETTINGS: ReadonlySet<string> = new Set(['edits', 'unitLimits']);

/** JSON Schema of `encounter.config.json`. */
export function configSchema(words: SchemaWords): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Encounter: how this folder is checked',
    allowComments: true,
    allowTrailingCommas: true,
    ...CONFIG.schema(words),
  };
}

/** JSON Schema of each setting that an editor has too, by its name without `encounter.`. */
export function editorSchemas(words: SchemaWords): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(IN_EDITOR).map(([name, key]) => [name, described(key as Key<unknown>, words)]),
  );
}

// ----------------------------------------------------------------------------------------------------------- Reading

const UNREAD: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This cannot be read. Texts stand in double quotes.',
  InvalidNumberFormat: 'This number cannot be read.',
  PropertyNameExpected: 'Expected a name in double quotes.',
  ValueExpected: 'Expected a value.',
  ColonExpected: 'Expected a colon.',
  CommaExpected: 'Expected a comma.',
  CloseBraceExpected: 'Expected a closing }.',
  CloseBracketExpected: 'Expected a closing ].',
  EndOfFileExpected: 'Nothing may stand behind the last }.',
  InvalidCommentToken: 'A comment starts with //.',
  UnexpectedEndOfComment: 'This comment has no end: */ is missing.',
  UnexpectedEndOfString: 'The closing double quote is missing on this line.',
  UnexpectedEndOfNumber: 'This number cannot be read.',
  InvalidUnicode: 'This character cannot be read. A backslash in a text is written \\\\.',
  InvalidEscapeCharacter: 'A backslash in a text is written \\\\.',
  InvalidCharacter: 'This character may not stand here.',
};

/** Reads the text of an `encounter.config.json`. Comments and commas behind the last entry are fine. Never throws. */
export function readConfig(source: string): ReadConfig {
  const problems: ConfigProblem[] = [];
  const place = places(source);
  const placeOf = (offset: number, length: number): ConfigPlace => {
    const [line, column] = place(offset);
    const [endLine, endColumn] = place(Math.min(offset + length, source.length));
    return { line, column, endLine, endColumn };
  };
  const add = (
    severity: ConfigProblem['severity'],
    message: string,
    offset: number,
    length: number,
    under: string | undefined,
  ) => {
    problems.push({ severity, message, ...placeOf(offset, length), under });
  };
  const at = new Map<string, ConfigPlace>();
  if (source.length > MOST_CHARACTERS) {
    add('error', 'This file is too large for a configuration; nothing of it is used.', 0, 0, undefined);
    return { config: {}, usable: false, at, problems };
  }
  // A byte-order mark is not part of the text.
  const body = source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source;
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(body, errors, { allowTrailingComma: true });
  } catch {
    add('error', 'Brackets stand within brackets too deep to be read; nothing is used.', 0, 0, undefined);
    return { config: {}, usable: false, at, problems };
  }
  let lastLine = -1;
  for (const { error, offset, length } of errors) {
    // One slip makes the reader stumble several times.
    const [line] = place(offset);
    if (line === lastLine) continue;
    lastLine = line;
    add('error', UNREAD[printParseErrorCode(error)] ?? 'This cannot be read.', offset, length, undefined);
  }
  let config: Config | undefined;
  if (!root) {
    if (body.trim() === '') {
      problems.length = 0;
      add('error', 'This file is empty. A configuration begins with { and ends with }.', 0, 0, undefined);
    }
  } else {
    const say = (node: Node, severity: ConfigProblem['severity'], message: string) =>
      add(severity, message, node.offset, node.length, outermost(node));
    const read = CONFIG.read(root, { say });
    if (read) {
      const { $schema: _, ...ours } = read;
      config = checkedAcross(ours, root, say);
      for (const { name, value } of children(root)) if (value) at.set(name, placeOf(value.offset, value.length));
    }
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { config: config ?? {}, usable: config !== undefined, at, problems };
}

/** Reads the editor's settings of the same names. Each complaint is one line that names the setting. */
export function readEditorConfig(section: unknown): { config: Config; complaints: readonly string[] } {
  const given = typeof section === 'object' && section !== null ? (section as Record<string, unknown>) : {};
  const ours: Record<string, unknown> = {};
  for (const name of Object.keys(IN_EDITOR)) {
    if (given[name] !== undefined && given[name] !== null) ours[name] = given[name];
  }
  const { config, problems } = readConfig(JSON.stringify(ours));
  return {
    config,
    complaints: problems.map(({ under, message }) => `Setting encounter.${under ?? ''}: ${message}`),
  };
}

type Say = (node: Node, severity: ConfigProblem['severity'], message: string) => void;

/** What one part says of another: codes that a payer does not take, and codes that others are like. */
function checkedAcross(config: Config, root: Node, say: Say): Config {
  const known = (written: string) => lookUpCode(written) !== undefined || config.codes?.has(written);
  for (const payer of children(child(root, 'payers'))) {
    for (const node of child(payer.value, 'codesNotTaken')?.children ?? []) {
      const written = typeof node.value === 'string' ? node.value.toUpperCase() : '';
      if (new RegExp(CODE_PATTERN).test(written) && !known(written))
        say(node, 'warning', `${written} is not in the code table.${didYouMean(written)}`);
    }
  }
  if (!config.codes) return config;
  const codes = new Map(config.codes);
  for (const entry of children(child(root, 'codes'))) {
    const name = entry.name.toUpperCase();
    const settings = codes.get(name);
    const like = child(entry.value, 'like');
    if (!like || settings?.like === undefined || lookUpCode(settings.like)) continue;
    say(like, 'error', `${shown(like)} is not in the built-in code table.${didYouMean(settings.like)}`);
    const { like: _, ...rest } = settings;
    codes.set(name, rest);
  }
  return { ...config, codes };
}

function didYouMean(written: string): string {
  const near = nearest(
    written,
    [...allCodes()].map(({ code }) => code),
  );
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function* children(node: Node | undefined): Generator<{ name: string; value: Node | undefined }> {
  if (node?.type !== 'object') return;
  for (const property of node.children ?? [])
    yield { name: String(property.children?.[0]?.value), value: property.children?.[1] };
}

/** The last value of this name, which is the one that counts. */
function child(node: Node | undefined, name: string): Node | undefined {
  let found: Node | undefined;
  for (const entry of children(node)) if (entry.name === name) found = entry.value;
  return found;
}

function outermost(node: Node): string | undefined {
  let name: string | undefined;
  for (let at: Node | undefined = node; at; at = at.parent)
    if (at.type === 'property') name = String(at.children?.[0]?.value);
  return name;
}

/** From an offset to line and column, both from 0. */
function places(source: string): (offset: number) => [line: number, column: number] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return [low, offset - starts[low]!];
  };
}

// --------------------------------------------------------------------------------------------------------- What it means

/** Two configurations as one: what `over` names counts; rules, payers and codes one by one. */
export function mergeConfigs(under: Config, over: Config): Config {
  const merged: { -readonly [K in keyof Config]: Config[K] } = { ...under, ...over };
  if (under.rules && over.rules) merged.rules = new Map([...under.rules, ...over.rules]);
  if (under.payers && over.payers) merged.payers = new Map([...under.payers, ...over.payers]);
  if (under.codes && over.codes) merged.codes = new Map([...under.codes, ...over.codes]);
  return merged;
}

/** The coder's own tables, where files of them were read. */
export type OwnTables = Partial<Pick<Settings, 'pairs' | 'unitLimits'>>;

/** What a workspace is made with. @param today as yyyymmdd. */
export function applyConfig(
  config: Config,
  today: number,
  tables: OwnTables = {},
): { settings: Settings; control: RuleControl } {
  const codes = new Map([...(config.codes ?? [])].map(([name, settings]) => [name, codeEntry(name, settings)]));
  const payers = new Map([...(config.payers ?? [])].map(([name, settings]) => [name, payerOf(name, settings)]));
  return {
    settings: {
      today,
      codes: new CodeTable(codes),
      payers: new PayerTable(payers),
      pairs: tables.pairs ?? BUILT_IN_PAIRS,
      ...(tables.unitLimits === undefined ? {} : { unitLimits: tables.unitLimits }),
      ...(config.units === undefined ? {} : { units: config.units }),
      briefEpisode: config.briefEpisodeMinutes ?? BRIEF_EPISODE,
    },
    control: config.rules ?? new Map(),
  };
}

const STANDING = { medicare: 'M', national: 'N', none: 'else' } as const;

function payerOf(name: string, given: PayerSettings): Payer {
  const like = builtInPayer(given.like ?? name);
  const { units, follows } = given;
  const payer: { -readonly [K in keyof Payer]: Payer[K] } = { ...like, name };
  if (units !== undefined) {
    payer.unitRule = units;
    payer.unitRuleKnown = true;
    payer.unitRuleSet = true;
  }
  if (follows !== undefined) {
    payer.bound = follows !== 'none';
    payer.medicare = follows === 'medicare';
  }
  if (given.followsByRule)
    payer.standing = Object.fromEntries([...given.followsByRule].map(([rule, word]) => [rule, STANDING[word]]));
  if (given.groupSizeMost !== undefined) payer.groupSizeMost = given.groupSizeMost;
  if (given.psychotherapyGroupSizeMost !== undefined)
    payer.psychotherapyGroupSizeMost = given.psychotherapyGroupSizeMost;
  if (given.disciplineModifierFrom !== undefined) payer.disciplineModifierFrom = given.disciplineModifierFrom;
  if (given.codesNotTaken) payer.codesNotTaken = new Set(given.codesNotTaken);
  if (given.refusesGroupWithIndividual !== undefined)
    payer.refusesGroupWithIndividual = given.refusesGroupWithIndividual;
  return payer;
}

const FAMILY_BY_CONTACT: Readonly<Record<ContactNeed, Family>> = {
  'one-on-one': 'one-on-one',
  attendance: 'attended',
  supervised: 'supervised',
  group: 'group',
  none: 'unlisted',
};

/** What a code of the coder's own is. Pairs, unit limits, dates and payers' refusals are not taken over from `like`. */
function codeEntry(name: string, given: CodeSettings): CodeEntry {
  const like = given.like === undefined ? undefined : lookUpCode(given.like);
  const contact = given.contact ?? like?.contact ?? 'none';
  return {
    code: name,
    label: given.label ?? like?.label ?? 'a code of your configuration',
    family: like && like.contact === contact ? like.family : FAMILY_BY_CONTACT[contact],
    timed: given.timed ?? like?.timed ?? false,
    contact,
    disciplines: given.disciplines ?? like?.disciplines ?? DISCIPLINES,
    therapy: like?.therapy ?? 'unknown',
    disciplineModifier: like?.disciplineModifier ?? false,
    addOnTo: like?.addOnTo,
    minutes: like?.minutes,
    validFrom: undefined,
    deletedAfter: undefined,
    successors: undefined,
    successorsMedicare: undefined,
    successorsTogether: false,
    notForMedicare: undefined,
    medicareOnly: false,
    payerCode: undefined,
    confidence: 'GK',
    facts: [],
    mue: undefined,
  };
}
