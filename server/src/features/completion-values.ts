/** Values of fields, dates and patient ids: those in use first, then all that the language knows. */

import { allPayers } from '../guidance/payers';
import { date as dateWords } from '../rules/kit/words';
import { DISCIPLINES, FIELD_NAMES, Field, SETTINGS, UNIT_RULES } from '../syntax/kinds';
import { type Cursor, inSnippet, isEnd, type Suggestion, unique } from './completion-cursor';
import { assistantNames, quoted } from './completion-parts';

const MOST_NAMES = 50;
/** Patient ids that are offered at once. */
const MOST_PATIENTS = 60;

const DISCIPLINE_WORDS: Readonly<Record<string, string>> = {
  PT: 'physical therapy',
  OT: 'occupational therapy',
  SLP: 'speech-language pathology',
  chiro: 'chiropractic',
  BH: 'behavioral health',
};
const SETTING_WORDS: Readonly<Record<string, string>> = {
  office: 'an outpatient practice',
  hospital: 'an outpatient department',
  snf: 'a nursing facility',
  home: 'the patient’s home',
  telehealth: 'by video or phone',
};
const UNIT_RULE_WORDS: Readonly<Record<string, string>> = {
  cms: 'the 8-minute rule, all timed codes together',
  midpoint: 'each code by itself',
};
const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI'.split(
    ' ',
  );

const EXAMPLE: Readonly<Record<Field, string>> = {
  [Field.Clinician]: 'Name, PT',
  [Field.Assistant]: 'Name, PTA',
  [Field.Discipline]: '',
  [Field.Payer]: '',
  [Field.State]: '',
  [Field.Setting]: '',
  [Field.Units]: '',
  [Field.Diagnosis]: '',
  [Field.Goal]: 'Walk 200 m without a rail',
};

/** What a field holds in a few words. */
export const FIELD_WORDS: Readonly<Record<Field, string>> = {
  [Field.Clinician]: 'who gave the care, or under whom',
  [Field.Assistant]: 'who gave it under the clinician',
  [Field.Discipline]: 'PT, OT, SLP, chiro or BH',
  [Field.Payer]: 'whose rules hold',
  [Field.State]: 'two letters',
  [Field.Setting]: 'where',
  [Field.Units]: 'how minutes become units',
  [Field.Diagnosis]: 'why care was needed',
  [Field.Goal]: 'what the care works toward',
};

const fixed = (
  values: readonly string[],
  words: Readonly<Record<string, string>>,
  field: Field,
): readonly Suggestion[] =>
  values.map((value) => ({
    label: value,
    kind: 'value',
    ...(words[value] ? { detail: words[value] } : {}),
    newText: value,
    about: `${FIELD_NAMES[field]} |${value}`,
  }));

/** @param wanted letters of a value that were typed, for lists that are cut short. */
export function valueSuggestions(cursor: Cursor, field: Field): Suggestion[] {
  const items: Suggestion[] = [];
  const about = field > Field.Units ? `  |${FIELD_NAMES[field]} x` : `|${FIELD_NAMES[field]} x`;
  switch (field) {
    case Field.Clinician: {
      const assistants = new Set(assistantNames(cursor));
      const near = cursor.near.map(({ clinician }) => clinician);
      const known = [...cursor.workspace.names.all('person')].filter((name) => !assistants.has(name));
      for (const name of unique([cursor.block.above.clinician, ...near, ...known]).slice(0, MOST_NAMES))
        items.push(quoted(name, 'name', about));
      break;
    }
    case Field.Assistant:
      for (const name of assistantNames(cursor).slice(0, MOST_NAMES)) items.push(quoted(name, 'name', about));
      break;
    case Field.Discipline:
      items.push(...fixed(DISCIPLINES, DISCIPLINE_WORDS, field));
      break;
    case Field.Payer: {
      for (const { id, label } of allPayers())
        items.push({ label: id, kind: 'value', detail: label, newText: id, about: `payer |${id}` });
      for (const name of cursor.settings.payers.names)
        if (!allPayers().some(({ id }) => id === name)) items.push(quoted(name, 'name', about));
      break;
    }
    case Field.State: {
      const used = cursor.near.map(({ state }) => state);
      for (const state of unique([cursor.block.above.state, ...used, ...STATES]))
        items.push({ label: state, kind: 'value', newText: state, about });
      break;
    }
    case Field.Setting:
      items.push(...fixed(SETTINGS, SETTING_WORDS, field));
      break;
    case Field.Units:
      items.push(...fixed(UNIT_RULES, UNIT_RULE_WORDS, field));
      break;
    case Field.Diagnosis: {
      const own = cursor.patientsOthers.flatMap(({ diagnoses }) => diagnoses);
      const near = cursor.near.flatMap(({ diagnoses }) => diagnoses);
      const given = new Set(cursor.encounter?.diagnoses);
      for (const code of unique([...own, ...near]).slice(0, MOST_NAMES)) {
        if (given.has(code)) continue;
        const detail = own.includes(code) ? 'of this patient, another day' : 'in use near by';
        items.push({ label: code, kind: 'value', detail, newText: code, about });
      }
      break;
    }
    case Field.Goal:
      for (const goal of unique(cursor.patientsOthers.flatMap(({ goals }) => goals)).slice(0, MOST_NAMES))
        if (!cursor.encounter?.goals.includes(goal))
          items.push({ ...quoted(goal, 'name', about), detail: 'of this patient, another day' });
      break;
  }
  const example = EXAMPLE[field];
  // Not in the place of a value that stands there. In quotes that were closed at once, a snippet alone keeps them both.
  const isOpen = isEnd(cursor.rest);
  const isEmptyPair = cursor.prefix.endsWith('"') && /^"[ \t\xa0]*$/.test(cursor.rest);
  if (example !== '' && (isOpen || isEmptyPair))
    items.push({
      label: `"${example}"`,
      kind: 'value',
      detail: 'to be filled in',
      newText: isOpen ? '"' : '',
      snippet: `"\${1:${inSnippet(example)}}"$0`,
      about,
    });
  if (field <= Field.Units && cursor.encounter)
    items.push({ label: 'none', kind: 'value', detail: 'not given', newText: 'none', about });
  return items;
}

/** Dates near by, then today. @param alone the patient follows already. */
export function dateSuggestions(cursor: Cursor, alone: boolean): Suggestion[] {
  const { today } = cursor.settings;
  const near = cursor.near.map(({ date }) => (date > 0 ? date : undefined));
  const days = [...new Set([...near, today])].filter((day) => day !== undefined).slice(0, 8);
  return days.map((day) => ({
    label: dateWords(day),
    kind: 'value',
    ...(day === today ? { detail: 'today' } : {}),
    ...(alone ? { newText: dateWords(day) } : { newText: `${dateWords(day)} patient `, again: true }),
  }));
}

/**
 * Patient ids in use that begin as typed; those near by first. Before them stands the id as it is typed, where it is
 * another one: whoever ends the line means that patient, and not one whose id goes on.
 */
export function patientSuggestions(cursor: Cursor, typed: string): Suggestion[] {
  const begun = typed.startsWith('"') ? typed.slice(1) : typed;
  const ids: string[] = [];
  const sameDay = new Set<string>();
  const take = (id: string) => {
    if (!ids.includes(id) && startsLike(id, begun)) ids.push(id);
  };
  const date = cursor.encounter?.date ?? 0;
  for (const encounter of cursor.near) {
    if (encounter.patient === undefined) continue;
    if (encounter.date === date) sameDay.add(encounter.patient);
    else take(encounter.patient);
  }
  // A patient mostly comes once a day.
  for (const id of cursor.workspace.names.all('patient')) {
    if (ids.length >= MOST_PATIENTS) break;
    // The id that is being typed is in use for being typed.
    if (!sameDay.has(id) && id !== cursor.block.patient) take(id);
  }
  const own = cursor.block.patient;
  if (own !== undefined && cursor.workspace.names.blocksOf('patient', own).length > 1 && !sameDay.has(own)) take(own);
  for (const id of sameDay) take(id);
  const isNew = begun !== '' && own !== undefined && ids.length > 0 && !ids.includes(own);
  return (isNew ? [own, ...ids] : ids).map((id): Suggestion => {
    const written = typed.startsWith('"') || !/^[^\s"#][^\s"]*$/.test(id) ? `"${id}"` : id;
    return {
      label: written,
      kind: 'name',
      ...(sameDay.has(id)
        ? { detail: 'already on this date' }
        : isNew && id === own
          ? { detail: 'a new patient' }
          : {}),
      newText: written,
    };
  });
}

function startsLike(id: string, begun: string): boolean {
  return begun === '' || id.slice(0, begun.length).toLowerCase() === begun.toLowerCase();
}
