import { Is } from '../model/code';
import type { ClaimLine, ModifierUse } from '../model/encounter';
import { isMedicare } from '../model/payer';
import {
  type DisciplineModifier,
  disciplineAgrees,
  isDisciplineModifier,
  isTherapy,
  isTitled,
  missesDisciplineModifier,
  modifierOfDiscipline,
  modifierOfEvaluation,
  PLAN,
  possibleModifiers,
  wantedModifier,
} from './kit/discipline';
import { addModifierLast, removeModifier, swapModifier } from './kit/edits';
import { becomesDouble, modifiersAfter } from './kit/lines';
import type { EncounterRule, Fix, RuleDocs, Severity } from './kit/rule';
import { list } from './kit/words';

const NEEDED_FROM = 20180101;

export const rule: EncounterRule = {
  id: 'discipline-modifier',
  scope: 'encounter',
  needs: 0,
  severity: 'error',
  sources: ['paa', 'fac2'],
  statements: [],
  facts: ['F-MOD-06', 'F-MOD-07', 'F-MOD-08'],
  check(encounter, _settings, report) {
    if (encounter.discipline === 'chiro' || encounter.date === 0) return;
    for (const line of encounter.claims) {
      const code = line.code;
      if (!code || line.cut || !isTherapy(line) || line.notCovered) continue;
      let first: ModifierUse | undefined;
      let second: ModifierUse | undefined;
      for (const use of line.modifiers) {
        if (!isDisciplineModifier(use)) continue;
        if (!first) first = use;
        else second ??= use;
      }
      if (!first) {
        if (!missesDisciplineModifier(line, rule.id)) continue;
        const wanted = wantedModifier(line);
        report(encounter, line.codePlace(), {
          severity: severityOf(line),
          message: `${code.text} has no ${wanted ?? list(names(line), 'or')}. ${lacks(line, wanted)}`,
          sources: sourcesOf(line),
          about: [line],
          fixes: () => additions(line, wanted),
        });
        continue;
      }
      const wanted = wantedModifier(line);
      if (second) {
        const wrong = wanted !== undefined && first.text !== wanted ? first : second;
        report(encounter, line.modifierPlace(wrong), {
          severity: severityOf(line),
          message: `${line.text} has ${first.text} and ${second.text}: a line stands under one plan of care and takes one of them${wanted ? `, here ${wanted}` : ''}.`,
          sources: sourcesOf(line),
          about: [line],
          fixes: () => removals(line, wanted),
        });
      } else if (wanted !== undefined && first.text !== wanted) {
        const wrong = first;
        const own = modifierOfEvaluation(line);
        const why = own
          ? `${code.text} is an evaluation that takes ${own}`
          : `discipline ${encounter.discipline} takes ${wanted}`;
        report(encounter, line.modifierPlace(wrong), {
          severity: severityOf(line),
          message: `${code.text} has ${wrong.text}; ${why}.`,
          sources: sourcesOf(line),
          about: [line],
          fixes: () => {
            if (becomesDouble(line, modifiersAfter(line, [wrong.text], [wanted]))) return [];
            const safe =
              disciplineAgrees(line) &&
              modifierOfDiscipline(encounter) === wanted &&
              !isTitled(line, wrong.text as DisciplineModifier);
            return [
              {
                title: `Change -${wrong.text} to -${wanted}${safe ? '' : stating(wanted)}`,
                safe,
                edits: [swapModifier(line, wrong, wanted)],
              },
            ];
          },
        });
      }
    }
  },
};

function severityOf(line: ClaimLine): Severity {
  const medicare = isMedicare(line.encounter.payer, rule.id);
  if (medicare && !(line.code!.is & Is.DisciplineModifier)) return 'hint';
  return medicare && line.encounter.date >= NEEDED_FROM ? 'error' : 'warning';
}

function sourcesOf(line: ClaimLine): readonly string[] {
  return isMedicare(line.encounter.payer, rule.id) ? rule.sources : ['paa', 'uhc'];
}

function names(line: ClaimLine): readonly string[] {
  const possible = possibleModifiers(line);
  return possible.length > 0 ? possible : ['GP', 'GO', 'GN'];
}

function lacks(line: ClaimLine, wanted: DisciplineModifier | undefined): string {
  const payer = isMedicare(line.encounter.payer, rule.id) ? 'Medicare' : 'This payer';
  const plan = wanted ? PLAN[wanted] : 'whose plan of care it stands under';
  return `${payer} wants ${wanted ? `every therapy line under ${plan} to carry it` : `the line to say ${plan}; add "discipline" to the encounter`}.`;
}

function stating(modifier: DisciplineModifier): string {
  return `: you state ${PLAN[modifier]}`;
}

function additions(line: ClaimLine, wanted: DisciplineModifier | undefined): readonly Fix[] {
  const { text } = line.code!;
  const safe = wanted !== undefined && disciplineAgrees(line) && modifierOfDiscipline(line.encounter) === wanted;
  const choices = wanted
    ? [wanted]
    : (names(line) as readonly DisciplineModifier[]).filter((name) => besides(line, name));
  return choices
    .filter((modifier) => !becomesDouble(line, modifiersAfter(line, [], [modifier])))
    .map((modifier) => ({
      title: `Add -${modifier} to ${text}${safe ? '' : stating(modifier)}`,
      safe,
      edits: [addModifierLast(line, modifier)],
    }));
}

/** CQ stands beside GP, CO beside GO. */
function besides(line: ClaimLine, modifier: DisciplineModifier): boolean {
  return !(line.has('CQ') && modifier !== 'GP') && !(line.has('CO') && modifier !== 'GO');
}

/** Leaves one of several: the wanted one, else each in turn as a choice. */
function removals(line: ClaimLine, wanted: DisciplineModifier | undefined): readonly Fix[] {
  const uses = line.modifiers.filter(isDisciplineModifier);
  const kept = new Set(uses.map((use) => use.text as DisciplineModifier));
  const choices = [...kept].filter(
    (modifier) =>
      (wanted === undefined || modifier === wanted) &&
      !becomesDouble(line, modifiersAfter(line, [...kept], [modifier])),
  );
  const same = kept.size === 1;
  const safe =
    (same || (disciplineAgrees(line) && ![...kept].some((one) => one !== wanted && isTitled(line, one)))) &&
    choices.length === 1 &&
    modifierOfDiscipline(line.encounter) === wanted;
  return choices.map((modifier) => {
    const stays = uses.find((use) => use.text === modifier);
    const gone = uses.filter((use) => use !== stays);
    return {
      title: `Keep -${modifier} alone${safe ? '' : stating(modifier)}`,
      safe,
      edits: gone.map((use) => removeModifier(line, use)),
    };
  });
}

export const docs: RuleDocs = {
  title: 'GP, GO or GN missing or wrong',
  summary: 'A therapy line does not say whose plan of care it stands under, or says a wrong one.',
  explanation:
    'GP says physical therapy, GO occupational therapy, GN speech-language pathology. Medicare wants one of them, and one only, on every line of the codes that are always therapy; since 2018 such a line is sent back without it. Which one follows from the discipline. An evaluation takes that of its own discipline: 97161-97164 GP, 97165-97168 GO, 92521-92524 GN. Codes that are therapy only under a plan get a hint. Lines of a chiropractor take none.',
  cost: 'The line is sent back or denied.',
  fix: 'Add the modifier, or swap the wrong one. Safe where the encounter gives its discipline and that discipline bills the code, and nobody who gave it bears a title of the other one; else the choice is yours.',
  severities:
    'Medicare: error from 2018-01-01, warning before; hint for other therapy codes. Other payers: a wrong one is a warning, and none is fine, unless the configuration names a day from which the payer wants it.',
  bad: [
    {
      title: 'No GP on a Medicare line',
      text: `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110 x1
       ^^^^^ discipline-modifier error | Add -GP to 97110
`,
      fixed: `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'Before 2018 the same is a warning',
      text: `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2017-12-31 patient A
  dx M54.5
  09:00-09:15  97110
  bill 97110 x1
       ^^^^^ discipline-modifier warning | Add -GP to 97110
`,
    },
    {
      title: 'A wrong one is a warning for every payer',
      text: `payer commercial
clinician "K. Mori, OTR"
discipline OT

encounter 2026-03-03 patient A
  dx M25.511
  09:00-09:15  97530
  bill 97530-GP x1
            ^^^ discipline-modifier warning | Change -GP to -GO
`,
    },
    {
      title: 'Two of them',
      text: `payer medicare
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GO-GP x1
            ^^^ discipline-modifier error | Keep -GP alone
`,
    },
    {
      title: 'The discipline is not given: the choice is yours',
      text: `payer medicare
clinician "R. Ortiz"

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110 x1
       ^^^^^ discipline-modifier error | Add -GO to 97110: you state an occupational therapy plan of care
`,
    },
  ],
  good: [
    {
      title: 'An evaluation with the modifier of its own discipline',
      text: `payer medicare
clinician "K. Mori, OTR"
discipline OT

encounter 2026-03-03 patient A
  dx M25.511
  09:00-09:40  97166
  bill 97166-GO x1
`,
    },
    {
      title: 'A commercial plan needs none',
      text: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110 x1
`,
    },
  ],
};
