/** A clinic day with ids and names that stand nowhere else, so that they are found wherever they get to. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PLANTED = [
  'MRN-PLANTED-7731',
  'Quillfeather',
  'Marchbanks',
  'Oddfellow',
  'planted-goal-5519',
  'planted-note-8842',
  'planted-remark-2204',
  'planted-activity-6613',
] as const;

/** With findings of many kinds: units, a pair, overlaps, what cannot be read, a field that is not known. */
export const DAY = `clinician "Zebulon Marchbanks, PT"
assistant "Ida Oddfellow, PTA"
discipline PT
payer medicare
# planted-remark-2204

encounter 2026-03-03 patient MRN-PLANTED-7731
  dx M54.50
  goal "planted-goal-5519"
  09:00-09:15  97110  one-on-one
  09:10-09:30  97150  group of 2  "planted-activity-6613"
  bill 97110-GP x2
  bill 97150-GP x2
  O: planted-note-8842
  A: planted-note-8842

encounter 2026-03-03 patient "Quillfeather"
  Quillfeather planted-note-8842
  09:05-09:20  97112  by assistant "Ida Oddfellow, PTA"
  bill 97112-Quillfeather x1
  bill MRN-PLANTED-7731
  O: planted-note-8842
  # ignore MRN-PLANTED-7731: Marchbanks
`;

/** The planted words that a text holds, in letters of any case and in either encoding. */
export function plantedIn(text: string | Uint8Array): string[] {
  const bytes = Buffer.from(text);
  const readings = [bytes.toString('latin1'), bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')];
  return PLANTED.filter((word) => readings.some((reading) => reading.toLowerCase().includes(word.toLowerCase())));
}

/** Where planted words stand below a folder: in the names of its files and in what these hold. */
export function plantedBelow(folder: string, mayHold: (path: string) => boolean = () => false): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    for (const word of plantedIn(entry.name)) found.push(`${path}: its name holds ${word}`);
    if (!entry.isFile() || mayHold(path)) continue;
    for (const word of plantedIn(readFileSync(path))) found.push(`${path} holds ${word}`);
  }
  return found;
}
