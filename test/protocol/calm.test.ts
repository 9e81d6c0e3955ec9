// Calm typing: what was fixed goes at once; what is new waits for the pause or the save, if the person wants that.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver';
import type { After } from '../../server/src/lsp/calm';
import { brief, Editor, type EditorOptions, URI } from './client';

const day = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  bill 97110-GP x1

encounter 2026-03-04 patient B
  dx M54.50
  goal "Walk 200 m without a rail"
  10:00-10:15  97110  one-on-one
  bill 97110-GP x1
`;

/** A clock that goes on when it is told to. */
class Pause {
  private run: (() => void) | undefined;
  readonly asked: number[] = [];
  readonly after: After = (ms, run) => {
    this.asked.push(ms);
    this.run = run;
    return () => {
      if (this.run === run) this.run = undefined;
    };
  };
  over(): void {
    const { run } = this;
    this.run = undefined;
    run?.();
  }
}

const rules = async (editor: Editor, uri = URI) => (await editor.findings(uri)).map(({ code }) => String(code));
const save = (editor: Editor, uri = URI) =>
  editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });

describe('calm typing', () => {
  let editor: Editor;
  let pause: Pause;

  async function open(check: string, options: EditorOptions = {}, text = day): Promise<void> {
    pause = new Pause();
    const settings = { check, checkPause: 2 };
    editor = await Editor.here({ saves: true, settings, ...options, server: { after: pause.after } });
    // Settings are asked for by the server: its next answer comes after them.
    await editor.connection.sendRequest('encounter/search', { words: '' });
    editor.open(text);
  }
  afterEach(() => editor.shutdown());

  it('lets no light bulb come by itself for what is held back', async () => {
    await open('onSave');
    assert.deepEqual(await rules(editor), []);
    editor.replace('bill 97110-GP x1', 'bill 97110-GP x2');
    assert.deepEqual(await rules(editor), []);
    const fixes = async (triggerKind: CodeActionTriggerKind) => {
      const range = { start: { line: 8, character: 17 }, end: { line: 8, character: 17 } };
      const diagnostics = await editor.findings();
      const found = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: URI },
        range,
        context: { diagnostics, triggerKind, only: ['quickfix'] },
      });
      return found.map(({ title }) => title);
    };
    const asked = await fixes(CodeActionTriggerKind.Invoked);
    assert.ok(asked.length > 0);
    assert.deepEqual(await fixes(CodeActionTriggerKind.Automatic), []);
    save(editor);
    assert.deepEqual(await rules(editor), ['too-many-units']);
    assert.deepEqual(await fixes(CodeActionTriggerKind.Automatic), asked);
  });

  it('shows everything at once by default', async () => {
    await open('whileTyping');
    assert.deepEqual(await rules(editor), []);
    editor.replace('97110-GP x1', '97110-GP x2');
    assert.deepEqual(await rules(editor), ['too-many-units']);
    assert.deepEqual(pause.asked, []);
  });

  it('after a pause: a new finding waits, and the editor is told to ask again', async () => {
    await open('afterPause');
    assert.deepEqual(await rules(editor), []);
    editor.replace('97110-GP x1', '97110-GP x2');
    assert.deepEqual(await rules(editor), []);
    assert.deepEqual(pause.asked, [2000]);
    const before = editor.refreshes;
    pause.over();
    await editor.until('a refresh', () => editor.refreshes > before);
    assert.deepEqual(await rules(editor), ['too-many-units']);
  });

  it('after a pause, to an editor that is sent findings', async () => {
    await open('afterPause', { pulls: false });
    assert.deepEqual(await rules(editor), []);
    editor.replace('97110-GP x1', '97110-GP x2');
    assert.deepEqual(await rules(editor), []);
    const before = editor.published.length;
    pause.over();
    await editor.until('findings', () => editor.published.length > before);
    assert.deepEqual(
      editor.published.at(-1)!.diagnostics.map(({ code }) => code),
      ['too-many-units'],
    );
  });

  for (const check of ['whileTyping', 'afterPause', 'onSave']) {
    it(`${check}: a finding that was fixed goes at once, and one that stays moves with its line`, async () => {
      const text = day.replaceAll('97110-GP x1', '97110-GP x2');
      await open(check, {}, text);
      assert.deepEqual((await editor.findings()).map(brief), ['9:17-19 too-many-units', '15:17-19 too-many-units']);
      editor.replace('97110-GP x2', '97110-GP x1');
      editor.replace('payer medicare\n', 'payer medicare\nsetting office\n');
      assert.deepEqual((await editor.findings()).map(brief), ['16:17-19 too-many-units']);
      editor.replace('97110-GP x2', '97110-GP x3');
      assert.deepEqual(await rules(editor), ['too-many-units']);
    });
  }

  it('on save: a new finding waits for the save of its file', async () => {
    await open('onSave');
    await rules(editor);
    editor.replace('97110-GP x1', '97110-GP x2');
    pause.over();
    assert.deepEqual(await rules(editor), []);
    await save(editor);
    assert.deepEqual(await rules(editor), ['too-many-units']);
  });

  it('on save: each file for itself', async () => {
    await open('onSave');
    const other = 'file:///other.encounter';
    editor.open(day.replaceAll('2026-03', '2026-04'), other);
    await rules(editor);
    await rules(editor, other);
    editor.replace('97110-GP x1', '97110-GP x2');
    editor.replace('97110-GP x1', '97110-GP x2', other);
    await rules(editor);
    await rules(editor, other);
    await save(editor, other);
    assert.deepEqual(await rules(editor), []);
    assert.deepEqual(await rules(editor, other), ['too-many-units']);
  });

  it('a finding that came back after it was fixed is a new one', async () => {
    await open('onSave', {}, day.replace('97110-GP x1', '97110-GP x2'));
    assert.deepEqual(await rules(editor), ['too-many-units']);
    editor.replace('97110-GP x2', '97110-GP x1');
    assert.deepEqual(await rules(editor), []);
    editor.replace('97110-GP x1', '97110-GP x2');
    assert.deepEqual(await rules(editor), []);
  });

  it('the counts are those of what is shown', async () => {
    await open('onSave');
    await rules(editor);
    await editor.until('a status', () => editor.statuses.at(-1)?.checked === 1);
    editor.replace('97110-GP x1', '97110-GP x2');
    await rules(editor);
    assert.equal(editor.statuses.at(-1)!.findings.errors, 0);
    await save(editor);
    await editor.until('the error', () => editor.statuses.at(-1)!.findings.errors === 1);
  });

  it('setting it back to typing shows what was held back', async () => {
    await open('onSave');
    await rules(editor);
    editor.replace('97110-GP x1', '97110-GP x2');
    assert.deepEqual(await rules(editor), []);
    editor.settings = {};
    const before = editor.refreshes;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await editor.until('a refresh', () => editor.refreshes > before);
    assert.deepEqual(await rules(editor), ['too-many-units']);
  });

  it('what a changed setting finds is shown at once', async () => {
    await open('onSave', {}, day.replace('97110-GP x1', '97110-GP x2'));
    assert.deepEqual(
      (await editor.findings()).map(({ severity }) => severity),
      [1],
    );
    editor.replace('goal "Walk', 'goal "Run');
    await rules(editor);
    editor.settings = { check: 'onSave', rules: { 'too-many-units': 'warning' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await editor.until('a refresh', () => editor.refreshes > 0);
    assert.deepEqual(
      (await editor.findings()).map(({ severity }) => severity),
      [2],
    );
  });

  it('an editor that does not say when it saves gets the pause instead', async () => {
    await open('onSave', { saves: false });
    await rules(editor);
    editor.replace('97110-GP x1', '97110-GP x2');
    assert.deepEqual(await rules(editor), []);
    pause.over();
    await editor.until('a refresh', () => editor.refreshes > 0);
    assert.deepEqual(await rules(editor), ['too-many-units']);
  });

  it('fixes and safe fixes on save are offered of everything, shown or not', async () => {
    await open('onSave', {}, `${day.replaceAll('x1', 'x2')}`);
    await rules(editor);
    const [fix] = await editor.actions({ start: { line: 0, character: 0 }, end: { line: 30, character: 0 } }, [
      'source.fixAll',
    ]);
    assert.ok(fix);
  });

  it('shows, whatever is typed, no more than there is, and all of it after a save', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.nat(1000), fc.nat(3), fc.constantFrom('', 'x2', '\n', '-59', ' 97150', '#', 'bill 97530\n')),
          {
            maxLength: 8,
          },
        ),
        async (edits) => {
          await open('onSave');
          const plain = await Editor.here();
          plain.open(day);
          try {
            for (const [at, cut, text] of edits) {
              const start = Math.min(at % 300, editor.text().length);
              const end = Math.min(start + cut, editor.text().length);
              for (const one of [editor, plain]) one.edit(start, end, text);
              const all = new Set((await plain.findings()).map(brief));
              for (const one of await editor.findings()) assert.ok(all.has(brief(one)), brief(one));
            }
            await save(editor);
            assert.deepEqual((await editor.findings()).map(brief), (await plain.findings()).map(brief));
          } finally {
            await plain.shutdown();
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
