import { UsageError } from './usage';

/**
 * `encounter lsp --stdio`: the language server, for editors. It ends when the editor says so, or when the editor's process
 * does, whose number some give as `--clientProcessId`.
 */
export function lsp(args: readonly string[]): undefined {
  const others = args.filter((arg) => arg !== '--stdio' && !/^--clientProcessId(?:=\d+)?$|^\d+$/.test(arg));
  if (others.length > 0) throw new UsageError(`lsp: cannot use ${others[0]}; it takes --stdio`);
  if (!args.includes('--stdio')) throw new UsageError('lsp: expected --stdio');
  require('../lsp/main.node');
}
