/** GP, GO and GN: which of them a therapy line takes. */

import { Is } from '../../model/code';
import type { ClaimLine, Encounter, ModifierUse } from '../../model/encounter';
import { isMedicare } from '../../model/payer';

export type DisciplineModifier = 'GP' | 'GO' | 'GN';

const OF: Readonly<Record<string, DisciplineModifier | undefined>> = { PT: 'GP', OT: 'GO', SLP: 'GN' };
export const PLAN: Readonly<Record<DisciplineModifier, string>> = {
  GP: 'a physical therapy plan of care',
  GO: 'an occupational therapy plan of care',
  GN: 'a speech-language pathology plan of care',
};

export function isDisciplineModifier(use: ModifierUse): boolean {
  return use.entry?.kind === 'discipline';
}

/** The modifier of the discipline that the encounter states. */
export function modifierOfDiscipline(encounter: Encounter): DisciplineModifier | undefined {
  return encounter.discipline === undefined ? undefined : OF[encounter.discipline];
}

/** The code is an evaluation of one discipline, and takes that one's modifier whatever the encounter states. */
export function modifierOfEvaluation(line: ClaimLine): DisciplineModifier | undefined {
  const code = line.code!;
  if (!(code.is & Is.Evaluation)) return undefined;
  const { disciplines } = code.entry!;
  return disciplines.length === 1 ? OF[disciplines[0]!] : undefined;
}

/** The one modifier that a line takes; `undefined` where the record does not say. */
export function wantedModifier(line: ClaimLine): DisciplineModifier | undefined {
  return modifierOfEvaluation(line) ?? modifierOfDiscipline(line.encounter);
}

/** The discipline is given, and is one that bills the code. */
export function disciplineAgrees(line: ClaimLine): boolean {
  const { discipline } = line.encounter;
  return discipline !== undefined && line.code!.entry!.disciplines.includes(discipline);
}

/** The modifiers that lines of a code may take, by the disciplines that bill it. */
export function possibleModifiers(line: ClaimLine): DisciplineModifier[] {
  const result: DisciplineModifier[] = [];
  for (const discipline of line.code!.entry!.disciplines) {
    const modifier = OF[discipline];
    if (modifier) result.push(modifier);
  }
  return result;
}

/** The payer wants GP, GO or GN on a line of a code that takes one, on its date. */
export function wantsDisciplineModifier(line: ClaimLine, rule: string): boolean {
  const { payer, date, discipline } = line.encounter;
  if (discipline === 'chiro' || !(line.code!.is & Is.DisciplineModifier)) return false;
  if (isMedicare(payer, rule)) return true;
  return payer.disciplineModifierFrom !== undefined && date >= payer.disciplineModifierFrom;
}

/** A therapy code: it takes a modifier always, or under a plan of care. */
export function isTherapy(line: ClaimLine): boolean {
  return (line.code!.is & (Is.Therapy | Is.Evaluation | Is.DisciplineModifier)) !== 0;
}

/** The same also for codes that are therapy only under a plan: the discipline says that there is one. */
export function missesDisciplineModifier(line: ClaimLine, rule: string): boolean {
  if (wantsDisciplineModifier(line, rule)) return true;
  if (!isTherapy(line) || !isMedicare(line.encounter.payer, rule)) return false;
  return modifierOfDiscipline(line.encounter) !== undefined && possibleModifiers(line).length > 0;
}

/** What a name says of its discipline by the titles behind its comma, or by its last word: "O. Tan, OTR/L", "M. Lee PTA". */
const TITLES: readonly (readonly [modifier: DisciplineModifier, title: RegExp])[] = [
  ['GP', /\b(?:D?PT|MPT|MSPT|L?PTA)\b/i],
  ['GO', /\b(?:OTR?|OTD|MOTR?|C?OTA)\b/i],
  ['GN', /\b(?:SLPA?|CCC)\b/i],
];

function saysByTitle(name: string, modifier: DisciplineModifier): boolean {
  const comma = name.indexOf(',');
  const titles = comma < 0 ? (/\s([A-Z/]+)$/.exec(name)?.[1] ?? '') : name.slice(comma);
  const said = TITLES.filter(([, title]) => title.test(titles));
  return said.length === 1 && said[0]![0] === modifier;
}

/** Somebody who gave the service of a line bears a title of a discipline: the record does not prove that it is another's. */
export function isTitled({ code, encounter }: ClaimLine, modifier: DisciplineModifier): boolean {
  const { clinician, sessions } = encounter;
  const givers = sessions.filter((session) => session.code?.service === code!.service).map(({ giver }) => giver);
  return [clinician, ...givers].some((name) => name !== undefined && saysByTitle(name, modifier));
}
