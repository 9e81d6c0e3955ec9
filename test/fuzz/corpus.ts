/** The texts that mutations start from: the samples, the worked cases, and the examples of every rule. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_DOCS } from '../../server/src/rules/docs';
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
import { readMarks } from '../support/markers';

const SAMPLES = join(__dirname, '../../samples');

function samples(): string[] {
  return readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.encounter'))
    .map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
}

function workedCases(): string[] {
  const cases = [
    ...[UNITS, GROUPS, OVERLAPS, PAIRS, MODIFIERS, CODES, PSYCHOTHERAPY, DOCUMENTATION],
    ...[OWN_DAYS, OWN_PAYERS, OWN_TYPING, OWN_EDGES],
  ].flat();
  return cases
    .flatMap(({ days }) => days)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : Object.values(text)));
}

function examples(): string[] {
  return [...RULE_DOCS.values()].flatMap(({ bad, good }) => [...bad, ...good].map(({ text }) => text));
}

/** Each once, without its marks, the shortest first: a failing case shrinks toward the front. */
export const CORPUS: readonly string[] = [
  ...new Set([...samples(), ...workedCases(), ...examples()].map((text) => readMarks(text).text)),
].sort((a, b) => a.length - b.length);
