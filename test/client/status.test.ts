// The entries behind the `{}` of the status bar: what each says, and what its button does.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { FolderProgress } from '../../server/src/lsp/folder';

type Stub = typeof import('./editor-stub') &
  Pick<typeof import('../../client/src/folder'), 'FolderReading'> &
  Pick<typeof import('../../client/src/status'), 'Status'>;
const editions = { rules: '2026-11', codes: 'of 2026', pairs: 'v32.1', unitLimits: 'first quarter' };

/** The entries as they are shipped, in an editor of their own. */
async function open(): Promise<Stub> {
  const stub = join(__dirname, 'editor-stub.ts');
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from ${JSON.stringify(stub)};
        export { FolderReading } from '../../client/src/folder';
        export { Status } from '../../client/src/status';`,
      resolveDir: __dirname,
    },
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2022',
    alias: { vscode: stub },
    logLevel: 'error',
  });
  const module = { exports: {} as Stub };
  new Function('module', 'exports', outputFiles[0]!.text)(module, module.exports);
  return module.exports;
}

describe('the status entries', () => {
  let editor: Stub;
  beforeEach(async () => {
    editor = await open();
  });

  describe('of the folder', () => {
    function said(progress: FolderProgress) {
      const reading = new editor.FolderReading();
      let tell: (progress: FolderProgress) => void = () => {};
      const client = {
        onRequest: () => {},
        onNotification: (_: string, listener: typeof tell) => {
          tell = listener;
        },
      };
      reading.serve(client as never);
      tell(progress);
      const { text, detail, severity, busy, command } = editor.items.get('encounter.folder')!;
      const button = command && typeof command === 'object' ? [command.title, command.command] : [];
      return { text, detail, severity, busy, button };
    }
    const progress = (state: FolderProgress['state'], given: Partial<FolderProgress> = {}): FolderProgress => ({
      state,
      files: 0,
      checked: 0,
      toRead: 0,
      done: 0,
      ...given,
    });

    it('says how far it is, and can be stopped', () => {
      const looking = said(progress('reading'));
      assert.equal(looking.text, 'Looking through the folder');
      const reading = said(progress('reading', { files: 20_000, toRead: 12_000, done: 3_400 }));
      assert.equal(
        reading.text,
        `Reading the folder: ${(3_400).toLocaleString()} of ${(12_000).toLocaleString()} files`,
      );
      assert.equal(reading.busy, true);
      assert.deepEqual(reading.button, ['Stop', 'encounter.stopReadingFolder']);
    });

    it('that is partly read is a warning, says what is missing, and goes on by a button', () => {
      assert.deepEqual(said(progress('partly', { files: 900, checked: 120 })), {
        text: 'The folder is only partly read: 120 of 900 files',
        detail: 'What hangs on the other files is not found.',
        severity: editor.LanguageStatusSeverity.Warning,
        busy: false,
        button: ['Read the Rest', 'encounter.readFolder'],
      });
    });

    it('that is read says how many files are checked, with nothing left of what it said before', () => {
      said(progress('partly', { files: 900, checked: 120 }));
      const read = said(progress('read', { files: 2, checked: 2 }));
      assert.deepEqual(
        [read.text, read.detail, read.busy, read.button],
        ['2 files in the folder are checked', '', false, []],
      );
      assert.equal(said(progress('read', { files: 1, checked: 1 })).text, '1 file in the folder is checked');
    });

    it('that is not read leads to the setting', () => {
      const off = said(progress('off'));
      assert.equal(off.text, 'Only open files are checked');
      assert.deepEqual(off.button, ['Change', 'workbench.action.openSettings']);
    });
  });

  describe('of the server', () => {
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    const server = () => editor.items.get('encounter.server')!;

    it('names the editions that the file at hand is judged by, and none where nobody judges', async () => {
      const asked: unknown[] = [];
      const status = new editor.Status(async (_, params) => {
        asked.push(params);
        return editions;
      });
      editor.show('file:///a');
      await settled();
      assert.deepEqual(asked, []);
      status.state = { kind: 'running' };
      await settled();
      assert.equal(server().text, 'Encounter is running');
      assert.equal(server().detail, 'Rules 2026-11; codes: of 2026; pairs: v32.1; unit limits: first quarter');
      assert.deepEqual(asked, [{ textDocument: { uri: 'file:///a' } }]);
      status.state = { kind: 'stopped' };
      assert.equal(server().text, 'Encounter is not running');
      assert.equal(server().severity, editor.LanguageStatusSeverity.Error);
      assert.equal(server().detail, '');
    });

    it('shows no editions of a file that is no longer at hand', async () => {
      const answers: ((answer: unknown) => void)[] = [];
      const status = new editor.Status(() => new Promise((resolve) => answers.push(resolve)));
      status.state = { kind: 'running' };
      editor.show('file:///a');
      editor.show('file:///b');
      answers[1]!({ ...editions, rules: 'of b' });
      answers[0]!({ ...editions, rules: 'of a' });
      await settled();
      assert.match(server().detail!, /^Rules of b;/);
    });

    it('says what is wrong in the server’s own words, as a warning', () => {
      const status = new editor.Status(async () => null);
      status.state = { kind: 'trouble', message: 'The check group-units failed.' };
      assert.equal(server().text, 'The check group-units failed.');
      assert.equal(server().severity, editor.LanguageStatusSeverity.Warning);
    });
  });

  it('of the findings counts what was found, and says where nothing is checked', () => {
    const status = new editor.Status(async () => null);
    const text = () => editor.items.get('encounter.findings')!.text;
    editor.show('file:///a');
    assert.equal(text(), 'Not checked');
    status.state = { kind: 'running' };
    assert.equal(text(), 'No findings');
    editor.find(0, 1, 1, 2, 3);
    assert.equal(text(), '1 error, 2 warnings, 2 notes');
  });
});
