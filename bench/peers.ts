/**
 * `encounter check` beside other tools, as whole processes: each reads the same encounters in its own form, and finds the
 * one thing that is wrong in the last of them. A tool that is not there is left out, and named.
 *
 *     npm ci --prefix bench        # ajv, oxlint and biome; ledger is a package of the system
 *     npm run bench -- peers [--rounds=5] [--write]
 */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildAll, CLI } from './build';
import { clinic, written } from './clinic';
import { asJson, asJsonTwice, asLedger, asTypeScript, SCHEMA } from './forms';
import { type Figure, finish, option, ROOT, Rounds, shuffled } from './measure';

const ROUNDS = option('rounds', 5);
const SIZES = [1000, 10_000, 50_000];
const AT = join(ROOT, '.cache/bench/peers');
const MODULES = join(ROOT, 'bench/node_modules');

interface Tool {
  readonly name: string;
  /** How many times longer than we it should take at the largest size. */
  readonly atLeast?: number;
  /** Says why it cannot be run. */
  readonly missing?: () => string | undefined;
  /** Of several, each is given to a process of its own, all at once. */
  readonly file: (size: number) => string | readonly string[];
  readonly command: (file: string) => readonly string[];
}

const fromNpm = (name: string) => () =>
  existsSync(join(MODULES, name)) ? undefined : 'not there; `npm ci --prefix bench` gets it';

const TOOLS: readonly Tool[] = [
  {
    name: 'encounter',
    file: (size) => `${size}.encounter`,
    command: (file) => [process.execPath, CLI, 'check', file],
  },
  {
    // The most that a second thread could bring: nothing is put together again.
    name: 'encounter, half the file each in two at once',
    file: (size) => [`${size}-first.encounter`, `${size}-last.encounter`],
    command: (file) => [process.execPath, CLI, 'check', file],
  },
  {
    // What stands in no program's power on Node: to start, to have the text, to look at each character once.
    name: 'Node, the text and one look at each character',
    file: (size) => `${size}.encounter`,
    command: (file) => [process.execPath, join(AT, 'pass.js'), file],
  },
  {
    name: 'JSON.parse and ajv',
    atLeast: 1.5,
    missing: fromNpm('ajv'),
    file: (size) => `${size}.json`,
    command: (file) => [process.execPath, join(AT, 'ajv.js'), file],
  },
  {
    name: 'oxlint',
    atLeast: 3,
    missing: fromNpm('oxlint'),
    file: (size) => `${size}.ts`,
    command: (file) => [process.execPath, join(MODULES, 'oxlint/bin/oxlint'), '-A', 'all', '-D', 'no-dupe-keys', file],
  },
  {
    name: 'ledger',
    atLeast: 4,
    missing: () =>
      spawnSync('ledger', ['--version']).error ? 'not there; it is a package of most systems (ledger)' : undefined,
    file: (size) => `${size}.ledger`,
    command: (file) => ['ledger', '-f', file, 'bal'],
  },
  {
    name: 'biome',
    atLeast: 5,
    missing: fromNpm('@biomejs/biome'),
    file: (size) => `${size}-twice.json`,
    command: (file) => [
      process.execPath,
      join(MODULES, '@biomejs/biome/bin/biome'),
      'lint',
      `--config-path=${AT}`,
      file,
    ],
  },
];

function writeForms(): void {
  mkdirSync(AT, { recursive: true });
  for (const size of SIZES) {
    const encounters = clinic(size, { wrongEvery: size, wrongAtMost: 0 });
    encounters.at(-1)!.lines.at(-1)!.units = 9;
    writeFileSync(join(AT, `${size}.encounter`), written(encounters).text);
    const half = encounters.length >> 1;
    writeFileSync(join(AT, `${size}-first.encounter`), written(encounters.slice(0, half)).text);
    writeFileSync(join(AT, `${size}-last.encounter`), written(encounters.slice(half)).text);
    writeFileSync(join(AT, `${size}.json`), asJson(encounters));
    writeFileSync(join(AT, `${size}-twice.json`), asJsonTwice(encounters));
    writeFileSync(join(AT, `${size}.ts`), asTypeScript(encounters));
    writeFileSync(join(AT, `${size}.ledger`), asLedger(encounters));
  }
  // Each linter with its one rule for what is wrong here: it may do less than it could.
  const rules = { recommended: false, suspicious: { noDuplicateObjectKeys: 'error' } };
  const biome = { root: true, files: { maxSize: 1e9 }, linter: { rules } };
  writeFileSync(join(AT, 'biome.json'), JSON.stringify(biome));
  writeFileSync(
    join(AT, 'pass.js'),
    `const text = require('node:fs').readFileSync(process.argv[2], 'utf8');
let sum = 0;
for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
process.exitCode = sum > 0 ? 1 : 0;
`,
  );
  if (existsSync(join(MODULES, 'ajv'))) writeAjv();
}

/** The schema as code, made ahead: the process only parses and checks. */
function writeAjv(): void {
  const ask = createRequire(join(MODULES, 'ajv/package.json'));
  const { default: Ajv } = ask('ajv') as { default: new (options: object) => { compile(schema: object): unknown } };
  const standalone = (ask('ajv/dist/standalone') as { default: (ajv: object, check: unknown) => string }).default;
  const ajv = new Ajv({ code: { source: true }, strictTypes: false });
  const code = standalone(ajv, ajv.compile(SCHEMA)).replaceAll('require("ajv/', `require("${MODULES}/ajv/`);
  writeFileSync(join(AT, 'schema.js'), code);
  writeFileSync(
    join(AT, 'ajv.js'),
    `const { readFileSync } = require('node:fs');
const check = require('./schema.js');
if (!check(JSON.parse(readFileSync(process.argv[2], 'utf8')))) {
  console.log(check.errors.map(({ instancePath, message }) => instancePath + ' ' + message).join('\\n'));
  process.exitCode = 1;
}
`,
  );
}

async function run({ name, command, file }: Tool, size: number): Promise<number> {
  const from = performance.now();
  const ends = [file(size)].flat().map(async (one) => {
    const [program, ...args] = command(join(AT, one));
    const child = spawn(program!, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (some) => (said += String(some).slice(0, 400)));
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, said };
  });
  const ended = await Promise.all(ends);
  const ms = performance.now() - from;
  // Each finds the one thing that is wrong, which stands at the end.
  const { status, said } = ended.at(-1)!;
  if (status !== 1) throw new Error(`${name} ended with ${status}: ${said.slice(0, 800)}`);
  return ms;
}

async function main(): Promise<void> {
  await buildAll();
  writeForms();
  const tools = TOOLS.filter(({ name, missing }) => {
    const why = missing?.();
    if (why) console.log(`${name} is left out: ${why}`);
    return why === undefined;
  });
  const rounds = new Rounds();
  for (let round = 0; round < ROUNDS; round++) {
    for (const size of SIZES)
      for (const tool of shuffled(tools)) rounds.add(`${tool.name} ${size}`, await run(tool, size));
    console.error(`round ${round + 1} of ${ROUNDS}`);
  }
  const figures: Figure[] = SIZES.flatMap((size) =>
    tools.map(({ name, atLeast }) => {
      const seen = rounds.median(`${name} ${size}`);
      const figure = { what: `${name}, whole process`, size, seen, unit: 'ms' } as const;
      if (name === 'encounter') return figure;
      return {
        ...figure,
        against: { name: 'encounter', seen: rounds.median(`encounter ${size}`) },
        ratio: rounds.ratio(`${name} ${size}`, `encounter ${size}`),
        ...(atLeast && size === SIZES.at(-1) ? { target: { atLeast } } : {}),
      };
    }),
  );
  finish('peers', ROUNDS, figures);
}

void main();
