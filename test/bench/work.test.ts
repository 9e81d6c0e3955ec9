/** What an edit makes the checker do, counted: exact on any machine, and the same in a file of any size. */

import assert from 'node:assert/strict';
import { clinic, linesOf, TOO_MANY, type Written, written } from '../../bench/clinic';
import { at, type Edit, stretch } from '../../bench/document';
import { TOUCHING, touching } from '../../bench/touching';
import { type WorkDone, Workspace } from '../../server/src/engine/workspace';
import { defaultSettings } from '../../server/src/model/settings';
import { RULES } from '../../server/src/rules/registry';
import { TODAY } from '../support/markers';

const PATH = 'day.encounter';
const SIZES = [100, 3000];

function opened(text: string): Workspace {
  const workspace = new Workspace({ rules: RULES, settings: defaultSettings(TODAY) });
  workspace.setText(PATH, text);
  workspace.check();
  return workspace;
}

function worked(workspace: Workspace, { range: { start, end }, text: newText }: Edit): WorkDone {
  const before = workspace.work;
  workspace.edit(PATH, { start, end, newText });
  workspace.check();
  const names = Object.keys(before) as (keyof WorkDone)[];
  return Object.fromEntries(names.map((name) => [name, workspace.work[name] - before[name]])) as Record<
    keyof WorkDone,
    number
  >;
}

describe('the work of an edit', function () {
  this.timeout(60_000);
  const files = new Map<number, { text: Written; workspace: Workspace }>();
  before(() => {
    for (const size of SIZES) {
      const text = written(clinic(size));
      files.set(size, { text, workspace: opened(text.text) });
    }
  });

  for (const size of SIZES) {
    for (const [where, number] of [
      ['first', 0],
      ['middle', size >> 1],
      ['last', size - 1],
    ] as const) {
      it(`is that of one encounter, for the ${where} of ${size}`, () => {
        const { text, workspace } = files.get(size)!;
        const place = text.places[number]!;
        const own = () => workspace.files.get(PATH)!.blockAt(place.line).block.text.length;
        const one = (work: WorkDone) => {
          assert.equal(work.blocksRead, 1);
          assert.equal(work.charactersRead, own(), 'its own characters, once');
          assert.ok(work.blocksParsed <= 1);
          assert.ok(work.daysChecked <= 1 && work.clinicianDaysChecked <= 1);
          assert.ok(work.rulesRun <= RULES.length);
        };
        const { line, character, written } = place.units;
        const units = (text: string) => ({ range: stretch(at(line, character), at(line, character + 1)), text });
        one(worked(workspace, units(String(TOO_MANY))));
        one(worked(workspace, units(written)));
        const below = at(line + 1, 0);
        one(worked(workspace, { range: stretch(below, below), text: '  bill 97750-GP x1\n' }));
        one(worked(workspace, { range: stretch(below, at(line + 2, 0)), text: '' }));
      });

      it(`is that of what is pasted and cut, at the ${where} of ${size}`, () => {
        const { text, workspace } = files.get(size)!;
        const above = at(text.places[number]!.line, 0);
        const pasted = linesOf({ ...clinic(100)[50]!, patient: 'PASTED', date: '2021-06-01' });
        const paste = worked(workspace, { range: stretch(above, above), text: `${pasted.join('\n')}\n` });
        assert.equal(paste.blocksRead, 1);
        assert.equal(paste.charactersRead, pasted.join('\n').length + 1);
        const cut = worked(workspace, { range: stretch(above, at(above.line + pasted.length, 0)), text: '' });
        assert.equal(cut.blocksRead, 0);
        assert.ok(cut.daysChecked <= 1 && paste.daysChecked <= 1);
      });
    }
  }

  const MOST: Record<(typeof TOUCHING)[number], Partial<WorkDone>> = {
    'a clinician-day of 40 encounters': { blocksRead: 1, encountersBuilt: 40, daysChecked: 1, clinicianDaysChecked: 1 },
    'a group of 12': { blocksRead: 1, encountersBuilt: 12, daysChecked: 1, clinicianDaysChecked: 1 },
    // All are read by the new default; those that read like one in which nothing is wrong are not judged again.
    'a default that 1,000 encounters use': { blocksRead: 1001, daysChecked: 1001, rulesRun: 1001 * RULES.length },
  };

  it('follows what it touches, whatever else is in the file', () => {
    const small = touching(50);
    const large = touching(2000);
    const [inSmall, inLarge] = [opened(small.text), opened(large.text)];
    for (const what of TOUCHING) {
      for (let i = 0; i < 4; i++) {
        const work = worked(inSmall, small.edits[what](i).edit);
        assert.deepEqual(worked(inLarge, large.edits[what](i).edit), work, what);
        for (const [name, most] of Object.entries(MOST[what]))
          assert.ok(work[name as keyof WorkDone] <= most, `${what}: ${name} ${work[name as keyof WorkDone]}`);
        assert.equal(work.blocksRead, MOST[what].blocksRead);
      }
    }
  });

  it('of opening is one pass over the text', () => {
    for (const size of SIZES) {
      const { text } = files.get(size)!;
      const { work } = opened(text.text);
      assert.equal(work.charactersRead, text.text.length);
      assert.equal(work.blocksRead, size + 1);
      assert.ok(work.blocksParsed <= size / 10, `${work.blocksParsed} blocks had to be parsed`);
    }
  });

  it('of opening grows less than the file: a day like one in which nothing is wrong is not judged again', () => {
    const [few, many] = SIZES.map((size) => opened(files.get(size)!.text.text).work.daysChecked / size);
    assert.ok(many! < few! / 3, `${few} and ${many} days judged an encounter`);
    assert.ok(many! < 0.2, `${many} days judged an encounter`);
  });
});
