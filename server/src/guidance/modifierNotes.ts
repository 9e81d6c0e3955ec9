/**
 * What hovers say of modifiers: when one is right, when it would be untrue. Each sentence names the passages behind it.
 * Lazily loaded.
 */
import type { Note } from './codeNotes';
import { lookUpModifier } from './modifiers';

export interface ModifierNote {
  readonly id: string;
  readonly modifiers: readonly string[];
  readonly use: readonly Note[];
  readonly avoid: readonly Note[];
  readonly conflicts: readonly string[];
}

type Line = readonly [text: string, passages: string];

const line = ([text, passages]: Line): Note => ({ text, passages: passages.split(' ') });

interface Draft {
  readonly use: readonly Line[];
  readonly avoid?: readonly Line[];
  readonly conflicts?: string;
}

const MODIFIER_DRAFTS: Readonly<Record<string, Draft>> = {
  '59': {
    use: [
      ['The two services of a pair were another session, another site, or another block of time.', 'modifier-59'],
      ['Group and one-on-one on one day: on the **one-on-one** line.', 'same-day-59 case-group-and-alone'],
    ],
    avoid: [
      ['Not in the same minutes, not for another diagnosis alone, not on a visit.', 'modifier-59'],
      ['Not where the code has no pair that day, nor beside an X modifier.', 'modifier-59'],
      ['The record must show what it claims: times of each.', 'same-day-separate-times same-day-claim-tip'],
    ],
    conflicts: 'X-02',
  },
  XE: {
    use: [['The patient came **twice** that day, say in the morning and the afternoon.', 'x-modifiers']],
    avoid: [['Not for services back to back in one visit: 59 or XU.', 'x-modifiers']],
    conflicts: 'X-02',
  },
  XP: {
    use: [['**Another clinician** gave the second service.', 'x-modifiers']],
    avoid: [['Not where one clinician gave both.', 'x-modifiers']],
  },
  XS: {
    use: [
      [
        '**Another part of the body**, such as manual therapy away from the manipulation.',
        'x-modifiers manipulation-region',
      ],
    ],
    avoid: [['Not in the same region.', 'manipulation-region']],
  },
  XU: {
    use: [['Timed services **one after the other** in a visit, each with its own minutes.', 'x-modifiers']],
    avoid: [['Not where minutes overlap.', 'x-modifiers overlap-one-on-one']],
    conflicts: 'X-02',
  },
  'GP GO GN': {
    use: [
      ['GP for a PT plan, GO for an OT plan, GN for a speech plan.', 'discipline-modifiers'],
      ['Medicare: one on every always-therapy line since 2018.', 'discipline-modifiers payer-medicare'],
    ],
    avoid: [
      ['Never two on a line.', 'discipline-modifiers'],
      ['97161-97164 take GP, 97165-97168 GO, 92521-92524 GN.', 'discipline-modifiers speech-evaluations'],
    ],
  },
  'CQ CO': {
    use: [
      ['CQ beside GP, CO beside GO, where an assistant alone gave more than 10 percent.', 'assistant-modifiers'],
      [
        'It is judged unit by unit; 97150 and other untimed codes as a whole.',
        'assistant-modifiers assistant-last-unit',
      ],
    ],
    avoid: [
      ['Not where both worked together the whole time.', 'assistant-modifiers'],
      ['Not on the last unit where the therapist alone gave 8 minutes or more of it.', 'assistant-last-unit'],
      ['An assistant gives no evaluation.', 'evaluation-by-therapist'],
    ],
    conflicts: 'X-06',
  },
  KX: {
    use: [['Care above the yearly amount is still needed: 2,480 dollars in 2026.', 'kx']],
    avoid: [['Not below the amount. This tool does not judge it.', 'kx']],
    conflicts: 'X-08',
  },
  '95 GT 93 GQ': {
    use: [['**95**: live picture and sound. GT is the older form.', 'telehealth-modifiers']],
    avoid: [['Not where the patient was there.', 'telehealth-modifiers']],
    conflicts: 'X-17',
  },
  '52 53': {
    use: [['A reduced (52) or stopped (53) service. General knowledge.', 'modifier-52']],
    avoid: [['It makes no timed code of under 8 minutes billable.', 'modifier-52']],
  },
  '76 77 91': {
    use: [['The **same** procedure given again.', 'repeat-modifiers']],
    avoid: [['76 and 77 do not open a pair of two different codes.', 'repeat-modifiers modifiers-that-open']],
  },
  AT: {
    use: [['Active treatment, on 98940-98942 for Medicare.', 'modifier-at chiropractic-medicare']],
    avoid: [['Not on maintenance care, not beside GA, on no other code.', 'modifier-at']],
  },
  'GA GX GY GZ': {
    use: [
      ['Tell Medicare about expected non-payment.', 'chiropractic-medicare'],
      [
        'What Medicare does not cover of a chiropractor: **GY**, or GX with a voluntary notice.',
        'chiropractic-medicare',
      ],
    ],
    avoid: [['GA not beside AT.', 'modifier-at']],
  },
  '25': {
    use: [['On a **visit** that stood for itself beside a procedure of the day.', 'modifier-25']],
    avoid: [['Not on a therapy code.', 'modifier-25']],
  },
  '24 57 27': {
    use: [['Opens a pair. On visits only.', 'modifiers-that-open modifier-25']],
  },
  '58 78 79': {
    use: [['Opens a pair. For care after an operation.', 'modifiers-that-open']],
  },
  '22': {
    use: [['Much more work than usual.', 'modifiers-that-open']],
    avoid: [['It does not open a pair.', 'modifiers-that-open']],
  },
  side: {
    use: [['Names a part of the body, and opens a pair where the parts differ.', 'modifiers-that-open']],
  },
  HQ: {
    use: [['Group setting, for the Medicaid programs that want it.', 'modifier-hq']],
    avoid: [['Not for Medicare. This tool does not judge it.', 'modifier-hq']],
  },
  other: {
    use: [['A real modifier that no rule here reads.', 'other-modifiers']],
  },
};

const MODIFIER_NOTES: ReadonlyMap<string, ModifierNote> = new Map(
  Object.entries(MODIFIER_DRAFTS).map(([id, draft]) => [
    id,
    {
      id,
      modifiers: /^[0-9A-Z]{2}/.test(id) ? id.split(' ') : [],
      use: draft.use.map(line),
      avoid: (draft.avoid ?? []).map(line),
      conflicts: draft.conflicts?.split(' ') ?? [],
    },
  ]),
);

/** The note on a modifier of the table. Its label and dates stand in the table. */
export function modifierNote(modifier: string): ModifierNote | undefined {
  const entry = lookUpModifier(modifier);
  if (entry === undefined) return undefined;
  for (const note of MODIFIER_NOTES.values()) if (note.modifiers.includes(modifier)) return note;
  return MODIFIER_NOTES.get(entry.kind === 'side' ? 'side' : 'other');
}

/** Every note on modifiers. */
export function allModifierNotes(): Iterable<ModifierNote> {
  return MODIFIER_NOTES.values();
}
