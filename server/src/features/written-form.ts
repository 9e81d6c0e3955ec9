/** The written form of each part of a line that was read: the case, dashes, figures and quotes that the language writes back. */

import type { BlockSyntax } from '../syntax/buffer';
import { FIELD_NAMES, FIELD_VALUES, type Field, LABELS, Label, TokenKind } from '../syntax/kinds';
import { isCurlyQuote, isSpace } from '../text/chars';

/** A token as it is written back. Reads the same; of a time or length that cannot be, the figures stay as they are. */
export function writtenToken(syntax: BlockSyntax, token: number): string {
  const text = syntax.tokenText(token);
  const value = syntax.value(token);
  switch (syntax.kind(token)) {
    case TokenKind.Encounter:
    case TokenKind.Patient:
    case TokenKind.None:
    case TokenKind.Contact:
    case TokenKind.Of:
    case TokenKind.By:
    case TokenKind.Giver:
    case TokenKind.Region:
    case TokenKind.Bill:
      return text.toLowerCase();
    case TokenKind.Code:
    case TokenKind.Diagnosis:
      return text.toUpperCase();
    case TokenKind.Modifier:
      return `-${text.slice(1).toUpperCase()}`;
    case TokenKind.FieldName:
      return FIELD_NAMES[value]!;
    case TokenKind.Word:
      // A fixed value; the only word without a list of its own is a state.
      return FIELD_VALUES[syntax.value(token - 1) as Field]?.[value] ?? text.toUpperCase();
    case TokenKind.Label:
      return value === Label.Unknown ? text : `${LABELS[value]!}:`;
    case TokenKind.Id:
      return writtenId(text);
    case TokenKind.String:
      return `"${plain(text.slice(1, -1))}"`;
    case TokenKind.Time:
      return soundRange(syntax, token) ? clock(value) : text;
    case TokenKind.To:
      return '-';
    case TokenKind.Length:
      return value < 0 ? text : String(value);
    case TokenKind.MinuteWord:
      return 'min';
    case TokenKind.Size:
      return String(value);
    case TokenKind.Units:
      return `x${value}`;
    case TokenKind.Text:
      return withoutTrailing(text);
    default:
      return text;
  }
}

/**
 * Whether a clock range is one: both times exist, the end after the start. Any other keeps its am and pm, which show what
 * may have gone wrong (`11:30am-12:15am`).
 *
 * @param token one of its two times.
 */
export function soundRange(syntax: BlockSyntax, token: number): boolean {
  const isFirst = syntax.kind(token + 1) === TokenKind.To;
  const from = syntax.value(isFirst ? token : token - 2);
  const to = syntax.value(isFirst ? token + 2 : token);
  return from >= 0 && to > from;
}

/** Minutes after midnight as `09:00`. */
function clock(minutes: number): string {
  const two = (n: number) => (n < 10 ? `0${n}` : String(n));
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** An id stands without quotes where the same id can be read so. */
function writtenId(text: string): string {
  if (!text.startsWith('"')) return text;
  const id = plain(text.slice(1, -1));
  const isWord = !id.includes(' ') && !id.startsWith('#') && !isCurlyQuote(id.charCodeAt(0)) && id.trim() === id;
  return isWord ? id : `"${id}"`;
}

/** Ends trimmed, inner white space as one space: how strings are compared. White space as the language knows it. */
function plain(text: string): string {
  return text.replace(/[ \t\xa0]+/g, ' ').replace(/^ | $/g, '');
}

function withoutTrailing(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}
