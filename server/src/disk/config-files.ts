/** Configurations and baselines on disk: where they are found, and what they hold. */

import { lstatSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Baseline, type Hash, readBaseline } from '../engine/baseline';
import { CONFIG_NAMES, type ConfigProblem, type ReadConfig, readConfig } from '../engine/config';
import type { Workspace } from '../engine/workspace';
import { MOST, readBounded } from './bounded';
import { crypto } from './crypto';
import { writeWhole } from './write';

const hash: Hash = (text) => crypto().createHash('sha256').update(text).digest('hex');

export interface ConfigFile extends ReadConfig {
  readonly path: string;
}

/**
 * The path of the configuration for the files of a folder: in it, or in the nearest folder above. Its other name too
 * where that stands beside it. @param top the last folder that is looked in; all of them where there is none.
 */
export function findConfig(folder: string, top?: string): { path: string; beside: string | undefined } | undefined {
  const last = top === undefined ? undefined : resolve(top);
  for (let at = resolve(folder); ; at = dirname(at)) {
    const [path, beside] = CONFIG_NAMES.map((name) => join(at, name)).filter(isThere);
    if (path !== undefined) return { path, beside };
    if (at === last || at === dirname(at)) return undefined;
  }
}

/** Something has the name, and is no folder. A link that leads nowhere counts: that it cannot be read is then said. */
function isThere(path: string): boolean {
  try {
    const itself = lstatSync(path, { throwIfNoEntry: false });
    return itself !== undefined && !(itself.isSymbolicLink() ? isFolder(path) : itself.isDirectory());
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Reads a configuration. Throws what the disk throws. @param beside a second one in its folder, which is said. */
export function readConfigFile(path: string, beside?: string): ConfigFile {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBounded(path, MOST.config));
  const read = readConfig(text);
  return { ...read, path, problems: beside === undefined ? read.problems : [besides(path, beside), ...read.problems] };
}

function besides(path: string, beside: string): ConfigProblem {
  const [used, unused] = [path, beside].map((one) => one.slice(one.lastIndexOf(sep) + 1));
  const message = `Two configurations in one folder: ${used} is used, ${unused} is not. Keep one of them.`;
  return { severity: 'warning', message, line: 0, column: 0, endLine: 0, endColumn: 0, under: undefined };
}

/** A file that a configuration names, as a path. */
export function besideConfig(config: string, named: string): string {
  return resolve(dirname(config), named);
}

/** A path as a baseline knows it: from the baseline's folder, with `/` between its parts. */
export function fromBaseline(baseline: string, path: string): string {
  return relative(dirname(resolve(baseline)), resolve(path))
    .split(sep)
    .join('/');
}

export type OpenedBaseline =
  | { readonly baseline: Baseline }
  /** `line` from 1. */
  | { readonly wrong: string; readonly line: number };

/** Reads a baseline. Throws what the disk throws. */
export function openBaseline(path: string): OpenedBaseline {
  const read = readBaseline(readBounded(path, MOST.baseline).toString('utf8'), hash);
  return 'baseline' in read ? read : { wrong: read.wrong, line: read.line + 1 };
}

/** What is there is some other file: it is not written over. */
export class NotABaseline extends Error {
  override message = 'it is another kind of file, and is not written over';
}

/**
 * Writes a baseline of all that is found in these files, with the salt of the one that it takes the place of, so that
 * what stays known stays the same line. Throws what the disk throws, and {@link NotABaseline}. @returns how many findings it stands for.
 */
export function writeBaseline(
  path: string,
  files: readonly { readonly workspace: Workspace; readonly path: string; readonly file: string | undefined }[],
): number {
  let salt = crypto().randomBytes(16).toString('hex');
  let old: string | undefined;
  try {
    old = readBounded(path, MOST.baseline).toString('utf8');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
  if (old !== undefined && old.trim() !== '') {
    const read = readBaseline(old, hash);
    if ('baseline' in read) salt = read.baseline.salt;
    else if (!(old.includes('"salt"') && old.includes('"known"'))) throw new NotABaseline();
  }
  const named = files.map(({ workspace, path: inWorkspace, file }) => ({
    workspace,
    path: inWorkspace,
    fromFolder: file === undefined ? inWorkspace : fromBaseline(path, file),
  }));
  const baseline = Baseline.of(salt, named, hash);
  writeWhole(path, baseline.text());
  return baseline.size;
}
