import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../../server/src/engine/fix-all';
import type { Workspace } from '../../../server/src/engine/workspace';
import { LineKind, TokenKind } from '../../../server/src/syntax/kinds';
import { applyEdits, editsInFile, type Found, findingsIn, newWorkspace } from '../../support/markers';
import { parseAll } from '../../support/syntax';
import { anyInput } from '../mutate';
import { target } from '../target';

const PATH = 'a.encounter';

function opened(text: string): Workspace {
  const workspace = newWorkspace();
  workspace.setText(PATH, text);
  workspace.check();
  return workspace;
}

/** How many errors there are of each rule. */
function errors(found: readonly Found[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, rule } of found) if (severity === 'error') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** What was done and recorded, which no safe fix may touch. A code may become the one that came in its place. */
function record(text: string): string[] {
  const kept = new Set([LineKind.Header, LineKind.Session, LineKind.Note, LineKind.NoteMore, LineKind.Comment]);
  return parseAll(text).flatMap((syntax) => {
    const lines: string[] = [];
    for (let line = 0; line < syntax.lineCount; line++) {
      if (!kept.has(syntax.lineKind(line))) continue;
      let said = syntax.slice(syntax.lineStart(line), syntax.lineEnd(line));
      if (syntax.lineKind(line) === LineKind.Session)
        for (let t = syntax.firstToken(line); t < syntax.endToken(line); t++)
          if (syntax.kind(t) === TokenKind.Code) said = said.replace(syntax.tokenText(t), 'CODE');
      lines.push(said);
    }
    return lines;
  });
}

export const fixes = target('fixes', 'safe fixes converge, bring no error and touch nothing they do not say', 120, () =>
  fc.property(anyInput(), (text) => {
    const before = opened(text);
    const found = findingsIn(before, PATH);
    // Each by itself: the edits lie on lines of the file, in order and apart.
    for (const { finding } of found)
      for (const fix of finding.fixes) {
        const places = editsInFile(before, PATH, fix);
        assert.ok(places.length > 0, `a fix that does nothing: ${fix.title}`);
        assert.notEqual(applyEdits(text, places), text, `a fix that changes nothing: ${fix.title}`);
      }
    const workspace = opened(text);
    const { texts, fixed } = fixAll(workspace);
    const after = texts.get(PATH) ?? text;
    assert.ok(fixed.length < 200, `${fixed.length} fixes taken: it does not converge`);
    assert.equal(workspace.files.get(PATH)!.text, after);
    if (fixed.length === 0) assert.equal(after, text);
    const now = findingsIn(opened(after), PATH);
    const old = errors(found);
    for (const [rule, count] of errors(now)) assert.ok(count <= (old.get(rule) ?? 0), `new ${rule}:\n${after}`);
    assert.equal(fixAll(opened(after)).fixed.length, 0, `a second time finds more to fix:\n${after}`);
    assert.deepEqual(record(after), record(text), 'a safe fix touched what was recorded');
  }),
);
