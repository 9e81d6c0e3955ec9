/** Files that a configuration names, read only as far as such a file can sensibly go: no larger, and no device or pipe. */

import { readFileSync, type Stats, statSync } from 'node:fs';

const MEGABYTE = 1024 * 1024;
/** Bytes at most. A quarter of pairs comes in four files of some 30 MB. */
export const MOST = { config: MEGABYTE, baseline: 64 * MEGABYTE, table: 256 * MEGABYTE } as const;

/** What is known of a file that may be read. Throws what the disk throws, and EFBIG or ENOTFILE where it may not. */
export function boundedStat(path: string, most: number): Stats {
  const stat = statSync(path);
  if (stat.isDirectory()) throw coded('EISDIR');
  if (!stat.isFile()) throw coded('ENOTFILE');
  if (stat.size > most) throw coded('EFBIG');
  return stat;
}

export function readBounded(path: string, most: number): Buffer {
  boundedStat(path, most);
  return readFileSync(path);
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
