// A clinic day, from an empty file to its claim: written mostly by accepting suggestions, seen as a day and as a claim,
// set right where it is marked, and formatted. With the keys a coder has: letters, Enter, Tab, and the key that takes a
// suggestion.
import * as assert from 'node:assert/strict';
import {
  CodeActionKind,
  type CompletionList,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  api,
  apply,
  checked,
  closeAll,
  codeActions,
  codeOf,
  extension,
  find,
  openText,
  quickFixes,
  replace,
  until,
} from './help';

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

  /** What was done in a session: two quotes and a line's end, and words between. */
  async activity(words: string): Promise<void> {
    await this.type('  ');
    // The second quote is typed over the one that the editor may have put there.
    await this.write(`"${words}"`);
  }

  /**
   * Types the beginning of something and takes the suggestion that is then selected.
   * @param times how often the text holds what is wanted by then.
   */
  async accept(beginning: string, wanted: string, times = 1): Promise<void> {
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
    const holds = () => this.document.getText().split(wanted).length > times;
    await until(`"${wanted}"`, holds, workspace.onDidChangeTextDocument).catch((error: Error) => {
      throw new Error(`${error.message}; the text is:\n${this.document.getText()}`);
    });
    this.accepted += this.document.getText().length - before;
  }

  /** Tab, to leave what was to be filled in. */
  async leave(): Promise<void> {
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
  }
}

const loud = (all: readonly Diagnostic[]) => all.filter(({ severity }) => severity <= DiagnosticSeverity.Warning);

describe('completion', () => {
  afterEach(closeAll);

  it('a sample day is written from an empty file, seen as a day and a claim, set right and formatted', async function () {
    this.timeout(180_000);
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension().extensionUri, SAMPLE));
    const sample = new TextDecoder().decode(bytes);
    const wanted = sample.slice(sample.indexOf('clinician'));
    const notes = ['S', 'O', 'A', 'P'].map((label) =>
      [...wanted.matchAll(new RegExp(`^ {2}${label}: (.*)$`, 'gm'))].map(([, text]) => text!),
    );

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
    await hand.accept('10', '10:00-10:15  ');
    await hand.accept('exerc', '10:00-10:15  97110');
    await hand.type('  ');
    await hand.accept('one', '97110  one-on-one');
    await hand.activity('Leg press and calf raise');
    await hand.type('\n');
    await hand.accept('1', '10:15-10:30  ');
    await hand.accept('group', '10:15-10:30  97150  ');
    await hand.accept('', '97150  group of 2');
    await hand.activity('Strength and core');
    await hand.type('\n');
    await hand.accept('bill', 'bill 97150-GP');
    for (const [i, label] of ['S', 'O', 'A', 'P'].entries()) {
      await hand.type('\n');
      await hand.accept(label, `  ${label}: `);
      await hand.write(notes[i]![0]!);
    }

    await hand.type('\n\n');
    await hand.accept('enc', 'patient ', 2);
    await hand.type('B\n');
    await hand.accept('dx', '  dx ', 2);
    await hand.write('M54.50');
    await hand.type('\n');
    await hand.accept('go', '  goal "', 2);
    await hand.write('Carry the laundry basket up one flight');
    await hand.leave();
    await hand.type('\n');
    // The group that has room for one more is offered whole; B stayed a minute longer.
    await hand.accept('10:15', '10:15-10:30  97150  group of 2  "Strength and core"', 2);
    await replace(document, find(document, '10:30', 'patient B'), '10:31');
    await hand.type('\n');
    await hand.type('10:31-10:49  ');
    await hand.accept('exerc', '10:31-10:49  97110');
    await hand.type('  ');
    await hand.accept('one', '10:31-10:49  97110  one-on-one');
    await hand.activity('Loaded carry');
    await hand.type('\n');
    await hand.accept('bill', 'bill 97110-59-GP x1', 2);
    for (const [i, label] of ['S', 'O', 'A', 'P'].entries()) {
      await hand.type('\n');
      await hand.accept(label, `  ${label}: `, 2);
      await hand.write(notes[i]![1]!);
    }
    await commands.executeCommand('editor.action.formatDocument');
    const today = /^encounter (\S+)/m.exec(document.getText())![1]!;
    const dated = wanted
      .replace(/^(encounter )\S+/gm, `$1${today}`)
      // Built lines stand in the order of the sessions.
      .replace(/( {2}bill 97110.*\n)( {2}bill 97150.*\n)(?= {2}S: No leg)/, '$2$1');
    assert.equal(`${document.getText().trimEnd()}\n`, dated);
    assert.deepEqual(loud(await checked(document)), []);
    // Names, goals, activities and notes are the coder's own. Of all the rest, 324 characters of 446 were accepted.
    const share = hand.accepted / (hand.accepted + hand.typed);
    assert.ok(share >= 0.7, `${hand.accepted} accepted, ${hand.typed} typed: ${Math.round(share * 100)} %`);

    await commands.executeCommand('encounter.showDay');
    const day = api().day;
    await until('the day', () => day.shown?.lanes.length === 2, day.onDidShow);
    assert.deepEqual(
      day.shown!.groups.map(({ stated, onFile }) => [stated, onFile]),
      [[2, 2]],
    );
    assert.deepEqual(day.shown!.clashes, []);
    await commands.executeCommand('encounter.showClaims');
    const claims = api().claims;
    await until('the claim', () => claims.shown?.sums.lines === 4, claims.onDidShow);
    assert.deepEqual(
      claims.shown!.rows.map(({ patient, code, modifiers, units }) => [patient, code, modifiers, units].join(' ')),
      ['A 97110 59 GP 1', 'A 97150 GP 1', 'B 97150 GP 1', 'B 97110 59 GP 1'],
    );

    // One unit too many is marked in both, and set right by its fix.
    await replace(document, find(document, 'x1', 'bill 97110-59-GP'), 'x2');
    const [finding] = loud(await checked(document));
    assert.equal(finding && codeOf(finding.code), 'too-many-units');
    await until('it in the claim', () => (claims.shown?.sums.errors ?? 0) > 0, claims.onDidShow);
    await commands.executeCommand('encounter.showDay');
    await until(
      'it in the day',
      () => (day.shown?.findings ?? []).some(({ rule }) => rule === 'too-many-units'),
      day.onDidShow,
    );
    const [fix] = await quickFixes(document.uri, finding!.range);
    await apply(fix!);
    assert.deepEqual(loud(await checked(document)), []);
    assert.equal(`${document.getText().trimEnd()}\n`, dated);
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
