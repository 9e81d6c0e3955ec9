/** The frame of a new clinic day: below all that is there, with nothing of another day carried over unseen. */

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applyConfig } from '../../server/src/engine/config';
import { Workspace } from '../../server/src/engine/workspace';
import { type NewDay, newDayChoices, newDayFrame } from '../../server/src/features/new-day';
import { RULES } from '../../server/src/rules/registry';
import { TODAY } from '../support/markers';

const PATH = 'day.encounter';
const DAY: NewDay = { date: '2026-03-09', clinician: 'R. Ortiz, PT', payer: 'medicare' };
const HELD = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
`;

function withText(text: string): Workspace {
  const workspace = new Workspace({ rules: RULES, ...applyConfig({}, TODAY) });
  workspace.setText(PATH, text);
  workspace.check();
  return workspace;
}

/** The text when the frame is in, its stops as they stand before anything is typed. */
function written(text: string, day: NewDay = DAY): string {
  const frame = newDayFrame(withText(text), PATH, day)!;
  const lines = text.split(/\r\n|\n|\r/);
  assert.equal(frame.line, lines.length - 1);
  assert.equal(frame.end, lines[frame.line]!.length);
  const kept = text.slice(0, text.length - (frame.end - frame.start));
  const plain = frame.snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '<$1>')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '<$1>')
    .replace('$0', '<>')
    .replace(/\\([\\$}])/g, '$1');
  return kept + '\n'.repeat(frame.breaks) + plain;
}

describe('a new clinic day', () => {
  it('of an empty file is who, as what, for whom, and the first patient', () => {
    const frame = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n\nencounter 2026-03-09 patient <>\n  <>';
    assert.equal(written(''), frame);
    assert.equal(written('\n\n'), `\n\n${frame}`);
    assert.equal(written('   '), frame);
  });

  it('stands below everything, with one blank line between', () => {
    const frame = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n\nencounter 2026-03-09 patient <>\n  <>';
    assert.equal(written(HELD), `${HELD}\n${frame}`);
    assert.equal(written(HELD.trimEnd()), `${HELD.trimEnd()}\n\n${frame}`);
    assert.equal(written(`${HELD}\n`), `${HELD}\n${frame}`);
    assert.equal(written(`${HELD}  `), `${HELD}\n${frame}`);
    assert.equal(written('# a remark\n'), `# a remark\n\n${frame}`);
  });

  it('leaves open what it cannot know', () => {
    assert.match(written('', { ...DAY, clinician: undefined }), /^clinician "<Name, PT>"\ndiscipline <PT>\n/);
    assert.match(written('', { ...DAY, clinician: 'R. Ortiz' }), /^clinician "R. Ortiz"\ndiscipline <PT>\n/);
  });

  it('takes the discipline from the letters behind the name, or from the days above', () => {
    const disciplines = [
      ['L. Meyer, OTR/L', 'OT'],
      ['L. Meyer, M.S., CCC-SLP', 'SLP'],
      ['L. Meyer, D.C.', 'chiro'],
      ['L. Meyer, LCSW', 'BH'],
      ['L. Meyer, PT, DPT', 'PT'],
      ['L. Meyer, PT, OTR', '<PT>'],
    ] as const;
    for (const [clinician, discipline] of disciplines)
      assert.ok(written('', { ...DAY, clinician }).includes(`\ndiscipline ${discipline}\n`), clinician);
    const above = HELD.replaceAll('R. Ortiz, PT', 'R. Ortiz').replace('discipline PT', 'discipline OT');
    assert.ok(
      written(above, { ...DAY, clinician: 'R. Ortiz' }).endsWith(
        'discipline OT\npayer medicare\n\nencounter 2026-03-09 patient <>\n  <>',
      ),
    );
  });

  it('carries no assistant and no unit rule of another payer over unseen', () => {
    const above = HELD.replace('payer medicare', 'payer medicare\nassistant "K. Lund, PTA"\nunits midpoint');
    assert.ok(written(above).includes('payer medicare\nassistant none\n\nencounter'));
    assert.ok(
      written(above, { ...DAY, payer: 'commercial' }).includes('payer commercial\nassistant none\nunits none\n'),
    );
  });

  it('quotes a payer of the configuration, and no name can break out of its quotes or its stop', () => {
    assert.ok(written('', { ...DAY, payer: 'Acme Health' }).includes('payer "Acme Health"\n'));
    const odd = written('', { ...DAY, clinician: `A" $1 \${2} \\ }\nbill 97110, PT`, payer: 'X"\nbill 97110' });
    assert.ok(odd.startsWith(`clinician "A $1 \${2} \\ } bill 97110, PT"\ndiscipline PT\npayer "X bill 97110"\n`), odd);
  });

  it('is found to be right by the checker, below any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', HELD, `${HELD}\n`, HELD.trimEnd(), '# x', '  S: half a note', 'encounter '),
        (text) => {
          const workspace = withText(text);
          const before = [...workspace.findings(PATH)].length;
          workspace.setText(PATH, written(text).replace('patient <>\n  <>', 'patient Z\n'));
          workspace.check();
          const findings = [...workspace.findings(PATH)].map(({ finding }) => finding);
          assert.equal(findings.length, before, findings.map(({ message }) => message).join());
        },
      ),
    );
  });

  it('offers who and what is in use, the last day first', () => {
    const text = `${HELD}\nclinician "L. Meyer, OTR"\nassistant "K. Lund, COTA"\npayer "Acme Health"\nencounter 2026-03-05 patient B\n`;
    const { today, last, clinicians, payers } = newDayChoices(withText(text), PATH, TODAY);
    assert.match(today, /^\d{4}-\d\d-\d\d$/);
    assert.equal(last, '2026-03-05');
    assert.deepEqual(clinicians, ['L. Meyer, OTR', 'R. Ortiz, PT']);
    assert.deepEqual(payers.slice(0, 2), [
      { name: 'Acme Health', label: undefined },
      { name: 'medicare', label: 'Medicare, and Medicare Advantage' },
    ]);
    const none = newDayChoices(withText(''), PATH, TODAY);
    assert.deepEqual([none.last, none.clinicians, none.payers.length], [undefined, [], 5]);
  });

  it('is nothing for a date of another form, and for a file that is not there', () => {
    assert.equal(newDayFrame(withText(''), PATH, { ...DAY, date: '3/9/2026' }), undefined);
    assert.equal(newDayFrame(withText(''), 'other.encounter', DAY), undefined);
  });
});
