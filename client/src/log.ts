import type { LogOutputChannel } from 'vscode';

/** The log as this file has to know it: what it writes, and nothing of VS Code, so that it can be tried without. */
type Written = Pick<
  LogOutputChannel,
  'trace' | 'debug' | 'info' | 'warn' | 'error' | 'append' | 'appendLine' | 'replace'
>;

/**
 * A line of the log as it may be kept: VS Code writes the log to disk. What the library adds below a line are the contents
 * of messages, of encounters that is, and the words of refusals, which may name a patient. Of these only the places in the
 * code stay.
 */
export function withoutContents(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  // A message by itself, in the form of one: all of it is contents.
  if (/^\s*[[{]/.test(first)) return '';
  return [first, ...rest.filter((line) => /^ {4}at [^"]*:\d+:\d+\)?$/.test(line))].join('\n');
}

/** The same log for the library, which never writes the contents of a message into it, whatever the settings say. */
export function logWithoutContents<T extends Written>(log: T): T {
  const write =
    (method: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'append' | 'appendLine' | 'replace') =>
    (message: string | Error) => {
      const text = withoutContents(message instanceof Error ? wordsOf(message) : message);
      if (text !== '') log[method](text);
    };
  const methods = {
    trace: write('trace'),
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    append: write('append'),
    appendLine: write('appendLine'),
    replace: write('replace'),
  };
  return new Proxy({} as T, {
    get: (_, name) => {
      if (Object.hasOwn(methods, name)) return methods[name as keyof typeof methods];
      const value: unknown = Reflect.get(log, name);
      return typeof value === 'function' ? value.bind(log) : value;
    },
  });
}

/** What kind of error it is and where it was thrown; its own words may be those of a file. */
function wordsOf(error: Error): string {
  const { code } = error as { code?: unknown };
  const kind = typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
  return `${kind}\n${error.stack ?? ''}`;
}
