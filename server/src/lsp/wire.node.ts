/**
 * Messages as bytes on standard output. A list of findings is mostly the one that was sent a key before, so the bytes of
 * each finding are kept for as long as it is shown.
 */

import type { Diagnostic } from 'vscode-languageserver';
import { StreamMessageWriter } from 'vscode-languageserver/node';

/** Shorter lists are written as a whole: looking each finding up would cost more. */
const LONG = 32;

const BYTES = new WeakMap<Diagnostic, Buffer>();
const COMMA = Buffer.from(',');
const END = Buffer.from(']}}');

interface Findings {
  readonly result?: { readonly items?: unknown };
  readonly params?: { readonly diagnostics?: unknown };
}

/** A message as JSON in UTF-8. */
export function bytesOf(message: object): Buffer {
  const { result, params } = message as Findings;
  if (isLong(result?.items)) return withList(message, 'result', 'items', result.items);
  if (isLong(params?.diagnostics)) return withList(message, 'params', 'diagnostics', params.diagnostics);
  return Buffer.from(JSON.stringify(message));
}

/** Only findings have all of this; suggestions, which are `items` too, do not. */
function isLong(list: unknown): list is Diagnostic[] {
  if (!Array.isArray(list) || list.length < LONG) return false;
  const { range, message } = list[0] as Partial<Diagnostic>;
  return range !== undefined && message !== undefined;
}

/** The list is written last, behind everything else of its object, which is the last of the message. */
function withList(message: object, part: 'result' | 'params', list: string, findings: readonly Diagnostic[]): Buffer {
  const { [part]: object, ...rest } = message as Record<string, object>;
  const { [list]: _, ...others } = object as Record<string, unknown>;
  const head = JSON.stringify({ ...rest, [part]: others }).slice(0, -2);
  const comma = head.endsWith('{') ? '' : ',';
  const pieces: Buffer[] = [Buffer.from(`${head}${comma}"${list}":[`)];
  findings.forEach((finding, i) => {
    if (i > 0) pieces.push(COMMA);
    let bytes = BYTES.get(finding);
    if (!bytes) {
      bytes = Buffer.from(JSON.stringify(finding));
      BYTES.set(finding, bytes);
    }
    pieces.push(bytes);
  });
  pieces.push(END);
  return Buffer.concat(pieces);
}

/** Writes messages to a stream. */
export function writerTo(stream: NodeJS.WritableStream): StreamMessageWriter {
  return new StreamMessageWriter(stream, {
    charset: 'utf-8',
    contentTypeEncoder: { name: 'application/json', encode: (message) => Promise.resolve(bytesOf(message)) },
  });
}
