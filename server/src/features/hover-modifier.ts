/** A hover on a modifier: what it says, what it does on this line, and when it would be untrue. */

import { lookUpModifier } from '../guidance/modifiers';
import type { ModifierKind } from '../guidance/types';
import { codesShown } from '../model/encounter';
import { sameHands } from '../model/patient-day';
import { pairsOf } from '../rules/kit/pairs';
import { date as dateWords } from '../rules/kit/words';
import { type Card, escaped, type Prose, row } from './card';
import type { PlaceInFile } from './place';

/** What a coder says by writing one, by kind. */
const STATES: Partial<Record<ModifierKind, string>> = {
  distinct: 'You state that this service was distinct from the other one of its pair. The record must show it.',
  discipline: 'You state under which plan of care the service was given.',
  assistant: 'You state that an assistant gave it, in whole or in part.',
  threshold: 'You state that care above the yearly amount was needed.',
  'active-treatment': 'You state that the treatment is active, not maintenance.',
};

export function modifierCard(written: string, place: PlaceInFile, prose: Prose): Card {
  const text = written.replace(/^[^A-Za-z0-9]/, '').toUpperCase();
  const entry = lookUpModifier(text);
  if (!entry) {
    return {
      title: `**-${escaped(text)}** · a modifier that is not in the table`,
      rows: [
        'Two characters after a hyphen, such as `-59` or `-GP`. One that begins with a letter may be a payer’s own.',
      ],
      passages: ['unknown-codes'],
    };
  }
  const note = prose.modifierNote(text);
  const use = note?.use ?? [];
  const avoid = note?.avoid ?? [];
  const rows = [
    entry.validFrom !== undefined && place.date < entry.validFrom
      ? `**Not yet in use on ${dateWords(place.date)}**: it begins on ${dateWords(entry.validFrom)}.`
      : '',
    STATES[entry.kind] ?? '',
    entry.opensPair ? row('Here', opened(place)) : '',
    row('Use', sentences(use)),
    row('Mind', sentences(avoid)),
  ];
  return {
    title: `**-${text}** · ${entry.label}`,
    rows,
    passages: [...use, ...avoid].flatMap(({ passages }) => passages),
  };
}

const sentences = (items: readonly { readonly text: string }[]) => items.map(({ text }) => text).join(' ');

/** The pairs of the day that this line is in, and whether the recorded times bear the modifier out. */
function opened({ claim, day }: PlaceInFile): string {
  const code = claim?.code;
  if (!claim || !code || !day) return '';
  const found = pairsOf(day).filter(({ one, two }) => one === claim || two === claim);
  if (found.length === 0) {
    const others = day.claims.some(
      (line) => line !== claim && line.code !== code && sameHands(line.encounter, claim.encounter),
    );
    return others
      ? `no edit joins ${code.text} with another code billed today.`
      : `${code.text} is billed alone today.`;
  }
  const parts = found.slice(0, 3).map(({ pair, one, two }) => {
    const other = (one === claim ? two : one).code!;
    if (pair.indicator === 0) return `**${other.text}**: no modifier opens this pair.`;
    const shown = codesShown(day.sessionsOf(code), day.sessionsOf(other));
    const times = {
      separate: 'the recorded times are apart',
      overlapping: '**the recorded times overlap**, so it would be untrue',
      'not-shown': 'the times do not show whether they were apart',
    }[shown];
    return `with **${other.text}**: ${times}.`;
  });
  return parts.join(' ');
}
