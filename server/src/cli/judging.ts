/** What each input file is judged by: the configuration that is given, or the nearest one above the file. */

import { dirname, relative, resolve } from 'node:path';
import {
  besideConfig,
  type ConfigFile,
  findConfig,
  fromBaseline,
  openBaseline,
  readConfigFile,
} from '../disk/config-files';
import { type EditFileProblem, type Opened, openPairs, openUnitLimits } from '../disk/edit-files';
import type { Baseline } from '../engine/baseline';
import { applyConfig, type Config, type OwnTables } from '../engine/config';
import type { WorkspaceOptions } from '../engine/workspace';
import { type Complain, type Input, reason, shownPath } from './inputs';
import { UsageError } from './usage';

/** One way of judging: files of one run with the same are judged together. */
export interface Judged extends Pick<WorkspaceOptions, 'settings' | 'control' | 'baseline'> {
  readonly config: Config;
  /** Absolute path of the configuration. */
  readonly configPath: string | undefined;
  readonly baseline?: Baseline | undefined;
  /** Where the baseline stands. */
  readonly baselinePath?: string | undefined;
}

export interface JudgingOptions {
  /** yyyymmdd. */
  readonly today: number;
  /** `--config`. */
  readonly config?: string | undefined;
  /** `--baseline`. */
  readonly baseline?: string | undefined;
  /** `--edits`: the coder's own files of pairs. */
  readonly edits: readonly string[];
  /** `--unit-limits`. */
  readonly unitLimits?: string | undefined;
  /** No baseline is used: one is being written. */
  readonly anew: boolean;
}

export class Judging {
  private readonly byFolder = new Map<string, Judged>();
  private readonly byConfig = new Map<string, Judged>();
  private readonly baselines = new Map<string, Baseline | undefined>();
  /** Tables that were read, by their kind and paths; `undefined` where a file was refused. */
  private readonly tables = new Map<string, unknown>();

  /**
   * @param say told each problem of a configuration, as `path:line:column: message`.
   * @param complain told what could not be read at all.
   */
  constructor(
    private readonly options: JudgingOptions,
    private readonly say: (text: string) => void,
    private readonly complain: Complain,
  ) {
    if (options.config === undefined) return;
    let file: ConfigFile;
    try {
      file = readConfigFile(options.config);
    } catch (error) {
      throw new UsageError(`--config ${shownPath(options.config)}: ${reason(error)}`);
    }
    const path = resolve(options.config);
    this.report(file);
    this.byConfig.set('', this.judgedBy(file.config, path));
  }

  /** Some file so far is judged with a baseline. */
  get hasBaselines(): boolean {
    return this.baselines.size > 0;
  }

  of(input: Input): Judged {
    const given = this.options.config !== undefined && this.byConfig.get('');
    if (given) return given;
    const folder = input.file === undefined ? process.cwd() : dirname(resolve(input.file));
    let judged = this.byFolder.get(folder);
    if (!judged) {
      const found = findConfig(folder);
      judged = this.byConfig.get(found?.path ?? '') ?? this.open(found);
      this.byConfig.set(found?.path ?? '', judged);
      this.byFolder.set(folder, judged);
    }
    return judged;
  }

  private open(found: ReturnType<typeof findConfig>): Judged {
    if (!found) return this.judgedBy({}, undefined);
    try {
      const file = readConfigFile(found.path, found.beside);
      this.report(file);
      return this.judgedBy(file.config, found.path);
    } catch (error) {
      this.complain(`${here(found.path)}: ${reason(error)}`);
      return this.judgedBy({}, found.path);
    }
  }

  private report({ path, problems, usable }: ConfigFile): void {
    for (const { line, column, message } of problems) this.say(`${here(path)}:${line + 1}:${column + 1}: ${message}\n`);
    if (!usable) this.complain(`${here(path)}: nothing of it could be used`);
  }

  private judgedBy(config: Config, configPath: string | undefined): Judged {
    const { today, baseline, anew } = this.options;
    const named = config.baseline !== undefined && configPath !== undefined;
    const baselinePath = anew
      ? undefined
      : baseline !== undefined
        ? resolve(baseline)
        : named
          ? besideConfig(configPath, config.baseline!)
          : undefined;
    return {
      ...applyConfig(config, today, this.ownTables(config, configPath)),
      config,
      configPath,
      baseline: baselinePath === undefined ? undefined : this.baselineAt(baselinePath),
      baselinePath,
    };
  }

  /** The coder's own tables. A file that is refused is said, with its line, and the built-in table stays in force. */
  private ownTables(config: Config, configPath: string | undefined): OwnTables {
    const beside = (file: string) => (configPath === undefined ? file : besideConfig(configPath, file));
    const edits =
      this.options.edits.length > 0 ? this.options.edits.map((file) => resolve(file)) : config.edits?.map(beside);
    const limits =
      this.options.unitLimits !== undefined
        ? resolve(this.options.unitLimits)
        : config.unitLimits !== undefined
          ? beside(config.unitLimits)
          : undefined;
    const pairs =
      edits && edits.length > 0 ? this.table(['pairs', ...edits].join('\n'), () => openPairs(edits)) : undefined;
    const unitLimits =
      limits === undefined ? undefined : this.table(['unit limits', limits].join('\n'), () => openUnitLimits(limits));
    return { ...(pairs && { pairs }), ...(unitLimits && { unitLimits }) };
  }

  private table<T>(key: string, open: () => Opened<T>): T | undefined {
    if (!this.tables.has(key)) {
      const opened = open();
      if ('problem' in opened) this.refuse(opened.problem);
      this.tables.set(key, 'table' in opened ? opened.table : undefined);
    }
    return this.tables.get(key) as T | undefined;
  }

  private refuse({ path, line, message }: EditFileProblem): void {
    this.complain(`${here(path)}${line === undefined ? '' : `:${line}`}: ${message}; the built-in table is used`);
  }

  private baselineAt(path: string): Baseline | undefined {
    if (this.baselines.has(path)) return this.baselines.get(path);
    let baseline: Baseline | undefined;
    try {
      const read = openBaseline(path);
      if ('baseline' in read) baseline = read.baseline;
      else this.complain(`${here(path)}:${read.line}: ${read.wrong}`);
    } catch (error) {
      this.complain(`${here(path)}: ${reason(error)}`);
    }
    this.baselines.set(path, baseline);
    return baseline;
  }

  /**
   * Says what the baselines held back, and which of their findings are gone. Asked once all is checked.
   * @param known how many findings were held back.
   */
  sayKnown(known: number, files: readonly Input[]): void {
    if (known > 0) this.say(`encounter: ${known} known ${known === 1 ? 'finding is' : 'findings are'} not shown\n`);
    for (const [path, baseline] of this.baselines) {
      const paths = files.map((input) => (input.file === undefined ? input.path : fromBaseline(path, input.file)));
      const stale = baseline?.stale(paths) ?? 0;
      if (stale > 0)
        this.say(
          `encounter: ${here(path)}: ${stale} known ${stale === 1 ? 'finding is' : 'findings are'} gone; write it again to drop ${stale === 1 ? 'it' : 'them'}\n`,
        );
    }
  }
}

/** A path as a person at this folder writes it. */
function here(path: string): string {
  return shownPath(relative(process.cwd(), resolve(path)) || '.');
}
