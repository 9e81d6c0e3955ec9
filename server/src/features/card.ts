/** The text of a hover: a title, short rows, and the sources last. Markdown that also reads well with its marks taken off. */

import type * as ProseBundle from './prose';

export type Prose = typeof ProseBundle;

export interface Card {
  readonly title: string;
  readonly rows: readonly string[];
  /** Ids of the passages behind it. */
  readonly passages?: readonly string[];
  /** Sources that no passage stands for. */
  readonly more?: readonly string[];
}

/** Sources that are named at most; a hover is read in seconds. */
const MOST_SOURCES = 4;

export function markdownOf({ title, rows, passages = [], more = [] }: Card, prose: Prose): string {
  const lines = [title, ...rows.filter((row) => row !== '')];
  const sources = sourcesOf(passages, more, prose);
  if (sources !== '') lines.push(`*${sources}*`);
  return lines.join('\n\n');
}

/** "cms, chapter 5, section 20.2 · aca-group, second paragraph; fourth paragraph". */
function sourcesOf(ids: readonly string[], more: readonly string[], prose: Prose): string {
  const places = new Map<string, string[]>();
  for (const id of ids) {
    const passage = prose.lookUpPassage(id);
    if (!passage) continue;
    const list = places.get(passage.source);
    if (!list) places.set(passage.source, [passage.place]);
    else if (!list.includes(passage.place)) list.push(passage.place);
  }
  const named = [...places].map(([source, list]) => {
    return `${source === 'encounter' ? 'this tool' : source}, ${list[0]}`;
  });
  const all = [...named, ...more];
  const shown = all.slice(0, MOST_SOURCES);
  if (all.length > shown.length) shown.push(`${all.length - shown.length} more`);
  return shown.length > 0 ? `Sources: ${shown.join(' · ')}` : '';
}

/** What passages say, one after the other. */
export function said(prose: Prose, ...ids: string[]): string {
  return ids.map((id) => prose.lookUpPassage(id)?.body ?? '').join(' ');
}

export function row(label: string, text: string): string {
  return text === '' ? '' : `**${label}:** ${text}`;
}

/** Text of a file, so that no mark in it is taken for Markdown. */
export function escaped(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return short
    .replace(/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&$:@]/g, '\\$&');
}

/** A card without its Markdown marks, for an editor that shows plain text. */
export function plainText(markdown: string): string {
  let text = '';
  let code = false;
  for (let i = 0; i < markdown.length; i++) {
    const c = markdown[i]!;
    if (c === '\\' && !code && i + 1 < markdown.length) text += markdown[++i];
    else if (c === '`') code = !code;
    else if (c === '*' && !code) continue;
    else text += c;
  }
  return text;
}
