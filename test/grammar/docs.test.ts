import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_IDS } from '../../server/src/rules/kit/ids';
import {
  CONTACT_WORDS,
  DISCIPLINES,
  FIELD_NAMES,
  GIVER_WORDS,
  LABELS,
  PAYERS,
  SETTINGS,
  UNIT_RULES,
} from '../../server/src/syntax/kinds';
import { root, tokenize } from './tokenize';

const page = readFileSync(join(root, 'docs', 'language.md'), 'utf8');
const examples = [...page.matchAll(/^```encounter\n([\s\S]*?)^```$/gm)].map((m) => m[1]!);

/** The text of a section with the sections in it. */
function section(title: string): string {
  const start = page.indexOf(`\n## ${title}\n`);
  assert.notEqual(start, -1, title);
  const end = page.indexOf('\n## ', start + 1);
  return page.slice(start, end < 0 ? undefined : end);
}

const words: [kind: string, all: readonly string[], scope: string, line: (word: string) => string][] = [
  ['field', FIELD_NAMES, 'variable.other.property.field', (w) => `  ${w} none`],
  ['discipline', DISCIPLINES, 'constant.language.value', (w) => `discipline ${w}`],
  ['payer', PAYERS, 'constant.language.value', (w) => `payer ${w}`],
  ['setting', SETTINGS, 'constant.language.value', (w) => `setting ${w}`],
  ['unit rule', UNIT_RULES, 'constant.language.value', (w) => `units ${w}`],
  ['label', LABELS, 'variable.other.property.label', (w) => `  ${w}: text`],
  ['contact', Object.keys(CONTACT_WORDS), 'storage.type.contact', (w) => `  15 min 97110 ${w}`],
  ['giver', Object.keys(GIVER_WORDS), 'constant.language.giver', (w) => `  15 min 97110 by ${w}`],
];

describe('the words of the language: parser, grammar and language page know the same ones', () => {
  for (const [kind, all, scope, line] of words)
    for (const word of all)
      it(`${kind} ${word}`, async () => {
        const found = (await tokenize(line(word))).filter((t) => t.scopes.some((s) => s.startsWith(scope)));
        assert.deepEqual(
          found.map((t) => t.text),
          [word],
        );
        assert.match(page, new RegExp(`\`(?:by )?${word}[\` ]`), `docs/language.md does not name ${word}`);
      });
});

describe('docs/language.md', () => {
  it('has examples', () => assert.ok(examples.length >= 8));

  for (const [at, example] of examples.entries())
    it(`example ${at + 1}: every word has its colour`, async () => {
      const plain = (await tokenize(example)).filter(
        (t) => t.text.trim() !== '' && t.scopes.every((s) => /^(source|meta(?!\.note\.text)|invalid)\./.test(s)),
      );
      assert.deepEqual(plain, []);
    });

  it('says of every rule where its finding stands, and names no other', () => {
    const placed = new Set(
      [...section('Where a finding stands').matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+|syntax)`/g)].map((m) => m[1]!),
    );
    for (const word of ['one-on-one']) placed.delete(word);
    assert.deepEqual([...placed].sort(), [...RULE_IDS].sort());
  });

  it('has every place that it points to', () => {
    const anchors = new Set(
      [...page.matchAll(/^#+ (.+)$/gm)].map((m) =>
        m[1]!
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      ),
    );
    for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/g)) assert.ok(anchors.has(anchor!), anchor);
  });
});
