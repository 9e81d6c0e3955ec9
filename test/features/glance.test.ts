/** Hints, outline, folds, selections, colours and links: what a file shows at a glance. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type OutlineEntry, outlineOf } from '../../server/src/features/document-symbols';
import { foldsOf } from '../../server/src/features/folding';
import { inlayHintsIn } from '../../server/src/features/inlay-hints';
import { ruleLinksOf } from '../../server/src/features/links';
import { selectionsAt } from '../../server/src/features/selection';
import { colouredTokensIn, encoded } from '../../server/src/features/semantic-tokens';
import { placesNamed } from '../../server/src/features/workspace-symbols';
import { manyEncounters, withCursor } from '../support/cursor';
import { newWorkspace } from '../support/markers';
import { anyLine, anyText } from '../support/text';

const PATH = 'a.encounter';
const ALL = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
const BOTH = { sessionMinutes: true, supportedUnits: true };
const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n';

function workspaceOf(text: string, other?: string) {
  const workspace = newWorkspace();
  workspace.setText(PATH, text);
  if (other !== undefined) workspace.setText('b.encounter', other);
  return workspace;
}

/** The text with its hints in braces. */
function hinted(text: string, kinds = BOTH, range = ALL, other?: string): string {
  const lines = text.split('\n');
  for (const { line, character, label } of inlayHintsIn(workspaceOf(text, other), PATH, range, kinds).reverse())
    lines[line] = `${lines[line]!.slice(0, character)}{${label}}${lines[line]!.slice(character)}`;
  return lines.join('\n');
}

const DAY = `${HEAD}
encounter 2026-03-03 patient A  # first
  09:00-09:24  97112
  09:24-09:47  97110
  09:47-09:55  97150  group of 2
  10:00-11:40  97010
  15 min  97530
`;

describe('hints', () => {
  it('say the minutes of a session behind its times, and what the day supports', () => {
    assert.equal(
      hinted(DAY),
      `${HEAD}
encounter 2026-03-03 patient A{· 62 min timed → 4 units}  # first
  09:00-09:24{= \u2007 24 min}  97112
  09:24-09:47{= \u2007 23 min}  97110
  09:47-09:55{= \u2007\u20078 min}  97150  group of 2
  10:00-11:40{= 100 min}  97010
  15 min  97530
`.replaceAll('\u2007 2', '\u20072'),
    );
  });

  it('come each by its own switch', () => {
    assert.equal(hinted(DAY, { sessionMinutes: false, supportedUnits: false }), DAY);
    assert.match(hinted(DAY, { sessionMinutes: false, supportedUnits: true }), /A\{.*\n {2}09:00-09:24 {2}97112/);
    assert.match(
      hinted(DAY, { sessionMinutes: true, supportedUnits: false }),
      /patient A {2}# first\n {2}09:00-09:24\{/,
    );
  });

  it('stand on the lines in view alone', () => {
    const range = { start: { line: 6, character: 5 }, end: { line: 6, character: 6 } };
    const lines = inlayHintsIn(workspaceOf(DAY), PATH, range, BOTH).map(({ line }) => line);
    assert.deepEqual(lines, [6]);
  });

  it('count the encounters of the day together, in other files too, and say so', () => {
    const text = `${HEAD}\nencounter 2026-03-03 patient A\n  09:00-09:20  97110\n`;
    assert.match(
      hinted(text, BOTH, ALL, text.replace('09:00-09:20', '10:00-10:18')),
      /A\{· day: 38 min timed → 3 units\}/,
    );
  });

  it('say nothing where the minutes are not known, or none is timed', () => {
    const units = (lines: string) => hinted(`${HEAD}\nencounter 2026-03-03 patient A\n${lines}`).includes('timed');
    assert.equal(units('  09:00-09:20  97110\n'), true);
    assert.equal(units('  09:00-09:20  97110\n  9-10  97112\n'), false);
    assert.equal(units('  09:00-09:20  97010\n'), false);
    assert.equal(units('  09:00-09:20  97110 group of 2\n'), false);
    assert.equal(units(''), false);
    assert.equal(hinted('encounter 2026-03-03 patient A\n  09:20-09:00  97110\n').includes('='), false);
  });

  it('explain themselves: how the units are counted, and why minutes are not', () => {
    const text = `${HEAD}\nencounter 2026-03-03 patient A\n  09:00-09:24  97112\n  09:24-09:47  97110\n  10:00-10:20  97110  by aide\n`;
    const [day, , , aide] = inlayHintsIn(workspaceOf(text), PATH, ALL, BOTH);
    assert.match(day!.tooltip!, /97112: \*\*24 min\*\* → 1 × 15 and 9 left over/);
    assert.match(day!.tooltip!, /\*\*47 min\*\* → \*\*3 units\*\* for the day \(8-minute rule: 38-52 min\)/);
    assert.match(day!.tooltip!, /By code: 97112 \*\*2\*\*, 97110 \*\*1\*\*/);
    assert.equal(aide!.tooltip, 'Not counted toward units: by an aide.');
  });

  it('say where the unit rule is assumed and the other one gives something else', () => {
    const text = 'payer commercial\nencounter 2026-03-03 patient A\n  09:00-09:20  97112\n  09:20-09:40  97110\n';
    const [day] = inlayHintsIn(workspaceOf(text), PATH, ALL, BOTH);
    assert.equal(day!.label, '· 40 min timed → 2 units');
    assert.match(day!.tooltip!, /midpoint rule is assumed .* the 8-minute rule the day gives \*\*3 units\*\*/);
  });
});

/** An outline in lines, children indented: `patient A (2026-03-03) 4-8`, lines from 1. */
function outlined(entries: readonly OutlineEntry[], lead = ''): string[] {
  return entries.flatMap(({ name, detail, range, children }) => [
    `${lead}${name} (${detail}) ${range.start.line + 1}-${range.end.line + 1}`,
    ...outlined(children, `${lead}  `),
  ]);
}

describe('the outline', () => {
  it('has encounters, and in them sessions and claim lines', () => {
    const text = `${HEAD}
# Above A
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97150  group of 2  "Balance"
  bill 97110-59-GP x2
  S: Fine.
     And so on.

# Above the second
clinician "M. Chen, PT"

encounter 2026-02-30 patient "B 2"
  15 min  97110  supervised
  9-10  97110
encounter
`;
    assert.deepEqual(outlined(outlineOf(workspaceOf(text), PATH)), [
      'patient A (2026-03-03) 6-12',
      '  09:00-09:15  97110 (one-on-one) 8-8',
      '  09:15-09:30  97150 (group of 2 · Balance) 9-9',
      '  bill 97110-59-GP (x2) 10-10',
      'patient B 2 (no date) 17-19',
      '  15 min  97110 (supervised) 18-18',
      '  9-10  97110 () 19-19',
      'patient ? (no date) 20-20',
    ]);
  });

  it('gets by with encounters in a long file, and with dates in a very long one', () => {
    const entries = (count: number) => outlineOf(workspaceOf(manyEncounters(count)), PATH);
    const flat = entries(1200);
    assert.equal(flat.length, 1200);
    assert.ok(flat.every(({ children }) => children.length === 0));
    const day = 'encounter 2026-03-03 patient A\n  dx M54.50\n';
    const [first, second, ...more] = outlineOf(
      workspaceOf(`${day.repeat(3000)}${day.replace('03-03', '03-04').repeat(2500)}`),
      PATH,
    );
    assert.deepEqual(outlined([first!, second!]), [
      '2026-03-03 (3000 encounters) 1-6000',
      '2026-03-04 (2500 encounters) 6001-11000',
    ]);
    assert.deepEqual(more, []);
    // Each encounter of another date.
    const hundreds = outlined(entries(5050));
    assert.equal(hundreds.length, 51);
    assert.deepEqual(hundreds[0], 'encounters 1 to 100 (2000-01-01 to 2000-04-16) 5-603');
    assert.match(hundreds[50]!, /^encounters 5001 to 5050 /);
  }).timeout(20_000);
});

describe('folds', () => {
  const folded = (text: string, most?: number) =>
    foldsOf(workspaceOf(text), PATH, most).map(({ start, end, kind }) => `${start + 1}-${end + 1} ${kind}`);
  const text = `# One
# Two
${HEAD}encounter 2026-03-03 patient A
  dx M54.50
  S: Fine.
     And so on.
  O: Took part.
  # kept

# Above B
# still

encounter 2026-03-03 patient B
encounter 2026-03-03 patient C
  S: One.

`;
  it('are encounters, notes and comments, without what belongs to the next encounter', () => {
    assert.deepEqual(folded(text), [
      '1-2 comment',
      '6-11 encounter',
      '8-10 notes',
      '8-9 notes',
      '13-14 comment',
      '17-18 encounter',
    ]);
  });
  it('are encounters first where the editor takes few', () => {
    assert.deepEqual(folded(text, 3), ['1-2 comment', '6-11 encounter', '17-18 encounter']);
    assert.deepEqual(folded(text, 1), ['6-11 encounter']);
  });
});

describe('a very long file', () => {
  it('folds by dates, and outline and folds follow edits', () => {
    const day = (date: string) => `encounter 2026-03-${date} patient A\n  dx M54.50\n`;
    const text = `${HEAD}${['02', '03', '04'].map((date) => day(date).repeat(1800)).join('')}`;
    const workspace = workspaceOf(text);
    const folded = () => foldsOf(workspace, PATH).map(({ start, end }) => [start, end]);
    assert.deepEqual(folded(), [
      [3, 3602],
      [3603, 7202],
      [7203, 10802],
    ]);
    assert.deepEqual(
      foldsOf(workspace, PATH, 2).map(({ start }) => start),
      [3, 3603],
    );
    const at = (line: number, character: number) => ({ line, character });
    const edits = [
      // A line more, a day of its own in the midst, an encounter less, a default and a comment between two days.
      { start: at(4, 0), end: at(4, 0), newText: '  dx R26.2\n' },
      { start: at(4004, 18), end: at(4004, 20), newText: '09' },
      { start: at(7000, 0), end: at(7002, 0), newText: '' },
      { start: at(7202, 0), end: at(7202, 0), newText: '# the next day\npayer medicaid\n' },
      { start: at(0, 0), end: at(3, 0), newText: '' },
    ];
    for (const edit of edits) {
      workspace.edit(PATH, edit);
      workspace.check();
      const fresh = workspaceOf(workspace.files.get(PATH)!.text);
      assert.deepEqual(foldsOf(workspace, PATH), foldsOf(fresh, PATH));
      assert.deepEqual(outlineOf(workspace, PATH), outlineOf(fresh, PATH));
    }
    assert.equal(folded().length, 5);
    // A key that changes nothing of it leaves the outline the same object: it is sent as it is.
    const before = outlineOf(workspace, PATH);
    workspace.edit(PATH, { start: at(1, 2), end: at(1, 2), newText: ' ' });
    assert.equal(outlineOf(workspace, PATH), before);
    workspace.edit(PATH, { start: at(1, 0), end: at(1, 0), newText: '\n' });
    assert.notDeepEqual(outlineOf(workspace, PATH), before);
  }).timeout(60_000);
});

describe('selections', () => {
  const grown = (marked: string) => {
    const at = withCursor(marked);
    const lines = marked.replace('|', '').split('\n');
    return selectionsAt(at.workspace, at.path, at).map(({ start, end }) =>
      start.line === end.line
        ? lines[start.line]!.slice(start.character, end.character)
        : `${start.line + 1}:${start.character}-${end.line + 1}:${end.character}`,
    );
  };
  it('grow from word to part, line, encounter and file', () => {
    const text = (session: string) =>
      `payer medicare\nencounter 2026-03-03 patient A\n  ${session}\n  O: Took part.\n\n# b\n`;
    assert.deepEqual(grown(text('09:00-09:15  97150  group of 2  "Bal|ance and core"')), [
      'Balance',
      'Balance and core',
      '"Balance and core"',
      '09:00-09:15  97150  group of 2  "Balance and core"',
      '  09:00-09:15  97150  group of 2  "Balance and core"',
      '2:0-4:15',
      '1:0-7:0',
    ]);
    assert.deepEqual(grown(text('09:00-09:15  97150  gro|up of 2')).slice(0, 3), [
      'group',
      'group of 2',
      '09:00-09:15  97150  group of 2',
    ]);
    assert.deepEqual(grown(text('09:0|0-09:15  97150')).slice(0, 3), ['09:00', '09:00-09:15', '09:00-09:15  97150']);
    assert.deepEqual(grown(text('bill 97110-5|9-GP x1')).slice(0, 3), ['-59', '97110-59-GP', 'bill 97110-59-GP x1']);
  });
  it('take a note whole before the encounter', () => {
    const steps = grown('encounter 2026-03-03 patient A\n  S: One.\n     Two| more.\n  O: Three.\n');
    assert.deepEqual(steps, ['Two', 'Two more.', '     Two more.', '2:0-3:14', '1:0-4:11', '1:0-5:0']);
  });
  it('hold the cursor behind the last line break too: there is the file alone', () => {
    assert.deepEqual(grown('encounter 2026-03-03 patient A\n  dx M54.50\n|'), ['1:0-3:0']);
    assert.deepEqual(grown('encounter 2026-03-03 patient A\n  dx M54.5|0'), [
      'M54.50',
      'dx M54.50',
      '  dx M54.50',
      '1:0-2:11',
    ]);
  });
  it('each hold the one before, wherever the cursor is', () => {
    fc.assert(
      fc.property(anyText(12), fc.nat(), fc.nat(80), (text, line, character) => {
        const workspace = workspaceOf(text);
        const all = selectionsAt(workspace, PATH, { line: line % (text.split('\n').length + 1), character });
        for (let i = 1; i < all.length; i++) {
          const [a, b] = [all[i - 1]!, all[i]!];
          const notAfter = (x: typeof a.start, y: typeof a.start) =>
            x.line < y.line || (x.line === y.line && x.character <= y.character);
          assert.ok(notAfter(b.start, a.start) && notAfter(a.end, b.end));
          assert.notDeepEqual(a, b);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(20_000);
});

describe('colours', () => {
  it('tell codes that are not known or not in force, and modifiers that open a pair', () => {
    const text = `${HEAD}encounter 2026-03-03 patient A
  09:00-09:15  97111
  09:15-09:30  97110
  bill 97110-GP-59 x1
  bill 97001 -XE x1
`;
    const lines = text.split('\n');
    const tokens = colouredTokensIn(workspaceOf(text), PATH, ALL);
    assert.deepEqual(
      tokens.map(({ line, start, length, what }) => `${lines[line]!.slice(start, start + length)} ${what}`),
      ['97111 unknown-code', '59 opening-modifier', '97001 code-not-in-force', 'XE opening-modifier'],
    );
    assert.deepEqual(encoded(tokens), [4, 15, 5, 1, 0, 2, 16, 2, 2, 0, 1, 7, 5, 0, 1, 0, 7, 2, 2, 0]);
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 99 } };
    assert.deepEqual(
      colouredTokensIn(workspaceOf(text), PATH, range).map(({ line }) => line),
      [6],
    );
  });
});

describe('links', () => {
  it('lead from ignore comments to their rules', () => {
    const text =
      '# ignore dx-missing, no-such-rule: kept elsewhere\nencounter 2026-03-03 patient A\n  # ignore missing-59\n  # ignore missing-59: known\n';
    assert.deepEqual(ruleLinksOf(workspaceOf(text), PATH), [
      { line: 0, start: 9, end: 19, rule: 'dx-missing' },
      { line: 3, start: 11, end: 21, rule: 'missing-59' },
    ]);
  });
});

describe('a search by name', () => {
  const workspace = workspaceOf(
    `${HEAD}encounter 2026-03-03 patient MRN-1\nencounter 2026-03-04 patient MRN-1\nencounter 2026-04-04 patient X9\n  09:00-09:15 97110 by assistant "T. Vega"\n`,
    'encounter 2026-03-04 patient ortega\n',
  );
  const found = (query: string) => placesNamed(workspace, query).map(({ name, container }) => `${name} (${container})`);
  it('finds patients with their encounters', () => {
    assert.deepEqual(found('mrn'), [
      'patient MRN-1 (2 encounters)',
      '2026-03-03 patient MRN-1 ()',
      '2026-03-04 patient MRN-1 ()',
    ]);
    assert.deepEqual(found('patient x'), ['patient X9 (2026-04-04)']);
  });
  it('finds clinicians and assistants, those that begin so first', () => {
    assert.deepEqual(found('ort'), ['R. Ortiz, PT (clinician or assistant)', 'patient ortega (2026-03-04)']);
    assert.deepEqual(found('vega'), ['T. Vega (clinician or assistant)']);
  });
  it('finds encounters by date', () => {
    assert.deepEqual(found('2026-03-04'), ['2026-03-04 patient MRN-1 ()', '2026-03-04 patient ortega ()']);
    assert.deepEqual(found('2026-04'), ['2026-04-04 patient X9 ()']);
  });
  it('keeps its answer short', () => {
    assert.equal(placesNamed(workspaceOf(manyEncounters(500)), '').length, 200);
  });
});

describe('what is in view of a large file', () => {
  it('costs the same as in a small one', function () {
    this.timeout(60_000);
    const cost = (count: number) => {
      const workspace = newWorkspace({ rules: [] });
      workspace.setText(PATH, manyEncounters(count));
      workspace.check();
      const before = { ...workspace.work };
      const range = { start: { line: 3 + 6 * 20, character: 0 }, end: { line: 3 + 6 * 25, character: 0 } };
      assert.ok(inlayHintsIn(workspace, PATH, range, BOTH).length > 0);
      assert.ok(colouredTokensIn(workspace, PATH, range).length > 0);
      selectionsAt(workspace, PATH, range.start);
      return [workspace.work.blocksRead - before.blocksRead, workspace.work.encountersBuilt - before.encountersBuilt];
    };
    // More than are kept at hand, so that what is looked at has to be built.
    assert.deepEqual(cost(9000), cost(12000));
    assert.ok(cost(9000)[1]! <= 7);
  });
});

describe('after any edits', () => {
  const PATHS = [PATH, 'b.encounter'];
  const edit = fc.record({
    file: fc.nat(1),
    line: fc.nat(30),
    lines: fc.nat(3),
    text: fc.oneof(
      anyLine.map((line) => `${line}\n`),
      anyText(5),
      fc.constant(''),
    ),
  });
  it('outline, folds, hints, colours, links and names are those of the final text opened afresh', () => {
    fc.assert(
      fc.property(anyText(20), anyText(20), fc.array(edit, { minLength: 1, maxLength: 8 }), (a, b, edits) => {
        const typed = workspaceOf(a, b);
        for (const { file, line, lines, text } of edits) {
          const count = typed.files.get(PATHS[file]!)!.lineCount;
          const from = Math.min(line, count);
          typed.edit(PATHS[file]!, {
            start: { line: from, character: 0 },
            end: { line: Math.min(count, from + lines), character: 0 },
            newText: text,
          });
        }
        const texts = PATHS.map((path) => typed.files.get(path)!.text);
        const fresh = workspaceOf(texts[0]!, texts[1]!);
        const all = (workspace: typeof fresh) =>
          PATHS.map((path) => ({
            outline: outlineOf(workspace, path),
            folds: foldsOf(workspace, path),
            hints: inlayHintsIn(workspace, path, ALL, BOTH),
            colours: colouredTokensIn(workspace, path, ALL),
            links: ruleLinksOf(workspace, path),
            names: ['', 'A', 'R. Ortiz, PT', '2026-03-03'].map((query) => placesNamed(workspace, query)),
          }));
        assert.deepEqual(all(typed), all(fresh), JSON.stringify(texts));
        for (const path of PATHS) for (const entry of outlineOf(fresh, path)) wellFormed(entry);
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);
});

/** Editors refuse a whole outline for one entry that reaches out of its own range. */
function wellFormed({ name, range, selection, children }: OutlineEntry): void {
  const notAfter = (x: typeof range.start, y: typeof range.start) =>
    x.line < y.line || (x.line === y.line && x.character <= y.character);
  assert.ok(name !== '' && notAfter(range.start, selection.start) && notAfter(selection.end, range.end), name);
  assert.ok(notAfter(selection.start, selection.end));
  children.forEach(wellFormed);
}
