/**
 * Code runs slowly until it has run often. While nobody waits, days of our own are checked bit by bit, so that the first
 * file opens, and the first keys in it are answered, as fast as all later ones.
 */

import { Workspace } from '../engine/workspace';
import { defaultSettings } from '../model/settings';
import { RULES } from '../rules/registry';
import { reportOf } from './shown';

const CODES = ['97110', '97112', '97116', '97140', '97530'];
const PAYERS = ['medicare', 'commercial', 'medicaid', 'workers-comp'];
/** Bits of work: one takes about a millisecond, the first ones some more. */
const BITS = 120;
const DAY = '2026-03-03';
const PATH = 'warm-up';

/** @param later runs a function soon, after the messages that have come in by then. */
export function warmUp(later: (run: () => void) => void, workspace = newWorkspace()): void {
  let bit = 0;
  const next = () => {
    // A fault would be one of a rule, and is told of where a person's file meets it.
    try {
      checkDay(workspace, bit);
    } catch {
      return;
    }
    if (++bit < BITS) later(next);
  };
  later(next);
}

function newWorkspace(): Workspace {
  return new Workspace({ rules: RULES, settings: defaultSettings(Number(DAY.replaceAll('-', ''))) });
}

/** Opens a small day, types into it, and makes its findings ready to be sent. Each day differs a little from the one before. */
function checkDay(workspace: Workspace, bit: number): void {
  const lines = ['clinician "A. Example, PT"', 'discipline PT'];
  for (let i = 0; i < 5; i++) lines.push(...encounter(i, bit));
  workspace.setText(PATH, `${lines.join('\n')}\n`);
  workspace.check();
  reportOf(workspace, PATH, { related: true });
  const line = lines.length - 1;
  const character = lines[line]!.length;
  for (const [from, to] of [
    ['1', '9'],
    ['9', '1'],
  ]) {
    const start = { line, character: character - from!.length };
    workspace.edit(PATH, { start, end: { line, character }, newText: to! });
    workspace.check();
  }
}

function encounter(i: number, bit: number): string[] {
  const n = bit * 5 + i;
  const code = CODES[n % CODES.length]!;
  const other = CODES[(n + 2) % CODES.length]!;
  const at = (minutes: number) =>
    `${String(8 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const first = i * 60;
  const second = first + 8 + (n % 22);
  const end = second + 9 + (n % 13);
  const isGroup = n % 3 === 0;
  return [
    '',
    `encounter ${DAY} patient P-${i}`,
    `  payer ${PAYERS[n % PAYERS.length]}`,
    '  dx M54.50',
    '  goal "Walk 200 m without a rail"',
    `  ${at(first)}-${at(second)}  ${code}  one-on-one`,
    isGroup ? `  ${at(second)}-${at(end)}  97150  group of 3` : `  ${at(second)}-${at(end)}  ${other}  one-on-one`,
    '  S: Steadier after the walk.',
    '  O: Did five of seven tasks with one cue.',
    `  bill ${isGroup ? '97150' : other}-GP x1`,
    `  bill ${code}${isGroup && n % 2 === 0 ? '-59' : ''}-GP x1`,
  ];
}
