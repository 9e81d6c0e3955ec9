// What a file shows at a glance, and the ways around in it and between files, as the editor itself asks for them.
import * as assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  type Location,
  type LocationLink,
  Range,
  type SymbolInformation,
  type TextDocument,
  type Uri,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { checked, closeAll, find, openFile } from './help';

const first = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient V1
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:24  97112  one-on-one
  09:24-09:47  97110  one-on-one
  10:00-10:30  97150  group of 2  "Balance"
  bill 97110-59-GP x1
  O: Took part in the whole group.
  A: Fewer cues than last week.
`;
const second = `clinician "R. Ortiz, PT"

encounter 2026-03-03 patient V2
  10:00-10:30  97150  group of 2  "Balance"

encounter 2026-03-05 patient "V1"
  10:00-10:30  97110
`;

const place = (found: Location | LocationLink) => {
  const [uri, range] = 'targetUri' in found ? [found.targetUri, found.targetRange] : [found.uri, found.range];
  return `${uri.path.split('/').at(-1)}:${range.start.line + 1}`;
};

describe('at a glance and around', () => {
  let one: TextDocument;
  let two: TextDocument;
  beforeEach(async () => {
    // Only what is in view is checked: one after the other.
    two = await openFile('around-two.encounter', second);
    await checked(two);
    one = await openFile('around-one.encounter', first);
    await checked(one);
  });
  afterEach(async () => {
    await closeAll();
    for (const { uri } of [one, two]) await workspace.fs.delete(uri);
  });

  const hints = async () => {
    const all = new Range(0, 0, one.lineCount, 0);
    const found = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', one.uri, all);
    return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
  };

  it('hints at the minutes of a session and the units of the day', async () => {
    assert.deepEqual(await hints(), ['· 47 min timed → 3 units', '= 24 min', '= 23 min', '= 30 min']);
  });

  it('leaves out the hints that a setting turns off', async () => {
    const settings = workspace.getConfiguration('encounter.inlayHints');
    const units = (shown: string[]) => shown.some((label) => label.includes('timed'));
    const set = async (value: boolean | undefined) => {
      await settings.update('supportedUnits', value, ConfigurationTarget.Global);
      // The server asks for the settings it is told have changed; a request sent behind that is answered in turn.
      for (let tries = 0; units(await hints()) !== (value ?? true) && tries < 50; tries++) await checked(one);
      return hints();
    };
    try {
      assert.deepEqual(await set(false), ['= 24 min', '= 23 min', '= 30 min']);
    } finally {
      await set(undefined);
    }
    assert.equal(units(await hints()), true);
  });

  it('has an outline of encounters, sessions and claim lines', async () => {
    const outline = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', one.uri);
    assert.deepEqual(
      outline.map(({ name, detail }) => `${name}, ${detail}`),
      ['patient V1, 2026-03-03'],
    );
    assert.deepEqual(
      outline[0]!.children.map(({ name }) => name),
      ['09:00-09:24  97112', '09:24-09:47  97110', '10:00-10:30  97150', 'bill 97110-59-GP'],
    );
  });

  it('folds an encounter and its notes', async () => {
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', one.uri);
    assert.deepEqual(
      folds.map(({ start, end }) => `${start + 1}-${end + 1}`),
      ['5-13', '12-13'],
    );
  });

  it('leads to the other encounters of a patient, and to the other members of a group', async () => {
    const at = find(one, 'V1', 'patient ').start;
    const references = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', one.uri, at);
    assert.deepEqual(references.map(place), ['around-one.encounter:5', 'around-two.encounter:6']);
    const members = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      one.uri,
      find(one, 'group of 2').start,
    );
    assert.deepEqual(members.map(place), ['around-two.encounter:4']);
  });

  it('finds encounters of a date in all files', async () => {
    const found = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '2026-03-05',
    );
    assert.deepEqual(
      found.map(({ name, location }) => `${name} ${place(location)}`),
      ['2026-03-05 patient V1 around-two.encounter:6'],
    );
  });

  const rename = (uri: Uri, newName: string) =>
    commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      find(one, 'V1', 'patient ').start,
      newName,
    );

  it('renames a patient in two files, with quotes where they are needed', async () => {
    const edit = await rename(one.uri, 'MRN 7');
    assert.ok(await workspace.applyEdit(edit));
    assert.ok(one.getText().includes('encounter 2026-03-03 patient "MRN 7"\n'));
    assert.ok(two.getText().includes('encounter 2026-03-05 patient "MRN 7"\n'));
    assert.ok(two.getText().includes('patient V2\n'));
  });

  it('does not rename a patient to the id of another', async () => {
    await assert.rejects(async () => {
      const edit = await rename(one.uri, 'V2');
      // VS Code may hand the refusal on as an edit without entries.
      if (edit.entries().length === 0) throw new Error('refused');
    }, /another patient|refused/);
    assert.equal(one.getText(), first);
  });
});
