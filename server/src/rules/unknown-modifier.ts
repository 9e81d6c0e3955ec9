import { lookUpModifier } from '../guidance/modifiers';
import { Is } from '../model/code';
import type { ClaimLine, ModifierUse } from '../model/encounter';
import { isByAssistant } from './kit/assistant';
import { modifierOfDiscipline } from './kit/discipline';
import { swapModifier } from './kit/edits';
import { becomesDouble, modifiersAfter } from './kit/lines';
import type { EncounterRule, RuleDocs } from './kit/rule';
import { list } from './kit/words';

export const rule: EncounterRule = {
  id: 'unknown-modifier',
  scope: 'encounter',
  needs: 0,
  severity: 'warning',
  sources: ['encounter'],
  statements: [],
  facts: [],
  check(encounter, _settings, report) {
    for (const line of encounter.claims) {
      if (line.notCovered) continue;
      // One that is in the table and before its first day is another matter.
      const unknown = line.modifiers.filter((use) => !use.entry && !lookUpModifier(use.text));
      for (const use of unknown.slice(0, MOST_SAID)) {
        const letterFirst = use.text.charCodeAt(0) >= 65;
        const near = nearestModifiers(line, use);
        const instead = near.length > 0 ? ` Nearest: ${list(near)}.` : '';
        report(encounter, line.modifierPlace(use), {
          severity: letterFirst ? 'info' : 'warning',
          message: letterFirst
            ? `${use.text} is not in the modifier table. It may be the payer's own; else correct it.${instead}`
            : `${use.text} is not in the modifier table: correct or remove it.${instead}`,
          about: [line],
          fixes: () =>
            near
              .filter((modifier) => !becomesDouble(line, modifiersAfter(line, [use.text], [modifier])))
              .map((modifier) => ({
                title: `Change -${use.text} to -${modifier} (${lookUpModifier(modifier)?.label}): you state that this holds`,
                safe: false,
                edits: [swapModifier(line, use, modifier)],
              })),
        });
      }
    }
  },
};

/** Of one line no more is said (engine/run.ts). */
const MOST_SAID = 100;

/** What therapy lines carry, the most usual first. */
const USUAL = '59 GP GO GN XE XP XS XU CQ CO KX 95 25 76 77 AT GA GX GY GZ LT RT'.split(' ');
const MOST = 3;

/** Usual modifiers one slip away that could stand on this line: two letters swapped first, then one of them wrong. */
function nearestModifiers(line: ClaimLine, { text }: ModifierUse): readonly string[] {
  const swapped = `${text[1]}${text[0]}`;
  const near = USUAL.filter(
    (modifier) =>
      (modifier === swapped || modifier[0] === text[0] || modifier[1] === text[1]) && couldStand(line, modifier),
  );
  near.sort((a, b) => Number(b === swapped) - Number(a === swapped));
  return near[0] === swapped ? [swapped] : near.slice(0, MOST);
}

/** Nothing on the line or in the record speaks against it. */
function couldStand(line: ClaimLine, modifier: string): boolean {
  const entry = lookUpModifier(modifier)!;
  const { encounter } = line;
  if (line.has(modifier)) return false;
  if (entry.validFrom !== undefined && encounter.date < entry.validFrom) return false;
  const visit = ((line.code?.is ?? 0) & Is.Visit) !== 0;
  switch (entry.kind) {
    case 'discipline':
      if (line.modifiers.some((use) => use.entry?.kind === 'discipline')) return false;
      return encounter.discipline === undefined || modifierOfDiscipline(encounter) === modifier;
    case 'assistant': {
      if (line.modifiers.some((use) => use.entry?.kind === 'assistant')) return false;
      if (encounter.assistant === undefined && !encounter.sessions.some(isByAssistant)) return false;
      return encounter.discipline === (modifier === 'CQ' ? 'PT' : 'OT');
    }
    case 'distinct':
      return !visit && !line.distinct;
    case 'visit':
      return visit;
    case 'active-treatment':
      return line.code !== undefined && (line.code.is & Is.SpinalManipulation) !== 0 && !line.has('GA');
    case 'notice':
      return encounter.discipline === 'chiro' && !line.has('AT');
    case 'telehealth':
      return encounter.setting === 'telehealth';
    case 'repeat':
      return line.opening !== undefined;
    default:
      return true;
  }
}

const HEAD = `payer commercial
clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Modifier not in the table',
  summary: 'A modifier on a claim line is not one that the table holds.',
  explanation:
    "The table holds the modifiers of therapy and psychotherapy and those that other fields often put beside them. One that begins with a figure and is not among them is most often mistyped. One that begins with a letter may be the payer's own, as Medicaid programmes have, and is only pointed out.",
  cost: 'A line with a modifier that the payer does not know is sent back.',
  fix: 'Correct or remove it. The fixes offer the nearest modifiers that could stand on the line; each says what you state by taking it.',
  severities:
    'Warning for one that begins with a figure, info for one that begins with a letter. Payer and date do not matter.',
  bad: [
    {
      title: 'Mistyped -59',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97530
  09:15-09:30  97535
  bill 97530 x1
  bill 97535-69 x1
            ^^^ unknown-modifier warning | Change -69 to -59 (distinct service): you state that this holds
`,
    },
    {
      title: 'GP with its letters swapped',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-PG x1
            ^^^ unknown-modifier info | Change -PG to -GP (under a physical therapy plan of care): you state that this holds
`,
      fixed: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
`,
    },
  ],
  good: [
    {
      title: 'KX is known, and nothing is said of it',
      text: `${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP-KX x1
`,
    },
  ],
};
