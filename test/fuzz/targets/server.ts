/**
 * The language server under sequences of messages that are right, wrong, out of order, taken back, or no messages at all.
 * What it answers is what a server that has just been started answers on the same texts.
 */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic, PublishDiagnosticsParams, Range } from 'vscode-languageserver';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { Editor, positionAt } from '../../protocol/client';
import { anyInput, stretchOf, type Typed, typed } from '../mutate';
import { target } from '../target';

const FILES = ['file:///clinic/a.encounter', 'file:///clinic/b.encounter'] as const;
const folders = ['file:///clinic'];
const ANSWER_MS = 20_000;

interface Place {
  readonly at: number;
  readonly length: number;
}

/** What is asked, with parameters that fit a place in a text. */
const QUESTIONS: Readonly<Record<string, (range: Range) => object>> = {
  'textDocument/diagnostic': () => ({}),
  'textDocument/hover': ({ start }) => ({ position: start }),
  'textDocument/completion': ({ start }) => ({ position: start }),
  'textDocument/codeAction': (range) => ({ range, context: { diagnostics: [] } }),
  'textDocument/codeLens': () => ({}),
  'textDocument/documentSymbol': () => ({}),
  'textDocument/foldingRange': () => ({}),
  'textDocument/selectionRange': ({ start }) => ({ positions: [start] }),
  'textDocument/documentHighlight': ({ start }) => ({ position: start }),
  'textDocument/semanticTokens/range': (range) => ({ range }),
  'textDocument/inlayHint': (range) => ({ range }),
  'textDocument/definition': ({ start }) => ({ position: start }),
  'textDocument/references': ({ start }) => ({ position: start, context: { includeDeclaration: true } }),
  'textDocument/prepareRename': ({ start }) => ({ position: start }),
  'textDocument/rename': ({ start }) => ({ position: start, newName: 'MRN-7' }),
  'textDocument/documentLink': () => ({}),
  'textDocument/formatting': () => ({ options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/rangeFormatting': (range) => ({ range, options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/onTypeFormatting': ({ start }) => ({
    position: start,
    ch: '\n',
    options: { tabSize: 2, insertSpaces: true },
  }),
  'workspace/symbol': () => ({ query: '2026' }),
};
/** Questions that may be refused in words: what is asked cannot be done there. */
const MAY_REFUSE = new Set(['textDocument/rename', 'textDocument/prepareRename']);

const file = fc.constantFrom(...FILES);
const spot = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(200)),
});
const method = fc.constantFrom(...Object.keys(QUESTIONS));

/** Parameters that no editor sends. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(null, [], {}, { textDocument: null }, { textDocument: { uri: 7 } }),
  fc.record({ textDocument: fc.record({ uri: file }), position: fc.anything(), range: fc.anything() }),
  fc.record({
    textDocument: fc.record({ uri: file, version: fc.integer() }),
    position: fc.constantFrom<unknown>({ line: -1, character: -1 }, { line: 1e9, character: 1e9 }, { line: 0.5 }),
    range: fc.constant({ start: { line: 9, character: 9 }, end: { line: 0, character: 0 } }),
    contentChanges: fc.constantFrom<unknown>(null, [null], [{}], [{ range: {}, text: 1 }]),
  }),
);

type Step =
  | { readonly do: 'open'; readonly file: string; readonly text: string }
  | { readonly do: 'edit'; readonly file: string; readonly edits: readonly Typed[] }
  | { readonly do: 'whole'; readonly file: string; readonly text: string }
  | { readonly do: 'close'; readonly file: string }
  | {
      readonly do: 'ask';
      readonly file: string;
      readonly method: string;
      readonly place: Place;
      readonly cancel: boolean;
      readonly wait: boolean;
    }
  | { readonly do: 'nonsense'; readonly method: string; readonly params: unknown; readonly asks: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), file, text: anyInput() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      file,
      edits: fc.array(typed, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('whole' as const), file, text: anyInput() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), file }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      file,
      method,
      place: spot,
      cancel: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      wait: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('nonsense' as const),
      method: fc.oneof(
        { weight: 3, arbitrary: method },
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            'textDocument/didOpen',
            'textDocument/didChange',
            'textDocument/didClose',
            'textDocument/didSave',
            'workspace/didChangeConfiguration',
            'workspace/didChangeWatchedFiles',
            'workspace/executeCommand',
            'completionItem/resolve',
            'codeLens/resolve',
            'encounter/search',
            'encounter/page',
            'encounter/codeEdit',
            'initialized',
            'initialize',
          ),
        },
        { weight: 1, arbitrary: fc.constantFrom('no/such', '$/no/such', '', '__proto__') },
      ),
      params: nonsense,
      asks: fc.boolean(),
    }),
  },
);

/** One question as it was asked: the texts as they were then, in the order in which they were opened. */
interface Asked {
  readonly method: string;
  readonly params: object;
  readonly texts: ReadonlyMap<string, string>;
  readonly answer: Promise<unknown>;
}

const REFUSED: ReadonlySet<number> = new Set([
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
]);
const SKIPPED = Symbol('refused, as a server may');

async function inTime<T>(what: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${what}`)), ANSWER_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Without what hangs on how often a file was changed. */
function plain(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer ?? null, (key, value: unknown) =>
      key === 'version' || key === 'resultId' || key === 'data' ? undefined : value,
    ),
  );
}

/** The editor's side of a sequence. */
class Play {
  readonly texts = new Map<string, string>();
  readonly asked: Asked[] = [];
  /** Something was sent that no editor sends, so the server may have something to say in its log. */
  wronged = false;

  constructor(
    readonly editor: Editor,
    readonly allowed: readonly string[],
  ) {}

  async take(step: Step): Promise<void> {
    const { editor, texts } = this;
    switch (step.do) {
      case 'open':
        if (!this.allowed.includes(step.file)) return;
        texts.delete(step.file);
        texts.set(step.file, step.text);
        editor.open(step.text, step.file);
        return;
      case 'close':
        // Closing what is not open is among what must be borne.
        if (texts.delete(step.file)) editor.close(step.file);
        else void editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: step.file } });
        return;
      case 'edit':
        if (!texts.has(step.file)) {
          const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
          void editor.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri: step.file, version: 9 },
            contentChanges: [{ range, text: 'x' }],
          });
          return;
        }
        for (const edit of step.edits) {
          const [start, end] = stretchOf(editor.text(step.file), edit);
          editor.edit(start, end, edit.newText, step.file);
        }
        texts.set(step.file, editor.text(step.file));
        return;
      case 'whole': {
        if (!texts.has(step.file)) return;
        const text = editor.text(step.file);
        editor.edit(0, text.length, step.text, step.file);
        texts.set(step.file, step.text);
        return;
      }
      case 'ask':
        await this.ask(step);
        return;
      case 'nonsense': {
        this.wronged = true;
        // A right message among the wrong ones would change what is open behind our back.
        const changes = /did(Open|Change|Close)$/.test(step.method);
        if (step.asks) {
          const answer = editor.connection.sendRequest(step.method || 'x', step.params as object).catch(() => {});
          await inTime(`nonsense for ${step.method}`, answer);
        } else if (!changes || !isRight(step.params))
          void editor.connection.sendNotification(step.method || 'x', step.params as object);
        return;
      }
    }
  }

  private async ask({ file, method, place, cancel, wait }: Step & { do: 'ask' }): Promise<void> {
    const { editor, texts } = this;
    const text = texts.get(file) ?? '';
    const [from, to] = stretchOf(text, { ...place, newText: '' });
    const range = { start: positionAt(text, from), end: positionAt(text, to) };
    const params = { textDocument: { uri: file }, ...QUESTIONS[method]!(range) };
    const source = new CancellationTokenSource();
    const answer = editor.connection.sendRequest(method, params, source.token).catch((error: unknown) => {
      const refused = error instanceof ResponseError && (REFUSED.has(error.code) || MAY_REFUSE.has(method));
      if (refused) return SKIPPED;
      throw error;
    });
    // An answer that is looked at later must not end the run before.
    answer.catch(() => {});
    if (cancel) source.cancel();
    this.asked.push({ method, params, texts: new Map(texts), answer });
    if (wait) await inTime(method, answer);
  }
}

/** Names a file and a version, so that a server would take it for a message about an open file. */
function isRight(params: unknown): boolean {
  const named = (params as { textDocument?: { uri?: unknown } } | null)?.textDocument;
  return typeof named?.uri === 'string';
}

async function freshly(texts: ReadonlyMap<string, string>, pulls: boolean): Promise<Editor> {
  const editor = await Editor.here({ pulls, folders });
  for (const [uri, text] of texts) editor.open(text, uri);
  return editor;
}

/** Questions of a sequence whose answers are held against those of a fresh server. */
const HELD_AGAINST = 4;

async function holds(start: readonly string[], steps: readonly Step[]): Promise<void> {
  const editor = await Editor.here({ folders });
  const play = new Play(editor, FILES);
  for (const [i, text] of start.entries()) await play.take({ do: 'open', file: FILES[i]!, text });
  for (const one of steps) await play.take(one);
  const answers = await Promise.all(play.asked.map(({ method, answer }) => inTime(method, answer)));
  for (const i of spread(play.asked.length, HELD_AGAINST)) {
    const { method, params, texts } = play.asked[i]!;
    if (answers[i] === SKIPPED) continue;
    const fresh = await freshly(texts, true);
    const anew = await fresh.connection.sendRequest(method, params);
    await fresh.shutdown();
    assert.deepEqual(
      plain(answers[i]),
      plain(anew),
      `${method} ${JSON.stringify(params)} on ${JSON.stringify([...texts])}`,
    );
  }
  if (!play.wronged) assert.deepEqual(editor.log, []);
  await inTime('shutdown', editor.shutdown());
}

/** At most `most` of `count` places, the last one among them. */
function spread(count: number, most: number): number[] {
  const places = new Set<number>();
  for (let i = 1; i <= most; i++) places.add(Math.floor((count * i) / most) - 1);
  return [...places].filter((at) => at >= 0);
}

export const server = target(
  'server',
  'the server answers all it is asked, as a server just started would, whatever is sent',
  60,
  () =>
    fc.asyncProperty(
      fc.array(anyInput(), { minLength: 1, maxLength: 2 }),
      fc.array(step, { minLength: 1, maxLength: 20 }),
      holds,
    ),
);

/** Findings that are sent: every report fits the version that it names. */
async function sentFindingsFit(start: string, steps: readonly Step[]): Promise<void> {
  const uri = FILES[0];
  const editor = await Editor.here({ pulls: false, folders });
  const versions = new Map<number, string>();
  const play = new Play(editor, [uri]);
  const note = () => {
    if (play.texts.has(uri)) versions.set(editor.version(uri), editor.text(uri));
  };
  await play.take({ do: 'open', file: uri, text: start });
  note();
  for (const one of steps) {
    // Opened once, so that a version stands for one text.
    if (one.do === 'open' || one.do === 'close' || one.do === 'nonsense') continue;
    if (one.do !== 'edit') await play.take(one);
    else
      for (const edit of one.edits) {
        await play.take({ ...one, edits: [edit] });
        note();
      }
    note();
  }
  await editor.findings(uri);
  for (const { version, diagnostics } of last(editor.published, 3)) {
    const text = versions.get(version ?? 0);
    assert.ok(text !== undefined, `findings of version ${version}, which never was`);
    const fresh = await freshly(new Map([[uri, text]]), false);
    const anew: Diagnostic[] = await fresh.findings(uri);
    await fresh.shutdown();
    assert.deepEqual(plain(diagnostics), plain(anew), `version ${version} of ${JSON.stringify(text)}`);
  }
  await editor.shutdown();
}

function last(published: readonly PublishDiagnosticsParams[], count: number): PublishDiagnosticsParams[] {
  return published.filter(({ uri }) => uri === FILES[0]).slice(-count);
}

export const sent = target('sent', 'findings that are sent are those of the version they name', 40, () =>
  fc.asyncProperty(anyInput(), fc.array(step, { minLength: 1, maxLength: 12 }), sentFindingsFit),
);
