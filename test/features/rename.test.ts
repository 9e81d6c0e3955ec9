/** Renaming a patient, a clinician or an assistant, in every file. */

import assert from 'node:assert/strict';
import { Refusal, renamableAt, renameAt } from '../../server/src/features/rename';
import { withCursor } from '../support/cursor';
import { findingsIn } from '../support/markers';

type Files = Readonly<Record<string, string>>;

function rename(files: Files, newName: string): Record<string, string> | string | undefined {
  const at = withCursor(files);
  const result = renameAt(at.workspace, at.path, at, newName);
  if (result instanceof Refusal) return result.message;
  if (!result) return undefined;
  for (const { path, edits } of result) {
    for (const edit of [...edits].sort((a, b) => b.start.line - a.start.line || b.start.character - a.start.character))
      at.workspace.edit(path, edit);
  }
  return Object.fromEntries([...at.workspace.files].map(([path, { text }]) => [path, text]));
}

const one = (text: string, newName: string) => {
  const result = rename({ a: text }, newName);
  return typeof result === 'object' ? result.a : result;
};

describe('renaming a patient', () => {
  it('writes the new id in every file, and leaves everything else', () => {
    const files = {
      a: 'encounter 2026-03-03 patient A|\n  S: A came.\n# A\nencounter 2026-03-03 patient AA\n',
      b: '\ufeffencounter 2026-03-04 patient "A"  # again\r\n  09:00-09:15 97110 "A"\r\n',
    };
    assert.deepEqual(rename(files, 'MRN-7'), {
      a: 'encounter 2026-03-03 patient MRN-7\n  S: A came.\n# A\nencounter 2026-03-03 patient AA\n',
      b: '\ufeffencounter 2026-03-04 patient "MRN-7"  # again\r\n  09:00-09:15 97110 "A"\r\n',
    });
  });

  it('adds quotes where the id needs them', () => {
    assert.equal(one('encounter 2026-03-03 patient |A\n', 'MRN 7'), 'encounter 2026-03-03 patient "MRN 7"\n');
    assert.equal(one('encounter 2026-03-03 patient |A\n', '#7'), 'encounter 2026-03-03 patient "#7"\n');
    assert.equal(one('encounter 2026-03-03 patient |A\n', '"B"'), 'encounter 2026-03-03 patient B\n');
    assert.equal(one('encounter 2026-03-03 patient "x |y"\n', '  B   C '), 'encounter 2026-03-03 patient "B C"\n');
  });

  it('refuses the id of another patient, and says so without naming anyone', () => {
    const files = {
      a: 'encounter 2026-03-03 patient A|\n',
      b: 'encounter 2026-03-04 patient "Zoe 9"\nencounter 2026-03-05 patient "Zoe 9"\n',
    };
    const said = rename(files, 'Zoe  9');
    assert.equal(
      said,
      'That is the id of another patient, with 2 encounters on file. Two patients would become one, so nothing was changed.',
    );
  });

  it('refuses what no id can be', () => {
    for (const bad of ['', '  ', '""', 'a"b', 'a\nb', 'a\u202eb', 'a\u0007'])
      assert.match(String(one('encounter 2026-03-03 patient |A\n', bad)), /^An id /, JSON.stringify(bad));
  });

  it('does nothing where the id stays as it is', () => {
    assert.equal(one('encounter 2026-03-03 patient |A\n', ' A '), 'encounter 2026-03-03 patient A\n');
  });

  it('brings no finding and takes none', () => {
    const text =
      'clinician "R"\npayer commercial\nencounter 2026-03-03 patient A\n  09:00-09:20 97110\n  bill 97110 x2\nencounter 2026-03-03 patient A|\n  09:10-09:30 97110\n';
    const at = withCursor(text);
    at.workspace.check();
    const before = findingsIn(at.workspace, at.path).map(({ rule, line }) => `${line} ${rule}`);
    assert.ok(before.length > 0);
    const result = renameAt(at.workspace, at.path, at, 'another id');
    assert.ok(result && !(result instanceof Refusal));
    for (const edit of result[0]!.edits) at.workspace.edit(at.path, edit);
    at.workspace.check();
    assert.deepEqual(
      findingsIn(at.workspace, at.path).map(({ rule, line }) => `${line} ${rule}`),
      before,
    );
  });
});

describe('renaming a clinician or assistant', () => {
  it('writes the name wherever it stands, as a clinician and as an assistant', () => {
    const files = {
      a: 'clinician "T. V|ega"\nencounter 2026-03-03 patient A\n  9:00-9:15 97110 "T. Vega" by assistant "T.  Vega"\n',
      b: 'encounter 2026-03-03 patient B\n  assistant "T. Vega"\n  goal "T. Vega"\n',
    };
    assert.deepEqual(rename(files, 'T. Vega, PTA'), {
      a: 'clinician "T. Vega, PTA"\nencounter 2026-03-03 patient A\n  9:00-9:15 97110 "T. Vega" by assistant "T. Vega, PTA"\n',
      b: 'encounter 2026-03-03 patient B\n  assistant "T. Vega, PTA"\n  goal "T. Vega"\n',
    });
  });

  it('writes it behind a colon that is read over, too', () => {
    const text =
      'clinician: "V|ega"\nencounter 2026-03-03 patient: A\n  15 min 97110 by assistant: "Vega"\n  assistant:"Vega"\n';
    assert.equal(one(text, 'Lee'), text.replace('|', '').replaceAll('Vega', 'Lee'));
  });

  it('may give two spellings one form', () => {
    assert.equal(
      one('clinician "R Ort|iz"\nencounter 2026-03-03 patient A\n  clinician "R. Ortiz"\n', 'R. Ortiz'),
      'clinician "R. Ortiz"\nencounter 2026-03-03 patient A\n  clinician "R. Ortiz"\n',
    );
  });
});

describe('what can be renamed', () => {
  const at = (text: string) => {
    const marked = withCursor(text);
    const found = renamableAt(marked.workspace, marked.path, marked);
    return found && `${found.spot.line}:${found.spot.start}-${found.spot.end} ${found.name}`;
  };
  it('is an id or a name, without its quotes', () => {
    assert.equal(at('encounter 2026-03-03 patient A|\n'), '0:29-30 A');
    assert.equal(at('encounter 2026-03-03 patient "|A 1"\n'), '0:30-33 A 1');
    assert.equal(at('\nclinician |"R. Ortiz"\n'), '1:11-19 R. Ortiz');
  });
  it('is nothing else', () => {
    for (const text of [
      'encounter 2026-03-03 pati|ent A\n',
      'encounter 2026-03-03 patient A\n  9:00-9:15 97110 by clini|cian\n',
      'encounter 2026-03-03 patient A\n  goal "W|alk"\n',
      'payer "A|cme"\n',
    ]) {
      assert.equal(at(text), undefined);
      assert.equal(one(text, 'B'), undefined);
    }
  });
});
