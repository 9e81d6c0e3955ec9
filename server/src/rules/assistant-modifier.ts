import { Is } from '../model/code';
import type { ClaimLine, ModifierUse } from '../model/encounter';
import type { ClaimDay, PatientDay } from '../model/patient-day';
import {
  type AssistantShare,
  assistantModifierOf,
  isByAssistant,
  readsAssistants,
  shareOf,
  takesAssistant,
} from './kit/assistant';
import { isDisciplineModifier, isTitled, wantsDisciplineModifier } from './kit/discipline';
import { addLinesAfter, addModifierLast, claimText, removeModifier, setUnits, swapModifier } from './kit/edits';
import { becomesDouble, modifiersAfter } from './kit/lines';
import type { Edit, Fix, PatientDayRule, Related, RuleDocs } from './kit/rule';
import { list, minutes, units, when } from './kit/words';

export const rule: PatientDayRule = {
  id: 'assistant-modifier',
  scope: 'patient-day',
  needs: Is.Therapy,
  severity: 'error',
  sources: ['cms-th26', 'cms-cq', 'ptm'],
  statements: ['G15'],
  facts: ['F-MOD-20', 'F-MOD-21', 'F-MOD-22', 'F-MOD-23', 'F-MOD-24'],
  check(day, report) {
    if (!hasAssistant(day)) return;
    for (const claimDay of day.claimDays) {
      if (!readsAssistants(claimDay.encounters[0]!, rule.id)) continue;
      for (const lines of services(claimDay)) {
        const fault = faultOf(claimDay, lines);
        for (const line of lines) {
          if (line === fault?.line) {
            report(line.encounter, fault.place(), {
              severity: 'error',
              message: fault.message,
              basis: 'CQ and CO by the unit, more than 10 percent',
              about: lines,
              related: fault.related,
              fixes: fault.fixes,
            });
            continue;
          }
          const wrong = wrongLetter(line);
          if (!wrong) continue;
          report(line.encounter, line.modifierPlace(wrong), {
            severity: 'error',
            message: wrongMessage(line, wrong),
            about: [line],
            fixes: () => wrongFixes(claimDay, lines, line, wrong),
          });
        }
      }
    }
  },
};

function assistantUse(line: ClaimLine): ModifierUse | undefined {
  for (const use of line.modifiers) if (use.entry?.kind === 'assistant') return use;
  return undefined;
}

/** An assistant's session, or CQ or CO on a line: where there is neither, there is nothing to judge. */
function hasAssistant(day: PatientDay): boolean {
  for (const line of day.claims) if (assistantUse(line)) return true;
  for (const session of day.claims.length > 0 ? day.sessions : []) if (isByAssistant(session)) return true;
  return false;
}

/** The lines of each service, in file order. Evaluations are another rule's. */
function services(claimDay: ClaimDay): Iterable<readonly ClaimLine[]> {
  const found = new Map<number, ClaimLine[]>();
  for (const line of claimDay.claims) {
    const code = line.code!;
    if (!takesAssistant(line) || code.is & Is.Evaluation) continue;
    const key = code.is & Is.Timed ? code.pool : code.service;
    const lines = found.get(key);
    if (lines) lines.push(line);
    else found.set(key, [line]);
  }
  return found.values();
}

// ---------------------------------------------------------------------------------------- The other discipline's

/** CQ or CO that is not the discipline's. */
function wrongLetter(line: ClaimLine): ModifierUse | undefined {
  const own = assistantModifierOf(line);
  const { discipline } = line.encounter;
  let first: ModifierUse | undefined;
  for (const use of line.modifiers) {
    if (use.entry?.kind !== 'assistant') continue;
    if (own !== undefined ? use.text !== own : discipline !== undefined) return use;
    // Both on one line, and nothing says which is right.
    if (first && first.text !== use.text) return use;
    first ??= use;
  }
  return undefined;
}

function wrongMessage(line: ClaimLine, { text }: ModifierUse): string {
  const own = assistantModifierOf(line);
  const { discipline } = line.encounter;
  const of = text === 'CQ' ? 'a physical therapist assistant' : 'an occupational therapy assistant';
  if (own) {
    const because =
      discipline === undefined ? `stands beside ${own === 'CQ' ? 'GP' : 'GO'}` : `is under discipline ${discipline}`;
    return `${line.text}: ${text} says ${of}; the line ${because} and takes ${own} where an assistant gave it.`;
  }
  if (discipline === undefined) return `${line.text}: CQ and CO are on one line. Keep the one of its discipline.`;
  return `${line.text}: ${text} says ${of}; discipline ${discipline} takes neither CQ nor CO.`;
}

function wrongFixes(
  claimDay: ClaimDay,
  lines: readonly ClaimLine[],
  line: ClaimLine,
  use: ModifierUse,
): readonly Fix[] {
  const own = assistantModifierOf(line);
  if (becomesDouble(line, modifiersAfter(line, [use.text], own && !line.has(own) ? [own] : []))) return [];
  if (own === undefined || line.has(own)) {
    const sure = own !== undefined && line.encounter.discipline !== undefined;
    return [
      {
        title: `Remove -${use.text} from ${line.code!.text}${sure ? '' : ': you state that no such assistant gave it'}`,
        safe: false,
        edits: [removeModifier(line, use)],
      },
    ];
  }
  const share = shareOf(claimDay, lines, line);
  // The units are right as they stand: an assistant gave so many of them, and only the letter is wrong.
  const safe =
    line.encounter.discipline !== undefined &&
    share !== undefined &&
    share.range.least === share.range.most &&
    !isTitled(line, use.text === 'CQ' ? 'GP' : 'GO');
  return [
    {
      title: `Change -${use.text} to -${own}${safe ? '' : `: you state that ${own === 'CQ' ? 'a physical therapist' : 'an occupational therapy'} assistant gave it`}`,
      safe,
      edits: [swapModifier(line, use, own)],
    },
  ];
}

// ------------------------------------------------------------------------------------------------ Too few, too many

interface Fault {
  readonly line: ClaimLine;
  readonly place: () => { line: number; start: number; end: number };
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: () => readonly Fix[];
}

function faultOf(claimDay: ClaimDay, lines: readonly ClaimLine[]): Fault | undefined {
  const { discipline } = claimDay;
  if (discipline !== undefined && discipline !== 'PT' && discipline !== 'OT') return undefined;
  const share = shareOf(claimDay, lines, lines[0]!);
  if (!share) return undefined;
  const { range } = share;
  let carrying = 0;
  for (const line of lines) if (assistantUse(line)) carrying += line.units;
  if (carrying >= range.least && carrying <= range.most) return undefined;
  const tooFew = carrying < range.least;
  const line = lines.find((candidate) => (assistantUse(candidate) === undefined) === tooFew)!;
  const use = assistantUse(line);
  return {
    line,
    place: () => (use ? line.modifierPlace(use) : line.codePlace()),
    message: message(share, line, carrying),
    related: share.sessions.map((session) => ({
      home: session.encounter.home,
      place: session.byPlace(),
      message: `${when(session)} by ${isByAssistant(session) ? 'the assistant' : session.byAide ? 'an aide' : 'the therapist'}`,
    })),
    fixes: () => fixes(share, carrying, tooFew),
  };
}

function message(share: AssistantShare, line: ClaimLine, carrying: number): string {
  const { code } = line;
  const own = assistantModifierOf(line);
  const on = assistantUse(line)?.text;
  const name = own ?? on ?? 'CQ or CO';
  const have = `${has(carrying)} ${on !== undefined && on !== name ? on : 'it'}`;
  const { therapist, assistant } = share.minutes;
  if (assistant === 0) {
    const together = share.sessions.some(isByAssistant);
    return `${code!.text}: ${together ? 'the therapist was there for all of' : 'no assistant is recorded for'} the ${minutes(therapist)}, so no unit takes ${name}; ${units(carrying)} ${have}.`;
  }
  const given =
    therapist === 0
      ? `all ${minutes(assistant)} by the assistant`
      : `${minutes(therapist)} by the therapist, ${assistant} by the assistant alone`;
  if (!share.timed) {
    const more = share.range.least > 0;
    const percent = Math.round((assistant * 100) / (therapist + assistant));
    const takes = more ? `takes ${name}` : `takes no ${name}`;
    return `${code!.text}: ${given}, which is ${percent} percent: ${more ? 'more than' : 'not more than'} 10, so the line ${takes}.`;
  }
  const { most } = share.range;
  // The assistant alone gave units that the minutes do not support, too.
  const least = therapist === 0 ? most : share.range.least;
  const right = least === most ? `${least}` : `${least} ${most - least > 1 ? 'to' : 'or'} ${most}`;
  return `${code!.text}: ${given}: ${right} of ${units(share.billed)} ${most === 1 ? 'takes' : 'take'} ${name}, ${carrying} ${have}.`;
}

function has(n: number): string {
  return n === 1 ? 'has' : 'have';
}

const MOST_LINES = 6;
const MOST_CHOICES = 3;

/** Sets CQ or CO on so many lines that the units are right; where no whole line does it, on a part of one. */
function fixes(share: AssistantShare, carrying: number, tooFew: boolean): readonly Fix[] {
  const { range } = share;
  const candidates = share.lines.filter((line) => (assistantUse(line) === undefined) === tooFew);
  const { file } = candidates[0]!.encounter.home;
  if (candidates.length > MOST_LINES || candidates.some((line) => line.encounter.home.file !== file)) return [];
  // The difference in units that sets it right, from the least to the most.
  const least = tooFew ? range.least - carrying : carrying - range.most;
  const most = tooFew ? range.most - carrying : carrying - range.least;
  const choices: ClaimLine[][] = [];
  for (let bits = 1; bits < 1 << candidates.length; bits++) {
    const chosen = candidates.filter((_, index) => bits & (1 << index));
    let sum = 0;
    for (const line of chosen) sum += line.units;
    if (sum >= least && sum <= most) choices.push(chosen);
  }
  const isSettled = range.least === range.most || (tooFew && share.minutes.therapist === 0);
  const oneAnswer = choices.length === 1 && isSettled && isRecorded(share);
  const result: Fix[] = [];
  for (const chosen of choices.slice(0, MOST_CHOICES)) {
    for (const modifier of tooFew ? modifiersFor(chosen[0]!) : ['']) {
      if (
        chosen.some((line) =>
          becomesDouble(line, modifiersAfter(line, tooFew ? [] : ['CQ', 'CO'], tooFew ? [modifier] : [])),
        )
      )
        continue;
      const own = tooFew ? assistantModifierOf(chosen[0]!) !== undefined : true;
      const safe = oneAnswer && own;
      const told = share.lines.length > 1 && chosen.length < share.lines.length;
      const codes = list([...new Set(chosen.map((line) => (told ? line.text : line.code!.text)))]);
      result.push({
        title: tooFew
          ? `Add -${modifier} to ${codes}${safe ? '' : ': you state that an assistant gave it'}`
          : `Remove -${namesOn(chosen)} from ${codes}${safe ? '' : ': you state that the therapist gave it'}`,
        safe,
        edits: chosen.flatMap((line) =>
          tooFew
            ? [addModifierLast(line, assistantModifierOf(line) ?? modifier)]
            : [removeModifier(line, assistantUse(line)!)],
        ),
      });
    }
  }
  if (choices.length > 0) return result;
  const line = candidates.find((candidate) => candidate.units > least);
  // The new line would lack what this one lacks.
  if (!line || line.code!.text === '97129' || lacksDiscipline(line)) return result;
  for (const modifier of tooFew ? modifiersFor(line) : [assistantModifierOf(line) ?? assistantUse(line)!.text]) {
    const kept = line.units - least;
    result.push({
      title: `Split ${line.code!.text}: x${tooFew ? least : kept} with -${modifier}, x${tooFew ? kept : least} without`,
      safe: false,
      edits: split(line, kept, least, modifier, tooFew),
    });
  }
  return result;
}

function lacksDiscipline(line: ClaimLine): boolean {
  return wantsDisciplineModifier(line, 'discipline-modifier') && !line.modifiers.some(isDisciplineModifier);
}

function modifiersFor(line: ClaimLine): readonly string[] {
  const own = assistantModifierOf(line);
  return own ? [own] : ['CQ', 'CO'];
}

function namesOn(lines: readonly ClaimLine[]): string {
  return [...new Set(lines.map((line) => assistantUse(line)!.text))].join(' or -');
}

/** An assistant is named for part of the service, or every session of it says by whom it was: a giver that is only assumed proves nothing. */
function isRecorded({ sessions }: AssistantShare): boolean {
  return sessions.some(isByAssistant) || sessions.every((session) => session.byStart >= 0);
}

/** Lowers a line, and adds one below it for the rest: with the modifier where it was missing, without it where not. */
function split(line: ClaimLine, kept: number, rest: number, modifier: string, adds: boolean): Edit[] {
  const others = line.modifiers.map((use) => use.text).filter((text) => adds || (text !== 'CQ' && text !== 'CO'));
  if (adds) others.push(modifier);
  const wrong = adds
    ? undefined
    : line.modifiers.find(({ entry, text }) => entry?.kind === 'assistant' && text !== modifier);
  return [
    ...(wrong ? [line.has(modifier) ? removeModifier(line, wrong) : swapModifier(line, wrong, modifier)] : []),
    setUnits(line, kept),
    addLinesAfter(line.encounter, line.line, [claimText(line.code!.text, others, rest)]),
  ];
}

const PT = `payer medicare
clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'CQ or CO missing or wrong',
  summary: "A unit that an assistant gave lacks CQ or CO, or one that is the therapist's has it.",
  explanation:
    "CQ says that a physical therapist assistant, CO that an occupational therapy assistant gave more than 10 percent of a unit of a timed code, or of the whole of an untimed service. Fifteen whole minutes of one person fix a unit to that person; what both have left over is shared. Where one last unit is left and the therapist alone gave 8 minutes or more of it, it takes neither. Where two are left, and each gave 9 to 14 minutes of the same code, one takes it and one does not. Minutes that both spend with the patient together are the therapist's. Where ways of rounding 10 percent part, both are accepted.",
  cost: 'A unit with it is paid at 85 percent: one that lacks it is overpaid, one that has it wrongly is underpaid.',
  fix: 'Add, remove or swap it. Safe where the record says who gave every minute and one answer is left. Where one line holds units of both, it is split in two; by taking that you state which units are whose.',
  severities: 'Error for Medicare from 2020-01-01 and for TRICARE from 2020-04-16. Off for other payers.',
  bad: [
    {
      title: 'All of it by the assistant, and no CQ',
      text: `${PT}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  by assistant "K. Poe, PTA"
  bill 97110-GP x1
       ^^^^^ assistant-modifier error | Add -CQ to 97110
`,
      fixed: `${PT}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  by assistant "K. Poe, PTA"
  bill 97110-GP-CQ x1
`,
    },
    {
      title: '12 and 14 minutes of one code: one unit with, one without',
      text: `${PT}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:12  97110
  09:12-09:26  97110  by assistant "K. Poe, PTA"
  bill 97110-GP-CQ x2
               ^^^ assistant-modifier error | Split 97110: x1 with -CQ, x1 without
`,
      fixed: `${PT}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:12  97110
  09:12-09:26  97110  by assistant "K. Poe, PTA"
  bill 97110-GP-CQ x1
  bill 97110-GP x1
`,
    },
    {
      title: "8 minutes of the therapist make the last unit the therapist's",
      text: `${PT}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:08  97110
  09:08-09:15  97110  by assistant "K. Poe, PTA"
  bill 97110-GP-CQ x1
               ^^^ assistant-modifier error | Remove -CQ from 97110
`,
    },
    {
      title: 'CQ is physical therapy, CO occupational therapy',
      text: `payer medicare
clinician "K. Mori, OTR"
assistant "L. Adams, OTA"
discipline OT

encounter 2026-03-03 patient A
  dx M25.511
  09:00-09:15  97530
  bill 97530-GO-CQ x1
               ^^^ assistant-modifier error | Change -CQ to -CO
`,
    },
  ],
  good: [
    {
      title: "The assistant's 23 and the therapist's 13 minutes of one code: one unit each",
      text: `${PT}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:23  97110  by assistant "K. Poe, PTA"
  09:23-09:36  97110
  09:36-10:06  97140
  bill 97110-GP-CQ x1
  bill 97110-GP x1
  bill 97140-GP x2
`,
    },
    {
      title: 'Both together the whole time',
      text: `${PT}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:20  97116
  09:00-09:20  97116  by assistant "K. Poe, PTA"
  bill 97116-GP x1
`,
    },
    {
      title: 'A commercial plan is not held to it',
      text: `payer commercial
clinician "R. Ortiz, PT"
discipline PT

encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110  by assistant "K. Poe, PTA"
  bill 97110 x1
`,
    },
    {
      title: 'TRICARE reads it from 2020-04-16; this is the day before',
      text: `payer tricare
clinician "R. Ortiz, PT"
discipline PT

encounter 2020-04-15 patient A
  dx M54.5
  09:00-09:15  97110  by assistant "K. Poe, PTA"
  bill 97110-GP x1
`,
    },
  ],
};
