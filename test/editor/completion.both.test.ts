// The first encounter of a sample, written from an empty file mostly by accepting suggestions, with the keys a coder has:
// letters, Enter, Tab, and the key that takes a suggestion.
import * as assert from 'node:assert/strict';
import {
  CodeActionKind,
  type CompletionList,
  commands,
  DiagnosticSeverity,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { checked, closeAll, codeActions, extension, find, openText, until } from './help';

const SAMPLE = 'samples/group-and-one-on-one.encounter';

/** A hand at the keyboard of the editor that is open, and what came from where. */
class Hand {
  typed = 0;
  accepted = 0;
  constructor(readonly document: TextDocument) {}

  /** Text of the coder's own: names, goals, notes. */
  async write(text: string): Promise<void> {
    await commands.executeCommand('type', { text });
  }

  async type(text: string): Promise<void> {
    this.typed += text.length;
    await this.write(text);
  }

  /** Types the beginning of something and takes the suggestion that is then selected. */
  async accept(beginning: string, wanted: string): Promise<void> {
    await this.type(beginning);
    await commands.executeCommand('editor.action.triggerSuggest');
    const { version } = this.document;
    const before = this.document.getText().length;
    for (let tries = 0; this.document.version === version && tries < 200; tries++) {
      // The list is on its way; asking for it too takes as long as it does.
      await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        this.document.uri,
        window.activeTextEditor!.selection.active,
      );
      await commands.executeCommand('acceptSelectedSuggestion');
    }
    await until(`"${wanted}"`, () => this.document.getText().includes(wanted), workspace.onDidChangeTextDocument).catch(
      (error: Error) => {
        throw new Error(`${error.message}; the text is:\n${this.document.getText()}`);
      },
    );
    this.accepted += this.document.getText().length - before;
  }

  /** Tab, to leave what was to be filled in. */
  async leave(): Promise<void> {
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
  }
}

describe('completion', () => {
  afterEach(closeAll);

  it('writes the first encounter of a sample from an empty file', async function () {
    this.timeout(120_000);
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension().extensionUri, SAMPLE));
    const sample = new TextDecoder().decode(bytes);
    const from = sample.indexOf('clinician');
    const wanted = sample.slice(from, sample.indexOf('\n\nencounter', sample.indexOf('\nencounter') + 1) + 1);
    const note = (label: string) => new RegExp(`^ {2}${label}: (.*)$`, 'm').exec(wanted)![1]!;

    const document = await openText('');
    await checked(document);
    const hand = new Hand(document);
    await hand.accept('cl', 'clinician "Name, PT"');
    await hand.write('R. Ortiz, PT');
    await hand.leave();
    await hand.type('\n');
    await hand.accept('di', 'discipline ');
    await hand.accept('P', 'discipline PT');
    await hand.type('\n');
    await hand.accept('pa', 'payer ');
    await hand.accept('medicar', 'payer medicare');
    await hand.type('\n\n');
    await hand.accept('enc', ' patient ');
    await hand.type('A\n');
    await hand.accept('dx', '  dx ');
    await hand.write('M25.561');
    await hand.type('\n');
    await hand.accept('go', '  goal "');
    await hand.write('Walk 400 m to the bus without a stop');
    await hand.leave();
    await hand.type('\n');
    await hand.accept('10:00', '10:00-10:15  ');
    await hand.accept('exerc', '10:00-10:15  97110');
    await hand.type('  ');
    await hand.accept('one', '97110  one-on-one');
    await hand.type('  ');
    await hand.write('"Leg press and calf raise');
    await commands.executeCommand('cursorLineEnd');
    await hand.type('\n');
    await hand.accept('1', '10:15-10:30  ');
    await hand.accept('group', '10:15-10:30  97150  ');
    await hand.accept('', '97150  group of 2');
    await hand.type('  ');
    await hand.write('"Strength and core');
    await commands.executeCommand('cursorLineEnd');
    await hand.type('\n');
    await hand.accept('bill', 'bill 97150-GP');
    for (const label of ['S', 'O', 'A', 'P']) {
      await hand.type('\n');
      await hand.accept(label, `  ${label}: `);
      await hand.write(note(label));
    }
    await commands.executeCommand('editor.action.formatDocument');

    const today = /^encounter (\S+)/m.exec(document.getText())![1]!;
    assert.equal(`${document.getText().trimEnd()}\n`, wanted.replace(/^(encounter )\S+/m, `$1${today}`));
    assert.ok(hand.accepted > 2 * hand.typed, `${hand.accepted} accepted, ${hand.typed} typed`);
    const loud = (await checked(document)).filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
    assert.deepEqual(loud, []);
  });

  it('builds the claim by the command at the cursor, and by the light bulb', async () => {
    const text = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
`;
    for (const way of ['command', 'light bulb']) {
      const document = await openText(text);
      await checked(document);
      const place = find(document, '97110');
      if (way === 'command') {
        window.activeTextEditor!.selection = new Selection(place.start, place.start);
        await commands.executeCommand('encounter.buildClaim');
      } else {
        const actions = await codeActions(document.uri, place, CodeActionKind.RefactorRewrite);
        const action = actions.find(({ title }) => title.startsWith('Build the claim'));
        assert.ok(action?.edit, actions.map(({ title }) => title).join(' | '));
        assert.ok(await workspace.applyEdit(action.edit));
      }
      await until(
        'the claim',
        () => document.getText().includes('  bill 97110-GP x1\n'),
        workspace.onDidChangeTextDocument,
      );
      await closeAll();
    }
  });
});
