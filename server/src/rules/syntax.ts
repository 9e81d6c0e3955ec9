import { HIDDEN } from '../text/chars';
import type { ProblemRule, RuleDocs } from './kit/rule';

export const rule: ProblemRule = {
  id: 'syntax',
  scope: 'problem',
  severity: 'error',
  sources: [],
  statements: [],
  facts: [],
  check({ says, how, replacement }, found) {
    if (found.length === 1 && (UNSEEN.test(found) || HIDDEN.test(found)))
      return { message: `${unseen(found)}. Expected ${says}.` };
    const shown = show(found);
    const fixes =
      replacement === undefined
        ? []
        : [
            {
              title: replacement.trim() === '' ? `Remove ${shown}` : `Write ${replacement}`,
              safe: false,
              newText: replacement,
            },
          ];
    if (how === 'missing') return { message: `Something is missing after ${shown}. Expected ${says}.`, fixes };
    if (how === 'placed') return { message: `${shown} cannot stand here. Expected ${says}.`, fixes };
    return { message: `Cannot read ${shown}. Expected ${says}.`, fixes };
  },
};

/** Characters that may stand nowhere, and the one that stands where a byte could not be read. */
const UNSEEN = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]/;

/** What is wrong with such a character, in words. */
function unseen(char: string): string {
  if (char === '\ufffd') return 'A character here is lost: save the file as UTF-8, and write it again';
  if (char === '\0')
    return 'A character here (U+0000) is no text. A file saved as UTF-16 ("Unicode") is full of them: save it as UTF-8';
  const what = /[\u202a-\u202e\u2066-\u2069]/.test(char)
    ? 'turns the direction of writing and can hide what is billed'
    : 'is hidden';
  return `A character here (${number(char)}) ${what}. It often comes with pasted text: delete it`;
}

function number(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The part as it stands, where it can be shown: characters that cannot be seen are named by number. */
function show(found: string): string {
  const short = found.length > 40 ? `${found.slice(0, 39)}…` : found;
  const seen = [...short].map((char) => (UNSEEN.test(char) || HIDDEN.test(char) ? number(char) : char)).join('');
  return seen.includes('"') ? `“${seen}”` : `"${seen}"`;
}

export const docs: RuleDocs = {
  title: 'Cannot be read',
  summary: 'A part of a line that cannot be read, with what was expected in its place.',
  explanation:
    'What stands before the part is used, what stands after it on the line is not. The next line is read as usual. Rules that would need what cannot be read stay silent, so nothing false is said of the rest.',
  cost: 'What cannot be read is not checked.',
  fix: 'Write what is expected. Curly quotes and stray colons have a fix.',
  severities: 'Error.',
  bad: [
    {
      title: 'Minutes of a time are never left out',
      text: `encounter 2026-03-03 patient A
  9-10  97110
  ^^^^ syntax error
`,
    },
  ],
  good: [{ title: 'A time in full', text: `encounter 2026-03-03 patient A\n  9:00-10:00  97110\n` }],
};
