import { mayBePrimary } from '../guidance/codes';
import { Is } from '../model/code';
import { type ClaimLine, shownOverlapping } from '../model/encounter';
import { type PatientDay, sameHands } from '../model/patient-day';
import { ContactFault, contactFault } from './kit/contact';
import { removeLine } from './kit/edits';
import { isElsewhere } from './kit/elsewhere';
import { hasSessions, isPerformed, isSameService } from './kit/performed';
import type { Fix, PatientDayRule, RuleDocs } from './kit/rule';
import { count, list, units, when } from './kit/words';

export const rule: PatientDayRule = {
  id: 'billed-not-performed',
  scope: 'patient-day',
  needs: 0,
  severity: 'error',
  sources: ['aca-group', 'theraplatform'],
  statements: ['A02', 'T08'],
  facts: ['F-DOC-03'],
  check(day, report) {
    if (day.unreadSession || day.claims.length === 0) return;
    if (!day.encounters.some((encounter) => encounter.sessions.length > 0)) {
      const billed = day.claims.filter((line) => hasSessions(line.code!));
      const first = billed[0];
      if (!first) return;
      report(first.encounter, first.encounter.headerPlace(), {
        severity: 'warning',
        message: `${count(billed.length, 'line')} billed (${list([...new Set(billed.map((line) => line.code!.text))])}), no session recorded on this day. Record what was given and its times: until then no units can be checked.`,
        related: billed.map((line) => ({
          home: line.encounter.home,
          place: line.codePlace(),
          message: `${line.text} is billed here`,
        })),
      });
      return;
    }
    let said: Set<number> | undefined;
    for (const line of day.claims) {
      const code = line.code!;
      if (!hasSessions(code) || isPerformed(day, code) || said?.has(code.pool)) continue;
      said ??= new Set();
      said.add(code.pool);
      const lines = day.claims.filter((other) => isSameService(other.code!, code) && hasSessions(other.code!));
      const unbilled = day.sessions.filter(
        (session) => !day.claims.some((other) => isSameService(other.code!, session.code!)),
      );
      report(line.encounter, line.codePlace(), {
        severity: 'error',
        message: `${code.text}: ${billedUnits(lines)} billed, no session of it recorded on this day. Remove the line, or record the session.`,
        about: lines,
        related: unbilled.map((session) => ({
          home: session.encounter.home,
          place: session.codePlace(),
          message: `${session.code!.text}, ${when(session)}, is recorded and not billed`,
        })),
        fixes: () => fixes(day, line, lines),
      });
    }
  },
};

function billedUnits(lines: readonly ClaimLine[]): string {
  let sum = 0;
  for (const line of lines) {
    if (line.cut) return count(lines.length, 'line');
    sum += line.units;
  }
  return units(sum);
}

function fixes(day: PatientDay, line: ClaimLine, lines: readonly ClaimLine[]): readonly Fix[] {
  // An add-on does not stand without its primary: it goes too.
  const addOns = day.claims.filter(
    (addOn) =>
      addOn.code!.is & Is.AddOn &&
      lines.some((gone) => mayBePrimary(addOn.code!.entry!, gone.code!.text)) &&
      !day.claims.some(
        (other) =>
          !lines.includes(other) &&
          other !== addOn &&
          mayBePrimary(addOn.code!.entry!, other.code!.text) &&
          sameHands(other.encounter, addOn.encounter),
      ),
  );
  const gone = [...lines, ...addOns];
  if (gone.some((other) => other.encounter.home.file !== line.encounter.home.file)) return [];
  if (bringsIntoPlay(day, gone)) return [];
  const what = list([...new Set(gone.map((other) => other.text))]);
  return [
    {
      title: `Remove ${what}: you state that ${gone.length === lines.length ? 'it was' : 'they were'} not given`,
      safe: false,
      edits: gone.map((other) => removeLine(other.encounter, other.line)),
    },
  ];
}

/** Without any claim line left, an encounter counts as not billed yet, and its sessions would be judged for overlap. */
function bringsIntoPlay(day: PatientDay, gone: readonly ClaimLine[]): boolean {
  const going = new Set(gone);
  const emptied = new Set(gone.map(({ encounter }) => encounter));
  for (const encounter of emptied) if (!encounter.claims.every((line) => going.has(line))) emptied.delete(encounter);
  return day.sessions.some((session) => {
    if (!emptied.has(session.encounter) || day.inPlay(session)) return false;
    // Who may evaluate is asked of sessions in play too.
    if (session.code!.is & Is.Evaluation) return true;
    if (contactFault(session) !== ContactFault.None || isElsewhere(day, session)) return true;
    return day.sessions.some((other) => other !== session && other.isAttended && shownOverlapping(session, other));
  });
}

const HEAD = `clinician "R. Ortiz, PT"
discipline PT
`;

export const docs: RuleDocs = {
  title: 'Billed, and no session recorded',
  summary: 'A code is billed and the patient has no session of it on that day.',
  explanation:
    'What is billed must have been given, and the record must show it. 97014 and G0283 are one service, and so a session of the one stands for the other; a session of 97129 or 97130 stands for both. Visits and add-ons need no session of their own. Where the day has no session at all, this is said once, on the header. Nothing is said while a session line of the day cannot be read, since it may be the one that is missed.',
  cost: 'A service billed without a record of it is an overpayment, and looks like worse.',
  fix: 'Record the session, correct the code, or remove the line. The fix removes the line, and with it an add-on that has no other primary; by taking it you state that the service was not given.',
  severities: 'Error; one warning on the header where the day has no session at all. Payer and date do not matter.',
  bad: [
    {
      title: '97140 is billed, the record holds 97110 alone',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
  bill 97140-GP x1
       ^^^^^ billed-not-performed error | Remove 97140-GP: you state that it was not given
`,
      fixed: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
  dx M54.50
  09:00-09:15  97110
  bill 97110-GP x1
`,
    },
    {
      title: 'No session at all: said once',
      text: `payer medicare
${HEAD}
encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ billed-not-performed warning
  dx M54.50
  bill 97110-GP x1
  bill 97140-GP x1
`,
    },
  ],
  good: [
    {
      title: '97014 was given and is billed to Medicare as G0283',
      text: `payer medicare
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
      title: 'The rest of 97129 is billed as 97130',
      text: `payer medicare
clinician "K. Mori, OTR"
discipline OT

encounter 2026-03-03 patient A
  dx R41.841
  09:00-09:30  97129
  bill 97129-GO x1
  bill 97130-GO x1
`,
    },
    {
      title: 'A visit has no session of its own',
      text: `payer commercial
clinician "J. Vance, MD"
discipline BH

encounter 2026-03-03 patient A
  dx F41.1
  10:00-10:20  90833
  bill 99213 x1
  bill 90833 x1
`,
    },
  ],
};
