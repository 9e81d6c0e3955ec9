/**
 * The coder's own tables for a server that must never wait: what is ready is given at once; an index that has to be
 * built is built beside, and whoever asked is told when it is there.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OwnTables } from '../engine/config';
import { PairIndex } from '../guidance/pair-index';
import {
  buildIndex,
  type EditFileProblem,
  editionOf,
  type Opened,
  openIndex,
  openUnitLimits,
  stampOfFiles,
} from './edit-files';
import { reason } from './reason';

export interface FoundTables {
  readonly tables: OwnTables;
  /** Files that were refused; the built-in tables stay in force. */
  readonly problems: readonly (EditFileProblem & { readonly key: 'edits' | 'unitLimits' })[];
  /** Changes when what is found does. */
  readonly stamp: string;
}

interface Build {
  readonly stamp: number;
  /** Nothing while it is being built. */
  result: Opened<PairIndex> | undefined;
}

export class OwnTableFinder {
  private readonly builds = new Map<string, Build>();

  /** @param onReady told when something that was asked for is there now, or was refused. */
  constructor(private readonly onReady: () => void) {}

  find(edits: readonly string[], unitLimits: string | undefined): FoundTables {
    const problems: (EditFileProblem & { key: 'edits' | 'unitLimits' })[] = [];
    const tables: { -readonly [K in keyof OwnTables]: OwnTables[K] } = {};
    let stamp = '';
    if (edits.length > 0) {
      const pairs = this.pairs(edits);
      if (pairs && 'table' in pairs) tables.pairs = pairs.table;
      else if (pairs) problems.push({ ...pairs.problem, key: 'edits' });
      stamp += `pairs ${pairs ? stampOrNone(edits) : 'building'}\n`;
    }
    if (unitLimits !== undefined) {
      const limits = openUnitLimits(unitLimits);
      if ('table' in limits) tables.unitLimits = limits.table;
      else problems.push({ ...limits.problem, key: 'unitLimits' });
      stamp += `limits ${stampOrNone([unitLimits])}\n`;
    }
    return { tables, problems, stamp: stamp + JSON.stringify(problems) };
  }

  private pairs(paths: readonly string[]): Opened<PairIndex> | undefined {
    const ready = openIndex(paths);
    if (ready) return { table: ready };
    let stamp: number;
    try {
      stamp = stampOfFiles(paths);
    } catch (error) {
      const path = paths.find((one) => !existsSync(one)) ?? paths[0]!;
      return { problem: { path, line: undefined, message: reason(error) } };
    }
    const key = paths.join('\n');
    const known = this.builds.get(key);
    if (known?.stamp === stamp) return known.result;
    const build: Build = { stamp, result: undefined };
    this.builds.set(key, build);
    inBackground(paths, (built) => {
      build.result = 'table' in built ? { table: new PairIndex(built.table, editionOf(paths)) } : built;
      this.onReady();
    });
    return undefined;
  }
}

function inBackground(paths: readonly string[], done: (built: Opened<ArrayBuffer>) => void): void {
  const script = join(__dirname, 'index-worker.js');
  if (!existsSync(script)) {
    // Not bundled, as in tests: built here, after what is under way.
    setImmediate(() => done(buildIndex(paths)));
    return;
  }
  const worker = new Worker(script, { workerData: [...paths] });
  let answered = false;
  const answer = (built: Opened<ArrayBuffer>) => {
    if (!answered) done(built);
    answered = true;
  };
  const failed = () =>
    answer({ problem: { path: paths[0] ?? '', line: undefined, message: 'its index could not be built' } });
  worker.once('message', answer);
  worker.once('error', failed);
  worker.once('exit', failed);
  worker.unref();
}

function stampOrNone(paths: readonly string[]): string {
  try {
    return String(stampOfFiles(paths));
  } catch {
    return 'none';
  }
}
