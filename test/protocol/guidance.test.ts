/** Asking the guidance over the protocol: search, pages, and where a code can stand. */

import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import type { Answer } from '../../server/src/features/search';
import { CODE_EDIT, PAGE, type PageResult, SEARCH } from '../../server/src/lsp/guidance';
import { Editor, URI } from './client';

const DAY = `encounter 2026-03-03 patient A
  09:00-09:15  97110  one-on-one
  09:15-09:30\x20
  09:30-09:45  one-on-one
  bill 97110-GP x1
  bill\x20
  bill
  bill 971
  S: Feels steadier on stairs.

`;

describe('the guidance over the protocol', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.here();
    editor.open(DAY);
  });
  after(() => editor.shutdown());

  const search = (words: string, only?: string[]): Promise<Answer[]> =>
    editor.connection.sendRequest(SEARCH, { words, ...(only ? { only } : {}) });
  const page = (kind: string, id: string): Promise<PageResult | null> =>
    editor.connection.sendRequest(PAGE, { kind, id });

  it('finds a code by plain words', async () => {
    const [first] = await search('exercise in water', ['code']);
    assert.equal(first?.id, '97113');
    assert.equal(first?.title, '97113: exercise in water');
    assert.ok((await search('exercise in water')).some(({ kind, id }) => kind === 'code' && id === '97113'));
  });

  it('offers something to begin with, and every code where codes are asked for', async () => {
    assert.ok((await search('')).length > 5);
    const codes = await search('  ', ['code']);
    assert.ok(codes.length > 80 && codes.every(({ kind }) => kind === 'code'));
    assert.deepEqual(await search('zzzzqqq'), []);
  });

  it('gives pages that lead to one another, each to one that is there', async () => {
    const seen = new Set(['rule/missing-59', 'code/97150', 'payer/medicare', 'source/aca-group']);
    for (const address of seen) {
      const [kind = '', id = ''] = address.split('/');
      const found = await page(kind, id);
      assert.ok(found, `there is no page ${address}`);
      assert.match(found.markdown, /^# /);
      assert.ok(found.title !== '');
      for (const [, to] of found.markdown.matchAll(/\]\(([^)]*)\)/g)) {
        const target = /^\.\.\/([a-z]+\/[\w-]+)\.md$/.exec(to!);
        assert.ok(target, `${address} leads to ${to}`);
        seen.add(target[1]!);
      }
    }
    for (const kind of ['rule', 'code', 'modifier', 'payer', 'passage', 'conflict', 'source'])
      assert.ok(
        [...seen].some((address) => address.startsWith(`${kind}/`)),
        kind,
      );
  }).timeout(60_000);

  it('shows on a rule page what the checker really says', async () => {
    const found = await page('rule', 'missing-59');
    assert.match(found!.markdown, /^> Line \d+, error: 97110 needs -59/m);
    assert.match(found!.markdown, /\[aca-group\]\(\.\.\/source\/aca-group\.md\)/);
  });

  it('has no page for what there is not', async () => {
    assert.equal(await page('rule', 'missing-95'), null);
    assert.equal(await page('code', '00000'), null);
    assert.equal(await page('secret', 'x'), null);
  });

  describe('says where a code can stand', () => {
    const put = async (line: number, character: number): Promise<string | null> => {
      const edit: TextEdit | null = await editor.connection.sendRequest(CODE_EDIT, {
        textDocument: { uri: URI },
        position: { line, character },
        code: '97113',
      });
      if (!edit) return null;
      const text = DAY.split('\n')[line]!;
      const { start, end } = edit.range;
      return text.slice(0, start.character) + edit.newText + text.slice(end.character);
    };

    it('in place of a code, whole or half typed', async () => {
      assert.equal(await put(1, 17), '  09:00-09:15  97113  one-on-one');
      assert.equal(await put(4, 7), '  bill 97113-GP x1');
      assert.equal(await put(7, 10), '  bill 97113');
    });

    it('where one is missing, with the white space it needs', async () => {
      assert.equal(await put(2, 14), '  09:15-09:30 97113');
      assert.equal(await put(2, 13), '  09:15-09:30 97113 ');
      assert.equal(await put(3, 15), '  09:30-09:45  97113 one-on-one');
      assert.equal(await put(5, 7), '  bill 97113');
      assert.equal(await put(6, 6), '  bill 97113');
    });

    it('and nowhere else', async () => {
      for (const [line, character] of [
        [0, 31],
        [1, 27],
        [4, 16],
        [8, 10],
        [9, 0],
        [40, 0],
      ] as const)
        assert.equal(await put(line, character), null, `${line}:${character}`);
    });
  });
});
