/** Texts with marks for tests of features: `|` for the cursor, `[` and `]` around a range. */

import type { Workspace } from '../../server/src/engine/workspace';
import type { Spot } from '../../server/src/features/stretch';
import { newWorkspace } from './markers';

export interface Marked {
  readonly workspace: Workspace;
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** A workspace of files by name; one of them holds the cursor, `|`, which is taken out. */
export function withCursor(files: Readonly<Record<string, string>> | string): Marked {
  const workspace = newWorkspace();
  let found: Marked | undefined;
  for (const [path, marked] of Object.entries(typeof files === 'string' ? { 'a.encounter': files } : files)) {
    const at = marked.indexOf('|');
    const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1);
    workspace.setText(path, text);
    if (at < 0) continue;
    const lines = marked.slice(0, at).split('\n');
    found = { workspace, path, line: lines.length - 1, character: lines[lines.length - 1]!.length };
  }
  if (!found) throw new Error('no cursor');
  return found;
}

/** Each place with its text: `a.encounter:5 A`, lines from 1. */
export function shown(workspace: Workspace, spots: readonly Spot[]): string[] {
  return spots.map(({ path, line, start, end }) => {
    const { block, startLine } = workspace.files.get(path)!.blockAt(line);
    return `${path}:${line + 1} ${block.lineText(line - startLine).slice(start, end)}`;
  });
}

/** A file of many encounters, for tests that count work. */
export function manyEncounters(count: number): string {
  const lines = ['clinician "R. Ortiz, PT"', 'discipline PT', 'payer medicare'];
  for (let n = 0; n < count; n++) {
    const day = String((n % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, '0');
    const year = 2000 + Math.floor(n / 336);
    lines.push(
      '',
      `encounter ${year}-${month}-${day} patient P${n}`,
      '  09:00-09:24  97112',
      '  09:24-09:47  97110',
      '  bill 97112-59-GP x2',
      '  O: Seen.',
    );
  }
  return `${lines.join('\n')}\n`;
}
