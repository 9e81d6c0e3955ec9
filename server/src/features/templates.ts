/**
 * The snippets that stand for whole encounters and notes, offered where such a thing can begin. VS Code by itself would
 * offer them at any word of a line, before what fits there.
 */

import snippets from '../../../snippets/encounter.json';
import type { Suggestion } from './completion-cursor';

interface Template {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const ALL: readonly (readonly [name: string, template: Template])[] = Object.entries(snippets);
const TODAY = `\${CURRENT_YEAR}-\${CURRENT_MONTH}-\${CURRENT_DATE}`;

function suggestion(name: string, { prefix, description, body }: Template, snippet: string): Suggestion {
  return {
    label: name,
    kind: 'template',
    detail: description.split(/[.:]/)[0]!,
    filter: [name, ...prefix, body[0]!.split(' ')[0]!].join(' '),
    newText: '',
    snippet,
  };
}

/**
 * Whole encounters, and what holds for a day.
 *
 * @param date that they are written with, yyyy-mm-dd. @param withDay defaults can stand there.
 */
export function encounterTemplates(date: string, withDay: boolean): Suggestion[] {
  const first = withDay ? /^(?:encounter|clinician) / : /^encounter /;
  return ALL.filter(([, { body }]) => first.test(body[0]!)).map(([name, template]) => ({
    ...suggestion(name, template, template.body.join('\n').replace(TODAY, date)),
    fromMargin: true,
  }));
}

/** The parts of a note. @param indent of their lines. @param lead what the first one has of it still to come. */
export function noteTemplates(indent: string, lead: string): Suggestion[] {
  return ALL.filter(([, { body }]) => body[0]!.startsWith('S: ')).map(([name, template]) =>
    suggestion(name, template, lead + template.body.join(`\n${indent}`)),
  );
}
