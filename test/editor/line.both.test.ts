// The line from text to help and back, once: a finding where it is wrong, why, the fix taken, nothing left. Runs in the
// extension host on Node and in the one in a web worker.
import * as assert from 'node:assert/strict';
import {
  apply,
  checked,
  closeAll,
  codeOf,
  find,
  hoverText,
  openText,
  quickFixes,
  replace,
  waitForDiagnostics,
} from './help';

/** One patient in a group, then alone, at times that are shown apart: the one-on-one line lacks its -59. */
const day = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97110-GP x1
  bill 97150-GP x1
  S: Feels steadier on stairs.
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`;

describe('from text to help', () => {
  afterEach(closeAll);

  it('shows the finding, takes the fix, and finds nothing more', async () => {
    const document = await openText(day);
    const wanted = find(document, '97110', 'bill ');
    const [finding] = await waitForDiagnostics(document.uri, (all) =>
      all.some(({ code }) => codeOf(code) === 'missing-59'),
    );
    assert.ok(finding);
    assert.deepEqual(finding.range, wanted);
    assert.equal(finding.source, 'encounter');

    const fixes = await quickFixes(document.uri, finding.range);
    const add = fixes.find(({ title }) => title.includes('Add -59'));
    assert.ok(add, `no such fix among: ${fixes.map(({ title }) => title).join(', ')}`);
    assert.equal(add.isPreferred, true);
    await apply(add);
    assert.ok(document.getText().includes('bill 97110-59-GP x1'));
    assert.deepEqual(await checked(document), []);
  });

  it('brings the finding back when the fix is undone by hand', async () => {
    const document = await openText(day.replace('bill 97110-GP', 'bill 97110-59-GP'));
    assert.deepEqual(await checked(document), []);
    await replace(document, find(document, '-59', 'bill 97110'), '');
    await waitForDiagnostics(document.uri, (all) => all.some(({ code }) => codeOf(code) === 'missing-59'));
  });

  it('says in a hover what a code is', async () => {
    const document = await openText(day);
    await checked(document);
    assert.match(await hoverText(document.uri, find(document, '97150').start), /97150/);
  });
});
