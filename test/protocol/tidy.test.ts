import assert from 'node:assert/strict';
import type { FormattingOptions, TextEdit } from 'vscode-languageserver';
import { Editor, offsetAt, URI } from './client';

const MESSY = `payer   Medicare

encounter 2026-03-03 patient A
    15min 97110
    bill 97110 -gp X1
encounter 2026-03-03 patient B
    9:00 AM – 9:15 AM 97110
`;
const TIDY = `payer medicare

encounter 2026-03-03 patient A
  15 min  97110
  bill 97110-GP x1
encounter 2026-03-03 patient B
  09:00-09:15  97110
`;
/** What an editor sends along; the written form is one, whatever it says. */
const options: FormattingOptions = { tabSize: 8, insertSpaces: false };

describe('the language server, tidying', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.here();
  });
  afterEach(() => editor.shutdown());

  async function ask(method: string, params: object, uri = URI): Promise<TextEdit[] | null> {
    return editor.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, options, ...params });
  }
  function apply(edits: TextEdit[] | null, uri = URI): string {
    for (const { range, newText } of [...(edits ?? [])].reverse()) {
      const text = editor.text(uri);
      editor.edit(offsetAt(text, range.start), offsetAt(text, range.end), newText, uri);
    }
    return editor.text(uri);
  }

  it('says that it can', () => {
    const { capabilities } = editor.result;
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.equal(capabilities.documentRangeFormattingProvider, true);
    assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n' });
  });

  it('tidies a document, once', async () => {
    editor.open(MESSY);
    assert.equal(apply(await ask('formatting', {})), TIDY);
    assert.deepEqual(await ask('formatting', {}), []);
  });

  it('keeps the line ends', async () => {
    editor.open(MESSY.replaceAll('\n', '\r\n'));
    assert.equal(apply(await ask('formatting', {})), TIDY.replaceAll('\n', '\r\n'));
  });

  it('tidies the encounters of a selection', async () => {
    editor.open(MESSY);
    const range = { start: { line: 3, character: 2 }, end: { line: 5, character: 0 } };
    assert.equal(
      apply(await ask('rangeFormatting', { range })),
      [...MESSY.split('\n').slice(0, 2), ...TIDY.split('\n').slice(2, 5), ...MESSY.split('\n').slice(5)].join('\n'),
    );
  });

  it('tidies the line that Enter has left, where it stands', async () => {
    editor.open(MESSY);
    const position = { line: 4, character: 4 };
    assert.equal(
      apply(await ask('onTypeFormatting', { position, ch: '\n' })),
      MESSY.replace('    15min 97110', '    15 min  97110'),
    );
    assert.equal(await ask('onTypeFormatting', { position, ch: ';' }), null);
    assert.equal(await ask('onTypeFormatting', { position: { line: 0, character: 0 }, ch: '\n' }), null);
    assert.deepEqual(await ask('onTypeFormatting', { position: { line: 900, character: 0 }, ch: '\n' }), []);
  });

  it('leaves the old side of a diff alone, and what it does not know', async () => {
    const uri = 'git:/day.encounter?HEAD';
    editor.open(MESSY, uri);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    assert.equal(await ask('formatting', {}, uri), null);
    assert.equal(await ask('rangeFormatting', { range }, uri), null);
    assert.equal(await ask('onTypeFormatting', { position: { line: 1, character: 0 }, ch: '\n' }, uri), null);
    assert.equal(await ask('formatting', {}, 'file:///nowhere.encounter'), null);
  });

  it('tidies a file that is too large to be checked', async () => {
    await editor.shutdown();
    editor = await Editor.here({ settings: { maxFileSize: 1 } });
    const large = `${MESSY}${'# a remark of some length, again and again\n'.repeat(30_000)}`;
    editor.open(large);
    const edits = await ask('formatting', {});
    assert.equal(apply(edits).slice(0, TIDY.length), TIDY);
  });
});
