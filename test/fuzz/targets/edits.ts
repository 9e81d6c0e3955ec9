import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Workspace } from '../../../server/src/engine/workspace';
import { positionAt } from '../../protocol/client';
import { findingsIn, newWorkspace } from '../../support/markers';
import { anyInput, stretchOf, typed } from '../mutate';
import { target } from '../target';

const FILES = ['a.encounter', 'b.encounter'] as const;

/** All that is found in a file, as far as a person sees it. */
export function shown(workspace: Workspace, path: string): string[] {
  return findingsIn(workspace, path).map(({ line, start, end, rule, severity, message, finding }) => {
    const related = finding.related.map(
      ({ block, place }) => `${block.file.path}:${block.file.lineOf(block) + place.line}`,
    );
    const fixes = finding.fixes.map(({ title, safe }) => `${title} ${safe}`);
    return [`${line}:${start}-${end}`, rule, severity, message, related, fixes].join(' ');
  });
}

export function opened(texts: readonly string[]): Workspace {
  const workspace = newWorkspace();
  for (const [i, path] of FILES.entries()) workspace.setText(path, texts[i] ?? '');
  workspace.check();
  return workspace;
}

export const edits = target('edits', 'after any edits, what is found is what opening afresh finds', 150, () =>
  fc.property(
    fc.tuple(anyInput(), anyInput()),
    fc.array(fc.tuple(fc.nat(1), typed, fc.boolean()), { minLength: 1, maxLength: 12 }),
    (start, steps) => {
      const texts = [...start];
      const live = opened(texts);
      for (const [file, edit, look] of steps) {
        const text = texts[file]!;
        const [from, to] = stretchOf(text, edit);
        live.edit(FILES[file]!, {
          start: positionAt(text, from),
          end: positionAt(text, to),
          newText: edit.newText,
        });
        texts[file] = text.slice(0, from) + edit.newText + text.slice(to);
        // Sometimes changes pile up before anyone looks.
        if (look) live.check();
        assert.equal(live.files.get(FILES[file]!)!.text, texts[file]);
      }
      live.check();
      const fresh = opened(texts);
      for (const path of FILES) assert.deepEqual(shown(live, path), shown(fresh, path));
    },
  ),
);
