import type { Encounter } from '../model/encounter';
import { Giver } from '../syntax/kinds';
import type { EncounterRule, RuleDocs } from './kit/rule';

export const rule: EncounterRule = {
  id: 'missing-clinician',
  scope: 'encounter',
  needs: 0,
  severity: 'info',
  sources: ['encounter'],
  statements: [],
  facts: [],
  check(encounter, _, report) {
    if (encounter.clinician !== undefined || encounter.clinicianUnread || !isMissed(encounter)) return;
    report(encounter, encounter.headerPlace(), {
      severity: 'info',
      message:
        'No clinician is given, so overlaps with other patients and the members of a group cannot be checked. Write clinician "name" here or above.',
    });
  },
};

/** Some session has nobody to belong to. What a line that breaks off would name is not known. */
function isMissed({ sessions, claims }: Encounter): boolean {
  if (sessions.length === 0) return claims.length > 0;
  for (const session of sessions) {
    if (session.giver === undefined && session.by !== Giver.Aide && !session.cut) return true;
  }
  return false;
}

export const docs: RuleDocs = {
  title: 'No clinician',
  summary: 'An encounter says neither who gave the care nor under whom it was given.',
  explanation:
    'One clinician cannot be with two patients one-on-one in the same minutes, and a group is the sessions that one person led. Both can be checked only where the sessions name somebody: by the field `clinician`, by `assistant`, or each session by `by`.',
  cost: 'A double booking stays unseen.',
  fix: 'Write `clinician "…"` above the encounters of one clinician, or in the encounter.',
  severities: 'Info, for every payer and date.',
  bad: [
    {
      title: 'Nobody is named',
      text: `discipline PT
payer medicare

encounter 2026-03-03 patient A
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-clinician info
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
  ],
  good: [
    {
      title: 'The clinician of the whole file',
      text: `clinician "R. Ortiz, PT"
discipline PT
payer medicare

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one
  bill 97530-GP x1
`,
    },
    {
      title: 'Every session names who gave it',
      text: `discipline PT
payer commercial

encounter 2026-03-03 patient A
  dx M17.0
  14:00-14:15  97530  one-on-one  by assistant "M. Lee, PTA"
  bill 97530-GP x1
`,
    },
  ],
};
