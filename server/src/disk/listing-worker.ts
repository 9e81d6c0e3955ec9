/** Lists the files of a folder away from the server's thread, so that no key waits for it. Nothing at the end says that it is. */

import { parentPort, workerData } from 'node:worker_threads';
import { listing, type ToList } from './folder-listing';

async function main(): Promise<void> {
  for await (const files of listing(workerData as ToList)) parentPort?.postMessage(files);
  parentPort?.postMessage(null);
}

void main();
