import { type Code, Is, isUsable } from '../model/code';
import { ClaimLine } from '../model/encounter';
import { type PatientDay, sameHands } from '../model/patient-day';
import { isMedicare } from '../model/payer';
import { assistantModifierOf, isByAssistant, readsAssistants, shareOf } from './kit/assistant';
import {
  type DisciplineModifier,
  disciplineAgrees,
  isDisciplineModifier,
  PLAN,
  possibleModifiers,
  wantedModifier,
  wantsDisciplineModifier,
} from './kit/discipline';
import { addModifierLast, setCode, setUnits } from './kit/edits';
import { inOneFile } from './kit/lines';
import { Refusal, refusalOf, treatsUlcer } from './kit/payer-code';
import type { Edit, Fix, PatientDayRule, RuleDocs, Severity } from './kit/rule';

export const rule: PatientDayRule = {
  id: 'code-not-for-payer',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['estim', 'cog', 'deny'],
  statements: [],
  facts: ['F-CODE-01', 'F-CODE-02', 'T-DELETED'],
  check(day, report) {
    for (const line of day.claims) {
      const code = line.code!;
      const { encounter } = line;
      const refusal = refusalOf(code, encounter.payer, rule.id);
      if (refusal === Refusal.None || encounter.payerUnread || line.notCovered) continue;
      // A chiropractor's line with a notice is known not to be covered.
      if (encounter.discipline === 'chiro' && line.has('GX')) continue;
      report(encounter, line.codePlace(), {
        severity: severityOf(line, refusal),
        message: message(line, refusal),
        sources: sourcesOf(line, refusal),
        about: [line],
        fixes: () => (refusal === Refusal.OtherCode ? fixes(day, line) : []),
      });
    }
  },
};

function severityOf({ code, encounter }: ClaimLine, refusal: Refusal): Severity {
  if (encounter.payer.codesNotTaken?.has(code!.text)) return 'error';
  return refusal === Refusal.Bundled ? 'info' : refusal === Refusal.NotCovered ? 'warning' : 'error';
}

/** Who says so of this code; of what a plan was set not to take, the configuration. */
function sourcesOf({ code, encounter }: ClaimLine, refusal: Refusal): readonly string[] {
  if (encounter.payer.codesNotTaken?.has(code!.text) || refusal === Refusal.NotCovered) return ['encounter'];
  if (refusal === Refusal.Bundled) return ['deny'];
  return [code!.is & Is.Cognitive ? 'cog' : 'estim'];
}

function message({ code, encounter }: ClaimLine, refusal: Refusal): string {
  const { payer } = encounter;
  const { text, entry } = code!;
  const name = isMedicare(payer, rule.id) ? 'Medicare' : payer.name;
  switch (refusal) {
    case Refusal.Bundled:
      return `${text}: ${name} pays it inside the other services of the day and nothing for this line.`;
    case Refusal.NotCovered:
      return `${text}: ${name} does not take this code. Remove the line, or bill whom it concerns.`;
    default:
      return `${text}: ${name} does not take this code. It takes ${entry!.payerCode} for the same service.`;
  }
}

/** The payer's code on the line, with what that code needs beside it; on the session too where the two are not one service. */
function fixes(day: PatientDay, line: ClaimLine): readonly Fix[] {
  const code = line.code!;
  const { encounter } = line;
  if (line.cut) return [];
  const to = day.settings.codes.of(code.entry!.payerCode!);
  if (!isUsable(to, day.date)) return [];
  if (day.claims.some((other) => other !== line && (other.code === to || other.code === code))) return [];
  for (const other of day.claims) {
    if (
      other !== line &&
      sameHands(other.encounter, encounter) &&
      day.settings.pairs.find(to.text, other.code!.text, day.date)
    )
      return [];
  }
  const edits: Edit[] = [setCode(line, to.text)];
  if (to.service !== code.service) {
    const sessions = day.sessionsOf(code);
    if (!inOneFile(sessions, line)) return [];
    for (const session of sessions) edits.push(setCode(session, to.text));
    if (!(to.is & Is.Timed) && line.units > 1) edits.push(setUnits(line, 1));
  }
  const assistant = assistantFor(day, line, to);
  if (assistant === undefined) return [];
  const ulcer = to.text === 'G0283' && treatsUlcer(day);
  const states = ulcer ? ': you state that it did not treat the wound' : '';

  const changed = new ClaimLine(encounter);
  changed.code = to;
  changed.modifiers = line.modifiers;
  const wants = wantsDisciplineModifier(changed, 'discipline-modifier');
  const wanted = wantedModifier(changed);
  const has = line.modifiers.filter(isDisciplineModifier);
  if (has.length > 1 || (has.length === 1 && wanted !== undefined && has[0]!.text !== wanted)) return [];
  const fix = (added: readonly string[], safe: boolean, because: string): Fix => ({
    title: `Bill ${to.text} instead of ${code.text}${added.length > 0 ? `, with -${added.join('-')}` : ''}${because}`,
    safe,
    edits: added.length > 0 ? [...edits, addModifierLast(line, added.join('-'))] : edits,
  });
  if (!wants || has.length === 1) return [fix(assistant, !ulcer, states)];
  if (wanted && disciplineAgrees(changed)) return [fix([wanted, ...assistant], !ulcer, states)];
  const choices: readonly DisciplineModifier[] = wanted ? [wanted] : possibleModifiers(changed);
  return choices.map((modifier) =>
    fix([modifier, ...assistant], false, `${states || ': you state'}${states ? ', and' : ''} ${PLAN[modifier]}`),
  );
}

/** CQ or CO where the new code needs one; nothing where the record does not say whether it does. */
function assistantFor(day: PatientDay, line: ClaimLine, to: Code): readonly string[] | undefined {
  if (!(to.is & Is.Therapy) || !readsAssistants(line.encounter, 'assistant-modifier')) return [];
  const claimDay = day.claimDayOf(line.encounter);
  const has = line.modifiers.some((use) => use.entry?.kind === 'assistant');
  if (!has && !day.sessionsOf(line.code!).some(isByAssistant)) return [];
  const share = shareOf(claimDay, [line], line);
  if (!share || share.range.least !== share.range.most) return undefined;
  const needed = share.range.least > 0;
  if (needed === has) return [];
  const own = assistantModifierOf(line);
  return needed && own ? [own] : undefined;
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Code that the payer does not take',
  summary: 'The payer wants another code for this service, or does not pay it apart.',
  explanation:
    '97014 is a live code, but Medicare does not take it and wants G0283 for electrical stimulation left running. In 2018 and 2019 training of thinking skills was G0515 for Medicare and 97127 for the others. Hot and cold packs (97010) are paid inside other services by Medicare, and the evaluations of athletic trainers (97169-97172) are not covered. Codes that a payer of your own does not take can be named in the configuration. A session of 97014 may stand: it and G0283 are one service.',
  cost: 'The line is denied.',
  fix: "The payer's code on the line, with the modifier that it needs. Safe; but where the diagnosis is an ulcer of the skin you state by it that the current did not treat the wound, since G0283 is not for wounds.",
  severities:
    'Error. For Medicare 97010 is an info and 97169-97172 a warning. 97014 is fine for other payers unless the configuration says otherwise.',
  bad: [
    {
      title: '97014 to Medicare',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97014
  bill 97110-GP x1
  bill 97014-GP x1
       ^^^^^ code-not-for-payer error | Bill G0283 instead of 97014
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97014
  bill 97110-GP x1
  bill G0283-GP x1
`,
    },
    {
      title: 'With an ulcer the choice is yours; GP is added',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx L97.419
  09:00-09:15  97110
  09:15-09:30  97014
  bill 97110-GP x1
  bill 97014 x1
       ^^^^^ code-not-for-payer error | Bill G0283 instead of 97014, with -GP: you state that it did not treat the wound
`,
    },
    {
      title: 'G0515 to a commercial plan in 2019',
      text: `payer commercial
clinician "K. Mori, OTR"
discipline OT

encounter 2019-06-03 patient A
  dx R41.841
  09:00-09:30  G0515
  bill G0515 x2
       ^^^^^ code-not-for-payer error | Bill 97127 instead of G0515
`,
      fixed: `payer commercial
clinician "K. Mori, OTR"
discipline OT

encounter 2019-06-03 patient A
  dx R41.841
  09:00-09:30  97127
  bill 97127 x1
`,
    },
    {
      title: 'A hot pack to Medicare: an info',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  97010
  09:10-09:25  97110
  bill 97010-GP x1
       ^^^^^ code-not-for-payer info
  bill 97110-GP x1
`,
    },
  ],
  good: [
    {
      title: '97014 to a commercial plan',
      text: `payer commercial
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97014
  bill 97110 x1
  bill 97014 x1
`,
    },
  ],
};
