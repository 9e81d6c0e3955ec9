/** What a hover says at a place: one card, by what the token there is. */

import type { Position } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import { lookUpModifier } from '../guidance/modifiers';
import type { RuleId } from '../rules/kit/ids';
import { TokenKind } from '../syntax/kinds';
import { ignoreDirective } from '../syntax/parser';
import { type Card, markdownOf, type Prose, row } from './card';
import { codeCard } from './hover-code';
import { modifierCard } from './hover-modifier';
import { timeCard } from './hover-time';
import { unitsCard } from './hover-units';
import { wordCard } from './hover-words';
import { type PlaceInFile, placeAt } from './place';

export { type Prose, plainText } from './card';

export interface Hover {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

interface Found {
  readonly card: Card;
  /** Columns, where they are other than the token's. */
  readonly start?: number;
  readonly end?: number;
}

export function hoverAt(workspace: Workspace, path: string, position: Position, prose: Prose): Hover | undefined {
  const place = placeAt(workspace, path, position);
  if (!place) return undefined;
  const found = find(place, prose);
  if (!found) return undefined;
  return {
    line: place.startLine + place.line,
    start: found.start ?? place.start,
    end: found.end ?? place.end,
    markdown: markdownOf(found.card, prose),
  };
}

function find(place: PlaceInFile, prose: Prose): Found | undefined {
  const { session } = place;
  switch (place.kind) {
    case TokenKind.Code:
      return { card: codeCard(place.text, place, prose) };
    case TokenKind.Modifier:
      return { card: modifierCard(place.text, place, prose) };
    case TokenKind.Units:
      return { card: unitsCard(place) };
    case TokenKind.Time:
    case TokenKind.To:
    case TokenKind.Length:
    case TokenKind.MinuteWord:
      return session && session.whenStart >= 0
        ? { card: timeCard(place), start: session.whenStart, end: session.whenEnd }
        : { card: timeCard(place) };
    case TokenKind.Contact:
    case TokenKind.Of:
    case TokenKind.Size: {
      const card = wordCard(place, prose);
      if (!card) return undefined;
      return session && session.contactStart >= 0
        ? { card, start: session.contactStart, end: session.contactEnd }
        : { card };
    }
    case TokenKind.Comment:
      return ignored(place, prose);
    case TokenKind.Unread:
      return unread(place, prose);
    default: {
      const card = wordCard(place, prose);
      return card && { card };
    }
  }
}

/** The rule that an ignore comment names. */
function ignored(place: PlaceInFile, prose: Prose): Found | undefined {
  const directive = ignoreDirective(place.lineText, place.start, place.end);
  const named = directive?.rules.find(({ start, end }) => start <= place.column && place.column <= end);
  if (!named) return undefined;
  const id = named.id.toLowerCase() as RuleId;
  const docs = prose.RULE_DOCS.get(id);
  if (!docs) return undefined;
  const card: Card = {
    title: `**${id}** · ${docs.title}`,
    rows: [docs.summary, row('If missed', docs.cost), row('To fix', docs.fix)],
    passages: prose
      .passagesForRule(id)
      .slice(0, 3)
      .map((passage) => passage.id),
  };
  return { card, start: named.start, end: named.end };
}

/** In a part that cannot be read, the word under the cursor may still be a code or a modifier. */
function unread(place: PlaceInFile, prose: Prose): Found | undefined {
  for (const match of place.lineText.matchAll(/[A-Za-z0-9]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < place.start || place.column < start || place.column > end) continue;
    const word = match[0].toUpperCase();
    if (/^(?:\d{4}[\dA-Z]|[A-Z]\d{4})$/.test(word) && place.settings.codes.of(word).entry)
      return { card: codeCard(word, place, prose), start, end };
    const hyphen = /[-\u2010-\u2014\u2212]/.test(place.lineText[start - 1] ?? '');
    if (hyphen && word.length === 2 && lookUpModifier(word))
      return { card: modifierCard(word, place, prose), start: start - 1, end };
  }
  return undefined;
}
