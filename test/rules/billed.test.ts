/** Billed and not given, given and not billed: where each speaks, where each is silent, and what its fix adds. */

import assert from 'node:assert/strict';
import { applyEdits, check, editsInFile, findingsIn, newWorkspace } from '../support/markers';

const PT = 'payer medicare\nclinician "R. Ortiz, PT"\ndiscipline PT\n';
const day = (body: string, head = PT) => `${head}encounter 2026-03-03 patient A\n  dx M54.50\n${body}`;

const rules = (text: string) => check(text).map((f) => f.rule);
const of = (rule: string, text: string) => check(text).filter((f) => f.rule === rule);

/** The line that the fix of the hint adds; `none` without a fix, `silent` without a hint. */
function hint(text: string): string {
  const workspace = newWorkspace();
  workspace.setText('test.encounter', text);
  workspace.check();
  const found = findingsIn(workspace, 'test.encounter').filter((f) => f.rule === 'performed-not-billed');
  if (found.length === 0) return 'silent';
  assert.equal(found.length, 1);
  const { fixes } = found[0]!.finding;
  if (fixes.length === 0) return 'none';
  assert.ok(!fixes[0]!.safe, 'never safe: it adds a line');
  const after = applyEdits(text, editsInFile(workspace, 'test.encounter', fixes[0]!));
  const errors = (t: string) => check(t).filter((f) => f.severity === 'error');
  assert.ok(errors(after).length <= errors(text).length, 'brings an error');
  assert.equal(of('performed-not-billed', after).length, 0, 'the hint stays');
  const before = text.split('\n');
  return after
    .split('\n')
    .filter((line) => !before.includes(line))
    .map((line) => line.trim())
    .join(' | ');
}

describe('billed-not-performed', () => {
  it('is silent while a session line of the day cannot be read', () => {
    const lines = '  bill 97110-GP x1\n  bill 97140-GP x1\n';
    const first = '  09:00-09:15  97110\n';
    assert.equal(of('billed-not-performed', day(`${first}${lines}`)).length, 1);
    for (const unread of [
      '09:15-09:30  9714O',
      '09:15-09:30',
      '09:15-09:30  97141',
      '!09:15-09:30  97140',
      'x9:15-09:30 97140',
    ])
      assert.equal(of('billed-not-performed', day(`${first}  ${unread}\n${lines}`)).length, 0, unread);
  });
  it('keeps the code of a session whose time cannot be', () => {
    assert.equal(of('billed-not-performed', day('  09:30-09:15  97110\n  bill 97110-GP x1\n')).length, 0);
  });
  it('looks at all encounters of the patient and date', () => {
    const text = `${day('  09:00-09:15  97110\n')}encounter 2026-03-03 patient A\n  dx M54.50\n  bill 97110-GP x1\n`;
    assert.equal(of('billed-not-performed', text).length, 0);
    assert.equal(
      of('billed-not-performed', text.replace(/patient A(?=\n {2}dx M54.50\n {2}bill)/, 'patient B')).length,
      1,
    );
  });
  it('says once, on the header, that there is no session at all, and lets other rules speak', () => {
    const found = check(day('  bill 97110-GP x1\n  bill 97150-GP x3\n'));
    const own = found.filter((f) => f.rule === 'billed-not-performed');
    assert.deepEqual(
      own.map((f) => [f.line, f.severity]),
      [[3, 'warning']],
    );
    assert.ok(found.some((f) => f.rule === 'group-units'));
  });
  it('says nothing of a visit alone', () => {
    assert.equal(
      of('billed-not-performed', day('  bill 99213 x1\n', 'payer commercial\nclinician "J. Vance, MD"\n')).length,
      0,
    );
  });
  it('is one finding for two lines of one code', () => {
    const text = day('  09:00-09:15  97110\n  bill 97110-GP x1\n  bill 97140-GP x1\n  bill 97140-59-GP x1\n');
    assert.equal(of('billed-not-performed', text).length, 1);
  });
  it('silences unit and pair rules for its line', () => {
    const text = day('  09:00-09:15  97110\n  bill 97110-GP x1\n  bill 97150-GP x2\n');
    assert.deepEqual(
      rules(text).filter((rule) => /units|59|billed/.test(rule)),
      ['billed-not-performed'],
    );
  });
  it('removes an add-on with its primary', () => {
    const text = day(
      '  09:00-09:15  97530\n  bill 97530-GO x1\n  bill 97129-GO x1\n  bill 97130-GO x1\n',
      'payer medicare\nclinician "K. Mori, OTR"\ndiscipline OT\n',
    );
    assert.deepEqual(
      of('billed-not-performed', text)[0]!.finding.fixes.map((fix) => fix.title),
      ['Remove 97129-GO and 97130-GO: you state that they were not given'],
    );
  });
  it('offers no removal that would bring an overlap into play', () => {
    const overlap = '  09:00-09:15  97110\n  09:05-09:20  97112\n  bill 97140-GP x1\n';
    assert.equal(of('billed-not-performed', day(overlap))[0]!.finding.fixes.length, 0);
    const apart = '  09:00-09:15  97110\n  09:15-09:30  97112\n  bill 97140-GP x1\n';
    assert.equal(of('billed-not-performed', day(apart))[0]!.finding.fixes.length, 1);
  });
});

describe('performed-not-billed', () => {
  const billed = '  09:00-09:15  97110\n  bill 97110-GP x1\n';
  it('adds what the minutes support beside what is billed', () => {
    assert.equal(hint(day(`${billed}  09:15-09:45  97112\n`)), 'bill 97112-GP x2');
  });
  it('is silent where the session earns no unit', () =>
    assert.equal(hint(day(`${billed}  09:15-09:22  97112\n`)), 'silent'));
  it('is silent where nothing is billed', () => assert.equal(hint(day('  09:00-09:15  97110\n')), 'silent'));
  it('is silent where a claim line cannot be read', () => {
    for (const unread of ['bill 9711', 'bill 97111-GP x1', 'bil 97112-GP x1', '?bill 97112'])
      assert.equal(hint(day(`${billed}  09:15-09:45  97112\n  ${unread}\n`)), 'silent', unread);
  });
  it('is silent for minutes that a billed session holds', () => {
    assert.equal(hint(day(`${billed}  09:00-09:15  97112\n`)), 'silent');
  });
  it('is silent for a group of one, and hints at a group', () => {
    const goal = '  goal "Walk"\n  S: x\n  O: Did all.\n  A: Better.\n  P: Go on.\n';
    assert.equal(hint(day(`${goal}${billed}  09:15-09:45  97150  group of 1\n`)), 'silent');
    assert.equal(
      hint(day(`${goal}${billed}  09:15-09:45  97150  group of 3\n`)),
      'bill 97110-59-GP x1 | bill 97150-GP x1',
    );
  });
  it('offers no line that would need a -59 which the record does not prove', () => {
    const goal = '  goal "Walk"\n  O: Did all.\n  A: Better.\n  P: Go on.\n';
    assert.equal(hint(day(`${goal}${billed}  30 min  97150  group of 3\n`)), 'none');
  });
  it('is silent where an indicator-0 pair shuts it out', () => {
    assert.equal(hint(day('  09:00-09:15  97140\n  bill 97140-GP x1\n  09:15-09:30  97124\n')), 'silent');
  });
  it('bills 97014 to Medicare as G0283', () => {
    assert.equal(hint(day(`${billed}  09:15-09:30  97014\n`)), 'bill G0283-GP x1');
    assert.equal(hint(day(`${billed}  09:15-09:30  97010\n`)), 'silent');
  });
  it('adds no GP where none is wanted, and no line where the discipline is not known', () => {
    assert.equal(
      hint(day(`${billed}  09:15-09:30  97112\n`, 'payer commercial\nclinician "R. Ortiz, PT"\ndiscipline PT\n')),
      'bill 97112 x1',
    );
    assert.equal(hint(day(`${billed}  09:15-09:30  97112\n`, 'payer medicare\nclinician "R. Ortiz, PT"\n')), 'none');
  });
  it('splits the first 15 minutes of 97129 from the rest', () => {
    const head = 'payer medicare\nclinician "K. Mori, OTR"\ndiscipline OT\n';
    assert.equal(
      hint(day('  09:00-09:15  97530\n  bill 97530-GO x1\n  09:15-09:45  97129\n', head)),
      'bill 97129-GO x1 | bill 97130-GO x1',
    );
  });
  it('adds CQ where the assistant gave it, and a line for each where both did', () => {
    const assistant = 'by assistant "K. Poe, PTA"';
    assert.equal(hint(day(`${billed}  09:15-09:30  97112  ${assistant}\n`)), 'bill 97112-GP-CQ x1');
    assert.equal(
      hint(day(`${billed}  09:15-09:30  97112  ${assistant}\n  09:30-09:45  97112  by clinician\n`)),
      'bill 97112-GP-CQ x1 | bill 97112-GP x1',
    );
  });
  it('adds GY for a chiropractor under Medicare, and nothing that says active treatment', () => {
    const head = 'payer medicare\nclinician "P. Lund, DC"\ndiscipline chiro\n';
    assert.equal(
      hint(day('  09:00-09:10  98941\n  bill 98941-AT x1\n  09:10-09:25  97110\n', head)),
      'bill 97110-GY x1',
    );
    assert.equal(hint(day('  09:00-09:15  97110\n  bill 97110-GY x1\n  09:15-09:25  98941\n', head)), 'none');
  });
  it('offers no line for minutes in which the clinician has another patient', () => {
    const other = 'encounter 2026-03-03 patient B\n  dx M54.50\n  09:20-09:35  97110\n  bill 97110-GP x1\n';
    assert.equal(hint(`${day(`${billed}  09:15-09:30  97112\n`)}${other}`), 'none');
    assert.equal(
      hint(`${day(`${billed}  09:15-09:30  97112\n`)}${other.replace('09:20-09:35', '09:30-09:45')}`),
      'bill 97112-GP x1',
    );
  });
});
