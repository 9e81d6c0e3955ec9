import { UsageError } from './usage';

/** `encounter lsp --stdio`: the language server, for editors. It ends when the editor says so. */
export function lsp(args: readonly string[]): undefined {
  if (args.length !== 1 || args[0] !== '--stdio') throw new UsageError('lsp: expected --stdio');
  require('../lsp/main.node');
}
