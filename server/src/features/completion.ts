/**
 * What could be written at a place, the best first. The line is read up to the cursor by the parser itself, so that a
 * half-typed line is understood as far as it goes; the block around it and the small indexes of the workspace are all
 * that is looked at, whatever the size of the file.
 */

import type { Position } from '../engine/file';
import type { Workspace } from '../engine/workspace';
import { RULE_IDS } from '../rules/kit/ids';
import { date as dateWords } from '../rules/kit/words';
import { type Field, Giver, LineKind, TokenKind } from '../syntax/kinds';
import type { Prose } from './card';
import { missingLines, modifierSuggestions, unitSuggestions } from './completion-claims';
import { codeSuggestions } from './completion-codes';
import {
  type Answer,
  Cursor,
  isEnd,
  lastOf,
  NEXT_PART,
  REST_OF_CODE,
  REST_OF_ID,
  REST_OF_PART,
  REST_OF_STRING,
  REST_OF_VALUE,
  REST_OF_WHEN,
  REST_OF_WORD,
  type Suggestion,
  type Suggestions,
} from './completion-cursor';
import { fitting } from './completion-fit';
import { lineSuggestions } from './completion-lines';
import {
  activitySuggestions,
  assistantNames,
  giverSuggestions,
  partSuggestions,
  quoted,
  regionSuggestions,
  sizeSuggestions,
} from './completion-parts';
import { groupSessions, timeSuggestions } from './completion-times';
import { dateSuggestions, patientSuggestions, valueSuggestions } from './completion-values';
import { hoverAt } from './hover';
import { newSample } from './sample';

/** Typed characters after which something can be suggested unasked. */
export { TRIGGERS } from './announced';
export type { Suggestion, SuggestionKind, Suggestions } from './completion-cursor';

/**
 * @param trigger the character that asked for it by being typed. After a space only what must follow is suggested:
 *   Enter, pressed to end the line, would take the first suggestion.
 */
export function suggestionsAt(
  workspace: Workspace,
  path: string,
  position: Position,
  trigger?: string,
): Suggestions | undefined {
  const cursor = Cursor.at(workspace, path, position);
  if (!cursor) return undefined;
  const isFigure = trigger !== undefined && /^\d$/.test(trigger);
  if (isFigure && !takesFigures(cursor)) return undefined;
  const answer = answerAt(cursor, isFigure ? undefined : trigger);
  if (!answer || answer.items.length === 0) return undefined;
  const rest = answer.rest.exec(cursor.rest)?.[0].length ?? 0;
  const behind = cursor.rest.slice(rest);
  const isSpaced = /^[ \t\xa0]/.test(behind);
  // The space before what follows is there already.
  const spaced = isSpaced ? answer.items.map((item) => ({ ...item, newText: item.newText.trimEnd() })) : answer.items;
  const items = isEnd(behind) ? spaced : fitting(cursor, spaced, answer.start, behind);
  if (items.length === 0) return undefined;
  return {
    line: position.line,
    start: answer.start,
    end: cursor.prefix.length + rest,
    items,
    incomplete: answer.incomplete ?? false,
    date: cursor.date,
  };
}

/** A figure asks as a letter does: not in quotes, nor in a comment. */
function takesFigures(cursor: Cursor): boolean {
  return openString(cursor) === undefined && !cursor.tokens.some(({ kind }) => kind === TokenKind.Comment);
}

function answerAt(cursor: Cursor, trigger: string | undefined): Answer | undefined {
  const { lineKind, content, tokens, wordStart } = cursor;
  if (lineKind === LineKind.NoteMore || lineKind === LineKind.Note) return undefined;
  const comment = tokens.find(({ kind }) => kind === TokenKind.Comment);
  if (comment) return ruleAnswer(cursor, comment.start);
  // Behind a closing quote nothing begins before a space.
  const last = tokens[tokens.length - 1];
  if (last && last.kind !== TokenKind.Unread && last.text.endsWith('"') && !cursor.gap) return undefined;
  if (content === '' || (lineKind !== LineKind.Session && /^\p{L}+$/u.test(content))) {
    // White space alone asks for nothing.
    if (trigger !== undefined) return undefined;
    // A figure begins a time: then others are asked for.
    return { items: lineSuggestions(cursor), start: wordStart, rest: REST_OF_WORD, incomplete: content === '' };
  }
  switch (lineKind) {
    case LineKind.Header:
      return headerAnswer(cursor);
    case LineKind.Field:
    case LineKind.Default:
      return fieldAnswer(cursor, trigger);
    case LineKind.Session:
      return sessionAnswer(cursor, trigger);
    case LineKind.Claim:
      return claimAnswer(cursor, trigger);
    default:
      return undefined;
  }
}

// ------------------------------------------------------------------------------------------------------------ Headers

function headerAnswer(cursor: Cursor): Answer | undefined {
  const { gap, wordStart, prefix } = cursor;
  const string = openString(cursor);
  const start = string ?? wordStart;
  const last = lastOf(cursor.tokens, ({ kind, end }) => kind !== TokenKind.Unread && (end < prefix.length || gap));
  switch (last?.kind) {
    case TokenKind.Encounter: {
      // The date of a header that goes on: the patient stays.
      const goesOn = /^\S*\s+\S/.test(cursor.rest);
      return { items: dateSuggestions(cursor, goesOn), start, rest: REST_OF_WORD };
    }
    case TokenKind.Date: {
      const items: Suggestion[] = [{ label: 'patient', kind: 'header', newText: 'patient ', again: true }];
      return { items, start, rest: REST_OF_WORD };
    }
    case TokenKind.Patient: {
      const items = patientSuggestions(cursor, prefix.slice(start));
      return { items, start, rest: string === undefined ? REST_OF_ID : REST_OF_STRING, incomplete: true };
    }
    default:
      return undefined;
  }
}

/** The column of a quote that is open at the cursor. */
function openString(cursor: Cursor): number | undefined {
  const last = cursor.tokens[cursor.tokens.length - 1];
  return last?.kind === TokenKind.Unread && last.text.startsWith('"') ? last.start : undefined;
}

// ------------------------------------------------------------------------------------------------------------- Fields

function fieldAnswer(cursor: Cursor, trigger: string | undefined): Answer | undefined {
  const { tokens, prefix, gap } = cursor;
  const [name] = tokens;
  if (name?.kind !== TokenKind.FieldName || (name.end === prefix.length && !gap)) return undefined;
  const field = name.value as Field;
  const string = openString(cursor);
  if (string !== undefined)
    return {
      items: valueSuggestions(cursor, field).filter(({ label }) => label.startsWith('"')),
      start: string,
      rest: REST_OF_STRING,
    };
  const given = tokens.slice(1).filter(({ kind, end }) => kind !== TokenKind.Unread && (gap || end < prefix.length));
  const last = given[given.length - 1];
  // A field holds one value; `dx` another one after a comma.
  if (last && last.kind !== TokenKind.Comment && last.kind !== TokenKind.Comma) return undefined;
  if (trigger !== undefined && trigger !== ' ' && trigger !== '"') return undefined;
  const comma = prefix.lastIndexOf(',');
  const start = Math.max(cursor.wordStart, name.end, comma + 1);
  return { items: valueSuggestions(cursor, field), start, rest: REST_OF_VALUE };
}

// ----------------------------------------------------------------------------------------------------------- Sessions

function sessionAnswer(cursor: Cursor, trigger: string | undefined): Answer | undefined {
  const { tokens, prefix, indent, gap } = cursor;
  const read = tokens.filter(({ kind }) => kind !== TokenKind.Unread);
  const when = lastOf(
    read,
    ({ kind }) => kind === TokenKind.Time || kind === TokenKind.Length || kind === TokenKind.MinuteWord,
  );
  const code = read.find(({ kind }) => kind === TokenKind.Code);
  if (!code && (!when || (when.end === prefix.length && !gap))) {
    const typed = cursor.content;
    if (trigger === ' ') return undefined;
    const groups = cursor.rest.trim() === '' ? groupSessions(cursor, typed) : [];
    const items = [...groups, ...timeSuggestions(cursor, typed)];
    // Each figure of a time asks for others.
    return { items, start: indent.length, rest: REST_OF_WHEN, incomplete: true };
  }
  if (!code || (code.end === prefix.length && !gap)) {
    if (trigger !== undefined && trigger !== ' ') return undefined;
    let start = code?.start ?? when!.end;
    while (start < prefix.length && /[ \t\xa0]/.test(prefix[start]!)) start++;
    const typed = prefix.slice(start);
    const items = codeSuggestions(cursor, typed, true, ({ code: text, contact }) =>
      contact === 'group' ? { newText: `${text}  `, again: true } : { newText: text },
    );
    return { items, start, rest: REST_OF_CODE, incomplete: !/^[A-Za-z]?\d*$/.test(typed) };
  }
  return partAnswer(cursor, code.text, trigger);
}

function partAnswer(cursor: Cursor, codeText: string, trigger: string | undefined): Answer | undefined {
  const { tokens, prefix, rest, gap } = cursor;
  const code = cursor.settings.codes.of(codeText.toUpperCase());
  const done = tokens.filter(({ kind, end }) => kind !== TokenKind.Unread && (gap || end < prefix.length));
  const last = done[done.length - 1];
  const string = openString(cursor);
  const start = string ?? cursor.wordStart;
  const answer = (
    items: readonly Suggestion[],
    rest = string !== undefined ? REST_OF_STRING : gap ? NEXT_PART : REST_OF_PART,
  ): Answer => ({
    items,
    start,
    rest,
  });
  switch (last?.kind) {
    case TokenKind.Of:
      return answer(sizeSuggestions(cursor, code));
    case TokenKind.By:
      return answer(giverSuggestions(cursor, ''));
    case TokenKind.Region:
      return answer(regionSuggestions(cursor));
    case TokenKind.Giver:
      if (last.value === Giver.Assistant)
        return answer(assistantNames(cursor).map((name) => quoted(name, 'name', '  15 min  97110  |by aide')));
      break;
    default:
      break;
  }
  const has = {
    contact:
      done.some(({ kind }) => kind === TokenKind.Contact) || /\s(?:one-on-one|group|supervised)(?!\S)/i.test(rest),
    by: done.some(({ kind }) => kind === TokenKind.By) || /\sby\s/i.test(rest),
    region: done.some(({ kind }) => kind === TokenKind.Region) || /\sregion\s/i.test(rest),
    activity: done.some(({ kind }, at) => kind === TokenKind.String && isActivity(done, at)),
  };
  if (string !== undefined) return has.activity ? undefined : answer(activitySuggestions(cursor, code));
  // A line may end here: Enter must not write more of it. A group code is not finished without its contact.
  if (trigger !== undefined && (trigger !== ' ' || has.contact || code.entry?.contact !== 'group')) return undefined;
  return answer(partSuggestions(cursor, code, has));
}

function isActivity(tokens: readonly { readonly kind: TokenKind; readonly value: number }[], at: number): boolean {
  const before = tokens[at - 1];
  return !(before?.kind === TokenKind.Region || (before?.kind === TokenKind.Giver && before.value === Giver.Assistant));
}

// -------------------------------------------------------------------------------------------------------- Claim lines

function claimAnswer(cursor: Cursor, trigger: string | undefined): Answer | undefined {
  const { tokens, prefix, gap } = cursor;
  const code = tokens.find(({ kind }) => kind === TokenKind.Code);
  const bill = tokens.find(({ kind }) => kind === TokenKind.Bill);
  if (!code) {
    if (!bill || (bill.end === prefix.length && !gap)) return undefined;
    let start = bill.end;
    while (start < prefix.length && /[ \t\xa0]/.test(prefix[start]!)) start++;
    const typed = prefix.slice(start);
    const codes = codeSuggestions(cursor, typed, false, ({ code: text }) => ({ newText: text, again: true }));
    const sessions = new Set(cursor.patientsSessions.map(({ code: given }) => given?.text));
    codes.sort((a, b) => Number(sessions.has(b.label)) - Number(sessions.has(a.label)));
    const items = [...missingLines(cursor, ''), ...codes];
    return { items, start, rest: /^[0-9A-Za-z-]*/, incomplete: !/^[A-Za-z]?\d*$/.test(typed) };
  }
  if (tokens.some(({ kind, end }) => kind === TokenKind.Units && (gap || end < prefix.length))) return undefined;
  const text = code.text.toUpperCase();
  const last = tokens[tokens.length - 1]!;
  const typing = last.kind === TokenKind.Unread || last.kind === TokenKind.Units ? last : undefined;
  const given = tokens
    .filter(({ kind }) => kind === TokenKind.Modifier)
    .map((token) => token.text.slice(1).toUpperCase());
  for (const [, modifier] of cursor.rest.matchAll(/[-\u2010-\u2014\u2212]([0-9A-Za-z]{2})(?![0-9A-Za-z])/g))
    given.push(modifier!.toUpperCase());
  const units = unitSuggestions(cursor, text);
  if (typing) {
    const start = typing.start;
    if (/^[^0-9A-Za-z]/.test(typing.text))
      return { items: modifierSuggestions(cursor, text, given), start, rest: REST_OF_CODE };
    return { items: units, start, rest: REST_OF_CODE };
  }
  const items = [
    ...modifierSuggestions(cursor, text, given),
    ...units.map((item) => (gap ? item : { ...item, newText: ` ${item.newText}` })),
  ];
  // After a space come the units: a modifier is attached.
  const shown = gap && trigger === ' ' ? units : items;
  return { items: shown, start: prefix.length, rest: /^/ };
}

// -------------------------------------------------------------------------------------------------------- Rule ids

function ruleAnswer(cursor: Cursor, from: number): Answer | undefined {
  const text = cursor.prefix.slice(from);
  const opening =
    /^#[ \t\xa0]*(?:([A-Za-z]*)|ignore[ \t\xa0]+(?:[A-Za-z0-9-]+[ \t\xa0]*,[ \t\xa0]*)*([A-Za-z0-9-]*))$/i.exec(text);
  if (!opening) return undefined;
  const typed = opening[2] ?? opening[1] ?? '';
  if (opening[2] === undefined) {
    if (!'ignore'.startsWith(typed.toLowerCase())) return undefined;
    const items: Suggestion[] = [
      {
        label: 'ignore',
        kind: 'rule',
        detail: 'silences a rule on the next line',
        newText: 'ignore ',
        again: true,
      },
    ];
    return { items, start: cursor.prefix.length - typed.length, rest: REST_OF_WORD };
  }
  const here = found(cursor, from);
  // Its reason, or the next id, stands there already.
  const goesOn = /^[a-z0-9-]*[ \t\xa0]*[:,]/i.test(cursor.rest);
  const ids = [...new Set([...here, ...RULE_IDS])].filter((id) => !NEVER_IGNORED.has(id));
  const items = ids.map(
    (id): Suggestion => ({
      label: id,
      kind: 'rule',
      ...(here.includes(id) ? { detail: 'found there' } : {}),
      ...(goesOn ? { newText: id } : { newText: `${id}: `, snippet: `${id}: \${1:the reason}` }),
      about: `  # ignore |${id}: x`,
    }),
  );
  return { items, start: cursor.prefix.length - typed.length, rest: /^[a-z0-9-]*/i };
}

const NEVER_IGNORED: ReadonlySet<string> = new Set(['unused-ignore', 'ignore-without-reason']);

/** The rules with a finding on the line that the comment speaks to. */
function found(cursor: Cursor, from: number): string[] {
  let { block, line } = cursor;
  if (cursor.prefix.slice(0, from).trim() === '') {
    do line++;
    while (cursor.lineKinds[line] === LineKind.Blank || cursor.lineKinds[line] === LineKind.Comment);
    const next = line >= block.lineCount ? cursor.file.next(block) : undefined;
    if (next) {
      block = next;
      line = 0;
    }
  }
  return block.findings.filter((finding) => finding.line === line).map(({ rule }) => rule);
}

// ------------------------------------------------------------------------------------------------------ Documentation

/** What is said of a suggestion: what a hover says on it. @param about see {@link Suggestion.about}. */
export function suggestionDocs(workspace: Workspace, about: string, date: number, prose: Prose): string | undefined {
  const { path, text, line, character } = newSample(about, dateWords(date));
  const sample = workspace.beside();
  sample.setText(path, text);
  return hoverAt(sample, path, { line, character }, prose)?.markdown;
}
