/**
 * `npm run said`: writes anew what each rule says on the days in `said/`. `npm run said -- --choose RULE…` adds
 * days to those of a rule (of all rules without a name): those where it says something that it says on no other, from
 * `said.days.ts`, all worked cases and examples, and of the days one step away those that tell its answers apart. Days on
 * record stay: many are there because they alone show a small change of the rule (see test/mutation).
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_DOCS } from '../../server/src/rules/docs';
import type { Rule } from '../../server/src/rules/kit/rule';
import { RULES } from '../../server/src/rules/registry';
import { CORPUS } from '../fuzz/corpus';
import { variants } from '../support/variants';
import { again, print, read, type SaidDay, saidOf, written } from './said';
import { DAYS } from './said.days';

const FOLDER = join(__dirname, 'said');
const MOST_DAYS = 14;
const MOST_STEPS = 60;
const LONGEST = 1500;

/** What is said without its figures, names and places: one way of saying it. */
function way(said: string): string {
  return said.replace(/\d+/g, '#').replace(/"[^"]*"/g, '"');
}

function choose(rule: Rule, known: readonly SaidDay[]): SaidDay[] {
  const ways = new Set(known.map(({ says }) => way(says)));
  const speaking: string[] = [];
  for (const text of [...(DAYS[rule.id] ?? []), ...CORPUS]) {
    if (text.length > LONGEST && !DAYS[rule.id]?.includes(text)) continue;
    const said = saidOf(rule, text);
    if (said !== '' && !ways.has(way(said))) {
      ways.add(way(said));
      speaking.push(text);
    }
  }
  // The most telling first: those with most to say.
  speaking.sort((a, b) => saidOf(rule, b).length - saidOf(rule, a).length);
  const onRecord = new Set(known.map(({ text }) => text));
  const texts = speaking.slice(0, Math.max(0, MOST_DAYS - known.length));
  // Right days one step from a wrong one are where a rule is easily too eager.
  texts.push(
    ...RULE_DOCS.get(rule.id)!
      .good.slice(0, 3)
      .map(({ text }) => text)
      .filter((text) => !onRecord.has(text) && !onRecord.has(`${text.replace(/\n*$/, '')}\n`)),
  );
  const seen = new Set<string>();
  const more = texts.map((text) => {
    const says = saidOf(rule, text);
    seen.add(print(says));
    const steps = new Map<number, string>();
    let silentSteps = 0;
    for (const [step, other] of variants(text).entries()) {
      if (steps.size >= MOST_STEPS) break;
      const said = print(saidOf(rule, other));
      if (said === '-' ? says !== '' && silentSteps++ < MOST_STEPS / 2 : !seen.has(said)) {
        seen.add(said);
        steps.set(step, said);
      }
    }
    return { text, says, steps };
  });
  return [...again(rule, known), ...more];
}

const [flag, ...names] = process.argv.slice(2);
for (const rule of RULES) {
  const path = join(FOLDER, `${rule.id}.txt`);
  const known = existsSync(path) ? read(readFileSync(path, 'utf8')) : [];
  const more = known.length === 0 || (flag === '--choose' && (names.length === 0 || names.includes(rule.id)));
  const days = more ? choose(rule, known) : again(rule, known);
  writeFileSync(path, written(rule.id, days));
  console.log(`${rule.id}: ${days.length} days, ${days.reduce((sum, { steps }) => sum + steps.size, 0)} steps`);
}
