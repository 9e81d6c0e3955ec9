import { saidBy } from '../features/examples';
import type { PageKind } from '../features/pages';
import { allCodes, lookUpCode } from '../guidance/codes';
import { lookUpModifier } from '../guidance/modifiers';
import { dayNumber } from '../model/settings';
import { RULE_IDS } from '../rules/kit/ids';
import { didYouMean } from './check';
import { terminalText, unmarked, wrap } from './terminal';
import { UsageError } from './usage';

/** `encounter explain RULE|CODE|MODIFIER|WORDS`. */
export function explain(args: readonly string[], out: (text: string) => void): number {
  const [word, ...more] = args;
  if (word === undefined) throw new UsageError('explain: name a rule or a code, or say what you look for');
  const text = more.length === 0 ? known(word) : undefined;
  if (text !== undefined) {
    out(terminalText(text));
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

/** The page of a rule, code or modifier by its name. */
function known(word: string): string | undefined {
  const rule = word.toLowerCase();
  if ((RULE_IDS as readonly string[]).includes(rule)) return pageOf('rule', rule);
  const code = word.toUpperCase();
  if (lookUpCode(code)) return pageOf('code', code);
  const modifier = word.replace(/^-/, '').toUpperCase();
  return lookUpModifier(modifier) ? pageOf('modifier', modifier) : undefined;
}

function pageOf(kind: PageKind, id: string): string | undefined {
  return prose().page(kind, id, { link: (_kind, _id, text) => text, today: dayNumber(new Date()), said: saidBy() });
}

/** Texts in full, then what else there is. */
const IN_FULL = 3;
const IN_ALL = 12;

/** What the guidance says to some words: the texts themselves, with their sources. */
function searched(words: string): string {
  const answers = prose().search(words, IN_ALL);
  const parts = answers.map(({ kind, id, title, extract, sources }, i) => {
    const byName = kind === 'rule' || kind === 'code';
    const text = i < IN_FULL && !byName ? pageOf(kind, id) : undefined;
    if (text !== undefined) return terminalText(text);
    const more = byName ? [`  encounter explain ${id}`] : sources[0] ? wrap(`(${sources[0]})`, '  ') : [];
    return `${[...wrap(title), ...wrap(unmarked(extract), '  '), ...more].join('\n')}\n`;
  });
  return parts.join('\n');
}

/** Loaded when it is asked for; the checker runs without. */
function prose() {
  return require('../features/prose') as typeof import('../features/prose');
}
