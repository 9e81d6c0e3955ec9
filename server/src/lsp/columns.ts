/**
 * Columns of editors that do not count UTF-16 units, from theirs to ours and back. All positions of the protocol go
 * through here; between, everything counts as JavaScript does.
 */

import type { EncounterFile } from '../engine/file';
import type { Encoding } from './capabilities';

type Turn = (line: string, column: number) => number;

export class Columns {
  /** The editor counts as we do: nothing is ever looked at. */
  readonly same: boolean;
  private readonly toOurs: Turn;
  private readonly toTheirs: Turn;

  /** @param fileOf the file at an address, as its text is now. */
  constructor(
    encoding: Encoding,
    private readonly fileOf: (uri: string) => EncounterFile | undefined,
  ) {
    this.same = encoding === 'utf-16';
    const width = encoding === 'utf-8' ? bytesOf : () => 1;
    this.toOurs = (line, column) => unitsBefore(line, column, width);
    this.toTheirs = (line, column) => widthBefore(line, column, width);
  }

  /** What the editor sent, with our columns. Each position is one of the document that the message names around it. */
  taken<T>(message: T, uri?: string): T {
    return this.same ? message : (this.turned(message, uri, this.toOurs) as T);
  }

  /** What the editor gets, with its own columns. @param uri of the document, where the message names none. */
  given<T>(message: T, uri?: string): T {
    return this.same ? message : (this.turned(message, uri, this.toTheirs) as T);
  }

  /** A column of a line, as the editor counts it. */
  givenIn(line: string, column: number): number {
    return this.same ? column : this.toTheirs(line, column);
  }

  /** A stretch of one line of a document, by start and length, as the editor counts it. */
  givenToken<T extends { readonly line: number; readonly start: number; readonly length: number }>(
    uri: string,
    token: T,
  ) {
    if (this.same) return token;
    const text = this.lineOf(uri, token.line);
    if (text === undefined) return token;
    const start = this.toTheirs(text, token.start);
    return { ...token, start, length: this.toTheirs(text, token.start + token.length) - start };
  }

  /** Nothing where the file is not known: columns in it stay as they are. */
  private lineOf(uri: string | undefined, line: number): string | undefined {
    const file = uri === undefined ? undefined : this.fileOf(uri);
    if (!file) return undefined;
    const { block, startLine } = file.blockAt(line);
    return line - startLine < block.lineCount ? block.lineText(line - startLine) : '';
  }

  private turned(value: unknown, uri: string | undefined, turn: Turn): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      return typeof value[0] === 'number' ? value : value.map((one) => this.turned(one, uri, turn));
    }
    const { line, character } = value as { line?: unknown; character?: unknown };
    if (typeof line === 'number' && typeof character === 'number') {
      const text = this.lineOf(uri, line);
      return text === undefined ? value : { ...value, character: turn(text, character) };
    }
    const own = namedIn(value) ?? uri;
    const result: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(value)) {
      if (key === 'changes' && part !== null && typeof part === 'object' && !Array.isArray(part))
        result[key] = Object.fromEntries(Object.entries(part).map(([of, edits]) => [of, this.turned(edits, of, turn)]));
      // What we gave along for ourselves comes back as it went.
      else result[key] = key === 'data' ? part : this.turned(part, own, turn);
    }
    return result;
  }
}

/** The document that an object of the protocol speaks of. */
export function namedIn(value: unknown): string | undefined {
  const { uri, textDocument } = (value ?? {}) as { uri?: unknown; textDocument?: { uri?: unknown } };
  for (const named of [textDocument?.uri, uri]) if (typeof named === 'string') return named;
  return undefined;
}

/** Bytes of UTF-8. Half a pair alone is sent as the replacement character, which has three. */
function bytesOf(character: number): number {
  return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
}

/** How many UTF-16 units stand before a column; one within a character is at its start, one past the end at the end. */
function unitsBefore(line: string, column: number, width: (character: number) => number): number {
  let at = 0;
  let units = 0;
  while (units < line.length) {
    const character = line.codePointAt(units)!;
    at += width(character);
    if (at > column) break;
    units += character > 0xffff ? 2 : 1;
  }
  return units;
}

/** How wide what stands before a number of UTF-16 units is. */
function widthBefore(line: string, units: number, width: (character: number) => number): number {
  let column = 0;
  for (let i = 0; i < units && i < line.length; ) {
    const character = line.codePointAt(i)!;
    column += width(character);
    i += character > 0xffff ? 2 : 1;
  }
  return column;
}
