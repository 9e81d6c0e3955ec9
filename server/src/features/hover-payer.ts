/** A hover on a payer: how it counts units, whether the national edits bind it, and how well that is known. */

import { lookUpPayer } from '../guidance/payers';
import type { Payer } from '../model/payer';
import { unitRuleName } from '../rules/kit/words';
import { type Card, escaped, type Prose, row } from './card';
import type { PlaceInFile } from './place';

export function payerCard(name: string, place: PlaceInFile, prose: Prose): Card {
  const payer: Payer = place.settings.payers.get(name);
  const entry = lookUpPayer(name.toLowerCase());
  const known = payer.unitRuleKnown ? 'known' : 'assumed';
  const other = payer.unitRule === 'cms' ? 'midpoint' : 'cms';
  const rows = [
    row(
      'Units',
      `${unitRuleName(payer.unitRule)}, **${known}**.${payer.unitRuleKnown ? '' : ` Write \`units ${other}\` below it where the plan counts so.`}`,
    ),
    row(
      'Edits',
      payer.bound
        ? 'the national code pairs and unit limits **bind**.'
        : 'the national code pairs **do not bind** by themselves; many plans use the same ones.',
    ),
  ];
  if (!entry)
    rows.push(
      'A payer of this name has no settings of its own, so it is judged as a plan that no national edit binds.',
    );
  const passage = entry ? prose.lookUpPassage(`payer-${entry.id}`) : undefined;
  if (passage) rows.push(passage.body);
  return {
    title: `**${escaped(name)}** · ${entry?.label ?? 'a payer named in this file'}`,
    rows,
    passages: [
      ...(passage ? [passage.id] : []),
      payer.unitRule === 'cms' ? 'eight-minute-rule' : 'midpoint-rule',
      'two-unit-rules',
    ],
  };
}
