/** The picture of a day, as an editor asks for it. */

import assert from 'node:assert/strict';
import type { DayInFile, DayView } from '../../server/src/features/day-view';
import { Editor } from './client';

const A = 'file:///clinic/a.encounter';
const B = 'file:///clinic/b.encounter';
const HEAD = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n';
const ONE = `${HEAD}
encounter 2026-03-03 patient Zoe
  10:00-10:15  97110
`;
const TWO = `${HEAD}
encounter 2026-03-03 patient Max
  10:10-10:25  97140
`;

describe('the server, on a day', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.here({ folders: ['file:///clinic'] });
    editor.open(ONE, A);
    editor.open(TWO, B);
  });
  afterEach(async () => {
    for (const line of [...editor.log, ...editor.shown])
      for (const secret of ['Zoe', 'Max', 'Ortiz']) assert.ok(!line.includes(secret), line);
    await editor.shutdown();
  });

  const ask = (line: number, uri = A): Promise<(DayView & { none?: string }) | null> =>
    editor.connection.sendRequest('encounter/day', { textDocument: { uri }, position: { line, character: 0 } });

  it('draws it over the files that are open, with the findings of the text as it now is', async () => {
    const day = await ask(5);
    assert.deepEqual(
      day!.lanes.map(({ patient }) => patient),
      ['Zoe', 'Max'],
    );
    assert.deepEqual(day!.clashes, [{ start: 610, end: 615 }]);
    editor.replace('10:10-10:25', '10:15-10:30', B);
    const after = await ask(5);
    assert.deepEqual(after!.clashes, []);
    assert.deepEqual(after!.busy, [{ start: 600, end: 630 }]);
  });

  it('says why there is none', async () => {
    editor.open(HEAD, 'file:///clinic/c.encounter');
    assert.deepEqual(await ask(0, 'file:///clinic/c.encounter'), { none: 'no-encounter' });
    assert.equal(await ask(0, 'file:///clinic/closed.encounter'), null);
  });

  it('lists the days of a file', async () => {
    const days: DayInFile[] = await editor.connection.sendRequest('encounter/days', { textDocument: { uri: A } });
    assert.deepEqual(days, [{ giver: 'R. Ortiz, PT', date: 20260303, line: 4, encounters: 1 }]);
  });
});
