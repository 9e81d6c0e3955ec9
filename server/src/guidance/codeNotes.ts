/**
 * What a hover on a code says: what it is, when to use it and when not, how units are counted, what the record must
 * show. Each sentence names the passages behind it. What a code may not be billed with comes from the pair table, and
 * where sources disagree from the conflicts. Lazily loaded.
 */
import { allCodes, lookUpCode } from './codes';
import type { Family } from './types';

export interface Note {
  /** One or two short sentences, Markdown. */
  readonly text: string;
  /** Ids of the passages behind it, which name the sources. */
  readonly passages: readonly string[];
}

export interface CodeNote {
  readonly id: string;
  readonly what: Note;
  readonly use: readonly Note[];
  readonly avoid: readonly Note[];
  readonly units: readonly Note[];
  readonly record: readonly Note[];
  /** Ids of conflicts, shown as "Sources disagree". */
  readonly conflicts: readonly string[];
}

type Line = readonly [text: string, passages: string];

interface Draft {
  readonly what: Line;
  readonly use?: readonly Line[];
  readonly avoid?: readonly Line[];
  readonly units: readonly Line[];
  readonly record?: readonly Line[];
  readonly conflicts?: string;
}

const TIMED: readonly Line[] = [
  ['Timed, in steps of 15 minutes: 8-22 min **1**, 23-37 **2**, 38-52 **3**, and so on.', 'minute-table eight-minutes'],
  [
    'Medicare adds the minutes of all timed codes of the day. Under the midpoint rule each code stands alone.',
    'eight-minute-rule midpoint-rule two-unit-rules',
  ],
];
const APART: Line = [
  'Beside 97150 the two must be apart in time, and this line takes **59**.',
  'same-day-59 same-day-separate case-group-and-alone',
];
const TOTALS: Line = [
  'The date, the service, the total timed minutes and the total treatment minutes.',
  'treatment-note-medicare',
];
const NO_MINUTES: Line = ['Untimed: **x1**, however long. It adds nothing to the timed total.', 'untimed-one-unit'];

/** A note for a family, or for codes that need a note of their own (ids that start with a code). */
const DRAFTS: Readonly<Record<string, Draft>> = {
  '97150': {
    what: [
      'Procedures for **two or more** people together. The clinician attends throughout, one-on-one with nobody.',
      'group-what group-two-or-more group-attendance',
    ],
    use: [
      [
        'The therapist leads what a group does; activities may be the same or not.',
        'group-when group-same-or-different',
      ],
      [
        'Attention is divided, contact is brief and on and off, or one instruction serves several.',
        'group-divided-attention case-two-in-a-group',
      ],
    ],
    avoid: [
      ['Not for one patient alone, and not for minutes one-on-one.', 'group-when-not group-simultaneous'],
      [
        'Not for an attended modality such as 97035: 97150 stands for 97110-97139.',
        'group-covers overlap-group-modality',
      ],
      [
        'The individual code is not billed for the same minutes as well.',
        'group-individual-code overlap-group-one-on-one',
      ],
    ],
    units: [
      ['Untimed: **x1** for each patient and date.', 'group-one-unit group-untimed'],
      [
        'With one-on-one on the same day: apart in time, and **59** on the one-on-one line.',
        'same-day-allowed same-day-59 either-line-59',
      ],
    ],
    record: [
      [
        'For each member: part taken, help needed, something measured, response.',
        'note-for-each note-short note-model',
      ],
      ['The goal of the group, why it suits, and how many took part.', 'note-parts-therapist group-covered-2026'],
      ['Times of group and one-on-one, each by itself.', 'same-day-separate-times pitfall-times'],
    ],
    conflicts: 'X-01 X-05 X-02 X-06 X-13 X-16 X-19',
  },
  'one-on-one': {
    what: ['A therapeutic procedure in direct **one-on-one** contact.', 'one-on-one-codes overlap-one-on-one'],
    use: [
      ['The clinician is with this patient alone, all at once or in turns.', 'episodes case-three-in-turns'],
      ['Each turn lasts long enough for skilled treatment.', 'episode-length'],
    ],
    avoid: [
      ['Attention divided between patients is **97150**, not this code.', 'group-divided-attention'],
      [
        'Not in the same minutes as another one-on-one code, an attended modality or a group of the same clinician.',
        'overlap-one-on-one overlap-attended-one-on-one overlap-group-one-on-one',
      ],
      ["An aide's minutes do not count.", 'aides'],
    ],
    units: [...TIMED, APART],
    record: [TOTALS, ['Beside 97150: the times of each.', 'same-day-separate-times pitfall-times']],
    conflicts: 'X-07 X-21',
  },
  '97139': {
    what: ['A one-on-one procedure that no other code fits.', 'unlisted-codes'],
    use: [['Only where nothing more exact exists. Say what was done.', 'unlisted-codes']],
    avoid: [['Divided attention is 97150.', 'group-divided-attention']],
    units: [['Not counted in 15-minute steps here. State the time.', 'unlisted-codes']],
    record: [TOTALS],
  },
  attended: {
    what: ['A modality with the clinician in **attendance** throughout.', 'overlap-attended overlap-group-modality'],
    use: [['The clinician stays and applies it.', 'overlap-attended']],
    avoid: [
      ['No part of group therapy, and not in the same minutes as 97150.', 'group-covers overlap-group-modality'],
      [
        'Not in the same minutes as another attended modality or a one-on-one code of the same clinician.',
        'overlap-attended overlap-attended-one-on-one',
      ],
    ],
    units: TIMED,
    record: [TOTALS],
    conflicts: 'X-21',
  },
  '97039': {
    what: ['An attended modality that no other code fits.', 'unlisted-codes'],
    use: [['Only where nothing more exact exists. Say what was done.', 'unlisted-codes']],
    avoid: [['No part of group therapy.', 'group-covers overlap-group-modality']],
    units: [['Not counted in 15-minute steps here. State the time.', 'unlisted-codes']],
    record: [TOTALS],
  },
  '97037': {
    what: ['Laser after surgery. What is known here is general knowledge.', 'laser-97037'],
    units: [['Once for each application, not by minutes.', 'laser-97037 untimed-one-unit']],
  },
  supervised: {
    what: ['A modality that runs **without** one-on-one contact.', 'supervised-modalities'],
    use: [['It may run while another service is given.', 'supervised-may-overlap']],
    avoid: [
      ['Minutes spent one-on-one on it count for no other service.', 'supervised-may-overlap'],
      ['Its minutes earn no timed units.', 'untimed-one-unit'],
    ],
    units: [NO_MINUTES],
    record: [['What was applied, and where; it counts in the total treatment minutes.', 'treatment-note-medicare']],
  },
  '97010': {
    what: ['A hot or cold pack. No contact is needed.', 'supervised-modalities'],
    use: [['It may run while another service is given.', 'supervised-may-overlap']],
    avoid: [['Medicare pays nothing for it by itself.', 'code-97010']],
    units: [NO_MINUTES],
  },
  '97014': {
    what: ['Electrical stimulation left running. A live code that **Medicare does not take**.', 'code-97014'],
    use: [['For payers that take it.', 'code-97014']],
    avoid: [['Medicare: G0283. For a wound see G0281 and G0329.', 'code-97014 wound-stimulation']],
    units: [['**x1**, however many areas or minutes.', 'code-97014 untimed-one-unit']],
    conflicts: 'X-20',
  },
  G0283: {
    what: ["Electrical stimulation left running, not for a wound: Medicare's form of 97014.", 'code-97014'],
    use: [['Medicare, and payers that want it.', 'code-97014']],
    avoid: [['Never beside 92526 by one provider. For a wound see G0281 and G0329.', 'swallowing wound-stimulation']],
    units: [['**x1**, however many areas or minutes.', 'code-97014 untimed-one-unit']],
    conflicts: 'X-20',
  },
  evaluation: {
    what: ['An evaluation or re-evaluation by a **therapist**.', 'one-evaluation evaluation-by-therapist'],
    use: [
      ['At the start of an episode of care; the code goes by complexity.', 'one-evaluation'],
      ['A re-evaluation where something calls for it.', 're-evaluation'],
    ],
    avoid: [
      ['Not by an assistant, an aide or a student.', 'evaluation-by-therapist'],
      ['Only one PT and one OT evaluation a date.', 'one-evaluation'],
      ['Not in the same minutes as another attended service.', 'overlap-evaluation'],
      ['Not with 97750, 97755 or 97763 by one clinician or specialty.', 'tests-with-evaluation'],
    ],
    units: [
      NO_MINUTES,
      [
        '97110, 97112, 97116, 97140, 97150 and 97530 on the same date need no 59 for Medicare.',
        'evaluation-with-treatment',
      ],
    ],
    record: [
      ["Its own discipline's modifier: GP for PT, GO for OT.", 'discipline-modifiers'],
      ['The date, the evaluation, and the total treatment minutes.', 'treatment-note-medicare'],
    ],
    conflicts: 'X-11 X-22',
  },
  athletic: {
    what: ['An evaluation by an athletic trainer.', 'athletic-training-codes'],
    avoid: [['Not for Medicare, and not for a therapist.', 'athletic-training-codes']],
    units: [NO_MINUTES],
  },
  cognitive: {
    what: ['Training of attention, memory and other thinking skills, one-on-one.', 'cognitive-codes'],
    use: [['97129 for the first 15 minutes of the day, 97130 for what follows.', 'cognitive-codes']],
    avoid: [
      ['97130 is never alone, and 97129 is never more than x1.', 'cognitive-codes unit-limits'],
      ['Not with 92507 or 92508 by one clinician.', 'speech-with-cognitive'],
      ['No part of group therapy.', 'group-covers'],
    ],
    units: [
      [
        'The minutes of both count as one timed code: 8-22 is 97129 **x1**, 23-37 adds 97130 **x1**.',
        'cognitive-codes',
      ],
      ...TIMED,
    ],
    record: [TOTALS],
  },
  test: {
    what: ['A test or assessment with a **report**, one-on-one.', 'test-codes'],
    use: [['A test of its own, and not the examination inside an evaluation.', 'test-codes']],
    avoid: [['Not with 97161-97168 by one clinician or specialty. A 59 does not help.', 'tests-with-evaluation']],
    units: TIMED,
    record: [['The report.', 'test-codes'], TOTALS],
    conflicts: 'X-22',
  },
  orthotic: {
    what: ['Fitting of and training with a brace, splint or artificial limb.', 'orthotic-codes'],
    use: [['97760 and 97761 at the first encounter, 97763 afterwards.', 'orthotic-codes']],
    avoid: [
      ['97760 and 97761 not with 97164 or 97168; 97763 with no evaluation, by one specialty.', 'tests-with-evaluation'],
      ['No part of group therapy.', 'group-covers'],
    ],
    units: [...TIMED, APART],
    record: [TOTALS],
  },
  'work-program': {
    what: ['Work hardening. What is known here is general knowledge.', 'work-programs'],
    use: [['97545 for the first 2 hours, 97546 for every hour after.', 'work-programs']],
    units: [['By the hour, not in 15-minute steps.', 'work-programs']],
  },
  caregiver: {
    what: ['Training for those who care for the patient, who is not there.', 'caregiver-training'],
    use: [
      [
        '97550 for the first 30 minutes, 97551 for every 15 after, 97552 for a group of caregivers.',
        'caregiver-training',
      ],
    ],
    units: [['97550 first, then 97551. Not part of the minute total here.', 'caregiver-training']],
  },
  unlisted: {
    what: ['A physical medicine service that no other code fits.', 'unlisted-codes'],
    use: [['Only where nothing more exact exists. Say what was done.', 'unlisted-codes']],
    units: [['Not counted in 15-minute steps here. State the time.', 'unlisted-codes']],
  },
  psychotherapy: {
    what: ['Individual psychotherapy; the code follows the minutes.', 'psych-times'],
    use: [['One patient, one session, one code.', 'psych-times']],
    avoid: [
      ['Not with a visit by one provider: the add-ons 90833, 90836, 90838 are for that.', 'psych-with-visit'],
      ['Not with 90791 or 90792 on one date.', 'psych-evaluation'],
      ['With 90853 on one date: apart in time, and 59 or XE on this line.', 'psych-same-day'],
    ],
    units: [['90832: **16-37** min. 90834: **38-52**. 90837: **53 or more**. Under 16: not billed.', 'psych-times']],
    record: [['The time, and what psychotherapy was done: audits failed for both.', 'psych-audits']],
    conflicts: 'X-18',
  },
  'psychotherapy-add-on': {
    what: ['Psychotherapy **beside a visit**; never alone.', 'psych-times psych-with-visit'],
    use: [['With a visit of the same day by the same provider.', 'psych-with-visit']],
    avoid: [['Not with 90791 or 90792 on one date.', 'psych-evaluation']],
    units: [['90833: **16-37** min. 90836: **38-52**. 90838: **53 or more**.', 'psych-times']],
    record: [['The minutes of psychotherapy, without those of the visit.', 'psych-times psych-audits']],
  },
  'interactive-complexity': {
    what: ['An extra for members whose communication was hard; never alone.', 'psych-interactive'],
    use: [['With 90791, 90792, 90832-90834, 90836-90838 or 90853.', 'psych-interactive']],
    avoid: [
      ['Not with 90839 or 90840, and not for the whole group as a matter of course.', 'psych-interactive psych-crisis'],
    ],
    units: [['Once with its code.', 'psych-interactive']],
    record: [['What made communication hard, for this patient.', 'psych-interactive']],
    conflicts: 'X-10',
  },
  'crisis-psychotherapy': {
    what: ['Psychotherapy in a crisis.', 'psych-crisis'],
    use: [['90839 for the first 60 minutes, 90840 for every 30 after.', 'psych-crisis']],
    avoid: [['Not beside other psychotherapy, 90791, 90792 or 90785.', 'psych-crisis psych-evaluation']],
    units: [['90839 once, then 90840.', 'psych-crisis']],
    record: [['The time.', 'psych-audits']],
  },
  psychoanalysis: {
    what: ['Psychoanalysis.', 'psych-analysis'],
    avoid: [['Not with 90791, 90792 or an individual code on one date.', 'psych-analysis psych-evaluation']],
    units: [['**x1** a date.', 'psych-analysis']],
    record: [['What was done, and when.', 'psych-audits']],
  },
  'family-psychotherapy': {
    what: ['Psychotherapy for **one family**: 90846 without the patient, 90847 with.', 'psych-group-what'],
    use: [
      ['Beside individual psychotherapy where it had its own time; a modifier opens the pair.', 'psych-family-beside'],
    ],
    avoid: [
      ['Unrelated patients together are 90853, several families 90849.', 'psych-group-what'],
      ['Not with 90791 or 90792 on one date.', 'psych-evaluation'],
    ],
    units: [['**x1**, from 26 minutes; the code stands for 50.', 'psych-family-times unit-limits']],
    record: [['The time, and who was there.', 'psych-audits']],
    conflicts: 'X-09 X-10',
  },
  'multi-family-psychotherapy': {
    what: ['Psychotherapy for **several families** together.', 'psych-families-together psych-group-what'],
    avoid: [['One family is 90846 or 90847; unrelated patients are 90853.', 'psych-group-what']],
    units: [['**x1** for each family, not for each person.', 'psych-families-together psych-group-unit']],
    record: [["Each family's part and progress.", 'psych-notes']],
  },
  'group-psychotherapy': {
    what: ['Psychotherapy for a group of patients, as a rule unrelated, with like problems.', 'psych-group-what'],
    use: [['Any size; 6 to 12 works best. One Medicare contractor stops at 12.', 'psych-group-size']],
    avoid: [
      ['One family is 90846 or 90847, several families 90849.', 'psych-group-what'],
      ['Not for socializing, classes, outings or self-help.', 'psych-not'],
      ['Not with 90791 or 90792 on one date.', 'psych-evaluation'],
      ['With 90832-90838 on one date: apart in time, and 59 or XE on the individual line.', 'psych-same-day'],
    ],
    units: [['Untimed: **x1** for each patient and date.', 'psych-group-unit']],
    record: [
      ["Each member's part, response, progress and plan; never one note for all.", 'psych-notes psych-note-parts'],
      ['Time, attendance, and how many were in the group.', 'psych-attendance-records'],
      ['For each member, a plan and why the care was needed.', 'psych-plan-and-need'],
    ],
    conflicts: 'X-05 X-18',
  },
  'psychiatric-evaluation': {
    what: ['A psychiatric diagnostic evaluation.', 'psych-evaluation'],
    avoid: [['Not with any psychotherapy on the same date. A 59 does not help.', 'psych-evaluation']],
    units: [['**x1** a date, untimed.', 'unit-limits']],
    record: [['The evaluation.', 'psych-audits']],
  },
  speech: {
    what: ['Speech and language treatment for **one** patient.', 'speech-one-unit'],
    use: [['By a speech-language pathologist, under a GN plan.', 'discipline-modifiers']],
    avoid: [
      ['97110, 97112, 97150 and 97530 are not billed as parts of it.', 'speech-with-therapy-codes'],
      ['Not with 97129, 97130 or 97533 by one clinician.', 'speech-with-cognitive'],
    ],
    units: [['By the session: **x1** a date, never in 15-minute steps.', 'speech-one-unit']],
    record: [['GN, and the total treatment minutes.', 'discipline-modifiers treatment-note-medicare']],
  },
  'speech-group': {
    what: ['Speech and language treatment for a **group**.', 'speech-one-unit'],
    use: [['Two or more together. Some local policies stop at four.', 'group-sizes-elsewhere']],
    avoid: [
      ['Not for one patient alone: that is 92507.', 'speech-one-unit'],
      ['97110, 97112, 97150 and 97530 are not billed as parts of it.', 'speech-with-therapy-codes'],
      ['Not with 97129, 97130 or 97533 by one clinician.', 'speech-with-cognitive'],
    ],
    units: [['By the session: **x1** for each patient and date.', 'speech-one-unit']],
    record: [['GN, and a note for each member.', 'discipline-modifiers']],
    conflicts: 'X-05',
  },
  'speech-evaluation': {
    what: ['A speech or language evaluation.', 'speech-evaluations'],
    use: [['By a speech-language pathologist.', 'speech-evaluations code-families-by-discipline']],
    units: [NO_MINUTES],
    record: [['GN.', 'speech-evaluations']],
  },
  swallowing: {
    what: ['Treatment of swallowing.', 'swallowing'],
    avoid: [
      ['Never with G0283 by one provider.', 'swallowing'],
      ['97110, 97112, 97150 and 97530 are not billed as parts of it.', 'speech-with-therapy-codes'],
    ],
    units: [NO_MINUTES],
    record: [['GN, or GO under an OT plan.', 'discipline-modifiers']],
  },
  canalith: {
    what: ['Head-position treatment for vertigo.', 'canalith'],
    avoid: [['97110, 97112, 97140 and 97530 for the same problem are part of it.', 'canalith']],
    units: [['**x1** a day.', 'canalith']],
    record: [['If another service stands beside it: what that was for.', 'canalith']],
  },
  manipulation: {
    what: [
      'Manipulation by a chiropractor; the code follows the number of regions.',
      'manipulation-region chiropractic-medicare',
    ],
    use: [['Medicare: 98940-98942 for active treatment, with **AT**.', 'modifier-at chiropractic-medicare']],
    avoid: [
      ['Not beside 97112, 97124 or 97140 in the same region of the spine.', 'manipulation-region'],
      ['AT does not go on maintenance care, nor beside GA.', 'modifier-at'],
    ],
    units: [NO_MINUTES],
    record: [['The regions, of this and of any hands-on work beside it.', 'manipulation-region']],
  },
  98943: {
    what: ['Manipulation by a chiropractor away from the spine.', 'manipulation-region chiropractic-medicare'],
    use: [['Medicare covers 98940-98942 alone.', 'modifier-at chiropractic-medicare']],
    units: [NO_MINUTES],
    record: [['The region, of this and of any hands-on work beside it.', 'manipulation-region']],
  },
  measurement: {
    what: ['A measurement or test. Known here from the pair table alone.', 'measurements'],
    avoid: [['95851 and 95852 not beside an evaluation, 97530 or 97750.', 'measurements']],
    units: [['Not counted in 15-minute steps here.', 'measurements']],
  },
  wound: {
    what: ['Wound care. Known here from the pair table alone.', 'wraps-and-wounds'],
    avoid: [['Beside whirlpool (97022) a modifier is needed.', 'wraps-and-wounds']],
    units: [['Not counted in 15-minute steps here.', 'wraps-and-wounds']],
  },
  wrap: {
    what: ['A compression wrap.', 'wraps-and-wounds'],
    use: [['Since 2022 97140 may stand beside it, with a modifier.', 'wraps-and-wounds']],
    units: [['Not counted in 15-minute steps here.', 'wraps-and-wounds']],
  },
  'remote-monitoring': {
    what: ['Remote monitoring, which can be therapy for Medicare from 2026.', 'remote-monitoring'],
    units: [['Not counted in 15-minute steps here.', 'remote-monitoring']],
  },
  visit: {
    what: ['An office visit. Checked here only for what stands beside it.', 'modifier-25 psych-with-visit'],
    avoid: [
      ['Beside 90832, 90834 or 90837 by one provider: the add-on goes with the visit instead.', 'psych-with-visit'],
      ['Never 59: beside a procedure of the day it takes **25** where it stood for itself.', 'modifier-25'],
    ],
    units: [['Not counted in 15-minute steps.', 'modifier-25']],
  },
  deleted: {
    what: ['A code that has **ended**.', 'deleted-codes'],
    avoid: [['Not for a date after its last day.', 'deleted-codes']],
    units: [['Only for older dates.', 'deleted-codes']],
  },
};

const line = ([text, passages]: Line): Note => ({ text, passages: passages.split(' ') });

function finish(id: string, draft: Draft): CodeNote {
  return {
    id,
    what: line(draft.what),
    use: (draft.use ?? []).map(line),
    avoid: (draft.avoid ?? []).map(line),
    units: draft.units.map(line),
    record: (draft.record ?? []).map(line),
    conflicts: draft.conflicts?.split(' ') ?? [],
  };
}

const NOTES: ReadonlyMap<string, CodeNote> = new Map(
  Object.entries(DRAFTS).map(([id, draft]) => [id, finish(id, draft)]),
);

/** Every note. */
export function allCodeNotes(): Iterable<CodeNote> {
  return NOTES.values();
}

/** The note for a code of the table: its own, its family's, or that of deleted codes. */
export function codeNote(code: string): CodeNote | undefined {
  const entry = lookUpCode(code);
  if (entry === undefined) return undefined;
  const own = NOTES.get(code);
  if (own) return own;
  if (entry.deletedAfter !== undefined) return NOTES.get('deleted');
  if (entry.family === 'evaluation' && entry.disciplines.length === 0) return NOTES.get('athletic');
  return NOTES.get(entry.family satisfies Family);
}

/** Codes of the table without a note; none, as a test proves. */
export function codesWithoutNote(): readonly string[] {
  return [...allCodes()].filter((entry) => codeNote(entry.code) === undefined).map((entry) => entry.code);
}
