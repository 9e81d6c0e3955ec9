/** Every text with an expected answer that there is in the tests, the rules' pages and the samples: one or more files each. */

import { readdirSync, readFileSync } from 'node:fs';
import { RULE_DOCS } from '../../server/src/rules/docs';
import { CLAIMS } from '../conformance/claims';
import { PUBLISHED_ALIKE } from '../conformance/published-alike';
import { RECORDS } from '../conformance/records';
import { CODES } from '../oracles/cases/codes';
import { DOCUMENTATION } from '../oracles/cases/documentation';
import { GROUPS } from '../oracles/cases/groups';
import { MODIFIERS } from '../oracles/cases/modifiers';
import { OVERLAPS } from '../oracles/cases/overlaps';
import { OWN_DAYS } from '../oracles/cases/own-days';
import { OWN_EDGES } from '../oracles/cases/own-edges';
import { OWN_PAYERS } from '../oracles/cases/own-payers';
import { OWN_TYPING } from '../oracles/cases/own-typing';
import { PAIRS } from '../oracles/cases/pairs';
import { PSYCHOTHERAPY } from '../oracles/cases/psychotherapy';
import { UNITS } from '../oracles/cases/units';
import { readMarks } from './markers';

export interface NamedText {
  readonly name: string;
  /** By path. */
  readonly files: Readonly<Record<string, string>>;
  readonly today?: number | undefined;
}

const ORACLES = [
  UNITS,
  GROUPS,
  OVERLAPS,
  PAIRS,
  MODIFIERS,
  CODES,
  PSYCHOTHERAPY,
  DOCUMENTATION,
  OWN_DAYS,
  OWN_PAYERS,
  OWN_TYPING,
  OWN_EDGES,
];

export function allTexts(): NamedText[] {
  const texts: NamedText[] = [];
  const add = (name: string, files: string | Readonly<Record<string, string>>, today?: number) => {
    const all = typeof files === 'string' ? { a: files } : files;
    const plain = Object.entries(all).map(([path, text]) => [path, readMarks(text).text]);
    texts.push({ name, files: Object.fromEntries(plain), today });
  };
  for (const { days } of ORACLES.flat()) for (const { id, text } of days) add(id, text);
  for (const [rule, { bad, good }] of RULE_DOCS)
    for (const { title, text, today } of [...bad, ...good]) add(`${rule}: ${title}`, text, today);
  for (const [heading, body] of Object.entries({ ...CLAIMS, ...PUBLISHED_ALIKE, ...RECORDS }))
    for (const part of body.split(/^=== /m).slice(1)) add(`${heading}: ${part.split('\n')[0]}`, conformance(part));
  for (const name of readdirSync('samples'))
    if (name.endsWith('.encounter')) add(name, readFileSync(`samples/${name}`, 'utf8'));
  return texts;
}

/** The text of a clause of the conformance tests, its short headers written out and its notes left out. */
function conformance(part: string): string {
  const lines: string[] = [];
  for (const raw of part.split('\n').slice(1)) {
    const head = /^@(\S+) (\S+)(?: (\S+))?(?: (\S+))?$/.exec(raw);
    if (!head) {
      lines.push(raw.split(/\s+## /)[0]!);
      continue;
    }
    const [, discipline = '', payer = '', date = '2026-03-03', patient = 'A'] = head;
    if (discipline !== '-') lines.push(`clinician "${discipline} One"`, `discipline ${discipline}`);
    if (payer !== '-') lines.push(`payer ${payer}`);
    lines.push(`encounter ${date} patient ${patient}`, '  dx M54.50');
  }
  return lines.join('\n');
}
