/** Every safe fix, to the end; and the small edits that an editor is given for it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll, fixAllTexts } from '../../server/src/engine/fix-all';
import { smallestEdits } from '../../server/src/engine/smallest-edits';
import { defaultSettings } from '../../server/src/model/settings';
import { addModifierFirst } from '../../server/src/rules/kit/edits';
import type { EncounterRule } from '../../server/src/rules/kit/rule';
import { RULES } from '../../server/src/rules/registry';
import { applyEdits, findingsIn, newWorkspace, show, TODAY } from '../support/markers';

const PATH = 'test.encounter';
const OPTIONS = { rules: RULES, settings: defaultSettings(TODAY) };
const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n\n';

const patient = (id: string, hour: string) => `encounter 2026-03-03 patient ${id}
  dx M54.50
  goal "Walk 200 m without a rail"
  ${hour}:00-${hour}:15  97110  one-on-one
  ${hour}:15-${hour}:30  97150  group of 2  "Balance ${id}"
  bill 97110-GP x2
  bill 97150-GP x1
  O: Took part in the whole group ${id}.
  A: Fewer cues than last week ${id}.
  P: Continue.
`;

/** A rule for tests: says `bad` of a claim line of 97110, with the fix given. */
function testRule(
  id: EncounterRule['id'],
  of: (text: string) => { add: string; safe: boolean } | undefined,
): EncounterRule {
  return {
    id,
    scope: 'encounter',
    needs: 0,
    severity: 'error',
    sources: [],
    statements: [],
    facts: [],
    check(encounter, _settings, report) {
      for (const line of encounter.claims) {
        const found = of(line.text);
        if (!found) continue;
        report(encounter, line.codePlace(), {
          severity: 'error',
          message: id,
          fixes: () => [{ title: `add ${found.add}`, safe: found.safe, edits: [addModifierFirst(line, found.add)] }],
        });
      }
    },
  };
}

describe('fix all', () => {
  it('takes the safe fixes of every patient, and leaves none', () => {
    const text = HEAD + ['A', 'B', 'C'].map((id, i) => patient(id, `${10 + i}`)).join('\n');
    const { texts, fixed } = fixAllTexts(OPTIONS, new Map([[PATH, text]]));
    const after = texts.get(PATH)!;
    assert.equal(after.match(/bill 97110-59-GP x1/g)?.length, 3, after);
    assert.ok(fixed.every(({ path, line }) => path === PATH && line > 4));
    const again = fixAllTexts(OPTIONS, texts);
    assert.equal(again.fixed.length, 0);
    assert.equal(again.texts.size, 0);
    const workspace = newWorkspace();
    workspace.setText(PATH, after);
    workspace.check();
    assert.deepEqual(
      findingsIn(workspace, PATH)
        .filter(({ severity }) => severity === 'error')
        .map(show),
      [],
    );
  });

  it('changes nothing but what it fixes, line ends included', () => {
    const text = (HEAD + patient('A', '10')).replace(/\n/g, '\r\n');
    const after = fixAllTexts(OPTIONS, new Map([[PATH, text]])).texts.get(PATH)!;
    assert.equal(after, text.replace('bill 97110-GP x2', 'bill 97110-59-GP x1'));
  });

  it('keeps to the files it was given, and judges them with the others', () => {
    const texts = new Map([
      ['a', HEAD + patient('A', '10')],
      ['b', HEAD + patient('B', '11')],
    ]);
    const { texts: changed } = fixAllTexts(OPTIONS, texts, ['b']);
    assert.deepEqual([...changed.keys()], ['b']);
  });

  it('fixes in the workspace at hand, for whoever asks for that', () => {
    const workspace = newWorkspace({ keepFixes: false });
    workspace.setText(PATH, HEAD + patient('A', '10'));
    const { texts } = fixAll(workspace);
    assert.equal(workspace.files.get(PATH)!.text, texts.get(PATH));
  });

  it('takes no fix that brings an error, and takes the others all the same', () => {
    const rules = [
      testRule('missing-59', (text) => (text === '97110' ? { add: '59', safe: true } : undefined)),
      testRule('misplaced-59', (text) => (text === '97110-59' ? { add: 'GP', safe: false } : undefined)),
      testRule('missing-25', (text) => (text === '97112' ? { add: '25', safe: true } : undefined)),
    ];
    const text =
      'encounter 2026-03-03 patient A\n  bill 97110\n  bill 97112\n\nencounter 2026-03-04 patient B\n  bill 97110\n';
    const { texts, fixed } = fixAllTexts({ ...OPTIONS, rules }, new Map([[PATH, text]]));
    assert.equal(texts.get(PATH), text.replace('97112', '97112-25'));
    assert.deepEqual(
      fixed.map(({ rule }) => rule),
      ['missing-25'],
    );
  });

  it('takes no fix that leaves its finding, and comes to an end where two undo each other', () => {
    const stubborn = [testRule('missing-59', () => ({ add: '59', safe: true }))];
    const text = 'encounter 2026-03-03 patient A\n  bill 97110\n';
    assert.equal(fixAllTexts({ ...OPTIONS, rules: stubborn }, new Map([[PATH, text]])).fixed.length, 0);
    const endless = [
      testRule('missing-59', (line) => (line.startsWith('97110-GP') ? undefined : { add: 'GP', safe: true })),
      testRule('needless-59', (line) => (line.startsWith('97110-GP') ? { add: '59', safe: true } : undefined)),
    ].map((rule) => ({ ...rule, severity: 'warning' as const }));
    const { fixed } = fixAllTexts({ ...OPTIONS, rules: endless }, new Map([[PATH, text]]));
    assert.ok(fixed.length <= 200);
  });

  it('leaves fixes alone that state what the record does not prove', () => {
    const text =
      HEAD +
      patient('A', '10')
        .replace(/10:\d\d-10:\d\d {2}/g, '15 min  ')
        .replace('x2', 'x1');
    assert.equal(fixAllTexts(OPTIONS, new Map([[PATH, text]])).texts.size, 0);
  });
});

describe('the smallest edits', () => {
  // As an editor applies them: all at once, each place that of the text before.
  const apply = (text: string, edits: ReturnType<typeof smallestEdits>): string =>
    applyEdits(
      text,
      edits.map(({ start, end, newText }) => ({
        startLine: start.line,
        startColumn: start.character,
        endLine: end.line,
        endColumn: end.character,
        newText,
      })),
    );

  it('touch only what differs', () => {
    assert.deepEqual(smallestEdits('a\nbill 97110-GP\nc\n', 'a\nbill 97110-59-GP\nc\n'), [
      { start: { line: 1, character: 11 }, end: { line: 1, character: 11 }, newText: '59-' },
    ]);
    assert.deepEqual(smallestEdits('a\nb\nc\n', 'a\nc\n'), [
      { start: { line: 1, character: 0 }, end: { line: 2, character: 0 }, newText: '' },
    ]);
    assert.deepEqual(smallestEdits('a\n', 'a\n'), []);
  });

  it('make the one text into the other', () => {
    const line = fc.constantFrom('a', 'b', 'bill x1', 'bill x2', '', '  c');
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const text = fc
      .tuple(fc.array(fc.tuple(line, end), { maxLength: 12 }), line)
      .map(([lines, last]) => lines.map(([one, mark]) => one + mark).join('') + last);
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(apply(before, smallestEdits(before, after)), after);
      }),
      { numRuns: 500 },
    );
  });
});
