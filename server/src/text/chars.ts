/**
 * Characters, as UTF-16 code units, in the classes the language knows. White space is space, tab and no-break space;
 * letters of keywords are A to Z in any case.
 */

export enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Quote = 34,
  Hash = 35,
  Comma = 44,
  Hyphen = 45,
  Dot = 46,
  Zero = 48,
  Nine = 57,
  Colon = 58,
  NoBreakSpace = 0xa0,
  ByteOrderMark = 0xfeff,
}

export function isSpace(c: number): boolean {
  return c === Char.Space || c === Char.Tab || c === Char.NoBreakSpace;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** A to Z in any case. */
export function isLetter(c: number): boolean {
  const lower = c | 32;
  return lower >= 97 && lower <= 122;
}

export function isAlphanumeric(c: number): boolean {
  return isDigit(c) || isLetter(c);
}

/** A hyphen or one of the dashes that a `WHEN` or a modifier reads as a hyphen. */
export function isDash(c: number): boolean {
  return c === Char.Hyphen || c === 0x2010 || c === 0x2011 || c === 0x2013 || c === 0x2014 || c === 0x2212;
}

/** Double curly quotes, low and high, which the language refuses with a fix. */
export function isCurlyQuote(c: number): boolean {
  return c >= 0x201c && c <= 0x201f;
}

/**
 * Characters that may stand nowhere, not even in a note: control characters, the replacement character that stands for
 * bytes that are not UTF-8, and the bidirectional controls, which can hide what is billed.
 */
export function isForbidden(c: number): boolean {
  if (c >= 32 && c < 127) return false;
  if (c < 32) return c !== Char.Tab && c !== Char.LineFeed && c !== Char.CarriageReturn;
  return (c >= 127 && c < 160) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c === 0xfffd;
}

/**
 * Characters that are not seen, and by which two ids or names that look alike would be two. Those that join or part
 * letters in some scripts are none.
 */
export const HIDDEN = /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2064\u3164\ufeff]/;

/** The value 0 to 35 of a digit or letter in any case; -1 for anything else. */
export function base36(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const lower = c | 32;
  if (lower >= 97 && lower <= 122) return lower - 87;
  return -1;
}

/** A short word of digits and letters, such as a code or a modifier, as one number; -1 where it is none. */
export function wordKey(word: string, start = 0, end = word.length): number {
  let key = 0;
  for (let i = start; i < end; i++) {
    const digit = base36(word.charCodeAt(i));
    if (digit < 0) return -1;
    key = key * 36 + digit;
  }
  return key;
}
