// The snippets as text, each in a place where a coder would take it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tokenize';

export interface Snippet {
  prefix: string[];
  description: string;
  body: string[];
}

export const snippets = JSON.parse(readFileSync(join(root, 'snippets', 'encounter.json'), 'utf8')) as Record<
  string,
  Snippet
>;

const day = { CURRENT_YEAR: '2026', CURRENT_MONTH: '03', CURRENT_DATE: '03' } as Record<string, string>;

/** The text that stands there when the snippet is taken and nothing is typed. */
export function expand(body: string[]): string {
  const text = body.join('\n').replace(/\$\{(CURRENT_\w+)\}/g, (_, name: string) => day[name] ?? '?');
  const first = new Map<string, string>();
  for (const [, n, value] of text.matchAll(/\$\{(\d+):([^}]*)\}/g)) first.set(n!, value!);
  for (const [, n, choices] of text.matchAll(/\$\{(\d+)\|([^|]*)\|\}/g)) first.set(n!, choices!.split(',')[0]!);
  return text.replace(/\$\{(\d+)[:|][^}]*\}|\$(\d+)/g, (_, a?: string, b?: string) => first.get((a ?? b)!) ?? '');
}

const defaults = 'clinician "R. Ortiz, PT"\ndiscipline PT\npayer medicare\n';
const header = 'encounter 2026-03-03 patient Z\n  dx M54.50\n  goal "Walk 200 m"\n';
const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');

/** The snippet where a coder would take it. A line alone stands in an encounter that is otherwise right. */
export const inPlace: Record<string, (text: string) => string> = {
  'Day: who, discipline, payer': (text) => text,
  Encounter: (text) => text,
  'Group of 2': (text) => defaults + text,
  'Group of 3': (text) => defaults + text,
  'Group and one-on-one on one day': (text) => defaults + text,
  'Group psychotherapy': (text) => text,
  'Session, one-on-one': (text) => `${defaults}${header}${indented(text)}\n  bill 97110-GP x1\n`,
  'Session in minutes': (text) => `${defaults}${header}${indented(text)}\n  bill 97110-GP x1\n`,
  'Session, group': (text) => `${defaults}${header}${indented(text)}\n  bill 97150-GP x1\n`,
  Claim: (text) => `${defaults}${header}  09:00-09:15  97110  one-on-one\n${indented(text)}\n`,
  Note: (text) => `${defaults}${header}  09:00-09:30  97150  group of 2\n  bill 97150-GP x1\n${indented(text)}\n`,
  'Ignore a rule': (text) =>
    `${defaults}${header}  09:00-09:15  97110  one-on-one\n${indented(text)}\n  bill 97110-59-GP x1\n`,
};
