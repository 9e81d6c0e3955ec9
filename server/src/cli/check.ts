import { parseArgs } from 'node:util';
import { NotABaseline, writeBaseline } from '../disk/config-files';
import type { Workspace } from '../engine/workspace';
import { dayNumber } from '../model/settings';
import { daysIn } from '../text/dates';
import { nearest } from '../text/nearest';
import { own } from '../text/own';
import { Batch } from './batch';
import { eachInput, type Input, inputsOf, pathsFrom, reason, shownPath } from './inputs';
import { Judging } from './judging';
import { FORMATS, type Format } from './output/formats';
import { newSummary, reportFile, type Summary } from './output/report';
import { UsageError } from './usage';

interface Options {
  readonly paths: readonly string[];
  /** `--files-from`: a file of paths, one a line; - for standard input. */
  readonly list: string | undefined;
  readonly format: Format;
  readonly maxWarnings: number;
  readonly separate: boolean;
  readonly fix: boolean;
  readonly today: number;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly edits: readonly string[];
  readonly unitLimits: string | undefined;
}

/** `encounter check`. Returns the exit code. */
export function check(args: readonly string[], out: (text: string) => void, say: (text: string) => void): number {
  let unreadable = false;
  const complain = (message: string) => {
    unreadable = true;
    say(`encounter: ${message}\n`);
  };
  const options = readOptions(args);
  const { format, separate } = options;
  const writing = options.writeBaseline !== undefined;
  const paths = pathsOf(options, complain);
  // Where files are judged apart and printed in any order, the first is done before the last is known.
  const inputs = separate && format.inAnyOrder ? eachInput(paths, complain) : inputsOf(paths, complain);
  const summary = newSummary();
  const judging = new Judging({ ...options, anew: writing }, say, complain);
  const batch = new Batch(judging, { fix: options.fix, keep: writing }, say, complain);

  const checked: { workspace: Workspace; path: string; file: string | undefined }[] = [];
  const read: Input[] = [];
  let first = true;
  const print = (workspace: Workspace, input: Input) => {
    if (judging.hasBaselines) read.push(input);
    out((first ? '' : (format.between ?? '')) + format.file(reportFile(workspace, input.path, summary)));
    first = false;
  };
  const keep = (workspace: Workspace, { path, file }: Input) => checked.push({ workspace, path, file });

  if (!writing) out(format.before ?? '');
  if (separate) batch.apart(inputs, writing ? keep : print);
  else batch.together(inputs, writing ? keep : print);
  if (options.writeBaseline !== undefined) {
    if (unreadable || batch.faults > 0)
      complain(`${shownPath(options.writeBaseline)}: not written, since not all was checked`);
    else writeKnown(options.writeBaseline, checked, say, complain);
    return unreadable || batch.faults > 0 ? 2 : 0;
  }
  out(format.after?.(summary) ?? '');
  if (format.summary) say(inWords(summary));
  judging.sayKnown(batch.known, read);
  if (unreadable || batch.faults > 0) return 2;
  return summary.errors > 0 || summary.warnings > options.maxWarnings ? 1 : 0;
}

/** The paths that are named, and those of the list as they come in. */
function* pathsOf({ paths, list, fix }: Options, complain: (message: string) => void): Generator<string> {
  yield* paths;
  if (list === undefined) return;
  const lines = pathsFrom(list);
  for (;;) {
    let line: IteratorResult<string>;
    try {
      line = lines.next();
    } catch (error) {
      complain(`--files-from ${shownPath(list)}: ${reason(error)}`);
      return;
    }
    if (line.done) return;
    if (line.value === '-') {
      if (list === '-') throw new UsageError('standard input cannot be both a file and the list of files');
      if (fix) throw new UsageError(NO_FIX);
    }
    yield line.value;
  }
}

const NO_FIX = '--fix: standard input cannot be fixed; name files';

function writeKnown(
  path: string,
  checked: Parameters<typeof writeBaseline>[1],
  say: (text: string) => void,
  complain: (message: string) => void,
): void {
  try {
    const findings = writeBaseline(path, checked);
    say(
      `${shownPath(path)}: ${findings} known ${findings === 1 ? 'finding' : 'findings'} written; name it with --baseline or in encounter.config.json\n`,
    );
  } catch (error) {
    complain(
      `${shownPath(path)}: not written: ${error instanceof NotABaseline ? error.message : reason(error, 'written')}`,
    );
  }
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const newFormat = own(FORMATS, values.format ?? 'text');
  if (!newFormat) {
    throw new UsageError(
      `--format ${values.format}: expected ${Object.keys(FORMATS).join(', ')}${didYouMean(values.format!, Object.keys(FORMATS))}`,
    );
  }
  let maxWarnings = Number.POSITIVE_INFINITY;
  if (values['max-warnings'] !== undefined) {
    if (!/^\d+$/.test(values['max-warnings']))
      throw new UsageError(`--max-warnings ${values['max-warnings']}: expected a whole number`);
    maxWarnings = Number(values['max-warnings']);
  }
  const list = values['files-from'];
  if (list === undefined && positionals.length === 0)
    throw new UsageError('check: name a file or a folder, or - for standard input');
  if (list === '-' && positionals.includes('-'))
    throw new UsageError('standard input cannot be both a file and the list of files');
  if (values.fix && positionals.includes('-')) throw new UsageError(NO_FIX);
  if (values.baseline !== undefined && values['write-baseline'] !== undefined)
    throw new UsageError('--baseline and --write-baseline: one run reads a baseline or writes one');
  return {
    paths: positionals,
    list,
    format: newFormat(),
    maxWarnings,
    separate: values.separate ?? false,
    fix: values.fix ?? false,
    today: today(values.today),
    config: values.config,
    baseline: values.baseline,
    writeBaseline: values['write-baseline'],
    edits: values.edits ?? [],
    unitLimits: values['unit-limits'],
  };
}

function today(value: string | undefined): number {
  if (value === undefined) return dayNumber(new Date());
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? [];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    throw new UsageError(`--today ${value}: expected a date such as 2026-03-03`);
  return year * 10000 + month * 100 + day;
}

const OPTIONS = {
  format: { type: 'string' },
  'max-warnings': { type: 'string' },
  separate: { type: 'boolean' },
  fix: { type: 'boolean' },
  today: { type: 'string' },
  config: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'files-from': { type: 'string' },
  edits: { type: 'string', multiple: true },
  'unit-limits': { type: 'string' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(optionFault(error, Object.keys(OPTIONS)));
  }
}

/** What is wrong with an option, in one line, with the nearest one there is. */
export function optionFault(error: unknown, known: readonly string[]): string {
  const { code, message } = error as { code?: string; message: string };
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const option = /'(-[^']*)'/.exec(message)?.[1] ?? '';
    return `there is no option ${option}${didYouMean(option.replace(/^-+/, ''), known, '--')}`;
  }
  const option = /'(?:-\w, )?(--[a-z-]+)/.exec(message)?.[1];
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && option) {
    return message.includes('does not take')
      ? `${option} stands alone, without a value`
      : `${option}: its value is missing`;
  }
  return message.split(/[.\n]/)[0]!.toLowerCase();
}

export function didYouMean(word: string, known: readonly string[], prefix = ''): string {
  const near = nearest(word, known);
  return near ? `; did you mean ${prefix}${near}?` : '';
}

function inWords(summary: Summary): string {
  const n = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  const of = `${n(summary.encounters, 'encounter')} in ${n(summary.files, 'file')}`;
  const found = summary.errors + summary.warnings + summary.infos + summary.hints;
  if (found === 0) return `${of}: nothing found\n`;
  return `${of}: ${n(summary.errors, 'error')}, ${n(summary.warnings, 'warning')}, ${n(summary.infos, 'info')}, ${n(summary.hints, 'hint')}\n`;
}
