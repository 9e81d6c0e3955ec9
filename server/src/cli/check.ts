import { parseArgs } from 'node:util';
import { Workspace } from '../engine/workspace';
import { dayNumber, defaultSettings } from '../model/settings';
import { RULES } from '../rules/registry';
import { nearest } from '../text/nearest';
import { fixFiles } from './fix';
import { inputsOf, pathsFrom, readInput, reason, shownPath } from './inputs';
import { FORMATS, type Format } from './output/formats';
import { newSummary, reportFile, type Summary } from './output/report';
import { UsageError } from './usage';

interface Options {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly maxWarnings: number;
  readonly separate: boolean;
  readonly fix: boolean;
  readonly today: number;
}

/** `encounter check`. Returns the exit code. */
export function check(args: readonly string[], out: (text: string) => void, say: (text: string) => void): number {
  let unreadable = false;
  const complain = (message: string) => {
    unreadable = true;
    say(`encounter: ${message}\n`);
  };
  const options = readOptions(args, complain);
  const inputs = inputsOf(options.paths, complain);
  const { format } = options;
  const summary = newSummary();
  let faults = 0;
  const newWorkspace = () =>
    new Workspace({
      rules: RULES,
      settings: defaultSettings(options.today),
      keepFixes: true,
      onFault: (rule) => {
        faults++;
        say(`encounter: the rule ${rule} failed and found nothing; please report this\n`);
      },
    });

  let first = true;
  const print = (workspace: Workspace, path: string) => {
    out((first ? '' : (format.between ?? '')) + format.file(reportFile(workspace, path, summary)));
    first = false;
  };

  out(format.before ?? '');
  if (options.separate) {
    for (const input of inputs) {
      const workspace = newWorkspace();
      try {
        workspace.setText(input.path, readInput(input));
      } catch (error) {
        complain(`${input.path}: ${reason(error)}`);
        continue;
      }
      workspace.check();
      if (options.fix) fixFiles(workspace, [input], say, complain);
      print(workspace, input.path);
    }
  } else {
    const workspace = newWorkspace();
    const read: string[] = [];
    for (const input of inputs) {
      try {
        workspace.setText(input.path, readInput(input));
        read.push(input.path);
      } catch (error) {
        complain(`${input.path}: ${reason(error)}`);
      }
    }
    workspace.check();
    if (options.fix) {
      const known = new Set(read);
      fixFiles(
        workspace,
        inputs.filter((input) => known.has(input.path)),
        say,
        complain,
      );
    }
    for (const path of read) print(workspace, path);
  }
  out(format.after?.(summary) ?? '');
  if (format.summary) say(inWords(summary));
  if (unreadable || faults > 0) return 2;
  return summary.errors > 0 || summary.warnings > options.maxWarnings ? 1 : 0;
}

function readOptions(args: readonly string[], complain: (message: string) => void): Options {
  const { values, positionals } = parse(args);
  const newFormat = FORMATS[values.format ?? 'text'];
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
  const paths = [...positionals];
  if (values['files-from'] !== undefined) {
    try {
      paths.push(...pathsFrom(values['files-from']));
    } catch (error) {
      complain(`--files-from ${shownPath(values['files-from'])}: ${reason(error)}`);
    }
    if (values['files-from'] === '-' && paths.includes('-'))
      throw new UsageError('standard input cannot be both a file and the list of files');
  } else if (paths.length === 0) throw new UsageError('check: name a file or a folder, or - for standard input');
  if (values.fix && paths.includes('-')) throw new UsageError('--fix: standard input cannot be fixed; name files');
  return {
    paths,
    format: newFormat(),
    maxWarnings,
    separate: values.separate ?? false,
    fix: values.fix ?? false,
    today: today(values.today),
  };
}

function today(value: string | undefined): number {
  if (value === undefined) return dayNumber(new Date());
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  const date = match ? new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : undefined;
  if (!match || !date || date.getMonth() + 1 !== Number(match[2]))
    throw new UsageError(`--today ${value}: expected a date such as 2026-03-03`);
  return dayNumber(date);
}

const OPTIONS = {
  format: { type: 'string' },
  'max-warnings': { type: 'string' },
  separate: { type: 'boolean' },
  fix: { type: 'boolean' },
  today: { type: 'string' },
  'files-from': { type: 'string' },
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
