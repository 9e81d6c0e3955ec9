/**
 * Text to lines and tokens, one block at a time. Never throws, never stops early: what cannot be read becomes an
 * `Unread` token and a problem at its place, and the next line starts afresh.
 *
 * The parser keeps its state in this module rather than in an object: it runs once a block, over every block of a file,
 * and never twice at the same time.
 */

import {
  Char,
  HIDDEN,
  isAlphanumeric,
  isCurlyQuote,
  isDash,
  isDigit,
  isForbidden,
  isLetter,
  isSpace,
  wordKey,
} from '../text/chars';
import { daysIn } from '../text/dates';
import { nearest } from '../text/nearest';
import { own } from '../text/own';
import type { BlockSyntax, Problem, ProblemRule } from './buffer';
import {
  CONTACT_WORDS,
  Contact,
  FIELD_NAMES,
  FIELD_VALUES,
  Field,
  GIVER_WORDS,
  Giver,
  LABELS,
  LAST_DEFAULT_FIELD,
  Label,
  LINE_AT_MARGIN,
  LINE_CUT,
  LineKind,
  TokenKind,
} from './kinds';
import { looksLikeALine } from './looks-like-a-line';

/** What `syntax` says it expected. One place, so that the words stay alike. */
const EXPECT = {
  date: 'a date such as 2026-03-03',
  patient: 'the word "patient" and an id, such as patient A',
  id: 'a patient id, such as A or "MRN 1042"',
  when: 'a time such as 09:00-09:15, or a length such as 15 min',
  halfDay: 'am or pm on both times or on neither',
  code: 'a code such as 97110',
  sessionPart: 'one-on-one, group of N, supervised, by …, region "…" or an "activity"',
  partTwice: 'each part of a session once only',
  size: 'the number of patients in the group, such as group of 4',
  giver: 'clinician, assistant "name", aide or student',
  assistantName: 'the name of the assistant in quotes',
  region: 'the body region in quotes, such as "lumbar"',
  string: 'text in quotes, closed on the same line',
  emptyString: 'text between the quotes',
  straightQuotes: 'straight quotes',
  modifier: 'a modifier of two characters, such as -59 or -GP',
  units: 'units from x1 to x999, such as x2',
  claimEnd: 'modifiers such as -59, then units such as x2',
  comma: 'a comma between codes',
  diagnosis: 'an ICD-10-CM code such as M54.50',
  end: 'nothing more on this line',
  colon: 'the word without a colon',
  indent: 'this line to be indented: it belongs to the encounter above',
  margin: 'a header at the left margin',
  headerWord: 'the word "encounter"',
  headerFirst: 'the word "encounter" before it, if an encounter begins here',
  encounter: 'an encounter line above this one',
  defaultPlace: 'this line to be indented, or above or below the whole encounter: lines of it still follow',
  lineStart: 'a field, a session, bill or a note',
  readable: 'text that can be seen',
} as const;

const FIELD_EXPECT: Record<Field, string> = {
  [Field.Clinician]: 'a name in quotes, such as "R. Ortiz, PT"',
  [Field.Assistant]: 'a name in quotes, such as "M. Lee, PTA"',
  [Field.Discipline]: 'PT, OT, SLP, chiro or BH',
  [Field.Payer]: 'medicare, medicaid, tricare, commercial, workers-comp, or a payer in quotes',
  [Field.State]: 'a state of two letters, such as AZ',
  [Field.Setting]: 'office, hospital, snf, home or telehealth',
  [Field.Units]: 'cms or midpoint',
  [Field.Diagnosis]: EXPECT.diagnosis,
  [Field.Goal]: 'the goal in quotes, such as "Walk 200 m without a rail"',
};

/** Where one of these is expected, a string may stand. */
const STRINGS: ReadonlySet<string> = new Set([
  EXPECT.id,
  EXPECT.sessionPart,
  EXPECT.assistantName,
  EXPECT.region,
  FIELD_EXPECT[Field.Clinician],
  FIELD_EXPECT[Field.Assistant],
  FIELD_EXPECT[Field.Payer],
  FIELD_EXPECT[Field.Goal],
]);

/** Words a mistyped name is compared with. */
const LINE_WORDS = [...FIELD_NAMES, 'bill', 'encounter'];
const LABEL_OR_LINE_WORDS = [...LABELS, ...LINE_WORDS];
/** Note labels as other record systems write them out. */
const LABEL_IN_FULL: Readonly<Record<string, string>> = {
  subjective: 'S',
  objective: 'O',
  assessment: 'A',
  plan: 'P',
};

let out: BlockSyntax;
let text = '';
let pos = 0;
/** End of what may be read on this line: its end, or where a forbidden character cuts it. */
let limit = 0;
/** End of this line, also where it is cut. */
let lineEnd = 0;
let lineIndex = 0;
let lineHasSyntaxProblem = false;
/** A forbidden character cuts this line off: what seems missing may stand behind it. */
let lineIsCut = false;
let seenFields = 0;
let seenDefaults = 0;
let inEncounter = false;
const pendingDefaults: { token: number; line: number }[] = [];
/** Unknown names at the left margin since the encounter's last line. */
const pendingNames: Problem[] = [];

/**
 * Reads the block that starts at `from` and returns where it ends, in `source`.
 *
 * @param above true where the block is the lines above the first header; else its first line is taken as a header.
 */
export function parseBlock(source: string, from: number, above: boolean, into: BlockSyntax): number {
  out = into;
  text = source;
  out.reset(source, from);
  seenFields = 0;
  seenDefaults = 0;
  inEncounter = !above;
  pendingDefaults.length = 0;
  pendingNames.length = 0;

  const total = source.length;
  let start = from;
  let first = true;
  // The leading white space of the note that goes on, as a range of the text; -1 where none does.
  let noteStart = -1;
  let noteIndent = 0;

  while (start < total) {
    let content = start;
    // At the start of a block, so that a block reads the same by itself as in its file.
    if (content === from && source.charCodeAt(from) === Char.ByteOrderMark) content++;
    const indentStart = content;
    while (content < total && isSpace(source.charCodeAt(content))) content++;
    const indent = content - indentStart;

    // The line's end, and the first character that may stand nowhere.
    let end = content;
    let forbidden = -1;
    for (; end < total; end++) {
      const c = source.charCodeAt(end);
      if (c >= 32 && c < 127) continue;
      if (c === Char.LineFeed || c === Char.CarriageReturn) break;
      if (forbidden < 0 && isForbidden(c)) forbidden = end;
    }

    lineIndex = out.lineCount;
    lineHasSyntaxProblem = false;
    lineIsCut = forbidden >= 0;
    limit = end;
    lineEnd = end;
    pos = content;

    const continues =
      noteStart >= 0 && indent > noteIndent && content < end && sameIndent(source, noteStart, indentStart, noteIndent);
    let isHeader = false;
    if (content < end && !continues) {
      isHeader = first && !above;
      if (!isHeader) isHeader = headerStartsAt(content, indent === 0);
      if (isHeader && !(first && !above)) break;
    }

    if (content === end) {
      out.addLine(LineKind.Blank, start);
    } else if (continues) {
      out.addLine(LineKind.NoteMore, start);
      out.addToken(TokenKind.Text, content, end);
      noteProblems(content, end, forbidden);
    } else {
      noteStart = -1;
      if (forbidden >= 0) limit = partStart(content, forbidden);
      out.addLine(LineKind.Broken, start);
      const kind = readLine(content, end, indent, forbidden, isHeader);
      out.setKind(lineIndex, kind);
      if (kind === LineKind.Note && indent > 0) {
        noteStart = indentStart;
        noteIndent = indent;
      }
      if (forbidden >= 0) {
        if (kind === LineKind.Note || kind === LineKind.Comment) noteProblems(content, end, forbidden);
        else {
          // What the forbidden character cuts off is kept, as every unread part is.
          limit = end;
          pos = out.firstToken(lineIndex) < out.tokenCount ? from + out.end(out.tokenCount - 1) : content;
          skipSpace();
          leaveUnread(pos);
          syntax('unread', forbidden, forbidden + 1, EXPECT.readable);
        }
      }
    }
    out.endLine(end);

    first = false;
    start = end;
    if (start < total) {
      if (source.charCodeAt(start) === Char.CarriageReturn && source.charCodeAt(start + 1) === Char.LineFeed)
        start += 2;
      else start += 1;
    }
  }
  out.length = start - from;
  return start;
}

function sameIndent(source: string, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (source.charCodeAt(a + i) !== source.charCodeAt(b + i)) return false;
  return true;
}

/** Where the part that holds `at` begins: its word, or the modifier of a claim line with the hyphen. */
function partStart(from: number, at: number): number {
  const isClaim = isWord(from, Math.min(from + 4, at), 'bill');
  let i = at;
  while (i > from && !isSpace(text.charCodeAt(i - 1))) {
    i--;
    if (isClaim && isDash(text.charCodeAt(i))) break;
  }
  return i;
}

/** Start of the next white space or comment-free end, from `at`. */
function wordEnd(at: number): number {
  let i = at;
  while (i < limit && !isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** End of the word at `at`, without the colon of a keyword that has one. */
function keywordEnd(at: number): number {
  let i = at;
  while (i < limit && (isLetter(text.charCodeAt(i)) || text.charCodeAt(i) === Char.Hyphen)) i++;
  return i < limit && text.charCodeAt(i) === Char.Colon ? i : wordEnd(at);
}

/** Whether the text at `at` is `word` (given in lower case), in any case. */
function isWord(at: number, end: number, word: string): boolean {
  if (end - at !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    const c = text.charCodeAt(at + i);
    const w = word.charCodeAt(i);
    if (c !== w && !(isLetter(c) && (c | 32) === w)) return false;
  }
  return true;
}

function skipSpace(): void {
  while (pos < limit && isSpace(text.charCodeAt(pos))) pos++;
}

/** Moves to the next part of the line. False at the line's end, where a comment, if there is one, has been read. */
function nextPart(): boolean {
  skipSpace();
  if (pos >= limit) return false;
  if (text.charCodeAt(pos) === Char.Hash) {
    comment(pos, limit);
    pos = limit;
    // What seems missing before a comment does not stand behind the character that cuts it off.
    lineIsCut = false;
    return false;
  }
  return true;
}

// ---------------------------------------------------------------------------------------------------------- Problems

function problem(rule: ProblemRule, start: number, end: number, says: string, replacement?: string): void {
  add({ rule, line: lineIndex, start: start - out.base, end: end - out.base, says, how: 'unread' }, replacement);
}

function syntax(how: Problem['how'], start: number, end: number, says: string, replacement?: string): void {
  // Nothing before a character that may not stand here: that character is then said.
  if (lineHasSyntaxProblem || end <= start) return;
  lineHasSyntaxProblem = true;
  add({ rule: 'syntax', line: lineIndex, start: start - out.base, end: end - out.base, says, how }, replacement);
}

function add(entry: Problem, replacement: string | undefined): void {
  if (replacement !== undefined) entry.replacement = replacement;
  out.problems.push(entry);
}

/** What stands from here to the line's end is kept but not used. */
function leaveUnread(from: number): void {
  let end = limit;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > from) out.addToken(TokenKind.Unread, from, end);
  out.flag(LINE_CUT);
  pos = limit;
}

/** The part at `start` cannot be read: its word, or less of it where a part ends before its word does. */
function unread(says: string, start = pos, stop = wordEnd(Math.max(start, pos))): void {
  let end = stop;
  if (end === start) end = Math.min(start + 1, limit);
  const c = text.charCodeAt(start);
  if (isCurlyQuote(c) && STRINGS.has(says)) {
    let close = start + 1;
    while (close < limit && !isCurlyQuote(text.charCodeAt(close)) && text.charCodeAt(close) !== Char.Quote) close++;
    const closed = close < limit;
    end = closed ? close + 1 : limit;
    const inner = text.slice(start + 1, close).trim();
    syntax('unread', start, end, EXPECT.straightQuotes, closed && inner !== '' ? `"${inner}"` : undefined);
  } else {
    syntax('unread', start, end, says);
  }
  leaveUnread(start);
}

/** Something is missing after what was read up to `after`. */
function missing(says: string, start: number, end: number): void {
  out.flag(LINE_CUT);
  if (!lineIsCut) syntax('missing', start, end, says);
}

function noteProblems(start: number, end: number, forbidden: number): void {
  if (forbidden >= 0) syntax('unread', forbidden, forbidden + 1, EXPECT.readable);
  if (out.lineKind(lineIndex) === LineKind.NoteMore && looksLikeALine(text, start, end)) {
    problem('line-in-note', start, trimEnd(start, end), '');
  }
}

function trimEnd(start: number, end: number): number {
  let e = end;
  while (e > start && isSpace(text.charCodeAt(e - 1))) e--;
  return e;
}

// -------------------------------------------------------------------------------------------------------------- Lines

function readLine(content: number, end: number, indent: number, forbidden: number, isHeader: boolean): LineKind {
  if (isHeader) return header(content, indent);
  const c = text.charCodeAt(content);
  if (c === Char.Hash) {
    comment(content, end);
    return LineKind.Comment;
  }
  if (isDigit(c)) {
    const first = wordEnd(content);
    if (inEncounter && indent === 0 && isDateLike(content, first)) {
      syntax('placed', content, first, EXPECT.headerFirst);
      out.problems[out.problems.length - 1]!.mayBeHeader = true;
    }
    belongsToEncounter(content, first, indent);
    return session();
  }
  let letters = content;
  while (letters < end && isLetter(text.charCodeAt(letters))) letters++;
  const colon = letters > content && letters < end && text.charCodeAt(letters) === Char.Colon;
  if (letters > content && letters <= limit) {
    const after = letters < limit ? text.charCodeAt(letters) : Char.Space;
    if (colon || isSpace(after)) {
      if (isWord(content, letters, 'bill')) {
        belongsToEncounter(content, letters, indent);
        out.addToken(TokenKind.Bill, content, letters);
        afterKeyword(letters);
        return claim(content, letters);
      }
      const field = fieldAt(content, letters);
      if (field >= 0) return fieldLine(field, content, letters, indent);
    }
  }
  // A name that a forbidden character hangs on is no label of a note, which would take the lines below it.
  const isName = letters > limit && (isWord(content, letters, 'bill') || fieldAt(content, letters) >= 0);
  if (colon && !isName) return note(content, letters, end, indent);

  if (isWordStart(content)) {
    // Another word: most often a field name mistyped.
    const stop = wordEnd(content);
    const name = text.slice(content, Math.min(stop, content + 40));
    if (stop > content) {
      const near = inEncounter && indent === 0 && seemsHeader(content) ? 'encounter' : nearestName(name);
      problem('unknown-field', content, stop, near, readsAs(near, content, stop, indent) ? near : undefined);
      if (near === 'encounter') out.problems[out.problems.length - 1]!.mayBeHeader = true;
      if (indent > 0) encounterLine();
      else if (inEncounter) pendingNames.push(out.problems[out.problems.length - 1]!);
      out.addToken(TokenKind.UnknownName, content, stop);
      pos = stop;
      unknownValue();
      if (forbidden >= 0) out.flag(LINE_CUT);
      return LineKind.UnknownField;
    }
  }
  if (indent > 0) encounterLine();
  unread(EXPECT.lineStart, content);
  return LineKind.Broken;
}

/** A field, a keyword, or a label with the colon that it lacks; '' where none is near. */
function nearestName(name: string): string {
  const label = LABELS.find((one) => one.toLowerCase() === name.toLowerCase());
  return label === undefined ? (nearest(name, LINE_WORDS) ?? '') : `${label}:`;
}

/**
 * Whether a line under another first word may be meant to begin an encounter: what is below it would then be another
 * patient's.
 */
function seemsHeader(content: number): boolean {
  if (/^enc(?:ounter|$)|^patient$/i.test(text.slice(content, Math.min(wordEnd(content), content + 20)))) return true;
  for (let at = content, words = 0; at < limit && words < 5; words++) {
    const end = wordEnd(at);
    if (isWord(at, end, 'patient') || isDateLike(at, end)) return true;
    at = Math.max(end, at + 1);
    while (at < limit && isSpace(text.charCodeAt(at))) at++;
  }
  return false;
}

/** 2026-03-03, or as dates are written elsewhere: 3/3/2026, 03.03.26. */
function isDateLike(start: number, end: number): boolean {
  return (
    isDateForm(start, end) || (end - start <= 10 && /^\d{1,4}([/.-])\d{1,2}\1\d{2,4}$/.test(text.slice(start, end)))
  );
}

/** What follows an unknown name is kept unread, up to a comment. */
function unknownValue(): void {
  if (!nextPart()) return;
  const start = pos;
  let end = start;
  while (pos < limit) {
    const close = text.charCodeAt(pos) === Char.Quote ? text.indexOf('"', pos + 1) : -1;
    end = close > 0 && close < limit ? close + 1 : wordEnd(pos);
    pos = end;
    skipSpace();
    if (pos < limit && text.charCodeAt(pos) === Char.Hash) break;
  }
  out.addToken(TokenKind.Unread, start, end);
  nextPart();
}

/**
 * Whether the line would be read without a fault, had it this field name or `bill` instead of the word from `start` to
 * `end`: only then is the word offered in its place. Leaves everything as it was.
 */
function readsAs(word: string, start: number, end: number, indent: number): boolean {
  const field = (FIELD_NAMES as readonly string[]).indexOf(word) as Field | -1;
  if (field < 0 && word !== 'bill') return false;
  if (!inEncounter && (indent > 0 || field < 0 || field > LAST_DEFAULT_FIELD)) return false;
  if (indent === 0 && (field < 0 || field > LAST_DEFAULT_FIELD)) return false;
  const { tokenCount } = out;
  const problems = out.problems.length;
  const flags = out.lineFlags(lineIndex);
  const before = lineHasSyntaxProblem;
  lineHasSyntaxProblem = false;
  pos = end;
  if (field < 0) claim(start, end);
  else fieldValue(field as Field, start, end);
  const reads = !lineHasSyntaxProblem;
  out.tokenCount = tokenCount;
  out.problems.length = problems;
  out.setFlags(flags);
  lineHasSyntaxProblem = before;
  return reads;
}

function isWordStart(at: number): boolean {
  const c = text.charCodeAt(at);
  if (isLetter(c)) return true;
  return c > 127 && !isCurlyQuote(c) && /^\p{L}/u.test(text.slice(at, at + 2));
}

/** The field whose name stands there, in any case; -1 for none. */
function fieldAt(start: number, end: number): number {
  for (let f = 0; f < FIELD_NAMES.length; f++) if (isWord(start, end, FIELD_NAMES[f]!)) return f;
  return -1;
}

/** Goes on behind the keyword or field name that ends at `at`. A colon there is said, and read over. */
function afterKeyword(at: number): void {
  pos = at;
  if (at >= limit || text.charCodeAt(at) !== Char.Colon) return;
  // What hangs on the colon has to stand apart without it.
  const hangs = at + 1 < limit && !isSpace(text.charCodeAt(at + 1));
  syntax('placed', at, at + 1, EXPECT.colon, hangs ? ' ' : '');
  out.addToken(TokenKind.Unread, at, at + 1);
  pos = at + 1;
}

/** A line of the encounter above: says so where it stands at the left margin, or where there is no encounter. */
function belongsToEncounter(start: number, end: number, indent: number): void {
  if (!inEncounter) syntax('placed', start, end, EXPECT.encounter);
  else if (indent === 0) {
    out.flag(LINE_AT_MARGIN);
    syntax('placed', start, end, EXPECT.indent);
  }
  encounterLine();
}

/** A line of the encounter follows: defaults since the header stand in its midst. */
function encounterLine(): void {
  if (!inEncounter) return;
  if (pendingNames.length > 0) {
    // By its right name such a line would be a default in the midst of an encounter: no fix.
    for (const entry of pendingNames) delete entry.replacement;
    pendingNames.length = 0;
  }
  if (pendingDefaults.length === 0) return;
  // Its place comes first on the line, before whatever else of it cannot be read.
  const others = new Map<number, number>();
  for (let i = out.problems.length - 1; i >= 0; i--) {
    const { rule, line } = out.problems[i]!;
    if (line < pendingDefaults[0]!.line) break;
    if (rule === 'syntax') others.set(line, i);
  }
  for (const { token, line } of pendingDefaults) {
    out.problems[others.get(line) ?? out.problems.length] = {
      rule: 'syntax',
      line,
      start: out.start(token),
      end: out.end(token),
      says: EXPECT.defaultPlace,
      how: 'placed',
    };
  }
  pendingDefaults.length = 0;
}

// ------------------------------------------------------------------------------------------------------------ Headers

/** Whether the line that begins at `content` starts an encounter. */
function headerStartsAt(content: number, atMargin: boolean): boolean {
  const c = text.charCodeAt(content) | 32;
  // The word `encounter`, wherever it stands outside a note.
  if (c === 101 /* e */) {
    let end = content;
    while (end < limit && isLetter(text.charCodeAt(end))) end++;
    if (isWord(content, end, 'encounter')) {
      if (end === limit) return true;
      const after = text.charCodeAt(end);
      if (isSpace(after) || after === Char.Colon) return true;
    }
  }
  if (!atMargin) return false;
  // At the left margin, a line of a header's form under another first word.
  const first = text.charCodeAt(content);
  if (first === Char.Hash) return false;
  const word1 = content;
  const end1 = wordEnd(word1);
  let at = end1;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  if (at >= limit) return false;
  const hasDate = isDateForm(at, wordEnd(at));
  at = partEnd(at);
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  const end3 = wordEnd(at);
  const hasPatient = isWord(at, end3, 'patient');
  if (!hasDate && !hasPatient) return false;
  at = end3;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  const hasFourth = at < limit && text.charCodeAt(at) !== Char.Hash;
  if (hasDate && hasPatient) return true;
  // A known first word speaks for itself: only the whole form outweighs it.
  if (isKnownLineStart(word1, end1)) return false;
  return hasDate || (hasPatient && hasFourth && isFourParts(at));
}

/** Whether the id that begins at `at` is the last part of its line. */
function isFourParts(at: number): boolean {
  let i = partEnd(at);
  while (i < limit && isSpace(text.charCodeAt(i))) i++;
  return i >= limit || text.charCodeAt(i) === Char.Hash;
}

/** End of the word or the string that begins at `at`; a string that stays open goes on to the line's end. */
function partEnd(at: number): number {
  if (text.charCodeAt(at) !== Char.Quote) return wordEnd(at);
  const close = text.indexOf('"', at + 1);
  return close < 0 || close >= limit ? limit : close + 1;
}

function isKnownLineStart(start: number, end: number): boolean {
  if (isDigit(text.charCodeAt(start))) return true;
  let letters = start;
  while (letters < end && isLetter(text.charCodeAt(letters))) letters++;
  if (letters < end && text.charCodeAt(letters) === Char.Colon) return true;
  if (letters !== end) return false;
  return isWord(start, end, 'bill') || fieldAt(start, end) >= 0;
}

function isDateForm(start: number, end: number): boolean {
  if (end - start !== 10) return false;
  for (let i = 0; i < 10; i++) {
    const c = text.charCodeAt(start + i);
    if (i === 4 || i === 7 ? c !== Char.Hyphen : !isDigit(c)) return false;
  }
  return true;
}

function header(content: number, indent: number): LineKind {
  inEncounter = true;
  out.headerIndented = indent > 0;
  let stop = content;
  while (stop < limit && isLetter(text.charCodeAt(stop))) stop++;
  const ends = stop >= limit || isSpace(text.charCodeAt(stop)) || text.charCodeAt(stop) === Char.Colon;
  const named = ends && isWord(content, stop, 'encounter');
  if (!named) stop = wordEnd(content);
  // A character that may stand nowhere is in the word itself: findings about the encounter still need a place.
  const isCut = stop === content;
  if (isCut) while (stop < text.length && !isSpace(text.charCodeAt(stop)) && !isBreak(stop)) stop++;
  out.addToken(TokenKind.Encounter, content, stop);
  if (!named && !isCut) syntax('unread', content, stop, EXPECT.headerWord, 'encounter');
  else if (named && indent > 0) syntax('placed', content, stop, EXPECT.margin);
  if (named) afterKeyword(stop);
  else pos = stop;

  if (!nextPart()) {
    missing(EXPECT.date, content, stop);
    return LineKind.Header;
  }
  const dateStart = pos;
  const dateEnd = wordEnd(pos);
  if (!isDateForm(dateStart, dateEnd)) {
    unread(EXPECT.date);
    return LineKind.Header;
  }
  const date = dateValue(dateStart);
  out.addToken(TokenKind.Date, dateStart, dateEnd, date);
  if (date < 0) problem('impossible-date', dateStart, dateEnd, '');
  pos = dateEnd;
  if (!nextPart()) {
    missing(EXPECT.patient, dateStart, dateEnd);
    return LineKind.Header;
  }
  const patientStart = pos;
  const patientEnd = keywordEnd(pos);
  if (!isWord(patientStart, patientEnd, 'patient')) {
    unread(EXPECT.patient);
    return LineKind.Header;
  }
  out.addToken(TokenKind.Patient, patientStart, patientEnd);
  afterKeyword(patientEnd);
  if (!nextPart()) {
    missing(EXPECT.id, patientStart, patientEnd);
    return LineKind.Header;
  }
  if (text.charCodeAt(pos) === Char.Quote) {
    const start = pos;
    if (!string(TokenKind.Id)) return LineKind.Header;
    nothingHidden(start);
  } else {
    const idEnd = wordEnd(pos);
    let readable = !isCurlyQuote(text.charCodeAt(pos));
    for (let i = pos; i < idEnd; i++) if (text.charCodeAt(i) === Char.Quote) readable = false;
    if (!readable) {
      unread(EXPECT.id);
      return LineKind.Header;
    }
    out.addToken(TokenKind.Id, pos, idEnd);
    const start = pos;
    pos = idEnd;
    nothingHidden(start);
  }
  lineEnds();
  return LineKind.Header;
}

/** Says a character that nobody sees in the id or name from `start` on: there would be two of those that look alike. */
function nothingHidden(start: number): void {
  const at = text.slice(start, pos).search(HIDDEN);
  if (at >= 0) syntax('unread', start + at, start + at + 1, EXPECT.readable);
}

function isBreak(at: number): boolean {
  const c = text.charCodeAt(at);
  return c === Char.LineFeed || c === Char.CarriageReturn;
}

function dateValue(at: number): number {
  const year = digits(at, 4);
  const month = digits(at + 5, 2);
  const day = digits(at + 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return -1;
  return year * 10000 + month * 100 + day;
}

function digits(at: number, count: number): number {
  let value = 0;
  for (let i = 0; i < count; i++) value = value * 10 + text.charCodeAt(at + i) - 48;
  return value;
}

/** Nothing but a comment may follow. */
function lineEnds(): void {
  if (nextPart()) unread(EXPECT.end);
}

// ------------------------------------------------------------------------------------------------------------ Strings

/** A string at `pos`, of which the opening quote is there. False where it cannot be read. */
function string(kind: TokenKind): boolean {
  const start = pos;
  const close = text.indexOf('"', start + 1);
  if (close < 0 || close >= limit) {
    // Where it is closed behind the cut, the character that cuts it is said.
    if (close < 0 || close >= lineEnd) syntax('unread', start, trimEnd(start, lineEnd), EXPECT.string);
    leaveUnread(start);
    return false;
  }
  const end = close + 1;
  let i = start + 1;
  while (i < close && isSpace(text.charCodeAt(i))) i++;
  if (i === close) {
    syntax('unread', start, end, EXPECT.emptyString);
    leaveUnread(start);
    return false;
  }
  out.addToken(kind, start, end);
  pos = end;
  if (end === limit || isSpace(text.charCodeAt(end))) return true;
  // Something hangs on the string: the string is used, and what hangs on it is not.
  unread(EXPECT.end);
  return false;
}

// ------------------------------------------------------------------------------------------------------------- Fields

function fieldLine(field: Field, start: number, end: number, indent: number): LineKind {
  const isDefault = indent === 0 && field <= LAST_DEFAULT_FIELD;
  if (!isDefault) belongsToEncounter(start, end, indent);
  const name = out.tokenCount;
  out.addToken(TokenKind.FieldName, start, end, field);
  afterKeyword(end);

  const bit = 1 << field;
  if (isDefault) {
    if (seenDefaults & bit) problem('duplicate-field', start, end, FIELD_NAMES[field]!);
    seenDefaults |= bit;
    if (inEncounter) pendingDefaults.push({ token: name, line: lineIndex });
  } else if (field <= LAST_DEFAULT_FIELD) {
    if (seenFields & bit) problem('duplicate-field', start, end, FIELD_NAMES[field]!);
    seenFields |= bit;
  }
  fieldValue(field, start, end);
  return isDefault ? LineKind.Default : LineKind.Field;
}

function fieldValue(field: Field, nameStart: number, nameEnd: number): void {
  const says = FIELD_EXPECT[field];
  if (!nextPart()) {
    missing(says, nameStart, nameEnd);
    return;
  }
  const start = pos;
  const end = wordEnd(start);
  if (isWord(start, end, 'none')) {
    out.addToken(TokenKind.None, start, end);
    pos = end;
    lineEnds();
    return;
  }
  if (field === Field.Diagnosis) {
    diagnoses();
    return;
  }
  const quoted = text.charCodeAt(start) === Char.Quote;
  if (quoted) {
    if (field === Field.Clinician || field === Field.Assistant || field === Field.Payer || field === Field.Goal) {
      if (!string(TokenKind.String)) return;
      if (field !== Field.Goal) nothingHidden(start);
      lineEnds();
      return;
    }
    unread(says);
    return;
  }
  if (field === Field.State) {
    if (end - start === 2 && isLetter(text.charCodeAt(start)) && isLetter(text.charCodeAt(start + 1))) {
      out.addToken(TokenKind.Word, start, end);
      pos = end;
      lineEnds();
      return;
    }
  } else {
    const values = FIELD_VALUES[field];
    if (values) {
      for (let v = 0; v < values.length; v++) {
        if (isWord(start, end, values[v]!.toLowerCase())) {
          out.addToken(TokenKind.Word, start, end, v);
          pos = end;
          lineEnds();
          return;
        }
      }
    }
  }
  unread(says);
}

function diagnoses(): void {
  for (;;) {
    const start = pos;
    let end = start;
    while (end < limit && !isSpace(text.charCodeAt(end)) && text.charCodeAt(end) !== Char.Comma) end++;
    if (!isDiagnosis(start, end)) {
      unread(EXPECT.diagnosis, start, end);
      return;
    }
    out.addToken(TokenKind.Diagnosis, start, end);
    pos = end;
    if (!nextPart()) return;
    if (text.charCodeAt(pos) !== Char.Comma) {
      unread(EXPECT.comma);
      return;
    }
    const comma = pos;
    out.addToken(TokenKind.Comma, comma, comma + 1);
    pos++;
    if (!nextPart()) {
      missing(EXPECT.diagnosis, comma, comma + 1);
      return;
    }
  }
}

/** ICD-10-CM: a letter, a digit, a digit or letter, then up to four more after a dot that may be left out. */
function isDiagnosis(start: number, end: number): boolean {
  if (end - start < 3 || !isLetter(text.charCodeAt(start)) || !isDigit(text.charCodeAt(start + 1))) return false;
  if (!isAlphanumeric(text.charCodeAt(start + 2))) return false;
  let i = start + 3;
  if (i === end) return true;
  if (text.charCodeAt(i) === Char.Dot) i++;
  if (i === end || end - i > 4) return false;
  for (; i < end; i++) if (!isAlphanumeric(text.charCodeAt(i))) return false;
  return true;
}

// ----------------------------------------------------------------------------------------------------------- Sessions

function session(): LineKind {
  const start = pos;
  if (!when()) {
    codeAfterUnreadTime(start);
    return LineKind.Session;
  }
  const whenEnd = pos;
  if (!nextPart()) {
    missing(EXPECT.code, start, whenEnd);
    return LineKind.Session;
  }
  if (!code(wordEnd(pos))) {
    unread(EXPECT.code);
    return LineKind.Session;
  }
  let parts = 0;
  while (nextPart()) {
    const at = pos;
    const end = keywordEnd(at);
    const c = text.charCodeAt(at);
    let part = 0;
    if (c === Char.Quote || (isCurlyQuote(c) && parts & 8)) part = 8;
    else if (isWord(at, end, 'by')) part = 2;
    else if (isWord(at, end, 'region')) part = 4;
    else if (isWord(at, end, 'one-on-one') || isWord(at, end, 'group') || isWord(at, end, 'supervised')) part = 1;
    if (part === 0) {
      unread(EXPECT.sessionPart);
      break;
    }
    if (parts & part) {
      unread(EXPECT.partTwice);
      break;
    }
    parts |= part;
    let read = true;
    if (part === 8) read = string(TokenKind.String);
    else if (part === 1) read = contact(at, end);
    else if (part === 2) read = by(at, end);
    else read = region(at, end);
    if (!read) break;
  }
  return LineKind.Session;
}

/** After a time that cannot be read, the code is still looked for; nothing else of the line is used. */
function codeAfterUnreadTime(start: number): void {
  let at = start;
  let found = -1;
  while (at < limit) {
    while (at < limit && isSpace(text.charCodeAt(at))) at++;
    if (at >= limit || text.charCodeAt(at) === Char.Hash) break;
    const end = wordEnd(at);
    if (isCode(at, end)) {
      found = at;
      break;
    }
    at = end;
  }
  if (found < 0) {
    leaveUnread(start);
    return;
  }
  const before = trimEnd(start, found);
  if (before > start) out.addToken(TokenKind.Unread, start, before);
  const end = wordEnd(found);
  out.addToken(TokenKind.Code, found, end, wordKey(text, found, end));
  pos = end;
  skipSpace();
  leaveUnread(pos);
}

/** A clock range or a length at `pos`. False where it cannot be read; the problem is then said. */
function when(): boolean {
  const start = pos;
  let i = start;
  let value = 0;
  while (i < limit && isDigit(text.charCodeAt(i))) {
    if (value < 100000) value = value * 10 + text.charCodeAt(i) - 48;
    i++;
  }
  if (i < limit && text.charCodeAt(i) === Char.Colon) return clockRange(start);

  const numberEnd = i;
  while (i < limit && isSpace(text.charCodeAt(i))) i++;
  const wordAt = i;
  while (i < limit && isLetter(text.charCodeAt(i))) i++;
  const ends = i === limit || isSpace(text.charCodeAt(i));
  if (ends && (isWord(wordAt, i, 'min') || isWord(wordAt, i, 'm') || isWord(wordAt, i, 'minutes'))) {
    const possible = value >= 1 && value <= 1440;
    out.addToken(TokenKind.Length, start, numberEnd, possible ? value : -1);
    out.addToken(TokenKind.MinuteWord, wordAt, i);
    if (!possible) problem('impossible-time', start, i, '');
    pos = i;
    return true;
  }
  if (lineIsCut && wordAt >= limit) return false;
  // A length in other words: 15 mins, 1 hour.
  const word = ends && i > wordAt ? text.slice(wordAt, i) : '';
  if (/^(?:mins|minute|h|hrs?|hours?)$/i.test(word)) {
    const isMinutes = /^m/i.test(word);
    syntax('unread', start, i, EXPECT.when, isMinutes ? `${text.slice(start, numberEnd)} min` : undefined);
    return false;
  }
  // A code where the time should be: the time is missing, not wrong.
  const end = wordEnd(start);
  if (isCode(start, end)) syntax('placed', start, end, `${EXPECT.when} before the code`);
  else syntax('unread', start, end, EXPECT.when);
  return false;
}

const NO_TIME = -2;
let timeHalf = 0;

/** A time at `at`: minutes after midnight, -1 where there is no such time, or NO_TIME. Leaves `pos` after it. */
function time(at: number, isEnd: boolean): number {
  let i = at;
  let hour = 0;
  while (i < limit && i - at < 3 && isDigit(text.charCodeAt(i))) hour = hour * 10 + text.charCodeAt(i++) - 48;
  if (i === at || i - at > 2 || text.charCodeAt(i) !== Char.Colon || i >= limit) return NO_TIME;
  i++;
  if (i + 2 > limit || !isDigit(text.charCodeAt(i)) || !isDigit(text.charCodeAt(i + 1))) return NO_TIME;
  const minute = digits(i, 2);
  i += 2;
  if (i < limit && (isDigit(text.charCodeAt(i)) || text.charCodeAt(i) === Char.Colon)) return NO_TIME;
  pos = i;
  timeHalf = 0;
  let j = i;
  while (j < limit && isSpace(text.charCodeAt(j))) j++;
  if (j + 2 <= limit && (text.charCodeAt(j + 1) | 32) === 109 /* m */) {
    const half = text.charCodeAt(j) | 32;
    const after = j + 2 < limit ? text.charCodeAt(j + 2) : Char.Space;
    if ((half === 97 || half === 112) && (isSpace(after) || isDash(after))) {
      timeHalf = half === 97 ? 1 : 2;
      pos = j + 2;
    }
  }
  if (timeHalf > 0) {
    if (hour < 1 || hour > 12 || minute > 59) return -1;
    return (hour % 12) * 60 + minute + (timeHalf === 2 ? 720 : 0);
  }
  if (minute > 59 || hour > 24) return -1;
  if (hour === 24) return isEnd && minute === 0 ? 1440 : -1;
  return hour * 60 + minute;
}

function clockRange(start: number): boolean {
  const from = time(start, false);
  if (from === NO_TIME) return unreadTime(start);
  const fromEnd = pos;
  const fromHalf = timeHalf;
  skipSpace();
  if (pos >= limit || !isDash(text.charCodeAt(pos))) return unreadTime(start);
  const dash = pos;
  pos++;
  skipSpace();
  const toStart = pos;
  const to = time(toStart, true);
  if (to === NO_TIME) return unreadTime(start);
  const end = pos;
  if (end < limit && !isSpace(text.charCodeAt(end))) return unreadTime(start);
  if (fromHalf > 0 !== timeHalf > 0) {
    syntax('unread', start, end, EXPECT.halfDay);
    return false;
  }
  out.addToken(TokenKind.Time, start, fromEnd, from);
  out.addToken(TokenKind.To, dash, dash + 1);
  out.addToken(TokenKind.Time, toStart, end, to);
  if (from < 0 || to < 0) problem('impossible-time', start, end, '');
  else if (to <= from) problem('end-before-start', start, end, '');
  return true;
}

/** The range from `start` to the end of the word at `pos` is no time. */
function unreadTime(start: number): boolean {
  if (lineIsCut && pos >= limit) return false;
  let end = wordEnd(Math.max(pos, start));
  if (end === start) end = wordEnd(start);
  // Stop before a code that was swallowed while looking for the second time.
  if (pos > start && isCode(pos, wordEnd(pos))) end = trimEnd(start, pos);
  syntax('unread', start, end, EXPECT.when);
  return false;
}

function isCode(start: number, end: number): boolean {
  if (end - start !== 5) return false;
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  for (let i = start + 1; i < end - 1; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return isDigit(first) ? isAlphanumeric(last) : isLetter(first) && isDigit(last);
}

function code(end: number): boolean {
  if (!isCode(pos, end)) return false;
  out.addToken(TokenKind.Code, pos, end, wordKey(text, pos, end));
  pos = end;
  return true;
}

function contact(start: number, end: number): boolean {
  const value = CONTACT_WORDS[text.slice(start, end).toLowerCase()] ?? Contact.Unknown;
  out.addToken(TokenKind.Contact, start, end, value);
  afterKeyword(end);
  if (value !== Contact.Group) return true;
  skipSpace();
  const ofEnd = keywordEnd(pos);
  if (!isWord(pos, ofEnd, 'of')) return true;
  const ofStart = pos;
  out.addToken(TokenKind.Of, ofStart, ofEnd);
  afterKeyword(ofEnd);
  if (!nextPart()) {
    missing(EXPECT.size, ofStart, ofEnd);
    return false;
  }
  const sizeEnd = wordEnd(pos);
  // Five digits are a code that stands in the wrong place.
  let size = sizeEnd - pos > 4 ? -1 : 0;
  for (let i = pos; i < sizeEnd; i++) {
    const c = text.charCodeAt(i);
    size = isDigit(c) && size >= 0 ? size * 10 + c - 48 : -1;
  }
  if (size < 1) {
    unread(EXPECT.size);
    return false;
  }
  out.addToken(TokenKind.Size, pos, sizeEnd, size);
  pos = sizeEnd;
  return true;
}

function by(start: number, end: number): boolean {
  out.addToken(TokenKind.By, start, end);
  afterKeyword(end);
  if (!nextPart()) {
    missing(EXPECT.giver, start, end);
    return false;
  }
  const who = pos;
  const whoEnd = keywordEnd(pos);
  const giver = own(GIVER_WORDS, text.slice(who, whoEnd).toLowerCase());
  if (giver === undefined) {
    unread(EXPECT.giver);
    return false;
  }
  out.addToken(TokenKind.Giver, who, whoEnd, giver);
  afterKeyword(whoEnd);
  if (giver !== Giver.Assistant) return true;
  if (!nextPart()) {
    missing(EXPECT.assistantName, who, whoEnd);
    return false;
  }
  if (text.charCodeAt(pos) !== Char.Quote) {
    unread(EXPECT.assistantName);
    return false;
  }
  const name = pos;
  if (!string(TokenKind.String)) return false;
  nothingHidden(name);
  return true;
}

function region(start: number, end: number): boolean {
  out.addToken(TokenKind.Region, start, end);
  afterKeyword(end);
  if (!nextPart()) {
    missing(EXPECT.region, start, end);
    return false;
  }
  if (text.charCodeAt(pos) !== Char.Quote) {
    unread(EXPECT.region);
    return false;
  }
  return string(TokenKind.String);
}

// -------------------------------------------------------------------------------------------------------- Claim lines

function claim(start: number, end: number): LineKind {
  if (!nextPart()) {
    missing(EXPECT.code, start, end);
    return LineKind.Claim;
  }
  let codeEnd = pos;
  while (codeEnd < limit && !isSpace(text.charCodeAt(codeEnd)) && !isDash(text.charCodeAt(codeEnd))) codeEnd++;
  if (!code(codeEnd)) {
    unread(EXPECT.code, pos, codeEnd > pos ? codeEnd : wordEnd(pos));
    return LineKind.Claim;
  }
  for (;;) {
    if (!nextPart()) break;
    const at = pos;
    const c = text.charCodeAt(at);
    if (isDash(c)) {
      let stop = at + 1;
      while (stop < limit && !isSpace(text.charCodeAt(stop)) && !isDash(text.charCodeAt(stop))) stop++;
      if (stop - at !== 3 || !isAlphanumeric(text.charCodeAt(at + 1)) || !isAlphanumeric(text.charCodeAt(at + 2))) {
        const shown = Math.max(stop, at + 1);
        syntax('unread', at, shown, EXPECT.modifier);
        leaveUnread(at);
        break;
      }
      out.addToken(TokenKind.Modifier, at, stop, wordKey(text, at + 1, stop));
      pos = stop;
      continue;
    }
    if ((c | 32) === 120 /* x */) {
      const stop = wordEnd(at);
      let units = 0;
      for (let i = at + 1; i < stop; i++) {
        const d = text.charCodeAt(i);
        units = isDigit(d) && units >= 0 && units < 1000 ? units * 10 + d - 48 : -1;
      }
      if (units < 1 || units > 999) {
        unread(EXPECT.units);
        break;
      }
      out.addToken(TokenKind.Units, at, stop, units);
      pos = stop;
      lineEnds();
      break;
    }
    unread(EXPECT.claimEnd);
    break;
  }
  return LineKind.Claim;
}

// --------------------------------------------------------------------------------------------------- Notes, comments

function note(start: number, letters: number, end: number, indent: number): LineKind {
  let label = Label.Unknown;
  for (let i = 0; i < LABELS.length; i++) if (isWord(start, letters, LABELS[i]!.toLowerCase())) label = i;
  if (label === Label.Unknown) {
    const name = text.slice(start, Math.min(letters, start + 40)).toLowerCase();
    const near =
      own(LABEL_IN_FULL, name) ?? (letters - start > 1 ? nearest(name, LABEL_OR_LINE_WORDS) : undefined) ?? '';
    const isLabel = (LABELS as readonly string[]).includes(near);
    problem('unknown-field', start, letters, near, isLabel ? near : undefined);
  }
  belongsToEncounter(start, letters, indent);
  out.addToken(TokenKind.Label, start, letters + 1, label);
  let at = letters + 1;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  const stop = trimEnd(at, end);
  if (stop > at) out.addToken(TokenKind.Text, at, stop);
  return LineKind.Note;
}

function comment(start: number, end: number): void {
  const directive = ignoreDirective(text, start, end);
  out.addToken(TokenKind.Comment, start, trimEnd(start, end), directive ? 1 : 0);
  if (directive && !directive.reason) problem('ignore-without-reason', start, trimEnd(start, end), '');
}

export interface IgnoreDirective {
  rules: { id: string; start: number; end: number }[];
  reason: string;
}

/**
 * A comment as a word to the checker: `# ignore RULE[, RULE…]: reason`. Nothing where it is a remark, that is, where no
 * rule id or word with a hyphen follows `ignore`. Offsets are those of `source`.
 */
export function ignoreDirective(source: string, start: number, end: number): IgnoreDirective | undefined {
  let at = start + 1;
  while (at < end && isSpace(source.charCodeAt(at))) at++;
  if ((source.charCodeAt(at) | 32) !== 105 /* i */) return undefined;
  if (source.slice(at, at + 6).toLowerCase() !== 'ignore' || !isSpace(source.charCodeAt(at + 6))) return undefined;
  at += 6;
  const rules: IgnoreDirective['rules'] = [];
  let reason = '';
  for (;;) {
    while (at < end && isSpace(source.charCodeAt(at))) at++;
    let stop = at;
    while (stop < end) {
      const c = source.charCodeAt(stop);
      if (isSpace(c) || c === Char.Comma || c === Char.Colon) break;
      stop++;
    }
    const id = source.slice(at, stop);
    if (rules.length === 0 && !isRuleName(id)) return undefined;
    if (stop > at) rules.push({ id, start: at, end: stop });
    at = stop;
    while (at < end && isSpace(source.charCodeAt(at))) at++;
    const c = at < end ? source.charCodeAt(at) : 0;
    if (c === Char.Comma) {
      at++;
      continue;
    }
    if (c === Char.Colon) reason = source.slice(at + 1, end).trim();
    return { rules, reason };
  }
}

/** A rule id, or a word with a hyphen; a hyphen alone or in front is punctuation. */
function isRuleName(id: string): boolean {
  return (isAlphanumeric(id.charCodeAt(0)) && id.includes('-')) || id.toLowerCase() === 'syntax';
}
