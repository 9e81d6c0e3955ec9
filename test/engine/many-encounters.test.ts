/** A workspace of more encounters than are kept at hand. */

import assert from 'node:assert/strict';
import { findingsIn, newWorkspace } from '../support/markers';

describe('more encounters than are kept at hand', () => {
  it('finds in each file what it finds in the first', function () {
    this.timeout(60000);
    const workspace = newWorkspace({ keepFixes: false });
    const files = 60;
    const patients = 160;
    for (let f = 0; f < files; f++) {
      let text = `discipline PT\npayer medicare\n`;
      for (let p = 0; p < patients; p++)
        text += `\nencounter 2026-03-03 patient P${f}-${p}\n  clinician "C${f}-${p >> 1}"\n  dx M54.50\n  10:00-10:15  97110\n  bill 97110-GP x1\n`;
      workspace.setText(`${f}.encounter`, text);
    }
    workspace.check();
    const count = (f: number) => findingsIn(workspace, `${f}.encounter`).map(({ line, rule }) => `${line} ${rule}`);
    const first = count(0);
    assert.equal(first.filter((found) => found.endsWith('clinician-double-booked')).length, patients);
    for (let f = 1; f < files; f++) assert.deepEqual(count(f), first);
  });

  it('reads each of them a few times, also where each fix asks where else its giver was', () => {
    const patients = 1200;
    let text = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n';
    for (let p = 0; p < patients; p++)
      text += `\nencounter 2026-03-03 patient P${p}\n  dx M54.50\n  10:00-10:15  97110\n  10:15-10:30  97140\n  bill 97110-GP x1\n`;
    const workspace = newWorkspace({ keepFixes: true });
    workspace.setText('a.encounter', text);
    workspace.check();
    assert.ok(findingsIn(workspace, 'a.encounter').some(({ rule }) => rule === 'performed-not-billed'));
    const { encountersBuilt } = workspace.work;
    assert.ok(encountersBuilt <= 6 * patients, `${encountersBuilt} encounters read for ${patients}`);
  });
});
