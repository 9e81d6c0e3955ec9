/**
 * A client for measuring a language server over standard input and output. Messages are made into bytes before the clock
 * starts, and a reply's time is that of its last byte, before it is parsed: the client's own work is in no figure.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** One message as it came in. */
export interface Frame {
  /** When its last byte was here, in ms of `performance.now()`. */
  readonly at: number;
  readonly body: Buffer;
}

/** What a message is, as far as the client looks; the rest is parsed by who wants it. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const HEADER_END = Buffer.from('\r\n\r\n');
/** No answer in this time, in ms: the server is given up. */
const PATIENCE = 120_000;

export function bytesOf(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

export class Client {
  private nextId = 1;
  private pieces: Buffer[] = [];
  private held = 0;
  /** Bytes that the message at hand needs in all, once its header is read. */
  private needed = 0;
  private headerLength = 0;
  private wanted: ((frame: Frame) => boolean) | undefined;
  private failed: ((error: Error) => void) | undefined;

  private constructor(private readonly child: ChildProcess) {
    child.stdout!.on('data', (data: Buffer) => this.take(data, performance.now()));
    child.on('exit', (code) => this.failed?.(new Error(`the server ended with ${code}`)));
  }

  /** @param script a server bundle, run on this Node. */
  static start(script: string, args: readonly string[] = ['--stdio'], node: readonly string[] = []): Client {
    return new Client(spawn(process.execPath, [...node, script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  private take(data: Buffer, at: number): void {
    this.pieces.push(data);
    this.held += data.length;
    while (this.held > 0) {
      if (this.needed === 0) {
        const all = this.joined();
        const end = all.indexOf(HEADER_END);
        if (end < 0) return;
        const length = /content-length: *(\d+)/i.exec(all.toString('latin1', 0, end));
        this.headerLength = end + HEADER_END.length;
        this.needed = this.headerLength + Number(length![1]);
      }
      if (this.held < this.needed) return;
      const all = this.joined();
      const body = all.subarray(this.headerLength, this.needed);
      this.pieces = [all.subarray(this.needed)];
      this.held -= this.needed;
      this.needed = 0;
      this.deliver({ at, body });
    }
  }

  private joined(): Buffer {
    if (this.pieces.length > 1) this.pieces = [Buffer.concat(this.pieces)];
    return this.pieces[0]!;
  }

  private deliver(frame: Frame): void {
    if (this.wanted?.(frame)) return;
    // A question of the server's own. Looked at only where it can be one: answers to ours begin with an id and a result.
    const head = frame.body.toString('utf8', 0, 400);
    if (!head.includes('"method"') || !head.includes('"id"')) return;
    const { id, method, params } = parsed(frame);
    if (id === undefined || method === undefined) return;
    const items = (params as { items?: unknown[] } | undefined)?.items;
    this.child.stdin!.write(
      bytesOf({ id, result: method === 'workspace/configuration' ? items!.map(() => ({})) : null }),
    );
  }

  /** A request as bytes, and the frame that answers it. */
  request(method: string, params: unknown): { bytes: Buffer; answers: (frame: Frame) => boolean } {
    const id = this.nextId++;
    return { bytes: bytesOf({ id, method, params }), answers: answerTo(id) };
  }

  /** A notification as bytes. */
  notification(method: string, params: unknown): Buffer {
    return bytesOf({ method, params });
  }

  /** Sends bytes and waits for the frame that is wanted: how long it took, in ms, and the frame. */
  timed(bytes: Buffer, wanted: (frame: Frame) => boolean): Promise<{ ms: number; frame: Frame }> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.wanted = undefined;
        this.failed = undefined;
      };
      const timer = setTimeout(() => {
        done();
        reject(
          new Error(`no answer to ${bytes.toString('utf8', 0, 200).replace(/\s+/g, ' ')} in ${PATIENCE / 1000} s`),
        );
      }, PATIENCE);
      this.failed = (error) => {
        done();
        reject(error);
      };
      let from = 0;
      this.wanted = (frame) => {
        if (!wanted(frame)) return false;
        done();
        resolve({ ms: frame.at - from, frame });
        return true;
      };
      from = performance.now();
      this.child.stdin!.write(bytes);
    });
  }

  send(bytes: Buffer): void {
    this.child.stdin!.write(bytes);
  }

  /** Asks and gives the answer's result. */
  async ask<T>(method: string, params: unknown): Promise<{ ms: number; result: T }> {
    const { bytes, answers } = this.request(method, params);
    const { ms, frame } = await this.timed(bytes, answers);
    const { result, error } = parsed(frame);
    if (error) throw new Error(`${method}: ${error.message}`);
    return { ms, result: result as T };
  }

  /** Resident memory in MB, now and at its highest. Nothing where the system does not say. */
  memory(): { now: number; peak: number } | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)![1]) / 1024;
      return { now: mb('VmRSS'), peak: mb('VmHWM') };
    } catch {
      return undefined;
    }
  }

  /** Time on a processor so far, all threads together, in ms: what waiting for one is not in. Nothing where the system does not say. */
  processorTime(): number | undefined {
    try {
      const threads = `/proc/${this.child.pid}/task`;
      const spent = (thread: string) => Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]);
      return readdirSync(threads).reduce((sum, thread) => sum + spent(thread), 0) / 1e6;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await ended;
  }
}

export function parsed(frame: Frame): Message {
  return JSON.parse(frame.body.toString('utf8')) as Message;
}

/** Tells the answer to a request by its first bytes or its last, so that a long one is not parsed for it. */
function answerTo(id: number): (frame: Frame) => boolean {
  const mark = `"id":${id}`;
  const isAt = (text: string) => {
    const at = text.indexOf(mark);
    return at >= 0 && !/\d/.test(text[at + mark.length] ?? '') && !text.includes('"method"');
  };
  return ({ body }) =>
    isAt(body.toString('latin1', 0, 60)) || (body.length > 60 && isAt(body.toString('latin1', body.length - 60)));
}

/** What an editor like VS Code says it can do, as far as it matters here. */
export const CAPABILITIES = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } },
      contextSupport: true,
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { rangeLimit: 5000 },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
};

/** Whether an editor that asks for findings is played, or one that is sent them. */
export type Findings = 'asked' | 'sent';

export async function initialize(client: Client, findings: Findings = 'asked'): Promise<void> {
  const { diagnostic: _, ...rest } = CAPABILITIES.textDocument;
  const capabilities = findings === 'asked' ? CAPABILITIES : { ...CAPABILITIES, textDocument: rest };
  await client.ask('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities });
  client.send(client.notification('initialized', {}));
}
