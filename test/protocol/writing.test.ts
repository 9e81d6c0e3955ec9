/** Completion and the building of a claim, as an editor asks for them. */

import assert from 'node:assert/strict';
import type {
  CodeLens,
  CompletionClientCapabilities,
  CompletionItem,
  CompletionList,
  MarkupContent,
} from 'vscode-languageserver';
import { Editor, type EditorOptions, everywhere, positionAt, URI } from './client';

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
`;
const SECRETS = ['Ortiz', 'Balance', 'rail'];
const RICH: CompletionClientCapabilities = {
  completionItem: {
    snippetSupport: true,
    labelDetailsSupport: true,
    documentationFormat: ['markdown', 'plaintext'],
    insertTextModeSupport: { valueSet: [1, 2] },
  },
};

describe('the server, for the hand', () => {
  let editor: Editor;
  const start = async (text: string, options: EditorOptions = {}) => {
    editor = await Editor.here({ appliesEdits: true, ...options });
    editor.open(text);
  };
  afterEach(async () => {
    for (const line of [...editor.log, ...editor.shown])
      for (const secret of SECRETS) assert.ok(!line.includes(secret), `a message holds text of a file: ${line}`);
    await editor.shutdown();
  });
  const list = (at = editor.text().length, triggerCharacter?: string): Promise<CompletionList | null> =>
    editor.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: URI },
      position: positionAt(editor.text(), at),
      context: triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 },
    });
  const itemOf = async (label: string) => {
    const found = (await list())?.items.find((item) => item.label === label);
    assert.ok(found, label);
    return found;
  };
  const resolved = (item: CompletionItem): Promise<CompletionItem> =>
    editor.connection.sendRequest('completionItem/resolve', item);
  const lenses = async (): Promise<CodeLens[]> => {
    const found: CodeLens[] = await editor.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri: URI },
    });
    return Promise.all(found.map((lens) => editor.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
  };
  const run = (line: number) =>
    editor.connection.sendRequest('workspace/executeCommand', {
      command: 'encounter.buildClaim',
      arguments: [URI, line],
    });

  it('gives an editor that knows much snippets, words beside, and what follows', async () => {
    await start(`${HEAD}  15 min  97110  `, {
      completion: RICH,
      initializationOptions: { suggestAgain: 'editor.action.triggerSuggest' },
    });
    const activity = await itemOf('"activity"');
    assert.equal(activity.insertTextFormat, 2);
    assert.match(JSON.stringify(activity.textEdit), /\$\{1:what was done\}/);
    assert.equal(activity.labelDetails?.description, 'what was done, in quotes');
    assert.equal((await itemOf('region')).command?.command, 'editor.action.triggerSuggest');
  });

  it('gives an editor that knows little plain text and no command', async () => {
    await start(`${HEAD}  15 min  97110  `, { completion: {} });
    const { items } = (await list())!;
    for (const item of items) {
      assert.equal(item.insertTextFormat, undefined);
      assert.equal(item.insertTextMode, undefined);
      assert.equal(item.command, undefined);
      assert.equal(item.labelDetails, undefined);
      assert.doesNotMatch(JSON.stringify(item.textEdit), /\$\{/);
    }
    assert.equal((await itemOf('"activity"')).detail, 'what was done, in quotes');
  });

  it('keeps the order of what fits best', async () => {
    await start(`${HEAD}  15 min  `);
    const { items } = (await list())!;
    const sorted = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    assert.deepEqual(sorted, items);
    assert.ok(items.length > 80);
  });

  it('gives documentation when a suggestion is looked at', async () => {
    await start(`${HEAD}  15 min  `, { completion: RICH });
    const { documentation } = await resolved(await itemOf('97110'));
    assert.equal((documentation as MarkupContent).kind, 'markdown');
    assert.match((documentation as MarkupContent).value, /^\*\*97110\*\*/);
  });

  it('gives it as plain text to an editor that shows no Markdown', async () => {
    await start(`${HEAD}  15 min  `);
    const { documentation } = await resolved(await itemOf('97110'));
    assert.match(String(documentation), /^97110 · exercise/);
  });

  it('answers the character that was typed a moment before', async () => {
    await start(`${HEAD}  bill 97110`);
    editor.edit(editor.text().length, editor.text().length, '-');
    const found = (await list(editor.text().length, '-'))!;
    assert.equal(found.items[0]!.label, '-59-GP x1');
    const { range } = found.items[0]!.textEdit as { range: { start: { character: number } } };
    assert.equal(range.start.character, '  bill 97110'.length);
  });

  it('says nothing in a note, and nothing in a foreign document', async () => {
    await start(`${HEAD}  S: one `);
    assert.equal(await list(), null);
    editor.open(`${HEAD}  bill `, 'git:/day.encounter');
    const foreign = await editor.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: 'git:/day.encounter' },
      position: { line: 9, character: 7 },
    });
    assert.equal(foreign, null);
  });

  it('suggests nothing beyond the end, and is as quick there', async () => {
    await start(`${HEAD}  15 min  97110\n`);
    for (const line of [1000, 2 ** 31 - 1, 2 ** 53]) {
      const from = performance.now();
      const found = await editor.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: URI },
        position: { line, character: 0 },
      });
      assert.equal(found, null);
      assert.ok(performance.now() - from < 2000, `line ${line}`);
    }
  });

  it('offers to build the claim above the encounter, and builds it', async () => {
    await start(HEAD);
    const [lens] = await lenses();
    assert.equal(lens?.command?.title, 'Build the claim: 97110 x1, 97150 x1');
    assert.deepEqual(lens.command.arguments, [URI, 4]);
    await run(4);
    await editor.until('the claim', () => editor.text().includes('bill'));
    assert.equal(editor.text(), `${HEAD.trimEnd()}\n  bill 97110-59-GP x1\n  bill 97150-GP x1\n`);
    assert.deepEqual(
      (await editor.findings()).map(({ severity }) => severity).filter((one) => one === 1),
      [],
    );
    assert.deepEqual(await lenses(), []);
    await run(4);
    await editor.until('a word', () => editor.shown.length > 0);
    assert.deepEqual(editor.shown, ['The claim has every line that the sessions prove.']);
  });

  it('changes units only where the coder says so', async () => {
    const text = `${HEAD}  bill 97110-59-GP x3\n  bill 97150-GP x1\n`;
    await start(text);
    assert.deepEqual(
      (await lenses()).map(({ command }) => command?.title),
      ['Claim and sessions differ: 97110 x3, 15 min support 1'],
    );
    await run(4);
    await editor.until('a question', () => editor.shown.length > 0);
    assert.deepEqual(editor.shown, ['97110 x3, 15 min support 1. [Set 97110 to x1 (15 min support 1)]']);
    assert.equal(editor.text(), text);
  });

  it('changes them where the coder does', async () => {
    const text = `${HEAD}  bill 97110-59-GP x3\n  bill 97150-GP x1\n`;
    await start(text, { presses: 'Set 97110 to x1 (15 min support 1)' });
    await run(4);
    await editor.until('the change', () => editor.text().includes('97110-59-GP x1'));
  });

  it('says what it left out, and why', async () => {
    await start(HEAD.replace('09:00-09:15', '15 min'));
    await run(4);
    await editor.until('a word', () => editor.shown.length > 0);
    assert.deepEqual(editor.shown, ['97150 is left out: the record does not prove it apart from 97110 (-59).']);
    assert.ok(editor.text().includes('bill 97110-GP x1'));
  });

  it('offers the same as actions at the encounter’s lines, each step by itself', async () => {
    await start(`${HEAD}  bill 97110-GP x2\n`);
    const at = (line: number) => ({ start: { line, character: 3 }, end: { line, character: 3 } });
    const titles = async (line: number, only?: string[]) =>
      (await editor.actions(at(line), only)).filter(({ kind }) => kind === 'refactor.rewrite.claim');
    const offered = await titles(8);
    assert.deepEqual(
      offered.map(({ title }) => title),
      ['Add the missing lines: 97150-GP x1, and -59 to 97110', 'Set 97110 to x1 (15 min support 1)'],
    );
    assert.deepEqual(await titles(5), []);
    assert.equal((await titles(4, ['refactor'])).length, 2);
    assert.deepEqual(await titles(4, ['quickfix']), []);
    editor.take(offered[0]!);
    assert.ok(editor.text().endsWith('  bill 97110-59-GP x2\n  bill 97150-GP x1\n'), editor.text());
  });

  it('does not promise a command to an editor that makes no edits', async () => {
    await start(HEAD, { appliesEdits: false });
    assert.ok(!editor.result.capabilities.executeCommandProvider?.commands.includes('encounter.buildClaim'));
    assert.equal(editor.result.capabilities.codeLensProvider, undefined);
    assert.ok(editor.result.capabilities.completionProvider);
    assert.ok((await editor.actions(everywhere, ['refactor.rewrite.claim'])).length === 0);
  });
});
