import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyConfig,
  type Config,
  type ConfigProblem,
  configSchema,
  editorSchemas,
  mergeConfigs,
  readConfig,
  readEditorConfig,
} from '../../server/src/engine/config';
import { Workspace } from '../../server/src/engine/workspace';
import { RULE_IDS } from '../../server/src/rules/kit/ids';
import { RULES } from '../../server/src/rules/registry';
import { wordKey } from '../../server/src/text/chars';

const TODAY = 20260401;

/** `line:column severity message`, counted from 1. */
function said({ line, column, severity, message }: ConfigProblem): string {
  return `${line + 1}:${column + 1} ${severity} ${message}`;
}

function read(text: string): { config: Config; problems: string[] } {
  const { config, problems } = readConfig(text);
  return { config, problems: problems.map(said) };
}

/** `rule severity` of all that is found under a configuration. */
function found(config: Config, text: string): string[] {
  const workspace = new Workspace({ rules: RULES, ...applyConfig(config, TODAY) });
  workspace.setText('a.encounter', text);
  workspace.check();
  return [...workspace.findings('a.encounter')].map(({ finding }) => `${finding.rule} ${finding.severity}`);
}

describe('reading a configuration', () => {
  it('takes every setting that there is', () => {
    const { config, problems } = read(`{
      // How we work.
      "$schema": "./encounter.config.schema.json",
      "rules": { "brief-episode": "off", "dx-missing": "warning" },
      "payers": {
        "Acme Health": {
          "like": "commercial",
          "units": "midpoint",
          "follows": "national",
          "followsByRule": { "missing-25": "none", "discipline-modifier": "medicare" },
          "groupSizeMost": 4,
          "psychotherapyGroupSizeMost": 10,
          "disciplineModifierFrom": "2020-07-01",
          "codesNotTaken": ["97014", "g0281"],
          "refusesGroupWithIndividual": true,
        },
      },
      "units": "cms",
      "briefEpisodeMinutes": 0,
      "codes": { "s9999": { "label": "our own", "timed": true, "contact": "one-on-one", "disciplines": ["PT"], "like": "97110" } },
      "edits": ["tables/pairs-1.txt", "tables/pairs-2.txt"],
      "unitLimits": "tables/mue.csv",
      "baseline": "known.json",
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [...config.rules!],
      [
        ['brief-episode', 'off'],
        ['dx-missing', 'warning'],
      ],
    );
    assert.deepEqual(config.payers!.get('Acme Health'), {
      like: 'commercial',
      units: 'midpoint',
      follows: 'national',
      followsByRule: new Map([
        ['missing-25', 'none'],
        ['discipline-modifier', 'medicare'],
      ]),
      groupSizeMost: 4,
      psychotherapyGroupSizeMost: 10,
      disciplineModifierFrom: 20200701,
      codesNotTaken: ['97014', 'G0281'],
      refusesGroupWithIndividual: true,
    });
    assert.equal(config.units, 'cms');
    assert.equal(config.briefEpisodeMinutes, 0);
    assert.deepEqual([...config.codes!.keys()], ['S9999']);
    assert.deepEqual(
      [config.edits, config.unitLimits, config.baseline],
      [['tables/pairs-1.txt', 'tables/pairs-2.txt'], 'tables/mue.csv', 'known.json'],
    );
    assert.ok(!('$schema' in config));
  });

  const wrong: [name: string, text: string, problems: string[]][] = [
    [
      'an unknown rule',
      '{ "rules": { "missing-58": "off" } }',
      ['1:14 error There is no rule "missing-58". Did you mean "missing-59"?'],
    ],
    ['a rule like no other', '{ "rules": { "zzzzzzzz": "off" } }', ['1:14 error There is no rule "zzzzzzzz".']],
    [
      'an unknown severity',
      '{\n  "rules": {\n    "missing-59": "warnin"\n  }\n}',
      ['3:19 error Expected error, warning, info, hint or off, not "warnin". Did you mean warning?'],
    ],
    ['an unknown setting', '{ "payer": {} }', ['1:3 error There is no setting "payer". Did you mean "payers"?']],
    [
      'a payer setting of another name',
      '{ "payers": { "A": { "unit": "cms" } } }',
      ['1:22 error There is no setting "unit". Did you mean "units"?'],
    ],
    [
      'a payer that is like none',
      '{ "payers": { "A": { "like": "Medicare" } } }',
      [
        '1:30 error Expected medicare, medicaid, tricare, commercial or workers-comp, not "Medicare". Did you mean medicare?',
      ],
    ],
    ['a payer without a name', '{ "payers": { " ": {} } }', ['1:15 error A payer needs a name between the quotes.']],
    ['a part that is a word', '{ "payers": "medicare" }', ['1:13 error Expected a part in { }, not "medicare".']],
    [
      'a number that is a text',
      '{ "briefEpisodeMinutes": "5" }',
      ['1:26 error Expected a whole number from 0 to 60, not "5".'],
    ],
    [
      'a number out of range',
      '{ "briefEpisodeMinutes": -1 }',
      ['1:26 error Expected a whole number from 0 to 60, not -1.'],
    ],
    [
      'a date that is none',
      '{ "payers": { "A": { "disciplineModifierFrom": "2020-02-30" } } }',
      ['1:48 error Expected a date such as "2020-07-01", not "2020-02-30".'],
    ],
    [
      'a code that is none',
      '{ "payers": { "A": { "codesNotTaken": ["9701", "97041"] } } }',
      [
        '1:40 error Expected a code in quotes, such as "97110", not "9701".',
        '1:48 warning 97041 is not in the code table. Did you mean "97014"?',
      ],
    ],
    [
      'a code of the table',
      '{ "codes": { "97110": { "timed": false } } }',
      ['1:14 error 97110 is in the built-in table, which stays in force.'],
    ],
    [
      'a code like one that is not there',
      '{ "codes": { "S9999": { "like": "97111" } } }',
      ['1:33 error "97111" is not in the built-in code table. Did you mean "97110"?'],
    ],
    [
      'the same twice',
      '{ "units": "cms",\n "units": "midpoint" }',
      ['2:2 warning "units" stands here twice. The later one counts.'],
    ],
    ['no comma', '{ "units": "cms"\n "rules": {} }', ['2:2 error Expected a comma.']],
    ['no closing quote', '{ "units": "cms\n}', ['1:12 error The closing double quote is missing on this line.']],
    ['single quotes', "{ 'units': 'cms' }", ['1:3 error This cannot be read. Texts stand in double quotes.']],
    ['a list', '[]', ['1:1 error Expected a part in { }, not a list in [ ].']],
    ['nothing', ' \n', ['1:1 error This file is empty. A configuration begins with { and ends with }.']],
  ];
  for (const [name, text, problems] of wrong) {
    it(`says ${name}`, () => assert.deepEqual(read(text).problems, problems));
  }

  it('takes one file of edits, and knows what it could not use at all', () => {
    assert.deepEqual(read('{ "edits": "pairs.txt" }').config.edits, ['pairs.txt']);
    for (const text of ['{}', '{ "a": 1', '{ "units": 3 }']) assert.equal(readConfig(text).usable, true, text);
    for (const text of ['', '[]', '"x"', '['.repeat(200_000)])
      assert.equal(readConfig(text).usable, false, text.slice(0, 9));
  });

  it('keeps what is good beside what is wrong', () => {
    const { config, problems } = read(
      '{ "rules": { "nope": "off", "dx-missing": "off", "missing-25": 3 }, "unit": "cms", "payers": { "A": { "like": "x", "units": "cms" } } ',
    );
    assert.equal(problems.length, 5);
    assert.deepEqual([...config.rules!], [['dx-missing', 'off']]);
    assert.deepEqual(config.payers!.get('A'), { units: 'cms' });
  });

  it('counts lines and columns with CRLF, CR and a byte-order mark', () => {
    assert.deepEqual(read('\uFEFF{\r\n "a": 1,\r "b": 1 }').problems, [
      '2:2 error There is no setting "a". Here stand $schema, rules, payers, units, briefEpisodeMinutes, codes, edits, unitLimits or baseline.',
      '3:2 error There is no setting "b". Here stand $schema, rules, payers, units, briefEpisodeMinutes, codes, edits, unitLimits or baseline.',
    ]);
  });

  it('never throws, however bad the text', () => {
    const hostile = [
      '['.repeat(200_000),
      `${'{"a":'.repeat(100_000)}1`,
      '{ "rules": { "__proto__": "off", "constructor": "off" } }',
      '{ "payers": { "__proto__": { "groupSizeMost": 2 } } }',
      `{ "rules": ${'x'.repeat(100_000)} }`,
      '\0\u2028\uD800',
      'x'.repeat(5 * 1024 * 1024),
    ];
    for (const text of hostile) {
      const { config, problems } = readConfig(text);
      applyConfig(config, TODAY);
      assert.ok(problems.length > 0 || config.payers?.has('__proto__'));
    }
    assert.equal(({} as { groupSizeMost?: number }).groupSizeMost, undefined);
  });

  it('never throws, and keeps to the text, however it is cut and mixed', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', ':', ',', '"', '//', '/*', '\\', '\n', '\r', '\uFEFF', '1e999', 'true', 'null', ' '],
      ...[
        '"rules"',
        '"missing-59"',
        '"off"',
        '"payers"',
        '"A"',
        '"like"',
        '"codes"',
        '"S9999"',
        '"97110"',
        '"codesNotTaken"',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { config, problems } = readConfig(text);
        applyConfig(config, TODAY);
        const lines = text.split(/\r\n|\n|\r/);
        for (const { line, column, endLine, endColumn } of problems) {
          assert.ok(column <= lines[line]!.length && endColumn <= lines[endLine]!.length);
          assert.ok(line < endLine || (line === endLine && column <= endColumn));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('shows no more than a little of a long value', () => {
    const [problem] = readConfig(JSON.stringify({ units: 'x'.repeat(1000) })).problems;
    assert.ok(problem!.message.length < 100);
  });
});

describe('settings of the editor', () => {
  it('are read like the file, one line for each that is bad', () => {
    const { config, complaints } = readEditorConfig({
      rules: { 'missing-58': 'off', 'dx-missing': 'off' },
      units: 'ama',
      briefEpisodeMinutes: 8,
      payers: null,
      maxFileSize: 'no business of ours',
    });
    assert.deepEqual(complaints, [
      'Setting encounter.rules: There is no rule "missing-58". Did you mean "missing-59"?',
      'Setting encounter.units: Expected cms or midpoint, not "ama".',
    ]);
    assert.deepEqual(config, { rules: new Map([['dx-missing', 'off']]), briefEpisodeMinutes: 8 });
  });

  it('may be missing', () => {
    for (const section of [undefined, null, 5, {}])
      assert.deepEqual(readEditorConfig(section), { config: {}, complaints: [] });
  });

  it('give way to the file, rule by rule and payer by payer', () => {
    const settings = read(
      '{ "rules": { "dx-missing": "off", "brief-episode": "off" }, "payers": { "A": { "units": "cms" } }, "units": "cms" }',
    );
    const file = read('{ "rules": { "dx-missing": "error" }, "payers": { "B": { "units": "midpoint" } } }');
    const merged = mergeConfigs(settings.config, file.config);
    assert.deepEqual(
      merged.rules,
      new Map([
        ['dx-missing', 'error'],
        ['brief-episode', 'off'],
      ]),
    );
    assert.deepEqual([...merged.payers!.keys()], ['A', 'B']);
    assert.equal(merged.units, 'cms');
  });
});

describe('what a configuration changes', () => {
  const DAY = `clinician "R. Ortiz, PT"
discipline PT
payer commercial

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:18  97110
  09:18-09:38  97140
  bill 97110-GP x1
  bill 97140-GP x2
`;

  it('is nothing where it says nothing', () => {
    const plain = new Workspace({ rules: RULES, ...applyConfig({}, TODAY) });
    assert.equal(plain.settings.briefEpisode, 5);
    assert.equal(plain.settings.units, undefined);
  });

  it('sets a severity, and switches a rule off', () => {
    assert.ok(found({}, DAY).includes('too-many-units warning'));
    assert.ok(found(read('{ "rules": { "too-many-units": "info" } }').config, DAY).includes('too-many-units info'));
    assert.ok(
      !found(read('{ "rules": { "too-many-units": "off" } }').config, DAY).some((one) => one.startsWith('too-many')),
    );
  });

  it('reaches what is said of ignore comments too', () => {
    const text = DAY.replace('97140-GP x2', '97140-GP x1  # ignore too-many-units: the log is at the front desk');
    assert.deepEqual(found({}, text), ['unused-ignore warning']);
    assert.deepEqual(found(read('{ "rules": { "unused-ignore": "off" } }').config, text), []);
  });

  it('leaves a comment used that ignores a rule which is off', () => {
    const text = DAY.replace('97140-GP x2', '97140-GP x2  # ignore too-many-units: the log is at the front desk');
    assert.deepEqual(found(read('{ "rules": { "too-many-units": "off" } }').config, text), []);
  });

  it('makes the unit rule known, for every payer or for one', () => {
    assert.ok(found(read('{ "units": "midpoint" }').config, DAY).includes('too-many-units error'));
    const one = '{ "units": "cms", "payers": { "commercial": { "units": "midpoint" } } }';
    const { settings } = applyConfig(read(one).config, TODAY);
    const workspace = new Workspace({ rules: [], settings });
    workspace.setText('a', DAY);
    const block = [...workspace.files.get('a')!.blocks()][1]!;
    assert.deepEqual(
      [workspace.encounterOf(block).unitRule, workspace.encounterOf(block).unitRuleKnown],
      ['midpoint', true],
    );
    workspace.setText('a', DAY.replace('payer commercial', 'payer medicaid'));
    const other = [...workspace.files.get('a')!.blocks()][1]!;
    assert.equal(workspace.encounterOf(other).unitRule, 'cms');
  });

  it('puts a named payer where it stands, as a whole and rule by rule', () => {
    const { settings } = applyConfig(
      read(`{ "payers": {
        "Advantage": { "like": "medicare" },
        "Acme": { "follows": "national", "followsByRule": { "missing-25": "none", "aide-time": "medicare" } },
        "Midpoint": { "like": "medicare", "units": "midpoint", "follows": "none" },
        "Medicare": { "groupSizeMost": 4 },
      } }`).config,
      TODAY,
    );
    const of = (name: string) => {
      const { unitRule, unitRuleKnown, bound, medicare } = settings.payers.get(name);
      return { unitRule, unitRuleKnown, bound, medicare };
    };
    assert.deepEqual(of('Advantage'), { unitRule: 'cms', unitRuleKnown: true, bound: true, medicare: true });
    assert.deepEqual(of('Acme'), { unitRule: 'midpoint', unitRuleKnown: false, bound: true, medicare: false });
    assert.deepEqual(of('Midpoint'), { unitRule: 'midpoint', unitRuleKnown: true, bound: false, medicare: false });
    assert.deepEqual(settings.payers.get('Acme').standing, { 'missing-25': 'else', 'aide-time': 'M' });
    assert.equal(settings.payers.get('medicare').groupSizeMost, 4);
    assert.deepEqual(
      [settings.payers.get('MEDICARE').groupSizeMost, settings.payers.get('MEDICARE').name],
      [4, 'MEDICARE'],
    );
    assert.equal(settings.payers.get('medicaid').groupSizeMost, undefined);
  });

  it('knows the codes it adds', () => {
    const text = DAY.replaceAll('97140', 'S9999').replace('x2', 'x1');
    assert.ok(found({}, text).some((one) => one.startsWith('unknown-code')));
    const config = read('{ "codes": { "S9999": { "like": "97140", "label": "our own work" } } }').config;
    assert.deepEqual(found(config, text), []);
    const code = applyConfig(config, TODAY).settings.codes.get(wordKey('S9999'), () => 'S9999');
    assert.deepEqual(
      [code.entry?.timed, code.entry?.contact, code.label, code.entry?.mue],
      [true, 'one-on-one', 'our own work', undefined],
    );
  });
});

describe('the schema of the configuration', () => {
  const words = { rule: (id: string) => `about ${id}` };

  it('has every rule with its line, in the file and in the editor', () => {
    const { properties } = configSchema(words) as {
      properties: Record<string, { properties: Record<string, { description: string }> }>;
    };
    assert.deepEqual(Object.keys(properties.rules!.properties), [...RULE_IDS]);
    assert.equal(properties.rules!.properties['missing-59']!.description, 'about missing-59');
    const inEditor = Object.keys(editorSchemas(words));
    for (const name of ['rules', 'payers', 'units', 'briefEpisodeMinutes']) assert.ok(inEditor.includes(name), name);
  });

  it('says what each setting is for', () => {
    const silent: string[] = [];
    const walk = (
      at: string,
      schema: { properties?: Record<string, object>; description?: string; additionalProperties?: unknown },
    ) => {
      for (const [name, inner] of Object.entries(schema.properties ?? {})) {
        if (!('description' in inner)) silent.push(`${at}/${name}`);
        walk(`${at}/${name}`, inner);
      }
      if (typeof schema.additionalProperties === 'object') walk(`${at}/*`, schema.additionalProperties as object);
    };
    walk('', configSchema(words) as object);
    assert.deepEqual(silent, []);
  });
});
