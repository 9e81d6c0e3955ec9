/** From one place of a patient, a clinician, a group or a code to the others. */

import assert from 'node:assert/strict';
import { definitionAt, highlightsAt, referencesAt } from '../../server/src/features/references';
import { manyEncounters, shown, withCursor } from '../support/cursor';
import { newWorkspace } from '../support/markers';

const definition = (files: Parameters<typeof withCursor>[0]) => {
  const at = withCursor(files);
  return shown(at.workspace, definitionAt(at.workspace, at.path, at));
};
const references = (files: Parameters<typeof withCursor>[0], withDefinition = true) => {
  const at = withCursor(files);
  return shown(at.workspace, referencesAt(at.workspace, at.path, at, withDefinition));
};
const highlights = (files: Parameters<typeof withCursor>[0]) => {
  const at = withCursor(files);
  return shown(at.workspace, highlightsAt(at.workspace, at.path, at));
};

describe('a patient id', () => {
  const files = {
    'b.encounter': 'encounter 2026-03-05 patient "A"\nencounter 2026-03-02 patient A\nencounter 2026-03-02 patient B\n',
    'a.encounter': 'encounter 2026-03-03 patient A|\nencounter 2026-02-30 patient A\n  S: A came late\n',
  };

  it('leads to all its encounters, in every file, however it is written', () => {
    assert.deepEqual(references(files), ['a.encounter:1 A', 'a.encounter:2 A', 'b.encounter:1 "A"', 'b.encounter:2 A']);
  });

  it('comes from the first of them by date', () => {
    assert.deepEqual(definition(files), ['b.encounter:2 A']);
  });

  it('is lit in its file alone', () => {
    assert.deepEqual(highlights(files), ['a.encounter:1 A', 'a.encounter:2 A']);
  });

  it('is found after the encounters around it went', () => {
    const { workspace, path, ...at } = withCursor(files);
    workspace.edit('b.encounter', { start: { line: 0, character: 0 }, end: { line: 1, character: 0 }, newText: '' });
    assert.deepEqual(shown(workspace, referencesAt(workspace, path, at)), [
      'a.encounter:1 A',
      'a.encounter:2 A',
      'b.encounter:1 A',
    ]);
    workspace.remove('b.encounter');
    assert.deepEqual(shown(workspace, referencesAt(workspace, path, at)), ['a.encounter:1 A', 'a.encounter:2 A']);
  });
});

describe('a clinician or assistant', () => {
  const file = (first: string, by: string) => `clinician "${first}"
encounter 2026-03-03 patient A
  09:00-09:15  97110
encounter 2026-03-03 patient B
  clinician "M. Chen, PT"
  10:00-10:15  97110  ${by}
encounter 2026-03-03 patient C
  10:00-10:15  97110  by assistant "T. Vega, PTA"
clinician "M. Chen, PT"
encounter 2026-03-03 patient D
`;

  it('leads to the lines that name them and to the encounters they have by a default', () => {
    assert.deepEqual(references(file('R. Or|tiz, PT', '')), [
      'a.encounter:1 "R. Ortiz, PT"',
      'a.encounter:2 encounter 2026-03-03 patient A',
      'a.encounter:7 encounter 2026-03-03 patient C',
    ]);
  });

  it('leaves the naming lines out where only uses are asked for', () => {
    const at = withCursor(file('R. Or|tiz, PT', ''));
    assert.deepEqual(shown(at.workspace, referencesAt(at.workspace, at.path, at, false)), [
      'a.encounter:2 encounter 2026-03-03 patient A',
      'a.encounter:7 encounter 2026-03-03 patient C',
    ]);
  });

  it('comes from the field of the encounter, else from the default above it', () => {
    assert.deepEqual(definition(file('R. Ortiz, PT', 'by clini|cian')), ['a.encounter:5 "M. Chen, PT"']);
    const text =
      'clinician "X"\nencounter 2026-03-03 patient A\nclinician "R"\nencounter 2026-03-03 patient B\nencounter 2026-03-03 patient C\n  9:00-9:15 97110 by stud|ent\n';
    assert.deepEqual(definition(text), ['a.encounter:3 "R"']);
  });

  it('is one person across files', () => {
    const files = {
      'a.encounter': 'encounter 2026-03-03 patient A\n  9:00-9:15 97110 by assistant "T. V|ega"\n',
      'b.encounter': 'assistant "T.  Vega"\nencounter 2026-03-03 patient B\n',
    };
    assert.deepEqual(definition(files), ['b.encounter:1 "T.  Vega"']);
    assert.deepEqual(references(files), [
      'a.encounter:2 "T. Vega"',
      'b.encounter:1 "T.  Vega"',
      'b.encounter:2 encounter 2026-03-03 patient B',
    ]);
  });

  it('is nobody where an aide gave the session', () => {
    assert.deepEqual(references(file('R. Ortiz, PT', 'by ai|de')), []);
  });
});

describe('a group', () => {
  const files = {
    'a.encounter': `clinician "R"
encounter 2026-03-03 patient A
  09:00-09:30  97150  gro|up of 3
  10:00-10:30  97150  group of 2
encounter 2026-03-03 patient B
  09:00-09:30  97150  group of 3  "Balance"
`,
    'b.encounter': `clinician "R"
encounter 2026-03-03 patient C
  09:10-09:30  97150
encounter 2026-03-04 patient D
  09:10-09:30  97150  group of 3
`,
  };
  it('leads to its other members', () => {
    assert.deepEqual(definition(files), ['a.encounter:6 group of 3', 'b.encounter:3 97150']);
  });
  it('has all its members as references, and lights those of the file', () => {
    assert.deepEqual(references(files), [
      'a.encounter:3 group of 3',
      'a.encounter:6 group of 3',
      'b.encounter:3 97150',
    ]);
    assert.deepEqual(highlights(files), ['a.encounter:3 group of 3', 'a.encounter:6 group of 3']);
  });
});

describe('a code', () => {
  const text = (session: string, bill: string) => `encounter 2026-03-03 patient A
  09:00-09:15  ${session}
  bill ${bill}-59-GP x1
  bill 97112-GP x1
encounter 2026-03-03 patient A
  10:00-10:15  97110
`;
  it('on a claim line leads to its sessions of the day', () => {
    assert.deepEqual(definition(text('97110', '97|110')), ['a.encounter:2 97110', 'a.encounter:6 97110']);
  });
  it('of a session leads to its claim lines', () => {
    assert.deepEqual(definition(text('9711|0', '97110')), ['a.encounter:3 97110']);
  });
  it('is lit within its encounter', () => {
    assert.deepEqual(highlights(text('9711|0', '97110')), ['a.encounter:2 97110', 'a.encounter:3 97110']);
    assert.deepEqual(references(text('9711|0', '97110')), [
      'a.encounter:2 97110',
      'a.encounter:3 97110',
      'a.encounter:6 97110',
    ]);
  });
});

describe('words that stand for nothing else', () => {
  it('lead nowhere', () => {
    for (const text of ['encounter 2026-03-03 pat|ient A\n', '# A re|mark\n', 'payer medi|care\n', '|']) {
      assert.deepEqual(references(text), []);
      assert.deepEqual(definition(text), []);
      assert.deepEqual(highlights(text), []);
    }
  });
});

describe('getting around in a large file', () => {
  it('costs the same as in a small one', function () {
    this.timeout(60_000);
    const cost = (count: number) => {
      const workspace = newWorkspace({ rules: [] });
      workspace.setText('a.encounter', manyEncounters(count));
      workspace.check();
      const before = { ...workspace.work };
      const line = 4 + 6 * 20;
      for (const character of [25, 27, 29]) {
        definitionAt(workspace, 'a.encounter', { line, character });
        referencesAt(workspace, 'a.encounter', { line, character });
        highlightsAt(workspace, 'a.encounter', { line, character });
        highlightsAt(workspace, 'a.encounter', { line: line + 1, character: 17 });
        definitionAt(workspace, 'a.encounter', { line: line + 3, character: 9 });
      }
      return [workspace.work.blocksRead - before.blocksRead, workspace.work.encountersBuilt - before.encountersBuilt];
    };
    // More than are kept at hand, so that what is looked at has to be built.
    assert.deepEqual(cost(9000), [0, 1]);
    assert.deepEqual(cost(12000), [0, 1]);
  });
});
