/** What an editor asks for beside findings after an edit: colours, hints, outline, folds. A key must not wait for them. */

import type { Place } from './clinic';
import { at, cancel, type Document, type Edit, type Expected, stretch } from './document';
import { p95, type Rounds } from './measure';

const QUESTIONS = {
  'colours of what is in view': ['textDocument/semanticTokens/range', true],
  'hints of what is in view': ['textDocument/inlayHint', true],
  outline: ['textDocument/documentSymbol', false],
  folds: ['textDocument/foldingRange', false],
} as const;
const NAMES = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
/** Lines that an editor shows at once, with what it draws ahead. */
const IN_VIEW = 80;

export const VIEWS: readonly { name: string; most?: number }[] = [
  ...NAMES.map((name) => ({ name: `${name} after an edit, p95`, most: 2 })),
  ...NAMES.map((name) => ({ name: `a key right behind a request for ${name}, p95` })),
];

export async function measureViews(
  rounds: Rounds,
  document: Document,
  { line }: Place,
  make: (i: number) => { edit: Edit; expected: Expected },
  count: number,
): Promise<void> {
  const range = stretch(at(line - IN_VIEW / 2, 0), at(line + IN_VIEW / 2, 0));
  let key = 0;
  for (const name of NAMES) {
    const [method, inView] = QUESTIONS[name];
    const params = inView ? { range } : {};
    const alone: number[] = [];
    const behind: number[] = [];
    for (let i = 0; i < count; i++) {
      const { ms, result } = await document.ask<unknown>(method, params, make(key++).edit);
      if (isEmpty(result)) throw new Error(`${method}: no answer`);
      const { edit, expected } = make(key++);
      // The request is on its way as the key is pressed; the editor takes it back, as it is for an older text.
      const { bytes } = document.question(method, params);
      const answer = await document.key(edit, expected, [bytes, cancelOf(bytes)]);
      if (i < 10) continue;
      alone.push(ms);
      behind.push(answer.ms);
    }
    rounds.add(`${name} after an edit, p95`, p95(alone));
    rounds.add(`a key right behind a request for ${name}, p95`, p95(behind));
  }
}

function isEmpty(result: unknown): boolean {
  if (Array.isArray(result)) return result.length === 0;
  return ((result as { data?: unknown[] } | null)?.data?.length ?? 0) === 0;
}

function cancelOf(request: Buffer): Buffer {
  return cancel(Number(/"id":(\d+)/.exec(request.toString('utf8'))![1]));
}
