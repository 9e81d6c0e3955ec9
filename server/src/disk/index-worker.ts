/** Builds an index of pairs away from the server's thread, so that no key waits for it. */

import { parentPort, workerData } from 'node:worker_threads';
import { buildIndex } from './edit-files';

const built = buildIndex(workerData as string[]);
parentPort?.postMessage(built, 'table' in built ? [built.table] : []);
