/** Names that are not known: what is offered in their place, and where nothing is. */

import assert from 'node:assert/strict';
import { applyEdits, check, editsInFile, findingsIn, newWorkspace } from '../support/markers';

const HEADER = 'encounter 2026-03-03 patient A\n';

/** The word that a fix of the first unknown name writes; undefined where none is offered. */
function offered(text: string): string | undefined {
  const found = check(text).find((f) => f.rule === 'unknown-field');
  assert.ok(found, `no unknown-field in ${JSON.stringify(text)}`);
  return found.finding.fixes[0]?.edits[0]?.newText;
}

describe('rule unknown-field, in detail', () => {
  it('offers the nearest field, where the line is then read', () => {
    assert.equal(offered(`${HEADER}  payor medicare\n`), 'payer');
    assert.equal(offered(`${HEADER}  payor "Aetna"  # a plan\n`), 'payer');
    assert.equal(offered(`${HEADER}  payor aetna\n`), undefined);
    assert.equal(offered(`${HEADER}  clinican Ortiz\n`), undefined);
    assert.equal(offered(`${HEADER}  bil 97110-GP x1\n`), 'bill');
    assert.equal(offered(`${HEADER}  bil 97110 x0\n`), undefined);
    assert.equal(offered(`${HEADER}  dxx M54.50\n`), 'dx');
  });

  it('offers a default at the left margin, but none in the midst of an encounter', () => {
    assert.equal(offered(`payor medicare\n${HEADER}`), 'payer');
    assert.equal(offered(`${HEADER}  dx M54.50\npayor medicare\n`), 'payer');
    assert.equal(offered(`${HEADER}payor medicare\n  dx M54.50\n`), undefined);
  });

  it('offers at the left margin nothing that belongs to an encounter', () => {
    assert.equal(offered(`${HEADER}gaol "Walk"\n`), undefined);
    assert.equal(offered(`${HEADER}bil 97110 x1\n`), undefined);
    assert.equal(offered('  payor medicare\n'), undefined);
  });

  it('offers note labels written out, and none for a letter that is no label', () => {
    for (const [name, label] of [
      ['Subjective', 'S'],
      ['OBJECTIVE', 'O'],
      ['assessment', 'A'],
      ['Plan', 'P'],
      ['Notes', 'note'],
    ] as const)
      assert.equal(offered(`${HEADER}  ${name}: Well.\n`), label);
    assert.equal(offered(`${HEADER}  X: Well.\n`), undefined);
    const found = check(`${HEADER}  constructor: Well.\n`).find((f) => f.rule === 'unknown-field')!;
    assert.match(found.message, /^"constructor" is not a field or a note label, and this line is not used\. Write /);
    // A field has no colon: by its name the line would still not be read.
    assert.equal(offered(`${HEADER}  payor: medicare\n`), undefined);
  });

  it('leaves the rest of the line as it was, and its own words readable', () => {
    const text = `${HEADER}\tpayor   medicare  # as on the card\n`;
    const workspace = newWorkspace();
    workspace.setText('a', text);
    workspace.check();
    const found = findingsIn(workspace, 'a').find((f) => f.rule === 'unknown-field')!;
    const after = applyEdits(text, editsInFile(workspace, 'a', found.finding.fixes[0]!));
    assert.equal(after, `${HEADER}\tpayer   medicare  # as on the card\n`);
  });

  it('says one problem a line, however it would be read', () => {
    const found = check(`${HEADER}  payor  # ignore missing-59\n  bil 97110 x0\n  dx M54.50\n`);
    assert.deepEqual(
      found.filter((f) => f.severity !== 'info').map((f) => `${f.line} ${f.rule}`),
      ['1 unknown-field', '1 ignore-without-reason', '2 unknown-field'],
    );
  });
});
