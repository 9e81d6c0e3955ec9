/** The language server as an editor sees it. */

import assert from 'node:assert/strict';
import type { Diagnostic, MarkupContent } from 'vscode-languageserver';
import { EncounterFile } from '../../server/src/engine/file';
import type { PatientDayRule } from '../../server/src/rules/kit/rule';
import { RULES } from '../../server/src/rules/registry';
import { brief, Editor, type EditorOptions, everywhere, URI } from './client';

const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n\n';
const DAY = `${HEAD}encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-GP x1
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;
const WANTED = '10:8-13 missing-59';

const codes = (findings: readonly Diagnostic[]) => findings.map(({ code }) => code);

/** Text that no log, status or message of the server may hold. */
const SECRETS = ['Ortiz', 'Balance', 'rail', 'cues'];

describe('the server', () => {
  let editor: Editor;
  const start = async (options: EditorOptions = {}) => {
    editor = await Editor.here(options);
    return editor;
  };
  afterEach(async () => {
    for (const line of [...editor.log, ...editor.shown, JSON.stringify(editor.statuses)])
      for (const secret of SECRETS) assert.ok(!line.includes(secret), `the log holds text of a file: ${line}`);
    await editor.shutdown();
  });

  it('says what it can do', async () => {
    const { capabilities } = (await start()).result;
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'encounter',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    assert.equal(capabilities.hoverProvider, true);
  });

  it('says less to an editor that knows less', async () => {
    const { capabilities } = (await start({ pulls: false })).result;
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  it('answers a question for findings, with all that an editor shows', async () => {
    await start();
    editor.open(DAY);
    const findings = await editor.findings();
    assert.deepEqual(findings.map(brief), [WANTED]);
    const [finding] = findings;
    assert.equal(finding?.severity, 1);
    assert.equal(finding?.source, 'encounter');
    for (const { location, message } of finding?.relatedInformation ?? []) {
      assert.equal(location.uri, URI);
      assert.ok(message.length > 0);
    }
  });

  it('says that nothing changed where nothing changed, and gives everything where something did', async () => {
    await start();
    editor.open(DAY);
    const first = await editor.pull();
    assert.ok(first.kind === 'full' && first.resultId);
    const again = await editor.pull(URI, first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    editor.replace('last week', 'in February');
    assert.equal((await editor.pull(URI, first.resultId)).kind, 'unchanged');
    editor.replace('  dx M54.50\n', '  dx M54.50\n\n');
    const moved = await editor.pull(URI, first.resultId);
    assert.ok(moved.kind === 'full');
    assert.deepEqual(moved.items.map(brief), ['11:8-13 missing-59']);
    editor.replace('bill 97110-GP', 'bill 97110-59-GP');
    const fixed = await editor.pull(URI, first.resultId);
    assert.ok(fixed.kind === 'full' && fixed.items.length === 0);
  });

  it('has an editor ask again that asked for the findings of a file before it said that the file is open', async () => {
    await start();
    assert.deepEqual(await editor.pull(), { kind: 'full', items: [] });
    editor.open(DAY);
    await editor.until('a refresh', () => editor.refreshes > 0);
    const report = await editor.pull();
    assert.ok(report.kind === 'full' && report.resultId);
    assert.deepEqual(report.items.map(brief), [WANTED]);
  });

  it('sends findings with their version to an editor that does not ask, and takes them back on close', async () => {
    await start({ pulls: false });
    editor.open(DAY);
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
    editor.replace('bill 97110-GP', 'bill 97110-59-GP');
    assert.deepEqual(await editor.findings(), []);
    assert.deepEqual(editor.published.at(-1)?.version, 2);
    editor.replace('bill 97110-59-GP', 'bill 97110-GP');
    assert.equal((await editor.findings()).length, 1);
    const before = editor.published.length;
    editor.close();
    await editor.until('no findings', () => editor.published.length > before);
    assert.deepEqual(editor.published.at(-1), { uri: URI, diagnostics: [] });
  });

  it('checks changes that come in together once, and answers for the last', async () => {
    await start({ pulls: false });
    editor.open(DAY);
    await editor.findings();
    const before = editor.published.length;
    for (const c of '-59') editor.edit(editor.text().indexOf('-GP'), editor.text().indexOf('-GP'), c);
    await editor.until('the last version', () => editor.published.at(-1)?.version === editor.version());
    for (const { version } of editor.published.slice(before)) assert.ok(version! > 1);
    // Each was typed in front of the one before: 95-, which is no claim line.
    assert.ok(editor.published.length - before <= 3);
  });

  it('tells an editor that asks of files that another file changed', async () => {
    const other = 'file:///clinic/b.encounter';
    await start({ folders: ['file:///clinic'] });
    const uri = 'file:///clinic/a.encounter';
    const group = DAY.replace('  bill 97150-GP x1\n', '');
    editor.open(group, uri);
    assert.ok(!codes(await editor.findings(uri)).includes('clinician-double-booked'));
    // The same clinician, the same minutes, another patient.
    editor.open(
      `${HEAD}encounter 2026-03-03 patient B\n  dx M54.50\n  09:05-09:20  97112\n  bill 97112-GP x1\n`,
      other,
    );
    const there = codes(await editor.findings(other));
    const here = codes(await editor.findings(uri));
    if (!RULES.some(({ id }) => id === 'clinician-double-booked')) return;
    assert.ok(there.includes('clinician-double-booked'));
    assert.ok(here.includes('clinician-double-booked'));
    await editor.until('a refresh', () => editor.refreshes > 0);
    const before = editor.refreshes;
    editor.replace('09:05-09:20', '10:05-10:20', other);
    await editor.until('a refresh', () => editor.refreshes > before);
    assert.ok(!codes(await editor.findings(uri)).includes('clinician-double-booked'));
  });

  it('judges files outside the folders each by itself', async () => {
    await start({ folders: ['file:///clinic'] });
    const one = `${HEAD}encounter 2026-03-03 patient A\n  dx M54.50\n  09:00-09:15  97110\n  bill 97110-GP x1\n`;
    editor.open(one, 'file:///elsewhere/a.encounter');
    editor.open(one.replace('patient A', 'patient B'), 'untitled:b');
    assert.deepEqual(await editor.findings('file:///elsewhere/a.encounter'), []);
    assert.deepEqual(await editor.findings('untitled:b'), []);
  });

  it('gives no findings and no fixes to foreign documents, and still says what a code is', async () => {
    await start();
    for (const uri of ['git:/day.encounter?ref', 'gitlens-x:/a', 'output:1', 'vscode-chat-code-block://1/a']) {
      editor.open(DAY, uri);
      assert.deepEqual(await editor.findings(uri), []);
      assert.deepEqual(await editor.actions(everywhere, undefined, [], uri), []);
      assert.ok(await editor.hoverOn('97150', uri));
    }
    for (const uri of [
      'untitled:a',
      'vscode-vfs://github/a',
      'memfs:/a',
      'vscode-remote://x/a',
      'vscode-test-web://a/b',
    ])
      editor.open(DAY, uri);
    assert.equal((await editor.findings('memfs:/a')).length, 1);
  });

  it('offers fixes, the safe one first and the comment last, tied to the version', async () => {
    await start();
    editor.open(DAY);
    const findings = await editor.findings();
    const { range } = findings[0]!;
    const actions = await editor.actions(range, undefined, findings);
    assert.equal(actions[0]?.title, 'Add -59 to 97110');
    assert.equal(actions[0]?.isPreferred, true);
    assert.deepEqual(actions[0]?.diagnostics, findings);
    assert.ok(actions.slice(1).every(({ isPreferred }) => !isPreferred));
    assert.match(actions.at(-1)!.title, /^Ignore missing-59 here/);
    editor.take(actions[0]!);
    assert.ok(editor.text().includes('bill 97110-59-GP x1'));
    assert.deepEqual(await editor.findings(), []);
  });

  it('offers plain edits to an editor without versions, and only the kinds asked for', async () => {
    await start({ documentChanges: false });
    editor.open(DAY);
    const { range } = (await editor.findings())[0]!;
    const [fix] = await editor.actions(range, ['quickfix']);
    assert.ok(fix?.edit?.changes?.[URI]);
    assert.deepEqual(await editor.actions(range, ['refactor']), []);
    assert.deepEqual(
      (await editor.actions(range, ['source'])).map(({ kind }) => kind),
      ['source.fixAll.encounter'],
    );
  });

  /** Writes a reason behind the comment that was just taken. */
  const giveReason = (rule: string) => {
    const at = editor.text().indexOf(`# ignore ${rule}:`) + `# ignore ${rule}:`.length;
    editor.edit(at, at, ' the plan said so');
  };

  it('silences a finding by the comment that it offers, once a reason is written', async () => {
    await start();
    for (const text of [DAY, DAY.replace(/\n/g, '\r\n')]) {
      editor.open(text);
      const { range } = (await editor.findings())[0]!;
      const ignore = (await editor.actions(range)).at(-1)!;
      editor.take(ignore);
      assert.match(editor.text(), /\n {2}# ignore missing-59:\r?\n {2}bill 97110/);
      assert.deepEqual(codes(await editor.findings()), ['ignore-without-reason', 'missing-59']);
      giveReason('missing-59');
      assert.deepEqual(await editor.findings(), []);
      assert.equal(/[^\r]\n/.test(editor.text()) && editor.text().includes('\r'), false, 'one kind of line end');
      editor.close();
    }
  });

  it('silences a finding on the first header without silencing the whole file', async () => {
    await start();
    const bare = 'clinician "R. Ortiz, PT"\n\nencounter 2026-03-03 patient A\n\nencounter 2026-03-04 patient A\n';
    editor.open(`${bare}  09:00-09:15  97110\n`);
    for (const wanted of await editor.findings()) {
      if (wanted.code === 'syntax') continue;
      const before = (await editor.findings()).length;
      const actions = await editor.actions(wanted.range, ['quickfix'], [wanted]);
      const ignore = actions.find(({ title }) => title.startsWith(`Ignore ${wanted.code} here`));
      assert.ok(ignore, `no comment for ${wanted.code}`);
      const text = editor.text();
      editor.take(ignore);
      giveReason(`${wanted.code}`);
      const after = await editor.findings();
      assert.equal(after.length, before - 1, `${text}\n${after.map(brief).join('\n')}`);
      editor.edit(0, editor.text().length, text);
    }
  });

  it('takes every safe fix of a file at once, and is then done', async () => {
    await start();
    editor.open(DAY.replace('bill 97150-GP x1', 'bill 97150-GP x1').replace('97110-GP x1', '97110-GP x2'));
    const [all] = await editor.actions(everywhere, ['source.fixAll.encounter']);
    assert.ok(all);
    assert.equal(all.kind, 'source.fixAll.encounter');
    editor.take(all);
    assert.ok(editor.text().includes('bill 97110-59-GP x1'), editor.text());
    assert.deepEqual(await editor.actions(everywhere, ['source.fixAll']), []);
  });

  it('hovers in Markdown, or in plain text where the editor has no Markdown', async () => {
    await start();
    editor.open(DAY);
    const hover = await editor.hoverOn('97150');
    const contents = hover?.contents as MarkupContent;
    assert.equal(contents.kind, 'markdown');
    assert.match(contents.value, /^\*\*97150\*\*/);
    const at = editor.text().split('\n')[8]!.indexOf('97150');
    assert.deepEqual(hover?.range, { start: { line: 8, character: at }, end: { line: 8, character: at + 5 } });
    assert.equal(await editor.hover({ line: 3, character: 0 }), null);
    assert.equal(await editor.hover({ line: 9999, character: 0 }), null);
    await editor.shutdown();
    await start({ markdown: false });
    editor.open(DAY);
    const plain = (await editor.hoverOn('97150'))?.contents as MarkupContent;
    assert.equal(plain.kind, 'plaintext');
    assert.doesNotMatch(plain.value, /[*`\\]/);
  });

  it('says at its first line that a file is too large, checks nothing else, and checks it once it is smaller', async () => {
    await start({ settings: { maxFileSize: 1 } });
    editor.open(DAY);
    await editor.findings();
    const filler = '# a comment line that fills the file up\n'.repeat(27_000);
    editor.edit(0, 0, filler);
    const [only, ...others] = await editor.findings();
    assert.equal(others.length, 0);
    assert.equal(only?.range.start.line, 0);
    assert.equal(only?.severity, 2);
    assert.match(String(only?.message), /limit is 1 MB \(setting encounter\.maxFileSize\)/);
    await editor.until('said in the status', () => editor.statuses.at(-1)?.kind === 'trouble');
    editor.edit(0, filler.length, '');
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
    await editor.until('all well again', () => editor.statuses.at(-1)?.kind === 'ok');
  });

  it('counts a file in bytes, not in letters', async () => {
    await start({ settings: { maxFileSize: 1 } });
    const wide = '# \u00fc\u00fc\u00fc\u00fc\n'.repeat(100_000);
    editor.open(DAY + wide);
    assert.match(String((await editor.findings())[0]?.message), /not checked/);
    editor.close();
    editor.open(DAY + '# uuuu\n'.repeat(100_000));
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
  });

  it('does not weigh a large file anew at every key', async () => {
    await start({ settings: { maxFileSize: 1 } });
    // Three bytes a letter would be more than the limit, so it has to be counted: when it opens.
    editor.open(DAY + '# a comment line that fills the file up\n'.repeat(15_000));
    await editor.findings();
    const { get } = Object.getOwnPropertyDescriptor(EncounterFile.prototype, 'text')!;
    let reads = 0;
    Object.defineProperty(EncounterFile.prototype, 'text', {
      configurable: true,
      get(this: EncounterFile) {
        reads++;
        return get!.call(this) as string;
      },
    });
    try {
      for (let key = 0; key < 20; key++) editor.edit(0, 0, `${'# a comment'.padEnd(999, '.')}\n`);
      assert.deepEqual(codes(await editor.findings()), ['missing-59']);
    } finally {
      Object.defineProperty(EncounterFile.prototype, 'text', { configurable: true, get: get! });
    }
    assert.equal(reads, 0);
  });

  it('names a setting that it cannot use once, and keeps the last good value', async () => {
    await start({ settings: { maxFileSize: 'huge' } });
    const complaint =
      'Setting encounter.maxFileSize is "huge"; expected a number from 1 to 50 (megabytes). 50 stays in use.';
    await editor.until('the complaint', () => editor.shown.length > 0);
    assert.deepEqual(editor.shown, [complaint]);
    assert.ok(editor.log.includes(complaint));
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    editor.open(DAY);
    await editor.findings();
    assert.equal(editor.shown.length, 1);
    editor.settings = { maxFileSize: 2 };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.findings();
    editor.settings = { maxFileSize: -1 };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until('the other complaint', () => editor.shown.length > 1);
    assert.match(editor.shown[1]!, / 2 stays in use\.$/);
  });

  it('takes settings that come with the notification, from an editor that cannot be asked', async () => {
    await start();
    editor.open(DAY);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { encounter: { maxFileSize: 0 } },
    });
    await editor.until('the complaint', () => editor.shown.length > 0);
    for (const settings of [null, undefined, 7, { encounter: null }, { encounter: [] }, { encounter: 'x' }])
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
  });

  it('checks as the settings say, and anew when they change', async () => {
    await start({ settings: {} });
    editor.open(DAY);
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
    const set = async (settings: Record<string, unknown>) => {
      const asked = editor.asked;
      editor.settings = settings;
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await editor.until('the question for settings', () => editor.asked > asked);
    };
    const first = await editor.pull();
    await set({ rules: { 'missing-59': 'off' } });
    await editor.until('a refresh', () => editor.refreshes > 0);
    const off = await editor.pull(URI, first.resultId!);
    assert.ok(off.kind === 'full' && off.items.length === 0);
    await set({ rules: { 'missing-59': 'info', 'no-such-rule': 'off' }, units: 'midpoint' });
    assert.deepEqual(
      (await editor.findings()).map(({ severity }) => severity),
      [3],
    );
    await editor.until('the complaint', () => editor.shown.length > 0);
    assert.match(editor.shown[0]!, /^Setting encounter\.rules: .*no-such-rule/);
    const counted = async () => ((await editor.hoverOn('x1'))!.contents as MarkupContent).value;
    assert.match(await counted(), /midpoint rule/);
    // A value that cannot be used leaves the one before in use.
    await set({ units: 'metric' });
    assert.match(await counted(), /midpoint rule/);
    await set({});
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
  });

  it('goes on where a rule throws: its id in the log and the status, nothing of the file anywhere', async () => {
    const faulty: PatientDayRule = {
      id: 'group-units',
      scope: 'patient-day',
      needs: 0,
      severity: 'error',
      sources: [],
      statements: [],
      facts: [],
      check: (day) => {
        throw new Error(`stumbled over ${day.encounters[0]?.clinician}, ${day.encounters[0]?.goals[0]}`);
      },
    };
    await start({ server: { rules: [...RULES.filter(({ id }) => id !== 'group-units'), faulty] } });
    editor.open(DAY);
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
    await editor.until('the status', () => editor.statuses.at(-1)?.faults.length === 1);
    const status = editor.statuses.at(-1)!;
    assert.deepEqual(status.faults, ['group-units']);
    assert.equal(status.kind, 'trouble');
    assert.match(status.message ?? '', /group-units/);
    assert.equal(editor.log.filter((line) => line.includes('group-units')).length, 1);
    assert.match(editor.log.join('\n'), /server\.test\.ts:\d+/);
    // Again: the log stays short.
    editor.replace('x1', 'x2');
    await editor.findings();
    assert.equal(editor.log.filter((line) => line.includes('group-units')).length, 1);
  });

  it('says how many findings there are', async () => {
    await start();
    editor.open(DAY);
    await editor.findings();
    await editor.until('the status', () => editor.statuses.at(-1)?.findings.errors === 1);
    assert.deepEqual(editor.statuses.at(-1), {
      kind: 'ok',
      faults: [],
      findings: { errors: 1, warnings: 0, infos: 0, hints: 0 },
      checked: 1,
    });
    editor.close();
    await editor.until('the status', () => editor.statuses.at(-1)?.checked === 0);
  });

  it('answers requests that crossed with changes for the text it has, never an older one', async () => {
    await start();
    editor.open(DAY);
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 20; i++) {
      editor.edit(0, 0, '\n');
      answers.push(
        editor.pull().then((report) => {
          assert.ok(report.kind === 'full');
          assert.deepEqual(
            report.items.map(({ range }) => range.start.line),
            [9 + i + 1],
          );
        }),
      );
    }
    await Promise.all(answers);
  });

  it('refuses a hover whose text has changed while the words were loaded', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await start({
      server: {
        loadProse: async () => {
          await gate;
          return import('../../server/src/features/prose');
        },
      },
    });
    editor.open(DAY);
    const hover = editor.hoverOn('97150');
    editor.edit(0, 0, '\n');
    await editor.findings();
    release();
    await assert.rejects(hover, { code: -32801 });
    assert.ok(await editor.hoverOn('97150'));
  });

  it('stops what was cancelled', async () => {
    await start();
    editor.open(DAY);
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const request = editor.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: URI } },
      source.token,
    );
    source.cancel();
    await request.then(
      () => {},
      (error: { code: number }) => assert.equal(error.code, -32800),
    );
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
  });

  it('lives through requests and changes of files that are not open, and nonsense', async () => {
    await start();
    const { connection } = editor;
    assert.deepEqual(await editor.findings('file:///none'), []);
    assert.equal(await editor.hover({ line: 0, character: 0 }, 'file:///none'), null);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///none', version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///none' } });
    await connection.sendNotification('textDocument/didOpen', { textDocument: null });
    await connection.sendNotification('textDocument/didChange', {});
    await connection.sendRequest('textDocument/hover', {}).catch(() => {});
    editor.open(DAY);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: { start: { line: 900, character: 9 }, end: { line: 901, character: 0 } }, text: '\n# far below' },
        { range: { start: { line: 0, character: 5000 }, end: { line: 0, character: 6000 } }, text: ' # far right' },
      ],
    });
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 3 },
      contentChanges: [{ text: '' }],
    });
    assert.deepEqual(await editor.findings(), []);
  });

  it('reads CRLF, lone CR and a text without an end the same', async () => {
    await start();
    for (const end of ['\r\n', '\r', '\n']) {
      editor.open(DAY.replace(/\n/g, end).trimEnd());
      assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
      editor.replace('  dx M54.50', `  dx M54.50${end}${end}`);
      assert.deepEqual((await editor.findings()).map(brief), ['12:8-13 missing-59']);
      editor.close();
    }
  });

  it('takes every notification after a file was opened twice', async () => {
    await start();
    editor.open('nothing of note');
    editor.open(DAY);
    assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
  });

  it('puts the address of a rule page on a finding where the editor says where they are', async () => {
    await start({ initializationOptions: { rulePage: 'vscode://encounter.encounter/rules/{rule}' } });
    editor.open(DAY);
    const [finding] = await editor.findings();
    assert.deepEqual(finding?.codeDescription, { href: 'vscode://encounter.encounter/rules/missing-59' });
  });
});

describe('the server before and after its time', () => {
  it('answers nothing after shutdown but that it is shut down', async () => {
    const editor = await Editor.here();
    editor.open(DAY);
    await editor.connection.sendRequest('shutdown');
    await assert.rejects(editor.pull(), { code: -32600 });
    editor.edit(0, 0, 'x');
    editor.connection.dispose();
  });

  describe('as a process of its own', () => {
    let editor: Editor;
    beforeEach(async () => {
      editor = await Editor.apart();
    });
    afterEach(() => {
      editor.process?.kill();
      editor.connection.dispose();
    });

    it('answers over standard input and output, and ends as told', async () => {
      editor.open(DAY);
      assert.deepEqual((await editor.findings()).map(brief), [WANTED]);
      assert.ok(await editor.hoverOn('97150'));
      const ended = new Promise<number | null>((resolve) => editor.process!.on('exit', resolve));
      await editor.connection.sendRequest('shutdown');
      await editor.connection.sendNotification('exit');
      assert.equal(await ended, 0);
    });

    it('ends with another code where it was not told to shut down', async () => {
      const ended = new Promise<number | null>((resolve) => editor.process!.on('exit', resolve));
      await editor.connection.sendNotification('exit');
      assert.equal(await ended, 1);
    });
  });
});
