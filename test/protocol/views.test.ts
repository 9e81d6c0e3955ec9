/** What shows a file at a glance and leads around in it, as an editor asks for it. */

import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Editor, type EditorOptions, everywhere, positionAt, URI } from './client';

const A = 'file:///clinic/a.encounter';
const B = 'file:///clinic/b.encounter';
const ONE = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient Zoe
  # ignore dx-missing: kept elsewhere
  09:00-09:24  97112
  09:24-09:47  97110
  10:00-10:30  97150  group of 2
  bill 97112-59-GP x2
  O: Took part
     in all of it.
`;
const TWO = `clinician "R. Ortiz, PT"
encounter 2026-03-03 patient Max
  10:00-10:30  97150  group of 2
encounter 2026-03-04 patient "Zoe"
`;
const HINTS = ['· 47 min timed → 3 units', '= 24 min', '= 23 min', '= 30 min'];
const SECRETS = ['Zoe', 'Ortiz', 'Max'];

describe('the server, for the eye', () => {
  let editor: Editor;
  const start = async (options: EditorOptions = {}) => {
    editor = await Editor.here({ folders: ['file:///clinic'], ...options });
    editor.open(ONE, A);
    editor.open(TWO, B);
  };
  const ask = <T>(method: string, params: object = {}, uri = A): Promise<T> =>
    editor.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const on = (piece: string, uri = A): { position: Position } => {
    const at = editor.text(uri).indexOf(piece);
    assert.ok(at >= 0, piece);
    return { position: positionAt(editor.text(uri), at + (piece.length >> 1)) };
  };
  const said = (range: Range, uri = A) =>
    editor.text(uri).split('\n')[range.start.line]!.slice(range.start.character, range.end.character);
  const places = (found: readonly Location[]) =>
    found.map(({ uri, range }) => `${uri.slice(-11)}:${range.start.line + 1} ${said(range, uri)}`);

  afterEach(async () => {
    for (const line of [...editor.log, ...editor.shown, JSON.stringify(editor.statuses)])
      for (const secret of SECRETS) assert.ok(!line.includes(secret), `the log holds text of a file: ${line}`);
    await editor.shutdown();
  });

  const hints = async (range: Range = everywhere) => ask<InlayHint[] | null>('inlayHint', { range });

  it('hints at minutes and units', async () => {
    await start();
    const found = await hints();
    assert.deepEqual(
      found!.map(({ label }) => label),
      HINTS,
    );
    assert.deepEqual(found![0]!.position, { line: 4, character: 32 });
    assert.match(JSON.stringify(found![0]!.tooltip), /8-minute rule/);
  });

  it('hints at what the settings leave on, and asks again when they change', async () => {
    await start({ settings: { inlayHints: { sessionMinutes: false } } });
    assert.deepEqual(
      (await hints())!.map(({ label }) => label),
      HINTS.slice(0, 1),
    );
    editor.settings = { 'inlayHints.supportedUnits': false };
    const before = editor.hintRefreshes;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until('hints to be asked for again', () => editor.hintRefreshes > before);
    assert.deepEqual(
      (await hints())!.map(({ label }) => label),
      HINTS.slice(1),
    );
  });

  it('keeps a setting that is no switch as it was, and says so', async () => {
    await start({ settings: { inlayHints: { sessionMinutes: 'no' } } });
    assert.equal((await hints())!.length, 4);
    assert.deepEqual(editor.shown, [
      'Setting encounter.inlayHints.sessionMinutes is "no"; expected true or false. true stays in use.',
    ]);
  });

  it('has hints asked for again where another file of the day changed', async () => {
    await start();
    await editor.findings(A);
    await editor.findings(B);
    const before = editor.hintRefreshes;
    editor.replace(
      '2026-03-04 patient "Zoe"',
      '2026-03-03 patient "Zoe"\n  clinician "M. Chen, PT"\n  payer medicare\n  discipline PT\n  11:00-11:15  97110',
      B,
    );
    await editor.findings(B);
    await editor.until('hints to be asked for again', () => editor.hintRefreshes > before);
    assert.equal((await hints())![0]!.label, '· day: 62 min timed → 4 units');
  });

  it('has hints and colours asked for again where a setting judges otherwise', async () => {
    await start({ settings: {} });
    editor.replace('97112\n', '9711X\n', A);
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 99 } };
    assert.equal((await ask<SemanticTokens>('semanticTokens/range', { range })).data.length, 5);
    await editor.findings(A);
    const before = [editor.hintRefreshes, editor.colourRefreshes];
    editor.settings = { units: 'midpoint' };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until(
      'both to be asked for again',
      () => editor.hintRefreshes > before[0]! && editor.colourRefreshes > before[1]!,
    );
  });

  it('gives the outline as a tree, or as a list to an editor that knows none', async () => {
    await start();
    const tree = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      tree.map(({ name, detail }) => `${name} ${detail}`),
      ['patient Zoe 2026-03-03'],
    );
    assert.deepEqual(
      tree[0]!.children!.map(({ name }) => name),
      ['09:00-09:24  97112', '09:24-09:47  97110', '10:00-10:30  97150', 'bill 97112-59-GP'],
    );
    assert.deepEqual(tree[0]!.range, { start: { line: 4, character: 0 }, end: { line: 11, character: 18 } });
    await editor.shutdown();
    await start({ outlineTree: false });
    const list = await ask<SymbolInformation[]>('documentSymbol');
    assert.deepEqual(list.map(({ name, containerName = '' }) => `${name} < ${containerName}`).slice(0, 2), [
      'patient Zoe 2026-03-03 < ',
      '09:00-09:24  97112 < patient Zoe 2026-03-03',
    ]);
    assert.equal(list[0]!.location.uri, A);
  });

  it('folds, as many as the editor draws', async () => {
    await start();
    assert.deepEqual(await ask<FoldingRange[]>('foldingRange'), [
      { startLine: 4, endLine: 11 },
      { startLine: 10, endLine: 11 },
    ]);
    await editor.shutdown();
    await start({ mostFolds: 1 });
    assert.equal((await ask<FoldingRange[]>('foldingRange')).length, 1);
  });

  it('grows a selection', async () => {
    await start();
    const [chain] = await ask<SelectionRange[]>('selectionRange', { positions: [on('group of 2').position] });
    const steps: string[] = [];
    for (let step: SelectionRange | undefined = chain; step; step = step.parent)
      steps.push(step.range.start.line === step.range.end.line ? said(step.range) : 'lines');
    assert.deepEqual(steps, [
      'group',
      'group of 2',
      '10:00-10:30  97150  group of 2',
      '  10:00-10:30  97150  group of 2',
      'lines',
      'lines',
    ]);
  });

  it('lights the same', async () => {
    await start();
    const found = await ask<DocumentHighlight[]>('documentHighlight', on('97112'));
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [6, 9],
    );
  });

  it('colours what the grammar cannot know', async () => {
    await start();
    assert.deepEqual(await ask<SemanticTokens>('semanticTokens/range', { range: everywhere }), {
      data: [9, 13, 2, 2, 0],
    });
  });

  it('leads to definitions and references across files', async () => {
    await start();
    assert.deepEqual(places(await ask('definition', on('"Zoe"', B), B)), ['a.encounter:5 Zoe']);
    const context = { includeDeclaration: true };
    assert.deepEqual(places(await ask('references', { ...on('"Zoe"', B), context }, B)), [
      'a.encounter:5 Zoe',
      'b.encounter:4 "Zoe"',
    ]);
    assert.deepEqual(places(await ask('references', { ...on('Ortiz'), context })), [
      'a.encounter:1 "R. Ortiz, PT"',
      'a.encounter:5 encounter 2026-03-03 patient Zoe',
      'b.encounter:1 "R. Ortiz, PT"',
      'b.encounter:2 encounter 2026-03-03 patient Max',
      'b.encounter:4 encounter 2026-03-04 patient "Zoe"',
    ]);
    assert.deepEqual(places(await ask('definition', on('group of 2'))), ['b.encounter:3 group of 2']);
  });

  it('renames across files, for the versions it has seen', async () => {
    await start();
    assert.deepEqual(await ask('prepareRename', on('"Zoe"', B), B), {
      range: { start: { line: 3, character: 30 }, end: { line: 3, character: 33 } },
      placeholder: 'Zoe',
    });
    editor.replace('discipline PT', 'discipline  PT', A);
    const edit = await ask<WorkspaceEdit>('rename', { ...on('"Zoe"', B), newName: 'MRN 7' }, B);
    assert.deepEqual(
      (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument: { uri, version }, edits }) => [
        uri,
        version,
        edits.map((one) => ('newText' in one ? one.newText : '')),
      ]),
      [
        [A, 2, ['"MRN 7"']],
        [B, 1, ['MRN 7']],
      ],
    );
  });

  it('renames without versions where the editor cannot hold to them', async () => {
    await start({ documentChanges: false });
    const edit = await ask<WorkspaceEdit>('rename', { ...on('"Zoe"', B), newName: 'MRN-7' }, B);
    assert.deepEqual(Object.keys(edit.changes!), [A, B]);
  });

  it('refuses to make one patient of two, or to rename what has no name', async () => {
    await start();
    await assert.rejects(
      ask('rename', { ...on('"Zoe"', B), newName: 'Max' }, B),
      /id of another patient, with 1 encounter/,
    );
    await assert.rejects(ask('rename', { ...on('"Zoe"', B), newName: '' }, B), /at least one character/);
    await assert.rejects(ask('prepareRename', on('medicare')), /Only the id of a patient/);
    await assert.rejects(ask('rename', { ...on('medicare'), newName: 'x' }), /Only the id of a patient/);
    assert.deepEqual(editor.log, []);
  });

  it('finds patients, clinicians and dates in all files', async () => {
    await start();
    const search = async (query: string) => {
      const found = await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
      return found.map(({ name, location }) => `${name} ${location.uri.slice(-11)}`);
    };
    assert.deepEqual(await search('ortiz'), ['R. Ortiz, PT a.encounter']);
    assert.deepEqual(await search('2026-03-04'), ['2026-03-04 patient Zoe b.encounter']);
    assert.deepEqual(await search('max'), ['patient Max b.encounter']);
  });

  it('links rule ids to their pages, where the editor has some', async () => {
    await start();
    assert.equal(await ask('documentLink'), null);
    await editor.shutdown();
    await start({ initializationOptions: { rulePage: 'pages:/rule/{rule}.md' } });
    const [link, ...more] = await ask<DocumentLink[]>('documentLink');
    assert.equal(said(link!.range), 'dx-missing');
    assert.equal(link!.target, 'pages:/rule/dx-missing.md');
    assert.deepEqual(more, []);
  });

  it('is silent on documents that nobody can change, but still outlines and folds them', async () => {
    await start();
    const uri = 'git:/clinic/a.encounter';
    editor.open(ONE, uri);
    assert.equal(await ask('inlayHint', { range: everywhere }, uri), null);
    assert.equal(await ask('prepareRename', on('Zoe', uri), uri), null);
    assert.equal((await ask<DocumentSymbol[]>('documentSymbol', {}, uri)).length, 1);
    assert.equal((await ask<FoldingRange[]>('foldingRange', {}, uri)).length, 2);
    // Their patients are not those of the folder.
    const context = { includeDeclaration: true };
    assert.equal((await ask<Location[]>('references', { ...on('Zoe', A), context })).length, 2);
  });

  it('answers for a document that is not open with nothing', async () => {
    await start();
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink'])
      assert.equal(await ask(method, {}, URI), null);
    assert.equal(await ask('definition', { position: { line: 0, character: 0 } }, URI), null);
  });
});
