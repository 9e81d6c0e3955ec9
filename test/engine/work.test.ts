/** How much is done: counted, not timed, so that it holds on any machine. */

import assert from 'node:assert/strict';
import { clinic, type Place, written } from '../../bench/clinic';
import type { WorkDone, Workspace } from '../../server/src/engine/workspace';
import { findingsIn, newWorkspace } from '../support/markers';

const PATH = 'a.encounter';

function opened(count: number): { workspace: Workspace; places: readonly Place[] } {
  const { text, places } = written(clinic(count));
  const workspace = newWorkspace({ keepFixes: false });
  workspace.setText(PATH, text);
  workspace.check();
  return { workspace, places };
}

/** What an edit and its check have done. */
function workOf(workspace: Workspace, edit: Parameters<Workspace['edit']>[1]): WorkDone {
  const before = workspace.work;
  workspace.edit(PATH, edit);
  workspace.check();
  const after = workspace.work;
  const keys = Object.keys(after) as (keyof WorkDone)[];
  return Object.fromEntries(keys.map((key) => [key, after[key] - before[key]])) as unknown as WorkDone;
}

function unitsEdit({ units }: Place, newText: string) {
  const { line, character, written: old } = units;
  return { start: { line, character }, end: { line, character: character + old.length }, newText };
}

describe('the work done', () => {
  it('on opening a right clinic, is a glance at each encounter and a full look at few', () => {
    const { workspace } = opened(3000);
    const { blocksRead, blocksParsed, daysChecked, clinicianDaysChecked, charactersRead } = workspace.work;
    assert.equal(blocksRead, 3001);
    assert.equal(blocksParsed, 1);
    assert.equal(charactersRead, workspace.files.get(PATH)!.text.length);
    assert.ok(daysChecked < 450, `${daysChecked} patient-days judged`);
    assert.ok(clinicianDaysChecked < 10, `${clinicianDaysChecked} clinician-days judged`);
  }).timeout(60000);

  it('for a key is that of its encounter and its days, in a file of any size', () => {
    for (const count of [100, 3000]) {
      const { workspace, places } = opened(count);
      for (const at of [1, count >> 1, count - 2]) {
        const work = workOf(workspace, unitsEdit(places[at]!, '9'));
        assert.equal(work.blocksRead, 1, `${at} of ${count}`);
        assert.ok(work.charactersRead < 1500);
        assert.equal(work.daysChecked, 1);
        // The encounter, and where a group is in doubt those of its givers' day.
        assert.ok(work.encountersBuilt <= 40);
        assert.ok(work.rulesRun <= 70);
        assert.ok(
          findingsIn(workspace, PATH).some(
            ({ rule }) => rule === 'too-many-units' || rule === 'group-units' || rule === 'untimed-units',
          ),
        );
        workOf(
          workspace,
          unitsEdit({ ...places[at]!, units: { ...places[at]!.units, written: '9' } }, places[at]!.units.written),
        );
        assert.equal(findingsIn(workspace, PATH).filter(({ severity }) => severity === 'error').length, 0);
      }
    }
  }).timeout(60000);

  it('for a key in a note is no judging at all', () => {
    const { workspace, places } = opened(300);
    const line = places[150]!.line + places[150]!.lineCount - 2;
    const work = workOf(workspace, { start: { line, character: 8 }, end: { line, character: 8 }, newText: 'x' });
    assert.equal(work.blocksRead, 1);
    assert.equal(work.blocksParsed, 0);
    assert.equal(work.daysChecked, 0);
  }).timeout(60000);
});

describe('a changed default', () => {
  it('has each encounter that uses it read once, and none taken for another', () => {
    const visit = (i: number) =>
      [
        ...[
          `encounter 2026-03-0${1 + (i % 5)} patient P${i}`,
          `  clinician "C${i % 7}"`,
          '  dx M54.50',
          '  goal "Walk"',
        ],
        ...['  15 min 97110', '  15 min 97150 group of 2', '  bill 97110-GP x1', '  O: Walked.', ''],
      ].join('\n');
    const count = 300;
    const text = `payer commercial\ndiscipline PT\n\n${Array.from({ length: count }, (_, i) => visit(i)).join('')}`;
    const workspace = newWorkspace({ keepFixes: false });
    workspace.setText(PATH, text);
    workspace.check();
    const blocks = [...workspace.files.get(PATH)!.blocks()];
    const glance = workspace.glance!;
    let reads = 0;
    const read = glance.read.bind(glance);
    glance.read = (...given) => {
      reads++;
      return read(...given);
    };
    const payers = ['commercial', 'workers-comp', 'medicaid'];
    for (let i = 1; i < 6; i++) {
      reads = 0;
      const [from, to] = [payers[(i - 1) % 3]!, payers[i % 3]!];
      const work = workOf(workspace, {
        start: { line: 0, character: 6 },
        end: { line: 0, character: 6 + from.length },
        newText: to,
      });
      assert.equal(work.blocksRead, count + 1);
      assert.equal(reads, count);
    }
    const now = [...workspace.files.get(PATH)!.blocks()];
    assert.ok(now.slice(1).every((block, i) => block === blocks[i + 1]));
  }).timeout(60000);
});

describe('a file of which most was deleted', () => {
  it('reads on as it did, in pieces of texts of their own', () => {
    const { workspace, places } = opened(400);
    const file = workspace.files.get(PATH)!;
    const before = file.text;
    assert.ok(before.length > 1 << 17);
    const keep = places[300]!.line;
    workspace.edit(PATH, { start: { line: 3, character: 0 }, end: { line: keep, character: 0 }, newText: '' });
    workspace.check();
    const lines = before.split('\n');
    assert.equal(file.text, [...lines.slice(0, 3), ...lines.slice(keep)].join('\n'));
    const last = [...file.blocks()].at(-1)!;
    assert.ok(last.text.startsWith('encounter '));
    assert.equal(workspace.encounterOf(last).patient, last.patient);
  }).timeout(60000);
});

describe('checking in slices', () => {
  const day = (file: number, units: number) =>
    `payer medicare\ndiscipline PT\nclinician "C${file}"\nencounter 2026-03-${String(1 + (file % 28)).padStart(2, '0')} patient P${file}\n  dx M54.50\n  09:00-09:15  97110\n  bill 97110-GP x${units}\n`;
  const said = (workspace: Workspace) =>
    [...workspace.files.keys()].flatMap((path) =>
      findingsIn(workspace, path).map(({ rule, line }) => `${path} ${line} ${rule}`),
    );

  it('finds what was changed last first, and in the end all', () => {
    const files = 60;
    const live = newWorkspace();
    for (let i = 0; i < files; i++) live.setText(String(i), day(i, 2));
    assert.deepEqual(said(live), []);
    live.edit('0', { start: { line: 6, character: 18 }, end: { line: 6, character: 19 }, newText: '3' });
    const shown = live.check(() => true);
    assert.ok(shown.includes('0'));
    assert.deepEqual(
      findingsIn(live, '0').map(({ rule, message }) => `${rule} ${/3 billed/.test(message)}`),
      ['too-many-units true'],
    );
    assert.ok(live.isPending);
    assert.ok(said(live).length < files / 2);
    let slices = 0;
    while (live.isPending) {
      live.check(() => true);
      slices++;
    }
    assert.ok(slices > 20);
    const fresh = newWorkspace();
    for (let i = 0; i < files; i++) fresh.setText(String(i), day(i, i === 0 ? 3 : 2));
    fresh.check();
    assert.deepEqual(said(live), said(fresh));
    assert.equal(said(live).length, files);
  });

  it('has nothing left to do after a whole check', () => {
    const live = newWorkspace();
    live.setText('a', day(0, 1));
    live.check();
    assert.equal(live.isPending, false);
    live.remove('a');
    live.check();
    assert.equal(live.isPending, false);
  });
});
