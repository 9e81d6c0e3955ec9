import { allCodes, lookUpCode, successorsOn } from '../guidance/codes';
import { lookUpModifier } from '../guidance/modifiers';
import { UNIT_LIMIT_EDITION, unitLimit } from '../guidance/mue';
import { PAIR_EDITION, pairSummary } from '../guidance/pairs';
import type { CodeEntry } from '../guidance/types';
import { dayNumber } from '../model/settings';
import { RULE_DOCS } from '../rules/docs';
import { RULE_IDS, type RuleId } from '../rules/kit/ids';
import { RULES } from '../rules/registry';
import { didYouMean } from './check';
import { UsageError } from './usage';

const WIDTH = 100;

/** `encounter explain RULE|CODE|WORDS`. */
export function explain(args: readonly string[], out: (text: string) => void): number {
  const [word, ...more] = args;
  if (word === undefined) throw new UsageError('explain: name a rule or a code, or say what you look for');
  const text = more.length === 0 ? known(word) : undefined;
  if (text !== undefined) {
    out(text);
    return 0;
  }
  if (word.startsWith('-')) throw new UsageError(`explain: there is no option or modifier ${word}`);
  // A word that is a rule or a code but for a slip is not searched for.
  const names = [...RULE_IDS, ...[...allCodes()].map((entry) => entry.code)];
  const near = more.length === 0 && /[\d-]/.test(word) ? didYouMean(word, names) : '';
  const found = near === '' ? searched(args.join(' ')) : '';
  if (found === '') throw new UsageError(`explain: nothing is known of ${args.join(' ')}${near}`);
  out(found);
  return 0;
}

/** A rule, code or modifier by its name. */
function known(word: string): string | undefined {
  const rule = RULES.find((candidate) => candidate.id === word.toLowerCase());
  if (rule) return ruleText(rule.id);
  const code = lookUpCode(word.toUpperCase());
  if (code) return codeText(code);
  const modifier = lookUpModifier(word.replace(/^-/, '').toUpperCase());
  return modifier ? modifierText(modifier.modifier) : undefined;
}

/** Texts in full, then what else there is. */
const IN_FULL = 3;
const IN_ALL = 12;

/** What the guidance says to some words: the texts themselves, with their sources. */
function searched(words: string): string {
  const { answerText, search } = prose();
  const answers = search(words, IN_ALL);
  const lines: string[] = [];
  for (const [i, { kind, id, title, extract, sources }] of answers.entries()) {
    const text = i < IN_FULL ? answerText(kind, id) : undefined;
    if (text !== undefined) {
      for (const line of text.replace(/^### /, '').split('\n'))
        lines.push(...(line === '' ? [''] : wrap(unmarked(line))));
    } else {
      lines.push(...wrap(title), ...wrap(extract, '  '));
      if (kind === 'rule' || kind === 'code') lines.push(`  encounter explain ${id}`);
      else if (sources[0]) lines.push(...wrap(`(${sources[0]})`, '  '));
    }
    lines.push('');
  }
  return lines.length > 0 ? `${lines.join('\n').trimEnd()}\n` : '';
}

/** Markdown marks of emphasis left out, for a terminal. */
function unmarked(markdown: string): string {
  return plain(markdown)
    .replace(/^\*(.*)\*$/, '($1)')
    .replace(/ \*(\(.*\))\*$/, ' $1');
}

/** Loaded when it is asked for; the checker runs without. */
function prose() {
  return require('../features/prose') as typeof import('../features/prose');
}

function ruleText(id: RuleId): string {
  const rule = RULES.find((candidate) => candidate.id === id)!;
  const docs = RULE_DOCS.get(id)!;
  const lines = [`${id}: ${docs.title}`, '', ...wrap(docs.summary), '', ...wrap(docs.explanation), ''];
  lines.push(
    ...wrap(`Severity: ${docs.severities}`),
    ...wrap(`If missed: ${docs.cost}`),
    ...wrap(`To fix: ${docs.fix}`),
  );
  const bad = docs.bad[0];
  const good = docs.good[0];
  if (bad) lines.push('', `Wrong - ${bad.title}:`, ...indented(bad.text));
  if (good) lines.push('', `Right - ${good.title}:`, ...indented(good.text));
  lines.push('', ...sources(rule.sources, rule.statements, rule.facts));
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function codeText(entry: CodeEntry): string {
  const { codeNote, lookUpConflict, lookUpPassage, lookUpSource } = prose();
  const { code } = entry;
  const lines = [`${code}: ${entry.label}`];
  const today = dayNumber(new Date());
  if (entry.deletedAfter !== undefined) {
    const { codes, together } = successorsOn(entry, today, false);
    const instead = codes.length > 0 ? ` Bill ${codes.join(together ? ' and ' : ' or ')} instead.` : '';
    lines.push('', ...wrap(`Deleted: last day of service ${day(entry.deletedAfter)}.${instead}`));
  }
  const note = codeNote(code);
  const named = new Set<string>();
  const section = (title: string, notes: readonly { text: string; passages: readonly string[] }[]) => {
    if (notes.length === 0) return;
    lines.push('', title);
    for (const { text, passages } of notes) {
      lines.push(...wrap(plain(text), '  - ', '    '));
      for (const id of passages) named.add(id);
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
  const other = (pair: { column1: string; column2: string }) => (pair.column1 === code ? pair.column2 : pair.column1);
  if (opens.length + never.length > 0) {
    lines.push('', `Billed on one day with (edits: ${PAIR_EDITION}; check the current quarter)`);
    if (opens.length > 0)
      lines.push(
        ...wrap(
          `needs a modifier such as 59 where truly separate: ${opens.map(other).sort().join(', ')}`,
          '  - ',
          '    ',
        ),
      );
    if (never.length > 0)
      lines.push(...wrap(`not paid with it, modifier or not: ${never.map(other).sort().join(', ')}`, '  - ', '    '));
  }
  const limit = unitLimit(code);
  if (limit !== undefined) lines.push('', `Most units for one patient and date: ${limit} (${UNIT_LIMIT_EDITION})`);
  for (const id of note?.conflicts ?? []) {
    const conflict = lookUpConflict(id);
    if (!conflict) continue;
    lines.push('', `Sources disagree: ${conflict.title}`);
    for (const side of conflict.sides) lines.push(...wrap(`${side.who}: ${plain(side.says)}`, '  - ', '    '));
    lines.push(...wrap(`This tool: ${plain(conflict.tool)}`, '  - ', '    '));
  }
  const places = new Map<string, Set<string>>();
  for (const id of named) {
    const passage = lookUpPassage(id);
    if (!passage) continue;
    const seen = places.get(passage.source) ?? new Set<string>();
    if (passage.place) seen.add(passage.place);
    places.set(passage.source, seen);
  }
  if (places.size > 0) {
    lines.push('', 'Sources');
    for (const [id, seen] of places) {
      const title = lookUpSource(id)?.title ?? id;
      lines.push(...wrap(`${id}: ${title}${seen.size > 0 ? ` (${[...seen].join('; ')})` : ''}`, '  - ', '    '));
    }
  }
  return `${lines.join('\n')}\n`;
}

function modifierText(modifier: string): string {
  const { passagesForModifier } = prose();
  const lines = [`${modifier}: ${lookUpModifier(modifier)!.label}`];
  for (const passage of passagesForModifier(modifier)) {
    lines.push('', ...wrap(plain(passage.body)), ...wrap(`(${passage.source}: ${passage.place})`, '  ', '  '));
  }
  return `${lines.join('\n')}\n`;
}

function sources(ids: readonly string[], statements: readonly string[], facts: readonly string[]): string[] {
  const { lookUpSource, lookUpStatement, lookUpFact } = prose();
  const lines: string[] = [];
  if (ids.length > 0) lines.push('Sources');
  for (const id of ids) {
    const source = lookUpSource(id);
    lines.push(...wrap(source ? `${id}: ${source.title} (${source.edition})` : id, '  - ', '    '));
  }
  if (statements.length + facts.length > 0) lines.push('What they say');
  for (const id of statements) lines.push(...wrap(`${id}: ${plain(lookUpStatement(id)?.text ?? '')}`, '  - ', '    '));
  for (const id of facts) {
    const fact = lookUpFact(id);
    if (fact) lines.push(...wrap(`${id}: ${plain(fact.text)}`, '  - ', '    '));
  }
  return lines;
}

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`));
}

/** Markdown marks left out, for a terminal. */
function plain(markdown: string): string {
  return markdown.replace(/\*\*|`/g, '');
}

function wrap(text: string, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest + word;
    } else {
      line += (empty ? '' : ' ') + word;
    }
    empty = false;
  }
  if (!empty) lines.push(line);
  return lines;
}

function day(value: number): string {
  const text = String(value);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
