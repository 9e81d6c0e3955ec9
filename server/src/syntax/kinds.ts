/** The kinds of lines and tokens, and the fixed words of the language. */

export enum LineKind {
  Blank,
  Comment,
  Header,
  /** A field of an encounter. */
  Field,
  /** A field at the left margin, holding for the encounters below it. */
  Default,
  UnknownField,
  Session,
  Claim,
  Note,
  /** A deeper line that carries a note on. */
  NoteMore,
  /** A line that begins with nothing known. */
  Broken,
}

export enum TokenKind {
  /** The word `encounter`, or the mistyped word in its place. */
  Encounter,
  /** The word `patient`. */
  Patient,
  /** Value: the day as yyyymmdd, or -1 where there is no such day. */
  Date,
  /** A patient id: a word or a string. */
  Id,
  /** Value: the {@link Field}. */
  FieldName,
  UnknownName,
  /** One of a field's fixed values. Value: its index in the field's list. */
  Word,
  /** The value `none`. */
  None,
  /** A string with its quotes. */
  String,
  /** An ICD-10-CM code. */
  Diagnosis,
  Comma,
  /** Value: minutes after midnight, or -1 where there is no such time. */
  Time,
  /** The dash between two times. */
  To,
  /** Value: minutes, or -1 where no session is that long. */
  Length,
  MinuteWord,
  /** Value: `wordKey` of the code. */
  Code,
  /** Value: the {@link Contact}. */
  Contact,
  Of,
  /** Value: how many patients the group is said to have. */
  Size,
  By,
  /** Value: the {@link Giver}. */
  Giver,
  Region,
  Bill,
  /** The modifier with its hyphen. Value: `wordKey` of the modifier. */
  Modifier,
  /** `x2`. Value: the units. */
  Units,
  /** A note's label with its colon. Value: the {@link Label}. */
  Label,
  /** A note's text on one line. */
  Text,
  /** A comment; value 1 where it speaks to the checker. */
  Comment,
  /** What cannot be read. */
  Unread,
  ByteOrderMark,
}

export enum Field {
  Clinician,
  Assistant,
  Discipline,
  Payer,
  State,
  Setting,
  Units,
  Diagnosis,
  Goal,
}

export const FIELD_NAMES = [
  'clinician',
  'assistant',
  'discipline',
  'payer',
  'state',
  'setting',
  'units',
  'dx',
  'goal',
] as const;

/** Fields up to here may stand at the left margin as a default. */
export const LAST_DEFAULT_FIELD = Field.Units;

export const DISCIPLINES = ['PT', 'OT', 'SLP', 'chiro', 'BH'] as const;
export type Discipline = (typeof DISCIPLINES)[number];
export const PAYERS = ['medicare', 'medicaid', 'tricare', 'commercial', 'workers-comp'] as const;
export const SETTINGS = ['office', 'hospital', 'snf', 'home', 'telehealth'] as const;
export const UNIT_RULES = ['cms', 'midpoint'] as const;
export type UnitRule = (typeof UNIT_RULES)[number];

/** The fixed values of each field that has them, in the case they are written back in. */
export const FIELD_VALUES: Partial<Record<Field, readonly string[]>> = {
  [Field.Discipline]: DISCIPLINES,
  [Field.Payer]: PAYERS,
  [Field.Setting]: SETTINGS,
  [Field.Units]: UNIT_RULES,
};

export enum Label {
  S,
  O,
  A,
  P,
  Note,
  Unknown,
}

export const LABELS = ['S', 'O', 'A', 'P', 'note'] as const;

/** How near clinician and patient were in a session. */
export enum Contact {
  Unknown,
  OneOnOne,
  /** The clinician stays with the patient: 97032-97039. One-on-one says the same there. */
  Attendance,
  Group,
  Supervised,
}

export const CONTACT_WORDS: Readonly<Record<string, Contact>> = {
  'one-on-one': Contact.OneOnOne,
  group: Contact.Group,
  supervised: Contact.Supervised,
};

/** Who a session's `by` names. */
export enum Giver {
  /** Nobody named: the encounter's assistant where it has one, else its clinician. */
  Default,
  Clinician,
  Assistant,
  Aide,
  Student,
}

export const GIVER_WORDS: Readonly<Record<string, Giver>> = {
  clinician: Giver.Clinician,
  assistant: Giver.Assistant,
  aide: Giver.Aide,
  student: Giver.Student,
};

/** A line that was not read to its end: what follows the unread part is kept but not used. */
export const LINE_CUT = 1;
/** A line at the left margin that belongs to the encounter above it, and is read as if it were indented. */
export const LINE_AT_MARGIN = 2;
