/** A document that is open in a server: keys typed into it, each with the findings that must come of it. */

import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import { bytesOf, type Client, type Findings, type Frame, parsed } from './client';

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** What must be found after an edit: a finding of one of these rules on this line, or none. */
export interface Expected {
  readonly line: number;
  readonly rules: readonly string[];
  readonly found: boolean;
}

export interface Answer {
  readonly ms: number;
  readonly items: readonly Diagnostic[];
}

export class Document {
  private version = 1;
  private resultId: string | undefined;
  private items: readonly Diagnostic[] = [];

  private constructor(
    readonly client: Client,
    private readonly uri: string,
    private readonly findings: Findings,
  ) {}

  /** Opens a text, and gives how long its findings took. */
  static async open(
    client: Client,
    text: string,
    findings: Findings = 'asked',
    uri = 'file:///bench/day.encounter',
  ): Promise<{ document: Document; answer: Answer }> {
    const document = new Document(client, uri, findings);
    const textDocument = { uri, languageId: 'encounter', version: 1, text };
    const answer = await document.findingsAfter(client.notification('textDocument/didOpen', { textDocument }));
    return { document, answer };
  }

  close(): void {
    this.client.send(this.client.notification('textDocument/didClose', { textDocument: { uri: this.uri } }));
  }

  /** One edit as bytes; it counts as sent. */
  change({ range, text }: Edit): Buffer {
    this.version++;
    return this.client.notification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ range, text }],
    });
  }

  /** Makes an edit, and gives how long its findings took. They must be those that are expected. */
  async key(edit: Edit, expected?: Expected, before: readonly Buffer[] = []): Promise<Answer> {
    const answer = await this.findingsAfter(Buffer.concat([...before, this.change(edit)]));
    if (expected) verify(answer.items, expected);
    return answer;
  }

  private async findingsAfter(bytes: Buffer): Promise<Answer> {
    if (this.findings === 'sent') {
      const { version } = this;
      const { ms, frame } = await this.client.timed(bytes, (one) => isFindings(one, version));
      return { ms, items: (parsed(frame).params as { diagnostics: Diagnostic[] }).diagnostics };
    }
    const { bytes: question, answers } = this.client.request('textDocument/diagnostic', {
      textDocument: { uri: this.uri },
      ...(this.resultId === undefined ? {} : { previousResultId: this.resultId }),
    });
    const { ms, frame } = await this.client.timed(Buffer.concat([bytes, question]), answers);
    const { result, error } = parsed(frame);
    if (error) throw new Error(error.message);
    const { items, resultId } = result as { items?: Diagnostic[]; resultId?: string };
    this.resultId = resultId;
    this.items = items ?? this.items;
    return { ms, items: this.items };
  }

  /** Asks something of this document, after an edit where one is given that goes along. */
  async ask<T>(method: string, params: object, edit?: Edit): Promise<{ ms: number; result: T }> {
    const { bytes, answers } = this.question(method, params);
    const { ms, frame } = await this.client.timed(edit ? Buffer.concat([this.change(edit), bytes]) : bytes, answers);
    const { result, error } = parsed(frame);
    if (error) throw new Error(`${method}: ${error.message}`);
    return { ms, result: result as T };
  }

  question(method: string, params: object): { bytes: Buffer; answers: (frame: Frame) => boolean } {
    return this.client.request(method, { textDocument: { uri: this.uri }, ...params });
  }
}

function isFindings(frame: Frame, version: number): boolean {
  const head = frame.body.toString('utf8', 0, 300);
  if (!head.includes('textDocument/publishDiagnostics')) return false;
  const { params } = parsed(frame);
  return (params as { version?: number }).version === version;
}

function verify(items: readonly Diagnostic[], { line, rules, found }: Expected): void {
  const is = items.some(({ range, code }) => range.start.line === line && rules.includes(String(code)));
  if (is !== found) throw new Error(`line ${line + 1}: ${rules[0]} ${found ? 'was not found' : 'was still found'}`);
}

export const at = (line: number, character: number): Position => ({ line, character });
export const stretch = (start: Position, end: Position): Range => ({ start, end });

/** Cancels a request that was sent. */
export function cancel(id: number): Buffer {
  return bytesOf({ method: '$/cancelRequest', params: { id } });
}
