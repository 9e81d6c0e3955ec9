/**
 * The pages of the guidance, as Markdown: one for each rule, code, modifier, payer, passage, source, and for each thing
 * that sources disagree on. Every word is of the guidance and the rules; the documentation, the editor and the command
 * line show the same text. Part of the lazily loaded prose.
 */

import { codeNote } from '../guidance/codeNotes';
import { lookUpCode, successorsOn } from '../guidance/codes';
import { CONFLICTS, type Conflict, conflictsForCode, lookUpConflict } from '../guidance/conflicts';
import { CONFIDENCE_WORDS, lookUpFact } from '../guidance/facts';
import { lookUpModifier } from '../guidance/modifiers';
import { UNIT_LIMIT_EDITION, unitLimit } from '../guidance/mue';
import { PAIR_EDITION, pairSummary } from '../guidance/pairs';
import {
  lookUpPassage,
  PASSAGES,
  type Passage,
  passagesForCode,
  passagesForModifier,
  passagesForPayer,
  passagesForRule,
  passagesForStatement,
} from '../guidance/passages';
import { lookUpPayer } from '../guidance/payers';
import { lookUpSource } from '../guidance/sources';
import { lookUpStatement, STATEMENTS } from '../guidance/statements';
import type { CodeEntry } from '../guidance/types';
import { RULE_CITES } from '../rules/cites';
import { RULE_DOCS } from '../rules/docs';
import type { RuleId } from '../rules/kit/ids';
import { rulePage, type Said } from './rule-page';

export const PAGE_KINDS = ['rule', 'code', 'modifier', 'payer', 'passage', 'conflict', 'source'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** Where a page is shown, and what that place can do. */
export interface PageOptions {
  /** Markdown that leads to another page; `text` alone where a place has no links. */
  readonly link: (kind: PageKind, id: string, text: string) => string;
  /** Today as yyyymmdd: successors of a code, and pairs, are those of this date. */
  readonly today: number;
  /** What the rules say of an example. */
  readonly said: Said;
}

/** A page as Markdown that starts with its title; nothing where there is no such thing. */
export function page(kind: PageKind, id: string, options: PageOptions): string | undefined {
  const lines = linesOf(kind, id, options);
  if (!lines) return undefined;
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** The title of a page, without marks. */
export function pageTitle(kind: PageKind, id: string): string | undefined {
  switch (kind) {
    case 'rule': {
      const docs = RULE_DOCS.get(id as RuleId);
      return docs && `${id}: ${docs.title}`;
    }
    case 'code': {
      const entry = lookUpCode(id);
      return entry && `${id}: ${entry.label}`;
    }
    case 'modifier': {
      const entry = lookUpModifier(id);
      return entry && `${id}: ${entry.label}`;
    }
    case 'payer':
      return lookUpPayer(id)?.label;
    case 'passage':
      return lookUpPassage(id)?.title;
    case 'conflict': {
      const conflict = lookUpConflict(id);
      return conflict && `Sources disagree: ${conflict.title}`;
    }
    case 'source':
      return lookUpSource(id)?.title;
  }
}

function linesOf(kind: PageKind, id: string, options: PageOptions): string[] | undefined {
  switch (kind) {
    case 'rule': {
      if (!RULE_DOCS.has(id as RuleId)) return undefined;
      const everywhere = 'the setting `encounter.rules`, or `encounter.config.json`';
      return [
        rulePage(id as RuleId, { said: options.said, link: options.link, everywhere }),
        ...seeAlso(options, { passages: passagesForRule(id) }),
      ];
    }
    case 'code': {
      const entry = lookUpCode(id);
      return entry && codePage(entry, options);
    }
    case 'modifier': {
      const entry = lookUpModifier(id);
      return entry && modifierPage(id, entry.label, options);
    }
    case 'payer':
      return payerPage(id, options);
    case 'passage': {
      const passage = lookUpPassage(id);
      return passage && passagePage(passage, options);
    }
    case 'conflict': {
      const conflict = lookUpConflict(id);
      return conflict && conflictPage(conflict, options);
    }
    case 'source':
      return sourcePage(id, options);
  }
}

// ---------------------------------------------------------------------------------------------------------- Codes

const isVisit = (code: string): boolean => lookUpCode(code)?.family === 'visit';

function codePage(entry: CodeEntry, options: PageOptions): string[] {
  const { code } = entry;
  const { link, today } = options;
  const lines = [`# ${code}: ${entry.label}`, '', traits(entry)];
  if (entry.deletedAfter !== undefined) {
    const { codes, together } = successorsOn(entry, today, false);
    const named = codes.map((one) => link('code', one, one)).join(together ? ' and ' : ' or ');
    const instead = codes.length > 0 ? ` Bill ${named} instead.` : '';
    lines.push('', `**Deleted:** last day of service ${dateOf(entry.deletedAfter)}.${instead}`);
  }
  const note = codeNote(code);
  const ids = new Set<string>();
  const section = (title: string, notes: readonly { text: string; passages: readonly string[] }[]) => {
    if (notes.length === 0) return;
    lines.push('', `## ${title}`, '');
    for (const { text, passages } of notes) {
      lines.push(`- ${text}`);
      for (const id of passages) ids.add(id);
    }
  };
  if (note) {
    section('What it is', [note.what]);
    section('When to use it', note.use);
    section('When not', note.avoid);
    section('How units are counted', note.units);
    section('What the record must show', note.record);
  }
  const { opens, never } = pairSummary(code, today);
  const named = (pairs: readonly { column1: string; column2: string }[]) =>
    pairs
      .map(({ column1, column2 }) => (column1 === code ? column2 : column1))
      .sort()
      .map((one) => link('code', one, one))
      .join(', ');
  if (opens.length + never.length > 0) {
    lines.push('', '## On one day with', '');
    // Beside a visit it is the visit that takes a modifier, and it takes another one.
    const visits = opens.filter(({ column1, column2 }) => isVisit(column1) || isVisit(column2));
    const others = opens.filter((pair) => !visits.includes(pair));
    if (others.length > 0) lines.push(`- **needs a modifier such as 59** where truly separate: ${named(others)}`);
    if (visits.length > 0) {
      const takes = isVisit(code) ? 'this visit takes -25' : 'the visit takes -25';
      lines.push(`- **${takes}** where truly separate: ${named(visits)}`);
    }
    if (never.length > 0) lines.push(`- **not paid with it**, modifier or not: ${named(never)}`);
    lines.push('', `*Edits: ${PAIR_EDITION}; check the current quarter.*`);
  }
  const limit = unitLimit(code);
  if (limit !== undefined)
    lines.push('', '## Most units', '', `**${limit}** for one patient and date (${UNIT_LIMIT_EDITION}).`);
  for (const id of note?.conflicts ?? []) {
    const conflict = lookUpConflict(id);
    if (conflict) lines.push('', ...disagreement(conflict, '##', options));
  }
  const passages = [...ids].map((id) => lookUpPassage(id)).filter((one) => one !== undefined);
  lines.push('', ...placesOf(passages, options));
  const others = conflictsForCode(code).filter(({ id }) => !note?.conflicts.includes(id));
  lines.push(...seeAlso(options, { passages: passagesForCode(code), conflicts: others }));
  return lines;
}

function traits(entry: CodeEntry): string {
  const contact = {
    'one-on-one': 'one-on-one',
    attendance: 'constant attendance',
    supervised: 'supervised',
    group: 'group',
    none: '',
  }[entry.contact];
  const parts = [entry.timed ? 'timed' : 'untimed', contact, entry.disciplines.join(', ')];
  return parts.filter((part) => part !== '').join(' · ');
}

// ------------------------------------------------------------------------------------------- Modifiers and payers

function modifierPage(modifier: string, label: string, options: PageOptions): string[] {
  const lines = [`# ${modifier}: ${label}`];
  for (const passage of passagesForModifier(modifier)) lines.push('', ...inFull(passage, options));
  lines.push(...seeAlso(options, { rules: rulesOf(passagesForModifier(modifier)) }));
  return lines;
}

function payerPage(id: string, options: PageOptions): string[] | undefined {
  const payer = lookUpPayer(id);
  if (!payer) return undefined;
  const rule =
    payer.unitRule === 'cms' ? 'the 8-minute rule: all timed minutes together' : 'the midpoint rule: each code alone';
  const lines = [
    `# ${payer.label}`,
    '',
    `In a file: \`payer ${payer.id}\``,
    '',
    `- **Units:** ${rule}${payer.unitRuleKnown ? '' : ' (assumed; set `units` where you know it)'}`,
    `- **National edits and unit limits:** ${payer.bound ? 'bind it' : 'do not bind it by themselves'}`,
  ];
  for (const passage of passagesForPayer(id)) lines.push('', ...inFull(passage, options));
  lines.push(...seeAlso(options, { rules: rulesOf(passagesForPayer(id)) }));
  return lines;
}

function rulesOf(passages: readonly Passage[]): string[] {
  return [...new Set(passages.flatMap(({ rules }) => rules))];
}

/** A passage within another page. */
function inFull(passage: Passage, options: PageOptions): string[] {
  return [
    `## ${passage.title}`,
    '',
    passage.body,
    '',
    `*${sourceLink(passage, options)}* · ${options.link('passage', passage.id, 'more')}`,
  ];
}

// -------------------------------------------------------------------------------- Passages, conflicts and sources

function passagePage(passage: Passage, options: PageOptions): string[] {
  const { link } = options;
  const lines = [`# ${passage.title}`, '', passage.body, '', `*${sourceLink(passage, options)}; ${passage.edition}*`];
  for (const id of passage.disagreesWith) {
    const other = lookUpPassage(id);
    if (!other) continue;
    lines.push('', `**Another source says otherwise:** ${other.body} *(${sourceLink(other, options)})*`);
  }
  if (passage.statements.length + passage.facts.length > 0) {
    lines.push('', '## What it rests on', '');
    for (const id of passage.statements) lines.push(`- ${id}: ${lookUpStatement(id)?.text ?? ''}`);
    for (const id of passage.facts) {
      const fact = lookUpFact(id);
      if (fact) lines.push(`- ${id}: ${fact.text} (${CONFIDENCE_WORDS[fact.confidence]})`);
    }
  }
  for (const id of passage.conflicts) {
    const conflict = lookUpConflict(id);
    if (conflict) lines.push('', `**Sources disagree:** ${link('conflict', id, conflict.title)}`);
  }
  const { rules, codes, modifiers, payers } = passage;
  lines.push(...seeAlso(options, { rules, codes, modifiers, payers }));
  return lines;
}

function conflictPage(conflict: Conflict, options: PageOptions): string[] {
  return [
    ...disagreement(conflict, '#', options),
    ...seeAlso(options, { codes: conflict.codes, rules: conflict.rules }),
  ];
}

/** Who says what, what this tool does, and how to change it. */
function disagreement(conflict: Conflict, heading: string, { link }: PageOptions): string[] {
  const title =
    heading === '#'
      ? `Sources disagree: ${conflict.title}`
      : `Sources disagree: ${link('conflict', conflict.id, conflict.title)}`;
  return [
    `${heading} ${title}`,
    '',
    ...conflict.sides.map(({ who, sources, says }) => {
      const known = sources.filter((id) => lookUpSource(id));
      const where =
        known.length > 0 && heading === '#' ? ` *(${known.map((id) => link('source', id, id)).join(', ')})*` : '';
      return `- **${who}:** ${says}${where}`;
    }),
    `- **This tool:** ${conflict.tool}`,
    `- **To change it:** ${conflict.change}`,
  ];
}

function sourcePage(id: string, { link }: PageOptions): string[] | undefined {
  const source = lookUpSource(id);
  if (!source) return undefined;
  const lines = [`# ${source.title}`, '', `${source.what}. Edition: ${source.edition}.`];
  if (source.address !== '') lines.push('', `To be read at <https://${source.address}>`);
  const passages = PASSAGES.filter((passage) => passage.source === id);
  if (passages.length > 0) {
    lines.push('', '## What is taken from it', '');
    for (const passage of passages) lines.push(`- ${link('passage', passage.id, passage.title)} (${passage.place})`);
  }
  const statements = STATEMENTS.filter((one) => one.source === id);
  if (statements.length > 0) {
    lines.push('', '## What it says', '');
    for (const one of statements) {
      const [first] = passagesForStatement(one.id);
      lines.push(`- ${first ? link('passage', first.id, one.id) : one.id}: ${one.text}`);
    }
  }
  const conflicts = CONFLICTS.filter(({ sides }) => sides.some(({ sources }) => sources.includes(id)));
  if (conflicts.length > 0) {
    lines.push('', '## Where others say otherwise', '');
    for (const conflict of conflicts) lines.push(`- ${link('conflict', conflict.id, conflict.title)}`);
  }
  const rules = [...RULE_CITES].filter(([, cites]) => cites.sources.includes(id)).map(([rule]) => rule);
  if (rules.length > 0) lines.push('', '## Rules', '', rules.map((rule) => link('rule', rule, rule)).join(' · '));
  return lines;
}

// ---------------------------------------------------------------------------------------------------------- Links

/** `aca-group: Title (place)`, the id as a link. */
function sourceLink({ source, place }: { source: string; place: string }, { link }: PageOptions): string {
  const title = lookUpSource(source)?.title ?? source;
  const named = lookUpSource(source) ? link('source', source, source) : source;
  return place === '' ? `${named}: ${title}` : `${named}: ${title} (${place})`;
}

/** The sources of passages, each once, with the places in it. */
function placesOf(passages: readonly Passage[], { link }: PageOptions): string[] {
  const places = new Map<string, Set<string>>();
  for (const { source, place } of passages) {
    const seen = places.get(source) ?? new Set<string>();
    if (place !== '') seen.add(place);
    places.set(source, seen);
  }
  if (places.size === 0) return [];
  const lines = ['## Sources', ''];
  for (const [id, seen] of places) {
    const title = lookUpSource(id)?.title ?? id;
    lines.push(`- ${link('source', id, id)}: ${title}${seen.size > 0 ? ` (${[...seen].join('; ')})` : ''}`);
  }
  return lines;
}

interface Related {
  readonly rules?: readonly string[];
  readonly codes?: readonly string[];
  readonly modifiers?: readonly string[];
  readonly payers?: readonly string[];
  readonly passages?: readonly Passage[];
  /** Those that the page does not show by itself. */
  readonly conflicts?: readonly Conflict[];
}

/** More codes than this are a family: their list says nothing that the text has not said. */
const MOST_CODES = 16;

/** Links to related pages; nothing in a place without links. */
function seeAlso({ link }: PageOptions, { rules, codes, modifiers, payers, passages, conflicts }: Related): string[] {
  if (link('rule', 'x', 'x') === 'x') return [];
  const lines: string[] = [];
  const list = (label: string, kind: PageKind, ids: readonly string[] = [], shown = (id: string) => id) => {
    if (ids.length > 0) lines.push(`- **${label}:** ${ids.map((id) => link(kind, id, shown(id))).join(' · ')}`);
  };
  list(
    'Rules',
    'rule',
    rules?.filter((id) => RULE_DOCS.has(id as RuleId)),
  );
  const known = codes?.filter((code) => lookUpCode(code)) ?? [];
  if (known.length <= MOST_CODES) list('Codes', 'code', known);
  list(
    'Modifiers',
    'modifier',
    modifiers?.filter((id) => lookUpModifier(id)),
  );
  list(
    'Payers',
    'payer',
    payers?.filter((id) => lookUpPayer(id)),
  );
  for (const passage of passages ?? []) lines.push(`- ${link('passage', passage.id, passage.title)}`);
  for (const { id, title } of conflicts ?? []) lines.push(`- Sources disagree: ${link('conflict', id, title)}`);
  return lines.length > 0 ? ['', '## See also', '', ...lines] : [];
}

function dateOf(value: number): string {
  const text = String(value);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
