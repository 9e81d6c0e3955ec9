// The grammar and the language page against the parser: what the parser reads, and what it refuses.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { BlockSyntax, type Problem } from '../../server/src/syntax/buffer';
import { TokenKind } from '../../server/src/syntax/kinds';
import { parseBlock } from '../../server/src/syntax/parser';
import { expand, inPlace, snippets } from './snippets';
import { root, type Token, tokenize } from './tokenize';

interface Read {
  kind: TokenKind;
  start: number;
  end: number;
}

function parse(text: string): { tokens: Read[]; problems: Problem[] } {
  const tokens: Read[] = [];
  const problems: Problem[] = [];
  const block = new BlockSyntax();
  for (let at = 0, first = true; first || at < text.length; first = false) {
    const next = parseBlock(text, at, first, block);
    for (let t = 0; t < block.tokenCount; t++)
      tokens.push({ kind: block.kind(t), start: at + block.start(t), end: at + block.end(t) });
    problems.push(...block.problems);
    at = next;
  }
  return { tokens, problems };
}

const scopeOf: Partial<Record<TokenKind, string>> = {
  [TokenKind.Encounter]: 'keyword.control.header',
  [TokenKind.Patient]: 'keyword.control.header.patient',
  [TokenKind.Date]: 'constant.numeric.date',
  [TokenKind.Id]: 'entity.name.section.patient',
  [TokenKind.FieldName]: 'variable.other.property.field',
  [TokenKind.Word]: 'constant.language.value',
  [TokenKind.None]: 'constant.language.none',
  [TokenKind.String]: 'string.quoted.double',
  [TokenKind.Diagnosis]: 'variable.other.constant.dx',
  [TokenKind.Comma]: 'punctuation.separator.list',
  [TokenKind.To]: 'keyword.operator.range',
  [TokenKind.Length]: 'constant.numeric.minutes',
  [TokenKind.MinuteWord]: 'keyword.other.unit',
  [TokenKind.Code]: 'support.function.code',
  [TokenKind.Contact]: 'storage.type.contact',
  [TokenKind.Of]: 'storage.type.contact',
  [TokenKind.Size]: 'constant.numeric.size',
  [TokenKind.By]: 'keyword.other.by',
  [TokenKind.Giver]: 'constant.language.giver',
  [TokenKind.Region]: 'keyword.other.region',
  [TokenKind.Bill]: 'keyword.control.claim',
  [TokenKind.Units]: 'constant.numeric.units',
  [TokenKind.Text]: 'meta.note.text',
  [TokenKind.Comment]: 'comment.line',
};

/** Every token that the parser reads has the colour of its kind. */
async function agree(text: string): Promise<void> {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((m) => m.index + m[0].length)];
  const coloured: (Token & { from: number; to: number })[] = (await tokenize(text)).map((t) => ({
    ...t,
    from: starts[t.line]! + t.start,
    to: starts[t.line]! + t.end,
  }));
  let next = 0;
  for (const token of parse(text).tokens) {
    const scope = scopeOf[token.kind];
    const piece = text.slice(token.start, token.end);
    if (scope === undefined || (token.kind === TokenKind.Encounter && piece.toLowerCase() !== 'encounter')) continue;
    while (next < coloured.length && coloured[next]!.to <= token.start) next++;
    for (let i = next; i < coloured.length && coloured[i]!.from < token.end; i++) {
      const { scopes, text: own } = coloured[i]!;
      if (own.trim() === '') continue;
      assert.ok(
        scopes.some((s) => s === scope || s.startsWith(`${scope}.`)),
        `${JSON.stringify(piece)} is read, and coloured as ${scopes.at(-1)}, in ${JSON.stringify(text)}`,
      );
    }
  }
}

const page = readFileSync(join(root, 'docs', 'language.md'), 'utf8');
const samples = join(root, 'samples');

describe('the grammar colours what the parser reads', () => {
  for (const file of readdirSync(samples).filter((f) => f.endsWith('.encounter')))
    it(file, () => agree(readFileSync(join(samples, file), 'utf8')));

  it('in the examples of the language page', async () => {
    for (const [, example] of page.matchAll(/^```encounter\n([\s\S]*?)^```$/gm)) await agree(example!);
  });

  const pick = (...all: string[]) => fc.constantFrom(...all);
  const space = pick(' ', '  ', '\t', '\u00a0', ' \t');
  const indent = fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 4, arbitrary: pick('  ', '    ', '\t', ' \u00a0', '\t ') },
  );
  const piece = pick(
    ...['encounter', 'Encounter', '2026-03-03', '2026-02-30', 'patient', 'A', 'MRN-1042', '"A 1"', '""', '“A”'],
    ...[
      'clinician',
      'payer',
      'payer:',
      'medicare',
      'none',
      'state',
      'AZ',
      'setting',
      'home',
      'units',
      'cms',
      'discipline',
      'PT',
    ],
    ...[
      'dx',
      'M54.50',
      'm25561',
      ',',
      'M54.5,M25.561',
      'goal',
      '"up # down"',
      'payor',
      'bill',
      'BILL',
      'bill:',
      '97110',
    ],
    ...[
      '97110-59',
      '97150-59-GP',
      '-59',
      '–GP',
      '- 59',
      'x1',
      'X999',
      'x0',
      'x1000',
      'x01',
      'x',
      'g0283',
      '97110x2',
      '9711',
    ],
    ...[
      '09:00-09:15',
      '9:00 - 9:15',
      '9:00am–9:15 pm',
      '1:00-1:45pm',
      '24:00',
      '9-10',
      '15',
      '15m',
      '15 min',
      '0 minutes',
      'min',
    ],
    ...[
      'one-on-one',
      'supervised',
      'group',
      'group of 4',
      'group of',
      'of',
      '4',
      'by',
      'by aide',
      'assistant',
      'student',
    ],
    ...[
      'region',
      '"lumbar"',
      'S:',
      'O:',
      'note:',
      'Plan:',
      'text',
      '#',
      '# said',
      '# ignore missing-59: so',
      'A#1',
      ':',
      '/',
      '\u202e',
    ],
  );
  const line = fc.tuple(indent, fc.array(fc.tuple(piece, space), { maxLength: 7 }), pick('', '', ' ')).map(
    ([before, pieces, after]) =>
      before +
      pieces
        .map(([p, s]) => p + s)
        .join('')
        .trimEnd() +
      after,
  );
  const text = fc
    .array(line, { minLength: 1, maxLength: 12 })
    .chain((lines) => pick('\n', '\r\n', '\r').map((end) => lines.join(end)));

  it('where a code stands for the size of a group', () =>
    agree('encounter 2026-03-03 patient A\n  15 min 97150 group of 97110\n  97110-59 group of 97110\n'));

  it('in lines put together at random', async function () {
    this.timeout(120_000);
    await fc.assert(fc.asyncProperty(text, agree), { numRuns: 5_000 });
  });
});

describe('the parser reads what the page and the snippets promise', () => {
  const header = 'encounter 2026-03-03 patient A\n  dx M54.50\n';
  const place = (line: string) => (/^enco\w+ /.test(line) ? line : `${header}  ${line}`);
  const start = page.indexOf('| you wrote | why it is not read | write |');
  const rows = page
    .slice(start, page.indexOf('\n\n', start))
    .split('\n')
    .slice(2)
    .map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

  it('the table of what cannot be read is there', () => assert.ok(rows.length > 25));
  for (const [wrong, why, right] of rows) {
    const bad = /^`([^`]+)`$/.exec(wrong!)?.[1];
    const good = /^`([^`]+)`/.exec(right!)?.[1];
    if (bad === undefined) continue;
    it(`${bad} (${why}) is refused${good === undefined ? '' : `, ${good} is read`}`, () => {
      assert.deepEqual(
        parse(place(bad)).problems.map((p) => p.rule),
        ['syntax'],
      );
      if (good !== undefined) assert.deepEqual(parse(place(good)).problems, []);
    });
  }

  it('every example of the page', () => {
    for (const [, example] of page.matchAll(/^```encounter\n([\s\S]*?)^```$/gm)) {
      const whole = /^ /.test(example!) ? header + example : example!;
      assert.deepEqual(parse(whole).problems, [], example);
    }
  });

  for (const [name, snippet] of Object.entries(snippets))
    it(`the snippet ${name}`, () => assert.deepEqual(parse(inPlace[name]!(expand(snippet.body))).problems, []));
});
