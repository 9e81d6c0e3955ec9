/**
 * What is not judged because it is like something judged before, or because nothing in it is what a rule speaks of, would
 * have had no finding: every text gives the same with and without.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { clinic, written } from '../../bench/clinic';
import type { Workspace } from '../../server/src/engine/workspace';
import { RULE_DATES } from '../../server/src/rules/kit/dates';
import { allTexts } from '../support/all-texts';
import { clinicDay, writeDay } from '../support/days';
import { findingsIn, newWorkspace } from '../support/markers';
import { variants } from '../support/variants';

const RUNS = Number(process.env.ENCOUNTER_RUNS ?? 300);

type Files = Readonly<Record<string, string>>;

function shown(workspace: Workspace): string[] {
  return [...workspace.files.keys()].flatMap((path) =>
    findingsIn(workspace, path).map(
      (f) =>
        `${f.rule} at ${path}:${f.line}:${f.start}-${f.end} ${f.severity} ${f.message} ${f.finding.fixes.map(({ title }) => title).join(';')}`,
    ),
  );
}

function take(files: Files, today: number | undefined, judgeAll: boolean): Workspace {
  const workspace = newWorkspace({ judgeAll, ...(today !== undefined && { today }) });
  for (const [path, text] of Object.entries(files)) workspace.setText(path, text);
  workspace.check();
  return workspace;
}

/** The rules named in the difference are those that were not asked and would have spoken. */
function same(files: Files, today?: number): void {
  const quick = take(files, today, false);
  const full = take(files, today, true);
  assert.deepEqual(shown(quick), shown(full), Object.values(files).join('\n-----\n'));
}

const TEXTS = allTexts();

describe('days that are not judged', () => {
  it('would have no finding: every text there is', () => {
    assert.ok(TEXTS.length > 1000);
    for (const { files, today } of TEXTS) same(files, today);
  }).timeout(300000);

  it('would have no finding: all texts in one workspace, one after the other', () => {
    const ofDays: Record<string, string> = {};
    TEXTS.forEach(({ files, today }, i) => {
      if (today === undefined)
        for (const [path, text] of Object.entries(files)) ofDays[`${i}-${path}`] = apart(text, i);
    });
    same(ofDays);
  }).timeout(300000);

  it('would have no finding: a text beside those that differ from it by one small step', () => {
    fc.assert(
      fc.property(fc.nat(TEXTS.length - 1), fc.array(fc.nat(), { minLength: 10, maxLength: 30 }), (at, picks) => {
        const { files, today } = TEXTS[at]!;
        const text = Object.values(files)[0]!;
        const near = variants(text);
        const all = [text, ...picks.map((pick) => near[pick % near.length] ?? text)];
        same(Object.fromEntries(all.map((one, i) => [String(i).padStart(2, '0'), apart(one, i)])), today);
      }),
      { numRuns: RUNS },
    );
  }).timeout(600000);

  it('would have no finding: as many units in all, of other minutes in the region that was manipulated', () => {
    const day = (patient: string, border: string) =>
      `payer commercial\nclinician "D. Klein, DC"\ndiscipline chiro\n\nencounter 2026-03-03 patient ${patient}\n  dx M54.50\n` +
      `  09:00-09:10  98940  region "lumbar"\n  09:10-${border}  97140  region "neck"\n  ${border}-09:40  97140  region "lumbar"\n` +
      '  bill 98940 x1\n  bill 97140-XS x2\n';
    const days = { a: day('A', '09:33'), b: day('B', '09:25').replace('D. Klein', 'E. Novak') };
    same(days);
    const said = shown(take(days, undefined, false)).filter((one) => one.startsWith('manipulation-same-region'));
    assert.equal(said.length, 1);
  });

  it('would have no finding: a clinic', () => {
    const { text } = written(clinic(1500));
    same({ a: text });
    const quick = take({ a: text }, undefined, false);
    assert.ok(quick.work.daysChecked < 500, `${quick.work.daysChecked} of 1500 days were judged`);
    assert.ok(quick.work.blocksParsed < 10);
  }).timeout(60000);

  it('would have no finding: days put together at random, right and with a change', () => {
    fc.assert(
      fc.property(fc.array(clinicDay, { minLength: 1, maxLength: 3 }), changes, (days, list) => {
        const files = Object.fromEntries(days.map((day, i) => [String(i), writeDay(day).text]));
        same(files);
        same({ ...files, 0: changed(files[0]!, list) });
      }),
      { numRuns: RUNS },
    );
  }).timeout(300000);

  it('would have no finding: every text with some lines changed', () => {
    fc.assert(
      fc.property(fc.nat(TEXTS.length - 1), changes, fc.nat(TEXTS.length - 1), (at, list, other) => {
        const { files, today } = TEXTS[at]!;
        const [path] = Object.keys(files);
        same({ ...files, [path!]: changed(files[path!]!, list), other: Object.values(TEXTS[other]!.files)[0]! }, today);
      }),
      { numRuns: RUNS * 5 },
    );
  }).timeout(600000);

  it('would have no finding after edits', () => {
    fc.assert(
      fc.property(fc.nat(TEXTS.length - 1), fc.array(changes, { minLength: 1, maxLength: 6 }), (at, steps) => {
        const { files, today } = TEXTS[at]!;
        const [path] = Object.keys(files);
        const live = take(files, today, false);
        let text = files[path!]!;
        for (const list of steps) {
          const next = changed(text, list);
          live.edit(path!, editFrom(text, next));
          live.check();
          text = next;
          assert.equal(live.files.get(path!)!.text, text);
        }
        assert.deepEqual(shown(live), shown(take({ ...files, [path!]: text }, today, true)));
      }),
      { numRuns: RUNS },
    );
  }).timeout(300000);
});

/** The text with patients and givers of its own, so that it meets no other. */
function apart(text: string, i: number): string {
  return text.replace(/patient (?=[A-Za-z0-9])/g, `patient T${i}-`).replace(/(clinician|assistant) "/g, `$1 "T${i} `);
}

/** One change of a line: which, how, and with what. */
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(11), fc.nat()), { minLength: 1, maxLength: 5 });

const CODES =
  '97110 97112 97140 97150 97530 97035 97032 97014 G0283 97161 97164 90837 90853 98941 97129 97130 99213 97010 92507 97113 97760'.split(
    ' ',
  );
const MODIFIERS = ['-59', '-GP', '-GO', '-GN', '-CQ', '-XE', '-XP', '-25', '-76', '-GY', '-KX', '-95', '-AT'];
const FIELDS = [
  'payer medicare',
  'payer commercial',
  'payer tricare',
  'payer medicaid',
  'payer none',
  'units cms',
  'units midpoint',
  'discipline OT',
  'discipline BH',
  'discipline none',
  'setting hospital',
  'setting telehealth',
  'assistant "M. Lee, PTA"',
  'clinician none',
  'dx none',
  'goal "x"',
  'O:',
  'A: Same as ever.',
  '# a remark',
];
const TAILS = [
  '',
  ' one-on-one',
  ' supervised',
  ' group of 2',
  ' group of 4',
  ' group',
  ' by assistant "M"',
  ' by aide',
  ' by clinician',
  ' region "lumbar"',
];

function changed(text: string, list: readonly (readonly [number, number, number])[]): string {
  const lines = text.split('\n');
  for (const [at, how, what] of list) {
    const i = at % Math.max(1, lines.length);
    const line = lines[i] ?? '';
    if (lines.length === 0) lines.push('');
    const digit = () => line.replace(/\d(?!.*\d)/, String(what % 10));
    if (how === 0) lines.splice(i, 1);
    else if (how === 1) lines.splice(what % lines.length, 0, line);
    else if (how === 2) lines[i] = line.replace(/\b[0-9A-Z]\d{4}\b/, CODES[what % CODES.length]!);
    else if (how === 3)
      lines[i] = /^\s*bill /.test(line) ? line.replace(/ x/, `${MODIFIERS[what % MODIFIERS.length]!} x`) : digit();
    else if (how === 4) lines[i] = line.replace(/-(59|X.|G.|C.|25)/, '');
    else if (how === 5) lines[i] = line.replace(/x\d+/, `x${1 + (what % 4)}`);
    else if (how === 6) lines[i] = line.replace(/:\d\d-/, `:${String(what % 60).padStart(2, '0')}-`);
    else if (how === 7) lines[i] = line.replace(/-(\d\d):\d\d/, `-$1:${String(what % 60).padStart(2, '0')}`);
    else if (how === 8) lines.splice(i, 0, `  ${FIELDS[what % FIELDS.length]!}`);
    else if (how === 9) lines[i] = line.replace(/\d\d:\d\d-\d\d:\d\d/, `${1 + (what % 40)} min`);
    else if (how === 10)
      lines[i] = /^\s+\d/.test(line)
        ? line.replace(/( one-on-one| supervised| group.*)?$/, TAILS[what % TAILS.length]!)
        : line;
    else lines[i] = line.replace(/encounter \d{4}-\d\d/, `encounter ${2012 + (what % 15)}-0${1 + (what % 9)}`);
  }
  return lines.join('\n');
}

/** The one edit between two texts. */
function editFrom(before: string, after: string) {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let left = 0;
  while (
    left < before.length - from &&
    left < after.length - from &&
    before[before.length - 1 - left] === after[after.length - 1 - left]
  )
    left++;
  // An editor never cuts a line break in two.
  if (before[from - 1] === '\r') from--;
  if (before[before.length - left] === '\n' && left > 0) left--;
  const place = (offset: number) => {
    const lines = before.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: lines.length - 1, character: lines[lines.length - 1]!.length };
  };
  return { start: place(from), end: place(before.length - left), newText: after.slice(from, after.length - left) };
}

describe('days of service on which a rule changes', () => {
  it('are all known', () => {
    const known = new Set(RULE_DATES);
    for (const folder of ['server/src/rules', 'server/src/rules/kit']) {
      for (const name of readdirSync(folder)) {
        if (!name.endsWith('.ts') || name === 'docs.ts') continue;
        const code = readFileSync(`${folder}/${name}`, 'utf8').split('export const docs')[0]!;
        for (const [date] of code.replace(/\/\*\*[\s\S]*?\*\//g, '').matchAll(/\b(?:19|20)\d{6}\b/g))
          assert.ok(known.has(Number(date)), `${folder}/${name} judges by ${date}: add it to kit/dates.ts`);
      }
    }
  });
});
