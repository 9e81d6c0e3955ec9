/** Configurations on the disk, for the server on Node. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { besideConfig, findConfig, openBaseline, readConfigFile } from '../disk/config-files';
import type { EditFileProblem } from '../disk/edit-files';
import { OwnTableFinder } from '../disk/own-tables';
import { reason } from '../disk/reason';
import type { Baseline } from '../engine/baseline';
import type { Config, ConfigPlace, ConfigProblem } from '../engine/config';
import type { ConfigReader, LoadedConfig } from './configs';

let tell: () => void = () => {};
const finder = new OwnTableFinder(() => tell());

/** Sees files alone: a folder of another scheme has no configuration. */
export const diskConfigs: ConfigReader = {
  find(folder, top) {
    const [from, to] = [pathOf(folder), pathOf(top)];
    const found = from === undefined || to === undefined ? undefined : findConfig(from, to);
    return found && pathToFileURL(found.path).href;
  },

  read(uri, follow) {
    const path = fileURLToPath(uri);
    const problems: ConfigProblem[] = [];
    const stamp = createHash('sha256');
    let baseline: Baseline | undefined;
    const names: string[] = [];
    let tables: LoadedConfig['tables'] = {};
    let config: LoadedConfig['config'] = {};
    try {
      const { beside } = findConfig(dirname(path), dirname(path)) ?? {};
      stamp
        .update(beside ?? '')
        .update('\n')
        .update(readFileSync(path));
      const read = readConfigFile(path, beside);
      config = follow ? read.config : withoutFiles(read.config);
      problems.push(...read.problems);
      for (const key of follow ? [] : NAMING_FILES) {
        if (read.config[key] === undefined || read.config[key]?.length === 0) continue;
        problems.push({ ...FIRST, under: key, ...read.at.get(key), severity: 'info', message: UNTRUSTED });
      }
      const own = finder.find(
        (config.edits ?? []).map((file) => besideConfig(path, file)),
        config.unitLimits === undefined ? undefined : besideConfig(path, config.unitLimits),
      );
      tables = own.tables;
      stamp.update(own.stamp);
      for (const file of [...(config.edits ?? []), config.unitLimits ?? ''])
        if (file !== '') names.push(basename(file));
      for (const problem of own.problems)
        problems.push({ ...FIRST, under: problem.key, ...read.at.get(problem.key), message: refusal(problem) });
      if (config.baseline !== undefined) {
        names.push(basename(config.baseline));
        const at = besideConfig(path, config.baseline);
        try {
          stamp.update(readFileSync(at));
          const opened = openBaseline(at);
          if ('baseline' in opened) baseline = opened.baseline;
          else problems.push(atBaseline(read.at.get('baseline'), opened.wrong));
        } catch (error) {
          problems.push(atBaseline(read.at.get('baseline'), `The baseline is not used: ${reason(error)}.`));
        }
      }
    } catch (error) {
      problems.push({ ...FIRST, message: `This configuration is not used: ${reason(error)}.` });
    }
    return { uri, config, problems, baseline, tables, names, stamp: stamp.digest('hex') };
  },

  tables(config) {
    const { tables, problems, stamp } = finder.find(config.edits ?? [], config.unitLimits);
    return {
      tables,
      stamp,
      complaints: problems.map((problem) => `Setting encounter.${problem.key}: ${refusal(problem)}`),
    };
  },

  onReady(callback) {
    tell = callback;
  },
};

const FIRST = { severity: 'error', line: 0, column: 0, endLine: 0, endColumn: 0, under: undefined } as const;

/** The settings of a configuration that name files. */
const NAMING_FILES = ['edits', 'unitLimits', 'baseline'] as const;
const UNTRUSTED =
  'Not used: this folder is not trusted, so no file that is named here is read. Trust the folder to use it.';

function withoutFiles({ edits: _, unitLimits: __, baseline: ___, ...config }: Config): Config {
  return config;
}

function refusal({ path, line, message }: EditFileProblem): string {
  return `${basename(path)}${line === undefined ? '' : `, line ${line}`}: ${message}. The built-in table is used.`;
}

function atBaseline(at: ConfigPlace | undefined, message: string): ConfigProblem {
  return { ...FIRST, under: 'baseline', ...at, message };
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
