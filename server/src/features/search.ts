/**
 * Ask the guidance: a full-text search over passages, codes, modifiers, rules, payers and conflicts, offline. Answers are
 * the texts themselves with their sources. Part of the lazily loaded prose.
 */

import MiniSearch from 'minisearch';
import { codeNote } from '../guidance/codeNotes';
import { allCodes } from '../guidance/codes';
import { codeWords } from '../guidance/codeWords';
import { CONFLICTS } from '../guidance/conflicts';
import { allModifiers } from '../guidance/modifiers';
import { lookUpPassage, PASSAGES, passagesForModifier, passagesForPayer } from '../guidance/passages';
import { allPayers } from '../guidance/payers';
import { lookUpSource } from '../guidance/sources';
import { lookUpStatement } from '../guidance/statements';
import { RULE_CITES } from '../rules/cites';
import { RULE_DOCS } from '../rules/docs';
import { own } from '../text/own';

export type AnswerKind = 'code' | 'modifier' | 'rule' | 'payer' | 'passage' | 'conflict';

/** One thing found. */
export interface Answer {
  readonly kind: AnswerKind;
  /** The code, modifier, rule id, payer, or id of the passage or conflict. */
  readonly id: string;
  readonly title: string;
  /** One or two lines of the text itself, without Markdown marks. */
  readonly extract: string;
  /** Who says so, and where. */
  readonly sources: readonly string[];
}

interface Entry extends Answer {
  readonly key: string;
  /** All that is searched beside the title. */
  readonly text: string;
}

let index: MiniSearch<Entry> | undefined;
const ENTRIES = new Map<string, Entry>();

/** Words that say nothing about what is looked for. */
const STOP = new Set(
  'a an and are as at be by can do does for from how i if in is it may must not of on one or that the their them there they this to what when which who why will with without'.split(
    ' ',
  ),
);

/** Numbers that coders say and the guidance writes as figures. */
const NUMBERS: Readonly<Record<string, string>> = { eight: '8', eights: '8', fifteen: '15', twelve: '12', six: '6' };

function build(): MiniSearch<Entry> {
  for (const entry of entries()) ENTRIES.set(entry.key, entry);
  const search = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['id', 'title', 'text'],
    processTerm: (term) => {
      const lower = term.toLowerCase();
      return STOP.has(lower) ? null : (own(NUMBERS, lower) ?? stem(lower));
    },
    // Ids with hyphens are words of their own beside their parts: "missing-59", "F-8MIN-02".
    tokenize: (text) => {
      const words = text.split(/[\s/.,;:!?()[\]{}"'“”*`|<>=+]+/u).filter((word) => word !== '');
      return words.flatMap((word) =>
        word.includes('-') ? [word, ...word.split('-').filter((part) => part !== '')] : [word],
      );
    },
    searchOptions: {
      boost: { id: 6, title: 3 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (/^\d/.test(term) || term.length < 5 ? false : 0.2),
      combineWith: 'AND',
      boostDocument: (key) => BOOST[ENTRIES.get(key as string)?.kind ?? 'passage'],
    },
  });
  search.addAll([...ENTRIES.values()]);
  return search;
}

const BOOST: Readonly<Record<AnswerKind, number>> = {
  code: 1.6,
  modifier: 1.4,
  payer: 1.2,
  rule: 1.2,
  passage: 1,
  conflict: 0.8,
};

/** How much more an answer counts that bears the words asked for in its title. */
const NAMED = 2.5;

/** A name that begins with the words, an id aside, counts most. */
function nameWeight(title: string, phrase: string): number {
  if (!title.includes(phrase)) return 1;
  return title.startsWith(phrase) || title.includes(`: ${phrase}`) ? NAMED * NAMED : NAMED;
}

/** The share of the best answer's score below which an answer is left out. */
const BY_THE_WAY = 0.12;

/** Word endings that do not change what is meant: "units", "unit"; "modalities", "modality". */
function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ses') || word.endsWith('xes')) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function* entries(): Generator<Entry> {
  for (const entry of allCodes()) {
    const note = codeNote(entry.code);
    const ids = note ? [...note.what.passages] : [];
    const gone = entry.deletedAfter === undefined ? '' : ' (deleted)';
    yield {
      key: `code ${entry.code}`,
      kind: 'code',
      id: entry.code,
      title: `${entry.code}: ${entry.label}${gone}`,
      extract: note ? plain(note.what.text) : entry.label,
      sources: sourcesOf(ids),
      text: [
        codeWords(entry.code),
        entry.family.replace(/-/g, ' '),
        note ? plain(note.what.text) : '',
        entry.disciplines.join(' '),
      ].join(' '),
    };
  }
  for (const entry of allModifiers()) {
    const passages = passagesForModifier(entry.modifier);
    const [first] = passages;
    yield {
      key: `modifier ${entry.modifier}`,
      kind: 'modifier',
      id: entry.modifier,
      title: `Modifier ${entry.modifier}: ${entry.label}`,
      extract: first ? extractOf(first.body) : entry.label,
      sources: sourcesOf(passages.slice(0, 3).map(({ id }) => id)),
      text: `-${entry.modifier} ${entry.kind.replace(/-/g, ' ')}`,
    };
  }
  for (const [id, docs] of RULE_DOCS) {
    const { sources, statements, facts } = RULE_CITES.get(id)!;
    yield {
      key: `rule ${id}`,
      kind: 'rule',
      id,
      title: `${id}: ${docs.title}`,
      extract: docs.summary,
      sources,
      text: [docs.summary, docs.explanation, docs.cost, docs.fix, ...statements, ...facts].join(' '),
    };
  }
  for (const payer of allPayers()) {
    const passages = passagesForPayer(payer.id);
    yield {
      key: `payer ${payer.id}`,
      kind: 'payer',
      id: payer.id,
      title: `Payer ${payer.id}`,
      extract: `${payer.label}: units by the ${payer.unitRule === 'cms' ? '8-minute' : 'midpoint'} rule${payer.unitRuleKnown ? '' : ' (assumed)'}; the national edits ${payer.bound ? 'bind it' : 'do not bind it by themselves'}.`,
      sources: sourcesOf(passages.slice(0, 3).map(({ id }) => id)),
      text: payer.facts.join(' '),
    };
  }
  for (const passage of PASSAGES) {
    const said = passage.statements.map((id) => `${id} ${lookUpStatement(id)?.text ?? ''}`).join(' ');
    yield {
      key: `passage ${passage.id}`,
      kind: 'passage',
      id: passage.id,
      title: passage.title,
      extract: extractOf(passage.body),
      sources: [sourceLine(passage.source, passage.place)],
      text: [
        plain(passage.body),
        said,
        passage.topics.join(' '),
        passage.modifiers.join(' '),
        passage.facts.join(' '),
      ].join(' '),
    };
  }
  for (const conflict of CONFLICTS) {
    yield {
      key: `conflict ${conflict.id}`,
      kind: 'conflict',
      id: conflict.id,
      title: `Sources disagree: ${conflict.title}`,
      extract: conflict.sides.map(({ who, says }) => `${who}: ${plain(says)}`).join('; '),
      sources: conflict.sides.flatMap(({ sources }) => sources),
      text: `${plain(conflict.tool)} ${plain(conflict.change)}`,
    };
  }
}

/**
 * What the guidance says to some words, best first. Where no text holds all of them, those that hold most.
 *
 * @param only the kinds that are wanted; all where left out.
 */
export function search(words: string, most = 20, only?: readonly AnswerKind[]): Answer[] {
  index ??= build();
  const filter = (result: { id: unknown }) => {
    const kind = ENTRIES.get(result.id as string)?.kind;
    return !only || (kind !== undefined && only.includes(kind));
  };
  const asked = words.replace(/(^|\s)-(?=[0-9a-z]{2}(?:\s|$))/gi, '$1');
  let found = index.search(asked, { filter });
  if (found.length === 0) found = index.search(asked, { filter, combineWith: 'OR' });
  // What bears the very words as its name comes first; what holds them by the way is left out.
  const phrase = asked.trim().toLowerCase();
  const ranked = found
    .map(({ id, score }) => {
      const entry = ENTRIES.get(id as string)!;
      return { entry, score: score * nameWeight(entry.title.toLowerCase(), phrase) };
    })
    .sort((a, b) => b.score - a.score);
  const floor = (ranked[0]?.score ?? 0) * BY_THE_WAY;
  return ranked
    .filter(({ score }) => score >= floor)
    .slice(0, most)
    .map(({ entry: { kind, id, title, extract, sources } }) => ({ kind, id, title, extract, sources }));
}

/** Where to begin, for somebody who has not typed anything yet. */
const STARTERS = [
  'passage eight-minute-rule',
  'passage midpoint-rule',
  'passage same-day-59',
  'passage group-what',
  'passage one-on-one-codes',
  'passage untimed-one-unit',
  'passage group-attendance',
  'code 97150',
  'code 97110',
  'code 90853',
  'modifier 59',
  'rule missing-59',
  'rule too-many-units',
];

/** What there is, without words to look for: of these kinds everything, of no kind a few things to begin with. */
export function browse(only?: readonly AnswerKind[]): Answer[] {
  index ??= build();
  const wanted = only
    ? [...ENTRIES.values()].filter(({ kind }) => only.includes(kind))
    : STARTERS.map((key) => ENTRIES.get(key)).filter((entry) => entry !== undefined);
  return wanted.map(({ kind, id, title, extract, sources }) => ({ kind, id, title, extract, sources }));
}

function sourceLine(id: string, place: string): string {
  const title = lookUpSource(id)?.title ?? id;
  return place === '' ? `${id}: ${title}` : `${id}: ${title} (${place})`;
}

function sourcesOf(passages: readonly string[]): string[] {
  const lines = new Set<string>();
  for (const id of passages) {
    const passage = lookUpPassage(id);
    if (passage) lines.add(sourceLine(passage.source, passage.place));
  }
  return [...lines];
}

/** Markdown marks left out. */
function plain(markdown: string): string {
  return markdown.replace(/\*\*|`|^#+ /gm, '');
}

function extractOf(body: string): string {
  const text = plain(body).replace(/\s+/g, ' ').trim();
  if (text.length <= 180) return text;
  return `${text.slice(0, text.lastIndexOf(' ', 178))} …`;
}
