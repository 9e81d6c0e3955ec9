/** Body regions as clinicians write them, for the one question whether two are the same. */

import { Is } from '../../model/code';
import type { Session } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';
import { SharedKey } from '../../model/shared';

/** Names of one region of the spine. */
const SPINE: readonly (readonly string[])[] = [
  ['cervical', 'neck'],
  ['thoracic', 'mid back', 'midback', 'upper back', 'dorsal'],
  ['lumbar', 'low back', 'lower back'],
  ['sacral', 'sacrum'],
  ['pelvic', 'pelvis', 'sacroiliac', 'si'],
];

/** Words of the spine that name no one region of it. */
const SOME_SPINE: ReadonlySet<string> = new Set(['', 'back', 'full', 'whole', 'trunk']);
/** Words that do not tell one region from another. */
const FILLERS: ReadonlySet<string> = new Set(
  'left right l r both bilateral spine spinal vertebral region area joint joints the of'.split(' '),
);

const SPINE_NAMES: ReadonlyMap<string, string> = new Map(
  SPINE.flatMap((names) => names.map((name) => [name, names[0]!] as const)),
);
const SPINE_REGIONS: ReadonlySet<string> = new Set(SPINE.map((names) => names[0]!));

/** The regions of some sessions, each in one form; `undefined` where a session names none. */
export function regionsOf(sessions: readonly Session[]): ReadonlySet<string> | undefined {
  const regions = new Set<string>();
  for (const { region } of sessions) {
    if (region === undefined) return undefined;
    for (const part of region.toLowerCase().split(/[,;/&+]|\band\b/))
      if (part.trim() !== '') regions.add(oneForm(part));
  }
  return regions.size > 0 ? regions : undefined;
}

function oneForm(written: string): string {
  const words = written
    .replace(/-/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !FILLERS.has(word));
  const phrase = words.join(' ');
  return SPINE_NAMES.get(phrase) ?? phrase;
}

export function isSpinal(region: string): boolean {
  return SPINE_REGIONS.has(region) || SOME_SPINE.has(region);
}

/** Every region of the first is one of the others. */
export function standWithin(regions: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const region of regions) if (!others.has(region)) return false;
  return true;
}

/**
 * `same`: every region of the second stands in the first. `different`: none does, and no word of one in the other.
 * Else `unclear`.
 */
export function compareRegions(
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
): 'same' | 'different' | 'unclear' {
  const regions = [...second];
  if (standWithin(second, first)) return 'same';
  const others = [...first];
  const words = new Set(others.flatMap((region) => region.split(' ')));
  const spinal = others.some(isSpinal);
  const someSpine = others.some((region) => SOME_SPINE.has(region));
  const mayBeOne = (region: string) =>
    (spinal && SOME_SPINE.has(region)) ||
    (someSpine && isSpinal(region)) ||
    region.split(' ').some((word) => words.has(word));
  return regions.some(mayBeOne) ? 'unclear' : 'different';
}

/** Codes that are part of a spinal manipulation in its own region (F-NCCI-12). */
const PART_OF_MANIPULATION: ReadonlySet<number> = new Set([97112, 97124, 97140]);

const MANIPULATED = new SharedKey<{ readonly regions: ReadonlySet<string> | undefined }>();

/** The regions of the day's spinal manipulation: asked for many sessions of it. */
function manipulatedOn({ sessions, shared }: PatientDay): ReadonlySet<string> | undefined {
  const known =
    shared.of(MANIPULATED) ??
    shared.keep(MANIPULATED, { regions: regionsOf(sessions.filter(({ code }) => code!.is & Is.SpinalManipulation)) });
  return known.regions;
}

/** Whether a session is recorded for a region of the day's spinal manipulation, so that its minutes are part of that. */
export function isInManipulation(day: PatientDay, session: Session): boolean {
  if (!PART_OF_MANIPULATION.has(session.code!.number)) return false;
  const manipulated = manipulatedOn(day);
  const own = manipulated && regionsOf([session]);
  return own !== undefined && standWithin(own, manipulated!);
}
