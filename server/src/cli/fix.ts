/** `--fix`: every safe fix, written to the files it changes. */

import { readFileSync, realpathSync } from 'node:fs';
import { writeWhole } from '../disk/write';
import { fixAll } from '../engine/fix-all';
import type { Workspace } from '../engine/workspace';
import type { Complain, Input } from './inputs';
import { decode, reason } from './inputs';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Fixes the files in the workspace and on disk. A file that cannot be written, that was changed meanwhile, or that holds
 * bytes which would be lost, is said and left as it was, on disk and in what is reported.
 */
export function fixFiles(
  workspace: Workspace,
  inputs: readonly Input[],
  say: (text: string) => void,
  complain: Complain,
): void {
  const files = new Map(inputs.flatMap(({ path, file }) => (file === undefined ? [] : [[path, file] as const])));
  const before = new Map([...files.keys()].map((path) => [path, workspace.files.get(path)!.text]));
  const { texts, fixed } = fixAll(workspace, [...files.keys()]);
  let taken = fixed.length;
  for (const [path, text] of texts) {
    try {
      const real = realpathSync(files.get(path)!);
      const bytes = readFileSync(real);
      if (!isUtf8(bytes)) throw new NotFixed('it holds bytes that are not UTF-8, which would be lost');
      if (decode(bytes) !== before.get(path))
        throw new NotFixed('it was changed on the disk meanwhile; run this again');
      const mark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? '\ufeff' : '';
      writeWhole(real, mark + text);
    } catch (error) {
      complain(`${path}: not fixed: ${error instanceof NotFixed ? error.message : reason(error, 'written')}`);
      workspace.setText(path, before.get(path)!);
      workspace.check();
      taken -= fixed.filter((one) => one.path === path).length;
    }
  }
  if (taken > 0) say(`encounter: ${taken} ${taken === 1 ? 'fix' : 'fixes'} taken\n`);
}

/** Left as it is, for a reason that is said. */
class NotFixed extends Error {}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
