/** Text of a file in a hover is text: whatever it holds, it is no link, picture, command, code or mark. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hoverAt, plainText } from '../../server/src/features/hover';
import * as prose from '../../server/src/features/prose';
import { newWorkspace } from '../support/markers';

const PATH = 'a.encounter';
/** What would do something, were it not for the marks that stand before it. */
const ATTACKS = [
  '[x](command:workbench.action.quit)',
  '![x](https://example.invalid/p.png)',
  '<img/src=x>',
  '<a/href="command:x">',
  '[x]:command:y',
  '**bold**',
  '`code`',
  '$(trash)',
  'command:x',
  'https://example.invalid',
  'www.example.invalid',
  'mailto:x@example.invalid',
  '&lt;b&gt;',
  '~~x~~',
  '\\[x\\](y)',
  '|a|b|',
  '#x',
];
const word = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.string({ unit: fc.constantFrom(...'[]()!<>*_`~$:@#|&\\/.-+{}=a1'), minLength: 1, maxLength: 14 }),
);

/** Marks that nothing stands before, outside what is shown as code. */
function bare(markdown: string): string {
  return markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/`[^`\n]*`/g, '');
}

describe('hovers', () => {
  it('no text of a file is a link, a picture, a command or a mark in a hover', () => {
    let hovers = 0;
    fc.assert(
      fc.property(word, word, word, fc.nat(9), fc.nat(60), (id, name, activity, line, character) => {
        const quoted = (text: string) => `"${text.replace(/["\r\n]/g, '') || 'x'}"`;
        const text = [
          `clinician ${quoted(name)}`,
          `payer ${quoted(activity)}`,
          `encounter 2026-03-03 patient ${quoted(id)}`,
          `  goal ${quoted(activity)}`,
          `  dx ${name.replace(/[\s"#]/g, '') || 'x'}`,
          `  09:00-09:15  97110  by assistant ${quoted(name)} ${quoted(activity)}`,
          `  09:10-09:15  97150  group of 2  ${quoted(activity)}`,
          `  bill 97110-59 x1 ${id}`,
          `  ${name} ${activity}`,
          `  # ignore ${id.replace(/\s/g, '')}: ${name}`,
        ].join('\n');
        const workspace = newWorkspace();
        workspace.setText(PATH, text);
        workspace.check();
        const found = hoverAt(workspace, PATH, { line, character }, prose);
        if (!found) return;
        hovers++;
        const left = bare(found.markdown);
        assert.doesNotMatch(
          left,
          /!?\[[^\]]*\]\s*[[(:]|<[a-z/!]|\bcommand:|https?:|www\.|mailto:|\$\(/i,
          found.markdown,
        );
        // Emphasis is ours, and comes in pairs.
        assert.equal((left.match(/\*\*/g) ?? []).length % 2, 0, found.markdown);
        assert.doesNotMatch(plainText(found.markdown), /undefined/);
      }),
      { numRuns: 2000 },
    );
    assert.ok(hovers > 300, `${hovers} hovers`);
  });
});
