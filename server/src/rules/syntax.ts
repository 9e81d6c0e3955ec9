import type { ProblemRule, RuleDocs } from './kit/rule';

export const rule: ProblemRule = {
  id: 'syntax',
  scope: 'problem',
  severity: 'error',
  sources: [],
  statements: [],
  facts: [],
  check({ says, how, replacement }, found) {
    const shown = show(found);
    const fixes =
      replacement === undefined
        ? []
        : [
            {
              title: replacement === '' ? `Remove ${shown}` : `Write ${replacement}`,
              safe: false,
              newText: replacement,
            },
          ];
    if (how === 'missing') return { message: `Something is missing after ${shown}. Expected ${says}.`, fixes };
    if (how === 'placed') return { message: `${shown} cannot stand here. Expected ${says}.`, fixes };
    return { message: `Cannot read ${shown}. Expected ${says}.`, fixes };
  },
};

/** The part as it stands, where it can be shown: characters that cannot be seen are named by number. */
function show(found: string): string {
  const short = found.length > 40 ? `${found.slice(0, 39)}…` : found;
  const visible = short.replace(
    /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]/g,
    (c) => `U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `"${visible}"`;
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
