import type { Target } from '../target';
import { edits } from './edits';
import { fixes } from './fixes';
import { formatter } from './formatter';
import { growth } from './growth';
import { parser } from './parser';
import { sent, server } from './server';

export const TARGETS: readonly Target[] = [parser, edits, formatter, fixes, server, sent, growth];

/** The seed that was asked for, else a new one. */
export function newSeed(): number {
  const asked = process.env.ENCOUNTER_SEED;
  return asked === undefined || asked === '' ? Math.floor(Math.random() * 0x7fffffff) : Number(asked) | 0;
}
