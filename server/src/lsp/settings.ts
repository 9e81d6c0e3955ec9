/** The settings an editor sends, read so that no value can do harm. */

import { type Config, readEditorConfig } from '../engine/config';
import { CHECK_MODES, type CheckMode, LEAST_PAUSE, MOST_PAUSE } from './calm';

/** The server's own settings, by the names they have below `encounter.` in an editor. */
interface OwnSettings {
  /** The largest file that is checked, in megabytes. */
  readonly maxFileSize: number;
  /** All files of the opened folders are checked, and not the open ones alone. */
  readonly checkFolder: boolean;
  /** So many findings of a file are shown at most; 0: all. */
  readonly maxFindings: number;
  /** When findings that were not there before are shown. */
  readonly check: CheckMode;
  /** The pause that `afterPause` waits for, in seconds. */
  readonly checkPause: number;
  readonly 'inlayHints.sessionMinutes': boolean;
  readonly 'inlayHints.supportedUnits': boolean;
}

export interface ServerSettings extends OwnSettings {
  /** What an `encounter.config.json` can say too. */
  readonly config: Config;
}

export const DEFAULT_SETTINGS: ServerSettings = {
  maxFileSize: 50,
  checkFolder: true,
  maxFindings: 1000,
  check: 'whileTyping',
  checkPause: 1,
  'inlayHints.sessionMinutes': true,
  'inlayHints.supportedUnits': true,
  config: {},
};

interface Reader<T> {
  /** What a good value is, for whoever wrote a bad one. */
  readonly expects: string;
  /** The value, or nothing where it is none. */
  read(value: unknown): T | undefined;
}

const SWITCH: Reader<boolean> = {
  expects: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

const READERS: { readonly [K in keyof OwnSettings]: Reader<OwnSettings[K]> } = {
  maxFileSize: {
    expects: 'a number from 1 to 50 (megabytes)',
    read: (value) => (typeof value === 'number' && value > 0 && value <= 50 ? value : undefined),
  },
  maxFindings: {
    expects: 'a whole number from 0 (all) to 100000',
    read: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : undefined,
  },
  check: {
    expects: CHECK_MODES.join(', '),
    read: (value) => CHECK_MODES.find((mode) => mode === value),
  },
  checkPause: {
    expects: `a number from ${LEAST_PAUSE} to ${MOST_PAUSE} (seconds)`,
    read: (value) => (typeof value === 'number' && value >= LEAST_PAUSE && value <= MOST_PAUSE ? value : undefined),
  },
  checkFolder: SWITCH,
  'inlayHints.sessionMinutes': SWITCH,
  'inlayHints.supportedUnits': SWITCH,
};

export interface ReadSettings {
  readonly settings: ServerSettings;
  /** One line for each setting that cannot be used; its last good value stays. */
  readonly complaints: readonly string[];
}

/** Reads the `encounter` section. What is not given has its default; what is bad keeps its last good value. */
export function readSettings(section: unknown, last: ServerSettings): ReadSettings {
  const given = typeof section === 'object' && section !== null ? (section as Record<string, unknown>) : {};
  const settings: Record<string, unknown> = {};
  const complaints: string[] = [];
  for (const name of Object.keys(READERS) as (keyof OwnSettings)[]) {
    const value = valueAt(given, name);
    if (value === undefined || value === null) {
      settings[name] = DEFAULT_SETTINGS[name];
      continue;
    }
    const read = READERS[name].read(value);
    settings[name] = read ?? last[name];
    if (read === undefined)
      complaints.push(
        `Setting encounter.${name} is ${shown(value)}; expected ${READERS[name].expects}. ${last[name]} stays in use.`,
      );
  }
  const read = readEditorConfig(section);
  complaints.push(...read.complaints);
  const config: Record<string, unknown> = { ...read.config };
  for (const [name, value] of Object.entries(last.config)) {
    const isGiven = given[name] !== undefined && given[name] !== null;
    if (isGiven && config[name] === undefined) config[name] = value;
  }
  return { settings: { ...settings, config } as unknown as ServerSettings, complaints };
}

/** A setting by its name; between its dots it is a value within a value, or one by the whole name. */
function valueAt(given: Readonly<Record<string, unknown>>, name: string): unknown {
  if (given[name] !== undefined) return given[name];
  let value: unknown = given;
  for (const part of name.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  return value;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
