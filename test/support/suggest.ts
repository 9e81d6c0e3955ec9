/** Takes a suggestion in a marked text, as an editor that knows no snippets does. */

import type { TextEdit } from '../../server/src/engine/file';
import { suggestionsAt } from '../../server/src/features/completion';
import { withCursor } from './cursor';

/** The text after the suggestion with this label is taken, with `|` for the cursor. */
export function take(marked: string, label: string): string {
  const { workspace, path, line, character } = withCursor(marked);
  const found = suggestionsAt(workspace, path, { line, character });
  const item = found?.items.find((one) => one.label === label);
  if (!found || !item) {
    const offered = found?.items.map((one) => one.label).join(' | ') ?? 'nothing';
    throw new Error(`no ${label}; offered: ${offered}`);
  }
  const start = { line, character: item.fromMargin ? 0 : found.start };
  const edits: TextEdit[] = [
    { start, end: { line, character: found.end }, newText: `${item.newText}|` },
    ...(item.also ?? []),
  ];
  edits.sort((a, b) => b.start.line - a.start.line || b.start.character - a.start.character);
  for (const edit of edits) workspace.edit(path, edit);
  return workspace.files.get(path)!.text;
}
