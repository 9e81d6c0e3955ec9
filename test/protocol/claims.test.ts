/** The claim table, as an editor asks for it. */

import assert from 'node:assert/strict';
import {
  CLAIMS,
  CLAIMS_CHANGED,
  CLAIMS_CSV,
  type ClaimsCsvResult,
  type ClaimsResult,
} from '../../server/src/lsp/claims';
import { Editor, type EditorOptions } from './client';

const A = 'file:///clinic/a.encounter';
const B = 'file:///clinic/b.encounter';
const OUTSIDE = 'file:///elsewhere/c.encounter';
const ONE = `clinician "R. Ortiz, PT"
payer medicare

encounter 2026-03-03 patient Zoe
  09:00-09:13  97112
  bill 97112-GP x2
  bill 97110-GP
`;
const TWO = `encounter 2026-03-04 patient Max
  bill 97530-GP x3
`;

describe('the claim table over the protocol', () => {
  let editor: Editor;
  let told = 0;
  let wake = () => {};
  const untilTold = async (times: number) => {
    while (told < times) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const start = async (options: EditorOptions = {}) => {
    editor = await Editor.here({ folders: ['file:///clinic'], ...options });
    told = 0;
    editor.connection.onNotification(CLAIMS_CHANGED, () => {
      told++;
      wake();
    });
    editor.open(ONE, A);
    editor.open(TWO, B);
  };
  const base = { sort: 'place', descending: false, text: '', finding: '', from: 0, count: 100 };
  const ask = (uri: string | undefined, more: object = {}): Promise<ClaimsResult | null> =>
    editor.connection.sendRequest(CLAIMS, { ...(uri ? { textDocument: { uri } } : {}), ...base, ...more });
  const codes = (result: ClaimsResult | null) => result!.rows.map(({ code, units }) => `${code} x${units}`);

  afterEach(async () => {
    for (const line of [...editor.log, ...editor.shown])
      for (const secret of ['Zoe', 'Ortiz', 'Max']) assert.ok(!line.includes(secret), line);
    await editor.shutdown();
  });

  it('gives the lines of one file, or of all', async () => {
    await start();
    const one = await ask(A);
    assert.deepEqual(codes(one), ['97112 x2', '97110 x1']);
    assert.equal(one!.sums.units, 3);
    assert.equal(one!.scope.files, 1);
    assert.deepEqual(
      one!.rows[0]!.findings.filter(({ around }) => !around).map(({ rule }) => rule),
      ['too-many-units'],
    );
    assert.ok(one!.scope.rules.some(({ rule, lines }) => rule === 'too-many-units' && lines === 1));
    const all = await ask(undefined);
    assert.deepEqual(codes(all), ['97112 x2', '97110 x1', '97530 x3']);
    assert.deepEqual(
      all!.rows.map(({ file, line }) => `${file}:${line}`),
      ['a.encounter:5', 'a.encounter:6', 'b.encounter:1'],
    );
  });

  it('sorts, filters and pages', async () => {
    await start();
    assert.deepEqual(codes(await ask(undefined, { sort: 'units', descending: true, count: 2 })), [
      '97530 x3',
      '97112 x2',
    ]);
    assert.deepEqual(codes(await ask(undefined, { from: 2 })), ['97530 x3']);
    assert.deepEqual(codes(await ask(undefined, { text: 'max' })), ['97530 x3']);
    assert.deepEqual(codes(await ask(undefined, { finding: 'too-many-units' })), ['97112 x2']);
    assert.deepEqual(codes(await ask(undefined, { from: -4, count: 1e9, sort: 'nonsense' })).length, 3);
  });

  it('follows an edit, and says so once', async () => {
    await start();
    await editor.findings(A);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = await ask(A);
    const toldBefore = told;
    editor.replace('x2', 'x4', A);
    await untilTold(toldBefore + 1);
    const after = await ask(A);
    assert.deepEqual(codes(after), ['97112 x4', '97110 x1']);
    assert.notEqual(after!.state, before!.state);
    // Asked at once after an edit, it is the table of that edit.
    editor.replace('x4', 'x5', A);
    assert.deepEqual(codes(await ask(A)), ['97112 x5', '97110 x1']);
    const count = told;
    editor.replace('x5', 'x6', A);
    await untilTold(count + 1);
    editor.replace('x6', 'x7', A);
    await editor.findings(A);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(told, count + 1);
  });

  it('has nothing for a file that is not checked', async () => {
    await start();
    assert.equal(await ask('file:///nowhere.encounter'), null);
    editor.open(ONE, 'git:/clinic/a.encounter');
    assert.equal(await ask('git:/clinic/a.encounter'), null);
    // The old side of a diff is in no table either.
    assert.equal((await ask(undefined))!.scope.files, 2);
    editor.open(TWO, OUTSIDE);
    assert.deepEqual(codes(await ask(OUTSIDE)), ['97530 x3']);
  });

  it('gives the same as CSV, in pieces that belong together', async () => {
    await start();
    const piece = (from: number): Promise<ClaimsCsvResult | null> =>
      editor.connection.sendRequest(CLAIMS_CSV, { ...base, from, count: 2 });
    const [first, second] = [await piece(0), await piece(2)];
    assert.equal(first!.lines, 3);
    assert.equal(first!.state, second!.state);
    const lines = (first!.csv + second!.csv).split('\r\n');
    assert.equal(lines.length, 5);
    assert.match(lines[0]!, /^\ufeffPatient,Date/);
    assert.match(lines[3]!, /^Max,2026-03-04,97530,GP,3/);
    editor.replace('x3', 'x2', B);
    assert.notEqual((await piece(0))!.state, first!.state);
  });
});
