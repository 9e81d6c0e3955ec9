/** What formatting must keep, whatever the text. */

import assert from 'node:assert/strict';
import { EncounterFile, type TextEdit } from '../../server/src/engine/file';
import { formatEdits, formatText } from '../../server/src/features/format';
import type { BlockSyntax } from '../../server/src/syntax/buffer';
import { LINE_CUT, LineKind, TokenKind } from '../../server/src/syntax/kinds';
import { applyEdits, check } from './markers';
import { parseAll } from './syntax';

/** A text after edits, each place that of the text before. */
export function applyAll(text: string, edits: readonly TextEdit[]): string {
  return applyEdits(
    text,
    edits.map(({ start, end, newText }) => ({
      startLine: start.line,
      startColumn: start.character,
      endLine: end.line,
      endColumn: end.character,
      newText,
    })),
  );
}

const EXACT = new Set([TokenKind.Text, TokenKind.Comment, TokenKind.Unread, TokenKind.UnknownName]);

/** A token as far as it matters: what is text, to the letter; figures by value; the rest without case and quotes. */
function meaning(syntax: BlockSyntax, token: number): string {
  const kind = syntax.kind(token);
  const value = syntax.value(token);
  const text = syntax.tokenText(token);
  if (EXACT.has(kind)) return `${kind} ${text.replace(/[ \t\xa0]+$/, '')}`;
  if (kind === TokenKind.Time ? value >= 0 : value > 0 && (kind === TokenKind.Length || kind === TokenKind.Size))
    return `${kind} ${value}`;
  if (kind === TokenKind.String || kind === TokenKind.Id)
    return `${kind} ${text
      .replace(/^"|"$/g, '')
      .replace(/[ \t\xa0]+/g, ' ')
      .trim()}`;
  if (kind === TokenKind.To || kind === TokenKind.MinuteWord) return `${kind}`;
  const letters = kind === TokenKind.Units ? '' : text.replace(/[^a-z0-9.]/gi, '').toLowerCase();
  return `${kind} ${value} ${letters}`;
}

/** What a text says: line for line without blank ones, the kind, the problems and the tokens. */
export function says(text: string): string[] {
  return parseAll(text).flatMap((syntax, block) => {
    const said: string[] = [];
    let noteLead = '';
    for (let line = 0; line < syntax.lineCount; line++) {
      const kind = syntax.lineKind(line);
      if (kind === LineKind.Blank) continue;
      const whole = syntax.slice(syntax.lineStart(line), syntax.lineEnd(line));
      const lead = /^\ufeff?([ \t\xa0]*)/.exec(whole)![1]!;
      if (kind === LineKind.Note) noteLead = lead;
      const problems = syntax.problems
        .filter((problem) => problem.line === line)
        .map(({ rule, how }) => `${rule} ${how}`);
      const stays = problems.some((problem) => problem.startsWith('syntax')) || kind === LineKind.UnknownField;
      const more = kind === LineKind.NoteMore ? JSON.stringify(lead.slice(noteLead.length)) : '';
      const tokens: string[] = [];
      for (let t = syntax.firstToken(line); t < syntax.endToken(line); t++) tokens.push(meaning(syntax, t));
      const flags = syntax.lineFlags(line);
      if (flags & LINE_CUT) assert.ok(stays, `cut, and no problem: ${JSON.stringify(whole)}`);
      said.push(
        [block, kind, flags, lead === '', more, problems.join(), stays ? whole : tokens.join(' | ')].join(' / '),
      );
    }
    return said;
  });
}

/** What is found, at which part of which line that is not blank. */
function findings(text: string): string[] {
  const places: { syntax: BlockSyntax; line: number; number: number }[] = [];
  let number = 0;
  for (const syntax of parseAll(text))
    for (let line = 0; line < syntax.lineCount; line++)
      places.push({ syntax, line, number: syntax.lineKind(line) === LineKind.Blank ? -1 : number++ });
  return check(text).map(({ line: at, start, end, rule, severity }) => {
    const { syntax, line, number } = places[at]!;
    const offset = syntax.lineStart(line);
    const parts: number[] = [];
    for (let t = syntax.firstToken(line); t < syntax.endToken(line); t++)
      if (syntax.start(t) < offset + end && syntax.end(t) > offset + start) parts.push(t - syntax.firstToken(line));
    return `${number} ${parts.join(',')} ${rule} ${severity}`;
  });
}

/** Line breaks of the lines that are not blank. */
function breaks(text: string): string[] {
  return [...text.matchAll(/[^\r\n]*[^\r\n\ufeff \t\xa0][^\r\n]*(\r\n|\r|\n|$)/g)].map(([, end]) => end!);
}

/**
 * Formatting loses nothing, and twice is once. Line for line it says the same and, where asked, the same is found.
 */
export function staysTheSame(text: string, found = true): void {
  const after = formatText(text);
  assert.equal(formatText(after), after, 'twice is once');
  assert.deepEqual(says(after), says(text));
  if (found) assert.deepEqual(findings(after), findings(text));
  const was = breaks(text);
  const is = breaks(after);
  if (was.at(-1) === '') was[was.length - 1] = is.at(-1)!;
  assert.deepEqual(is, was);
  assert.equal(after.startsWith('\ufeff'), text.startsWith('\ufeff'));

  const file = new EncounterFile('');
  file.setText(text);
  const edits = formatEdits(file);
  assert.equal(applyAll(text, edits), after, 'the edits make the same text');
  edits.forEach(({ start, end }, i) => {
    const before = edits[i - 1]?.end;
    assert.ok(
      !before || before.line < start.line || (before.line === start.line && before.character < start.character),
      'edits stand in order and apart',
    );
    assert.ok(start.line < end.line || start.character <= end.character);
  });
}
