/**
 * Every worked case with a known answer, published or worked out, and variations of our own. A right day raises no
 * error and no warning; a wrong one raises what the answer asks for, at its place, and nothing else. Whatever is found,
 * its fixes remove it and bring no new error.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixAll } from '../../server/src/engine/fix-all';
import type { Workspace } from '../../server/src/engine/workspace';
import { RULES } from '../../server/src/rules/registry';
import {
  applyEdits,
  editsInFile,
  type Found,
  findingsIn,
  type Mark,
  newWorkspace,
  readMarks,
  show,
} from '../support/markers';
import { CODES } from './cases/codes';
import { DOCUMENTATION } from './cases/documentation';
import { GROUPS } from './cases/groups';
import type { OracleCase, OracleDay } from './cases/kind';
import { MODIFIERS } from './cases/modifiers';
import { OVERLAPS } from './cases/overlaps';
import { OWN_DAYS } from './cases/own-days';
import { OWN_EDGES } from './cases/own-edges';
import { OWN_PAYERS } from './cases/own-payers';
import { OWN_TYPING } from './cases/own-typing';
import { PAIRS } from './cases/pairs';
import { PSYCHOTHERAPY } from './cases/psychotherapy';
import { UNITS } from './cases/units';

const CASES: readonly (readonly [heading: string, cases: readonly OracleCase[]])[] = [
  ['units', UNITS],
  ['groups', GROUPS],
  ['overlaps', OVERLAPS],
  ['pairs', PAIRS],
  ['modifiers', MODIFIERS],
  ['codes', CODES],
  ['psychotherapy', PSYCHOTHERAPY],
  ['documentation', DOCUMENTATION],
  ['whole days', OWN_DAYS],
  ['payers and dates', OWN_PAYERS],
  ['while typing', OWN_TYPING],
  ['edges', OWN_EDGES],
];

/** Every case there is. The numbers of the published ones have gaps. */
const PUBLISHED =
  '1 2 4 5 7 8 10 11 13 14 16 17 19 20 22 23 25 26 28 29 31 32 34 35 37 38 40 41 43 44 46 47 49 50 52 53 55 56 58 59 61 62 64 65 67 68 70 71 73 74 76 77 79 80 82 83 85 86 88 89 91 92';
const IDS = [
  ...PUBLISHED.split(' ').map((n) => `OP-${n.padStart(3, '0')}`),
  ...Array.from({ length: 66 }, (_, i) => `OD-${String(i + 1).padStart(3, '0')}`),
];

const MAY_STAY = new Set<string>(RULES.filter((rule) => rule.fixMayLeaveFinding).map((rule) => rule.id));

for (const [heading, cases] of CASES) {
  describe(`worked cases: ${heading}`, () => {
    for (const one of cases) {
      for (const day of one.days) {
        it(`${day.id} ${one.title}: ${day.says}`, () => judge(day, readTexts(day)));
      }
    }
  });
}

/** Right only by what stands further down: a field below, care that turns out to be unbilled, a line that is ignored. */
const RIGHT_FROM_BELOW = new Set(['OP-055b', 'OP-055c', 'OP-056b', 'V-003b', 'V-014', 'V-207']);

/** What may be said while the rest of a right day is not typed yet: a note still to come, a second line still to come. */
const WHILE_TYPING = new Set(['group-note-missing', 'needless-59']);

describe('worked cases: typed line by line', () => {
  it('a right day says nothing wrong on the way, but for what is still to come', () => {
    for (const [, cases] of CASES) {
      for (const day of cases.flatMap((one) => one.days)) {
        const texts = readTexts(day);
        if (
          texts.length > 1 ||
          texts[0]!.marks.some((mark) => mark.severity === 'error' || mark.severity === 'warning')
        )
          continue;
        if (RIGHT_FROM_BELOW.has(day.id)) continue;
        const lines = texts[0]!.text.split('\n');
        for (let typed = 1; typed < lines.length; typed++) {
          const text = lines.slice(0, typed).join('\n');
          const said = findingsIn(checked([{ path: 'day.encounter', text }]), 'day.encounter').filter(
            (found) => loud(found) && !WHILE_TYPING.has(found.rule),
          );
          assert.deepEqual(said.map(show), [], `${day.id}:\n${text}`);
        }
      }
    }
  });
});

describe('worked cases: the list', () => {
  const all = CASES.flatMap(([, cases]) => cases);
  const limits = readFileSync('docs/limits.md', 'utf8');
  const inLimits = new Set([...limits.matchAll(/^\| (O[PD]-\d{3}) \|/gm)].map((match) => match[1]!));

  it('has every case either as a test or among the limits', () => {
    const tested = new Set(all.map((one) => one.id));
    assert.deepEqual(
      IDS.filter((id) => !tested.has(id) && !inLimits.has(id)),
      [],
      'neither',
    );
    assert.deepEqual(
      IDS.filter((id) => tested.has(id) && inLimits.has(id)),
      [],
      'both',
    );
    const known = new Set(IDS);
    assert.deepEqual(
      [...all.map((one) => one.id), ...inLimits].filter((id) => !id.startsWith('V-') && !known.has(id)),
      [],
      'in no list',
    );
  });

  it('has each id once, and the days of a case by its id', () => {
    const ids = all.map((one) => one.id);
    assert.equal(new Set(ids).size, ids.length, 'a case twice');
    const days = all.flatMap((one) => one.days.map((day) => day.id));
    assert.deepEqual(
      days.filter((id, index) => days.indexOf(id) !== index),
      [],
      'a day twice',
    );
    for (const one of all) {
      for (const day of one.days) assert.match(day.id, new RegExp(`^${one.id}[a-z]*$`));
    }
  });

  it('shows every rule at work', () => {
    const drawn = new Set(
      all.flatMap((one) => one.days.flatMap(readTexts)).flatMap(({ marks }) => marks.map((m) => m.rule)),
    );
    assert.deepEqual(
      RULES.map((rule) => rule.id).filter((id) => !drawn.has(id)),
      [],
    );
  });

  it('has at least forty variations of our own', () => {
    assert.ok(all.filter((one) => one.id.startsWith('V-')).length >= 40);
  });
});

interface OneText {
  readonly path: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

function readTexts(day: OracleDay): OneText[] {
  const files = typeof day.text === 'string' ? { 'day.encounter': day.text } : day.text;
  return Object.entries(files).map(([path, marked]) => ({ path, ...readMarks(marked) }));
}

function checked(texts: readonly { path: string; text: string }[]): Workspace {
  const workspace = newWorkspace();
  for (const { path, text } of texts) workspace.setText(path, text);
  workspace.check();
  return workspace;
}

const loud = (found: Found) => found.severity === 'error' || found.severity === 'warning';
const at = (found: Pick<Found, 'line' | 'start' | 'end' | 'rule'>) =>
  `${found.line + 1}:${found.start + 1}-${found.end + 1} ${found.rule}`;

function judge(day: OracleDay, texts: readonly OneText[]): void {
  const workspace = checked(texts);
  for (const { path, marks } of texts) {
    const found = findingsIn(workspace, path);
    const drawn = new Set(marks.map(at));
    const expected = marks.map((mark) => `${at(mark)} ${mark.severity}`).sort();
    const got = found.filter((f) => loud(f) || drawn.has(at(f))).map((f) => `${at(f)} ${f.severity}`);
    assert.deepEqual(got.sort(), expected, `${path}: all that is found:\n${found.map(show).join('\n')}`);
  }
  fixesKeepTheLaw(workspace, texts);
  if (day.noSafeFix) {
    const offered = texts.flatMap(({ path }) => safeFixes(workspace, path).map((fix) => fix.title));
    assert.deepEqual(offered, [], 'a safe fix where the record proves none');
  }
  if (day.fixed) {
    const mended = checked(texts);
    fixAll(mended);
    const after = texts.map(({ path }) => ({ path, text: mended.files.get(path)!.text }));
    const lines = after.flatMap(({ text }, index) => {
      const before = texts[index]!.text.split('\n');
      return text.split('\n').filter((line, n) => line !== before[n]);
    });
    assert.deepEqual(
      lines.map((line) => line.trim()),
      day.fixed,
      'the lines that the safe fixes change',
    );
    const again = checked(after);
    assert.deepEqual(
      after.flatMap(({ path }) => findingsIn(again, path).filter(loud).map(show)),
      [],
      'left after the safe fixes',
    );
  }
}

function safeFixes(workspace: Workspace, path: string) {
  return findingsIn(workspace, path).flatMap((found) => found.finding.fixes.filter((fix) => fix.safe));
}

/** Each fix, taken by itself, removes its finding and brings no new error. */
function fixesKeepTheLaw(workspace: Workspace, texts: readonly OneText[]): void {
  const errorsIn = (of: Workspace) =>
    texts.flatMap(({ path }) => findingsIn(of, path)).filter((found) => found.severity === 'error').length;
  const errors = errorsIn(workspace);
  for (const { path, text } of texts) {
    const found = findingsIn(workspace, path);
    for (const one of found) {
      for (const fix of one.finding.fixes) {
        const changed = texts.map((other) =>
          other.path === path ? { path, text: applyEdits(text, editsInFile(workspace, path, fix)) } : other,
        );
        const after = checked(changed);
        const said = `"${fix.title}" of ${show(one)}\n${changed.map((other) => other.text).join('\n---\n')}\n`;
        const left = findingsIn(after, path);
        const count = (list: readonly Found[]) => list.filter((f) => f.rule === one.rule).length;
        if (!MAY_STAY.has(one.rule)) {
          assert.ok(count(left) < count(found), `${said}leaves its finding:\n${left.map(show).join('\n')}`);
        }
        assert.ok(errorsIn(after) <= errors, `${said}brings an error:\n${left.map(show).join('\n')}`);
      }
    }
  }
}
