/** Patients, clinicians and encounters of all files, by a few letters of an id or name, or by a date. */

import type { Block } from '../engine/block';
import type { Workspace } from '../engine/workspace';
import { count } from '../rules/kit/words';
import { encounterDate, encounterName } from './document-symbols';
import { mentionsOf } from './references';
import { dateOfDay, type Spot, spotIn } from './stretch';

export interface NamedPlace {
  readonly kind: 'patient' | 'person' | 'encounter';
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly container: string;
  readonly spot: Spot;
}

/** More than this nobody looks through; a letter more finds the rest. */
export const MOST_PLACES = 200;

/** The start of a date: 2026, 2026-03, 2026-03-0. */
const DATE = /^\d{4}(?:-\d{0,2}(?:-\d{0,2})?)?$/;

export function placesNamed(workspace: Workspace, query: string): NamedPlace[] {
  const wanted = query.trim();
  const places: NamedPlace[] = [];
  for (const name of matching(workspace.names.all('person'), wanted)) {
    if (places.length === MOST_PLACES) return places;
    const blocks = workspace.names.blocksOf('person', name);
    const place = firstMention(blocks, 'person', name);
    if (place) places.push({ kind: 'person', name, container: 'clinician or assistant', spot: place });
  }
  if (DATE.test(wanted)) {
    const digits = wanted.replaceAll('-', '');
    const keys = [...workspace.dayKeys].filter((key) => key.startsWith(digits) && dateOfDay(key) > 0);
    for (const key of keys.sort()) {
      for (const block of workspace.blocksOfDay(key)) {
        if (places.length === MOST_PLACES) return places;
        places.push(encounterPlace(workspace, block));
      }
    }
  }
  for (const name of matching(workspace.names.all('patient'), wanted.replace(/^patient /i, ''))) {
    if (places.length >= MOST_PLACES) return places;
    const blocks = workspace.names.blocksOf('patient', name);
    const first = firstMention(blocks, 'patient', name);
    if (!first) continue;
    const container = blocks.length === 1 ? encounterDate(workspace.encounterOf(blocks[0]!)) : '';
    places.push({
      kind: 'patient',
      name: `patient ${name}`,
      container: container || count(blocks.length, 'encounter'),
      spot: first,
    });
    if (wanted === '' || blocks.length === 1) continue;
    for (const block of blocks) {
      if (places.length === MOST_PLACES) return places;
      places.push(encounterPlace(workspace, block));
    }
  }
  return places;
}

function encounterPlace(workspace: Workspace, block: Block): NamedPlace {
  const encounter = workspace.encounterOf(block);
  const date = encounterDate(encounter);
  const spot = spotIn(block, encounter.headerPlace());
  return { kind: 'encounter', name: `${date} ${encounterName(encounter)}`, container: '', spot };
}

function firstMention(blocks: readonly Block[], kind: 'patient' | 'person', name: string): Spot | undefined {
  const [first] = blocks;
  const mention = first && mentionsOf(first, kind, name)[0];
  return mention && spotIn(first, mention);
}

/** Names that begin with what was typed, then those that hold it; in any case of letters. */
function matching(names: Iterable<string>, wanted: string): string[] {
  const typed = wanted.toLowerCase();
  const begin: string[] = [];
  const hold: string[] = [];
  for (const name of names) {
    const at = name.toLowerCase().indexOf(typed);
    if (at === 0) begin.push(name);
    else if (at > 0) hold.push(name);
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...begin.sort(order), ...hold.sort(order)];
}
