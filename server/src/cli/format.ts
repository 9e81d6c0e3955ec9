/** `encounter format`: files in their written form. */

import { realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeWhole } from '../disk/write';
import { formatText } from '../features/format';
import { optionFault } from './check';
import { bytesOf, type Complain, type Input, inputsOf, pathsFrom, reason, shownPath } from './inputs';
import { UsageError } from './usage';

interface Options {
  readonly paths: readonly string[];
  /** Say what would change, and change nothing. */
  readonly check: boolean;
}

/**
 * Writes the files that are not in their written form, and prints their paths; of standard input, the text. Returns the
 * exit code.
 */
export function format(args: readonly string[], out: (text: string) => void, say: (text: string) => void): number {
  let failed = false;
  const complain: Complain = (message) => {
    failed = true;
    say(`encounter: ${message}\n`);
  };
  const { paths, check } = readOptions(args, complain);
  let files = 0;
  let changed = 0;
  let unwritten = 0;
  for (const input of inputsOf(paths, complain)) {
    const text = textOf(input, complain);
    if (text === undefined) continue;
    const tidy = formatText(text);
    if (input.file === undefined && !check) {
      out(tidy);
      continue;
    }
    files++;
    if (tidy === text) continue;
    if (!check && !written(input, tidy, complain)) {
      unwritten++;
      continue;
    }
    changed++;
    out(`${input.path}\n`);
  }
  const of = `${files} ${files === 1 ? 'file' : 'files'}`;
  const did = [
    ...(changed > 0 ? [`${changed} ${check ? 'to change' : 'changed'}`] : []),
    ...(unwritten > 0 ? [`${unwritten} not written`] : []),
  ];
  if (files > 0) say(`${of}: ${did.length === 0 ? 'nothing to change' : did.join(', ')}\n`);
  if (failed) return 2;
  return check && changed > 0 ? 1 : 0;
}

/** The text of an input with its byte-order mark. What would be lost in writing it back is said, and nothing given. */
function textOf(input: Input, complain: Complain): string | undefined {
  try {
    const bytes = bytesOf(input);
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      if (!text.includes('\0')) return text;
      complain(
        `${input.path}: left as it is: it is not saved as UTF-8, by its many characters U+0000. Save it so first`,
      );
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      complain(`${input.path}: left as it is: it holds bytes that are not UTF-8, which would be lost`);
    }
  } catch (error) {
    complain(`${input.path}: ${reason(error)}`);
  }
  return undefined;
}

function written({ path, file }: Input, text: string, complain: Complain): boolean {
  try {
    writeWhole(realpathSync(file!), text);
    return true;
  } catch (error) {
    complain(`${path}: not written: ${reason(error, 'written')}`);
    return false;
  }
}

const OPTIONS = { check: { type: 'boolean' }, 'files-from': { type: 'string' } } as const;

function readOptions(args: readonly string[], complain: Complain): Options {
  const { values, positionals } = parse(args);
  const paths = [...positionals];
  const check = values.check ?? false;
  const list = values['files-from'];
  if (list !== undefined) {
    try {
      paths.push(...pathsFrom(list));
    } catch (error) {
      complain(`--files-from ${shownPath(list)}: ${reason(error)}`);
    }
    if (list === '-' && paths.includes('-'))
      throw new UsageError('standard input cannot be both a file and the list of files');
  } else if (paths.length === 0) throw new UsageError('format: name a file or a folder, or - for standard input');
  if (!check && paths.includes('-') && paths.some((path) => path !== '-'))
    throw new UsageError('format: standard input goes to standard output, so no other file can go with it');
  return { paths, check };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(optionFault(error, Object.keys(OPTIONS)));
  }
}
