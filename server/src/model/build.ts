/** Syntax to model: one block's tokens to one encounter, with the defaults that reach it. */

import type { BlockSyntax } from '../syntax/buffer';
import {
  Contact,
  DISCIPLINES,
  Field,
  Giver,
  type Label,
  LINE_CUT,
  LineKind,
  PAYERS,
  SETTINGS,
  TokenKind,
  UNIT_RULES,
} from '../syntax/kinds';
import { type Code, Is, isUsable, modifierOf } from './code';
import { type Defaults, sameDefaults } from './defaults';
import { ClaimLine, Encounter, type EncounterHome, type ModifierUse, Note, Session } from './encounter';
import type { Settings } from './settings';

const CONTACT_OF_NEED: Readonly<Record<string, Contact>> = {
  'one-on-one': Contact.OneOnOne,
  attendance: Contact.Attendance,
  supervised: Contact.Supervised,
  group: Contact.Group,
  none: Contact.Unknown,
};

const HOLDS_A_CODE = /[ \t\xa0](?:\d{4}[\da-z]|[a-z]\d{4})(?![\da-z])/i;

/** A string or id as it is compared: quotes off, ends trimmed, inner white space as one space. */
export function plainText(written: string): string {
  let text = written;
  if (text.charCodeAt(0) === 34) text = text.slice(1, text.charCodeAt(text.length - 1) === 34 ? -1 : undefined);
  return text.replace(/[ \t\xa0]+/g, ' ').trim();
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The defaults that hold below a block, given those that hold above it. The same object where the block sets none. */
export function defaultsBelow(syntax: BlockSyntax, above: Defaults): Defaults {
  let below: Mutable<Defaults> | undefined;
  for (let line = 0; line < syntax.lineCount; line++) {
    if (syntax.lineKind(line) !== LineKind.Default) continue;
    const first = syntax.firstToken(line);
    const field = syntax.value(first);
    below ??= { ...above };
    takeField(below, syntax, line, field);
  }
  return below && !sameDefaults(below, above) ? below : above;
}

/** Sets what a field line says, a default's or an encounter's own. */
export function takeField(target: Mutable<Defaults>, syntax: BlockSyntax, line: number, field: Field): void {
  const value = fieldText(syntax, line, field);
  const unread = value === undefined && (syntax.lineFlags(line) & LINE_CUT) !== 0;
  switch (field) {
    case Field.Clinician:
      target.clinician = value;
      target.clinicianUnread = unread;
      break;
    case Field.Assistant:
      target.assistant = value;
      target.assistantUnread = unread;
      break;
    case Field.Discipline:
      target.discipline = value as Defaults['discipline'];
      break;
    case Field.Payer:
      target.payer = value;
      target.payerUnread = unread;
      break;
    case Field.State:
      target.state = value;
      break;
    case Field.Setting:
      target.setting = value;
      break;
    case Field.Units:
      target.units = value as Defaults['units'];
      break;
    default:
      break;
  }
}

/** The value of a field line in its written form; `undefined` for `none` and for what cannot be read. */
function fieldText(syntax: BlockSyntax, line: number, field: Field): string | undefined {
  const end = syntax.endToken(line);
  for (let t = syntax.firstToken(line) + 1; t < end; t++) {
    const kind = syntax.kind(t);
    if (kind === TokenKind.String) return plainText(syntax.tokenText(t));
    if (kind === TokenKind.Word) {
      const index = syntax.value(t);
      switch (field) {
        case Field.Discipline:
          return DISCIPLINES[index];
        case Field.Payer:
          return PAYERS[index];
        case Field.Setting:
          return SETTINGS[index];
        case Field.Units:
          return UNIT_RULES[index];
        default:
          return syntax.tokenText(t).toUpperCase();
      }
    }
    if (kind === TokenKind.None) return undefined;
  }
  return undefined;
}

/** The encounter that a block tells. The block begins with a header. */
export function buildEncounter(
  syntax: BlockSyntax,
  home: EncounterHome,
  above: Defaults,
  settings: Settings,
): Encounter {
  const encounter = new Encounter(home);
  // The defaults themselves, until the encounter says something of its own.
  let own: Mutable<Defaults> | undefined;
  let note: { label: Label; line: number; start: number; end: number; pieces: string[] } | undefined;

  const lineCount = syntax.lineCount;
  for (let line = 0; line < lineCount; line++) {
    const kind = syntax.lineKind(line);
    if (kind === LineKind.NoteMore) {
      note?.pieces.push(syntax.tokenText(syntax.firstToken(line)));
      continue;
    }
    if (note && kind !== LineKind.Blank) {
      encounter.notes.push(new Note(encounter, note.label, note.line, note.start, note.end, note.pieces));
      note = undefined;
    }
    switch (kind) {
      case LineKind.Header:
        readHeader(syntax, line, encounter);
        break;
      case LineKind.Session:
        readSession(syntax, line, encounter, settings);
        break;
      case LineKind.Claim:
        readClaim(syntax, line, encounter, settings);
        break;
      case LineKind.Note: {
        const t = syntax.firstToken(line);
        const offset = syntax.lineStart(line);
        const pieces: string[] = [];
        if (syntax.endToken(line) > t + 1) pieces.push(syntax.tokenText(t + 1));
        note = { label: syntax.value(t), line, start: syntax.start(t) - offset, end: syntax.end(t) - offset, pieces };
        break;
      }
      case LineKind.Field: {
        const field = syntax.value(syntax.firstToken(line)) as Field;
        if (field === Field.Diagnosis) readDiagnoses(syntax, line, encounter);
        else if (field === Field.Goal) {
          encounter.hasGoalLine = true;
          if (syntax.lineFlags(line) & LINE_CUT) encounter.goalUnread = true;
          const goal = fieldText(syntax, line, field);
          if (goal !== undefined) encounter.goals.push(goal);
        } else {
          own ??= { ...above };
          takeField(own, syntax, line, field);
        }
        break;
      }
      case LineKind.Broken:
        encounter.unreadSession = true;
        encounter.unreadClaim = true;
        break;
      case LineKind.UnknownField:
        // "bil 97110 x1": the word before a code may be any.
        if (HOLDS_A_CODE.test(home.lineText(line))) {
          encounter.unreadSession = true;
          encounter.unreadClaim = true;
        }
        break;
      default:
        break;
    }
  }
  if (note) encounter.notes.push(new Note(encounter, note.label, note.line, note.start, note.end, note.pieces));

  const fields = own ?? above;
  const { clinician, assistant, units } = fields;
  encounter.clinician = clinician;
  encounter.clinicianUnread = fields.clinicianUnread;
  encounter.assistant = assistant;
  encounter.assistantUnread = fields.assistantUnread;
  encounter.discipline = fields.discipline;
  encounter.payer = settings.payers.get(fields.payer);
  encounter.payerUnread = fields.payerUnread;
  encounter.state = fields.state;
  encounter.setting = fields.setting;
  const forPayer = encounter.payer.unitRuleSet ? encounter.payer.unitRule : undefined;
  encounter.unitRule = units ?? forPayer ?? settings.units ?? encounter.payer.unitRule;
  encounter.unitRuleKnown = units !== undefined || settings.units !== undefined || encounter.payer.unitRuleKnown;

  // A field may stand below the sessions it speaks of, so givers are known last.
  for (const session of encounter.sessions) {
    if (session.by === Giver.Default) {
      if (!encounter.assistantUnread) session.giver = assistant ?? clinician;
    } else if (session.by === Giver.Clinician || session.by === Giver.Student) session.giver = clinician;
  }
  return encounter;
}

function readHeader(syntax: BlockSyntax, line: number, encounter: Encounter): void {
  // The first line of its block.
  const end = syntax.endToken(line);
  for (let t = syntax.firstToken(line); t < end; t++) {
    const kind = syntax.kind(t);
    const start = syntax.start(t);
    const stop = syntax.end(t);
    if (kind === TokenKind.Encounter) {
      encounter.headerStart = start;
      encounter.headerEnd = stop;
    } else if (kind === TokenKind.Date) {
      encounter.dateStart = start;
      encounter.dateEnd = stop;
      encounter.headerEnd = stop;
      const value = syntax.value(t);
      encounter.date = value > 0 ? value : 0;
    } else if (kind === TokenKind.Id) {
      encounter.headerEnd = stop;
      encounter.patient = plainText(syntax.tokenText(t));
    }
  }
}

function readSession(syntax: BlockSyntax, line: number, encounter: Encounter, settings: Settings): void {
  const session = new Session(encounter);
  const offset = syntax.lineStart(line);
  session.line = line;
  session.cut = (syntax.lineFlags(line) & LINE_CUT) !== 0;
  let timeFrom = -1;
  let written = Contact.Unknown;
  let last: TokenKind = TokenKind.Unread;
  const end = syntax.endToken(line);
  for (let t = syntax.firstToken(line); t < end; t++) {
    const kind = syntax.kind(t);
    const start = syntax.start(t) - offset;
    const stop = syntax.end(t) - offset;
    switch (kind) {
      case TokenKind.Time:
        if (session.whenStart < 0) {
          session.whenStart = start;
          timeFrom = syntax.value(t);
        } else {
          const to = syntax.value(t);
          if (timeFrom >= 0 && to > timeFrom) {
            session.start = timeFrom;
            session.end = to;
            session.minutes = to - timeFrom;
          }
        }
        session.whenEnd = stop;
        break;
      case TokenKind.Length:
        session.whenStart = start;
        session.whenEnd = stop;
        session.minutes = syntax.value(t);
        break;
      case TokenKind.MinuteWord:
        session.whenEnd = stop;
        break;
      case TokenKind.Code:
        session.codeStart = start;
        session.codeEnd = stop;
        session.written = settings.codes.get(syntax.value(t), () => syntax.tokenText(t));
        break;
      case TokenKind.Contact:
        session.contactStart = start;
        session.contactEnd = stop;
        written = syntax.value(t);
        break;
      case TokenKind.Of:
        session.contactEnd = stop;
        break;
      case TokenKind.Size:
        session.contactEnd = stop;
        session.size = syntax.value(t);
        break;
      case TokenKind.By:
        session.byStart = start;
        session.byEnd = stop;
        // Until the giver is read, nobody in particular.
        session.by = Giver.Aide;
        break;
      case TokenKind.Giver:
        session.byEnd = stop;
        session.by = syntax.value(t);
        break;
      case TokenKind.String:
        if (last === TokenKind.Giver && session.by === Giver.Assistant) {
          session.byEnd = stop;
          session.giver = plainText(syntax.tokenText(t));
        } else if (last === TokenKind.Region) session.region = plainText(syntax.tokenText(t));
        else session.activity = plainText(syntax.tokenText(t));
        break;
      default:
        break;
    }
    if (kind !== TokenKind.Unread) last = kind;
  }
  const code = session.written;
  if (code) useCode(session, code, encounter);
  else encounter.unreadSession = true;
  if (written !== Contact.Unknown) session.contact = written;
  else if (!session.cut && code?.entry) session.contact = CONTACT_OF_NEED[code.entry.contact] ?? Contact.Unknown;
  if (session.contact === Contact.OneOnOne && code && code.is & Is.AttendedModality)
    session.contact = Contact.Attendance;
  encounter.sessions.push(session);
}

/** Takes the code where it can be judged; else notes that one of the encounter's lines cannot. */
function useCode(line: Session | ClaimLine, code: Code, encounter: Encounter): void {
  if (isUsable(code, encounter.date)) {
    line.code = code;
    encounter.is |= code.is;
    return;
  }
  encounter.is |= Is.NotUsable;
  // A code of some other field of medicine is not one of ours mistyped, and hides nothing.
  const ours = code.number > 0 ? code.number >= 97010 && code.number <= 97799 : code.text.startsWith('97');
  if (code.entry || ours) {
    if (line instanceof Session) encounter.unreadSession = true;
    else encounter.unreadClaim = true;
  }
}

function readClaim(syntax: BlockSyntax, line: number, encounter: Encounter, settings: Settings): void {
  const claim = new ClaimLine(encounter);
  const offset = syntax.lineStart(line);
  claim.line = line;
  claim.cut = (syntax.lineFlags(line) & LINE_CUT) !== 0;
  let modifiers: ModifierUse[] | undefined;
  const end = syntax.endToken(line);
  for (let t = syntax.firstToken(line); t < end; t++) {
    const kind = syntax.kind(t);
    const start = syntax.start(t) - offset;
    const stop = syntax.end(t) - offset;
    switch (kind) {
      case TokenKind.Bill:
        claim.billStart = start;
        claim.end = stop;
        break;
      case TokenKind.Code:
        claim.codeStart = start;
        claim.codeEnd = stop;
        claim.end = stop;
        claim.written = settings.codes.get(syntax.value(t), () => syntax.tokenText(t));
        break;
      case TokenKind.Modifier: {
        const text = syntax.slice(syntax.start(t) + 1, syntax.end(t)).toUpperCase();
        let entry = modifierOf(syntax.value(t), () => text);
        if (entry?.validFrom !== undefined && encounter.date > 0 && encounter.date < entry.validFrom) entry = undefined;
        if (entry?.opensPair) encounter.is |= Is.Opening;
        modifiers ??= [];
        modifiers.push({ text, entry, start, end: stop });
        claim.end = stop;
        break;
      }
      case TokenKind.Units:
        claim.unitsStart = start;
        claim.unitsEnd = stop;
        claim.units = syntax.value(t);
        claim.end = stop;
        break;
      default:
        break;
    }
  }
  if (modifiers) claim.modifiers = modifiers;
  if (claim.written) useCode(claim, claim.written, encounter);
  else encounter.unreadClaim = true;
  encounter.claims.push(claim);
}

function readDiagnoses(syntax: BlockSyntax, line: number, encounter: Encounter): void {
  encounter.hasDiagnosisLine = true;
  if (syntax.lineFlags(line) & LINE_CUT) encounter.diagnosisUnread = true;
  const end = syntax.endToken(line);
  for (let t = syntax.firstToken(line); t < end; t++) {
    if (syntax.kind(t) === TokenKind.Diagnosis) encounter.diagnoses.push(syntax.tokenText(t).toUpperCase());
  }
}
