/** Codes by number or by plain words, those that fit first; deleted codes only for dates of service on which they held. */

import { allCodes, inUse } from '../guidance/codes';
import { codeWords } from '../guidance/codeWords';
import type { CodeEntry, Family } from '../guidance/types';
import { date as dateWords } from '../rules/kit/words';
import type { Cursor, Suggestion } from './completion-cursor';

interface Findable {
  readonly entry: CodeEntry;
  /** The code and its words, as typed text is compared with them. */
  readonly words: string;
  readonly about: string;
}

/** What is given most often comes first among codes that fit alike. */
const FAMILIES: readonly Family[] = [
  'one-on-one',
  'group',
  'evaluation',
  'speech',
  'speech-group',
  'speech-evaluation',
  'swallowing',
  'cognitive',
  'psychotherapy',
  'group-psychotherapy',
  'family-psychotherapy',
  'psychiatric-evaluation',
  'manipulation',
  'attended',
  'supervised',
];

let table: readonly Findable[] | undefined;

function findable(entry: CodeEntry): Findable {
  const words = `${entry.code} ${entry.label} ${codeWords(entry.code)}`.trim();
  return { entry, words, about: `  bill x ${entry.code}|` };
}

/** Where a code stands among the others: the smaller, the sooner. */
function rank(cursor: Cursor, { code, family, disciplines }: CodeEntry, used: ReadonlyMap<string, number>): number {
  const discipline = cursor.encounter?.discipline;
  const often = used.get(code);
  if (often !== undefined) return often;
  const at = FAMILIES.indexOf(family);
  const common = at < 0 ? FAMILIES.length : at;
  if (discipline === undefined || disciplines.includes(discipline)) return 1000 + common;
  return (disciplines.length === 0 ? 2000 : 3000) + common;
}

/**
 * @param typed what is written: a part of a code, or words.
 * @param forSession codes that have sessions alone.
 * @param finish what a taken code is written with.
 */
export function codeSuggestions(
  cursor: Cursor,
  typed: string,
  forSession: boolean,
  finish: (entry: CodeEntry) => Pick<Suggestion, 'newText' | 'again'>,
): Suggestion[] {
  table ??= [...allCodes()].map(findable);
  const added = [...cursor.settings.codes.added.values()].map(findable);
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const manyWords = wanted.length > 1;
  const used = usedCodes(cursor);
  const found: { item: Findable; rank: number }[] = [];
  for (const item of added.length > 0 ? [...added, ...table] : table) {
    const { entry } = item;
    if (!inUse(entry, cursor.date) || (forSession && entry.family === 'visit')) continue;
    if (manyWords && !holdsAll(item.words, wanted)) continue;
    found.push({ item, rank: rank(cursor, entry, used) });
  }
  found.sort((a, b) => a.rank - b.rank);
  return found.map(({ item: { entry, words, about } }) => {
    const { newText, again } = finish(entry);
    return {
      label: entry.code,
      kind: 'code',
      detail: entry.deletedAfter === undefined ? entry.label : `${entry.label}; until ${dateWords(entry.deletedAfter)}`,
      filter: manyWords ? typed : words,
      newText,
      ...(again ? { again } : {}),
      about,
    };
  });
}

/** Every word is the beginning of one of the code's words. */
function holdsAll(words: string, wanted: readonly string[]): boolean {
  const all = words.toLowerCase().split(/[\s,;-]+/);
  return wanted.every((word) => SMALL_WORDS.has(word) || all.some((one) => one.startsWith(word)));
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['a', 'and', 'by', 'for', 'in', 'of', 'or', 'the', 'to', 'with']);

/** Codes of the patient and of the giver's day, those used most first. */
function usedCodes(cursor: Cursor): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (code: string | undefined, n: number) => code && counts.set(code, (counts.get(code) ?? 0) + n);
  for (const { code } of cursor.giversSessions) add(code?.text, 1);
  const [last] = cursor.patientsOthers;
  for (const { code } of last?.sessions ?? []) add(code?.text, 3);
  const order = [...counts].sort((a, b) => b[1] - a[1]);
  return new Map(order.map(([code], index) => [code, index]));
}
