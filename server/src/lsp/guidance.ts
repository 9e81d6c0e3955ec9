/** Requests of our own: asking the guidance, its pages, and where a code can stand. Any editor may send them. */

import type { Position, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver';
import { codeEdit } from '../features/code-place';
import { saidBy } from '../features/examples';
import type { Prose } from '../features/hover';
import type { PageKind } from '../features/pages';
import type { Answer, AnswerKind } from '../features/search';
import { type Editions, editionsWith } from '../guidance/editions';
import type { Rule } from '../rules/kit/rule';
import { rangeOf } from './convert';
import type { Documents } from './documents';

/** What the guidance says to some words, best first; without words, what there is to begin with. */
export const SEARCH = 'encounter/search';
export interface SearchParams {
  readonly words: string;
  /** The kinds that are wanted; all where left out. */
  readonly only?: readonly AnswerKind[];
}

/** A page as Markdown; null where there is none. */
export const PAGE = 'encounter/page';
export interface PageParams {
  readonly kind: PageKind;
  readonly id: string;
}
export interface PageResult {
  readonly title: string;
  /** Links lead to `../KIND/ID.md`. */
  readonly markdown: string;
}

/** The edit that writes a code at the cursor; null where none can stand. */
export const CODE_EDIT = 'encounter/codeEdit';
export interface CodeEditParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly code: string;
}

/** The editions that a file is judged by; those of the tool itself for one that is not open. */
export const EDITIONS = 'encounter/editions';
export interface EditionsParams {
  readonly textDocument?: TextDocumentIdentifier;
}

const MOST_ANSWERS = 30;
/** More words than this are a pasted text, not a question. */
const MOST_CHARACTERS = 200;

export function editionsOf({ textDocument }: EditionsParams, documents: Documents): Editions {
  const settings = textDocument && documents.get(textDocument.uri)?.workspace.settings;
  return editionsWith({
    ...(settings?.pairs.isOwn ? { pairs: settings.pairs.edition } : {}),
    ...(settings?.unitLimits ? { unitLimits: settings.unitLimits.edition } : {}),
  });
}

export function answers({ words, only }: SearchParams, prose: Prose): Answer[] {
  const asked = String(words).slice(0, MOST_CHARACTERS).trim();
  const kinds = Array.isArray(only) ? only : undefined;
  return asked === '' ? prose.browse(kinds) : prose.search(asked, MOST_ANSWERS, kinds);
}

export function pageOf(
  { kind, id }: PageParams,
  rules: readonly Rule[],
  today: number,
  prose: Prose,
): PageResult | null {
  if (!prose.PAGE_KINDS.includes(kind)) return null;
  const name = String(id);
  const link = (to: PageKind, target: string, text: string) => `[${text}](../${to}/${encodeURIComponent(target)}.md)`;
  const markdown = prose.page(kind, name, { link, today, said: saidBy(rules) });
  const title = prose.pageTitle(kind, name);
  return markdown === undefined || title === undefined ? null : { title, markdown };
}

export function codeEditOf({ textDocument, position, code }: CodeEditParams, documents: Documents): TextEdit | null {
  const document = documents.get(textDocument.uri);
  if (document?.standing !== 'judged' || !/^(?:\d{4}[\dA-Z]|[A-Z]\d{4})$/.test(String(code))) return null;
  const edit = codeEdit(document.workspace, document.uri, position, code);
  if (!edit) return null;
  const { start, end, newText } = edit;
  return { range: rangeOf(start.line, start.character, end.line, end.character), newText };
}
