/** Hovers on the words of the language: what each means, an example, and what the record must show. */

import { Contact, Field, Giver, Label, TokenKind } from '../syntax/kinds';
import { type Card, type Prose, row, said } from './card';
import { dayCard } from './hover-day';
import { payerCard } from './hover-payer';
import type { PlaceInFile } from './place';

interface Word {
  readonly title: string;
  readonly rows: readonly string[];
  readonly example?: string;
  readonly passages?: readonly string[];
}

const FIELDS: Readonly<Record<Field, Word>> = {
  [Field.Clinician]: {
    title: '**clinician** · who gave the care, or under whom it was given',
    rows: [
      'Overlaps are judged by this name: write it the same way everywhere.',
      'At the left margin it holds for every encounter below; in an encounter for that one alone.',
    ],
    example: 'clinician "R. Ortiz, PT"',
    passages: ['file-who-and-payer', 'overlap-two-clinicians'],
  },
  [Field.Assistant]: {
    title: '**assistant** · who gave the sessions of this encounter under the clinician',
    rows: [
      'Holds where a session says nothing else with `by`. A therapist and an assistant may treat two patients at once.',
      'Medicare asks for CQ (PT) or CO (OT) on what an assistant gave.',
    ],
    example: 'assistant "M. Lee, PTA"',
    passages: ['assistant-modifiers', 'evaluation-by-therapist'],
  },
  [Field.Discipline]: {
    title: '**discipline** · PT, OT, SLP, chiro or BH',
    rows: ['Decides GP, GO or GN, and which codes fit. Minutes of two disciplines are never added together.'],
    example: 'discipline PT',
    passages: ['discipline-modifiers', 'code-families-by-discipline'],
  },
  [Field.Payer]: {
    title: '**payer** · who pays',
    rows: [
      'Decides how minutes become units, and whether the national code pairs and unit limits bind.',
      'medicare, medicaid, tricare, commercial, workers-comp, or a name in quotes. Medicare Advantage is medicare.',
    ],
    example: 'payer medicare',
    passages: ['file-who-and-payer', 'two-unit-rules'],
  },
  [Field.State]: {
    title: '**state** · two letters',
    rows: ['Selects notes of the state and of its Medicare contractor.'],
    example: 'state AZ',
    passages: ['state-rules'],
  },
  [Field.Setting]: {
    title: '**setting** · where the care was given',
    rows: ['office, hospital, snf, home or telehealth. The built-in code pairs are those of an office.'],
    example: 'setting office',
    passages: ['pair-edition', 'telehealth-modifiers'],
  },
  [Field.Units]: {
    title: '**units** · how minutes become units',
    rows: [
      '`cms`: the 8-minute rule, all timed codes together. `midpoint`: each code by itself.',
      'Written here, it wins over what the payer would have.',
    ],
    example: 'units midpoint',
    passages: ['eight-minute-rule', 'midpoint-rule', 'two-unit-rules'],
  },
  [Field.Diagnosis]: {
    title: '**dx** · why care was needed',
    rows: ['ICD-10-CM codes with commas between; the line may be repeated.'],
    example: 'dx M54.50, M25.561',
    passages: ['note-need'],
  },
  [Field.Goal]: {
    title: '**goal** · what the care works toward, for this patient',
    rows: ['Each member of a group needs a goal of their own. The line may be repeated.'],
    example: 'goal "Walk 200 m without a rail"',
    passages: ['plan-goals', 'group-covered-2026'],
  },
};

const DISCIPLINES: readonly Word[] = [
  {
    title: '**PT** · physical therapy',
    rows: ['Its lines carry **GP**; what an assistant gave carries CQ for Medicare. Evaluations are 97161-97164.'],
    passages: ['discipline-modifiers', 'code-families-by-discipline'],
  },
  {
    title: '**OT** · occupational therapy',
    rows: ['Its lines carry **GO**; what an assistant gave carries CO for Medicare. Evaluations are 97165-97168.'],
    passages: ['discipline-modifiers', 'code-families-by-discipline'],
  },
  {
    title: '**SLP** · speech-language pathology',
    rows: ['Its lines carry **GN**. Group is 92508, individual 92507: one of each a date, however long.'],
    passages: ['discipline-modifiers', 'speech-one-unit'],
  },
  {
    title: '**chiro** · chiropractic',
    rows: ['Medicare pays 98940-98942 with **AT**, and nothing else.'],
    passages: ['chiropractic-medicare', 'modifier-at'],
  },
  {
    title: '**BH** · behavioral health',
    rows: ['Group is 90853: one for each patient and date. Individual psychotherapy goes by its minutes.'],
    passages: ['psych-group-what', 'psych-times'],
  },
];

const SETTINGS: readonly Word[] = [
  {
    title: '**office** · an outpatient practice',
    rows: ['The built-in code pairs are those of this setting.'],
    passages: ['pair-edition'],
  },
  {
    title: '**hospital** · an outpatient department',
    rows: ['Another table of code pairs holds here, so those known from the built-in table alone are remarks.'],
    passages: ['pair-edition', 'psych-group-unit'],
  },
  {
    title: '**snf** · a nursing facility',
    rows: ['Another table of code pairs holds here, so those known from the built-in table alone are remarks.'],
    passages: ['pair-edition', 'group-sizes-elsewhere'],
  },
  {
    title: '**home** · the patient’s home',
    rows: ['Another table of code pairs holds here, so those known from the built-in table alone are remarks.'],
    passages: ['pair-edition'],
  },
  {
    title: '**telehealth** · live picture and sound',
    rows: ['Medicare asks for 95 where the service may be given so at all.'],
    passages: ['telehealth-modifiers', 'telehealth-97150'],
  },
];

const CONTACTS: Partial<Record<Contact, Word>> = {
  [Contact.OneOnOne]: {
    title: '**one-on-one** · the clinician was with this patient alone',
    rows: [
      'These minutes count toward timed units. In the same minutes the clinician is with nobody else.',
      'Left out, it is what the code requires.',
    ],
    example: '09:00-09:15  97110  one-on-one',
    passages: ['one-on-one-codes', 'overlap-one-on-one', 'episodes'],
  },
  [Contact.Group]: {
    title: '**group** · two or more patients together',
    rows: [
      'The clinician attends throughout, one-on-one with nobody. The minutes earn no timed units: a group code such as 97150 is billed once for each patient.',
      '`of N` counts all its patients, those in other files too.',
    ],
    example: '09:15-09:30  97150  group of 4  "Balance and core"',
    passages: ['group-what', 'group-attendance', 'group-one-unit', 'note-for-each'],
  },
  [Contact.Supervised]: {
    title: '**supervised** · it ran without one-on-one contact',
    rows: [
      'Right for a modality such as 97014 or G0283; it may share its minutes with anything. A code that needs contact cannot be billed so.',
    ],
    example: '09:00-09:20  97014  supervised',
    passages: ['supervised-modalities', 'supervised-may-overlap'],
  },
};

const GIVERS: Partial<Record<Giver, Word>> = {
  [Giver.Clinician]: {
    title: '**by clinician** · the clinician gave it',
    rows: ['For one session of an encounter that names an assistant.'],
    example: '09:00-09:15  97110  by clinician',
    passages: ['assistant-modifiers'],
  },
  [Giver.Assistant]: {
    title: '**by assistant** · an assistant gave it',
    rows: ['The name follows in quotes. Medicare: CQ or CO, where the assistant’s minutes pass a tenth.'],
    example: '09:00-09:15  97110  by assistant "M. Lee, PTA"',
    passages: ['assistant-modifiers', 'assistant-last-unit', 'evaluation-by-therapist'],
  },
  [Giver.Aide]: {
    title: '**by aide** · an aide was with the patient',
    rows: ['These minutes count for nothing: an aide’s time is not skilled treatment.'],
    example: '09:00-09:10  97110  by aide',
    passages: ['aides'],
  },
  [Giver.Student]: {
    title: '**by student** · a student, directed by the clinician',
    rows: ['The minutes are the clinician’s, who must be free of other patients meanwhile.'],
    example: '09:00-09:15  97110  by student',
    passages: ['students'],
  },
};

const LABELS: Readonly<Record<Label, Word>> = {
  [Label.S]: {
    title: '**S:** · what the patient says',
    rows: ['A note goes on over deeper-indented lines.'],
    example: 'S: Feels steadier on stairs.',
    passages: ['note-model'],
  },
  [Label.O]: {
    title: '**O:** · what was done and seen',
    rows: ['For a group: what this member took part in, and the help needed. Written for each member, never copied.'],
    example: 'O: Took part in the whole group; two cues needed.',
    passages: ['note-model', 'note-for-each', 'note-short', 'psych-note-parts'],
  },
  [Label.A]: {
    title: '**A:** · how this patient responded',
    rows: ['Change in help needed, progress toward the goal: something measured.'],
    example: 'A: Fewer cues than last week.',
    passages: ['note-model', 'note-short', 'pitfall-all-alike'],
  },
  [Label.P]: {
    title: '**P:** · what is next',
    rows: ['How often, and to what end.'],
    example: 'P: Continue twice weekly.',
    passages: ['note-model', 'plan-goals'],
  },
  [Label.Note]: {
    title: '**note:** · anything else',
    rows: ['Read by people; no check asks for it.'],
    example: 'note: Family present for the last ten minutes.',
    passages: ['treatment-note-medicare'],
  },
  [Label.Unknown]: {
    title: 'A label that is not known',
    rows: ['The labels are `S:`, `O:`, `A:`, `P:` and `note:`.'],
    passages: ['note-model'],
  },
};

const BILL: Word = {
  title: '**bill** · one line of the claim',
  rows: ['A code, its modifiers, its units. Units left out are x1. All units of a timed code go on one line.'],
  example: 'bill 97110-59-GP x1',
  passages: ['one-line-for-a-code', 'untimed-one-unit'],
};

const BY: Word = {
  title: '**by** · who gave this session',
  rows: [
    '`clinician`, `assistant "name"`, `aide` or `student`. Left out: the encounter’s assistant, else its clinician.',
    'An aide’s minutes count for nothing; a student’s are the clinician’s.',
  ],
  example: '09:00-09:15  97110  by assistant "M. Lee, PTA"',
  passages: ['aides', 'students', 'assistant-modifiers'],
};

const REGION: Word = {
  title: '**region** · the part of the body',
  rows: ['For manipulation and hands-on work: 98940-98942 and 97140 go together in different regions only.'],
  example: '09:00-09:10  97140  region "cervical"',
  passages: ['manipulation-region'],
};

const NONE: Word = {
  title: '**none** · not given',
  rows: ['Takes a default away for this encounter, or for all below where it stands at the left margin.'],
  example: 'assistant none',
};

function cardOf({ title, rows, example, passages }: Word): Card {
  return {
    title,
    rows: [...rows, example === undefined ? '' : row('Example', `\`${example}\``)],
    ...(passages ? { passages } : {}),
  };
}

/** The card of a word, or nothing where the token is of another kind. */
export function wordCard(place: PlaceInFile, prose: Prose): Card | undefined {
  const { kind, value } = place;
  switch (kind) {
    case TokenKind.FieldName:
      return cardOf(FIELDS[value as Field]);
    case TokenKind.Word:
      return valueCard(place, prose);
    case TokenKind.String:
      return stringCard(place, prose);
    case TokenKind.None:
      return cardOf(NONE);
    case TokenKind.Contact:
    case TokenKind.Of:
    case TokenKind.Size:
      return contactCard(place);
    case TokenKind.By:
      return cardOf(BY);
    case TokenKind.Giver: {
      const word = GIVERS[value as Giver];
      return word ? cardOf(word) : undefined;
    }
    case TokenKind.Region:
      return cardOf(REGION);
    case TokenKind.Bill:
      return cardOf(BILL);
    case TokenKind.Label:
      return labelCard(value, prose);
    case TokenKind.Diagnosis:
      return cardOf(FIELDS[Field.Diagnosis]);
    case TokenKind.Encounter:
    case TokenKind.Patient:
    case TokenKind.Date:
    case TokenKind.Id:
      return dayCard(place);
    default:
      return undefined;
  }
}

function contactCard({ kind, value, session }: PlaceInFile): Card | undefined {
  const contact = kind === TokenKind.Contact ? (value as Contact) : Contact.Group;
  const word = CONTACTS[contact];
  if (!word) return undefined;
  const size = contact === Contact.Group && session && session.size > 0 ? session.size : 0;
  if (size === 0) return cardOf(word);
  const advice =
    size === 1
      ? '**One patient is no group.** Write `one-on-one`.'
      : size > 6 && session?.code?.text === '97150'
        ? `Stated: **${size} patients**. 2 to 6 works best.`
        : `Stated: **${size} patients**.`;
  return cardOf({ ...word, rows: [advice, ...word.rows], passages: [...(word.passages ?? []), 'group-two-or-more'] });
}

function labelCard(label: Label, prose: Prose): Card {
  const word = LABELS[label];
  const asks = label === Label.O || label === Label.A ? row('The record shows', said(prose, 'note-short')) : '';
  return cardOf({ ...word, rows: [...word.rows, asks] });
}

/** The field that a value stands behind. */
function fieldOf({ syntax, line }: PlaceInFile): Field | undefined {
  const first = syntax.firstToken(line);
  return syntax.kind(first) === TokenKind.FieldName ? (syntax.value(first) as Field) : undefined;
}

function valueCard(place: PlaceInFile, prose: Prose): Card | undefined {
  const { value, text } = place;
  switch (fieldOf(place)) {
    case Field.Discipline:
      return DISCIPLINES[value] && cardOf(DISCIPLINES[value]);
    case Field.Payer:
      return payerCard(text.toLowerCase(), place, prose);
    case Field.Setting:
      return SETTINGS[value] && cardOf(SETTINGS[value]);
    case Field.Units:
      return value === 0
        ? {
            title: '**cms** · the 8-minute rule: all timed codes together',
            rows: [said(prose, 'eight-minute-rule'), said(prose, 'minute-table')],
            passages: ['eight-minute-rule', 'minute-table'],
          }
        : {
            title: '**midpoint** · each timed code by itself',
            rows: [said(prose, 'midpoint-rule'), said(prose, 'two-unit-rules')],
            passages: ['midpoint-rule', 'two-unit-rules'],
          };
    case Field.State: {
      const state = text.toUpperCase();
      const own = state === 'AZ' ? 'arizona' : 'state-rules';
      return { title: `**${state}** · a state`, rows: [said(prose, own)], passages: [own] };
    }
    default:
      return undefined;
  }
}

function stringCard(place: PlaceInFile, prose: Prose): Card | undefined {
  const field = fieldOf(place);
  if (field === Field.Payer) return payerCard(place.text.slice(1, -1).trim(), place, prose);
  if (field !== undefined) return cardOf(FIELDS[field]);
  const before =
    place.token > place.syntax.firstToken(place.line) ? place.syntax.kind(place.syntax.before(place.token)) : undefined;
  if (before === TokenKind.Region) return cardOf(REGION);
  if (before === TokenKind.Giver) return cardOf(GIVERS[Giver.Assistant]!);
  return cardOf({
    title: 'The activity of the session',
    rows: [
      'What was done, in a few words. Groups without clock times are told apart by it.',
      'Members of one group may do the same or not.',
    ],
    passages: ['group-same-or-different'],
  });
}
