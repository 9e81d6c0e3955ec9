/** Body regions as clinicians write them, for the one question whether two are the same. */

import { Is } from '../../model/code';
import type { Session } from '../../model/encounter';
import type { PatientDay } from '../../model/patient-day';
import { SharedKey } from '../../model/shared';

/** The regions of the spine from above. */
const SPINE: readonly string[] = ['cervical', 'thoracic', 'lumbar', 'sacral', 'pelvic'];
/** Words for one of them, by its place in the list; one for a border is of two. */
const OF_SPINE: readonly (readonly [words: string, regions: readonly number[]])[] = [
  ['cervical neck cx atlas axis occiput occipital suboccipital atlantooccipital atlantoaxial cervico', [0]],
  ['thoracic dorsal thorax tx thoraco costovertebral costotransverse', [1]],
  ['lumbar lx lumbo', [2]],
  ['sacral sacrum coccyx coccygeal sacrococcygeal', [3]],
  ['pelvic pelvis sacroiliac si sij ilium iliac ilia', [4]],
  ['cervicothoracic cervicodorsal ct ctj', [0, 1]],
  ['thoracolumbar dorsolumbar tl tlj', [1, 2]],
  ['lumbosacral ls lsj', [2, 3]],
  ['lumbopelvic', [2, 4]],
];
/** By the letter of a vertebra, or of "C-spine". */
const BY_LETTER: Readonly<Record<string, number>> = { c: 0, t: 1, d: 1, l: 2, s: 3 };
/** Read before any word by itself. */
const PHRASES: readonly (readonly [phrase: RegExp, region: string])[] = [
  [/\blow(?:er)? back\b/g, 'lumbar'],
  [/\b(?:mid|middle|upper) back\b|\bmidback\b/g, 'thoracic'],
];
/** Words of the spine that name no one region of it. */
const SOME_SPINE: ReadonlySet<string> = new Set(['', 'back', 'full', 'whole', 'trunk']);
/** Words that do not tell one region from another. */
const FILLERS =
  'left right l r lt rt b both bilateral spine spinal vertebra vertebrae vertebral segment segments level levels region regions area joint joints junction facet facets the of lower upper low mid middle anterior posterior medial lateral';
/** Away from the spine beyond doubt; and parts of a region, which are not elsewhere. */
const LIMBS =
  'shoulder shoulders elbow elbows wrist wrists hand hands finger fingers thumb thumbs arm arms forearm forearms extremity extremities limb limbs hip hips thigh thighs knee knees leg legs calf calves shin ankle ankles foot feet heel heels toe toes tmj jaw biceps triceps deltoid rotator cuff hamstring hamstrings quadriceps quad quads patella patellar achilles plantar fascia';
const PARTS = 'paraspinal paraspinals muscle muscles musculature soft tissue';

interface Words {
  readonly spine: ReadonlyMap<string, readonly number[]>;
  readonly fillers: ReadonlySet<string>;
  /** Beside the regions of the spine: where one of these is, is known. */
  readonly known: ReadonlySet<string>;
}

let words: Words | undefined;

function lexicon(): Words {
  words ??= {
    spine: new Map(OF_SPINE.flatMap(([names, regions]) => names.split(' ').map((name) => [name, regions] as const))),
    fillers: new Set(FILLERS.split(' ')),
    known: new Set(`${LIMBS} ${PARTS}`.split(' ')),
  };
  return words;
}

/** The regions of some sessions, each in one form; `undefined` where a session names none. */
export function regionsOf(sessions: readonly Session[]): ReadonlySet<string> | undefined {
  const regions = new Set<string>();
  for (const { region } of sessions) {
    if (region === undefined) return undefined;
    for (const part of spelledOut(region).split(/[,;/&+]|\band\b/)) if (part.trim() !== '') regions.add(oneForm(part));
  }
  return regions.size > 0 ? regions : undefined;
}

/** "C5-7" and "C5/6" as "c5 c7" and "c5 c6", "T-spine" as "thoracic". */
function spelledOut(region: string): string {
  return region
    .toLowerCase()
    .replace(/\b([ctdls])(\d{1,2})\s*[-–/]\s*(?=\d)/g, '$1$2 $1')
    .replace(/\b([ctdls])[\s.-]*spine\b/g, (_, letter: string) => SPINE[BY_LETTER[letter]!]!);
}

/** The words that tell regions apart: those of the spine from above, then what else there is. */
function oneForm(written: string): string {
  const { spine, fillers } = lexicon();
  let text = written.replace(/[-–]/g, ' ');
  for (const [phrase, region] of PHRASES) text = text.replace(phrase, region);
  const found = new Set<number>();
  const rest: string[] = [];
  for (const word of text.split(/\s+/)) {
    const regions = spine.get(word) ?? ofVertebra(word);
    if (regions) for (const region of regions) found.add(region);
    else if (word !== '' && !fillers.has(word)) rest.push(word);
  }
  return [...SPINE.filter((_, region) => found.has(region)), ...rest].join(' ');
}

function ofVertebra(word: string): readonly number[] | undefined {
  const [, letter] = /^([ctdls])(?:1[0-2]|[1-9])$/.exec(word) ?? [];
  return letter === undefined ? undefined : [BY_LETTER[letter]!];
}

export function isSpinal(region: string): boolean {
  return SOME_SPINE.has(region) || region.split(' ').some((word) => SPINE.includes(word));
}

/** How many regions of the spine are named. */
export function spinalRegions(regions: ReadonlySet<string>): number {
  return new Set([...regions].flatMap((region) => region.split(' ').filter((word) => SPINE.includes(word)))).size;
}

/** Whether it is known where a region is: in the spine, or away from it. */
function isKnown(region: string): boolean {
  const { known } = lexicon();
  return SOME_SPINE.has(region) || region.split(' ').every((word) => SPINE.includes(word) || known.has(word));
}

/** Every region of the first is one of the others. */
export function standWithin(regions: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const region of regions) if (!others.has(region)) return false;
  return true;
}

/**
 * `same`: every region of the second stands in the first. `different`: of each it is known where it is, and none of the
 * second may be one of the first. Else `unclear`.
 */
export function compareRegions(
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
): 'same' | 'different' | 'unclear' {
  const regions = [...second];
  if (standWithin(second, first)) return 'same';
  const others = [...first];
  const named = new Set(others.flatMap((region) => region.split(' ')));
  const spinal = others.some(isSpinal);
  const someSpine = others.some((region) => SOME_SPINE.has(region));
  const mayBeOne = (region: string) =>
    (spinal && SOME_SPINE.has(region)) ||
    (someSpine && isSpinal(region)) ||
    region.split(' ').some((word) => named.has(word));
  return regions.some(mayBeOne) || ![...regions, ...others].every(isKnown) ? 'unclear' : 'different';
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
