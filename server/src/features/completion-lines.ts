/** What a line can begin with: the fields not yet given, the next session, the claim, the notes that are missing. */

import { date as dateWords } from '../rules/kit/words';
import { FIELD_NAMES, Field, LABELS, LAST_DEFAULT_FIELD, LineKind } from '../syntax/kinds';
import { missingLines } from './completion-claims';
import { type Cursor, inSnippet, isEnd, REST_OF_WORD, type Suggestion } from './completion-cursor';
import { groupSessions, timeSuggestions } from './completion-times';
import { FIELD_WORDS } from './completion-values';
import { encounterTemplates, noteTemplates } from './templates';

const LABEL_WORDS: readonly string[] = [
  'what the patient says',
  'what was done, and the help it took',
  'what it means: response and progress',
  'what comes next',
  'anything else',
];

export function lineSuggestions(cursor: Cursor): Suggestion[] {
  const { block, indent } = cursor;
  const atMargin = indent === '';
  const items: Suggestion[] = [];
  const isHeaderLine = !block.isAbove && cursor.line === 0;
  const templates = encounterTemplates(dayAt(cursor), !isInMidst(cursor));
  if (isHeaderLine) return [...headerItems(cursor), ...templates];
  const ofEncounter =
    block.isAbove || (isBelowDefault(cursor) && !isInMidst(cursor)) ? [] : encounterItems(cursor, atMargin ? '  ' : '');
  if (!atMargin) items.push(...ofEncounter, ...headerItems(cursor));
  else {
    const defaults = defaultItems(cursor);
    // Above the first encounter: who, as what and for whom comes before it.
    const first = block.isAbove ? defaults.filter(({ label }) => NEEDED_DEFAULTS.has(label)) : [];
    const later = defaults.filter((item) => !first.includes(item));
    items.push(...first, ...headerItems(cursor), ...ofEncounter, ...later);
  }
  items.push(...templates, {
    label: '# ignore',
    kind: 'rule',
    detail: 'silences a rule on the next line',
    newText: '# ignore ',
    again: true,
  });
  return items;
}

/** A default above speaks of the encounters to come: a line of the one before it would come too late. */
function isBelowDefault({ lineKinds, line }: Cursor): boolean {
  for (let i = line - 1; i > 0 && !isOfEncounter(lineKinds[i]!); i--)
    if (lineKinds[i] === LineKind.Default) return true;
  return false;
}

/** Lines of the encounter follow. */
function isInMidst({ block, lineKinds, line }: Cursor): boolean {
  return !block.isAbove && lineKinds.some((kind, i) => i > line && isOfEncounter(kind));
}

function isOfEncounter(kind: LineKind): boolean {
  return kind !== LineKind.Blank && kind !== LineKind.Comment && kind !== LineKind.Default;
}

/** The date of an encounter that begins here: that of the one before. */
function dayAt(cursor: Cursor): string {
  const last = cursor.block.isAbove ? cursor.near[0]?.date : (cursor.encounter?.date ?? 0) || cursor.near[0]?.date;
  return dateWords(last && last > 0 ? last : cursor.settings.today);
}

function headerItems(cursor: Cursor): Suggestion[] {
  const day = dayAt(cursor);
  return [
    {
      label: `encounter ${day} patient`,
      kind: 'header',
      detail: day === dateWords(cursor.settings.today) ? 'today' : 'the same day',
      newText: `encounter ${day} patient `,
      again: true,
      fromMargin: true,
    },
    {
      label: 'encounter',
      kind: 'header',
      detail: 'of another date',
      newText: 'encounter ',
      again: true,
      fromMargin: true,
    },
  ];
}

/** Fields at the left margin that hold for the encounters below. Not in the midst of an encounter. */
function defaultItems(cursor: Cursor): Suggestion[] {
  if (isInMidst(cursor)) return [];
  const given = new Set<number>();
  for (let i = 0; i < cursor.lineKinds.length; i++)
    if (i !== cursor.line && cursor.lineKinds[i] === LineKind.Default) given.add(cursor.firstValues[i]!);
  const { above } = cursor.block;
  const items: Suggestion[] = [];
  for (const field of ORDER_OF_DEFAULTS) {
    if (given.has(field)) continue;
    items.push(fieldItem(cursor, field, '', above.clinician === undefined));
  }
  return items;
}

const NEEDED_DEFAULTS: ReadonlySet<string> = new Set(['clinician', 'discipline', 'payer']);

const ORDER_OF_DEFAULTS = [
  Field.Clinician,
  Field.Discipline,
  Field.Payer,
  Field.Setting,
  Field.Assistant,
  Field.State,
  Field.Units,
];

function fieldItem(cursor: Cursor, field: Field, lead: string, empty = false): Suggestion {
  const name = FIELD_NAMES[field];
  const about = field > LAST_DEFAULT_FIELD ? `  |${name} x` : `|${name} x`;
  const base = { label: name, kind: 'field', detail: FIELD_WORDS[field], about } as const;
  const isName = field === Field.Clinician || field === Field.Assistant;
  const isGoal = field === Field.Goal;
  // Its value stands there already.
  if (!isEnd(cursor.rest.replace(REST_OF_WORD, ''))) return { ...base, newText: `${lead}${name} ` };
  if (isGoal || (isName && empty)) {
    // The quotes stand there before anything is typed: words without them cannot be read.
    const inUse = isGoal ? cursor.patientsOthers.some(({ goals }) => goals.length > 0) : isInUse(cursor);
    const inside = inUse ? '$1' : `\${1:${isGoal ? 'Walk 200 m without a rail' : 'Name, PT'}}`;
    return {
      ...base,
      newText: `${lead}${name} "`,
      snippet: `${inSnippet(lead)}${name} "${inside}"$0`,
      ...(inUse ? { again: true } : {}),
    };
  }
  if (field === Field.Diagnosis && cursor.patientsOthers.length === 0 && cursor.near.length === 0)
    return { ...base, newText: `${lead}${name} ` };
  return { ...base, newText: `${lead}${name} `, again: true };
}

function isInUse(cursor: Cursor): boolean {
  return !cursor.workspace.names.all('person').next().done;
}

/** The lines of an encounter, those first that come next in most. */
function encounterItems(cursor: Cursor, lead: string): Suggestion[] {
  const encounter = cursor.encounter!;
  const fields = new Set<number>();
  const labels = new Set<number>();
  let hasSessions = false;
  let notesAbove = false;
  for (let i = 0; i < cursor.lineKinds.length; i++) {
    if (i === cursor.line) continue;
    const kind = cursor.lineKinds[i]!;
    if (kind === LineKind.Field) fields.add(cursor.firstValues[i]!);
    else if (kind === LineKind.Note) {
      labels.add(cursor.firstValues[i]!);
      notesAbove ||= i < cursor.line;
    } else if (kind === LineKind.Session) hasSessions = true;
  }
  const led = (items: readonly Suggestion[]): Suggestion[] =>
    lead === '' ? [...items] : items.map((item) => ({ ...item, newText: lead + item.newText }));

  const missingFields: Suggestion[] = [];
  if (!fields.has(Field.Diagnosis)) missingFields.push(fieldItem(cursor, Field.Diagnosis, lead));
  if (!fields.has(Field.Goal)) missingFields.push(fieldItem(cursor, Field.Goal, lead));
  if (encounter.clinician === undefined && !fields.has(Field.Clinician))
    missingFields.push(fieldItem(cursor, Field.Clinician, lead, true));
  if (encounter.payer.name === '' && !fields.has(Field.Payer)) missingFields.push(fieldItem(cursor, Field.Payer, lead));
  if (encounter.discipline === undefined && !fields.has(Field.Discipline))
    missingFields.push(fieldItem(cursor, Field.Discipline, lead));

  const sessions = led([...groupSessions(cursor, ''), ...timeSuggestions(cursor, '')]);
  const missing = led(missingLines(cursor, 'bill '));
  const claims: Suggestion[] = [
    ...missing,
    {
      label: 'bill',
      kind: 'claim',
      detail: 'a claim line',
      // Typed out it would match best, before the lines that are worked out.
      filter: 'bill claim line',
      newText: `${lead}bill `,
      again: true,
      about: '  |bill 97110 x1',
    },
  ];
  const notes: Suggestion[] = [];
  LABELS.forEach((label, value) => {
    if (labels.has(value)) return;
    notes.push({
      label: `${label}:`,
      kind: 'note',
      detail: LABEL_WORDS[value]!,
      newText: `${lead}${label}: `,
      about: `  |${label}: x`,
    });
  });
  if (labels.size === 0) notes.push(...noteTemplates(cursor.indent === '' ? '  ' : cursor.indent, lead));
  const more: Suggestion[] = [];
  for (const field of [Field.Goal, Field.Diagnosis, ...ORDER_OF_DEFAULTS]) {
    const repeats = field === Field.Goal || field === Field.Diagnosis;
    if (repeats !== fields.has(field) || missingFields.some(({ label }) => label === FIELD_NAMES[field])) continue;
    more.push(fieldItem(cursor, field, lead));
  }
  if (notesAbove) return [...notes, ...claims, ...sessions, ...missingFields, ...more];
  if (!hasSessions) return [...missingFields, ...sessions, ...notes, ...claims, ...more];
  if (missing.length > 0) return [...claims, ...sessions, ...missingFields, ...notes, ...more];
  return [...notes, ...sessions, ...missingFields, ...claims, ...more];
}
