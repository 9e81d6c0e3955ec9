/** The command line, `encounter`. */

import { writeSync } from 'node:fs';
import { reason } from '../disk/reason';
import { compileLater } from '../disk/v8';
import { own } from '../text/own';
import { check, didYouMean } from './check';
import { HELP, UsageError } from './usage';

type Run = (args: readonly string[], out: (text: string) => void, say: (text: string) => void) => number | undefined;

/** Commands beside `check` are loaded when called: a batch starts without them. */
const COMMANDS: Readonly<Record<string, Run>> = {
  check,
  format: (args, out, say) => (require('./format') as typeof import('./format')).format(args, out, say),
  explain: (args, out) => (require('./explain') as typeof import('./explain')).explain(args, out),
  rules: (args, out) => (require('./rules') as typeof import('./rules')).rules(args, out),
  lsp: (args) => (require('./lsp') as typeof import('./lsp')).lsp(args),
};

/** Writes all of a text, also into a pipe that is read slowly. A reader that went away ends the output, not the run. */
function writer(fd: 1 | 2): (text: string) => void {
  let open = true;
  return (text) => {
    if (!open || text === '') return;
    const bytes = Buffer.from(text);
    let at = 0;
    while (at < bytes.length) {
      try {
        at += writeSync(fd, bytes, at);
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === 'EAGAIN') continue;
        // A socket says it in its own way where it was closed with text unread.
        open = false;
        if (code === 'EPIPE' || code === 'ECONNRESET' || fd === 2) return;
        throw new OutputError(error);
      }
    }
  };
}

/** Standard output takes no more, for a reason that a person can do something about. */
class OutputError extends Error {
  constructor(error: unknown) {
    super(`the output could not be written: ${reason(error, 'written')}`);
  }
}

function main(args: readonly string[]): number | undefined {
  const out = writer(1);
  const say = writer(2);
  const [command, ...rest] = args;
  try {
    if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
      out(HELP['']!);
      return command === undefined ? 2 : 0;
    }
    if (command === '--version' || command === '-v') {
      out((require('./version') as typeof import('./version')).version());
      return 0;
    }
    const run = own(COMMANDS, command);
    if (!run) throw new UsageError(`there is no command ${command}${didYouMean(command, Object.keys(COMMANDS))}`);
    if (rest.includes('--help') || rest.includes('-h')) {
      out(HELP[command]!);
      return 0;
    }
    return run(rest, out, say);
  } catch (error) {
    if (error instanceof OutputError) say(`encounter: ${error.message}\n`);
    else if (error instanceof UsageError) say(`encounter: ${error.message}\nencounter --help says what there is.\n`);
    else
      say(
        `encounter: something went wrong inside (${error instanceof Error ? error.name : 'unknown'}); please report this\n`,
      );
    return 2;
  }
}

// Node would write the error's own words, which may be those of a file.
process.on('uncaughtException', (error) => {
  const message =
    error instanceof OutputError ? error.message : `something went wrong inside (${error.name}); please report this`;
  writer(2)(`encounter: ${message}\n`);
  process.exit(2);
});

compileLater();
const code = main(process.argv.slice(2));
if (code !== undefined) process.exitCode = code;
