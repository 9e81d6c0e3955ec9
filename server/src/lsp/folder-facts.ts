/**
 * What is kept of a file that was checked, so that it need not be read again while nothing changes: which days, givers and
 * names it holds, as keyed numbers. No text and no name can be read from them; whoever has a name and the key can only ask
 * whether it is there.
 */

import type { EncounterFile } from '../engine/file';

/** A number of 53 bits for some words, made with a key that only this installation has. */
export type Hash = (words: string) => number;

/** Days and givers of one file that are judged together, in one way or another. */
export interface Part {
  /** Patient-days and clinician-days: whatever else has one of them is judged with all of this part. */
  readonly days: readonly number[];
  /** Patients whose notes of groups are compared from date to date. */
  readonly notes: readonly number[];
}

export interface FileFacts {
  readonly parts: readonly Part[];
  /** Patient ids and names of clinicians and assistants. */
  readonly names: readonly number[];
}

/** How each kind of key is told from the others. @param group files of different groups are never judged together. */
export const dayHash = (hash: Hash, group: string, day: string) => hash(`d${group}\n${day}`);
export const giverHash = (hash: Hash, group: string, day: string) => hash(`g${group}\n${day}`);
export const notesHash = (hash: Hash, group: string, patient: string) => hash(`n${group}\n${patient}`);
export const nameHash = (hash: Hash, kind: 'patient' | 'person', name: string) => hash(`${kind}\n${name}`);

interface OpenPart {
  readonly days: Set<number>;
  readonly notes: Set<number>;
}

export function factsOf(file: EncounterFile, group: string, hash: Hash): FileFacts {
  const parts = new Set<OpenPart>();
  const partOf = new Map<number, OpenPart>();
  const names = new Set<number>();
  const givers = new Map<string, number>();
  for (const block of file.blocks()) {
    if (block.patient !== undefined) names.add(nameHash(hash, 'patient', block.patient));
    for (const name of block.people) names.add(nameHash(hash, 'person', name));
    if (block.isAbove) continue;
    const keys = [dayHash(hash, group, block.dayKey)];
    for (const key of block.giverKeys) {
      let number = givers.get(key);
      if (number === undefined) {
        number = giverHash(hash, group, key);
        givers.set(key, number);
      }
      keys.push(number);
    }
    let part: OpenPart | undefined;
    for (const key of keys) {
      const other = partOf.get(key);
      if (!other || other === part) continue;
      if (!part) {
        part = other;
        continue;
      }
      // Two runs of days turn out to hang together: the smaller one goes over into the other.
      const [into, from] = part.days.size < other.days.size ? [other, part] : [part, other];
      for (const day of from.days) {
        into.days.add(day);
        partOf.set(day, into);
      }
      for (const note of from.notes) into.notes.add(note);
      parts.delete(from);
      part = into;
    }
    part ??= { days: new Set(), notes: new Set() };
    parts.add(part);
    for (const key of keys) {
      part.days.add(key);
      partOf.set(key, part);
    }
    if (block.groupNotesOf !== undefined) part.notes.add(notesHash(hash, group, block.groupNotesOf));
  }
  return {
    parts: [...parts].map(({ days, notes }) => ({ days: [...days], notes: [...notes] })),
    names: [...names],
  };
}
