/** Every example of every rule, run: what is marked is found, what is not marked is not, and fixes do as they say. */

import assert from 'node:assert/strict';
import { RULE_DOCS } from '../../server/src/rules/docs';
import type { Example } from '../../server/src/rules/kit/rule';
import { RULES } from '../../server/src/rules/registry';
import {
  applyEdits,
  check,
  editsInFile,
  type Found,
  findingsIn,
  newWorkspace,
  readMarks,
  show,
} from '../support/markers';

const PATH = 'test.encounter';

for (const rule of RULES) {
  const docs = RULE_DOCS.get(rule.id)!;
  describe(`rule ${rule.id}`, () => {
    it('has an example on each side', () => {
      assert.ok(docs.bad.length > 0, 'no bad example');
      assert.ok(docs.good.length > 0, 'no good example');
    });
    for (const example of docs.bad) {
      it(`bad: ${example.title}`, () => badExample(rule.id, example));
    }
    for (const example of docs.good) {
      it(`good: ${example.title}`, () => {
        const { text, marks } = readMarks(example.text);
        assert.equal(marks.length, 0, 'a good example marks nothing');
        const found = check(text, example.today);
        assert.deepEqual(found.filter((f) => f.rule === rule.id || loud(f)).map(show), []);
      });
    }
  });
}

function loud(found: { severity: string }): boolean {
  return found.severity === 'error' || found.severity === 'warning';
}

function badExample(id: string, example: Example): void {
  const { text, marks } = readMarks(example.text);
  assert.ok(
    marks.some((mark) => mark.rule === id),
    'a bad example marks at least one finding of its rule',
  );
  const workspace = newWorkspace(example.today ? { today: example.today } : {});
  workspace.setText(PATH, text);
  workspace.check();
  const found = findingsIn(workspace, PATH);
  for (const mark of marks) {
    const match = found.find(
      (f) => f.rule === mark.rule && f.line === mark.line && f.start === mark.start && f.end === mark.end,
    );
    assert.ok(match, `not found: ${show(mark)}\nfound:\n${found.map(show).join('\n')}`);
    if (mark.severity) assert.equal(match.severity, mark.severity, `severity of ${show(match)}`);
    if (mark.fix) {
      assert.ok(
        match.finding.fixes.some((fix) => fix.title === mark.fix),
        `no fix "${mark.fix}"; offered: ${match.finding.fixes.map((fix) => fix.title).join(' | ')}`,
      );
    }
  }
  const marked = (f: Found) =>
    marks.some((mark) => f.rule === mark.rule && f.line === mark.line && f.start === mark.start && f.end === mark.end);
  assert.deepEqual(
    found.filter((f) => (f.rule === id || loud(f)) && !marked(f)).map(show),
    [],
    'findings that are not marked',
  );

  const own = found.filter((f) => f.rule === id);
  for (const f of own) {
    for (const fix of f.finding.fixes) {
      const after = applyEdits(text, editsInFile(workspace, PATH, fix));
      const left = check(after, example.today);
      // The same defect may stand elsewhere too; where it stood, it is gone.
      const before = own.length;
      const now = left.filter((g) => g.rule === id).length;
      const mayStay = rule(id).fixMayLeaveFinding;
      if (!mayStay)
        assert.ok(now < before, `"${fix.title}" leaves the finding:\n${left.map(show).join('\n')}\n${after}`);
      const errorsBefore = found.filter((g) => g.severity === 'error').length;
      const errors = left.filter((g) => g.severity === 'error');
      assert.ok(
        errors.length <= errorsBefore - (f.severity === 'error' && !mayStay ? 1 : 0),
        `"${fix.title}" brings an error:\n${errors.map(show).join('\n')}\n${after}`,
      );
    }
  }
  if (example.fixed !== undefined) {
    const mark = marks.find((m) => m.rule === id && m.fix)!;
    const f = own.find((g) => g.line === mark.line && g.start === mark.start)!;
    const fix = f.finding.fixes.find((candidate) => candidate.title === mark.fix)!;
    assert.equal(applyEdits(text, editsInFile(workspace, PATH, fix)), readMarks(example.fixed).text);
  }
}

function rule(id: string) {
  return RULES.find((candidate) => candidate.id === id)!;
}
