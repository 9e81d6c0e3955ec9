import { mayBePrimary } from '../guidance/codes';
import { type Code, Is, isUsable } from '../model/code';
import { ClaimLine, type Encounter, type Session, shownOverlapping } from '../model/encounter';
import { type ClaimDay, type PatientDay, sameHands } from '../model/patient-day';
import { isBound, isMedicare } from '../model/payer';
import { Giver } from '../syntax/kinds';
import { assistantModifierOf, isByAssistant, readsAssistants, shareOf, takesAssistant } from './kit/assistant';
import { ContactFault, contactFault } from './kit/contact';
import { missesDisciplineModifier, wantedModifier } from './kit/discipline';
import { addLinesAfter, addModifierFirst, claimText } from './kit/edits';
import { isElsewhere } from './kit/elsewhere';
import {
  DayPair,
  isGroupPair,
  isGroupPsychotherapyPair,
  isManipulationPair,
  isNeverPaid,
  isUnopened,
  isVisitPair,
  opens,
  pairsOf,
} from './kit/pairs';
import { payerCode, treatsUlcer } from './kit/payer-code';
import type { Edit, Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { provenApart } from './kit/separate';
import { list, minutes, units, when } from './kit/words';

export const rule: PatientDayRule = {
  id: 'performed-not-billed',
  scope: 'patient-day',
  needs: 0,
  severity: 'hint',
  sources: ['aca-group', 'cms'],
  statements: ['A02'],
  facts: ['F-DOC-01', 'F-8MIN-06'],
  check(day, report) {
    if (day.unreadClaim || day.claims.length === 0) return;
    let said: Set<number> | undefined;
    for (const session of day.sessions) {
      const code = session.code!;
      if (hasLine(day.claims, code) || said?.has(code.pool)) continue;
      said ??= new Set();
      said.add(code.pool);
      const unbilled = billable(day, session);
      if (!unbilled) continue;
      report(session.encounter, session.codePlace(), {
        severity: 'hint',
        message: message(unbilled),
        about: unbilled.sessions,
        fixes: () => fixes(unbilled),
      });
    }
  },
};

/** A service that was given, could be billed and is not. */
interface Unbilled {
  readonly day: PatientDay;
  readonly claimDay: ClaimDay;
  readonly first: Session;
  readonly sessions: readonly Session[];
  /** A line as it would be billed: the payer's own code for the service. */
  readonly line: ClaimLine;
  readonly units: number;
}

/** One service by two names, or one that is counted with the other. */
function isSame(a: Code, b: Code): boolean {
  return a.service === b.service || a.pool === b.pool;
}

function hasLine(claims: readonly ClaimLine[], code: Code): boolean {
  for (const line of claims) if (isSame(line.code!, code)) return true;
  return false;
}

/** Nothing where the session earns no unit, or a line for it would be wrong for a reason that the record shows. */
function billable(day: PatientDay, first: Session): Unbilled | undefined {
  const { encounter } = first;
  const code = first.code!;
  if (encounter.payerUnread) return undefined;
  const claimDay = day.claimDayOf(encounter);
  if (!claimDay.sessions.some((other) => !isSame(other.code!, code) && hasLine(claimDay.claims, other.code!)))
    return undefined;
  const sessions = claimDay.sessions.filter((other) => isSame(other.code!, code));
  const billed = payerCode(code, encounter.payer, rule.id);
  if (billed === undefined) return undefined;
  for (const session of sessions) {
    if (session.cut || session.minutes < 0 || session.byAide || session.size === 1) return undefined;
    if (contactFault(session) !== ContactFault.None) return undefined;
    if (code.is & Is.Evaluation && (isByAssistant(session) || session.by === Giver.Student)) return undefined;
    for (const other of day.sessions) {
      if (other === session || !shownOverlapping(session, other)) continue;
      if (isSame(other.code!, code) ? other.giver === session.giver : day.inPlay(other)) return undefined;
    }
  }
  const line = new ClaimLine(encounter);
  line.code = day.settings.codes.of(billed === '97130' ? '97129' : billed);
  line.written = line.code;
  if (!line.code.entry) return undefined;
  if (line.code.is & Is.AddOn && !day.claims.some((other) => isPrimary(line, other))) return undefined;
  for (const other of day.claims) {
    if (other.notCovered || !sameHands(other.encounter, encounter)) continue;
    const found = pairWith(day, line, other);
    if (found && isNeverPaid(found)) return undefined;
  }
  const earned = unitsEarned(claimDay, sessions, line.code);
  return earned > 0 ? { day, claimDay, first, sessions, line, units: earned } : undefined;
}

function isPrimary(addOn: ClaimLine, other: ClaimLine): boolean {
  return mayBePrimary(addOn.code!.entry!, other.code!.text) && sameHands(addOn.encounter, other.encounter);
}

function pairWith(day: PatientDay, line: ClaimLine, other: ClaimLine): DayPair | undefined {
  const pair = day.settings.pairs.find(line.code!.text, other.code!.text, day.date);
  if (!pair || (day.date === 0 && (pair.from !== undefined || pair.to !== undefined))) return undefined;
  const [one, two] = pair.column1 === line.code!.text ? [line, other] : [other, line];
  return new DayPair(day, pair, one, two, sameHands(one.encounter, two.encounter));
}

/** Units that the sessions support beside what is billed already. */
function unitsEarned(claimDay: ClaimDay, sessions: readonly Session[], code: Code): number {
  if (code.is & Is.Timed) {
    if (!claimDay.minutesKnown) return 0;
    const sums = new Map<number, number>();
    for (const line of claimDay.claims) if (line.cut && line.code!.is & Is.Timed) return 0;
    for (const { pool, supported } of claimDay.lineUnits) sums.set(pool.key, (sums.get(pool.key) ?? 0) + supported);
    return claimDay.units.add(sums, sessions[0]!.code!.pool, 99);
  }
  const span = code.entry!.minutes;
  if (!span) return 1;
  // Psychotherapy is judged session by session.
  for (const session of sessions) if (session.minutes < span[0]) return 0;
  return Math.min(sessions.length, code.entry!.mue ?? 1);
}

function message({ sessions, line, units: earned, first }: Unbilled): string {
  const code = first.code!;
  const as =
    isSame(line.code!, code) && line.code !== code && !(line.code!.is & Is.Cognitive)
      ? ` (billed as ${line.code!.text})`
      : '';
  if (code.is & Is.Timed) {
    let sum = 0;
    for (const session of sessions) sum += session.minutes;
    return `${code.text}${as}: ${minutes(sum)} recorded, which support ${units(earned)}; no line bills it. Add the line, unless it is left unbilled on purpose.`;
  }
  return `${code.text}${as}: given ${list(sessions.map(when))}; no line bills it. Add the line, unless it is left unbilled on purpose.`;
}

// ---------------------------------------------------------------------------------------------------------- The line

/** The line with what the record proves to belong on it; none where something it would need is not proven. */
function fixes(unbilled: Unbilled): readonly Fix[] {
  const { claimDay, first, sessions, line } = unbilled;
  const { encounter } = first;
  const code = line.code!;
  const { payer, discipline } = encounter;
  const limit = isBound(payer, 'units-over-mue') && !(code.is & Is.Cognitive) ? (code.entry!.mue ?? 999) : 999;
  const earned = Math.min(unbilled.units, limit);
  if (!fits(unbilled)) return [];
  if (discipline === 'chiro' && isMedicare(payer, 'chiropractic-modifier')) {
    // That treatment was active is the chiropractor's to say.
    if (code.is & Is.SpinalManipulation) return [];
    return [added(encounter, [claimText(code.text, ['GY'], earned)], [])];
  }

  const modifiers: string[] = [];
  const beside: Edit[] = [];
  const besideCodes: string[] = [];
  const told = tellApart(unbilled);
  if (!told) return [];
  if (told.own) modifiers.push('59');
  for (const other of told.others) {
    if (other.encounter.home.file !== encounter.home.file) return [];
    beside.push(addModifierFirst(other, '59'));
    besideCodes.push(other.code!.text);
  }
  if (missesDisciplineModifier(line, 'discipline-modifier')) {
    const wanted = wantedModifier(line);
    if (!wanted) return [];
    modifiers.push(wanted);
  }
  let byAssistant = 0;
  let assistant: string | undefined;
  if (
    readsAssistants(encounter, 'assistant-modifier') &&
    (discipline === undefined || discipline === 'PT' || discipline === 'OT') &&
    takesAssistant(line) &&
    sessions.some(isByAssistant)
  ) {
    const share = shareOf(claimDay, [], first, earned);
    assistant = assistantModifierOf(line);
    if (!share || share.range.least !== share.range.most) return [];
    byAssistant = share.range.least;
    if (byAssistant > 0 && assistant === undefined) return [];
  }
  const withAssistant = assistant ? [...modifiers, assistant] : modifiers;
  const lines: string[] = [];
  if (code.is & Is.Cognitive && code.text === '97129') {
    if (byAssistant > 0 && byAssistant < earned) return [];
    const all = byAssistant > 0 ? withAssistant : modifiers;
    lines.push(claimText('97129', all, 1));
    if (earned > 1) lines.push(claimText('97130', all, earned - 1));
  } else {
    if (byAssistant > 0) lines.push(claimText(code.text, withAssistant, byAssistant));
    if (byAssistant < earned) lines.push(claimText(code.text, modifiers, earned - byAssistant));
  }
  return [added(encounter, lines, beside, besideCodes)];
}

/** Nothing about the code itself speaks against a line: discipline, giver, time, another evaluation. */
function fits({ day, first, sessions, line }: Unbilled): boolean {
  const code = line.code!;
  const { entry } = code;
  const { discipline, date } = first.encounter;
  if (date === 0 || date > day.settings.today || !isUsable(code, date)) return false;
  // Another code for it would have to stand on the session too.
  if (!isSame(code, first.code!)) return false;
  if (discipline !== undefined && entry!.disciplines.length > 0 && !entry!.disciplines.includes(discipline))
    return false;
  if (line.code!.text === 'G0283' && first.code!.text !== 'G0283' && treatsUlcer(day)) return false;
  if (sessions.some((session) => session.by === Giver.Student)) return false;
  const most = entry!.minutes?.[1];
  if (most !== undefined && sessions.some((session) => session.minutes > most)) return false;
  if (code.is & Is.Evaluation && day.claims.some((other) => other.code!.is & Is.Evaluation)) return false;
  if (code.is & (Is.Group | Is.AttendedModality)) {
    const against = code.is & Is.Group ? Is.AttendedModality : Is.Group;
    const others = day.sessions.filter((other) => other.code!.is & against && hasLine(day.claims, other.code!));
    if (others.some((other) => sessions.some((session) => !session.hasClock || !other.hasClock))) return false;
  }
  return !sessions.some((session) => isElsewhere(day, session));
}

/** Which lines take a 59 once the new line stands beside them; nothing where the record does not prove it. */
function tellApart({ day, line }: Unbilled): { own: boolean; others: readonly ClaimLine[] } | undefined {
  const { encounter } = line;
  let own = false;
  const others: ClaimLine[] = [];
  const unproven: DayPair[] = [];
  for (const other of day.claims) {
    if (other.notCovered || !sameHands(encounter, other.encounter)) continue;
    const found = pairWith(day, line, other);
    if (!found) continue;
    if (other.cut || isVisitPair(found) || isManipulationPair(found)) return undefined;
    const isTwo = found.two === line;
    // Since July 2019 the modifier may stand on either line.
    if (opens(other) && (!isTwo || day.date >= 20190701)) continue;
    if (isGroupPsychotherapyPair(found) && encounter.payer.refusesGroupWithIndividual) return undefined;
    const matters = isGroupPair(found) || isGroupPsychotherapyPair(found) || isBound(encounter.payer, 'missing-59');
    if (!provenApart(found)) {
      if (matters) return undefined;
      unproven.push(found);
      continue;
    }
    if (!matters) continue;
    if (isTwo) own = true;
    else others.push(other);
  }
  if (own && unproven.length > 0) return undefined;
  // A 59 opens every pair of its line.
  for (const other of others) {
    const opened = pairsOf(day).filter((found) => (found.one === other || found.two === other) && isUnopened(found));
    if (!opened.every(provenApart)) return undefined;
  }
  return { own, others };
}

function added(
  encounter: Encounter,
  lines: readonly string[],
  beside: readonly Edit[],
  besideCodes: readonly string[] = [],
): Fix {
  let after = 0;
  for (const claim of encounter.claims) after = Math.max(after, claim.line);
  if (after === 0) for (const session of encounter.sessions) after = Math.max(after, session.line);
  const what = list(lines.map((text) => text.slice('bill '.length)));
  const and = besideCodes.length > 0 ? `, and -59 to ${list(besideCodes)}` : '';
  return {
    title: `Add ${what}${and}: you state that it is to be billed`,
    safe: false,
    edits: [...beside, addLinesAfter(encounter, after, lines)],
  };
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Given, and not billed',
  summary: 'A session of a billable code has no claim line, though other sessions of the day have.',
  explanation:
    'Care may be recorded and rightly left unbilled, so this is a hint. It is silent where a line would earn nothing or be wrong: too few minutes, minutes that a billed session holds already, an aide, a group of one, a code that another billed code shuts out, and hot or cold packs for Medicare. It is silent too while a claim line of the day cannot be read.',
  cost: 'Care that was given is not paid.',
  fix: 'Add the line. The fix adds it with the units that the minutes support beside what is billed, and with those modifiers alone that the record proves; it is not offered where the line would need one that it does not prove. By taking it you state that the service is to be billed.',
  severities: 'Hint, for every payer.',
  bad: [
    {
      title: '15 minutes of 97112 without a line',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112
               ^^^^^ performed-not-billed hint | Add 97112-GP x1: you state that it is to be billed
  bill 97110-GP x1
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112
  bill 97110-GP x1
  bill 97112-GP x1
`,
    },
    {
      title: 'One-on-one beside a billed group: the line needs -59, and the times prove it',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  goal "Walk 200 m without a rail"
  09:00-09:15  97110  one-on-one
               ^^^^^ performed-not-billed hint | Add 97110-59-GP x1: you state that it is to be billed
  09:15-09:30  97150  group of 2  "Balance and core"
  bill 97150-GP x1
  O: Took part in the whole group; two cues needed.
  A: Fewer cues than last week.
  P: Continue twice weekly.
`,
    },
    {
      title: 'Seven minutes that the day still gives a unit',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:33  97110
  09:33-09:40  97140
               ^^^^^ performed-not-billed hint | Add 97140-GP x1: you state that it is to be billed
  bill 97110-GP x2
`,
    },
  ],
  good: [
    {
      title: '8 minutes of ultrasound that the day gives no unit',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:18  97110
  09:18-09:31  97140
  09:31-09:41  97116
  09:41-09:49  97035
  bill 97110-GP x1
  bill 97140-GP x1
  bill 97116-GP x1
`,
    },
    {
      title: 'A hot pack, which Medicare does not pay apart',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:10  97010
  09:10-09:25  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'An aide gave it',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  09:15-09:30  97112  by aide
  bill 97110-GP x1
`,
    },
  ],
};
