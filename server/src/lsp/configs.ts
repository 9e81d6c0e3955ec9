/** Which configuration judges which file: the nearest above it, within its opened folder, over the editor's settings. */

import type { Baseline } from '../engine/baseline';
import { applyConfig, type Config, type ConfigProblem, mergeConfigs, type OwnTables } from '../engine/config';
import type { WorkspaceOptions } from '../engine/workspace';

/** A configuration and what it names, as they were read. */
export interface LoadedConfig {
  readonly uri: string;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  readonly baseline: Baseline | undefined;
  /** The coder's own tables that it names, as far as they are ready. */
  readonly tables: OwnTables;
  /** Names of the other files that were read for it, without their folders. */
  readonly names: readonly string[];
  /** The same where all that was read is the same. */
  readonly stamp: string;
}

/** The disk, where there is one. */
export interface ConfigReader {
  /** The URI of the configuration for the files of a folder, looked for no higher than `top`. Folders end with `/`. */
  find(folder: string, top: string): string | undefined;
  /**
   * Never throws: what cannot be read is a problem of it.
   * @param follow whether the files that it names are read too; else that they are not is said in it.
   */
  read(uri: string, follow: boolean): LoadedConfig;
  /** The coder's own tables that the editor's settings name, by whole paths, and what is wrong with them. */
  tables(config: Config): {
    readonly tables: OwnTables;
    readonly complaints: readonly string[];
    readonly stamp: string;
  };
  /** Tells when a table that was being built is there. */
  onReady(tell: () => void): void;
}

type Judged = Pick<WorkspaceOptions, 'settings' | 'control' | 'baseline'>;

export class Configs {
  private settings: Config = {};
  private settingsTables: OwnTables = {};
  private tablesStamp = '';
  private settingsStamp = '';
  private folders: readonly string[] = [];
  /** From a file's folder to the URI of its configuration; `''` where there is none. */
  private readonly byFolder = new Map<string, string>();
  private readonly loaded = new Map<string, LoadedConfig>();
  private readonly judged = new Map<string, Judged>();
  private judgedOn = 0;
  private trusted = true;

  constructor(private readonly reader: ConfigReader | undefined) {}

  /** The opened folders, each with `/` at its end. */
  setFolders(folders: readonly string[]): void {
    this.folders = folders;
    this.byFolder.clear();
  }

  /**
   * Whether the person trusts the opened folders. Where not, no file that one of their configurations names is read.
   * @returns whether a file may be judged otherwise now.
   */
  setTrusted(trusted: boolean): boolean {
    if (trusted === this.trusted) return false;
    this.trusted = trusted;
    return this.refresh();
  }

  /** The editor's settings. @returns whether they are other ones than before. */
  setSettings(config: Config): boolean {
    const stamp = stampOf(config);
    if (stamp === this.settingsStamp) return false;
    this.settings = config;
    this.settingsStamp = stamp;
    this.readSettingsTables();
    this.judged.clear();
    return true;
  }

  /** What the configuration of a file in an opened folder is known by; `''` where it has none. */
  keyOf(uri: string): string {
    if (!this.reader) return '';
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    let key = this.byFolder.get(folder);
    if (key === undefined) {
      let top: string | undefined;
      // Of opened folders within one another, the outermost.
      for (const one of this.folders) if (uri.startsWith(one) && !(top && top.length < one.length)) top = one;
      key = top === undefined ? '' : (this.reader.find(folder, top) ?? '');
      this.byFolder.set(folder, key);
      if (key !== '' && !this.loaded.has(key)) this.loaded.set(key, this.reader.read(key, this.trusted));
    }
    return key;
  }

  /** What a workspace is made with. @param today as yyyymmdd. */
  optionsBy(key: string, today: number): Judged {
    if (today !== this.judgedOn) {
      this.judged.clear();
      this.judgedOn = today;
    }
    let judged = this.judged.get(key);
    if (!judged) {
      const loaded = this.loaded.get(key);
      const config = loaded ? mergeConfigs(this.settings, loaded.config) : this.settings;
      const tables = { ...this.settingsTables, ...loaded?.tables };
      judged = { ...applyConfig(config, today, tables), baseline: loaded?.baseline };
      this.judged.set(key, judged);
    }
    return judged;
  }

  /** All that the files of a configuration are judged by, in words that change when it does. @param key by `keyOf`. */
  stampOf(key: string): string {
    return `${this.settingsStamp}\n${this.tablesStamp}\n${this.loaded.get(key)?.stamp ?? ''}`;
  }

  /** Looks for configurations again and reads them again. @returns whether a file may be judged otherwise now. */
  refresh(): boolean {
    const { reader } = this;
    if (!reader) return false;
    const before = new Map(this.byFolder);
    const stamps = new Map([...this.loaded].map(([uri, { stamp }]) => [uri, stamp]));
    this.byFolder.clear();
    this.loaded.clear();
    this.judged.clear();
    let changed = this.readSettingsTables();
    for (const [folder, key] of before) {
      const now = this.keyOf(folder);
      changed ||= now !== key || this.loaded.get(now)?.stamp !== stamps.get(key);
    }
    return changed;
  }

  /** @returns whether other tables are in use now. */
  private readSettingsTables(): boolean {
    const before = this.tablesStamp;
    const found = this.reader?.tables(this.settings);
    this.settingsTables = found?.tables ?? {};
    this.complaints = found?.complaints ?? [];
    this.tablesStamp = found?.stamp ?? '';
    return before !== this.tablesStamp;
  }

  /** What is wrong with the tables that the editor's settings name. */
  complaints: readonly string[] = [];

  /** The configurations in use. */
  all(): Iterable<LoadedConfig> {
    return this.loaded.values();
  }
}

function stampOf(config: Config): string {
  return JSON.stringify(config, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
