/** Claim lines worked out from the sessions, the modifiers that a line misses with the reason, and units. */

import { editsInFile, lineEndOf } from '../engine/fix-all';
import { allModifiers } from '../guidance/modifiers';
import type { ModifierEntry, ModifierKind } from '../guidance/types';
import { Is } from '../model/code';
import type { Encounter } from '../model/encounter';
import type { DraftLine } from '../rules/kit/claim-draft';
import { addModifierFirst, claimText } from '../rules/kit/edits';
import { list, minutes } from '../rules/kit/words';
import type { Cursor, Suggestion } from './completion-cursor';

/** The minutes behind a line's units: "13 min support 1". */
function support({ code, units }: DraftLine, encounter: Encounter): string {
  const known = encounter.day.settings.codes.of(code);
  if (!(known.is & Is.Timed)) return 'given, and not billed yet';
  const pool = encounter.day.claimDayOf(encounter).units.pool(known.pool);
  return pool ? `${minutes(pool.minutes)} support ${units}` : 'given, and not billed yet';
}

/**
 * Lines that are missing, one by one and, where there are several, all at once.
 * @param lead what is written before the code: `bill `, or nothing behind it.
 */
export function missingLines(cursor: Cursor, lead: 'bill ' | ''): Suggestion[] {
  const { claim } = cursor;
  if (!claim || claim.lines.length === 0) return [];
  const { lines, opened, encounter } = claim;
  const texts = lines.map(({ code, modifiers, units }) => claimText(code, modifiers, units));
  // Lines that stand and take a -59 beside the new ones belong to the whole claim.
  const also = editsInFile({ title: '', safe: false, edits: opened.map((line) => addModifierFirst(line, '59')) });
  const and = opened.length > 0 ? `, and -59 to ${list(opened.map((line) => line.code!.text))}` : '';
  const items: Suggestion[] = [];
  if (lines.length > 1 || also.length > 0) {
    const short = lines.map(({ code, units }) => `${code} x${units}`).join(', ');
    const text = texts.join(`${lineEndOf(cursor.file)}${cursor.indent === '' ? '  ' : cursor.indent}`);
    items.push({
      label: `${lead}${short}`,
      kind: 'claim',
      detail: `${lines.length > 1 ? 'the whole claim' : support(lines[0]!, encounter)}${and}`,
      filter: `bill claim ${short}`.slice(lead === '' ? 'bill '.length : 0),
      newText: text.slice('bill '.length - lead.length),
      ...(also.length > 0 ? { also } : {}),
      about: `  bill x ${lines[0]!.code}|`,
    });
  }
  if (also.length > 0) return items;
  lines.forEach((line, index) => {
    const text = texts[index]!.slice('bill '.length - lead.length);
    items.push({
      label: text,
      kind: 'claim',
      detail: support(line, encounter),
      newText: text,
      about: `  bill x ${line.code}|`,
    });
  });
  return items;
}

/** What a modifier states on this line, where the record proves that it belongs there. */
function why(modifier: ModifierEntry, code: string, encounter: Encounter): string {
  if (modifier.kind !== 'distinct') return modifier.label;
  const { pairs } = encounter.day.settings;
  const beside = encounter.day.claims
    .map((line) => line.code!.text)
    .filter((other) => other !== code && pairs.find(code, other, encounter.date));
  return beside.length > 0 ? `the times show it apart from ${list([...new Set(beside)])}` : modifier.label;
}

/** Kinds in the order in which therapy lines need them; those that name a finger or an operation come last. */
const KINDS: readonly ModifierKind[] = [
  'distinct',
  'discipline',
  'assistant',
  'threshold',
  'active-treatment',
  'notice',
  'telehealth',
  'visit',
  'repeat',
  'reduced',
  'group',
  'other',
  'surgical',
  'side',
];

const OF_DISCIPLINE: Readonly<Record<string, readonly string[]>> = {
  PT: ['GP', 'CQ'],
  OT: ['GO', 'CO'],
  SLP: ['GN'],
  chiro: [],
  BH: [],
};

/** @param given modifiers that the line has, in capitals. */
export function modifierSuggestions(cursor: Cursor, code: string, given: readonly string[]): Suggestion[] {
  const { claim, encounter } = cursor;
  const line = claim?.lines.find((draft) => draft.code === code);
  const missing = line?.modifiers.filter((text) => !given.includes(text)) ?? [];
  const entries = [...allModifiers()].filter(({ modifier }) => !given.includes(modifier));
  const items: Suggestion[] = [];
  if (line && missing.length > 1) {
    const text = missing.map((modifier) => `-${modifier}`).join('');
    items.push({
      label: `${text} x${line.units}`,
      kind: 'modifier',
      detail: 'what the record proves',
      newText: `${text} x${line.units}`,
      about: `  bill x 97110-${missing[0]}|`,
    });
  }
  const proven = entries.filter(({ modifier }) => missing.includes(modifier));
  proven.sort((a, b) => missing.indexOf(a.modifier) - missing.indexOf(b.modifier));
  for (const entry of proven) items.push(item(entry, why(entry, code, claim!.encounter)));
  const discipline = encounter?.discipline;
  const others = entries.filter((entry) => {
    if (missing.includes(entry.modifier)) return false;
    if (entry.validFrom !== undefined && cursor.date < entry.validFrom) return false;
    if (entry.kind === 'discipline') {
      // One plan of care a line.
      if (
        given.some((text) => DISCIPLINE_MODIFIERS.has(text)) ||
        missing.some((text) => DISCIPLINE_MODIFIERS.has(text))
      )
        return false;
    } else if (entry.kind !== 'assistant') return true;
    return discipline === undefined || OF_DISCIPLINE[discipline]!.includes(entry.modifier);
  });
  others.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  for (const entry of others) items.push(item(entry, entry.label));
  return items;
}

const DISCIPLINE_MODIFIERS: ReadonlySet<string> = new Set(['GP', 'GO', 'GN']);

function item({ modifier }: ModifierEntry, detail: string): Suggestion {
  return {
    label: `-${modifier}`,
    kind: 'modifier',
    detail,
    newText: `-${modifier}`,
    again: true,
    about: `  bill x 97110-${modifier}|`,
  };
}

/** Units that the sessions support first. */
export function unitSuggestions(cursor: Cursor, code: string): Suggestion[] {
  const { claim } = cursor;
  const drafts = claim?.lines.filter((draft) => draft.code === code) ?? [];
  const known = cursor.settings.codes.of(code);
  const timed = (known.is & Is.Timed) !== 0 || !known.entry;
  const items: Suggestion[] = [];
  const add = (units: number, detail: string) => {
    const label = `x${units}`;
    if (items.some((one) => one.label === label)) return;
    items.push({ label, kind: 'units', detail, newText: label });
  };
  for (const draft of drafts) add(draft.units, support(draft, claim!.encounter));
  for (const units of timed ? [1, 2, 3, 4] : [1]) add(units, timed ? '' : 'untimed: one, however long');
  return items;
}
