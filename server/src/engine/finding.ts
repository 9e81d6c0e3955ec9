import type { Place } from '../model/encounter';
import type { RuleId } from '../rules/kit/ids';
import type { Fix, Severity } from '../rules/kit/rule';
import type { Block } from './block';

/** A finding as the engine keeps it: lines are those of its block. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly sources: readonly string[];
  readonly block: Block;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Sessions and claim lines it is about, as `lineKey`s. */
  readonly about: readonly number[];
  readonly related: readonly { readonly block: Block; readonly place: Place; readonly message: string }[];
  /** There where the check was asked to keep fixes. */
  readonly fixes: readonly Fix[];
}

/** A session or claim line of the workspace as one number. */
export function lineKey(blockId: number, line: number): number {
  return blockId * 1048576 + line;
}
