/** Files that change, go or close themselves between being read and being written. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixFiles } from '../../server/src/cli/fix';
import { newWorkspace } from '../support/markers';

const WRONG = `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  one-on-one
  bill 97110-GP x2
`;

describe('a file that is to be fixed', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'disk-'));
    file = join(folder, 'a.encounter');
    writeFileSync(file, WRONG);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Reads it, lets something happen, and fixes. What is said, and the text as it is then reported. */
  function fix(meanwhile: () => void): { said: string; complaints: string[]; text: string } {
    const workspace = newWorkspace();
    workspace.setText('a.encounter', WRONG);
    workspace.check();
    meanwhile();
    let said = '';
    const complaints: string[] = [];
    fixFiles(
      workspace,
      [{ path: 'a.encounter', file }],
      (text) => {
        said += text;
      },
      (message) => complaints.push(message),
    );
    return { said, complaints, text: workspace.files.get('a.encounter')!.text };
  }

  it('is fixed', () => {
    assert.deepEqual(fix(() => {}).complaints, []);
    assert.equal(readFileSync(file, 'utf8'), WRONG.replace('x2', 'x1'));
  });

  it('is not written over where it changed meanwhile, and that is said', () => {
    const changed = WRONG.replace('patient A', 'patient B');
    const { said, complaints, text } = fix(() => writeFileSync(file, changed));
    assert.deepEqual(complaints, ['a.encounter: not fixed: it was changed on the disk meanwhile; run this again']);
    assert.equal(said, '');
    assert.equal(text, WRONG, 'what is reported is what was read');
    assert.equal(readFileSync(file, 'utf8'), changed);
  });

  it('is not made anew where it is gone, nor its folder', () => {
    const gone = ['a.encounter: not fixed: there is no such file or folder'];
    assert.deepEqual(fix(() => rmSync(file)).complaints, gone);
    assert.deepEqual(fix(() => rmSync(folder, { recursive: true, force: true })).complaints, gone);
  });
});
