/** The model of a text by itself, without a workspace. */

import { buildEncounter, defaultsBelow } from '../../server/src/model/build';
import { type Defaults, NO_DEFAULTS } from '../../server/src/model/defaults';
import type { Encounter, EncounterHome, Place } from '../../server/src/model/encounter';
import { PatientDay } from '../../server/src/model/patient-day';
import { defaultSettings, type Settings } from '../../server/src/model/settings';
import { BlockSyntax } from '../../server/src/syntax/buffer';
import { parseBlock } from '../../server/src/syntax/parser';
import { TODAY } from './markers';

export interface ModelBlock {
  readonly syntax: BlockSyntax;
  readonly encounter: Encounter;
  readonly start: number;
  readonly end: number;
  readonly above: Defaults;
  readonly below: Defaults;
}

/** The encounters of a text, one a header, with the defaults that reach each. */
export function blocksOf(text: string, settings: Settings = defaultSettings(TODAY)): ModelBlock[] {
  const blocks: ModelBlock[] = [];
  let above: Defaults = NO_DEFAULTS;
  for (let at = 0, id = 0; at < text.length || id === 0; id++) {
    const syntax = new BlockSyntax();
    const start = at;
    at = parseBlock(text, at, id === 0, syntax);
    const below = defaultsBelow(syntax, above);
    if (id > 0) {
      const lines = text.slice(start, at).split(/\r\n|\n|\r/);
      const home: EncounterHome = {
        id,
        file: { path: 'a', hasNotes: false },
        lineCount: syntax.lineCount,
        lineText: (line) => lines[line]!,
        endsWithBreak: /[\r\n]$/.test(text.slice(start, at)),
      };
      blocks.push({ syntax, encounter: buildEncounter(syntax, home, above, settings), start, end: at, above, below });
    }
    above = below;
  }
  return blocks;
}

export const encountersOf = (text: string, settings?: Settings): Encounter[] =>
  blocksOf(text, settings).map(({ encounter }) => encounter);

/** One encounter with these lines, under some defaults. */
export function encounterWith(lines: readonly string[], above = '', settings?: Settings): Encounter {
  const body = lines.map((line) => `  ${line}\n`).join('');
  return encountersOf(`${above}encounter 2026-03-03 patient A\n${body}`, settings)[0]!;
}

export const dayOf = (encounters: readonly Encounter[], settings = defaultSettings(TODAY)): PatientDay =>
  new PatientDay(encounters, settings);

/** What stands at a place of an encounter. */
export const textAt = ({ home }: Encounter, { line, start, end }: Place): string =>
  home.lineText(line).slice(start, end);
