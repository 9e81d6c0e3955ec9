/** What may follow the code of a session: contact words that fit it, who gave it, the region, the activity. */

import { type Code, Is } from '../model/code';
import { Session } from '../model/encounter';
import { ContactFault, contactFault } from '../rules/kit/contact';
import { count } from '../rules/kit/words';
import { Contact } from '../syntax/kinds';
import { type Cursor, inSnippet, type Suggestion, unique } from './completion-cursor';

const USUAL_SIZES = [2, 3, 4, 5, 6];
const PSYCHOTHERAPY_SIZES = [8, 6, 10, 12];
const MOST_ACTIVITIES = 30;
const REGIONS = ['cervical', 'thoracic', 'lumbar', 'sacral', 'pelvic', 'shoulder', 'knee'];
/** A clinician field may name an assistant; an assistant's name mostly says so. */
const ASSISTANT_TITLE = /\b(?:PTA|OTA|COTA|LPTA)\b/i;

/** Group sizes in use on the giver's day for the code, then usual ones. */
export function sizes(cursor: Cursor, code: Code | undefined): number[] {
  const ofDay = cursor.giversSessions.filter((session) => session.size > 0 && (!code || session.code === code));
  const usual = code && code.is & Is.GroupPsychotherapy ? PSYCHOTHERAPY_SIZES : USUAL_SIZES;
  return [...new Set([...ofDay.map(({ size }) => size), ...usual])];
}

export function sizeSuggestions(cursor: Cursor, code: Code | undefined): Suggestion[] {
  return sizes(cursor, code).map((size) => ({
    label: String(size),
    kind: 'value',
    detail: `${count(size, 'patient')}, all counted`,
    newText: String(size),
    about: '  15 min  97150  group of |2',
  }));
}

/** Whether a contact word and a code go together. */
function fits(cursor: Cursor, code: Code | undefined, contact: Contact): boolean {
  if (!code?.entry || !cursor.encounter) return true;
  const session = new Session(cursor.encounter);
  session.code = code;
  session.contact = contact;
  if (contactFault(session) !== ContactFault.None) return false;
  if (contact === Contact.Group) return (code.is & (Is.GroupCode | Is.MayBeGroup)) !== 0;
  if (contact === Contact.OneOnOne) return !(code.is & Is.GroupCode);
  return true;
}

export function contactSuggestions(cursor: Cursor, code: Code | undefined): Suggestion[] {
  const items: Suggestion[] = [];
  const group: Suggestion[] = fits(cursor, code, Contact.Group)
    ? sizes(cursor, code).map((size) => ({
        label: `group of ${size}`,
        kind: 'contact',
        detail: `${count(size, 'patient')}, all counted`,
        newText: `group of ${size}`,
        about: '  15 min  97150  |group of 2',
      }))
    : [];
  const alone: Suggestion[] = fits(cursor, code, Contact.OneOnOne)
    ? [{ label: 'one-on-one', kind: 'contact', newText: 'one-on-one', about: '  15 min  97110  |one-on-one' }]
    : [];
  const needsGroup = code?.entry?.contact === 'group';
  items.push(...(needsGroup ? [...group, ...alone] : [...alone, ...group]));
  if (fits(cursor, code, Contact.Supervised))
    items.push({ label: 'supervised', kind: 'contact', newText: 'supervised', about: '  15 min  97014  |supervised' });
  return items;
}

/** Assistants in use: those that are named as such on this date or near by, then any whose name says so. */
export function assistantNames(cursor: Cursor): string[] {
  const named = [cursor.encounter, ...cursor.near].map((encounter) => encounter?.assistant);
  const known = [...cursor.workspace.names.all('person')];
  return unique([...named, ...known.filter((name) => ASSISTANT_TITLE.test(name))]);
}

export function giverSuggestions(cursor: Cursor, lead: string): Suggestion[] {
  const about = '  15 min  97110  |by aide';
  const names = assistantNames(cursor);
  const items: Suggestion[] = names.slice(0, 5).map((name) => ({
    label: `${lead}assistant "${name}"`,
    kind: 'name',
    newText: `${lead}assistant "${name}"`,
    about,
  }));
  if (items.length === 0)
    items.push({
      label: `${lead}assistant`,
      kind: 'name',
      detail: 'and the name in quotes',
      newText: `${lead}assistant "`,
      snippet: `${lead}assistant "$1"$0`,
      about,
    });
  if (cursor.encounter?.assistant !== undefined)
    items.push({ label: `${lead}clinician`, kind: 'name', newText: `${lead}clinician`, about });
  items.push(
    { label: `${lead}aide`, kind: 'name', detail: 'minutes that cannot be billed', newText: `${lead}aide`, about },
    { label: `${lead}student`, kind: 'name', newText: `${lead}student`, about },
  );
  return items;
}

export function regionSuggestions(cursor: Cursor): Suggestion[] {
  const used = [cursor.encounter, ...cursor.patientsOthers, ...cursor.near].flatMap(
    (encounter) => encounter?.sessions.map(({ region }) => region) ?? [],
  );
  return unique([...used, ...REGIONS]).map((region) => quoted(region, 'value', '  15 min  97140  |region "lumbar"'));
}

/** Activities in use: of the giver's day, of the patient's other days, then of encounters near by. */
export function activitySuggestions(cursor: Cursor, code: Code | undefined): Suggestion[] {
  const own = cursor.encounter?.sessions.filter(({ line }) => line !== cursor.line) ?? [];
  const all = [
    ...cursor.giversSessions,
    ...cursor.patientsOthers.flatMap(({ sessions }) => sessions),
    ...own,
    ...cursor.near.flatMap(({ sessions }) => sessions),
  ];
  const ofCode = all.filter((session) => session.written === code);
  const words = unique([...ofCode, ...all].map(({ activity }) => activity)).slice(0, MOST_ACTIVITIES);
  return words.map((activity) => quoted(activity, 'session', undefined));
}

export function quoted(text: string, kind: Suggestion['kind'], about: string | undefined): Suggestion {
  const written = `"${text}"`;
  return { label: written, kind, newText: written, ...(about ? { about } : {}) };
}

/** All that may follow the code, but for parts that the line has. */
export function partSuggestions(
  cursor: Cursor,
  code: Code | undefined,
  has: { contact: boolean; by: boolean; region: boolean; activity: boolean },
): Suggestion[] {
  const items: Suggestion[] = [];
  if (!has.contact) items.push(...contactSuggestions(cursor, code));
  const activities = has.activity ? [] : activitySuggestions(cursor, code);
  const handsOn = code !== undefined && (code.is & Is.Manipulation || /^97(?:112|124|140)$/.test(code.text));
  const region: Suggestion[] = has.region
    ? []
    : [
        {
          label: 'region',
          kind: 'value',
          detail: 'the part of the body, in quotes',
          newText: 'region ',
          again: true,
          about: '  15 min  97140  |region "lumbar"',
        },
      ];
  if (has.contact) items.push(...activities);
  if (handsOn) items.push(...region);
  if (!has.contact) items.push(...activities);
  if (!has.activity)
    items.push({
      label: '"activity"',
      kind: 'session',
      detail: 'what was done, in quotes',
      filter: '"activity',
      newText: '"',
      snippet: `"\${1:${inSnippet('what was done')}}"$0`,
      about: '  15 min  97110  |"Balance"',
    });
  if (!has.by) items.push(...giverSuggestions(cursor, 'by '));
  if (!handsOn) items.push(...region);
  return items;
}
