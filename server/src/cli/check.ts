import { parseArgs } from 'node:util';
import { NotABaseline, writeBaseline } from '../disk/config-files';
import { Workspace } from '../engine/workspace';
import { dayNumber } from '../model/settings';
import { RULES } from '../rules/registry';
import { nearest } from '../text/nearest';
import { fixFiles } from './fix';
import { type Input, inputsOf, pathsFrom, readInput, reason, shownPath } from './inputs';
import { type Judged, Judging } from './judging';
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
  const options = readOptions(args, complain);
  const inputs = inputsOf(options.paths, complain);
  const { format } = options;
  const summary = newSummary();
  const judging = new Judging({ ...options, anew: options.writeBaseline !== undefined }, say, complain);
  let faults = 0;
  const newWorkspace = ({ settings, control, baseline }: Judged) =>
    new Workspace({
      rules: RULES,
      settings,
      ...(control ? { control } : {}),
      baseline,
      keepFixes: true,
      onFault: (rule) => {
        faults++;
        say(`encounter: the rule ${rule} failed and found nothing; please report this\n`);
      },
    });
  const take = (workspace: Workspace, input: Input): boolean => {
    try {
      workspace.setText(input.path, readInput(input));
      return true;
    } catch (error) {
      complain(`${input.path}: ${reason(error)}`);
      return false;
    }
  };

  const checked: { workspace: Workspace; path: string; file: string | undefined }[] = [];
  const read: Input[] = [];
  let known = 0;
  let first = true;
  const print = (workspace: Workspace, input: Input) => {
    read.push(input);
    if (options.writeBaseline !== undefined) {
      checked.push({ workspace, path: input.path, file: input.file });
      return;
    }
    out((first ? '' : (format.between ?? '')) + format.file(reportFile(workspace, input.path, summary)));
    first = false;
  };

  if (options.writeBaseline === undefined) out(format.before ?? '');
  if (options.separate) {
    for (const input of inputs) {
      const workspace = newWorkspace(judging.of(input));
      if (!take(workspace, input)) continue;
      workspace.check();
      if (options.fix) fixFiles(workspace, [input], say, complain);
      known += workspace.knownFindings;
      print(workspace, input);
    }
  } else {
    // Files of different configurations cannot be judged together: there is one workspace for each.
    const groups = new Map<Judged, { workspace: Workspace; inputs: Input[] }>();
    const groupOf = new Map<Input, Workspace>();
    for (const input of inputs) {
      const judged = judging.of(input);
      let group = groups.get(judged);
      if (!group) {
        group = { workspace: newWorkspace(judged), inputs: [] };
        groups.set(judged, group);
      }
      if (!take(group.workspace, input)) continue;
      group.inputs.push(input);
      groupOf.set(input, group.workspace);
    }
    for (const { workspace, inputs } of groups.values()) {
      workspace.check();
      if (options.fix) fixFiles(workspace, inputs, say, complain);
      known += workspace.knownFindings;
    }
    for (const [input, workspace] of groupOf) print(workspace, input);
  }
  if (options.writeBaseline !== undefined) {
    if (unreadable || faults > 0)
      complain(`${shownPath(options.writeBaseline)}: not written, since not all was checked`);
    else writeKnown(options.writeBaseline, checked, say, complain);
    return unreadable || faults > 0 ? 2 : 0;
  }
  out(format.after?.(summary) ?? '');
  if (format.summary) say(inWords(summary));
  judging.sayKnown(known, read);
  if (unreadable || faults > 0) return 2;
  return summary.errors > 0 || summary.warnings > options.maxWarnings ? 1 : 0;
}

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
  if (values.baseline !== undefined && values['write-baseline'] !== undefined)
    throw new UsageError('--baseline and --write-baseline: one run reads a baseline or writes one');
  return {
    paths,
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
