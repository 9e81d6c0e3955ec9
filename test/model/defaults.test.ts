/** Fields above encounters and in them: a value that cannot be read leaves open what it says, wherever it stands. */

import assert from 'node:assert/strict';
import { check, findingsIn, newWorkspace } from '../support/markers';

const CARE = '  09:00-09:15  97110\n  bill 97110-GP x1\n';
const TOP = 'payer medicare\ndiscipline PT\nclinician "R. Ortiz, PT"\n';

/** Two patients in the same minutes: said where one person is known to have given both. */
function isDoubleBooked(above: string, within = ''): boolean {
  const text = `${TOP}${above}encounter 2026-03-03 patient A\n${within}${CARE}encounter 2026-03-03 patient B\n${within}${CARE}`;
  return check(text).some(({ rule }) => rule === 'clinician-double-booked');
}

describe('who gave the sessions', () => {
  it('is the assistant, else the clinician', () => {
    assert.equal(isDoubleBooked(''), true);
    assert.equal(isDoubleBooked('assistant "M. Lee, PTA"\n'), true);
    assert.equal(isDoubleBooked('assistant none\n'), true);
  });

  it('is not known where the assistant cannot be read, as a default and in the encounter', () => {
    assert.equal(isDoubleBooked('', '  assistant M. Lee\n'), false);
    assert.equal(isDoubleBooked('assistant M. Lee\n'), false);
  });

  it('is known again where a later line can be read', () => {
    assert.equal(isDoubleBooked('assistant M. Lee\nassistant none\n'), true);
    assert.equal(isDoubleBooked('assistant M. Lee\n', '  assistant "M. Lee, PTA"\n'), true);
    assert.equal(isDoubleBooked('assistant "M. Lee, PTA"\n', '  assistant M. Lee\n'), false);
  });

  it('changes with the default above, in a file that is open', () => {
    const workspace = newWorkspace();
    workspace.setText(
      'a',
      `${TOP}assistant "M"\nencounter 2026-03-03 patient A\n${CARE}encounter 2026-03-03 patient B\n${CARE}`,
    );
    workspace.check();
    const isFound = () => findingsIn(workspace, 'a').some(({ rule }) => rule === 'clinician-double-booked');
    assert.equal(isFound(), true);
    workspace.edit('a', { start: { line: 3, character: 10 }, end: { line: 3, character: 13 }, newText: 'M' });
    workspace.check();
    assert.equal(isFound(), false);
  });
});
